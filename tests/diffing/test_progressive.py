"""What is in view is compared first, and in the end everything."""

from itertools import pairwise

import pytest

from diffing import progressive as module
from diffing.comparison import compare, pair_up
from diffing.model import Comparison, Kind
from diffing.progressive import stages
from tests.conftest import MakePair

PLACES = ("harbour", "market", "station", "library", "theatre", "quarry", "orchard", "bakery")


@pytest.fixture
def paired(make_pair: MakePair) -> Comparison:
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


def compared(comparison: Comparison) -> set[int]:
    return {at for at, row in enumerate(comparison.rows) if row.kind is not Kind.PAIRED}


def test_what_is_in_view_comes_first(paired: Comparison) -> None:
    first = next(stages(paired, lambda: 30))
    assert compared(first) == set(range(28, 33))


def test_where_the_reader_has_gone_comes_next(paired: Comparison) -> None:
    place = 0
    steps = stages(paired, lambda: place)
    assert compared(next(steps)) == {0, 1, 2}
    place = 50
    assert compared(next(steps)) == {0, 1, 2} | set(range(48, 53))


def test_the_last_stage_is_the_comparison_and_each_goes_on_from_the_one_before(paired: Comparison) -> None:
    found = list(stages(paired, lambda: 0))
    assert found[-1] == compare(paired.articles)
    assert [len(compared(stage)) for stage in found] == [3, 11, 27, 59, 64]
    for before, after in pairwise(found):
        assert compared(before) < compared(after)
        assert all(after.rows[at] == before.rows[at] for at in compared(before))
        assert after.is_stage_of(before)


def test_a_short_comparison_has_one_stage(paired: Comparison, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_SHORT", 64)
    assert list(stages(paired, lambda: 0)) == [compare(paired.articles)]
