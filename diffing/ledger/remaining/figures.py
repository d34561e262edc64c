"""Find results and times that no subject reads as a number or a date, in otherwise equal lines.

Lindvik – Osterby |0:0|     Lindvik – Osterby |0:1|         changed
Hilde Aas |1.54.40|         Hilde Aas |1.54.14|             changed
at 17:30                    at 17.30                        a time, which dates are compared by
"""

from collections.abc import Iterator, Sequence

from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.core.sides import Side, sides
from diffing.ledger.dates.extract import dates
from diffing.ledger.remaining.kept_sentences import remaining_changes
from diffing.model import Pair, Place
from diffing.patterns import lazy_pattern

# The share of a line that is kept: of 'Osterby 0:0' half is changed.
_LEAST_KEPT = 0.25
_FIGURE = lazy_pattern(r"\d{1,3}(?::\d{1,2}(?:[:.,]\d{1,2}){0,2}|(?:\.\d{2}){2}(?:,\d{1,2})?)")
_MARKS = "()[],;. \u00a0"


def figure_entries(context: LedgerContext, found: Sequence[Entry]) -> Iterator[Entry]:
    """Yield the entries of such figures in each other's place, without those that the entries `found` already have."""
    both = sides(context)
    for change in remaining_changes(context, found, _LEAST_KEPT):
        figures = Pair(*map(_figure, both, change.places))
        if figures.left and figures.right and _digits(both.left, figures.left) != _digits(both.right, figures.right):
            own, other = (figures.left,), (figures.right,)
            yield Entry(Subject.NUMBER, Change.CHANGED, own, other, Location.SAME_PLACE)


def _figure(side: Side, place: Place) -> Place | None:
    """Return the place of the figure that a changed place is, without marks around; None for other words and dates."""
    words = place.words(side.own)
    start = place.start + len(words) - len(words.lstrip(_MARKS))
    end = place.end - (len(words) - len(words.rstrip(_MARKS)))
    if not _FIGURE.fullmatch(words.strip(_MARKS)):
        return None
    read = side.extract(dates, side.texts[place.paragraph])
    return None if any(one.start < end and start < one.end for one in read) else Place(place.paragraph, start, end)


def _digits(side: Side, place: Place) -> str:
    return "".join(filter(str.isdigit, place.words(side.own)))
