"""A layout of which every height is counted."""

from diffing.model import Comparison
from diffing.stage import Stage
from tui.view.layout import Layout
from tui.view.view_state import AS_FOUND, Reading


def laid_out(comparison: Comparison | Stage, width: int, reading: Reading = AS_FOUND) -> Layout:
    return settled(Layout(comparison if isinstance(comparison, Stage) else Stage(comparison), width, reading))


def settled(layout: Layout) -> Layout:
    while not layout.count_ahead(100):
        pass
    layout.settle_all()
    return layout
