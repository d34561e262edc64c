"""Words that are nearly equal, and the letters in which they differ.

    requested | requests   ->   request[ed] | request[s]
    Russia’s  | Russian    ->   Russia[’s]  | Russia[n]

Nearly equal words have a common beginning and a common end, as inflected or respelled words do. One or two marked
ranges in a word are easy to read; single marked letters are not.
"""

from collections.abc import Sequence

from diffing.model import Pair
from diffing.text.letters import is_inside
from diffing.text.ranges import common_ends

# The share of the letters of the longer word that both words have to have.
SURVIVING_SHARE = 0.5
# Greatest number of pairs of words that are compared.
MOST_CELLS = 4_096


def surviving_share(left: str, right: str) -> float:
    """Return the share of the longer word's letters that both words have; 0 unless they are nearly equal.

    The first letter has to be equal: 'million' is not nearly 'billion', and 'known' not nearly 'unknown'. Numbers are
    never nearly equal.
    """
    if left == right:
        return 1.0
    if not (left and right and left[0] == right[0]) or not (left.isalpha() or "'" in left):
        return 0.0
    if any(letter.isdigit() for letter in left + right):
        return 0.0
    share = sum(common_ends(left, right)) / max(len(left), len(right))
    return share if share >= SURVIVING_SHARE else 0.0


def near_pairs(left: Sequence[str], right: Sequence[str]) -> list[tuple[int, int]]:
    """Return the indices of nearly equal words, in order on both sides: the pairs that share most letters together.

    requested, bank, talked; talks, requests, bank   ->   (0, 1)
    """
    if not left or not right or len(left) * len(right) > MOST_CELLS:
        return []
    shares = {}
    for i, own in enumerate(left):
        for j, other in enumerate(right):
            share = surviving_share(own, other)
            if 0 < share < 1:
                shares[i, j] = share
    if not shares:
        return []
    worth = [[0.0] * (len(right) + 1) for _ in range(len(left) + 1)]
    for i in range(len(left) - 1, -1, -1):
        for j in range(len(right) - 1, -1, -1):
            together = worth[i + 1][j + 1] + shares.get((i, j), 0.0)
            worth[i][j] = max(worth[i + 1][j], worth[i][j + 1], together)
    pairs = []
    i = j = 0
    while i < len(left) and j < len(right):
        if worth[i][j] == worth[i + 1][j]:
            i += 1
        elif worth[i][j] == worth[i][j + 1]:
            j += 1
        else:
            pairs.append((i, j))
            i, j = i + 1, j + 1
    return pairs


def differing_letters(left: str, right: str) -> Pair[tuple[int, int]]:
    """Return where two nearly equal words differ: (start, end) in each, never inside a letter with its marks."""
    head, tail = common_ends(left, right)
    while head and any(is_inside(word, head) for word in (left, right)):
        head -= 1
    while tail and any(is_inside(word, len(word) - tail) for word in (left, right)):
        tail -= 1
    return Pair((head, len(left) - tail), (head, len(right) - tail))
