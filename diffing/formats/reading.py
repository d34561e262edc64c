"""Read newsdiff's JSON back into the values it was written from.

from_json(to_json(comparison)) == comparison

What the document repeats for its readers (`class`, `survival`, `moved_blocks`, `metadata_changes`, the number of a
row) is not read: it follows from the rest. A text from anywhere may be given: what is not a document of version 2
or 3 raises FormatError with one line.
"""

from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

from diffing.errors import FormatError
from diffing.formats.articles import article_of
from diffing.formats.details import detail_of
from diffing.formats.fields import (
    FieldError,
    Fields,
    array,
    count,
    index,
    integer,
    made,
    member,
    number,
    or_none,
    parsed,
    share,
    text,
    truth,
)
from diffing.formats.json import TRANSLATION_VERSION, VERSION
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, HiddenEntry, Ledger, Subject
from diffing.ledger.core.ranking import RULES
from diffing.model import (
    NOTHING_HIDDEN,
    Article,
    Comparison,
    Direction,
    Evidence,
    Hidden,
    Kind,
    Op,
    Pair,
    Place,
    Row,
    Span,
    What,
    WordCounts,
)

T = TypeVar("T")


class Document(NamedTuple):
    """The content of a document: the comparison, and its ledger if there is one."""

    comparison: Comparison
    ledger: Ledger | None


def from_json(document: str) -> Comparison:
    """Return the comparison of a document; the text of a pair in a batch (one line) is a document too.

    Raises FormatError.
    """
    return document_from_json(document).comparison


def ledger_from_json(document: str) -> Ledger | None:
    """Return the ledger of a document, None for a document without one. Raises FormatError."""
    return document_from_json(document).ledger


def document_from_json(document: str) -> Document:
    """Return the comparison and the ledger of a document, read once. Raises FormatError."""
    value = parsed(document)
    try:
        fields = Fields(value)
        _check_version(fields)
        comparison = _comparison(fields)
        ledger = fields.optional("ledger", lambda found: ledger_of(found, comparison), None)
    except FieldError as error:
        where = f" {error.path}:" if error.path else ""
        raise FormatError(f"not a newsdiff document:{where} {error.reason}") from None
    return Document(comparison, ledger)


def _check_version(fields: Fields) -> None:
    if "version" not in fields and "error" in fields:
        raise FieldError("the pair could not be compared")
    version = fields.read("version", integer)
    if version < VERSION:
        raise FormatError(f"version {version} of newsdiff's JSON is no longer read, only version {VERSION}")
    if version > TRANSLATION_VERSION:
        raise FormatError(f"a newer newsdiff wrote this: its JSON is not version {VERSION} or {TRANSLATION_VERSION}")


def _comparison(fields: Fields) -> Comparison:
    return comparison_of(fields, Pair(fields.read("left", article_of), fields.read("right", article_of)))


def comparison_of(fields: Fields, articles: Pair[Article]) -> Comparison:
    """Return the comparison of two articles from its other fields. Raises FieldError."""
    bounded = fields.read("bounded", truth)
    rows = fields.read("rows", lambda value: rows_of(value, articles))
    languages = fields.optional("languages", _languages, None)
    none: tuple[tuple[int, int], ...] = ()
    parted = fields.optional("parted", array(lambda value: _parted(value, articles)), none)
    return made(Comparison, articles.left, articles.right, rows, bounded, parted, languages)


def _parted(value: Any, articles: Pair[Article]) -> tuple[int, int]:
    left, right = (index(len(article.paragraphs)) for article in articles)
    return Fields(value).read("left", left), Fields(value).read("right", right)


def _languages(value: Any) -> Pair[str]:
    return _both(or_none(text))(value).map(lambda language: language or "")


def _both(read: Callable[[Any], T]) -> Callable[[Any], Pair[T]]:
    """Return a reader of an object with a field for each side."""
    return lambda value: Pair(Fields(value).read("left", read), Fields(value).read("right", read))


