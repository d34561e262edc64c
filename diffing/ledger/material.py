"""What every subject of the ledger works with."""

from dataclasses import dataclass

from diffing.ledger.correspondence import Correspondence
from diffing.ledger.lexicon import Lexicon, lexicon
from diffing.model import Article, Comparison, Pair

UNKNOWN: Pair[str] = Pair("", "")
"""The codes of languages that are not known."""


@dataclass(frozen=True, slots=True)
class Material:
    """A finished comparison, where its words stand beside each other, and the words and codes of its languages."""

    comparison: Comparison
    correspondence: Correspondence
    lexicons: Pair[Lexicon]
    languages: Pair[str] = UNKNOWN

    @classmethod
    def of(cls, comparison: Comparison, languages: Pair[str]) -> "Material":
        """The material of a finished comparison of articles in these languages."""
        return cls(comparison, Correspondence(comparison), languages.map(lexicon), languages)

    @property
    def articles(self) -> Pair[Article]:
        """Both articles."""
        return self.comparison.articles
