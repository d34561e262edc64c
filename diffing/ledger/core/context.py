"""The context that all subjects of the ledger use.

a finished comparison   ->   its articles, their lexicons, and the correspondence of their places
"""

from dataclasses import dataclass, field

from diffing.ledger.core.correspondence import Correspondence
from diffing.ledger.language.lexicon import Lexicon, lexicon
from diffing.model import Article, Comparison, Pair
from diffing.text.reading import ReadArticle, ReadText, read_articles


@dataclass(frozen=True, slots=True)
class LedgerContext:
    """A finished comparison, its articles as they are read, and the lexicons and codes of its languages.

    `correspondence` relates the places of both sides. `extracts` keeps the results of extraction by the extracting
    function, the code of the lexicon and the text; see Side.extract.
    """

    comparison: Comparison
    read: Pair[ReadArticle]
    correspondence: Correspondence
    lexicons: Pair[Lexicon]
    languages: Pair[str]
    extracts: dict[tuple[object, str, ReadText], object] = field(default_factory=dict)

    @classmethod
    def of(
        cls, comparison: Comparison, languages: Pair[str] | None = None, read: Pair[ReadArticle] | None = None
    ) -> "LedgerContext":
        """Return the context of a finished comparison; by default the languages are detected.

        `read` are the articles as they were read for the comparison.
        """
        read = read or read_articles(comparison.articles)
        languages = languages or read.map(lambda article: article.language)
        return cls(comparison, read, Correspondence(comparison, read), languages.map(lexicon), languages)

    @property
    def articles(self) -> Pair[Article]:
        """Both articles."""
        return self.comparison.articles
