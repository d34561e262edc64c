"""What changed inside a pair of texts, as spans of whole words.

    Maduro severed ties in 2019.     equal    Maduro
    Maduro cut ties in 2019.         replace  severed | cut
                                     equal    ties in 2019.

Sentences first: sentence_alignment.py says which sentences stand against which, and words are
compared inside those only. There, words of matter come first and what stands between them after:
a 'the' is kept beside a word that is kept, and does not choose which word that is. Then cleanup.py
takes away confetti, and phrases.py says what stands against what inside a change.

Each word is encoded as one character of a private-use plane and diff-match-patch compares the two
strings of characters, so no boundary can fall inside a word. Words count in their compared form.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Protocol, cast

from diffing.model import Op, Pair, Span
from diffing.text.ranges import Area, Run, common_ends
from diffing.text.sentences import sentences
from diffing.text.sequences import longest_rising
from diffing.text.tokens import CONTENT_WEIGHT, Unit, units
from diffing.wording.cleanup import tidied
from diffing.wording.phrases import Piece, pieces, plain
from diffing.wording.sentence_alignment import align_sentences
from diffing.wording.spans import spans_of

# Words become the characters from here on: plane 15 and, past its 65,534 characters, plane 16.
_FIRST_CODE = 0xF0000
# diff-match-patch takes time by the square of what differs: 300 different words a side take 10 ms.
# Longer stretches are first cut at words that each side has once.
MOST_CELLS = 300 * 300
# Where there is no such word, at any place, and into smaller pieces: with 30 letters and nothing else for words, a
# piece of 300 takes ten times as long as one of 100.
MOST_CUT_CELLS = 100 * 100

Pairs = list[tuple[int, int]]


class _Engine(Protocol):
    """The part of diff-match-patch used here."""

    def diff_main(self, text1: str, text2: str, checklines: bool) -> list[tuple[int, str]]: ...


@cache
def _engine() -> _Engine:
    """diff-match-patch without its deadline; loaded when first needed (8 ms)."""
    from diff_match_patch import diff_match_patch

    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    return cast(_Engine, engine)


def compare_words(left: str, right: str) -> tuple[Span, ...]:
    """The spans of two texts, in order on both sides.

    Their left texts join to `left` and their right texts to `right`. A span starts and ends at the
    edge of a word. Swapping the texts swaps the sides of the spans, and changes nothing else.
    """
    if not left.strip() or not right.strip():
        return _one_span(left, right)
    if left == right:
        return (Span(Op.EQUAL, left, right),)
    is_swapped = right < left  # one order for both, so that ties fall alike whichever side is given first
    if is_swapped:
        left, right = right, left
    found = units(left, right)
    return spans_of(left, right, found, list(_pieces(left, right, found)), mirrored=is_swapped)


def _one_span(left: str, right: str) -> tuple[Span, ...]:
    """The span of two texts one of which is blank."""
    if not left and not right:
        return ()
    if not left or not right:
        return (Span(Op.INSERT if right else Op.DELETE, left, right),)
    if left.strip() or right.strip():
        return (Span(Op.REPLACE, left, right),)
    return (Span(Op.EQUAL, left, right, typographic=left != right),)


def _pieces(left: str, right: str, found: Pair[tuple[Unit, ...]]) -> Iterator[Piece]:
    """What became of the units, in order, bead by bead."""
    own, other = _sentence_cuts(left, found.left), _sentence_cuts(right, found.right)
    beads = align_sentences(
        [found.left[start:end] for start, end in pairwise(own)],
        [found.right[start:end] for start, end in pairwise(other)],
    )
    areas = [
        Area(own[bead.left_start], own[bead.left_end], other[bead.right_start], other[bead.right_end]) for bead in beads
    ]
    ends: dict[int | None, list[Area]] = {}
    for bead, area in zip(beads, areas, strict=True):
        ends.setdefault(bead.move, []).append(area)
    last_move = max((bead.move or 0 for bead in beads), default=0)
    for bead, area in zip(beads, areas, strict=True):
        if bead.move is None and _is_equal(area, found):
            yield Piece(Op.EQUAL, area)
        elif bead.move is None:
            runs, bounded = _runs(area, found)
            bounded |= bead.bounded
            for piece in pieces(area, tidied(area, runs, *found), found, bounded, last_move + 1):
                last_move = max(last_move, piece.move or 0)
                yield piece
        else:
            away, here = ends[bead.move]
            if away.left_start == away.left_end:
                away, here = here, away
            whole = Area(away.left_start, away.left_end, here.right_start, here.right_end)
            yield from _moved(area, whole, found, bead.move)


def _is_equal(area: Area, found: Pair[tuple[Unit, ...]]) -> bool:
    """Whether an area is the same on both sides, as most sentences of an edited paragraph are."""
    if not 0 < area.left_end - area.left_start == area.right_end - area.right_start:
        return False
    left, right = found.left[area.left_start : area.left_end], found.right[area.right_start : area.right_end]
    # The weights too: 'i-n' and 'in' have one form, but only one of them is matched as a word of matter.
    return all(own.form == other.form and own.weight == other.weight for own, other in zip(left, right, strict=True))


def _moved(area: Area, whole: Area, found: Pair[tuple[Unit, ...]], move: int) -> Iterator[Piece]:
    """One end of a moved sentence: what both ends have carries the number of the move, the rest is a change.

    `area` is this end, the sentence on one side; `whole` has it on both.
    """
    runs, bounded = _runs(whole, found)
    runs = tidied(whole, runs, *found)
    if area.left_start < area.left_end:
        edges = [at for run in runs for at in (run.left, run.left_end)]
        parts = [
            Area(start, end, area.right_start, area.right_end)
            for start, end in pairwise([whole.left_start, *edges, whole.left_end])
        ]
    else:
        edges = [at for run in runs for at in (run.right, run.right_end)]
        parts = [
            Area(area.left_start, area.left_end, start, end)
            for start, end in pairwise([whole.right_start, *edges, whole.right_end])
        ]
    for at, part in enumerate(parts):
        kept = at % 2 == 1  # a gap, a run, a gap...
        for piece in plain(part, move if kept else None):
            yield piece._replace(bounded=bounded)


def _sentence_cuts(text: str, side: Sequence[Unit]) -> list[int]:
    """Where sentences begin and end, counted in units: a unit belongs to the sentence it starts in."""
    cuts = [0]
    at = 0
    for sentence in sentences(text)[1:]:
        while at < len(side) and side[at].start < sentence.start:
            at += 1
        if at > cuts[-1] and at < len(side):
            cuts.append(at)
    return [*cuts, len(side)] if side else cuts


def _runs(area: Area, found: Pair[tuple[Unit, ...]]) -> tuple[list[Run], bool]:
    """The equal runs of an area, and whether a bound was reached in finding them."""
    left, right = found.left[area.left_start : area.left_end], found.right[area.right_start : area.right_end]
    left_forms, right_forms = [unit.form for unit in left], [unit.form for unit in right]
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
    return _as_runs(area, pairs), bounded


def _places_of_content(side: Sequence[Unit]) -> list[int]:
    return [at for at, unit in enumerate(side) if unit.weight >= CONTENT_WEIGHT]


def _as_runs(area: Area, pairs: Pairs) -> list[Run]:
    runs: list[Run] = []
    start = 0
    for at in range(1, len(pairs) + 1):
        i, j = pairs[at - 1]
        if at == len(pairs) or pairs[at] != (i + 1, j + 1):
            first_left, first_right = pairs[start]
            runs.append(Run(first_left + area.left_start, first_right + area.right_start, at - start))
            start = at
    return runs


def _match(
    left: list[str], right: list[str], left_start: int, right_start: int, pairs: Pairs, cells: int = MOST_CELLS
) -> bool:
    """Adds the pairs of equal forms kept in order; says whether a bound was reached.

    `cells` are those up to which the whole is compared at once.
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
    """Words that each side has exactly once, in order on both (Bram Cohen's patience diff)."""
    counts = Counter(left), Counter(right)
    places = {form: at for at, form in enumerate(right) if counts[1][form] == 1}
    return longest_rising(
        [(at, places[form]) for at, form in enumerate(left) if counts[0][form] == 1 and form in places]
    )


def _common(left: Sequence[str], right: Sequence[str]) -> Pairs:
    """The longest common subsequence of two lists of forms that have one in common, by diff-match-patch."""
    if len(left) == 1:
        return [(0, right.index(left[0]))]
    if len(right) == 1:
        return [(left.index(right[0]), 0)]
    shared = set(left).intersection(right)
    own = [at for at, form in enumerate(left) if form in shared]
    other = [at for at, form in enumerate(right) if form in shared]
    if [left[at] for at in own] == [right[at] for at in other]:
        # As mostly: all that both have stands in one order, so no other subsequence is as long.
        return list(zip(own, other, strict=True))
    codes: dict[str, str] = {}
    encoded = [
        "".join(codes.setdefault(form, chr(_FIRST_CODE + len(codes))) for form in side) for side in (left, right)
    ]
    pairs: Pairs = []
    i = j = 0
    for sign, run in _engine().diff_main(encoded[0], encoded[1], False):
        if not sign:
            pairs += [(i + at, j + at) for at in range(len(run))]
        if sign <= 0:
            i += len(run)
        if sign >= 0:
            j += len(run)
    return pairs
