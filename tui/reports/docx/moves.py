"""Moves of a Word document: their numbers, and the spans that belong to moved sentences.

row 3   He won. [moved away: He thanked his wife.]        row 5   They danced. [moved here: He thanked his wife.]
row 3, span 1 and row 5, span 1: move 2, which begins and ends with them

A move has two places. A sentence that moved from or to a paragraph that moved itself is deleted and inserted, for it is
in the move of the paragraph.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from diffing.measures.moved_blocks import MovedBlock
from diffing.model import Row

from .row_text import MovedSpan

_NO_SPANS: Mapping[int, MovedSpan] = {}


class Moves:
    """The moves of a comparison: blocks of paragraphs are numbered first, from 1, then sentences.

    `in_place` are the rows (0-based) that did not move.
    """

    def __init__(self, rows: Sequence[Row], blocks: Sequence[MovedBlock], in_place: Collection[int]) -> None:
        self.block_of = {at: block for block in blocks for at in block.rows}
        self.number_of = {at: number for number, block in enumerate(blocks, start=1) for at in block.rows}
        self._spans: defaultdict[int, dict[int, MovedSpan]] = defaultdict(dict)
        ends = _ends(rows, in_place)
        told = [(away, here) for away, here in ends if away and here]
        for number, sides in enumerate(told, start=len(blocks) + 1):
            for spans in sides:
                for row, at in spans:
                    self._spans[row][at] = MovedSpan(number, (row, at) == spans[0], (row, at) == spans[-1])

    def in_row(self, row: int) -> Mapping[int, MovedSpan]:
        """Return the spans of moved sentences in a row, by index."""
        return self._spans.get(row, _NO_SPANS)


_Spans = list[tuple[int, int]]


def _ends(rows: Sequence[Row], in_place: Collection[int]) -> Collection[tuple[_Spans, _Spans]]:
    """Return for each moved sentence its spans where it was and where it is, as (row, span)."""
    found: defaultdict[tuple[int, int], tuple[_Spans, _Spans]] = defaultdict(lambda: ([], []))
    for row in in_place:
        for at, span in enumerate(rows[row].spans):
            if span.move is not None:
                # The numbers of sentences that moved within a row are counted in each row.
                key = (row if span.move_row is None else -1, span.move)
                found[key][0 if span.left else 1].append((row, at))
    return found.values()
