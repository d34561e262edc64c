"""Follow the paragraphs through the versions.

    version 1    A        B        C            A  1 to 3
    version 2    A1  A2   B+C                   A2 from 2 on, split from A
    version 3    A1  A2   B+C   D               C  in 1 only, merged into B

Where a paragraph was split, the part with most of its characters goes on with its line; where paragraphs were merged,
so does the one that gave most. So a history read backwards has the same lines. A paragraph that goes and comes back
with the same words goes on with its line.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from operator import attrgetter

from diffing.history.model import ParagraphLine, Station, Step, Version
from diffing.model import Article, Op, Row
from diffing.text.words import word_forms

# Words of the shortest paragraph that is known again when it comes back.
_LEAST_WORDS = 5


@dataclass(slots=True)
class _Line:
    """A line on its way."""

    stations: list[Station]
    split_from: Station | None = None
    merged_into: Station | None = None
    returned: list[Station] = field(default_factory=list)


def paragraph_lines(versions: Sequence[Version], steps: Sequence[Step]) -> tuple[ParagraphLine, ...]:
    """Return the line of each paragraph of each version, in the order of their first stations."""
    if not versions:
        return ()
    current = {at: _Line([Station(0, at)]) for at in range(len(versions[0].article.paragraphs))}
    every = list(current.values())
    for number, step in enumerate(steps):
        following: dict[int, _Line] = {}
        for row in step.comparison.rows:
            pairs = dict(_main_pairs(row, step.comparison.left, step.comparison.right))
            for left, right in pairs.items():
                following[right] = current[left]
                current[left].stations.append(Station(number + 1, right))
            for left in row.left:
                if row.right and left not in pairs:
                    current[left].merged_into = Station(number + 1, _nearest(row, left, is_left=True))
            for right in row.right:
                if right not in following:
                    following[right] = _Line([Station(number + 1, right)])
                    if row.left:
                        following[right].split_from = Station(number, _nearest(row, right, is_left=False))
                    every.append(following[right])
        current = following
    joined = _with_returns(every, versions)
    lines = [ParagraphLine(tuple(line.stations), line.split_from, line.merged_into) for line in joined]
    return tuple(sorted(lines, key=attrgetter("stations")))


def _main_pairs(row: Row, left: Article, right: Article) -> Iterator[tuple[int, int]]:
    """Yield the paragraphs of a row that go on with each other: those with the most characters in common first."""
    if len(row.left) <= 1 and len(row.right) <= 1:
        if row.left and row.right:
            yield row.left[0], row.right[0]
        return
    common = _in_common(row, left, right)
    taken_left: set[int] = set()
    taken_right: set[int] = set()
    for _, own, other in sorted((-length, own, other) for (own, other), length in common.items()):
        if own not in taken_left and other not in taken_right:
            taken_left.add(own)
            taken_right.add(other)
            yield own, other


def _in_common(row: Row, left: Article, right: Article) -> dict[tuple[int, int], int]:
    """Return the number of equal characters of each left and right paragraph of a row, where there are any."""
    ends = (
        [*accumulate(len(left.paragraphs[at].text) + 1 for at in row.left)],
        [*accumulate(len(right.paragraphs[at].text) + 1 for at in row.right)],
    )
    common: defaultdict[tuple[int, int], int] = defaultdict(int)
    at = [0, 0]
    for span in row.spans:
        if span.op is Op.EQUAL and span.move is None:
            # The shares of an equal span that stand in each paragraph; a line feed may stand against a space.
            done, length = 0, min(len(span.left), len(span.right))
            while done < length:
                own, other = bisect_right(ends[0], at[0] + done), bisect_right(ends[1], at[1] + done)
                piece = min(ends[0][own] - at[0] - done, ends[1][other] - at[1] - done, length - done)
                common[row.left[own], row.right[other]] += piece
                done += piece
        at[0] += len(span.left)
        at[1] += len(span.right)
    if not common:
        common[row.left[0], row.right[0]] = 0
    return common


def _nearest(row: Row, at: int, *, is_left: bool) -> int:
    """Return the paragraph of the other side of a row that stands where a paragraph of one side does."""
    own, other = (row.left, row.right) if is_left else (row.right, row.left)
    return other[min(own.index(at), len(other) - 1)]


def _with_returns(lines: Sequence[_Line], versions: Sequence[Version]) -> list[_Line]:
    """Return the lines, where one that begins with the words with which another ended goes on with that one."""
    ended: defaultdict[tuple[str, ...], list[_Line]] = defaultdict(list)
    begun: defaultdict[tuple[str, ...], list[_Line]] = defaultdict(list)
    for line in lines:
        first, last = line.stations[0], line.stations[-1]
        if last.version < len(versions) - 1 and line.merged_into is None:
            ended[_words_at(last, versions)].append(line)
        if first.version > 0 and line.split_from is None:
            begun[_words_at(first, versions)].append(line)
    into: dict[int, _Line] = {}
    for words, coming in begun.items():
        if len(words) < _LEAST_WORDS or words not in ended:
            continue
        gone = sorted(ended[words], key=lambda line: line.stations[-1])
        for line in sorted(coming, key=lambda line: line.stations[0]):
            before = [one for one in gone if one.stations[-1].version < line.stations[0].version]
            if before:
                gone.remove(before[-1])
                into[id(line)] = before[-1]
    kept = []
    for line in sorted(lines, key=lambda line: line.stations[0]):
        if id(line) not in into:
            kept.append(line)
            continue
        root = into[id(line)]
        while id(root) in into:
            root = into[id(root)]
        root.stations += line.stations
        root.merged_into = line.merged_into
    return kept


def _words_at(station: Station, versions: Sequence[Version]) -> tuple[str, ...]:
    return tuple(word_forms(versions[station.version].article.paragraphs[station.paragraph].text))
