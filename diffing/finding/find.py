"""Find the related articles among many in memory. `newsdiff --find` does the same with files, on all processors.

find([monday, tuesday, other])   ->   FoundPair(0, 1, Related(NEW_VERSION, ...), LikelySource(earlier=LEFT, ...))
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from diffing.comparison import compare_read
from diffing.finding.candidates import candidates
from diffing.finding.crossing import cross_signature
from diffing.finding.likeness import likeness
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

    `threshold` (0..1) is the least score of a pair, which depends on these two articles alone. `days` leaves out pairs
    whose metadata say that they were published further apart.
    """
    read = [article(one, str(number)) for number, one in enumerate(articles)]
    signatures = [signature(one) for one in read]
    found = {(pair.left, pair.right) for pair in candidates(signatures, threshold, days)}
    if needs_crossing(signatures):
        across = [cross_signature(one, plain) for one, plain in zip(read, signatures, strict=True)]
        found.update(
            (pair.left, pair.right) for pair in candidates(across, threshold * CROSS_SCALE, days, is_across=True)
        )
    for left, right in sorted(found):
        sides = Pair(left, right)
        both = confirmed(sides.map(read.__getitem__), sides.map(signatures.__getitem__), threshold)
        if both is not None:
            yield FoundPair(left, right, *both)


def needs_crossing(signatures: Iterable[Signature]) -> bool:
    """Return whether articles are in several languages."""
    return len({one.language for one in signatures} - {""}) > 1


def confirmed(
    articles: Pair[Article], signatures: Pair[Signature], threshold: float
) -> tuple[Related, LikelySource] | None:
    """Compare the articles of a candidate; return what relates them, None if they are unrelated."""
    both = relation_of(compare_read(read_articles(articles)), signatures, threshold)
    return None if both[0].relation is Relation.UNRELATED else both


def relation_of(
    comparison: Comparison, signatures: Pair[Signature], threshold: float = THRESHOLD
) -> tuple[Related, LikelySource]:
    """Return what relates two articles that were compared, and their source. No other article has a part in it.

    `signatures` are their usual ones, also of articles in two languages.
    """
    if comparison.languages is not None:
        left, right = comparison.articles
        signatures = Pair(cross_signature(left, signatures.left), cross_signature(right, signatures.right))
    found = related(comparison, likeness(*signatures), threshold)
    return found, origin(found.relation, signatures)
