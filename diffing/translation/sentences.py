"""Sentences of two linked texts that stand for each other, and sentences that only one side has.

    0-0   1-(1 2)   2-   3-3       sentence 2 of the left has no counterpart

Evidence and weights are those of paragraphs. The sentences of a group stand for each
other as a whole.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from diffing.alignment.candidates import Candidate
from diffing.alignment.chain import heaviest_chain
from diffing.model import Pair
from diffing.translation.candidates import candidates_of
from diffing.translation.contents import Content
from diffing.translation.correspondences import Correspondences
from diffing.translation.options import Options
from diffing.translation.scorer import Scorer

# Sentences of both sides up to which each is compared with each.
_MOST_CELLS = 10_000


def sentence_links(
    contents: Pair[Sequence[Content]], known: Correspondences, options: Options, tilt: float
) -> list[Candidate]:
    """Return the links of sentences in order; each sentence is in one, and one side of a link may be empty.

    Where no sentence stands for another one, all of the left stand for all of the right: the texts are linked.
    """
    sizes = contents.map(len)
    whole = [_link(0, sizes.left, 0, sizes.right)]
    if min(sizes) <= 1 == max(sizes) or sizes.left * sizes.right > _MOST_CELLS:
        return whole
    # A group has more sentences on one side: this is its cost, and no evidence against it.
    own = replace(options, sentences=0.0, group=options.sentence_group)
    scorer = Scorer(contents, known.of_all(contents), known, own, tilt)
    chain = heaviest_chain(candidates_of(scorer, may_be_open=False), lambda candidate: candidate.worth)
    return list(_with_gaps(chain, sizes)) if chain else whole


def _with_gaps(chain: Sequence[Candidate], sizes: Pair[int]) -> Iterator[Candidate]:
    """Yield the links of a chain, and a link with an empty side for each sentence between them."""
    left = right = 0
    for link in [*chain, _link(sizes.left, sizes.left, sizes.right, sizes.right)]:
        yield from (_link(at, at + 1, right, right) for at in range(left, link.left))
        yield from (_link(link.left, link.left, at, at + 1) for at in range(right, link.right))
        left, right = link.left_end, link.right_end
        if left > link.left:
            yield link


def _link(left: int, left_end: int, right: int, right_end: int) -> Candidate:
    return Candidate(left, left_end, right, right_end, 1.0, 0.0, 0.0)
