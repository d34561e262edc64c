"""Links among some paragraphs of a long text, decided as if they were an article.

left  811 812 815        choose() links 0 1 2 with 0 1: the links are those of 811 812 815 with 902 903
right 902 903
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from diffing.alignment.candidates import Candidate
from diffing.alignment.held import FREE, Held
from diffing.alignment.options import Options
from diffing.alignment.selection import Choice, choose
from diffing.alignment.vocabulary import Text
from diffing.model import Pair

Subset = Pair[Sequence[int]]
"""Some paragraphs of each side of a long text, by their indices there, rising."""


def choose_among(
    sides: Pair[Sequence[Text]], subset: Subset, options: Options, ordered: bool = True, held: Held = FREE
) -> list[Choice]:
    """Return the links among some paragraphs, each compared with each; for `ordered` see choose()."""
    texts = Pair([sides.left[left] for left in subset.left], [sides.right[right] for right in subset.right])
    return list(with_original_indices(choose(texts, options, ordered, held.among(subset)), subset))


def choose_along_diagonal(sides: Pair[Sequence[Text]], subset: Subset, options: Options, held: Held) -> list[Choice]:
    """Return the links among paragraphs without anchors: each piece of one side with the same piece of the other.

    Some pieces are tried first. If hardly anything is linked there, the texts have nothing in common, and the rest is
    not tried.
    """
    steps = -(-max(map(len, subset)) // options.diagonal_step)

    def found_at(step: int) -> list[Choice]:
        own = subset.map(lambda side: side[len(side) * step // steps : len(side) * (step + 1) // steps])
        return choose_among(sides, own, options, held=held)

    tried = range(0, steps, -(-steps // options.probes))
    found = {step: found_at(step) for step in tried}
    if sum(map(len, found.values())) >= options.probed_share * options.diagonal_step * len(tried):
        found |= {step: found_at(step) for step in range(steps) if step not in found}
    return list(chain.from_iterable(found.values()))


def with_original_indices(choices: Iterable[Choice], subset: Subset) -> Iterator[Choice]:
    """Yield choices of a subset with the indices of the long text.

    Groups that are not neighbours there are dropped, but those of pins.
    """

    def place(candidate: Candidate) -> Candidate | None:
        left, last_left = subset.left[candidate.left], subset.left[candidate.left_end - 1]
        right, last_right = subset.right[candidate.right], subset.right[candidate.right_end - 1]
        if (last_left - left, last_right - right) != (
            candidate.left_end - 1 - candidate.left,
            candidate.right_end - 1 - candidate.right,
        ):
            return None
        gap = Pair(
            *(tuple(side[at] for at in own) for own, side in zip(candidate.gap, subset, strict=True)),
        )
        return candidate._replace(left=left, left_end=last_left + 1, right=right, right_end=last_right + 1, gap=gap)

    for choice in choices:
        if choice.pinned:
            yield pinned_choice(
                choice.candidate,
                Pair(
                    tuple([subset.left[index] for index in choice.pinned.left]),
                    tuple([subset.right[index] for index in choice.pinned.right]),
                ),
            )
            continue
        candidate = place(choice.candidate)
        if candidate is not None:
            yield Choice(candidate, choice.rival and place(choice.rival))


def outside(choices: Iterable[Choice], subset: Subset) -> Iterator[Choice]:
    """Yield the choices that have no paragraph of a subset."""
    taken = subset.map(set)
    for choice in choices:
        left, right = choice.pinned or choice.candidate.indices
        if taken.left.isdisjoint(left) and taken.right.isdisjoint(right):
            yield choice


def pinned_choice(candidate: Candidate, link: Pair[tuple[int, ...]]) -> Choice:
    """Return the choice of a pin with these paragraphs, and the similarity and odds of a candidate."""
    ends = Pair(*((side[0], side[-1] + 1) for side in link))
    placed = candidate._replace(left=ends.left[0], left_end=ends.left[1], right=ends.right[0], right_end=ends.right[1])
    return Choice(placed, None, link)


def settled(sides: Pair[Sequence[Text]], choices: Sequence[Choice], options: Options, held: Held) -> list[Choice]:
    """Return the choices of a long text with every pin among them, and no other choice of its paragraphs."""
    if not held:
        return list(choices)
    found = {choice.pinned: choice for choice in choices if choice.pinned}
    pins = []
    for link in held.links:
        pins.append(found[link] if link in found else choose_among(sides, link, options, held=held)[0])
    others = (
        choice
        for choice in choices
        if choice.pinned is None
        and held.taken.left.isdisjoint(choice.candidate.indices.left)
        and held.taken.right.isdisjoint(choice.candidate.indices.right)
    )
    return [*others, *pins]
