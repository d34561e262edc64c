"""A search as the reader sees it: typed, stepped through, lit, ended."""

import pytest
from textual import events

from tests.conftest import MakePair
from tests.tui import stubs
from tests.tui.running import SENTENCE, Running, folded, row_where, running, story
from tui.screen.widgets.prompt import Prompt
from tui.view.columns import SIDE_BY_SIDE_FROM
from tui.view.outline import BlockForm
from tui.view.settings import View, ViewSettings

ROWS = story().rows
START = 16


by_hand_only = pytest.mark.usefixtures("_compared_by_hand")


FURNITURE = row_where(furniture=True)


# Search.


def lit(run: Running, style: str) -> list[str]:
    """What is painted reversed or underlined, but for changes."""
    return [
        segment.text
        for y in range(run.surface.size.height)
        for segment in run.surface.render_line(y)
        if segment.style and getattr(segment.style, style) and segment.text.strip()
    ]


@by_hand_only
async def test_search_is_live_counted_and_lit() -> None:
    async with running(story().articles) as run:
        await run.press("slash", *"MÓVED 3")
        assert "2 matches in 1 row" in run.status()
        await run.press("enter")
        assert ROWS[run.row].moved
        # The match that the reader is at is set off from the others, also without colour.
        assert lit(run, "reverse") == ["Moved 3"]
        assert lit(run, "underline").count("Moved 3") == 1
        left = run.screen.state.match
        await run.press("full_stop")
        assert lit(run, "reverse") == ["Moved 3"]
        assert run.screen.state.match != left
        await run.press("escape")
        assert run.screen.state.search is None
        assert run.screen.state.match is None
        assert lit(run, "reverse") == []


TALL = [f"{SENTENCE * 30}Here it is. {SENTENCE * 30}And it is here again. {SENTENCE * 30}", "Here is the end."]


@pytest.mark.parametrize("width", [60, 120])
async def test_a_match_deep_in_a_tall_row_is_brought_into_view(make_pair: MakePair, width: int) -> None:
    async with running(make_pair(TALL, TALL), size=(width, 20)) as run:
        await run.press("slash", *"here", "enter")
        seen = []
        for _ in range(3 if width < SIDE_BY_SIDE_FROM else 6):
            assert [text.casefold() for text in lit(run, "reverse")] == ["here"]
            seen.append((run.row, run.surface.scroll_offset.y))
            await run.press("full_stop")
        assert "from the top again" in run.status()
        assert len({row for row, _ in seen}) == 2
        assert len(set(seen)) >= 3
        # And a window of another size keeps it in view.
        await run.press("comma", "comma")
        await run.pilot.resize_terminal(width + 10, 16)
        await run.pilot.pause()
        assert [text.casefold() for text in lit(run, "reverse")] == ["here"]


@by_hand_only
async def test_a_step_from_where_the_reader_went_meanwhile() -> None:
    async with running(story().articles) as run:
        await run.press("slash", *"perhaps", "enter")
        first = run.row
        await run.press("G", "comma")
        assert "match 12 of 12" in run.status()
        await run.go_to(first + 1)
        await run.press("comma")
        assert run.match() == (first, 1)
        await run.go_to(first - 1)
        await run.press("full_stop")
        assert run.match() == (first, 0)


@by_hand_only
async def test_a_view_of_one_side_has_the_matches_of_that_side() -> None:
    async with running(story().articles) as run:
        await run.press("slash", *"moved", "enter")
        assert "of 12" in run.status()
        for view in (View.LEFT, View.RIGHT, View.REDLINE):
            await run.show(ViewSettings(view=view))
            await run.pilot.pause()
            await run.press("g", "full_stop")
            assert "match 1 of 6 " in run.status()
            assert lit(run, "reverse") == ["Moved"]


@by_hand_only
async def test_a_long_comparison_is_searched_while_the_reader_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.view.find._LEAST_CHUNK_CHARACTERS", 1)
    monkeypatch.setattr("tui.screen.controllers.search_scan._CHUNK_SECONDS", 0.0)
    monkeypatch.setattr("tui.screen.controllers.search_scan.FRAME_SECONDS", 1000)
    async with running(story().articles) as run:
        await run.press("g", "slash", *"paragraph")
        assert "2+ matches" in run.status()
        await run.press("enter")
        assert "match 1 of 2+" in run.status()
        assert run.row == 0
        # What comes next is not known yet, and the keys go on working.
        await run.press("full_stop", "full_stop")
        assert run.match() == (0, 1)
        assert "2+ matches" in run.status()
        while not run.finding.is_done:
            await run.screen._search.scan()
            await run.pilot.pause()
        assert run.match() == (8, 0)
        assert "match 3 of 12" in run.status()
        assert "+" not in run.status()
        # Whoever goes elsewhere while waiting is not taken away from there.
        await run.press("slash", *"paragraph 3", "enter", "j")
        here = run.row
        while not run.finding.is_done:
            await run.screen._search.scan()
            await run.pilot.pause()
        assert run.row == here


