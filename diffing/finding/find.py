"""Find the related articles among many in memory. `newsdiff --find` does the same with files, on all processors.

find([monday, tuesday, other])   ->   FoundPair(0, 1, Related(NEW_VERSION, ...), LikelySource(earlier=LEFT, ...))
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from diffing.comparison import compare_read
from diffing.finding.candidates import candidates
from diffing.finding.crossing import cross_signature
from diffing.finding.likeness import Likeness
from diffing.finding.origin import LikelySource, origin
from diffing.finding.relation import CROSS_SCALE, THRESHOLD, Related, Relation, related
from diffing.finding.signatures import Signature, signature
from diffing.model import Article, Comparison, Pair
from diffing.sources.plain import Source, article
from diffing.text.reading import read_articles


class FoundPair(NamedTuple):
    """Two related articles by their 0-based numbers, the lower one left; what relates them, and which is the source."""

    left: int
    right: int
    related: Related
    origin: LikelySource


def find(
    articles: Sequence[Source | str], *, threshold: float = THRESHOLD, days: int | None = None
) -> Iterator[FoundPair]:
    """Yield the pairs of related articles, in their order.

    `threshold` (0..1) is the least score of a pair. `days` leaves out pairs whose metadata say that they were published
    further apart.
    """
    read = [article(one, str(number)) for number, one in enumerate(articles)]
    signatures = [signature(one) for one in read]
    found = {(pair.left, pair.right): pair for pair in candidates(signatures, threshold, days)}
    if needs_crossing(signatures):
        across = [cross_signature(one, plain) for one, plain in zip(read, signatures, strict=True)]
        for pair in candidates(across, threshold * CROSS_SCALE, days, is_across=True):
            found.setdefault((pair.left, pair.right), pair)
    for (left, right), pair in sorted(found.items()):
        sides = Pair(left, right)
        both = confirmed(sides.map(read.__getitem__), sides.map(signatures.__getitem__), pair.likeness, threshold)
        if both is not None:
            yield FoundPair(left, right, *both)


def needs_crossing(signatures: Iterable[Signature]) -> bool:
    """Return whether articles are in several languages."""
    return len({one.language for one in signatures} - {""}) > 1


def pair_signatures(articles: Pair[Article], comparison: Comparison) -> Pair[Signature]:
    """Return the signatures of two articles that were compared, those for several languages if they are in two."""
    plain = articles.map(signature)
    if comparison.languages is None:
        return plain
    return Pair(cross_signature(articles.left, plain.left), cross_signature(articles.right, plain.right))


def confirmed(
    articles: Pair[Article], signatures: Pair[Signature], likeness: Likeness, threshold: float
) -> tuple[Related, LikelySource] | None:
    """Compare the articles of a candidate; return what relates them, None if they are unrelated."""
    found = related(compare_read(read_articles(articles)), likeness, threshold)
    if found.relation is Relation.UNRELATED:
        return None
    return found, origin(found.relation, signatures)
