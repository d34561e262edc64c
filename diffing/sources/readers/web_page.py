"""Web pages: HTML and XHTML, as they are saved, with all their scripts, or as archives keep them.

<!doctype html><title>...          a page
<p>At least 14 people died.</p>    a page too
A <p> begins a paragraph in HTML.  plain text
"""

import re

from diffing.sources.documents import Document
from diffing.sources.limits import UnreadableError
from diffing.sources.registry import Reader, ReadOptions, Sample, decoded_text

_PAGE = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?s:.)*?-->\s*+)*+(?:<!doctype\s+html\b|<html[\s>])", re.IGNORECASE)
_HTML = re.compile(r"^[ \t]*<html[\s>]", re.IGNORECASE | re.MULTILINE)
_BODY = re.compile(r"<(?:body|head)[\s>]", re.IGNORECASE)
_BLOCK = (
    "address|article|aside|blockquote|body|center|dd|div|dl|dt|figcaption|figure|footer|h[1-6]|head|header|li|main|nav|"
    "ol|p|section|table|tbody|td|th|tr|ul"
)
_BEGINS = re.compile(
    rf"\s*(?:<!--(?s:.)*?-->\s*+)*+<(?:{_BLOCK}|title|meta|link|script|style)(?:\s[^<>]*)?>", re.IGNORECASE
)
_ENDS = re.compile(rf"</(?:{_BLOCK})\s*>", re.IGNORECASE)
_LINE = re.compile(r"^.*\S.*$", re.MULTILINE)
_TAG = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)
# Ends of blocks in a text that does not begin with a tag, and the share of its lines with tags.
_LEAST_ENDS = 3
_LEAST_SHARE = 0.5
# The encoding that a page names, in its first bytes.
_SEARCHED = 8_192
_XML_ENCODING = re.compile(rb"""\A\s*<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)""")
_META_ENCODING = re.compile(rb"""<meta\b[^>]*charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
# Encodings of two bytes a character: whoever can read their name in a page reads one byte a character.
_WIDE = frozenset(("utf-16", "utf-16le", "utf-16be"))


def _recognise(sample: Sample) -> float:
    text = sample.text
    if _PAGE.match(text):
        return 0.9
    if _HTML.search(text) and _BODY.search(text):
        return 0.7
    ends = sum(1 for _ in _ENDS.finditer(text))
    if _BEGINS.match(text):
        return 0.7 if ends > 1 or (ends and text.rstrip().endswith(">")) else 0.0
    if ends < _LEAST_ENDS:
        return 0.0
    lines = _LINE.findall(text)
    return 0.6 if sum(1 for line in lines if _TAG.search(line)) > _LEAST_SHARE * len(lines) else 0.0


def _read(content: bytes, options: ReadOptions) -> Document:
    from diffing.sources.markup.html_blocks import html_content

    text, encoding = decoded_text(content, options, declared_encoding(content))
    found = html_content(text, options.revisions)
    if not any(block.text.strip() for block in found.blocks):
        raise UnreadableError(
            "is a web page without words: scripts write them when it is shown; save it from the browser as it is shown"
        )
    return Document(found.blocks, encoding, found.metadata, found.notes)


def declared_encoding(content: bytes) -> str | None:
    """Return the encoding that a page names for itself; None where it names none."""
    beginning = content[:_SEARCHED]
    found = _XML_ENCODING.match(beginning) or _META_ENCODING.search(beginning)
    if found is None:
        return None
    name = found[1].decode("ascii", errors="replace").lower()
    return "utf-8" if name in _WIDE else name


READER = Reader("html", _recognise, _read)
