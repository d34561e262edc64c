"""Links of several paragraphs with several: two paragraphs that were cut elsewhere.

    left 1   "The plan passed by 21 to 18. Modin voted no."     right 1  "With 21 votes to 18 the plan passed."
    left 2   "He left the party and slept well."                right 2  "Modin, who voted no, left it. He slept well."

    (1 2)-2 is a group, and right 1 is left over beside it: (1 2)-(1 2)

A group has one paragraph on one side (see groups.py). A paragraph that is left over beside that one may be its other
part: it belongs to the group by the evidence by which a group grows.
"""

from collections.abc import Iterable, Iterator, Sequence, Set
from math import log
from typing import NamedTuple

from diffing.alignment.candidates import Candidate, CandidateSide, Grid
from diffing.alignment.scorer import misfit, weigh
from diffing.alignment.similarity import Features, Profile
from diffing.model import Pair


def with_other_parts(chosen: Iterable[Candidate], grid: Grid) -> list[Candidate]:
    """Return the chosen links, each group with the paragraphs beside its single one that correspond to it too."""
    links = list(chosen)
    while True:
        taken = Pair(
            frozenset(at for link in links for at in range(link.left, link.left_end)),
            frozenset(at for link in links for at in range(link.right, link.right_end)),
        )
        found = [
            (odds, number, wider)
            for number, link in enumerate(links)
            if link.is_group
            for odds, wider in _wider(link, grid, taken)
        ]
        if not found:
            return links
        _, number, wider = max(found)
        links[number] = wider


def _wider(link: Candidate, grid: Grid, taken: Pair[Set[int]]) -> Iterator[tuple[float, Candidate]]:
    """Yield the link with one more paragraph beside it, for each that belongs there, and the log-odds that it does."""
    if link.left_end - link.left > 1:
        yield from _one_more(link, _Sides(grid.left, grid.right, 1 / grid.tilt), grid, taken.right)
    if link.right_end - link.right > 1:
        for odds, wider in _one_more(link.swapped(), _Sides(grid.right, grid.left, grid.tilt), grid, taken.left):
            yield odds, wider.swapped()


class _Sides(NamedTuple):
    """The side that has several paragraphs, the one that may get one more, and the tilt of its lengths."""

    many: CandidateSide
    own: CandidateSide
    tilt: float


def _one_more(link: Candidate, sides: _Sides, grid: Grid, taken: Set[int]) -> Iterator[tuple[float, Candidate]]:
    """Yield the link with a free paragraph before or behind its right ones, if it belongs there."""
    options, features = grid.options, grid.features
    if link.right_end - link.right >= options.group_size:
        return
    partners = range(link.left, link.left_end)
    partner = _joined(features, sides.many.own, partners)
    rest = _joined(features, sides.own.own, range(link.right, link.right_end))
    usual = features.likeness(rest, partner)
    for at in (link.right - 1, link.right_end):
        if at in taken or not 0 <= at < len(sides.own.own):
            continue
        if any(grid.is_closed(*((to, at) if sides.many is grid.left else (at, to))) for to in partners):
            continue
        wider = link._replace(right=min(at, link.right), right_end=max(at + 1, link.right_end))
        text = _joined(features, sides.own.own, range(wider.right, wider.right_end))
        row = sides.own.similarity[at]
        rivals = [row[to] for to in sides.own.best[at] if to not in partners]
        fit, rest_fit = (misfit(one.length, partner.length, sides.tilt, options) for one in (text, rest))
        similarity = features.likeness(text, partner)
        odds = weigh(
            (
                similarity - usual,
                max(row[to] for to in partners) - max(rivals, default=options.missing_rival),
                abs(rest_fit) - abs(fit),
                max(0.0, -fit),
                log((text.length + 1) / (rest.length + 1)),
                1.0,
            ),
            options.extension_weights,
        )
        if odds > options.other_part:
            yield odds, wider._replace(similarity=similarity, bonus=link.bonus + odds)


def _joined(features: Features, side: Sequence[Profile], indices: range) -> Profile:
    found = side[indices.start]
    for at in indices[1:]:
        found = features.joined(found, side[at])
    return found
