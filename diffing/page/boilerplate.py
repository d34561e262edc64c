"""Boilerplate: text that belongs to the web page and not to the story, such as menus and teasers.

    No menu items!                            boilerplate
    Washington approaches Caracas             the story's headline: shares rare words with it
    Must Read                                 boilerplate
    Senior officials travelled to Venezuela   linked, so story
    ...
    Latest News                               boilerplate
    Shopping center is evacuated after shots  boilerplate: a teaser, after the story and below boilerplate

The result calls it `furniture` (`Row.furniture`). Only paragraphs without a counterpart are boilerplate. The evidence
is in the two texts, not in a list of phrases, so that it holds in any language. It is whether a paragraph is a
sentence, how long it is, its position, its repetitions, and its affinity with the story: the share of its stems, by
weight, that linked paragraphs have. Rare stems weigh more.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cache

from diffing.model import Link, Pair
from diffing.page.headlines import headline
from diffing.page.lines import LONGEST_INNER_LINE, LONGEST_LINE, PageLine, Story
from diffing.text.reading import ReadText

# Words that a paragraph may have to be a joined list of teasers: it stands below the story, right above a boilerplate
# line, and no mark of a sentence ends it.
LONGEST_LIST = 60
# Affinity (0..1) below which a line around the story is boilerplate. Three quarters of the headlines of other stories
# lie below, and almost no headline or standfirst of the story itself.
LINE_AFFINITY = 0.4
# The same for lines among the story's paragraphs.
INNER_LINE_AFFINITY = 0.15
# The same for lines below the story and below another boilerplate line, where no headline can stand: 'You might also
# like' has words that any story has.
LOWER_LINE_AFFINITY = 0.75
# The same for teasers: paragraphs of any length that stand beyond a boilerplate line, away from the story. Of story
# paragraphs that one version dropped, 5 in 100 lie below, and they do not stand there.
TEASER_AFFINITY = 0.35
# Similarity (0..1) below which two linked lines may be two different ones. Two headlines of one story, or two forms of
# a byline, share a third and more.
LINE_SIMILARITY = 1 / 3


def without_boilerplate(
    texts: Pair[Sequence[ReadText]], links: Sequence[Link]
) -> tuple[list[Link], Pair[frozenset[int]]]:
    """Return the links of the story, and the indices of the boilerplate paragraphs of each side.

    'Latest News' on one page and 'News Politics Money' on the other share a word and may be linked. A weak link between
    lines is dropped if both its ends would be boilerplate without it. Lines that both pages have stay linked.
    """
    weak = [link for link in links if link.similarity < LINE_SIMILARITY]
    if not weak and all(map(_all_linked, texts, _linked(links))):
        return list(links), Pair(frozenset(), frozenset())
    read = cache(PageLine.of)  # a repeated line is one value
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
    aside = _boilerplate(lines, _linked(link for link in links if link not in doubtful))
    if not doubtful:
        return list(links), aside
    kept = [
        link
        for link in links
        if link not in doubtful or not (aside.left.issuperset(link.left) and aside.right.issuperset(link.right))
    ]
    return kept, _boilerplate(lines, _linked(kept))


def _linked(links: Iterable[Link]) -> Pair[frozenset[int]]:
    """Return the paragraphs of each side that are in a link."""
    found = list(links)
    return Pair(
        frozenset(index for link in found for index in link.left),
        frozenset(index for link in found for index in link.right),
    )


def _all_linked(texts: Sequence[object], linked: Set[int]) -> bool:
    """Return whether every paragraph of a side is in a link."""
    return len(linked) == len(texts)


def _boilerplate(lines: Pair[Sequence[PageLine]], linked: Pair[Set[int]]) -> Pair[frozenset[int]]:
    """Return the boilerplate paragraphs of each side, as 0-based indices; none of them is in `linked`."""
    if all(map(_all_linked, lines, linked)):
        return Pair(frozenset(), frozenset())
    story = Story(lines, linked)
    return Pair(
        *(
            frozenset(_boilerplate_candidates(side, story, body, side_linked))
            - side_linked
            - {headline(side, body, story)}
            for side, body, side_linked in zip(lines, story.body, linked, strict=True)
        )
    )


def _boilerplate_candidates(texts: Sequence[PageLine], story: Story, body: Set[int], linked: Set[int]) -> Iterator[int]:
    """Yield the paragraphs of one side that look like boilerplate.

    `body` are the linked paragraphs that tell the story. Without a body there is no story, and nothing is boilerplate.
    Away from the story, everything beyond a line that both sides have is examined as strictly as beyond a boilerplate
    line.
    """
    if not body:
        return
    first, last = min(body), max(body)
    times = Counter(line.text for line in texts)
    lines = set()
    for index, line in enumerate(texts):
        inside = first < index < last
        longest, most_affinity = (LONGEST_INNER_LINE, INNER_LINE_AFFINITY) if inside else (LONGEST_LINE, LINE_AFFINITY)
        if (not inside and line.is_date_line) or (
            line.is_line(longest) and (times[line.text] > 1 or story.affinity(line) < most_affinity)
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
