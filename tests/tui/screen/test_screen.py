"""Places, jumps, views and sizes of the screen, and what it says while it has nothing to show."""

from threading import Event

import pytest

from diffing.comparison import compare
from diffing.model import Article, Comparison, Kind, Pair
from diffing.stage import Progress
from tests.conftest import MakePair
from tests.tui.running import Running, at_once, folded, row_where, running, story
from tui.keys.commands import COMMANDS
from tui.screen.app import NewsdiffApp
from tui.screen.widgets.change_list import ChangeList
from tui.screen.widgets.filter import Filter
from tui.screen.widgets.status import StatusLine
from tui.screen.widgets.summary import Summary
from tui.view.actions import JumpToTyped, PlainAction
from tui.view.outline import BlockForm
from tui.view.settings import View, ViewSettings
from tui.view.view_state import ViewState

ROWS = story().rows
START = 16
SIZES = [(40, 10), (60, 20), (80, 24), (120, 40), (200, 60), (300, 100)]


by_hand_only = pytest.mark.usefixtures("_compared_by_hand")


MOVED = row_where(moved=True)
FURNITURE = row_where(furniture=True)


# Paragraph numbers, bookmark, rival.


@by_hand_only
async def test_to_a_paragraph_number() -> None:
    async with running(story().articles) as run:
        for typed, side, index in (
            ("7", "left", 6),
            ("r7", "right", 6),
            ("R 9", "right", 8),
            (" r3", "right", 2),
            ("l2", "left", 1),
        ):
            await run.do(JumpToTyped(typed))
            assert index in getattr(ROWS[run.row], side), typed
        here = run.row
        for typed, notice in (
            ("0", "no paragraph 0 on the left"),
            ("999", "no paragraph 999 on the left"),
            ("r999", "no paragraph 999 on the right"),
            ("x", "not a paragraph number"),
            ("-3", "not a paragraph number"),
            ("²", "not a paragraph number"),
            ("r", "not a paragraph number"),
            (" ", "not a paragraph number"),
            ("9" * 5000, "not a paragraph number"),
        ):
            await run.do(JumpToTyped(typed))
            assert notice in run.status()
            assert run.row == here
        await run.press("colon", "enter")
        assert run.row == here
        await run.press("colon", "3", "escape")
        assert run.row == here
        assert run.app.focused is run.surface


@by_hand_only
async def test_what_is_not_there_is_said() -> None:
    async with running(story().articles) as run:
        await run.press("apostrophe")
        assert "no bookmark" in run.status()
        await run.press("v")
        assert "no other candidate" in run.status()
        await run.go_to(row_where(Kind.OMITTED))
        await run.press("greater_than_sign")
        assert "nothing to copy" in run.status()


# Jumps.


@by_hand_only
async def test_there_is_a_way_back_from_every_jump() -> None:
    async with running(story().articles) as run:
        with_rival = next(index for index, row in enumerate(ROWS) if row.evidence and row.evidence.rival)
        for start, keys in (
            (with_rival, ("v",)),
            (MOVED, ("enter",)),
            (START, ("colon", "3", "enter")),
            (START, ("slash", *"paragraph 3", "enter")),
            (START, ("s", "G", "enter")),
            (START, ("B", "g", "j", "apostrophe", "apostrophe")),
        ):
            await run.go_to(start)
            await run.press(*keys)
            here = run.screen.state.block
            assert (here.form if here else None, run.row) != (BlockForm.ROW, start), keys
            await run.press("ctrl+o")
            assert run.screen.state.block is not None
            assert "back at ¶" in run.status()
            if keys[0] != "B":
                assert (run.screen.state.block.form, run.row) == (BlockForm.ROW, start), keys
            await run.press("l")
            assert run.screen.state.block == here, keys


@by_hand_only
async def test_there_is_a_way_back_to_where_a_search_began() -> None:
    async with running(story().articles) as run:
        await run.press("g", "slash", *"paragraph", "enter")
        assert run.row == 0
        await run.press("comma", "comma", "comma", "ctrl+o")
        assert run.row == 0
        assert "back at ¶1" in run.status()


@by_hand_only
async def test_a_step_is_no_jump() -> None:
    async with running(story().articles) as run:
        await run.press("j", "n", "pagedown", "G", "g", "slash", *"zz", "enter", "slash", *"old", "escape", "ctrl+o")
        assert "nowhere to go back" in run.status()
        await run.press("l")
        assert "nowhere to go forward" in run.status()


