"""The texts to measure with are the same every time, and are what their names say."""

import pytest

from benchmarks.cases import CASES, Sides, giant


@pytest.mark.parametrize("name", CASES)
def test_cases_are_the_same_every_time_and_of_their_size(name: str) -> None:
    left, right = CASES[name](60)
    assert (left, right) == CASES[name](60)
    assert all(50 <= len(side) <= 60 for side in (left, right))
    assert all(text.strip() for side in (left, right) for text in side)


def words(sides: Sides) -> tuple[set[str], set[str]]:
    left, right = ({word for text in side for word in text.split()} for side in sides)
    return left, right


def test_what_the_names_say() -> None:
    left, right = CASES["unchanged"](20)
    assert left == right
    assert CASES["one line"](20)[0] == [CASES["one line"](1)[0][0]] * 20
    assert CASES["reversed"](20)[1] == CASES["rewritten"](20)[1][::-1]
    assert sorted(CASES["shuffled"](20)[1]) == sorted(CASES["rewritten"](20)[1]) != CASES["shuffled"](20)[1]
    assert not set.intersection(*words(CASES["foreign"](20)))
    assert set.intersection(*words(CASES["unrelated"](20)))
    assert not set(CASES["unrelated"](20)[0]) & set(CASES["unrelated"](20)[1])


def test_a_giant_has_its_size() -> None:
    (left,), (right,) = giant(30_000)
    assert len(left) == 30_000
    assert 20_000 < len(right) < 40_000
    assert left != right
