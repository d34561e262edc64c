"""Join a paragraph that is gone with the new one that stands in its place and speaks of the same.

left   |A maker of clocks paid for part of the study.|     right   |The study was paid for by a firm that makes clocks.|
       one entry of what is told otherwise, and not two, of what is gone and of what is new

Both stand between the same paragraphs, which both articles have. They are too unlike to correspond, but have some
words in common, each more with the other one than with those beside it. Where several passages stand there, the place
says little: two newsrooms share the whole story, and hardly a paragraph. So a word counts less the more paragraphs have
it, and the names of the story hardly count.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property

from diffing.ledger.attribution.sayings import sayings
from diffing.ledger.content.stems import content_stems, text_of
from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.core.sides import Side, sides
from diffing.ledger.dates.extract import dates
from diffing.ledger.language.lexicon import Lexicon, code_of
from diffing.ledger.meaning.outlines import series_beside
from diffing.ledger.numbers.number_words import number_words
from diffing.model import Pair
from diffing.text.reading import ReadText
from diffing.text.words import STEM_LENGTH

# Content words that both passages have, and their share of the shorter one.
_LEAST_COMMON = 2
_LEAST_SHARE = 0.2
# The same share where several passages stand in the place, with words that count by how few paragraphs have them. Of 38
# such pairs in 17 pairs of real articles, 21 of the 23 that spoke of one thing have more, and 2 of the 15 others.
_LEAST_SHARE_OF_SEVERAL = 0.19


def with_joined(context: LedgerContext, found: Sequence[Entry]) -> list[Entry]:
    """Return the entries with one for each passage that is gone and the new one in its place."""
    both = sides(context)
    passages = Pair(_by_paragraph(found, Change.GONE), _by_paragraph(found, Change.NEW))
    if not all(passages) or both.left.language != both.right.language:
        return [*found]
    rarity = _Rarity(both)
    pairs = [
        pair
        for series in series_beside(context)
        for pair in _pairs(
            both,
            rarity,
            *([own[at] for at in indices if at in own] for own, indices in zip(passages, series, strict=True)),
        )
    ]
    taken = {id(entry) for pair in pairs for entry in pair}
    joined = (
        Entry(Subject.CONTENT, Change.CHANGED, pair.left.left, pair.right.right, Location.SAME_SENTENCE)
        for pair in pairs
    )
    return [*(entry for entry in found if id(entry) not in taken), *joined]


def _by_paragraph(found: Sequence[Entry], change: Change) -> dict[int, Entry]:
    """Return the passages that one side has alone by their paragraph, without those of several paragraphs."""
    entries = [(entry.left or entry.right, entry) for entry in found if entry.is_passage and entry.change is change]
    return {own[0].paragraph: entry for own, entry in entries if len({place.paragraph for place in own}) == 1}


class _Rarity:
    """The weights of the stems of two articles: what is in most paragraphs says little of one."""

    def __init__(self, both: Pair[Side]) -> None:
        self._both = both

    @cached_property
    def _counts(self) -> Counter[str]:
        """The number of paragraphs of both stories that have each stem."""
        return Counter(
            stem
            for side in self._both
            for index in side.story
            for stem in side.extract(content_stems, side.texts[index])
        )

    def share(self, own: frozenset[str], other: frozenset[str]) -> float:
        """Return the share of what the stems of two passages say that both have, 0..1, of the one that says less."""
        return self._sum(own & other) / min(self._sum(own), self._sum(other))

    def _sum(self, stems: frozenset[str]) -> float:
        """Return how much stems say: 1 for each that at most one paragraph of each article has, else less."""
        return sum(1 / max(1.0, self._counts[stem] / 2) for stem in stems)


def _pairs(both: Pair[Side], rarity: _Rarity, left: Sequence[Entry], right: Sequence[Entry]) -> Iterator[Pair[Entry]]:
    """Yield the passages that have most words in common, each once."""
    stems = Pair([_stems(both.left, one) for one in left], [_stems(both.right, one) for one in right])
    are_several = len(left) > 1 or len(right) > 1
    shares = sorted(
        (-len(own & there) / min(len(own), len(there)), at, other)
        for at, own in enumerate(stems.left)
        for other, there in enumerate(stems.right)
        if len(own & there) >= _LEAST_COMMON
        and _share_what_is_told(both, Pair(left[at], right[other]))
        and not (are_several and rarity.share(own, there) < _LEAST_SHARE_OF_SEVERAL)
    )
    taken: Pair[set[int]] = Pair(set(), set())
    for share, at, other in shares:
        if -share >= _LEAST_SHARE and at not in taken.left and other not in taken.right:
            taken.left.add(at)
            taken.right.add(other)
            yield Pair(left[at], right[other])


def _stems(side: Side, passage: Entry) -> frozenset[str]:
    places = passage.left or passage.right
    return frozenset[str]().union(*(side.extract(content_stems, text_of(side, place)) for place in places))


def _share_what_is_told(both: Pair[Side], passages: Pair[Entry]) -> bool:
    """Return whether two passages have words in common besides those of any news: 'on Wednesday', 'told', 'people'."""
    left, right = (
        frozenset[str]().union(*(side.extract(_told_stems, text_of(side, place)) for place in one.left or one.right))
        for side, one in zip(both, passages, strict=True)
    )
    return len(left & right) >= _LEAST_COMMON


def _told_stems(text: ReadText, lexicon: Lexicon) -> frozenset[str]:
    """Return the stems of the content words of a text without dates, verbs of saying, and words for anybody."""
    apart = [(one.start, one.end) for one in dates(text, lexicon)]
    apart += [(one.start, one.end) for one in sayings(text, lexicon)]
    starts, ends = (0, *(end for _, end in sorted(apart))), (*(start for start, _ in sorted(apart)), len(text.text))
    told = " ".join(text.text[start:end] for start, end in zip(starts, ends, strict=True))
    anybody = number_words(code_of(lexicon)).anybody
    return content_stems(ReadText(told), lexicon) - {noun[:STEM_LENGTH] for noun in anybody}
