r"""The marks of a text report: words as wdiff marks them, and every text safe for a terminal.

[-be able to-] {+,+}      words of one side
[\-no mark-\]             the same signs in an article are parted
"""

from collections.abc import Iterator

from diffing.patterns import lazy_pattern

from ..present.cells import Role
from ..present.reviews import NOTE_SIGN, note_lines
from ..text.sanitize import Visible, visible

_RED, _GREEN, _PLAIN = "\x1b[31m", "\x1b[32m", "\x1b[0m"
DIM = "\x1b[2m"
"""The escape code of what is only context."""
OLD, NEW = ("[-", "-]", _RED), ("{+", "+}", _GREEN)
"""The brackets of words of one side, and the colour."""
_BRACKETS = {
    Role.OMITTED: OLD,
    Role.REWORDED_STRUCK: OLD,
    Role.MOVED_STRUCK: OLD,
    Role.ADDED: NEW,
    Role.REWORDED: NEW,
    Role.MOVED: NEW,
}
# The first character of what would read as the beginning or the end of a mark.
_MARK = lazy_pattern(r"\[(?=-)|-(?=\])|\{(?=\+)|\+(?=\})")


def noted(note: str) -> Iterator[str]:
    """Yield the lines of a note of the reader."""
    if note:
        first, *more = note_lines(note)
        yield f"  {NOTE_SIGN} {visible(first)}"
        yield from (f"    {visible(line)}".rstrip(" ") for line in more)


def indented(text: str) -> Iterator[str]:
    """Return the lines of a text, indented; an empty one has no spaces."""
    return (f"  {line}".rstrip(" ") for line in text.split("\n"))


def in_role(text: str, role: Role, colour: bool) -> str:
    """Return a piece of the redline in the brackets of its role; white space at its ends stands outside."""
    core = text.strip()
    if role not in _BRACKETS or not core:
        return safe(text)
    start = text.index(core)
    marked = bracketed(core, _BRACKETS[role], colour)
    return safe(text[:start]) + marked + safe(text[start + len(core) :])


def bracketed(text: str, marks: tuple[str, str, str], colour: bool) -> str:
    """Return words of one line in the brackets of a side, OLD or NEW."""
    opening, closing, code = marks
    return painted(Visible(opening + safe_line(text) + closing), code, colour)


def safe(text: str) -> str:
    """Return lines of an article, each as `safe_line`."""
    return "\n".join(map(safe_line, text.split("\n")))


def safe_line(text: str) -> Visible:
    """Return a text of an article that is safe for a terminal, and whose own marks are parted."""
    return Visible(_MARK.sub(r"\g<0>\\", visible(text)))


def painted(text: Visible, code: str, colour: bool) -> str:
    """Return a text with the escape code of a colour, if there is to be `colour`."""
    return f"{code}{text}{_PLAIN}" if colour else text
