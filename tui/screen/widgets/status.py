"""The status line: what am I looking at?"""

from bisect import bisect_left
from collections.abc import Iterator

from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from diffing.model import Row
from diffing.stage import Stage

from ...keys.commands import Commands, key_label
from ...present.entry_text import subjects
from ...present.labels import MATTERS_SIGN, compared_so_far, description, percent, places, similarity
from ...text.wrapping import width
from ...view.entry_marks import Marking, marking_of
from ...view.view_state import AS_FOUND, Block, Form, Reading

_BAR_WIDTH = 24
# The least distance of the right part from the left one.
_GAP = 2


def _unfinished(stage: Stage) -> tuple[str, ...]:
    """How far the words are compared, the longest way of saying it first; nothing where they all are."""
    done, total = compared_so_far(stage)
    if done == total:
        return ()
    return f"words of {done:,} of {total:,} pairs compared ", f"{percent(done / total)} % of pairs compared "


class StatusLine(Static):
    """What is current in words on the left, where in the differences it stands on the right."""

    stage: reactive[Stage | None] = reactive(None)
    reading: reactive[Reading] = reactive(AS_FOUND)
    block: reactive[Block | None] = reactive(None)
    marking: reactive[Marking | None] = reactive(None)

    def __init__(self, commands: Commands) -> None:
        super().__init__()
        self._open_key = key_label(commands, "open")
        self._filter_key = key_label(commands, "filter")
        self._notice = ""
        self._is_seen = False
        self._progress = ""
        self._without_comparison = "comparing …"
        self._different: list[int] = []
        self._furniture = 0
        self._unfinished: tuple[str, ...] = ()

    def watch_stage(self) -> None:
        """Know which rows differ."""
        rows = self.stage.rows if self.stage else ()
        self._different = [index for index, row in enumerate(rows) if row.differs_in_story]
        self._furniture = sum(row.furniture for row in rows)
        self._unfinished = _unfinished(self.stage) if self.stage else ()

    @property
    def notice(self) -> str:
        """The notice shown, if one is."""
        return self._notice

    def tell(self, notice: str) -> None:
        """Show a notice until the reader's next move."""
        self._notice = notice
        self._is_seen = False
        self.refresh()

    def read(self) -> None:
        """The reader did something else: the notice has been seen."""
        self._is_seen = True

    def show_progress(self, stage: str, share: float) -> None:
        """Show how far the comparison is."""
        self._without_comparison = "comparing …"
        done = int(share * _BAR_WIDTH)
        self._progress = f"{stage}  {'█' * done}{'░' * (_BAR_WIDTH - done)}  {percent(share)} %"
        self.refresh()

    def end_progress(self) -> None:
        """The comparison is there."""
        self._progress = ""
        self.refresh()

    def fail(self) -> None:
        """There will be no comparison."""
        self.end_progress()
        self._without_comparison = "comparing failed"
        self.tell(self._without_comparison)

    def watch_block(self, before: Block | None, now: Block | None) -> None:
        """A move ends the notice, but not one that came of what the notice tells, as another view has another block."""
        if self._is_seen and before is not None and now is not None:
            self._notice = ""

    def render(self) -> Content:
        """The line; where there is no room for it the right part is shortened, or left out."""
        if self.stage is None or self._progress:
            return Content(f" {self._progress or self._without_comparison}")
        if not self.stage.rows:
            return Content(" both articles are empty")
        if self.block is None:
            return Content(f" {self._notice}")
        row = self.stage.rows[self.block.row]
        if self._notice:
            left = Content(f" {self._notice}")
        elif self.block.form is Form.FOLD:
            left = Content(f" {self.block.line} · {self._open_key} opens")
            if left.cell_length > self.size.width:
                left = Content(f" {self.block.line}")
        else:
            left = Content.assemble(Content.styled(f" ¶ {places(row)} ", "reverse"), "  ", self._state(row, self.block))
            room = self.size.width - left.cell_length
            if matters := next((way for way in self._matters(self.block) if len(way) <= room), ""):
                left = Content.assemble(left, (matters, "bold"))
        for right in self._unfinished or self._places(self.block):
            free = self.size.width - left.cell_length - width(right)
            if free >= _GAP:
                return Content.assemble(left, " " * free, (right, "$quiet"))
        return left

    def _matters(self, block: Block) -> Iterator[str]:
        """What matters in a row, the longest way of saying it first: what became of what, of what, or only that."""
        marking = marking_of(self.stage.comparison if self.stage else None, self.marking)
        if marking is None or block.row not in marking.rows or block.form is Form.POINTER:
            return
        entries = marking.entries(block.row)
        sign = f" · {MATTERS_SIGN}"
        yield f"{sign} {subjects(entries)}"
        yield f"{sign} {', '.join(dict.fromkeys(entry.subject.value for entry in entries))}"
        yield sign

    def _places(self, block: Block) -> Iterator[str]:
        """Where in the differences a block stands, the longest way of saying it first."""
        total = len(self._different)
        place = bisect_left(self._different, block.row)
        is_one = block.form is not Form.FOLD and block.row in self._different[place : place + 1]
        shown = f"{total or 'no'} difference{'' if total == 1 else 's'}"
        if is_one:
            shown = f"{place + 1} of {shown}"
        yield f"{shown}{self._aside()} "
        yield f"{shown} "

    def _aside(self) -> str:
        """What besides the differences there is to know: a filter, or that there is page furniture."""
        if self.reading.only:
            return f" · only {', '.join(sorted(category.value for category in self.reading.only))} ({self._filter_key})"
        return f" · {self._furniture} page furniture" if self._furniture else ""

    def _state(self, row: Row, block: Block) -> str:
        if block.form is Form.POINTER:
            return f"moved away from here · {self._open_key} goes there"
        both = row.left and row.right
        words = description(row, self.stage is not None and block.row in self.stage.pending)
        return f"{words} · similarity {similarity(row)} %" if both and row.differs else words
