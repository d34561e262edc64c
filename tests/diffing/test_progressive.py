"""What is in view is compared first, and in the end everything."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise

import pytest

from diffing import progressive as module
from diffing.comparison import compare, pair_up, with_words
from diffing.model import NO_WORDS, Op, Pair, Row
from diffing.progressive import stages
from diffing.stage import Stage
from diffing.text.reading import ReadArticle
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


@dataclass
class Others:
    """Rows `places` that are compared elsewhere and come after `waits` moments; those `lost` do not come."""

    places: frozenset[int]
    lost: frozenset[int] = frozenset()
    waits: int = 0
    given: dict[int, Row] = field(default_factory=dict)

    def __call__(self, stage: Stage, read: Pair[ReadArticle]) -> "Others":
        """Begin."""
        self.given = {at: with_words(stage.rows[at], read) for at in self.places - self.lost}
        return self

    def rows(self) -> Mapping[int, Row] | None:
        """Return the rows, or wait."""
        self.waits -= 1
        return self.given if self.waits < 0 else None


def of_others(stage: Stage, others: Others) -> set[int]:
    """Return the rows of a stage that are those of others, and not only equal to them."""
    return {at for at, row in others.given.items() if stage.rows[at] is row}


def shared(paired: Stage, others: Others, places: Iterable[int] = (0,)) -> list[Stage]:
    """Return the stages for a reader who is at these rows, one after the other, and stays at the last."""
    at = iter(places)
    last = 0

    def row_in_view() -> int:
        nonlocal last
        last = next(at, last)
        return last

    found = list(stages(paired, row_in_view, share_rows=others))
    assert found[-1] == Stage(compare(*paired.comparison.articles))
    return found


def test_rows_of_others_come_at_last(paired: Stage) -> None:
    others = Others(frozenset(range(30, 64)))
    *_, before, last = shared(paired, others)
    assert compared(before) < set(range(30))
    assert of_others(last, others) == others.places


def test_what_others_lose_is_compared_here(paired: Stage) -> None:
    others = Others(frozenset(range(30, 64)), lost=frozenset(range(40, 64)))
    assert of_others(shared(paired, others)[-1], others) == set(range(30, 40))
    assert of_others(shared(paired, Others(others.places, lost=others.places))[-1], others) == set()


def test_what_is_in_view_does_not_wait_for_others(paired: Stage) -> None:
    """It is compared here, whether the reader is there at first or while this process waits."""
    others = Others(frozenset(range(30, 64)), waits=9)
    found = shared(paired, others, [50, *[0] * 63, *[0] * 4, 40])
    assert compared(found[0]) == set(range(48, 53))
    assert compared(found[-2]) == {*range(30), *range(38, 43), *range(48, 53)}
    assert of_others(found[-1], others) == others.places - compared(found[-2])
