"""The status line: what am I looking at?"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from textual.content import Content
from textual.reactive import var
from textual.widgets import Static

from diffing.ledger.core.model import Entry
from diffing.model import Kind, Row
from diffing.review.reviewed import NOTHING_SAID
from diffing.stage import Stage

from ...keys.commands import Commands, key_label
from ...present.answer import cut, wordings
from ...present.change_words import change_words
from ...present.entry_text import title
from ...present.groups import group_of
from ...present.labels import both_languages, compared_so_far, description, metadata, percent, places
from ...present.reviews import NOTE_SIGN, marks_in_words
from ...present.sentence_pairs import sentence_place
from ...present.tally import changes_counted
from ...text.sanitize import visible
from ...text.words import page_lines
from ...text.wrapping import width
from ...view.actions import PlainAction
from ...view.entry_marks import Marking, marking_of
from ...view.lane_lines import lane_status
from ...view.outline import Block, BlockForm
from ...view.pieces import piece
from ...view.transition import Notice
from ...view.view_state import ViewState
from ..ink import DIM
from ..messages import Do
from .change_content import change_content
from .handing_back import covering
from .piece_content import line_content

_BAR_WIDTH = 24
# The least distance of the right part from the left one.
_GAP = 2
# Of the other paragraphs in which a change stands, so many are named.
_MOST_ELSEWHERE = 3


def _unfinished(stage: Stage) -> tuple[str, ...]:
    """Return how far the words are compared, the longest wording first; nothing where they all are."""
    done, total = compared_so_far(stage)
    if done == total:
        return ()
    return f"words of {done:,} of {total:,} pairs compared ", f"{percent(done / total)} % of pairs compared "


class StatusLine(Static):
    """The current row in words on the left, and its place among the differences on the right."""

    state: var[ViewState] = var(ViewState())

    def __init__(self, commands: Commands) -> None:
        super().__init__()
        self._open_key = key_label(commands, "open")
        self._filter_key = key_label(commands, "filter")
        self._notice = ""
        self._is_seen = False
        self._different: list[int] = []
        self._furniture = 0
        self._has_other_metadata = False
        self._unfinished: tuple[str, ...] = ()

    def watch_state(self, before: ViewState, now: ViewState) -> None:
        """Count the differences of another stage; end a notice that the reader has seen when the reader moves."""
        if now.stage is not before.stage:
            rows = now.stage.rows if now.stage else ()
            self._different = [index for index, row in enumerate(rows) if row.differs_in_story]
            self._furniture = sum(row.furniture for row in rows)
            self._has_other_metadata = bool(now.stage and metadata(now.stage.comparison))
            self._unfinished = _unfinished(now.stage) if now.stage else ()
        elif self._is_seen and (
            (before.block is not None and now.block not in (None, before.block)) or now.story is not before.story
        ):
            # Unless the move came of what the notice says, as another view has another block: that is not seen yet.
            self._notice = ""
        self.refresh()

    def show_notice(self, notice: Notice) -> None:
        """Show a notice until the reader's next move."""
        if notice.replaces in (None, self._notice):
            self._notice = notice.text
            self._is_seen = False
            self.refresh()

    def read(self) -> None:
        """Take the notice as seen: the reader did something else."""
        self._is_seen = True

    def on_click(self) -> None:
        """Open the fold that the line speaks of, or say why its pair is one."""
        block = self.state.block
        if block is not None and not covering(self.screen):
            is_fold = block.form is BlockForm.FOLD
            self.post_message(Do(PlainAction.FOLLOW if is_fold else PlainAction.TOGGLE_REASONS))

    def render(self) -> Content:
        """Return the line; where there is no room for it, the right part is shortened or left out."""
        stage, block = self.state.stage, self.state.block
        lane = lane_status(self.state.story, self.size.width) if self.state.story is not None else None
        if lane is not None:
            # The counter of facts stays beside a notice: that of the two articles is of another list.
            said = [piece(1, self._notice, self.size.width)] if self._notice else lane[0]
            return line_content(said, self.size.width - width(lane[1]) - 1).append(Content.styled(f" {lane[1]}", DIM))
        if stage is None or self.state.progress is not None:
            return Content(f" {self._without_comparison()}")
        if not stage.rows:
            return Content(" both articles are empty")
        if block is None:
            return Content(f" {self._notice}")
        row, rights = stage.rows[block.row], self._unfinished or tuple(self._places(block))
        if self._notice:
            left = Content(f" {self._notice}")
        elif block.form is BlockForm.FOLD:
            left = Content(f" {block.line} · {self._open_key} opens")
            if left.cell_length > self.size.width:
                left = Content(f" {block.line}")
        else:
            sentence = "" if self.state.sentence is None else sentence_place(row, self.state.sentence)
            left = Content.assemble((f" {places(row)}{sentence and f', {sentence}'}", "bold"), "  ")
            counted = width(rights[-1]) + _GAP if rights else 0
            change = (
                None if block.form is BlockForm.POINTER else self._change(self.size.width - left.cell_length, counted)
            )
            left = Content.assemble(left, change if change is not None else self._state(row, block))
            left = Content.assemble(left, (self._by_hand(block), DIM))
        for right in rights:
            free = self.size.width - left.cell_length - width(right)
            if free >= _GAP:
                return Content.assemble(left, " " * free, (right, DIM))
        return left

    def _without_comparison(self) -> str:
        """Return how far the comparison is, or that it failed."""
        if self.state.progress is None:
            return "comparing failed" if self.state.failure else "comparing …"
        step, share = self.state.progress
        done = int(share * _BAR_WIDTH)
        return f"{step}  {'█' * done}{'░' * (_BAR_WIDTH - done)}  {percent(share)} %"

    def _change(self, cells: int, counted: int) -> Content | None:
        """Return the change the reader is at: what it is about, old and new words, and where else it stands.

        `counted` are the cells of the count at the end of the line. What the change is about goes before the count, and
        the count goes where the words are whole without it.
        """
        marking, number = marking_of(self.state.comparison, self.state.marking), self.state.entry
        if marking is None or number is None:
            return None
        entry = marking.ledger.entries[number]
        elsewhere = self._elsewhere(marking, entry)
        shown = tuple(wordings(number, change_words(entry, marking.comparison)))
        for kind in (f"{title(entry, marking.comparison)}  ", ""):
            for item in shown:
                for also in (elsewhere, ""):
                    if width(kind) + item.width + width(also) <= cells - counted:
                        return Content.assemble((kind, DIM), change_content(item), (also, DIM))
        if shown[-1].width <= cells:
            return change_content(shown[-1])
        return change_content(cut(shown[-1], max(1, cells - counted)))

    def _by_hand(self, block: Block) -> str:
        """Return the marks and the note of what the reader is at: ' · checked · ✎ Ask the road office.'."""
        marking, number = marking_of(self.state.comparison, self.state.marking), self.state.entry
        said = marking.said(number) if marking is not None and number is not None else NOTHING_SAID
        note = said.note or (self.state.notes.get(block.row, "") if block.form is BlockForm.ROW else "")
        parts = [marks_in_words(said), f"{NOTE_SIGN} {visible(note)}" if note else ""]
        return "".join(f" · {part}" for part in parts if part)

    def _elsewhere(self, marking: Marking, entry: Entry) -> str:
        """Return the other rows in which an entry has words: ' · also ¶4'."""
        here = self.state.block.row if self.state.block else -1
        rows = marking.comparison.rows
        others = [row for row in marking.rows_of(entry) if here < 0 or row is not rows[here]]
        shown = ", ".join(map(places, others[:_MOST_ELSEWHERE]))
        more = f", {len(others) - _MOST_ELSEWHERE} more" if len(others) > _MOST_ELSEWHERE else ""
        return f" · also {shown}{more}" if others else ""

    def _places(self, block: Block) -> Iterator[str]:
        """Yield the place of a block among the differences, the longest wording first."""
        marking, number = marking_of(self.state.comparison, self.state.marking), self.state.entry
        if marking is not None and number is not None and not self.state.settings.only:
            yield from self._place_of_entry(marking, number)
            return
        if marking is not None and marking.comparison.languages is not None and not self.state.settings.only:
            yield f"{changes_counted(marking.ledger, marking.comparison)[-1]} "
            return
        total = len(self._different)
        place = bisect_left(self._different, block.row)
        is_one = block.form is not BlockForm.FOLD and block.row in self._different[place : place + 1]
        shown = f"{total or 'no'} difference{'' if total == 1 else 's'}"
        if block.form is BlockForm.POINTER and total:
            # Its row stands elsewhere, and so does the number of that difference.
            shown = f"{self._before_pointer()} of {shown}"
        elif is_one:
            shown = f"{place + 1} of {shown}"
        yield f"{shown}{self._aside()} "
        yield f"{shown} "

    def _place_of_entry(self, marking: Marking, number: int) -> Iterator[str]:
        """Yield the place of an entry: in the list for a reader who came by the list, else from the top on."""
        if number == self.state.listed_entry:
            shown = f"{marking.place_of(number) + 1} of {len(marking.order)}"
            yield f"{shown} in the list "
        else:
            place, of = marking.place_in_text(number)
            shown = f"{place + 1} of {of}"
            if group_of(marking.ledger.entries[number]).matters:
                yield f"{shown} that matter{'s' if of == 1 else ''} "
            else:
                yield f"small edit {shown} "
        yield f"{shown} "

    def _before_pointer(self) -> str:
        """Return where a pointer stands among the differences: 'after 14', 'before 1'."""
        outline = self.state.outline
        above = bisect_right(self._different, outline.row_above(self.state.place)) if outline is not None else 0
        return f"after {above}" if above else "before 1"

    def _aside(self) -> str:
        """Return what is left out of the differences: by a filter, as lines of the page, as metadata."""
        if shown := self.state.settings.shown:
            return f" · shown: {shown} ({self._filter_key})"
        furniture = f" · {page_lines(self._furniture)}" if self._furniture else ""
        return f"{furniture}{' · front matter differs' if self._has_other_metadata else ''}"

    def _state(self, row: Row, block: Block) -> str:
        if block.form is BlockForm.POINTER:
            return f"moved away from here · {self._open_key} goes there"
        if row.kind is Kind.TRANSLATED and self.state.comparison is not None and self.state.comparison.languages:
            return f"{description(row)} ({both_languages(self.state.comparison.languages)})"
        return description(row, self.state.stage is not None and block.row in self.state.stage.pending)
