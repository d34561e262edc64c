"""A layout of which every height is counted."""

from diffing.model import Comparison
from tui.layout import Layout
from tui.reading import AS_FOUND, Reading


def laid_out(comparison: Comparison, width: int, reading: Reading = AS_FOUND) -> Layout:
    layout = Layout(comparison, width, reading)
    while not layout.is_settled:
        layout.settle_next(100)
    return layout
