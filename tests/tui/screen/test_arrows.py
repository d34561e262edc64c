"""Arrows, Enter and Esc alone: every command, every panel and the way out."""

import pytest
from textual.command import CommandPalette
from textual.widgets import Input
from textual.widgets._option_list import OptionList

from tests.tui.running import at_once, running, story
from tests.tui.translated import translation
from tui.keys.commands import COMMANDS, PALETTE
from tui.screen.widgets.change_list import ChangeList
from tui.view.settings import Category

pytestmark = pytest.mark.usefixtures("_compared_by_hand")


async def test_the_right_arrow_lists_every_command() -> None:
    async with running(story().articles) as run:
        await run.press("right")
        await run.app.workers.wait_for_complete()
        options = run.app.screen.query_one(OptionList)
        listed = [str(options.get_option_at_index(at).prompt) for at in range(options.option_count)]
        titles = {command.title for command in COMMANDS if command.id != PALETTE}
        assert all(any(title in line for line in listed) for title in titles)
        # The one that quits is chosen with arrows.
        place = next(at for at, line in enumerate(listed) if line.startswith("Quit"))
        await run.press(*["down"] * (place + 1 - (options.highlighted or 0)))
        await run.press("escape")
        assert run.app.screen is run.screen


async def test_in_a_translation_the_actions_are_behind_the_question_whether_to_leave(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("tui.screen.controllers.articles.compared", at_once(lambda *_: translation()))
    async with running(translation().articles) as run:
        await run.press("right")
        assert run.app.screen is run.screen
        await run.press("escape")
        assert run.status().startswith(" quit? Enter quits, → lists every action")
        await run.press("right")
        assert isinstance(run.app.screen, CommandPalette)


async def test_arrows_change_the_kind_in_a_list() -> None:
    async with running(story().articles) as run:
        await run.press("s", "right")
        assert run.screen.query_one(ChangeList).category is Category.ADDED
        await run.press("left", "left")
        assert run.screen.query_one(ChangeList).category is list(Category)[-1]
        await run.press("escape")
        assert run.focused() is run.surface


async def test_an_arrow_in_a_line_of_input_moves_in_it() -> None:
    async with running(story().articles) as run:
        await run.press("slash", *"bell", "left", "left")
        assert run.screen.query_one(Input).cursor_position == 2
        await run.press("right")
        assert run.screen.query_one(Input).cursor_position == 3
        assert run.app.screen is run.screen


async def test_the_left_arrow_goes_back_from_a_jump() -> None:
    moved = next(at for at, row in enumerate(story().rows) if row.moved)
    async with running(story().articles) as run:
        await run.go_to(moved)
        before = run.block
        await run.press("enter")
        assert run.block != before
        await run.press("left")
        assert run.block == before


async def test_esc_and_enter_leave() -> None:
    async with running(story().articles) as run:
        await run.press("enter")
        assert run.state.shows_reasons
        await run.press("escape", "escape")
        assert run.status().startswith(" quit? Enter quits")
        await run.press("down")
        assert "quit?" not in run.status()
        await run.press("escape", "enter")
        assert run.app.return_code == 0
        assert not run.app.is_running
