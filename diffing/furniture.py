"""Page furniture: what a web page puts around a story and a scraper took for a part of it.

    No menu items!                            set aside
    Washington approaches Caracas             the story's headline: shares rare words with it
    Must Read                                 set aside
    Senior officials travelled to Venezuela   linked, so story
    ...
    Latest News                               set aside
    Shopping center is evacuated after shots  set aside: a teaser, behind the story and below furniture

Only paragraphs without a counterpart are furniture. The evidence is in the two texts, not in a list of phrases, so
that it holds in any language: whether a paragraph is a sentence, how long it is, where it stands, whether it repeats,
and its affinity with the story, which is the share of its words, rare ones counting more, that linked paragraphs have.
"""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from functools import cache
from itertools import chain
from typing import NamedTuple

from diffing.model import Link, Pair
from diffing.words import word_forms

# A line of furniture has few words: share buttons, menus, 'Please enter your comment!'.
LONGEST_LINE = 12
# Among the story's paragraphs, where a crosshead may stand too, only the shortest lines are doubted.
LONGEST_INNER_LINE = 6
# A date line has few words besides the date.
LONGEST_DATE_LINE = 8
# Affinity (0..1) below which a line around the story is furniture. Of headlines of other stories three quarters lie
# below, of a story's own headline and standfirst hardly any.
LINE_AFFINITY = 0.4
# The same for lines among the story's paragraphs.
INNER_LINE_AFFINITY = 0.15
# The same for lines below the story and below another line of furniture, where no headline can stand any more: 'You
# might also like' has words that any story has.
LOWER_LINE_AFFINITY = 0.75
# The same for teasers: paragraphs of any length that stand beyond a line of furniture, away from the story. Of story
# paragraphs that one version dropped, 5 in 100 lie below, and they do not stand there.
TEASER_AFFINITY = 0.35
# Similarity (0..1) below which two linked lines may be two different ones. Lines that share a third of what they say
# and more, like two headlines of one story or two forms of a byline, are not doubted.
LINE_SIMILARITY = 1 / 3
# Letters that count as a word's stem, so that inflections meet.
_STEM = 5

# What ends a statement; what ends a sentence or goes on with it. An ellipsis is how a teaser breaks off.
_CLOSING = r"[\"'\u2019\u201d\u00bb\u300d\u300f)\]\u203a]*$"
_STOPS = r"(?<!\.)\.|[\u3002\uff0e\u0964\u06d4]"
_FULL_STOP = re.compile(rf"(?:{_STOPS}){_CLOSING}")
_SENTENCE_MARK = re.compile(rf"(?:{_STOPS}|[!?,;:\u3001\uff0c\uff1a\uff1b\uff01\uff1f\u061f]){_CLOSING}")
# A year with another number: 29 November 2022, 2022-03-06, 2022年3月6日.
_DATE = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d).*\d|\d\D.*(?<!\d)(?:19|20)\d\d(?!\d)")
_CLOSED_QUOTATION = re.compile(r"[\"\u201c\u00ab\u300c].*[\"\u201d\u00bb\u300d]")


def without_furniture(texts: Pair[Sequence[str]], links: Sequence[Link]) -> tuple[list[Link], Pair[frozenset[int]]]:
    """The links of the story, and the paragraphs of each side that are page furniture.

    'Latest News' on one page and 'News Politics Money' on the other share a word, and so may be linked. Where both ends
    of a weak link between lines would be furniture without it, it is none. Lines that both pages have stay linked.
    """
    weak = [link for link in links if link.similarity < LINE_SIMILARITY]
    if not weak and all(map(_all_linked, texts, _linked(links))):
        return list(links), Pair(frozenset(), frozenset())
    read = cache(_Line.of)  # a line that is repeated is one value
    lines = texts.map(lambda side: list(map(read, side)))
    doubtful = {
        link
        for link in weak
        if all(
            side[index].is_line(LONGEST_LINE)
            for side, indices in zip(lines, (link.left, link.right), strict=True)
            for index in indices
        )
    }
    aside = _furniture(lines, _linked(link for link in links if link not in doubtful))
    if not doubtful:
        return list(links), aside
    kept = [
        link
        for link in links
        if link not in doubtful or not (aside.left.issuperset(link.left) and aside.right.issuperset(link.right))
    ]
    return kept, _furniture(lines, _linked(kept))


