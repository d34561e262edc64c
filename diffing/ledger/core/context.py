"""What every subject of the ledger works with.

a finished comparison   ->   its rows and spans as places beside each other, and the lexicons of its two languages
"""

from dataclasses import dataclass

from diffing.ledger.core.correspondence import Correspondence
from diffing.ledger.language.lexicon import Lexicon, lexicon
from diffing.model import Article, Comparison, Pair


@dataclass(frozen=True, slots=True)
class Material:
    """A finished comparison, where its words stand beside each other, and the words and codes of its languages."""

    comparison: Comparison
    correspondence: Correspondence
    lexicons: Pair[Lexicon]
    languages: Pair[str]

    @classmethod
    def of(cls, comparison: Comparison, languages: Pair[str]) -> "Material":
        """The material of a finished comparison of articles in these languages."""
        return cls(comparison, Correspondence(comparison), languages.map(lexicon), languages)

    @property
    def articles(self) -> Pair[Article]:
        """Both articles."""
        return self.comparison.articles
