"""The last line: what matters now, never cut off, and every key on it does what it says."""

from collections.abc import Callable

import pytest

from diffing.model import Row
from tests.tui.running import ADDED, Running, running, story
from tui.keys.commands import COMMANDS, Occasion
from tui.keys.hints import GAP, KeyHint, fitting, hints
from tui.screen.widgets.key_line import KeyLine
from tui.text.wrapping import width
from tui.view.outline import BlockForm
from tui.view.settings import View, ViewSettings

MOVED = next(index for index, row in enumerate(story().rows) if row.moved)
WAYS = {Occasion.BEFORE, Occasion.AFTER}
RANKED = [KeyHint("a", "alpha", 2), KeyHint("b", "be", 3), KeyHint("c", "gamma", 1), KeyHint("q", "quit", 1, True)]


def words(found: list[KeyHint]) -> list[str]:
    return [hint.words for hint in found]


def test_what_matters_least_gives_way_first() -> None:
    # c gamma  a alpha  b be  q quit: 7 + 7 + 4 + 6 cells, and three gaps.
    cases = {30: "gamma alpha be quit", 29: "gamma alpha quit", 24: "gamma alpha quit", 23: "gamma quit"}
    cases |= {15: "gamma quit", 14: "quit", 6: "quit", 5: "", 0: ""}
    assert {cells: " ".join(words(fitting(RANKED, cells))) for cells in cases} == cases


def test_nothing_less_important_fills_the_room_of_what_gave_way() -> None:
    assert words(fitting([KeyHint("a", "a long word", 1), KeyHint("b", "be", 2)], 10)) == []


def test_the_table_has_one_order_for_each_occasion() -> None:
    for occasion in set(Occasion) - WAYS:
        ranks = [hint.rank for hint in hints(COMMANDS, {Occasion.ALWAYS, occasion}) if not hint.pinned]
        usual = [hint.rank for hint in hints(COMMANDS, {Occasion.ALWAYS}) if not hint.pinned]
        assert len(usual) == len(set(usual))
        # What matters on an occasion matters more than what always does.
        assert sorted(ranks)[: len(ranks) - len(usual)] == [rank for rank in sorted(ranks) if rank < min(usual)]


def test_the_way_back_gives_way_to_all_else() -> None:
    ranks = [hint.rank for hint in hints(COMMANDS, {Occasion.ALWAYS, *WAYS}) if not hint.pinned]
    usual = [hint.rank for hint in hints(COMMANDS, {Occasion.ALWAYS}) if not hint.pinned]
    assert sorted(ranks) == sorted(usual) + sorted(set(ranks) - set(usual))


def line(run: Running) -> str:
    return run.text().splitlines()[-1]


@pytest.mark.usefixtures("_compared_by_hand")
@pytest.mark.parametrize("columns", [12, 20, 40, 60, 80, 100, 120, 200])
async def test_it_is_never_cut_off(columns: int) -> None:
    async with running(story().articles, (columns, 24)) as run:
        await run.go_to_place(
            next(place for place, block in enumerate(run.surface.blocks) if block.form is BlockForm.FOLD)
        )
        await run.press("slash", *"paragraph", "enter")
        shown = run.screen.query_one(KeyLine).shown()
        assert line(run).rstrip() == " " + (" " * GAP).join(f"{hint.label} {hint.words}" for hint in shown)
        assert width(line(run).rstrip()) < columns
        pinned = ["help", "quit"] if columns >= len(" ? help  q quit ") else ["help"]
        assert words(shown)[-len(pinned) :] == pinned
        if columns >= 40:
            assert words(shown)[0] == "next match"


@pytest.mark.usefixtures("_compared_by_hand")
async def test_the_keys_of_the_job_are_named() -> None:
    async with running(story().articles, (80, 24)) as run:
        assert line(run).rstrip() == " d next that matters  L all  y copy  / search  u view  ? help  q quit"


def at(holds: Callable[[Row], bool]) -> int:
    return next(index for index, row in enumerate(story().rows) if holds(row))


