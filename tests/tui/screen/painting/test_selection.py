"""Selecting with the mouse: one side, the author's words, nothing else."""

import pytest
from textual.color import Color
from textual.geometry import Offset
from textual.selection import Selection

from diffing.comparison import compare
from diffing.model import Article, Pair
from tests.conftest import MakeArticle, MakePair
from tests.tui.running import Running, running
from tests.tui.view.laid_out import laid_out
from tui.screen.painting.selection import anchors, selected, selected_text
from tui.screen.widgets.side_by_side import SideBySide
from tui.view.layout import Layout
from tui.view.settings import View, ViewSettings

LEFTS = [
    "The old man crossed the border on Sunday evening, and nobody at the checkpoint asked him for any papers at all.",
    "The second paragraph of this story is the same in both of the articles, word for word.",
    "Nobody else had crossed the border by the end of that long evening, said the guards.",
]
RIGHTS = [
    "The young man crossed the border on Sunday evening, and nobody at the checkpoint asked him for any papers at all.",
    LEFTS[1],
    "Nobody else had crossed the border by the end of that short evening, said the guards.",
]
WIDE = ["北京市民在广场上庆祝新年的到来，气氛非常热烈。", "许多家庭一起在公园里散步，享受节日的时光。"]


def place(run: Running, words: str, last: bool = False) -> tuple[int, int]:
    """Where words stand on the surface (the last of several places if asked for), in cells."""
    from rich.cells import cell_len

    for y in range(run.surface.size.height):
        text = run.surface.render_line(y).text
        if words in text:
            index = text.rindex(words) if last else text.index(words)
            return cell_len(text[:index]), y
    raise AssertionError(f"{words!r} is not on the screen")


async def drag(run: Running, start: tuple[int, int], end: tuple[int, int]) -> str | None:
    await run.pilot.mouse_down(SideBySide, offset=start)
    await run.pilot.hover(SideBySide, offset=end)
    await run.pilot.mouse_up(SideBySide, offset=end)
    await run.pilot.pause()
    return run.screen.get_selected_text()


async def test_a_drag_gives_the_words_under_it(make_pair: MakePair) -> None:
    async with running(make_pair(LEFTS, RIGHTS)) as run:
        x, y = place(run, "old man")
        assert await drag(run, (x, y), (x + len("old ma"), y)) == "old man"
        x, y = place(run, "young man")
        assert await drag(run, (x, y), (x + len("young ma"), y)) == "young man"


async def test_the_space_beside_a_selection_is_not_copied(make_pair: MakePair) -> None:
    async with running(make_pair(LEFTS, RIGHTS)) as run:
        x, y = place(run, " old man ")
        assert await drag(run, (x, y), (x + len(" old man"), y)) == "old man"
        x, y = place(run, "old man")
        assert not await drag(run, (x + 3, y), (x + 3, y))


async def test_a_drag_upwards_gives_the_same(make_pair: MakePair) -> None:
    async with running(make_pair(LEFTS, RIGHTS)) as run:
        start, end = place(run, "old man"), place(run, "second paragraph")
        down = await drag(run, start, end)
        assert down is not None
        assert down.startswith("old man crossed")
        assert down.splitlines()[0] in LEFTS[0]
        await run.pilot.click(SideBySide, offset=(0, 20))
        up = await drag(run, end, start)
        assert up is not None
        assert up.startswith("old man crossed")
        assert abs(len(up) - len(down)) <= 1


async def test_lines_of_the_screen_are_no_lines_of_the_text(make_pair: MakePair) -> None:
    async with running(make_pair(LEFTS, RIGHTS)) as run:
        start, (x, y) = place(run, "The old"), place(run, "papers at all.")
        assert start[1] < y
        assert await drag(run, start, (x + len("papers at all"), y)) == LEFTS[0]


@pytest.mark.parametrize("side", ["left", "right"])
async def test_whole_paragraphs_between(make_pair: MakePair, side: str) -> None:
    async with running(make_pair(LEFTS, RIGHTS)) as run:
        texts = getattr(Pair(LEFTS, RIGHTS), side)
        last = side == "right"
        start = place(run, "man crossed", last)
        x, y = place(run, "Nobody else", last)
        got = await drag(run, start, (x + len("Nobody els"), y))
        assert got is not None
        assert got.splitlines() == [texts[0][texts[0].index("man crossed") :], texts[1], "Nobody else"]


