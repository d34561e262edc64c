"""A layout of which every height is counted."""

from diffing.model import Comparison
from diffing.stage import Stage
from tui.view.layout import Layout
from tui.view.outline import Outline
from tui.view.settings import DEFAULT_SETTINGS, ViewSettings


def laid_out(comparison: Comparison | Stage, width: int, settings: ViewSettings = DEFAULT_SETTINGS) -> Layout:
    return settled(Layout(outlined(comparison, settings), width))


def outlined(
    comparison: Comparison | Stage, settings: ViewSettings = DEFAULT_SETTINGS, earlier: Outline | None = None
) -> Outline:
    return Outline(comparison if isinstance(comparison, Stage) else Stage(comparison), settings, earlier)


def settled(layout: Layout) -> Layout:
    while not layout.count_ahead(100):
        pass
    layout.settle_all()
    return layout
