"""The app under test, and a comparison made by hand that engine changes leave alone."""

from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from functools import cache

from textual.pilot import Pilot
from textual.widget import Widget

from diffing import progressive
from diffing.comparison import with_directions
from diffing.formats.review_json import review_from_json
from diffing.ledger import build
from diffing.ledger.core.details import Counted, Extent
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Ledger, Subject
from diffing.measures.survival import survival
from diffing.model import Article, Comparison, Evidence, Kind, Op, Pair, Paragraph, Place, Row, Span
from diffing.pins import NO_PINS
from diffing.review.applying import pins_for
from diffing.rules.rule import NO_RULES, Rules
from diffing.sources import plain
from diffing.sources.plain import Source
from diffing.stage import Progress, Stage
from tui.screen.app import NewsdiffApp
from tui.screen.diff_screen import DiffScreen
from tui.screen.widgets.side_by_side import SideBySide
from tui.screen.widgets.status import StatusLine
from tui.system.sidecar import Sidecar
from tui.view import arriving
from tui.view.actions import Action, ShowStage
from tui.view.find import Finding
from tui.view.outline import Block, BlockForm, row_block
from tui.view.searching import restarted_where_needed
from tui.view.settings import ViewSettings
from tui.view.transition import Transition
from tui.view.view_state import ViewState

SENTENCE = "Officials travelled to the capital on Saturday for talks that neither government had announced. "
ROUNDS = 6


@cache
def story() -> Comparison:
    """Rows of every kind, again and again: enough for several screens."""
    lefts: list[str] = []
    rights: list[str] = []
    rows: list[Row] = []
    moved: list[int] = []

    def both(kind: Kind, left: str, right: str, evidence: Evidence | None = None) -> None:
        op = Op.EQUAL if kind is Kind.UNCHANGED else Op.REPLACE
        rows.append(Row(kind, (len(lefts),), (len(rights),), False, 0.5, (Span(op, left, right),), evidence))
        lefts.append(left)
        rights.append(right)

    for turn in range(ROUNDS):
        same = f"Paragraph {turn}. {SENTENCE}"
        both(Kind.UNCHANGED, same, same)
        both(Kind.EDITED, f"Old {turn}. {SENTENCE}", f"New {turn}. {SENTENCE}")
        rows.append(Row(Kind.ADDED, (), (len(rights),), False, 0.0, (Span(Op.INSERT, "", f"Added {turn}."),)))
        rights.append(f"Added {turn}.")
        rows.append(Row(Kind.OMITTED, (len(lefts),), (), False, 0.0, (Span(Op.DELETE, f"Omitted {turn}.", ""),)))
        lefts.append(f"Omitted {turn}.")
        rival = Pair((0,), (len(rights),))
        both(Kind.PARAPHRASED, "So he said.", "He told it so.", evidence=Evidence(1.0, 0.2, rival, ("he",), False))
        both(Kind.EDITED, "Perhaps so.", "Perhaps.", evidence=Evidence(0.1, 0.0, None, (), True))
        share = Span(Op.INSERT, "", f"Share this {turn}")
        rows.append(Row(Kind.ADDED, (), (len(rights),), False, 0.0, (share,), furniture=True))
        rights.append(share.right)
        text = f"Moved {turn}. {SENTENCE}"
        moved.append(len(rows))
        rows.append(Row(Kind.UNCHANGED, (0,), (len(rights),), True, 1.0, (Span(Op.EQUAL, text, text),)))
        rights.append(text)
    for index in moved:
        rows[index] = replace(rows[index], left=(len(lefts),))
        lefts.append(rows[index].spans[0].left)
    counted = tuple(replace(row, words=survival(row.spans).words) for row in rows)
    return Comparison(article(lefts, "monday/left.txt"), article(rights, "tuesday/right.txt"), with_directions(counted))


