"""Comparison of two sequences: the items that they have in the same order.

"abcd", "acbd"   ->   three of four items are in the same order: a, b, d
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rapidfuzz.distance import LCSseq, Levenshtein

ORDERED = 4096
"""Stems, or paragraphs, whose order is compared at once. No paragraph that a person wrote has more stems."""


# Choices that most_alike() returns. rapidfuzz has shares of a hundred.
_MOST_ALIKE = 3
_HUNDRED = 100


def spelling(first: str, second: str) -> float:
    """Return how much of the letters of two names is equal and in the same order, 0..1."""
    longest = len(first) + len(second)
    return 2 * LCSseq.similarity(first, second) / longest if longest else 1.0


def letter_changes(first: str, second: str) -> Iterator[tuple[slice, slice]]:
    """Yield the ranges of letters that differ in the fewest changes of one name into another; one may be empty."""
    for step in Levenshtein.opcodes(first, second):
        if step.tag != "equal":
            yield slice(step.src_start, step.src_end), slice(step.dest_start, step.dest_end)


def order(first: str, second: str) -> float:
    """Return how much of the longer text's stems two sequences (see sequence_of) have in the same order, 0..1."""
    return _kept(first, second) / (max(len(first), len(second)) + 1)


def share_in_order(first: str, second: str) -> float:
    """Return how much of the first sequence the second one has in the same order, 0..1."""
    return _kept(first, second) / (len(first) + 1)


def _kept(first: str, second: str) -> int:
    """Return the number of items that two sequences have in the same order."""
    if max(len(first), len(second)) <= ORDERED:
        return LCSseq.similarity(first, second)
    return sum(LCSseq.similarity(first[i:k], second[j:m]) for i, k, j, m in _comparable(first, second))


def longest_run(first: str, second: str) -> str:
    """Return the longest run of items that both sequences have, the first one in the first sequence."""
    longest = ""
    for start in range(len(first)):
        while start + len(longest) < len(first) and (longer := first[start : start + len(longest) + 1]) in second:
            longest = longer
    return longest


def common_order(first: str, second: str) -> Iterator[tuple[int, int]]:
    """Yield the index pairs of as many items as two sequences have in the same order."""
    for i, k, j, m in _comparable(first, second):
        for at, to, length in LCSseq.opcodes(first[i:k], second[j:m]).as_matching_blocks():
            yield from zip(range(i + at, i + at + length), range(j + to, j + to + length), strict=True)


def _comparable(first: str, second: str) -> Iterator[tuple[int, int, int, int]]:
    """Cut two sequences into the same number of pieces: the cost of a comparison is the product of the lengths."""
    pieces = -(-max(len(first), len(second)) // ORDERED)
    cuts = [(len(first) * cut // pieces, len(second) * cut // pieces) for cut in range(pieces + 1)]
    return ((i, k, j, m) for (i, j), (k, m) in pairwise(cuts))


def longest_rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest chain of pairs whose second numbers rise; the first numbers of the pairs given rise.

    (0, 5) (1, 1) (2, 2)   ->   (1, 1) (2, 2)
    """
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for at, (_, j) in enumerate(pairs):
        length = bisect_left(ends, j)
        ends[length : length + 1] = [j]
        last[length : length + 1] = [at]
        before.append(last[length - 1] if length else -1)
    found = []
    at = last[-1] if last else -1
    while at >= 0:
        found.append(pairs[at])
        at = before[at]
    return found[::-1]


def most_alike(word: str, choices: Sequence[str], least: float) -> list[tuple[str, float]]:
    """Return the few choices most like a word, and how much of the letters is equal and in the same order, 0..1."""
    # Loaded only for two languages.
    from rapidfuzz import process
    from rapidfuzz.fuzz import ratio

    found = process.extract(word, choices, scorer=ratio, score_cutoff=least * _HUNDRED, limit=_MOST_ALIKE)
    return [(choice, likeness / _HUNDRED) for choice, likeness, _ in found]
