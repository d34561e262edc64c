"""Find names that changed, in a language in which every noun has a capital.

left   Jonas Merk und Tim Aldern trafen. Merk fehlt am Sonntag.
right  Jonas Merk und Tim Aldern trafen. Aldern fehlt am Sonntag.      changed Merk > Aldern
left   Der Pfarrer sprach.      right  Pfarrer Uwe Karstens sprach.    new Uwe Karstens

Names of people are known by their first names and titles. Two other words with a capital that stand together are a name
too where another one replaces them, unless the second one has a determiner before it anywhere (Ende des Monats, Ende
Monat). Places are found only where another one replaces them: in Neukirch, in Neudorf.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.covered import CoveredWords
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.core.sides import Side, sides
from diffing.ledger.meaning.sentence_changes import SentenceChange, sentence_changes
from diffing.ledger.names.aliases import Key, Named, resolved
from diffing.ledger.names.name_words import Tokens, name_words
from diffing.ledger.names.noun_phrases import (
    CAPITALIZED,
    WORD,
    PersonWords,
    form,
    full_names,
    nouns,
    person_words,
    short_names,
)
from diffing.ledger.names.replacements import changed_entries, changed_names, occurrences
from diffing.model import Pair, Place
from diffing.patterns import lazy_pattern
from diffing.text.words import compared_form

_NAMES = lazy_pattern(rf"{CAPITALIZED}(?: {CAPITALIZED}){{0,2}}")
# What stands before the first word of a sentence or of a quotation.
_OPENS = lazy_pattern(r"(?:^|[.!?…:;•|–—-]\s*|[\"'“„‚«»‹›(]\s*)$")
_LOOK_BACK = 3
# The word before a place, and the characters in which it is looked up.
_WORD_BEFORE = lazy_pattern(r"(?:^|\W)([^\W\d_]+) $")
_LONGEST_BEFORE = 8
# Ends of nouns that are no names of places, if they do not end like one: in Kliniken, in Eigenregie.
_NO_PLACE = ("ung", "heit", "keit", "schaft", "tion", "tät", "nis", "en", "ern", "s", "ie")


def noun_name_entries(context: LedgerContext) -> Iterator[Entry]:
    """Yield the entries of names that are gone, new, or replaced by another name."""
    both = sides(context)
    words = person_words(both.left.language)
    common = nouns(both.left, words.determiners) | nouns(both.right, words.determiners)
    full = both.map(lambda side: list(full_names(side, words)))
    family = {name.tokens[-1] for own in full for _, name in own} - common
    named = resolved(
        Pair(
            *(
                sorted([*own, *short_names(side, family, [place for place, _ in own], words)])
                for side, own in zip(both, full, strict=True)
            )
        ),
        {},
    )
    swaps, explained = changed_names(named, context.correspondence, name_words(both.left.language))
    names = named.map(lambda own: {one.place: one.name.tokens for one in own})
    pairs = [(swap, names.left[swap.left.place], names.right[swap.right.place]) for swap in swaps]
    found = list(
        changed_entries([swap for swap, own, other in pairs if not _is_spelt_anew(own, other)], context.correspondence)
    )
    yield from found
    covered, told = CoveredWords(found), [{*own, *other} for _, own, other in pairs]
    for forms, entry in _replaced_names(context, family, common, words):
        if not covered.touch(entry.places) and not any(forms <= own for own in told):
            yield entry
    for side, own in zip(both, named, strict=True):
        yield from _one_sided(side, own, {key for key in explained if isinstance(key, tuple)})


def _one_sided(side: Side, own: list[Named], explained: set[Key]) -> Iterator[Entry]:
    """Yield the entries of names whose family name is no word of the other article."""
    there = {form(word) for text in side.other_texts for word in WORD.findall(text.text) if word[0].isupper()}
    by_key: defaultdict[Key, list[Named]] = defaultdict(list)
    for one in own:
        by_key[one.key].append(one)
    for key, mentions in by_key.items():
        is_full = len(mentions[0].name.tokens) > 1
        if is_full and key not in explained and there.isdisjoint(one.name.tokens[-1] for one in mentions):
            yield side.entry(Subject.NAME, (mentions[0].place,), Location.NOWHERE, occurrences(len(mentions)))


def _replaced_names(
    context: LedgerContext, family: set[str], common: set[str], words: PersonWords
) -> Iterator[tuple[set[str], Entry]]:
    """Yield the entries of names and places that are the whole change of a sentence, each with its words."""
    both = sides(context)
    known = (_pairs(both.left, words) | _pairs(both.right, words) | family) - common
    determiners = words.determiners - words.before_place
    determined = nouns(both.left, determiners) | nouns(both.right, determiners)
    for change in sentence_changes(context):
        texts = Pair(change.places.left.words(both.left.own), change.places.right.words(both.right.own))
        if not all(map(_NAMES.fullmatch, texts)):
            continue
        forms = texts.map(lambda text: [form(word) for word in WORD.findall(text)])
        if not set(forms.left).isdisjoint(forms.right) or _are_spellings(forms.left[-1], forms.right[-1]):
            continue
        if known.issuperset(forms.left + forms.right) or _are_places(change, both, determined, words):
            left, right = (change.places.left,), (change.places.right,)
            yield {*forms.left, *forms.right}, Entry(Subject.NAME, Change.CHANGED, left, right, Location.SAME_PLACE)


def _is_spelt_anew(own: Tokens, other: Tokens) -> bool:
    """Return whether only the spelling of the last word of a name differs."""
    return own[-1] != other[-1] and _are_spellings(own[-1], other[-1])


def _are_spellings(one: str, other: str) -> bool:
    """Return whether one word is the other with more letters: Aaron, Aharon; Urija, Urijah."""
    short, long = sorted((one, other), key=len)
    letters = iter(long)
    return all(letter in letters for letter in short)


def _are_places(change: SentenceChange, both: Pair[Side], common: set[str], words: PersonWords) -> bool:
    """Return whether both words of a change are single names of places behind a preposition: in Neukirch."""
    return all(_is_place(side, place, common, words) for side, place in zip(both, change.places, strict=True))


def _is_place(side: Side, place: Place, common: set[str], words: PersonWords) -> bool:
    text = side.texts[place.paragraph].text
    word = compared_form(text[place.start : place.end])
    before = _WORD_BEFORE.search(text, max(0, place.start - _LONGEST_BEFORE), place.start)
    if before is None or compared_form(before[1]) not in words.before_place or " " in word:
        return False
    if form(word) in common or word in words.no_places or word in words.others:
        return False
    return word.endswith(words.place_endings) or not word.endswith(_NO_PLACE)


def _pairs(side: Side, words: PersonWords) -> set[str]:
    """Return the words of a side that stand beside another word with a capital, in the middle of a sentence."""
    found: set[str] = set()
    for at in side.story:
        text = side.texts[at].text
        for first, last in pairwise(WORD.finditer(text)):
            forms = compared_form(first[0]), compared_form(last[0])
            if (
                first.end() + 1 == last.start()
                and _NAMES.fullmatch(first[0])
                and _NAMES.fullmatch(last[0])
                and words.others.isdisjoint(forms)
                and not _OPENS.search(text[max(0, first.start() - _LOOK_BACK) : first.start()])
            ):
                # 'Präsident Rand' has one name.
                found.update(form(word[0]) for word in (first, last) if compared_form(word[0]) not in words.titles)
    return found
