"""Find what is said of the same subject, where both sides say quite another thing.

left   |Mayor Curtis Hale cut short a visit to the capital.|
right  |Mayor Curtis Hale promised to rebuild the market.|      changed

Both sentences begin with the same words of content, the rest has hardly a word in common, and the other article has
neither rest elsewhere. A rewritten sentence that says the same keeps some of its words. A subject with which two
sentences of one side begin there is what the story is about: none of them stands for one of the other side.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

from diffing.ledger.content.stems import StemIndex
from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.covered import CoveredWords
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.core.sides import sides
from diffing.ledger.meaning.outlines import Outline, lone_pairs, sentence_pairs
from diffing.model import Pair
from diffing.text.scripts import UNSPACED

# Content words of the subject that both sentences begin with, and of what each says of it.
_LEAST_SUBJECT = 2
_LEAST_SAID = 3
# The share of these words that the other sentence may have, and one paragraph of the other article.
_MOST_COMMON = 0.2
_MOST_SHARED = 0.45


def with_other_predicates(context: LedgerContext, found: Sequence[Entry]) -> list[Entry]:
    """Return the entries with one for each sentence that says another thing of its subject."""
    both = sides(context)
    if both.left.language != both.right.language or both.left.language in UNSPACED:
        return [*found]
    covered = CoveredWords(one for one in found if one.change is Change.CHANGED)
    pairs = [pair.map(lambda outline: outline.place) for pair in _pairs(context)]
    left, right = (Counter(places) for places in zip(*pairs, strict=True)) if pairs else ({}, {})
    told = [
        Entry(Subject.CONTENT, Change.CHANGED, (pair.left,), (pair.right,), Location.SAME_SENTENCE)
        for pair in pairs
        if left[pair.left] == right[pair.right] == 1
    ]
    told = [one for one in told if not covered.touch(one.places)]
    around = CoveredWords(told)
    return [*(one for one in found if not (one.is_passage and around.hold(one.places))), *told]


def _pairs(context: LedgerContext) -> Iterator[Pair[Outline]]:
    """Yield the sentences of one subject that say quite another thing."""
    indexes: Pair[StemIndex] | None = None
    for pair in chain(sentence_pairs(context), lone_pairs(context)):
        left, right = (outline.counts.order for outline in pair)
        if left[:_LEAST_SUBJECT] != right[:_LEAST_SUBJECT]:
            continue
        subject = next(
            (at for at, (own, other) in enumerate(zip(left, right, strict=False)) if own != other),
            min(len(left), len(right)),
        )
        said = Pair(frozenset(left[subject:]), frozenset(right[subject:]))
        if min(map(len, said)) < _LEAST_SAID or len(said.left & said.right) > _MOST_COMMON * min(map(len, said)):
            continue
        indexes = indexes or sides(context).map(StemIndex)
        if all(
            index.share(stems, frozenset()) <= _MOST_SHARED
            for stems, index in zip(said, indexes.swapped(), strict=True)
        ):
            yield pair
