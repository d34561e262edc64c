"""A paragraph that only names the same people is in no group; a part of a split paragraph is."""

import pytest

from diffing.alignment.align import align
from diffing.model import Pair

REST = [
    "Engineers will press the piles into the ground and not ram them, and boats will carry the stone at night.",
    "The bridge will be 900 metres long and carry two lanes, a path for cyclists and a pipe for drinking water.",
    "Work begins in the autumn, as soon as the birds have left the reed beds, and is to last three years.",
]
LEDE = (
    "KARLSUND - Mayor Berit Strand asked for calm before her first talk with the islanders' speaker, Ada Rosvall, "
    'promising that "every stone will be turned twice" in the meeting of Tuesday at the school. She would not call '
    'the vote "a victory."'
)
NEW_LEDE = (
    'OSTERBY - Mayor Berit Strand called the ferry a floating museum and its timetable "a poem about Tuesdays" before '
    "she came to Osterby for her talk with Ada Rosvall."
)
RETOLD = (
    'Strand asked for calm before the talk, telling Radio Karlsund, "We turn every stone. ... Some of them twice." She '
    'said she was not calling the vote "a victory."'
)
PARTS = [
    "KARLSUND - Mayor Berit Strand asked for calm before her first talk with the islanders' speaker, Ada Rosvall.",
    'She promised that "every stone will be turned twice" in the meeting of Tuesday at the school.',
]


def links(left: list[str], right: list[str]) -> set[tuple[tuple[int, ...], tuple[int, ...]]]:
    return {(link.left, link.right) for link in align(Pair(left, right)).links}


@pytest.mark.parametrize("mirrored", [False, True])
def test_a_new_lede_is_no_part_of_the_old_one(mirrored: bool) -> None:
    left, right = [LEDE, *REST], [NEW_LEDE, RETOLD, *REST]
    found = links(right, left) if mirrored else links(left, right)
    assert (((1,), (0,)) if mirrored else ((0,), (1,))) in found


def test_both_parts_of_a_split_lede_are_its_partners() -> None:
    assert ((0,), (0, 1)) in links([LEDE, *REST], [*PARTS, *REST])


def test_a_headline_above_a_new_lede_goes_with_it() -> None:
    left = ["The strait has a plan", LEDE, *REST]
    right = ["Strand mocks the ferry before her talk with the islanders", NEW_LEDE, RETOLD, *REST]
    found = links(left, right)
    assert ((1,), (2,)) in found
