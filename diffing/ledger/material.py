"""What every subject of the ledger works with."""

from dataclasses import dataclass

from diffing.ledger.correspondence import Correspondence
from diffing.ledger.lexicon import Lexicon
from diffing.model import Article, Comparison, Pair


@dataclass(frozen=True, slots=True)
class Material:
    """A finished comparison, where its words stand beside each other, and the words and codes of its languages."""

    comparison: Comparison
    correspondence: Correspondence
    lexicons: Pair[Lexicon]
    languages: Pair[str]

    @property
    def articles(self) -> Pair[Article]:
        """Both articles."""
        return self.comparison.articles
