"""The members of the chosen groups, looked at once more: those that are no part, and those left over.

    left 3   "Fishermen asked for nets and quiet.     right 4  "In April all is quiet, as the fishermen asked."
              A committee looks into the nets."       right 5  "A man in the gallery unrolled a map."
                                                      right 6  "A committee will decide about nets."

    3-(4 5 6) becomes 3-(4 6): a group grows by its edges, and right 5 came in with the edge behind it

    left 1   "The plan passed by 21 to 18. Modin voted no."     right 1  "With 21 votes to 18 the plan passed."
    left 2   "He left the party and slept well."                right 2  "Modin, who voted no, left it. He slept well."

    (1 2)-2 becomes (1 2)-(1 2): the two were cut elsewhere, and right 1 was left over beside right 2

Where a stranger parts two members so that no group could grow, the further one joins across it: 3-6 becomes 3-(4 6).
All is decided by the evidence by which a group grows (see groups.py).
"""

from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import product
from math import log
from typing import NamedTuple

from diffing.alignment.candidates import Candidate, CandidateSide, Grid
from diffing.alignment.scorer import misfit, weigh
from diffing.alignment.similarity import Profile
from diffing.model import Pair
from diffing.text.sequences import share_in_order


def with_checked_members(chosen: Iterable[Candidate], grid: Grid) -> list[Candidate]:
    """Return the chosen links, groups without the strangers between their members and with their left-over parts."""
    links = [_without_strangers(link, grid) if link.is_group else link for link in chosen]
    free = Pair(
        set(range(len(grid.left.own))).difference(*[link.indices.left for link in links]),
        set(range(len(grid.right.own))).difference(*[link.indices.right for link in links]),
    )
    while True:
        found = [
            (odds, number, wider)
            for number, link in (enumerate(links) if free.left or free.right else ())
            for odds, wider in _wider(link, grid, free)
        ]
        if not found:
            return links
        _, number, wider = max(found)
        links[number] = wider
        free.left.difference_update(wider.indices.left)
        free.right.difference_update(wider.indices.right)


class _Sides(NamedTuple):
    """The side of a group whose paragraphs are weighed, the other side, and the tilt of the lengths."""

    grid: Grid
    own: CandidateSide
    other: CandidateSide
    tilt: float

    def joined(self, indices: Iterable[int]) -> Profile:
        """Return some paragraphs of the weighed side as one text."""
        return _joined(self.grid, self.own.own, indices)

    def partner(self, indices: Iterable[int]) -> Profile:
        """Return some paragraphs of the other side as one text."""
        return _joined(self.grid, self.other.own, indices)

    def share(self, own: int, other: int) -> float:
        """Return the weight of the words of a paragraph, 0..1, that one of the other side has too."""
        stems = self.own.own[own].stems
        return stems.rows[0][other] / stems.weight if stems.weight else 0.0

    def is_closed(self, own: Iterable[int], other: Iterable[int]) -> bool:
        """Return whether two of these paragraphs, one of each side, must not be in one link."""
        cells = product(own, other) if self.own is self.grid.left else product(other, own)
        return any(self.grid.is_closed(*cell) for cell in cells)

    def odds(self, at: int, texts: Pair[Profile], partner: Profile, partners: Sequence[int]) -> float:
        """Return the log-odds that a paragraph is a part: of the texts, the left one has it and the right one has not.

        `partners` are the paragraphs of the other side, and `partner` is their text.
        """
        options, row = self.grid.options, self.own.similarity[at]
        rivals = [row[to] for to in self.own.best[at] if to not in partners]
        fit, rest_fit = (misfit(text.length, partner.length, self.tilt, options) for text in texts)
        likeness = texts.map(lambda text: self.grid.features.likeness(text, partner))
        numbers = (
            likeness.left - likeness.right,
            max(row[to] for to in partners) - max(rivals, default=options.missing_rival),
            abs(rest_fit) - abs(fit),
            max(0.0, -fit),
            log((texts.left.length + 1) / (texts.right.length + 1)),
            1.0,
        )
        return weigh(numbers, options.extension_weights)


