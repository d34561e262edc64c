"""Places that a reader names, found without an app."""

import pytest

from diffing.model import Kind
from diffing.stage import Stage
from tests.tui.running import story
from tui.view.settings import DEFAULT_SETTINGS, Category, ViewSettings
from tui.view.targets import ParagraphPlace, next_of, rival, typed

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
    step = {
        by: [next_of(Category.ADDED, Stage(story()), DEFAULT_SETTINGS, here, by) for here in (0, *added)]
        for by in (1, -1)
    }
    assert step[1] == [(place, False) for place in added] + [(added[0], True)]
    assert step[-1] == [(added[-1], True), (added[-1], True)] + [(place, False) for place in added[:-1]]
    only_edits = ViewSettings(only=frozenset({Category.EDITED}))
    assert next_of(Category.ADDED, Stage(story()), only_edits, 0, 1) == (None, True)
