"""Links of one long paragraph with many: a story that was pasted as one paragraph.

    left 0..9   "The council voted." "Engineers found cracks." ...    right 0   "The council voted. Engineers found ..."

    sentences   0-0.0  1-0.1  2-0.2  ...   the sentences of right 0 are aligned as if they were paragraphs
    joined      (0 .. 9)-0                 what corresponds to one paragraph is one text, and all is aligned again

Groups grow by neighbours, up to a few paragraphs (see groups.py). A paragraph that is as long as many others, beside
others that are in no link, is compared in sentences instead. Ordinary articles have no such paragraph, and pay for the
search only.
"""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from itertools import accumulate, chain, pairwise

from diffing.alignment.candidates import Candidate
from diffing.alignment.held import FREE, Held
from diffing.alignment.long_paragraphs import long_paragraphs, surroundings
from diffing.alignment.middle import median
from diffing.alignment.options import Options
from diffing.alignment.selection import AlignmentProgress, Choice, LinkChoices, choose_all
from diffing.alignment.subsets import Subset, outside, settled, with_original_indices
from diffing.alignment.vocabulary import Text, Vocabulary
from diffing.model import Pair
from diffing.text.reading import ReadText, once_for

Cut = Sequence[range]
"""Ranges of a side that touch: the parts of each paragraph, or the paragraphs of each joined text."""

Sentences = Mapping[int, Sequence[Text]]
"""The long paragraphs of a side, each with its sentences."""


def choose_links(
    sides: Pair[Sequence[ReadText]], options: Options, progress: AlignmentProgress, held: Held = FREE
) -> tuple[Pair[Sequence[Text]], LinkChoices]:
    """Return the paragraphs as compared, and the links of two articles of any length; for `held` see choose()."""
    vocabulary = once_for(sides, Vocabulary)
    texts: Pair[Sequence[Text]] = sides.map(vocabulary.texts)
    progress(READ)
    chosen = choose_all(texts, options, lambda share: progress(READ + (CHOSEN - READ) * share), held)
    long = long_paragraphs(texts, [choice.candidate for choice in chosen.choices], options)
    sentences = Pair(
        *(
            {at: vocabulary.texts(reads[at].parts) for at in sorted(own - taken)}
            for reads, own, taken in zip(sides, long, held.taken, strict=True)
        )
    )
    if any(sentences):
        chosen = _with_long_paragraphs(texts, sentences, chosen, options, held)
    progress(CHOSEN)
    return texts, chosen


READ, CHOSEN = 0.15, 0.9
"""Shares of the work after which the words are read, and after which the links are chosen: measured on a Bible."""


def _with_long_paragraphs(
    texts: Pair[Sequence[Text]], sentences: Pair[Sentences], chosen: LinkChoices, options: Options, held: Held
) -> LinkChoices:
    """Return the links with long paragraphs compared in sentences, or the links as they are if that links no more.

    Of texts that are too long to compare each paragraph with each, only what is around the long ones is compared again.
    """
    part: Subset = texts.map(lambda side: range(len(side)))
    if len(texts.left) * len(texts.right) > options.cells:
        links = [choice.pinned or choice.candidate.indices for choice in chosen.choices]
        part = surroundings(links, sentences.map(lambda side: side.keys()), texts.map(len))
    again = _compared_in_sentences(
        Pair(*([side[at] for at in own] for side, own in zip(texts, part, strict=True))),
        Pair(*({own.index(at): each for at, each in side.items()} for side, own in zip(sentences, part, strict=True))),
        options,
        held.among(part),
    )
    if again is None:
        return chosen
    found = LinkChoices(
        [*outside(chosen.choices, part), *with_original_indices(again.choices, part)],
        chosen.bounded or again.bounded,
        Pair(*(frozenset(own[at] for at in side) for side, own in zip(again.gaps, part, strict=True))),
    )
    return found if _linked_length(texts, found) > _linked_length(texts, chosen) else chosen


