"""The screen that shows a comparison: it holds the state, and the widgets show it.

It is built in layers, each with the commands of its subject: going places (`navigation`), searching on top of that
(`search`), what matters (`ledger`), comparing and reading again (`comparing`), and here what is shown, the panels and
copying. Reactives are bound down to the widgets: `comparison`, once it is there, `reading`, how the reader wishes to
see it, `block`, what the reader is at, `finding`, what a search finds, and `marking`, where what matters stands.
"""

from dataclasses import replace
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.reactive import var

from ...keys.commands import bindings, key_label
from ...present.citations import both_texts, citation, left_text, right_text
from ...text.sanitize import visible
from ...view.view_state import AS_FOUND, Reading, View
from ..messages import ChangeChosen, FilterChosen, FoldClicked
from ..widgets.failure import Failure
from ..widgets.key_line import KeyLine
from ..widgets.side_by_side import SideBySide
from ..widgets.status import StatusLine
from ..widgets.title import TitleLine
from .comparing import ComparingScreen

_COPIES = {"left": left_text, "right": right_text, "both": both_texts, "citation": citation}

# In lower windows the lines between title, articles and status are needed for reading.
_BLANK_LINES_FROM = 18


class DiffScreen(ComparingScreen):
    """Two articles row by row, a title above, the status and the keys below; it is given what `ComparingScreen` is."""

    BINDINGS: ClassVar[list[BindingType]] = bindings()

    # Whether the reasons for a pair are open, and no search was begun after they were opened.
    closes_reasons: var[bool] = var(False)

    # How it was read before everything was unfolded.
    _before_unfolding: Reading = AS_FOUND

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield TitleLine(self._sources.given).data_bind(DiffScreen.stage)
        yield SideBySide().data_bind(DiffScreen.stage, DiffScreen.reading, DiffScreen.finding, DiffScreen.marking)
        yield Failure(self._commands)
        yield StatusLine(self._commands).data_bind(
            DiffScreen.stage, DiffScreen.reading, DiffScreen.block, DiffScreen.marking
        )
        yield KeyLine(self._commands).data_bind(
            DiffScreen.reading,
            DiffScreen.block,
            DiffScreen.search,
            DiffScreen.stage,
            DiffScreen.closes_reasons,
            DiffScreen.leads_back,
            DiffScreen.leads_forth,
        )

    def on_resize(self, event: events.Resize) -> None:
        """Without Textual's breakpoints, which style every widget anew also where all is as it was."""
        self.set_class(event.size.height < _BLANK_LINES_FROM, "-low")

    @on(FoldClicked)
    def _open_fold(self, message: FoldClicked) -> None:
        self.reading = self.reading.open(message.block)

    def action_unfold(self) -> None:
        """Show everything that is folded, or fold it as before."""
        everything = Reading(self.reading.view, folds_furniture=False, shows_typography=self.reading.shows_typography)
        if self.reading != everything:
            self._before_unfolding, self.reading = self.reading, everything
            self._tell(f"everything is shown; {key_label(self._commands, 'unfold-all')} folds it again")
        else:
            self.reading = replace(self._before_unfolding, view=self.reading.view)
            self._tell("folded as before")

    def action_view(self) -> None:
        """To the next view, which is another than the one shown."""
        usual = self._surface.usual_view
        view = self.reading.view.next(usual)
        self.reading = replace(self.reading, view=view)
        self._tell(f"view: {f'{usual.value}, {view.value}' if view is View.AUTOMATIC else view.value}")

    def action_fold_furniture(self) -> None:
        """Fold or show page furniture, if there is any."""
        if self.comparison is not None and not any(row.furniture for row in self.comparison.rows):
            self._tell("there is no page furniture")
            return
        if self.reading.only:
            self._tell("the filter leaves page furniture out")
            return
        self.reading = replace(self.reading, folds_furniture=not self.reading.folds_furniture, opened=frozenset())
        self._tell("page furniture is folded" if self.reading.folds_furniture else "page furniture is shown")

    def action_fold_unchanged(self) -> None:
        """Fold or show unchanged paragraphs."""
        self.reading = replace(self.reading, folds_unchanged=not self.reading.folds_unchanged, opened=frozenset())
        self._tell("unchanged is folded" if self.reading.folds_unchanged else "unchanged is shown")

    def action_typography(self) -> None:
        """Mark what is only set differently, or leave it unmarked."""
        self.reading = replace(self.reading, shows_typography=not self.reading.shows_typography)
        count = sum(row.typographic for row in self.comparison.rows) if self.comparison else 0
        self._tell(f"{count} typographic {'marked' if self.reading.shows_typography else 'not marked'}")

    async def action_filter(self) -> None:
        """Choose which kinds are shown."""
        from ..widgets.filter import Filter

        (await self._panel(Filter)).toggle()

    @on(FilterChosen)
    def _filter(self, message: FilterChosen) -> None:
        self.reading = replace(self.reading, only=message.only, opened=frozenset())

    async def action_info(self) -> None:
        """Show or hide why the current pair is one."""
        from ..widgets.info import Info

        self.closes_reasons = (await self._panel(Info, before=Failure)).toggle_class("-open").has_class("-open")

    def watch_search(self) -> None:
        """A search is ended before the reasons are closed that were open already."""
        super().watch_search()
        self.closes_reasons = self.search is None and bool(self.query("Info.-open"))

    def action_close(self) -> None:
        """Close the reasons or end the search, whichever was opened last."""
        if self.closes_reasons:
            self.query("Info").remove_class("-open")
            self.closes_reasons = False
        else:
            super().action_close()

    async def action_summary(self) -> None:
        """List all changes."""
        from ..widgets.summary import Summary

        if self.block is not None:
            (await self._panel(Summary)).toggle(self.block.row)

    @on(ChangeChosen)
    def _go_to_change(self, message: ChangeChosen) -> None:
        self._jump_to_row(message.row)

    def action_copy(self, what: str) -> None:
        """Copy texts of the current row to the clipboard, by the terminal's own means (OSC 52)."""
        row = self._row
        if row is None or self.comparison is None:
            return
        text = _COPIES[what](self.comparison, row)
        if text:
            self.app.copy_to_clipboard(text)
            self._tell(f"copied: {visible(text.splitlines()[0])}")
        else:
            self._tell("nothing to copy on that side")

    async def action_help(self) -> None:
        """Open or close the help."""
        from ..widgets.help import Help

        (await self._panel(Help, lambda: Help(self._commands))).toggle()

    async def action_interrupt(self) -> None:
        """Copy what is selected; where nothing is, leave."""
        selected = self.get_selected_text()
        if not selected:
            await self.action_quit()
            return
        self.app.copy_to_clipboard(selected)
        self.clear_selection()
        self._tell(f"copied: {visible(selected.splitlines()[0])}")
