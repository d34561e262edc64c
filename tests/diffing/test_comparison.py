"""A comparison holds every paragraph once, in reading order, and its spans spell both articles."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffing.comparison import compare, finished, pair_up, with_directions, with_words
from diffing.model import Article, Comparison, Direction, Kind, Op, Pair, Row, Span
from diffing.text.reading import read_articles
from diffing.text.words import compared_form
from tests.conftest import MakePair

SENTENCES = (
    "Officials travelled to the capital on Saturday.",
    "Neither government would comment on the talks.",
    "Oil prices fell for the eleventh week in a row.",
    "The opposition has not agreed on a candidate.",
    "Oil prices rose for the first week in a year.",
    "No comment.",
    "...",
    "北京大学。",
    "\u00ad",
)
PARAGRAPH = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3).map(" ".join)
PARAGRAPHS = st.lists(PARAGRAPH, max_size=6)
SAMPLE_STORIES = (
    "breaking-update",
    "chinese-flood",
    "light-edit",
    "restructured",
    "spanish-election",
    "two-translations",
    "wire-rewrite",
)


def check(comparison: Comparison, articles: Pair[Article]) -> None:
    """Everything that is true of every comparison."""
    assert comparison.articles == articles
    for side, article in zip(("left", "right"), articles, strict=True):
        held = [index for row in comparison.rows for index in getattr(row, side)]
        assert sorted(held) == list(range(len(article.paragraphs)))
        for row in comparison.rows:
            assert "".join(getattr(span, side) for span in row.spans) == article.text(getattr(row, side))
    rights = [row.right[0] for row in comparison.rows if row.right]
    assert rights == sorted(rights)
    lefts = [row.left[0] for row in comparison.rows if row.left and not row.moved]
    assert lefts == sorted(lefts)
    for row in comparison.rows:
        assert row.moved == (row.direction is not None)
        assert 0.0 <= row.similarity <= 1.0
        if not (row.left and row.right):
            assert row.similarity == 0.0
        assert (row.kind is Kind.UNCHANGED) == (not any(span.differs for span in row.spans))
        for span in row.spans:
            if not span.differs:
                assert _bare(span.left) == _bare(span.right)


@pytest.mark.parametrize("story", SAMPLE_STORIES)
def test_step_by_step_is_the_same_as_at_once(story: str, sample_pair: Callable[[str], Pair[Article]]) -> None:
    paired = pair_up(sample_pair(story))
    assert not paired.is_finished
    rows = list(paired.rows)
    read = read_articles(paired.comparison.articles)
    for at in sorted(paired.pending, reverse=True):
        rows[at] = with_words(rows[at], read)
    assert finished(replace(paired.comparison, rows=tuple(rows))) == compare(*paired.comparison.articles)


def test_of_a_book_the_progress_is_told_and_rises(make_pair: MakePair) -> None:
    lefts = [
        f"Page {at} tells of the {at * 7919 % 10007} ships and the {at * 31 % 997} men aboard." for at in range(400)
    ]
    told: list[tuple[str, float]] = []
    compare(
        *make_pair(lefts, [text.replace("tells", "told") for text in lefts]), progress=lambda *what: told.append(what)
    )
    shares = [share for stage, share in told if stage == "pairing paragraphs"]
    assert len(shares) > 5
    assert shares == sorted(shares)
    assert 0.0 <= shares[0] < shares[-1] <= 1.0


def test_paragraphs_that_are_the_same_need_no_comparing_of_words(make_pair: MakePair) -> None:
    same = "Officials travelled to the capital on Saturday."
    paired = pair_up(make_pair([same, "Only here."], [same]))
    assert paired.is_finished
    assert paired.comparison == compare(*paired.comparison.articles)


def test_which_way_a_row_moved() -> None:
    def at(left: int, right: int, moved: bool = False) -> Row:
        return Row(Kind.UNCHANGED, (left,), (right,), moved, 1.0, (Span(Op.EQUAL, "One.", "One."),))

    omitted = Row(Kind.OMITTED, (2,), (), False, 0.0, (Span(Op.DELETE, "One.", ""),))
    added = Row(Kind.ADDED, (), (2,), False, 0.0, (Span(Op.INSERT, "", "One."),))
    # Left 4 keeps its number: 5 is above it now, and 3 is gone.
    down = with_directions([at(0, 0), at(1, 1), omitted, at(4, 2), at(3, 3, moved=True), at(5, 4)])
    assert [row.direction for row in down] == [None] * 4 + [Direction.DOWN, None]
    up = with_directions([at(0, 0), at(4, 1, moved=True), added, at(1, 3), at(2, 4)])
    assert [row.direction for row in up] == [None, Direction.UP, None, None, None]


def _bare(text: str) -> str:
    """What must be the same in an equal span: neither white space nor hyphens count."""
    return compared_form("".join(text.split())).replace("-", "")


@given(PARAGRAPHS, PARAGRAPHS)
def test_any_articles(make_pair: MakePair, left: list[str], right: list[str]) -> None:
    articles = make_pair(left, right)
    check(compare(*articles), articles)


@pytest.mark.parametrize("story", SAMPLE_STORIES)
def test_samples(sample_pair: Callable[[str], Pair[Article]], story: str) -> None:
    articles = sample_pair(story)
    check(compare(*articles), articles)


@given(PARAGRAPHS)
def test_an_article_with_itself_is_unchanged(make_pair: MakePair, texts: list[str]) -> None:
    comparison = compare(*make_pair(texts, texts))
    assert comparison.is_identical
    assert [(row.kind, row.left, row.right) for row in comparison.rows] == [
        (Kind.UNCHANGED, (index,), (index,)) for index in range(len(texts))
    ]


@pytest.mark.parametrize("story", SAMPLE_STORIES)
def test_a_sample_with_itself_is_unchanged(sample_pair: Callable[[str], Pair[Article]], story: str) -> None:
    for article in sample_pair(story):
        assert compare(article, article).is_identical


@given(PARAGRAPHS)
def test_nothing_against_something(make_pair: MakePair, texts: list[str]) -> None:
    added = compare(*make_pair([], texts))
    assert [(row.kind, row.right) for row in added.rows] == [(Kind.ADDED, (i,)) for i in range(len(texts))]
    omitted = compare(*make_pair(texts, []))
    assert [(row.kind, row.left) for row in omitted.rows] == [(Kind.OMITTED, (i,)) for i in range(len(texts))]


def test_two_empty_articles(make_pair: MakePair) -> None:
    comparison = compare(*make_pair([], []))
    assert comparison.rows == ()
    assert comparison.is_identical


def test_what_stands_on_one_side_only_stands_where_it_is_read(make_pair: MakePair) -> None:
    first, second, third, fourth, fifth = SENTENCES[:5]
    rows = compare(*make_pair([first, second, third], [first, fourth, third, fifth])).rows
    assert [(row.left, row.right) for row in rows if row.kind is Kind.UNCHANGED] == [((0,), (0,)), ((2,), (2,))]
    assert rows[0].left == (0,)
    assert rows[-1].right == (3,)


def _links(comparison: Comparison) -> set[tuple[tuple[int, ...], tuple[int, ...], Kind]]:
    return {(row.left, row.right, row.kind) for row in comparison.rows}


_MIRRORED = {Kind.ADDED: Kind.OMITTED, Kind.OMITTED: Kind.ADDED}


@pytest.mark.parametrize("story", SAMPLE_STORIES)
def test_swapping_the_sides_mirrors_the_rows(sample_pair: Callable[[str], Pair[Article]], story: str) -> None:
    articles = sample_pair(story)
    there = _links(compare(*articles))
    back = _links(compare(*articles.swapped()))
    assert back == {(right, left, _MIRRORED.get(kind, kind)) for left, right, kind in there}


_TWO_STORIES = """
import sys
from tui import cli
for story in sys.argv[1:]:
    cli.main([f"{story}/left.txt", f"{story}/right.txt", "--format", "json"])
"""


def test_the_order_of_hashes_changes_nothing(samples: Path) -> None:
    outputs = {
        subprocess.run(
            [
                sys.executable,
                "-c",
                _TWO_STORIES,
                *(str(samples / story) for story in ("restructured", "chinese-flood")),
            ],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1")
    }
    assert len(outputs) == 1
    assert outputs.pop().count(b'{"version":') == 2


def test_rows_of_a_repeated_line_share_what_they_say(make_pair: MakePair) -> None:
    rows = compare(*make_pair(["No comment."] * 3, ["No comment."] * 3)).rows
    assert len({(id(row.spans), id(row.words)) for row in rows}) == 1
    alone = compare(*make_pair(["No comment."] * 3, [])).rows
    assert len({id(row.words) for row in alone}) == 1
    assert [row.words.left.alone for row in alone] == [2, 2, 2]


def test_what_is_linked_is_not_read_again_for_furniture(make_pair: MakePair, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("diffing.page.boilerplate.PageLine", lambda read: pytest.fail("every paragraph is in a link"))
    compare(*make_pair(SENTENCES[:3], SENTENCES[:3]))
