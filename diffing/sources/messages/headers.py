"""Headers of records, responses and mails: names and values before a blank line.

Content-Type: text/html;      ->   {"content-type": "text/html; charset=utf-8"}
charset=utf-8
"""

import re

from diffing.patterns import lazy_pattern

# Bytes in which the blank line behind headers is looked for.
_MOST = 256_000
_END = lazy_pattern(rb"\r?\n[ \t]*\r?\n")
_CHARSET = lazy_pattern(r"charset\s*=\s*[\"']?([\w.:+-]{1,40})", re.IGNORECASE)


def end_of_headers(content: bytes, start: int = 0) -> tuple[int, int]:
    """Return where the headers that begin at `start` end, and where what is behind them begins."""
    match = _END.search(content, start, start + _MOST)
    return match.span() if match else (min(len(content), start + _MOST), min(len(content), start + _MOST))


def headers(content: bytes) -> dict[str, str]:
    """Return headers by their names in small letters: of several of one name the first. Folded ones are joined."""
    found: dict[str, str] = {}
    name = ""
    for line in content.decode("utf-8", errors="replace").splitlines():
        if line[:1] in " \t":
            if name:
                found[name] += " " + line.strip()
            continue
        field, colon, value = line.partition(":")
        name = field.strip().lower() if colon and field.strip().lower() not in found else ""
        if name:
            found[name] = value.strip()
    return found


def media_type(value: str) -> str:
    """Return the media type of a Content-Type header in small letters: text/html."""
    return value.partition(";")[0].strip().lower()


def charset(value: str) -> str | None:
    """Return the charset of a Content-Type header."""
    match = _CHARSET.search(value)
    return match[1] if match else None
