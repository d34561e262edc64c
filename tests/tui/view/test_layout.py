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
from tests.conftest import MakePair, thorough
from tests.tui.view.laid_out import laid_out, outlined, settled
from tui.text.sanitize import visible
from tui.text.wrapping import width as cell_width
from tui.view.columns import SIDE_BY_SIDE_FROM
from tui.view.layout import Layout
from tui.view.outline import BlockForm
from tui.view.settings import View, ViewSettings

WIDTHS = (20, 80, SIDE_BY_SIDE_FROM - 1, SIDE_BY_SIDE_FROM, 200)
UNFOLDED = [ViewSettings(view=view, folds_furniture=False) for view in View]
READINGS = [*UNFOLDED, ViewSettings(), ViewSettings(folds_unchanged=True)]


# The first has paragraphs that moved and groups of them, the second wide characters.
_FURTHER = [pytest.param(story, marks=thorough) for story in ("wire-rewrite", "breaking-update")]


@pytest.fixture(scope="module", params=["restructured", "chinese-flood", *_FURTHER])
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
        y = layout.top(place + 1)
        assert y - layout.bottom(place) in (0, 1)
    assert layout.height == y


@pytest.mark.parametrize("reading", READINGS)
@pytest.mark.parametrize("width", [40, 120])
def test_every_line_belongs_to_the_block_it_stands_in(
    comparison: Comparison, width: int, reading: ViewSettings
) -> None:
    layout = laid_out(comparison, width, reading)
    places = range(len(layout.blocks))
    expected = [place for place in places for _ in range(layout.top(place), layout.top(place + 1))]
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
        # Above the first of the rows that moved together stands where their other end is.
        lines = block.lines[shown.row in layout.outline.moved :]
        assert bool(lines[0].sign) == (row.differs_in_story or row.moved or row.furniture)
        assert bool(lines[0].left) == bool(row.left)
        assert bool(lines[0].right) == bool(row.right)
        # Once a cell has ended it stays empty.
        assert all(line.left for line in lines[: len(lefts)])
        assert all(line.right for line in lines[: len(rights)])
        assert [line.left_number for line in block.lines if line.left_number] == [str(i + 1) for i in row.left]
        assert [line.right_number for line in block.lines if line.right_number] == [str(i + 1) for i in row.right]


@pytest.mark.parametrize("width", [20, 40, 80])
def test_a_redline_has_the_whole_text_beside_its_numbers(comparison: Comparison, width: int) -> None:
    layout = laid_out(comparison, width, ViewSettings(folds_furniture=False))
    for place, shown in enumerate(layout.blocks):
        if shown.form is not BlockForm.ROW:
            continue
        row = comparison.rows[shown.row]
        lines = layout.block_lines(place).lines[shown.row in layout.outline.moved :]
        assert bool(lines[0].sign) == (row.differs_in_story or row.moved or row.furniture)
        numbers = [line.left_number for line in lines if line.left_number]
        assert numbers == [str(index + 1) for index in row.right or row.left]
        text = layout.block_lines(place).left.text
        assert _solid("".join(text[slice(*line.left)] for line in lines if line.left)) == _solid(text)


@pytest.mark.parametrize(
    ("view", "note"),
    [
        (View.SIDE_BY_SIDE, "↕ moved down from left 2"),
        (View.REDLINE, "↕ moved down from left 2"),
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
        assert notes[BlockForm.POINTER, 3] == ["↕ moved down to right 4"]


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
    assert layout.height == sum(layout.top(place + 1) - layout.top(place) for place in places)
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


def closeness(layout: Layout) -> list[int]:
    """The blank lines behind each block."""
    return [layout.top(place + 1) - layout.bottom(place) for place in range(len(layout.blocks))]


HEAD = ["Pier of Ostmark to close in May", "By Ines Roland", "12 May 2031"]
TOLD = "The council of Ostmark voted on Tuesday to close the old pier, which had stood since the flood of 1931. " * 2


@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("view", [View.AUTOMATIC, View.LEFT, View.RIGHT])
def test_headline_byline_and_date_stand_close(make_pair: MakePair, width: int, view: View) -> None:
    changed = [HEAD[0].replace("May", "June"), f"{HEAD[1]} and Tor Vane", HEAD[2]]
    layout = laid_out(compare(*make_pair([*HEAD, TOLD], [*changed, TOLD])), width, ViewSettings(view=view))
    assert closeness(layout) == [0, 0, 1, 1]


@pytest.mark.parametrize("view", View)
def test_unchanged_rows_of_one_line_take_one_line(make_pair: MakePair, view: View) -> None:
    short = ["“No,” she said.", "“Why not?”", "He gave no answer."]
    comparison = compare(*make_pair([TOLD, *short, TOLD + "End."], [TOLD, *short, TOLD + "Stop."]))
    layout = laid_out(comparison, 120, ViewSettings(view=view))
    assert closeness(layout) == [1, 0, 0, 1, 1]
    # What takes more lines, or is not the same, stands apart.
    changed = compare(*make_pair([TOLD, *short, TOLD], [TOLD, short[0], "“Why ever not?”", short[2], TOLD]))
    assert closeness(laid_out(changed, 120, ViewSettings(view=view))) == [1] * 5


def test_beside_a_text_of_one_side_its_note_stands(make_pair: MakePair) -> None:
    texts = [TOLD, "A ferry will go in its place, the harbour office wrote."]
    layout = laid_out(compare(*make_pair(texts, texts[:1])), 120)
    assert [layout.block_lines(place).lines[0].only for place in (0, 1)] == ["", "only left"]
    layout = laid_out(compare(*make_pair(texts[:1], texts)), 120)
    assert layout.block_lines(1).lines[0].only == "only right"
