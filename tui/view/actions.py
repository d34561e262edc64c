"""Actions on the state, by a key, a click, a panel, or a helper that has finished its work.

    n          "next-difference" in tui.keys.commands      GoToCategory(Category.DIFFERENCE, 1)
    a click    a row in the list of changes                JumpToRow(17)
    a helper   the process that compares                   ShowStage(stage, attempt=1)

ACTIONS has the action of each command of the table.
"""

from enum import Enum
from typing import NamedTuple

from diffing.history.model import Disagreement, Lane, ParagraphLine
from diffing.history.model import Step as HistoryStep
from diffing.ledger.core.model import Entry, Ledger
from diffing.model import Comparison, Pair
from diffing.review.model import Claim, Mark, Review, Spot
from diffing.sources.plain import Source
from diffing.stage import Stage

from ..keys.commands import PALETTE
from .find import Match
from .outline import Block
from .settings import Category, View


class Panel(Enum):
    """The panels that open over the articles."""

    HELP = "help"
    FILTER = "filter"
    SUMMARY = "summary"
    LEDGER = "ledger"


class Purpose(Enum):
    """Purposes of the prompt."""

    SEARCH = "search"
    EXPRESSION = "search for a regular expression"
    PARAGRAPH = "paragraph number: 12 on the left, r12 on the right"


