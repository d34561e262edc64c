"""Whether two articles tell the same story at all.

Any two texts share a few words, and the reader of a comparison without a counterpart in it should be told what may be
the reason: that the wrong file was opened.
"""

from diffing.measures.totals import total_words
from diffing.model import Comparison

MOST_KEPT = 0.1
"""Share of the words (0..1) that the other article has too, below which on both sides two articles may be two stories.
In 636 pairs of the gold it is .145 or more on one side, and .26 but for a summary of a chapter; in 1,221 pairs of
articles of the gold that are of two stories .08 or less, and .03 in 99 of 100."""

MOST_PAIRED = 0.5
"""Share of the words (0..1) in paragraphs with a counterpart, below which the same. A single sentence in quite other
words has a counterpart; of the pairs of two stories 2 have more. The two together call none of 1,186 pairs of the gold
two stories."""


def may_be_unrelated(comparison: Comparison) -> bool:
    """Whether hardly a word and few paragraphs of a finished comparison have a counterpart, page furniture left out."""
    if not comparison.is_finished:
        return False
    total = total_words(comparison)
    if not all(side.total for side in total):
        return False
    in_pairs = [row.words for row in comparison.rows if row.left and row.right]
    paired = (sum(words.left.total for words in in_pairs), sum(words.right.total for words in in_pairs))
    return all(
        side.verbatim_share < MOST_KEPT and words < MOST_PAIRED * side.total
        for side, words in zip(total, paired, strict=True)
    )
