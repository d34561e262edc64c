"""Characters that are invisible themselves and change only how their neighbours look.

Joiners, variation selectors and similar characters are lost when a line is drawn. Behind a letter or symbol of its
script, such a character has an effect. Behind anything else it has none and is idle, and a series of idle ones can
spell a message that readers do not see. The blank pattern of Braille is no space: it is idle unless it is among other
patterns.
"""

_BLANK = "\u2800"
_JOINERS = "\u200c\u200d"
_SELECTORS = "\u034f\u17b4\u17b5\u180b-\u180d\u180f\ufe00-\ufe0d\U000e0100-\U000e01ef"
# The choice between text and emoji; it is also used behind some signs of Western writing.
_PRESENTATION = "\ufe0e\ufe0f"
_WESTERN = "[\\x00-\\u0590\\u1e00-\\u206f]"
# Without #, *, ©, ®, ‼, ⁉ and digits.
_NEVER_EMOJI = '[\\x00-"$-)+-/:-\xa8\xaa-\xad\xaf-\\u0590\\u1e00-\\u203b\\u203d-\\u2048\\u204a-\\u206f]'
_EMOJI = "\U0001f000-\U0001faff"
_HAN = "\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_IDLE = (
    f"(?<![\\s\\S])[{_JOINERS}{_SELECTORS}{_PRESENTATION}]+",
    f"(?<={_WESTERN})[{_JOINERS}{_SELECTORS}]+",
    # A second selector has no effect.
    f"(?<=[{_SELECTORS}{_PRESENTATION}])[{_SELECTORS}{_PRESENTATION}]+",
    f"(?<=[{_EMOJI}])[\u200c{_SELECTORS}]+",
    f"(?<![{_HAN}])[\U000e0100-\U000e01ef]+",
    f"(?<={_NEVER_EMOJI})[{_PRESENTATION}]+",
    # The emoji of telephone keys have one more sign behind the selector.
    f"(?<=[#*0-9])[{_PRESENTATION}]+(?!\u20e3)",
    f"(?<![\u2801-\u28ff]){_BLANK}(?![\u2801-\u28ff])",
)
JOINER = f"[{_BLANK}{_JOINERS}{_SELECTORS}{_PRESENTATION}]"
"""Expression for each such character, idle or not. Its search is ten times as fast as that for IDLE_JOINER."""
IDLE_JOINER = "|".join(_IDLE)
"""Expression for a character that has no effect at its place."""
