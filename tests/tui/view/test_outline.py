"""What stands on the screen: every row of the view once, folded or not, as the reader wishes."""

from collections.abc import Callable
from itertools import pairwise

import pytest

from diffing.comparison import compare
from diffing.measures.moved_blocks import moved_blocks
from diffing.model import Article, Comparison, Kind, Pair
from diffing.stage import Stage
from tests.conftest import MakePair
from tui.view.outline import BlockForm, Outline
from tui.view.settings import Category, FoldReason, View, ViewSettings

_FIVE = [
    "A boar ran through the market in Lisk.",
    "The ferry sails no more, and its bell hangs in a school.",
    "Two windows broke in the storm on Monday.",
    "A tray of buns was eaten before the mayor came.",
    "The keeper of the light has left his tower.",
]


@pytest.fixture(scope="module", params=["restructured", "wire-rewrite", "light-edit"])
def comparison(request: pytest.FixtureRequest) -> Comparison:
    return compare(*request.getfixturevalue("sample_pair")(request.param))


@pytest.mark.parametrize("furniture", [True, False])
@pytest.mark.parametrize("unchanged", [True, False])
@pytest.mark.parametrize("view", View)
def test_each_row_of_the_view_stands_once(comparison: Comparison, view: View, unchanged: bool, furniture: bool) -> None:
    reading = ViewSettings(view=view, folds_unchanged=unchanged, folds_furniture=furniture)
    shown = [
        row
        for block in Outline(Stage(comparison), reading).blocks
        if block.form is not BlockForm.POINTER
        for row in block.rows
    ]
    side = {View.LEFT: "left", View.RIGHT: "right"}.get(view)
    expected = [i for i, row in enumerate(comparison.rows) if side is None or getattr(row, side)]
    assert sorted(shown) == expected
    if view is not View.LEFT:
        assert shown == expected


@pytest.mark.parametrize("view", View)
def test_folds_hold_what_they_say(comparison: Comparison, view: View) -> None:
    found = Outline(Stage(comparison), ViewSettings(view=view, folds_unchanged=True)).blocks
    for block in found:
        rows = [comparison.rows[index] for index in block.rows]
        if block.form is BlockForm.FOLD:
            reason = FoldReason.FURNITURE if rows[0].furniture else FoldReason.UNCHANGED
            assert block.line == reason.line(len(rows))
            assert all(row.furniture or not row.differs for row in rows)
        elif block.form is BlockForm.ROW:
            assert len(rows) == 1
            assert rows[0].differs_in_story
    # Neighbours of one fold are in it.
    assert not any(
        before.form is after.form is BlockForm.FOLD and before.line.split()[2:] == after.line.split()[2:]
        for before, after in pairwise(found)
    )


def test_a_fold_opened_shows_its_rows(comparison: Comparison) -> None:
    reading = ViewSettings(folds_unchanged=True)
    while folds := [block for block in Outline(Stage(comparison), reading).blocks if block.form is BlockForm.FOLD]:
        reading = reading.with_opened(folds[0].rows)
        assert set(folds[0].rows) <= {
            block.row for block in Outline(Stage(comparison), reading).blocks if block.form is BlockForm.ROW
        }
    assert len([block for block in Outline(Stage(comparison), reading).blocks if block.form is BlockForm.ROW]) == len(
        comparison.rows
    )


def test_a_pointer_for_each_moved_block_where_both_articles_are_seen(comparison: Comparison) -> None:
    moved = sorted(block.rows[0] for block in moved_blocks(comparison))
    for view in View:
        outline = Outline(Stage(comparison), ViewSettings(view=view))
        found = [block.row for block in outline.blocks if block.form is BlockForm.POINTER]
        assert sorted(found) == ([] if view in (View.LEFT, View.RIGHT) else moved)


