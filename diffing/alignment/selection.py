"""Choose the links among the candidates: support from neighbours, the best chain in order, then links out of order.

candidates   4-6 likely   4-7 unlikely   5-7 fair, and supported by 4-6 before it and 6-8 after it
"""

from collections.abc import Callable, Mapping, Sequence
from math import exp
from typing import NamedTuple

from diffing.alignment.candidates import Candidate, Grid
from diffing.alignment.chain import heaviest_chain
from diffing.alignment.groups import candidates as all_candidates
from diffing.alignment.held import FREE, Held, fixed, with_groups
from diffing.alignment.likeness import with_likeness
from diffing.alignment.members import with_checked_members
from diffing.alignment.moves import moved_links
from diffing.alignment.options import Options
from diffing.alignment.similarity import Features
from diffing.alignment.strangers import without_strangers
from diffing.alignment.taught import lesson, with_leftovers
from diffing.alignment.vocabulary import Text
from diffing.model import Pair


class Choice(NamedTuple):
    """A candidate chosen as a link, and the likeliest other candidate for one of its paragraphs.

    `pinned` are the paragraphs of a link that the reader made.
    """

    candidate: Candidate
    rival: Candidate | None
    pinned: Pair[tuple[int, ...]] | None = None

    def swapped(self) -> "Choice":
        """Return this choice with the sides exchanged."""
        return Choice(
            self.candidate.swapped(), self.rival and self.rival.swapped(), self.pinned and self.pinned.swapped()
        )


class LinkChoices(NamedTuple):
    """The chosen links, by index in the given sides, and whether a bound left some candidates unexamined.

    `gaps` are the paragraphs of each side that stand between paragraphs of a link and are not of it.
    """

    choices: list[Choice]
    bounded: bool
    gaps: Pair[frozenset[int]] = Pair(frozenset(), frozenset())


AlignmentProgress = Callable[[float], None]
"""Callback that receives the share of the work that is done, 0..1, rising."""


def no_progress(share: float) -> None:
    """No-op progress callback."""


def choose_all(
    sides: Pair[Sequence[Text]], options: Options, progress: AlignmentProgress = no_progress, held: Held = FREE
) -> LinkChoices:
    """Return the links of two sequences of any length; for `held` see choose()."""
    if len(sides.left) * len(sides.right) <= options.cells:
        return LinkChoices(choose(sides, options, held=held), bounded=False)
    from diffing.alignment.long_texts import choose_in_long_texts  # an article needs no anchors

    return choose_in_long_texts(sides, options, progress, held)


def choose(sides: Pair[Sequence[Text]], options: Options, ordered: bool = True, held: Held = FREE) -> list[Choice]:
    """Return the links of two sequences that are short enough to compare each paragraph with each.

    Without `ordered`, the paragraphs are not in the order of a text: neighbours give no support, and each link needs
    the evidence of a moved one. `held` are the links that are fixed: they support their neighbours, and all are chosen.
    """
    if not sides.left or not sides.right:
        return []
    plain, options = options, with_groups(options, held)
    sizes = Pair(len(sides.left), len(sides.right))
    grid = Grid(Features(sides), options, closed=held.closed(sizes))
    pins = fixed(held, grid.features, options.pinned)
    candidates = with_doubt([*pins, *all_candidates(grid)], sizes, options)
    chain: list[Candidate] = []
    if ordered:
        candidates = with_support(candidates, options, len(pins))
    else:
        candidates = [without_support(candidate, options) for candidate in candidates]
    # What was weighed of the pins was for their neighbours: they themselves are certain.
    candidates = with_likeness(candidates, grid.features, options)[len(pins) :]
    if ordered:
        chain = heaviest_chain([*pins, *(c for c in candidates if c.worth > 0)], lambda candidate: candidate.worth)
    settled = [*pins, *(candidate for candidate in chain if candidate not in pins)] if pins else chain
    chosen = settled[len(pins) :] + moved_links(candidates, settled, grid.repeated(), options)
    if ordered and pins:
        untaught = [choice.candidate for choice in choose(sides, plain)]
        chosen = with_leftovers(chosen, candidates, grid.with_options(plain), held, lesson(held, untaught))
    chosen = without_strangers(chosen, candidates, grid.features, options)
    if ordered:
        chosen = with_checked_members(chosen, grid)
    rivals = rivals_of(chosen, candidates)
    return [
        *(Choice(candidate, None, link) for candidate, link in zip(pins, held.links, strict=True)),
        *(Choice(candidate, rivals.get(candidate)) for candidate in chosen),
    ]


