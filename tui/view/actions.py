"""What can be asked of the state: by a key, a click, a panel, or a helper that has finished its work.

    n          "next-difference" in tui.keys.commands      GoToCategory(Category.DIFFERENCE, 1)
    a click    a row in the list of changes                JumpToRow(17)
    a helper   the process that compares                   ShowStage(stage, attempt=1)

ACTIONS has the action of each command of the table.
"""

from dataclasses import dataclass
from enum import Enum

from diffing.ledger.core.model import Entry, Ledger
from diffing.model import Comparison, Pair
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
    """What the prompt asks for."""

    SEARCH = "search"
    EXPRESSION = "search for a regular expression"
    PARAGRAPH = "paragraph number: 12 on the left, r12 on the right"


class Copied(Enum):
    """What of the current row is copied."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"
    CITATION = "citation"


class Action:
    """A thing that can be asked of the state."""

    __slots__ = ()


# Moving.


@dataclass(frozen=True, slots=True)
class Step(Action):
    """Go to a neighbouring block (`by` 1 or -1); in a block taller than the window, first through it."""

    by: int


@dataclass(frozen=True, slots=True)
class GoToNeighbour(Action):
    """Go to a neighbouring block (`by` 1 or -1)."""

    by: int


@dataclass(frozen=True, slots=True)
class GoToEdge(Action):
    """Go to the first block (`by` -1) or the last (1)."""

    by: int


@dataclass(frozen=True, slots=True)
class Page(Action):
    """Go a window up (`by` -1) or down (1)."""

    by: int


@dataclass(frozen=True, slots=True)
class Reach(Action):
    """Make a block current that is in view already, without scrolling; `stage` is the one it belongs to."""

    block: Block
    stage: Stage


@dataclass(frozen=True, slots=True)
class GoToCategory(Action):
    """Go to the next (`by` 1) or previous (-1) row of a category; after the last, to the first."""

    category: Category
    by: int


@dataclass(frozen=True, slots=True)
class GoToMatter(Action):
    """Go to the next (`by` 1) or previous (-1) row with an entry of the ledger that matters."""

    by: int


@dataclass(frozen=True, slots=True)
class JumpToRow(Action):
    """Jump to a row (0-based)."""

    row: int


@dataclass(frozen=True, slots=True)
class JumpToEntry(Action):
    """Jump to an entry of the ledger of this comparison."""

    comparison: Comparison
    entry: Entry


@dataclass(frozen=True, slots=True)
class JumpToRival(Action):
    """Jump to the next best candidate for the current paragraphs."""


@dataclass(frozen=True, slots=True)
class JumpToTyped(Action):
    """Jump to the paragraph that the reader typed; None if the reader gave up."""

    text: str | None


@dataclass(frozen=True, slots=True)
class JumpBack(Action):
    """Go back to where the last jump began."""


@dataclass(frozen=True, slots=True)
class JumpForward(Action):
    """Go forward to where the last jump back began."""


@dataclass(frozen=True, slots=True)
class SetBookmark(Action):
    """Remember the current row."""


@dataclass(frozen=True, slots=True)
class JumpToBookmark(Action):
    """Jump to the row of the bookmark, and set the bookmark where the reader was."""


@dataclass(frozen=True, slots=True)
class OpenCurrent(Action):
    """Open the current fold, or go to the other end of the current moved row."""


# What is shown.


@dataclass(frozen=True, slots=True)
class OpenFold(Action):
    """Open a fold."""

    fold: Block


@dataclass(frozen=True, slots=True)
class NextView(Action):
    """Show the next view."""


@dataclass(frozen=True, slots=True)
class FitView(Action):
    """The width of the window chooses this view."""

    usual: View


@dataclass(frozen=True, slots=True)
class ToggleFurniture(Action):
    """Fold or show page furniture."""


@dataclass(frozen=True, slots=True)
class ToggleUnchanged(Action):
    """Fold or show unchanged paragraphs."""


@dataclass(frozen=True, slots=True)
class ToggleFolds(Action):
    """Show everything that is folded, or fold it as before."""


@dataclass(frozen=True, slots=True)
class ToggleTypography(Action):
    """Mark differences of typography, or leave them unmarked."""


@dataclass(frozen=True, slots=True)
class FilterBy(Action):
    """Show only rows of these categories; all rows if there are none."""

    only: frozenset[Category]


@dataclass(frozen=True, slots=True)
class ToggleReasons(Action):
    """Show or hide why the current pair is one."""


@dataclass(frozen=True, slots=True)
class Close(Action):
    """Close the reasons for a pair or end the search, whichever was opened last."""


@dataclass(frozen=True, slots=True)
class Toggle(Action):
    """Open a panel, or close it where it is open."""

    panel: Panel


# Searching.


@dataclass(frozen=True, slots=True)
class AskFor(Action):
    """Ask the reader to type something."""

    purpose: Purpose


@dataclass(frozen=True, slots=True)
class SearchFor(Action):
    """Search for a text while the reader types it; an empty text ends the search."""

    text: str
    is_expression: bool


@dataclass(frozen=True, slots=True)
class AnswerSearch(Action):
    """Go to the first match of what was typed; with no text (None if the reader gave up), end the search."""

    text: str | None


@dataclass(frozen=True, slots=True)
class GoToMatch(Action):
    """Go to the next (`by` 1) or previous (-1) match."""

    by: int


@dataclass(frozen=True, slots=True)
class ReachMatch(Action):
    """The match that was sought is known: its number, and the notice that says which it is."""

    number: int
    match: Match
    notice: str


@dataclass(frozen=True, slots=True)
class CountMatches(Action):
    """No match is known that was sought; `notice` says how many there are, `is_all` that all rows were searched."""

    notice: str
    is_all: bool


@dataclass(frozen=True, slots=True)
class RecountMatches(Action):
    """More rows were searched: the notice about the search now reads so."""

    notice: str


# Comparing, and the ledger.


@dataclass(frozen=True, slots=True)
class BeginComparing(Action):
    """Compare the articles given."""


@dataclass(frozen=True, slots=True)
class ShowProgress(Action):
    """The comparison of number `attempt` is at this step (words), of which a share (0..1) is done."""

    step: str
    share: float
    attempt: int


@dataclass(frozen=True, slots=True)
class ShowStage(Action):
    """A stage of the comparison of number `attempt` is there."""

    stage: Stage
    attempt: int


@dataclass(frozen=True, slots=True)
class FailComparing(Action):
    """The comparison of number `attempt` failed; `is_fault` where newsdiff itself is to blame."""

    reason: str
    is_fault: bool
    attempt: int


@dataclass(frozen=True, slots=True)
class SwapSides(Action):
    """Exchange the sides."""


@dataclass(frozen=True, slots=True)
class ReadAgain(Action):
    """Read the files again and compare them."""


@dataclass(frozen=True, slots=True)
class TakeFiles(Action):
    """The files were read again; `given` is in the order of the files."""

    given: Pair[Source]


@dataclass(frozen=True, slots=True)
class FailReading(Action):
    """The files could not be read again."""

    reason: str


@dataclass(frozen=True, slots=True)
class TakeLedger(Action):
    """The ledger of a comparison is there."""

    comparison: Comparison
    ledger: Ledger


@dataclass(frozen=True, slots=True)
class FailLedger(Action):
    """The ledger of a comparison could not be made."""

    comparison: Comparison
    reason: str


# Copying and leaving.


@dataclass(frozen=True, slots=True)
class Copy(Action):
    """Copy text of the current row."""

    what: Copied


@dataclass(frozen=True, slots=True)
class CopySelected(Action):
    """Copy the text that the mouse selected; with none, leave."""

    text: str


@dataclass(frozen=True, slots=True)
class Interrupt(Action):
    """Copy what the mouse selected, or leave."""


@dataclass(frozen=True, slots=True)
class Quit(Action):
    """Leave newsdiff."""


@dataclass(frozen=True, slots=True)
class Suspend(Action):
    """Go back to the shell for a while."""


@dataclass(frozen=True, slots=True)
class OpenPalette(Action):
    """List every command, and the themes."""


def _both_ways(name: str, category: Category) -> dict[str, Action]:
    return {f"next-{name}": GoToCategory(category, 1), f"previous-{name}": GoToCategory(category, -1)}


ACTIONS: dict[str, Action] = {
    "help": Toggle(Panel.HELP),
    "quit": Quit(),
    "interrupt": Interrupt(),
    "suspend": Suspend(),
    "swap-sides": SwapSides(),
    "reload": ReadAgain(),
    PALETTE: OpenPalette(),
    "next-paragraph": Step(1),
    "previous-paragraph": Step(-1),
    **_both_ways("difference", Category.DIFFERENCE),
    "page-down": Page(1),
    "page-up": Page(-1),
    "first-paragraph": GoToEdge(-1),
    "last-paragraph": GoToEdge(1),
    "open": OpenCurrent(),
    "jump-back": JumpBack(),
    "jump-forth": JumpForward(),
    "next-best": JumpToRival(),
    "next-matter": GoToMatter(1),
    "previous-matter": GoToMatter(-1),
    **_both_ways("addition", Category.ADDED),
    **_both_ways("omission", Category.OMITTED),
    **_both_ways("paraphrase", Category.REWORDED),
    **_both_ways("edit", Category.EDITED),
    **_both_ways("move", Category.MOVED),
    **_both_ways("uncertain-pair", Category.UNCERTAIN),
    "next-view": NextView(),
    "fold-furniture": ToggleFurniture(),
    "fold-unchanged": ToggleUnchanged(),
    "unfold-all": ToggleFolds(),
    "typography": ToggleTypography(),
    "filter": Toggle(Panel.FILTER),
    "why": ToggleReasons(),
    "ledger": Toggle(Panel.LEDGER),
    "summary": Toggle(Panel.SUMMARY),
    "search": AskFor(Purpose.SEARCH),
    "next-match": GoToMatch(1),
    "previous-match": GoToMatch(-1),
    "end-search": Close(),
    "go-to": AskFor(Purpose.PARAGRAPH),
    "set-bookmark": SetBookmark(),
    "to-bookmark": JumpToBookmark(),
    "copy-left": Copy(Copied.LEFT),
    "copy-right": Copy(Copied.RIGHT),
    "copy-both": Copy(Copied.BOTH),
    "copy-citation": Copy(Copied.CITATION),
}
"""The action of each command in tui.keys.commands, by the command's id."""
