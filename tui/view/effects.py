"""Effects of an action besides the new state: the screen carries these out, and decides nothing about them.

Where only the surface knows the answer, such as whether a block reaches beyond the window, an effect holds the action
that follows otherwise: ScrollInside(1, otherwise=GoToNeighbour(1)).
"""

from enum import Enum
from typing import NamedTuple

from diffing.history.model import History
from diffing.ledger.core.model import Ledger
from diffing.model import Article, Comparison, Pair
from diffing.review.model import EMPTY, Claim, Review, Spot
from diffing.review.reviewed import Reviewed
from diffing.sources.plain import Source

from .actions import Action, Panel, Purpose
from .story import Ends


class PlainEffect(Enum):
    """Effects without a value."""

    REVEAL = "bring the current block into view"
    REVEAL_MATCH = "bring the line of the match into view"
    FOCUS_ARTICLES = "give the keys to the articles"
    SHOW_PANE = "have the lanes or the wordings on the screen, with the keys"
    SHOW_REASONS = "have the reasons for a pair on the screen"
    SEEK_MATCH = "look for the match that the state seeks"
    EXCHANGE_SIDES = "exchange the sides of what is given, and of the names in the title"
    READ_FILES = "read the files again"
    READ_SELECTION = "read what the mouse selected, end that selection, and act on its text by CopySelected"
    SUSPEND_PROCESS = "stop until the shell continues newsdiff"
    SHOW_PALETTE = "open Textual's command palette"


class ScrollInside(NamedTuple):
    """Scroll on in the current block, `by` 1 down or -1 up; where nothing more of it is there, act otherwise."""

    by: int
    otherwise: Action


class ScrollPage(NamedTuple):
    """Scroll a window, `by` 1 down or -1 up, and reach the first block there; at the end, act otherwise."""

    by: int
    otherwise: Action


class PageReasons(NamedTuple):
    """Show more of the reasons for a pair; where all of them were shown, act otherwise."""

    otherwise: Action


class TogglePanel(NamedTuple):
    """Open a panel, or close it."""

    panel: Panel


class Ask(NamedTuple):
    """Open the prompt."""

    purpose: Purpose


class RestartSearch(NamedTuple):
    """Search from the beginning, or stop where the search has ended; with `counts`, report the number of matches."""

    counts: bool = False


class Compare(NamedTuple):
    """Compare what is given, with the pins of the review, as the comparison of number `attempt`."""

    attempt: int
    review: Review = EMPTY


class KeepReview(NamedTuple):
    """Keep a review of these articles in its file."""

    review: Review
    articles: Pair[Article]


class AskNote(NamedTuple):
    """Ask for a note on a target, which has this text so far; `where` says in words what it is on."""

    target: Spot | Claim
    text: str
    where: str


class WantStep(NamedTuple):
    """Ask for the comparison of two versions of a story before all others, unless it is made."""

    ends: Ends


class KeepArticles(NamedTuple):
    """Let go of the texts: these articles stand in them."""

    articles: Pair[Article]


class GiveFiles(NamedTuple):
    """Take these, in the order of the files, as what is given."""

    given: Pair[Source]


class MakeLedger(NamedTuple):
    """Make the ledger of a long comparison, which is asked for; that of a short one comes with it."""

    comparison: Comparison


class CopyText(NamedTuple):
    """Copy a text to the clipboard."""

    text: str


class WriteReport(NamedTuple):
    """Write a comparison as a page of HTML beside the reader's files, with its ledger and the review, if there are."""

    comparison: Comparison
    ledger: Ledger | None
    review: Reviewed | None = None


class WriteHistory(NamedTuple):
    """Write the history of a story as a page of HTML beside the reader's files."""

    history: History


class Leave(NamedTuple):
    """Leave newsdiff; `failure` is what failed, empty if nothing did."""

    failure: str


Effect = (
    PlainEffect
    | ScrollInside
    | ScrollPage
    | PageReasons
    | TogglePanel
    | Ask
    | RestartSearch
    | Compare
    | KeepReview
    | AskNote
    | WantStep
    | KeepArticles
    | GiveFiles
    | MakeLedger
    | CopyText
    | WriteReport
    | WriteHistory
    | Leave
)
"""Anything for the screen to do."""
