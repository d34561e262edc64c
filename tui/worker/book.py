"""A book compared by several processes: the words of its rows, and in two languages how its paragraphs are paired.

    rows 0 .. 14,900        compared here
    rows 14,900 .. 31,000   compared by a process that is forked when all paragraphs are paired

The other process has the articles and the rows already, and sends only what the words add to each row, at its end:
what it wrote piece by piece would stand still until this process reads. The rows are those that one process makes. Of
two languages it also reads one article, and chooses the links of every other piece (share_out): for the screen, too.
"""

import marshal
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import TypeVar

from diffing.comparison import compare_rows, with_words
from diffing.model import Pair, Row
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
        try:
            return do(part)
        except BaseException:
            os._exit(1)  # its part is done here then, and what is wrong is said here

    return zip(others, in_order(do_there, others, do, len(others), lambda: do_here(own)), strict=True)


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
        return marshal.dumps([packed_words(with_words(rows[at], read)) for at in pending[part.start : part.stop]])

    lengths = [sum(len(span.left) + len(span.right) for span in rows[at].spans) for at in pending]
    for part, packed in _done_by(_parts(lengths, count), compare_here, compare):
        for at, words in zip(pending[part.start : part.stop], marshal.loads(packed), strict=True):
            rows[at] = with_packed_words(rows[at], words, articles)
    return rows


def _parts(lengths: Sequence[int], count: int) -> list[range]:
    """Return the rows of each process, this one first: about as many characters for each, fewer for this one."""
    ends = [*accumulate(lengths)]
    share = ends[-1] / (count - _RECEIVING * (count - 1))
    bounds = [ends[-1] - share * others for others in range(count - 1, 0, -1)]
    cuts = [0, *(sum(end <= bound for end in ends) for bound in bounds), len(lengths)]
    return [range(start, stop) for start, stop in pairwise(cuts)]
