"""Relate the changes inside a passage that moved within its row.

left   He |denied| it. Rain fell.      right   Rain fell. He |confirmed| it.    denied > confirmed
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from diffing.model import Op, Pair, Span

# Characters of the words that open a clause, at most: 'as soon as'. More before a passage that moved is no part of it.
_OPENING = 20


def moved_pieces(spans: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Yield the indices of two spans, one of each side, that are the same piece of a passage that moved in its row."""
    pieces: defaultdict[int, Pair[list[int]]] = defaultdict(lambda: Pair([], []))
    for at, span in enumerate(spans):
        if span.move is not None:
            (pieces[span.move].left if span.left else pieces[span.move].right).append(at)
    for found in pieces.values():
        if len(found.left) == len(found.right):
            yield from zip(*found, strict=True)


def moved_gaps(spans: Sequence[Span]) -> Sequence[Pair[range]]:
    """Return the changes inside passages that moved in their row: the spans of a deletion and of its insertion.

    The words before a passage belong to it if they are few: '|If| the deal fails, it closes', 'It closes |after| ...'.
    Those before a single word do not: 'pupils |of| Vernelle were hurt', 'pupils were hurt |in| Vernelle'.
    """
    left = _gaps(spans, lambda span: (span.left, span.right))
    right = _gaps(spans, lambda span: (span.right, span.left))
    return [Pair(gap, right[key]) for key, gap in left.items() if key in right]


def overlap(one: range, other: range) -> bool:
    """Return whether two ranges have an index in common."""
    return one.start < other.stop and other.start < one.stop


def _gaps(spans: Sequence[Span], texts: Callable[[Span], tuple[str, str]]) -> dict[tuple[int, int], range]:
    """Return the changes of one side inside passages that moved: (passage, pieces before them) -> spans.

    `texts` returns the text of a span on this side and on the other one, which has no text there.
    """
    gaps: dict[tuple[int, int], range] = {}
    pieces: defaultdict[int, int] = defaultdict(int)
    last: int | None = None  # the last span of equal words
    for at, span in enumerate(spans):
        if span.op is not Op.EQUAL or not texts(span)[0]:
            continue
        if span.move is not None:
            before = pieces[span.move]
            start = 0 if last is None else last + 1
            between = [texts(one) for one in spans[start:at]]
            own = "".join(text for text, _ in between)
            if before:
                is_of_passage = last is not None and spans[last].move == span.move
            else:
                is_of_passage = len(own) <= _OPENING and " " in texts(span)[0].strip()
            if own and is_of_passage and not any(other for _, other in between):
                gaps[span.move, before] = range(start, at)
            pieces[span.move] += 1
        last = at
    return gaps
