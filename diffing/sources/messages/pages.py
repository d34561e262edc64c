"""Parts with a media type, in mails, saved pages and web archives: bytes in, a document out."""

import re
from dataclasses import replace

from diffing.sources.documents import Document
from diffing.sources.markup.bodies import plain_blocks
from diffing.sources.markup.html_blocks import html_content
from diffing.sources.registry import ReadOptions, decoded_text

HTML = frozenset(("text/html", "application/xhtml+xml"))
"""Media types of web pages."""

# Bytes at the beginning of a page in which it may name its encoding.
_BEGINNING = 4096
_META = re.compile(rb"<meta\s[^<>]{0,500}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)


def page_document(content: bytes, declared: str | None, options: ReadOptions) -> Document:
    """Return the content of a page; its sender `declared` an encoding, or None. Raises UnreadableError."""
    meta = _META.search(content, 0, _BEGINNING)
    own = meta[1].decode("ascii", errors="replace") if meta else None
    text, encoding = decoded_text(content, replace(options, declared=declared), own)
    page = html_content(text, options.revisions)
    return Document(page.blocks, encoding, page.metadata, page.notes)


def text_document(content: bytes, declared: str | None, options: ReadOptions) -> Document:
    """Return the content of a plain text. Raises UnreadableError."""
    text, encoding = decoded_text(content, replace(options, declared=declared))
    return Document(plain_blocks(text), encoding)
