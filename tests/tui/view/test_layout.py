"""Where everything stands, known without a screen."""

from collections.abc import Callable, Collection
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffing.comparison import compare, finished, pair_up, with_directions, with_words
from diffing.model import Article, Comparison, Kind, Op, Pair, Row, Span
from diffing.stage import Stage
from diffing.text.reading import read_articles
from tests.conftest import MakePair
from tests.tui.view.laid_out import laid_out, outlined, settled
from tui.text.sanitize import visible
from tui.text.wrapping import width as cell_width
from tui.view.columns import SIDE_BY_SIDE_FROM
from tui.view.layout import Layout
from tui.view.outline import BlockForm
from tui.view.settings import View, ViewSettings

WIDTHS = (20, 40, 80, SIDE_BY_SIDE_FROM - 1, SIDE_BY_SIDE_FROM, 120, 200, 300)
UNFOLDED = [ViewSettings(view=view, folds_furniture=False) for view in View]
READINGS = [*UNFOLDED, ViewSettings(), ViewSettings(folds_unchanged=True)]


@pytest.fixture(scope="module", params=["restructured", "chinese-flood", "wire-rewrite"])
def comparison(request: pytest.FixtureRequest) -> Comparison:
    return compare(*request.getfixturevalue("sample_pair")(request.param))


@pytest.mark.parametrize("reading", READINGS)
@pytest.mark.parametrize("width", WIDTHS)
def test_heights_are_the_lines_counted(comparison: Comparison, width: int, reading: ViewSettings) -> None:
    layout = laid_out(comparison, width, reading)
    y = 0
    for place in range(len(layout.blocks)):
        assert layout.top(place) == y
        assert layout.bottom(place) == y + len(layout.block_lines(place).lines)
        y = layout.bottom(place) + 1
    assert layout.height == y


@pytest.mark.parametrize("reading", READINGS)
@pytest.mark.parametrize("width", [40, 120])
def test_every_line_belongs_to_the_block_it_stands_in(
    comparison: Comparison, width: int, reading: ViewSettings
) -> None:
    layout = laid_out(comparison, width, reading)
    places = range(len(layout.blocks))
    expected = [place for place in places for _ in range(layout.top(place), layout.bottom(place) + 1)]
    assert [layout.block_at(y) for y in range(layout.height)] == expected
    assert layout.block_at(-5) == 0
    assert layout.block_at(layout.height + 5) == len(layout.blocks) - 1


@pytest.mark.parametrize("reading", READINGS)
def test_the_block_of_a_row_shows_it(comparison: Comparison, reading: ViewSettings) -> None:
    layout = laid_out(comparison, 120, reading)
    for row in range(len(comparison.rows)):
        block = layout.blocks[layout.outline.place_of_row(row)]
        if reading.view in (View.LEFT, View.RIGHT) and row not in block.rows:
            side = "left" if reading.view is View.LEFT else "right"
            assert not getattr(comparison.rows[row], side)
        else:
            assert row in block.rows
            assert block.form is not BlockForm.POINTER


@pytest.mark.parametrize("reading", READINGS)
@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_is_wider_than_its_column(comparison: Comparison, width: int, reading: ViewSettings) -> None:
    layout = laid_out(comparison, width, reading)
    for place in range(len(layout.blocks)):
        block = layout.block_lines(place)
        for line in block.lines:
            for cell, stretch in ((block.left, line.left), (block.right, line.right)):
                if stretch:
                    assert cell_width(visible(cell.text[slice(*stretch)])) <= layout.columns.text


