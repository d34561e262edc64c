"""The panels over the articles: why a pair is one, the list of all changes, the filter."""

from itertools import pairwise

import pytest
from rich.cells import cell_len
from textual.widgets import OptionList, Static

from diffing.model import Kind
from tests.conftest import MakePair
from tests.tui.running import ADDED, EDITED, RETOLD, SENTENCE, Running, folded, row_where, running, story
from tui.present.labels import is_uncertain
from tui.screen.widgets.change_list import ChangeList
from tui.screen.widgets.filter import Filter
from tui.screen.widgets.help import Help
from tui.screen.widgets.info import Info
from tui.screen.widgets.summary import Summary
from tui.text.sanitize import visible
from tui.text.wrapping import width
from tui.view.outline import BlockForm
from tui.view.settings import Category, ViewSettings

ROWS = story().rows
START = 16


by_hand_only = pytest.mark.usefixtures("_compared_by_hand")


MOVED = row_where(moved=True)
FURNITURE = row_where(furniture=True)


# The information on a pair.


def info(run: Running) -> str:
    return run.screen.query_one(Info).render().plain


INFOS = {
    "unchanged": (row_where(Kind.UNCHANGED, moved=False), ["¶1: unchanged", "No paragraph of the other"]),
    "added": (row_where(Kind.ADDED, furniture=False), ["only right", "No paragraph of the other article"]),
    "omitted": (row_where(Kind.OMITTED), ["only left", "No paragraph of the other article"]),
    "reworded": (
        row_where(Kind.PARAPHRASED),
        ["rewritten", "similarity 50 %", "both have: he", "left 1 with right 4", "20 points less", "Left: 3 words"],
    ),
    "uncertain": (
        next(index for index, row in enumerate(ROWS) if is_uncertain(row)),
        ["some words changed, maybe not the same paragraph", "no rare word", "There is no other candidate."],
    ),
    "moved": (MOVED, ["moved"]),
}


@by_hand_only
async def test_why_a_pair_is_one() -> None:
    async with running(story().articles) as run:
        await run.press("i")
        for row, parts in INFOS.values():
            await run.go_to(row)
            for part in parts[:1] if row == 0 else parts:
                assert part in info(run)
        await run.show(ViewSettings(folds_furniture=False))
        await run.pilot.pause()
        await run.go_to(FURNITURE)
        assert "menus and ads" in info(run)
        await run.show(ViewSettings())
        await run.pilot.pause()
        assert "menus and ads hidden (1 line)" in info(run)
        assert "menus and ads" in run.text()
        await run.press("i")
        assert not run.screen.query_one(Info).display


@by_hand_only
async def test_escape_closes_what_was_opened_last() -> None:
    async with running(story().articles) as run:
        await run.press("i")
        assert "Esc close  " in run.text().splitlines()[-1]
        await run.press("slash", *"perhaps", "enter")
        assert "Esc end search  " in run.text().splitlines()[-1]
        await run.press("escape")
        assert run.screen.state.search is None
        assert run.screen.query_one(Info).display
        assert "Esc close  " in run.text().splitlines()[-1]
        await run.press("escape")
        assert not run.screen.query_one(Info).display
        assert "Esc" not in run.text().splitlines()[-1]
        await run.press("slash", *"perhaps", "enter", "i", "escape")
        assert not run.screen.query_one(Info).display
        assert run.screen.state.search is not None
        assert "Esc end search  " in run.text().splitlines()[-1]
        # The list over them is closed before them.
        await run.press("i", "s", "escape")
        assert run.screen.query_one(Info).display


@by_hand_only
@pytest.mark.parametrize("theme", ["newsdiff-dark", "newsdiff-light"])
async def test_the_help_shows_words_and_signs_as_the_articles_do(theme: str) -> None:
    async with running(story().articles, (120, 110)) as run:
        run.app.theme = theme
        await run.press("question_mark")
        place = run.screen.query_one(Help).region
        styles = {
            segment.text.strip(): segment.style
            for strip in run.screen._compositor.render_strips()[place.y : place.bottom]
            for segment in strip.crop(place.x, place.right)
            if segment.style is not None and segment.text.strip()
        }
        for shown, name in {
            "in early trading": "omitted",
            "on Tuesday evening": "added",
            "closed down": "reworded",
            "on Saturday": "moved",
            "harbour": "found",
        }.items():
            look = run.surface.get_component_rich_style(f"side-by-side--{name}", partial=True)
            assert styles[shown].color == look.color, shown
            if look.bgcolor is not None:
                assert styles[shown].bgcolor == look.bgcolor, shown
            for way in ("bold", "italic", "underline", "strike", "reverse"):
                assert bool(getattr(styles[shown], way)) == bool(getattr(look, way)), (shown, way)
        added = run.surface.get_component_rich_style("side-by-side--sign-added", partial=True)
        assert styles["+"].color == added.color


