"""Pins are honoured in articles of every kind, and what is not pinned is aligned around them."""

from collections.abc import Sequence
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffing.alignment.align import Alignment, align_texts
from diffing.alignment.options import Options
from diffing.comparison import compare
from diffing.formats.json import to_json
from diffing.formats.reading import from_json
from diffing.model import Comparison, Pair
from diffing.pins import Pins, pins_of
from diffing.text.reading import read_texts

STORY = (
    "The ferry to Holm island ran aground in fog on Tuesday evening.",
    "All forty passengers were brought ashore by fishing boats.",
    "The captain had reported trouble with the radar before leaving port.",
    "A spokeswoman for the line said the radar was checked in May.",
    "Divers will look at the hull on Thursday.",
    "Until then the line runs a smaller boat twice a day.",
    "Islanders complain that the smaller boat carries no cars.",
)
WORDS = ("ferry", "radar", "fog", "captain", "island", "boat", "said", "on", "the", "Tuesday", "hull", "forty")
TEXT = st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(lambda words: f"{' '.join(words)}.")
TEXTS = st.lists(st.sampled_from(STORY) | TEXT, min_size=1, max_size=8)
LONG = Options(cells=12)
"""Options with which a few paragraphs are a long text."""


@st.composite
def pinned(draw: st.DrawFn) -> tuple[Pair[list[str]], Pins]:
    """Return two texts and pins of any form that they can have."""
    texts = Pair(draw(TEXTS), draw(TEXTS))
    free = [list(draw(st.permutations(range(len(side))))) for side in texts]
    pairs = []
    for _ in range(draw(st.integers(0, 3))):
        own, other = ([side.pop() for _ in range(min(len(side), draw(st.integers(0, 2))))] for side in free)
        if own or other:
            pairs.append(Pair(tuple(sorted(own)), tuple(sorted(other))))
    cells = {cell for pair in pairs for cell in product(pair.left, pair.right)}
    every = sorted(set(product(range(len(texts.left)), range(len(texts.right)))) - cells)
    parted = draw(st.lists(st.sampled_from(every), unique=True, max_size=6)) if every else []
    return texts, Pins(tuple(pairs), tuple(parted))


def aligned(texts: Pair[list[str]], pins: Pins, options: Options | None = None) -> Alignment:
    return align_texts(read_texts(texts), options, pins=pins)


def assert_honoured(links: Sequence[tuple[tuple[int, ...], tuple[int, ...]]], pins: Pins) -> None:
    for side in (0, 1):
        held = [index for link in links for index in link[side]]
        assert len(held) == len(set(held)), "two links share a paragraph"
    assert {(pair.left, pair.right) for pair in pins.pairs if pair.left and pair.right} <= set(links)
    alone = Pair(
        {index for pair in pins.pairs if not pair.right for index in pair.left},
        {index for pair in pins.pairs if not pair.left for index in pair.right},
    )
    cells = {cell for left, right in links for cell in product(left, right)}
    assert alone.left.isdisjoint(left for left, _ in cells)
    assert alone.right.isdisjoint(right for _, right in cells)
    assert cells.isdisjoint(pins.parted)


@pytest.mark.parametrize("options", [Options(), LONG], ids=["short", "long"])
@given(case=pinned())
def test_pins_are_always_honoured(options: Options, case: tuple[Pair[list[str]], Pins]) -> None:
    texts, pins = case
    found = aligned(texts, pins, options)
    assert_honoured([(link.left, link.right) for link in found.links], pins)


@given(case=pinned())
def test_swapped_sides_swap_the_links(case: tuple[Pair[list[str]], Pins]) -> None:
    texts, pins = case
    there = {(link.left, link.right, link.moved) for link in aligned(texts, pins).links}
    back = {(link.right, link.left, link.moved) for link in aligned(texts.swapped(), pins.swapped()).links}
    assert there == back


@given(case=pinned())
def test_a_comparison_has_its_pins_also_through_json(case: tuple[Pair[list[str]], Pins]) -> None:
    texts, pins = case
    found = compare("\n\n".join(texts.left), "\n\n".join(texts.right), pins=pins)
    assert_honoured([(row.left, row.right) for row in found.rows if row.left and row.right], pins)
    singles = {
        (left, right)
        for pair in pins.pairs
        for left, right in (
            [(pair.left, pair.right)]
            if pair.left and pair.right
            else [((index,), ()) for index in pair.left] + [((), (index,)) for index in pair.right]
        )
    }
    assert {(row.left, row.right) for row in found.rows if row.pinned} == singles
    assert set(found.parted) == set(pins.parted)
    assert from_json(to_json(found)) == found
    assert compare("\n\n".join(texts.left), "\n\n".join(texts.right), pins=pins_of(found)) == found


