"""Pair the quotations of the left article with those of the right.

    “We came, and we saw,” Ann said. “No,” said Bob.  |  “No,” said Bob. “We came,” Ann said, “and saw.”     1 2 | 2 1

Quotations correspond if they have words in common, anywhere in the articles. One quotation may correspond to two, if an
attribution or a cut divides it; so quotations are put into groups.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from diffing.ledger.core.correspondence import Correspondence
from diffing.ledger.quotations.extract import Quotation
from diffing.ledger.quotations.frames import are_of_one_speaker, are_said_by_one, have_one_frame
from diffing.model import Article, Pair, Place
from diffing.text.folding import stem_of
from diffing.text.words import word_forms

# The share of the words of the shorter quotation that the other one must have: if both stand in one row, if they stand
# in corresponding sentences and both are speech, and if they stand in different rows.
_SHARE_IN_ROW = 0.5
_SHARE_FACING = 0.25
_SHARE_ELSEWHERE = 0.6
# The same for a part of a quotation that was divided or joined: nearly all its words are in the whole.
_SHARE_OF_PART = 0.7
# Words that quotations in different rows must have in common, and words of a part.
_LEAST_ELSEWHERE = 4
_LEAST_OF_PART = 3
# Words in more quotations than this do not identify one. The limit also bounds the number of pairs that are compared.
_COMMON = 40
# Characters beside the marks that are searched for the neighbouring word.
_WORD_AWAY = 30


class Group(NamedTuple):
    """Quotations of both sides that correspond, mostly one on each side, in the order of the text."""

    left: tuple[Quotation, ...]
    right: tuple[Quotation, ...]


class PairedQuotations(NamedTuple):
    """Groups in the order of the left text, and the quotations of each side that are in no group."""

    groups: tuple[Group, ...]
    unpaired: Pair[tuple[Quotation, ...]]


def pair_quotations(quotations: Pair[Sequence[Quotation]], correspondence: Correspondence) -> PairedQuotations:
    """Pair the quotations of both sides.

    First equal ones, then those with enough words in common, then those that replace each other in one row, those that
    one speaker says in one place, and last those that are a part of another one.
    """
    rows = Pair(
        [_rows(one, correspondence.rows.left) for one in quotations.left],
        [_rows(one, correspondence.rows.right) for one in quotations.right],
    )
    pairs = _pair_equal(quotations, rows)
    similar = _pair_similar(quotations, rows, _unpaired(quotations, pairs), correspondence)
    similar += _pair_replaced(quotations, rows, _unpaired(quotations, pairs + similar), correspondence)
    similar += _pair_in_frame(quotations, rows, _unpaired(quotations, pairs + similar), correspondence)
    similar += _pair_of_speaker(quotations, rows, _unpaired(quotations, pairs + similar), correspondence)
    pairs += similar + _pair_contained(quotations, rows, _unpaired(quotations, pairs + similar), similar)
    groups = [
        Group(tuple(quotations.left[at] for at in lefts), tuple(quotations.right[at] for at in rights))
        for lefts, rights in _connected(pairs)
    ]
    rest = _unpaired(quotations, pairs)
    return PairedQuotations(
        tuple(sorted(groups, key=lambda group: group.left[0].places)),
        Pair(tuple(quotations.left[at] for at in rest.left), tuple(quotations.right[at] for at in rest.right)),
    )


def _unpaired(quotations: Pair[Sequence[Quotation]], pairs: Sequence[tuple[int, int]]) -> Pair[list[int]]:
    """Return the indices of the quotations of each side that are in no pair yet."""
    taken = Pair({left for left, _ in pairs}, {right for _, right in pairs})
    return Pair(
        [at for at in range(len(quotations.left)) if at not in taken.left],
        [at for at in range(len(quotations.right)) if at not in taken.right],
    )


def _rows(quotation: Quotation, rows: dict[int, int]) -> frozenset[int]:
    return frozenset(rows[place.paragraph] for place in quotation.places)


def _pair_equal(quotations: Pair[Sequence[Quotation]], rows: Pair[list[frozenset[int]]]) -> list[tuple[int, int]]:
    """Pair quotations with equal words, in order: first in one row, then in different rows, except for short ones."""
    pairs: list[tuple[int, int]] = []
    taken: Pair[set[int]] = Pair(set(), set())
    for in_row in (True, False):
        waiting: defaultdict[tuple[tuple[str, ...], frozenset[int]], list[int]] = defaultdict(list)
        for at, one in enumerate(quotations.right):
            if at not in taken.right:
                waiting[one.forms, rows.right[at] if in_row else frozenset()].append(at)
        for queue in waiting.values():
            queue.reverse()
        for at, one in enumerate(quotations.left):
            queue = waiting.get((one.forms, rows.left[at] if in_row else frozenset()), [])
            if at not in taken.left and queue and (in_row or one.size >= _LEAST_ELSEWHERE):
                pairs.append((at, queue.pop()))
                taken.left.add(at)
                taken.right.add(pairs[-1][1])
    return pairs


class _Candidate(NamedTuple):
    """Pair of quotations that may correspond: the number of words in common, also as a share of the shorter one.

    `is_same` says that they have the same content words: “They lied to our members”, “Our members have been lied to”.
    """

    common: int
    in_row: bool
    share: float
    is_same: bool
    left: int
    right: int


def _pair_similar(
    quotations: Pair[Sequence[Quotation]],
    rows: Pair[list[frozenset[int]]],
    rest: Pair[list[int]],
    correspondence: Correspondence,
) -> list[tuple[int, int]]:
    """Pair quotations with enough words in common, each with its best counterpart; or a part with its whole."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    stems = quotations.map(lambda side: [frozenset(map(stem_of, one.content)) for one in side])
    for at in rest.right:
        for stem in stems.right[at]:
            holders[stem].append(at)
    candidates: list[_Candidate] = []
    for at in rest.left:
        common = Counter(
            other for stem in stems.left[at] if len(holders.get(stem, ())) <= _COMMON for other in holders.get(stem, ())
        )
        for other, count in common.items():
            least = min(len(stems.left[at]), len(stems.right[other]))
            in_row = not rows.left[at].isdisjoint(rows.right[other])
            is_same = count == len(stems.left[at]) == len(stems.right[other])
            candidate = _Candidate(count, in_row, count / least, is_same, at, other)
            if _is_enough(candidate, quotations, correspondence):
                candidates.append(candidate)
    best: Pair[dict[int, _Candidate]] = Pair({}, {})
    for candidate in sorted(candidates, key=lambda one: (-one.common, not one.in_row, -one.share, one.left, one.right)):
        best.left.setdefault(candidate.left, candidate)
        best.right.setdefault(candidate.right, candidate)
    return [
        (candidate.left, candidate.right)
        for candidate in candidates
        if (is_best := (best.left[candidate.left] is candidate, best.right[candidate.right] is candidate))
        == (True, True)
        or (any(is_best) and _is_part(candidate, quotations))
    ]


