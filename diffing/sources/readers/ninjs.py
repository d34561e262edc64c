"""News items in JSON, IPTC ninjs 1 to 3.

    {"uri": "a:1", "headline": "Dam holds", "body_text": "..."}                          1.x
    {"uri": "a:1", "headlines": [{"value": "Dam holds"}], "bodies": [{"contentType": "text/plain", "value": "..."}]}
                                                                                         2.x and 3.x

The names of 3.x differ from those of 2.x in capitals only: contentType, edNote. Several bodies are forms of one text.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from diffing.model import Reading, Role
from diffing.patterns import lazy_pattern
from diffing.sources.documents import Block, Document
from diffing.sources.limits import UnreadableError
from diffing.sources.markup.bodies import Body, body_of, plain_blocks, richest
from diffing.sources.markup.credits import with_credits
from diffing.sources.markup.fields import counted, fields, joined, withdrawn
from diffing.sources.markup.json_values import parsed_json
from diffing.sources.registry import Reader, ReadOptions, Sample, decoded_text

_KEY = lazy_pattern(r'"(uri|body_\w+|bodies|headlines?|versioncreated|pubstatus|representationtype|body\w+)"\s*:', re.I)
_SUB_HEADLINE = lazy_pattern(r"sub|deck|second", re.IGNORECASE)
_NITF = "nitf"
_MARKUP_FIRST = (
    "text/html", "application/xhtml+xml", "text/xhtml", "xhtml", "html", _NITF, "text/plain", "text", "plain", "",
)  # fmt: skip


def _recognise(sample: Sample) -> float:
    if not sample.text.lstrip().startswith("{"):
        return 0.0
    keys = {match[1].lower() for match in _KEY.finditer(sample.text)}
    if "uri" not in keys:
        return 0.0
    if "bodies" in keys or any(key.startswith("body_") for key in keys):
        return 0.9
    return 0.7 if keys & {"versioncreated", "pubstatus", "representationtype"} else 0.0


def _read(content: bytes, options: ReadOptions) -> Document:
    text, encoding = decoded_text(content, options)
    found = parsed_json(text)
    if not isinstance(found, dict):
        raise UnreadableError("is no news item of ninjs")
    item = {name.lower(): value for name, value in found.items()}
    bodies = sorted(_bodies(item), key=_preference)
    headlines = list(_headlines(item))
    body = richest([_body(value, media_type) for _, media_type, value in bodies])
    if not body.blocks:  # an item that is sent as a headline and a summary
        body = Body([block for text in _descriptions(item) for block in plain_blocks(text)])
    if not body.blocks and not headlines:
        raise UnreadableError("is a news item of ninjs without a headline or a body")
    author = _text(item, "byline", "by") or joined(_names(item.get("people")))
    heads = [Block(line, Role.HEADING) for line in headlines]
    blocks = with_credits(heads, _text(item, "byline", "by"), _text(item, "dateline"), body.blocks)
    return Document(
        [*blocks, *_captions(item, body.blocks)],
        encoding,
        fields(
            title=headlines[0] if headlines else _text(item, "title"),
            author=author,
            published=_text(item, "firstcreated", "firstpublished", "contentcreated"),
            modified=_text(item, "versioncreated"),
            url=_text(item, "uri"),
            language=_text(item, "language"),
            publisher=_text(item, "copyrightholder"),
            version=item.get("version"),
            note=joined([_text(item, "ednote"), withdrawn(_text(item, "pubstatus"))]),
        ),
        (*body.notes, *counted(Reading.ALTERNATES, len(bodies) - 1)),
    )


def _text(item: dict[str, Any], *names: str) -> str:
    """Return the first of these values that is a text."""
    return next((item[name] for name in names if isinstance(item.get(name), str) and item[name].strip()), "")


def _dicts(value: Any) -> Iterator[dict[str, Any]]:
    """Yield the objects in a list, or in an object of them, with their names in small letters."""
    values = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for each in values:
        if isinstance(each, dict):
            yield {name.lower(): own for name, own in each.items()}


def _bodies(item: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield the role, the media type and the text of each body that has words."""
    for body in _dicts(item.get("bodies")):
        if _text(body, "value"):
            yield _text(body, "role"), _text(body, "contenttype"), body["value"]
    for name, value in item.items():
        if name.startswith("body_") and isinstance(value, str) and value.strip():
            yield "", name.removeprefix("body_"), value


def _is_nitf(media_type: str) -> bool:
    """Return whether a body is a document of NITF: text/vnd.IPTC.NITF, application/nitf+xml, body_nitf."""
    return _NITF in media_type.lower()


def _body(value: str, media_type: str) -> Body:
    """Return what a body holds; a document of NITF that is damaged is read for its words, as HTML is."""
    if _is_nitf(media_type):
        from diffing.sources.markup.safe_xml import parsed
        from diffing.sources.readers.nitf import story

        with suppress(UnreadableError):
            return Body(story(parsed(value.encode(errors="replace"), ReadOptions(encoding="utf-8"))))
        return body_of(value, "text/html")
    return body_of(value, media_type)


def _preference(body: tuple[str, str, str]) -> tuple[bool, int]:
    """Return the place of a body: the main one before others, markup before plain text."""
    role, media_type, _ = body
    kind = _NITF if _is_nitf(media_type) else media_type.partition(";")[0].strip().lower()
    rank = _MARKUP_FIRST.index(kind) if kind in _MARKUP_FIRST else len(_MARKUP_FIRST)
    return role.lower() not in ("", "main", "body", "full", "default"), rank


def _headlines(item: dict[str, Any]) -> Iterator[str]:
    """Yield the headline and those below it; others of the same item are forms of the first."""
    if headline := _text(item, "headline"):
        yield headline
    several = [(_text(each, "role"), _text(each, "value")) for each in _dicts(item.get("headlines"))]
    several = [(role, value) for role, value in several if value]
    main = [value for role, value in several if not _SUB_HEADLINE.search(role)]
    if main and not _text(item, "headline"):
        yield next((value for role, value in several if role.lower() in ("main", "headline", "")), main[0])
    several += ((name, _text(item, name)) for name in item if name.startswith("headline_"))
    yield from (value for role, value in several if value and _SUB_HEADLINE.search(role))


def _captions(item: dict[str, Any], body: list[Block]) -> Iterator[Block]:
    """Yield the captions of pictures, films and graphics that go with an item, unless the body shows them."""
    shown = " ".join(" ".join(block.text.split()) for block in body)
    for each in _dicts(item.get("associations")):
        if _text(each, "type").lower() not in ("picture", "graphic", "video", "audio"):
            continue
        for caption in _descriptions(each):
            if " ".join(caption.split()) not in shown:
                yield from (Block(block.text, Role.CAPTION) for block in plain_blocks(caption))


def _descriptions(item: dict[str, Any]) -> Iterator[str]:
    """Yield the summaries of an item, or the captions of a picture."""
    yield from filter(None, (_text(own, "value") for own in _dicts(item.get("descriptions"))))
    yield from filter(None, (_text(item, name) for name in ("description_text", "description_caption")))


def _names(people: Any) -> Iterator[str]:
    """Yield the names of those who wrote an item."""
    for person in _dicts(people):
        if _text(person, "rel").lower() in ("author", "creator", "byline"):
            yield _text(person, "name")


READER = Reader("ninjs", _recognise, _read)