def compared(left: Sequence[str], right: Sequence[str], pins: Pins) -> Comparison:
    return compare("\n\n".join(left), "\n\n".join(right), pins=pins)


def test_a_pasted_paragraph_may_be_pinned_or_parted() -> None:
    pasted = " ".join(STORY[:6])
    assert (tuple(range(6)), (0,)) in [(row.left, row.right) for row in compared(STORY, [pasted], Pins()).rows]
    parted = Pins(parted=((2, 0),))
    assert (2, 0) not in {
        cell for row in compared(STORY, [pasted], parted).rows for cell in product(row.left, row.right)
    }
    fixed = Pins((Pair((1,), (0,)),))
    rows = [(row.left, row.right) for row in compared(STORY, [pasted, STORY[6]], fixed).rows]
    assert ((1,), (0,)) in rows
    assert ((6,), (1,)) in rows


def test_neighbours_profit_from_a_pin() -> None:
    left = [STORY[0], "He spoke of a fault.", "She denied it.", STORY[4]]
    right = [STORY[0], "The captain named a broken device.", "There was no such fault, she said.", STORY[4]]
    before = [(row.left, row.right) for row in compared(left, right, Pins()).rows]
    assert ((1, 2), (2,)) in before, "the shared word misleads"
    after = [(row.left, row.right) for row in compared(left, right, Pins((Pair((1,), (1,)),))).rows]
    assert after == [((at,), (at,)) for at in range(4)]


def test_paragraphs_between_those_of_a_pin_are_free() -> None:
    rows = compared(STORY, STORY, Pins((Pair((1, 3), (1, 3)),))).rows
    assert ((1, 3), (1, 3)) in [(row.left, row.right) for row in rows]
    assert sorted(index for row in rows for index in row.left) == list(range(7))


@pytest.mark.parametrize(
    "wrong",
    [
        {"pairs": (Pair((), ()),)},
        {"pairs": (Pair((2, 1), (0,)),)},
        {"pairs": (Pair((0,), (0,)), Pair((0, 1), (1,)))},
        {"pairs": (Pair((0,), (0,)),), "parted": ((0, 0),)},
        {"parted": ((-1, 0),)},
    ],
)
def test_pins_that_contradict_each_other_are_refused(wrong: dict[str, tuple[()]]) -> None:
    with pytest.raises(ValueError, match=r"p(in|aragraph)"):
        Pins(**wrong)


def test_pins_of_paragraphs_that_are_not_there_are_refused() -> None:
    with pytest.raises(ValueError, match="left has no paragraph 7"):
        compared(STORY, STORY, Pins((Pair((7,), (0,)),)))
    with pytest.raises(ValueError, match="right has no paragraph 9"):
        compared(STORY, STORY, Pins(parted=((0, 9),)))


SPLITS = Pair(
    [
        "The dairy of Lindvik gives its waste heat to the swimming bath, which saves the town thirty thousand crowns.",
        "Engineers laid the pipe in the spring. It runs for eight hundred metres below clay and the railway line.",
        "The bird club of Lindvik counted 84 swans on the pond. It was the lowest number since the count began.",
        "A barge loaded with grain ran aground below the mill at Osterby early on Monday.",
    ],
    [
        "The dairy of Lindvik gives its waste heat to the swimming bath, which saves the town thirty thousand crowns.",
        "Engineers laid the pipe in the spring.",
        "It runs for eight hundred metres below clay and the railway line.",
        "The bird club of Lindvik counted 84 swans on the pond.",
        "Never had so few been seen since the count started.",
        "A barge loaded with grain ran aground below the mill at Osterby early on Monday.",
    ],
)


@pytest.mark.parametrize(
    ("pin", "swans"), [(Pair((1,), (1, 2)), Pair((2,), (3, 4))), (Pair((0,), (0,)), Pair((2,), (3,)))]
)
def test_a_pinned_group_speaks_for_other_groups_and_a_pinned_pair_does_not(
    pin: Pair[tuple[int, ...]], swans: Pair[tuple[int, ...]]
) -> None:
    links = align_texts(read_texts(SPLITS), pins=Pins((pin,))).links
    assert swans in [Pair(link.left, link.right) for link in links]
