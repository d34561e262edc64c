"""Articles at addresses, for many pairs: what fsspec opens, as s3://bucket/a.txt. The extra newsdiff[scale] has it.

    s3://news/a.txt         the object, with the credentials that fsspec finds
    https://example.org/a   fetched as on the command line: limits, redirects, no cookies
    a.txt                   a file, and none of these

Only with --urls: a list of pairs comes from elsewhere, and must not make newsdiff fetch anything by itself.
"""

import re

from diffing.errors import ReadError, TooLargeError
from diffing.patterns import lazy_pattern
from diffing.sources.files import read_bounded

_SCHEME = lazy_pattern(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_WEB = ("http://", "https://")


def is_remote(name: str) -> bool:
    """Return whether a name is an address with a scheme."""
    return bool(_SCHEME.match(name))


def remote_contents(name: str, max_bytes: int) -> tuple[bytes, str | None]:
    """Return the bytes at an address, and the encoding that a server named. Raises ReadError."""
    if name.lower().startswith(_WEB):
        from .fetch import fetched

        return fetched(name, max_bytes)
    try:
        import fsspec
    except ImportError:
        raise ReadError(name, "addresses need fsspec: pip install 'newsdiff[scale]'") from None
    try:
        with fsspec.open(name, "rb") as file:
            return read_bounded(name, file, max_bytes), None
    except (ReadError, TooLargeError):
        raise
    except FileNotFoundError:
        raise ReadError(name, "no such file") from None
    except Exception as error:  # each file system has errors of its own
        raise ReadError(name, f"cannot be opened: {' '.join(str(error).split()) or type(error).__name__}") from None
