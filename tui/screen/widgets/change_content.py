"""A change as the answer, the status line and the list show it, in one look."""

from textual.content import Content

from ...present.answer import Item


def change_content(item: Item, is_current: bool = False) -> Content:
    """Return a change: what was in ink, what is in the colour of what matters; the current one is reversed."""
    if is_current:
        return Content.assemble(
            (item.sign + item.old + item.arrow + item.new, "$matters-cursor on $matters bold"), item.about
        )
    return Content.assemble(
        (item.sign, "$matters bold"),
        (item.old, "" if item.new else "$matters bold"),
        (item.arrow, "$quiet"),
        (item.new, "$matters bold"),
        item.about,
    )
