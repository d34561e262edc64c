"""Which quotations of the left text are which of the right.

    “We came, and we saw,” Ann said. “No,” said Bob.  |  “No,” said Bob. “We came,” Ann said, “and saw.”     1 2 | 2 1

By the words they have in common, anywhere in the articles. One may be two on the other side, where the attribution
breaks it or a cut parts it, so what belongs together is a group.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from diffing.ledger.core.correspondence import Correspondence
from diffing.ledger.quotations.extract import Quotation
from diffing.ledger.quotations.speakers import same_name
from diffing.model import Article, Pair, Place
from diffing.text.words import word_forms

# The share of the words of the shorter one that the other must have: where both stand in one row, where they stand
# face to face in it and both speak, and where they stand in different rows.
_SHARE_IN_ROW = 0.5
_SHARE_FACING = 0.25
_SHARE_ELSEWHERE = 0.6
# A part of a quotation that was broken or put together has nearly all its words in the whole.
_SHARE_OF_PART = 0.7
_LEAST_ELSEWHERE = 4
_LEAST_OF_PART = 3
# Words in so many quotations say nothing about which is which, and weighing all pairs would take the square of them.
_COMMON = 40
# A word beside the marks is looked for in so many characters.
_WORD_AWAY = 30


class Group(NamedTuple):
    """Quotations of both sides that are the same, mostly one of each, in the order of the text."""

    left: tuple[Quotation, ...]
    right: tuple[Quotation, ...]


class Paired(NamedTuple):
    """Groups, and the quotations of each side that are in none."""

    groups: tuple[Group, ...]
    alone: Pair[tuple[Quotation, ...]]


def paired(found: Pair[Sequence[Quotation]], correspondence: Correspondence) -> Paired:
    """The quotations of both sides put together."""
    rows = Pair(
        [_rows(one, correspondence.rows.left) for one in found.left],
        [_rows(one, correspondence.rows.right) for one in found.right],
    )
    pairs = _same(found, rows)
    alike = _alike(found, rows, _rest(found, pairs), correspondence)
    alike += _swapped(found, rows, _rest(found, pairs + alike), correspondence)
    pairs += alike + _contained(found, rows, _rest(found, pairs + alike), alike)
    groups = [
        Group(tuple(found.left[at] for at in lefts), tuple(found.right[at] for at in rights))
        for lefts, rights in _connected(pairs)
    ]
    alone = _rest(found, pairs)
    return Paired(
        tuple(sorted(groups, key=lambda group: group.left[0].places)),
        Pair(tuple(found.left[at] for at in alone.left), tuple(found.right[at] for at in alone.right)),
    )


def _rest(found: Pair[Sequence[Quotation]], pairs: Sequence[tuple[int, int]]) -> Pair[list[int]]:
    """Those that are in no pair yet."""
    taken = Pair({left for left, _ in pairs}, {right for _, right in pairs})
    return Pair(
        [at for at in range(len(found.left)) if at not in taken.left],
        [at for at in range(len(found.right)) if at not in taken.right],
    )


def _rows(quotation: Quotation, rows: dict[int, int]) -> frozenset[int]:
    return frozenset(rows[place.paragraph] for place in quotation.places)


def _same(found: Pair[Sequence[Quotation]], rows: Pair[list[frozenset[int]]]) -> list[tuple[int, int]]:
    """Those with the same words, in order: in the same row first, then, but for short ones, wherever they stand."""
    pairs: list[tuple[int, int]] = []
    taken: Pair[set[int]] = Pair(set(), set())
    for in_row in (True, False):
        waiting: defaultdict[tuple[tuple[str, ...], frozenset[int]], list[int]] = defaultdict(list)
        for at, one in enumerate(found.right):
            if at not in taken.right:
                waiting[one.forms, rows.right[at] if in_row else frozenset()].append(at)
        for queue in waiting.values():
            queue.reverse()
        for at, one in enumerate(found.left):
            queue = waiting.get((one.forms, rows.left[at] if in_row else frozenset()), [])
            if at not in taken.left and queue and (in_row or one.size >= _LEAST_ELSEWHERE):
                pairs.append((at, queue.pop()))
                taken.left.add(at)
                taken.right.add(pairs[-1][1])
    return pairs


class _Candidate(NamedTuple):
    """How much two quotations have in common: words, and as a share of the shorter one."""

    common: int
    in_row: bool
    share: float
    left: int
    right: int


def _alike(
    found: Pair[Sequence[Quotation]],
    rows: Pair[list[frozenset[int]]],
    rest: Pair[list[int]],
    correspondence: Correspondence,
) -> list[tuple[int, int]]:
    """Those that have enough words in common and have the most in common with each other, or are part of the other."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for at in rest.right:
        for form in set(found.right[at].content):
            holders[form].append(at)
    sizes = found.map(lambda side: [len(set(one.content)) for one in side])
    candidates: list[_Candidate] = []
    for at in rest.left:
        common = Counter(
            other
            for form in set(found.left[at].content)
            if len(holders.get(form, ())) <= _COMMON
            for other in holders.get(form, ())
        )
        for other, count in common.items():
            least = min(sizes.left[at], sizes.right[other])
            in_row = not rows.left[at].isdisjoint(rows.right[other])
            candidate = _Candidate(count, in_row, count / least, at, other)
            if _is_enough(candidate, found, correspondence):
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
        or (any(is_best) and _is_part(candidate, found))
    ]


