"""Web pages that a browser saved in one file (MHTML): the page itself, not the frames and pictures in it.

    From: <Saved by Blink>
    Snapshot-Content-Location: http://a.test/dam
    Content-Type: multipart/related; type="text/html"; boundary="..."

Chromium names no charset for the page, and writes it in UTF-8: a byte order mark, the part's header, `<meta>` and the
evidence decide in this order.
"""

from dataclasses import replace

from diffing.sources.documents import Document
from diffing.sources.limits import UnreadableError
from diffing.sources.markup.fields import fields
from diffing.sources.messages.headers import media_type
from diffing.sources.messages.mime import Part, decoded_header, leaves, message, parameters
from diffing.sources.messages.pages import HTML, page_document
from diffing.sources.readers.mail import is_message
from diffing.sources.registry import Reader, ReadOptions, Sample

_OF_MAIL = frozenset(("to", "received", "message-id", "delivered-to", "return-path"))
_LOCATION = "snapshot-content-location"
# Bytes in which the headers of the whole are.
_HEAD = 4096


def _recognise(sample: Sample) -> float:
    names = is_message(sample.text)
    if _LOCATION in names:
        return 0.99
    if "content-type" not in names or names & _OF_MAIL:
        return 0.0
    kind = media_type(message(sample.content[:_HEAD]).fields.get("content-type", ""))
    return 0.95 if kind == "multipart/related" or (kind in HTML and "content-location" in names) else 0.0


def _read(content: bytes, options: ReadOptions) -> Document:
    saved = message(content)
    page = _page(saved)
    if page is None:
        raise UnreadableError("is a saved page (MHTML) without a page in HTML")
    document = page_document(page.body, page.charset, options)
    own = {field.name for field in document.metadata}
    about = fields(
        title=decoded_header(saved.fields.get("subject", "")),
        url=saved.fields.get(_LOCATION) or page.fields.get("content-location"),
        archived=saved.fields.get("date"),
    )
    return replace(document, metadata=(*document.metadata, *(field for field in about if field.name not in own)))


def _page(saved: Part) -> Part | None:
    """Return the part that is the page: the one that the whole names, or the first in HTML."""
    pages = [part for part in leaves(saved) if part.media_type in HTML]
    start = parameters(saved.fields.get("content-type", "")).get("start", "")
    location = saved.fields.get(_LOCATION, "")
    for part in pages:
        if start and part.fields.get("content-id") == start:
            return part
    for part in pages:
        if location and part.fields.get("content-location") == location:
            return part
    return pages[0] if pages else None


READER = Reader("mhtml", _recognise, _read)
