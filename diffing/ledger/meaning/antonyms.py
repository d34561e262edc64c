"""Find words that a prefix changes into their opposite: legal, illegal.

left   a |legal| strike      right   an |illegal| strike        changed
left   is |not safe|         right   is |unsafe|                the same
left   |não| é |estável|     right   é |instável|               the same: the prefix hides the first letter
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice, takewhile

from diffing.ledger.core.details import Opposites
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.core.sides import MOST_WORDS, Side
from diffing.ledger.language.lexicon import forms, lexicon
from diffing.ledger.language.trie_pattern import alternatives
from diffing.model import Pair, Place
from diffing.patterns import compiled
from diffing.text.folding import FoldedText, folded, word_pattern
from diffing.text.reading import ReadText
from diffing.text.scripts import NOUNS_HAVE_CAPITALS

# Letters of a word without its prefix: 'under' is no opposite of 'der'.
_LEAST_WORD = 4
# Characters before a word that are searched for a 'not', which has the meaning of the prefix.
_NEAR = 30
_STOP = "[.;:!?,。]"


@cache
def _alike(language: str) -> frozenset[str]:
    """Return the words that mean the same with such a prefix: flammable."""
    return forms(lexicon(language).get("meaning", {}).get("prefixed_alike", ()))


@cache
def _prefixed(language: str) -> re.Pattern[str]:
    prefixes = alternatives(lexicon(language).get("meaning", {}).get("prefixes", ()))
    return compiled(rf"(?<!\w){prefixes}(\w{{{_LEAST_WORD},}})")


PlacePairs = Sequence[tuple[Place, Place]]
"""Words of a side with such a prefix, and the words without it that replace them on the other side."""


def opposite_entries(
    both: Pair[Side], replaced: Pair[PlacePairs], negates: Callable[[Side, ReadText], bool]
) -> Iterator[Entry]:
    """Yield the entries of words that replace their opposite; `replaced` are those of each side.

    `negates` returns whether a text of a side has a negation.
    """
    pairs = [*replaced.left, *((left, right) for right, left in replaced.right)]
    for left, right in pairs:
        # Both may stand behind the same word: the ban is legal, the ban is illegal.
        if negates(both.left, _before(both.left, left)) == negates(both.right, _before(both.right, right)):
            yield Entry(Subject.NEGATION, Change.CHANGED, (left,), (right,), Location.SAME_PLACE, Opposites())


def turned_back(
    other: Side, replaced: PlacePairs, negations: Iterable[Place], negates: Callable[[Side, ReadText], bool]
) -> set[Place]:
    """Return the `negations` of a side that only turn a prefix back: 'is |not| illegal', 'is legal'.

    `replaced` are the words of the side that replace their opposite on the `other` one.
    """
    waiting = list(negations)
    if not waiting:
        return set()
    denied = [place for place, there in replaced if not negates(other, _before(other, there))]
    return {
        one
        for one in waiting
        for place in denied
        if one.paragraph == place.paragraph and one.end <= place.start <= one.end + _NEAR
    }


def is_said_by_prefix(side: Side, negation: Place, stated: Place) -> bool:
    """Return whether the other side has a word of the clause behind a negation with such a prefix, near `stated`.

    'No es segura', 'es insegura': the verb between them may be what is stated.
    """
    text = side.other_texts[stated.paragraph].folded
    return denies_by_prefix(
        side,
        negation,
        stated.paragraph,
        range(max(0, text.at(stated.start) - _NEAR), text.at(stated.end) + _NEAR),
    )


def denies_by_prefix(side: Side, negation: Place, paragraph: int, near: range) -> bool:
    """Return whether a word behind a negation has such a prefix among the folded characters `near` of the other side.

    The other side's word must correspond to no equal word of this side.
    """
    own, text = side.texts[negation.paragraph].folded, side.other_texts[paragraph].folded
    at = own.at(negation.end)
    denied = {word[0] for word in takewhile(_is_word, word_pattern(own.text, _STOP).finditer(own.text, at, at + _NEAR))}
    return any(
        not denied.isdisjoint(_without_prefix(found[1], side.language))
        and not side.correspondence.is_equal(text.place(paragraph, *found.span()), is_left=not side.is_left)
        for found in _prefixed(side.language).finditer(text.text, near.start, near.stop)
    )


def _without_prefix(rest: str, language: str) -> tuple[str, ...]:
    """Return the words that what stands behind a prefix may be: stavel, estavel of the Portuguese 'instável'."""
    return (rest, *(letters + rest for letters in lexicon(language).get("meaning", {}).get("prefix_hides", ())))


def _is_word(found: re.Match[str]) -> bool:
    return found[0][0].isalnum()


def opposites_by_prefix(side: Side) -> PlacePairs:
    """Return the words of a side with such a prefix, and the words without it that replace them on the other side."""
    return [*_pairs(side)]


def _pairs(side: Side) -> Iterator[tuple[Place, Place]]:
    """Yield the words of this side with such a prefix, and the words without it that replace them on the other side."""
    prefixed, alike = _prefixed(side.language), _alike(side.language)
    has_capital_nouns = side.language in NOUNS_HAVE_CAPITALS
    for index in side.reworded:
        text = side.texts[index].folded
        candidates = (
            (own, place)
            for found in prefixed.finditer(text.text)
            if found[1] not in alike
            for own in (text.place(index, *found.span()),)
            if _is_spelled(side, own, found)
            # A noun is seldom the opposite of another: Unfall (accident), Fall (case).
            if not (has_capital_nouns and side.texts[index].text[own.start].isupper())
            for there in side.opposite(own)
            for word in _without_prefix(found[1], side.language)
            for place in _whole_words(side.other_texts[there].folded, there, word)
        )
        answered: set[tuple[Place, int]] = set()
        for own, place in islice(candidates, MOST_WORDS):
            if (own, place.paragraph) not in answered and side.is_replaced(own, place):
                answered.add((own, place.paragraph))
                yield own, place


def _is_spelled(side: Side, own: Place, found: re.Match[str]) -> bool:
    """Return whether a prefix has its accent as the text is written: 'depuis' begins with no 'dé'."""
    prefix = found[0].removesuffix(found[1])
    accented = _accented(side.language).get(prefix)
    return accented is None or side.texts[own.paragraph].text[own.start : own.end].casefold().startswith(accented)


@cache
def _accented(language: str) -> Mapping[str, str]:
    """Return the prefixes with an accent by their forms without it."""
    prefixes = lexicon(language).get("meaning", {}).get("prefixes", ())
    return {folded(prefix).text: prefix for prefix in prefixes if folded(prefix).text != prefix}


def _whole_words(text: FoldedText, paragraph: int, word: str) -> Iterator[Place]:
    """Yield the places of a text that have a word as a whole."""
    at = text.text.find(word)
    while at >= 0:
        end = at + len(word)
        if _is_whole(text.text, at, end):
            yield text.place(paragraph, at, end)
        at = text.text.find(word, end)


def _is_whole(text: str, start: int, end: int) -> bool:
    return not (text[max(0, start - 1) : start].isalnum() or text[end : end + 1].isalnum())


def _before(side: Side, own: Place) -> ReadText:
    return side.texts[own.paragraph].part(max(0, own.start - _NEAR), own.start)
