"""What is in view is compared first, and in the end everything."""

from dataclasses import replace
from itertools import pairwise

import pytest

from diffing import progressive as module
from diffing.comparison import compare, pair_up
from diffing.model import NO_WORDS, Op
from diffing.progressive import stages
from diffing.stage import Stage
from tests.conftest import MakePair

PLACES = ("harbour", "market", "station", "library", "theatre", "quarry", "orchard", "bakery")


@pytest.fixture
def paired(make_pair: MakePair) -> Stage:
    """A book in small: 64 pairs that differ in a word."""
    lefts = [f"The {one} and the {two} were closed for {at} days." for at, (one, two) in enumerate(_pairs())]
    rights = [f"The {one} and the {two} stayed shut for {at} days." for at, (one, two) in enumerate(_pairs())]
    return pair_up(make_pair(lefts, rights))


def _pairs() -> list[tuple[str, str]]:
    return [(one, two) for one in PLACES for two in PLACES]


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bounds in proportion."""
    for name, value in (("_SHORT", 5), ("_BEFORE", 2), ("_BEHIND", 3), ("_FIRST_STAGE", 8)):
        monkeypatch.setattr(module, name, value)


def compared(stage: Stage) -> set[int]:
    return set(range(len(stage.rows))) - stage.pending


def test_what_is_in_view_comes_first(paired: Stage) -> None:
    first = next(stages(paired, lambda: 30))
    assert compared(first) == set(range(28, 33))


def test_where_the_reader_has_gone_comes_next(paired: Stage) -> None:
    place = 0
    steps = stages(paired, lambda: place)
    assert compared(next(steps)) == {0, 1, 2}
    place = 50
    assert compared(next(steps)) == {0, 1, 2} | set(range(48, 53))


def test_the_last_stage_is_the_comparison_and_each_goes_on_from_the_one_before(paired: Stage) -> None:
    found = list(stages(paired, lambda: 0))
    assert found[-1] == Stage(compare(*paired.comparison.articles))
    assert [len(compared(stage)) for stage in found] == [3, 11, 27, 59, 64]
    for before, after in pairwise(found):
        assert compared(before) < compared(after)
        assert all(after.rows[at] == before.rows[at] for at in compared(before))
        assert after.is_of_same_pairing(before)


def test_a_short_comparison_has_one_stage(paired: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_SHORT", 64)
    assert list(stages(paired, lambda: 0)) == [Stage(compare(*paired.comparison.articles))]


def test_a_pending_row_replaces_all_of_its_text_and_no_word_is_counted(paired: Stage) -> None:
    assert paired.pending == frozenset(range(64))
    assert not paired.is_finished
    for row in paired.rows:
        ((op, left, right),) = ((span.op, span.left, span.right) for span in row.spans)
        assert (op, left, right) == (
            Op.REPLACE,
            paired.comparison.left.text(row.left),
            paired.comparison.right.text(row.right),
        )
        assert row.words == NO_WORDS


def test_an_equal_comparison_of_articles_read_again_is_of_another_pairing(paired: Stage) -> None:
    again = Stage(replace(paired.comparison, left=replace(paired.comparison.left)), paired.pending)
    assert again == paired
    assert not again.is_of_same_pairing(paired)
    assert Stage(paired.comparison).is_of_same_pairing(paired)
