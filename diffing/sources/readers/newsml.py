"""News items in XML, IPTC NewsML-G2: a newsItem, or several in a newsMessage.

    <newsItem guid="a:1" version="2"><contentMeta><headline>Dam holds</headline></contentMeta>
    <contentSet><inlineXML><nitf>...</nitf></inlineXML><inlineData>...</inlineData></contentSet></newsItem>

What is in a contentSet are forms of one text: one of them is read.
"""

import binascii
import re
from base64 import b64decode
from collections.abc import Iterator
from typing import TYPE_CHECKING

from diffing.model import Reading, ReadingNote, Role
from diffing.patterns import lazy_pattern
from diffing.sources.documents import Block, Document
from diffing.sources.limits import UnreadableError
from diffing.sources.markup.bodies import Body, body_of, richest
from diffing.sources.markup.credits import with_credits
from diffing.sources.markup.fields import chosen, counted, fields, joined, others, withdrawn
from diffing.sources.markup.html_of_xml import html_of
from diffing.sources.markup.safe_xml import child, children, local_name, parsed, text_of
from diffing.sources.readers.nitf import story
from diffing.sources.registry import DEFAULT_OPTIONS, Reader, ReadOptions, Sample, decoded_text

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_ROOT = lazy_pattern(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*+|<\?[^>]*>\s*+)*+<(?:\w+:)?(?:newsItem|newsMessage|packageItem)[\s>]",
    re.DOTALL,
)
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def _recognise(sample: Sample) -> float:
    return 0.95 if _ROOT.match(sample.text) else 0.0


def _read(content: bytes, options: ReadOptions) -> Document:
    root = parsed(content, options)
    if local_name(root) not in ("newsItem", "newsMessage"):
        raise UnreadableError("is NewsML-G2 without a news item, such as a package or a concept")
    items = list(_items(root))
    if not items:
        raise UnreadableError("is a message of NewsML-G2 without a news item")
    if options.item is None:
        # Pictures go before their story in some messages.
        number = next((at for at, item in enumerate(items) if any(_forms(item))), 0)
    else:
        number = chosen([[item.get("guid", "")] for item in items], options.item, "news item")
    return _document(items[number], others(len(items)))


def _items(root: "Element") -> "Iterator[Element]":
    if local_name(root) == "newsItem":
        yield root
    for item_set in children(root, "itemSet"):
        yield from children(item_set, "newsItem")


def _document(item: "Element", notes: tuple[ReadingNote, ...]) -> Document:
    content, about = child(item, "contentMeta"), child(item, "itemMeta")
    forms = [form for form in _forms(item) if form.blocks]
    body = richest(forms)
    headlines = [text_of(each) for each in _all(content, "headline")]
    byline = " ".join(text_of(each) for each in _all(content, "by"))
    blocks = with_credits(
        [Block(line, Role.HEADING) for line in headlines[:1]], byline, text_of(child(content, "dateline")), body.blocks
    )
    if not blocks:
        raise UnreadableError("is a news item of NewsML-G2 without a text in it")
    return Document(
        blocks,
        metadata=fields(
            title=headlines[0] if headlines else "",
            author=byline or joined(text_of(child(each, "name")) for each in _all(content, "creator")),
            published=text_of(child(about, "firstCreated")) or text_of(child(content, "contentCreated")),
            modified=text_of(child(about, "versionCreated")),
            url=item.get("guid"),
            language=_attribute(child(content, "language"), "tag") or item.get(_LANGUAGE),
            publisher=text_of(child(about, "provider", "name")) or _attribute(child(about, "provider"), "literal"),
            version=item.get("version"),
            note=joined(
                [
                    *(text_of(note) for note in _all(about, "edNote")),
                    *(_attribute(signal, "qcode") for signal in _all(about, "signal")),
                    withdrawn(_attribute(child(about, "pubStatus"), "qcode")),
                ]
            ),
        ),
        notes=(*body.notes, *counted(Reading.ALTERNATES, len(forms) - 1), *notes),
    )


def _all(element: "Element | None", name: str) -> "Iterator[Element]":
    if element is not None:
        yield from children(element, name)


def _attribute(element: "Element | None", name: str) -> str:
    return "" if element is None else element.get(name, "")


def _forms(item: "Element") -> list[Body]:
    """Return the forms of an item's text: those in XML, then in HTML, then in plain text."""
    found: list[tuple[int, Body]] = []
    for content_set in children(item, "contentSet"):
        for form in content_set:
            name = local_name(form)
            if name == "inlineXML":
                found += ((0, _of_xml(root)) for root in form if local_name(root))
            elif name == "inlineData":
                kind = form.get("contenttype", "").lower()
                found.append((1 if "html" in kind else 2, _of_data(form, kind)))
    return [body for _, body in sorted(found, key=lambda one: one[0])]


def _of_xml(root: "Element") -> Body:
    if local_name(root) == "nitf":
        return Body(story(root))
    return body_of(html_of(root), "text/html")


def _of_data(form: "Element", kind: str) -> Body:
    """Return what is in an inlineData element: text, HTML, or one of them in base64."""
    text = "".join(form.itertext())
    if "b64" in form.get("encoding", "") or "base64" in form.get("encoding", ""):
        if kind and not kind.startswith("text/") and "html" not in kind:
            return Body([])
        try:
            content = b64decode("".join(text.split()))
        except (binascii.Error, ValueError):
            raise UnreadableError("is a news item whose text is damaged: it is no base64") from None
        text, _ = decoded_text(content, DEFAULT_OPTIONS, _charset(kind))
    return body_of(text, kind)


def _charset(kind: str) -> str | None:
    match = re.search(r"charset=[\"']?([\w.-]+)", kind)
    return match[1] if match else None


READER = Reader("newsml", _recognise, _read, has_items=True)
