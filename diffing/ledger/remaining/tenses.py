"""Find what was to come and has happened, or the other way about: a verb in the future, and the same in the past.

left   The council |will close| the bridge.      right   The council |closed| the bridge.      future > past
left   La ville |fermera| le pont.               right   La ville |a fermé| le pont.
left   La ciudad |cerraría| el puente.           right   La ciudad |cerrará| el puente.        possible > certain

'Will close' against 'closes' says the same in the news. The lexicon has helping verbs and endings of both tenses.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.details import Senses
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.core.sides import Side, sides
from diffing.ledger.language.lexicon import lexicon
from diffing.ledger.meaning.sentence_changes import SentenceChange
from diffing.ledger.remaining.kept_sentences import remaining_changes
from diffing.model import Pair, Place
from diffing.patterns import lazy_pattern

# The share of both sentences that is kept: the two forms of one verb in one place say enough, where a clause is lost.
_LEAST_KEPT = 0.25
# Words of a change on each side: 'is due to close'.
_MOST_WORDS = 4
# Letters that both forms of a verb begin with.
_LEAST_STEM = 3
# Letters of a beginning whose last letter may change: закро(ет), закры(л).
_LONG_STEM = 4


# The tables of helping verbs, of endings, and whether an ending counts only behind a helping verb.
_FUTURE = ("future_helpers", "future_endings", "future_needs_helper")
_PAST = ("past_helpers", "past_endings", "past_needs_helper")
_WORD = lazy_pattern(r"\w+")


class _Tense(NamedTuple):
    """The helping verbs and the endings of a tense, and whether an ending counts only behind such a verb."""

    helpers: frozenset[str]
    endings: tuple[str, ...]
    needs_helper: bool


def tense_entries(context: LedgerContext, found: Sequence[Entry]) -> Iterator[Entry]:
    """Yield the entries of verbs in the future on one side and in the past on the other, without those `found`."""
    both = sides(context)
    language = both.left.language
    if language != both.right.language or not lexicon(language).get("turns", {}).get("tense"):
        return
    for change in remaining_changes(context, found, _LEAST_KEPT):
        if _is_turned(change, both):
            yield _entry(change, Senses("future", "past"))
        elif _is_turned(change.swapped(), both.swapped()):
            yield _entry(change, Senses("past", "future"))
        elif (moods := _moods(change, both)) is not None:
            yield _entry(change, moods, Subject.CERTAINTY)


def _entry(change: SentenceChange, detail: Senses, subject: Subject = Subject.CONTENT) -> Entry:
    left, right = change.places
    return Entry(subject, Change.CHANGED, (left,), (right,), Location.SAME_PLACE, detail)


def _is_turned(change: SentenceChange, both: Pair[Side]) -> bool:
    """Return whether the left side of a change has a verb in the future, and the right side the same in the past."""
    language = both.left.language
    left, right = (_words(side, place) for side, place in zip(both, change.places, strict=True))
    if not left or not right:
        return False
    own, other = _stem(left, _tense(_FUTURE, language)), _stem(right, _tense(_PAST, language))
    if own and other and _are_alike(own, other):
        return True
    # 'Will begin', 'began'.
    return len(right) == 1 and bool(own) and (left[-1], right[0]) in _irregular(language)


def _moods(change: SentenceChange, both: Pair[Side]) -> Senses | None:
    """Return the senses of a verb in the conditional and the same in the future, in either order; None without them."""
    left, right = (_words(side, place) for side, place in zip(both, change.places, strict=True))
    if not (len(left) == len(right) == 1):
        return None
    for would, will in _conditional(both.left.language):
        for one, other, senses in (
            (left, right, Senses("possible", "certain")),
            (right, left, Senses("certain", "possible")),
        ):
            if one[0].endswith(would) and other[0] == one[0].removesuffix(would) + will:
                return senses
    return None


def _are_alike(one: str, other: str) -> bool:
    """Return whether two beginnings can be of one verb: a long one may differ in its last letter."""
    shorter = min(len(one), len(other))
    same = next((at for at in range(shorter) if one[at] != other[at]), shorter)
    return same >= (shorter - 1 if shorter > _LONG_STEM else shorter)


def _words(side: Side, place: Place) -> Sequence[str]:
    """Return the words of a place in small letters, with their accents: 'ferme', 'fermé'; none of a longer one."""
    found = _WORD.findall(place.words(side.own).casefold())
    return found if len(found) <= _MOST_WORDS else ()


def _stem(words: Sequence[str], tense: _Tense) -> str:
    """Return the beginning of the verb of some words if they have a tense: its helping verbs or its ending."""
    *helpers, verb = words
    if not tense.helpers.issuperset(helpers) or (tense.needs_helper and not helpers):
        return ""
    ending = next((ending for ending in tense.endings if verb.endswith(ending)), "")
    is_told = bool(ending) or bool(helpers)
    stem = verb.removesuffix(ending)
    return stem if is_told and len(stem) >= _LEAST_STEM else ""


@cache
def _tense(names: tuple[str, str, str], language: str) -> _Tense:
    """Return the words of a tense; `names` are the names of its three tables."""
    table = lexicon(language).get("turns", {}).get("tense", {})
    helpers, endings, needs_helper = names
    longest_first = tuple(sorted(table.get(endings, ()), key=lambda one: (-len(one), one)))
    return _Tense(frozenset(table.get(helpers, ())), longest_first, table.get(needs_helper, False))


@cache
def _conditional(language: str) -> tuple[tuple[str, ...], ...]:
    """Return the endings of a verb in the conditional with those of the same verb in the future: ría, rá."""
    pairs = lexicon(language).get("turns", {}).get("tense", {}).get("conditional", ())
    return tuple(tuple(pair.split()) for pair in pairs)


@cache
def _irregular(language: str) -> frozenset[tuple[str, ...]]:
    """Return the pairs of a verb and its past."""
    pairs = lexicon(language).get("turns", {}).get("tense", {}).get("irregular", ())
    return frozenset(tuple(pair.split()) for pair in pairs)
