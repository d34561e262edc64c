"""Paragraphs of a text.

    Officials travelled to Caracas           ->   Officials travelled to Caracas on Saturday.
    on Saturday.                                  Neither government would comment.

    Neither government
    would comment.

The form of the file decides how it is split:

    blank lines     If any two lines have a blank line between them, blank lines separate paragraphs. The lines between
                    them are joined, however long they are, so re-wrapping such a file changes nothing. One exception:
                    if all lines are too long for hard wrapping and end where sentences end (a scraped page with a
                    blank line behind its title only), each line is a paragraph.
    indents         Without blank lines: if some lines are indented further than others, such a line starts a
                    paragraph.
    wrapped lines   Without either: if the file is hard-wrapped, its lines are joined. A line that is much shorter than
                    the others and ends a sentence ends its paragraph.
    long lines      Otherwise each line is a paragraph.

A line that only has a picture, in Markdown or HTML, is a paragraph of its own.

Where lines are joined, a paragraph keeps the places at which its author meant a line to end; see line_breaks.py.

A file is hard-wrapped if no line is longer than LONGEST_WRAP and most lines are full: the first word of the next line
does not fit behind them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from diffing.model import Paragraph
from diffing.patterns import lazy_pattern
from diffing.text.line_breaks import LONGEST_WRAP, SHORT_LINE, Line, begins_unspaced, first_word, meant_breaks
from diffing.text.markup import is_picture

# In a wrapped text only the last line of each paragraph is not full. A wrapped paragraph has two lines or more, so at
# least half of the lines are full; among unwrapped lines few are.
FULL_SHARE = 0.5

# Line ends of Unicode and of terminals, as in str.splitlines.
_LINE_ENDS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
# A series of these is one space. A no-break or ideographic space is kept, except at the edges of a paragraph.
_SPACES = lazy_pattern(r"[ \t\x1f]+")
_EDGE = "".join(map(chr, (0x20, 0x09, 0x1F, 0xA0, 0x1680, *range(0x2000, 0x200C), 0x202F, 0x205F, 0x3000, 0xFEFF)))
# Characters that are removed at the edges of a paragraph.
_STRIPPED = _EDGE + _LINE_ENDS
# Wrapping breaks compounds after the hyphen (much-/questioned) and around a typed dash (out--/and). But before these
# words a space follows the hyphen (Haupt- und Nebenstraße, pre- and post-war). Before `to` that is so only if a second
# hyphen follows (two- to three-year), because there are how-to and go-to. Dutch `of` is left out because of unheard-of.
_OPEN_HYPHEN = lazy_pattern(r"\w[-\u00ad]$")
_OPEN_DASH = lazy_pattern(r"[\w!\"'&.,?\u2019\u201d]-{2,}$")
_LEADING_DASH = lazy_pattern(r"-{2,}\w")
_DASHED = lazy_pattern(r"[\w!\"'&.,?\u2019\u201d]$")
_AFTER_SUSPENDED = lazy_pattern(r"(?:(?:and|or|und|oder|bis|y|o|e|et|ou|en|og|och)(?!\S)|to\s+\S+-)", re.IGNORECASE)
_SENTENCE_END = lazy_pattern(
    r"[.!?\u2026\u3002\uff01\uff1f\u0964\u06d4\u061f][\"'\u2019\u201d\u00bb\u300d\u300f)\]\u203a]*$"
)

_BLANK = Line("", 0, 0)


def paragraphs(text: str, start: int = 0) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a text from an offset on, in order, each with its offsets in the whole text.

    The text of a paragraph is the author's, except for line breaks and series of spaces: they become one space, or none
    between two Han or kana characters.
    """
    blocks = [part for block in _blocks(_lines(text, start)) for part in _without_pictures(block)]
    return tuple(map(_joined, blocks, meant_breaks(blocks)))


