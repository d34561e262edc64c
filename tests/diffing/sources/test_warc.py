"""Web archives: each body is unpacked, and each record counts, whatever is packed how."""

import gzip
import sys
import zlib
from collections.abc import Callable
from contextlib import suppress

import brotli
import pytest
import zstandard

from diffing.errors import ReadError
from diffing.model import Reading
from tests.diffing.sources.reading import item, metadata, notes, read, refusal, texts

PAGE = b"<html><body><p>At least 14 people died in Lurvik.</p><p>Nora Lind was there.</p></body></html>"
STORY = ["At least 14 people died in Lurvik.", "Nora Lind was there."]


def chunked(body: bytes) -> bytes:
    """Return a body in chunks of eleven bytes."""
    parts = (body[at : at + 11] for at in range(0, len(body), 11))
    return b"".join(b"%x;x=y\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


def raw_deflate(body: bytes) -> bytes:
    """Return a body as servers send deflate: without the envelope of the standard."""
    machine = zlib.compressobj(wbits=-15)
    return machine.compress(body) + machine.flush()


def response(body: bytes, head: str = "", kind: str = "text/html", status: str = "200 OK") -> bytes:
    """Return a message of HTTP."""
    return f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{head}\r\n".encode() + body


def record(content: bytes, url: str = "http://a.test/dam", kind: str = "response", head: str = "") -> bytes:
    """Return a record of a web archive."""
    return (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2026-03-03T10:00:00Z\r\n{head}"
        f"Content-Type: application/http;msgtype=response\r\nContent-Length: {len(content)}\r\n\r\n"
    ).encode() + content + b"\r\n\r\n"  # fmt: skip


INFO = record(b"software: none\r\n", "", "warcinfo")
WAYS: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "plain": ("", bytes),
    "gzip": ("gzip", gzip.compress),
    "gzip of two members": ("x-gzip", lambda body: gzip.compress(body[:9]) + gzip.compress(body[9:])),
    "deflate": ("deflate", zlib.compress),
    "raw deflate": ("deflate", raw_deflate),
    "br": ("br", brotli.compress),
    "zstd": ("zstd", zstandard.ZstdCompressor().compress),
    "two ways": ("deflate, gzip", lambda body: gzip.compress(zlib.compress(body))),
    "not packed in fact": ("br", bytes),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("in_chunks", [False, True], ids=["whole", "chunked"])
def test_bodies_are_unpacked(way: str, in_chunks: bool) -> None:
    name, pack = WAYS[way]
    body, head = pack(PAGE), f"Content-Encoding: {name}\r\n" if name else ""
    if in_chunks:
        body, head = chunked(body), head + "Transfer-Encoding: chunked\r\n"
    found = read(INFO + record(response(body, head)))
    assert found.format == "warc"
    assert texts(found) == STORY


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["warc", "gz"])
def test_all_records_are_counted_and_can_be_chosen(pack: Callable[[bytes], bytes]) -> None:
    head = "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n"
    records = [
        INFO,
        record(b"GET / HTTP/1.1\r\n\r\n", kind="request"),
        record(response(b"Disallow: /", kind="text/plain"), "http://a.test/robots.txt"),
        record(response(b"moved", status="301 Moved"), "http://a.test/"),
        record(response(chunked(gzip.compress(PAGE)), head)),
        record(response(b"\x89PNG", kind="image/png"), "http://a.test/a.png"),
        record(response(chunked(gzip.compress(PAGE.replace(b"14", b"16"))), head), "http://a.test/later/"),
    ]
    archive = b"".join(map(pack, records))
    found = read(archive)
    assert texts(found) == STORY
    assert notes(found) == {Reading.OTHER_ITEMS: 3}
    assert metadata(found) == {"url": "http://a.test/dam", "archived": "2026-03-03T10:00:00Z"}
    for name in ("4", "http://a.test/later/", "https://a.test/later", "a.test/later"):
        assert texts(item(archive, name))[0] == "At least 16 people died in Lurvik."
    assert texts(item(archive, "1")) == ["Disallow: /"]
    with pytest.raises(Exception, match=r"has no text at http://a.test/a.png: it is image/png"):
        item(archive, "http://a.test/a.png")
    with pytest.raises(Exception, match=r"has 4 pages, and none is 'http://b.test/'"):
        item(archive, "http://b.test/")


def test_a_revisit_is_read_where_its_text_is_there() -> None:
    head = "WARC-Payload-Digest: sha1:ABC\r\n"
    revisit = record(response(b""), "http://a.test/again", "revisit", head)
    archive = record(response(PAGE), head=head) + revisit
    assert texts(item(archive, "http://a.test/again")) == STORY
    assert refusal(revisit) == (
        "has only a revisit of http://a.test/again: the text did not change and is in the record of http://a.test/again,"
        " in another archive"
    )


def test_a_resource_has_no_message_around_it() -> None:
    content = record(PAGE, kind="resource").replace(b"application/http;msgtype=response", b"text/html")
    assert texts(read(content)) == STORY


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("<p>Ätzende Höhe".encode("cp1252"), "text/html; charset=windows-1252"),
        ('<meta charset="windows-1252"><p>Ätzende Höhe'.encode("cp1252"), "text/html"),
        ("<p>Ätzende Höhe".encode(), "text/html; charset=iso-8859-1"),
        ("<p>Ätzende Höhe".encode("utf-16"), "text/html"),
    ],
)
def test_the_encoding_of_a_page(body: bytes, kind: str) -> None:
    assert texts(read(record(response(body, kind=kind)))) == ["Ätzende Höhe"]


@pytest.mark.parametrize("end", [10, 100, 300, 420, -40])
def test_an_archive_that_is_cut_off(end: int) -> None:
    archive = INFO + record(response(PAGE)) + record(response(PAGE), "http://a.test/2")
    packed = b"".join(map(gzip.compress, (INFO, record(response(PAGE)), record(response(PAGE), "http://a.test/2"))))
    for content in (archive[:-40], packed[:-40]):
        assert repr(notes(read(content))[Reading.CUT_OFF]) == "1"  # no truth value, which JSON writes as such
    for content in (archive[:end], packed[:end]):
        with suppress(ReadError):
            assert notes(read(content))[Reading.CUT_OFF] == 1


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (INFO, "has no page"),
        (record(response(b"junk\0", "Content-Encoding: gzip\r\n")), "is damaged: a body in it cannot be unpacked"),
        (record(response(b"junk\0", "Content-Encoding: br\r\n")), "is damaged: a body in it cannot be unpacked"),
        (record(response(b"junk\0", "Content-Encoding: zstd\r\n")), "is damaged: a body in it cannot be unpacked"),
        (record(response(b"junk\0", "Content-Encoding: pack200\r\n")),
         "has a body packed as 'pack200', which newsdiff does not unpack"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said(content: bytes, reason: str) -> None:
    assert refusal(content) == reason


@pytest.mark.parametrize(("name", "module"), [("br", "brotli"), ("zstd", "zstandard")])
def test_a_missing_package_is_named(name: str, module: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    body = WAYS[name][1](PAGE)
    assert refusal(record(response(body, f"Content-Encoding: {name}\r\n"))).endswith("pip install 'newsdiff[warc]'")


@pytest.mark.parametrize("name", ["gzip", "deflate", "br", "zstd"])
def test_a_bomb_is_bounded(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("diffing.sources.messages.unpacking.MAX_UNPACKED", 10_000)
    body = WAYS[name][1](PAGE + b" " * 5_000_000)
    assert "when unpacked" in refusal(record(response(body, f"Content-Encoding: {name}\r\n")))