def _is_part(candidate: _Candidate, found: Pair[Sequence[Quotation]]) -> bool:
    """Whether one of the two is a part of the other, which has its best counterpart elsewhere."""
    if candidate.common >= _LEAST_OF_PART:
        return candidate.share >= _SHARE_OF_PART
    part = min((found.left[candidate.left], found.right[candidate.right]), key=lambda one: len(one.content))
    return candidate.in_row and candidate.share == 1 and candidate.common > 1 and part.is_voice


def _is_enough(candidate: _Candidate, found: Pair[Sequence[Quotation]], correspondence: Correspondence) -> bool:
    if not candidate.in_row:
        return candidate.share >= _SHARE_ELSEWHERE and candidate.common >= _LEAST_ELSEWHERE
    if candidate.share >= _SHARE_IN_ROW:
        return True
    left, right = found.left[candidate.left], found.right[candidate.right]
    return (
        (candidate.share >= _SHARE_FACING or _is_said_by_one(left, right))
        and candidate.common > 1
        and left.is_voice
        and right.is_voice
        and correspondence.is_near(left.places[0], right.places[0])
    )


def _is_said_by_one(left: Quotation, right: Quotation) -> bool:
    own, other = left.attribution, right.attribution
    return bool(own and other and own.speaker and other.speaker and same_name(own.speaker, other.speaker))


def _swapped(
    found: Pair[Sequence[Quotation]],
    rows: Pair[list[frozenset[int]]],
    rest: Pair[list[int]],
    correspondence: Correspondence,
) -> list[tuple[int, int]]:
    """Those of one row with no word of matter in common that are the same all the same.

    “There are no limits”, “There are no ends”: most words are those of grammar. A “rogue” state, a “pariah” state:
    short ones stand in each other's place. What is said in full never does: one voice is gone, and another is new.
    """
    waiting: defaultdict[frozenset[int], list[int]] = defaultdict(list)
    for other in rest.right:
        waiting[rows.right[other]].append(other)
    pairs: list[tuple[int, int]] = []
    for at in rest.left:
        beside = waiting.get(rows.left[at], [])
        if len(beside) > _COMMON:
            continue
        left = found.left[at]
        for other in beside:
            right = found.right[other]
            if _has_most_forms(left, right) or (
                not left.is_voice and not right.is_voice and _in_place(left, right, correspondence)
            ):
                pairs.append((at, other))
                beside.remove(other)
                break
    return pairs


def _has_most_forms(left: Quotation, right: Quotation) -> bool:
    common = (Counter(left.forms) & Counter(right.forms)).total()
    return common >= _SHARE_ELSEWHERE * max(len(left.forms), len(right.forms))


def _in_place(left: Quotation, right: Quotation, correspondence: Correspondence) -> bool:
    """Whether two stand in the same change, with the same word before them or behind them."""
    own, other = left.places[0], right.places[0]
    if not correspondence.is_replaced(own, other):
        return False
    articles = correspondence.comparison.articles
    beside = Pair(_neighbours(own, articles.left), _neighbours(other, articles.right))
    return any(word and word == another for word, another in zip(beside.left, beside.right, strict=True))


def _neighbours(place: Place, article: Article) -> tuple[str, str]:
    """The words before and behind the marks."""
    text = article.paragraphs[place.paragraph].text
    before = word_forms(text[max(0, place.start - _WORD_AWAY) : place.start])
    behind = word_forms(text[place.end : place.end + _WORD_AWAY])
    return before[-1] if before else "", behind[0] if behind else ""


def _contained(
    found: Pair[Sequence[Quotation]],
    rows: Pair[list[frozenset[int]]],
    rest: Pair[list[int]],
    alike: Sequence[tuple[int, int]],
) -> list[tuple[int, int]]:
    """Those that stand word for word in a quotation of the same row that has another counterpart.

    “I am not against you. I am for it.”  |  “I am not against you,” she said. She spoke of it: “I am for all of it.”
    """
    in_row = Pair(
        _by_row(sorted({left for left, _ in alike}), rows.left),
        _by_row(sorted({right for _, right in alike}), rows.right),
    )
    pairs = [
        (at, other)
        for at in rest.left
        for other in in_row.right[min(rows.left[at])][:_COMMON]
        if _is_within(found.left[at], found.right[other])
    ]
    return pairs + [
        (other, at)
        for at in rest.right
        for other in in_row.left[min(rows.right[at])][:_COMMON]
        if _is_within(found.right[at], found.left[other])
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
    """What pairs join, directly or through others: rising indices of both sides."""
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