# The list of all changes.


def listed(run: Running) -> ChangeList:
    return run.screen.query_one(ChangeList)


@by_hand_only
async def test_the_list_of_changes_goes_to_the_one_chosen() -> None:
    async with running(story().articles) as run:
        await run.go_to(START)
        await run.press("s")
        assert run.focused() is listed(run)
        # It opens at the first change from here on.
        selected = listed(run).selected
        differences = [index for index, row in enumerate(ROWS) if row.differs_in_story]
        assert differences[selected] >= START
        await run.press("j", "enter")
        assert run.row == differences[selected + 1]
        assert run.current_is_in_view()
        assert not run.screen.query_one(Summary).display
        assert run.focused() is run.surface


@by_hand_only
@pytest.mark.parametrize("size", [(80, 24), (40, 12), (160, 50)], ids=str)
async def test_the_list_of_changes_opens_where_the_reader_is(size: tuple[int, int]) -> None:
    async with running(story().articles, size) as run:
        await run.press("d", "s")
        assert listed(run).here == run.row == EDITED
        place = listed(run).selected - round(listed(run).scroll_offset.y)
        assert 0 <= place < listed(run).size.height
        await run.pilot.resize_terminal(size[0], size[1] - 2)
        await run.pilot.pause()
        assert 0 <= listed(run).selected - round(listed(run).scroll_offset.y) < listed(run).size.height


@by_hand_only
@pytest.mark.parametrize("size", [(80, 24), (40, 12), (120, 40), (160, 50)], ids=str)
async def test_the_articles_follow_the_list_of_changes(size: tuple[int, int]) -> None:
    async with running(story().articles, size) as run:
        await run.press("s", "j")
        assert run.row == listed(run).here
        assert run.current_is_in_view()
        assert run.screen.query_one(Summary).display
        await run.press("G")
        assert run.row == listed(run).here
        assert run.current_is_in_view()
        assert run.focused() is listed(run)


@by_hand_only
async def test_in_a_low_window_the_list_is_shown_in_place_of_the_reasons() -> None:
    async with running(story().articles, (40, 12)) as run:
        await run.press("i", "s")
        assert not run.screen.query_one(Info).display
        assert "Window too small" not in run.text()
        await run.press("escape")
        assert run.screen.query_one(Info).display


@by_hand_only
async def test_the_list_of_changes_by_category() -> None:
    async with running(story().articles) as run:
        await run.press("s")
        heading = run.screen.query_one("Summary .listed", Static)
        for category in (*list(Category)[1:], Category.DIFFERENCE):
            await run.press("tab")
            assert listed(run).category is category
            assert f"{category.value.capitalize()} " in str(heading.render())
            assert listed(run)._items == [index for index, row in enumerate(ROWS) if category.holds(row)]
        await run.press("shift+tab", "enter")
        assert is_uncertain(ROWS[run.row])


@by_hand_only
@pytest.mark.parametrize("key", ["escape", "q", "s"])
async def test_the_list_of_changes_is_closed(key: str) -> None:
    async with running(story().articles) as run:
        await run.go_to(START)
        await run.press("s", "G", key)
        assert not run.screen.query_one(Summary).display
        assert run.focused() is run.surface
        # The reader stays where the list has led, and there is a way back to where it was opened.
        assert run.row == [index for index, row in enumerate(ROWS) if row.differs_in_story][-1]
        await run.press("ctrl+o")
        assert run.row == START
        assert run.app.return_code is None


def counted(run: Running) -> str:
    return str(run.screen.query_one("Summary .totals", Static).render())


def heading(run: Running) -> str:
    return str(run.screen.query_one("Summary .listed", Static).render())


