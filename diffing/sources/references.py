"""Character references of a web page in a text: read as their characters, where they are references.

    Marks &amp; Sons said it&#39;s &quot;over&quot;.     ->   Marks & Sons said it's "over".
    Type &amp; where you want the sign itself.            ->   as it is: the text speaks of the reference
    R&D costs; B&N agreed. AT&T;                          ->   as it is: no reference

In a text that was saved from a page without decoding, references stand as characters do: inside a word, at its edge,
between two words of one kind. A text about references has them by themselves, or names what it speaks of.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from enum import Enum, auto
from functools import cache
from typing import NamedTuple
from unicodedata import category

from diffing.patterns import lazy_pattern

NOTE = "character references decoded"
"""Note on a text whose references were read as their characters."""

_REPLACEMENT = "\ufffd"
# The longest name has 31 letters, and no number of a character has more than seven digits. An ampersand that was
# escaped twice is one reference: &amp;quot;
_REFERENCE = lazy_pattern(r"&(?:amp;){0,3}(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]{1,31}));")
_ADDRESS = lazy_pattern(r"\b(?:https?://|www\.)\S+")
# Words of texts about references, in all languages that write in Latin letters.
_SPEAKS_OF_IT = lazy_pattern(
    r"\b(?:x?html|xml|ampersand|(?:character|entity) references?|html entit\w+)\b", re.IGNORECASE
)
_WORD_BEFORE = lazy_pattern(r"(\w)[\w.'\u2019-]*\s$")
_WORD_BEHIND = lazy_pattern(r"\s(\w)")
# Characters beside a reference that are searched for a word.
_NEAR = 40
# What stands around a reference that a text speaks of: `&amp;`, "&amp;", (&amp;).
_AROUND = frozenset("`'\"“”‘’«»„()[]<>")
_LATIN_1 = range(0x80, 0xA0)


class DecodedText(NamedTuple):
    """A text with its references as characters, and the offsets behind each: in this text, and in the source."""

    text: str
    ends: Sequence[int]
    source_ends: Sequence[int]

    def source_offset(self, offset: int) -> int:
        """Return the offset in the source of an offset in the text."""
        at = bisect_right(self.ends, offset) - 1
        return offset if at < 0 else self.source_ends[at] + offset - self.ends[at]


def decoded(text: str, start: int = 0) -> DecodedText | None:
    """Return a text with the references behind `start` as their characters; None if it has none or speaks of them."""
    if "&" not in text or ";" not in text:
        return None
    found = [(match, character) for match in _REFERENCE.finditer(text, start) if (character := _character(match))]
    if not found or not _are_in_use(found, text, start):
        return None
    parts: list[str] = []
    ends: list[int] = []
    at = length = 0
    for match, character in found:
        parts += [text[at : match.start()], character]
        length += match.start() - at + len(character)
        at = match.end()
        ends.append(length)
    return DecodedText("".join([*parts, text[at:]]), ends, [match.end() for match, _ in found])


def _character(match: re.Match[str]) -> str:
    """Return what a reference stands for, '' if it is none; no control character."""
    decimal, hexadecimal, name = match.groups()
    if name:
        return _names().get(f"{name};", "")
    code = int(decimal) if decimal else int(hexadecimal, 16)
    if code in _LATIN_1:  # pages mean Windows-1252
        return bytes([code]).decode("cp1252", errors="replace")
    if code > 0x10FFFF:
        return _REPLACEMENT
    character = chr(code)
    if character.isspace():
        return character if category(character) == "Zs" else " "
    return _REPLACEMENT if category(character) in ("Cc", "Cs", "Cn") else character


@cache
def _names() -> dict[str, str]:
    """Return the names of HTML, loaded at first use."""
    from html.entities import html5  # a file without an ampersand needs no names

    return {name: " " if character in "\t\n" else character for name, character in html5.items()}


class _Use(Enum):
    """Use of a reference in its text."""

    AS_CHARACTER = auto()
    """Place of its character: in a word, at its edge, or between words for a dash or a space."""
    BY_ITSELF = auto()
    """Place of a sign by itself, which a text may have or may speak of: © 2024."""
    AS_SUBJECT = auto()
    """Place of what the text speaks of: in marks of its own, or an ampersand that joins nothing."""


def _are_in_use(found: Sequence[tuple[re.Match[str], str]], text: str, start: int) -> bool:
    """Return whether the references of a text, with their characters, stand for these."""
    uses = Counter(_use(reference, character, text) for reference, character in found)
    kinds = {character for _, character in found}
    if _SPEAKS_OF_IT.search(text, start):
        # Such a text may have a reference between two words, but hardly in a word.
        inside = sum(_is_beside_letter(reference, text) for reference, _ in found)
        return len(kinds) > 1 and 2 * inside > len(found)
    against = uses[_Use.AS_SUBJECT]
    if kinds == {"&"}:
        # Only ampersands: where they were escaped, none is bare, but for those in addresses.
        written = text.count("&", start) - sum(match[0].count("&") for match in _ADDRESS.finditer(text, start))
        against += max(0, written - len(found))
    return uses[_Use.AS_CHARACTER] > against


def _use(reference: re.Match[str], character: str, text: str) -> _Use:
    """Return how a reference stands in its text."""
    before, behind = text[reference.start() - 1 : reference.start()], text[reference.end() : reference.end() + 1]
    if before and behind and before in _AROUND and behind in _AROUND:
        return _Use.AS_SUBJECT
    if before.strip() or behind.strip():
        return _Use.AS_CHARACTER
    if category(character[0])[0] in "PZ" and character != "&":
        return _Use.AS_CHARACTER
    if character != "&":
        return _Use.BY_ITSELF
    first = _WORD_BEFORE.search(text, max(0, reference.start() - _NEAR), reference.start())
    second = _WORD_BEHIND.match(text, reference.end())
    joins = first is not None and second is not None and first[1].isupper() == second[1].isupper()
    return _Use.AS_CHARACTER if joins else _Use.AS_SUBJECT


def _is_beside_letter(reference: re.Match[str], text: str) -> bool:
    """Return whether a letter stands right before or right behind a reference."""
    before, behind = text[reference.start() - 1 : reference.start()], text[reference.end() : reference.end() + 1]
    return before.isalpha() or behind.isalpha()