def _compared_in_sentences(
    texts: Pair[Sequence[Text]], sentences: Pair[Sentences], options: Options, held: Held
) -> LinkChoices | None:
    """Return the links with long paragraphs compared in sentences, None if none of them has several."""
    cutters = texts.map(_Cutter).swapped()
    pieces = Pair(
        *(
            [cutter.parts(own[at]) if at in own else (text,) for at, text in enumerate(side)]
            for side, own, cutter in zip(texts, sentences, cutters, strict=True)
        )
    )
    cuts = pieces.map(lambda side: _touching(map(len, side)))
    fine = pieces.map(lambda side: list(chain.from_iterable(side)))
    if sum(map(len, fine)) == sum(map(len, texts)):
        return None
    by_sentences = choose_all(fine, options, held=held.placed(cuts.map(lambda cut: cut.__getitem__)))
    linked = [choice.candidate for choice in by_sentences.choices if choice.pinned is None]
    joins, gaps = _joins(texts, _stars(fine, cuts, linked), held)
    coarse = Pair(*(_joined(side, *how) for side, how in zip(texts, zip(joins, gaps, strict=True), strict=True)))
    again = choose_all(coarse, options, held=held.placed(joins.map(_join_of)))
    choices = [
        Choice(_placed(choice.candidate, joins), choice.rival and _placed(choice.rival, joins))
        for choice in again.choices
    ]
    choices = settled(texts, choices, options, held)
    return LinkChoices(choices, by_sentences.bounded or again.bounded, gaps)


