"""Lines of printed pages joined to paragraphs, by where they stand.

    The repair of the dam would      joined: the first word of the next line had no room
    take until March.
       Nobody knew how many          a new paragraph: it is indented
    were missing.

    Later                            a new paragraph: the gap is wider than between lines

Columns and pages go on where a line is full and ends no sentence.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from diffing.model import Role
from diffing.patterns import lazy_pattern
from diffing.sources.documents import Block
from diffing.sources.printed.lines import Line, same_size
from diffing.sources.printed.pdf_pages import HYPHEN
from diffing.text.line_breaks import begins_unspaced

_SENTENCE_END = lazy_pattern(
    r"[.!?:\u2026\u3002\uff01\uff1f\u0964\u06d4\u061f][\"'\u2019\u201d\u00bb\u300d\u300f)\]\u203a]*$"
)
_BULLET = lazy_pattern(r"[\u2022\u2023\u25aa\u25cf\u25e6\u2043\u00b7\uf0b7\uf0a7]\s*")
_NUMBERED = lazy_pattern(r"(?:\d{1,3}|[a-z])[.)]\s")
_HYPHENS = f"-{HYPHEN}\u00ad"
# Behind such a hyphen a space follows: 'pre- and post-war'.
_SUSPENDED = lazy_pattern(r"(?:and|or|und|oder|bis|y|o|e|et|ou|en|og|och)(?!\S)", re.IGNORECASE)
_SOFT_HYPHEN = "\u00ad"

# In sizes of the letters, or shares of them.
_INDENT = 0.8
_LARGE = 1.15
_WIDE_GAP = 1.3
_MOST_LEADING = 3.0
# Distances of lines are alike up to this ratio.
_ALIKE = 1.05
_SPACE = 0.25
_LONGEST_HEADING = 200
# Lines below each other that tell where their column ends, and points by which two columns may begin apart.
_TELLING = 3
_COLUMN = 4
_EDGES = ".,;:!?\"'()\u201c\u201d\u2018\u2019\u00ab\u00bb"


class _Column(NamedTuple):
    """The begin and the end of the longest of lines below each other."""

    start: float
    end: float


def paragraphs_of(lines: Sequence[Line]) -> list[Block]:
    """Return the paragraphs of lines in their order, headings and items with their roles."""
    if not lines:
        return []
    body = _usual_size(lines)
    leading = _leading(lines)
    columns = _columns(lines)
    words = _words(lines)
    blocks: list[Block] = []
    at = 0
    while at < len(lines):
        start = at
        text = lines[at].text
        while at + 1 < len(lines) and (between := _between(lines, at, start, leading, columns)) is not None:
            at += 1
            text = _with(text, between, lines[at].text, words)
        blocks.append(_block(text, lines[start : at + 1], body))
        at += 1
    return blocks


def _block(text: str, lines: Sequence[Line], body: float) -> Block:
    bullet = _BULLET.match(text)
    if bullet:
        return Block(text[bullet.end() :], Role.ITEM)
    if len(lines) == 1 and lines[0].has_cells:
        return Block(text, Role.TABLE_ROW)
    is_large = lines[0].size > _LARGE * body and len(text) <= _LONGEST_HEADING
    return Block(text, Role.HEADING if is_large else Role.TEXT)


def _usual_size(lines: Sequence[Line]) -> float:
    """Return the size of most letters."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return max(sizes, key=lambda size: (sizes[size], -size))


def _leading(lines: Sequence[Line]) -> dict[float, float]:
    """Return the usual distance of two lines of one paragraph, by the size of their letters."""
    steps: defaultdict[float, list[float]] = defaultdict(list)
    for before, line in pairwise(lines):
        if _is_below(before, line):
            steps[round(line.size)].append(before.across - line.across)
    return {size: _least_common(sorted(own)) for size, own in steps.items()}


