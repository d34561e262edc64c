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
from diffing.sources.markup.fields import fields, joined, withdrawn
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
    body = child(root, "body")
    head = child(body, "body.head")
    notes = [note for note in _all(head, "note") if note.get("type") == _PRINTED]
    text = nitf_blocks(*notes, *_all(body, "body.content"), child(body, "body.end"))
    headlines = nitf_blocks(*_all(head, "hedline"))
    return with_credits(headlines, "\n".join(_lines(head, "byline")), "\n".join(_lines(head, "dateline")), text)


def metadata(root: "Element") -> tuple[MetadataField, ...]:
    """Return what a NITF document says of itself."""
    head = child(root, "head")
    data, body_head = child(head, "docdata"), child(root, "body", "body.head")
    revisions = list(_all(head, "revision-history"))
    return fields(
        title=text_of(child(body_head, "hedline", "hl1")) or text_of(child(head, "title")),
        author=joined(_lines(body_head, "byline")),
        published=_value(child(data, "date.release"), "norm") or _value(child(data, "date.issue"), "norm"),
        modified=max((revision.get("norm", "") for revision in revisions), default=""),
        url=_value(child(data, "doc-id"), "id-string"),
        publisher=_value(child(data, "doc.copyright"), "holder") or text_of(child(body_head, "distributor")),
        version=_value(child(data, "du-key"), "version") or _value(child(data, "du-key"), "generation"),
        note=joined(
            [
                *(each.get("info") for name in ("correction", "ed-msg") for each in _all(data, name)),
                *(_line(note) for note in _all(body_head, "note") if note.get("type") != _PRINTED),
                *(revision.get("comment") for revision in revisions),
                withdrawn(_value(data, "management-status")),
            ]
        ),
        abstract=joined(_lines(body_head, "abstract"), " "),
    )


def _all(element: "Element | None", name: str) -> "Iterator[Element]":
    if element is not None:
        yield from children(element, name)


def _value(element: "Element | None", name: str) -> str:
    return "" if element is None else element.get(name, "")


def _lines(element: "Element | None", name: str) -> list[str]:
    """Return the words of each child of that name, a line each."""
    return [line for each in _all(element, name) if (line := _line(each))]


def _line(element: "Element") -> str:
    """Return the words of an element on one line, those of parts that stand on lines of their own apart."""
    return " ".join(" ".join(block.text.split()) for block in nitf_blocks(element))


READER = Reader("nitf", _recognise, _read)
