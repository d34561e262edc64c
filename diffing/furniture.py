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
from collections.abc import Iterable, Iterator, Sequence, Set

from diffing.model import Link, Pair
from diffing.words import words

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
    doubtful = [
        link
        for link in links
        if link.similarity < LINE_SIMILARITY
        and all(
            _is_line(side[index], LONGEST_LINE)
            for side, indices in zip(texts, (link.left, link.right), strict=True)
            for index in indices
        )
    ]
    aside = furniture(texts, _linked(link for link in links if link not in doubtful))
    kept = [
        link
        for link in links
        if link not in doubtful or not (aside.left.issuperset(link.left) and aside.right.issuperset(link.right))
    ]
    return kept, furniture(texts, _linked(kept))


def _linked(links: Iterable[Link]) -> Pair[frozenset[int]]:
    """The paragraphs of each side that are in a link."""
    found = list(links)
    return Pair(
        frozenset(index for link in found for index in link.left),
        frozenset(index for link in found for index in link.right),
    )


def furniture(texts: Pair[Sequence[str]], linked: Pair[Set[int]]) -> Pair[frozenset[int]]:
    """The paragraphs of each side that are page furniture, as 0-based indices; none of them is in `linked`."""
    stems = texts.map(lambda side: [_stems(text) for text in side])
    count = len(texts.left) + len(texts.right)
    found_in = Counter(stem for side in stems for paragraph in side for stem in paragraph)
    weight = {stem: math.log(1 + count / times) for stem, times in found_in.items()}
    told = texts.map(lambda side: {index for index, text in enumerate(side) if _tells(text)})
    body = Pair(linked.left & told.left, linked.right & told.right)
    story = {stem for side, indices in zip(stems, body, strict=True) for index in indices for stem in side[index]}

    def affinity(paragraph: Set[str]) -> float:
        total = sum(weight[stem] for stem in sorted(paragraph))
        return sum(weight[stem] for stem in sorted(paragraph & story)) / total if total else 0.0

    return Pair(
        *(
            frozenset(_set_aside(side, list(map(affinity, paragraphs)), story_part, side_linked)) - side_linked
            for side, paragraphs, story_part, side_linked in zip(texts, stems, body, linked, strict=True)
        )
    )


def _set_aside(texts: Sequence[str], affinities: Sequence[float], body: Set[int], linked: Set[int]) -> Iterator[int]:
    """What looks like furniture on one side, `body` being the linked paragraphs that tell the story.

    Without a body there is no story to stand around, and nothing is set aside. A line around the story that both sides
    have marks the way outward as one of furniture does.
    """
    if not body:
        return
    first, last = min(body), max(body)
    times = Counter(texts)
    lines = set()
    for index, text in enumerate(texts):
        inside = first < index < last
        longest, most = (LONGEST_INNER_LINE, INNER_LINE_AFFINITY) if inside else (LONGEST_LINE, LINE_AFFINITY)
        is_repeated = times[text] > 1 and _is_line(text, longest)
        if (
            is_repeated
            or (not inside and _is_date_line(text))
            or (_is_line(text, longest) and affinities[index] < most)
        ):
            lines.add(index)
    yield from lines
    for outward in (range(first - 1, -1, -1), range(last + 1, len(texts))):
        beyond_line = False
        for index in outward:
            if index in lines or (index in linked and _is_line(texts[index], LONGEST_LINE)):
                beyond_line = True
            elif beyond_line:
                is_lower_line = index > last and _is_line(texts[index], LONGEST_LINE)
                if affinities[index] < (LOWER_LINE_AFFINITY if is_lower_line else TEASER_AFFINITY):
                    yield index


def _tells(text: str) -> bool:
    """Whether a paragraph is long or a plain statement, so that it tells a story where it is linked."""
    return _length(text) > LONGEST_LINE or bool(_FULL_STOP.search(text))


def _is_date_line(text: str) -> bool:
    return bool(_DATE.search(text)) and _length(text) <= LONGEST_DATE_LINE


def _is_line(text: str, longest: int) -> bool:
    """Whether a paragraph is a short line and no sentence, part of a sentence or quotation."""
    return _length(text) <= longest and not _SENTENCE_MARK.search(text) and not _CLOSED_QUOTATION.search(text)


def _length(text: str) -> int:
    """Words, without punctuation."""
    return sum(word.is_word for word in words(text))


def _stems(text: str) -> frozenset[str]:
    return frozenset(word.form[:_STEM] for word in words(text) if word.is_word)
