"""The screen that shows a comparison: it holds the state, and the widgets show it.

The comparison is made in a thread worker while the screen is already up. Three reactives are bound down to the widgets:
`comparison`, once it is there, `reading`, how the reader wishes to see it, and `block`, what the reader is at.
"""

import time
from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.reactive import reactive
from textual.screen import Screen
from textual.widgets import Footer
from textual.worker import get_current_worker

from diffing.comparison import compare
from diffing.errors import ReadError
from diffing.model import Article, Comparison, Pair, Row
from tui.commands import bindings
from tui.copying import both_texts, citation, left_text, right_text
from tui.messages import BlockReached, Compared, Comparing, FoldClicked
from tui.reading import AS_FOUND, Block, Category, Form, Reading, nothing_to_open, same_row
from tui.searching import Search
from tui.visible import visible
from tui.widgets.filter import Filter, FilterChosen
from tui.widgets.help import Help
from tui.widgets.info import Info
from tui.widgets.prompt import Prompt, Purpose
from tui.widgets.side_by_side import SideBySide
from tui.widgets.status import StatusLine
from tui.widgets.summary import ChangeChosen, Summary
from tui.widgets.title import TitleLine

_COPIES = {"left": left_text, "right": right_text, "both": both_texts, "citation": citation}


# Work that takes less than this shows no progress.
_BLINK_SECONDS = 0.1
# How often watched files are looked at. A look takes microseconds.
_WATCH_SECONDS = 1.0


