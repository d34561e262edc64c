"""Links out of order among the paragraphs of a long text that are still free at the end.

isolated anchors   812 with 90 and 815 with 1412: each is scored
other best pairs   in chunks of some pairs, each chunk as if it were an article
the rest           if it is short enough, each paragraph with each
"""

from collections.abc import Iterable, Mapping, Sequence

from diffing.alignment.anchor_scoring import scored_anchors
from diffing.alignment.anchors import Anchor
from diffing.alignment.feature_weights import AnchorWeights
from diffing.alignment.held import Held
from diffing.alignment.options import Options
from diffing.alignment.selection import Choice, with_doubt, without_support
from diffing.alignment.subsets import Subset, choose_among
from diffing.alignment.vocabulary import Text
from diffing.model import Pair


def choose_leftovers(
    sides: Pair[Sequence[Text]],
    choices: Sequence[Choice],
    matched: Mapping[Anchor, bool],
    feature_weights: AnchorWeights,
    options: Options,
    held: Held,
) -> tuple[list[Choice], bool]:
    """Return more links, and whether a bound left some pairs unexamined.

    `matched` is the result of anchors.mutual_best_pairs().
    """
    taken = _taken(choices)
    free = [anchor for anchor in matched if anchor[0] not in taken.left and anchor[1] not in taken.right]
    isolated = list(scored_anchors(sides, [anchor for anchor in free if matched[anchor]], feature_weights, options))
    all_linked = [choice.candidate for choice in (*choices, *isolated)]
    weighed = with_doubt(all_linked, sides.map(len), options)[len(choices) :]
    found = [
        Choice(without_support(candidate, options), choice.rival)
        for candidate, choice in zip(weighed, isolated, strict=True)
        if candidate.odds - options.support >= options.moved_pair
    ]
    rest = _free(sides, taken, found)
    if len(rest.left) * len(rest.right) > options.cells:
        linked = _taken(found).left
        pairs = [anchor for anchor in free if anchor[0] not in linked][: options.window_budget]
        for start in range(0, len(pairs), options.leftover_chunk):
            lefts, rights = zip(*pairs[start : start + options.leftover_chunk], strict=True)
            found += choose_among(sides, Pair(lefts, sorted(rights)), options, ordered=False, held=held)
        rest = _free(sides, taken, found)
    if len(rest.left) * len(rest.right) > options.cells:
        return found, True
    return found + choose_among(sides, rest, options, ordered=False, held=held), False


def _taken(choices: Iterable[Choice]) -> Pair[set[int]]:
    """Return the paragraphs of each side that are in a link."""
    taken: Pair[set[int]] = Pair(set(), set())
    for candidate in (choice.candidate for choice in choices):
        taken.left.update(candidate.indices.left)
        taken.right.update(candidate.indices.right)
    return taken


def _free(sides: Pair[Sequence[Text]], before: Pair[set[int]], choices: Iterable[Choice]) -> Subset:
    """Return the paragraphs of each side that are in no link: not taken before, and in none of these choices."""
    later = _taken(choices)
    taken = Pair(before.left | later.left, before.right | later.right)
    return Pair(
        [left for left in range(len(sides.left)) if left not in taken.left],
        [right for right in range(len(sides.right)) if right not in taken.right],
    )