class Copied(Enum):
    """Parts of the current row that can be copied."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"
    CITATION = "citation"


class PlainAction(Enum):
    """Actions without a value."""

    JUMP_TO_RIVAL = "jump to the next best candidate for the current paragraphs"
    JUMP_BACK = "go back to where the last jump began"
    JUMP_FORWARD = "go forward to where the last jump back began"
    SET_BOOKMARK = "remember the current row"
    JUMP_TO_BOOKMARK = "jump to the row of the bookmark, and set the bookmark where the reader was"
    OPEN_CURRENT = "open the current fold, go to the other end of the current moved row, or show why a pair is one"
    FOLLOW = "open the current fold, or go to the other end of the current moved row"
    NEXT_VIEW = "show the next view"
    TOGGLE_FURNITURE = "hide or show menus and ads"
    TOGGLE_UNCHANGED = "fold or show unchanged paragraphs"
    TOGGLE_FOLDS = "show everything that is folded, or fold it as before"
    TOGGLE_MARKS = "show every mark at full strength, or only what matters"
    TOGGLE_TYPOGRAPHY = "mark differences of typography, or leave them unmarked"
    TOGGLE_REASONS = "show why the current pair is one, what of it does not fit, and then hide it"
    OPEN_REASONS = "show why the current pair is one"
    HIDE_REASONS = "hide why the current pair is one"
    CLOSE = "close the reasons for a pair or end the search, whichever was opened last; with neither, ask to leave"
    BEGIN_COMPARING = "compare the articles given"
    SWAP_SIDES = "exchange the sides"
    READ_AGAIN = "read the files again and compare them"
    INTERRUPT = "copy what the mouse selected, or leave"
    WRITE_REPORT = "write what is on the screen as a page of HTML"
    QUIT = "leave newsdiff"
    SUSPEND = "go back to the shell for a while"
    OPEN_PALETTE = "list every command, and the themes"
    HOLD_PARAGRAPH = "mark paragraphs of the current row, or pair the marked ones with it"
    PART_PAIR = "part the pair of the current row"
    NOTE_ON_CHANGE = "write a note on the current change, or on the current row where there is none"
    NOTE_ON_ROW = "write a note on the current row"
    UNDO = "take back the last change of the review"
    REDO = "make again what was undone last"
    TOGGLE_LANES = "show what became of each fact through the versions, or the articles again"
    TOGGLE_WORDINGS = "show all wordings of the current paragraph, or the articles again"
    SHOW_ARTICLES = "show the articles in the place of lanes or wordings"
    READ_CHANGE = "show the current change of a lane in its versions"
    COPY_LANE = "copy the current lane"


# Moving.


class Step(NamedTuple):
    """Go to a neighbouring block (`by` 1 or -1); in a block taller than the window, first through it."""

    by: int


class GoToNeighbour(NamedTuple):
    """Go to a neighbouring block (`by` 1 or -1)."""

    by: int


class GoToEdge(NamedTuple):
    """Go to the first block (`by` -1) or the last (1)."""

    by: int


class Page(NamedTuple):
    """Go a window up (`by` -1) or down (1)."""

    by: int


class Reach(NamedTuple):
    """Make a block current that is in view already, without scrolling; `stage` is the one it belongs to."""

    block: Block
    stage: Stage


class PointAt(NamedTuple):
    """The mouse points at a character (`offset`) of a cell (0 or 1) of a block; `stage` is the one it belongs to."""

    block: Block
    stage: Stage
    cell: int
    offset: int


class GoToSentence(NamedTuple):
    """Go to the next (`by` 1) or previous (-1) sentence of a translation."""

    by: int


class GoToCategory(NamedTuple):
    """Go to the next (`by` 1) or previous (-1) row of a category; after the last, to the first."""

    category: Category
    by: int


class GoToMatter(NamedTuple):
    """Go to the next (`by` 1) or previous (-1) row with an entry of the ledger that matters."""

    by: int


class GoToEntry(NamedTuple):
    """Go to the next (`by` 1) or previous (-1) entry of the ledger, in the order in which the changes are shown."""

    by: int


class ShowEntry(NamedTuple):
    """Show an entry of the ledger of this comparison, which is selected in the list; there is no way back from it."""

    comparison: Comparison
    entry: Entry


class JumpToRow(NamedTuple):
    """Jump to a row (0-based)."""

    row: int


class ShowRow(NamedTuple):
    """Show a row (0-based), which is selected in the list; there is no way back from it."""

    row: int


class JumpToEntry(NamedTuple):
    """Jump to an entry of the ledger of this comparison."""

    comparison: Comparison
    entry: Entry


class JumpToTyped(NamedTuple):
    """Jump to the paragraph that the reader typed; None if the reader gave up."""

    text: str | None


# What is shown.


class OpenFold(NamedTuple):
    """Open a fold."""

    fold: Block


class FitView(NamedTuple):
    """The width of the window chooses this view."""

    usual: View


class FilterBy(NamedTuple):
    """Show only rows of these categories; all rows if there are none."""

    only: frozenset[Category]


class Toggle(NamedTuple):
    """Open a panel, or close it where it is open."""

    panel: Panel


# Searching.


class AskFor(NamedTuple):
    """Ask the reader to type something."""

    purpose: Purpose


class SearchFor(NamedTuple):
    """Search for a text while the reader types it; an empty text ends the search."""

    text: str
    is_expression: bool


class AnswerSearch(NamedTuple):
    """Go to the first match of what was typed; with no text (None if the reader gave up), end the search."""

    text: str | None


class GoToMatch(NamedTuple):
    """Go to the next (`by` 1) or previous (-1) match."""

    by: int


class ReachMatch(NamedTuple):
    """The match that was sought is known: its number, and the notice that says which it is."""

    number: int
    match: Match
    notice: str


class CountMatches(NamedTuple):
    """No match is known that was sought; `notice` says how many there are, `is_all` that all rows were searched."""

    notice: str
    is_all: bool


class RecountMatches(NamedTuple):
    """More rows were searched: the notice about the search now reads so."""

    notice: str


# Comparing, and the ledger.


class ShowProgress(NamedTuple):
    """The comparison of number `attempt` is at this step (words), of which a share (0..1) is done."""

    step: str
    share: float
    attempt: int


class ShowStage(NamedTuple):
    """A stage of the comparison of number `attempt` is there."""

    stage: Stage
    attempt: int


class FailComparing(NamedTuple):
    """The comparison of number `attempt` failed; `is_fault` where newsdiff itself is to blame."""

    reason: str
    is_fault: bool
    attempt: int


class TakeFiles(NamedTuple):
    """The files were read again; `given` is in the order of the files."""

    given: Pair[Source]


class FailReading(NamedTuple):
    """The files could not be read again."""

    reason: str


class TakeLedger(NamedTuple):
    """The ledger of a comparison is there."""

    comparison: Comparison
    ledger: Ledger


class FailLedger(NamedTuple):
    """The ledger of a comparison could not be made."""

    comparison: Comparison
    reason: str


# The reader's hand.


class ToggleMark(NamedTuple):
    """Set a mark of an entry, or take it away; None is the entry that the reader is at."""

    mark: Mark
    entry: Entry | None = None


class WriteNote(NamedTuple):
    """The reader wrote a note on this target."""

    target: Spot | Claim
    text: str


class TakeReview(NamedTuple):
    """The review that was `kept` is in the file, joined with what others wrote there."""

    kept: Review
    review: Review


class FailKeeping(NamedTuple):
    """The review is not kept, and why."""

    reason: str


# Many versions of a story.


class GoToStep(NamedTuple):
    """Compare the versions of the next step (`by` 1) or of the previous one (-1)."""

    by: int


class MoveEnd(NamedTuple):
    """Compare with a newer version than the newer one (`by` 1), or with an older one than the older one (-1)."""

    by: int


class CompareVersions(NamedTuple):
    """Compare two versions (0-based)."""

    left: int
    right: int


class TakeComparison(NamedTuple):
    """The comparison of two versions is there; its ledger comes behind it."""

    left: int
    right: int
    comparison: Comparison


class TakeStep(NamedTuple):
    """The comparison of two versions is there with its ledger."""

    left: int
    right: int
    step: HistoryStep


class TakeLanes(NamedTuple):
    """All steps are made; this follows from them."""

    lines: tuple[ParagraphLine, ...]
    lanes: tuple[Lane, ...]
    disagreements: tuple[Disagreement, ...]


class FailStory(NamedTuple):
    """No more steps will come; `is_fault` where newsdiff itself is to blame."""

    reason: str
    is_fault: bool


class MoveLane(NamedTuple):
    """Go `by` lanes down, or up where it is negative; in the wordings, lines."""

    by: int


class MoveChange(NamedTuple):
    """Go to the next (`by` 1) or previous (-1) change of the current lane."""

    by: int


class GoToLane(NamedTuple):
    """Go to a lane, and to its change in a version or the last before; `version` is None for its first change."""

    lane: int
    version: int | None = None


class GoToUnnoted(NamedTuple):
    """Go to the next (`by` 1) or previous (-1) lane with a change that no note names."""

    by: int


# Copying and leaving.


class Copy(NamedTuple):
    """Copy text of the current row."""

    what: Copied


class CopySelected(NamedTuple):
    """Copy the text that the mouse selected; with none, leave."""

    text: str


class TellReport(NamedTuple):
    """Say where a report was written, or why it was not."""

    path: str
    failure: str = ""


class TellCopy(NamedTuple):
    """A text was given to the clipboard in some way, said in words: 'copied with xclip'."""

    way: str
    text: str


Action = (
    PlainAction
    | Step
    | GoToNeighbour
    | GoToEdge
    | Page
    | Reach
    | PointAt
    | GoToSentence
    | GoToCategory
    | GoToMatter
    | GoToEntry
    | ShowEntry
    | ShowRow
    | JumpToRow
    | JumpToEntry
    | JumpToTyped
    | OpenFold
    | FitView
    | FilterBy
    | Toggle
    | AskFor
    | SearchFor
    | AnswerSearch
    | GoToMatch
    | ReachMatch
    | CountMatches
    | RecountMatches
    | ShowProgress
    | ShowStage
    | FailComparing
    | TakeFiles
    | FailReading
    | TakeLedger
    | FailLedger
    | ToggleMark
    | WriteNote
    | TakeReview
    | FailKeeping
    | GoToStep
    | MoveEnd
    | CompareVersions
    | TakeComparison
    | TakeStep
    | TakeLanes
    | FailStory
    | MoveLane
    | MoveChange
    | GoToLane
    | GoToUnnoted
    | Copy
    | CopySelected
    | TellCopy
    | TellReport
)
"""Anything that can be asked of the state."""


def _both_ways(name: str, category: Category) -> dict[str, Action]:
    return {f"next-{name}": GoToCategory(category, 1), f"previous-{name}": GoToCategory(category, -1)}


ACTIONS: dict[str, Action] = {
    "help": Toggle(Panel.HELP),
    "quit": PlainAction.QUIT,
    "write-report": PlainAction.WRITE_REPORT,
    "interrupt": PlainAction.INTERRUPT,
    "suspend": PlainAction.SUSPEND,
    "swap-sides": PlainAction.SWAP_SIDES,
    "reload": PlainAction.READ_AGAIN,
    PALETTE: PlainAction.OPEN_PALETTE,
    "next-paragraph": Step(1),
    "previous-paragraph": Step(-1),
    "next-sentence": GoToSentence(1),
    "previous-sentence": GoToSentence(-1),
    **_both_ways("difference", Category.DIFFERENCE),
    "page-down": Page(1),
    "page-up": Page(-1),
    "first-paragraph": GoToEdge(-1),
    "last-paragraph": GoToEdge(1),
    "open": PlainAction.OPEN_CURRENT,
    "jump-back": PlainAction.JUMP_BACK,
    "jump-forth": PlainAction.JUMP_FORWARD,
    "next-best": PlainAction.JUMP_TO_RIVAL,
    "next-matter": GoToMatter(1),
    "previous-matter": GoToMatter(-1),
    "next-change": GoToEntry(1),
    "previous-change": GoToEntry(-1),
    **_both_ways("addition", Category.ADDED),
    **_both_ways("omission", Category.OMITTED),
    **_both_ways("paraphrase", Category.REWORDED),
    **_both_ways("edit", Category.EDITED),
    **_both_ways("move", Category.MOVED),
    **_both_ways("uncertain-pair", Category.UNCERTAIN),
    "next-step": GoToStep(1),
    "previous-step": GoToStep(-1),
    "newer-end": MoveEnd(1),
    "older-end": MoveEnd(-1),
    "lanes": PlainAction.TOGGLE_LANES,
    "wordings": PlainAction.TOGGLE_WORDINGS,
    "next-view": PlainAction.NEXT_VIEW,
    "fold-furniture": PlainAction.TOGGLE_FURNITURE,
    "fold-unchanged": PlainAction.TOGGLE_UNCHANGED,
    "unfold-all": PlainAction.TOGGLE_FOLDS,
    "all-marks": PlainAction.TOGGLE_MARKS,
    "typography": PlainAction.TOGGLE_TYPOGRAPHY,
    "filter": Toggle(Panel.FILTER),
    "why": PlainAction.TOGGLE_REASONS,
    "ledger": Toggle(Panel.LEDGER),
    "summary": Toggle(Panel.SUMMARY),
    "search": AskFor(Purpose.SEARCH),
    "next-match": GoToMatch(1),
    "previous-match": GoToMatch(-1),
    "end-search": PlainAction.CLOSE,
    "go-to": AskFor(Purpose.PARAGRAPH),
    "set-bookmark": PlainAction.SET_BOOKMARK,
    "to-bookmark": PlainAction.JUMP_TO_BOOKMARK,
    "pair": PlainAction.HOLD_PARAGRAPH,
    "part": PlainAction.PART_PAIR,
    "note": PlainAction.NOTE_ON_CHANGE,
    "note-on-paragraph": PlainAction.NOTE_ON_ROW,
    "mark-checked": ToggleMark(Mark.CHECKED),
    "mark-wrong": ToggleMark(Mark.WRONG),
    "mark-important": ToggleMark(Mark.IMPORTANT),
    "undo": PlainAction.UNDO,
    "redo": PlainAction.REDO,
    "copy-left": Copy(Copied.LEFT),
    "copy-right": Copy(Copied.RIGHT),
    "copy-both": Copy(Copied.BOTH),
    "copy-citation": Copy(Copied.CITATION),
}
"""The action of each command in tui.keys.commands, by the command's id."""
