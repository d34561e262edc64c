"""Words of whole articles by outcome, and hidden things by class: the sums of the counts of each row.

row 1   left 20 kept, 2 changed         row 2   left 5 only here
total   left 20 kept, 2 changed, 5 only here
"""

from collections.abc import Iterable

from diffing.model import Comparison, Hidden, Pair, What, WordCounts

TRANSLATION_SHARE = 0.5
"""Share of the words of one article in linked sentences of certain pairs, from which an article is a translation of the
other one. The invented translations have .84 and more; two texts on other matters are linked too, but with doubt."""


def total_words(comparison: Comparison) -> Pair[WordCounts]:
    """Return the words of both articles by outcome, boilerplate left out."""
    counted = [row.words for row in comparison.rows if not row.furniture]
    return Pair(_total(words.left for words in counted), _total(words.right for words in counted))


def is_translation(comparison: Comparison) -> bool:
    """Return whether articles in two languages are one text: two reports on one event are not."""
    if comparison.languages is None:
        return False
    certain = [
        row.words for row in comparison.rows if not row.furniture and row.evidence and not row.evidence.uncertain
    ]
    linked = sum(words.left.translated for words in certain), sum(words.right.translated for words in certain)
    return any(
        words.total and part / words.total >= TRANSLATION_SHARE
        for part, words in zip(linked, total_words(comparison), strict=True)
    )


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
