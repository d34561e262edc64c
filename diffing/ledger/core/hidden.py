r"""Entries that the reader's rules leave out of the ledger: they are kept apart, and name the rule.

    rule 'Updated \d+'     number 5 > 12 in "Updated 5 minutes ago"     hidden
    without "certainty"    certainty gone 'allegedly'                   hidden

An entry is hidden by a rule if the rule hides every change in its words, and there is one.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from diffing.ledger.core.details import Explanation
from diffing.ledger.core.model import Entry, HiddenEntry, Ledger
from diffing.ledger.core.ranking import weight
from diffing.ledger.core.row_numbers import row_numbers
from diffing.model import Article, Comparison, Place, Row


def with_hidden_entries(ledger: Ledger, comparison: Comparison, without: Collection[str]) -> Ledger:
    """Return the ledger with entries hidden: of subjects and classes in `without`, or by rules of the comparison."""
    has_rules = any(row.rule or any(span.rule for span in row.spans) for row in comparison.rows)
    if not has_rules and not without:
        return ledger
    rules = _RulesAtPlaces(comparison) if has_rules else None
    shown: list[Entry] = []
    hidden: list[HiddenEntry] = []
    new: dict[int, int] = {}
    for at, entry in enumerate(ledger.entries):
        rule = rules.of(entry) if rules is not None else ""
        if rule or entry.subject in without or weight(entry) in without:
            hidden.append(HiddenEntry(_explaining(entry, {}), rule))
        else:
            new[at] = len(shown)
            shown.append(entry)
    entries = tuple(_explaining(entry, new) for entry in shown)
    return replace(ledger, entries=entries, hidden=tuple(hidden))


def _explaining(entry: Entry, new: dict[int, int]) -> Entry:
    """Return an entry whose note explains those of its entries that are shown, by their new indices."""
    if not isinstance(entry.detail, Explanation):
        return entry
    explained = tuple(new[old] for old in entry.detail.entries if old in new)
    return replace(entry, detail=replace(entry.detail, entries=explained))


class _RulesAtPlaces:
    """The rules that hide changes, by the places of both sides."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._rows = row_numbers(comparison)

    def of(self, entry: Entry) -> str:
        """Return the rule that hides every change in the words of an entry; '' where one is not hidden."""
        found = [
            *(rule for place in entry.left for rule in self._at(place, is_left=True)),
            *(rule for place in entry.right for rule in self._at(place, is_left=False)),
        ]
        return found[-1] if found and all(found) else ""

    def _at(self, place: Place, *, is_left: bool) -> Iterator[str]:
        """Yield the rule of each change at a place; '' for a change that no rule hides."""
        numbers = self._rows.left if is_left else self._rows.right
        article = self._comparison.left if is_left else self._comparison.right
        row = self._comparison.rows[numbers[place.paragraph]]
        if row.furniture:
            yield row.rule
            return
        before = _length_before(row, place, article, is_left=is_left)
        start, end = before + place.start, before + place.end
        texts = [span.left if is_left else span.right for span in row.spans]
        for span, span_end, text in zip(row.spans, accumulate(map(len, texts)), texts, strict=True):
            if text and span_end - len(text) < end and start < span_end and (span.rule or span.differs):
                yield span.rule


def _length_before(row: Row, place: Place, article: Article, *, is_left: bool) -> int:
    """Return the number of characters of the row's text before the paragraph of a place."""
    own: Sequence[int] = row.left if is_left else row.right
    return sum(len(article.paragraphs[index].text) + 1 for index in own if index < place.paragraph)
