"""Links of left-over paragraphs that a pin speaks for: it shows that newsdiff asks for too much evidence here.

    the reader pins    6-6, of which both had no counterpart
    left over          15 and 15, each alone between 14-14 and 16-16
    taught             15-15, if their log-odds are little less than a link needs

    the reader pins    (15 16)-12, where only 16-12 was found
    left over          left 8, alone between 7-6 and 9-7
    taught             (7 8)-6, if the log-odds that 8 belongs there are little less than a member needs

Only what newsdiff had missed teaches: a pin of a link that it finds by itself says nothing. Only paragraphs without a
link are concerned, so nothing is taken from a link that was found.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from diffing.alignment.candidates import Candidate, Grid
from diffing.alignment.groups import GroupGrower
from diffing.alignment.held import Held
from diffing.alignment.options import Options
from diffing.model import Pair


class Lesson(NamedTuple):
    """Kinds of links that the pins show to be missed: pairs of two paragraphs, and members of groups on either side."""

    pairs: bool
    members: Pair[bool]


def lesson(held: Held, found: Iterable[Candidate]) -> Lesson:
    """Return what the pins teach, where these links were found without them."""
    links = [candidate.indices for candidate in found]
    linked = Pair({at for link in links for at in link.left}, {at for link in links for at in link.right})
    pins = list(held.links)
    return Lesson(
        any(
            len(pin.left) == len(pin.right) == 1
            and linked.left.isdisjoint(pin.left)
            and linked.right.isdisjoint(pin.right)
            for pin in pins
        ),
        Pair(
            any(len(pin.left) > 1 and not linked.left.issuperset(pin.left) for pin in pins),
            any(len(pin.right) > 1 and not linked.right.issuperset(pin.right) for pin in pins),
        ),
    )


def with_leftovers(
    chosen: Sequence[Candidate], candidates: Iterable[Candidate], grid: Grid, held: Held, learnt: Lesson
) -> list[Candidate]:
    """Return the links that were chosen beside the pins, and those of left-over paragraphs that the pins teach."""
    links = list(chosen)
    if learnt.pairs:
        links += _pairs(candidates, _left_over(links, held, grid), grid.options)
    if any(learnt.members):
        groups = _groups(links, _left_over(links, held, grid), grid, learnt.members)
        grown: dict[int, Candidate] = {}
        joined: set[tuple[int, int]] = set()
        for number, paragraph, group in sorted(groups, key=lambda found: (-found[2].bonus, found)):
            if number not in grown and paragraph not in joined:
                grown[number] = group
                joined.add(paragraph)
        links = [grown.get(number, link) for number, link in enumerate(links)]
    return links


class _Gap(NamedTuple):
    """Left-over paragraphs of a side that follow each other, start..end, and the links before and behind them.

    A link that was chosen has its number, a pin a negative one; None is an end of the text.
    """

    start: int
    end: int
    before: int | None
    behind: int | None


def _left_over(links: Iterable[Candidate], held: Held, grid: Grid) -> Pair[Mapping[int, _Gap]]:
    """Return the gap of each left-over paragraph of both sides."""
    numbers: Pair[dict[int, int]] = Pair({}, {})
    for number, link in [
        *enumerate(link.indices for link in links),
        *((-1 - number, link) for number, link in enumerate(held.links)),
    ]:
        numbers.left.update(dict.fromkeys(link.left, number))
        numbers.right.update(dict.fromkeys(link.right, number))
    return Pair(_gaps(numbers.left, len(grid.left.own)), _gaps(numbers.right, len(grid.right.own)))


def _gaps(numbers: Mapping[int, int], size: int) -> Mapping[int, _Gap]:
    found: dict[int, _Gap] = {}
    start = 0
    for end in [*sorted(numbers), size]:
        gap = _Gap(start, end, numbers.get(start - 1), numbers.get(end))
        found.update(dict.fromkeys(range(start, end), gap))
        start = end + 1
    return found


def _pairs(candidates: Iterable[Candidate], gaps: Pair[Mapping[int, _Gap]], options: Options) -> Iterator[Candidate]:
    """Yield the pairs of paragraphs at the same place between the same links."""
    for one in candidates:
        if one.is_group or one.odds <= -options.taught_pair:
            continue
        left, right = gaps.left.get(one.left), gaps.right.get(one.right)
        if left and right and (left.before, left.behind) == (right.before, right.behind):
            place = one.left - left.start, left.end - one.left
            if place == (one.right - right.start, right.end - one.right):
                yield one._replace(odds=one.odds + options.taught_pair)


def _groups(
    links: Sequence[Candidate], gaps: Pair[Mapping[int, _Gap]], grid: Grid, sides: Pair[bool]
) -> Iterator[tuple[int, tuple[int, int], Candidate]]:
    """Yield links with a member more: the number of the link, the side and the index of the member, and the group.

    The member is alone between two links, and its partner has no left-over paragraph on that side of it.
    """
    weights = grid.options.extension_weights
    eased = grid.options.taught_member
    grid = grid.with_options(
        replace(grid.options, extension_weights=weights._replace(constant=weights.constant + eased))
    )
    for is_right, taught in enumerate(sides):
        own, other = (gaps.right, gaps.left) if is_right else (gaps.left, gaps.right)
        many, single, tilt = (grid.right, grid.left, 1 / grid.tilt) if is_right else (grid.left, grid.right, grid.tilt)
        grower = GroupGrower(grid, many, single, tilt)
        for at, gap in own.items() if taught else ():
            for number, step in ((gap.before, 1), (gap.behind, -1)):
                if number is None or number < 0 or gap.end - gap.start > 1:
                    continue
                link = links[number].swapped() if is_right else links[number]
                if (
                    link.right_end - link.right > 1
                    or link.pairs >= grid.options.group_size
                    or link.right + step in other
                ):
                    continue
                group = grower.joined(min(at, link.left), max(at + 1, link.left_end), link.right)
                if group:
                    yield number, (is_right, at), group.swapped() if is_right else group
