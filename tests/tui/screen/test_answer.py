"""The answer above the articles: there without a key, in place before it is known, and a click in it goes there."""

from collections.abc import Iterable
from dataclasses import replace

import pytest
from textual.geometry import Region
from textual.strip import Strip
from textual.visual import Visual
from textual.widget import Widget

from tests.conftest import MakePair
from tests.tui.running import ADDED, EDITED, RETOLD, Running, ledger_by_hand, running, story
from tui.screen.widgets.answer import Answer
from tui.screen.widgets.ledger_panel import LedgerPanel
from tui.view.actions import FailLedger, JumpToRow, TakeLedger
from tui.view.overview import OVERVIEW_WIDTH

by_hand_only = pytest.mark.usefixtures("_compared_by_hand")
LOOKING = "looking for what changed …"
LINES = ["Facts       2 → 2 dogs", "Sources     − he said", "Only right  + Added"]


def shown(run: Running) -> list[str]:
    """The lines of the answer as they stand on the screen."""
    region = run.screen.query_one(Answer).content_region
    return [line.strip() for line in run.text().splitlines()[region.y : region.bottom]]


def look(run: Running, words: str) -> tuple[object, ...]:
    """The colours and the weight of these words in the answer."""
    region = run.screen.query_one(Answer).content_region
    strips = run.screen._compositor.render_strips()[region.y : region.bottom]
    found = (segment.style for strip in strips for segment in strip if words in segment.text)
    style = next(style for style in found if style is not None)
    return style.color, style.bgcolor, style.bold, style.reverse


def words(run: Running) -> list[str]:
    """The articles as they stand on the screen, without the map at their edge and the sign of what matters."""
    lines = map(run.surface.render_line, range(run.surface.size.height))
    return [line.text[:-OVERVIEW_WIDTH].replace("!", " ") for line in lines]


def unknown(run: Running) -> None:
    """Have the screen as it is while the changes are looked for."""
    run.screen.state = replace(run.state, marking=None, is_making_ledger=True, at=None, entry_at=None)


@by_hand_only
@pytest.mark.parametrize("size", [(80, 24), (120, 40), (160, 50), (60, 18)], ids=str)
async def test_without_a_key_it_is_there(size: tuple[int, int]) -> None:
    async with running(story().articles, size) as run:
        assert shown(run) == LINES
        assert run.row == ADDED
        assert run.current_is_in_view()


@by_hand_only
@pytest.mark.parametrize(
    ("columns", "line"),
    [
        (40, "Facts       2 → 2 dogs · 2 more"),
        (80, "Facts       2 → 2 dogs · sources 1 · only right 1"),
    ],
)
async def test_in_a_low_window_it_has_one_line(columns: int, line: str) -> None:
    async with running(story().articles, (columns, 12)) as run:
        assert shown(run) == [line]
        assert run.current_is_in_view()


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40), (160, 50)], ids=str)
@by_hand_only
async def test_nothing_moves_when_it_comes(size: tuple[int, int]) -> None:
    def places(run: Running) -> dict[Widget, Region]:
        return {widget: widget.region for widget in run.screen.query("*")}

    async with running(story().articles, size) as run:
        unknown(run)
        await run.press("g", "j")
        assert shown(run)[0] == LOOKING
        before = places(run), run.surface.scroll_offset, run.block
        articles = words(run)
        await run.do(TakeLedger(story(), ledger_by_hand(story())))
        assert shown(run)[0].startswith("Facts ")
        assert (places(run), run.surface.scroll_offset, run.block) == before
        assert words(run) == articles


def colours(run: Running) -> dict[tuple[int, int], tuple[object, ...]]:
    """The colours of each cell of the articles and of the map at their edge that has something in it."""
    found: dict[tuple[int, int], tuple[object, ...]] = {}
    for y in range(run.surface.size.height):
        cells = Strip(run.surface.render_line(y)).divide(range(1, run.surface.size.width + 1))
        for x, cell in enumerate(cells):
            if cell.text.strip() and (style := next(iter(cell)).style):
                found[x, y] = (style.color, style.bgcolor)
    return found


@pytest.mark.parametrize("columns", [80, 120])
@pytest.mark.parametrize("keys", [(), ("asterisk",)], ids=str)
@by_hand_only
async def test_no_colour_becomes_another_when_it_comes(columns: int, keys: tuple[str, ...]) -> None:
    async with running(story().articles, (columns, 40)) as run:
        unknown(run)
        # Its row has the words that matter.
        await run.do(JumpToRow(EDITED + 1))
        await run.press(*keys)
        ink = run.surface.rich_style.color
        before = colours(run)
        await run.do(TakeLedger(story(), ledger_by_hand(story())))
        after = colours(run)
        edge = columns - OVERVIEW_WIDTH
        changed = {at for at, look in before.items() if look[0] != ink and after[at] != look and at[0] < edge}
        assert not changed
        # And what matters was not in a colour before: it is now.
        assert any(after[at] != look for at, look in before.items() if at[0] < edge)


