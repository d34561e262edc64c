"""Rows have the same names everywhere."""

from dataclasses import replace

import pytest

from diffing.measures.moved_blocks import MovedBlock
from diffing.model import Comparison, Direction, Kind, Op, Row, Span
from diffing.stage import Stage
from tests.conftest import MakeArticle
from tui.present.labels import (
    MOVED_SIGN,
    SIGNS,
    block_from,
    block_to,
    compared_so_far,
    counts,
    description,
    moved,
    moved_from,
    numbers,
    percent,
    places,
    short_places_of,
    sign,
)

SPANS = (Span(Op.EQUAL, "a", "a"),)


def row(kind: Kind, moved: bool = False, left: tuple[int, ...] = (0,), right: tuple[int, ...] = (0,)) -> Row:
    left, right = (() if kind is Kind.ADDED else left), (() if kind is Kind.OMITTED else right)
    return Row(kind, left, right, moved, 0.5, SPANS)


def test_every_kind_has_a_sign_of_its_own() -> None:
    assert set(SIGNS) == set(Kind)
    assert len({*SIGNS.values(), MOVED_SIGN}) == len(Kind) + 1
    assert all(len(shown) == 1 for shown in SIGNS.values())


@pytest.mark.parametrize(("direction", "shown"), [(Direction.UP, "moved up"), (Direction.DOWN, "moved down")])
def test_which_way_a_row_moved(direction: Direction, shown: str) -> None:
    here = replace(row(Kind.EDITED, True, (3,), (1, 2)), direction=direction)
    assert (moved(here), moved_from(here)) == (shown, f"{shown} from left 4")
    assert moved(row(Kind.EDITED)) == ""
    alone = MovedBlock((4,), (3,), (1, 2), direction)
    assert (block_from(alone), block_to(alone)) == (f"{shown} from left 4", f"{shown} to right 2-3")
    several = MovedBlock((4, 5), (3, 4), (1, 2), direction)
    assert block_from(several) == f"2 paragraphs {shown} from left 4-5"
    assert block_to(several) == f"2 paragraphs {shown} to right 2-3"


@pytest.mark.parametrize(
    ("kind", "moved", "signs", "words"),
    [
        (Kind.UNCHANGED, False, "=", "unchanged"),
        (Kind.UNCHANGED, True, "↕", "moved"),
        (Kind.EDITED, False, "~", "some words changed"),
        (Kind.EDITED, True, "~↕", "moved, some words changed"),
        (Kind.PARAPHRASED, False, "≈", "rewritten"),
        (Kind.PARAPHRASED, True, "≈↕", "moved, rewritten"),
        (Kind.ADDED, False, "+", "only right"),
        (Kind.OMITTED, False, "−", "only left"),
    ],
)
def test_signs_and_words(kind: Kind, moved: bool, signs: str, words: str) -> None:
    assert sign(row(kind, moved)) == signs
    assert description(row(kind, moved)) == words


@pytest.mark.parametrize(
    ("indices", "shown"),
    [
        ((), "–"),
        ((0,), "1"),
        ((3, 4), "4-5"),
        ((3, 4, 5), "4-6"),
        ((3, 6), "4, 7"),
        ((3, 4, 6), "4-5, 7"),
    ],
)
def test_numbers(indices: tuple[int, ...], shown: str) -> None:
    assert numbers(indices) == shown


def test_places() -> None:
    assert places(row(Kind.EDITED, left=(3,), right=(1, 2))) == "¶4 → ¶2-3"
    assert places(row(Kind.OMITTED, left=(3,))) == "¶4"
    assert places(row(Kind.ADDED, right=(3,))) == "¶4"


def test_a_change_between_two_paragraphs_that_are_not_linked_has_an_arrow() -> None:
    left, right = row(Kind.OMITTED, left=(0,), right=()), row(Kind.ADDED, left=(), right=(3,))
    assert short_places_of([left, right]) == short_places_of([right, left]) == ["¶1→4"]
    assert short_places_of([left, replace(left, left=(2,))]) == ["¶1", "¶3"]
    assert short_places_of([left, row(Kind.EDITED, left=(1,), right=(2,))]) == ["¶1", "¶2→3"]


@pytest.mark.parametrize(
    ("share", "shown"),
    [(0.0, "0"), (0.004, "0"), (0.5, "50"), (0.931, "93"), (0.994, "99"), (0.9999, "99"), (1.0, "100")],
)
def test_percent(share: float, shown: str) -> None:
    assert percent(share) == shown


def test_counts(make_article: MakeArticle) -> None:
    comparison = Comparison(
        make_article(["a", "a", "a"]),
        make_article(["a", "a", "a"]),
        (
            row(Kind.UNCHANGED, moved=True, left=(1,), right=(0,)),
            row(Kind.EDITED, left=(0,), right=(1,)),
            row(Kind.OMITTED, left=(2,)),
            row(Kind.ADDED, right=(2,)),
        ),
    )
    assert counts(comparison) == "1 unchanged, 1 with some words changed, 1 only right, 1 only left, 1 moved"


def test_signs_and_words_of_a_pending_row() -> None:
    assert sign(row(Kind.PARAPHRASED), is_pending=True) == "…"
    assert sign(row(Kind.PARAPHRASED, True), is_pending=True) == "…↕"
    assert description(row(Kind.PARAPHRASED), is_pending=True) == "words still to be compared"
    assert description(row(Kind.PARAPHRASED, True), is_pending=True) == "moved, words still to be compared"


def test_what_is_still_to_be_compared(make_article: MakeArticle) -> None:
    kinds = [Kind.EDITED, *[Kind.PARAPHRASED] * 3]
    rows = [row(kind, left=(index,), right=(index,)) for index, kind in enumerate(kinds)]
    rows.append(row(Kind.ADDED, right=(4,)))
    articles = make_article(["a"] * 4), make_article(["a"] * 5)
    comparison = Comparison(*articles, tuple(rows))
    unfinished = Stage(comparison, frozenset({1, 2, 3}))
    assert compared_so_far(unfinished) == (1, 4)
    assert counts(comparison, unfinished.pending) == "1 with some words changed, 1 only right, 3 still to be compared"
    assert compared_so_far(Stage(comparison)) == (4, 4)


def test_counts_of_nothing(make_article: MakeArticle) -> None:
    assert counts(Comparison(make_article([]), make_article([]), ())) == "no text on either side"
