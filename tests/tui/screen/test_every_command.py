"""Keys on the screen: what they do there, and that each key reaches its command."""

import re
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import get_args

import pytest
from textual.command import CommandList, CommandPalette
from textual.widget import Widget

from diffing.model import Comparison, Row
from tests.tui.running import EDITED, RETOLD, Running, running
from tui.keys.commands import COMMANDS, PALETTE, groups
from tui.screen import diff_screen
from tui.screen.widgets.filter import Filter
from tui.screen.widgets.help import Help
from tui.screen.widgets.info import Info
from tui.screen.widgets.ledger_panel import LedgerPanel
from tui.screen.widgets.prompt import Prompt
from tui.screen.widgets.summary import Summary
from tui.view.effects import Effect, PlainEffect
from tui.view.outline import BlockForm

START = 16
Check = Callable[[Running, str], Awaitable[None]]


def to_block(by: int) -> Check:
    async def check(run: Running, key: str) -> None:
        before = run.surface.current
        await run.press(key)
        assert run.surface.current == before + by
        assert run.current_is_in_view()

    return check


def to_row(holds: Callable[[Row], bool], by: int) -> Check:
    async def check(run: Running, key: str) -> None:
        rows = run.comparison.rows
        matching = [index for index, row in enumerate(rows) if holds(row) and not row.furniture]
        ahead = [index for index in matching if (index - run.row) * by > 0]
        first, last = (0, -1) if by > 0 else (-1, 0)
        await run.press(key)
        assert run.row == ahead[first]
        assert run.current_is_in_view()
        # Behind the last one comes the first.
        await run.go_to(matching[last])
        await run.press(key)
        assert run.row == matching[first]
        assert run.current_is_in_view()
        assert "again" in run.status()

    return check


def pages(by: int) -> Check:
    async def check(run: Running, key: str) -> None:
        before, y = run.surface.current, run.surface.scroll_offset.y
        await run.press(key)
        assert (run.surface.scroll_offset.y - y) * by > 0
        assert (run.surface.current - before) * by > 0
        assert run.current_is_in_view()

    return check


def to_edge(by: int) -> Check:
    async def check(run: Running, key: str) -> None:
        await run.press(key)
        assert run.surface.current == (0 if by < 0 else len(run.surface.blocks) - 1)
        assert run.surface.scroll_offset.y == (0 if by < 0 else run.surface.max_scroll_y)

    return check


def opens(widget: type[Widget]) -> Check:
    async def check(run: Running, key: str) -> None:
        assert not any(panel.display for panel in run.screen.query(widget))
        await run.press(key)
        assert run.screen.query_one(widget).display

    return check


def asks(typed: str, holds: Callable[[Running], bool]) -> Check:
    async def check(run: Running, key: str) -> None:
        await run.press(key)
        assert isinstance(run.focused(), Prompt)
        await run.press(*typed, "enter")
        assert run.focused() is run.surface
        assert holds(run)

    return check


def copies(expected: Callable[[Comparison, Row], tuple[str, ...]]) -> Check:
    async def check(run: Running, key: str) -> None:
        await run.go_to(1)
        await run.press(key)
        row = run.comparison.rows[1]
        for part in expected(run.comparison, row):
            assert part in run.app.clipboard
        assert "sent to the terminal" in run.status()

    return check


def to_what_matters(by: int) -> Check:
    async def check(run: Running, key: str) -> None:
        await run.press(key)
        assert run.row == (EDITED if by > 0 else RETOLD)
        assert run.current_is_in_view()

    return check


def to_a_change(number: int) -> Check:
    async def check(run: Running, key: str) -> None:
        await run.press(key)
        assert run.state.entry == number
        assert run.current_is_in_view()

    return check


async def opens_a_fold(run: Running, key: str) -> None:
    place = next(place for place, block in enumerate(run.surface.blocks) if block.form is BlockForm.FOLD)
    await run.go_to_place(place)
    row = run.row
    await run.press(key)
    assert run.row == row
    assert run.screen.state.block is not None
    assert run.screen.state.block.form is BlockForm.ROW


async def goes_to_the_rival(run: Running, key: str) -> None:
    place = next(index for index, row in enumerate(run.comparison.rows) if row.evidence and row.evidence.rival)
    await run.go_to(place)
    await run.press(key)
    assert run.comparison.rows[run.row].left == (0,)


async def changes_the_view(run: Running, key: str) -> None:
    seen = []
    shown = []
    while run.settings.view not in seen:
        seen.append(run.settings.view)
        shown.append(run.surface.view)
        await run.press(key)
        assert run.surface.view is not shown[-1]
        assert run.settings.view.value in run.status()
        assert run.current_is_in_view()
    assert len(seen) == len(set(shown)) == 4


