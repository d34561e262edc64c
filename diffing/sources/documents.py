r"""Documents that the readers of file formats give, and the articles made of them.

    Block("At  least 14\npeople died.", role=Role.TEXT)   ->   a paragraph on one line, with a break before 'people'

A reader says which words stand where; white space is put in order here, once for all formats. The offsets of a
paragraph are those in the text that the paragraphs make with a blank line between them: a document has no other text.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from diffing.model import Article, MetadataField, Paragraph, Place, ReadingNote, Revision, Role
from diffing.patterns import lazy_pattern

# Series of these become one space, as in plain text; a no-break space is kept within a line.
_SPACES = re.compile(r"[ \t\x1f]+")
_LINE_ENDS = re.compile(r"[\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]+")
_EDGES = re.compile(r"^[\s\u200b\ufeff]+|[\s\u200b\ufeff]+$")
_UNUSABLE = re.compile("[\ud800-\udfff\0]")
_REPLACEMENT = "\ufffd"
# Between two paragraphs of the text that they make.
_BETWEEN = len("\n\n")


class Mark(NamedTuple):
    """A tracked change in a block: the characters `start`..`end` of its text, who made it, and when."""

    start: int
    end: int
    author: str
    date: str


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, item or row of a document.

    A line feed in `text` is a line end that the author meant; other white space is put in order later.
    """

    text: str
    role: Role = Role.TEXT
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """The content of a file as its reader found it; `encoding` is that of its text."""

    blocks: Sequence[Block]
    encoding: str = "utf-8"
    metadata: tuple[MetadataField, ...] = ()
    notes: tuple[ReadingNote, ...] = ()


def article_of(source: str, format_name: str, document: Document) -> Article:
    """Return the article of a document; blocks without words make no paragraph."""
    paragraphs: list[Paragraph] = []
    revisions: list[Revision] = []
    start = 0
    for block in document.blocks:
        lines = _lines(block.text)
        if not lines:
            continue
        text, breaks = _joined(lines)
        revisions += _revisions(block, text, len(paragraphs))
        paragraphs.append(Paragraph(text, start, start + len(text), breaks, block.role))
        start += len(text) + _BETWEEN
    return Article(
        source,
        tuple(paragraphs),
        document.encoding,
        tuple(map(_one_line, document.metadata)),
        format_name,
        document.notes,
        tuple(revisions),
    )


def _lines(text: str) -> list[str]:
    """Return the lines of a text that have words on them, with single spaces."""
    usable = _UNUSABLE.sub(_REPLACEMENT, text)
    lines = (_EDGES.sub("", _SPACES.sub(" ", line)) for line in _LINE_ENDS.split(usable))
    return [line for line in lines if line]


def _joined(lines: Iterable[str]) -> tuple[str, tuple[int, ...]]:
    """Return the lines on one, with a space between them, and the offsets at which the second and later ones begin."""
    whole, breaks = "", []
    for line in lines:
        if whole:
            whole += " "
            breaks.append(len(whole))
        whole += line
    return whole, tuple(breaks)


_INK = lazy_pattern(r"[^\s\u200b\ufeff]")


def _revisions(block: Block, text: str, paragraph: int) -> Iterator[Revision]:
    """Yield the tracked changes of a block, each with its place in the text that was put in order."""
    if not block.marks:
        return
    # White space is all that putting in order adds or takes: the other characters keep their order.
    given, kept = ([match.start() for match in _INK.finditer(each)] for each in (block.text, text))
    for mark in block.marks:
        first, behind = bisect_left(given, mark.start), bisect_left(given, mark.end)
        if first < behind:
            yield Revision(Place(paragraph, kept[first], kept[behind - 1] + 1), mark.author, mark.date)


def _one_line(field: MetadataField) -> MetadataField:
    return MetadataField(field.name, _UNUSABLE.sub(_REPLACEMENT, " ".join(field.value.split())))