@pytest.mark.usefixtures("_compared_by_hand")
async def test_what_enter_does_here() -> None:
    async with running(story().articles, (80, 24)) as run:
        assert "Enter" not in line(run)
        for place, block in enumerate(run.surface.blocks):
            if block.form is BlockForm.FOLD:
                await run.go_to_place(place)
        assert line(run).startswith(" Enter open  ")
        await run.press("enter")
        assert "Enter" not in line(run)
        await run.go_to(MOVED)
        assert line(run).startswith(" Enter jump  ")
        await run.press("enter")
        assert run.screen.state.block is not None
        assert run.screen.state.block.form is BlockForm.POINTER
        assert line(run).startswith(" Enter jump  ")
        # Alone, an article has no other end of a moved row.
        await run.show(ViewSettings(view=View.RIGHT))
        await run.pilot.pause()
        assert "Enter" not in line(run)


@pytest.mark.usefixtures("_compared_by_hand")
async def test_during_a_search() -> None:
    async with running(story().articles, (80, 24)) as run:
        await run.press("slash")
        assert line(run).strip() == "Enter go  Esc cancel  Ctrl+R regular expression"
        await run.press("ctrl+r")
        assert line(run).strip() == "Enter go  Esc cancel  Ctrl+R plain words"
        await run.press("ctrl+r")
        assert line(run).strip() == "Enter go  Esc cancel  Ctrl+R regular expression"
        await run.press(*"perhaps", "enter")
        assert line(run).startswith(" . next match  , previous  Esc end search  d next that matters")
        await run.press("escape")
        assert "match" not in line(run)
        await run.press("colon")
        assert line(run).strip() == "Enter go  Esc cancel"


@pytest.mark.usefixtures("_compared_by_hand")
async def test_the_way_back_is_named_where_there_is_one() -> None:
    async with running(story().articles, (140, 24)) as run:
        assert not {"back", "forward"} & set(words(run.screen.query_one(KeyLine).shown()))
        await run.press("colon", "9", "enter")
        assert line(run).rstrip().endswith("u view  Ctrl+O back  ? help  q quit")
        await run.press("ctrl+o")
        assert line(run).rstrip().endswith("u view  l forward  ? help  q quit")
        # Walking to where the way leads ends it.
        await run.press("l")
        assert "Ctrl+O back" in line(run)
        await run.go_to(ADDED)
        assert "back" not in line(run)


PANELS = {
    "F": ["tick", "close", "help"],
    "s": ["read there", "close", "group", "find", "help"],
    "L": ["read there", "close", "group", "find", "copy", "parts", "help"],
    "question_mark": ["every action", "all keys", "close"],
}


@pytest.mark.usefixtures("_compared_by_hand")
@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=str)
@pytest.mark.parametrize("key", PANELS)
async def test_a_panel_has_its_own_keys_and_leaves_them_in_view(key: str, size: tuple[int, int]) -> None:
    async with running(story().articles, size) as run:
        await run.press("d")
        before = line(run)
        await run.press(key)
        # Where there is room, the marks of a checker too.
        marks = ["checked", "wrong", "important"] if (key, size) == ("L", (120, 40)) else []
        assert words(run.screen.query_one(KeyLine).shown()) == [*PANELS[key][:-1], *marks, PANELS[key][-1]]
        assert line(run).rstrip().endswith(PANELS[key][-1])
        await run.press("escape")
        assert line(run) == before


@pytest.mark.usefixtures("_compared_by_hand")
async def test_a_click_presses_the_key() -> None:
    async with running(story().articles, (120, 24)) as run:
        run.surface.focus()
        at_line = len(run.text().splitlines()) - 1
        for hint, after in (("search", " Enter go"), ("cancel", " d next"), ("help", " → every action  ? all keys")):
            await run.pilot.click(offset=(line(run).index(hint), at_line))
            await run.pilot.pause()
            assert line(run).startswith(after)
        await run.press("escape")
        # Between two keys there is none.
        before = run.text()
        await run.pilot.click(offset=(line(run).index("  L all"), at_line))
        await run.pilot.pause()
        assert run.text() == before