@by_hand_only
async def test_where_none_comes_differences_have_their_colours() -> None:
    async with running(story().articles) as run:
        unknown(run)
        await run.press("g")
        waiting = colours(run)
        await run.do(FailLedger(story(), "no luck"))
        ink, after = run.surface.rich_style.color, colours(run)
        assert any(look[0] == ink != after[at][0] for at, look in waiting.items())


@by_hand_only
async def test_who_has_not_moved_is_taken_to_the_first_change() -> None:
    async with running(story().articles) as run:
        unknown(run)
        await run.pilot.pause()
        assert shown(run)[0] == LOOKING
        await run.do(TakeLedger(story(), ledger_by_hand(story())))
        assert run.row == ADDED
        assert run.current_is_in_view()


@by_hand_only
async def test_a_ledger_that_fails_is_not_looked_for_any_longer() -> None:
    async with running(story().articles) as run:
        unknown(run)
        await run.do(FailLedger(story(), "no luck"))
        assert LOOKING not in run.text()


@by_hand_only
async def test_of_a_book_it_says_how_to_look(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.view.arriving.is_short", lambda comparison: False)
    async with running(story().articles) as run:
        assert shown(run)[0] == "L looks for what changed: the articles are long"
        await run.press("d")
        await run.app.workers.wait_for_complete()
        await run.pilot.pause()
        assert shown(run) == LINES


@by_hand_only
async def test_a_click_on_a_change_goes_there_and_there_is_a_way_back() -> None:
    async with running(story().articles, (80, 24)) as run:
        for line, words, row in ((1, "he", RETOLD), (2, "Added", ADDED), (0, "dogs", EDITED)):
            at = run.text().splitlines()[line + 1].index(words)
            before = run.row
            await run.pilot.click(Answer, offset=(at, line))
            await run.pilot.pause()
            assert run.row == row
            assert run.current_is_in_view()
            await run.press("ctrl+o")
            assert run.row == before
            await run.press("l")
        # Beside the changes, where a group is named and the others are counted, a click lists all.
        await run.pilot.click(Answer, offset=(1, 1))
        await run.pilot.pause()
        assert run.row == EDITED
        assert run.screen.query_one(LedgerPanel).display


@by_hand_only
async def test_the_change_at_the_cursor_looks_like_no_other() -> None:
    async with running(story().articles) as run:
        await run.press("d")
        assert look(run, "2 → 2") != look(run, "he")
        at_cursor = look(run, "2 → 2")
        await run.press("right_square_bracket")
        assert look(run, "he") == at_cursor
        assert look(run, "2") != at_cursor


async def test_that_these_may_be_two_stories_is_no_dim_remark(make_pair: MakePair) -> None:
    left = [
        "Potato harvest best in ten years",
        "Farmers in Lowen brought in 2.1 million tonnes, and rain in July helped.",
    ]
    right = [
        "Pianist wins the prize of Carrow",
        "She played the last sonata of Schubert, the jury said on Sunday evening.",
    ]
    async with running(make_pair(left, right)) as run:
        assert shown(run)[0].startswith("Hardly anything corresponds")
        assert look(run, "Hardly") != look(run, "Only left")


@by_hand_only
@pytest.mark.parametrize("size", [(80, 24), (40, 12), (120, 40), (160, 50)], ids=str)
async def test_the_list_stands_in_its_place_where_there_is_little_room(size: tuple[int, int]) -> None:
    async with running(story().articles, size) as run:
        await run.press("L")
        assert run.screen.query_one(Answer).display is (size[1] >= 30)
        await run.press("escape")
        assert run.screen.query_one(Answer).display


@pytest.mark.parametrize(
    ("left", "right", "line"),
    [
        (["The crew sang."], ["The crew sang."], "No change found that matters"),
        (["The crew sang."], ["The crew sang loudly."], "No change found that matters; 1 small edit"),
        (["The “crew” sang."], ['The "crew" sang.'], "No change found that matters; 2 of typography"),
        ([], [], "No change found that matters"),
    ],
)
async def test_no_change_is_an_answer_too(make_pair: MakePair, left: list[str], right: list[str], line: str) -> None:
    english = "It was a calm evening, and there was nothing that the people of the town had to do."
    async with running(make_pair([*left, english], [*right, english]), (80, 24)) as run:
        assert shown(run) == [line, "", ""]


def looks(strips: Iterable[Strip]) -> list[list[tuple[str, str]]]:
    return [[(segment.text, str(segment.style)) for segment in strip] for strip in strips]


@by_hand_only
async def test_a_line_kept_from_before_is_painted_as_all_of_them_would_be() -> None:
    async with running(story().articles, (120, 40)) as run:
        answer = run.screen.query_one(Answer)
        for key in ("d", "D", "j", "d"):
            await run.press(key)
            whole = Visual.to_strips(answer, answer.render(), *answer.size, answer.visual_style)
            assert looks(map(answer.render_line, range(len(LINES)))) == looks(whole[: len(LINES)])
        before = looks(whole)
        run.app.theme = "newsdiff-light"
        await run.pilot.pause()
        whole = Visual.to_strips(answer, answer.render(), *answer.size, answer.visual_style)
        assert looks(map(answer.render_line, range(len(LINES)))) == looks(whole[: len(LINES)]) != before
