"""What is painted when: the first picture has the articles, and every picture is right at once."""

import subprocess
import sys
from typing import Any

import pytest
from textual.css.stylesheet import Stylesheet
from textual.strip import Strip

from diffing.ledger import build
from tests.tui.running import EDITED, RETOLD, SENTENCE, at_once, by_hand, ledger_by_hand, running, story
from tui.screen.diff_screen import DiffScreen
from tui.screen.painting.line_painting import paint
from tui.screen.widgets.filter import Filter
from tui.screen.widgets.help import Help
from tui.screen.widgets.info import Info
from tui.screen.widgets.ledger_panel import LedgerPanel
from tui.screen.widgets.prompt import Prompt
from tui.screen.widgets.side_by_side import SideBySide
from tui.screen.widgets.summary import Summary
from tui.view.block_lines import BlockLines
from tui.view.overview import OVERVIEW_WIDTH

SIZE = (200, 60)

pytestmark = pytest.mark.usefixtures("_with_every_frame")


@pytest.fixture(name="painted")
def _painted(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, str]]:
    """The lines of the surface as they were painted, (line, text)."""
    monkeypatch.setattr("tui.screen.controllers.articles.compared", at_once(by_hand))
    found: list[tuple[int, str]] = []
    paint = SideBySide.render_line

    def render_line(self: SideBySide, y: int) -> Strip:
        strip = paint(self, y)
        found.append((y, strip.text))
        return strip

    monkeypatch.setattr(SideBySide, "render_line", render_line)
    return found


async def test_the_first_picture_has_the_articles(painted: list[tuple[int, str]]) -> None:
    async with running(story().articles, SIZE) as run:
        first = painted[: run.surface.size.height]
        assert [y for y, _ in first] == list(range(len(first)))
        assert any(SENTENCE[:40] in text for _, text in first)


async def test_a_step_paints_no_more_than_what_it_changes(
    painted: list[tuple[int, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(story().articles, SIZE) as run:
        whole: list[object] = []
        monkeypatch.setattr(DiffScreen, "refresh", lambda self, *regions, **how: whole.append(how))
        for key in ("j", "G", "n", "g", "z", "u"):
            painted.clear()
            await run.press(key)
            assert painted, key
            assert whole == [], key


async def test_a_step_to_a_change_paints_only_where_the_reader_was_and_is(
    painted: list[tuple[int, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(build, "ledger", ledger_by_hand)
    made: list[int] = []

    def counted(block: BlockLines, line: int, *more: Any) -> Strip:
        made.append(line)
        return paint(block, line, *more)

    monkeypatch.setattr("tui.screen.widgets.side_by_side.paint", counted)
    async with running(story().articles, SIZE) as run:
        await run.press("d")
        assert run.row == EDITED
        made.clear()
        await run.press("d")
        assert run.row == RETOLD
        assert 0 < len(made) < 12 < len(painted)


async def test_no_panel_is_made_before_it_is_opened(painted: list[tuple[int, str]]) -> None:
    async with running(story().articles, SIZE) as run:
        assert painted
        made = len(run.screen.query("*"))
        kinds = (
            ("question_mark", Help),
            ("F", Filter),
            ("s", Summary),
            ("L", LedgerPanel),
            ("slash", Prompt),
            ("i", Info),
        )
        for key, kind in kinds:
            assert not run.screen.query(kind)
            await run.press(key)
            await run.press("i" if kind is Info else "escape")
            assert len(run.screen.query(kind)) == 1
            assert not run.screen.query_one(kind).display
        inside = sum(len(run.screen.query_one(kind).query("*")) for _, kind in kinds)
        assert len(run.screen.query("*")) == made + inside + len(kinds)


async def test_another_size_is_painted_right_the_first_time(painted: list[tuple[int, str]]) -> None:
    async with running(story().articles, SIZE) as run:
        for act in ("info", "size"):
            painted.clear()
            await (run.press("i") if act == "info" else run.pilot.resize_terminal(120, 40))
            height = run.surface.size.height
            assert len(painted) >= height
            first = [text for _, text in painted[:height]]
            right = [run.surface.render_line(y).text for y in range(height)]
            # The overview may get another scale when the rest of the article is laid out, which takes its time.
            assert [text[:-OVERVIEW_WIDTH] for text in first] == [text[:-OVERVIEW_WIDTH] for text in right]
            assert {text[-OVERVIEW_WIDTH:] for text in first} != {" " * OVERVIEW_WIDTH}


async def test_the_stylesheet_is_parsed_once(painted: list[tuple[int, str]], monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[Stylesheet] = []
    monkeypatch.setattr(Stylesheet, "reparse", parsed.append)
    async with running(story().articles, SIZE):
        assert painted
        assert parsed == []


def test_what_panels_are_made_of_is_not_loaded_with_the_screen() -> None:
    panels = {f"tui.screen.widgets.{name}" for name in ("change_list", "filter", "help", "info", "prompt", "summary")}
    later = panels | {"tui.view.pair_evidence", "tui.present.concealed", "tui.present.row_summary"}
    found = subprocess.run(
        [sys.executable, "-c", "import sys, tui.screen.app; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = set(found.stdout.split())
    assert "tui.screen.widgets.side_by_side" in loaded
    assert not loaded & later
