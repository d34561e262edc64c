"""News items in XML, IPTC NITF.

    <nitf><body><body.head><hedline><hl1>Dam holds</hl1></hedline>
    <note><body.content>Corrects toll.</body.content></note></body.head>
    <body.content><p>At least 14 people died.</p></body.content></body></nitf>

The headlines, byline and dateline are read, and the text with what stands behind it. A note for editors is metadata.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from diffing.model import MetadataField
from diffing.patterns import lazy_pattern
from diffing.sources.documents import Block, Document
from diffing.sources.limits import UnreadableError
from diffing.sources.markup.credits import with_credits
from diffing.sources.markup.fields import fields, joined
from diffing.sources.markup.nitf_body import nitf_blocks
from diffing.sources.markup.safe_xml import child, children, local_name, parsed, text_of
from diffing.sources.registry import Reader, ReadOptions, Sample

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_ROOT = lazy_pattern(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*+)*+(?:<!DOCTYPE\s+nitf\b|<(?:\w+:)?nitf[\s>])", re.DOTALL
)
# The advice of a note is printed: 'publishable advisory'.
_PRINTED = "pa"


def _recognise(sample: Sample) -> float:
    return 0.95 if _ROOT.match(sample.text) else 0.0


def _read(content: bytes, options: ReadOptions) -> Document:
    root = parsed(content, options)
    if local_name(root) != "nitf":
        raise UnreadableError("is no document of NITF")
    blocks = story(root)
    if not blocks:
        raise UnreadableError("is a document of NITF without a text")
    return Document(blocks, metadata=metadata(root))


def story(root: "Element") -> list[Block]:
    """Return the headlines, byline, dateline and text of a NITF document."""
    head, body = child(root, "body", "body.head"), child(root, "body", "body.content")
    notes = [note for note in _notes(head) if note.get("type") == _PRINTED]
    text = nitf_blocks(*notes, body, child(root, "body", "body.end"))
    byline = child(head, "byline")
    return with_credits(nitf_blocks(child(head, "hedline")), _line(byline), _line(child(head, "dateline")), text)


def metadata(root: "Element") -> tuple[MetadataField, ...]:
    """Return what a NITF document says of itself."""
    head = child(root, "head")
    data, body_head = child(head, "docdata"), child(root, "body", "body.head")
    return fields(
        title=text_of(child(body_head, "hedline", "hl1")) or text_of(child(head, "title")),
        author=_line(child(body_head, "byline")),
        published=_value(child(data, "date.release"), "norm") or _value(child(data, "date.issue"), "norm"),
        modified=_value(child(head, "revision-history"), "norm"),
        url=_value(child(data, "doc-id"), "id-string"),
        publisher=_value(child(data, "doc.copyright"), "holder") or text_of(child(body_head, "distributor")),
        version=_value(child(data, "du-key"), "version") or _value(child(data, "du-key"), "generation"),
        note=joined(
            [
                _value(child(data, "correction"), "info"),
                _value(child(data, "ed-msg"), "info"),
                *(text_of(note) for note in _notes(body_head) if note.get("type") != _PRINTED),
                _value(child(head, "revision-history"), "comment"),
            ]
        ),
        abstract=text_of(child(body_head, "abstract")),
    )


def _notes(head: "Element | None") -> "Iterator[Element]":
    if head is not None:
        yield from children(head, "note")


def _value(element: "Element | None", name: str) -> str:
    return "" if element is None else element.get(name, "")


def _line(element: "Element | None") -> str:
    """Return the words of an element on one line, those of parts that stand on lines of their own apart."""
    return "" if element is None else " ".join(" ".join(block.text.split()) for block in nitf_blocks(element))


READER = Reader("nitf", _recognise, _read)