def _joined(grid: Grid, side: Sequence[Profile], indices: Iterable[int]) -> Profile:
    texts = [side[at] for at in indices]
    found = texts[0]
    for text in texts[1:]:
        found = grid.features.joined(found, text)
    return found


def _of_left(grid: Grid) -> _Sides:
    return _Sides(grid, grid.left, grid.right, grid.tilt)


def _of_right(grid: Grid) -> _Sides:
    return _Sides(grid, grid.right, grid.left, 1 / grid.tilt)


def _without_strangers(group: Candidate, grid: Grid) -> Candidate:
    """Return the group without the paragraphs between its edges that are no part of it."""
    if group.left_end - group.left > 1:
        return _without_own_strangers(group, _of_left(grid))
    return _without_own_strangers(group.swapped(), _of_right(grid)).swapped()


def _without_own_strangers(group: Candidate, sides: _Sides) -> Candidate:
    """Return the group without its left strangers: few words of a stranger are in the partner, in its order."""
    partner, options = sides.other.own[group.right], sides.grid.options
    indices = group.indices.left
    strangers = []
    for at in indices[1:-1]:
        text = sides.own.own[at]
        rest = [to for to in indices if to != at]
        if (
            len(text.sequence) > options.few_words
            and share_in_order(text.sequence, partner.sequence) < options.few_in_order
            and sides.odds(at, Pair(sides.joined(indices), sides.joined(rest)), partner, [group.right]) < 0
        ):
            strangers.append(at)
    if not strangers:
        return group
    found = group._replace(gap=Pair(tuple(strangers), group.gap.right))
    return found._replace(similarity=sides.grid.features.likeness(sides.joined(found.indices.left), partner))


def _wider(link: Candidate, grid: Grid, free: Pair[set[int]]) -> Iterator[tuple[float, Candidate]]:
    """Yield the link with one more paragraph, for each that is a part, and the log-odds that it is."""
    if link.left - 1 in free.left or link.left_end in free.left:
        yield from _one_more(link, _of_left(grid), free.left)
    if link.right - 1 in free.right or link.right_end in free.right:
        for odds, wider in _one_more(link.swapped(), _of_right(grid), free.right):
            yield odds, wider.swapped()


def _one_more(link: Candidate, sides: _Sides, free: Set[int]) -> Iterator[tuple[float, Candidate]]:
    """Yield the link with one more left paragraph before or behind, if it is a part of the link.

    Beside its only left paragraph, the other part of several right ones may stand. Where it has one right paragraph, a
    group has grown as far as it goes, but another part of that may stand behind a stranger.
    """
    options, partners = sides.grid.options, link.indices.right
    step = 1 if len(partners) > 1 else ACROSS
    if link.left_end - link.left + step > options.group_size:
        return
    for at, between in ((link.left - step, link.left - 1), (link.left_end + step - 1, link.left_end)):
        if at not in free or between not in free or sides.is_closed((at, between), partners):
            continue
        if at != between and (
            len(sides.own.own[at].sequence) <= options.few_words
            or sides.share(between, partners[0]) >= options.stranger_shares
        ):
            continue  # such as a new lede between a lede and its headline: all name the same people
        gap = Pair((*link.gap.left, between), link.gap.right) if at != between else link.gap
        wider = link._replace(left=min(at, link.left), left_end=max(at + 1, link.left_end), gap=gap)
        partner, text = sides.partner(partners), sides.joined(wider.indices.left)
        odds = sides.odds(at, Pair(text, sides.joined(link.indices.left)), partner, partners)
        if odds > options.other_part:
            similarity = sides.grid.features.likeness(text, partner)
            yield odds, wider._replace(similarity=similarity, bonus=link.bonus + odds)


ACROSS = 2
"""Distance of a part from a link with a stranger between them."""
