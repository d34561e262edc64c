"""What became of names: who is gone, who is new, and who stands in another's place.

left      AFP asked the government of Maduro
right     Reuters asked the government of Nicolás Maduro
changed   AFP > Reuters; Maduro is named on both sides
"""

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from diffing.ledger.core.context import Material
from diffing.ledger.core.correspondence import Correspondence
from diffing.ledger.core.details import Occurrences
from diffing.ledger.core.locations import Location
from diffing.ledger.core.mentions import Mention, Swap, match
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.core.sides import Side, sides
from diffing.ledger.names.aliases import Key, Named, resolved
from diffing.ledger.names.capitals import Run, runs, small_words
from diffing.ledger.names.extract import Evidence, Name, names, parts_of
from diffing.ledger.names.name_forms import fallen_form
from diffing.ledger.names.name_words import NameWords, name_words
from diffing.ledger.names.presence import Presence
from diffing.ledger.numbers.number_words import number_words
from diffing.model import Pair, Place
from diffing.text.function_words import FUNCTION_WORDS, content_words
from diffing.text.reading import ReadText
from diffing.text.words import STEM_LENGTH, word_forms

_SORT = "name"
# Words that tell something and may have changed with the name: before it hardly any, or who is meant may be another.
_MOST_BEFORE = 2
_MOST_BEHIND = 12
_NEXT_SMALL_WORD = re.compile(r" ([a-zß-öø-ÿ]+)")


class _Read(NamedTuple):
    """An article with its furniture left out: the runs of its paragraphs, and its words without a capital."""

    runs: list[tuple[int, tuple[Run, ...]]]
    small: set[str]


def name_entries(material: Material) -> Iterator[Entry]:
    """The names that are gone, new, or in the place of another one."""
    languages = _languages(material.languages)
    words = languages.map(name_words)
    if languages.left != languages.right or words.left.is_noun_capital:
        # Names are called otherwise in another language, and where every noun has a capital it says nothing.
        return
    both = sides(material)
    paragraphs = cache(lambda text: (runs(text.text, words.left), small_words(text.text)))  # equal ones are read once
    read = both.map(lambda side: _read(side, paragraphs))
    evidence = Evidence(small=read.left.small | read.right.small)
    for _, of_paragraph in (*read.left.runs, *read.right.runs):
        evidence.add(of_paragraph, words.left)
    mended = _mended_words(read)
    named = resolved(read.map(lambda side: _places(side, evidence, words.left, mended)), words.left.nicknames)
    present = Pair(
        _presence(named.left, read.left, mended, words.left), _presence(named.right, read.right, mended, words.left)
    )
    changed, told = _changed(named, material.correspondence, words.left)
    yield from _changed_entries(changed)
    for side, own, other in zip(both, named, present.swapped(), strict=True):
        for place, times in _joined(side, _alone(side, own, other, told), words.left):
            yield side.entry(Subject.NAME, (place,), Location.NOWHERE, _times(times))


def _languages(languages: Pair[str]) -> Pair[str]:
    """A text too short to tell its language is in that of the other one."""
    return Pair(languages.left or languages.right, languages.right or languages.left)


def _read(side: Side, paragraph: Callable[[ReadText], tuple[tuple[Run, ...], Iterable[str]]]) -> _Read:
    """Return the runs and the small words of a side's story, each of whose paragraphs `paragraph` reads."""
    found = [(at, *paragraph(side.texts[at])) for at in side.story]
    return _Read([(at, of_text) for at, of_text, _ in found], {word for *_, small in found for word in small})


def _mended_words(read: Pair[_Read]) -> dict[str, str]:
    """From words whose letters with accents fell out to the whole ones, where both texts together have both."""
    tokens = {token.text: token.key for side in read for _, found in side.runs for run in found for token in run.tokens}
    keys = set(tokens.values())
    accented = sorted(text for text in tokens if not text.isascii())
    broken = {fallen_form(text): tokens[text] for text in accented if fallen_form(text) != tokens[text]}
    return {form: key for form, key in broken.items() if form in keys}


def _compared(key: str, mended: dict[str, str], words: NameWords) -> str:
    """A token as it counts: whole, or its stem in a language whose endings are unknown: Байден, Байденом."""
    whole = mended.get(key, key)
    return whole[:STEM_LENGTH] if words.is_declined else whole


def _places(read: _Read, evidence: Evidence, words: NameWords, mended: dict[str, str]) -> list[tuple[Place, Name]]:
    return [
        (
            Place(at, name.start, name.end),
            name._replace(tokens=tuple(_compared(key, mended, words) for key in name.tokens)),
        )
        for at, found in read.runs
        for name in names(found, evidence, words)
    ]


def _presence(named: Iterable[Named], read: _Read, mended: dict[str, str], words: NameWords) -> Presence:
    keys = {key for _, found in read.runs for run in found for key in parts_of(run.tokens)}
    capitals = {_compared(key, mended, words) for key in keys}
    capitals |= {words.spellings[key] for key in capitals if key in words.spellings}
    certain = [one for one in named if not one.name.is_doubtful]
    return Presence(certain, capitals, read.small, words)


def _alone(side: Side, named: Sequence[Named], other: Presence, told: set[Hashable]) -> Iterator[list[Named]]:
    """The mentions of each name that the other article does not have, in the order of the first.

    What is equal for the comparison is there, though it may be set so that it does not look like a name.
    """
    by_key: dict[Key, list[Named]] = {}
    for one in named:
        if not one.name.is_doubtful:
            by_key.setdefault(one.key, []).append(one)
    for key, found in by_key.items():
        is_name = not all(one.name.is_adjective for one in found)
        if key in told or not is_name or any(other.has(one) for one in found):
            continue
        if not any(side.is_equal(one.place) for one in found):
            yield found


