"""Numbers of harmed people are compared with those of people to whom the same happened.

At least three people were injured.  |  Two people died and 17 were injured.      changed 3 > 17, new 2; not 3 > 2
Some 630 people had to leave.        |  On Thursday 39 people had died.           not 630 > 39
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from diffing.ledger.core.mentions import Mention, Swap
from diffing.ledger.core.sides import Side
from diffing.ledger.language.harm_kinds import DEAD, harm_kinds
from diffing.ledger.language.lexicon import lexicon
from diffing.ledger.numbers.casualties import anybody_or_harmed
from diffing.ledger.numbers.extract import Quantity
from diffing.ledger.numbers.harm_words import SENTENCE_END, sentence_around, words_around, words_of
from diffing.ledger.numbers.number_words import number_words
from diffing.ledger.numbers.values import COUNT
from diffing.model import Pair, Place
from diffing.text.folding import folded

# Other fates of people, who are not harmed: they left their homes, or were saved.
_OTHER_FATES = ("away", "saved")
# The characters before a number in which the words of its sentence are looked up.
_SENTENCE = 300


class Pairing(NamedTuple):
    """Numbers that replace each other, and those of each side without a counterpart.

    `kept` are equal numbers; `settled` are the places of the left side that were paired by what
    happened to people, or by who tells their number.
    """

    kept: Sequence[Swap]
    changed: Sequence[Swap]
    gone: Sequence[Mention]
    new: Sequence[Mention]
    settled: frozenset[Place] = frozenset()


def paired_by_harm(pairing: Pairing, own: Pair[Mapping[Place, Quantity]], both: Pair[Side]) -> Pairing:
    """Return a pairing in which a number of hurt people stands for no number of dead ones.

    Two numbers that are parted wait for one of the same harm in their row that has no partner. Equal numbers are parted
    only if there is one: three hurt > three dead and five hurt.
    """
    kinds: dict[tuple[bool, Place], str] = {}

    def harm(side: Side, one: Mention) -> str:
        key = side.is_left, one.place
        if key not in kinds:
            kinds[key] = harm_of(side, own.left if side.is_left else own.right, one.place)
        return kinds[key]

    def are_apart(swap: Swap) -> bool:
        kinds = harm(both.left, swap.left), harm(both.right, swap.right)
        if kinds[0] == kinds[1] or all(kinds):
            # Who is brought out is evacuated, and saved.
            return kinds[0] != kinds[1] and {*kinds} != {*_OTHER_FATES}
        if not {*_OTHER_FATES}.isdisjoint(kinds):
            return False
        return (
            # 'Dozens trapped' in the place of 'the toll rose to 43', where 11 were killed before.
            (bool(kinds[1]) and any(partner(one, [swap.right]) for one in pairing.gone))
            or (bool(kinds[0]) and partner(swap.left, pairing.new) is not None)
            # '35 missing' in the place of 'of the bodies 65 are women': the sentence tells of no missing people.
            or (bool(kinds[0]) and not _tells_of(kinds[0], both.right, swap, own.right))
            or (bool(kinds[1]) and not _tells_of(kinds[1], both.left, swap, own.left))
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


def _tells_of(kind: str, side: Side, swap: Swap, quantities: Mapping[Place, Quantity]) -> bool:
    """Return whether a number may be one of people to whom something happened: the number that replaces theirs.

    It may be if nothing else changed there, if it counts people in general, or if a word of its sentence says so.
    """
    place = swap.left.place if side.is_left else swap.right.place
    nouns = quantities[place].nouns
    if (nouns and not anybody_or_harmed(side.language).isdisjoint(nouns)) or side.correspondence.is_exact_replacement(
        swap.left.place, swap.right.place
    ):
        return True
    text = side.own.paragraphs[place.paragraph].text
    start, end = sentence_around(text, place)
    kinds = harms(side.language)
    return any(kinds.get(word) == kind for word in words_of(text[start:end], side.language))


def harm_of(side: Side, quantities: Mapping[Place, Quantity], place: Place) -> str:
    """Return what happened to the people whom a number counts: dead, hurt, away ...; '' if nothing says it."""
    if quantities[place].kind != COUNT:
        return ""
    before, behind = words_around(side.own, place, side.language)
    found = _of(up_to_and(behind, side.language), side.language) or _of(
        up_to_and(before[::-1], side.language), side.language
    )
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
    sentence = SENTENCE_END.split(text[max(0, start - _SENTENCE) : start])[-1]
    return _of(words_of(sentence, language)[::-1], language)


def _of(words: Iterable[str], language: str) -> str:
    """Return the harm of the first word that names one."""
    kinds = harms(language)
    return next((kinds[word] for word in words if word in kinds), "")


def up_to_and(words: Sequence[str], language: str) -> Sequence[str]:
    """Return the words up to an 'and'; behind it stands something else."""
    ends = _ends(language)
    return words[: next((at for at, word in enumerate(words) if word in ends), len(words))]


@cache
def _ends(language: str) -> frozenset[str]:
    return frozenset(folded(word).text for word in lexicon(language).get("numbers", {}).get("range_and", ()))


@cache
def _tolls(language: str) -> frozenset[str]:
    return frozenset(folded(word).text for word in lexicon(language).get("numbers", {}).get("toll", ()))


@cache
def harms(language: str) -> Mapping[str, str]:
    """Return word -> harm or other fate; 'casualties' are dead or hurt, and are not in the table."""
    table = lexicon(language).get("numbers", {})
    kinds = harm_kinds(language) | {fate: table.get(fate, ()) for fate in _OTHER_FATES}
    words = {folded(word).text: kind for kind, listed in kinds.items() for word in listed if word != "casualties"}
    return words if set(words.values()) != {DEAD} else {}
