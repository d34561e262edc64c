"""Find names that other names replace, in a language without capitals and without spaces.

左  总统卡洛斯·门|德|萨抵达|北|岭省      右  总统卡洛斯·门|多|萨抵达|南|岭省
changed 卡洛斯·门德萨 > 卡洛斯·门多萨, 北岭省 > 南岭省

A comparison by characters marks the ones that differ; here they are extended to the whole name. A foreign name is known
by the point between its parts and by the characters that write its sounds, a Chinese one by the family name beside a
title or a verb of saying, and a place by its ending. Names that are gone or new are not looked for.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.core.sides import Side, sides
from diffing.ledger.language.lexicon import lexicon
from diffing.ledger.language.trie_pattern import alternatives
from diffing.ledger.meaning.sentence_changes import sentence_changes
from diffing.model import Pair, Place
from diffing.text.folding import folded

_HAN = "\u3400-\u9fff"
_POINT = "[·・•‧]"
# The characters of a foreign name on one side of a point, and those of a place before its ending.
_LONGEST_PART = 8
_LONGEST_PLACE = 4
# The share of a sentence that is kept where a name takes the place of another one.
_LEAST_KEPT = 0.5
# The shortest part of a foreign name that stands for the whole.
_SHORT = 2


class _HanWords(NamedTuple):
    """The patterns of names in a language: `person` has the name in its group; `place` matches from a change on."""

    foreign: re.Pattern[str]
    person: re.Pattern[str]
    speaker: re.Pattern[str]
    place: re.Pattern[str]
    before_place: frozenset[str]
    no_places: frozenset[str]


@cache
def _words(language: str) -> _HanWords | None:
    """Return the patterns of a language, None for a language whose names are not written so."""
    table = lexicon(language).get("persons", {})
    if "family" not in table:
        return None
    part = rf"[{folded(''.join(table['sounds'])).text}]{{1,{_LONGEST_PART}}}"
    name = rf"(?P<name>{alternatives(table['family'])}[{_HAN}]{{1,2}})"
    ends = rf"(?=[^{_HAN}]|$|{alternatives(table['behind_person'])})"
    return _HanWords(
        re.compile(rf"{part}(?:{_POINT}{part})+"),
        re.compile(rf"{alternatives(table['titles'])}{name}{ends}"),
        re.compile(rf"(?:^|[^{_HAN}]){name}(?={alternatives(table['speaking'])})"),
        re.compile(rf"[{_HAN}]{{1,{_LONGEST_PLACE}}}?{alternatives(table['place_endings'])}"),
        frozenset(folded("".join(table["before_place"])).text),
        frozenset(folded("".join((*table["before_place"], *table["no_places"]))).text),
    )


def han_name_entries(context: LedgerContext) -> Iterator[Entry]:
    """Yield the entries of names that another name replaces, one for each pair of names."""
    both = sides(context)
    words = _words(both.left.language)
    if words is None or both.left.language != both.right.language:
        return
    changes = [
        change.places
        for change in sentence_changes(context)
        if min(change.kept) >= _LEAST_KEPT and all(map(_has_words, change.places))
    ]
    if not changes:
        return
    known = both.map(lambda side: _known(side, words))
    found: defaultdict[Pair[str], list[Pair[Place]]] = defaultdict(list)
    for places in changes:
        whole = _whole(places, known, both) or _places(places, words, both)
        if whole is not None:
            own = Pair(
                *(
                    _text(side, place.paragraph)[place.start : place.end]
                    for place, side in zip(whole, both, strict=True)
                )
            )
            found[_full(own, known)].append(whole)
    for pairs in found.values():
        left = tuple(sorted({pair.left for pair in pairs}))
        right = tuple(sorted({pair.right for pair in pairs}))
        yield Entry(Subject.NAME, Change.CHANGED, left, right, Location.SAME_PLACE)


def _text(side: Side, at: int) -> str:
    """Return a paragraph in folded form, with one character for each form of it, if that has as many characters."""
    text = side.texts[at]
    return text.folded.text if len(text.folded.text) == len(text.text) else text.text


def _has_words(place: Place) -> bool:
    return place.start < place.end


def _known(side: Side, words: _HanWords) -> dict[str, str]:
    """Return the names of people of a side, and the parts of foreign ones, each with the whole name."""
    known: dict[str, str] = {}
    for at in side.story:
        text = _text(side, at)
        for foreign in words.foreign.finditer(text):
            parts = [part for part in re.split(_POINT, foreign[0]) if len(part) >= _SHORT]
            known |= dict.fromkeys((foreign[0], *parts), foreign[0])
        for pattern in (words.person, words.speaker):
            known |= {person["name"]: person["name"] for person in pattern.finditer(text)}
    return known


def _whole(places: Pair[Place], known: Pair[dict[str, str]], both: Pair[Side]) -> Pair[Place] | None:
    """Return the places of the known names around two changed places, None if one of them stands in no name."""
    left, right = (
        _around(place, own, _text(side, place.paragraph)) for place, own, side in zip(places, known, both, strict=True)
    )
    return Pair(left, right) if left and right else None


def _around(place: Place, known: Iterable[str], text: str) -> Place | None:
    """Return the place of the longest known name that has a changed place inside."""
    for name in sorted(known, key=lambda one: (-len(one), one)):
        start = text.find(name, max(0, place.end - len(name)), place.start + len(name))
        if start >= 0 and start <= place.start and place.end <= start + len(name):
            return Place(place.paragraph, start, start + len(name))
    return None


def _places(places: Pair[Place], words: _HanWords, both: Pair[Side]) -> Pair[Place] | None:
    """Return the names of places around two changed places, None if they have not the same ending."""
    ends = []
    for place, side in zip(places, both, strict=True):
        text = _text(side, place.paragraph)
        match = words.place.match(text, place.start)
        if match is None or match.end() < place.end:
            return None
        start = place.start
        while start > max(0, place.start - 2) and text[start - 1] not in words.before_place:
            start -= 1
        is_bounded = start == 0 or text[start - 1] in words.before_place or not text[start - 1].isalpha()
        ends.append(Place(place.paragraph, start if is_bounded else place.start, match.end()))
    own = Pair(*(_text(side, place.paragraph)[place.start : place.end] for place, side in zip(ends, both, strict=True)))
    is_name = max(map(len, own)) <= _LONGEST_PLACE + 1 and words.no_places.isdisjoint(own.left + own.right)
    return Pair(ends[0], ends[1]) if is_name and own.left[-1] == own.right[-1] else None


def _full(names: Pair[str], known: Pair[dict[str, str]]) -> Pair[str]:
    """Return two names as the articles have them in full."""
    return Pair(known.left.get(names.left, names.left), known.right.get(names.right, names.right))
