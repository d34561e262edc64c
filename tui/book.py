"""The words of a book compared by several processes: two thirds of the time that a book takes.

    rows 0 .. 14,900        compared here
    rows 14,900 .. 31,000   compared by a process that is forked when all paragraphs are paired

The other process has the articles and the rows already, and sends only what the words add to each row, at its end:
what it wrote piece by piece would stand still until this process reads. The rows are those that one process makes.
"""

import marshal
import os
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise

from diffing.comparison import compare_rows, with_words
from diffing.model import Pair, Row
from diffing.stage import Progress, Stage
from diffing.text.reading import ReadArticle

# Rows for which a process is worth its start and its memory: a second's work.
LEAST_ROWS = 2_000
# Processes, at most: each writes on a part of the memory that they share.
MOST_PROCESSES = 4
# Time to make a row of what another process sends, as a share of the time to compare it.
_RECEIVING = 0.1


def rows_of_book(paired: Stage, read: Pair[ReadArticle], progress: Progress) -> Iterable[Row]:
    """Return the rows of a stage with the words of every pending one compared: of many, by several processes."""
    if len(paired.pending) < 2 * LEAST_ROWS:
        return compare_rows(paired, read, progress)
    from .batch.pool import can_fork  # what starts processes is loaded for books only
    from .batch.processes import processors

    count = min(processors(), MOST_PROCESSES, len(paired.pending) // LEAST_ROWS)
    if count < 2 or not can_fork():
        return compare_rows(paired, read, progress)
    return _compared_by(count, paired, read, progress)


def _compared_by(count: int, paired: Stage, read: Pair[ReadArticle], progress: Progress) -> list[Row]:
    """Return the rows of a stage with their words compared by some processes, this one among them."""
    from .batch.pool import in_order
    from .worker.protocol import packed_words, with_packed_words

    pending = sorted(paired.pending)
    articles = paired.comparison.articles
    rows = list(paired.rows)
    own, *others = _parts([sum(len(span.left) + len(span.right) for span in rows[at].spans) for at in pending], count)

    def compare_own() -> None:
        for done, at in enumerate(pending[own.start : own.stop]):
            progress("comparing words", done / len(own))
            # Packed, as the other processes send them: for all rows at once, spans are the largest values there are.
            rows[at] = with_packed_words(rows[at], packed_words(with_words(rows[at], read)), articles)

    def compare(part: range) -> bytes:
        return marshal.dumps([packed_words(with_words(rows[at], read)) for at in pending[part.start : part.stop]])

    def compare_there(part: range) -> bytes:
        try:
            return compare(part)
        except BaseException:
            os._exit(1)  # its part is compared here then, and what is wrong is said here

    received = in_order(compare_there, others, compare, len(others), compare_own)
    for part, packed in zip(others, received, strict=True):
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