async def shows_all_marks(run: Running, key: str) -> None:
    def marked() -> set[str]:
        """The words that have a ground of their own."""
        page = run.surface.rich_style.bgcolor
        lines = (run.surface.render_line(y) for y in range(run.surface.size.height))
        return {one.text for line in lines for one in line if one.style is not None and one.style.bgcolor != page}

    await run.go_to(RETOLD)
    before = marked()
    await run.press(key)
    assert run.settings.shows_all_marks
    await run.pilot.pause()
    assert marked() > before
    await run.press(key)
    await run.pilot.pause()
    assert marked() == before


async def shows_typography(run: Running, key: str) -> None:
    before = run.settings.shows_typography
    await run.press(key)
    assert run.settings.shows_typography is not before
    await run.press(key)
    assert run.settings.shows_typography is before


def folds(holds: Callable[[Row], bool]) -> Check:
    async def check(run: Running, key: str) -> None:
        def folded() -> set[int]:
            return {row for block in run.surface.blocks if block.form is BlockForm.FOLD for row in block.rows}

        those = {index for index, row in enumerate(run.comparison.rows) if holds(row)}
        before = those <= folded()
        await run.press(key)
        assert (those <= folded()) is not before
        assert run.current_is_in_view()
        await run.press(key)
        assert (those <= folded()) is before

    return check


def finds(by: int) -> Check:
    async def check(run: Running, key: str) -> None:
        # Each row with it has it on both sides.
        rows = [index for index, row in enumerate(run.comparison.rows) if "Perhaps" in row.spans[0].left]
        matches = [(row, cell) for row in rows for cell in (0, 1)]
        await run.press("slash", *"perhaps", "enter")
        here = matches.index((rows[2], 0))
        assert run.match() == matches[here]
        for _ in matches:
            await run.press(key)
            here = (here + by) % len(matches)
            assert run.match() == matches[here]
            assert run.row == matches[here][0]
            assert f"match {here + 1} of {len(matches)}" in run.status()
            is_around = here == (0 if by > 0 else len(matches) - 1)
            assert ("again" in run.status()) is is_around

    return check


async def ends_the_search(run: Running, key: str) -> None:
    await run.press("slash", *"perhaps", "enter")
    assert run.screen.state.search is not None
    await run.press(key)
    assert run.screen.state.search is None


async def sets_a_bookmark(run: Running, key: str) -> None:
    await run.press(key, "g")
    assert run.row == 0
    await run.press("apostrophe")
    assert run.row == START


async def goes_back_to_the_bookmark(run: Running, key: str) -> None:
    await run.press("B", "g", key)
    assert run.row == START
    await run.press(key)
    assert run.row == 0


async def jumps_back(run: Running, key: str) -> None:
    await run.press("colon", *"r3", "enter", "j", "colon", *"r9", "enter")
    await run.press(key)
    assert run.comparison.rows[run.row - 1].right == (2,)
    assert "back at ¶" in run.status()
    await run.press(key)
    assert run.row == START
    assert run.current_is_in_view()
    await run.press(key)
    assert run.row == START
    assert "nowhere to go" in run.status()


async def jumps_forth(run: Running, key: str) -> None:
    await run.press("colon", *"r3", "enter", "ctrl+o")
    assert run.row == START
    await run.press(key)
    assert run.comparison.rows[run.row].right == (2,)
    assert "forward again at ¶" in run.status()
    await run.press(key)
    assert "nowhere to go" in run.status()
    # Another jump ends the way forth.
    await run.press("ctrl+o", "colon", *"r9", "enter", key)
    assert run.comparison.rows[run.row].right == (8,)


async def swaps(run: Running, key: str) -> None:
    before = run.comparison.articles
    await run.press(key)
    await run.app.workers.wait_for_complete()
    await run.pilot.pause()
    assert run.comparison.articles == before.swapped()
    title = run.text().splitlines()[0]
    assert title.index("right.txt") < title.index("left.txt")


async def reads_again(run: Running, key: str) -> None:
    await run.press(key)
    await run.app.workers.wait_for_complete()
    await run.pilot.pause()
    assert "read again" in run.status()
    assert run.row == START


async def opens_the_palette(run: Running, key: str) -> None:
    await run.press(key)
    assert isinstance(run.app.screen, CommandPalette)


async def suspends(run: Running, key: str) -> None:
    # Without a terminal nothing is suspended; tests/tui/system/test_broken_terminals.py does it on one.
    await run.press(key)
    assert run.app.return_code is None
    assert run.row == START


async def quits(run: Running, key: str) -> None:
    assert run.app.return_code is None
    await run.press(key)
    assert run.app.return_code == 0


