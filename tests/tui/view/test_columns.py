"""The columns fit at every width, and are as wide as prose is readable."""

import pytest

from tui.view.columns import BAR_WIDTH, BEFORE_SIGNS, LEAST_MEASURE, SIDE_BY_SIDE_FROM, SIGNS_WIDTH, Columns
from tui.view.settings import View


@pytest.mark.parametrize("most", [1, 999, 1000, 123_456])
@pytest.mark.parametrize("view", [View.AUTOMATIC, View.REDLINE])
def test_columns_fit_at_any_width(view: View, most: int) -> None:
    for width in range(20, 301):
        columns = Columns.fit(width, view, most)
        assert columns.width == width
        assert _used(columns) <= width
        assert columns.view is not View.AUTOMATIC


@pytest.mark.parametrize("most", [1, 999, 1000])
@pytest.mark.parametrize("view", [View.SIDE_BY_SIDE, View.LEFT, View.RIGHT])
def test_columns_of_a_wished_view_fit_where_there_is_room(view: View, most: int) -> None:
    for width in range(SIDE_BY_SIDE_FROM // 2, 301):
        columns = Columns.fit(width, view, most)
        assert columns.view is view
        assert _used(columns) <= width
        assert columns.number > len(str(most))


def _used(columns: Columns) -> int:
    """The cells from the left edge to the end of the last text."""
    assert columns.margin >= 0
    assert columns.text >= LEAST_MEASURE
    used = columns.margin + BAR_WIDTH + columns.number + columns.text + SIGNS_WIDTH
    if columns.view is View.REDLINE:
        return used + 1
    if columns.view is View.SIDE_BY_SIDE:
        used += 1 + columns.number + columns.text
    return used + BEFORE_SIGNS


def test_a_narrow_screen_is_a_redline_and_a_wide_one_side_by_side() -> None:
    assert Columns.fit(SIDE_BY_SIDE_FROM - 1, View.AUTOMATIC, 9).view is View.REDLINE
    assert Columns.fit(SIDE_BY_SIDE_FROM, View.AUTOMATIC, 9).view is View.SIDE_BY_SIDE


def test_columns_grow_with_the_width_up_to_a_measure() -> None:
    texts = [Columns.fit(width, View.SIDE_BY_SIDE, 10).text for width in range(SIDE_BY_SIDE_FROM, 301)]
    assert texts == sorted(texts)
    assert texts[0] < texts[-1] == texts[-2]
