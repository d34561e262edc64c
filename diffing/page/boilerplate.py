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

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cache

from diffing.model import Link, Pair
from diffing.page.headlines import headline
from diffing.page.lines import LONGEST_INNER_LINE, LONGEST_LINE, Line, Story

# Below the story, right above a line of furniture, so many words may be a list of teasers that was joined, if they end
# in no mark of a sentence.
LONGEST_LIST = 60
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


def without_furniture(texts: Pair[Sequence[str]], links: Sequence[Link]) -> tuple[list[Link], Pair[frozenset[int]]]:
    """The links of the story, and the paragraphs of each side that are page furniture.

    'Latest News' on one page and 'News Politics Money' on the other share a word, and so may be linked. Where both ends
    of a weak link between lines would be furniture without it, it is none. Lines that both pages have stay linked.
    """
    weak = [link for link in links if link.similarity < LINE_SIMILARITY]
    if not weak and all(map(_all_linked, texts, _linked(links))):
        return list(links), Pair(frozenset(), frozenset())
    read = cache(Line.of)  # a line that is repeated is one value
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


def _furniture(lines: Pair[Sequence[Line]], linked: Pair[Set[int]]) -> Pair[frozenset[int]]:
    """The paragraphs of each side that are page furniture, as 0-based indices; none of them is in `linked`."""
    if all(map(_all_linked, lines, linked)):
        return Pair(frozenset(), frozenset())
    story = Story(lines, linked)
    return Pair(
        *(
            frozenset(_set_aside(side, story, body, side_linked)) - side_linked - {headline(side, body, story)}
            for side, body, side_linked in zip(lines, story.body, linked, strict=True)
        )
    )


def _set_aside(texts: Sequence[Line], story: Story, body: Set[int], linked: Set[int]) -> Iterator[int]:
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
            line.is_line(longest) and (times[line.text] > 1 or story.affinity(line) < most)
        ):
            lines.add(index)
    for index in range(len(texts) - 2, last, -1):
        is_list = texts[index].is_line(LONGEST_LIST) and index + 1 in lines
        if is_list and index not in lines and story.affinity(texts[index]) < TEASER_AFFINITY:
            lines.add(index)
    yield from lines
    for outward in (range(first - 1, -1, -1), range(last + 1, len(texts))):
        beyond_line = False
        for index in outward:
            if index in lines or (index in linked and texts[index].is_line(LONGEST_LINE)):
                beyond_line = True
            elif beyond_line and index not in linked:
                is_lower_line = index > last and texts[index].is_line(LONGEST_LINE)
                if story.affinity(texts[index]) < (LOWER_LINE_AFFINITY if is_lower_line else TEASER_AFFINITY):
                    yield index
