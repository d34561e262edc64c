"""Panels: the layer of the diff screen that has one made when it is first asked for."""

from collections.abc import Callable
from typing import TypeVar

from textual.screen import Screen
from textual.widget import Widget

from ..widgets.status import StatusLine

_Panel = TypeVar("_Panel", bound=Widget)


class PanelScreen(Screen[None]):
    """A screen whose panels are not there before they are opened: all of them would hold up its first picture.

    For the same reason the actions that open them load what they are made of.
    """

    async def _panel(
        self, kind: type[_Panel], make: Callable[[], _Panel] | None = None, before: type[Widget] = StatusLine
    ) -> _Panel:
        """The panel of a kind, made at the first time and put before a widget."""
        for panel in self.query(kind):
            return panel
        made = (make or kind)()
        await self.mount(made, before=self.query_one(before))
        return made