def _least_common(steps: Sequence[float]) -> float:
    """Return the least of rising distances that several are like; where there is none, the first in a quarter."""
    needed = max(2, len(steps) // 20)
    for at in range(len(steps) - needed + 1):
        if steps[at + needed - 1] <= _ALIKE * steps[at]:
            return steps[at]
    return steps[len(steps) // 4]


def _is_below(before: Line, line: Line) -> bool:
    """Return whether a line stands below another one, in the same column and size."""
    step = before.across - line.across
    is_near = 0 < step < _MOST_LEADING * max(before.size, line.size)
    overlaps = min(before.end, line.end) > max(before.start, line.start)
    return before.page == line.page and is_near and overlaps and same_size(before, line)


def _columns(lines: Sequence[Line]) -> list[_Column]:
    """Return for each line its column: from the leftmost beginning to the longest end of the lines below each other."""
    runs: list[list[Line]] = []
    for line in lines:
        if not runs or not _is_below(runs[-1][-1], line):
            runs.append([])
        runs[-1].append(line)
    # A run of one or two lines says little: longer ones that begin at the same place say more.
    known: defaultdict[tuple[int, int], set[float]] = defaultdict(set)
    for run in runs:
        if len(run) >= _TELLING:
            known[_place(run[0])].add(max(line.end for line in run))
    columns: list[_Column] = []
    for run in runs:
        end = max(line.end for line in run)
        if len(run) < _TELLING:
            end = min((other for other in known[_place(run[0])] if other > end), default=end)
        start = min(line.start for line in run)
        for group in _beginning_alike(run):
            # A quotation that is indented on both sides has an end of its own.
            is_block = len(group) > 1 and group[0].start - start > _INDENT * group[0].size
            columns += [_Column(start, max(line.end for line in group) if is_block else end)] * len(group)
    return columns


def _beginning_alike(run: Sequence[Line]) -> list[list[Line]]:
    """Return lines below each other in groups that begin at the same place."""
    groups: list[list[Line]] = []
    for line in run:
        if not groups or abs(line.start - groups[-1][-1].start) > 1:
            groups.append([])
        groups[-1].append(line)
    return groups


def _place(line: Line) -> tuple[int, int]:
    return round(line.start / _COLUMN), round(line.size)


def _between(
    lines: Sequence[Line], at: int, start: int, leading: dict[float, float], columns: Sequence[_Column]
) -> str | None:
    """Return what stands between a line and the next, ' ' or a line feed; None where a paragraph begins."""
    before, line = lines[at], lines[at + 1]
    if not same_size(before, line) or before.has_cells or line.has_cells or _BULLET.match(line.words[0].text):
        return None
    is_sentence_end = _SENTENCE_END.search(before.text) is not None
    has_room = columns[at].end - before.end > _first_width(line) + _SPACE * line.size
    if not _is_below(before, line):
        goes_on = line.page != before.page or line.across > before.across
        return " " if goes_on and not is_sentence_end and not has_room else None
    widest = _WIDE_GAP * leading.get(round(line.size), before.size)
    if before.across - line.across > widest:
        return None
    shift = line.start - before.start
    is_first = at == start
    if not line.is_right_to_left:
        indent = _INDENT * line.size
        if shift > indent and not (is_first and _is_item(before)):
            return None
        if shift < -indent and not is_first:
            return None
        is_indented = line.start - columns[at].start > indent
        after = lines[at + 2] if at + 2 < len(lines) else line
        is_close = _is_below(line, after) and line.across - after.across <= widest
        if is_indented and is_close and line.start - after.start > indent:
            return None
        # Two short lines that are both indented begin two paragraphs.
        if is_indented and is_first and has_room and abs(shift) < indent:
            return None
    if not has_room:
        return " "
    return None if is_sentence_end else "\n"


def _is_item(line: Line) -> bool:
    return bool(_BULLET.match(line.words[0].text) or _NUMBERED.match(line.text))


def _first_width(line: Line) -> float:
    """Return the width of what would have to have room on the line before: a word, or a Han or kana character."""
    first = line.words[0]
    return line.size * 0.8 if begins_unspaced(first.text) else first.end - first.start


def _words(lines: Sequence[Line]) -> frozenset[str]:
    """Return the words that stand inside lines, in small letters: they say how a word that was cut is written."""
    return frozenset(
        word.text.strip(".,;:!?\"'()\u201c\u201d\u2018\u2019\u00ab\u00bb").lower()
        for line in lines
        for word in line.words[:-1]
    )


def _with(text: str, between: str, after: str, words: frozenset[str]) -> str:
    """Return a text with the next line behind it; a hyphen at its end is kept, dropped, or left open."""
    if between == "\n":
        return f"{text}\n{after}"
    if begins_unspaced(text[-1]) and begins_unspaced(after):
        return text + after
    if text[-1] not in _HYPHENS or len(text) < 2 or not text[-2].isalnum() or not after[0].isalnum():
        return f"{text} {after}"
    if _SUSPENDED.match(after):
        return f"{text[:-1]}- {after}"
    if text[-2].isdigit() or not after[0].islower():
        return f"{text[:-1]}-{after}"
    first, rest = text[:-1].split()[-1], after.split()[0]
    first, rest = first.strip(_EDGES).lower(), rest.strip(_EDGES).lower()
    if first + rest in words:
        return text[:-1] + after
    return f"{text[:-1]}{'-' if f'{first}-{rest}' in words else _SOFT_HYPHEN}{after}"


def rows(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield blocks; a line with a wide gap that stands alone is text: no table has one row."""
    for at, block in enumerate(blocks):
        beside = [other.role for other in (*blocks[max(0, at - 1) : at], *blocks[at + 1 : at + 2])]
        if block.role is Role.TABLE_ROW and Role.TABLE_ROW not in beside:
            yield Block(block.text.replace(" | ", " "))
        else:
            yield block
