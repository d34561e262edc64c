"""The screen under the reader's hands: stepping, the mouse, and the size of the window."""

import unicodedata

import pytest
from textual.events import MouseScrollDown, MouseScrollUp

from diffing.model import Article, Comparison, Kind, Pair
from tests.conftest import MakeArticle, MakePair
from tests.tui.running import ADDED, EDITED, SENTENCE, Running, at_once, running
from tui.keys.commands import COMMANDS
from tui.present.labels import SIGNS
from tui.screen.app import NewsdiffApp
from tui.screen.bindings import action_name
from tui.screen.diff_screen import DiffScreen
from tui.screen.widgets.help import Help
from tui.screen.widgets.side_by_side import SideBySide
from tui.text.sanitize import visible
from tui.view.actions import Page, Step

pytestmark = pytest.mark.usefixtures("_with_every_frame")


@pytest.mark.usefixtures("_compared_by_hand")
async def test_the_first_screen(story: Comparison) -> None:
    async with running(story.articles) as run:
        text = run.text()
        assert "monday/left.txt" in text.splitlines()[0] or "left.txt" in text.splitlines()[0]
        assert "right.txt" in text.splitlines()[0]
        assert "Facts       2 → 2 dogs" in text
        # The reader is at the first change that matters.
        assert run.row == ADDED
        assert run.current_is_in_view()
        assert run.status().startswith(" ¶3  only right  + Added")
        assert run.status().endswith(" 1 of 3 that matter ")
        assert "New 0." in text
        for sign in (SIGNS[Kind.EDITED], SIGNS[Kind.ADDED]):
            assert sign in text
        assert run.app.focused is run.surface


@pytest.mark.usefixtures("_compared_by_hand")
async def test_stepping_through_everything_and_back(story: Comparison) -> None:
    async with running(story.articles) as run:
        await run.press("g")
        last = len(run.surface.blocks) - 1
        for expected in [*range(1, last + 1), last, last]:
            await run.screen.dispatch(Step(1))
            assert run.surface.current == expected
            assert run.current_is_in_view()
        for expected in [*range(last - 1, -1, -1), 0, 0]:
            await run.screen.dispatch(Step(-1))
            assert run.surface.current == expected
            assert run.current_is_in_view()
        assert run.surface.scroll_offset.y == 0


@pytest.mark.usefixtures("_compared_by_hand")
async def test_paging_through_everything_and_back(story: Comparison) -> None:
    async with running(story.articles) as run:
        await run.press("g")
        seen: set[int] = set()
        for _ in range(50):
            y = run.surface.scroll_offset.y
            seen.update(range(y, y + run.surface.size.height))
            await run.screen.dispatch(Page(1))
        assert run.surface.current == len(run.surface.blocks) - 1
        assert set(range(run.surface.virtual_size.height)) <= seen
        for _ in range(50):
            await run.screen.dispatch(Page(-1))
        assert run.surface.current == 0


async def test_a_row_taller_than_the_screen_is_read_to_its_end(make_pair: MakePair) -> None:
    texts = [SENTENCE * 30, "The end."]
    async with running(make_pair(texts, texts), size=(60, 15)) as run:
        steps = 0
        while run.surface.current == 0 and steps < 60:
            before = run.surface.scroll_offset.y
            await run.press("j")
            steps += 1
            assert run.surface.current == 1 or run.surface.scroll_offset.y > before
            assert run.surface.scroll_offset.y - before <= run.surface.size.height
        assert run.surface.current == 1
        assert steps > 2


@pytest.mark.usefixtures("_compared_by_hand")
async def test_help_opens_over_the_articles_and_gives_the_keys_back(story: Comparison) -> None:
    async with running(story.articles, size=(120, 60)) as run:
        for closing in ("question_mark", "escape", "q", "enter"):
            await run.press("question_mark")
            panel = run.screen.query_one(Help)
            assert panel.display
            assert run.app.focused is panel
            assert "Some keys" in run.text()
            assert "next, previous change that matters" in run.text()
            # A second press shows all keys, a third one closes.
            if closing == "question_mark":
                await run.press(closing)
                for command in COMMANDS[:8]:
                    assert command.title in run.text()
            await run.press(closing)
            assert not panel.display
            assert run.app.return_code is None
            assert run.app.focused is run.surface
            before = run.surface.current
            await run.press("j")
            assert run.surface.current == before + 1


@pytest.mark.usefixtures("_compared_by_hand")
async def test_keys_move_the_articles_not_behind_the_help(story: Comparison) -> None:
    async with running(story.articles) as run:
        before = run.surface.current
        await run.press("question_mark", "j", "j", "down", "pagedown", "end")
        assert run.surface.current == before


@pytest.mark.usefixtures("_compared_by_hand")
async def test_a_click_makes_a_row_current(story: Comparison) -> None:
    async with running(story.articles) as run:
        await run.press("g")
        other = next(y for y in range(run.surface.size.height) if "Added 0." in run.surface.render_line(y).text)
        await run.pilot.click(SideBySide, offset=(70, other))
        await run.pilot.pause()
        assert run.comparison.rows[run.row].kind is Kind.ADDED
        assert run.status().startswith(" ¶3  only right  + Added ")


