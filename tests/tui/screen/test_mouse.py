"""The mouse alone: a click beside a panel closes it, a double click says why, one on a note follows a move."""

import pytest
from textual.command import CommandPalette

from tests.tui.running import EDITED, Running, row_where, running, story
from tui.screen.widgets.handing_back import covering
from tui.screen.widgets.info import Info
from tui.screen.widgets.key_line import KeyLine
from tui.screen.widgets.ledger_panel import LedgerPanel
from tui.screen.widgets.side_by_side import SideBySide
from tui.screen.widgets.status import StatusLine
from tui.screen.widgets.title import TitleLine
from tui.view.outline import BlockForm

pytestmark = pytest.mark.usefixtures("_compared_by_hand")
MOVED = row_where(moved=True)


async def click(run: Running, row: int, line: int = 0, times: int = 1, x: int = 20) -> None:
    """Click on a line of a row that is in view."""
    lines = run.surface._lines
    assert lines is not None
    y = lines.top(lines.outline.place_of_row(row)) - run.surface.scroll_offset.y + line
    await run.pilot.click(SideBySide, offset=(x, y), times=times)
    await run.pilot.pause()


@pytest.mark.parametrize("key", ["question_mark", "F"])
@pytest.mark.parametrize("beside", [SideBySide, TitleLine, StatusLine])
async def test_a_click_beside_a_panel_closes_it_and_does_nothing_else(
    key: str, beside: type[SideBySide | TitleLine | StatusLine]
) -> None:
    async with running(story().articles, (140, 40)) as run:
        before = run.block, run.settings
        await run.press(key)
        (panel,) = covering(run.screen)
        await run.pilot.click(beside, offset=(5, 0 if beside is not SideBySide else 12))
        await run.pilot.pause()
        assert not panel.display
        assert run.focused() is run.surface
        assert (run.block, run.settings) == before
        await run.press("j")
        assert run.block != before[0]


@pytest.mark.parametrize("key", ["question_mark", "F"])
async def test_a_click_in_a_panel_or_on_the_key_line_does_not_close_it(key: str) -> None:
    async with running(story().articles, (140, 40)) as run:
        await run.press(key)
        (panel,) = covering(run.screen)
        await run.pilot.click(type(panel), offset=(4, 1))
        await run.pilot.click(KeyLine, offset=(139, 0))
        await run.pilot.pause()
        assert panel.display


async def test_every_action_is_reached_from_the_help() -> None:
    async with running(story().articles, (120, 24)) as run:
        for hint in ("help", "every action"):
            line = run.screen.query_one(KeyLine)
            x = run.text().splitlines()[-1].replace("\xa0", " ").index(hint)
            await run.pilot.click(KeyLine, offset=(x, 0))
            await run.pilot.pause()
            assert line.display
        assert isinstance(run.app.screen, CommandPalette)


async def test_the_overview_lies_still_under_a_panel() -> None:
    async with running(story().articles, (140, 20)) as run:
        await run.press("F")
        await run.pilot.click(TitleLine)
        await run.press("F")
        y = run.surface.scroll_offset.y
        await run.pilot.click(SideBySide, offset=(20, 9))
        await run.pilot.pause()
        assert run.surface.scroll_offset.y == y
        assert not covering(run.screen)


async def test_a_double_click_says_why_also_of_a_row_that_was_current() -> None:
    for start in (0, EDITED):
        async with running(story().articles, (120, 60)) as run:
            await run.go_to(start)
            await click(run, EDITED, times=2)
            assert run.row == EDITED
            assert run.state.shows_reasons
            assert f"¶{story().rows[EDITED].left[0] + 1} → " in run.screen.query_one(Info).render().plain
            # It stays open for the next one.
            await click(run, EDITED + 1, times=2)
            assert run.row == EDITED + 1
            assert run.state.shows_reasons


async def test_a_click_only_selects() -> None:
    async with running(story().articles, (120, 60)) as run:
        await click(run, EDITED)
        await click(run, MOVED, line=1)
        await run.pilot.pause(0.6)
        await click(run, MOVED, line=1)
        assert (run.row, run.block.form) == (MOVED, BlockForm.ROW)
        assert not run.state.shows_reasons


async def test_a_click_on_the_note_of_a_move_goes_to_its_other_end_and_a_double_click_does_no_more() -> None:
    for times in (1, 2):
        async with running(story().articles, (120, 60)) as run:
            await click(run, MOVED, line=0, times=times)
            assert (run.row, run.block.form) == (MOVED, BlockForm.POINTER)
            assert run.state.leads_back
            assert not run.state.shows_reasons


async def test_a_double_click_on_a_fold_only_opens_it() -> None:
    furniture = row_where(furniture=True)
    async with running(story().articles, (120, 60)) as run:
        await click(run, furniture, times=2)
        assert furniture in run.settings.opened
        assert not run.state.shows_reasons


async def test_a_click_on_a_sign_says_why() -> None:
    for size, x in (((120, 60), 59), ((80, 60), 6)):
        async with running(story().articles, size) as run:
            await click(run, EDITED, x=x)
            assert run.row == EDITED
            assert run.state.shows_reasons


async def test_a_click_on_the_title_lists_the_changes() -> None:
    async with running(story().articles, (120, 40)) as run:
        await run.pilot.click(TitleLine, offset=(100, 0))
        await run.pilot.pause()
        assert run.screen.query_one(LedgerPanel).display


async def test_a_click_on_the_status_line_says_why_and_opens_a_fold() -> None:
    furniture = row_where(furniture=True)
    async with running(story().articles, (120, 40)) as run:
        await run.go_to(EDITED)
        await run.pilot.click(StatusLine, offset=(3, 0))
        await run.pilot.pause()
        assert run.state.shows_reasons
        await run.press("i")
        assert not run.state.shows_reasons
        place = next(place for place, block in enumerate(run.surface.blocks) if furniture in block.rows)
        await run.go_to_place(place)
        await run.pilot.click(StatusLine, offset=(3, 0))
        await run.pilot.pause()
        assert furniture in run.settings.opened
