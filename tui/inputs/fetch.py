"""Articles from the network: a page at an address of http or https, with limits on its size, the time and redirects.

    https://example.org/dam.html      its content, and the encoding that the server names
    https://example.org/old           moved: newsdiff says to which host it goes
    ftp://..., file://...             no address that newsdiff fetches

Nothing else in newsdiff uses the network, and this only for an address that the command line names. No cookie is kept,
no script runs, and nothing that a page refers to is fetched.
"""

import ssl
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import Message
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urljoin, urlsplit

from diffing.errors import ReadError, TooLargeError

from ..text.sanitize import visible
from .read_bytes import patiently

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse

_MOST_REDIRECTS = 5
# Seconds for a connection, for the next bytes, and for everything.
_CONNECT_SECONDS, _READ_SECONDS, _ALL_SECONDS = 10.0, 15.0, 60.0
_BLOCK_BYTES = 1 << 16
_REDIRECTS = (301, 302, 303, 307, 308)
_OK = 200
_ACCEPTED = "text/html, application/xhtml+xml, */*;q=0.8"
_AGENT = "newsdiff"


class Fetched(NamedTuple):
    """The content at an address, and the character encoding that its server named; None for none."""

    content: bytes
    encoding: str | None


def fetched(address: str, max_bytes: int) -> Fetched:
    """Return the content at an address; of more than `max_bytes`, also when unpacked, nothing is kept.

    Says on standard error to which other host a redirect leads. Raises ReadError with the address and a reason.
    """
    deadline = monotonic() + _ALL_SECONDS
    at = address
    with _errors_explained(address), patiently(_host(address, address)):
        for _ in range(_MOST_REDIRECTS + 1):
            response = _opened(address, at)
            try:
                if response.status not in _REDIRECTS:
                    return _content(address, response, max_bytes, deadline)
                following = urljoin(at, response.headers.get("Location", ""))
            finally:
                response.close()
            if _host(address, following) != _host(address, at):
                sys.stderr.write(f"newsdiff: {visible(at)} leads to {visible(_host(address, following))}\n")
            at = following
    raise ReadError(address, f"leads on more than {_MOST_REDIRECTS} times")


def _opened(address: str, at: str) -> "BaseHTTPResponse":
    """Return the answer to a request, with its content still to be read."""
    from urllib.request import getproxies, proxy_bypass

    import urllib3  # files need no network

    parts = urlsplit(at)
    proxy = None if proxy_bypass(parts.hostname or "") else getproxies().get(parts.scheme)
    safe = ssl.create_default_context()
    pool = urllib3.ProxyManager(proxy, ssl_context=safe) if proxy else urllib3.PoolManager(ssl_context=safe)
    return pool.request(
        "GET",
        at,
        headers={"User-Agent": _AGENT, "Accept-Encoding": "gzip", "Accept": _ACCEPTED},
        redirect=False,
        retries=False,
        timeout=urllib3.Timeout(connect=_CONNECT_SECONDS, read=_READ_SECONDS),
        preload_content=False,
        decode_content=False,
    )


def _content(address: str, response: "BaseHTTPResponse", max_bytes: int, deadline: float) -> Fetched:
    """Return the content of an answer. Raises ReadError."""
    if response.status != _OK:
        raise ReadError(address, f"the server answers {response.status} {visible(response.reason or '')}".rstrip())
    packing = response.headers.get("Content-Encoding", "identity").strip().lower()
    if packing not in ("identity", "gzip", "x-gzip"):
        raise ReadError(address, f"the server packs its answer in a way not asked for: {visible(packing)}")
    unpack = zlib.decompressobj(wbits=31) if packing != "identity" else None
    found = bytearray()
    while block := response.read1(_BLOCK_BYTES):
        found += block if unpack is None else unpack.decompress(block, max_bytes + 1 - len(found))
        if len(found) > max_bytes:
            raise TooLargeError(address, max_bytes)
        if monotonic() > deadline:
            raise ReadError(address, f"was not complete after {_ALL_SECONDS:.0f} seconds")
    if unpack is not None and not unpack.eof:
        raise ReadError(address, "the server's answer is cut off")
    return Fetched(bytes(found), _named_encoding(response.headers.get("Content-Type", "")))


def _named_encoding(content_type: str) -> str | None:
    """Return the character encoding in a header such as 'text/html; charset=utf-8'; None for none."""
    message = Message()
    message["Content-Type"] = content_type
    return message.get_content_charset()


def _host(address: str, at: str) -> str:
    """Return the host of an address. Raises ReadError where it is none of http or https, or holds a password."""
    parts = urlsplit(at)
    if parts.scheme.lower() not in ("http", "https") or not parts.hostname:
        raise ReadError(address, "leads to something that is no web page" if at != address else "is no address")
    if parts.username is not None or parts.password is not None:
        raise ReadError(address, "holds a name or password, which newsdiff does not send")
    return parts.hostname


@contextmanager
def _errors_explained(address: str) -> Iterator[None]:
    """Raise a ReadError with a reason where the network or the server fails."""
    from urllib3 import exceptions

    try:
        yield
    except ReadError:
        raise
    except (exceptions.NewConnectionError, exceptions.ProxyError):
        raise ReadError(address, "no connection to the server") from None
    except (exceptions.TimeoutError, TimeoutError):
        raise ReadError(address, "the server takes too long") from None
    except (exceptions.SSLError, ssl.SSLError):
        raise ReadError(address, "the connection is not safe: certificate or encryption are not valid") from None
    except zlib.error:
        raise ReadError(address, "the server's answer is damaged") from None
    except (exceptions.HTTPError, OSError, ValueError):
        raise ReadError(address, "the connection broke, or the answer is none of HTTP") from None