def _is_part(candidate: _Candidate, quotations: Pair[Sequence[Quotation]]) -> bool:
    """Return whether one of the two is a part of the other, whose best counterpart is another quotation."""
    if candidate.common >= _LEAST_OF_PART:
        return candidate.share >= _SHARE_OF_PART
    ends = quotations.left[candidate.left], quotations.right[candidate.right]
    part, whole = sorted(ends, key=lambda one: len(one.content))
    # The parts of an interrupted quotation are sentences of their own: “All is well,” he said. “Nobody was hurt.”
    least = _SHARE_IN_ROW if len(whole.places) > 1 else 1
    return candidate.in_row and candidate.share >= least and candidate.common > 1 and part.is_speech


def _is_enough(candidate: _Candidate, quotations: Pair[Sequence[Quotation]], correspondence: Correspondence) -> bool:
    if not candidate.in_row:
        is_same = candidate.is_same and candidate.common > 1
        return is_same or (candidate.share >= _SHARE_ELSEWHERE and candidate.common >= _LEAST_ELSEWHERE)
    if candidate.share >= _SHARE_IN_ROW:
        return True
    left, right = quotations.left[candidate.left], quotations.right[candidate.right]
    return (
        (candidate.share >= _SHARE_FACING or are_of_one_speaker(left, right))
        and candidate.common > 1
        and left.is_speech
        and right.is_speech
        and correspondence.is_near(left.places[0], right.places[0])
    )


def _pair_replaced(
    quotations: Pair[Sequence[Quotation]],
    rows: Pair[list[frozenset[int]]],
    rest: Pair[list[int]],
    correspondence: Correspondence,
) -> list[tuple[int, int]]:
    """Pair quotations of one row that correspond without a common content word.

    “There are no limits”, “There are no ends”: most words are function words, and equal. A “rogue” state, a “pariah”
    state: short quotations replace each other. Two statements never do: one is gone, and the other is new.
    """
    waiting: defaultdict[frozenset[int], list[int]] = defaultdict(list)
    for other in rest.right:
        waiting[rows.right[other]].append(other)
    pairs: list[tuple[int, int]] = []
    for at in rest.left:
        beside = waiting.get(rows.left[at], [])
        if len(beside) > _COMMON:
            continue
        left = quotations.left[at]
        for other in beside:
            right = quotations.right[other]
            if _has_most_forms(left, right) or (
                not left.is_speech and not right.is_speech and _in_place(left, right, correspondence)
            ):
                pairs.append((at, other))
                beside.remove(other)
                break
    return pairs


def _pair_in_frame(
    quotations: Pair[Sequence[Quotation]],
    rows: Pair[list[frozenset[int]]],
    rest: Pair[list[int]],
    correspondence: Correspondence,
) -> list[tuple[int, int]]:
    """Pair quotations whose words are others, but which one speaker says in one place.

    Soto would only say that “it is too heavy”.  |  Soto would only say that it was “bigger than anybody hoped”.
    """
    waiting: defaultdict[frozenset[int], list[int]] = defaultdict(list)
    for other in rest.right:
        waiting[rows.right[other]].append(other)
    pairs: list[tuple[int, int]] = []
    for at in rest.left:
        beside = waiting.get(rows.left[at], [])
        left = quotations.left[at]
        if len(beside) > _COMMON:
            continue
        for other in beside:
            if have_one_frame(left, quotations.right[other], correspondence):
                pairs.append((at, other))
                beside.remove(other)
                break
    return pairs


