"""The state of the screen: one frozen value, changed only by `tui.view.reducer.update`.

    state, action  --update-->  state, notice, effects

Widgets show the state; they keep only what depends on the size of the window, such as lines and the scroll offset.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from diffing.ledger.core.cost import is_short
from diffing.model import Comparison, Kind, Pair, Row
from diffing.review.model import EMPTY, Check, Note, Pin, Review
from diffing.stage import Stage

from ..keys.commands import COMMANDS, Commands
from .entry_marks import Marking, marking_of
from .find import Match
from .jump_history import NO_JUMPS, JumpHistory
from .outline import Block, BlockForm, Outline, row_block, same_rows
from .query import Search
from .settings import DEFAULT_SETTINGS, View, ViewSettings
from .story import Story

SameRows = Callable[[Sequence[int]], list[int]]
"""Finds the rows of another comparison that have the paragraphs of rows of the present one."""

if TYPE_CHECKING:
    from .reviewing import Change


@dataclass(frozen=True, slots=True)
class Seek:
    """A step to a match that the reader asked for and that is not known yet.

    `by` is 1 for the next match and -1 for the previous one, counted from match number `at`, or where that is None from
    the beginning of `row`, which is the number of rows below them all. A jump can be taken back.
    """

    by: int
    row: int
    at: int | None
    is_jump: bool


class HeldParagraphs(NamedTuple):
    """Paragraphs (0-based, rising) of one side that the reader has marked, to be paired with some of the other."""

    is_right: bool
    indices: tuple[int, ...]


# Compared by identity: a book in it would make each comparison of two states slow, and `update` returns the same object
# where nothing changes.
@dataclass(frozen=True, eq=False, slots=True)
class ViewState:
    """Everything that decides what the screen shows, but for the size of the window and the scroll offset.

    commands            the table of commands with the reader's own keys, for notices that name a key
    can_be_read_again   whether there are files to read again
    attempt             number of comparisons begun; `shown_attempt` is the last of which a stage was shown
    progress            step of comparing at work and its share (0..1), until a stage comes
    failure             why comparing failed, empty if it did not; `is_fault` if newsdiff itself is to blame
    outline             the stage, the settings and the blocks that follow from them; None before the first stage
    settings            view, folds, filter
    folded_settings     settings before everything was unfolded
    usual_view          view that the width of the window chooses
    at                  block the reader went to last: the view may leave it out, and the next view have it again
    jumps, bookmark     blocks to go back to; the row (0-based) of the bookmark
    search              the search, `match` the match the reader is at and `match_number` its number, counted from 0
    seek                step to a match that is not known yet
    search_notice       last notice about the search, to be replaced while matches are counted
    entry_at            number of the entry that the reader went to last; see `entry`
    sentence_at         row and sentence that the reader went to last in a translation; see `sentence`
    listed_entry        number of the entry that the reader went to last by the list
    marking             where the ledger's entries stand; None while there is no ledger
    is_making_ledger    whether the ledger is being made
    matter_by           step to a row with an entry, to be made once the ledger is there: 1, -1, or 0 for none
    asks_to_quit        whether Enter leaves, as the notice says
    shows_reasons       whether the reasons for a pair are shown; `closes_reasons` if Esc closes them before the search
    review              what the reader says of these articles, with its sides as they are shown
    notes, lost         the notes on rows, by the row's number; what of the review has no place in these articles
    held                paragraphs that are marked to be paired; `joined` those that were, to which the reader goes
    past, future        reviews that undoing and doing again lead to, the next one last
    story               the story in many versions of which two are shown; None where there are just two articles
    """

    commands: Commands = COMMANDS
    can_be_read_again: bool = False
    attempt: int = 0
    shown_attempt: int = 0
    progress: tuple[str, float] | None = None
    failure: str = ""
    is_fault: bool = False
    outline: Outline | None = None
    settings: ViewSettings = DEFAULT_SETTINGS
    folded_settings: ViewSettings = DEFAULT_SETTINGS
    usual_view: View = View.SIDE_BY_SIDE
    at: Block | None = None
    jumps: JumpHistory = NO_JUMPS
    bookmark: int | None = None
    search: Search | None = None
    match: Match | None = None
    match_number: int | None = None
    seek: Seek | None = None
    search_notice: str = ""
    marking: Marking | None = None
    entry_at: int | None = None
    sentence_at: tuple[int, int] | None = None
    listed_entry: int | None = None
    is_making_ledger: bool = False
    matter_by: int = 0
    asks_to_quit: bool = False
    shows_reasons: bool = False
    closes_reasons: bool = False
    review: Review = EMPTY
    notes: Mapping[int, str] = field(default_factory=dict)
    lost: tuple[Pin | Note | Check, ...] = ()
    held: HeldParagraphs | None = None
    joined: Pair[tuple[int, ...]] | None = None
    past: tuple["Change", ...] = ()
    future: tuple["Change", ...] = ()
    story: Story | None = None

    @property
    def stage(self) -> Stage | None:
        """The stage of the comparison that is shown."""
        return None if self.outline is None else self.outline.stage

    @property
    def comparison(self) -> Comparison | None:
        """The comparison of that stage."""
        return None if self.outline is None else self.outline.comparison

    @property
    def awaits_ledger(self) -> bool:
        """True while the ledger of articles is on its way that have one without being asked: what matters comes."""
        if self.marking is not None or self.stage is None or self.failure:
            return False
        is_coming = self.is_making_ledger or not self.stage.is_finished
        return is_coming and is_short(self.stage.comparison)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks from top to bottom."""
        return () if self.outline is None else self.outline.blocks

    @property
    def place(self) -> int:
        """Index of the current block."""
        return 0 if self.outline is None else self.outline.place_of(self.at)

    @property
    def block(self) -> Block | None:
        """The current block; None before the first stage, or if there is no text."""
        return self.blocks[self.place] if self.blocks else None

    @property
    def row(self) -> Row | None:
        """The current row; None where a fold is current."""
        block = self.block
        if self.outline is None or block is None or block.form is BlockForm.FOLD:
            return None
        return self.outline.stage.rows[block.row]

    @property
    def entry(self) -> int | None:
        """Number of the entry the reader is at: the one gone to last, or the first of the current row.

        For a reader who went to a sentence, it is one of that sentence.
        """
        block = self.block
        marking = marking_of(self.comparison, self.marking)
        if marking is None or block is None or block.form is BlockForm.FOLD:
            return None
        sentence = self._sentence_gone_to
        numbers = marking.numbers_at(block.row) if sentence is None else marking.numbers_in(block.row, sentence)
        return self.entry_at if self.entry_at in numbers else next(iter(numbers), None)

    @property
    def is_at_start(self) -> bool:
        """True at the first change that matters, where newsdiff opens, for a reader who has not jumped yet."""
        marking = marking_of(self.comparison, self.marking)
        return marking is not None and self.jumps == NO_JUMPS and self.entry in marking.in_text[:1]

    @property
    def _sentence_gone_to(self) -> int | None:
        """The sentence of the current row that the reader went to; None if the reader went to none."""
        row, sentence = self.sentence_at or (-1, 0)
        if self.block != row_block(row) or self.row is None or self.row.kind is not Kind.TRANSLATED:
            return None
        return sentence if sentence < len(self.row.spans) else None

    @property
    def sentence(self) -> int | None:
        """The sentence of a translation that the reader is at: the one gone to, that of the entry, or the first."""
        row, block = self.row, self.block
        if row is None or block is None or block.form is not BlockForm.ROW or row.kind is not Kind.TRANSLATED:
            return None
        gone_to, entry = self._sentence_gone_to, self.entry
        if gone_to is not None:
            return gone_to
        marked = self.marking.sentence_of(entry, block.row) if self.marking is not None and entry is not None else None
        return marked or 0

    @property
    def view(self) -> View:
        """The view as shown, never View.AUTOMATIC."""
        return self.usual_view if self.settings.view is View.AUTOMATIC else self.settings.view

    @property
    def leads_back(self) -> bool:
        """True if a jump has led to the current block."""
        return self.block is not None and self.jumps.leads_back(self.block)

    @property
    def leads_forward(self) -> bool:
        """True if a jump back has led to the current block."""
        return self.block is not None and self.jumps.leads_forward(self.block)

    def with_settings(self, settings: ViewSettings) -> "ViewState":
        """Return the state with other settings; the reader stays at the same row."""
        if settings == self.settings:
            return self
        outline = None if self.outline is None else Outline(self.outline.stage, settings, self.outline)
        return replace(self, settings=settings, outline=outline)

    def with_mattering(self) -> "ViewState":
        """Return the state with the rows that matter, as far as they are known, if the filter shows these only."""
        known = None if self.marking is None or not self.settings.only_matters else self.marking.steps
        return self.with_settings(replace(self.settings, mattering=known))

    def with_stage(self, stage: Stage, same_in: SameRows | None = None) -> "ViewState":
        """Return the state with another stage; the reader, the jumps and the bookmark stay at the same paragraphs.

        `same_in` finds them; without it they are found by their texts.
        """
        before = self.outline
        if before is None:
            return replace(self, outline=Outline(stage, self.settings))
        if stage.is_of_same_pairing(before.stage):
            return replace(self, outline=Outline(stage, self.settings, before))

        def found(rows: Sequence[int]) -> list[int]:
            return same_in(rows) if same_in is not None else same_rows(rows, before.comparison, stage.comparison)

        def same(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
            rows = found([block.row for block in blocks])
            return tuple(block._replace(rows=(row,)) for block, row in zip(blocks, rows, strict=True))

        rows = found([row for row in (self.bookmark, self.at and self.at.row) if row is not None])
        return replace(
            self,
            outline=Outline(stage, self.settings),
            bookmark=rows[0] if self.bookmark is not None else None,
            at=Block(BlockForm.ROW, (rows[-1],)) if self.at is not None else None,
            jumps=self.jumps.mapped(same),
            match=None,
            match_number=None,
            sentence_at=None,
            seek=None,
        )
