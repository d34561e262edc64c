"""Pair the verbs of saying of both sides: those of one speaker first, then by their place.

left    Senn |said| it. Tenants praised it.     right    Senn |claimed| it. Tenants |said| so.      said > claimed
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import product
from typing import NamedTuple

from diffing.ledger.attribution.sayings import SILENT, Saying, sayings
from diffing.ledger.attribution.speakers import Speaker, speaker
from diffing.ledger.attribution.stated import is_in_quotation
from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.mentions import match
from diffing.ledger.core.sides import MOST_WORDS, Side, sides
from diffing.ledger.language.lexicon import Lexicon, code_of
from diffing.model import Pair, Place
from diffing.text.reading import ReadText

# Pairs of verbs in a row up to which each is compared with each. Beyond, the text is no article.
_MOST_PAIRS = 10_000


class _Said:
    """A verb of saying of a text, whose speaker is read when a pair of verbs depends on it."""

    def __init__(self, text: ReadText, saying: Saying, language: str) -> None:
        self._text = text
        self._language = language
        self.saying = saying

    @cached_property
    def speaker(self) -> Speaker:
        """The speaker."""
        return speaker(self._text, self.saying, self._language)

    @cached_property
    def is_quoted(self) -> bool:
        """True for a verb inside a quotation, “it does not |prove| it”, and not beside one."""
        return is_in_quotation(self._text, self.saying.start)


class Spoken(NamedTuple):
    """A verb of saying with its place and its speaker."""

    place: Place
    said: _Said

    @property
    def saying(self) -> Saying:
        """The verb."""
        return self.said.saying

    @property
    def speaker(self) -> Speaker:
        """The speaker of the verb."""
        return self.said.speaker

    @property
    def whole(self) -> Place | None:
        """The place of the verb and the speaker beside it."""
        own = self.speaker.place
        return None if own is None else Place(self.place.paragraph, own.start, own.end)


def _spoken(text: ReadText, lexicon: Lexicon) -> tuple[_Said, ...]:
    """Return the verbs of saying of a text with their speakers, in order."""
    return tuple([_Said(text, saying, code_of(lexicon)) for saying in sayings(text, lexicon)])


def spoken_by(side: Side) -> list[Spoken]:
    """Return the verbs of saying of the paragraphs of a side whose words differ from their counterparts."""
    return [one for index in side.reworded for one in spoken_in(side, index)]


def spoken_in(side: Side, index: int) -> Sequence[Spoken]:
    """Return the verbs of saying of a paragraph of a side; several subjects ask for them."""
    return side.once(_spoken_in, index)


def _spoken_in(side: Side, index: int) -> Sequence[Spoken]:
    own = side.extract(_spoken, side.texts[index])
    return (
        [Spoken(Place(index, one.saying.start, one.saying.end), one) for one in own] if len(own) <= MOST_WORDS else []
    )


def paired(context: LedgerContext) -> Sequence[Pair[Spoken]]:
    """Return the verbs of saying that belong together, by the same speaker in corresponding sentences or by place."""
    both = sides(context)
    found = both.map(spoken_by)
    pairs = _of_one_speaker(both.left, found)
    taken = Pair({pair.left.place for pair in pairs}, {pair.right.place for pair in pairs})
    known = found.map(lambda side: {(one.place, one.saying.stance): one for one in side})
    rest = Pair(
        *(
            [
                side.mention(one.place, one.saying.stance)
                for one in own
                if one.place not in used and not one.saying.is_deed
            ]
            for side, own, used in zip(both, found, taken, strict=True)
        )
    )
    matched = match(rest, both.left.correspondence, across=False)
    pairs += [
        Pair(*(side[mention.place, str(mention.key)] for side, mention in zip(known, swap, strict=True)))
        for swap in (*matched.kept, *matched.changed)
    ]
    return sorted(pairs, key=lambda pair: pair.left.place)


def _of_one_speaker(side: Side, found: Pair[list[Spoken]]) -> list[Pair[Spoken]]:
    """Return the verbs that one speaker has in corresponding sentences, the nearest first."""
    rows = side.correspondence.rows
    there = _by_row(found.right, rows.right)
    candidates = [
        (
            _is_apart(own, other) or (SILENT in stances(own, other) and len(stances(own, other)) > 1),
            side.distance(own.place, other.place),
            own,
            other,
        )
        for row, in_row in _by_row(found.left, rows.left).items()
        if len(in_row) * len(there.get(row, ())) <= _MOST_PAIRS
        for own, other in product(in_row, there.get(row, ()))
        if _can_belong(side, own, other)
    ]
    pairs: list[Pair[Spoken]] = []
    used: Pair[set[Place]] = Pair(set(), set())
    for *_, own, other in sorted(candidates, key=lambda one: (*one[:2], one[2].place, one[3].place)):
        if own.place not in used.left and other.place not in used.right:
            used.left.add(own.place)
            used.right.add(other.place)
            pairs.append(Pair(own, other))
    return pairs


def _can_belong(side: Side, own: Spoken, other: Spoken) -> bool:
    """Return whether two verbs are the same in one place, or can be of one speaker in corresponding sentences.

    Two deeds of different classes belong together only in each other's place: 'praised the crew, and doubted the
    captain'.
    """
    if own.said.is_quoted != other.said.is_quoted:
        return False
    is_same = own.saying.stance == other.saying.stance
    if not is_same and own.saying.is_deed and other.saying.is_deed and not side.is_replaced(own.place, other.place):
        return False
    is_near = side.is_near(own.place, other.place)
    is_kept = is_same and side.is_kept(own.place, other.place)
    # Speakers are read only where they decide.
    if is_near == is_kept:
        return is_near
    return is_near if own.speaker.words & other.speaker.words else is_kept


def stances(*spoken: Spoken) -> set[str]:
    """Return the classes of some verbs of saying."""
    return {one.saying.stance for one in spoken}


def _is_apart(own: Spoken, other: Spoken) -> bool:
    """Return False, which comes first, for one deed on both sides: 'doubting it' against 'said he |doubted| it'."""
    return not (own.saying.is_deed and own.saying.stance == other.saying.stance)


def _by_row(found: Sequence[Spoken], rows: Mapping[int, int]) -> Mapping[int, Sequence[Spoken]]:
    by_row = defaultdict[int, list[Spoken]](list)
    for one in found:
        by_row[rows[one.place.paragraph]].append(one)
    return by_row