@by_hand_only
async def test_the_list_of_changes_is_narrowed_by_a_text() -> None:
    async with running(story().articles) as run:
        await run.press("s")
        total = sum(row.differs_in_story for row in ROWS)
        assert heading(run) == f"Every difference · {total}"
        await run.press("slash", *"ADDÉD 3")
        expected = [index for index, row in enumerate(ROWS) if row.differs_in_story and "Added 3" in row.spans[0].right]
        assert listed(run)._items == expected
        assert heading(run) == f"Every difference · {total}  {len(expected)} of {total} found"
        assert "Added 3." in run.text()
        # Esc lists all again with the same line selected, and only then closes.
        await run.press("escape")
        assert len(listed(run)._items) == total
        assert listed(run)._items[listed(run).selected] == expected[0]
        assert run.screen.query_one(Summary).display
        await run.press("escape")
        assert not run.screen.query_one(Summary).display


@by_hand_only
async def test_keys_go_on_through_the_list_while_a_text_is_typed() -> None:
    async with running(story().articles) as run:
        await run.press("s", "slash", *"omitted")
        expected = [index for index, row in enumerate(ROWS) if row.kind is Kind.OMITTED]
        assert listed(run)._items == expected
        await run.press("down", "down", "up")
        assert listed(run).selected == 1
        await run.press("tab")
        assert listed(run).category is list(Category)[1]
        assert listed(run)._items == []
        await run.press("shift+tab", "down", "enter")
        assert run.row == expected[1]
        assert not run.screen.query_one(Summary).display
        # The text is kept for the next look; Esc ends it before it closes.
        await run.press("s")
        assert run.focused() is listed(run)
        assert listed(run)._items == expected
        await run.press("escape")
        assert len(listed(run)._items) > len(expected)
        assert run.screen.query_one(Summary).display


async def test_a_change_far_along_its_line_is_shown(make_pair: MakePair) -> None:
    long = "Nobody in the old harbour had expected any of this to happen before the end of the year. " * 3
    async with running(make_pair(["One."], ["One.", f"{long} Then came the zeppelin. {long}"]), (80, 24)) as run:
        await run.press("s")
        assert "zeppelin" not in run.text().split("Every difference")[1]
        await run.press("slash", *"zeppelin")
        shown = run.text().split("Every difference")[1]
        assert "… " in shown
        assert "came the zeppelin." in shown


@pytest.mark.parametrize("looked_for", ["a", "b", "👨", "👩", "ह"])
async def test_a_change_that_is_found_shows_what_is_hidden_as_before(make_pair: MakePair, looked_for: str) -> None:
    text = "Then a\u200db and 👨\u200d👩 and 👍\U000e0141\U000e0142 and क्\u200dह."
    async with running(make_pair([text], [])) as run:
        await run.press("s")
        assert visible(text) in run.text()
        listed(run).query_text = looked_for
        await run.pilot.pause()
        line = listed(run).render_line(0)
        assert visible(text) in line.text
        assert sum(cell_len(segment.text) for segment in line) == width(line.text) == line.cell_length


async def test_lines_end_before_the_scrollbar_and_show_that_they_are_cut(make_pair: MakePair) -> None:
    added = [f"Number {at}. {SENTENCE * 9}" for at in range(30)]
    async with running(make_pair(["One."], ["One.", *added]), (80, 24)) as run:
        await run.press("s")
        assert listed(run).show_vertical_scrollbar
        line = listed(run).render_line(0)
        assert line.text.endswith("…")
        assert line.cell_length == listed(run).scrollable_content_region.width


async def test_a_row_that_only_moved_has_a_line(make_pair: MakePair) -> None:
    left = [f"{name}. {SENTENCE}" for name in ("First", "Second of them all", "Third and last")]
    async with running(make_pair(left, [left[2], left[0], left[1]])) as run:
        await run.press("s")
        assert "moved up · Third and last." in run.text()


async def all_looked_through(run: Running) -> None:
    while not listed(run).listed.is_complete:
        await run.pilot.pause()


