"""Locate the words of the ledger's entries in the text that the columns show, so that they can be highlighted.

left    killed [12] people        right   killed [14] people        redline   killed [12] → [14] people
left    did [not] brake           right   did [brake]               redline   did [not] [brake]
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain

from diffing.ledger.core.model import Entry, Ledger, Subject
from diffing.ledger.core.ranking import Weight, weight
from diffing.ledger.core.row_numbers import row_numbers
from diffing.model import Comparison, Kind, Pair, Row
from diffing.review.reviewed import EntryReview, Reviewed

from ..present.cells import BECOMES, redline
from ..present.change_parts import Part
from ..present.entry_stretches import entry_stretches
from ..present.groups import group_of, in_groups
from ..present.sentence_pairs import sentence_at
from ..text.wrapping import Stretch
from .settings import View

# Characters of a paragraph that a small window shows at a time, and some to spare.
_SCREENFUL = 600


class Marking:
    """Marks of the ledger of a comparison.

    `steps` are the rows with an entry that is counted among the changes that matter, `rows` those with one that is more
    than a piece of content. `reviewed` has what the reader says of the entries: those that are wrong are not in the
    `ledger` any more. In the list they come last: `listed` has their numbers behind all others in `order`.
    """

    def __init__(self, comparison: Comparison, ledger: Ledger, reviewed: Reviewed | None = None) -> None:
        self.comparison = comparison
        self.reviewed = reviewed if reviewed is not None else Reviewed(ledger)
        self.ledger = ledger = self.reviewed.ledger or ledger
        self._entries: defaultdict[int, list[Entry]] = defaultdict(list)
        self._numbers = numbers = row_numbers(comparison)
        self.order = tuple(chain.from_iterable(in_groups(ledger).values()))
        count = len(ledger.entries)
        self.listed = (*self.order, *range(count, count + len(self.reviewed.wrong)))
        self._place = {entry: place for place, entry in enumerate(self.listed)}
        self._numbers_at: defaultdict[int, list[int]] = defaultdict(list)
        self._ordered: dict[int, Sequence[int]] = {}
        for number, entry in enumerate(ledger.entries):
            places = [numbers.left[place.paragraph] for place in entry.left]
            places += [numbers.right[place.paragraph] for place in entry.right]
            for at in dict.fromkeys(places):
                self._entries[at].append(entry)
                self._numbers_at[at].append(number)
        self.steps = frozenset(
            at for at, entries in self._entries.items() if any(group_of(entry).matters for entry in entries)
        )
        self.rows = frozenset(at for at, entries in self._entries.items() if any(map(_matters, entries)))

    def entry(self, number: int) -> Entry:
        """Return an entry by its number, also one that is wrong."""
        count = len(self.ledger.entries)
        return self.ledger.entries[number] if number < count else self.reviewed.wrong[number - count][0]

    def said(self, number: int) -> EntryReview:
        """Return what the reader says of an entry."""
        count = len(self.ledger.entries)
        return self.reviewed.entries[number] if number < count else self.reviewed.wrong[number - count][1]

    def number(self, entry: Entry) -> int | None:
        """Return the number of an entry, also of one that is wrong; None if it is no entry."""
        everything = (*self.ledger.entries, *(wrong for wrong, _ in self.reviewed.wrong))
        return next((at for at, other in enumerate(everything) if other == entry), None)

    def entries(self, at: int) -> Sequence[Entry]:
        """Return the entries of a row, in the order of the ledger."""
        return self._entries.get(at, ())

    def numbers_at(self, at: int) -> Sequence[int]:
        """Return the numbers of the entries of a row: those that matter in reading order, then the small edits.

        An entry whose place in the articles is another row, where its new words stand, comes behind those of this one.
        """
        if at not in self._ordered:
            entries = self.ledger.entries

            def key(number: int) -> tuple[bool, bool, int]:
                entry = entries[number]
                return not group_of(entry).matters, self.row_of(entry) != at, self.place_in_text(number)[0]

            self._ordered[at] = sorted(self._numbers_at.get(at, ()), key=key)
        return self._ordered[at]

    def stands_in(self, number: int | None, at: int) -> bool:
        """Return whether an entry, by its number, has words in a row."""
        return number in self._numbers_at.get(at, ())

    def place_of(self, number: int) -> int:
        """Return the place (0-based) of an entry in the order in which the changes are shown."""
        return self._place[number]

    @cached_property
    def _place_in_text(self) -> dict[int, tuple[int, int]]:
        """The place of each entry among those that matter as much or as little, and their number."""
        places: dict[int, tuple[int, int]] = {}
        entries = self.ledger.entries
        for matters in (True, False):
            own = [number for number in self.order if group_of(entries[number]).matters is matters]
            own.sort(key=lambda number: (self.row_of(entries[number]), _start(entries[number])))
            places |= {number: (place, len(own)) for place, number in enumerate(own)}
        return places

    @cached_property
    def in_text(self) -> Sequence[int]:
        """The numbers of the entries that matter, from the top of the articles on."""
        matter = (number for number in self.order if group_of(self.ledger.entries[number]).matters)
        return sorted(matter, key=lambda number: self._place_in_text[number])

    def place_in_text(self, number: int) -> tuple[int, int]:
        """Return the place (0-based) of an entry from the top of the articles on, and the number of such entries.

        Entries that matter are counted apart from the small edits.
        """
        return self._place_in_text[number]

    def stops(self, at: int, view: View) -> list[tuple[int, int]]:
        """Return where to stop in a row for its entries that matter, rising, as (position in the row, entry).

        The entries within a screenful behind a stop are seen with it: only a long paragraph has a second stop. A
        translation is checked sentence by sentence: there each sentence with an entry is a stop.
        """
        entries = self.ledger.entries
        seen_with_it = 0 if self.comparison.rows[at].kind is Kind.TRANSLATED else _SCREENFUL
        starts = [
            (self.position(number, at, view), number)
            for number in self.numbers_at(at)
            if group_of(entries[number]).matters
        ]
        stops: list[tuple[int, int]] = []
        for start, number in sorted(starts):
            if not stops or start - stops[-1][0] > seen_with_it:
                stops.append((start, number))
        return stops

    def position(self, number: int, at: int, view: View) -> int:
        """Return how far down in a row an entry stands: the number of its sentence in a translation, else an offset."""
        sentence = self.sentence_of(number, at)
        if sentence is not None:
            return sentence
        first = self.first_stretch(self.ledger.entries[number], at, view)
        return first[1][0] if first is not None else 0

    def sentence_of(self, number: int, at: int) -> int | None:
        """Return which sentence of a row of two languages an entry stands in; None in any other row."""
        row = self.comparison.rows[at]
        if row.kind is not Kind.TRANSLATED or number not in self._numbers_at.get(at, ()):
            return None
        left, right = entry_stretches(self.entry(number), row, self.comparison)
        return sentence_at(row, 1, right[0][0]) if right else sentence_at(row, 0, left[0][0]) if left else None

    def numbers_in(self, at: int, sentence: int) -> Sequence[int]:
        """Return the numbers of the entries in a sentence of a row of two languages, as `numbers_at`."""
        return [number for number in self.numbers_at(at) if self.sentence_of(number, at) == sentence]

    def rows_of(self, entry: Entry) -> Iterator[Row]:
        """Return the rows in which an entry has words."""
        found = {
            numbers[place.paragraph] for numbers, own in zip(self._numbers, entry.places, strict=True) for place in own
        }
        return (self.comparison.rows[at] for at in sorted(found))

    def row_of_part(self, part: Part) -> int:
        """Return the row of a part of a change."""
        return (self._numbers.right if part.is_right else self._numbers.left)[part.place.paragraph]

    def row_of(self, entry: Entry) -> int:
        """Return the row of an entry: the row of its words on the right, or else on the left."""
        numbers, places = (self._numbers.right, entry.right) if entry.right else (self._numbers.left, entry.left)
        return numbers[places[0].paragraph]

    def stretches(self, at: int, view: View, typography: bool = False) -> Pair[tuple[Stretch, ...]]:
        """Return the marks of a row in the cells that a view (never AUTOMATIC) shows, as stretches of their texts.

        For `typography` see cells.redline: with it there are words in a redline that a rule hides.
        """
        if at not in self.rows:
            return NO_STRETCHES
        # An addition or omission has a colour of its own already. In a headline every word would be highlighted, which
        # would hide the words that are new.
        marked = [entry for entry in self.entries(at) if weight(entry) is not Weight.CONTENT]
        return self._stretches(marked, at, view, typography)

    def stretches_of(self, number: int, at: int, view: View, typography: bool = False) -> Pair[tuple[Stretch, ...]]:
        """Return the words of an entry in the cells of a row; none for a passage, which has a colour of its own."""
        entry = self.ledger.entries[number]
        if entry.is_passage or entry.subject is Subject.HEADLINE or number not in self._numbers_at.get(at, ()):
            return NO_STRETCHES
        return self._stretches([entry], at, view, typography)

    def first_stretch(self, entry: Entry, at: int, view: View, typography: bool = False) -> tuple[int, Stretch] | None:
        """Return the cell (0 or 1) in which an entry begins in a row, and its stretch there; None if it is not shown.

        Where both cells have words of the entry, the right cell counts: the newer text.
        """
        left, right = self._stretches([entry], at, view, typography)
        return (1, right[0]) if right else (0, left[0]) if left else None

    def _stretches(self, entries: Iterable[Entry], at: int, view: View, typography: bool) -> Pair[tuple[Stretch, ...]]:
        row = self.comparison.rows[at]
        left: tuple[Stretch, ...] = ()
        right: tuple[Stretch, ...] = ()
        for entry in entries:
            own, other = entry_stretches(entry, row, self.comparison)
            left, right = left + own, right + other
        return in_view(row, Pair(left, right), view, typography)


def marking_of(comparison: Comparison | None, marking: Marking | None) -> Marking | None:
    """Return a marking if it is of this comparison; the marking of the comparison before may still be held."""
    return marking if marking is not None and marking.comparison is comparison else None


NO_STRETCHES: Pair[tuple[Stretch, ...]] = Pair((), ())
"""No words on either side."""


def in_view(
    row: Row, sides: Pair[tuple[Stretch, ...]], view: View, typography: bool = False
) -> Pair[tuple[Stretch, ...]]:
    """Return stretches of the texts of a row as stretches of the cells that a view (never AUTOMATIC) shows."""
    match view:
        case View.LEFT:
            return Pair(sides.left, ())
        case View.RIGHT:
            return Pair(sides.right, ())
        case View.REDLINE:
            return Pair(tuple(_in_redline(row, sides, typography)), ())
        case _:
            return sides


def joined(text: str, stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """Yield stretches of a text from its beginning on, those as one that overlap or have only white space between."""
    start = end = -1
    for first, last in sorted(stretches):
        if start >= 0 and not text[end:first].strip():
            end = max(end, last)
            continue
        if start >= 0:
            yield start, end
        start, end = first, last
    if start >= 0:
        yield start, end


def _in_redline(row: Row, sides: Pair[tuple[Stretch, ...]], typography: bool) -> Iterator[Stretch]:
    """Return the stretches of both sides in the redline, as far as it shows them."""
    shown = 0
    for piece in redline(row, BECOMES, typography):
        if piece.side is not None:
            end = piece.start + len(piece.text)
            for first, last in (sides.left, sides.right)[piece.side]:
                if first < end and last > piece.start:
                    yield (
                        shown + max(first, piece.start) - piece.start,
                        shown + min(last, end) - piece.start,
                    )
        shown += len(piece.text)


def _matters(entry: Entry) -> bool:
    """Return whether an entry makes its rows matter: all but content, of which each article has some of its own.

    What an update tells otherwise of the same subject matters, too.
    """
    return weight(entry) is not Weight.CONTENT or entry.subject is Subject.HEADLINE or entry.is_told_otherwise


def _start(entry: Entry) -> tuple[int, int]:
    """Return the paragraph and the offset of an entry's first words: on the right, or else on the left."""
    place = (entry.right or entry.left)[0]
    return place.paragraph, place.start
