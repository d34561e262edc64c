"""The relatedness of two articles: one story or two.

    8 % of the words are kept, 30 % are in paragraphs with a counterpart     perhaps two stories
    40 % of the words are kept                                               one story

Any two texts share a few words. A comparison with almost no counterparts warns the reader that a wrong file may be
open.
"""

from diffing.measures.totals import total_words
from diffing.model import Comparison

MOST_KEPT = 0.1
"""Share of the words (0..1) that the other article has too, below which on both sides two articles may be two stories.
In 636 pairs of the gold it is .145 or more on one side, and .26 except in a summary of a chapter. In 1,221 pairs of
articles of the gold that are of two stories it is .08 or less, and .03 in 99 of 100.
"""

MOST_PAIRED = 0.5
"""Share of the words (0..1) in paragraphs with a counterpart, below which two articles may be two stories. A single
sentence in quite different words has a counterpart; so have 2 of the pairs of two stories. The two limits together call
none of 1,186 pairs of the gold two stories.
"""


def may_be_unrelated(comparison: Comparison) -> bool:
    """Return whether both articles have almost no kept words and few paired paragraphs, boilerplate left out."""
    total = total_words(comparison)
    if not all(side.total for side in total):
        return False
    in_pairs = [row.words for row in comparison.rows if row.left and row.right]
    paired = (sum(words.left.total for words in in_pairs), sum(words.right.total for words in in_pairs))
    return all(
        side.verbatim_share < MOST_KEPT and words < MOST_PAIRED * side.total
        for side, words in zip(total, paired, strict=True)
    )
