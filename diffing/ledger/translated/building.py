"""The ledger of a translation: facts of linked sentences that differ, and what only one article says.

    left 7   El Gobierno regional destinará 12,5 millones de euros.       number 12,5 millones > 21.5 million
    right 7  The regional government will spend 21.5 million euros.
    left 4   «No hice nada malo», dijo Ibarra. No admitió preguntas.      only left: No admitió preguntas.

Words of two languages are not compared, and nothing counts as reworded. A fact that is not found may be a fault of
newsdiff's; so an entry needs both sides, or what no other words can say.
"""

from diffing.ledger.core.model import Entry, Ledger, Subject
from diffing.ledger.core.ranking import rank
from diffing.ledger.core.row_numbers import row_numbers
from diffing.ledger.translated.changes import Bead, are_of_two_statements, beads_of, changed_facts
from diffing.ledger.translated.denials import denied_statements
from diffing.ledger.translated.enclosed import do_agree, enclosed_rows, is_certain
from diffing.ledger.translated.facts import Facts, facts_of
from diffing.ledger.translated.names import changed_names
from diffing.ledger.translated.passages import passage_entries
from diffing.ledger.translated.quotes import changed_quotations
from diffing.ledger.translated.reversals import reversed_statements
from diffing.ledger.translated.senses import Senses, senses_of
from diffing.ledger.translated.units import changed_units
from diffing.measures.totals import is_translation
from diffing.model import Comparison, Pair, Row
from diffing.text.reading import ReadArticle, read_articles
from diffing.translation.translation import translation_of

_LOOKED_FOR = (Subject.NUMBER, Subject.DATE, Subject.NAME)


def translated_ledger(comparison: Comparison, languages: Pair[str], read: Pair[ReadArticle] | None = None) -> Ledger:
    """Return the ledger of a comparison of two languages; `read` are the articles as they were read for it."""
    read = read or read_articles(comparison.articles)
    translation = translation_of(read, languages)
    readers = translation.readers
    anywhere = Pair(
        {number for content in translation.contents.left for number in content.numbers},
        {number for content in translation.contents.right for number in content.numbers},
    )
    # Two reports on one event choose what they quote.
    is_one_text = is_translation(comparison)
    lengths = translation.contents.map(lambda side: sum(content.length for content in side))
    ratio = (lengths.right + 1) / (lengths.left + 1)

    def facts_in(row: Row) -> Pair[Facts]:
        return Pair(
            facts_of(comparison.left.text(row.left), readers.left),
            facts_of(comparison.right.text(row.right), readers.right),
        )

    entries: list[Entry] = []
    for row in comparison.rows:
        if row.furniture:
            continue
        entries += passage_entries(row, comparison.articles)
        if is_certain(row):
            facts = facts_in(row)
            entries += changed_facts(row, facts, comparison.articles, anywhere, translation.signs, languages)
            entries += changed_units(row, facts, comparison.articles, readers)
            if is_one_text:
                entries += changed_quotations(row, comparison, ratio)
            are_two = are_of_two_statements(facts)
            entries += changed_names(row, facts, comparison.articles, translation, spelled_only=are_two)
            if are_two:
                continue
            beads = [(bead, _senses(bead, facts, languages)) for bead in beads_of(row)]
            for bead, senses in beads:
                entries += reversed_statements(row, comparison, bead, senses, facts)
            entries += denied_statements(row, comparison, languages, beads)
    for row in enclosed_rows(comparison):
        facts = facts_in(row)
        found = [*changed_facts(row, facts, comparison.articles, anywhere, translation.signs, languages)]
        if len(found) == 1 and found[0].left and found[0].right and do_agree(facts):
            entries += found
    uncovered = tuple(subject for subject in Subject if subject not in _LOOKED_FOR)
    return Ledger(in_order_of_rows(entries, comparison), languages, uncovered)


def _senses(bead: Bead, facts: Pair[Facts], languages: Pair[str]) -> Pair[Senses]:
    """Return what turns two linked sentences."""
    return Pair(
        senses_of(facts.left.text[bead.left.start : bead.left.stop], languages.left),
        senses_of(facts.right.text[bead.right.start : bead.right.stop], languages.right),
    )


def in_order_of_rows(entries: list[Entry], comparison: Comparison) -> tuple[Entry, ...]:
    """Return the entries, the most important first; those of one rank in the order of the rows."""
    numbers = row_numbers(comparison)

    def key(entry: Entry) -> tuple[object, ...]:
        row = numbers.right[entry.right[0].paragraph] if entry.right else numbers.left[entry.left[0].paragraph]
        return rank(entry), row, entry.right, entry.left

    return tuple(sorted(entries, key=key))
