"""Paragraphs that could correspond to more paragraphs than a group has, and what is around them.

    left 0..9   "The council voted." "Engineers found cracks." ...    right 0   "The council voted. Engineers found ..."

    0-0 is the only link, and right 0 is as long as ten others, of which nine are in no link: right 0 is long

See pastes.py for what is done with them.
"""

from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import chain

from diffing.alignment.candidates import Candidate
from diffing.alignment.middle import median
from diffing.alignment.options import Options
from diffing.alignment.subsets import Subset
from diffing.alignment.vocabulary import Text
from diffing.model import Pair

NEAR = 8
"""Paragraphs before and behind a long one, and what could belong to it, that are compared again in a long text."""


def long_paragraphs(sides: Pair[Sequence[Text]], links: Sequence[Candidate], options: Options) -> Pair[Set[int]]:
    """Return the paragraphs of each side that could correspond to more paragraphs than a group has."""
    return Pair(
        _long_of_one_side(sides.left, sides.right, links, options),
        _long_of_one_side(sides.right, sides.left, [link.swapped() for link in links], options),
    )


def surroundings(links: Sequence[Pair[tuple[int, ...]]], long: Pair[Set[int]], counts: Pair[int]) -> Subset:
    """Return the long paragraphs, what could belong to them, and what is around these, with all links of these.

    What could belong to a long paragraph are its partners and those next to them that are in no link. With a long one
    that is in no link these are all others of that kind. `counts` are the numbers of paragraphs.
    """
    near = Pair(
        long.left | _could_belong(long.right, [link.swapped() for link in links], counts.left),
        long.right | _could_belong(long.left, links, counts.right),
    )
    around = Pair(_widened(near.left, counts.left), _widened(near.right, counts.right))
    whole = [link for link in links if not (around.left.isdisjoint(link.left) and around.right.isdisjoint(link.right))]
    return Pair(
        sorted(around.left.union(*[link.left for link in whole])),
        sorted(around.right.union(*[link.right for link in whole])),
    )


def _could_belong(long: Iterable[int], links: Sequence[Pair[tuple[int, ...]]], count: int) -> set[int]:
    """Return the paragraphs of the other side, which has `count`, that could belong to long ones of this one."""
    partners = {at: link.right for link in links for at in link.left}
    taken = set(chain.from_iterable(link.right for link in links))
    found: set[int] = set()
    for at in long:
        if linked := partners.get(at):
            found.update(linked, _beside(linked[0] - 1, -1, -1, taken), _beside(linked[-1] + 1, count, 1, taken))
        else:
            found.update(set(range(count)) - taken)
    return found


def _widened(paragraphs: Set[int], count: int) -> set[int]:
    """Return some paragraphs of a side, which has `count`, with the nearest ones."""
    return {near for at in paragraphs for near in range(max(0, at - NEAR), min(count, at + NEAR + 1))}


def _long_of_one_side(
    own: Sequence[Text], other: Sequence[Text], links: Iterable[Candidate], options: Options
) -> Set[int]:
    """Return the paragraphs of one side that could correspond to more paragraphs than a group has.

    Such a paragraph is long beside the paragraphs that it could be linked with: its partners, which are shorter, and
    those next to them that are in no link. A group that is as large as groups get may lack a short one, so there any
    excess counts. A paragraph that is in no link could be linked with all others of that kind.
    """
    partners: dict[int, range] = {}
    taken: set[int] = set()
    for link in links:
        partners.update(dict.fromkeys(range(link.left, link.left_end), range(link.right, link.right_end)))
        taken.update(link.indices.right)
    free = [at for at in range(len(other)) if at not in taken]
    if not free:
        return frozenset()
    of_free = [len(other[at].stems) for at in free]
    usual_of_free = median(of_free)  # computed once, for a text may have a book of free paragraphs
    sizes = [len(text.stems) for text in other]
    found = set()
    for at, text in enumerate(own):
        linked = partners.get(at, range(0))
        excess = options.paste_excess if len(linked) < options.group_size else 1.0
        if not text.stems or len(text.stems) < excess * sum(sizes[linked.start : linked.stop]):
            continue
        lengths, usual = of_free, usual_of_free
        if linked:
            near = [*_beside(linked.start - 1, -1, -1, taken), *_beside(linked.stop, len(other), 1, taken)]
            if not near:
                continue
            lengths = [sizes[to] for to in (*linked, *near)]
            usual = median(lengths)
        if len(lengths) >= options.paste_size and len(text.stems) >= options.paste_size * usual:
            found.add(at)
    return found


def _beside(start: int, end: int, step: int, taken: set[int]) -> Iterator[int]:
    """Yield the paragraphs from `start` on until one that is in a link."""
    for at in range(start, end, step):
        if at in taken:
            return
        yield at
