"""The screen that shows a comparison. It decides nothing: it passes actions on, and has the result shown and done.

key, click, thread  ->  action  ->  update(state, action)  ->  state:    bound down to every widget
                                                              notice:   the status line
                                                              effects:  carried out here, by a widget or a helper
"""

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.geometry import Size
from textual.reactive import var
from textual.screen import Screen

from diffing.model import Pair
from diffing.sources.plain import Source

from ..keys.commands import COMMANDS, Commands
from ..reports.report import Original
from ..settings.first_view import settings_of
from ..settings.wishes import NO_WISHES, Wishes
from ..system.sidecar import Sidecar
from ..view import effects
from ..view.actions import ACTIONS, Action, CopySelected, PlainAction, Reach
from ..view.article_source import Sources
from ..view.effects import Effect, PlainEffect
from ..view.find import Finding
from ..view.reducer import update
from ..view.story import Pane
from ..view.view_state import ViewState
from ..worker.client import Comparer
from .bindings import bindings
from .controllers import articles, search_scan
from .controllers.copying import Copying
from .controllers.keeping import Keeping
from .controllers.ledger_maker import LedgerMaker
from .controllers.panels import Panels
from .controllers.reporting import Reporting
from .controllers.story_steps import StorySteps, Told
from .messages import Do
from .widgets.answer import Answer
from .widgets.failure import Failure
from .widgets.key_line import KeyLine
from .widgets.side_by_side import SideBySide
from .widgets.status import StatusLine
from .widgets.title import TitleLine
from .widgets.versions import Versions

# In lower windows title, answer and keys are left out.
_ALL_LINES_FROM = 7
# In lower windows the lines between title, articles and status are needed for reading.
_BLANK_LINES_FROM = 18
_ROOMY_FROM = 30
# In wider windows, in cells, a list stands beside the articles; in others below them.
_LIST_BESIDE_FROM = 150


