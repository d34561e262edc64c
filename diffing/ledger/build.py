"""Make the ledger of a comparison: the entries of all subjects, the most important first.

left   Critics said on Friday that 12 died.     right   Critics claimed that 14 died.
       number changed 12 > 14; date gone Friday; attribution changed said > claimed
"""

from collections.abc import Callable, Iterable
from dataclasses import replace

from diffing.ledger.attribution.attribution import attribution_entries
from diffing.ledger.attribution.source_changes import source_entries
from diffing.ledger.content.changes import content_entries
from diffing.ledger.core.boilerplate_check import check_boilerplate
from diffing.ledger.core.context import Extracts, LedgerContext
from diffing.ledger.core.cost import is_short
from diffing.ledger.core.grouping import grouped
from diffing.ledger.core.hidden import with_hidden_entries
from diffing.ledger.core.model import Entry, Ledger
from diffing.ledger.core.sides import sides
from diffing.ledger.corrections.accounts import explain_by_notes, outside_notes
from diffing.ledger.corrections.notes import correction_entries
from diffing.ledger.coverage import uncovered_subjects
from diffing.ledger.dates.changes import date_entries
from diffing.ledger.meaning.changes import meaning_entries
from diffing.ledger.moved_sentences import with_moved_sentences
from diffing.ledger.names.changes import name_entries
from diffing.ledger.no_change import is_no_change
from diffing.ledger.numbers.changes import number_entries
from diffing.ledger.quotations.changes import quotation_entries
from diffing.ledger.remaining.lone_names import without_lone_names
from diffing.ledger.remaining.order import in_order, of_harm
from diffing.ledger.steps import with_steps
from diffing.model import Article, Comparison, Pair, Place
from diffing.rules.rule import NO_RULES, Rules
from diffing.text.letters import whole
from diffing.text.reading import ReadArticle

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
        return _of_two_languages(comparison, comparison.languages, read)
    context = LedgerContext.of(comparison, read=read, extracts=extracts)
    found = _found(context) if comparison.differs else []  # without a difference, no subject has entries
    checked = check_boilerplate(found, context)
    kept = [_with_whole_letters(entry, context.articles) for entry in checked]
    apart = grouped(outside_notes(kept), context, of_harm(kept, context))
    entries = explain_by_notes([*without_lone_names(context, apart)], context)
    return with_hidden_entries(
        Ledger(in_order(entries, context), context.languages, uncovered_subjects(context.languages)),
        comparison,
        rules.without,
    )


def _of_two_languages(comparison: Comparison, languages: Pair[str], read: Pair[ReadArticle] | None) -> Ledger:
    """Return the ledger of an article and its translation, with that of the part that is in one language."""
    # Two languages are seldom, and need much that one language does not.
    from diffing.ledger.translated.building import in_order_of_rows, translated_ledger
    from diffing.ledger.translated.one_language import part_in_one_language

    translated = translated_ledger(comparison, languages, read)
    part = part_in_one_language(comparison)
    if part is None:
        return translated
    added = part.entries(ledger(part.comparison).entries)
    return replace(translated, entries=in_order_of_rows([*translated.entries, *added], comparison))


def _found(context: LedgerContext) -> list[Entry]:
    """Return the entries of all subjects, after every step."""
    both = sides(context)
    entries = (entry for subject in _SUBJECTS for entry in subject(context))
    found = with_steps(context, (entry for entry in entries if not is_no_change(entry, both)))
    return with_moved_sentences(context, found, _found)


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
