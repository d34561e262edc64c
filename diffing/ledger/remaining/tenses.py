"""Find what was to come and has happened, or the other way about: a verb in the future, and the same in the past.

left   The council |will close| the bridge.      right   The council |closed| the bridge.      future > past
left   La ville |fermera| le pont.               right   La ville |a fermé| le pont.
left   La ciudad |cerraría| el puente.           right   La ciudad |cerrará| el puente.        possible > certain
left   Le pont |coûterait| un million.           right   Le pont |coûte| un million.           possible > certain
left   A fábrica |deve fechar| em maio.          right   A fábrica |fechará| em maio.          likely > certain

'Will close' against 'closes' says the same in the news. The lexicon has helping verbs and endings of both tenses.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

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
from diffing.text.folding import folded

# The share of both sentences that is kept: the two forms of one verb in one place say enough, where a clause is lost.
_LEAST_KEPT = 0.25
# Words of a change on each side: 'had been due to close'.
_MOST_WORDS = 5
# Words of a helping verb and its verb.
_WITH_HELPER = 2
# Letters that both forms of a verb begin with.
_LEAST_STEM = 3
# Letters of a beginning whose last letter may change: закро(ет), закры(л).
_LONG_STEM = 4


# The tables of helping verbs, of endings, whether an ending counts only behind a helping verb, and of the verbs needed.
_FUTURE = ("future_helpers", "future_endings", "future_needs_helper", "future_marks")
_PAST = ("past_helpers", "past_endings", "past_needs_helper", "")
# What was to come when somebody told it: 'would resign'. It is the past of another verb without 'has' or 'had'.
_TOLD = ("told_helpers", "told_endings", "told_needs_helper", "")
_WORD = lazy_pattern(r"\w+")


class _Tense(NamedTuple):
    """The helping verbs and the endings of a tense, and whether an ending counts only behind such a verb.

    `marks` are the helping verbs of which one must be there, none if any will do.
    """

    helpers: frozenset[str]
    endings: tuple[str, ...]
    needs_helper: bool
    marks: frozenset[str]


def tense_entries(context: LedgerContext, found: Sequence[Entry]) -> Iterator[Entry]:
    """Yield the entries of verbs in the future on one side and in the past on the other, without those `found`."""
    both = sides(context)
    language = both.left.language
    if language != both.right.language or not lexicon(language).get("turns", {}).get("tense"):
        return
    for change in remaining_changes(context, found, _LEAST_KEPT):
        left, right = map(_words, both, change.places)
        if not left or not right:
            continue
        if _is_turned(left, right, language) and not _says_what_for(
            both.left, change.places.left, change.sentences.left
        ):
            yield _entry(change, Senses("future", "past"))
        elif _is_turned(right, left, language) and not _says_what_for(
            both.right, change.places.right, change.sentences.right
        ):
            yield _entry(change, Senses("past", "future"))
        elif (moods := _moods(left, right, change, both)) is not None:
            yield _entry(change, moods, Subject.CERTAINTY)


def _entry(change: SentenceChange, detail: Senses, subject: Subject = Subject.CONTENT) -> Entry:
    left, right = change.places
    return Entry(subject, Change.CHANGED, (left,), (right,), Location.SAME_PLACE, detail)


def _is_turned(left: Sequence[str], right: Sequence[str], language: str) -> bool:
    """Return whether some words are a verb in the future, and others are the same in the past."""
    own, other = _stem(left, _tense(_FUTURE, language)), _stem(right, _tense(_PAST, language))
    if not own and len(right) > 1:
        own = _stem(left, _tense(_TOLD, language))
    plain = [other, *(other.replace(infix, "", 1) for infix in _table(language).get("past_infixes", ()))]
    if own and other and any(len(one) >= _LEAST_STEM and _are_alike(own, one) for one in plain):
        return True
    # 'Will begin', 'began'.
    return len(right) == 1 and bool(own) and (left[-1], right[0]) in _irregular(language)


def _says_what_for(side: Side, place: Place, sentence: Place) -> bool:
    """Return whether the words at a place of a sentence say what something is for: 'a holiday |to celebrate| it'.

    Behind another helping verb they say what is to come, and in a headline, which has no stop: 'was |to close|', 'Mill
    |to close|'.
    """
    table = _table(side.language)
    if _words(side, place)[0] not in table.get("purpose", ()):
        return False
    before = _WORD.findall(side.texts[place.paragraph].text[sentence.start : place.start].casefold())
    has_stop = sentence.words(side.own).rstrip('"”’»)').endswith((".", "!", "?"))
    return has_stop and not (before and before[-1] in table["future_helpers"])


def _moods(left: Sequence[str], right: Sequence[str], change: SentenceChange, both: Pair[Side]) -> Senses | None:
    """Return the senses of a verb that says what may be, and of the same one that states it; None without them.

    What somebody said has the mood of the verb of saying: 'a dit qu'il fermerait' is 'dit qu'il fermera'.
    """
    language = both.left.language
    for one, other, order in ((left, right, 1), (right, left, -1)):
        if _is_conditional(one, other, language):
            is_reported = any(map(_is_reported, both, change.places, change.sentences))
            return None if is_reported else Senses(*("possible", "certain")[::order])
        if _is_expected(one, other, language):
            return Senses(*("likely", "certain")[::order])
    return None


def _is_conditional(one: Sequence[str], other: Sequence[str], language: str) -> bool:
    """Return whether words are a verb in the conditional, and others the same in the future or the present."""
    if not (len(one) == len(other) == 1):
        return False
    endings = _endings("conditional", language) + _endings("conditional_present", language)
    return any(one[0].endswith(would) and other[0] == one[0].removesuffix(would) + will for would, will in endings)


def _is_expected(one: Sequence[str], other: Sequence[str], language: str) -> bool:
    """Return whether words say that something is expected, and others that it will be: 'deve fechar', 'fechará'."""
    table = _table(language)
    if not one or one[0] not in table.get("expected_helpers", ()):
        return False
    if other and other[0] in table.get("future_helpers", ()):
        return one[1:] == other[1:]
    return len(one) == _WITH_HELPER and [*other] in [[one[1] + ending] for ending in table.get("infinitive_future", ())]


def _is_reported(side: Side, place: Place, sentence: Place) -> bool:
    """Return whether a verb stands behind a word that begins what somebody said: 'que'."""
    before = folded(side.texts[place.paragraph].text[sentence.start : place.start]).text
    return not {*_table(side.language).get("reporting", ())}.isdisjoint(_WORD.findall(before))


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
    if helpers and tense.marks and tense.marks.isdisjoint(helpers):
        return ""
    ending = next((ending for ending in tense.endings if verb.endswith(ending)), "")
    is_told = bool(ending) or bool(helpers)
    stem = verb.removesuffix(ending)
    return stem if is_told and len(stem) >= _LEAST_STEM else ""


@cache
def _tense(names: tuple[str, str, str, str], language: str) -> _Tense:
    """Return the words of a tense; `names` are the names of its tables."""
    table = _table(language)
    helpers, endings, needs_helper, marks = names
    longest_first = tuple(sorted(table.get(endings, ()), key=lambda one: (-len(one), one)))
    return _Tense(
        frozenset(table.get(helpers, ())),
        longest_first,
        table.get(needs_helper, False),
        frozenset(table.get(marks, ())),
    )


def _table(language: str) -> Mapping[str, Any]:
    """Return the words of the tenses of a language."""
    table: Mapping[str, Any] = lexicon(language).get("turns", {}).get("tense", {})
    return table


@cache
def _endings(name: str, language: str) -> tuple[tuple[str, ...], ...]:
    """Return pairs of endings: of a verb in the conditional, and of the same in another mood: ría, rá."""
    return tuple(tuple(pair.split()) for pair in _table(language).get(name, ()))


@cache
def _irregular(language: str) -> frozenset[tuple[str, ...]]:
    """Return the pairs of a verb and its past."""
    return frozenset(tuple(pair.split()) for pair in _table(language).get("irregular", ()))
