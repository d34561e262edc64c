"""Linked paragraphs as a planter reads them: by simple patterns of its own, and not the ledger's.

Site       the paragraphs of a link, one side to plant in (own) and one to leave as it is (other)
Idea       one change that could be planted there
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import NamedTuple

from diffing.model import Place

# Sentences with less of each other than this (Dice, of words) are not taken for two renderings of one sentence.
_LEAST_OVERLAP = 0.4

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
SAID = r"(?:said|says|told|added|adds|explained|explains|claimed|claims|insisted|insists|warned|asked)"
_SENTENCE_END = re.compile(r"[.!?][”’\"')]*\s+(?=[“‘\"'(]?[A-Z0-9])")
# A quotation that goes on in the next paragraph has no mark at its end.
_QUOTED = re.compile(r"“[^“”]*(?:”|$)|\"[^\"]*(?:\"|$)")


class Edit(NamedTuple):
    """The characters of a place give way to a text."""

    place: Place
    text: str


class Idea(NamedTuple):
    """A change that could be planted: the edits on the own side, and what stands on the other side in their place.

    `zone` are places of the own side as it is, where an entry may point besides the planted words themselves.
    """

    variety: str
    edits: tuple[Edit, ...]
    counterpart: tuple[Place, ...]
    zone: tuple[Place, ...] = ()


class Token(NamedTuple):
    """A word in lower case, and where it stands in its paragraph."""

    form: str
    start: int
    end: int


class Sentence(NamedTuple):
    """A sentence with the paragraph it is of, and where it begins there; `whole` is the paragraph's text."""

    paragraph: int
    start: int
    text: str
    whole: str

    def place(self, start: int, end: int) -> Place:
        """Of characters of the sentence."""
        return Place(self.paragraph, self.start + start, self.start + end)

    def is_quoted(self, start: int, end: int) -> bool:
        """Whether characters of the sentence touch a quotation."""
        return in_quotation(self.whole, self.start + start, self.start + end)


class Text(NamedTuple):
    """A paragraph and its number in the article."""

    paragraph: int
    text: str


@dataclass(frozen=True)
class Site:
    """A link with both articles whole, and the words that gold texts write in small letters."""

    own: tuple[Text, ...]
    other: tuple[Text, ...]
    article: tuple[str, ...]
    other_article: tuple[str, ...]
    common: frozenset[str]

    @cached_property
    def texts(self) -> tuple[str, str]:
        """Both sides of the link joined, own first."""
        return "\n".join(text.text for text in self.own), "\n".join(text.text for text in self.other)

    @cached_property
    def pairs(self) -> tuple[tuple[Sentence, Sentence], ...]:
        """Each own sentence with the one of the other side that says the same, where there is one."""
        others = list(sentences_of(self.other))
        found = []
        for own in sentences_of(self.own):
            best = max(others, key=lambda other: overlap(own.text, other.text), default=None)
            if best is not None and overlap(own.text, best.text) >= _LEAST_OVERLAP:
                found.append((own, best))
        return tuple(found)


@lru_cache(maxsize=4096)
def tokens(text: str) -> tuple[Token, ...]:
    return tuple(Token(found[0].lower(), *found.span()) for found in _WORD.finditer(text))


@lru_cache(maxsize=4096)
def forms(text: str) -> tuple[str, ...]:
    return tuple(token.form for token in tokens(text))


@lru_cache(maxsize=1 << 15)
def overlap(one: str, other: str) -> float:
    """How much of their words two texts share, 0..1."""
    own, others = set(forms(one)), set(forms(other))
    return 2 * len(own & others) / max(1, len(own) + len(others))


def sentences_of(texts: Sequence[Text]) -> Iterator[Sentence]:
    for paragraph, text in texts:
        start = 0
        for end in [*(found.end() for found in _SENTENCE_END.finditer(text)), len(text)]:
            if text[start:end].strip():
                yield Sentence(paragraph, start, text[start:end].rstrip(), text)
            start = end


def in_quotation(text: str, start: int, end: int) -> bool:
    """Whether the characters touch a quotation: what is planted there is a matter of the quotation's."""
    return any(found.start() < end and start < found.end() for found in _QUOTED.finditer(text))


@cache
def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern made of a name or a date: there are more of them than `re` remembers."""
    return re.compile(pattern, flags)


def once(texts: Sequence[Text], pattern: re.Pattern[str]) -> tuple[Place, re.Match[str]] | None:
    """The only place of a pattern outside quotations, none if it is nowhere or twice, or inside one."""
    found = [(Place(paragraph, *match.span()), match) for paragraph, text in texts for match in pattern.finditer(text)]
    if len(found) != 1:
        return None
    place, match = found[0]
    return None if in_quotation(match.string, place.start, place.end) else found[0]


def cased(word: str, like: str) -> str:
    """The word with a capital if the other one has it."""
    return word[:1].upper() + word[1:] if like[:1].isupper() else word