def _pair_of_speaker(
    quotations: Pair[Sequence[Quotation]],
    rows: Pair[list[frozenset[int]]],
    rest: Pair[list[int]],
    correspondence: Correspondence,
) -> list[tuple[int, int]]:
    """Pair quotations of which each is the only one of its speaker without a counterpart in corresponding sentences.

    “We know no cause,” Lu said.  |  “The signals failed,” Lu admitted.
    """
    in_row = Pair(_by_row(rest.left, rows.left), _by_row(rest.right, rows.right))
    pairs: list[tuple[int, int]] = []
    for row, lefts in in_row.left.items():
        rights = in_row.right.get(row, ())
        if len(lefts) > _COMMON or len(rights) > _COMMON:
            continue
        found = [
            (at, other)
            for at in lefts
            for other in rights
            if are_said_by_one(quotations.left[at], quotations.right[other], correspondence)
        ]
        alone = Pair(Counter(at for at, _ in found), Counter(other for _, other in found))
        pairs += [pair for pair in found if alone.left[pair[0]] == alone.right[pair[1]] == 1]
    return pairs


def _has_most_forms(left: Quotation, right: Quotation) -> bool:
    common = (Counter(left.forms) & Counter(right.forms)).total()
    return common >= _SHARE_ELSEWHERE * max(len(left.forms), len(right.forms))


def _in_place(left: Quotation, right: Quotation, correspondence: Correspondence) -> bool:
    """Return whether two quotations stand in the same change, with the same word before them or behind them."""
    own, other = left.places[0], right.places[0]
    if not correspondence.is_replaced(own, other):
        return False
    articles = correspondence.comparison.articles
    beside = Pair(_neighbours(own, articles.left), _neighbours(other, articles.right))
    return any(word and word == another for word, another in zip(beside.left, beside.right, strict=True))


def _neighbours(place: Place, article: Article) -> tuple[str, str]:
    """Return the words before and behind the marks, '' for none."""
    text = article.paragraphs[place.paragraph].text
    before = word_forms(text[max(0, place.start - _WORD_AWAY) : place.start])
    behind = word_forms(text[place.end : place.end + _WORD_AWAY])
    return before[-1] if before else "", behind[0] if behind else ""


def _pair_contained(
    quotations: Pair[Sequence[Quotation]],
    rows: Pair[list[frozenset[int]]],
    rest: Pair[list[int]],
    similar: Sequence[tuple[int, int]],
) -> list[tuple[int, int]]:
    """Pair quotations with a quotation of the same row that contains their words and has another counterpart.

    “I am not against you. I am for it.”  |  “I am not against you,” she said. She spoke of it: “I am for all of it.”
    """
    in_row = Pair(
        _by_row(sorted({left for left, _ in similar}), rows.left),
        _by_row(sorted({right for _, right in similar}), rows.right),
    )
    pairs = [
        (at, other)
        for at in rest.left
        for other in in_row.right[min(rows.left[at])][:_COMMON]
        if _is_within(quotations.left[at], quotations.right[other])
    ]
    return pairs + [
        (other, at)
        for at in rest.right
        for other in in_row.left[min(rows.right[at])][:_COMMON]
        if _is_within(quotations.right[at], quotations.left[other])
    ]


def _by_row(grouped: Sequence[int], rows: Sequence[frozenset[int]]) -> defaultdict[int, list[int]]:
    held: defaultdict[int, list[int]] = defaultdict(list)
    for at in grouped:
        for row in rows[at]:
            held[row].append(at)
    return held


def _is_within(part: Quotation, whole: Quotation) -> bool:
    return len(part.forms) >= _LEAST_OF_PART and f" {' '.join(part.forms)} " in f" {' '.join(whole.forms)} "


def _connected(pairs: list[tuple[int, int]]) -> list[tuple[list[int], list[int]]]:
    """Return the groups that pairs connect, directly or through other pairs: rising indices of both sides."""
    roots: dict[tuple[bool, int], tuple[bool, int]] = {}

    def root(end: tuple[bool, int]) -> tuple[bool, int]:
        while (above := roots.setdefault(end, end)) != end:
            roots[end] = end = roots[above]
        return end

    for left, right in pairs:
        roots[root((False, left))] = root((True, right))
    groups: defaultdict[tuple[bool, int], tuple[set[int], set[int]]] = defaultdict(lambda: (set(), set()))
    for left, right in pairs:
        lefts, rights = groups[root((False, left))]
        lefts.add(left)
        rights.add(right)
    return [(sorted(lefts), sorted(rights)) for lefts, rights in groups.values()]
