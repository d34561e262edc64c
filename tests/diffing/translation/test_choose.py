"""Chains of links, and what bounds their weight."""

from hypothesis import given
from hypothesis import strategies as st

from diffing.alignment.candidates import Candidate
from diffing.alignment.chain import heaviest_chain
from diffing.model import Pair
from diffing.translation.choose import weight_at_most

_PLACES = st.tuples(st.integers(0, 6), st.integers(1, 3), st.integers(0, 6), st.integers(1, 3))


def _candidate(places: tuple[int, int, int, int], odds: int, is_open: bool) -> Candidate:
    """Return a candidate of some paragraphs; an open one lacks the second of three."""
    left, lefts, right, rights = places
    gap = Pair(
        (left + 1,) if is_open and lefts == 3 else (),
        (right + 1,) if is_open and rights == 3 else (),
    )
    return Candidate(left, left + lefts, right, right + rights, 0.5, odds, 1.0, gap)


@given(st.lists(st.builds(_candidate, _PLACES, st.integers(-3, 9), st.booleans()), max_size=12))
def test_no_chain_weighs_more_than_the_bound(candidates: list[Candidate]) -> None:
    chain = heaviest_chain(candidates, lambda one: one.worth)
    assert sum(one.worth for one in chain) <= weight_at_most(candidates) + 1e-9


def test_the_bound_leaves_a_paragraph_its_best_link_only() -> None:
    weak, strong = (_candidate((0, 1, right, 1), odds, is_open=False) for right, odds in ((0, 2), (1, 5)))
    other = _candidate((1, 2, 2, 1), 3, is_open=False)
    assert weight_at_most([weak, strong, other]) == 6.0 + 4.0
