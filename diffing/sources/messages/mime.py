"""Parts of a MIME message: a tree of headers and bodies, as mails and saved pages have them.

multipart/mixed                      Part("multipart/mixed", inner=(
multipart/alternative                Part("multipart/alternative", inner=(
text/plain, text/html                ...)),
application/pdf; name=a.pdf          Part("application/pdf")))
"""

import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote_to_bytes

from diffing.patterns import lazy_pattern
from diffing.sources.messages.headers import charset, end_of_headers, headers, media_type
from diffing.sources.plain import known_encoding

# Parts within parts that are opened, and parts of a message that are looked at.
_DEEPEST = 20
_MOST = 10_000
_PARAMETER = lazy_pattern(r""";\s*([\w*-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;"]+))""")
_NOT_BASE64 = lazy_pattern(rb"[^A-Za-z0-9+/]+")
_ENCODED_WORD = lazy_pattern(r"=\?([^?\s]{1,60})\?([bBqQ])\?([^?]*)\?=")
_BETWEEN_WORDS = lazy_pattern(r"(?<=\?=)[ \t\r\n]+(?==\?)")


@dataclass(frozen=True)
class Part:
    """A part of a message: its headers, its body as it was sent, and the parts in it."""

    fields: dict[str, str]
    raw: bytes
    inner: tuple["Part", ...] = ()

    @property
    def media_type(self) -> str:
        """Its media type in small letters; text/plain where it names none."""
        return media_type(self.fields.get("content-type", "")) or "text/plain"

    @property
    def charset(self) -> str | None:
        """The encoding that it names."""
        return charset(self.fields.get("content-type", ""))

    @property
    def name(self) -> str:
        """The name of its file; '' without one."""
        for field in ("content-disposition", "content-type"):
            found = parameters(self.fields.get(field, ""))
            if name := found.get("filename") or found.get("name"):
                return decoded_header(name)
        return ""

    @property
    def is_attached(self) -> bool:
        """True for a file beside the message."""
        return media_type(self.fields.get("content-disposition", "")) == "attachment"

    @cached_property
    def body(self) -> bytes:
        """Its body without its transfer encoding."""
        way = self.fields.get("content-transfer-encoding", "").strip().lower()
        if way == "base64":
            return _unbase64(self.raw)
        return binascii.a2b_qp(self.raw) if way == "quoted-printable" else self.raw


def message(content: bytes) -> Part:
    """Return a message with its parts; what nests too deep is one part without parts."""
    return _part(content, 0)


def leaves(part: Part) -> Iterator[Part]:
    """Yield the parts that have no parts in them, in order."""
    if part.inner:
        for inner in part.inner:
            yield from leaves(inner)
    else:
        yield part


def parameters(field: str) -> dict[str, str]:
    """Return the parameters of a header by name; one in several pieces, or in another encoding, is put together."""
    found: dict[str, str] = {}
    for name, quoted, bare in _PARAMETER.findall(field):
        value = re.sub(r"\\(.)", r"\1", quoted) or bare
        whole, star, number = name.lower().partition("*")
        if name.endswith("*"):
            encoding, _, coded = value.partition("'") if number.strip("*") in ("", "0") else ("", "", value)
            coded = coded.partition("'")[2] if encoding else coded
            value = _text(unquote_to_bytes(coded), encoding or "utf-8")
        found[whole] = found.get(whole, "") + value if star and number.strip("*") not in ("", "0") else value
    return found


def decoded_header(value: str) -> str:
    """Return a header with its encoded words decoded: =?utf-8?q?Lind?=; a character may be cut between two words."""
    plain = _BETWEEN_WORDS.sub("", value)
    parts: list[str] = []
    at, encoding, coded = 0, "", b""
    for match in _ENCODED_WORD.finditer(plain):
        name = match[1].partition("*")[0].lower()
        if coded and (match.start() > at or name != encoding):
            parts.append(_text(coded, encoding))
            coded = b""
        parts.append(plain[at : match.start()])
        letters = match[3].encode("utf-8", "replace")
        coded += _unbase64(letters) if match[2] in "bB" else binascii.a2b_qp(letters, header=True)
        at, encoding = match.end(), name
    parts.append(_text(coded, encoding))
    return " ".join("".join([*parts, plain[at:]]).split())


def _part(content: bytes, depth: int) -> Part:
    end, start = end_of_headers(content)
    if content[:1] in (b"\n", b"\r"):  # a part without headers
        end, start = 0, 2 if content.startswith(b"\r\n") else 1
    fields = headers(content[:end])
    raw = content[start:]
    boundary = parameters(fields.get("content-type", "")).get("boundary", "")
    if depth >= _DEEPEST or not boundary or not media_type(fields.get("content-type", "")).startswith("multipart/"):
        return Part(fields, raw)
    return Part(fields, raw, tuple(_part(inner, depth + 1) for inner in _between(raw, boundary)))


def _between(raw: bytes, boundary: str) -> list[bytes]:
    """Return what stands between the lines of a boundary; the last piece may lack its end."""
    line = re.compile(rb"(?:\A|\r?\n)--" + re.escape(boundary.encode("utf-8", "replace")) + rb"(--)?[ \t]*(?=\r?\n|\Z)")
    found: list[bytes] = []
    start = -1
    for match in line.finditer(raw):
        if start >= 0:
            found.append(raw[start : match.start()])
        if match[1] or len(found) == _MOST:
            return found
        start = match.end() + (2 if raw.startswith(b"\r\n", match.end()) else 1)
    return [*found, raw[start:]] if start >= 0 else found


def _unbase64(raw: bytes) -> bytes:
    """Return what base64 spells; damaged characters and a missing end are passed over."""
    letters = _NOT_BASE64.sub(b"", raw)
    letters = letters[: len(letters) - (len(letters) % 4 == 1)]
    return binascii.a2b_base64(letters + b"=" * (-len(letters) % 4))


def _text(content: bytes, encoding: str) -> str:
    return content.decode(encoding if known_encoding(encoding) else "utf-8", errors="replace")
