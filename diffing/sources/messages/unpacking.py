r"""Bodies that were packed for the way: gzip, deflate, br, zstd, chunks. All unpack to a limited size.

unpacked(b"\x1f\x8b...", "gzip")     ->   the bytes as they were before
unchunked(b"5\r\nhello\r\n0\r\n\r\n")   ->   hello
"""

import zlib
from collections.abc import Callable
from typing import NamedTuple

from diffing.patterns import lazy_pattern
from diffing.sources.limits import MAX_UNPACKED, MissingExtraError, UnreadableError

GZIP = b"\x1f\x8b"
"""The first bytes of what gzip packed."""

EXTRA = "warc"
"""The extra of newsdiff that brings what unpacks br and zstd."""

_ZSTD = b"\x28\xb5\x2f\xfd"
_CHUNK = lazy_pattern(rb"[ \t]*([0-9a-fA-F]{1,12})[ \t]*(?:;[^\r\n]{0,1000})?\r?\n")
_GZIP_WINDOW = 31
# Bytes that are unpacked at once.
_STEP = 1 << 20
_TOO_LARGE = f"holds more than {MAX_UNPACKED // 10**6} MB when unpacked"
_DAMAGED = "is damaged: a body in it cannot be unpacked"


def unpacked(body: bytes, encoding: str) -> bytes:
    """Return a body as it was before it was packed; `encoding` is the name that HTTP has for the way of packing.

    Programs that archive may unpack a body and keep the name, so a body that is plainly not packed is returned as it
    is. Raises UnreadableError where it is damaged, too large, or packed in another way.
    """
    name = encoding.strip().lower()
    if name in ("", "identity", "none") or not body or _is_markup(body):
        return body
    if name not in _UNPACK:
        raise UnreadableError(f"has a body packed as {name!r}, which newsdiff does not unpack")
    return _UNPACK[name](body)


class Gunzipped(NamedTuple):
    """Content that gzip had packed, whether it is there up to its end, and whether something else follows it."""

    content: bytes
    is_whole: bool
    has_rest: bool


def gunzipped(content: bytes, limit: int | None = None) -> Gunzipped:
    """Return what gzip packed, in one member or several, at most `limit` bytes, or MAX_UNPACKED.

    Raises UnreadableError where not even a beginning can be unpacked.
    """
    limit = MAX_UNPACKED if limit is None else limit
    parts: list[bytes] = []
    size, left = 0, content
    while left.startswith(GZIP):
        member = zlib.decompressobj(_GZIP_WINDOW)
        try:
            parts.append(member.decompress(left, limit - size + 1))
        except zlib.error:
            if not any(parts):
                raise UnreadableError(_DAMAGED) from None
            return Gunzipped(b"".join(parts), False, True)
        size += len(parts[-1])
        if size > limit or not member.eof:
            return Gunzipped(b"".join(parts)[:limit], False, size > limit)
        left = member.unused_data.lstrip(b"\0")
    return Gunzipped(b"".join(parts), True, bool(left.strip()))


def unchunked(body: bytes) -> bytes:
    """Return a body without the sizes of its chunks; one that has none, as it is."""
    parts: list[bytes] = []
    at = 0
    while match := _CHUNK.match(body, at):
        size = int(match[1], 16)
        if not size:
            return b"".join(parts)
        parts.append(body[match.end() : match.end() + size])
        at = match.end() + size
        at += len(b"\r\n") if body.startswith(b"\r\n", at) else body.startswith(b"\n", at)
    return b"".join(parts) if parts else body


def _is_markup(body: bytes) -> bool:
    """Return whether a body is a page that is not packed: nothing packed begins with a tag."""
    return body.lstrip()[:1] == b"<" and b"\0" not in body[:1000]


def _gunzip(body: bytes) -> bytes:
    if not body.startswith(GZIP):
        raise UnreadableError(_DAMAGED)
    found = gunzipped(body)
    if not found.is_whole:
        raise UnreadableError(_TOO_LARGE if len(found.content) >= MAX_UNPACKED else _DAMAGED)
    return found.content


def _inflate(body: bytes) -> bytes:
    """Unpack deflate: in the envelope of zlib, as the standard has it, or without one, as many servers send it."""
    for window in (zlib.MAX_WBITS, -zlib.MAX_WBITS):
        machine = zlib.decompressobj(window)
        try:
            found = _limited(machine.decompress(body, MAX_UNPACKED + 1))
        except zlib.error:
            continue
        if machine.eof:
            return found
    raise UnreadableError(_DAMAGED)


def _unbrotli(body: bytes) -> bytes:
    try:
        import brotli
    except ImportError:
        raise MissingExtraError("has a page packed with Brotli (br)", EXTRA) from None
    machine = brotli.Decompressor()
    parts: list[bytes] = []
    size, given = 0, body
    try:
        while size <= MAX_UNPACKED and not machine.is_finished():
            part = machine.process(given, output_buffer_limit=_STEP)
            if not part and not given:
                raise UnreadableError(_DAMAGED)
            parts.append(part)
            size += len(part)
            given = b""
    except brotli.error:
        raise UnreadableError(_DAMAGED) from None
    return _limited(b"".join(parts))


def _unzstd(body: bytes) -> bytes:
    try:
        import zstandard
    except ImportError:
        raise MissingExtraError("has a page packed with Zstandard (zstd)", EXTRA) from None
    if not body.startswith(_ZSTD):
        raise UnreadableError(_DAMAGED)
    machine = zstandard.ZstdDecompressor(max_window_size=1 << 27)
    try:
        with machine.stream_reader(body, read_across_frames=True) as stream:
            return _limited(stream.read(MAX_UNPACKED + 1))
    except zstandard.ZstdError:
        raise UnreadableError(_DAMAGED) from None


def _limited(found: bytes) -> bytes:
    if len(found) > MAX_UNPACKED:
        raise UnreadableError(_TOO_LARGE)
    return found


_UNPACK: dict[str, Callable[[bytes], bytes]] = {
    "gzip": _gunzip,
    "x-gzip": _gunzip,
    "deflate": _inflate,
    "br": _unbrotli,
    "zstd": _unzstd,
}
