"""Feeds: one item of RSS 2, RSS 1, Atom or a JSON Feed.

    news.xml                               the first item, which is the newest in most feeds
    news.xml --item 3                      the third
    news.xml --item http://a.test/dam      that of the address, or of the guid

The full text comes before the description, and a photo's media:description is a caption.
"""

import re
from typing import TYPE_CHECKING, Any

from diffing.model import Reading
from diffing.patterns import lazy_pattern
from diffing.sources.documents import Document
from diffing.sources.limits import UnreadableError
from diffing.sources.markup.bodies import richest
from diffing.sources.markup.feed_items import Item, atom_item, json_item, rss_item
from diffing.sources.markup.fields import chosen, counted, fields, others
from diffing.sources.markup.json_values import parsed_json
from diffing.sources.markup.safe_xml import child, children, local_name, parsed, text_of
from diffing.sources.registry import Reader, ReadOptions, Sample, decoded_text

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_XML = lazy_pattern(
    r"\s*(?:<\?[^>]*>\s*+|<!--(?s:.)*?-->\s*+|<!DOCTYPE[^>\[]*>\s*+)*+"
    r"<(?:rss[\s>]|(?:\w+:)?RDF\s[^>]*purl\.org/rss/|(?:\w+:)?feed\s[^>]*(?:w3\.org/2005/Atom|purl\.org/atom))",
    re.IGNORECASE,
)
_JSON = lazy_pattern(r'"version"\s*:\s*"https?:\\?/\\?/jsonfeed\.org\\?/version', re.IGNORECASE)


def _recognise(sample: Sample) -> float:
    if _XML.match(sample.text):
        return 0.95
    return 0.95 if sample.text.lstrip().startswith("{") and _JSON.search(sample.text) else 0.0


def _read(content: bytes, options: ReadOptions) -> Document:
    if content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        text, encoding = decoded_text(content, options)
        items, publisher, language = _of_json(parsed_json(text))
    else:
        encoding = "utf-8"
        items, publisher, language = _of_xml(parsed(content, options))
    item = items[chosen([_spellings(one) for one in items], options.item, "item")]
    body = richest(item.forms)
    blocks = item.blocks(body)
    if not blocks:
        raise UnreadableError("is a feed whose item has no text")
    return Document(
        blocks,
        encoding,
        fields(
            title=item.title,
            author=item.author,
            published=item.published,
            modified=item.modified,
            url=item.addresses[0] if item.addresses else "",
            language=item.language or language,
            publisher=publisher,
        ),
        (*body.notes, *counted(Reading.ALTERNATES, len(item.forms) - 1), *others(len(items))),
    )


def _spellings(item: Item) -> tuple[str, ...]:
    """Return the addresses of an item with and without a slash at the end."""
    return tuple(spelling for each in item.addresses for spelling in (each, each.rstrip("/"), f"{each}/"))


def _of_xml(root: "Element") -> tuple[list[Item], str, str]:
    """Return the items of a feed, its name and its language."""
    channel = child(root, "channel")
    if local_name(root) == "feed":
        items = [atom_item(entry) for entry in children(root, "entry")]
        language = root.get("{http://www.w3.org/XML/1998/namespace}lang", "")
        return items, text_of(child(root, "title")), language
    found = [*(children(channel, "item") if channel is not None else ()), *children(root, "item")]
    if channel is None and not found:
        raise UnreadableError("is XML, but no feed: it has no items")
    return [rss_item(each) for each in found], text_of(child(channel, "title")), text_of(child(channel, "language"))


def _of_json(feed: Any) -> tuple[list[Item], str, str]:
    if not isinstance(feed, dict) or not isinstance(feed.get("items"), list):
        raise UnreadableError("is JSON, but no feed: it has no items")
    items = [json_item(each) for each in feed["items"] if isinstance(each, dict)]
    return items, str(feed.get("title") or ""), str(feed.get("language") or "")


READER = Reader("feed", _recognise, _read, has_items=True)