def _joined(lines: Sequence[Line], meant: Sequence[int]) -> Paragraph:
    if len(lines) == 1:
        return Paragraph(_spaced(lines[0].text), lines[0].start, lines[0].end)
    parts = [_spaced(lines[0].text)]
    length = len(parts[0])
    breaks = []
    is_meant = frozenset(meant)
    for at, (before, line) in enumerate(pairwise(lines), start=1):
        between = "" if is_broken_inside(before.text, line.text) else " "
        if at in is_meant:
            breaks.append(length + len(between))
        parts += between, _spaced(line.text)
        length += len(between) + len(parts[-1])
    return Paragraph("".join(parts), lines[0].start, lines[-1].end, tuple(breaks))


def _spaced(line: str) -> str:
    """Return a line with one space for each series of spaces."""
    return _SPACES.sub(" ", line) if "  " in line or "\t" in line or "\x1f" in line else line


def is_broken_inside(before: str, after: str) -> bool:
    """Return whether no space belongs at a line break: between Han or kana, or at a hyphen."""
    if begins_unspaced(before[-1]):
        return begins_unspaced(after)
    if _OPEN_HYPHEN.search(before):
        return after[0].isalnum() and not _AFTER_SUSPENDED.match(after)
    if _OPEN_DASH.search(before):
        return after[0].isalnum()
    return bool(_LEADING_DASH.match(after) and _DASHED.search(before))


def _lines(text: str, start: int) -> Iterator[Line]:
    """Yield every line of the text from an offset on; a blank line has an empty text."""
    position = start
    for raw in text[start:].splitlines(keepends=True):
        bare = raw.lstrip(_STRIPPED)
        if bare:
            indent = len(raw) - len(bare)
            yield Line(bare.rstrip(_STRIPPED), position + indent, indent)
        else:
            yield _BLANK
        position += len(raw)


def _blocks(lines: Iterable[Line]) -> list[list[Line]]:
    """Return the lines of each paragraph."""
    groups: list[list[Line]] = [[]]
    for line in lines:
        if line.text:
            groups[-1].append(line)
        elif groups[-1]:
            groups.append([])
    if not groups[-1]:
        groups.pop()
    if len(groups) > 1:
        return [[line] for group in groups for line in group] if _is_lines_of_sentences(groups) else groups
    return [block for group in groups for block in _unspaced(group)]


def _without_pictures(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """Yield the lines of a paragraph, and each line that only has a picture by itself."""
    if len(lines) == 1:
        yield lines
        return
    start = 0
    for at, line in enumerate(lines):
        if is_picture(line.text):
            if start < at:
                yield lines[start:at]
            yield lines[at : at + 1]
            start = at + 1
    if start < len(lines):
        yield lines[start:]


def _is_lines_of_sentences(groups: Sequence[Sequence[Line]]) -> bool:
    """Return whether lines without a blank line between them are paragraphs nevertheless.

    Each has to be longer than any wrapped line and to end a sentence: wrapped lines rarely end with a sentence, and
    re-wrapping does not make lines so long.
    """
    inner = [line for group in groups for line in group[:-1]]
    return bool(inner) and all(len(line.text) > LONGEST_WRAP and _SENTENCE_END.search(line.text) for line in inner)


def _unspaced(lines: Sequence[Line]) -> list[list[Line]]:
    """Return the paragraphs of lines without a blank line among them."""
    widest = max(line.width for line in lines)
    full = [line.width + 1 + len(first_word(after.text)) > widest for line, after in pairwise(lines)]
    if not full or widest > LONGEST_WRAP or sum(full) < FULL_SHARE * len(full):
        return [[line] for line in lines]
    outermost = min(line.indent for line in lines[1:])
    by_indent = any(line.indent > outermost for line in lines[1:])
    found = [[lines[0]]]
    for (before, line), before_is_full in zip(pairwise(lines), full, strict=True):
        if by_indent:
            starts = line.indent > outermost
        else:
            is_short = not before_is_full and before.width < SHORT_LINE * widest
            starts = is_short and bool(_SENTENCE_END.search(before.text))
        if starts:
            found.append([line])
        else:
            found[-1].append(line)
    return found
