"""Boilerplate: text that belongs to the web page and not to the story, such as menus and teasers.

    No menu items!                            boilerplate
    Washington approaches Caracas             the story's headline: shares rare words with it
    Must Read                                 boilerplate
    Senior officials travelled to Venezuela   linked, so story
    ...
    Subscribe now: 4 weeks for 1 euro.        boilerplate: it says what pages say
    Latest News                               boilerplate
    Shopping center is evacuated after shots  boilerplate: a teaser, after the story and below boilerplate
    The trial continues.                      story: a statement, which says nothing of the page

The result calls it `furniture` (`Row.furniture`). Only paragraphs without a counterpart are boilerplate. The evidence
is first in the two texts, so that it holds in any language: whether a paragraph is a sentence, how long it is, its
position, its repetitions, and its affinity with the story: the share of its stems, by weight, that linked paragraphs
have. Rare stems weigh more. A sentence must say what pages say (phrases.py) or have their form (signs.py): no other
evidence tells the last paragraph of a story from a notice of the page.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence, Set
from functools import cache, cached_property
from itertools import takewhile

from diffing.model import Link, Pair
from diffing.page.doubtful_links import doubtful_links, linked_of
from diffing.page.headlines import headline
from diffing.page.line_forms import LEAST_HEADLINE, LONGEST_INNER_LINE, LONGEST_LINE, has_figure
from diffing.page.lines import PageLine
from diffing.page.lists import Listed, runs
from diffing.page.parts import Parts
from diffing.page.signs import begins_reply, is_menu, is_stamp, is_timed
from diffing.page.story import LEAST_POINTS, LEAST_SIGN, Body, KnownPhrases, Story, is_short, known_phrases
from diffing.text.editors_notes import begins_as_note
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
# like' has words that any story has. And for the few words above a headline, such as the name of the paper.
LOWER_LINE_AFFINITY = 0.75
# The same for teasers: paragraphs that stand beyond a boilerplate line, away from the story. Of story paragraphs that
# one version dropped, 5 in 100 lie below, and they do not stand there.
TEASER_AFFINITY = 0.35
# Points with which a statement beyond a boilerplate line is one too.
LEAST_TEASER_POINTS = 2
# Words of the name of a paper, at least.
LEAST_MASTHEAD = 2


def without_boilerplate(
    texts: Pair[Sequence[ReadText]],
    links: Sequence[Link],
    parts: Pair[Parts],
    pinned: Set[tuple[tuple[int, ...], tuple[int, ...]]] = frozenset(),
) -> tuple[list[Link], Pair[frozenset[int]]]:
    """Return the links of the story, and the indices of the boilerplate paragraphs of each side.

    `parts` are the roles of the paragraphs, `pinned` the ends of the links that the reader made: they stay.

    'Latest News' on one page and 'News Politics Money' on the other share a word and may be linked, as may two calls to
    subscribe. A weak link between lines, and a link between two different notices of the page, is dropped if both its
    ends would be boilerplate without it. Lines that both pages have stay linked.
    """
    read = cache(PageLine)  # a repeated line is one value
    found = doubtful_links(texts, links, read, parts)
    doubtful = {link: ends for link, ends in found if (link.left, link.right) not in pinned}
    if not doubtful and all(map(_all_linked, texts, linked_of(links))):
        return list(links), Pair(frozenset(), frozenset())
    lines = texts.map(lambda side: list(map(read, side)))
    phrases = known_phrases(texts)
    aside = _boilerplate(lines, linked_of(link for link in links if link not in doubtful), parts, phrases)
    if not doubtful:
        return list(links), aside
    kept = [link for link in links if link not in doubtful or not _is_aside(aside, doubtful[link])]
    return kept, _boilerplate(lines, linked_of(kept), parts, phrases)


def _is_aside(aside: Pair[frozenset[int]], ends: Pair[tuple[int, ...]]) -> bool:
    """Return whether some paragraphs of both sides are boilerplate."""
    return aside.left.issuperset(ends.left) and aside.right.issuperset(ends.right)


def _all_linked(texts: Sequence[object], linked: Set[int]) -> bool:
    """Return whether every paragraph of a side is in a link."""
    return len(linked) == len(texts)


def _boilerplate(
    lines: Pair[Sequence[PageLine]], linked: Pair[Set[int]], parts: Pair[Parts], phrases: KnownPhrases
) -> Pair[frozenset[int]]:
    """Return the boilerplate paragraphs of each side, as 0-based indices; none of them is in `linked`."""
    if all(map(_all_linked, lines, linked)):
        return Pair(frozenset(), frozenset())
    story = Story(lines, Pair(*(side.in_story(held) for side, held in zip(parts, linked, strict=True))), phrases)
    pages = [
        _Page(side, story, body, side_linked, roles) if body else None
        for side, body, side_linked, roles in zip(lines, story.body, linked, parts, strict=True)
    ]
    has_page = cache(lambda: any(page.is_page for page in pages if page))
    return Pair(*(frozenset(page.boilerplate(has_page)) if page else frozenset() for page in pages))


class _Page:
    """One side as a page: its paragraphs, of which `linked` have a counterpart and `body` tell the story."""

    def __init__(self, lines: Sequence[PageLine], story: Story, body: Body, linked: Set[int], parts: Parts) -> None:
        self.lines = lines
        self.parts = parts
        self.story = story
        self.linked = linked
        told = parts.in_story(linked)
        self.inner = range(min(told, default=0), max(told, default=0))
        self.head = headline(lines, body, story, parts)
        first, last = story.start(body, lines), story.finish(body, lines)
        assert first is not None
        assert last is not None
        self.first, self.last = first, last
        self.top = first if self.head is None else self.head
        self.times = Counter(line.text for line in lines)
        self.listed = Listed(lines, linked, story.is_notice)

    @cached_property
    def is_page(self) -> bool:
        """True if the side has a sign of a page. To look for one, every line is read."""
        return self.parts.has_page or self._has_lines_above() or any(map(self.story.is_sign, self.lines))

    def _has_lines_above(self) -> bool:
        """Return whether several lines stand above a headline that both sides have, as only pages have them."""
        return self.head in self.linked and len([at for at in range(self.top) if is_short(self.lines[at])]) > 1

    def boilerplate(self, has_page: Callable[[], bool]) -> Iterator[int]:
        """Yield the boilerplate paragraphs; `has_page` says whether one of the two texts has a sign of a page.

        It is asked last: a book is not searched for a page where none of its paragraphs could be set aside.

        In a text without any sign of a page a short line is a headline or a crosshead, whatever its words are. Below
        the story a sign in the other text is enough: there both may have the headlines of other stories.

        Away from the story, everything beyond a line that both sides have is examined as strictly as beyond a
        boilerplate line.
        """
        able = [index for index in range(len(self.lines)) if self._is_able(index)]
        found = {index for index in able if self._is_of_page(index) or self._is_notice(index)}

        def is_doubtful(index: int) -> bool:
            is_repeated = self.times[self.lines[index].text] > 1
            return is_repeated or self.is_page or (index > self.last and has_page())

        found.update([index for index in able if self._is_line(index) and is_doubtful(index)])
        found.update(list(self._below_headings(found, able)))
        found.update(list(self._in_blocks(found, able)))
        for index in reversed(able):
            is_list = index > self.last and index + 1 in found and self.lines[index].is_line(LONGEST_LIST)
            if is_list and index not in self.listed and self.story.affinity(self.lines[index]) < TEASER_AFFINITY:
                found.add(index)
        yield from found
        for outward in (range(self.first - 1, -1, -1), range(self.last + 1, len(self.lines))):
            is_beyond = False
            for index in outward:
                if index in found or (index in self.linked and is_short(self.lines[index])):
                    is_beyond = True
                elif is_beyond and self._is_able(index) and self._is_teaser(index) and is_doubtful(index):
                    yield index

    def _in_blocks(self, found: Set[int], able: Sequence[int]) -> Iterator[int]:
        """Yield the strange lines among the story's paragraphs that stand in one block with boilerplate lines.

        A strange line that stands alone there is a crosshead. One with a figure says something, if it is no price.
        """
        beside = (index for index in able if index in found or is_short(self.lines[index]))
        inner = (index for index in beside if self.first < index < self.last)
        for block in runs(inner):
            if not found.isdisjoint(block):
                yield from (at for at in block if self._is_strange_inside(at) and not self._is_figure(at))

    def _below_headings(self, found: Set[int], able: Sequence[int]) -> Iterator[int]:
        """Yield the items of lists below headings that say what pages say: 'Related stories'."""
        for heading in found:
            if self.parts.is_heading(heading) and self.story.is_notice(self.lines[heading]):
                below = takewhile(self.parts.is_item, range(heading + 1, len(self.lines)))
                yield from (at for at in below if at in able and not self.lines[at].is_telling)

    def _is_figure(self, index: int) -> bool:
        """Return whether a line has a figure and says nothing of the page."""
        return has_figure(self.lines[index].text) and not self.story.points(self.lines[index])

    def _is_able(self, index: int) -> bool:
        """Return whether a paragraph may be boilerplate: no counterpart, no headline, and no note of the editors."""
        if index in self.linked or index == self.head:
            return False
        line = self.lines[index]
        return not (line.is_statement and begins_as_note(line.text)) or is_timed(line.text)

    def _is_of_page(self, index: int) -> bool:
        """Return whether a paragraph belongs to the page by its role."""
        return self.parts.is_page(index, self.lines[index], self.story)

    def _is_of_story(self, index: int) -> bool:
        """Return whether a paragraph belongs to the story by its role."""
        return self.parts.is_story(index, self.inner)

    def _is_notice(self, index: int) -> bool:
        """Return whether a paragraph has the form of a page's line, or says what pages say."""
        line, story = self.lines[index], self.story
        # A statement among those of the story needs more evidence, and a line below the story less.
        least = LEAST_POINTS
        is_inside = self.first < index < self.last
        if is_inside:
            least += line.is_statement
        elif index > self.last:
            least -= not line.is_statement
        return (
            is_stamp(line.text)
            or (index < self.top and (is_timed(line.text) or self._is_above_maker(index)))
            or (index > self.last and begins_reply(line.text))
            or story.is_caption(line)
            or (not is_inside and story.is_byline(line))
            or story.is_notice(line, least)
            or (index < self.top and story.is_weather(line) and not (self.head is None and line.is_statement))
        )

    def _is_above_maker(self, index: int) -> bool:
        """Return whether a paragraph above the headline is the caption of a picture whose maker stands below it."""
        below = self.lines[index + 1]
        return index + 1 < self.top and self.head is not None and is_short(below) and self.story.is_caption(below)

    def _is_line(self, index: int) -> bool:
        """Return whether a paragraph is a line that has little to do with the story."""
        line = self.lines[index]
        is_inside = self.first < index < self.last
        if is_inside and self.times[line.text] == 1 and self.story.points(line) < LEAST_SIGN:
            return False
        if index in self.listed or self.story.has_label(line) or self._is_of_story(index):
            return False
        if is_inside:
            return self._is_strange_inside(index)
        if index < self.top and line.is_line(LONGEST_INNER_LINE):
            # No headline has so few words; a line above one that both sides have needs no other evidence.
            is_sure = self.head in self.linked and line.length < LEAST_HEADLINE
            if is_sure or self.story.affinity(line) < LOWER_LINE_AFFINITY:
                return True
        is_repeated = index < self.first and (self.times[line.text] > 1 or self._is_masthead(index))
        return (
            is_repeated
            or is_menu(line.text)
            or line.is_date_line
            or self._is_strange(line, LONGEST_LINE, LINE_AFFINITY)
        )

    def _is_masthead(self, index: int) -> bool:
        """Return whether a line is the name of the paper: another line that one page has names it too."""
        name = self.lines[index].text
        if not is_short(self.lines[index]) or self.lines[index].length < LEAST_MASTHEAD:
            return False
        return any(
            name in line.text
            for other, line in enumerate(self.lines)
            if other not in self.linked and other not in (index, self.head)
        )

    def _is_strange(self, line: PageLine, longest: int, most_affinity: float) -> bool:
        return line.is_line(longest) and (self.times[line.text] > 1 or self.story.affinity(line) < most_affinity)

    def _is_strange_inside(self, index: int) -> bool:
        """Return whether a line among the story's paragraphs has nothing to do with them."""
        line = self.lines[index]
        if (
            index in self.listed
            or self.story.has_label(line)
            or (self._is_of_story(index) and not self.story.points(line))
        ):
            return False
        is_strange = self._is_strange(line, LONGEST_INNER_LINE, INNER_LINE_AFFINITY)
        return is_strange and not self._is_item(index)

    def _is_item(self, index: int) -> bool:
        """Return whether a line stands beside a line that both sides have, as the items of a list do."""
        return any(
            beside in self.linked and is_short(self.lines[beside]) and not self.story.is_beside(self.lines[beside])
            for beside in (index - 1, index + 1)
        )

    def _is_teaser(self, index: int) -> bool:
        """Return whether a paragraph beyond a boilerplate line belongs to the page too.

        A statement may be the end of a story that an advertisement interrupts. It must say something of a page, or
        stand above the headline that both sides have.
        """
        line = self.lines[index]
        if index in self.listed or self.story.has_label(line) or self._is_of_story(index):
            return False
        affinity = self.story.affinity(line)
        if is_short(line):
            return affinity < (LOWER_LINE_AFFINITY if index > self.last else TEASER_AFFINITY)
        is_above = index < self.top and self.head in self.linked
        is_story = line.is_told or not (line.length <= LONGEST_LINE or line.is_line(line.length))
        if is_story and not is_above and not self.story.is_notice(line, LEAST_TEASER_POINTS):
            return False
        return affinity < TEASER_AFFINITY
