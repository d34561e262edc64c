"""Actions with a value that the reader asks for, by a key, a click, or in a panel: GoToMatter(1), JumpToRow(17)."""

from typing import NamedTuple

from diffing.ledger.core.model import Entry
from diffing.model import Comparison
from diffing.review.model import Claim, Mark, Spot
from diffing.stage import Stage

from ..outline import Block
from ..settings import Category, View
from .plain import Copied, Panel, Purpose

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
    """Show only rows of these categories, and with `matters` those with a change that matters; all if it is neither."""

    only: frozenset[Category]
    matters: bool = False


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


# Comparing, and the ledger.


# The reader's hand.


class ToggleMark(NamedTuple):
    """Set a mark of an entry, or take it away; None is the entry that the reader is at."""

    mark: Mark
    entry: Entry | None = None


class WriteNote(NamedTuple):
    """The reader wrote a note on this target."""

    target: Spot | Claim
    text: str


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
