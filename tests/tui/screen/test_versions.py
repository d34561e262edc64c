"""Many versions on the screen: the line above the articles, the keys and the mouse, lanes and wordings."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from diffing.history.model import Origin, Version
from diffing.history.versions import one_version_each
from diffing.model import Pair
from diffing.sources.plain import SourceText, article
from tests.conftest import thorough
from tests.tui.told import MadeHere, story, versions
from tui.screen.app import NewsdiffApp
from tui.screen.controllers import story_steps
from tui.screen.controllers.story_steps import Told
from tui.screen.diff_screen import DiffScreen
from tui.screen.widgets.lanes import Lanes
from tui.screen.widgets.versions import Versions
from tui.view.story import Ends, Pane, Story
from tui.worker.history_client import Made
from tui.worker.process import ComparingError


class On:
    """The screen of a story, with what a test looks at."""

    def __init__(self, pilot: Pilot[str]) -> None:
        self.pilot, self.app = pilot, pilot.app
        assert isinstance(pilot.app.screen, DiffScreen)
        self.screen = pilot.app.screen

    @property
    def story(self) -> Story:
        assert self.screen.state.story is not None
        return self.screen.state.story

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    def lines(self) -> list[str]:
        """The lines of the screen."""
        self.screen._compositor.reflow_visible(self.screen, self.screen.size)
        return ["".join(segment.text for segment in strip) for strip in self.screen._compositor.render_strips()]


@asynccontextmanager
async def shown(told: Sequence[Version] | None = None, size: tuple[int, int] = (120, 40)) -> AsyncIterator[On]:
    own = tuple(told or versions())
    comparer = MadeHere(told)
    given = Pair(own[0].article, own[1].article)
    app = NewsdiffApp(given, told=Told(story(own), comparer))  # type: ignore[arg-type]
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield On(pilot)


def pane(on: On) -> Pane:
    return on.story.pane


def text(on: On) -> str:
    return "\n".join(on.lines())


async def test_the_line_of_versions_stands_above_the_articles() -> None:
    async with shown() as on:
        title, summary, times, numbers, weights, *_ = on.lines()
        assert title.startswith(" v1.txt → v2.txt")
        assert "mill.txt  4 versions, 3 June 2031 07:42 – 4 June 2031 12:10" in summary
        assert "4 changes of facts · 1 with a note · 3 without a note" in summary
        assert [word for word in times.split() if ":" in word] == ["08:05", "09:30"]
        assert " 1 → 2 compared" in numbers
        assert f"1 {'━' * 19} 2 {'─' * 19} 3 {'─' * 19} 4" in numbers
        assert weights.split("matter")[1].split() == ["■", "1", "■", "1", "■■■", "3"]


async def test_keys_go_from_step_to_step_and_move_the_ends() -> None:
    async with shown() as on:
        await on.press("right_parenthesis")
        assert on.story.shown == Ends(1, 2)
        assert on.lines()[0].startswith(" v2.txt → v3.txt")
        await on.press("right_curly_bracket")
        assert on.story.shown == Ends(1, 3)
        await on.press("left_curly_bracket")
        assert on.story.shown == Ends(0, 3)
        assert "1 → 4 compared" in text(on)
        assert on.screen.state.marking is not None
        await on.press("left_parenthesis")
        assert "version 1 is the oldest" in text(on)


async def test_a_click_compares_with_a_version_and_one_on_a_bar_shows_that_step() -> None:
    async with shown() as on:
        line = on.screen.query_one(Versions)
        x = on.lines()[3].index("4", 25)
        await on.pilot.click(line, offset=(x, 2))
        await on.pilot.pause()
        assert on.story.shown == Ends(0, 3)
        await on.pilot.click(line, offset=(on.lines()[4].index("■", 40), 3))
        await on.pilot.pause()
        assert on.story.shown.right == on.story.shown.left + 1


async def test_lanes_show_words_where_they_change_and_enter_reads_there() -> None:
    async with shown() as on:
        await on.press("T")
        assert on.screen.focused is on.screen.query_one(Lanes)
        lines = on.lines()
        people = next(line for line in lines if "people" in line and "Two" in line)
        assert "Two ─" in people
        assert "Three ─" in people
        assert people.rstrip().endswith("none")
        assert any("version 1" in line and "Two people were hurt" in line for line in lines)
        assert any("No correction or update note in versions 2 to 4 names it." in line for line in lines)
        await on.press("G")
        assert any("The note in version 4 names this change." in line for line in on.lines())
        assert on.story.shown == Ends(2, 3)
        await on.press("enter")
        assert on.story.pane is Pane.ARTICLES
        assert on.screen.focused is on.screen.query_one("SideBySide")
        assert "The mill is closed" in text(on)


async def test_beside_what_is_said_of_the_last_change_stands_the_number_of_the_fact() -> None:
    async with shown() as on:
        await on.press("T", "G")
        assert " fact " in on.lines()[-2] + on.lines()[-1]
        await on.press("right", "right", "right")
        (line,) = (line for line in on.lines() if "this is the last change of this fact" in line)
        assert " fact " in line
        assert "matter" not in line


async def test_the_wordings_of_a_paragraph_stand_below_each_other() -> None:
    async with shown() as on:
        await on.press("I")
        assert pane(on) is Pane.WORDINGS
        lines = on.lines()
        at = next(place for place, line in enumerate(lines) if "2 wordings of this paragraph" in line)
        assert "version 1, 2031-06-03 07:42 · ¶2" in lines[at + 2]
        assert "Two people" in lines[at + 3]
        assert "versions 2 to 4, 2031-06-03 08:05 · ¶2" in lines[at + 5]
        assert "Three people" in lines[at + 6]
        await on.press("escape")
        assert pane(on) is Pane.ARTICLES


async def test_search_list_and_copy_are_about_the_versions_in_view() -> None:
    async with shown() as on:
        await on.press("right_parenthesis", "right_parenthesis", "L")
        assert "open → closed" in text(on)
        await on.press("escape", "slash", *"closed", "enter")
        assert on.screen.state.search is not None
        await on.press("y")
        assert "v3.txt" in on.app.clipboard
        assert "v4.txt" in on.app.clipboard


HOSTILE = "[bold]\x1b[2Jv\u202e1\x07.txt"


async def test_control_characters_of_names_and_words_reach_no_terminal() -> None:
    told = one_version_each(
        Version(
            article(SourceText(HOSTILE, f"Fire\n\n{count} \x1b[31mdogs\x1b[0m were [link=x]hurt[/] at Velmar.")),
            (Origin(f"{HOSTILE}{at}", "", "\x1b]52;c;QQ==\x07", "c"),),
        )
        for at, count in enumerate(("Two", "Three", "Four"))
    )
    async with shown(told) as on:
        on.screen.state = replace(on.screen.state, story=replace(on.story, name=HOSTILE))
        for keys in ((), ("T",), ("G",), ("escape",), ("I",), ("escape",)):
            await on.press(*keys)
            shown_text = text(on)
            assert not any(character < " " or character in "\x7f\u202e" for character in shown_text.replace("\n", ""))
        assert "[bold]" in shown_text


def many(count: int) -> tuple[Version, ...]:
    return one_version_each(
        Version(
            article(
                SourceText(f"{at}.txt", f"Flood at Velmar\n\nVELMAR — {at + 20} people left their homes on Monday.")
            ),
            (Origin(f"{at}.txt"),),
        )
        for at in range(count)
    )


@pytest.mark.parametrize("size", [(80, 24), pytest.param((40, 12), marks=thorough), (30, 7)], ids=str)
async def test_sixty_versions_in_a_small_window(size: tuple[int, int]) -> None:
    async with shown(many(60), size) as on:
        await on.press(*["right_parenthesis"] * 3)
        assert on.story.shown == Ends(3, 4)
        await on.press("T", "G", "right", "right")
        assert all(len(line) == size[0] for line in on.lines())
        await on.press("escape")
        lines = on.lines()
        shown_pair = f"{on.story.shown.left + 1} → {on.story.shown.right + 1}"
        assert shown_pair == "6 → 7"
        assert any(shown_pair in line and "━" in line for line in lines) is (size[1] >= 10)
        assert not any("too small" in line for line in lines)


async def test_the_report_from_the_lanes_is_the_page_of_the_history(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with shown() as on:
        await on.press("T", "R")
        for _ in range(20):
            if list(tmp_path.glob("*.html")):
                break
            await on.pilot.pause(0.1)
    (page,) = tmp_path.glob("*.html")
    assert "What became of each fact" in page.read_text(encoding="utf-8")


class Killed(MadeHere):
    """Its process is killed after the first step."""

    def __next__(self) -> Made:
        if self._made and self._behind is None:
            raise ComparingError("the comparing process was killed", is_fault=False)
        return super().__next__()


async def test_after_a_failure_another_process_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(story_steps, "StoryComparer", MadeHere)
    monkeypatch.setattr(f"{__name__}.MadeHere", Killed)
    async with shown() as on:
        assert "the comparing process was killed" in text(on)
        assert on.story.shown == Ends(0, 1)
        await on.press("right_parenthesis")
        assert on.story.shown == Ends(1, 2)
        await on.press("T")
        assert on.story.history is not None
