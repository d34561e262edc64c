"""The list of changes: each on a line, old and new words in the look of the answer, its group before it.

Only right  ▾ + Rain fell all night. and 1 paragraph more                  ¶7 ¶8
                + Nobody was hurt.                                            ¶8
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import Enum
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.reactive import reactive
from textual.strip import Strip

from diffing.ledger.core.model import Entry
from diffing.review.model import Mark
from diffing.review.reviewed import EntryReview

from ...present.answer import Item, cut, wordings
from ...present.change_parts import Part, change_parts
from ...present.change_words import ChangeWords, change_words
from ...present.entry_text import detail
from ...present.groups import Group, group_of
from ...present.labels import short_places_of
from ...present.reviews import MARKS, WRONG_TITLE, signs
from ...text.wrapping import beginning, width, wrap
from ...view.actions import Copied, Copy, ShowEntry, ToggleMark
from ...view.entry_marks import Marking
from ...view.query import Search
from ..messages import Do
from .line_list import LineList

_GROUP_WIDTH = 13
_INDENT = 2
_CLOSED, _OPENED = "▸", "▾"
_MARGIN = 1
# Cells between what stands on a line.
_GAP = 2
# Of the rows of a change, so many are named on its line.
_MOST_PLACES = 2
# A change that is too long for its line takes two where the list has so many lines, and no more changes than a reader
# looks through: each is measured.
_ROOMY = 16
_MOST_MEASURED = 400
# Cells before the second line of a change.
_CONTINUED = 2
# Checked or wrong, important, a note, and a blank.
_MARKS_WIDTH = 4
# Where a mark is set in the list it is that of the line selected, which may be a wrong one.
_MARK_KEYS = (("plus", Mark.CHECKED), ("minus", Mark.WRONG), ("exclamation_mark", Mark.IMPORTANT))


class _Line(NamedTuple):
    """A line of the list: the place of an entry in the order of the list, and the part of it that the line shows."""

    place: int
    part: Part | None = None


class _Begun(NamedTuple):
    """The first line of a change on two: what was with the arrow, or first words of a passage; `then` the second."""

    was: str
    alone: str
    then: Item


class Rest(Enum):
    """Categories of a checklist: the entries that are left, and those that are wrong."""

    UNCHECKED = "To check"
    WRONG = WRONG_TITLE


class EntryList(LineList):
    """The changes of a group or all, and below a change that is opened its parts."""

    COMPONENT_CLASSES = LineList.COMPONENT_CLASSES | {"entry-list--quiet", "entry-list--matters"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "copy", "copy"),
        Binding("o", "open", "parts"),
        *(Binding(key, f"mark('{mark.value}')", MARKS[mark]) for key, mark in _MARK_KEYS),
    ]

    marking: reactive[Marking | None] = reactive(None)

    def __init__(self) -> None:
        super().__init__((None, *Group, *Rest))
        self._lines: list[_Line] = []
        self._opened: set[int] = set()

    def watch_marking(self) -> None:
        """List what came."""
        self._lines, self._opened = [], set()
        if (marking := self.marking) is not None:
            for place, number in enumerate(marking.listed):
                parts = change_parts(marking.entry(number), marking.comparison)
                self._lines += [_Line(place), *(_Line(place, part) for part in parts)]
        self.fill()

    def place(self, item: int) -> int:
        """Return the place of an item's entry in the order of the list."""
        return self._lines[item].place

    def entry(self, item: int) -> Entry:
        """Return the entry of an item."""
        assert self.marking is not None
        return self.marking.entry(self._number(item))

    def _number(self, item: int) -> int:
        assert self.marking is not None
        number: int = self.marking.listed[self.place(item)]
        return number

    def said(self, item: int) -> EntryReview:
        """Return what the reader says of the entry of an item."""
        assert self.marking is not None
        return self.marking.said(self._number(item))

    def row(self, item: int) -> int | None:
        """Return the row of a part; None for a line of a whole entry."""
        part = self._lines[item].part
        return None if part is None or self.marking is None else self.marking.row_of_part(part)

    def select_place(self, place: int) -> None:
        """Select the entry at a place in the order of the list, unless one of its lines is."""
        if self.is_empty or self.place(self.here) != place:
            self.select(bisect_left(self._lines, place, key=lambda line: line.place))

    def items(self) -> list[int]:
        """Return the lines of the group: the entries, and the parts of those that are opened."""
        return [
            item
            for item, line in enumerate(self._lines)
            if (line.part is None or line.place in self._opened) and self._is_of_category(item)
        ]

    def _is_of_category(self, item: int) -> bool:
        match self.category:
            case None:
                return True
            case Rest.UNCHECKED:
                return not self.said(item).is_settled
            case _:
                return self._group(item) is self.category

    def counts(self) -> dict[Enum | None, int]:
        """Return how many changes there are, of all and of each group that has some."""
        whole = [item for item, line in enumerate(self._lines) if line.part is None]
        found = Counter(map(self._group, whole))
        counts = {None: found.total()} | {group: found[group] for group in (*Group, Rest.WRONG) if found[group]}
        if self._has_marks:
            counts[Rest.UNCHECKED] = sum(not self.said(item).is_settled for item in whole)
        return counts

    @property
    def _has_marks(self) -> bool:
        """True if the reader has marked an entry, or written a note on one."""
        return self.marking is not None and bool(self.marking.reviewed.said)

    def shown_categories(self) -> Sequence[Enum | None]:
        """Return all, and the groups that have changes."""
        return list(self.counts())

    def _group(self, item: int) -> Group | Rest:
        return Rest.WRONG if Mark.WRONG in self.said(item).marks else group_of(self.entry(item))

    def _has_parts(self, item: int) -> bool:
        return item + 1 < len(self._lines) and self._lines[item + 1].part is not None

    def head(self, item: int, cells: int) -> str:
        """Return the group of an entry where it is the first one of its group, and whether it has parts."""
        line, at = self._lines[item], bisect_left(self._items, item)
        is_first = at == 0 or self._group(self._items[at - 1]) is not self._group(item)
        sign = " "
        if line.part is None and self._has_parts(item):
            sign = _OPENED if line.place in self._opened else _CLOSED
        indent = " " * _INDENT if line.part is not None else ""
        marked = ""
        if self._has_marks:
            marked = f"{signs(self.said(item)) if line.part is None else '':<{_MARKS_WIDTH}}"
        group = f"{self._group(item).value if is_first else '':<{_GROUP_WIDTH - 2}}"
        return f"{' ' * _MARGIN}{group}{sign} {marked}{indent}"

    def text(self, item: int) -> str:
        """Return the words of a line."""
        words = self._words(item)
        return " ".join(
            filter(None, (words.old, words.between.strip() if words.old and words.new else "", words.new, words.about))
        )

    def heights(self) -> Iterator[int] | None:
        """Yield one line for each item, and two where its change is too long for one and there is room."""
        cells = self.scrollable_content_region.width
        if self._search is not None or self.size.height < _ROOMY or len(self._items) > _MOST_MEASURED:
            return None
        return (1 if self._fits(item, cells) else 2 for item in self._items)

    def _fits(self, item: int, cells: int) -> bool:
        return self._shown(item, cells - width(self.head(item, cells)) - _GAP - _MARGIN) is not None

    def _words(self, item: int) -> ChangeWords:
        assert self.marking is not None
        part = self._lines[item].part
        return change_words(self.entry(item), self.marking.comparison) if part is None else part.words

    def segments(self, item: int, cells: int, style: Style, *, is_selected: bool) -> Iterator[Segment]:
        """Yield the group, the change and where it stands; with a search, the text with what is found in it."""
        assert self.marking is not None
        head, where = self.head(item, cells), self._where(item)
        quiet = style + self.get_component_rich_style("entry-list--quiet", partial=True)
        yield Segment(head, quiet)
        room = cells - width(head) - width(where) - _GAP - _MARGIN
        if self._search is not None:
            segments = list(self.found(self.text(item), room, style))
            strip = Strip(segments).crop(0, max(0, room))
            yield from strip
            used = strip.cell_length
        else:
            shown = self._shown(item, room)
            if shown is None and (shown := self._shown(item, room + width(where))) is not None:
                # Where it stands is on the status line too, and in the articles beside the list.
                room, where = room + width(where), ""
            if shown is None and self._tops is not None:
                begun = self._begun(item, room)
                yield from (Segment(begun.was, style), Segment(begun.alone, self._matters(style)))
                used = width(begun.was + begun.alone)
            else:
                shown = self._cut(item, room) if shown is None else shown
                yield from self._change(shown, style)
                used = shown.width
        yield Segment(" " * max(1, room - used + _GAP), style)
        yield Segment(where, quiet)

    def rest(self, item: int, cells: int, style: Style) -> Iterator[Segment]:
        """Yield the second line of a change: what is, or how a passage goes on."""
        head = width(self.head(item, cells))
        begun = self._begun(item, cells - head - width(self._where(item)) - _GAP - _MARGIN)
        before = head + _CONTINUED
        yield Segment(" " * before, style)
        yield from self._change(cut(begun.then, max(2, cells - before - _MARGIN)), style)

    def _begun(self, item: int, room: int) -> _Begun:
        """Return a change on two lines: what was and what is, or of a passage the words that fit, and the rest."""
        whole = next(wordings(self._number(item), self._words(item)))
        if whole.arrow:
            arrow = whole.arrow.rstrip()
            return _Begun(
                beginning(whole.sign + whole.old, max(1, room - width(arrow))) + arrow, "", whole._replace(old="")
            )
        words = whole.old or whole.new
        end = next(iter(wrap(words, max(2, room - width(whole.sign)))))[1]
        return _Begun("", whole.sign + words[:end].rstrip(), whole._replace(sign="", old="", new=words[end:].lstrip()))

    def _shown(self, item: int, room: int) -> Item | None:
        """Return a change in the longest wording that fits into some cells; None if none does."""
        return next((one for one in wordings(self._number(item), self._words(item)) if one.width <= room), None)

    def _cut(self, item: int, room: int) -> Item:
        """Return a change cut to some cells."""
        *_, shortest = wordings(self._number(item), self._words(item))
        return cut(shortest, max(2, room))

    def _change(self, item: Item, style: Style) -> Iterator[Segment]:
        quiet = style + self.get_component_rich_style("entry-list--quiet", partial=True)
        matters = self._matters(style)
        yield Segment(item.sign, matters)
        yield Segment(item.old, style if item.new else matters)
        yield Segment(item.arrow, quiet)
        yield Segment(item.new, matters)
        yield Segment(item.about, quiet)

    def _matters(self, style: Style) -> Style:
        return style + self.get_component_rich_style("entry-list--matters", partial=True)

    def _where(self, item: int) -> str:
        """Return the paragraphs of a line: '¶1 ¶4'; of a change that has parts, those of its first."""
        assert self.marking is not None
        part = self._lines[item].part
        if part is not None:
            return f"¶{part.place.paragraph + 1}"
        shown = short_places_of([*self.marking.rows_of(self.entry(item))])
        return " ".join(shown[:_MOST_PLACES]) + (" …" if len(shown) > _MOST_PLACES else "")

    def has(self, search: Search, item: int) -> bool:
        """Search also the details of an entry, where the subject is named and the words stand in full."""
        assert self.marking is not None
        if self._lines[item].part is not None:
            return super().has(search, item)
        details = detail(self.entry(item), self.marking.comparison, self.marking.ledger)
        return super().has(search, item) or any(map(search.stretches, details))

    def action_open(self) -> None:
        """Show the parts of the change selected, or hide them."""
        if not self.is_empty:
            self._toggle_parts(self.here)

    def _toggle_parts(self, item: int) -> None:
        place = self.place(item)
        self._opened ^= {place}
        self.fill()
        self.select(bisect_left(self._lines, place, key=lambda line: line.place))

    def on_click(self, event: events.Click) -> None:
        """Show or hide the parts where their sign is clicked; else go to the change clicked."""
        at = self.place_of(self.scroll_offset.y + event.y)
        if event.x < _MARGIN + _GROUP_WIDTH and at < len(self._items) and self._has_parts(self._items[at]):
            event.stop().prevent_default()
            self._toggle_parts(self._items[at])

    def action_mark(self, mark: str) -> None:
        """Set a mark of the entry selected, or take it away."""
        if not self.is_empty:
            self.post_message(Do(ToggleMark(Mark(mark), self.entry(self.here))))

    def action_copy(self) -> None:
        """Copy the entry selected, and show it: while a text is looked for, another one may be in the articles."""
        if self.marking is not None and not self.is_empty:
            self.post_message(Do(ShowEntry(self.marking.comparison, self.entry(self.here))))
            self.post_message(Do(Copy(Copied.CITATION)))
