"""The context that all subjects of the ledger use.

a finished comparison   ->   its articles, their lexicons, and the correspondence of their places
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast

from diffing.ledger.core.correspondence import Correspondence
from diffing.ledger.language.lexicon import Lexicon, lexicon
from diffing.model import Article, Comparison, Op, Pair
from diffing.text.language import likely_language, may_be_in
from diffing.text.reading import ReadArticle, ReadText, read_articles

T = TypeVar("T")

Extracts = dict[tuple[object, str, ReadText], Any]
"""Results of extraction by the extracting function, the code of the lexicon, and the text; see Side.extract."""


@dataclass(frozen=True, slots=True)
class LedgerContext:
    """A finished comparison, its articles as they are read, and the lexicons and codes of its languages.

    `correspondence` relates the places of both sides. `extracts` keeps the results of extraction.
    """

    comparison: Comparison
    read: Pair[ReadArticle]
    correspondence: Correspondence
    lexicons: Pair[Lexicon]
    languages: Pair[str]
    extracts: Extracts = field(default_factory=dict)
    _results: dict[object, object] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        comparison: Comparison,
        languages: Pair[str] | None = None,
        read: Pair[ReadArticle] | None = None,
        extracts: Extracts | None = None,
    ) -> "LedgerContext":
        """Return the context of a finished comparison; by default the languages are detected.

        `read` are the articles as they were read for the comparison. `extracts` are results for texts that these
        articles share with others.
        """
        read = read or read_articles(comparison.articles)
        languages = languages or _by_the_other(read.map(lambda article: article.language), comparison)
        lexicons = _known(languages, comparison).map(lexicon)
        correspondence = Correspondence(comparison, read)
        return cls(comparison, read, correspondence, lexicons, languages, {} if extracts is None else extracts)

    def once(self, maker: Callable[["LedgerContext"], T]) -> T:
        """Return the result of `maker` for this context; it is made at the first call, and several subjects use it."""
        if maker not in self._results:
            self._results[maker] = maker(self)
        return cast(T, self._results[maker])

    def keep(self, maker: Callable[["LedgerContext"], T], result: T) -> None:
        """Keep a result of `maker`, which is then not called for this context."""
        self._results[maker] = result

    @property
    def articles(self) -> Pair[Article]:
        """Both articles."""
        return self.comparison.articles


# An article of which this share of the characters stands in the other one is in the language of the other one.
_SAME_LANGUAGE = 0.5
# Characters of a text that may be too short for its language to be known.
_SHORT = 600


def _by_the_other(languages: Pair[str], comparison: Comparison) -> Pair[str]:
    """Return the languages of both articles; a short one is in that of the other one if its words do not deny it.

    If both are short and paired, they are read together.
    """
    known = languages.left or languages.right
    if (languages.left and languages.right) or not any(row.left and row.right for row in comparison.rows):
        return languages
    left, right = comparison.articles.map(lambda article: "\n".join(one.text for one in article.paragraphs))
    if not known and len(left) + len(right) <= _SHORT:
        # Two sentences are too short each, and have common words enough together.
        known = likely_language(f"{left}\n{right}")
        return Pair(known, known)
    unknown = right if languages.left else left
    return Pair(known, known) if known and len(unknown) <= _SHORT and may_be_in(unknown, known) else languages


def _known(languages: Pair[str], comparison: Comparison) -> Pair[str]:
    """Return the languages of both articles; one too short for detection has that of an article with the same text."""
    if bool(languages.left) == bool(languages.right):
        return languages
    texts = comparison.articles.map(lambda article: sum(len(paragraph.text) for paragraph in article.paragraphs))
    equal = sum(len(span.left) for row in comparison.rows for span in row.spans if span.op is Op.EQUAL)
    if equal < _SAME_LANGUAGE * max(texts):
        return languages
    return Pair(languages.left or languages.right, languages.right or languages.left)
