"""A change as the answer, the status line and the list show it, in one look."""

from textual.content import Content

from ...present.answer import Item
from ..ink import AT_CURSOR, DIM, MATTERS


def change_content(item: Item, is_current: bool = False) -> Content:
    """Return a change: what was in ink, what is in the colour of what matters; the current one is reversed.

    What it is about is dim.
    """
    if is_current:
        return Content.assemble((item.sign + item.old + item.arrow + item.new, AT_CURSOR), (item.about, DIM))
    return Content.assemble(
        (item.sign, MATTERS),
        (item.old, "" if item.new else MATTERS),
        (item.arrow, DIM),
        (item.new, MATTERS),
        (item.about, DIM),
    )
