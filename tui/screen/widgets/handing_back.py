"""The focus when a panel is hidden."""

from textual.screen import Screen


def hand_back_keys(screen: Screen[object]) -> None:
    """Give the keys to the list that is open still, or else to the articles.

    The help and the filter open over a list too; with the keys in the articles that list would stay and answer none.
    """
    is_listing = bool(screen.query("ListPanel.-open"))
    screen.focus_next("ListPanel.-open LineList" if is_listing else "SideBySide")
