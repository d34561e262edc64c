r"""The one door between an article and a terminal.

An article can hold ESC]52 (write the clipboard), ESC[2J (clear the screen), a carriage return or a character that
turns the direction of what follows, and neither the terminal nor Textual stops them. `visible` makes each such
character a picture of itself, one for one, so that every offset stays right:

    '\x1b[2J'  ->  '␛[2J'

Whatever is painted or printed has the type Visible, and only this module makes it.
"""

import re
from typing import NewType

from diffing.text.joiners import IDLE_JOINER, JOINER

Visible = NewType("Visible", str)

# What stands for a character that has no picture of its own.
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
LONGEST_TYPED = 1_000
"""No more is taken of what is pasted, in characters: nobody looks for as much, and a book would stop the screen."""
_PICTURES = 0x2400
_DELETE_PICTURE = "\N{SYMBOL FOR DELETE}"

# C0 and DEL and C1; soft hyphen, which some terminals draw and some do not; Arabic letter mark, direction marks,
# embeddings, overrides and isolates; line and paragraph separators; invisible operators and fillers; byte order mark;
# interlinear marks and what is kept for more of them; surrogates; the format characters of shorthand and of music; tags
# and other unseen characters of plane 14. The zero-width joiners stay where they join: emoji and several scripts are
# written with them.
_UNSAFE_SET = (
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164"
    "\ud800-\udfff\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e00ff\U000e01f0-\U000e0fff]"
)
_UNSAFE = re.compile(_UNSAFE_SET)
_UNSAFE_OR_IDLE = re.compile(f"{_UNSAFE_SET}|{IDLE_JOINER}")
_JOINER = re.compile(JOINER)


def visible(text: str) -> Visible:
    """The text with every character that could steer or deceive a terminal made visible; the length is kept.

    A tab or line feed becomes a space: where a line ends is the painter's business.
    """
    if text.isascii() and text.isprintable():
        return Visible(text)
    return Visible((_UNSAFE_OR_IDLE if _JOINER.search(text) else _UNSAFE).sub(_picture, text))


def as_typed(text: str) -> Visible:
    """What is pasted into a line of input, as if it were typed there: its lines in one, without what has a picture.

    A picture would be looked for, and is in no article.
    """
    line = " ".join(text[: 2 * LONGEST_TYPED].splitlines()).expandtabs(1)
    while (shown := visible(line)) != line:
        # Again: where something is left out, a joiner may join nothing any more.
        line = "".join(one for one, other in zip(line, shown, strict=True) if one == other)
    return Visible(line[:LONGEST_TYPED])


def _picture(match: re.Match[str]) -> str:
    character = match[0]
    if len(character) > 1:
        return REPLACEMENT * len(character)
    if character in "\t\n":
        return " "
    if character < " ":
        return chr(_PICTURES + ord(character))
    if character == "\x7f":
        return _DELETE_PICTURE
    return REPLACEMENT