def _solid(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("width", [SIDE_BY_SIDE_FROM, 120, 200])
def test_side_by_side_shows_both_texts_from_the_same_line(comparison: Comparison, width: int) -> None:
    layout = laid_out(comparison, width, ViewSettings(folds_furniture=False))
    for place, shown in enumerate(layout.blocks):
        if shown.form is not BlockForm.ROW:
            continue
        row, block = comparison.rows[shown.row], layout.block_lines(place)
        lefts = [line.left for line in block.lines if line.left]
        rights = [line.right for line in block.lines if line.right]
        assert _solid("".join(block.left.text[start:end] for start, end in lefts)) == _solid(
            comparison.left.text(row.left)
        )
        assert _solid("".join(block.right.text[start:end] for start, end in rights)) == _solid(
            comparison.right.text(row.right)
        )
        # Above a moved row stands the pointer to its other end.
        lines = block.lines[1:] if row.moved else block.lines
        assert lines[0].sign
        assert bool(lines[0].left) == bool(row.left)
        assert bool(lines[0].right) == bool(row.right)
        # Once a cell has ended it stays empty.
        assert all(line.left for line in lines[: len(lefts)])
        assert all(line.right for line in lines[: len(rights)])
        assert [line.left_number for line in block.lines if line.left_number] == [str(i + 1) for i in row.left]
        assert [line.right_number for line in block.lines if line.right_number] == [str(i + 1) for i in row.right]


@pytest.mark.parametrize("width", [20, 40, 80])
def test_a_redline_has_a_heading_and_the_whole_text(comparison: Comparison, width: int) -> None:
    layout = laid_out(comparison, width, ViewSettings(folds_furniture=False))
    for place, shown in enumerate(layout.blocks):
        if shown.form is not BlockForm.ROW:
            continue
        heading, *lines = layout.block_lines(place).lines
        assert heading.heading
        assert heading.sign
        text = layout.block_lines(place).left.text
        assert _solid("".join(text[slice(*line.left)] for line in lines if line.left)) == _solid(text)


@pytest.mark.parametrize(
    ("view", "note"),
    [
        (View.SIDE_BY_SIDE, "↕ moved down from left 2"),
        (View.REDLINE, "moved down"),
        (View.LEFT, "↕ moved down to right 4"),
        (View.RIGHT, "↕ moved down from left 2"),
    ],
)
def test_a_moved_row_says_where_its_other_end_is(make_pair: MakePair, view: View, note: str) -> None:
    texts = ["One.", "Two.", "Three.", "Four."]
    articles = make_pair(texts, ["One.", "Three.", "Four.", "Two."])
    rows = tuple(
        Row(Kind.UNCHANGED, (left,), (right,), left == 1, 1.0, (Span(Op.EQUAL, texts[left], texts[left]),))
        for right, left in enumerate((0, 2, 3, 1))
    )
    layout = laid_out(Comparison(articles.left, articles.right, with_directions(rows)), 100, ViewSettings(view=view))
    notes = {
        (shown.form, shown.row): [line.note for line in layout.block_lines(place).lines if line.note]
        for place, shown in enumerate(layout.blocks)
    }
    assert notes[BlockForm.ROW, 3] == [note]
    assert [notes[BlockForm.ROW, row] for row in range(3)] == [[], [], []]
    if view in (View.SIDE_BY_SIDE, View.REDLINE):
        number = "2 " if view is View.REDLINE else ""
        assert notes[BlockForm.POINTER, 3] == [f"↕ {number}moved down to right 4"]


@pytest.mark.parametrize(("view", "side"), [(View.LEFT, "left"), (View.RIGHT, "right")])
def test_one_article_alone_is_the_whole_article(comparison: Comparison, view: View, side: str) -> None:
    layout = laid_out(comparison, 80, ViewSettings(view=view, folds_furniture=False))
    shown = "".join(
        block.left.text[slice(*line.left)]
        for place in range(len(layout.blocks))
        for block in (layout.block_lines(place),)
        for line in block.lines
        if line.left
    )
    article = getattr(comparison, side)
    if view is View.LEFT:
        assert _solid(shown) == _solid("".join(paragraph.text for paragraph in article.paragraphs))
    assert sorted(_solid(shown)) == sorted(_solid("".join(paragraph.text for paragraph in article.paragraphs)))


TEXTS = st.lists(st.text(min_size=1, max_size=60).map(lambda text: text.replace("\n", " ")), max_size=4)


@given(TEXTS, TEXTS, st.integers(8, 160), st.sampled_from(UNFOLDED))
def test_any_text_at_any_width(
    make_pair: MakePair, left: list[str], right: list[str], width: int, reading: ViewSettings
) -> None:
    articles = make_pair(left, right)
    rows = (
        *(Row(Kind.OMITTED, (i,), (), False, 0.0, (Span(Op.DELETE, text, ""),)) for i, text in enumerate(left)),
        *(Row(Kind.ADDED, (), (i,), False, 0.0, (Span(Op.INSERT, "", text),)) for i, text in enumerate(right)),
    )
    layout = laid_out(Comparison(articles.left, articles.right, rows), width, reading)
    places = range(len(layout.blocks))
    assert layout.height == sum(len(layout.block_lines(place).lines) + 1 for place in places)
    assert all(layout.bottom(place) > layout.top(place) for place in places)


@pytest.mark.parametrize("reading", READINGS)
def test_no_rows(make_pair: MakePair, reading: ViewSettings) -> None:
    layout = laid_out(compare(*make_pair([], [])), 80, reading)
    assert layout.height == 0
    assert layout.blocks == ()
    assert layout.block_at(0) == 0


@pytest.mark.parametrize("reading", UNFOLDED)
@pytest.mark.parametrize("width", [40, 160])
def test_what_is_around_a_settled_block_is_right(comparison: Comparison, width: int, reading: ViewSettings) -> None:
    exact = laid_out(comparison, width, reading)
    middle = len(exact.blocks) // 2
    layout = Layout(outlined(comparison, reading), width)
    layout.settle(middle, 30)
    around = [place for place in range(len(exact.blocks)) if abs(exact.top(place) - exact.top(middle)) <= 30]
    assert len(around) > 2
    for place in around:
        assert layout.top(place) - layout.top(middle) == exact.top(place) - exact.top(middle)


def _with_words(stage: Stage, rows: Collection[int]) -> Comparison:
    """The comparison of a stage with the words of these rows compared."""
    read = read_articles(stage.comparison.articles)
    return replace(
        stage.comparison, rows=tuple(with_words(row, read) if at in rows else row for at, row in enumerate(stage.rows))
    )


@pytest.mark.parametrize("view", View)
@pytest.mark.parametrize("folds_unchanged", [False, True])
def test_a_layout_of_what_is_known_later_takes_over_what_it_can(
    sample_pair: Callable[[str], Pair[Article]], view: View, folds_unchanged: bool
) -> None:
    reading = ViewSettings(view=view, folds_unchanged=folds_unchanged)
    paired = pair_up(sample_pair("wire-rewrite"))
    first = laid_out(paired, 120, reading)
    # Every other row of them, then all, and another comparison of equal articles.
    odd = frozenset(at for at in paired.pending if at % 2)
    every_other = Stage(_with_words(paired, odd), paired.pending - odd)
    last = Stage(finished(_with_words(paired, paired.pending)))
    for later in (every_other, last, Stage(compare(*paired.comparison.articles))):
        outline = outlined(later, reading, first.outline)
        layout = settled(Layout(outline, 120, first))
        afresh = laid_out(later, 120, reading)
        assert layout.blocks == afresh.blocks
        assert [layout.top(place) for place in range(len(layout.blocks))] == [
            afresh.top(place) for place in range(len(afresh.blocks))
        ]
        assert Layout(outline, 90, layout).blocks == afresh.blocks


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("view", View)
def test_the_line_of_a_character(comparison: Comparison, width: int, view: View) -> None:
    layout = laid_out(comparison, width, ViewSettings(view=view, folds_furniture=False))
    for place in range(len(layout.blocks)):
        shown = layout.block_lines(place)
        for y, line in enumerate(shown.lines):
            for cell, stretch in enumerate((line.left, line.right)):
                if stretch is not None and stretch[0] < stretch[1]:
                    assert layout.line_of(place, cell, stretch[0]) == layout.top(place) + y
                    assert layout.line_of(place, cell, stretch[1] - 1) == layout.top(place) + y
