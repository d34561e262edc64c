"""Phrases that are at another place of the same sentence on the other side.

    allies of President Vladimir Putin         moved  allies
    President Vladimir Putin’s allies

Only clear cases count: a word that the changes of both sides have once, with the equal words beside it; at least two
words, or all content words of the change it is in. So a name that one place drops and another place uses beside other
words is no moved phrase. Nor is a single word that another sentence has: 'will stay open. ... is |closed|.', 'is
|closed|. ... has reopened.'
"""

from bisect import bisect
from collections import Counter
from collections.abc import Sequence

from diffing.model import Pair
from diffing.text.ranges import EqualRange, RangePair
from diffing.text.tokens import CONTENT_WEIGHT, FUNCTION_WEIGHT, MARK_WEIGHT, PairedTokens, Token

# A phrase of this weight is clear by itself: a content word and one more word.
CLEAR_WEIGHT = CONTENT_WEIGHT + FUNCTION_WEIGHT
# A phrase has at least this many letters: one or two characters of Chinese or Japanese occur anywhere.
CLEAR_LENGTH = 4
_SENTENCE_ENDS = frozenset(".!?…。！？")


def moved_phrases(changes: Sequence[RangePair], tokens: PairedTokens) -> list[EqualRange]:
    """Return the phrases that the changes of one sentence have in common, in the order of the left side.

    They overlap on neither side. Each is inside one change on the left and inside one change on the right.
    """
    if not _have_content_in_common(changes, tokens):
        return []
    left_at = {i: change for change in changes for i in range(change.left_start, change.left_end)}
    right_at = {j: change for change in changes for j in range(change.right_start, change.right_end)}
    left_counts = Counter(tokens.left[i].form for i in left_at)
    right_counts = Counter(tokens.right[j].form for j in right_at)
    places = {tokens.right[j].form: j for j in right_at if tokens.right[j].is_content}
    contents = {change: _contents(change, tokens) for change in changes}
    left_ends = _sentence_ends(tokens.left, changes[0].left_start, changes[-1].left_end)
    right_ends = _sentence_ends(tokens.right, changes[0].right_start, changes[-1].right_end)
    moves: list[EqualRange] = []
    for i, change in list(left_at.items()):
        form = tokens.left[i].form
        j = places.get(form, -1)
        if i not in left_at or j not in right_at or left_counts[form] != 1 or right_counts[form] != 1:
            continue
        equal = _widened(i, j, left_at, right_at, tokens)
        moved = tokens.left[equal.left : equal.left_end]
        content = sum(token.is_content for token in moved)
        heavy = sum(token.weight for token in moved) >= CLEAR_WEIGHT
        whole = content in (contents[change].left, contents[right_at[j]].right)
        whole = whole and bisect(left_ends, i) == bisect(right_ends, j)
        if (heavy or whole) and sum(len(token.form) for token in moved) >= CLEAR_LENGTH:
            moves.append(equal)
            for at in range(equal.length):
                del left_at[equal.left + at], right_at[equal.right + at]
    return moves


def _have_content_in_common(changes: Sequence[RangePair], tokens: PairedTokens) -> bool:
    """Return whether any content word was both deleted and inserted: mostly none was."""
    away = {
        token.form
        for change in changes
        for token in tokens.left[change.left_start : change.left_end]
        if token.weight >= CONTENT_WEIGHT
    }
    return bool(away) and any(
        token.form in away for change in changes for token in tokens.right[change.right_start : change.right_end]
    )


def _sentence_ends(tokens: Sequence[Token], start: int, end: int) -> list[int]:
    """Return where sentences end among the tokens `start`..`end` of a side."""
    return [at for at in range(start, end) if tokens[at].form in _SENTENCE_ENDS]


def _contents(change: RangePair, tokens: PairedTokens) -> Pair[int]:
    """Return how many content words a change has on each side."""
    return Pair(
        sum(token.is_content for token in tokens.left[change.left_start : change.left_end]),
        sum(token.is_content for token in tokens.right[change.right_start : change.right_end]),
    )


def _widened(
    i: int, j: int, left_at: dict[int, RangePair], right_at: dict[int, RangePair], tokens: PairedTokens
) -> EqualRange:
    """Return a moved word with the equal words beside it, in the same changes; marks only between words."""
    own, other = left_at[i], right_at[j]

    def is_same(at: int) -> bool:
        return (
            left_at.get(i + at) is own
            and right_at.get(j + at) is other
            and tokens.left[i + at].form == tokens.right[j + at].form
        )

    start, end = 0, 1
    while is_same(start - 1):
        start -= 1
    while is_same(end):
        end += 1
    while tokens.left[i + start].weight == MARK_WEIGHT:
        start += 1
    while tokens.left[i + end - 1].weight == MARK_WEIGHT:
        end -= 1
    return EqualRange(i + start, j + start, end - start)
