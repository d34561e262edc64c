"""Differences between a pair of texts, as spans of whole words.

    Maduro severed ties in 2019.     equal    Maduro
    Maduro cut ties in 2019.         replace  severed | cut
                                     equal    ties in 2019.

Sentences come first: sentence_alignment.py pairs the sentences, and words are compared only inside such pairs. There,
content words are matched first and the words between them after: a 'the' is kept beside a kept word, and does not
choose which word that is. Then cleanup.py removes fragments, and phrases.py makes edits of each change.

Each word is encoded as one character of a private-use plane and diff-match-patch compares the two strings of
characters, so no boundary can fall inside a word. Words are compared in their compared form.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Protocol, cast

from diffing.model import Op, Pair, Span
from diffing.text.ranges import EqualRange, RangePair, common_ends
from diffing.text.reading import ReadText
from diffing.text.sentences import Sentence
from diffing.text.sequences import longest_rising
from diffing.text.spelling import Spelling
from diffing.text.tokens import CONTENT_WEIGHT, PairedTokens, Token, paired_tokens
from diffing.wording.cleanup import tidied
from diffing.wording.joints import with_joints
from diffing.wording.phrases import Edit, edits, plain
from diffing.wording.sentence_alignment import align_sentences
from diffing.wording.spans import spans_of

# Words become the characters from here on: plane 15 and, past its 65,534 characters, plane 16.
_FIRST_CODE = 0xF0000
# diff-match-patch takes time by the square of what differs: 300 different words a side take 10 ms.
# Longer texts are first cut at words that each side has once.
MOST_CELLS = 300 * 300
# Without such a word they are cut anywhere, into smaller pieces: with only 30 letters for words, a piece of 300 takes
# ten times as long as one of 100.
MOST_CUT_CELLS = 100 * 100

Pairs = list[tuple[int, int]]


class _Engine(Protocol):
    """The part of diff-match-patch used here."""

    def diff_main(self, text1: str, text2: str, checklines: bool) -> list[tuple[int, str]]: ...


@cache
def _engine() -> _Engine:
    """Return diff-match-patch without its deadline, loaded at first use (8 ms)."""
    from diff_match_patch import diff_match_patch

    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    return cast(_Engine, engine)


def compare_words(left: str, right: str, spelling: Spelling | None = None) -> tuple[Span, ...]:
    """Return the spans of two texts; see compare_texts."""
    return compare_texts(ReadText(left), ReadText(right), spelling)


def compare_texts(own: ReadText, other: ReadText, spelling: Spelling | None = None) -> tuple[Span, ...]:
    """Return the spans of two texts, in order on both sides. `spelling` are the habits of their articles.

    Their left texts join to `left` and their right texts to `right`. A span starts and ends at the edge of a word.
    Swapping the texts swaps the sides of the spans, and changes nothing else.
    """
    left, right = own.text, other.text
    if not left.strip() or not right.strip():
        return _one_span(left, right)
    if left == right:
        return (Span(Op.EQUAL, left, right),)
    is_swapped = right < left  # one order for both, so that ties fall alike whichever side is given first
    if is_swapped:
        left, right, own, other = right, left, other, own
    tokens = paired_tokens(left, right, spelling, is_swapped=is_swapped)
    return spans_of(left, right, tokens, list(_edits(own, other, tokens)), mirrored=is_swapped)


def _one_span(left: str, right: str) -> tuple[Span, ...]:
    """Return the span of two texts one of which is blank."""
    if not left and not right:
        return ()
    if not left or not right:
        return (Span(Op.INSERT if right else Op.DELETE, left, right),)
    if left.strip() or right.strip():
        return (Span(Op.REPLACE, left, right),)
    return (Span(Op.EQUAL, left, right, typographic=left != right),)


def _edits(left: ReadText, right: ReadText, tokens: PairedTokens) -> Iterator[Edit]:
    """Yield the edits of the tokens in order, bead by bead."""
    own, other = with_joints(
        Pair(_sentence_cuts(left.sentences, tokens.left), _sentence_cuts(right.sentences, tokens.right)), tokens
    )
    beads = align_sentences(
        [tokens.left[start:end] for start, end in pairwise(own)],
        [tokens.right[start:end] for start, end in pairwise(other)],
    )
    range_pairs = [
        RangePair(own[bead.left_start], own[bead.left_end], other[bead.right_start], other[bead.right_end])
        for bead in beads
    ]
    ends: dict[int | None, list[RangePair]] = {}
    for bead, ranges in zip(beads, range_pairs, strict=True):
        ends.setdefault(bead.move, []).append(ranges)
    last_move = max((bead.move or 0 for bead in beads), default=0)
    for bead, ranges in zip(beads, range_pairs, strict=True):
        if bead.move is None and _is_equal(ranges, tokens):
            yield Edit(Op.EQUAL, ranges)
        elif bead.move is None:
            equal_ranges, bounded = _equal_ranges(ranges, tokens)
            bounded |= bead.bounded
            for edit in edits(ranges, tidied(ranges, equal_ranges, *tokens), tokens, bounded, last_move + 1):
                last_move = max(last_move, edit.move or 0)
                yield edit
        else:
            away, here = ends[bead.move]
            if away.left_start == away.left_end:
                away, here = here, away
            whole = RangePair(away.left_start, away.left_end, here.right_start, here.right_end)
            yield from _moved(ranges, whole, tokens, bead.move)


def _is_equal(ranges: RangePair, tokens: PairedTokens) -> bool:
    """Return whether both ranges are equal, as those of most sentences of an edited paragraph are."""
    if not 0 < ranges.left_end - ranges.left_start == ranges.right_end - ranges.right_start:
        return False
    left, right = tokens.left[ranges.left_start : ranges.left_end], tokens.right[ranges.right_start : ranges.right_end]
    # The weights too: 'i-n' and 'in' have one form, but only one of them is matched as a content word.
    return all(own.form == other.form and own.weight == other.weight for own, other in zip(left, right, strict=True))


def _moved(ranges: RangePair, whole: RangePair, tokens: PairedTokens, move: int) -> Iterator[Edit]:
    """Yield the edits of one end of a moved sentence: equal ranges carry the number of the move, the rest is a change.

    `ranges` has this end, the sentence on one side; `whole` has the sentence on both sides.
    """
    equal_ranges, bounded = _equal_ranges(whole, tokens)
    equal_ranges = tidied(whole, equal_ranges, *tokens)
    if ranges.left_start < ranges.left_end:
        edges = [at for equal in equal_ranges for at in (equal.left, equal.left_end)]
        parts = [
            RangePair(start, end, ranges.right_start, ranges.right_end)
            for start, end in pairwise([whole.left_start, *edges, whole.left_end])
        ]
    else:
        edges = [at for equal in equal_ranges for at in (equal.right, equal.right_end)]
        parts = [
            RangePair(ranges.left_start, ranges.left_end, start, end)
            for start, end in pairwise([whole.right_start, *edges, whole.right_end])
        ]
    for at, part in enumerate(parts):
        kept = at % 2 == 1  # a gap, a equal, a gap...
        for edit in plain(part, move if kept else None):
            yield edit._replace(bounded=bounded)


def _sentence_cuts(sentences: Sequence[Sentence], side: Sequence[Token]) -> list[int]:
    """Return where sentences begin and end, counted in tokens: a token belongs to the sentence it starts in."""
    cuts = [0]
    at = 0
    for sentence in sentences[1:]:
        while at < len(side) and side[at].start < sentence.start:
            at += 1
        if at > cuts[-1] and at < len(side):
            cuts.append(at)
    return [*cuts, len(side)] if side else cuts


def _equal_ranges(ranges: RangePair, tokens: PairedTokens) -> tuple[list[EqualRange], bool]:
    """Return the equal ranges inside some ranges, and whether a bound was reached in the search."""
    left, right = tokens.left[ranges.left_start : ranges.left_end], tokens.right[ranges.right_start : ranges.right_end]
    left_forms, right_forms = [token.form for token in left], [token.form for token in right]
    left_content, right_content = _places_of_content(left), _places_of_content(right)
    kept: Pairs = []
    bounded = _match([left_forms[i] for i in left_content], [right_forms[j] for j in right_content], 0, 0, kept)
    pairs: Pairs = []
    i = j = 0
    for a, b in kept:
        m, n = left_content[a], right_content[b]
        if i < m and j < n:
            bounded |= _match(left_forms[i:m], right_forms[j:n], i, j, pairs)
        pairs.append((m, n))
        i, j = m + 1, n + 1
    if i < len(left) and j < len(right):
        bounded |= _match(left_forms[i:], right_forms[j:], i, j, pairs)
    return _as_ranges(ranges, pairs), bounded


def _places_of_content(side: Sequence[Token]) -> list[int]:
    return [at for at, token in enumerate(side) if token.weight >= CONTENT_WEIGHT]


def _as_ranges(ranges: RangePair, pairs: Pairs) -> list[EqualRange]:
    equal_ranges: list[EqualRange] = []
    start = 0
    for at in range(1, len(pairs) + 1):
        i, j = pairs[at - 1]
        if at == len(pairs) or pairs[at] != (i + 1, j + 1):
            first_left, first_right = pairs[start]
            equal_ranges.append(
                EqualRange(first_left + ranges.left_start, first_right + ranges.right_start, at - start)
            )
            start = at
    return equal_ranges


def _match(
    left: list[str], right: list[str], left_start: int, right_start: int, pairs: Pairs, cells: int = MOST_CELLS
) -> bool:
    """Add the pairs of equal forms kept in order; return whether a bound was reached.

    Up to `cells` cells (left forms times right forms) are compared at once.
    """
    if left == right:
        pairs += [(left_start + at, right_start + at) for at in range(len(left))]
        return False
    if set(left).isdisjoint(right):
        return False
    head, tail = common_ends(left, right)
    pairs += [(left_start + at, right_start + at) for at in range(head)]
    bounded = _match_middle(
        left[head : len(left) - tail],
        right[head : len(right) - tail],
        left_start + head,
        right_start + head,
        pairs,
        cells,
    )
    left_end, right_end = left_start + len(left), right_start + len(right)
    pairs += [(left_end - back, right_end - back) for back in range(tail, 0, -1)]
    return bounded


def _match_middle(
    left: list[str], right: list[str], left_start: int, right_start: int, pairs: Pairs, cells: int
) -> bool:
    if not left or not right or set(left).isdisjoint(right):
        return False
    if len(left) * len(right) <= cells:
        pairs += [(left_start + i, right_start + j) for i, j in _common(left, right)]
        return False
    cuts = _anchors(left, right)
    bounded = not cuts
    if bounded:
        cuts = [(len(left) // 2, len(right) // 2)]
        cells = MOST_CUT_CELLS
    ends = [(0, 0), *cuts, (len(left), len(right))]
    for (i, j), (k, m) in pairwise(ends):
        bounded |= _match(left[i:k], right[j:m], left_start + i, right_start + j, pairs, cells)
    return bounded


def _anchors(left: list[str], right: list[str]) -> Pairs:
    """Return the words that each side has exactly once, in order on both (Bram Cohen's patience diff)."""
    counts = Counter(left), Counter(right)
    places = {form: at for at, form in enumerate(right) if counts[1][form] == 1}
    return longest_rising(
        [(at, places[form]) for at, form in enumerate(left) if counts[0][form] == 1 and form in places]
    )


def _common(left: Sequence[str], right: Sequence[str]) -> Pairs:
    """Return the longest common subsequence of two lists of forms that have one in common, by diff-match-patch."""
    if len(left) == 1:
        return [(0, right.index(left[0]))]
    if len(right) == 1:
        return [(left.index(right[0]), 0)]
    shared = set(left).intersection(right)
    own = [at for at, form in enumerate(left) if form in shared]
    other = [at for at, form in enumerate(right) if form in shared]
    if [left[at] for at in own] == [right[at] for at in other]:
        # The usual case: the shared forms have one order, so no other subsequence is as long.
        return list(zip(own, other, strict=True))
    codes: dict[str, str] = {}
    encoded = [
        "".join(codes.setdefault(form, chr(_FIRST_CODE + len(codes))) for form in side) for side in (left, right)
    ]
    pairs: Pairs = []
    i = j = 0
    for sign, stretch in _engine().diff_main(encoded[0], encoded[1], False):
        if not sign:
            pairs += [(i + at, j + at) for at in range(len(stretch))]
        if sign <= 0:
            i += len(stretch)
        if sign >= 0:
            j += len(stretch)
    return pairs
