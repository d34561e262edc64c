"""Candidates: the pairs of articles that are worth comparing, without comparing all with all.

    article 1   halvik solberg sunniva ferry people ...      halvik    in 2 articles     1, 7
    article 7   halvik solberg nordlinje ship people ...     people    in 5,200          not looked at

An inverted index says which earlier articles have a feature. Each article asks for its rarest features first, until it
has been answered with MOST_ANSWERS articles; so the work for an article does not grow with the number of articles.
Those named most often are judged by their likeness. Pairs that share a passage in very different articles are found by
their shingles, a part of all numbers at a time, which bounds memory.

Measured against MinHash (datasketch), SQL (DuckDB) and all with all (rapidfuzz): docs/research.md, "How articles are
found".
"""

from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from heapq import nsmallest
from itertools import chain, combinations

from diffing.finding.likeness import Likeness, Weighed, Weights, counts_of, facts_of
from diffing.finding.signatures import Signature

MOST_ANSWERS = 1_500
"""Articles that the index names for one article, at most, one for each feature that both have."""

MOST_JUDGED = 60
"""Of these, how many are judged: those that share most features."""

LEAST_SHARED = 3
"""Rare features that two articles must share to be judged, and shingles that they must share to have a passage."""

LEAST_SHARE = 0.08
"""Share of an article's rare features that are known, which another one must have to be judged."""

MOST_REPEATED = 20
"""Articles that may have a shingle: what more of them have is a phrase of the language, or a notice of an outlet."""

# Shingles that are sorted at a time: 100 MB.
_PART = 1_000_000


class Candidate:
    """Two articles by their numbers, the lower one first, with their likeness, and the shingles that both have."""

    __slots__ = ("left", "likeness", "right", "shingles")

    def __init__(self, left: int, right: int, likeness: Likeness, shingles: int) -> None:
        self.left = left
        self.right = right
        self.likeness = likeness
        self.shingles = shingles


def candidates(
    signatures: Sequence[Signature], threshold: float, days: int | None = None, *, is_across: bool = False
) -> Iterator[Candidate]:
    """Yield the pairs with a likeness of at least `threshold`, and those that share a passage, in the order of both.

    Here a word weighs more the fewer of all articles have it. So the reports on one subject in a folder, which share
    its words and names, are no candidates. The score of a pair depends on its two articles alone.

    `days` leaves out pairs of articles that are known to be published further apart. With `is_across`, signatures are
    those for several languages, and only articles in two languages are a pair.
    """
    counts = counts_of(signatures)
    weights = Weights(len(signatures), counts)
    passages = _passages(signatures)
    index: defaultdict[int, array[int]] = defaultdict(lambda: array("I"))
    stems_weights, facts_weights = array("d"), array("d")
    found: list[Candidate] = []
    for at, one in enumerate(signatures):
        weighed = Weighed(one, weights)
        features = [*one.stems, *facts_of(one)]
        with_passage = passages.pop(at, {})
        judged = {*_most_shared(_answers(features, counts, index)), *with_passage}
        for other in sorted(judged):
            if days is not None and _apart(one, signatures[other], days):
                continue
            if is_across and one.language == signatures[other].language:
                continue
            shingles = with_passage.get(other, 0)
            least = 0.0 if shingles else threshold
            likeness = weighed.likeness(signatures[other], stems_weights[other], facts_weights[other], least)
            if likeness is not None:
                found.append(Candidate(other, at, likeness, shingles))
        for feature in features:
            if 1 < counts[feature] <= MOST_ANSWERS:
                index[feature].append(at)
        stems_weights.append(weighed.stems_weight)
        facts_weights.append(weighed.facts_weight)
    found.sort(key=lambda pair: (pair.left, pair.right))
    yield from found


def _answers(features: Sequence[int], counts: Counter[int], index: "dict[int, array[int]]") -> "list[array[int]]":
    """Return the earlier articles that have each of the rarest features."""
    answers = []
    left = MOST_ANSWERS
    for count, feature in sorted((counts[feature], feature) for feature in features):
        left -= count
        if left < 0:
            break
        if count > 1 and feature in index:
            answers.append(index[feature])
    return answers


def _most_shared(answers: "Sequence[array[int]]") -> list[int]:
    """Return the articles that share most; of equals, the first."""
    least = max(LEAST_SHARED, LEAST_SHARE * len(answers))
    shared = Counter(chain.from_iterable(answers))
    enough = [(-count, other) for other, count in shared.items() if count >= least]
    return [other for _, other in nsmallest(MOST_JUDGED, enough)]


def _apart(one: Signature, other: Signature, days: int) -> bool:
    """Return whether two articles are known to be published more than `days` days apart."""
    return bool(one.moment and other.moment and abs(one.moment.day - other.moment.day) > days)


def _passages(signatures: Sequence[Signature]) -> dict[int, dict[int, int]]:
    """Return for each article the earlier ones that share shingles with it, and how many."""
    together: Counter[int] = Counter()
    bits = max(1, len(signatures).bit_length())
    parts = 1 + sum(len(one.shingles) for one in signatures) // _PART
    width = -(-(1 << 64) // parts)
    for part in range(parts):
        first, end = part * width, (part + 1) * width
        holders: dict[int, int | list[int]] = {}
        for at, one in enumerate(signatures):
            shingles = one.shingles
            for shingle in shingles[bisect_left(shingles, first) : bisect_left(shingles, end)]:
                held = holders.setdefault(shingle, at)
                if held is at:
                    continue
                if isinstance(held, int):
                    holders[shingle] = [held, at]
                else:
                    held.append(at)
        for held in holders.values():
            if isinstance(held, list) and len(held) <= MOST_REPEATED:
                together.update([later << bits | earlier for earlier, later in combinations(held, 2)])
    found: defaultdict[int, dict[int, int]] = defaultdict(dict)
    for pair, count in together.items():
        if count >= LEAST_SHARED:
            found[pair >> bits][pair & ((1 << bits) - 1)] = count
    return found
