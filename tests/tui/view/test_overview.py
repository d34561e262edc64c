"""The map of the whole comparison: a sign where something changed, and the part in view."""

import pytest
from textual.events import MouseDown, MouseMove, MouseUp

from tests.tui.running import running, story
from tests.tui.view.laid_out import laid_out
from tui.present.labels import MOVED_SIGN, SIGNS
from tui.screen.painting.line_painting import IN_VIEW
from tui.screen.widgets.side_by_side import SideBySide
from tui.view.layout import Layout
from tui.view.outline import BlockForm
from tui.view.overview import OVERVIEW_WIDTH, Overview, ranks
from tui.view.settings import ViewSettings

HEIGHTS = [1, 3, 10, 24, 60, 500]

pytestmark = pytest.mark.usefixtures("_compared_by_hand")


@pytest.fixture(scope="module", params=[ViewSettings(), ViewSettings(folds_unchanged=True)], ids=["open", "folded"])
def layout(request: pytest.FixtureRequest) -> Layout:
    return laid_out(story(), 120, request.param)


@pytest.mark.parametrize("height", HEIGHTS)
def test_every_difference_has_a_mark_on_its_line(layout: Layout, height: int) -> None:
    overview = Overview.of(layout, height, ranks(layout))
    assert len(overview.signs) == height
    for place, block in enumerate(layout.blocks):
        if block.form is not BlockForm.FOLD and layout.comparison.rows[block.row].differs_in_story:
            assert overview.signs[int(layout.top(place) / overview.scale)]


@pytest.mark.parametrize("height", HEIGHTS)
def test_a_mark_stands_only_where_something_changed(layout: Layout, height: int) -> None:
    overview = Overview.of(layout, height, ranks(layout))
    known = {*SIGNS.values(), MOVED_SIGN}
    for line, sign in enumerate(overview.signs):
        if sign:
            lines = range(int(line * overview.scale), int((line + 1) * overview.scale) + 1)
            blocks = {layout.block_at(y) for y in lines}
            assert sign in known
            assert any(layout.comparison.rows[layout.blocks[place].row].differs_in_story for place in blocks)


def test_a_comparison_that_fits_is_shown_one_to_one(layout: Layout) -> None:
    assert Overview.of(layout, 500, ranks(layout)).scale == 1
    assert Overview.of(layout, 10, ranks(layout)).scale == layout.height / 10


@pytest.mark.parametrize("height", HEIGHTS)
def test_the_part_in_view(layout: Layout, height: int) -> None:
    overview = Overview.of(layout, height, ranks(layout))
    for top in (0, layout.height // 2, max(0, layout.height - height)):
        seen = [line for line in range(height) if overview.in_view(line, top, height)]
        assert seen
        assert seen == list(range(seen[0], seen[-1] + 1))


def test_nothing_to_show() -> None:
    layout = laid_out(story(), 120)
    assert Overview.of(layout, 0, ranks(layout)).signs == ()


def in_view(surface: SideBySide) -> list[int]:
    shown = [surface.render_line(y).text[-OVERVIEW_WIDTH:] for y in range(surface.size.height)]
    return [y for y, text in enumerate(shown) if text[0] == IN_VIEW]


async def test_the_part_in_view_moves_along() -> None:
    async with running(story().articles) as run:
        await run.press("g")
        at_top = in_view(run.surface)
        assert at_top[0] == 0
        await run.press("G")
        at_end = in_view(run.surface)
        assert at_end[-1] == run.surface.size.height - 1
        assert at_top[-1] < at_end[-1]
        assert len(at_top) < run.surface.size.height


async def test_a_click_goes_there_and_the_mouse_can_drag_on() -> None:
    async with running(story().articles) as run:
        x, height = run.surface.size.width - 1, run.surface.size.height

        async def mouse(event: type[MouseDown] | type[MouseMove] | type[MouseUp], y: int) -> None:
            await run.pilot._post_mouse_events([event], SideBySide, offset=(x, y), button=1)
            await run.pilot.pause()

        await mouse(MouseDown, height // 2)
        half = run.surface.scroll_offset.y
        assert half > 0
        assert height // 2 in in_view(run.surface)
        assert run.current_is_in_view()
        await mouse(MouseMove, height - 1)
        assert run.surface.scroll_offset.y == run.surface.max_scroll_y
        assert run.current_is_in_view()
        await mouse(MouseUp, height - 1)
        # Let go: the mouse moves and the view stays.
        await mouse(MouseMove, 0)
        assert run.surface.scroll_offset.y == run.surface.max_scroll_y
        assert not run.screen.get_selected_text()