@by_hand_only
async def test_back_into_a_fold_that_was_closed_meanwhile() -> None:
    async with running(story().articles) as run:
        await run.press("Z")
        await run.go_to(FURNITURE)
        await run.press("colon", "1", "enter", "Z")
        assert FURNITURE in folded(run)
        await run.press("backspace")
        assert run.row == FURNITURE
        assert FURNITURE not in folded(run)


# Moved rows and views.


@by_hand_only
@pytest.mark.parametrize("view", [View.SIDE_BY_SIDE, View.REDLINE])
async def test_a_moved_row_is_crossed_there_and_back(view: View) -> None:
    async with running(story().articles) as run:
        await run.show(ViewSettings(view=view))
        await run.pilot.pause()
        await run.go_to(MOVED)
        await run.press("enter")
        assert run.screen.state.block is not None
        assert (run.screen.state.block.form, run.row) == (BlockForm.POINTER, MOVED)
        assert "moved away from here" in run.status()
        assert run.current_is_in_view()
        # The far end is held through a resize.
        await run.pilot.resize_terminal(140, 40)
        await run.pilot.pause()
        assert run.screen.state.block.form is BlockForm.POINTER
        await run.press("enter")
        assert (run.screen.state.block.form, run.row) == (BlockForm.ROW, MOVED)


@by_hand_only
@pytest.mark.parametrize(
    ("view", "notice"),
    [(View.LEFT, "moved to 7 in the right article"), (View.RIGHT, "moved from 31 in the left article")],
)
async def test_one_article_alone_says_where_a_moved_row_has_its_other_end(view: View, notice: str) -> None:
    async with running(story().articles) as run:
        await run.show(ViewSettings(view=view))
        await run.pilot.pause()
        await run.go_to(MOVED)
        assert f"↕ moved up {'to right 7' if view is View.LEFT else 'from left 31'}" in run.text()
        await run.press("enter")
        assert run.row == MOVED
        assert notice in run.status()


@by_hand_only
@pytest.mark.parametrize(
    "row", [START, row_where(Kind.ADDED, furniture=False), row_where(Kind.OMITTED), MOVED, len(ROWS) - 1]
)
async def test_all_views_come_back_to_the_row(row: int) -> None:
    async with running(story().articles) as run:
        await run.go_to(row)
        for _ in View:
            await run.do(PlainAction.NEXT_VIEW)
            assert run.current_is_in_view()
            shown = ROWS[row].left if run.settings.view is View.LEFT else ROWS[row].right
            if shown or run.settings.view not in (View.LEFT, View.RIGHT):
                assert run.row == row
        assert run.row == row


# Sizes.


@by_hand_only
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_every_size_shows_the_row_and_every_panel(size: tuple[int, int]) -> None:
    async with running(story().articles, size=size) as run:
        await run.press("d")
        assert run.status().startswith(" ¶12 → ¶16  ")
        assert "2 → 2 dogs" in run.status()
        assert "Old 2." in run.text()
        assert run.current_is_in_view()
        for key, widget in (("s", Summary), ("F", Filter)):
            await run.press(key)
            region = run.screen.query_one(widget).region
            assert region.width > 0
            assert run.screen.region.contains_region(region)
            await run.press("escape")
        await run.press("G")
        assert run.current_is_in_view()
        assert {len(line) for line in run.text().splitlines()} == {size[0]}


@by_hand_only
async def test_a_low_window_has_no_blank_lines() -> None:
    async with running(story().articles, (40, 18)) as run:
        assert run.surface.size.height == 11
        await run.pilot.resize_terminal(40, 12)
        await run.pilot.pause()
        assert run.surface.size.height == 8
        # What is told below the articles leaves enough of them.
        await run.press("i", "slash")
        await run.pilot.pause()
        assert "Window too small" not in run.text()
        await run.press("escape", "s")
        await run.pilot.pause()
        assert "Window too small" not in run.text()
        assert run.surface.size.height >= 3
        assert run.screen.query_one(ChangeList).size.height >= 4


@by_hand_only
@pytest.mark.parametrize(("columns", "keys"), [(80, "PgDn Space"), (40, "PgDn")])
async def test_the_help_stays_in_its_columns(columns: int, keys: str) -> None:
    async with running(story().articles, (columns, 110)) as run:
        await run.press("question_mark", "question_mark")
        await run.pilot.pause()
        lines = run.text().splitlines()
        (shown,) = (line for line in lines if "A page down" in line)
        assert shown.split("A page down")[0].strip("▏▌│ ") == keys
        start = shown.index("A page down")
        told = [line[start:].strip() for line in lines]
        assert "Copy what the mouse selected, or quit" in " ".join(told)