async def test_nothing_of_the_other_side_where_the_mouse_goes_there(make_pair: MakePair) -> None:
    async with running(make_pair(LEFTS, RIGHTS)) as run:
        start = place(run, "old man")
        x, y = place(run, "Nobody else", last=True)
        got = await drag(run, start, (x + 3, y))
        assert got is not None
        shown = "\n".join(LEFTS)
        assert got in shown
        assert got.startswith("old man crossed")
        assert "young" not in got


async def test_the_selection_is_lit_on_its_side_only(make_pair: MakePair) -> None:
    async with running(make_pair(LEFTS, RIGHTS)) as run:
        x, y = place(run, "second paragraph")
        await drag(run, (x, y), (x + len("second paragrap"), y))
        ground = Color.parse(run.app.get_css_variables()["selection"]).rich_color
        lit = [
            segment.text for segment in run.surface.render_line(y) if segment.style and segment.style.bgcolor == ground
        ]
        assert "".join(lit) == "second paragraph"


async def test_wide_characters(make_pair: MakePair) -> None:
    async with running(make_pair(WIDE, WIDE)) as run:
        x, y = place(run, "市民在广场")
        assert await drag(run, (x, y), (x + 8, y)) == "市民在广场"


async def test_the_gutter_and_the_numbers_are_not_selected(make_pair: MakePair) -> None:
    async with running(make_pair(LEFTS, RIGHTS)) as run:
        _, y = place(run, "Nobody else")
        got = await drag(run, place(run, "old man"), (1, y)) or ""
        assert not any(character.isdigit() or character in "~▌" for character in got)


async def test_one_key_copies_what_is_selected_and_then_leaves(make_pair: MakePair) -> None:
    async with running(make_pair(LEFTS, RIGHTS)) as run:
        x, y = place(run, "old man")
        await drag(run, (x, y), (x + len("old ma"), y))
        await run.press("ctrl+c")
        assert run.app.clipboard == "old man"
        assert "sent to the terminal: old man" in run.status()
        assert run.app.return_code is None
        assert not run.screen.get_selected_text()
        await run.press("ctrl+c")
        assert run.app.return_code == 0


async def test_controls_are_not_copied(make_article: MakeArticle) -> None:
    hostile = make_article(["Before\x1b[2J\x07 after the controls, it goes on."])
    async with running(Pair(hostile, hostile)) as run:
        x, y = place(run, "Before")
        assert await drag(run, (x, y), (x + len("Before␛[2J␇ afte"), y)) == "Before[2J after"


async def test_a_click_selects_nothing(make_pair: MakePair) -> None:
    async with running(make_pair(LEFTS, RIGHTS)) as run:
        await run.pilot.click(SideBySide, offset=place(run, "second paragraph"))
        await run.pilot.pause()
        assert not run.screen.get_selected_text()
        assert run.row == 1


@pytest.mark.parametrize("view", [View.REDLINE, View.LEFT, View.RIGHT])
async def test_in_a_view_of_one_column(make_pair: MakePair, view: View) -> None:
    async with running(make_pair(LEFTS, RIGHTS)) as run:
        await run.show(ViewSettings(view=view))
        await run.pilot.pause()
        x, y = place(run, "second paragraph")
        assert await drag(run, (x, y), (x + len("second paragrap"), y)) == "second paragraph"


def layout_of(pair: Pair[Article]) -> Layout:
    return laid_out(compare(*pair), 120)


def test_a_selection_without_ends_holds_nothing(make_pair: MakePair) -> None:
    layout = layout_of(make_pair(LEFTS, RIGHTS))
    cells = Pair(layout.block_lines(0).left, layout.block_lines(0).right)
    assert selected(None, 0, cells) == Pair([], [])
    for selection in (Selection(None, None), Selection(Offset(0, 0), None), Selection(None, Offset(3, 0))):
        assert selected(selection, 0, cells) == Pair([], [])
        assert selected_text(selection, layout) == ""


def test_a_selection_of_an_earlier_layout_harms_nothing(make_pair: MakePair) -> None:
    """The rows may have become fewer, and their texts shorter."""
    layout = layout_of(make_pair(["One."], ["One."]))
    assert selected_text(Selection(Offset(50, anchors(0).left), Offset(90, anchors(7).left)), layout) == ""
    assert selected_text(Selection(Offset(1, anchors(0).right), Offset(90, anchors(7).right)), layout) == "ne."
    assert selected_text(Selection(Offset(1, anchors(5).left), Offset(2, anchors(7).left)), layout) == ""
