"""Numbers of people who were killed, hurt or arrested, where the other article has the same number of other things.

Two dead after ferry runs aground   |  sent two inspectors        an entry: two inspectors say nothing of two dead
Two dead after ferry runs aground   |  two crew members died      none

A change of how many people were harmed comes before all other facts.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cache
from itertools import chain
from typing import NamedTuple

from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.core.sides import Side
from diffing.ledger.numbers.counted_nouns import comparable_noun
from diffing.ledger.numbers.extract import Quantity
from diffing.ledger.numbers.harm_words import SENTENCE_END, words_around, words_of, words_of_folded
from diffing.ledger.numbers.number_words import number_words
from diffing.ledger.numbers.values import COUNT
from diffing.model import Article, Pair, Place

# Characters of the beginning of a passage.
_BEGINNING = 200
_OTHER_NUMBERS = (Change.CHANGED, Change.NEW, Change.GONE)


def told_of_others(side: Side, own: Mapping[Place, Quantity], others: Mapping[Place, Quantity]) -> Iterator[Place]:
    """Yield the places of numbers of harmed people that stand in the other article, but only for other things.

    `own` and `others` are the quantities of both articles. A count without a noun or of anybody, and one in a
    paragraph that tells of harm, may be of these people. So may the one that a headline sums up, if it stays as it is.
    """
    harmed = _nouns(side.language).harmed
    by_values: defaultdict[tuple[str, Fraction, Fraction], list[Place]] = defaultdict(list)
    for at, other in others.items():
        by_values[_values(other)].append(at)
    for place, count in own.items():
        if count.kind != COUNT or count.weak or harmed.isdisjoint(count.nouns) or side.is_equal(place):
            continue
        same = by_values.get(_values(count), [])
        if not same or any(_may_be_of_people(at, others[at], side) for at in same):
            continue
        if not _sums_up(place, count, own, side):
            yield place


def _sums_up(place: Place, count: Quantity, own: Mapping[Place, Quantity], side: Side) -> bool:
    """Return whether the first paragraph says what a later one says of the same people, which both articles have."""
    return place.paragraph == 0 and any(
        at.paragraph and _values(other) == _values(count) and {*other.nouns} & {*count.nouns} and side.is_equal(at)
        for at, other in own.items()
    )


def counts_harm(entry: Entry, articles: Pair[Article], languages: Pair[str]) -> bool:
    """Return whether an entry is a number of harmed people, by what it counts or the words around it.

    So is a negation in whose place the other article has something else: 'nobody died', 'one died'.
    """
    is_none = entry.subject is Subject.NEGATION and entry.change is Change.CHANGED
    if not is_none and (entry.subject is not Subject.NUMBER or entry.change not in _OTHER_NUMBERS):
        return False
    return any(
        not number_words(language).harmed.isdisjoint(chain(*words_around(article, place, language)))
        for article, places, language in zip(articles, entry.places, languages, strict=True)
        for place in places
        if language
    )


def tells_of_harm(entry: Entry, articles: Pair[Article], languages: Pair[str]) -> bool:
    """Return whether a passage begins with people who were harmed: 'A man of 62 died ...'.

    Only one article has it, or the other one tells something else in its place.
    """
    if not (entry.is_passage or entry.is_told_otherwise):
        return False
    return any(
        not number_words(language).harmed.isdisjoint(_first_words(article, place, language))
        for article, places, language in zip(articles, entry.places, languages, strict=True)
        for place in places
        if language
    )


def _first_words(article: Article, place: Place, language: str) -> list[str]:
    """Return the words of the beginning of a passage, up to the end of its sentence."""
    text = article.paragraphs[place.paragraph].text[place.start : min(place.end, place.start + _BEGINNING)]
    return words_of(SENTENCE_END.split(text)[0], language)


def _values(count: Quantity) -> tuple[str, Fraction, Fraction]:
    return count.kind, count.low, count.high


def _may_be_of_people(place: Place, count: Quantity, side: Side) -> bool:
    """Return whether a number of the other article may be of harmed people."""
    if not count.nouns or not _nouns(side.language).anybody.isdisjoint(count.nouns):
        return True
    return not number_words(side.language).harmed.isdisjoint(
        words_of_folded(side.other_texts[place.paragraph].folded.text, side.language)
    )


def anybody_or_harmed(language: str) -> frozenset[str]:
    """Return the nouns of a language, in the form of `Quantity.nouns`, that say only that people are counted."""
    return _nouns(language).anybody | _nouns(language).harmed


class _Nouns(NamedTuple):
    """Nouns of a language as `Quantity.nouns` has them."""

    harmed: frozenset[str]
    anybody: frozenset[str]


@cache
def _nouns(language: str) -> _Nouns:
    words = number_words(language)
    return _Nouns(*(frozenset(comparable_noun(noun, words) for noun in each) for each in (words.harmed, words.anybody)))