@by_hand_only
@pytest.mark.parametrize("size", [(19, 24), (80, 3), (10, 4)])
async def test_a_tiny_window_says_so(size: tuple[int, int]) -> None:
    async with running(story().articles, size=size) as run:
        assert run.surface.render_line(0).text == "Window too small".ljust(size[0])[: size[0]]
        await run.pilot.resize_terminal(80, 24)
        await run.pilot.pause()
        assert "Window too small" not in run.text()
        assert "Added 0." in run.text()


# While it works.


async def test_progress_is_shown_and_keys_are_taken(make_pair: MakePair, monkeypatch: pytest.MonkeyPatch) -> None:
    pair = make_pair(["One.", "Two."], ["One.", "Two."])
    told, go_on = Event(), Event()

    def slow(articles: Pair[Article], progress: Progress) -> Comparison:
        progress("pairing paragraphs", 0.5)
        told.set()
        go_on.wait(10)
        return compare(*articles)

    monkeypatch.setattr("tui.screen.controllers.articles.compared", at_once(slow))
    monkeypatch.setattr("tui.screen.controllers.articles._AT_ONCE", 0)
    monkeypatch.setattr("tui.screen.controllers.articles._BLINK_SECONDS", -1.0)
    async with NewsdiffApp(pair, lambda: pair).run_test(size=(100, 20)) as pilot:
        run = Running(pilot)
        try:
            assert told.wait(10)
            await pilot.pause()
            assert "pairing paragraphs  ████████████░░░░░░░░░░░░  50 %" in run.status()
            await run.press("j", "n", "s", "i", "f", "c")
            await run.press("slash", "a", "enter", "colon", "3", "enter", "question_mark", "escape")
            assert "pairing paragraphs" in run.status()
        finally:
            go_on.set()
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert "pairing paragraphs" not in run.status()
        assert "no differences" in run.status()
        # Read again, the old comparison stays until the new one is there, and the progress is shown.
        told.clear()
        go_on.clear()
        try:
            await run.press("r")
            assert told.wait(10)
            await pilot.pause()
            assert "50 %" in run.status()
            assert "One." in run.text()
            await run.press("j")
            assert run.row == 1
        finally:
            go_on.set()
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert "50 %" not in run.status()
        assert run.row == 1


@pytest.mark.parametrize("key", ["q", "ctrl+c"])
async def test_one_can_leave_at_any_moment(make_pair: MakePair, monkeypatch: pytest.MonkeyPatch, key: str) -> None:
    go_on = Event()

    def slow(articles: Pair[Article], *_: object) -> Comparison:
        go_on.wait(10)
        return compare(*articles)

    monkeypatch.setattr("tui.screen.controllers.articles.compared", at_once(slow))
    monkeypatch.setattr("tui.screen.controllers.articles._AT_ONCE", 0)
    app = NewsdiffApp(make_pair(["One."], ["Two."]))
    async with app.run_test() as pilot:
        try:
            await pilot.press(key)
            assert app.return_code == 0
        finally:
            go_on.set()


def test_nothing_is_said_of_progress_before_there_is_any() -> None:
    status = StatusLine(COMMANDS)
    assert "comparing" in status.render().plain
    status.state = ViewState(progress=("comparing words", 1.0))
    assert "100 %" in status.render().plain


@by_hand_only
async def test_one_click_opens_a_fold() -> None:
    async with running(story().articles) as run:
        fold = next(place for place, block in enumerate(run.surface.blocks) if block.form is BlockForm.FOLD)
        rows = run.surface.blocks[fold].rows
        await run.go_to_place(fold + 1)
        lines = run.surface._lines
        assert lines is not None
        await run.pilot.click(run.surface, offset=(20, lines.top(fold) - run.surface.scroll_offset.y))
        await run.pilot.pause()
        assert not folded(run).intersection(rows)


async def test_where_there_is_no_page_furniture_it_is_not_said_to_be_folded(make_pair: MakePair) -> None:
    async with running(make_pair(["One sentence."], ["Another sentence."])) as run:
        await run.press("f")
        assert run.status().startswith(" there are no menus and ads")
        assert run.settings.folds_furniture
