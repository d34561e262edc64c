"""Go through the entries of all subjects, step by step: add what no subject finds, and leave out what is said twice.

left   |Half of the| schools close.      right   |Most of the| schools close.
subjects    number gone: Half
steps       meaning changed: Half of the > Most of the; this tells the number
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.covered import CoveredWords
from diffing.ledger.core.details import StatedWithout
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.core.sides import sides
from diffing.ledger.meaning.agents import agent_entries
from diffing.ledger.meaning.double_opposites import without_double_opposites
from diffing.ledger.meaning.event_order import event_order_entries
from diffing.ledger.meaning.futures import future_entries
from diffing.ledger.meaning.positions import with_positions
from diffing.ledger.meaning.quantities import quantity_entries
from diffing.ledger.meaning.replaced import with_replaced
from diffing.ledger.meaning.rewritten_futures import rewritten_future_entries
from diffing.ledger.meaning.states import state_entries
from diffing.ledger.meaning.turned import turned_entries
from diffing.ledger.no_change import is_of_page
from diffing.ledger.remaining.aspects import aspect_entries
from diffing.ledger.remaining.bare_negations import bare_negations
from diffing.ledger.remaining.causes_beside import cause_beside_entries
from diffing.ledger.remaining.deadlines import with_deadlines
from diffing.ledger.remaining.deeds import deed_entries
from diffing.ledger.remaining.denied_quotations import with_denied_quotations
from diffing.ledger.remaining.empty_clauses import without_empty_clauses
from diffing.ledger.remaining.exact_words import exact_entries
from diffing.ledger.remaining.exchanged import with_exchanged
from diffing.ledger.remaining.figures import figure_entries
from diffing.ledger.remaining.glosses import without_glosses
from diffing.ledger.remaining.hedged_negations import with_hedged_negations
from diffing.ledger.remaining.in_one_place import with_joined
from diffing.ledger.remaining.letters import letter_entries
from diffing.ledger.remaining.lost_limits import lost_limit_entries
from diffing.ledger.remaining.lost_ranks import lost_rank_entries
from diffing.ledger.remaining.mere_sources import with_mere_sources
from diffing.ledger.remaining.name_spellings import name_spelling_entries
from diffing.ledger.remaining.none_harmed import with_none_harmed
from diffing.ledger.remaining.other_predicates import with_other_predicates
from diffing.ledger.remaining.other_speakers import other_speaker_entries
from diffing.ledger.remaining.other_words import other_word_entries
from diffing.ledger.remaining.quoted_twice import told_with_quotations
from diffing.ledger.remaining.renderings import without_renderings
from diffing.ledger.remaining.retold_clauses import without_retold
from diffing.ledger.remaining.rewritten_hedges import rewritten_hedge_entries
from diffing.ledger.remaining.tenses import tense_entries
from diffing.ledger.remaining.told_otherwise import with_told_otherwise
from diffing.ledger.remaining.told_twice import without_told_quantities, without_twice_told
from diffing.ledger.remaining.unknowns import with_unknowns

# Subjects whose entries hold words that stand around a turned word, and do not say that it is turned.
_AROUND = (Subject.CONTENT, Subject.QUOTATION, Subject.CORRECTION)
# Characters between a number and the state of those whom it counts.
_MOST_BETWEEN = 30
# What a condition may hold besides: 'if the county pays |half|'.
_IN_CONDITION = (Subject.NUMBER, Subject.DATE, Subject.NAME)

_Step = Callable[[LedgerContext, list[Entry]], Iterable[Entry]]
"""Returns all entries, of those found by then."""


def with_steps(context: LedgerContext, found: Iterable[Entry]) -> list[Entry]:
    """Return the entries of all subjects after every step."""
    entries = list(found)
    for step in _STEPS:
        entries = [*step(context, entries)]
    return entries


def _with(entries_of: _Step) -> _Step:
    """Return the step that adds entries which know those found by then."""
    return lambda context, found: [*found, *entries_of(context, found)]


def _with_uncovered(entries_of: Callable[[LedgerContext], Iterable[Entry]]) -> _Step:
    """Return the step that adds the entries which share no word with those found by then."""
    return lambda context, found: [*found, *_uncovered(entries_of(context), found)]


def _with_states_of(entries_of: Callable[[LedgerContext], Iterable[Entry]]) -> _Step:
    """Return the step that adds states and deeds."""
    return lambda context, found: _with_states([*entries_of(context)], found)


def _with_turned(context: LedgerContext, found: list[Entry]) -> list[Entry]:
    """Return entries with those of turned words, and without numbers and passages that these tell."""
    turned = [*turned_entries(context)]
    conditions = {entry.places for entry in turned if entry.is_condition}
    kept = [
        entry
        for entry in without_told_quantities(found, turned)
        if not (entry.is_passage and entry.places in conditions)
    ]
    return [*kept, *_uncovered(turned, kept)]


def _without_page(context: LedgerContext, found: list[Entry]) -> list[Entry]:
    """Return the entries without those of the page."""
    both = sides(context)
    return [entry for entry in found if not is_of_page(entry, both)]


def _uncovered(entries: Iterable[Entry], found: Sequence[Entry]) -> Iterator[Entry]:
    """Yield the entries that share no word with an entry of another subject, which already speaks of the change.

    A condition may have facts inside that are gone with it.
    """
    covered = CoveredWords(entry for entry in found if entry.subject not in _AROUND)
    outside = CoveredWords(
        entry
        for entry in found
        if entry.subject not in _AROUND and (entry.change is Change.CHANGED or entry.subject not in _IN_CONDITION)
    )
    for entry in entries:
        if not (outside if entry.is_condition else covered).touch(entry.places):
            yield entry


def _with_states(states: Sequence[Entry], found: Sequence[Entry]) -> list[Entry]:
    """Return entries with the states that share no word with them; a name may be part of one: ministre des |Ports|.

    A deed is no source that is gone: 'the union |announced| a strike'. A state that one side denies is that of the
    negation, and not new on the other side: 'nobody |died|', 'one |died|'.
    """
    held = CoveredWords(states)
    parts = [
        entry
        for entry in (found if states else ())
        if (entry.subject is Subject.NAME and held.hold(entry.places))
        or (entry.subject is Subject.SOURCE and entry.change is not Change.CHANGED and held.touch(entry.places))
    ]
    covered = CoveredWords(entry for entry in found if entry not in parts)
    # No headline, nor a clause that one side has alone, says what both tell in different places.
    told_there = CoveredWords(
        entry for entry in found if not (entry.is_passage or entry.subject is Subject.HEADLINE or entry in parts)
    )
    denied = CoveredWords(_with_stated(entry) for entry in found if entry.subject is Subject.NEGATION)
    numbers = [one for one in found if one.subject is Subject.NUMBER and one.change in (Change.NEW, Change.GONE)]
    untold = [
        entry
        for entry in states
        if not (
            (told_there if entry.location is Location.ELSEWHERE else covered).touch(entry.places)
            or denied.touch(entry.places)
            or _is_counted(entry, numbers)
        )
    ]
    told = CoveredWords(untold)
    return [*(one for one in found if one not in parts or not told.touch(one.places)), *untold]


def _is_counted(entry: Entry, numbers: Sequence[Entry]) -> bool:
    """Return whether a number that only one side has stands beside a state of that side: '|two| people |died|'."""
    return entry.change is not Change.CHANGED and any(
        place.paragraph == own.paragraph and max(place.start, own.start) - min(place.end, own.end) <= _MOST_BETWEEN
        for number in numbers
        if number.change is entry.change
        for own in (*entry.left, *entry.right)
        for place in (*number.left, *number.right)
    )


def _with_stated(entry: Entry) -> Entry:
    """Return the entry of a negation with the word that the other side has without it."""
    if not isinstance(entry.detail, StatedWithout):
        return entry
    stated = (entry.detail.place,)
    left, right = entry.left or stated, entry.right or stated
    return replace(entry, change=Change.CHANGED, left=left, right=right, detail=None)


# Each step needs those before it: what an earlier one adds, a later one joins, orders or leaves out.
_STEPS: tuple[_Step, ...] = (
    _with_turned,
    without_double_opposites,
    without_empty_clauses,
    _with_uncovered(agent_entries),
    _with_uncovered(future_entries),
    _with_uncovered(event_order_entries),
    with_mere_sources,
    with_exchanged,
    with_denied_quotations,
    _with(bare_negations),
    _with(exact_entries),
    _with(tense_entries),
    _with(aspect_entries),
    _with(other_speaker_entries),
    _with(letter_entries),
    _with(name_spelling_entries),
    _with(figure_entries),
    _with_states_of(state_entries),
    _with_states_of(quantity_entries),
    _with_states_of(deed_entries),
    _with_states_of(rewritten_future_entries),
    with_positions,
    _with(rewritten_hedge_entries),
    _with(cause_beside_entries),
    _with(lost_limit_entries),
    _with(lost_rank_entries),
    _with(other_word_entries),
    with_unknowns,
    with_none_harmed,
    with_deadlines,
    without_twice_told,
    told_with_quotations,
    without_retold,
    with_replaced,
    lambda _, found: with_hedged_negations(found),
    with_told_otherwise,
    with_other_predicates,
    with_joined,
    without_renderings,
    without_glosses,
    _without_page,
)
