"""Places that a reader names, found without an app."""

import pytest

from diffing.model import Comparison, Kind, Op, Row, Span
from tests.tui.running import article, story
from tests.tui.view.laid_out import outlined
from tui.view.outline import BlockForm
from tui.view.settings import Category, View, ViewSettings
from tui.view.targets import ParagraphPlace, next_of, next_row, rival, typed

ROWS = story().rows

TYPED = {
    "12": ParagraphPlace("left", 11),
    " r3 ": ParagraphPlace("right", 2),
    "R 9": ParagraphPlace("right", 8),
    "l2": ParagraphPlace("left", 1),
    "0": ParagraphPlace("left", -1),
    "": None,
    "r": None,
    "x": None,
    "-3": None,
    "²": None,
    "9" * 5000: None,
}


@pytest.mark.parametrize(("text", "place"), TYPED.items(), ids=[text[:5] for text in TYPED])
def test_a_typed_paragraph(text: str, place: ParagraphPlace | None) -> None:
    assert typed(text) == place


def test_the_row_of_a_paragraph() -> None:
    for index, row in enumerate(ROWS):
        assert all(ParagraphPlace("left", place).row(story()) == index for place in row.left)
        assert all(ParagraphPlace("right", place).row(story()) == index for place in row.right)
    assert ParagraphPlace("left", -1).row(story()) is None
    assert ParagraphPlace("right", 10_000).row(story()) is None


def test_the_rival_of_a_row() -> None:
    with_rival = next(row for row in ROWS if row.evidence and row.evidence.rival)
    assert rival(with_rival) == ParagraphPlace("left", 0)
    assert rival(next(row for row in ROWS if row.evidence is None)) is None


def test_the_next_of_a_category_goes_around() -> None:
    added = [index for index, row in enumerate(ROWS) if row.kind is Kind.ADDED and not row.furniture]
    outline = outlined(story())
    places = [outline.place_of_row(row) for row in (0, *added)]
    step = {by: [next_of(Category.ADDED, outline, here, by) for here in places] for by in (1, -1)}
    assert step[1] == [(place, False) for place in added] + [(added[0], True)]
    assert step[-1] == [(added[-1], True), (added[-1], True)] + [(place, False) for place in added[:-1]]
    only_edits = outlined(story(), ViewSettings(only=frozenset({Category.EDITED})))
    assert next_of(Category.ADDED, only_edits, 0, 1) == (None, True)


def moved_down() -> Comparison:
    """Five edited paragraphs; the third of the left is the fifth of the right: a pointer stands at its old place."""
    texts = ["The mill burnt.", "Two men ran.", "A bell rang.", "Rain came.", "No one sang."]
    order = (0, 1, 3, 4, 2)
    rows = [
        Row(Kind.EDITED, (left,), (right,), left == 2, 0.5, (Span(Op.REPLACE, texts[left], texts[left].upper()),))
        for right, left in enumerate(order)
    ]
    return Comparison(article(texts), article([texts[at].upper() for at in order], "b.txt"), tuple(rows))


def test_from_a_pointer_the_next_row_is_the_one_below() -> None:
    outline = outlined(moved_down())
    pointer = outline.pointer_to(4)
    assert pointer is not None
    assert [next_of(Category.DIFFERENCE, outline, pointer, by) for by in (1, -1)] == [(2, False), (1, False)]
    # A pointer is none of its category: the row stands elsewhere, and is reached from its pointer once.
    assert [next_of(Category.MOVED, outline, pointer, by) for by in (1, -1)] == [(4, False), (4, True)]
    assert (outline.row_above(pointer), outline.row_below(pointer)) == (1, 2)


def test_of_one_article_rows_are_stepped_through_as_they_stand_there() -> None:
    outline = outlined(moved_down(), ViewSettings(View.LEFT))
    rows, place = [], 0
    for _ in range(4):
        row, is_around = next_of(Category.DIFFERENCE, outline, place, 1)
        assert row is not None
        assert not is_around
        rows.append(row)
        place = outline.place_of_row(row)
    assert rows == [1, 4, 2, 3]


def test_a_row_that_the_view_leaves_out_is_not_gone_to() -> None:
    outline = outlined(story(), ViewSettings(View.LEFT))
    assert next_of(Category.ADDED, outline, 0, 1) == (None, True)
    omitted = next(index for index, row in enumerate(ROWS) if row.kind is Kind.OMITTED)
    assert next_of(Category.OMITTED, outline, 0, 1) == (omitted, False)


def test_the_first_row_of_a_fold_is_reached_from_it() -> None:
    outline = outlined(story())
    place, fold = next((at, block) for at, block in enumerate(outline.blocks) if block.form is BlockForm.FOLD)
    assert next_row(set(fold.rows).__contains__, outline, place, 1) == (fold.rows[0], False)
