"""The settings of the view that a screen opens with, as the reader wishes them.

view = "redline", fold = ["page", "unchanged"]  ->  ViewSettings(View.REDLINE, folds_unchanged=True)
"""

from ..view.settings import View, ViewSettings
from .wishes import PAGE, UNCHANGED, Wishes


def settings_of(wishes: Wishes) -> ViewSettings:
    """Return the settings of the view."""
    return ViewSettings(View(wishes.view), PAGE in wishes.folds, UNCHANGED in wishes.folds, wishes.typography)
