r"""Make text from an article safe for a terminal.

An article can hold ESC]52 (write the clipboard), ESC[2J (clear the screen), a carriage return, or a character that
turns the direction of the text after it. Neither the terminal nor Textual stops them. `visible` replaces each such
character by one visible character, so that every offset stays right:

    '\x1b[2J'  ->  '␛[2J'

All text that is painted or printed has the type Visible. Only this module creates it.
"""

import re
from typing import NewType

from diffing.patterns import lazy_pattern
from diffing.text.joiners import IDLE_JOINER, JOINER

Visible = NewType("Visible", str)

# Replaces a character that has no picture of its own.
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
# Stands for a soft hyphen inside a word, as in a dictionary: con‧sid‧er‧able. Such words are no damaged ones.
_BETWEEN_SYLLABLES = "\N{HYPHENATION POINT}"
LONGEST_TYPED = 1_000
"""Characters of pasted text that are used, at most: no search is longer, and a very long text blocks the screen."""
LONGEST_NOTE = 20_000
"""Characters of a note, at most: some pages."""
_PICTURES = 0x2400
_DELETE_PICTURE = "\N{SYMBOL FOR DELETE}"

# C0, DEL and C1; soft hyphen, which some terminals draw and some do not; Arabic letter mark, direction marks,
# embeddings, overrides and isolates; line and paragraph separators; invisible operators and fillers; byte order mark;
# interlinear marks and the code points reserved for them; surrogates; the format characters of shorthand and of music;
# tags and other invisible characters of plane 14. Zero-width joiners stay where they join characters: emoji and several
# scripts need them.
_UNSAFE_SET = (
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164"
    "\ud800-\udfff\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e00ff\U000e01f0-\U000e0fff]"
)
_UNSAFE = lazy_pattern(_UNSAFE_SET)
_UNSAFE_OR_IDLE = lazy_pattern(f"{_UNSAFE_SET}|{IDLE_JOINER}")
_JOINER = lazy_pattern(JOINER)


def visible(text: str) -> Visible:
    """Return the text with every character that could control or deceive a terminal made visible; the length is kept.

    A tab or line feed becomes a space: the caller decides where a line ends.
    """
    if text.isascii() and text.isprintable():
        return Visible(text)
    return Visible((_UNSAFE_OR_IDLE if _JOINER.search(text) else _UNSAFE).sub(_picture, text))


def as_typed(text: str) -> Visible:
    """Return pasted text as one line, without the characters that `visible` would replace.

    A replacement character would be searched for, and no article has it.
    """
    line = _plain(" ".join(text[: 2 * LONGEST_TYPED].splitlines()).expandtabs(1))
    return Visible(line[:LONGEST_TYPED])


def as_written(text: str) -> str:
    """Return a note that was typed or pasted, without what `visible` would replace; only line feeds stay."""
    lines = text[: 2 * LONGEST_NOTE].expandtabs(4).splitlines()
    return "\n".join(map(_plain, lines))[:LONGEST_NOTE]


def _plain(line: str) -> str:
    """Return a line without the characters that `visible` would replace."""
    while (shown := visible(line)) != line:
        # Repeated, because a joiner may no longer join anything after a character was removed.
        line = "".join(one for one, other in zip(line, shown, strict=True) if one == other)
    return line


def _picture(match: re.Match[str]) -> str:
    """Return the visible replacement of a match, of the same length."""
    character = match[0]
    if len(character) > 1:
        return REPLACEMENT * len(character)
    if character in "\t\n":
        return " "
    if character < " ":
        return chr(_PICTURES + ord(character))
    if character == "\x7f":
        return _DELETE_PICTURE
    around = match.string[max(0, match.start() - 1) : match.end() + 1]
    if character == "\xad" and around.replace(character, "", 1).isalpha():
        return _BETWEEN_SYLLABLES
    return REPLACEMENT
