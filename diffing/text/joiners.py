"""Characters that are seen only by what they do to their neighbours, and are not seen themselves.

Joiners, variation selectors and the like are lost when a line is drawn. Where a letter or symbol of its script stands
before it, each has its work to do; behind anything else it has none, and a row of them can spell a message that nobody
sees. So has the blank pattern of Braille, which is no space, among other patterns only.
"""

_BLANK = "\u2800"
_JOINERS = "\u200c\u200d"
_SELECTORS = "\u034f\u17b4\u17b5\u180b-\u180d\u180f\ufe00-\ufe0d\U000e0100-\U000e01ef"
# Text or emoji: also behind some signs of Western writing.
_PRESENTATION = "\ufe0e\ufe0f"
_WESTERN = "[\\x00-\\u0590\\u1e00-\\u206f]"
# Without #, *, ©, ®, ‼, ⁉ and digits.
_NEVER_EMOJI = '[\\x00-"$-)+-/:-\xa8\xaa-\xad\xaf-\\u0590\\u1e00-\\u203b\\u203d-\\u2048\\u204a-\\u206f]'
_EMOJI = "\U0001f000-\U0001faff"
_HAN = "\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_IDLE = (
    f"(?<![\\s\\S])[{_JOINERS}{_SELECTORS}{_PRESENTATION}]+",
    f"(?<={_WESTERN})[{_JOINERS}{_SELECTORS}]+",
    # One selector is enough.
    f"(?<=[{_SELECTORS}{_PRESENTATION}])[{_SELECTORS}{_PRESENTATION}]+",
    f"(?<=[{_EMOJI}])[\u200c{_SELECTORS}]+",
    f"(?<![{_HAN}])[\U000e0100-\U000e01ef]+",
    f"(?<={_NEVER_EMOJI})[{_PRESENTATION}]+",
    # The keys of a telephone are written with another sign behind.
    f"(?<=[#*0-9])[{_PRESENTATION}]+(?!\u20e3)",
    f"(?<![\u2801-\u28ff]){_BLANK}(?![\u2801-\u28ff])",
)
JOINER = f"[{_BLANK}{_JOINERS}{_SELECTORS}{_PRESENTATION}]"
"""As an expression: each of them, whether it has work to do or not. It is looked for ten times as fast."""
IDLE_JOINER = "|".join(_IDLE)
"""As an expression: what joins, varies or parts nothing, at the place where it stands."""