def article(texts: Sequence[str], source: str = "a.txt") -> Article:
    """An article of these paragraphs, two line feeds apart."""
    found = []
    start = 0
    for text in texts:
        found.append(Paragraph(text, start, start + len(text)))
        start += len(text) + 2
    return Article(source, tuple(found), "utf-8")


class Here:
    """In the place of `Stages`: stages made in this process, one when it is asked for, and the ledger of the last."""

    def __init__(self, progressive: Iterator[Stage]) -> None:
        self._stages = progressive
        self._last: Stage | None = None
        self.ledger: Ledger | None = None
        self.no_ledger = ""

    def __iter__(self) -> Iterator[Stage]:
        return self

    def __next__(self) -> Stage:
        stage = next(self._stages, None)
        if stage is not None:
            self._last = stage
            return stage
        if self._last is not None and self._last.is_finished and vars(arriving)["is_short"](self._last.comparison):
            try:
                self.ledger = build.ledger(self._last.comparison)
            except ValueError as error:
                self.no_ledger = str(error)
        raise StopIteration

    def wait(self, seconds: float) -> bool:
        """Short articles are there at once."""
        return seconds > 0

    def take_what_is_there(self) -> None:
        """The ledger of a short one comes a moment later."""

    def close(self) -> None:
        """What is being made here goes on, and nobody listens."""


def compared_here(
    given: Pair[Source],
    progress: Progress,
    row_in_view: Callable[[], int],
    comparer: object = None,
    review: str = "",
    rules: Rules = NO_RULES,
) -> Here:
    """In the place of `compared`: the same without another process."""
    articles = given.map(plain.article)
    pins = pins_for(review_from_json(review), articles) if review else NO_PINS
    return Here(progressive.compared(articles, progress, row_in_view, pins=pins, rules=rules))


def at_once(make: Callable[..., Comparison]) -> Callable[..., Here]:
    """In the place of `compared`: the comparison that `make` makes of articles and progress, as the only stage."""

    def compared(articles: Pair[Article], progress: Progress, *_: object, **_options: object) -> Here:
        return Here(Stage(make(articles, progress)) for _ in range(1))

    return compared


def one_stage(stage: Stage) -> Callable[..., Here]:
    """In the place of `compared`: this stage, and no other."""
    return lambda *_, **_options: Here(iter([stage]))


def by_hand(articles: Pair[Article], *_: object) -> Comparison:
    """In the place of `compare`: the story, or the story with its sides exchanged."""
    rows = story().rows
    if articles == story().articles:
        return story()
    mirrored = [
        Row(
            {Kind.ADDED: Kind.OMITTED, Kind.OMITTED: Kind.ADDED}.get(row.kind, row.kind),
            row.right,
            row.left,
            row.moved,
            row.similarity,
            tuple(span.mirrored() for span in row.spans),
            furniture=row.furniture,
        )
        for row in rows
    ]
    return Comparison(story().right, story().left, with_directions(mirrored))


ROWS = story().rows
# Two rows of a round in the middle, so that there is something before and behind, and one at the beginning.
EDITED = next(at for at, row in enumerate(ROWS) if row.spans[0].left.startswith("Old 2"))
RETOLD = next(at for at, row in enumerate(ROWS) if row.kind is Kind.PARAPHRASED and at > EDITED)
ADDED = next(at for at, row in enumerate(ROWS) if row.kind is Kind.ADDED)


def ledger_by_hand(comparison: Comparison, **_options: object) -> Ledger:
    """In the place of `ledger`, for the story: a number changed, a source gone, and a paragraph more; else nothing."""
    if len(comparison.rows) != len(ROWS):
        return Ledger((), Pair("en", "en"))
    left, right = ROWS[EDITED].left[0], ROWS[EDITED].right[0]
    gone = ROWS[RETOLD].left[0]
    return Ledger(
        (
            Entry(
                Subject.NUMBER,
                Change.CHANGED,
                (Place(left, 4, 5),),
                (Place(right, 4, 5),),
                Location.SAME_PLACE,
                Counted("dogs"),
            ),
            Entry(Subject.SOURCE, Change.GONE, (Place(gone, 3, 5),), (), Location.SAME_SENTENCE),
            Entry(
                Subject.CONTENT,
                Change.NEW,
                (),
                (Place(ROWS[ADDED].right[0], 0, 5),),
                Location.NOWHERE,
                Extent(is_whole=True),
            ),
        ),
        Pair("en", "en"),
    )


