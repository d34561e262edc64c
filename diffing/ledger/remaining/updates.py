"""Tell an update of an article from the same story in other words.

left   The road is open. Two people drowned.      right   The road is open. Four people drowned.      an update
left   The road is open. Two people drowned.      right   Cars can pass again. Two drowned.           none

An update keeps whole sentences, and has other facts or another headline. Another newsroom keeps no long run of words
outside quotations. An article that was made simpler for other readers may keep whole sentences, but its facts stay.
"""

from collections.abc import Iterable

from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.details import Senses
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.remaining.kept_sentences import equal_and_total, is_lightly_edited
from diffing.model import Op
from diffing.page import line_forms
from diffing.patterns import lazy_pattern
from diffing.text.scripts import UNSPACED

# The share of the linked paragraphs that is kept where an article was taken over and changed: of 22 pairs that were not
# read before, updates keep .67 to .87, and rewritten ones .29 to .53.
_UPDATED = 0.65
# The share that stands in long runs of kept words outside quotations: of 38 pairs, updates have .21 to .63 there, and
# rewritten ones at most .14.
_KEPT_RUNS = 0.18
# With less, both articles were written independently, or translated: of 8 such pairs, at most .03 stands in long runs;
# of 51 pairs of reading levels of news, at least .11.
_INDEPENDENT = 0.1
# Characters of such a run, and where words are not divided.
_RUN = 40
_UNSPACED_RUN = 16
_QUOTES = lazy_pattern(r'["“”„«»‹›「」『』]')
# Facts that differ where both articles speak of the same.
_FACTS = (Subject.NUMBER, Subject.DATE)
_SAME = (Location.SAME_PLACE, Location.DATE_LINES)


def is_update(context: LedgerContext, found: Iterable[Entry]) -> bool:
    """Return whether one article is an update of the other one; `found` are the entries of the subjects."""
    equal, total = equal_and_total(context)
    is_kept = equal >= _UPDATED * total or context.once(_kept_runs) >= _KEPT_RUNS
    return is_kept and (is_lightly_edited(context) or any(_is_news(one) or _is_turned(one) for one in found))


def is_news(context: LedgerContext, found: Iterable[Entry]) -> bool:
    """Return whether it is an update for sure: it has other facts, or another headline, and kept sentences."""
    return context.once(_kept_runs) >= _KEPT_RUNS and any(map(_is_news, found))


def are_independent(context: LedgerContext) -> bool:
    """Return whether neither article took over sentences of the other one, except for quotations."""
    return context.once(_kept_runs) < _INDEPENDENT


def _kept_runs(context: LedgerContext) -> float:
    """Return the share of the linked paragraphs that stands in long runs of words that both articles have, 0..1."""
    least = _UNSPACED_RUN if context.languages.left in UNSPACED else _RUN
    linked = [row for row in context.comparison.rows if row.left and row.right and not row.furniture]
    runs = sum(
        len(span.left) + len(span.right)
        for row in linked
        for span in row.spans
        if span.op is Op.EQUAL and len(span.left) >= least and not _QUOTES.search(span.left)
    )
    return runs / max(1, equal_and_total(context)[1])


def _is_news(entry: Entry) -> bool:
    """Return whether an entry says that a fact or the headline is another one."""
    return entry.change is Change.CHANGED and (
        entry.subject is Subject.HEADLINE or (entry.subject in _FACTS and entry.location in _SAME)
    )


def _is_turned(entry: Entry) -> bool:
    """Return whether an entry says that a word turns the statement: open > shut."""
    return entry.subject is Subject.CONTENT and entry.change is Change.CHANGED and isinstance(entry.detail, Senses)


def says_news(entry: Entry, context: LedgerContext) -> bool:
    """Return whether an entry of an update is its other headline, or what its first paragraph tells otherwise."""
    if entry.change is not Change.CHANGED:
        return False
    if entry.subject is Subject.HEADLINE:
        return True
    return entry.is_told_otherwise and is_in_lead(entry, context)


def is_in_lead(entry: Entry, context: LedgerContext) -> bool:
    """Return whether the words of an entry stand in the headline or the first paragraph, of each side that has some.

    Of what both tell in different places, one side that tells it there is enough.
    """
    lead = context.once(_lead)
    if lead is None:
        return False
    first = [not places or places[0].paragraph <= last for places, last in zip(entry.places, lead, strict=True)]
    return any(first) if entry.location is Location.ELSEWHERE else all(first)


def is_in_headline(entry: Entry) -> bool:
    """Return whether all words of an entry stand in the first lines of both articles."""
    return all(place.paragraph == 0 for place in (*entry.left, *entry.right))


def _lead(context: LedgerContext) -> tuple[int, int] | None:
    """Return the first paragraph of each side that has sentences and is linked, None without any."""
    for row in context.comparison.rows:
        if row.left and row.right and not row.furniture:
            first = [
                next((at for at in own if line_forms.is_statement(article.paragraphs[at].text)), None)
                for own, article in zip((row.left, row.right), context.articles, strict=True)
            ]
            if first[0] is not None and first[1] is not None:
                return first[0], first[1]
    return None