def rows_of(value: Any, articles: Pair[Article]) -> tuple[Row, ...]:
    """Return the rows of two articles. Raises FieldError."""
    own = array(index(len(articles.left.paragraphs)))
    other = array(index(len(articles.right.paragraphs)))
    row_index = or_none(index(len(value) if isinstance(value, list) else 0))

    def rival(value: Any) -> Pair[tuple[int, ...]]:
        return Pair(Fields(value).read("left", own), Fields(value).read("right", other))

    def evidence(value: Any, precise: Fields) -> Evidence:
        fields = Fields(value)
        return Evidence(
            precise.optional("log_odds", number, fields.read("log_odds", number)),
            precise.optional("margin", number, fields.read("margin", number)),
            fields.read("rival", or_none(rival)),
            fields.read("shared", array(text)),
            fields.read("uncertain", truth),
        )

    def span(value: Any) -> Span:
        return _span(value, row_index)

    def row(value: Any) -> Row:
        fields = Fields(value)
        left, right = fields.read("left", own), fields.read("right", other)
        precise = fields.optional("precise", Fields, Fields({}))
        similarity = precise.optional("similarity", share, fields.read("similarity", share))
        spans = fields.read("spans", array(span))
        for name, joined, texts in (
            ("left", articles.left.text(left), [one.left for one in spans]),
            ("right", articles.right.text(right), [one.right for one in spans]),
        ):
            if "".join(texts) != joined:
                raise FieldError(f"the {name} texts do not join to the {name} paragraphs", "spans")
        return made(
            Row,
            fields.read("kind", member(Kind)),
            left,
            right,
            fields.read("moved", truth),
            similarity,
            spans,
            fields.read("evidence", or_none(lambda found: evidence(found, precise))),
            fields.read("furniture", truth),
            fields.read("words", _both(_word_counts)),
            fields.optional("hidden", _both(array(_hidden)), NOTHING_HIDDEN),
            fields.optional("direction", member(Direction), None),
            fields.optional("pinned", truth, default=False),
            fields.optional("rule", text, ""),
        )

    return array(row)(value)


def _span(value: Any, row_index: Callable[[Any], int | None]) -> Span:
    fields = Fields(value)
    left, right = fields.read("left", text), fields.read("right", text)
    return made(
        Span,
        fields.read("op", member(Op)),
        left,
        right,
        fields.optional("typographic", truth, default=False),
        fields.optional("move", integer, None),
        fields.optional("move_row", row_index, None),
        fields.optional("bounded", truth, default=False),
        fields.optional("letters", lambda found: _letters(found, Pair(left, right)), None),
        fields.optional("sign", text, ""),
        fields.optional("lookalike", truth, default=False),
        fields.optional("rule", text, ""),
    )


def _letters(value: Any, texts: Pair[str]) -> Pair[tuple[int, int]]:
    fields = Fields(value)
    return Pair(fields.read("left", _range_of(texts.left)), fields.read("right", _range_of(texts.right)))


def _range_of(whole: str) -> Callable[[Any], tuple[int, int]]:
    """Return a reader of the start and end of a range in a text."""

    def read(value: Any) -> tuple[int, int]:
        match array(index(len(whole) + 1))(value):
            case (start, end) if start <= end:
                return start, end
            case _:
                raise FieldError("not a range")

    return read


def _word_counts(value: Any) -> WordCounts:
    fields = Fields(value)
    return WordCounts(
        fields.read("kept", count),
        fields.read("moved", count),
        fields.read("changed", count),
        fields.read("alone", count),
        fields.optional("translated", count, 0),
    )


def _hidden(value: Any) -> Hidden:
    fields = Fields(value)
    return Hidden(
        fields.read("what", member(What)),
        fields.read("name", text),
        fields.read("word", or_none(text)) or "",
        fields.read("count", count),
    )


def ledger_of(value: Any, comparison: Comparison) -> Ledger:
    """Return the ledger of a comparison. Raises FieldError."""
    fields = Fields(value)
    languages = fields.read("languages", _languages)
    left, right = place_reader(comparison.left), place_reader(comparison.right)

    def entry(value: Any) -> Entry:
        fields = Fields(value)
        subject, change = fields.read("subject", member(Subject)), fields.read("change", member(Change))
        if not any(rule.subject is subject and (not rule.changes or change in rule.changes) for rule in RULES):
            raise FieldError(f"a {subject} is never {change}")
        place = right if change is Change.GONE else left
        return made(
            Entry,
            subject,
            change,
            fields.read("left", array(left)),
            fields.read("right", array(right)),
            fields.read("location", member(Location)),
            fields.read("detail", or_none(lambda found: detail_of(found, place))),
            fields.read("children", array(entry)),
        )

    def hidden(value: Any) -> HiddenEntry:
        return made(HiddenEntry, entry(value), Fields(value).read("rule", or_none(text)) or "")

    nothing: tuple[HiddenEntry, ...] = ()
    return made(
        Ledger,
        fields.read("entries", array(entry)),
        languages,
        fields.read("uncovered", array(member(Subject))),
        fields.optional("hidden", array(hidden), nothing),
    )


def place_reader(article: Article) -> Callable[[Any], Place]:
    """Return a reader of a place of an article, whose text must be what stands there."""
    paragraph = index(len(article.paragraphs))

    def read(value: Any) -> Place:
        fields = Fields(value)
        at = fields.read("paragraph", paragraph)
        length = len(article.paragraphs[at].text)
        place = Place(at, fields.read("start", index(length)), fields.read("end", index(length + 1)))
        if place.start >= place.end or place.words(article) != fields.read("text", text):
            raise FieldError("the text does not stand there")
        return place

    return read
