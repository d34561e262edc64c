"""Find small words that turn a statement where they are the whole change: prepositions, 'all', 'only', 'will'.

left   The union is |for| the plan.       right   The union is |against| the plan.       changed: support > opposition
left   Rents rose |by| 5%.                right   Rents rose |to| 5%.                    changed: by > to
left   Tenants oppose the mine.           right   |All| tenants oppose the mine.         new: All

Such words have many meanings, and elsewhere in a sentence they say nothing. So they count only if nothing else changed
beside them.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache

from diffing.ledger.core.clauses import clause_start
from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.details import Senses, StatedWithout
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.core.sides import Side, sides
from diffing.ledger.language.lexicon import forms, lexicon
from diffing.ledger.meaning.case_roles import has_cases
from diffing.ledger.meaning.context import is_same_word
from diffing.ledger.meaning.cues import accented
from diffing.ledger.meaning.penalties import are_of_penalty
from diffing.ledger.meaning.sentence_changes import SentenceChange
from diffing.ledger.remaining.kept_sentences import FOUR_FIFTHS, HALF, is_lightly_edited, remaining_changes
from diffing.model import Pair, Place
from diffing.patterns import lazy_pattern
from diffing.text.folding import folded, has_han, word_pattern

# Groups whose words begin a question: 'Could you help, he asked.'
_ASKING = ("future", "ability")
# The share of a sentence that is kept where a word of quantity is added, for the verb may take another form too, and
# where a word of rank is one with a prefix.
_DECLINED = 0.25
# Characters of the longest phrase of the tables, and some space: a longer change is none of them.
_LONGEST = 40
_MARKS = lazy_pattern(r"^[^\w]+|[^\w]+$")
_WORD = lazy_pattern(r"\w+")
# The word behind a place, if no mark stands between.
_BEHIND = lazy_pattern(r"\s*([^\W_]+)")


def exact_entries(context: LedgerContext, found: Sequence[Entry]) -> Iterator[Entry]:
    """Yield the entries of such words, without those that the entries `found` already have."""
    both = sides(context)
    language = both.left.language
    if language != both.right.language or not _senses(language):
        return
    least = HALF if is_lightly_edited(context) else FOUR_FIFTHS
    for change in remaining_changes(context, found, _DECLINED):
        if (entry := _of_declined(change, both) or _of_status(change, both)) is not None:
            yield entry
        if entry is not None or min(change.kept) < least or all(map(_asks, both, change.sentences)):
            continue
        entry = _turned(change, both) or _turned(_with_next_word(change, both), both) or _lone(change, both)
        if entry is not None:
            yield entry


def _asks(side: Side, sentence: Place) -> bool:
    """Return whether a sentence is a question: 'Could you come?' asks the same as 'Can you come?'."""
    return sentence.words(side.own).rstrip().endswith(("?", "？"))


@cache
def _senses(language: str) -> Mapping[str, Mapping[str, str]]:
    """Return the class of each phrase of a language, by its group."""
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for group, classes in lexicon(language).get("turns", {}).get("exact", {}).items():
        for sense, phrases in classes.items():
            for phrase in phrases:
                found[_form(phrase, language)][group] = sense
    return dict(found)


def _form(words: str, language: str) -> str:
    """Return the folded form of words; as they are written if they are others without accents: 'würde', 'wurde'."""
    form, written = folded(words).text, unicodedata.normalize("NFC", words).casefold()
    return written if accented(language).get(form) == written else form


@cache
def _lone_classes(language: str) -> frozenset[str]:
    """Return the classes whose words turn a statement also if the other side has nothing in their place."""
    return frozenset(lexicon(language).get("turns", {}).get("lone_exact", ()))


def _classes(side: Side, place: Place) -> Mapping[str, str]:
    """Return the classes of the words of a place by group; none if they are no such words."""
    if place.end - place.start > _LONGEST:
        return {}
    return _senses(side.language).get(_form(_MARKS.sub("", place.words(side.own)), side.language), {})


def _turned(change: SentenceChange, both: Pair[Side]) -> Entry | None:
    """Return the entry of a change from one class of a group to another one."""
    left, right = (_classes(side, place) for side, place in zip(both, change.places, strict=True))
    starts = zip(change.places, change.sentences, strict=True)
    is_opening = all(place.start == sentence.start for place, sentence in starts)
    for group, sense in left.items():
        other = right.get(group, sense)
        is_none = (is_opening and group in _ASKING) or are_of_penalty(both, change.places)
        if other != sense and not is_none:
            own, there = ((place,) for place in change.places)
            return Entry(Subject.CONTENT, Change.CHANGED, own, there, Location.SAME_PLACE, Senses(sense, other))
    return None


def _with_next_word(change: SentenceChange, both: Pair[Side]) -> SentenceChange:
    """Return a change with the word behind it, if one side has no words: 'few' > 'a few'."""
    if all(place.start < place.end for place in change.places):
        return change
    longer = []
    for side, place in zip(both, change.places, strict=True):
        behind = _BEHIND.match(side.texts[place.paragraph].text, place.end)
        start = place.start if place.start < place.end or behind is None else behind.start(1)
        longer.append(place if behind is None else place._replace(start=start, end=behind.end()))
    return change._replace(places=Pair(*longer))


def _lone(change: SentenceChange, both: Pair[Side]) -> Entry | None:
    """Return the entry of words that only one side has, in front of a word that both sides have."""
    for side, other, place, there, sentence in zip(
        both, both.swapped(), change.places, change.places.swapped(), change.sentences.swapped(), strict=True
    ):
        classes = _lone_classes(side.language).intersection(_classes(side, place).values())
        if (
            there.start == there.end
            and classes
            and not _has_class(other, sentence, classes)
            and not _is_repeated(side, place, classes)
        ):
            text = other.texts[there.paragraph].text
            behind = _BEHIND.match(text, there.start) or word_pattern(text).search(text, sentence.start)
            if behind is not None:
                stated = there._replace(start=behind.start(behind.lastindex or 0), end=behind.end())
                return side.entry(Subject.CONTENT, (place,), Location.SAME_SENTENCE, StatedWithout(stated))
    return None


def _is_repeated(side: Side, place: Place, classes: frozenset[str]) -> bool:
    """Return whether a Chinese word in the clause before a place is of the same class: |所有|居民都."""
    text = side.texts[place.paragraph].folded
    before = text.text[max(0, text.at(place.start) - _LONGEST) : text.at(place.start)]
    clause = before[clause_start(before, len(before)) :]
    return any(
        phrase in clause
        for phrase, own in _senses(side.language).items()
        if has_han(phrase) and not classes.isdisjoint(own.values())
    )


def _of_declined(change: SentenceChange, both: Pair[Side]) -> Entry | None:
    """Return the entry of such words in front of a noun to which they give another case."""
    for side, other, place, there in zip(both, both.swapped(), change.places, change.places.swapped(), strict=True):
        counted = _counted(side, place, other, there)
        if counted is not None and not _lone_classes(side.language).isdisjoint(_classes(side, counted).values()):
            return side.entry(Subject.CONTENT, (counted,), Location.SAME_SENTENCE, StatedWithout(there))
    return None


def _counted(side: Side, place: Place, other: Side, there: Place) -> Place | None:
    """Return the words before a noun that puts another case behind them: |большинство| жителей, жители (residents).

    The verb behind the noun may have another form too.
    """
    if not has_cases(other.language) or there.start == there.end or place.end - place.start > _LONGEST:
        return None
    own, declined = ([*_WORD.finditer(text.casefold())] for text in (place.words(side.own), there.words(other.own)))
    if not declined or len(own) <= len(declined):
        return None
    before, behind = own[: -len(declined)], own[-len(declined) :]
    if not all(is_same_word(word[0], form[0]) for word, form in zip(behind, declined, strict=True)):
        return None
    return place._replace(start=place.start + before[0].start(), end=place.start + before[-1].end())


def _of_status(change: SentenceChange, both: Pair[Side]) -> Entry | None:
    """Return the entry of a word that is the word of the other side with a prefix: exalcalde, alcalde."""
    if any(not 0 < place.end - place.start <= _LONGEST for place in change.places):
        return None
    own, other = (
        _MARKS.sub("", folded(place.words(side.own)).text) for side, place in zip(both, change.places, strict=True)
    )
    prefixes = _prefixes(both.left.language)
    left, right = change.places
    if _has_prefix(own, other, prefixes):
        return both.left.entry(Subject.CONTENT, (left,), Location.SAME_SENTENCE, StatedWithout(right))
    if _has_prefix(other, own, prefixes):
        return both.right.entry(Subject.CONTENT, (right,), Location.SAME_SENTENCE, StatedWithout(left))
    return None


def _has_prefix(longer: str, word: str, prefixes: Set[str]) -> bool:
    return bool(word) and longer.endswith(word) and longer.removesuffix(word).rstrip("- ") in prefixes


@cache
def _prefixes(language: str) -> frozenset[str]:
    return forms(lexicon(language).get("turns", {}).get("prefixes_of_status", ()))


def _has_class(side: Side, sentence: Place, classes: frozenset[str]) -> bool:
    """Return whether a sentence has a word of some classes that the other side has not: it only stands elsewhere."""
    text = side.texts[sentence.paragraph]
    part = text.text[sentence.start : sentence.end]
    known = {phrase for phrase, own in _senses(side.language).items() if not classes.isdisjoint(own.values())}
    places = (found.span() for found in _WORD.finditer(part))
    return any(
        folded(part[start:end]).text in known
        and not side.is_equal(Place(sentence.paragraph, sentence.start + start, sentence.start + end))
        for start, end in places
    )