class _Line(NamedTuple):
    """A paragraph's text, how many words it has, without punctuation, and their stems."""

    text: str
    length: int
    stems: frozenset[str]

    @classmethod
    def of(cls, text: str) -> "_Line":
        """Read a paragraph."""
        forms = word_forms(text)
        return cls(text, len(forms), frozenset([form[:_STEM] for form in forms]))

    @property
    def tells(self) -> bool:
        """Whether it is long or a plain statement, so that it tells a story where it is linked."""
        return self.length > LONGEST_LINE or bool(_FULL_STOP.search(self.text))

    @property
    def is_date_line(self) -> bool:
        """Whether it is a date and hardly more."""
        return self.length <= LONGEST_DATE_LINE and bool(_DATE.search(self.text))

    def is_line(self, longest: int) -> bool:
        """Whether it is a short line and no sentence, part of a sentence or quotation."""
        return (
            self.length <= longest and not _SENTENCE_MARK.search(self.text) and not _CLOSED_QUOTATION.search(self.text)
        )


def _linked(links: Iterable[Link]) -> Pair[frozenset[int]]:
    """The paragraphs of each side that are in a link."""
    found = list(links)
    return Pair(
        frozenset(index for link in found for index in link.left),
        frozenset(index for link in found for index in link.right),
    )


def _all_linked(texts: Sequence[object], linked: Set[int]) -> bool:
    """Whether every paragraph of a side is in a link."""
    return len(linked) == len(texts)


def _furniture(texts: Pair[Sequence[_Line]], linked: Pair[Set[int]]) -> Pair[frozenset[int]]:
    """The paragraphs of each side that are page furniture, as 0-based indices; none of them is in `linked`."""
    if all(map(_all_linked, texts, linked)):
        return Pair(frozenset(), frozenset())
    count = len(texts.left) + len(texts.right)
    found_in = Counter(chain.from_iterable(paragraph.stems for side in texts for paragraph in side))
    body = Pair(
        *(
            {index for index in side_linked if side[index].tells}
            for side, side_linked in zip(texts, linked, strict=True)
        )
    )
    story = frozenset().union(
        *(side[index].stems for side, indices in zip(texts, body, strict=True) for index in indices)
    )

    def affinity(paragraph: _Line) -> float:
        """The share of its stems, by weight, that the story has: summed in one order, so that it is always the same."""
        weights = [(math.log(1 + count / found_in[stem]), stem in story) for stem in sorted(paragraph.stems)]
        total = sum(weight for weight, _ in weights)
        return sum(weight for weight, is_told in weights if is_told) / total if total else 0.0

    return Pair(
        *(
            frozenset(_set_aside(side, affinity, story_part, side_linked)) - side_linked
            for side, story_part, side_linked in zip(texts, body, linked, strict=True)
        )
    )


def _set_aside(
    texts: Sequence[_Line], affinity: Callable[[_Line], float], body: Set[int], linked: Set[int]
) -> Iterator[int]:
    """What looks like furniture on one side, `body` being the linked paragraphs that tell the story.

    Without a body there is no story to stand around, and nothing is set aside. A line around the story that both sides
    have marks the way outward as one of furniture does.
    """
    if not body:
        return
    first, last = min(body), max(body)
    times = Counter(line.text for line in texts)
    lines = set()
    for index, line in enumerate(texts):
        inside = first < index < last
        longest, most = (LONGEST_INNER_LINE, INNER_LINE_AFFINITY) if inside else (LONGEST_LINE, LINE_AFFINITY)
        if (not inside and line.is_date_line) or (
            line.is_line(longest) and (times[line.text] > 1 or affinity(line) < most)
        ):
            lines.add(index)
    yield from lines
    for outward in (range(first - 1, -1, -1), range(last + 1, len(texts))):
        beyond_line = False
        for index in outward:
            if index in lines or (index in linked and texts[index].is_line(LONGEST_LINE)):
                beyond_line = True
            elif beyond_line and index not in linked:
                is_lower_line = index > last and texts[index].is_line(LONGEST_LINE)
                if affinity(texts[index]) < (LOWER_LINE_AFFINITY if is_lower_line else TEASER_AFFINITY):
                    yield index