def with_doubt(candidates: Sequence[Candidate], sizes: Pair[int], options: Options) -> list[Candidate]:
    """Return the candidates, with lower odds if so few of them are likely that the texts may have nothing in common.

    In any two texts, some paragraph is a little more like one paragraph than like the others. The share of paragraphs
    that have a likely partner (on the side where it is greater) separates related texts from unrelated ones.
    """
    left, right = [0.0] * sizes.left, [0.0] * sizes.right
    for candidate in candidates:
        chance = probability_of(candidate.odds)
        for best, start, end in (
            (left, candidate.left, candidate.left_end),
            (right, candidate.right, candidate.right_end),
        ):
            for index in range(start, end):
                best[index] = max(best[index], chance)
    trust = options.trust
    related = max((sum(left) + trust) / (len(left) + trust), (sum(right) + trust) / (len(right) + trust))
    if related >= options.related:
        return list(candidates)
    doubt = options.doubt * (options.related - related)
    return [candidate._replace(odds=candidate.odds - doubt) for candidate in candidates]


def with_support(candidates: Sequence[Candidate], options: Options, pins: int = 0) -> list[Candidate]:
    """Return the candidates, with higher odds for those between likely neighbours and lower odds for the others.

    The first `pins` of them are links that the reader made: each counts as several certain neighbours.

    A neighbour is a candidate that ends exactly before this one or starts exactly after it. No other number depends on
    position. A paragraph is expected beside its neighbours, wherever they are. The ends of the texts are no neighbours,
    so text added there changes nothing.
    """
    ending: dict[tuple[int, int], float] = {}
    starting: dict[tuple[int, int], float] = {}
    for at, candidate in enumerate(candidates):
        chance = options.pinned_support if at < pins else probability_of(candidate.odds)
        end, start = (candidate.left_end, candidate.right_end), (candidate.left, candidate.right)
        ending[end] = max(ending.get(end, 0.0), chance)
        starting[start] = max(starting.get(start, 0.0), chance)
    result = []
    for left, left_end, right, right_end, similarity, odds, bonus, gap in candidates:
        before = ending.get((left, right), 0.0)
        after = starting.get((left_end, right_end), 0.0)
        gain = options.support * (before + after + before * after - 1)
        result.append(Candidate(left, left_end, right, right_end, similarity, odds + gain, bonus, gap))
    return result


def without_support(candidate: Candidate, options: Options) -> Candidate:
    """Return a candidate with the odds of one that has no neighbours."""
    return candidate._replace(odds=candidate.odds - options.support)


def probability_of(odds: float) -> float:
    """Return the probability for these log-odds."""
    return 1 / (1 + exp(-odds)) if odds > 0 else 1 - 1 / (1 + exp(odds))


def rivals_of(chosen: Sequence[Candidate], candidates: Sequence[Candidate]) -> Mapping[Candidate, Candidate]:
    """Return the rival of each chosen candidate.

    The rival is the likeliest pair of one of its paragraphs with a paragraph that is not its partner.
    """
    at_left = {index: candidate for candidate in chosen for index in candidate.indices.left}
    at_right = {index: candidate for candidate in chosen for index in candidate.indices.right}
    rivals: dict[Candidate, Candidate] = {}
    for other in candidates:
        if other.is_group:
            continue
        ours, theirs = at_left.get(other.left), at_right.get(other.right)
        if ours is theirs:
            continue
        for candidate in (ours, theirs):
            if candidate is not None and (candidate not in rivals or other.odds > rivals[candidate].odds):
                rivals[candidate] = other
    return rivals