def _joined(side: Side, alone: Iterable[list[Named]], words: NameWords) -> Iterator[tuple[Place, int]]:
    """The first place of each name and how often it is named; the Crown and Anchor is one, or two in one entry."""
    waiting: tuple[Place, int] | None = None
    was_word = False
    for found in alone:
        place = found[0].place
        is_word = len(found) == 1 and len(found[0].name.tokens) == 1 and not found[0].name.alias
        if waiting and is_word and was_word and _is_phrase(side, waiting[0], place, words):
            yield waiting[0]._replace(end=place.end), 1
            waiting = None
            continue
        if waiting:
            yield waiting
        waiting, was_word = (place, len(found)), is_word
    if waiting:
        yield waiting


# 'The' and a space are looked for in so many characters.
_LONGEST_ARTICLE = 6


def _is_phrase(side: Side, first: Place, last: Place, words: NameWords) -> bool:
    """Whether one article stands before two names and an 'and' between them."""
    if first.paragraph != last.paragraph:
        return False
    text = side.own.paragraphs[first.paragraph].text
    before = text[max(0, first.start - _LONGEST_ARTICLE) : first.start].casefold().split()
    is_definite = bool(before) and before[-1] in number_words(side.language).definite
    return is_definite and text[first.end : last.start].strip() in words.conjunctions


def _changed(
    named: Pair[list[Named]], correspondence: Correspondence, words: NameWords
) -> tuple[list[Swap], set[Hashable]]:
    """The names that a row has less often and the other ones that stand in their place; and whose fate that tells.

    A capital that stands for its country is no other name, and neither is gone or new.
    """
    rows_of = correspondence.rows
    # Where a row has a name as often as before, it is the order that changed: Smith and Jones, Jones and Smith.
    surplus: Counter[Hashable] = Counter((rows_of.left[one.place.paragraph], one.key) for one in named.left)
    surplus.subtract((rows_of.right[one.place.paragraph], one.key) for one in named.right)
    put = Pair(
        [one for one in named.left if surplus[rows_of.left[one.place.paragraph], one.key] > 0],
        [one for one in named.right if surplus[rows_of.right[one.place.paragraph], one.key] < 0],
    )
    mentions = put.map(lambda side: [Mention(one.place, one.key, _SORT) for one in side])
    at = put.map(lambda side: {one.place: one.name for one in side})
    found: list[Swap] = []
    told: set[Hashable] = set()
    for swap in match(mentions, correspondence).changed:
        left, right = at.left[swap.left.place], at.right[swap.right.place]
        if _seat(left, words) == _seat(right, words) != "":
            told |= {swap.left.key, swap.right.key}
        elif not _may_be_one(left, right, words) and _is_slot(swap, left, right, correspondence, words):
            told |= {swap.left.key, swap.right.key}
            found.append(swap)
    return found, told


def _is_slot(swap: Swap, left: Name, right: Name, correspondence: Correspondence, words: NameWords) -> bool:
    """Whether one was put for the other: nothing that tells stands before them in the change, or nothing behind."""
    beside = correspondence.beside(swap.left.place, swap.right.place)
    if beside is None:
        return False
    before = max(_weight(side[0], words) for side in beside)
    behind = max(_weight(side[1], words) for side in beside)
    if left.is_doubtful or right.is_doubtful:
        return left.is_doubtful != right.is_doubtful and not before and not behind
    country = beside.left if left.alias else beside.right
    if bool(left.alias) != bool(right.alias) and _says_whose(country[1]):
        # The US press > the New York Times
        return False
    return (not before and behind <= _MOST_BEHIND) or (not behind and before <= _MOST_BEFORE)


def _says_whose(behind: str) -> bool:
    """Whether a country is named for what comes straight behind it: the US press."""
    found = _NEXT_SMALL_WORD.match(behind)
    return found is not None and found[1] not in FUNCTION_WORDS


def _weight(text: str, words: NameWords) -> int:
    """How many words of a text tell something."""
    return sum(form not in words.titles for form in content_words(word_forms(text)))


def _may_be_one(left: Name, right: Name, words: NameWords) -> bool:
    """Whether both could mean the same: one is part of the other, or 'Russian' is told of somebody."""
    if left.alias and right.alias and left.alias != right.alias:
        # Sudan and South Sudan are two.
        return False
    short, long = sorted((left.tokens, right.tokens), key=len)
    if set(short) <= set(long) or (short[:-1] == long[:-1] and _is_derived(short[-1], long[-1], words)):
        return True
    if len(long) == 1 and long[0].startswith(short[0]) and not (left.alias or right.alias):
        # Bondwatchers, Bond fans
        return True
    return left.is_adjective != right.is_adjective and not (left.alias and right.alias)


def _is_derived(one: str, other: str, words: NameWords) -> bool:
    """Whether one is the other with an ending: London, Londoner."""
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and long[len(short) :] in words.endings


def _seat(name: Name, words: NameWords) -> str:
    return name.alias or words.seats.get(name.tokens, "")


def _changed_entries(changed: Sequence[Swap]) -> Iterator[Entry]:
    """An entry for every two names, at the first place one stands for the other."""
    times = Counter((swap.left.key, swap.right.key) for swap in changed)
    first: dict[tuple[Hashable, Hashable], Swap] = {}
    for swap in changed:
        first.setdefault((swap.left.key, swap.right.key), swap)
    for keys, swap in first.items():
        left, right = (swap.left.place,), (swap.right.place,)
        yield Entry(Subject.NAME, Change.CHANGED, left, right, Location.SAME_PLACE, _times(times[keys]))


def _times(count: int) -> Occurrences | None:
    return Occurrences(count) if count > 1 else None
