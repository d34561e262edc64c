"""The relatedness of two articles: one story or two.

    8 % of the words are kept, 30 % are in paragraphs with a counterpart     perhaps two stories
    40 % of the words are kept                                               one story
    two languages: Herrera, 640, May in four links of five                   one story
    two languages: May in one link of five                                   perhaps two stories

Any two texts share a few words. A comparison with almost no counterparts warns the reader that a wrong file may be
open. Of two languages, the lengths alone find a counterpart for most paragraphs; so it counts what their links share.
"""

from diffing.measures.totals import total_words
from diffing.model import Comparison, Pair, Row, WordCounts

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


STRONG = 6.0
"""Log-odds of a link of two languages from which it shows alone that two articles are of one story. Such links have .24
of the words of one side or more in the invented translations and in 29 chapters of Bibles; in 916 pairs of articles on
other matters .05 or less in nine of ten.
"""

MOST_SHARED = 1.0
"""Numbers, names and words that a link of two stories shares on average, less than that. It is 1.4 or more in the same
translations and chapters, and .3 in the median of pairs on other matters."""

LEAST_PARAGRAPHS = 4
"""Paragraphs of each side from which two languages are judged: in a short text all evidence weighs little."""


def may_be_unrelated(comparison: Comparison) -> bool:
    """Return whether two articles hardly correspond, boilerplate left out.

    In one language they have almost no kept words and few paired paragraphs. In two, no link of weight, and few
    paired paragraphs or little that these share.
    """
    total = total_words(comparison)
    if not all(side.total for side in total):
        return False
    pairs = [row for row in comparison.rows if row.left and row.right]
    is_little_paired = all(share < MOST_PAIRED for share in _shares(pairs, total))
    if comparison.languages is None:
        return is_little_paired and all(side.verbatim_share < MOST_KEPT for side in total)
    rows = [row for row in comparison.rows if not row.furniture]
    if min(sum(len(row.left) for row in rows), sum(len(row.right) for row in rows)) < LEAST_PARAGRAPHS:
        return False
    # A link without evidence is the reader's.
    strong = [row for row in pairs if row.evidence is None or row.evidence.odds >= STRONG]
    shared = sum(len(row.evidence.shared) for row in pairs if row.evidence)
    return all(share < MOST_KEPT for share in _shares(strong, total)) and (
        is_little_paired or shared < MOST_SHARED * len(pairs)
    )


def _shares(rows: list[Row], total: Pair[WordCounts]) -> Pair[float]:
    """Return the share of the words of each side that some rows have."""
    return Pair(
        sum(row.words.left.total for row in rows) / total.left.total,
        sum(row.words.right.total for row in rows) / total.right.total,
    )
