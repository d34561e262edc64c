"""What is left over, and which links are called moved."""

import itertools

import pytest

from diffing.alignment.candidates import Candidate
from diffing.alignment.chain import heaviest_chain
from diffing.alignment.moves import moved_links, out_of_order
from diffing.alignment.options import Options
from diffing.alignment.vocabulary import Text
from diffing.model import Pair

NOTHING: Pair[frozenset[int]] = Pair(frozenset(), frozenset())


def single(left: int, right: int, odds: float = 5.0) -> Candidate:
    return Candidate(left, left + 1, right, right + 1, 0.5, odds, 0.0)


def articles(lefts: list[int], rights: list[int]) -> Pair[list[Text]]:
    return Pair([Text(length, (), ()) for length in lefts], [Text(length, (), ()) for length in rights])


@pytest.mark.parametrize(
    ("order", "moved"),
    [
        ([0, 1, 2, 3], set()),
        ([1, 2, 3, 0], {3}),  # one paragraph moved over three
        ([3, 0, 1, 2], {0}),
        ([2, 3, 4, 0, 1], {3, 4}),  # the smaller block
        ([0, 3, 1, 2, 4, 6, 5, 7], {1, 5}),  # two places, each for itself
        ([0, 2, 1, 3], {1}),  # neighbours swapped: of equals the shorter text, here left 1
    ],
)
def test_the_fewest_paragraphs_are_moved(order: list[int], moved: set[int]) -> None:
    lengths = [100 + 10 * index for index in range(len(order))]
    links = [single(left, right) for left, right in enumerate(order)]
    sides = articles(lengths, [100] * len(order))
    assert {link.left for link in out_of_order(links, sides)} == moved


def test_links_in_order_are_not_weighed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("diffing.alignment.moves.heaviest_chain", lambda *_: pytest.fail("nothing can have moved"))
    links = [single(0, 1), Candidate(1, 2, 2, 4, 0.5, 5.0, 0.0), single(5, 4)]
    assert out_of_order(links, articles([10] * 6, [10] * 6)) == set()


def test_a_run_weighs_its_paragraphs() -> None:
    run = Candidate(0, 1, 1, 3, 0.5, 5.0, 0.0)
    assert out_of_order([run, single(1, 0)], articles([10, 999], [999, 10, 10])) == {single(1, 0)}


def test_strongest_left_over_first() -> None:
    candidates = [single(0, 3, 3.0), single(0, 4, 4.0), single(1, 4, 3.5), single(2, 2, 1.0)]
    found = moved_links(candidates, [single(5, 5)], NOTHING, Options())
    assert found == [single(0, 4, 4.0)]


def test_a_repeated_line_moves_only_beside_another() -> None:
    line, beside = single(3, 0, 6.0), single(4, 1, 5.0)
    repeated = Pair(frozenset({3}), frozenset({0}))
    assert moved_links([line], [], repeated, Options()) == []
    assert moved_links([line, beside], [], repeated, Options()) == [beside, line]


@pytest.mark.parametrize("seed", range(30))
def test_heaviest_chain_beats_every_subset(seed: int) -> None:
    """Against the obvious: every subset of the candidates that keeps the order."""
    numbers = [(seed * 7919 + step * 104729) % 1009 for step in range(40)]
    candidates = [
        Candidate(a % 5, a % 5 + 1 + b % 2, c % 5, c % 5 + 1, 0.5, float(1 + d % 9), 0.0)
        for a, b, c, d in zip(*[iter(numbers)] * 4, strict=False)
    ]

    def in_order(chain: tuple[Candidate, ...]) -> bool:
        return all(one.left_end <= two.left and one.right_end <= two.right for one, two in itertools.pairwise(chain))

    best = max(
        sum(candidate.odds for candidate in subset)
        for size in range(len(candidates) + 1)
        for subset in itertools.combinations(sorted(candidates), size)
        if in_order(subset)
    )
    chain = heaviest_chain(candidates, lambda candidate: candidate.odds)
    assert in_order(tuple(chain))
    assert sum(candidate.odds for candidate in chain) == best
