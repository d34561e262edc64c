"""Places of the paragraphs of a review in the articles as they are now.

    anchor "The ferry sank."          now "In fog, the ferry sank.": the likest, between the same neighbours
    anchor "No comment."              now twice: the one whose neighbours are the anchor's, or the nearest number
    anchor "Police left at six."      not there any more: without a place

Equal paragraphs come first. The other anchors are aligned with the article as if they were one; the neighbours that
they name are pinned. A weak link is none: a note must never stand beside another paragraph than its own.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from diffing.alignment.align import align_texts
from diffing.model import Article, Pair
from diffing.pins import Pins
from diffing.review.model import CONTEXT, Anchor, Review, Spot
from diffing.text.reading import read_texts

LEAST_LIKENESS = 0.35
"""Similarity (0..1) of an anchor and a paragraph that has other words, at least."""

Places = Mapping[Anchor, tuple[int, ...]]
"""The paragraphs (0-based) of each anchor that has a place."""


class Placed(NamedTuple):
    """The places of the anchors of each side."""

    left: Places
    right: Places

    def spot(self, spot: Spot) -> Pair[tuple[int, ...]] | None:
        """Return the paragraphs of a spot, rising; None unless each of its anchors has a place."""
        found = Pair(_all_of(spot.left, self.left), _all_of(spot.right, self.right))
        if found.left is None or found.right is None:
            return None
        return Pair(found.left, found.right)


def _all_of(anchors: Iterable[Anchor], places: Places) -> tuple[int, ...] | None:
    found = [places.get(anchor) for anchor in anchors]
    if any(place is None for place in found):
        return None
    return tuple(sorted({index for place in found if place for index in place}))


def placed(review: Review, articles: Pair[Article]) -> Placed:
    """Return where the paragraphs of a review stand; the review is oriented as the articles are."""
    spots = review.spots()
    return Placed(
        places_of([anchor for spot in spots for anchor in spot.left], articles.left),
        places_of([anchor for spot in spots for anchor in spot.right], articles.right),
    )


def places_of(anchors: Iterable[Anchor], article: Article) -> Places:
    """Return the paragraphs of an article that anchors stand for."""
    wanted = sorted(dict.fromkeys(anchors), key=lambda anchor: (anchor.at, anchor.text, anchor.before, anchor.after))
    texts = [paragraph.text for paragraph in article.paragraphs]
    found: dict[Anchor, tuple[int, ...]] = {anchor: (at,) for anchor, at in _equal(wanted, texts).items()}
    lost = tuple(anchor for anchor in wanted if anchor not in found)
    return found | _likest(lost, tuple(texts)) if lost else found


@lru_cache(maxsize=4)
def _likest(lost: tuple[Anchor, ...], texts: tuple[str, ...]) -> dict[Anchor, tuple[int, ...]]:
    """Return the paragraphs of anchors whose text is not there any more; kept for the next note on the same articles.

    Two readers may have met a paragraph in two wordings: each round places one of them.
    """
    found: dict[Anchor, tuple[int, ...]] = {}
    while more := _linked([anchor for anchor in lost if anchor not in found], texts):
        found |= more
    return found


def _equal(anchors: Sequence[Anchor], texts: Sequence[str]) -> dict[Anchor, int]:
    """Return the paragraph of each anchor that has one with its text.

    Anchors of one text have one paragraph if all else is equal, too: two readers met it between other neighbours. Where
    an article has the text more than once, each paragraph is the best of its own.
    """
    at_text: defaultdict[str, list[int]] = defaultdict(list)
    for at, text in enumerate(texts):
        at_text[text].append(at)
    found: dict[Anchor, int] = {}
    for anchor in anchors:
        if same := at_text.get(anchor.text):
            found[anchor] = max(same, key=lambda at: (_neighbours(anchor, texts, at), -abs(at - anchor.at), -at))
    return found


def _neighbours(anchor: Anchor, texts: Sequence[str], at: int) -> int:
    """Return how many neighbours of a paragraph are those of an anchor: 0 to 2."""
    before = texts[at - 1][:CONTEXT] if at else ""
    after = texts[at + 1][:CONTEXT] if at + 1 < len(texts) else ""
    return (before == anchor.before) + (after == anchor.after)


def _linked(lost: Sequence[Anchor], texts: Sequence[str]) -> dict[Anchor, tuple[int, ...]]:
    """Return the paragraphs that the aligner links with anchors whose text is not there any more."""
    if not lost:
        return {}
    changed = {anchor.text[:CONTEXT] for anchor in lost}
    beginnings: defaultdict[str, list[int]] = defaultdict(list)
    for at, text in enumerate(texts):
        beginnings[text[:CONTEXT]].append(at)
    old: list[str] = []
    pins: dict[int, int] = {}
    numbers: dict[str, int] = {}

    def pin_neighbour(beginning: str) -> None:
        """Put a neighbour among the old paragraphs, if it is known; one that begins as a changed one may be that."""
        places = beginnings.get(beginning, ()) if beginning not in changed else ()
        if len(places) == 1 and places[0] not in pins:
            pins[places[0]] = len(old)
            old.append(texts[places[0]])

    for anchor in lost:
        if anchor.text not in numbers:
            pin_neighbour(anchor.before)
            numbers[anchor.text] = len(old)
            old.append(anchor.text)
            pin_neighbour(anchor.after)
    fixed = tuple(Pair((number,), (at,)) for at, number in pins.items())
    aligned = align_texts(read_texts(Pair(old, list(texts))), pins=Pins(fixed))
    places = {
        link.left[0]: link.right
        for link, evidence in zip(aligned.links, aligned.evidence, strict=True)
        if len(link.left) == 1 and not evidence.uncertain and link.similarity >= LEAST_LIKENESS
    }
    return {anchor: places[numbers[anchor.text]] for anchor in lost if numbers[anchor.text] in places}
