"""The plain text of a mail as blocks: what is quoted, and the signature, apart from what is said.

At least 14 people died in the        At least 14 people died in the flood.      (format=flowed: a space before
flood.                                                                           the line end joins)
> How many?                           How many?                                  a quotation
--                                                                               a signature from here on
Nora Lind                             Nora Lind                                  a footer
"""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from diffing.model import Role
from diffing.patterns import lazy_pattern
from diffing.sources.documents import Block
from diffing.sources.markup.bodies import plain_blocks

SIGNATURE = "-- "
"""The line before a signature."""

_QUOTED = lazy_pattern(r"(?:>[ ]?)+")


class _Line(NamedTuple):
    """A line of a mail without its marks: how deep it is quoted, and whether it is in the signature."""

    text: str
    depth: int
    is_signature: bool

    @property
    def role(self) -> Role:
        return Role.QUOTATION if self.depth else Role.FOOTER if self.is_signature else Role.TEXT


def mail_blocks(text: str, is_flowed: bool, joins_words: bool) -> list[Block]:
    """Return the blocks of a mail's text.

    `is_flowed` says that a space at the end of a line joins it to the next (RFC 3676), `joins_words` that this space is
    then no part of the text.
    """
    lines = _lines(text, is_flowed)
    found: list[Block] = []
    for (_, role), group in groupby(lines, key=lambda line: (line.depth, line.role)):
        own = [line.text for line in group]
        blocks = _flowed(own, joins_words) if is_flowed else plain_blocks("\n".join(own))
        found += (Block(block.text, role) for block in blocks)
    return found


def _lines(text: str, is_flowed: bool) -> Iterator[_Line]:
    is_signature = False
    for raw in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        marks = _QUOTED.match(raw) if raw.startswith(">") else None
        line = raw[marks.end() :] if marks else raw
        if is_flowed and not marks:
            line = line.removeprefix(" ")
        if line.rstrip("\n") in (SIGNATURE, "--") and not marks:
            is_signature = True
            continue
        yield _Line(line, marks[0].count(">") if marks else 0, is_signature)


def _flowed(lines: list[str], joins_words: bool) -> Iterator[Block]:
    """Yield the paragraphs of flowed lines: those between blank ones, with a line feed at each fixed line end."""
    paragraph = ""
    for line in [*lines, ""]:
        if not line.strip():
            if paragraph:
                yield Block(paragraph)
            paragraph = ""
        elif line.endswith(" "):
            paragraph += line[:-1] if joins_words else line
        else:
            paragraph += line + "\n"
