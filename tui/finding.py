"""What a search finds in a comparison: which rows have matches, how many, and which comes next."""

from dataclasses import dataclass
from functools import cached_property

from diffing.model import Comparison
from tui.searching import Search


@dataclass(frozen=True)
class Finding:
    """The matches of a search in a comparison, by rows."""

    comparison: Comparison
    search: Search

    @cached_property
    def counts(self) -> dict[int, int]:
        """The rows that hold what is searched for, in order, and how often each does."""
        counted = ((index, self._count(index)) for index in range(len(self.comparison.rows)))
        return {index: count for index, count in counted if count}

    def _count(self, index: int) -> int:
        row = self.comparison.rows[index]
        texts = (self.comparison.left.text(row.left), self.comparison.right.text(row.right))
        return sum(len(self.search.stretches(text)) for text in texts)

    def next_row(self, here: int, by: int) -> int | None:
        """The next or previous row with a match; behind the last one the first; none where nothing is found."""
        ordered = list(self.counts)[::by]
        return next((row for row in ordered if (row - here) * by > 0), ordered[0] if ordered else None)

    def told(self) -> str:
        """How many matches there are, in words."""
        if not self.counts:
            return self.search.fault or "no match"
        total, rows = sum(self.counts.values()), len(self.counts)
        return f"{total} match{'' if total == 1 else 'es'} in {rows} row{'' if rows == 1 else 's'}"

    def told_at(self, row: int) -> str:
        """Where among the matches those of a row stand."""
        before = sum(count for other, count in self.counts.items() if other < row)
        here = f"{before + 1}" if self.counts[row] == 1 else f"{before + 1}-{before + self.counts[row]}"
        return f"match {here} of {sum(self.counts.values())}"
