"""Panels over the articles: each is made when it is first opened, so that none delays the first picture."""

from collections.abc import Callable
from typing import TypeVar

from textual.screen import Screen
from textual.widget import Widget

from ...keys.commands import Commands
from ...view.actions import Panel, Purpose
from ...view.effects import AskNote
from ...view.story import Pane
from ...view.view_state import ViewState
from ..widgets.failure import Failure
from ..widgets.handing_back import covering, hand_back_keys
from ..widgets.key_line import KeyLine
from ..widgets.side_by_side import SideBySide
from ..widgets.status import StatusLine

_Panel = TypeVar("_Panel", bound=Widget)


class Panels:
    """The panels of a screen. What they are made of is loaded with the first one of its kind."""

    def __init__(self, screen: Screen[None], commands: Commands) -> None:
        self._screen = screen
        self._commands = commands

    async def toggle(self, panel: Panel, state: ViewState) -> None:
        """Open a panel, or close it where it is open."""
        match panel:
            case Panel.HELP:
                from ..widgets.help import Help

                (await self._made(Help, lambda: Help(self._commands))).toggle()
            case Panel.FILTER:
                from ..widgets.filter import Filter

                (await self._made(Filter)).toggle()
            case Panel.SUMMARY:
                from ..widgets.summary import Summary

                if state.block is not None:
                    (await self._made_beside(Summary)).toggle(state.block.row)
            case Panel.LEDGER:
                from ..widgets.ledger_panel import LedgerPanel

                ledger = await self._made_beside(LedgerPanel)
                ledger.toggle(ledger.lines.here)
                ledger.begin(state)

    async def show_following(self, state: ViewState) -> None:
        """Give the keys to the lanes or the wordings in the place of the articles; lists are closed."""
        from ..widgets.lanes import Lanes
        from ..widgets.wordings import Wordings

        self._screen.query("ListPanel").remove_class("-open")
        self._screen.remove_class("-listing")
        is_lanes = state.story is not None and state.story.pane is Pane.LANES
        (await self._made(Lanes if is_lanes else Wordings)).focus()

    async def show_reasons(self) -> None:
        """Make the pane with the reasons for a pair, if it is not there; it follows the state."""
        from ..widgets.info import Info

        await self._made(Info, before=Failure)

    def page_reasons(self) -> bool:
        """Show more of the reasons for a pair; return whether there was more."""
        from ..widgets.info import Info

        return any(pane.page() for pane in self._screen.query(Info))

    def close_beside(self, clicked: Widget | None) -> None:
        """Close the panels that cover the articles, after a click beside them; the key line belongs to a panel."""
        panels = covering(self._screen)
        around = clicked.ancestors_with_self if clicked is not None else []
        if panels and not any(widget in panels or isinstance(widget, KeyLine) for widget in around):
            for panel in panels:
                panel.remove_class("-open")
            hand_back_keys(self._screen)

    async def ask(self, purpose: Purpose) -> None:
        """Open the prompt, and hide the lists, which would cover it and the place to go to."""
        from ..widgets.prompt import Prompt

        self._screen.query("ListPanel").remove_class("-open")
        self._screen.remove_class("-listing")
        (await self._made(Prompt)).ask(purpose)

    async def ask_note(self, asked: AskNote) -> None:
        """Open the lines for a note."""
        from ..widgets.note_editor import NoteEditor

        (await self._made(NoteEditor)).ask(asked)

    def end_note(self, is_kept: bool) -> None:
        """Close the lines for a note."""
        from ..widgets.note_editor import NoteEditor

        for editor in self._screen.query(NoteEditor):
            editor.close(is_kept)

    async def _made_beside(self, kind: type[_Panel]) -> _Panel:
        """Return the list of a kind, made at the first time and put beside the articles, which it never covers."""
        for panel in self._screen.query(kind):
            return panel
        made = kind()
        await self._screen.mount(made, after=self._screen.query_one(SideBySide))
        return made

    async def _made(
        self, kind: type[_Panel], make: Callable[[], _Panel] | None = None, before: type[Widget] = StatusLine
    ) -> _Panel:
        """Return the panel of a kind, made at the first time and put before a widget."""
        for panel in self._screen.query(kind):
            return panel
        made = (make or kind)()
        await self._screen.mount(made, before=self._screen.query_one(before))
        return made
