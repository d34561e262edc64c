"""Make the ledger of a comparison: the entries of all subjects, the most important first.

left   Critics said on Friday that 12 died.     right   Critics claimed that 14 died.
       number changed 12 > 14; date gone Friday; attribution changed said > claimed
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from diffing.ledger.attribution.attribution import attribution_entries
from diffing.ledger.attribution.source_changes import source_entries
from diffing.ledger.content.changes import content_entries
from diffing.ledger.core.boilerplate_check import check_boilerplate
from diffing.ledger.core.context import Extracts, LedgerContext
from diffing.ledger.core.cost import is_short
from diffing.ledger.core.covered import CoveredWords
from diffing.ledger.core.details import StatedWithout
from diffing.ledger.core.grouping import grouped
from diffing.ledger.core.hidden import with_hidden_entries
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Ledger, Subject
from diffing.ledger.core.on_both import is_on_both
from diffing.ledger.core.sides import Side, sides
from diffing.ledger.corrections.accounts import explain_by_notes, outside_notes
from diffing.ledger.corrections.notes import correction_entries
from diffing.ledger.coverage import uncovered_subjects
from diffing.ledger.dates.changes import date_entries
from diffing.ledger.dates.stamps import is_stamp
from diffing.ledger.language.lexicon import Lexicon
from diffing.ledger.meaning.agents import agent_entries
from diffing.ledger.meaning.changes import meaning_entries
from diffing.ledger.meaning.double_opposites import without_double_opposites
from diffing.ledger.meaning.event_order import event_order_entries
from diffing.ledger.meaning.futures import future_entries
from diffing.ledger.meaning.positions import with_positions
from diffing.ledger.meaning.quantities import quantity_entries
from diffing.ledger.meaning.replaced import with_replaced
from diffing.ledger.meaning.rewritten_futures import rewritten_future_entries
from diffing.ledger.meaning.states import is_field_of_office, state_entries
from diffing.ledger.meaning.turned import turned_entries
from diffing.ledger.names.bodies import is_named_otherwise, name_one_body
from diffing.ledger.names.changes import name_entries
from diffing.ledger.numbers.changes import number_entries
from diffing.ledger.quotations.changes import quotation_entries
from diffing.ledger.remaining.aspects import aspect_entries
from diffing.ledger.remaining.bare_negations import bare_negations
from diffing.ledger.remaining.causes_beside import cause_beside_entries
from diffing.ledger.remaining.deadlines import with_deadlines
from diffing.ledger.remaining.deeds import deed_entries
from diffing.ledger.remaining.empty_clauses import without_empty_clauses
from diffing.ledger.remaining.exact_words import exact_entries
from diffing.ledger.remaining.exchanged import with_exchanged
from diffing.ledger.remaining.figures import figure_entries
from diffing.ledger.remaining.glosses import without_glosses
from diffing.ledger.remaining.hedged_negations import with_hedged_negations
from diffing.ledger.remaining.in_one_place import with_joined
from diffing.ledger.remaining.letters import letter_entries
from diffing.ledger.remaining.lone_names import without_lone_names
from diffing.ledger.remaining.lost_limits import lost_limit_entries
from diffing.ledger.remaining.lost_ranks import lost_rank_entries
from diffing.ledger.remaining.mere_sources import with_mere_sources
from diffing.ledger.remaining.name_spellings import name_spelling_entries
from diffing.ledger.remaining.none_harmed import with_none_harmed
from diffing.ledger.remaining.order import in_order, of_harm
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
from diffing.model import Article, Comparison, Pair, Place
from diffing.page.line_forms import heads_post
from diffing.patterns import lazy_pattern
from diffing.rules.rule import NO_RULES, Rules
from diffing.text.letters import whole
from diffing.text.reading import ReadArticle, ReadText

_SUBJECTS: tuple[Callable[[LedgerContext], Iterable[Entry]], ...] = (
    number_entries,
    date_entries,
    name_entries,
    quotation_entries,
    meaning_entries,
    attribution_entries,
    source_entries,
    content_entries,
    correction_entries,
)


def ledger(
    comparison: Comparison,
    read: Pair[ReadArticle] | None = None,
    extracts: Extracts | None = None,
    rules: Rules = NO_RULES,
) -> Ledger:
    """Return the ledger of a finished comparison: the differences that matter.

    `read` are the articles as they were read for the comparison; without them they are read here. `extracts` are kept
    by a caller that makes the ledgers of many comparisons with the same paragraphs. `rules` are the reader's, with
    which the articles were compared: entries of sorts that they leave out are hidden, and so are entries whose words a
    rule hides.
    """
    if comparison.languages is not None:
        # Two languages are seldom, and need much that one language does not.
        from diffing.ledger.translated.building import in_order_of_rows, translated_ledger
        from diffing.ledger.translated.one_language import part_in_one_language

        translated = translated_ledger(comparison, comparison.languages, read)
        part = part_in_one_language(comparison)
        if part is None:
            return translated
        added = part.entries(ledger(part.comparison).entries)
        return replace(translated, entries=in_order_of_rows([*translated.entries, *added], comparison))
    context = LedgerContext.of(comparison, read=read, extracts=extracts)
    both = sides(context)
    # Without a difference, no subject has entries.
    subjects = _SUBJECTS if comparison.differs else ()
    found = [
        entry
        for subject in subjects
        for entry in subject(context)
        if not (
            is_on_both(entry, both)
            or _names_one_body(entry, both)
            or _is_field_of_office(entry, both)
            or _is_in_address(entry, both)
            or _is_stamp(entry, both)
            or _is_time_of_post(entry, context.articles)
        )
    ]
    if subjects:
        turned = [*turned_entries(context)]
        conditions = {entry.places for entry in turned if entry.is_condition}
        found = [
            entry
            for entry in without_told_quantities(found, turned)
            if not (entry.is_passage and entry.places in conditions)
        ]
        found += _uncovered(turned, found)
        found = [*without_empty_clauses(context, without_double_opposites(context, found))]
        found += _uncovered(agent_entries(context), found)
        found += _uncovered(future_entries(context), found)
        found += _uncovered(event_order_entries(context), found)
        found = with_exchanged(context, [*with_mere_sources(context, found)])
        found += bare_negations(context, found)
        found += exact_entries(context, found)
        found += tense_entries(context, found)
        found += aspect_entries(context, found)
        found += other_speaker_entries(context, found)
        found += letter_entries(context, found)
        found += name_spelling_entries(context, found)
        found += figure_entries(context, found)
        for subject in (state_entries, quantity_entries, deed_entries, rewritten_future_entries):
            found = _with_states([*subject(context)], found)
        found = with_positions(context, found)
        found += rewritten_hedge_entries(context, found)
        found += cause_beside_entries(context, found)
        found += lost_limit_entries(context, found)
        found += lost_rank_entries(context, found)
        found += other_word_entries(context, found)
        found = with_unknowns(context, found)
        found = with_deadlines(context, with_none_harmed(context, found))
        found = [
            *with_replaced(
                context,
                [*without_retold(context, told_with_quotations(context, [*without_twice_told(context, found)]))],
            )
        ]
        found = with_hedged_negations(found)
        told = with_other_predicates(context, with_told_otherwise(context, found))
        told = [*without_renderings(context, with_joined(context, told))]
        found = [
            one for one in without_glosses(context, told) if not (_is_in_address(one, both) or _is_stamp(one, both))
        ]
    checked = check_boilerplate(found, context)
    kept = [_with_whole_letters(entry, context.articles) for entry in checked]
    apart = grouped(outside_notes(kept), context, of_harm(kept, context))
    entries = explain_by_notes([*without_lone_names(context, apart)], context)
    return with_hidden_entries(
        Ledger(in_order(entries, context), context.languages, uncovered_subjects(context.languages)),
        comparison,
        rules.without,
    )


# Subjects whose entries hold words that stand around a turned word, and do not say that it is turned.
_AROUND = (Subject.CONTENT, Subject.QUOTATION, Subject.CORRECTION)


# Characters between a number and the state of those whom it counts.
_MOST_BETWEEN = 30
# What a condition may hold besides: 'if the county pays |half|'.
_IN_CONDITION = (Subject.NUMBER, Subject.DATE, Subject.NAME)


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


# The address of a page, and what Markdown writes behind the text of a link: [pier](https://...), [pier][1].
_ADDRESS = lazy_pattern(r"(?:https?://|www\.)[^\s\])>]+|(?<=\])(?:\([^\s()]*\)|\[[^\[\]]*\])")
_OF_STORY = (Subject.NUMBER, Subject.DATE, Subject.NAME, Subject.CONTENT)


def _is_in_address(entry: Entry, both: Pair[Side]) -> bool:
    """Return whether all words of an entry stand in addresses of pages, which are no part of the story."""
    if entry.subject not in _OF_STORY:
        return False
    return all(
        any(
            start <= place.start and place.end <= end
            for start, end in side.extract(_addresses, side.texts[place.paragraph])
        )
        for side, own in zip(both, entry.places, strict=True)
        for place in own
    )


def _addresses(text: ReadText, _: Lexicon) -> tuple[tuple[int, int], ...]:
    """Return the starts and ends of the addresses of a text."""
    return tuple([found.span() for found in _ADDRESS.finditer(text.text)])


def _names_one_body(entry: Entry, both: Pair[Side]) -> bool:
    """Return whether the other side has another name of the same country or body: США, Соединённые Штаты."""
    if entry.subject is not Subject.NAME:
        return False
    if entry.change is Change.CHANGED:
        return all(name_one_body(both, Pair(*pair)) for pair in zip(entry.left, entry.right, strict=False))
    return all(is_named_otherwise(side, place) for side, own in zip(both, entry.places, strict=True) for place in own)


def _is_field_of_office(entry: Entry, both: Pair[Side]) -> bool:
    """Return whether an entry of names has none but the field of an office: ministère des |Transports|."""
    return entry.subject is Subject.NAME and all(
        is_field_of_office(side, place) for side, own in zip(both, entry.places, strict=True) for place in own
    )


def _is_stamp(entry: Entry, both: Pair[Side]) -> bool:
    """Return whether an entry says only that an article has another stamp, such as 'Published at 8:12'.

    A stamp is no headline either, whatever stands in its place.
    """
    if entry.subject not in (Subject.CONTENT, Subject.NUMBER, Subject.HEADLINE):
        return False
    stamps = (
        side.extract(is_stamp, side.texts[place.paragraph])
        for side, own in zip(both, entry.places, strict=True)
        for place in own
    )
    return any(stamps) if entry.subject is Subject.HEADLINE else all(stamps)


def _is_time_of_post(entry: Entry, articles: Pair[Article]) -> bool:
    """Return whether an entry says only that an article has a post of another time: '14:05 Ferries cancelled'.

    Several paragraphs that open with a time are the posts of a live blog.
    """
    if entry.subject is not Subject.DATE or entry.change not in (Change.GONE, Change.NEW):
        return False
    return all(
        heads_post(article.paragraphs[place.paragraph].text, place.start)
        and sum(heads_post(one.text) for one in article.paragraphs) > 1
        for article, own in zip(articles, entry.places, strict=True)
        for place in own
    )


def _with_whole_letters(entry: Entry, articles: Pair[Article]) -> Entry:
    """Return an entry whose places cut no letter: the patterns of most subjects know no combining marks."""
    places = Pair(*map(_whole_places, entry.places, articles))
    return entry if places == entry.places else replace(entry, left=places.left, right=places.right)


def _whole_places(places: Iterable[Place], article: Article) -> tuple[Place, ...]:
    return tuple(Place(at, *whole(article.paragraphs[at].text, start, end)) for at, start, end in places)


def requested_ledger(
    comparison: Comparison,
    is_requested: bool | None,
    read: Pair[ReadArticle] | None = None,
    rules: Rules = NO_RULES,
) -> Ledger | None:
    """Return the ledger if it is requested; with None, if the articles are short."""
    return (
        ledger(comparison, read, rules=rules)
        if is_requested or (is_requested is None and is_short(comparison))
        else None
    )
