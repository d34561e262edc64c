"""Numbers of one thing that two sides tell are compared by who tells them.

482,000 marched, the union said; the ministry said 325,000.   |   330,000 marched, the ministry said.
                                                                  changed 325,000 > 330,000, gone 482,000
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from diffing.ledger.core.clauses import clause_start, sentence_at, words_until_break
from diffing.ledger.core.mentions import Mention, Swap
from diffing.ledger.core.sides import Side
from diffing.ledger.language.lexemes import lexemes
from diffing.ledger.language.lexicon import forms, lexicon
from diffing.ledger.numbers.extract import Quantity
from diffing.ledger.numbers.harm_pairs import Pairing
from diffing.ledger.numbers.values import COUNT
from diffing.model import Pair, Place
from diffing.patterns import lazy_pattern
from diffing.text.folding import FoldedText
from diffing.text.function_words import function_words

# Words between 'according to', or a verb, and the noun of who tells the number.
_REACH = 3
# Letters by which two forms of a noun are known, but for one of its ending: Ministerium, Ministeriums.
_LEAST = 4
_WORD = lazy_pattern(r"[^\W\d_]+")
_BEFORE, _VERB, _HARMLESS = "before", "verb", "harmless"
_Tellers = dict[Place, str]


def paired_by_teller(
    pairing: Pairing, mentions: Pair[Sequence[Mention]], own: Pair[Mapping[Place, Quantity]], both: Pair[Side]
) -> Pairing:
    """Return a pairing in which a count that one side tells stands for no count of the other side.

    Two counts are parted if their sentences name other tellers, and one of these has a count of the other's teller.
    """
    tellers: Pair[_Tellers] = Pair({}, {})
    parted = []
    for swap in pairing.changed:
        if swap.left.place not in pairing.settled:
            told = Pair(_told(both.left, own.left, swap.left.place), _told(both.right, own.right, swap.right.place))
            if _are_of_others(swap, told):
                parted.append(swap)
                tellers.left.update(told.left)
                tellers.right.update(told.right)
    if not parted:
        return pairing
    kept, changed = list(pairing.kept), [swap for swap in pairing.changed if swap not in parted]
    taken = {(at, one.place) for swap in (*kept, *changed) for at, one in enumerate(swap)}
    free = [
        [one for one in side if one.place in told and (at, one.place) not in taken]
        for at, (side, told) in enumerate(zip(mentions, tellers, strict=True))
    ]
    for left in tuple(free[0]):
        for right in tuple(free[1]):
            if right.place.paragraph in both.left.opposite(left.place) and _is_same(
                tellers.left[left.place], tellers.right[right.place]
            ):
                (kept if left.key == right.key else changed).append(Swap(left, right))
                free[0].remove(left)
                free[1].remove(right)
                break
    settled = pairing.settled | {swap.left.place for swap in changed if swap not in pairing.changed}
    used = {(at, one.place) for swap in (*kept, *changed) for at, one in enumerate(swap)}
    keys = [{one.key for one in side} for side in mentions]
    gone = [one for one in {*pairing.gone, *free[0]} if (0, one.place) not in used and one.key not in keys[1]]
    new = [one for one in {*pairing.new, *free[1]} if (1, one.place) not in used and one.key not in keys[0]]
    changed.sort(key=lambda swap: swap.left.place)
    return Pairing(kept, changed, sorted(gone), sorted(new), settled)


def _are_of_others(swap: Swap, told: Pair[_Tellers]) -> bool:
    """Return whether other sides tell the counts of a swap, and one of them tells another count in its place."""
    left, right = told.left.get(swap.left.place), told.right.get(swap.right.place)
    if left is None or right is None or _is_same(left, right):
        return False
    return any(_is_same(left, one) for one in told.right.values()) or any(
        _is_same(right, one) for one in told.left.values()
    )


def _told(side: Side, quantities: Mapping[Place, Quantity], place: Place) -> _Tellers:
    """Return the counts of the sentence at a place with the noun of who tells each.

    There are none unless the sentence has as many tellers as counts: then the first one tells the first count.
    """
    start, sentence = sentence_at(side.texts[place.paragraph], place.start)
    counts = sorted(
        own
        for own, quantity in quantities.items()
        if own.paragraph == place.paragraph
        and start <= own.start < start + len(sentence.text)
        and quantity.kind == COUNT
        and not quantity.weak
    )
    nouns = list(_tellers(sentence.folded, side.language)) if place in counts else []
    return dict(zip(counts, nouns, strict=True)) if len(nouns) == len(counts) and all(nouns) else {}


def _tellers(form: FoldedText, language: str) -> Iterator[str]:
    """Yield a noun for each phrase and verb of a sentence that names who tells something, '' for an unknown one."""
    passed = _passed(language)
    for start, end, tags in _markers(language).find(form):
        behind = [word[0] for word in words_until_break(form.text, end, len(form.text), _REACH)]
        nouns = [word for word in behind if word not in passed]
        if _VERB in tags:
            clause = _WORD.findall(form.text, clause_start(form.text, start), start)
            nouns = [word for word in clause if word not in passed][-1:] or nouns
        if _HARMLESS not in tags:
            yield nouns[0] if nouns else ""


@lexemes("tellers")
def _markers(language: str) -> Mapping[str, Sequence[str]]:
    """Return the phrases before a source, the verbs of saying, and the phrases that contain one and name no source."""
    table = lexicon(language).get("sources", {})
    naming = table.get("naming", {})
    return {
        _BEFORE: naming.get("before", []),
        _VERB: [word for words in table.get("verbs", {}).values() for word in words],
        _HARMLESS: [*naming.get("harmless", []), *table.get("harmless", [])],
    }


@cache
def _passed(language: str) -> frozenset[str]:
    """Return the words that name no teller: those of grammar, and those between a speaker and a verb."""
    table = lexicon(language).get("sources", {})
    return function_words(language) | forms([*table.get("auxiliaries", []), *table.get("pronouns", [])])


def _is_same(one: str, other: str) -> bool:
    """Return whether two nouns are one, whose last letters may differ."""
    stem = max(_LEAST, min(len(one), len(other)) - 1)
    return min(len(one), len(other)) >= stem and one[:stem] == other[:stem]