@pytest.mark.usefixtures("_compared_by_hand")
async def test_the_wheel_moves_the_view_and_the_current_row_stays_on_it(story: Comparison) -> None:
    async with running(story.articles) as run:
        await run.press("g")
        for _ in range(4):
            y = run.surface.scroll_offset.y
            await run.pilot._post_mouse_events([MouseScrollDown], SideBySide)
            await run.pilot.pause()
            assert run.surface.scroll_offset.y > y
            assert run.current_is_in_view()
        for _ in range(6):
            await run.pilot._post_mouse_events([MouseScrollUp], SideBySide)
        await run.pilot.pause()
        assert run.surface.scroll_offset.y == 0
        assert run.current_is_in_view()


@pytest.mark.usefixtures("_compared_by_hand")
@pytest.mark.parametrize("size", [(80, 24), (200, 60), (40, 12), (120, 10)])
async def test_a_resize_keeps_the_row(story: Comparison, size: tuple[int, int]) -> None:
    async with running(story.articles) as run:
        await run.go_to(EDITED)
        await run.pilot.resize_terminal(*size)
        await run.pilot.pause()
        assert run.row == EDITED
        assert run.current_is_in_view()
        await run.pilot.resize_terminal(120, 30)
        await run.pilot.pause()
        assert run.row == EDITED
        assert run.current_is_in_view()


@pytest.mark.usefixtures("_compared_by_hand")
@pytest.mark.parametrize("size", [(1, 1), (2, 2), (5, 100), (10, 3), (300, 1), (300, 100)])
async def test_a_window_of_any_size(story: Comparison, size: tuple[int, int]) -> None:
    async with running(story.articles, size=size) as run:
        await run.press("G", "g", "n", "pagedown", "question_mark")
        assert tuple(run.app.size) == size
        assert run.app.is_running


PRESSED = ("j", "k", "n", "p", "pagedown", "pageup", "g", "G", "enter", "u", "f", "z", "question_mark", "escape")


async def everything(screen: DiffScreen) -> None:
    """Every command but the one that ends the program, twice."""
    for command in (*COMMANDS, *COMMANDS):
        if command.id not in ("quit", "interrupt"):
            await screen.run_action(action_name(command.id))


async def test_empty_articles(make_pair: MakePair) -> None:
    async with running(make_pair([], [])) as run:
        assert "empty" in run.status()
        await everything(run.screen)
        await run.pilot.pause()
        assert run.app.return_code is None
        assert run.comparison.rows == ()


@pytest.mark.parametrize("sides", [([], ["One."]), (["One."], [])])
async def test_one_empty_article(make_pair: MakePair, sides: tuple[list[str], list[str]]) -> None:
    async with running(make_pair(*sides)) as run:
        await run.press(*PRESSED)
        assert "One." in run.text()


async def test_identical_articles(make_pair: MakePair) -> None:
    async with running(make_pair(["One.", "Two."], ["One.", "Two."])) as run:
        assert "no differences" in run.status()
        await run.press("n")
        assert run.row == 0
        assert "no difference" in run.status()
        await run.press(*PRESSED)
        assert run.app.return_code is None


async def test_keys_before_the_comparison_is_there(make_pair: MakePair, monkeypatch: pytest.MonkeyPatch) -> None:
    from threading import Event

    from diffing.comparison import compare

    go_on = Event()

    def later(articles: Pair[Article], *_: object) -> Comparison:
        go_on.wait(10)
        return compare(*articles)

    monkeypatch.setattr("tui.screen.controllers.articles.compared", at_once(later))
    monkeypatch.setattr("tui.screen.controllers.articles._AT_ONCE", 0)
    async with NewsdiffApp(make_pair(["One."], ["One."])).run_test() as pilot:
        try:
            run = Running(pilot)
            await everything(run.screen)
            await pilot.pause()
            assert "comparing" in run.status()
        finally:
            go_on.set()
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert "comparing" not in run.status()
        assert run.surface.blocks


HOSTILE = [
    "\x1b[2J\x1b]52;c;aGk=\x07 \x9b31m The writer \u202ereversed\u202c it.",
    "[bold red]Markup[/] is text, and so is \\[this] and [/] and [$primary].",
    "A carriage\rreturn and\x0b\x00 others \u2066here\u2069.",
]


@pytest.mark.parametrize("size", [(80, 40), (140, 40)])
async def test_hostile_text_is_shown_as_it_is(make_article: MakeArticle, size: tuple[int, int]) -> None:
    left = make_article(HOSTILE, "dir/[bold]a\x1b[2J.txt", "x\x1b[31m[blink]")
    right = make_article([*HOSTILE[:2], HOSTILE[2] + " Now [u]more[/u]\x1b[5m."], "dir/[link='x']b\u202e.txt")
    async with running(Pair(left, right), size=size) as run:
        for keys in ((), ("n",), ("y",), ("i",), ("i", "s"), ("escape", "slash", *"[bold"), ("enter",)):
            await run.press(*keys)
            text = run.text()
            unsafe = {
                f"{ord(c):04x}" for c in text if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") and c != "\n"
            }
            assert unsafe == set()
            assert not set(text) & set("\u202e\u202c\u2066\u2069")
        flat = " ".join(text.split())
        assert "[bold red]Markup[/]" in flat
        assert "[bold]a␛[2J.txt" in flat
        assert "[link='x']b" in flat
        assert visible("\x1b[2J\x1b]52;c;aGk=\x07") in flat


async def test_nothing_that_steers_reaches_the_clipboard(make_article: MakeArticle) -> None:
    article = make_article(HOSTILE, "a\x1b[2J.txt")
    async with running(Pair(article, make_article(HOSTILE[1:]))) as run:
        for key in ("less_than_sign", "greater_than_sign", "c", "y"):
            await run.press(key)
            assert not set(run.app.clipboard) & set("\x1b\x07\x9b\r")
