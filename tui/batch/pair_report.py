"""The page of a pair and its row of the index, on their way from the process that compared it."""

from typing import NamedTuple

from diffing.model import Pair


class IndexRow(NamedTuple):
    """A pair in the index: why it could not be compared, '' if it was; changes by group; the weightiest in words.

    `headline` is that of the right article, or else of the left one. `remark` says what there is if nothing is listed.
    """

    names: Pair[str | None]
    error: str
    counts: tuple[int, ...]
    first: str
    is_identical: bool = False
    headline: str = ""
    remark: str = ""


class PairReport(NamedTuple):
    """The page of a pair, None where it could not be compared, and its row of the index."""

    page: bytes | None
    row: IndexRow


def failed_row(names: Pair[str | None], reason: str) -> PairReport:
    """Return the row of a pair that could not be compared."""
    return PairReport(None, IndexRow(names, reason, (), ""))