def row_where(kind: Kind | None = None, **is_: bool) -> int:
    """The first row of the story of a kind, or where something is so."""
    return next(
        index
        for index, row in enumerate(story().rows)
        if kind in (None, row.kind) and all(getattr(row, name) is value for name, value in is_.items())
    )


class Running:
    """The app under test with what a test looks at."""

    def __init__(self, pilot: Pilot[str]) -> None:
        self.pilot = pilot
        self.app = pilot.app
        screen = pilot.app.screen
        assert isinstance(screen, DiffScreen)
        self.screen = screen
        self.surface = screen.query_one(SideBySide)

    @property
    def state(self) -> ViewState:
        return self.screen.state

    @property
    def block(self) -> Block:
        assert self.state.block is not None
        return self.state.block

    @property
    def row(self) -> int:
        return self.block.row

    @property
    def settings(self) -> ViewSettings:
        return self.state.settings

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def do(self, action: Action) -> None:
        await self.screen.dispatch(action)
        await self.pilot.pause()

    async def show(self, settings: ViewSettings) -> None:
        """Show what these settings say, as if the reader had chosen them."""
        chosen = restarted_where_needed(self.state, Transition(self.state.with_settings(settings)))
        self.screen.state = chosen.state
        for effect in chosen.effects:
            await self.screen._carry_out(effect)
        await self.pilot.pause()

    async def show_stage(self, stage: Stage) -> None:
        """Show a stage as if it had come from the process that compares."""
        await self.do(ShowStage(stage, self.state.attempt))

    async def go_to(self, row: int) -> None:
        self.screen.state = replace(self.state, at=row_block(row))
        self.surface.reveal()
        await self.pilot.pause()
        assert self.row == row

    async def go_to_place(self, place: int) -> None:
        """Go to the block at an index."""
        self.screen.state = replace(self.state, at=self.surface.blocks[place])
        self.surface.reveal()
        await self.pilot.pause()

    @property
    def comparison(self) -> Comparison:
        assert self.state.comparison is not None
        return self.state.comparison

    @property
    def finding(self) -> Finding:
        assert self.surface.finding is not None
        return self.surface.finding

    def match(self) -> tuple[int, int] | None:
        """The row and the cell of the match that the reader went to."""
        match = self.state.match
        return None if match is None else (match.row, match.cell)

    def focused(self) -> Widget | None:
        """Return what has the focus now; of a property mypy believes that it stays."""
        return self.app.focused

    def status(self) -> str:
        return self.screen.query_one(StatusLine).render().plain

    def text(self) -> str:
        """All that stands on the screen."""
        return "\n".join(strip.text for strip in self.screen._compositor.render_strips())

    def current_is_in_view(self) -> bool:
        bar = [y for y in range(self.surface.size.height) if "▌" in self.surface.render_line(y).text]
        return bool(bar)


@asynccontextmanager
async def running(
    articles: Pair[Article],
    size: tuple[int, int] = (120, 30),
    reread: Callable[[], Pair[Article]] | None = None,
    sidecar: Sidecar | None = None,
) -> AsyncIterator[Running]:
    async with NewsdiffApp(articles, reread, sidecar=sidecar).run_test(size=size) as pilot:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        yield Running(pilot)


def folded(run: Running) -> set[int]:
    """The rows that are in folds."""
    return {row for block in run.surface.blocks if block.form is BlockForm.FOLD for row in block.rows}
