"""Long articles: the screen is there before all words are compared and all heights counted, and never jumps."""

import pytest

from diffing import progressive
from diffing.comparison import compare, pair_up
from diffing.model import Article, Pair
from diffing.stage import Stage
from tests.conftest import MakePair
from tests.tui.running import Running, one_stage, running
from tui.screen.widgets import surface
from tui.screen.widgets.summary import Summary
from tui.screen.widgets.title import TitleLine
from tui.view.layout import Layout
from tui.view.overview import OVERVIEW_WIDTH

SIZE = (120, 30)
PARAGRAPHS = 400


@pytest.fixture(autouse=True)
def _without_a_ledger(monkeypatch: pytest.MonkeyPatch) -> None:
    """A ledger takes longer than all the rest, and its marks would come when they please."""
    monkeypatch.setattr("tui.view.arriving.is_short", lambda comparison: False)


@pytest.fixture(scope="module")
def book(make_pair: MakePair) -> Pair[Article]:
    """Paragraphs of long words, of which fewer stand on a line than their letters would make one expect."""
    words = [f"{at}-{'incomprehensibilities' * (1 + at % 3)}" for at in range(PARAGRAPHS * 12)]
    texts = [" ".join(words[start : start + 3 + start % 11]) for start in range(0, len(words), 12)]
    return make_pair([f"Old {text}" for text in texts], [f"New {text}" for text in texts])


@pytest.fixture(scope="module")
def whole(book: Pair[Article]) -> Stage:
    """The book compared: once for all tests."""
    return Stage(compare(*book))


def layout(run: Running) -> Layout:
    lines = run.surface._lines
    assert lines is not None
    return lines


async def settled(run: Running) -> None:
    while not layout(run).is_settled:
        run.surface._settle_on()
        await run.pilot.pause()


@pytest.mark.parametrize(
    "keys", [["G"], ["G", *["k"] * 9], [*["pagedown"] * 5], ["colon", *"200", "enter"], ["u", "G", "pageup"]]
)
async def test_it_scrolls_one_stage_and_stays_where_it_is_while_the_rest_is_laid_out(
    whole: Stage, monkeypatch: pytest.MonkeyPatch, keys: list[str]
) -> None:
    monkeypatch.setattr("tui.screen.controllers.articles.compared", one_stage(whole))
    monkeypatch.setattr(surface, "_SETTLING_SECONDS", 0.0)
    monkeypatch.setattr(surface, "_SETTLED_BLOCKS", 50)
    monkeypatch.setattr(surface, "_SETTLING_PAUSE_SECONDS", 3600)
    async with running(whole.comparison.articles, size=SIZE) as run:
        await run.press(*keys)
        assert not layout(run).is_settled
        assert run.current_is_in_view()
        before, row, height = run.text(), run.row, layout(run).height
        await settled(run)
        assert layout(run).height != height
        assert (without_overview(run.text()), run.row) == (without_overview(before), row)


def without_overview(text: str) -> list[str]:
    return [line[:-OVERVIEW_WIDTH] for line in text.splitlines()]


async def test_in_the_end_everything_is_compared(
    book: Pair[Article], whole: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progressive, "_SHORT", 10)
    async with running(book, size=SIZE) as run:
        assert run.comparison == whole.comparison
        assert run.row == 0


async def test_words_that_come_leave_the_view_where_it_is(
    book: Pair[Article], whole: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, *later = list(progressive.stages(pair_up(book), lambda: 0))
    async with running(book, size=SIZE) as run:
        assert not later or len(first.rows) - 1 in first.pending
        await run.press("G")
        before = run.text()
        for stage in (*later, whole):
            await run.show_stage(stage)
            await run.pilot.pause()
        assert run.text() == before


@pytest.fixture
def half_compared(book: Pair[Article], monkeypatch: pytest.MonkeyPatch) -> tuple[Stage, Stage]:
    """The book with the words of its first pairs compared, and with those of more; the screen shows the first."""
    for name, value in (("_SHORT", 10), ("_FIRST_STAGE", 100)):
        monkeypatch.setattr(progressive, name, value)
    first, second, *_ = progressive.stages(pair_up(book), lambda: 0)
    monkeypatch.setattr("tui.screen.controllers.articles.compared", one_stage(first))
    return first, second


@pytest.mark.parametrize(
    ("columns", "shown"), [(120, "words of 80 of 400 pairs compared"), (48, "20 % of pairs compared")]
)
async def test_how_far_the_words_are_compared_is_told(
    half_compared: tuple[Stage, Stage], whole: Stage, columns: int, shown: str
) -> None:
    first, second = half_compared
    async with running(first.comparison.articles, size=(columns, 30)) as run:
        assert run.status().strip().endswith(shown)
        assert "difference" not in run.status()
        assert "%" not in run.screen.query_one(TitleLine).render().plain
        await run.show_stage(second)
        await run.pilot.pause()
        assert shown not in run.status()
        await run.show_stage(whole)
        await run.pilot.pause()
        # The first is the headline: that it changed takes the room.
        await run.press("n")
        assert run.status().strip().endswith("2 of 400 differences")


async def test_stepping_says_that_more_may_come(half_compared: tuple[Stage, Stage], whole: Stage) -> None:
    first, _ = half_compared
    async with running(first.comparison.articles, size=SIZE) as run:
        await run.press("a")
        assert run.status().startswith(" no paragraph only right; words are still being compared ")
        await run.press("e", "E")
        assert run.row == 0
        await run.press("E")
        assert run.status().startswith(" last paragraph with some words changed again; words are still being compared ")
        await run.show_stage(whole)
        await run.press("a")
        assert run.status().startswith(" no paragraph only right ")


async def test_the_list_says_what_is_open_and_keeps_its_line(half_compared: tuple[Stage, Stage]) -> None:
    first, second = half_compared
    async with running(first.comparison.articles, size=SIZE) as run:
        await run.press("s", "j", "j", "j")
        assert "80 with some words changed, 320 still to be compared" in run.text()
        await run.show_stage(second)
        await run.pilot.pause()
        assert "320 still" not in run.text()
        assert run.screen.query_one(Summary).lines.selected == 3