async def test_an_expression_that_takes_too_long_is_given_up(
    make_pair: MakePair, monkeypatch: pytest.MonkeyPatch
) -> None:
    stubs.slow(monkeypatch)
    texts = ["One text.", "And the rest."]
    async with running(make_pair(texts, texts)) as run:
        await run.press("slash", "ctrl+r", *stubs.HARMFUL)
        assert "expression too slow" in run.status()
        await run.press("enter")
        assert "expression too slow" in run.status()
        await run.press("slash", "ctrl+r", *"nowhere", "enter")
        assert "no match" in run.status()
        await run.press("slash", "ctrl+r", *"re.t", "enter")
        assert "match 1 of 2" in run.status()


@by_hand_only
async def test_only_a_search_is_offered_as_an_expression() -> None:
    async with running(story().articles) as run:
        await run.press("slash")
        assert "ctrl+r" in run.text().splitlines()[-1].casefold()
        await run.press("escape", "colon")
        assert "ctrl+r" not in run.text().splitlines()[-1].casefold()
        await run.press("escape", "slash")
        assert "ctrl+r" in run.text().splitlines()[-1].casefold()


@by_hand_only
async def test_search_opens_the_fold_that_hides_a_match() -> None:
    async with running(story().articles) as run:
        place = next(index for index, row in enumerate(ROWS) if row.furniture and row.spans[0].right.endswith("2"))
        assert place in folded(run)
        await run.press("slash", *"share this 2", "enter")
        assert run.row == place
        assert place not in folded(run)
        assert "Share this 2" in run.text()
        assert run.current_is_in_view()
        # Its neighbours in other folds stay folded.
        assert FURNITURE in folded(run)


@by_hand_only
async def test_search_for_an_expression() -> None:
    async with running(story().articles) as run:
        await run.press("slash", *"Moved [", "ctrl+r")
        assert "not a regular expression" in run.status()
        await run.press(*"45]")
        assert "4 matches in 2 rows" in run.status()
        await run.press("enter")
        assert ROWS[run.row].spans[0].right.startswith("Moved 4")
        await run.press("full_stop", "full_stop")
        assert ROWS[run.row].spans[0].right.startswith("Moved 5")
        await run.press("slash", *"(", "ctrl+r", "enter")
        assert "not a regular expression" in run.status()


@by_hand_only
async def test_search_for_what_is_not_there() -> None:
    async with running(story().articles) as run:
        await run.go_to(START)
        await run.press("slash", *"zz", "enter")
        assert "no match" in run.status()
        assert run.row == START
        await run.press("slash", "z", "backspace")
        assert "no match" not in run.status()
        await run.press("escape", "full_stop")
        assert "nothing is searched for" in run.status()


@by_hand_only
async def test_another_window_does_not_end_the_search() -> None:
    async with running(story().articles) as run:
        await run.press("slash", "n", "e")
        run.app.post_message(events.AppBlur())
        await run.pilot.pause()
        run.app.post_message(events.AppFocus())
        await run.pilot.pause()
        await run.press("w", "enter")
        assert run.screen.state.search is not None
        assert run.screen.state.search.query == "new"


@by_hand_only
async def test_a_click_on_the_articles_ends_the_asking() -> None:
    async with running(story().articles) as run:
        await run.press("colon", "3")
        await run.pilot.click(run.surface, offset=(20, 5))
        await run.pilot.pause()
        assert not run.screen.query_one(Prompt).display
        assert run.app.focused is run.surface


@by_hand_only
async def test_one_key_leaves_while_something_is_asked() -> None:
    async with running(story().articles) as run:
        await run.press("slash", "a", "ctrl+c")
        assert run.app.return_code == 0


@pytest.mark.usefixtures("_compared_by_hand")
async def test_from_a_pointer_the_next_match_is_below_it() -> None:
    async with running(story().articles) as run:
        await run.press("slash", *"moved", "enter", "G")
        # The last pointer stands below all rows, and its own row above.
        assert run.block.form is BlockForm.POINTER
        await run.press("comma")
        assert run.row == len(story().rows) - 1
        await run.press("G", "full_stop")
        assert "from the top again" in run.status()