@by_hand_only
async def test_a_long_list_is_looked_through_in_slices(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.screen.widgets.line_list._SLICE", 3)
    async with running(story().articles) as run:
        await run.press("s", "slash", *"added")
        await all_looked_through(run)
        expected = [index for index, row in enumerate(ROWS) if row.kind is Kind.ADDED and not row.furniture]
        assert listed(run)._items == expected
        assert "looking on" not in heading(run)
        # Another text before all is looked through: nothing of the first is left.
        listed(run).query_text = "omitted"
        listed(run).query_text = "added"
        assert not listed(run).listed.is_complete
        await all_looked_through(run)
        assert listed(run)._items == expected


@by_hand_only
async def test_a_click_in_the_list_goes_there() -> None:
    async with running(story().articles) as run:
        await run.press("s")
        first = round(listed(run).scroll_offset.y)
        line = next(line for line in (0, 1) if listed(run)._items[first + line] != listed(run).here)
        there = listed(run)._items[first + line]
        await run.pilot.click(ChangeList, offset=(10, line))
        await run.pilot.pause()
        assert run.row == there
        assert not run.screen.query_one(Summary).display


async def test_the_list_of_no_changes(make_pair: MakePair) -> None:
    async with running(make_pair(["One."], ["One."])) as run:
        await run.press("s", "j", "G", "pagedown", "enter", "tab", "escape")
        assert run.row == 0
        assert run.focused() is run.surface


# The filter.


@by_hand_only
async def test_only_what_is_ticked_is_shown() -> None:
    async with running(story().articles) as run:
        await run.go_to(START)
        await run.press("F")
        assert run.focused() is run.screen.query_one(OptionList)
        # Additions, and then rewordings too.
        await run.press("down", "down", "space")
        assert run.settings.only == {Category.ADDED}
        await run.press("down", "down", "space", "escape")
        assert run.settings.only == {Category.ADDED, Category.REWORDED}
        assert not run.screen.query_one(Filter).display
        assert run.focused() is run.surface
        hidden = {index for index, row in enumerate(ROWS) if row.kind not in (Kind.ADDED, Kind.PARAPHRASED)}
        assert hidden <= folded(run)
        assert "not shown" in run.text()
        assert run.current_is_in_view()
        # One fold stands for all between two that are shown, menus and ads too.
        assert "menus" not in run.text()
        forms = [block.form for block in run.surface.blocks]
        assert (BlockForm.FOLD, BlockForm.FOLD) not in pairwise(forms)
        await run.press("f")
        assert "the filter leaves menus and ads out" in run.status()
        assert forms == [block.form for block in run.surface.blocks]
        # Steps keep to what is shown.
        before = run.row
        await run.press("m")
        assert run.row == before
        assert "no moved paragraph among what the filter shows" in run.text()
        await run.press("n")
        assert run.comparison.rows[run.row].kind in (Kind.ADDED, Kind.PARAPHRASED)
        # And with nothing ticked, everything is there again.
        await run.press("F", "home", "down", "down", "space", "down", "down", "space", "q")
        assert run.settings.only == frozenset()
        assert run.app.return_code is None
        assert folded(run) == {index for index, row in enumerate(ROWS) if row.furniture}


@by_hand_only
async def test_only_what_matters_is_shown() -> None:
    async with running(story().articles) as run:
        await run.press("F", "space", "escape")
        assert set(range(len(ROWS))) - folded(run) == {ADDED, EDITED, RETOLD}
        assert run.row == ADDED
        await run.press("n")
        assert run.row == EDITED
        assert run.status().rstrip().endswith("2 of 3 that matter")
        # Kinds are shown besides.
        await run.press("F", *["down"] * 6, "space", "escape")
        assert run.settings.shown == "what matters, moved"
        assert not folded(run) & {EDITED, MOVED}
        await run.press("F", "space", "home", "space", "escape")
        assert folded(run) == {index for index, row in enumerate(ROWS) if row.furniture}


@by_hand_only
async def test_the_list_of_changes_says_how_much_is_kept_and_leaves_its_keys_to_the_key_line() -> None:
    async with running(story().articles, (120, 40)) as run:
        await run.press("s")
        assert "58 % of the left kept · 58 % of the right from it" in counted(run)
        assert heading(run) == "Every difference · 36"
        assert run.text().count("Esc") == run.text().count("Enter") == 1


async def test_the_list_of_changes_says_that_these_may_be_two_stories(make_pair: MakePair) -> None:
    left, right = ["Rates stay put.", "Economists expected it."], ["A chick has hatched.", "Visitors, keep away!"]
    async with running(make_pair(left, right), (120, 40)) as run:
        await run.press("s")
        assert "these may be two different stories" in counted(run)
