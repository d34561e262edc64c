"""Find the related articles among many in memory. `newsdiff --find` does the same with files, on all processors.

find([monday, tuesday, other])   ->   FoundPair(0, 1, Related(NEW_VERSION, ...), LikelySource(earlier=LEFT, ...))
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from diffing.comparison import compare_read
from diffing.finding.candidates import candidates
from diffing.finding.crossing import cross_signature
from diffing.finding.likeness import Likeness, likeness
from diffing.finding.origin import LikelySource, origin
from diffing.finding.relation import CROSS_SCALE, THRESHOLD, UNALIGNED_MORE, Related, Relation, related
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
    found = {(pair.left, pair.right): pair for pair in candidates(signatures, threshold, days)}
    if needs_crossing(signatures):
        across = [cross_signature(one, plain) for one, plain in zip(read, signatures, strict=True)]
        for pair in candidates(across, threshold * CROSS_SCALE, days, is_across=True):
            found.setdefault((pair.left, pair.right), pair)
    for (left, right), pair in sorted(found.items()):
        sides = Pair(left, right)
        both = confirmed(sides.map(read.__getitem__), sides.map(signatures.__getitem__), threshold, pair.likeness)
        if both is not None:
            yield FoundPair(left, right, *both)


def needs_crossing(signatures: Iterable[Signature]) -> bool:
    """Return whether articles are in several languages."""
    return len({one.language for one in signatures} - {""}) > 1


def confirmed(
    articles: Pair[Article], signatures: Pair[Signature], threshold: float, among_all: Likeness
) -> tuple[Related, LikelySource] | None:
    """Compare the articles of a candidate; return what relates them, None if they are unrelated.

    `among_all` is their likeness by the words that are rare in the folder. Where hardly a paragraph corresponds, it has
    to be high too: two chapters of one letter share words that other chapters do not have.
    """
    comparison = compare_read(read_articles(articles))
    both = relation_of(comparison, signatures, threshold)
    found, _ = both
    scale = 1.0 if comparison.languages is None else CROSS_SCALE
    is_unlike = not found.is_aligned and among_all.score / scale < threshold + UNALIGNED_MORE
    return None if found.relation is Relation.UNRELATED or is_unlike else both


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
