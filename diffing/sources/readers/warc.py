"""Web archives (WARC), packed with gzip or not: one page of those in them.

    pages.warc.gz                               the first page
    pages.warc.gz --item 3                      the third page
    pages.warc.gz --item http://a.test/dam      the page of that address

Bodies are unpacked: chunks, gzip, deflate, and br and zstd with the extra `warc`. One that cannot be is refused, never
read as it is.
"""

from dataclasses import replace
from typing import NamedTuple

from diffing.model import Reading
from diffing.patterns import lazy_pattern
from diffing.sources.documents import Document
from diffing.sources.limits import UnreadableError
from diffing.sources.markup.fields import chosen, counted, fields, others
from diffing.sources.messages.headers import charset, end_of_headers, headers, media_type
from diffing.sources.messages.pages import HTML, page_document, text_document
from diffing.sources.messages.records import SIGNATURE, Record, records_of
from diffing.sources.messages.unpacking import GZIP, gunzipped, unchunked, unpacked
from diffing.sources.registry import Reader, ReadOptions, Sample

_STATUS = lazy_pattern(rb"HTTP/\d(?:\.\d)? (\d{3})")
_PLAIN = "text/plain"
_KINDS = frozenset(("response", "resource", "conversion", "revisit"))
# Bytes of a packed file that are enough to see what is in it.
_ENOUGH = 200


class _Page(NamedTuple):
    """A page in an archive: its record, the status and headers of its response, and where its body begins."""

    record: Record
    status: int
    fields: dict[str, str]
    start: int

    @property
    def media_type(self) -> str:
        if self.record.kind in ("resource", "conversion"):
            return self.record.media_type
        return media_type(self.fields.get("content-type", ""))


def _recognise(sample: Sample) -> float:
    content = sample.content
    if content.startswith(GZIP):
        try:
            content = gunzipped(content[:_ENOUGH], len(SIGNATURE)).content
        except UnreadableError:
            return 0.0
    return 0.99 if content.startswith(SIGNATURE) else 0.0


def _read(content: bytes, options: ReadOptions) -> Document:
    records, is_whole = records_of(content)
    pages = [_page(record) for record in records if record.kind in _KINDS]
    texts = [page for page in pages if page.record.kind == "revisit" or _is_text(page)]
    page = _chosen(texts, pages, options.item)
    if page.record.kind == "revisit":
        page = _original(page, pages)
    document = _document(page, options)
    notes = (
        *document.notes,
        *others(len(texts)),
        *counted(Reading.CUT_OFF, 0 if is_whole else 1),
    )
    about = fields(
        url=page.record.address, modified=page.fields.get("last-modified"), archived=page.record.fields.get("warc-date")
    )
    own = {field.name for field in document.metadata}
    metadata = (*document.metadata, *(field for field in about if field.name not in own))
    return replace(document, metadata=metadata, notes=notes)


def _page(record: Record) -> _Page:
    status = _STATUS.match(record.content)
    if status is None:
        return _Page(record, 200, {}, 0)
    end, start = end_of_headers(record.content)
    head = record.content[record.content.find(b"\n", 0, end) + 1 : end]
    return _Page(record, int(status[1]), headers(head), start)


def _is_text(page: _Page) -> bool:
    return page.media_type in HTML or page.media_type == _PLAIN


def _chosen(texts: list[_Page], pages: list[_Page], item: str | None) -> _Page:
    """Return the page that `item` names, or the first one that was found and is HTML. Raises UnreadableError."""
    if item is None and texts:
        good = [page for page in texts if 200 <= page.status < 300 and page.record.kind != "revisit"]
        return next((page for page in good if page.media_type in HTML), (good or texts)[0])
    for page in pages:
        if item in _addresses(page) and page not in texts:
            raise UnreadableError(f"has no text at {item}: it is {page.media_type or 'of no known type'}")
    return texts[chosen([_addresses(page) for page in texts], item, "page")]


def _addresses(page: _Page) -> tuple[str, ...]:
    """Return the spellings of a page's address: with http and https, with and without a slash behind it."""
    rest = page.record.address.partition("://")[2].partition("#")[0].rstrip("/")
    if not rest:
        return ()
    return (
        page.record.address,
        *(f"{scheme}{rest}{end}" for scheme in ("http://", "https://", "") for end in ("", "/")),
    )


def _original(revisit: _Page, pages: list[_Page]) -> _Page:
    """Return the page that a revisit found again, if the archive has it. Raises UnreadableError."""
    wanted = revisit.record.fields
    digest = wanted.get("warc-payload-digest")
    target = wanted.get("warc-refers-to-target-uri", revisit.record.address).strip("<>")
    date = wanted.get("warc-refers-to-date")
    for page in pages:
        own = page.record.fields
        if page.record.kind == "revisit" or not _is_text(page):
            continue
        if digest and own.get("warc-payload-digest") == digest:
            return page
        if page.record.address == target and date and own.get("warc-date") == date:
            return page
    when = f" of {date}" if date else ""
    raise UnreadableError(
        f"has only a revisit of {revisit.record.address}: the text did not change and is in the record of {target}"
        f"{when}, in another archive"
    )


def _document(page: _Page, options: ReadOptions) -> Document:
    body = page.record.content[page.start :]
    if "chunked" in page.fields.get("transfer-encoding", "").lower():
        body = unchunked(body)
    for encoding in reversed(page.fields.get("content-encoding", "").split(",")):
        body = unpacked(body, encoding)
    declared = charset(page.fields.get("content-type", "") or page.record.fields.get("content-type", ""))
    return (page_document if page.media_type in HTML else text_document)(body, declared, options)


READER = Reader("warc", _recognise, _read, has_items=True)
