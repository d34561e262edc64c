"""A book compared by several processes: the words of its rows, and in two languages how its paragraphs are paired.

    rows 0 .. 14,900        compared here
    rows 14,900 .. 31,000   compared by a process that is forked when all paragraphs are paired

For the screen the other process is forked before the reader's place is asked for, and its rows are the last to come
(share_rows).

The other process has the articles and the rows already, and sends only what the words add to each row, at its end:
what it wrote piece by piece would stand still until this process reads. The rows are those that one process makes. Of
two languages it also reads one article, and chooses the links of every other piece (share_out): for the screen, too.
"""

import marshal
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import TypeVar

from diffing.comparison import compare_rows, with_words
from diffing.model import Pair, Row
from diffing.progressive import Elsewhere
from diffing.sharing import ShareDone, alone
from diffing.stage import Progress, Stage
from diffing.text.reading import ReadArticle

R = TypeVar("R")

# Rows for which a process is worth its start and its memory: a second's work.
LEAST_ROWS = 2_000
# Characters of both articles for which a process is worth them while paragraphs are paired: as many rows have them.
LEAST_LENGTH = 500_000
# Processes, at most: each writes on a part of the memory that they share.
MOST_PROCESSES = 4
# Seconds to wait for the rows of another process before the reader's place is looked at again.
_MOMENT = 0.05
# Time to make a row of what another process sends, as a share of the time to compare it.
_RECEIVING = 0.1


def rows_of_book(paired: Stage, read: Pair[ReadArticle], progress: Progress) -> Iterable[Row]:
    """Return the rows of a stage with the words of every pending one compared: of many, by several processes."""
    count = _processes(len(paired.pending) // LEAST_ROWS)
    return _compared_by(count, paired, read, progress) if count > 1 else compare_rows(paired, read, progress)


def share_out(work: Callable[[int, ShareDone], R], lengths: Sequence[int], progress: ShareDone) -> list[R]:
    """Return what alone() returns; of a book, several processes do the parts of the work. See sharing.ShareOut."""
    count = _processes(min(len(lengths), sum(lengths) // LEAST_LENGTH))
    if count < 2:
        return alone(work, lengths, progress)
    found: dict[int, R] = {}

    def do(part: range, done: ShareDone = lambda share: None) -> list[R]:
        return alone(lambda at, own: work(part[at], own), [lengths[at] for at in part], done)

    def do_here(part: range) -> None:
        found.update(zip(part, do(part, progress), strict=True))

    # Each process has every other part, not the first half of them: one half of a book may be harder than the other.
    for part, others in _done_by([range(first, len(lengths), count) for first in range(count)], do_here, do):
        found.update(zip(part, others, strict=True))
    return [found[at] for at in range(len(lengths))]


class _Elsewhere:
    """The last rows of a stage, whose words a forked process compares; see progressive.Elsewhere."""

    def __init__(self, paired: Stage, read: Pair[ReadArticle]) -> None:
        from ..batch.pool import Forked

        pending = sorted(paired.pending)
        part = _parts(_lengths(pending, paired), 2)[1]
        self._paired = paired
        self._ordered = pending[part.start : part.stop]
        self.places = frozenset(self._ordered)
        self._forked = Forked(lambda: _or_end(lambda: _words_of(self._ordered, paired, read)))

    def rows(self) -> Mapping[int, Row] | None:
        """Return the rows, if they come within a moment; none of a process that ended."""
        from .protocol import with_packed_words

        results = self._forked.results(_MOMENT)
        if results is None:
            return None
        rows, articles = self._paired.rows, self._paired.comparison.articles
        return {
            at: with_packed_words(rows[at], words, articles)
            for packed in results
            for at, words in zip(self._ordered, marshal.loads(packed), strict=True)
        }


def share_rows(paired: Stage, read: Pair[ReadArticle]) -> Elsewhere | None:
    """Return the rows of a stage whose words another process compares; None where they are too few for one."""
    return _Elsewhere(paired, read) if _processes(len(paired.pending) // LEAST_ROWS) > 1 else None


def _processes(most: int) -> int:
    """Return how many processes work, this one among them: at most as many as have work that is worth them."""
    if most < 2:
        return 1
    from ..batch.pool import can_fork  # what starts processes is loaded for books only
    from ..batch.processes import processors

    return min(processors(), MOST_PROCESSES, most) if can_fork() else 1


def _done_by(
    parts: Sequence[range], do_here: Callable[[range], None], do: Callable[[range], R]
) -> Iterator[tuple[range, R]]:
    """Yield each part of some work but the first with what a forked process makes of it, while the first is done here.

    A part whose process ends is done here at last.
    """
    from ..batch.pool import in_order

    own, *others = parts

    def do_there(part: range) -> R:
        return _or_end(lambda: do(part))

    return zip(others, in_order(do_there, others, do, len(others), lambda: do_here(own)), strict=True)


def _or_end(work: Callable[[], R]) -> R:
    """Return the result of some work of a forked process, or end it: what is wrong is said by the first process."""
    try:
        return work()
    except BaseException:
        os._exit(1)


def _compared_by(count: int, paired: Stage, read: Pair[ReadArticle], progress: Progress) -> list[Row]:
    """Return the rows of a stage with their words compared by some processes, this one among them."""
    from .protocol import packed_words, with_packed_words

    pending = sorted(paired.pending)
    articles = paired.comparison.articles
    rows = list(paired.rows)

    def compare_here(part: range) -> None:
        for done, at in enumerate(pending[part.start : part.stop]):
            progress("comparing words", done / len(part))
            # Packed, as the other processes send them: for all rows at once, spans are the largest values there are.
            rows[at] = with_packed_words(rows[at], packed_words(with_words(rows[at], read)), articles)

    def compare(part: range) -> bytes:
        return _words_of(pending[part.start : part.stop], paired, read)

    for part, packed in _done_by(_parts(_lengths(pending, paired), count), compare_here, compare):
        for at, words in zip(pending[part.start : part.stop], marshal.loads(packed), strict=True):
            rows[at] = with_packed_words(rows[at], words, articles)
    return rows


def _words_of(places: Iterable[int], paired: Stage, read: Pair[ReadArticle]) -> bytes:
    """Return what the words add to some pending rows of a stage, packed."""
    from .protocol import packed_words

    return marshal.dumps([packed_words(with_words(paired.rows[at], read)) for at in places])


def _lengths(places: Iterable[int], paired: Stage) -> list[int]:
    """Return how many characters some rows of a stage have."""
    return [sum(len(span.left) + len(span.right) for span in paired.rows[at].spans) for at in places]


def _parts(lengths: Sequence[int], count: int) -> list[range]:
    """Return the rows of each process, this one first: about as many characters for each, fewer for this one."""
    ends = [*accumulate(lengths)]
    share = ends[-1] / (count - _RECEIVING * (count - 1))
    bounds = [ends[-1] - share * others for others in range(count - 1, 0, -1)]
    cuts = [0, *(sum(end <= bound for end in ends) for bound in bounds), len(lengths)]
    return [range(start, stop) for start, stop in pairwise(cuts)]
