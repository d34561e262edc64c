"""Parts with a media type, in mails, saved pages and web archives: bytes in, a document out."""

from dataclasses import replace

from diffing.sources.documents import Document
from diffing.sources.markup.bodies import plain_blocks
from diffing.sources.readers.web_page import READER as WEB_PAGE
from diffing.sources.registry import ReadOptions, decoded_text

HTML = frozenset(("text/html", "application/xhtml+xml"))
"""Media types of web pages."""


def page_document(content: bytes, declared: str | None, options: ReadOptions) -> Document:
    """Return the content of a page; its sender `declared` an encoding, or None. Raises UnreadableError."""
    return WEB_PAGE.read(content, replace(options, declared=declared))


def text_document(content: bytes, declared: str | None, options: ReadOptions) -> Document:
    """Return the content of a plain text. Raises UnreadableError."""
    text, encoding = decoded_text(content, replace(options, declared=declared))
    return Document(plain_blocks(text), encoding)
