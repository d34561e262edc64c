"""Words of whole articles by outcome, and hidden things by class: the sums of the counts of each row.

row 1   left 20 kept, 2 changed         row 2   left 5 only here
total   left 20 kept, 2 changed, 5 only here
"""

from collections.abc import Iterable

from diffing.model import Comparison, Hidden, Pair, What, WordCounts


def total_words(comparison: Comparison) -> Pair[WordCounts]:
    """Return the words of both articles by outcome, boilerplate left out."""
    counted = [row.words for row in comparison.rows if not row.furniture]
    return Pair(_total(words.left for words in counted), _total(words.right for words in counted))


def total_hidden(comparison: Comparison) -> Pair[dict[What, int]]:
    """Return how many things of each class each article hides; every class has a count."""
    return Pair(
        _by_class(row.hidden.left for row in comparison.rows),
        _by_class(row.hidden.right for row in comparison.rows),
    )


def _by_class(rows: Iterable[tuple[Hidden, ...]]) -> dict[What, int]:
    total = dict.fromkeys(What, 0)
    for hidden in rows:
        for one in hidden:
            total[one.what] += one.times
    return total


def _total(counts: Iterable[WordCounts]) -> WordCounts:
    """Return the sum, without one value for each step: a long text has thousands of rows."""
    counted = [(words.kept, words.moved, words.changed, words.alone, words.translated) for words in counts]
    return WordCounts(*map(sum, zip(*counted, strict=True)))
