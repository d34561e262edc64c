r"""Articles in JSON: one on each line (JSON Lines), or an object, or a list of them.

    {"title": "Dam holds", "text": "At least 14 people died.\n\nNora Lind was there."}       the first
    {"title": "Dam holds", "text": "At least 16 people died.\n\nNora Lind was there."}       --item 2

The field with the text is one of the usual names; HTML in it is read as HTML.
"""

import re
from collections.abc import Sequence
from typing import Any

from diffing.model import Role
from diffing.patterns import lazy_pattern
from diffing.sources.documents import Block, Document
from diffing.sources.limits import UnreadableError
from diffing.sources.markup.bodies import body_of
from diffing.sources.markup.fields import chosen, fields, joined, others
from diffing.sources.markup.json_values import parsed_json
from diffing.sources.registry import Reader, ReadOptions, Sample, decoded_text

_TEXT = (
    "text",
    "body",
    "content",
    "articlebody",
    "article_body",
    "maintext",
    "full_text",
    "fulltext",
    "article",
    "html",
)
_TITLE = ("title", "headline")
_AUTHOR = ("author", "authors", "byline", "creator")
_PUBLISHED = (
    "published",
    "date",
    "published_at",
    "publish_date",
    "date_published",
    "datepublished",
    "pubdate",
    "timestamp",
)
_ADDRESS = ("url", "link", "id", "uri", "guid", "source_url")
_KEY = lazy_pattern(rf'"(?:{"|".join(_TEXT)})"\s*:\s*"', re.IGNORECASE)
# Bytes of a file that is one value and not lines, which are parsed to recognise it.
_QUICK = 1_000_000

Fields = dict[str, Any]


def _recognise(sample: Sample) -> float:
    text = sample.text.lstrip()
    if not text.startswith(("{", "[")) or not _KEY.search(text):
        return 0.0
    line = sample.content.lstrip(b"\xef\xbb\xbf \t\r\n").split(b"\n", 1)[0]
    for content in (line, sample.content[:_QUICK]):
        try:
            value = parsed_json(content.decode("utf-8", errors="replace").removeprefix("\ufeff"))
        except UnreadableError:
            continue
        return 0.8 if any(_text(one) for one in _articles(value)[:1]) else 0.0
    return 0.0


def _read(content: bytes, options: ReadOptions) -> Document:
    text, encoding = decoded_text(content, options)
    articles = _all(text)
    addresses = [[str(one[name]) for name in _ADDRESS if name in one] for one in articles]
    one = articles[chosen(addresses, options.item)]
    if not _text(one):
        names = ", ".join(_TEXT[:3])
        raise UnreadableError(f"is JSON without the text of an article: none of its fields is called {names}")
    body = body_of(_text(one))
    title = " ".join(_value(one, _TITLE).split())
    first = " ".join(body.blocks[0].text.split()) if body.blocks else ""
    heads = [Block(title, Role.HEADING)] if title and title != first else []
    return Document(
        [*heads, *body.blocks],
        encoding,
        fields(
            title=title,
            author=_value(one, _AUTHOR),
            published=_value(one, _PUBLISHED),
            modified=_value(one, ("modified", "updated", "updated_at", "date_modified")),
            url=_value(one, _ADDRESS),
            language=_value(one, ("language", "lang")),
            publisher=_value(one, ("publisher", "source", "site_name")),
            version=_value(one, ("version", "revision")),
        ),
        (*body.notes, *others(len(articles))),
    )


def _all(text: str) -> list[Fields]:
    """Return the articles of a file. Raises UnreadableError with the line that is no JSON."""
    lines = [(number, line) for number, line in enumerate(text.split("\n"), start=1) if line.strip()]
    try:
        values = [parsed_json(line, number) for number, line in lines]
    except UnreadableError as error:
        try:
            return list(_articles(parsed_json(text)))
        except UnreadableError as whole:
            raise (error if len(lines) > 1 and _is_object(lines[0][1]) else whole) from None
    return [one for value in values for one in _articles(value)]


def _is_object(line: str) -> bool:
    return line.strip().startswith("{") and line.strip().endswith("}")


def _articles(value: Any) -> Sequence[Fields]:
    """Return the objects in a value, with their names in small letters."""
    values = value if isinstance(value, list) else [value]
    return [{name.lower(): own for name, own in one.items()} for one in values if isinstance(one, dict)]


def _text(one: Fields) -> str:
    return next((one[name] for name in _TEXT if isinstance(one.get(name), str) and one[name].strip()), "")


def _value(one: Fields, names: tuple[str, ...]) -> str:
    """Return the first of these fields on one line; several names with a semicolon between them."""
    for name in names:
        value = one.get(name)
        if isinstance(value, list):
            value = joined(each.get("name") if isinstance(each, dict) else each for each in value)
        if isinstance(value, str | int | float) and not isinstance(value, bool) and str(value).strip():
            return str(value)
    return ""


READER = Reader("jsonl", _recognise, _read, has_items=True)
