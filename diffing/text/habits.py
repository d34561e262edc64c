"""Habits of spelling of an article: with accents, or as a text that has lost them.

    left   Fusillade près de Valmorin. Un policier tué a déclaré...
    right  Fusillade pres de Valmorin. Un policier tue a declare...      has lost its accents altogether
    right  Fusillade près de Valmorin. Un policier tue a déclaré...      has not

An article has lost its accents if it has many words without them that the other article has with them, and hardly one
of its own with an accent. The letter ß is counted by itself: a Swiss text has accents, and no ß.
"""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property

from diffing.patterns import lazy_pattern
from diffing.text.character_forms import HanHabits, serbian_latin
from diffing.text.language import language_of
from diffing.text.words import LONGEST_PIECE, VOWEL_SIGNS, YEHS, compared_form, has_accent, read_piece, spelled_form

# Different words that stand without their accents, in a text that has lost them. Two are not enough: moods and tenses
# change together (konnte and wurde, könnte and würde).
_LEAST_LOST = 3
# Likewise for ß, which is too rare to wait for three.
_LEAST_SHARP_S = 2
# Words without their accents for each word that keeps one, in a text that has lost them: a byline may have another
# source.
_LOST_FOR_EACH_KEPT = 20
# A language with accents has them in one word of ten to thirty. An article of so many different words with an accent in
# fewer than one of a hundred has them in foreign words, where each accent may be left out.
_LEAST_WORDS = 100
_WORDS_FOR_EACH_ACCENT = 100
# Languages that may write any word without its accents: English dictionaries have cafe, resume and expose too.
_OPTIONAL_ACCENTS = frozenset({"en"})

_ARABIC_YEH, _YEH_WITHOUT_POINTS = YEHS[0], YEHS[1]
_VOWEL_SIGN = lazy_pattern(VOWEL_SIGNS)
# Grave, acute, circumflex: they show stress or sound, and capitals are often without them. Other marks, such as an
# umlaut or the horn of Vietnamese, make another letter.
STRESS = lazy_pattern("[\u0300-\u0302]")
"""Expression for an accent that capitals often lose, in NFD."""

# How a text without such letters writes them.
_TRANSCRIPTION = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})

Spellings = Mapping[str, AbstractSet[str]]
"""The spelled forms of words, without vowel signs, by their compared form."""


def without_vowel_signs(spelled: str) -> str:
    """Return a spelled form without the signs that a text may set or leave out."""
    return spelled if spelled.isascii() else _VOWEL_SIGN.sub("", spelled)


def transcribed_form(spelled: str) -> str:
    """Return the compared form of a word as a text without accented letters may write it: Kueste for Küste."""
    return compared_form(unicodedata.normalize("NFC", spelled).translate(_TRANSCRIPTION))


def lost(own: Spellings, other: Spellings) -> set[str]:
    """Return the words that one text has without accents only, and the other with accents only."""
    return {
        form
        for form in own.keys() & other.keys()
        if not any(map(has_accent, own[form])) and all(map(has_accent, other[form]))
    }


def has_lost_accents(own: Spellings, other: Spellings) -> bool:
    """Return whether a text has lost its accents altogether, as the other text shows."""
    kept = _accented(own)
    missing = len(lost(own, other))
    return missing >= _LEAST_LOST and _LOST_FOR_EACH_KEPT * kept <= missing


def _accented(spellings: Spellings) -> int:
    """Return the number of words that are written with an accent."""
    return sum(any(map(has_accent, own)) for own in spellings.values())


class Habits:
    """Words of an article: their `spellings`, and the words that stand without a capital (`small`)."""

    def __init__(self, texts: Sequence[str], *, is_latinized: bool = False) -> None:
        """Read the texts of an article, with `is_latinized` its Serbian words in Latin letters."""
        pieces = {piece for text in texts for piece in text.split()}
        self._texts = texts
        self._is_latinized = is_latinized
        self.spellings: dict[str, set[str]] = {}
        self.small: set[str] = set()
        self._add(pieces)

    def _add(self, pieces: Iterable[str]) -> None:
        for piece in pieces:
            # A longer piece is of a script without spaces and accents, or no word.
            for word in read_piece(piece) if len(piece) <= LONGEST_PIECE else ():
                if word.is_word:
                    spelled = word.form
                    if not word.text.isascii():
                        shown = serbian_latin(word.text) if self._is_latinized else word.text
                        spelled = without_vowel_signs(spelled_form(shown))
                    self.spellings.setdefault(word.form, set()).add(spelled)
                    if not word.text[0].isupper():
                        self.small.add(word.form)

    @cached_property
    def accented(self) -> int:
        """The number of words that are written with an accent."""
        return _accented(self.spellings)

    @cached_property
    def han(self) -> HanHabits:
        """The characters of Han that the article writes."""
        return HanHabits.of(self._texts)

    @cached_property
    def language(self) -> str:
        """The code of the language, '' if it is unknown."""
        return language_of(self._texts)

    @cached_property
    def has_accented_capital(self) -> bool:
        """True if a capital has an accent, as in État."""
        capitals = {letter for text in self._texts if not text.isascii() for letter in text if letter.isupper()}
        return any(STRESS.search(unicodedata.normalize("NFD", letter)) for letter in capitals)

    @cached_property
    def has_yeh_without_points(self) -> bool:
        """True if no word ends in the Arabic yeh, and several in the letter without its points, as in Egypt."""
        words = [spelled for own in self.spellings.values() for spelled in own]
        without = sum(word.endswith(_YEH_WITHOUT_POINTS) for word in words)
        return without >= _LEAST_LOST and not any(word.endswith(_ARABIC_YEH) for word in words)

    @property
    def has_optional_accents(self) -> bool:
        """True if the language may write any word without its accents."""
        return self.language in _OPTIONAL_ACCENTS

    @cached_property
    def _has_foreign_accents(self) -> bool:
        """True if the article has accents in foreign words only."""
        count = len(self.spellings)
        return count >= _LEAST_WORDS and _WORDS_FOR_EACH_ACCENT * self.accented < count

    def has_lost_accents(self, other: "Habits") -> bool:
        """Return whether the article has lost its accents altogether, as the other article shows."""
        if has_lost_accents(self.spellings, other.spellings):
            return True
        return not self.accented and other._has_foreign_accents

    def _transcribes(self, other: "Habits") -> bool:
        """Return whether a word of the other article stands here with its umlaut as two letters: Kueste."""
        return any(
            (transcribed := transcribed_form(spelled)) != form and transcribed in self.spellings
            for form, own in other.spellings.items()
            for spelled in own
            if spelled != form
        )

    def has_lost_sharp_s(self, other: "Habits") -> bool:
        """Return whether the article writes 'ss' for every ß of the other one."""
        if any("ß" in spelled for own in self.spellings.values() for spelled in own):
            return False
        if not self.accented and self._transcribes(other):
            return True
        sharp = {form for form, own in other.spellings.items() if any("ß" in spelled for spelled in own)}
        return len(sharp & self.spellings.keys()) >= _LEAST_SHARP_S
