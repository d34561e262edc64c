"""Find names that replace each other in a language in which every noun has a capital.

left   Jonas Merk und Tim Aldern trafen. Merk fehlt am Sonntag.
right  Jonas Merk und Tim Aldern trafen. Aldern fehlt am Sonntag.      changed Merk > Aldern

A capital is no sign of a name there. Two words with a capital that stand together are: a first name and a family name,
unless the second one has a determiner before it anywhere (Ende des Monats, Ende Monat). Names that are gone or new are
not looked for.
"""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.core.sides import Side, sides
from diffing.ledger.dates.date_words import date_words
from diffing.ledger.language.lexicon import lexicon
from diffing.ledger.meaning.sentence_changes import sentence_changes
from diffing.ledger.names.name_forms import name_form
from diffing.ledger.numbers.number_words import number_words
from diffing.model import Pair
from diffing.patterns import lazy_pattern
from diffing.text.function_words import function_words
from diffing.text.words import compared_form

# A word with a capital and small letters, perhaps with a hyphen: Merk, Meier-Voss.
_NAME = r"[^\W\d_a-zß-ÿ][^\W\d_A-Z]+(?:-[^\W\d_a-zß-ÿ][^\W\d_A-Z]+)?"
_WORD = lazy_pattern(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NAMES = lazy_pattern(rf"{_NAME}(?: {_NAME}){{0,2}}")
# What stands before the first word of a sentence or of a quotation.
_OPENS = lazy_pattern(r"(?:^|[.!?…:;•|–—-]\s*|[\"'“„‚«»‹›(]\s*)$")
_LOOK_BACK = 3
# The end of a name in the genitive: Merks.
_GENITIVE = "s"


def replaced_names(context: LedgerContext) -> Iterator[Entry]:
    """Yield the entries of names in whose place the other article has another name."""
    both = sides(context)
    language = both.left.language
    known = _parts_of_names(both.left, language) | _parts_of_names(both.right, language)
    known -= _nouns(both.left, language) | _nouns(both.right, language)
    if not known:
        return
    for change in sentence_changes(context):
        words = Pair(change.places.left.words(both.left.own), change.places.right.words(both.right.own))
        if not all(map(_NAMES.fullmatch, words)):
            continue
        forms = words.map(lambda text: [_form(word) for word in _WORD.findall(text)])
        is_other = set(forms.left).isdisjoint(forms.right) and not _are_spellings(forms.left[-1], forms.right[-1])
        if is_other and known.issuperset(forms.left + forms.right):
            left, right = (change.places.left,), (change.places.right,)
            yield Entry(Subject.NAME, Change.CHANGED, left, right, Location.SAME_PLACE)


def _are_spellings(one: str, other: str) -> bool:
    """Return whether one word is the other with more letters: Aaron, Aharon; Urija, Urijah."""
    short, long = sorted((one, other), key=len)
    letters = iter(long)
    return all(letter in letters for letter in short)


def _form(word: str) -> str:
    return name_form(word).removesuffix(_GENITIVE)


def _parts_of_names(side: Side, language: str) -> set[str]:
    """Return the words of a side that stand beside another word with a capital, in the middle of a sentence."""
    excluded = _other_words(language)
    found: set[str] = set()
    for at in side.story:
        text = side.texts[at].text
        for first, last in pairwise(_WORD.finditer(text)):
            forms = compared_form(first[0]), compared_form(last[0])
            if (
                first.end() + 1 == last.start()
                and _NAMES.fullmatch(first[0])
                and _NAMES.fullmatch(last[0])
                and excluded.isdisjoint(forms)
                and not _OPENS.search(text[max(0, first.start() - _LOOK_BACK) : first.start()])
            ):
                # 'Präsident Rand' has one name.
                found.update(
                    _form(word[0]) for word in (first, last) if compared_form(word[0]) not in _titles(language)
                )
    return found


@cache
def _other_words(language: str) -> frozenset[str]:
    """Return words with a capital beside a noun that make no name of it: of grammar, dates, numbers and units."""
    dated, counted = date_words(language), number_words(language)
    tables = (dated.months, dated.weekdays, counted.words, counted.magnitudes, counted.ordinals, counted.vague)
    return function_words(language).union(counted.measures, counted.parts, *tables)


@cache
def _titles(language: str) -> frozenset[str]:
    """Return the words before a name that are no part of it."""
    return frozenset(map(compared_form, lexicon(language).get("quotations", {}).get("titles", ())))


def _nouns(side: Side, language: str) -> set[str]:
    """Return the words of a side that stand behind a function word with which a noun begins: der Rat, im Monat."""
    determiners = function_words(language) - _BEFORE_NAMES.get(language, frozenset())
    found: set[str] = set()
    for at in side.story:
        found.update(
            _form(last)
            for first, last in pairwise(_WORD.findall(side.texts[at].text))
            if last[0].isupper() and compared_form(first) in determiners
        )
    return found


# Function words behind which a name may stand: 'und Aldern', 'von Merk', 'sagte er', 'bei Merk'.
_BEFORE_NAMES = {
    "de": frozenset(
        _WORD.findall(
            """
            und oder von mit für bei gegen an auf aus durch nach ohne um vor zu dass als wie wenn ob auch nur nicht
            so da denn doch aber sondern hat haben hatte ist war sind waren wird werden wurde während nachdem weil
            seit über unter neben zwischen kann will soll muss hier dort dann jetzt schon noch er sie es ich wir
            """
        )
    )
}
