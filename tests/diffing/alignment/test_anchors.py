"""Anchors of long texts: what is an anchor, which series is the frame, and what their weighing costs."""

from collections.abc import Sequence
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffing.alignment.anchor_scoring import scored_anchors
from diffing.alignment.anchors import (
    Anchor,
    blocks_of,
    entry_counts,
    increasing,
    index_rows,
    same_in_order,
)
from diffing.alignment.book_arrays import BookArrays
from diffing.alignment.book_index import PlainIndex
from diffing.alignment.feature_weights import FeatureWeights
from diffing.alignment.options import Options
from diffing.alignment.vocabulary import Vocabulary
from diffing.model import Pair
from diffing.text.reading import read_texts

LEFT = [
    "Hiram king of Tyre sent cedar trees to Jerusalem",
    "and they built a house for the king",
    "In the fourth year the foundation was laid",
    "and they built a house for the king",
    "Then the king spoke",
]


def matched(left: list[str], right: list[str]) -> dict[Anchor, bool]:
    return PlainIndex(read_texts(Pair(left, right)).map(Vocabulary().texts), Options()).best_pairs()


@pytest.mark.parametrize(
    ("right", "expected"),
    [
        pytest.param(["In the fourth year he laid foundations"], {(2, 0): True}, id="rare words"),
        pytest.param(["Hiram of Tyre then sent him cedars"], {(0, 0): True}, id="rare words and none of the others"),
        pytest.param(["Then the king spoke"], {(4, 0): True}, id="equal"),
        pytest.param(
            ["THEN, the king: spoke!", "the king spoke then"], {(1, 1): False, (4, 0): True}, id="equal beats alike"
        ),
        pytest.param(["quite another thing"], {}, id="nothing"),
        pytest.param(["", "..."], {}, id="nothing to see"),
    ],
)
def test_matches(right: list[str], expected: dict[Anchor, bool]) -> None:
    assert matched(LEFT, right) == expected


def test_what_a_side_has_twice_is_no_sure_anchor() -> None:
    assert not any(matched(LEFT, ["and they built a house for the king"]).values())


def test_matches_come_by_left() -> None:
    found = list(matched(LEFT, ["Then the king spoke", "Hiram king of Tyre sent cedars", LEFT[2]]))
    assert found == sorted(found)
    assert len(found) == 3


def rises(anchors: Sequence[Anchor]) -> bool:
    return all(first[0] < second[0] and first[1] < second[1] for first, second in pairwise(anchors))


@given(st.permutations(range(7)))
def test_increasing_is_the_longest(order: list[int]) -> None:
    anchors = list(enumerate(order))
    found = increasing(anchors)
    assert rises(found)
    assert not any(rises(longer) for longer in combinations(anchors, len(found) + 1))


def test_blocks_are_neighbours_in_order() -> None:
    assert blocks_of([(1, 9), (2, 10), (4, 12), (5, 3), (8, 4)]) == [[(1, 9), (2, 10), (4, 12)], [(5, 3)], [(8, 4)]]


def places(left: str, right: str, cells: int) -> list[Anchor]:
    """What is the same in two texts of one-letter paragraphs."""
    return same_in_order(read_texts(Pair(left, right)).map(Vocabulary().texts), cells)


@pytest.mark.parametrize(
    ("left", "right", "ends", "all_in_order"),
    [
        ("", "", [], []),
        ("aaaa", "aaaa", [(0, 0), (1, 1), (2, 2), (3, 3)], [(0, 0), (1, 1), (2, 2), (3, 3)]),
        ("aaaaa", "aaa", [(0, 0), (1, 1), (2, 2)], [(0, 0), (1, 1), (2, 2)]),
        ("abc", "adc", [(0, 0), (2, 2)], [(0, 0), (2, 2)]),
        ("xaabaay", "zaacaaw", [], [(1, 1), (2, 2), (4, 4), (5, 5)]),
        ("axaaya", "aazaa", [(0, 0), (5, 4)], [(0, 0), (2, 1), (3, 3), (5, 4)]),
    ],
)
def test_paragraphs_that_are_repeated_match_from_the_ends_and_many_in_order(
    left: str, right: str, ends: list[Anchor], all_in_order: list[Anchor]
) -> None:
    assert places(left, right, cells=100) == ends
    assert places(left, right, cells=0) == all_in_order


def test_a_wrong_anchor_is_not_certain() -> None:
    """Its neighbours say so: each has a better partner in the other."""
    right = [LEFT[0].replace("trees", "wood"), LEFT[2].replace("laid", "made"), LEFT[4]]
    sides = read_texts(Pair(LEFT, right)).map(Vocabulary().texts)
    weights = FeatureWeights(sides, entry_counts(index_rows(sides)), Options())

    def odds(chain: list[Anchor]) -> list[float]:
        return [choice.candidate.odds for choice in scored_anchors(sides, chain, weights, Options())]

    assert len(odds([(0, 0), (2, 1), (4, 2)])) == 3
    assert len(odds([(0, 1), (2, 0), (4, 2)])) == 1


def test_an_anchor_of_equal_texts_is_wholly_alike() -> None:
    sides = read_texts(Pair(LEFT, [text.upper() for text in LEFT])).map(Vocabulary().texts)
    weights = FeatureWeights(sides, entry_counts(index_rows(sides)), Options())
    found = list(scored_anchors(sides, [(at, at) for at in range(len(LEFT))], weights, Options()))
    assert [choice.candidate.similarity for choice in found] == [1.0] * len(LEFT)


# Few words, so that paragraphs share many, repeat each other, and have partners that are equally good.
WORDS = ["hiram", "tyre", "tyrian", "cedar", "cedars", "king", "the", "and", "of", "7"]
SIDES = st.lists(st.lists(st.sampled_from(WORDS), max_size=7).map(" ".join), min_size=1, max_size=12)


@given(SIDES, SIDES, st.data())
def test_arrays_have_the_anchors_and_weights_of_sets(left: list[str], right: list[str], data: st.DataObject) -> None:
    sides = read_texts(Pair(left, right)).map(Vocabulary().texts)
    plain, arrays = PlainIndex(sides, Options()), BookArrays(sides, Options())
    assert list(arrays.best_pairs().items()) == list(plain.best_pairs().items())
    places = st.tuples(st.sampled_from(range(len(left))), st.sampled_from(range(len(right))))
    chain = data.draw(st.lists(places, max_size=12))
    found = [[*scored_anchors(sides, chain, index.weights, Options())] for index in (arrays, plain)]
    assert found[0] == found[1]


def test_arrays_compare_anchors_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    sides = read_texts(Pair(LEFT, [text.replace("king", "prince") for text in LEFT])).map(Vocabulary().texts)
    arrays, chain = BookArrays(sides, Options()), [(at, at) for at in range(len(LEFT))]
    whole = list(arrays.sums(chain)), arrays.best_pairs()
    monkeypatch.setattr("diffing.alignment.book_arrays._CHUNK", 2)
    assert (list(arrays.sums(chain)), arrays.best_pairs()) == whole
