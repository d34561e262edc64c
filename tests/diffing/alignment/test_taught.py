"""A pin of what newsdiff had missed speaks for other left-over paragraphs, and for nothing else."""

from collections.abc import Sequence

import pytest

from diffing.alignment.align import Alignment, align_texts
from diffing.alignment.options import Options
from diffing.model import Pair
from diffing.pins import NO_PINS, Pins
from diffing.text.reading import read_texts

Link = Pair[tuple[int, ...]]

STORY = (
    "The ferry to Holm island ran aground in fog on Tuesday evening, and all forty passengers were brought ashore.",
    "The captain of the ferry had reported trouble with the radar before the boat left port in the fog.",
    "A spokeswoman for the ferry line said that the radar of the boat was checked in May.",
    "Divers of the port will look at the hull of the boat on Thursday, if the fog has gone by then.",
    "Until then the ferry line runs a smaller boat to the island twice a day, which takes no cars.",
)
REWRITTEN = {
    "A boat came to help.": "The passengers were taken off by a boat of the line.",
    "Divers found a crack.": "The hull is torn below the radar, the divers said.",
    "Cars must stay.": "Whoever has a car must wait until the ferry runs.",
}
SPLIT = {
    "The shipyard of Holm expects to mend the hull within three weeks. It has room in its dock.": (
        "The shipyard of Holm expects to mend the hull within three weeks.",
        "The dock there is empty now.",
    ),
    "The mayor of Holm asked the ministry for a second ferry. She has waited for an answer since the winter.": (
        "The mayor of Holm asked the ministry for a second ferry.",
        "Until now nobody answered her.",
    ),
}


def aligned(left: Sequence[str], right: Sequence[str], *pins: Link) -> Alignment:
    return align_texts(read_texts(Pair(left, right)), pins=Pins(pins))


def links(left: Sequence[str], right: Sequence[str], *pins: Link) -> set[Link]:
    return {Pair(link.left, link.right) for link in aligned(left, right, *pins).links}


def between(lines: Sequence[str]) -> list[str]:
    """Return the story with a line behind each of its first paragraphs: at 1, 3 and 5."""
    return [text for pair in zip(STORY, lines, strict=False) for text in pair] + list(STORY[len(lines) :])


def pin(left: int | tuple[int, ...], right: int | tuple[int, ...]) -> Link:
    return Pair(*((side,) if isinstance(side, int) else side for side in (left, right)))


LEFT, RIGHT = between(list(REWRITTEN)), between(list(REWRITTEN.values()))
LINES = {pin(at, at) for at in (1, 3, 5)}


def test_no_line_is_linked_without_a_pin() -> None:
    assert LINES.isdisjoint(links(LEFT, RIGHT))


@pytest.mark.parametrize("taught", LINES)
def test_a_missed_pair_speaks_for_the_other_lines_at_one_place(taught: Link) -> None:
    assert links(LEFT, RIGHT, taught) >= LINES


def test_a_pin_of_a_link_that_is_found_teaches_nothing() -> None:
    """It supports the line beside it, as any pin does."""
    assert pin(5, 5) not in links(LEFT, RIGHT, pin(0, 0))
    assert pin(1, 1) not in links(LEFT, RIGHT, pin(7, 7))


def test_a_pair_that_is_taught_is_shown_as_uncertain() -> None:
    found = aligned(LEFT, RIGHT, pin(1, 1))
    assert [link.left for link, why in zip(found.links, found.evidence, strict=True) if why.uncertain] == [(3,), (5,)]


def test_lines_at_another_place_are_not_taught() -> None:
    """The right article has two lines where the left one has one: which of them it is, no pin says."""
    right = [*RIGHT[:4], "Ten of them were tourists.", *RIGHT[4:]]
    found = links(LEFT, right, pin(1, 1))
    assert pin(5, 6) in found
    assert not any(3 in link.left for link in found)


def split() -> tuple[list[str], list[str]]:
    """Return a story whose paragraphs 1 and 3 stand at 1 2 and 4 5 on the right."""
    left, right = [STORY[0]], [STORY[0]]
    for whole, story in zip(SPLIT, STORY[2::2], strict=True):
        left += [whole, story]
        right += [*SPLIT[whole], story]
    return left, right


GROUPS = {pin(1, (1, 2)), pin(3, (4, 5))}


def test_no_second_part_is_linked_without_a_pin() -> None:
    assert GROUPS.isdisjoint(links(*split()))


@pytest.mark.parametrize("taught", GROUPS)
def test_a_missed_member_speaks_for_other_left_over_paragraphs_of_its_side(taught: Link) -> None:
    left, right = split()
    assert links(left, right, taught) >= GROUPS
    assert {link.swapped() for link in GROUPS} <= links(right, left, taught.swapped())


def test_a_missed_member_says_nothing_of_the_other_side() -> None:
    """One of the paragraphs was split, the other one joined."""
    left, right = split()
    joined = [*SPLIT][1]
    left[3:4], right[4:6] = SPLIT[joined], [joined]
    found = align_texts(read_texts(Pair(left, right)), Options(pinned_group=0.0), pins=Pins((pin(1, (1, 2)),))).links
    assert pin(3, 4) in [Pair(link.left, link.right) for link in found]


def test_no_link_is_taken_away() -> None:
    before = links(LEFT, RIGHT)
    assert before <= links(LEFT, RIGHT, pin(1, 1))


@pytest.mark.parametrize(("end", "taught"), [(0, 3), (6, 2)])
def test_an_end_of_the_text_is_a_place(end: int, taught: int) -> None:
    line, rewritten = next(iter(REWRITTEN.items()))
    left, right = [*STORY[:2], line, *STORY[2:]], [*STORY[:2], rewritten, *STORY[2:]]
    left.insert(end, "The line is silent on that.")
    right.insert(end, "A spokeswoman said that the line would wait for the report.")
    assert links(left, right).isdisjoint({pin(end, end), pin(taught, taught)})
    assert pin(end, end) in links(left, right, pin(taught, taught))


def test_what_the_reader_parted_is_not_taught() -> None:
    found = align_texts(read_texts(Pair(LEFT, RIGHT)), pins=Pins((pin(1, 1),), parted=((3, 3),))).links
    assert not any(3 in link.left or 3 in link.right for link in found)


def test_what_the_reader_left_alone_is_in_no_group() -> None:
    left, right = split()
    found = links(left, right, pin(1, (1, 2)), pin((), 5))
    assert not any(5 in link.right for link in found)


def test_without_pins_nothing_is_taught() -> None:
    plain, none = aligned(LEFT, RIGHT), align_texts(read_texts(Pair(LEFT, RIGHT)), pins=NO_PINS)
    assert plain == none
