"""What a ledger costs: so little for articles that it is made unasked, and minutes for a library."""

from diffing.model import Comparison

# Characters of both articles up to which a ledger takes a second at most; a reader of longer ones asks for it.
_SHORT = 400_000


def is_short(comparison: Comparison) -> bool:
    """Whether the articles are so short that their ledger costs little, and can be made unasked."""
    return sum(article.length for article in comparison.articles) <= _SHORT
