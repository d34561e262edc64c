"""Words of an article by how they are written, each looked up once.

    Pferde     form pferde    stem pferd    concepts 310        sounds pferte
    Zwölf      form zwolf     telling: it is a number           capitals: zwolf

A book has a million words and ten thousand different ones, so that all that is known of a word is kept by how it is
written, and of a piece with the marks beside its word: `Pferde,` is looked for words once. A sentence without a telling
word and without a digit has no number, and is not searched for any.
"""

from collections.abc import Set
from typing import NamedTuple

from diffing.translation.bare_words import plain_words
from diffing.translation.clock_words import PARTS_OF_HOURS
from diffing.translation.number_words import HALVES, NumberParts
from diffing.translation.romanised import sounds
from diffing.translation.stems import folded, stems, without_particle
from diffing.translation.tables import DATES, WordTable

_LEAST_STEM = 3
# Languages in which months and weekdays have no cases: mari and mars have one stem, and a mari is no month. A word may
# begin with a longer one: Dienstagmorgen, Fridays.
_UNDECLINED = frozenset({"af", "ca", "da", "de", "en", "es", "fr", "gl", "it", "nb", "nl", "nn", "pt", "sv"})
_LEAST_DATE = 6

_BESIDE_ONE = HALVES | PARTS_OF_HOURS


class Word(NamedTuple):
    """A word of a language: its rough spelling ('' for one that has none), and the concepts it may stand for.

    Perhaps it is none, but a name if the other article has a name that sounds so.
    """

    sounds: str
    concepts: frozenset[str]
    is_perhaps: bool = False


NO_CONCEPTS: frozenset[str] = frozenset()


class MetPieces(dict[str, tuple[str, ...]]):
    """The folded forms of the words of each piece between white space that was met: no word reaches over white space.

    A look-up for each piece takes a fraction of the time to look for words. `capitals` has the pieces with a word that
    is written with a capital, and the forms of these words. The language is one whose words plain_words() finds all.
    """

    def __init__(self, met: "MetWords", language: str) -> None:
        super().__init__()
        self.capitals: dict[str, tuple[str, ...]] = {}
        self._met = met
        self._language = language

    def __missing__(self, piece: str) -> tuple[str, ...]:
        """Return the forms of the words of a piece, and keep them."""
        words = plain_words(piece, self._language)
        forms = self[piece] = tuple([form for word in words if (form := self._met[word])])
        if capitals := tuple([form for word in words if (form := self._met.capitals[word])]):
            self.capitals[piece] = capitals
        return forms


class MetWords(dict[str, str]):
    """The folded form of each word that was met, by how it is written.

    `words` are the words by form. `capitals` has the form of a written word with a capital, '' for others. By form,
    `stems` has the stem, `phrase_keys` the stem behind the first word of a phrase, `learned` the stem from which
    words are learned ('' for none), and `begun` the keys of the first word of a phrase that a word may be. `telling`
    are the forms of numbers, `ones` those of one, which is an article in many languages, and tells only beside a
    half, or a part of an hour.
    """

    def __init__(self, language: str, table: WordTable) -> None:
        super().__init__()
        self.words: dict[str, Word] = {}
        self.capitals: dict[str, str] = {}
        self.stems: dict[str, str] = {}
        self.phrase_keys: dict[str, str] = {}
        self.learned: dict[str, str] = {}
        self.begun: dict[str, tuple[str, ...]] = {}
        self.telling: set[str] = set()
        self.ones: set[str] = set()
        self.number_parts = NumberParts(table.numbers)
        self._language = language
        self._table = table
        # The forms with which a phrase may begin, and the stems that would go on.
        self._seconds: dict[str, frozenset[str]] = {}

    def __missing__(self, shown: str) -> str:
        """Return the folded form of a word, which is looked up at its first use."""
        form = self[shown] = folded(shown).replace(" ", "")
        self.capitals[shown] = form if shown[0].isupper() else ""
        if form not in self.stems:
            self._look_up(form)
        return form

    def _look_up(self, form: str) -> None:
        concepts_of = self._table.concepts
        keys = stems(form, self._language)
        concepts = next((concepts_of[key] for key in keys if key in concepts_of), NO_CONCEPTS)
        spoken = sounds(without_particle(form) if self._language == "ko" else form)
        self.words[form] = Word(spoken, self._with_date(form, concepts))
        key = self.stems[form] = keys[0]
        # The words of Arabic phrases stand in the table without their articles.
        self.phrase_keys[form] = keys[-1] if self._language == "ar" else key
        self.learned[form] = key if len(key) >= _LEAST_STEM else ""
        # It may have a preposition before it: ביום ראשון.
        begun = self.begun[form] = tuple(key for key in keys if key in self._table.seconds)
        if begun:
            self._seconds[form] = frozenset().union(*[self._table.seconds[key] for key in begun])
        if values := self.number_parts[form]:
            (self.ones if tuple(values) == (1,) else self.telling).add(form)

    def may_have_number(self, forms: Set[str]) -> bool:
        """Return whether a text with these words may have a number in words, or a time."""
        if forms.isdisjoint(self.telling):
            return not (forms.isdisjoint(self.ones) or forms.isdisjoint(_BESIDE_ONE))
        return True

    def may_have_phrase(self, forms: Set[str]) -> bool:
        """Return whether a text with these words may have a phrase of the table: its first two words."""
        begun = self._seconds.keys() & forms
        if not begun:
            return False
        keys = set(map(self.phrase_keys.__getitem__, forms))
        return not all(self._seconds[form].isdisjoint(keys) for form in begun)

    def _with_date(self, form: str, concepts: frozenset[str]) -> frozenset[str]:
        """Return the concepts of a word with the month or weekday that it is, and none that only its stem has."""
        dates = self._table.dates
        date: str | None = dates.get(form)
        if not date and self._language in _UNDECLINED and any(concept[0] in DATES for concept in concepts):
            ends = range(len(form) - 1, _LEAST_DATE - 1, -1)
            date = next((dates[form[:end]] for end in ends if form[:end] in dates), None)
            concepts = _without_dates(concepts)
        elif not date and form in self._table.numbers:
            # The Polish 'czwarty' (fourth) has the stem of Thursday.
            concepts = _without_dates(concepts)
        return concepts | {date} if date else concepts


def _without_dates(concepts: frozenset[str]) -> frozenset[str]:
    return frozenset(concept for concept in concepts if concept[0] not in DATES)
