"""Items of feeds in one form, whatever the feed: RSS 2, RSS 1, Atom, JSON Feed.

<item><title>Dam holds</title><description>...</description></item>
<entry><title type="html">Dam &amp;amp; bridge</title><content type="xhtml">...</content></entry>
{"title": "Dam holds", "content_html": "<p>..."}
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING, Any

from diffing.model import Role
from diffing.patterns import lazy_pattern
from diffing.sources.documents import Block
from diffing.sources.markup.bodies import Body, body_of, has_tags, plain_blocks
from diffing.sources.markup.fields import joined
from diffing.sources.markup.html_of_xml import html_of
from diffing.sources.markup.safe_xml import child, children, local_name, text_of

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_HTML = "text/html"
_PLAIN = "text/plain"
_MEDIA = "http://search.yahoo.com/mrss"
_CONTENT = "http://purl.org/rss/1.0/modules/content/"
_DUBLIN_CORE = "http://purl.org/dc/"
_REFERENCE = lazy_pattern(r"&(?:amp|lt|gt|quot|apos|nbsp|[a-z]{2,8}|#\d{1,7}|#x[0-9a-f]{1,6});", re.IGNORECASE)
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True)
class Item:
    """An item of a feed; `forms` are the media types and texts of its body, the fullest kind first."""

    title: str
    forms: tuple[Body, ...]
    captions: tuple[str, ...]
    addresses: tuple[str, ...]
    author: str = ""
    published: str = ""
    modified: str = ""
    language: str = ""

    def blocks(self, body: Body) -> list[Block]:
        """Return the headline, a body, and the captions that the body does not show."""
        first = " ".join(body.blocks[0].text.split()) if body.blocks else ""
        heads = [Block(self.title, Role.HEADING)] if self.title and first != self.title else []
        shown = " ".join(" ".join(block.text.split()) for block in body.blocks)
        captions = (caption for caption in self.captions if " ".join(caption.split()) not in shown)
        return [*heads, *body.blocks, *(Block(caption, Role.CAPTION) for caption in captions)]


def is_html(text: str) -> bool:
    """Return whether a text whose feed does not say so is HTML: it has tags, or references that XML has left."""
    return has_tags(text) or _REFERENCE.search(text) is not None


def rss_item(item: "Element") -> Item:
    """Return an item of RSS."""
    own = item.tag.rpartition("}")[0].removeprefix("{")
    full = [_raw(each) for each in item if _is(each, _CONTENT, "encoded")]
    teaser = [_raw(each) for each in item if _is(each, own, "description")]
    link = _first(item, own, "link") or next(_links(item), "")
    return Item(
        _line(_first(item, own, "title")),
        tuple(body_of(text, _HTML if is_html(text) else _PLAIN) for text in (*full, *teaser) if text.strip()),
        tuple(_captions(item)),
        tuple(each for each in (link, _first(item, own, "guid")) if each),
        joined([_first(item, _DUBLIN_CORE, "creator") or _first(item, own, "author")]),
        _first(item, own, "pubDate") or _first(item, _DUBLIN_CORE, "date"),
        _first(item, "http://www.w3.org/2005/Atom", "updated"),
        _first(item, _DUBLIN_CORE, "language"),
    )


def atom_item(entry: "Element") -> Item:
    """Return an entry of Atom."""
    own = entry.tag.rpartition("}")[0].removeprefix("{")
    texts = [each for name in ("content", "summary") for each in entry if _is(each, own, name)]
    title = next((each for each in entry if _is(each, own, "title")), None)
    names = [text_of(child(author, "name")) for author in children(entry, "author")]
    return Item(
        "" if title is None else " ".join(" ".join(block.text for block in _atom_body(title).blocks).split()),
        tuple(body for body in map(_atom_body, texts) if body.blocks),
        tuple(_captions(entry)),
        tuple(each for each in (*_links(entry), _first(entry, own, "id")) if each),
        joined(names),
        _first(entry, own, "published"),
        _first(entry, own, "updated"),
        entry.get(_LANGUAGE, ""),
    )


def json_item(item: dict[str, Any]) -> Item:
    """Return an item of a JSON Feed."""

    def text(name: str) -> str:
        return str(item[name]) if isinstance(item.get(name), str | int) else ""

    kinds = (("content_html", _HTML), ("content_text", _PLAIN), ("summary", _PLAIN))
    authors = item.get("authors") if isinstance(item.get("authors"), list) else [item.get("author")]
    return Item(
        " ".join(text("title").split()),
        tuple(body_of(text(name), kind) for name, kind in kinds if text(name).strip()),
        (),
        tuple(each for each in (text("url"), text("id"), text("external_url")) if each),
        joined(author.get("name") for author in authors or () if isinstance(author, dict)),
        text("date_published"),
        text("date_modified"),
        text("language"),
    )


def _is(element: "Element", space: str, name: str) -> bool:
    """Return whether an element has that local name, in a namespace that begins so; '' is for one without."""
    tag = element.tag
    if not isinstance(tag, str) or local_name(element) != name:
        return False
    own = tag.rpartition("}")[0].removeprefix("{")
    return own.startswith(space) if space else not own


def _raw(element: "Element") -> str:
    """Return the text of an element; tags in it that were not escaped, as HTML."""
    if not len(element):
        return element.text or ""
    return html_of(element).partition(">")[2].rpartition("</")[0]


def _first(item: "Element", space: str, name: str) -> str:
    return next((" ".join(_raw(each).split()) for each in item if _is(each, space, name) and _raw(each).strip()), "")


def _line(text: str) -> str:
    """Return a title on one line; one that was escaped twice, or has tags, is HTML."""
    if not is_html(text):
        return text
    if has_tags(text):
        return " ".join(" ".join(block.text for block in body_of(text, _HTML).blocks).split())
    return " ".join(unescape(text).split())


def _links(item: "Element") -> Iterator[str]:
    for link in children(item, "link"):
        if link.get("href") and link.get("rel", "alternate") == "alternate":
            yield link.get("href", "")


def _atom_body(element: "Element") -> Body:
    """Return what a text of Atom holds, by its type; one that stands elsewhere holds nothing."""
    kind = element.get("type", "text").lower()
    if element.get("src"):
        return Body([])
    if kind in ("xhtml", "application/xhtml+xml") or (kind.endswith("xml") and len(element)):
        return body_of(_raw(element), _HTML)
    return body_of(_raw(element), _HTML if kind.endswith("html") else _PLAIN)


def _captions(item: "Element") -> Iterator[str]:
    """Yield the captions of an item's pictures and films: media:description, which is no description of the item."""
    open_elements = [item]
    while open_elements:
        element = open_elements.pop()
        for each in element:
            if _is(each, _MEDIA, "description") or (element is not item and _is(each, _MEDIA, "text")):
                text = _raw(each)
                blocks = body_of(text, _HTML).blocks if is_html(text) else plain_blocks(text)
                yield from (block.text for block in blocks)
            elif _is(each, _MEDIA, "content") or _is(each, _MEDIA, "group"):
                open_elements.append(each)