class DiffScreen(Screen[None]):
    """Two articles row by row, a title above, the status and the keys below.

    `reread` returns what stands in the files now; `stamp` a value that changes when the files do, if they are to be
    watched. `commands` are the table's, with the reader's own keys. `comparer` is comparing what is given already.
    `originals` are the facts of the files that were read last. `wishes` are the reader's settings. `sidecar` has the
    reader's review and keeps it. `told` is a story in many versions, of which the articles given are two.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings()

    # Not painted by the screen itself: it would paint all of its widgets again.
    state: var[ViewState] = var(ViewState())

    def __init__(
        self,
        given: Pair[Source],
        reread: Callable[[], Pair[Source]] | None = None,
        stamp: Callable[[], object] | None = None,
        commands: Commands = COMMANDS,
        comparer: Comparer | None = None,
        originals: Callable[[], Pair[Original]] | None = None,
        wishes: Wishes = NO_WISHES,
        sidecar: Sidecar | None = None,
        told: Told | None = None,
    ) -> None:
        super().__init__()
        sources = Sources(given, reread, stamp, wishes.rules)
        sidecar = sidecar or Sidecar(None)
        state = ViewState(commands, sources.can_be_read_again, settings=settings_of(wishes), review=sidecar.review)
        self.set_reactive(DiffScreen.state, state if told is None else replace(state, story=told.story))
        self._steps = None if told is None else StorySteps(self, told)
        self._keeping = Keeping(self, sidecar)
        self._articles = articles.ArticlesOnScreen(self, sources, self._row_in_view, comparer)
        self._ledger = LedgerMaker(self, wishes.rules)
        self._copying = Copying(self)
        self._reporting = Reporting(self, lambda: sources.as_shown(originals()) if originals else None)
        self._search = search_scan.SearchScan(lambda: self.state, self.dispatch, self._show_matches)
        self._panels = Panels(self, commands)

    def compose(self) -> ComposeResult:
        """Yield the widgets from top to bottom."""
        yield TitleLine(self._articles.sources.given).data_bind(DiffScreen.state)
        if self._steps is not None:
            yield Versions().data_bind(DiffScreen.state)
        yield Answer(self.state.commands).data_bind(DiffScreen.state)
        with Container(id="reading"):
            yield SideBySide().data_bind(DiffScreen.state)
        yield Failure(self.state.commands).data_bind(DiffScreen.state)
        yield StatusLine(self.state.commands).data_bind(DiffScreen.state)
        yield KeyLine(self.state.commands).data_bind(DiffScreen.state)

    async def on_mount(self) -> None:
        """Compare: a short pair before the first picture, a long one with the screen already up."""
        self._search.use_timer(self.set_interval(search_scan.FRAME_SECONDS, self._search.scan, pause=True))
        if self._articles.sources.are_watched:
            self.set_interval(articles.WATCH_SECONDS, self._look_again)
        await self.dispatch(PlainAction.BEGIN_COMPARING)

    def on_unmount(self) -> None:
        """End the comparison under way, when the review is kept."""
        self._keeping.finish()
        self._articles.end()
        if self._steps is not None:
            self._steps.end()

    def on_resize(self, event: events.Resize) -> None:
        """Take the size of the window, and style all widgets once if it needs that."""
        before = self.classes
        self.fit(event.size)
        if self.classes != before:
            self.update_node_styles()

    def fit(self, size: Size) -> None:
        """Leave blank lines out of a low window; Textual's breakpoints would style every widget at each size.

        The app asks for it before the widgets are styled for the first time: each time takes as long as a picture.
        """
        self.set_class(size.height < _BLANK_LINES_FROM, "-low", update=False)
        self.set_class(size.height < _ALL_LINES_FROM, "-tiny", update=False)
        self.set_class(size.height >= _ROOMY_FROM, "-roomy", update=False)
        self.set_class(size.width >= _LIST_BESIDE_FROM, "-wide", update=False)

    def on_click(self, event: events.Click) -> None:
        """Close panels over the articles that the click was not in."""
        self._panels.close_beside(event.widget)

    @property
    def surface(self) -> SideBySide:
        """The articles."""
        return self.query_one(SideBySide)

    def action_note_done(self, is_kept: bool) -> None:
        """Close the note that is being written."""
        self._panels.end_note(is_kept)

    async def action_do(self, id: str) -> None:
        """Do what the command with this id is for."""
        await self.dispatch(ACTIONS[id])

    @on(Do)
    async def _do(self, message: Do) -> None:
        await self.dispatch(message.action)

    async def dispatch(self, action: Action) -> None:
        """Take an action: show the state that comes of it, and its notice, and carry out its effects."""
        transition = update(self.state, action)
        self.state = transition.state
        pane = Pane.ARTICLES if self.state.story is None else self.state.story.pane
        self.set_class(pane is not Pane.ARTICLES, "-following")
        self.set_class(pane is Pane.LANES, "-lanes")
        self.set_class(pane is Pane.WORDINGS, "-wordings")
        if transition.notice is not None:
            self.query_one(StatusLine).show_notice(transition.notice)
        for effect in transition.effects:
            await self._carry_out(effect)

    async def _carry_out(self, effect: Effect) -> None:
        match effect:
            case effects.ScrollInside():
                if not self.surface.scroll_inside(effect.by):
                    await self.dispatch(effect.otherwise)
            case effects.ScrollPage():
                block, stage = self.surface.page(effect.by), self.state.stage
                await self.dispatch(effect.otherwise if block is None or stage is None else Reach(block, stage))
            case effects.PageReasons():
                if not self._panels.page_reasons():
                    await self.dispatch(effect.otherwise)
            case PlainEffect.REVEAL:
                self.surface.reveal()
            case PlainEffect.REVEAL_MATCH:
                self.surface.reveal_match()
            case PlainEffect.FOCUS_ARTICLES:
                self.surface.focus()
            case effects.RestartSearch(counts):
                await self._search.restart(counts)
            case PlainEffect.SEEK_MATCH:
                await self._search.seek()
            case effects.MakeLedger(comparison):
                self._ledger.make(comparison)
            case effects.TogglePanel(panel):
                await self._panels.toggle(panel, self.state)
            case PlainEffect.SHOW_PANE:
                await self._panels.show_following(self.state)
            case PlainEffect.SHOW_REASONS:
                await self._panels.show_reasons()
            case effects.Ask(purpose):
                await self._panels.ask(purpose)
            case _:
                await self._carry_out_beyond_the_screen(effect)

    async def _carry_out_beyond_the_screen(self, effect: Effect) -> None:
        """Carry out an effect on the articles given, the clipboard or the program."""
        match effect:
            case effects.KeepReview():
                self._keeping.keep(effect)
            case effects.AskNote():
                await self._panels.ask_note(effect)
            case effects.Compare(attempt, review):
                for there_at_once in self._articles.compare(attempt, review):
                    await self.dispatch(there_at_once)
            case effects.WantStep(ends):
                assert self._steps is not None, "a step is of a story"
                for there_at_once in self._steps.want(ends):
                    await self.dispatch(there_at_once)
            case effects.KeepArticles(kept):
                self._articles.keep(kept)
            case PlainEffect.EXCHANGE_SIDES:
                self._articles.sources.swap()
                self._name_articles()
            case effects.GiveFiles(given):
                self._articles.sources.take(given)
                self._name_articles()
            case PlainEffect.READ_FILES:
                self._articles.read_again()
            case effects.CopyText(text):
                if (told := self._copying.copy(text)) is not None:
                    await self.dispatch(told)
            case effects.WriteReport() | effects.WriteHistory():
                self._reporting.write(effect)
            case PlainEffect.READ_SELECTION:
                selected = self.get_selected_text() or ""
                await self.dispatch(CopySelected(selected))
                if selected:
                    self.clear_selection()
            case effects.Leave(failure):
                self._keeping.finish()
                # The palette's own search goes on without its screen otherwise, and fails.
                self.app.workers.cancel_all()
                if failure:
                    self.app.exit(failure, return_code=1)
                else:
                    await self.app.action_quit()
            case PlainEffect.SUSPEND_PROCESS:
                self.app.action_suspend_process()
            case PlainEffect.SHOW_PALETTE:
                self.app.action_command_palette()
            case _:
                raise AssertionError(f"no way to carry out {effect!r}")

    def _name_articles(self) -> None:
        self.query_one(TitleLine).show(self._articles.sources.given)

    def _show_matches(self, finding: Finding | None) -> None:
        self.surface.finding = finding

    def _row_in_view(self) -> int:
        return self.state.block.row if self.state.block is not None else 0

    async def _look_again(self) -> None:
        """Read the files again if they have changed; while one is being written, the next look will do."""
        if self._articles.sources.have_changed():
            await self.dispatch(PlainAction.READ_AGAIN)
