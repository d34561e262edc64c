"""A report: what it is about, and by what it can be checked.

All renderers of reports (text, HTML, Markdown, Word) take a Report, and give pieces of a file.
"""

from typing import TYPE_CHECKING, NamedTuple

from diffing.ledger.core.model import Ledger
from diffing.model import Article, Comparison, Pair

if TYPE_CHECKING:
    from diffing.review.reviewed import Reviewed


class Original(NamedTuple):
    """The file that an article was read from: its size in bytes, and its SHA-256 in hexadecimal digits."""

    size: int
    sha256: str

    @classmethod
    def of(cls, content: bytes) -> "Original":
        """Return the facts of a file with that content."""
        import hashlib  # only reports that name it need it

        return cls(len(content), hashlib.sha256(content).hexdigest())


class Report(NamedTuple):
    """A comparison with its ledger, if one was made.

    `originals` are the files, where the articles come from files. `options` are those of the command line that bear on
    the result, such as '--as html'. With `is_whole`, the text has each unchanged paragraph on a line of its own. With a
    `review`, the ledger has no entries that the reader found wrong.
    """

    comparison: Comparison
    ledger: Ledger | None
    originals: Pair[Original] | None = None
    options: str = ""
    is_whole: bool = False
    review: "Reviewed | None" = None

    def languages(self) -> Pair[str]:
        """Return the code of each article's language: that of its metadata, or what its words say; '' for not known.

        Of a translation it is the language that it was compared as.
        """
        if self.comparison.languages is not None:
            return self.comparison.languages
        return self.comparison.articles.map(_language)


def _language(article: Article) -> str:
    from diffing.text.language import language_of  # some reports name no language

    for field in article.metadata:
        if field.name.lower() in ("lang", "language") and field.value.replace("-", "").isalnum():
            return field.value
    return language_of(paragraph.text for paragraph in article.paragraphs)