class DiffScreen(Screen[None]):
    """Two articles row by row, a title above, the status and the keys below.

    `reread` gives the articles as their files are now; `stamp` a value that changes when the files do,
    if they are to be watched.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings()

    comparison: reactive[Comparison | None] = reactive(None)
    reading: reactive[Reading] = reactive(Reading())
    block: reactive[Block | None] = reactive(None)
    search: reactive[Search | None] = reactive(None)

    def __init__(
        self,
        articles: Pair[Article],
        reread: Callable[[], Pair[Article]] | None = None,
        stamp: Callable[[], object] | None = None,
    ) -> None:
        super().__init__()
        self._articles = articles
        self._reread = reread
        self._stamp = stamp
        self._seen: object = None
        self._is_swapped = False
        self._bookmark: int | None = None
        self._notice_there = ""
        self._before_unfolding = AS_FOUND

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield TitleLine(self._articles).data_bind(DiffScreen.comparison)
        yield SideBySide().data_bind(DiffScreen.comparison, DiffScreen.reading, DiffScreen.search)
        yield Info().data_bind(DiffScreen.comparison, DiffScreen.block)
        yield Prompt()
        yield StatusLine().data_bind(DiffScreen.comparison, DiffScreen.reading, DiffScreen.block)
        yield Footer(show_command_palette=False)
        yield Summary().data_bind(DiffScreen.comparison)
        yield Filter()
        yield Help()

    def on_mount(self) -> None:
        """Start comparing with the screen already up."""
        self._compare()
        if self._stamp is not None:
            self._seen = self._stamp()
            self.set_interval(_WATCH_SECONDS, self._look_again)

    def _look_again(self) -> None:
        """Read the files again if they have changed; while one is being written, the next look will do."""
        if self._stamp is not None and (now := self._stamp()) != self._seen:
            self._seen = now
            self.action_reload()

    @work(thread=True, exclusive=True)
    def _compare(self) -> None:
        worker = get_current_worker()
        last = time.monotonic()

        def tell(stage: str, share: float) -> None:
            nonlocal last
            if time.monotonic() - last > _BLINK_SECONDS and not worker.is_cancelled:
                last = time.monotonic()
                self.post_message(Comparing(stage, share))

        self.post_message(Compared(compare(self._articles, tell)))

    @on(Comparing)
    def _wait(self, message: Comparing) -> None:
        self.query_one(StatusLine).show_progress(message.stage, message.share)

    @on(Compared)
    def _show(self, message: Compared) -> None:
        # A comparison begun before the sides were swapped or the files read again may come late.
        if message.comparison.articles != self._articles:
            return
        self.query_one(StatusLine).end_progress()
        if message.comparison == self.comparison:
            return
        if self.comparison is not None and self._bookmark is not None:
            self._bookmark = same_row(self._bookmark, self.comparison, message.comparison)
        # The block counts rows of the comparison before, which may have had more.
        self.block = None
        self.comparison = message.comparison

    @on(BlockReached)
    def _reach(self, message: BlockReached) -> None:
        if message.block != self.block or self._notice_there:
            self.block = message.block
            if self._notice_there:
                self._tell(self._notice_there)
                self._notice_there = ""

    @property
    def _surface(self) -> SideBySide:
        return self.query_one(SideBySide)

    @property
    def _row(self) -> Row | None:
        if self.comparison is None or self.block is None or self.block.form is Form.FOLD:
            return None
        return self.comparison.rows[self.block.row]

    def _tell(self, notice: str) -> None:
        self.query_one(StatusLine).tell(notice)

    def action_step(self, by: int) -> None:
        """To a neighbouring block; in one taller than the screen, first through it."""
        self._surface.step(by)

    def action_category(self, name: str, by: int) -> None:
        """To the next or previous row of a category; behind the last one the first, saying so."""
        if self.comparison is None or self.block is None:
            return
        category = Category[name]
        rows = self.comparison.rows
        places = range(len(rows)) if by > 0 else range(len(rows) - 1, -1, -1)
        found = [place for place in places if category.holds(rows[place]) and self.reading.lets_through(rows[place])]
        if not found:
            self._tell(f"no {category.value}" + (" among what the filter shows" if self.reading.only else ""))
            return
        here = self.block.row
        ahead = next((place for place in found if (place - here) * by > 0), None)
        again = f"{'first' if by > 0 else 'last'} {category.value} again" if ahead is None else ""
        self._go_to_row(found[0] if ahead is None else ahead, again)

    def action_page(self, by: int) -> None:
        """A screen up or down."""
        self._surface.page(by)

    def action_edge(self, to: int) -> None:
        """To the first or last block."""
        self._surface.current = 0 if to < 0 else len(self._surface.blocks) - 1

    def action_open(self) -> None:
        """Open a fold, or go to the other end of a moved row."""
        if self.block is None:
            return
        if self.block.form is Form.FOLD:
            self.reading = self.reading.open(self.block)
        elif not self._surface.cross():
            self._tell(nothing_to_open(self._row, self.reading.view))

    @on(FoldClicked)
    def _open_fold(self, message: FoldClicked) -> None:
        self.reading = self.reading.open(message.block)

    def action_unfold(self) -> None:
        """Show everything that is folded, or fold it as before."""
        everything = Reading(self.reading.view, folds_furniture=False, shows_typography=self.reading.shows_typography)
        if self.reading != everything:
            self._before_unfolding, self.reading = self.reading, everything
            self._tell("everything is shown; Z folds it again")
        else:
            self.reading = replace(self._before_unfolding, view=self.reading.view)
            self._tell("folded as before")

    def action_view(self) -> None:
        """To the next view."""
        self.reading = replace(self.reading, view=self.reading.view.next())
        self._tell(f"view: {self.reading.view.value}")

    def action_fold_furniture(self) -> None:
        """Fold or show page furniture."""
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

    def action_filter(self) -> None:
        """Choose which kinds are shown."""
        self.query_one(Filter).open()

    @on(FilterChosen)
    def _filter(self, message: FilterChosen) -> None:
        self.reading = replace(self.reading, only=message.only, opened=frozenset())

    def action_info(self) -> None:
        """Show or hide why the current pair is one."""
        self.query_one(Info).toggle_class("-open")

    def action_rival(self) -> None:
        """Go to the next best candidate for the current paragraphs."""
        row = self._row
        rival = row.evidence.rival if row is not None and row.evidence is not None else None
        if row is None or rival is None or self.comparison is None:
            self._tell("no other candidate")
            return
        side, index = ("left", rival.left[0]) if rival.left != row.left else ("right", rival.right[0])
        self._go_to_paragraph(side, index)

    def action_summary(self) -> None:
        """List all changes."""
        if self.block is not None:
            self.query_one(Summary).open(self.block.row)

    @on(ChangeChosen)
    def _go_to_change(self, message: ChangeChosen) -> None:
        self.query_one(Summary).close()
        self._go_to_row(message.row)

    def action_find(self) -> None:
        """Ask what to search for."""
        self.query_one(Prompt).ask(Purpose.SEARCH)

    def action_go_to(self) -> None:
        """Ask for a paragraph number."""
        self.query_one(Prompt).ask(Purpose.PARAGRAPH)

    @on(Prompt.Typed)
    def _search_live(self, message: Prompt.Typed) -> None:
        if message.purpose is Purpose.PARAGRAPH:
            return
        self.search = Search(message.text, message.purpose is Purpose.EXPRESSION) if message.text else None
        self._tell(self._found() if self.search else "")

    @on(Prompt.Done)
    def _answer(self, message: Prompt.Done) -> None:
        self._surface.focus()
        if message.purpose is Purpose.PARAGRAPH:
            if message.text:
                self._go_to_number(message.text)
        elif not message.text:
            self.search = None
        else:
            self.action_find_next(1, from_here=True)

    def _matches(self) -> list[int]:
        """The rows that hold what is searched for."""
        if self.search is None or self.comparison is None:
            return []
        return [index for index in range(len(self.comparison.rows)) if self._match_count(index)]

    def _match_count(self, row: int) -> int:
        if self.search is None or self.comparison is None:
            return 0
        shown = self.comparison.rows[row]
        texts = (self.comparison.left.text(shown.left), self.comparison.right.text(shown.right))
        return sum(len(self.search.stretches(text)) for text in texts)

    def _found(self, at: int | None = None) -> str:
        """How many matches there are, or where among them a row stands."""
        counts = {row: self._match_count(row) for row in self._matches()}
        total = sum(counts.values())
        if not counts:
            return (self.search.fault if self.search else "") or "no match"
        if at is None:
            return f"{total} match{'' if total == 1 else 'es'} in {len(counts)} row{'' if len(counts) == 1 else 's'}"
        before = sum(count for row, count in counts.items() if row < at)
        here = f"{before + 1}" if counts[at] == 1 else f"{before + 1}-{before + counts[at]}"
        return f"match {here} of {total}"

    def action_find_next(self, by: int, from_here: bool = False) -> None:
        """To the next or previous row with a match; a fold that hides one is opened."""
        found = self._matches()
        if not found or self.block is None:
            self._tell(self._found() if self.search else "nothing is searched for")
            return
        here = self.block.row - (by if from_here else 0)
        ordered = found if by > 0 else found[::-1]
        row = next((row for row in ordered if (row - here) * by > 0), ordered[0])
        self._go_to_row(row, self._found(row))

    def action_find_end(self) -> None:
        """End the search."""
        self.search = None
        self._tell("")

    def _go_to_number(self, text: str) -> None:
        side = "right" if text.strip()[:1] in ("r", "R") else "left"
        digits = text.strip("lrLR ")
        if digits.isdecimal() and len(digits) < 10:
            self._go_to_paragraph(side, int(digits) - 1)
        else:
            self._tell("not a paragraph number")

    def _go_to_paragraph(self, side: str, index: int) -> None:
        if self.comparison is None:
            return
        for place, row in enumerate(self.comparison.rows):
            if index in (row.left if side == "left" else row.right):
                self._go_to_row(place)
                return
        self._tell(f"no paragraph {index + 1} on the {side}")

    def _go_to_row(self, row: int, notice: str = "") -> None:
        """Make a row current, opening the fold it is in, and show a notice there."""
        surface = self._surface
        before = surface.block
        block = surface.block_showing(row)
        if block is not None and block.form is Form.FOLD:
            self.reading = self.reading.open(block)
        surface.go_to_row(row)
        if surface.block == before:
            self._tell(notice)
        else:
            self._notice_there = notice

    def action_bookmark(self) -> None:
        """Remember this place."""
        if self.block is not None:
            self._bookmark = self.block.row
            self._tell("bookmark set; ' comes back here")

    def action_bookmark_back(self) -> None:
        """Go to the place remembered, and remember this one."""
        if self._bookmark is None or self.block is None:
            self._tell("no bookmark set")
            return
        back, self._bookmark = self._bookmark, self.block.row
        self._go_to_row(back)

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

    def action_swap(self) -> None:
        """Exchange the sides."""
        self._is_swapped = not self._is_swapped
        self._articles = self._articles.swapped()
        self._begin_again("sides swapped")

    def action_reload(self) -> None:
        """Read the files again and compare them."""
        if self._reread is None:
            self._tell("these articles cannot be read again")
            return
        try:
            articles = self._reread()
        except ReadError as error:
            self._tell(str(visible(str(error))))
            return
        self._articles = articles.swapped() if self._is_swapped else articles
        self._begin_again("read again")

    def _begin_again(self, notice: str) -> None:
        self.reading = replace(self.reading, opened=frozenset())
        self.query_one(TitleLine).show(self._articles)
        self._compare()
        self._tell(notice)

    def action_help(self) -> None:
        """Open or close the help."""
        self.query_one(Help).toggle()

    async def action_interrupt(self) -> None:
        """Copy what is selected; where nothing is, leave."""
        selected = self.get_selected_text()
        if not selected:
            await self.app.action_quit()
            return
        self.app.copy_to_clipboard(selected)
        self.clear_selection()
        self._tell(f"copied: {visible(selected.splitlines()[0])}")

    async def action_quit(self) -> None:
        """Leave."""
        await self.app.action_quit()
