"""Decide whether two texts are versions of one story.

Twelve words of thirty are the same      one story, rewritten
a byline and a date are the same         two stories
"""

from diffing.comparison import compare
from diffing.measures.relatedness import may_be_unrelated
from diffing.measures.totals import total_words
from diffing.sources.plain import Source

# The share of the words of the shorter article that the other one has: articles of one paper share
# its name, its lines of the day, and the words of every article.
_LEAST_KEPT = 0.45


def story_in_common(one: Source, other: Source) -> float:
    """Return the share of the words of one of two articles that the other one has, 0 if they are of two stories."""
    comparison = compare(one, other)
    share = max(side.verbatim_share if side.total else 0.0 for side in total_words(comparison))
    return share if share >= _LEAST_KEPT and not may_be_unrelated(comparison) else 0.0
