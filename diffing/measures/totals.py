"""The words of whole articles by what became of them: the sum of what survival.py counted row by row."""

from collections.abc import Iterable

from diffing.model import Comparison, Pair, WordCounts


def total_words(comparison: Comparison) -> Pair[WordCounts]:
    """The words of both articles by what became of them, page furniture left out."""
    counted = [row.words for row in comparison.rows if not row.furniture]
    return Pair(_total(words.left for words in counted), _total(words.right for words in counted))


def _total(counts: Iterable[WordCounts]) -> WordCounts:
    """The sum, without one value for each step: a book has thousands of rows."""
    fates = [(words.kept, words.moved, words.changed, words.alone) for words in counts]
    return WordCounts(*map(sum, zip(*fates, strict=True)))
