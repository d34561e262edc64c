"""What is to be done beside a new state: the screen carries these out, and knows no more about them than they say.

Where only the surface knows the answer, such as whether a block reaches beyond the window, an effect holds the action
that follows otherwise: ScrollInside(1, otherwise=GoToNeighbour(1)).
"""

from dataclasses import dataclass

from diffing.model import Article, Comparison, Pair
from diffing.sources.plain import Source

from .actions import Action, Panel, Purpose


class Effect:
    """A thing for the screen to do."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class ScrollInside(Effect):
    """Scroll on in the current block, `by` 1 down or -1 up; where nothing more of it is there, act otherwise."""

    by: int
    otherwise: Action


@dataclass(frozen=True, slots=True)
class ScrollPage(Effect):
    """Scroll a window, `by` 1 down or -1 up, and reach the first block there; at the end, act otherwise."""

    by: int
    otherwise: Action


@dataclass(frozen=True, slots=True)
class Reveal(Effect):
    """Bring the current block into view."""


@dataclass(frozen=True, slots=True)
class RevealMatch(Effect):
    """Bring the line of the match into view."""


@dataclass(frozen=True, slots=True)
class FocusArticles(Effect):
    """Give the keys to the articles."""


@dataclass(frozen=True, slots=True)
class TogglePanel(Effect):
    """Open a panel, or close it."""

    panel: Panel


@dataclass(frozen=True, slots=True)
class ShowReasons(Effect):
    """Have the reasons for a pair on the screen."""


@dataclass(frozen=True, slots=True)
class Ask(Effect):
    """Open the prompt."""

    purpose: Purpose


@dataclass(frozen=True, slots=True)
class RestartSearch(Effect):
    """Search from the beginning, or stop where the search has ended; with `counts`, report the number of matches."""

    counts: bool = False


@dataclass(frozen=True, slots=True)
class SeekMatch(Effect):
    """Look for the match that the state seeks."""


@dataclass(frozen=True, slots=True)
class Compare(Effect):
    """Compare what is given; the comparison has this number."""

    attempt: int


@dataclass(frozen=True, slots=True)
class KeepArticles(Effect):
    """Let go of the texts: these articles stand in them."""

    articles: Pair[Article]


@dataclass(frozen=True, slots=True)
class ExchangeSides(Effect):
    """Exchange the sides of what is given, and of the names in the title."""


@dataclass(frozen=True, slots=True)
class ReadFiles(Effect):
    """Read the files again."""


@dataclass(frozen=True, slots=True)
class GiveFiles(Effect):
    """Take these, in the order of the files, as what is given."""

    given: Pair[Source]


@dataclass(frozen=True, slots=True)
class MakeLedger(Effect):
    """Make the ledger of a comparison; `after_picture` so that it does not delay the picture with the articles."""

    comparison: Comparison
    after_picture: bool = False


@dataclass(frozen=True, slots=True)
class CopyText(Effect):
    """Copy a text to the clipboard."""

    text: str


@dataclass(frozen=True, slots=True)
class ReadSelection(Effect):
    """Read what the mouse selected, end that selection, and act on its text by CopySelected."""


@dataclass(frozen=True, slots=True)
class Leave(Effect):
    """Leave newsdiff; `failure` is what failed, empty if nothing did."""

    failure: str


@dataclass(frozen=True, slots=True)
class SuspendProcess(Effect):
    """Stop until the shell continues newsdiff."""


@dataclass(frozen=True, slots=True)
class ShowPalette(Effect):
    """Open Textual's command palette."""
