"""The words of sentences of a translation that are written as names.

said Kim Tae-ho, the Mayor of Busan     words Mayor, Busan    pairs Kim Tae-ho
מנהלת הארכיון, תמר גולדברג               may_all_be_names: every word, for the script has no capitals
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache
from itertools import pairwise

from diffing.ledger.translated.facts import PLACE_MARKS, Facts
from diffing.text.common_words import common_words
from diffing.translation.contents import Reader
from diffing.translation.mentions import WordMention
from diffing.translation.stems import folded
from diffing.translation.tables import NAMED
from diffing.translation.translation import Translation

NO_CAPITALS = frozenset({"ja", "zh"})
"""Languages whose foreign names are known by other signs."""
_LEAST_LETTERS, _LEAST_KANA = 4, 3
_FIRST_KANA, _LAST_KANA = "\u30a1", "\u30fc"
# Words on each side of one, among which another part of its name stands.
_NEAR = 3
_LAST_LATIN = "\u024f"
# The article of Arabic names in Latin letters; before some letters, it sounds like them.
_ARABIC_ARTICLES = frozenset(["al", "el", "an", "ar", "as", "ash", "at", "ad", "az"])
# Characters between two words of a name.
_BESIDE = 2
_CLOSING_QUOTES = '"”’»“›'


class Names:
    """The words of some sentences that are written as names, and those that lack a counterpart in the row.

    `known` have one in other rows, and `alone` have none anywhere. `words` are all names, and `series` those that stand
    beside each other; without capitals, every word may be a name. `pairs` are like `series`, with short names and those
    of two parts. `is_marked` tells whether Latin capitals, or the signs of Chinese and Japanese, show the names.
    """

    def __init__(
        self,
        facts: Facts,
        sentences: range,
        reader: Reader,
        signs: Mapping[str, int],
        there: set[int],
        translation: Translation,
    ) -> None:
        self.language = reader.language
        self.is_marked = reader.language in NO_CAPITALS or _is_latin(facts.text)
        words = sorted(word for word in facts.words if word.start in sentences)
        names = [word for word in words if _is_name(word, facts.text, reader)]
        self.may_all_be_names = not names and facts.text.lower() == facts.text.upper()
        shown = words if self.may_all_be_names else names
        self.text = facts.text
        self.words = shown
        self.series = _beside(shown, facts.text)
        is_transcribed = reader.language in NO_CAPITALS
        self._reader = reader
        self._parts = shown if self.may_all_be_names or is_transcribed else _capitals(words, facts.text)
        self.pairs = _beside(self._parts, facts.text)
        # A weekday that stands on the other side too is the counterpart of no name.
        self._said = {word.start for word in words if _is_said(reader.words[word.form].concepts, signs, word, there)}
        lone = [word for word in names if signs.get(word.form) not in there]
        inner = [word for word in lone if not _begins(word, facts.text)]
        self.known = [word for word in inner if word.form in signs and translation.is_name(signs[word.form])]
        self.alone = [word for word in inner if word.form not in signs]

    def begins(self, word: WordMention) -> bool:
        """Return whether a word may have its capital because it begins a sentence or a quotation."""
        return _begins(word, self.text)

    def is_common(self, word: WordMention) -> bool:
        """Return whether a word of a script without capitals is a common word, which is no name."""
        return self.may_all_be_names and word.form in _folded_common_words(self.language)

    def is_of_place(self, first: WordMention, second: WordMention) -> bool:
        """Return whether two words are the name of a place, or the first one is: Timor Leste, Gaza Strip."""
        concepts = self._reader.words[first.form].concepts if first.form in self._reader.words else frozenset[str]()
        return any(concept[0] in PLACE_MARKS for concept in concepts) or self.are_place(first, second)

    def are_place(self, first: WordMention, second: WordMention) -> bool:
        """Return whether two words together are the name of a country or a city."""
        return any(concept[0] in PLACE_MARKS for concept in self._reader.concepts_of_two(first.form, second.form))

    def around(self, first: WordMention, second: WordMention) -> Iterator[tuple[WordMention, bool]]:
        """Yield the words but the first one of a pair, and whether they stand near the second one."""
        at = self._parts.index(second)
        for place, word in enumerate(self._parts):
            if word.start != first.start and (word.start == second.start or word.start not in self._said):
                yield word, abs(place - at) <= _NEAR


@cache
def _folded_common_words(language: str) -> frozenset[str]:
    """Return the common words of a language, folded: none of them is a name."""
    return frozenset(map(folded, common_words(language)))


def _is_said(concepts: Set[str], signs: Mapping[str, int], word: WordMention, there: Set[int]) -> bool:
    """Return whether a word has a meaning of its own, such as a month, and its counterpart stands on the other side."""
    return any(concept[0] in NAMED for concept in concepts) and signs.get(word.form) in there


def _is_latin(text: str) -> bool:
    return text.isascii() or not any(character > _LAST_LATIN and character.isalpha() for character in text)


def _beside(words: Sequence[WordMention], text: str) -> list[tuple[WordMention, WordMention]]:
    """Return the pairs of words that stand beside each other.

    Of a Korean name, whose given name is read as a word too, the first one is the family name.
    """
    return [
        (one._replace(end=two.start, form=one.form[: two.start - one.start]) if two.start < one.end else one, two)
        for one, two in pairwise(words)
        if len(text[one.end : two.start].lstrip("'’׳")) < _BESIDE
    ]


def _capitals(words: Sequence[WordMention], text: str) -> list[WordMention]:
    """Return the words that are written as names, short ones and those of two parts too: Kim Tae-ho, Sami al-Jundi.

    Of an Arabic name, the form is without its article.
    """
    found = []
    for word in words:
        first, _, rest = text[word.start : word.end].partition("-")
        is_arabic = first in _ARABIC_ARTICLES
        part = rest if is_arabic else first
        if len(part) > 1 and part.istitle():
            found.append(word._replace(form=word.form.partition("-")[2]) if is_arabic else word)
    return found


def _is_name(word: WordMention, text: str, reader: Reader) -> bool:
    """Return whether a word may be a name of a person or place: no abbreviation, no compound."""
    shown = text[word.start : word.end]
    if reader.language == "zh":
        return reader.is_transcribed(word.form)
    if reader.language == "ja":
        return len(shown) >= _LEAST_KANA and all(_FIRST_KANA <= character <= _LAST_KANA for character in shown)
    return len(shown) >= _LEAST_LETTERS and shown[0].isupper() and shown[1:].islower() and shown.isalpha()


def _begins(word: WordMention, text: str) -> bool:
    """Return whether a word may have its capital because it begins a sentence or a quotation."""
    before = text[: word.start].rstrip()
    if before.endswith(tuple(_CLOSING_QUOTES)) and before[:-1].endswith((",", "?", "!")):
        return False
    return not before or not (before[-1].isalnum() or before[-1] == ",")
