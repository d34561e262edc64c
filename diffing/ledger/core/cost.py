"""Decide whether the ledger of a comparison is cheap: for articles it takes milliseconds, for long books minutes."""

from diffing.model import Comparison

# Characters of both articles up to which a ledger takes at most a second. For longer articles it is made on request.
_SHORT = 400_000


def is_short(comparison: Comparison) -> bool:
    """Return whether the articles are short enough to make their ledger without a request."""
    return sum(article.length for article in comparison.articles) <= _SHORT