# One command of each way in which a key reaches the state, and the state the screen. The other commands are in
# tests/tui/view/test_reducer.py.
CHECKS: dict[str, Check] = {
    "next-difference": to_row(lambda row: row.differs, 1),
    "previous-difference": to_row(lambda row: row.differs, -1),
    "next-paragraph": to_block(1),
    "previous-paragraph": to_block(-1),
    "page-down": pages(1),
    "page-up": pages(-1),
    "first-paragraph": to_edge(-1),
    "last-paragraph": to_edge(1),
    "open": opens_a_fold,
    "next-best": goes_to_the_rival,
    "next-view": changes_the_view,
    "fold-furniture": folds(lambda row: row.furniture),
    "all-marks": shows_all_marks,
    "typography": shows_typography,
    "why": opens(Info),
    "summary": opens(Summary),
    "ledger": opens(LedgerPanel),
    "next-matter": to_what_matters(1),
    "next-change": to_a_change(0),
    "previous-change": to_a_change(2),
    "search": asks("perhaps", lambda run: "Perhaps" in run.comparison.rows[run.row].spans[0].left),
    "next-match": finds(1),
    "previous-match": finds(-1),
    "end-search": ends_the_search,
    "go-to": asks("r3", lambda run: run.comparison.rows[run.row].right == (2,)),
    "jump-back": jumps_back,
    "jump-forth": jumps_forth,
    "set-bookmark": sets_a_bookmark,
    "to-bookmark": goes_back_to_the_bookmark,
    "copy-left": copies(lambda comparison, row: (comparison.left.text(row.left),)),
    "copy-citation": copies(lambda comparison, row: (comparison.left.source, "¶2", comparison.right.source)),
    "swap-sides": swaps,
    "reload": reads_again,
    "filter": opens(Filter),
    "help": opens(Help),
    "quit": quits,
    "interrupt": quits,
    PALETTE: opens_the_palette,
    "suspend": suspends,
}


@pytest.mark.usefixtures("_compared_by_hand")
@pytest.mark.parametrize("name", CHECKS)
async def test_a_key_does_what_its_command_says(story: Comparison, name: str) -> None:
    (key,) = (command.keys[0] for command in COMMANDS if command.id == name)
    check = CHECKS[name]
    async with running(story.articles, reread=lambda: story.articles) as run:
        await run.go_to(START)
        await check(run, key)


@pytest.mark.usefixtures("_compared_by_hand")
async def test_every_key_reaches_its_command(story: Comparison) -> None:
    async with running(story.articles) as run:
        # With the articles in focus: a widget's own keys come before the screen's.
        reached = {key: active.binding.id for key, active in run.screen.active_bindings.items()}
        for command in COMMANDS:
            assert {key: reached.get(key) for key in command.keys} == dict.fromkeys(command.keys, command.id)


def test_no_key_stands_for_two_commands() -> None:
    keys = [key for command in COMMANDS for key in command.keys]
    assert len(keys) == len(set(keys))


def test_commands_of_a_group_stand_together() -> None:
    names = [name for name, _ in groups()]
    assert len(names) == len(set(names))


@pytest.mark.usefixtures("_compared_by_hand")
async def test_the_palette_offers_every_command(story: Comparison) -> None:
    async with running(story.articles) as run:
        offered = {command.title for command in run.app.get_system_commands(run.screen)}
        assert {command.title for command in COMMANDS if command.id != PALETTE} <= offered


async def test_the_palette_begins_with_what_a_reader_does_most(story: Comparison) -> None:
    async with running(story.articles) as run:
        await run.press("ctrl+p")
        await run.pilot.pause(0.3)
        options = run.app.screen.query_one(CommandList).options
        titles = [str(option.hit.text) for option in options]  # type: ignore[attr-defined]  # its kind is Command
    by_id = {command.id: command.title for command in COMMANDS}
    assert titles[:5] == [by_id[id] for id in ("next-matter", "ledger", "copy-citation", "search", "next-view")]
    assert titles.index(by_id["quit"]) > titles.index(by_id["write-report"])


def test_every_effect_is_carried_out() -> None:
    source = Path(diff_screen.__file__).read_text(encoding="utf-8")
    cases = re.findall(r"^ *case .*$", source, re.MULTILINE)
    carried_out = {name for case in cases for name in re.findall(r"(?:effects|PlainEffect)\.(\w+)", case)}
    kinds = {kind.__name__ for kind in get_args(Effect)} - {PlainEffect.__name__}
    assert carried_out == kinds | {effect.name for effect in PlainEffect}


async def test_the_palette_offers_the_themes_by_the_words_one_would_type(story: Comparison) -> None:
    async with running(story.articles) as run:
        offered = {command.title: command for command in run.app.get_system_commands(run.screen)}
        assert {"Theme: dark", "Theme: light", "Theme: high contrast", "Theme: blue orange"} <= offered.keys()
        offered["Theme: light"].callback()
        assert run.app.theme == "newsdiff-light"
