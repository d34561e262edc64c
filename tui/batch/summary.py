"""A small table at the end of a run: how many pairs are related in which way.

newsdiff: 5,000 pairs in 2:10, 38.5 a second
  new version     3,120
  rewrite         1,868
  error              12
"""

from collections import Counter
from collections.abc import Mapping

from diffing.finding.relation import Relation

from .progress import duration

_ERROR = "error"


class Summary:
    """Counts of relations: `before` are those of pairs that an earlier run finished."""

    def __init__(self, before: Mapping[str, int]) -> None:
        self._counts = Counter(before)
        self._before = self._counts.total()

    def add(self, relation: str) -> None:
        """Count a pair by the relation of its articles, '' for a pair that could not be compared."""
        self._counts[relation] += 1

    def text(self, seconds: float) -> str:
        """Return the table; `seconds` is the time of this run."""
        total = self._counts.total()
        done = total - self._before
        rate = f", {done / seconds:,.1f} a second" if done and seconds else ""
        earlier = f", {self._before:,} of them before" if self._before else ""
        lines = [f"newsdiff: {total:,} pair{'' if total == 1 else 's'} in {duration(seconds)}{rate}{earlier}\n"]
        names = {**{one.value: one.replace("_", " ") for one in Relation}, "": _ERROR}
        counted = [(names[one], self._counts[one]) for one in names if self._counts[one]]
        width = max((len(name) for name, _ in counted), default=0)
        digits = max((len(f"{count:,}") for _, count in counted), default=0)
        lines += [f"  {name:<{width}}  {count:>{digits},}\n" for name, count in counted]
        return "".join(lines)
