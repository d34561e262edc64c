"""Some paragraphs of a book, decided as if they were an article.

left  811 812 815        what choose() says of 0 1 2, said of 811 812 815
right 902 903
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from diffing.alignment.candidates import Candidate
from diffing.alignment.options import Options
from diffing.alignment.selection import Choice, choose
from diffing.alignment.vocabulary import Text
from diffing.model import Pair

Part = Pair[Sequence[int]]
"""The paragraphs of each side that are in a part of a book, by their places there, rising."""


def among(sides: Pair[Sequence[Text]], part: Part, options: Options, ordered: bool = True) -> list[Choice]:
    """The links among some paragraphs, each compared with each; for `ordered` see choose()."""
    texts = Pair([sides.left[left] for left in part.left], [sides.right[right] for right in part.right])
    return list(placed(choose(texts, options, ordered), part))


def along_diagonal(sides: Pair[Sequence[Text]], part: Part, options: Options) -> list[Choice]:
    """The links among paragraphs that have nothing to hold on to: each step of one side with that of the other.

    Some steps are tried first. If hardly anything is linked there, the texts have nothing in common, and that is all.
    """
    steps = -(-max(map(len, part)) // options.diagonal_step)

    def found_at(step: int) -> list[Choice]:
        own = part.map(lambda side: side[len(side) * step // steps : len(side) * (step + 1) // steps])
        return among(sides, own, options)

    tried = range(0, steps, -(-steps // options.probes))
    found = {step: found_at(step) for step in tried}
    if sum(map(len, found.values())) >= options.probed_share * options.diagonal_step * len(tried):
        found |= {step: found_at(step) for step in range(steps) if step not in found}
    return list(chain.from_iterable(found.values()))


def placed(choices: Iterable[Choice], part: Part) -> Iterator[Choice]:
    """Choices among some paragraphs as choices in the book; runs that are not neighbours there are dropped."""

    def place(candidate: Candidate) -> Candidate | None:
        left, last_left = part.left[candidate.left], part.left[candidate.left_end - 1]
        right, last_right = part.right[candidate.right], part.right[candidate.right_end - 1]
        if (last_left - left, last_right - right) != (
            candidate.left_end - 1 - candidate.left,
            candidate.right_end - 1 - candidate.right,
        ):
            return None
        return candidate._replace(left=left, left_end=last_left + 1, right=right, right_end=last_right + 1)

    for choice in choices:
        candidate = place(choice.candidate)
        if candidate is not None:
            yield Choice(candidate, choice.rival and place(choice.rival))
