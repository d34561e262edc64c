"""Words that stand for each other in two long texts, learned from the frame of the texts.

    anchors 12-12, 95-99 and 204-211 have `said` on the left and `dijo` on the right, and few others have either

What is learned counts for all paragraphs, and makes a frame that has most of them; see frame.py. A pair of stems that
the words say already (Egypt, Egipto) is left out, for it would count twice.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from diffing.alignment.anchors import Anchor
from diffing.alignment.options import Options as LexicalOptions
from diffing.model import Pair
from diffing.translation.contents import Content, Reader
from diffing.translation.correspondences import Correspondences, HeldSigns
from diffing.translation.frame import Frame, frame_of

# Anchors that have both stems, at least; likeness (Dice) of the anchors of two stems that stand for each other; share
# of the anchors that a stem is in, at most.
_LEAST_TOGETHER, _LIKENESS, _MOST_SHARE = 3, 0.4, 0.5


def learned_from_frame(
    contents: Pair[Sequence[Content]],
    known: Correspondences,
    held: HeldSigns,
    readers: Pair[Reader],
    options: LexicalOptions,
) -> tuple[Correspondences, HeldSigns, Frame]:
    """Return the correspondences of two long texts with the words that they teach, their signs, and their frame.

    `held` are the signs of the paragraphs without these words.
    """
    stems = contents.map(lambda side: [content.stems for content in side])
    first = frame_of(held, options)
    signs = Pair(_by_stem(known.signs.left, readers.left), _by_stem(known.signs.right, readers.right))
    learned = learned_pairs(stems, first.anchors, signs)
    known, held = known.with_learned(learned, contents, held)
    return known, held, frame_of(held, options)


def _by_stem(signs: Mapping[str, int], reader: Reader) -> Mapping[str, frozenset[int]]:
    """Return the signs of the words of each stem."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for word, sign in signs.items():
        found[reader.stem(word)].add(sign)
    return {stem: frozenset(own) for stem, own in found.items()}


class _Learned(NamedTuple):
    likeness: float
    left: str
    right: str


def learned_pairs(
    stems: Pair[Sequence[Collection[str]]], anchors: Sequence[Anchor], signs: Pair[Mapping[str, frozenset[int]]]
) -> list[tuple[str, str]]:
    """Return the stems that stand for each other; `signs` has the signs of the words of each stem."""
    found = list(_alike(stems, anchors))
    best: Pair[dict[str, float]] = Pair({}, {})
    for one in found:
        best.left[one.left] = max(best.left.get(one.left, 0.0), one.likeness)
        best.right[one.right] = max(best.right.get(one.right, 0.0), one.likeness)
    nothing: frozenset[int] = frozenset()
    return sorted(
        (one.left, one.right)
        for one in found
        if one.likeness >= min(best.left[one.left], best.right[one.right])
        and signs.left.get(one.left, nothing).isdisjoint(signs.right.get(one.right, nothing))
    )


def _alike(stems: Pair[Sequence[Collection[str]]], anchors: Sequence[Anchor]) -> Iterator[_Learned]:
    """Yield the stems that are in nearly the same anchors."""
    lefts = [stems.left[left] for left, _ in anchors]
    rights = [stems.right[right] for _, right in anchors]
    held = Counter(chain.from_iterable(rights))
    most = _MOST_SHARE * len(anchors)
    places: defaultdict[str, list[Collection[str]]] = defaultdict(list)
    for own, others in zip(lefts, rights, strict=True):
        for stem in own:
            places[stem].append(others)
    for stem, there in places.items():
        if _LEAST_TOGETHER <= len(there) <= most:
            for other, count in Counter(chain.from_iterable(there)).items():
                likeness = 2 * count / (len(there) + held[other])
                if count >= _LEAST_TOGETHER and likeness >= _LIKENESS and held[other] <= most:
                    yield _Learned(likeness, stem, other)
