"""The words of whole articles by outcome: the sum of the counts that survival.py makes for each row.

row 1   left 20 kept, 2 changed         row 2   left 5 only here
total   left 20 kept, 2 changed, 5 only here
"""

from collections.abc import Iterable

from diffing.model import Comparison, Pair, WordCounts


def total_words(comparison: Comparison) -> Pair[WordCounts]:
    """Return the words of both articles by outcome, boilerplate left out."""
    counted = [row.words for row in comparison.rows if not row.furniture]
    return Pair(_total(words.left for words in counted), _total(words.right for words in counted))


def _total(counts: Iterable[WordCounts]) -> WordCounts:
    """Return the sum, without one value for each step: a long text has thousands of rows."""
    counted = [(words.kept, words.moved, words.changed, words.alone) for words in counts]
    return WordCounts(*map(sum, zip(*counted, strict=True)))
