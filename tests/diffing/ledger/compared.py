"""Two small texts as the subjects of the ledger get them, and their entries in short."""

from collections.abc import Callable, Iterable

from diffing.comparison import compare
from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.model import Entry
from diffing.model import Article, Pair
from diffing.text.paragraphs import paragraphs

Subjects = Callable[[LedgerContext], Iterable[Entry]]


def context(left: str, right: str, language: str = "") -> LedgerContext:
    """Of two texts, read in a language or in the one they are found to be in."""
    articles = Pair(left, right).map(lambda text: Article("", paragraphs(text)))
    comparison = compare(*articles)
    return LedgerContext.of(comparison, Pair(language, language) if language else None)


def short(entry: Entry, found_in: LedgerContext) -> tuple[str, str, str, str]:
    """The subject, the change, and the words on both sides."""
    texts = (
        " + ".join(place.words(article) for place in own)
        for article, own in zip(found_in.articles, entry.places, strict=True)
    )
    left, right = texts
    return entry.subject.value, entry.change.value, left, right


def found(subject: Subjects, left: str, right: str, language: str = "en") -> list[tuple[str, str, str, str]]:
    """What a subject finds between two texts, in short."""
    given = context(left, right, language)
    return [short(entry, given) for entry in subject(given)]
