r"""Tokens of RTF: groups, control words with their numbers, and bytes of text.

{\b At least} 14\'85\par        open  \b  'At least'  close  ' 14'  byte 0x85  \par
"""

import re
from collections.abc import Iterator
from datetime import datetime
from enum import Enum
from typing import NamedTuple

from diffing.patterns import lazy_pattern

_TOKEN = lazy_pattern(
    rb"\\([a-zA-Z]{1,40})(-?\d{1,10})?[ ]?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z'])|([{}])|([^\\{}\r\n]+)|[\r\n]+|\\",
    re.DOTALL,
)
# Character sets of fonts and the code pages that they stand for.
_CHARSETS = {
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    130: "johab",
    134: "gbk",
    136: "big5",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
}
_PAGES = {65001: "utf-8", 10000: "mac_roman", 936: "gbk", 950: "big5", 1361: "johab"}
SYMBOLS = 2
"""The character set of fonts that draw other characters."""


class Kind(Enum):
    """Kinds of tokens."""

    OPEN = "open"
    CLOSE = "close"
    WORD = "word"
    SYMBOL = "symbol"
    TEXT = "text"


class Token(NamedTuple):
    """A token: the name of a control word with its number, None where it has none; or bytes of text."""

    kind: Kind
    name: str = ""
    number: int | None = None
    text: bytes = b""


def tokens(content: bytes) -> Iterator[Token]:
    """Yield the tokens of a file; binary parts are passed over."""
    at = 0
    while (match := _TOKEN.match(content, at)) is not None:
        at = match.end()
        word, number, byte, symbol, brace, text = match.groups()
        if text is not None:
            yield Token(Kind.TEXT, text=text)
        elif word is not None:
            value = None if number is None else int(number)
            if word == b"bin":
                at += max(0, value or 0)
            yield Token(Kind.WORD, word.decode(), value)
        elif byte is not None:
            yield Token(Kind.TEXT, text=bytes.fromhex(byte.decode()))
        elif brace is not None:
            yield Token(Kind.OPEN if brace == b"{" else Kind.CLOSE)
        elif symbol is not None:
            yield Token(Kind.SYMBOL, symbol.decode("latin-1"))


def encoding_of_page(page: int) -> str:
    """Return the name of a code page's encoding; that of Windows in the West for unknown ones."""
    from diffing.sources.plain import known_encoding

    name = _PAGES.get(page, f"cp{page}")
    return name if known_encoding(name) else "cp1252"


def encoding_of_charset(charset: int, default: str) -> str:
    """Return the encoding of text in a font with a character set."""
    return _CHARSETS.get(charset, default)


def date_of(packed: int) -> str:
    """Return a date that RTF packs into a number; '' where it is none."""
    bits = packed & 0xFFFFFFFF
    minute, hour, day = bits & 63, bits >> 6 & 31, bits >> 11 & 31
    try:
        return datetime(1900 + (bits >> 20 & 511), bits >> 16 & 15, day, hour, minute).isoformat()
    except ValueError:
        return ""