class _Cutter:
    """Cuts a long paragraph into parts that are about as long as the paragraphs of the other side."""

    def __init__(self, other: Sequence[Text]) -> None:
        self._openings = {text.stems[:OPENING] for text in other if len(text.stems) >= OPENING}
        self._usual = median([len(text.stems) for text in other])

    def parts(self, sentences: Sequence[Text]) -> Sequence[Text]:
        """Return the parts of a paragraph of some sentences.

        It is cut where a paragraph of the other side begins: captions that were pasted have no full stops between them,
        and some scripts have none at all. What is longer than a usual paragraph is cut into its sentences as well.
        """
        whole = _joined_text(sentences)
        size, stems = len(whole.stems), whole.stems
        starts = [at for at in range(1, size) if stems[at : at + OPENING] in self._openings]
        ends = list(accumulate(len(sentence.stems) for sentence in sentences))
        found = {0, *starts, size}
        for start, end in pairwise([0, *starts, size]):
            if end - start > self._usual:
                found.update(ends[bisect_right(ends, start) : bisect_left(ends, end)])
        notes = {start for start, sentence in zip([0, *ends], sentences, strict=False) if sentence.is_note}
        return [
            Text(whole.length * (end - start) // size, whole.forms[start:end], stems[start:end], start in notes)
            for start, end in pairwise(sorted(found))
        ]


OPENING = 3
"""Words that show where a paragraph begins within another text."""


def _touching(lengths: Iterable[int]) -> Cut:
    """Return ranges of these lengths, each where the one before ends."""
    found, start = [], 0
    for length in lengths:
        found.append(range(start, start + length))
        start += length
    return found


def _stars(fine: Pair[Sequence[Text]], cuts: Pair[Cut], links: Iterable[Candidate]) -> list[tuple[int, int]]:
    """Return pairs of paragraphs whose parts are linked, so that of the two at least one has no other partner.

    The pairs whose linked parts are longest come first.
    """
    of = cuts.map(lambda cut: [paragraph for paragraph, parts in enumerate(cut) for _ in parts])
    lengths: defaultdict[tuple[int, int], int] = defaultdict(int)
    for link in links:
        for one in link.indices.left:
            for other in link.indices.right:
                pair = (of.left[one], of.right[other])
                lengths[pair] += min(fine.left[one].length, fine.right[other].length)
    # The partner that a paragraph got last: one that has several is the only partner of each.
    partners: Pair[dict[int, int]] = Pair({}, {})
    degree: Pair[Counter[int]] = Pair(Counter(), Counter())
    found = []
    for left, right in sorted(lengths, key=lambda pair: (-lengths[pair], pair)):
        first, second = partners.left.get(left), partners.right.get(right)
        if first is not None and (second is not None or degree.right[first] > 1):
            continue
        if second is not None and degree.left[second] > 1:
            continue
        degree.left[left] += 1
        degree.right[right] += 1
        partners.left[left], partners.right[right] = right, left
        found.append((left, right))
    return found


def _joins(
    texts: Pair[Sequence[Text]], pairs: Iterable[tuple[int, int]], held: Held
) -> tuple[Pair[Cut], Pair[frozenset[int]]]:
    """Return the paragraphs of each side that are compared as one text, and those between them that are left out.

    Paragraphs with the same partner become one text; those that are pinned stay apart.
    """
    members: Pair[defaultdict[int, list[int]]] = Pair(defaultdict(list), defaultdict(list))
    for left, right in pairs:
        members.left[right].append(left)
        members.right[left].append(right)

    def cut(side: Sequence[Text], groups: Mapping[int, list[int]], pinned: Set[int]) -> tuple[Cut, frozenset[int]]:
        taken = {*chain.from_iterable(groups.values()), *pinned}
        runs = [_longest_run(side, group, taken) for group in groups.values() if len(group) > 1]
        ends = {run[0]: run[-1] + 1 for run in runs}
        lengths, at = [], 0
        while at < len(side):
            lengths.append(ends.get(at, at + 1) - at)
            at += lengths[-1]
        return _touching(lengths), frozenset(at for run in runs for at in range(run[0], run[-1]) if at not in taken)

    on_left = cut(texts.left, members.left, held.taken.left)
    on_right = cut(texts.right, members.right, held.taken.right)
    return Pair(on_left[0], on_right[0]), Pair(on_left[1], on_right[1])


def _join_of(cut: Cut) -> Callable[[int], tuple[int, ...]]:
    """Return a function that says in which of the joined texts a paragraph is."""
    found = {paragraph: (at,) for at, group in enumerate(cut) for paragraph in group}
    return found.__getitem__


def _longest_run(side: Sequence[Text], group: Iterable[int], taken: Set[int]) -> list[int]:
    """Return the longest run of a group's paragraphs.

    A paragraph between them that has another partner ends a run. So does text without a partner that is longer than the
    group's paragraphs before it in the run, or than all of them behind it.
    """
    runs: list[list[int]] = [[]]
    longest = done = 0
    best: list[int] = []
    rest = sum(side[at].length for at in group)
    for at in sorted(group):
        run = runs[-1]
        between = range(run[-1] + 1, at) if run else range(0)
        gap = sum(side[to].length for to in between)
        if not taken.isdisjoint(between) or gap > min(done, rest):
            run, done = [], 0
            runs.append(run)
        run.append(at)
        done += side[at].length
        rest -= side[at].length
        if done > longest:
            longest, best = done, run
    return best


def _joined(side: Sequence[Text], cut: Cut, gaps: Set[int]) -> list[Text]:
    """Return the texts of some paragraphs, each range of the cut as one text, without those of the gaps."""
    return [_joined_text([side[at] for at in group if at not in gaps]) for group in cut]


def _joined_text(texts: Sequence[Text]) -> Text:
    if len(texts) == 1:
        return texts[0]
    return Text(
        sum(text.length for text in texts) + len(texts) - 1,
        tuple(chain.from_iterable(text.forms for text in texts)),
        tuple(chain.from_iterable(text.stems for text in texts)),
        texts[0].is_note,
        texts[0].place,
    )


def _placed(candidate: Candidate, cuts: Pair[Cut]) -> Candidate:
    """Return a candidate among joined texts with the indices of their paragraphs."""
    gap = Pair(*(tuple(at for part in own for at in cut[part]) for own, cut in zip(candidate.gap, cuts, strict=True)))
    return candidate._replace(
        gap=gap,
        left=cuts.left[candidate.left].start,
        left_end=cuts.left[candidate.left_end - 1].stop,
        right=cuts.right[candidate.right].start,
        right_end=cuts.right[candidate.right_end - 1].stop,
    )


def _linked_length(texts: Pair[Sequence[Text]], found: LinkChoices) -> int:
    """Return the characters of both sides that are in a link."""
    links = [choice.candidate.indices for choice in found.choices]
    left = {at for link in links for at in link.left} - found.gaps.left
    right = {at for link in links for at in link.right} - found.gaps.right
    return sum(texts.left[at].length for at in left) + sum(texts.right[at].length for at in right)
