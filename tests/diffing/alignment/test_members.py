"""The members of groups: the other part of paragraphs that were cut elsewhere, and strangers between two parts."""

import pytest

from diffing.alignment.align import align, align_texts
from diffing.model import Pair
from diffing.pins import Pins
from diffing.text.reading import read_texts

OPENING = "The county council of Karlsund approved the new bridge on Monday, after nine hours of debate."
VOTE = (
    "The vote was 21 to 18. Two members of the governing party voted against, and one of them, Per Modin, left it the "
    "same evening."
)
AFTER = "He will sit as an independent and said he had slept well."
END = "Work begins in the autumn, as soon as the birds have left the reed beds, and is to last three years."
VOTE_RETOLD = "With 21 votes to 18 the plan passed, although two from the ruling party said no."
AFTER_RETOLD = (
    "One of the two, Per Modin, quit the party that evening to sit as an independent. He has slept well since, he said."
)
STRANGER = "A man in the gallery unrolled a map of 1820, on which a ford is marked, and was asked to roll it up again."
NOTE = "Correction: The plan passed with 21 votes to 18 and not 21 to 17, although two from the ruling party said no."

LEFT = [OPENING, VOTE, AFTER, END]


@pytest.mark.parametrize("mirrored", [False, True])
def test_two_paragraphs_that_were_cut_elsewhere_are_one_link(mirrored: bool) -> None:
    texts = Pair(LEFT, [OPENING, VOTE_RETOLD, AFTER_RETOLD, END])
    links = align(texts.swapped() if mirrored else texts).links
    assert [(link.left, link.right) for link in links] == [((0,), (0,)), ((1, 2), (1, 2)), ((3,), (3,))]


@pytest.mark.parametrize("beside", [STRANGER, NOTE])
def test_what_only_stands_beside_a_group_is_no_part_of_it(beside: str) -> None:
    links = align(Pair(LEFT, [OPENING, beside, AFTER_RETOLD, END])).links
    assert [(link.left, link.right) for link in links] == [((0,), (0,)), ((1, 2), (2,)), ((3,), (3,))]


def test_paragraphs_that_the_reader_parted_are_not_joined_by_their_neighbours() -> None:
    sides = read_texts(Pair(LEFT, [OPENING, VOTE_RETOLD, AFTER_RETOLD, END]))
    found = align_texts(sides, pins=Pins(parted=((1, 1),)))
    assert not any(1 in link.left and 1 in link.right for link in found.links)


@pytest.mark.parametrize("mirrored", [False, True])
def test_a_paragraph_between_two_parts_that_is_none_is_outside_their_link(mirrored: bool) -> None:
    whole = (
        "Fishermen asked for nets to catch falling stones and for a quiet month in spring, when the cod spawn. The "
        "council granted the month and promised the nets for the year after."
    )
    first = "There will be a quiet month in spring, as the fishermen had asked, so that the cod can spawn."
    last = "The nets to catch falling stones will have to wait for the year after, the council promised."
    texts = Pair([OPENING, whole, END], [OPENING, first, STRANGER, last, END])
    links = [(link.left, link.right) for link in align(texts.swapped() if mirrored else texts).links]
    assert (((1, 3), (1,)) if mirrored else ((1,), (1, 3))) in links
    assert len(links) == len(texts.left)
