"""Links among what is still free in a book once all that is in order is decided: they are out of order.

lone anchors     812 with 90 and 815 with 1412: each is judged
other matches    in parts of some pairs, as if each part were an article
the rest         if it is short enough, everything with everything
"""

from collections.abc import Iterable, Mapping, Sequence

from diffing.alignment.anchor_scoring import Scale, judged
from diffing.alignment.anchors import Anchor
from diffing.alignment.options import Options
from diffing.alignment.selection import Choice, doubted, unsupported
from diffing.alignment.subsets import Part, among
from diffing.alignment.vocabulary import Text
from diffing.model import Pair


def last_look(
    sides: Pair[Sequence[Text]],
    choices: Sequence[Choice],
    matched: Mapping[Anchor, bool],
    scale: Scale,
    options: Options,
) -> tuple[list[Choice], bool]:
    """More links, and whether some were not looked for. `matched` is as anchors.matches has it."""
    taken = _taken(choices)
    free = [anchor for anchor in matched if anchor[0] not in taken.left and anchor[1] not in taken.right]
    lone = list(judged(sides, [anchor for anchor in free if matched[anchor]], scale, options))
    all_linked = [choice.candidate for choice in (*choices, *lone)]
    weighed = doubted(all_linked, sides.map(len), options)[len(choices) :]
    found = [
        Choice(unsupported(candidate, options), rival)
        for candidate, (_, rival) in zip(weighed, lone, strict=True)
        if candidate.odds - options.support >= options.moved_pair
    ]
    rest = _free(sides, [*choices, *found])
    if len(rest.left) * len(rest.right) > options.cells:
        linked = _taken(found).left
        pairs = [anchor for anchor in free if anchor[0] not in linked][: options.weighed]
        for start in range(0, len(pairs), options.chunk):
            lefts, rights = zip(*pairs[start : start + options.chunk], strict=True)
            found += among(sides, Pair(lefts, sorted(rights)), options, ordered=False)
        rest = _free(sides, [*choices, *found])
    if len(rest.left) * len(rest.right) > options.cells:
        return found, True
    return found + among(sides, rest, options, ordered=False), False


def _taken(choices: Iterable[Choice]) -> Pair[set[int]]:
    """The paragraphs of each side that are in a link."""
    taken: Pair[set[int]] = Pair(set(), set())
    for candidate, _ in choices:
        taken.left.update(range(candidate.left, candidate.left_end))
        taken.right.update(range(candidate.right, candidate.right_end))
    return taken


def _free(sides: Pair[Sequence[Text]], choices: Iterable[Choice]) -> Part:
    """The paragraphs of each side that are in no link."""
    taken = _taken(choices)
    return Pair(
        [left for left in range(len(sides.left)) if left not in taken.left],
        [right for right in range(len(sides.right)) if right not in taken.right],
    )