@pytest.mark.parametrize("view", View)
def test_of_rows_that_moved_together_it_is_said_once(make_pair: MakePair, view: View) -> None:
    left, right = make_pair(_FIVE, [_FIVE[0], *_FIVE[3:], *_FIVE[1:3]])
    comparison = compare(left, right)
    (block,) = moved_blocks(comparison)
    outline = Outline(Stage(comparison), ViewSettings(view=view))
    assert len(block.rows) == 2
    assert outline.moved == {block.rows[0]: block}
    assert outline.pointer_to(block.rows[0]) == outline.pointer_to(block.rows[1])


def test_it_is_said_at_the_first_row_that_is_shown(make_pair: MakePair) -> None:
    left, right = make_pair(_FIVE, [_FIVE[0], _FIVE[3], f"{_FIVE[4]} And so on.", *_FIVE[1:3]])
    comparison = compare(left, right)
    (block,) = moved_blocks(comparison)
    edited = next(row for row in block.rows if comparison.rows[row].kind is Kind.EDITED)
    outline = Outline(Stage(comparison), ViewSettings(only=frozenset((Category.EDITED,))))
    assert outline.moved[edited] == block


def test_pointers_keep_the_order_of_the_left(comparison: Comparison) -> None:
    def unmoved(form: BlockForm, row: int) -> bool:
        return form is BlockForm.POINTER or (form is BlockForm.ROW and not comparison.rows[row].moved)

    found = Outline(Stage(comparison), ViewSettings(folds_furniture=False)).blocks
    lefts = [comparison.rows[b.row].left for b in found if unmoved(b.form, b.row) and comparison.rows[b.row].left]
    if not any(row.moved for row in comparison.rows):
        assert lefts == sorted(lefts)
    else:
        # A pointer may stand behind omitted rows of its place, never before a linked row that precedes it.
        for pointer in (block for block in found if block.form is BlockForm.POINTER):
            before = found[: found.index(pointer)]
            linked = [comparison.rows[b.row] for b in before if unmoved(b.form, b.row)]
            own = comparison.rows[pointer.row].left
            assert all(row.left < own for row in linked if row.left and row.right and not row.moved)


def test_the_view_after_the_last_is_the_first() -> None:
    for usual in (View.SIDE_BY_SIDE, View.REDLINE):
        seen = [View.AUTOMATIC]
        while (following := seen[-1].next(usual)) is not View.AUTOMATIC:
            seen.append(following)
        assert set(seen) == set(View) - {usual}


def test_a_view_chosen_before_the_window_was_another_leads_on() -> None:
    assert View.REDLINE.next(usual=View.REDLINE) is View.LEFT


def test_page_furniture_is_of_no_category(sample_pair: Callable[[str], Pair[Article]]) -> None:
    rows = compare(*sample_pair("wire-rewrite")).rows
    assert any(row.furniture for row in rows)
    assert not any(category.holds(row) for category in Category for row in rows if row.furniture)


def test_only_shows_rows_of_those_categories(comparison: Comparison) -> None:
    for category in Category:
        reading = ViewSettings(only=frozenset((category,)))
        shown = [block.row for block in Outline(Stage(comparison), reading).blocks if block.form is BlockForm.ROW]
        assert shown == [index for index, row in enumerate(comparison.rows) if category.holds(row)]


def test_a_pointer_stands_only_where_its_row_does(sample_pair: Callable[[str], Pair[Article]]) -> None:
    comparison = compare(*sample_pair("restructured"))
    additions = ViewSettings(only=frozenset((Category.ADDED,)))
    assert not any(block.form is BlockForm.POINTER for block in Outline(Stage(comparison), additions).blocks)
    moved = next(index for index, row in enumerate(comparison.rows) if row.moved)
    fold = next(block for block in Outline(Stage(comparison), additions).blocks if moved in block.rows)
    opened = [
        block
        for block in Outline(Stage(comparison), additions.with_opened(fold.rows)).blocks
        if block.form is BlockForm.POINTER
    ]
    assert moved in [block.row for block in opened]
    assert {block.row for block in opened} == {row for row in fold.rows if comparison.rows[row].moved}
