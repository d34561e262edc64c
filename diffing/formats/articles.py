"""An article in newsdiff's JSON, and back.

{"source": "a.html", "encoding": "utf-8", "format": "html", "paragraphs": [{"text": "Dam holds", "start": 0, ...}]}

What follows from a default is not written: the format of a plain text, the role of a paragraph that has none.
"""

from collections.abc import Callable, Iterator
from typing import Any

from diffing.formats.fields import FieldError, Fields, array, count, integer, made, member, text
from diffing.model import Article, MetadataField, Paragraph, Place, Reading, ReadingNote, Revision, Role

PLAIN = "text"
"""The format of plain text, which a document does not name."""

_NO_BREAKS: tuple[int, ...] = ()


def article_pieces(article: Article, dump: Callable[[Any], str]) -> Iterator[str]:
    """Yield the JSON of an article in pieces; `dump` writes a value."""
    facts: dict[str, Any] = {"source": article.source, "encoding": article.encoding}
    if article.metadata:
        facts["metadata"] = [{"name": field.name, "value": field.value} for field in article.metadata]
    if article.format != PLAIN:
        facts["format"] = article.format
    if article.language:
        facts["language"] = article.language
    if article.notes:
        facts["notes"] = [{"what": note.what, "count": note.count} for note in article.notes]
    if article.revisions:
        facts["revisions"] = [_revision_document(article, revision) for revision in article.revisions]
    yield f'{dump(facts)[:-1]}, "paragraphs": ['
    between = ""
    for paragraph in article.paragraphs:
        document: dict[str, Any] = {"text": paragraph.text, "start": paragraph.start, "end": paragraph.end}
        if paragraph.breaks:
            document["breaks"] = paragraph.breaks
        if paragraph.role is not Role.TEXT:
            document["role"] = paragraph.role
        yield between + dump(document)
        between = ", "
    yield "]}"


def _revision_document(article: Article, revision: Revision) -> dict[str, Any]:
    place = revision.place
    return {
        "paragraph": place.paragraph,
        "start": place.start,
        "end": place.end,
        "text": place.words(article),
        "author": revision.author,
        "date": revision.date,
    }


def article_of(value: Any) -> Article:
    """Return the article of a parsed document. Raises FieldError where a field is not as it must be."""
    fields = Fields(value)
    paragraphs = fields.read("paragraphs", array(_paragraph))
    return Article(
        fields.read("source", text),
        paragraphs,
        fields.read("encoding", text),
        fields.optional("metadata", array(_metadata_field), ()),
        fields.optional("format", text, PLAIN),
        fields.optional("notes", array(_reading_note), ()),
        fields.optional("revisions", array(lambda value: _revision(value, paragraphs)), ()),
        fields.optional("language", text, ""),
    )


def _metadata_field(value: Any) -> MetadataField:
    fields = Fields(value)
    return MetadataField(fields.read("name", text), fields.read("value", text))


def _reading_note(value: Any) -> ReadingNote:
    fields = Fields(value)
    return ReadingNote(fields.read("what", member(Reading)), fields.read("count", count))


def _revision(value: Any, paragraphs: tuple[Paragraph, ...]) -> Revision:
    fields = Fields(value)
    place = Place(fields.read("paragraph", count), fields.read("start", count), fields.read("end", count))
    length = len(paragraphs[place.paragraph].text) if place.paragraph < len(paragraphs) else 0
    if not place.start < place.end <= length:
        raise FieldError("no words stand there")
    return Revision(place, fields.read("author", text), fields.read("date", text))


def _paragraph(value: Any) -> Paragraph:
    fields = Fields(value)
    return made(
        Paragraph,
        fields.read("text", text),
        fields.read("start", integer),
        fields.read("end", integer),
        fields.optional("breaks", array(integer), _NO_BREAKS),
        fields.optional("role", member(Role), Role.TEXT),
    )
