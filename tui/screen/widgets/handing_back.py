"""The panels that cover the articles, and the focus when one is hidden."""

from typing import Any

from textual.screen import Screen
from textual.widget import Widget

# The layer of the stylesheet that lies over the articles.
_OVER = "over"


def covering(screen: Screen[Any]) -> list[Widget]:
    """Return the open panels that cover the articles."""
    return [panel for panel in screen.query(".-open") if panel.layer == _OVER]


def hand_back_keys(screen: Screen[Any]) -> None:
    """Give the keys to the list that is open still, or else to the articles.

    The help and the filter open over a list too; with the keys in the articles that list would stay and answer none.
    """
    is_listing = bool(screen.query("ListPanel.-open"))
    screen.focus_next("ListPanel.-open LineList" if is_listing else "SideBySide")
