"""Numbers of harmed people are compared with those of people to whom the same happened.

At least three people were injured.  |  Two people died and 17 were injured.      changed 3 > 17, new 2; not 3 > 2
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from diffing.ledger.core.mentions import Mention, Swap
from diffing.ledger.core.sides import Side
from diffing.ledger.language.lexicon import lexicon
from diffing.ledger.numbers.casualties import anybody_or_harmed, words_around
from diffing.ledger.numbers.extract import Quantity
from diffing.ledger.numbers.number_words import number_words
from diffing.ledger.numbers.values import COUNT
from diffing.model import Pair, Place
from diffing.patterns import lazy_pattern
from diffing.text.folding import folded

DEAD, HURT = "dead", "hurt"
"""Kinds of harm to people; those who are neither hurt nor missing nor held are dead."""
_WORD = lazy_pattern(r"[^\W\d_]+")
_SENTENCE_END = lazy_pattern(r"[.!?…]\s")
# The characters before a number in which the words of its sentence are looked up.
_SENTENCE = 300
_OTHER_HARM = (HURT, "missing", "held")


class Pairing(NamedTuple):
    """Numbers that replace each other, and those of each side without a counterpart.

    `kept` are equal numbers; `harmed` are the places of the left side that were paired by what happened to people.
    """

    kept: Sequence[Swap]
    changed: Sequence[Swap]
    gone: Sequence[Mention]
    new: Sequence[Mention]
    harmed: frozenset[Place] = frozenset()


def paired_by_harm(pairing: Pairing, own: Pair[Mapping[Place, Quantity]], both: Pair[Side]) -> Pairing:
    """Return a pairing in which a number of hurt people stands for no number of dead ones.

    Two numbers that are parted wait for one of the same harm in their row that has no partner. Equal numbers are parted
    only if there is one: three hurt > three dead and five hurt.
    """
    kinds: dict[tuple[bool, Place], str] = {}

    def harm(side: Side, one: Mention) -> str:
        key = side.is_left, one.place
        if key not in kinds:
            kinds[key] = _harm(side, own.left if side.is_left else own.right, one.place)
        return kinds[key]

    def are_apart(swap: Swap) -> bool:
        kinds = harm(both.left, swap.left), harm(both.right, swap.right)
        return kinds[0] != kinds[1] and (
            all(kinds)
            # 'Dozens trapped' in the place of 'the toll rose to 43', where 11 were killed before.
            or (bool(kinds[1]) and any(partner(one, [swap.right]) for one in pairing.gone))
            or (bool(kinds[0]) and partner(swap.left, pairing.new) is not None)
        )

    def partner(left: Mention, new: Iterable[Mention]) -> Mention | None:
        kind, row = harm(both.left, left), both.left.opposite(left.place)
        return next((one for one in new if one.place.paragraph in row and harm(both.right, one) == kind), None)

    apart = [swap for swap in pairing.changed if are_apart(swap)]
    apart += [swap for swap in pairing.kept if are_apart(swap) and partner(swap.left, pairing.new)]
    if not apart:
        return pairing
    gone, new = [*pairing.gone, *(swap.left for swap in apart)], sorted([*pairing.new, *(swap.right for swap in apart)])
    found: list[Swap] = []
    for left in sorted(gone):
        if harm(both.left, left) and (right := partner(left, new)) is not None:
            found.append(Swap(left, right))
            gone.remove(left)
            new.remove(right)
    return Pairing(
        [swap for swap in pairing.kept if swap not in apart],
        sorted([*(swap for swap in pairing.changed if swap not in apart), *found], key=lambda swap: swap.left.place),
        sorted(gone),
        sorted(new),
        frozenset(swap.left.place for swap in found),
    )


def tolls(rest: Pair[Sequence[Mention]], own: Pair[Mapping[Place, Quantity]], both: Pair[Side]) -> Iterator[Swap]:
    """Yield the numbers of dead and of hurt people with which both articles begin, wherever they stand.

    Such a number is the greatest of its article too: the toll of a province, or of an earlier storm, is none. `rest`
    are the mentions that no other one corresponds to.
    """
    for kind in (DEAD, HURT) if rest.left and rest.right else ():
        of_sides = (
            _toll(kind, unmatched, quantities, side)
            for unmatched, quantities, side in zip(rest, own, both, strict=True)
        )
        left, right = of_sides
        if left is not None and right is not None:
            yield Swap(left, right)


def _toll(kind: str, rest: Sequence[Mention], quantities: Mapping[Place, Quantity], side: Side) -> Mention | None:
    """Return the first number of people to whom something happened, None if another one is greater, or known."""
    counts = [place for place in sorted(quantities) if _harm(side, quantities, place) == kind]
    exact = [place for place in counts if not quantities[place].is_vague and not quantities[place].weak]
    if not exact or quantities[exact[0]].low < max(quantities[place].low for place in counts):
        return None
    return next((mention for mention in rest if mention.place == exact[0]), None)


def _harm(side: Side, quantities: Mapping[Place, Quantity], place: Place) -> str:
    """Return what happened to the people whom a number counts: dead, hurt, missing or held; '' if nothing says it."""
    if quantities[place].kind != COUNT:
        return ""
    ends = _ends(side.language)
    before, behind = words_around(side.own, place)
    found = _of(_up_to(behind, ends), side.language) or _of(_up_to(before[::-1], ends), side.language)
    # In 'the dead were found at 43 sites' nobody is counted.
    nouns = quantities[place].nouns
    if found or (nouns and anybody_or_harmed(side.language).isdisjoint(nouns)):
        return found
    return _of_toll(before, side.own.paragraphs[place.paragraph].text, place.start, side.language)


def _of_toll(before: Sequence[str], text: str, start: int, language: str) -> str:
    """Return the harm whose number rose to the one at `start`: 'the death toll of the quake in Karsa rose to 43'."""
    words = number_words(language)
    last = next((word for word in reversed(before) if word not in words.definite), "")
    if last not in words.range_to | _tolls(language):
        return ""
    sentence = folded(_SENTENCE_END.split(text[max(0, start - _SENTENCE) : start])[-1]).text
    return _of(_WORD.findall(sentence)[::-1], language)


def _of(words: Iterable[str], language: str) -> str:
    """Return the harm of the first word that names one."""
    kinds = harms(language)
    return next((kinds[word] for word in words if word in kinds), "")


def _up_to(words: Sequence[str], ends: frozenset[str]) -> Sequence[str]:
    """Return the words up to an 'and'; behind it stands something else."""
    return words[: next((at for at, word in enumerate(words) if word in ends), len(words))]


@cache
def _ends(language: str) -> frozenset[str]:
    return frozenset(folded(word).text for word in lexicon(language).get("numbers", {}).get("range_and", ()))


@cache
def _tolls(language: str) -> frozenset[str]:
    return frozenset(folded(word).text for word in lexicon(language).get("numbers", {}).get("toll", ()))


@cache
def harms(language: str) -> Mapping[str, str]:
    """Return word -> harm; 'casualties' are dead or hurt, and are not in the table."""
    table = lexicon(language).get("numbers", {})
    others = {folded(word).text: harm for harm in _OTHER_HARM for word in table.get(harm, ())}
    return dict.fromkeys(number_words(language).harmed - {"casualties"}, DEAD) | others if others else {}
