"""The story of a page: the linked paragraphs that tell it, and what a line has to do with it.

Washington approaches Caracas      half of its words, by weight, are the story's
Latest News                        none of them
By Ole Rand                        a byline, whatever its words
"""

import math
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from functools import cached_property
from itertools import chain, islice
from typing import NamedTuple

from diffing.model import Pair
from diffing.page.line_forms import LEAST_HEADLINE, LONGEST_LINE
from diffing.page.lines import PageLine
from diffing.page.phrases import Found, PageWords, is_addressed, languages_of, page_words, points
from diffing.page.signs import (
    LONGEST_CAPTION,
    LineSigns,
    has_weather_figure,
    is_menu,
    is_stamp,
    is_timed,
    line_signs,
    opening_label,
    says_weather,
    weather_signs,
)
from diffing.text.markup import is_picture
from diffing.text.reading import ReadText, once_for

# Points with which a paragraph is a notice of the page; a long one needs a point for each so many words.
LEAST_POINTS = 3
WORDS_OF_A_POINT = 10
# Points with which a short line shows that a text comes from a page.
LEAST_SIGN = 2
# Signs of the weather of which a line of it has at least one in so many words: 'rain', '7 °C'.
LEAST_WEATHER = 2
WORDS_OF_A_SIGN = 6
# Words of a paragraph that is searched for what pages say. The longest are the questions about cookies.
LONGEST_NOTICE = 120
# Paragraphs of the story in which such phrases are looked for. More of a book would take long, and say no more.
_MOST_READ = 300


class Phrases(NamedTuple):
    """The phrases of pages in a line, and how much of a page it says."""

    found: list[Found]
    points: int


KnownPhrases = dict[PageWords, dict[str, Phrases]]
"""The phrases of lines, by the lists that were searched and by the text of the line."""


def known_phrases(texts: Pair[Sequence[ReadText]]) -> KnownPhrases:
    """Return what is kept of the phrases of both pages, for every stage that asks for a story of them."""
    return once_for(texts, _no_phrases)


def _no_phrases() -> KnownPhrases:
    return {}


class Body:
    """The linked paragraphs of a side that tell the story, rising: 2 3 5. Each is read when it is asked about."""

    def __init__(self, lines: Sequence[PageLine], linked: Set[int]) -> None:
        self._lines = lines
        self._linked = linked

    def __iter__(self) -> Iterator[int]:
        return (index for index in sorted(self._linked) if self._lines[index].is_telling)

    def __reversed__(self) -> Iterator[int]:
        return (index for index in sorted(self._linked, reverse=True) if self._lines[index].is_telling)

    def __contains__(self, index: int) -> bool:
        return index in self._linked and self._lines[index].is_telling

    def __bool__(self) -> bool:
        return any(True for _ in self)


class Story:
    """The stems of the linked paragraphs of both sides, and the share of them in a line.

    `body` are the indices of those paragraphs on each side. It is empty if no linked paragraph tells a story. `linked`
    are all paragraphs with a counterpart. `phrases` are known of other stories with the same paragraphs.
    """

    def __init__(
        self, lines: Pair[Sequence[PageLine]], linked: Pair[Set[int]], phrases: KnownPhrases | None = None
    ) -> None:
        self.lines = lines
        self.linked = linked
        self._count = len(lines.left) + len(lines.right)
        self.body = Pair(Body(lines.left, linked.left), Body(lines.right, linked.right))
        self._phrases: KnownPhrases = {} if phrases is None else phrases
        self._captions: dict[str, bool] = {}

    @cached_property
    def _found_in(self) -> Counter[str]:
        """The number of paragraphs that have each stem."""
        return Counter(chain.from_iterable(line.stems for side in self.lines for line in side))

    @cached_property
    def _stems(self) -> frozenset[str]:
        """The stems of the body."""
        held = (side[index].stems for side, own in zip(self.lines, self.body, strict=True) for index in own)
        return frozenset(chain.from_iterable(held))

    def affinity(self, line: PageLine) -> float:
        """Return the share of a line's stems, by weight, that the story has, 0..1."""
        return self.shared_weight(line) / (self._weight(line.stems) or 1.0)

    def shared_weight(self, line: PageLine) -> float:
        """Return the weight of a line's stems that the story has."""
        return self._weight(line.stems & self._stems)

    def _weight(self, stems: Set[str]) -> float:
        """Return the sum of the weights of some stems, added in a fixed order; rarer ones weigh more."""
        return sum([math.log(1 + self._count / self._found_in[stem]) for stem in sorted(stems)])

    def points(self, line: PageLine) -> int:
        """Return how much of a page a line says that the story does not say."""
        found, whole = self._phrases_of(line)
        # What the story says is read for few lines only.
        if not found:
            return whole
        return points(line.text, [one for one in found if (one.name, one.phrase) not in self._told])

    def is_notice(self, line: PageLine, least: int = LEAST_POINTS) -> bool:
        """Return whether a line says what pages say: at least `least` points, more of a long line.

        A statement also says something that no story says: 'The annual subscription is free for children.' is none.
        """
        # What the story says is read for few lines only.
        return (
            line.length <= LONGEST_NOTICE
            and self._may_be_notice(line, least)
            and self.points(line) >= _least(line, least)
            and (not line.is_statement or is_addressed(line.text, self._phrases_of(line).found))
        )

    def _may_be_notice(self, line: PageLine, least: int) -> bool:
        """Return whether a line says what pages say, although the story may say it too."""
        found = self._phrases_of(line).points
        return found >= least and found >= _least(line, least)

    def is_credit(self, line: PageLine) -> bool:
        """Return whether a line says who took part in the work."""
        return any(one.name == "credits" for one in self._phrases_of(line).found)

    def is_caption(self, line: PageLine) -> bool:
        """Return whether a line ends with who made a picture."""
        if line.length > LONGEST_CAPTION:
            return False
        found = self._captions.get(line.text)
        if found is None:
            found = self._captions[line.text] = self._signs.is_caption(line.text)
        return found

    def is_byline(self, line: PageLine) -> bool:
        """Return whether a line is who wrote the story, and no more."""
        return self._signs.is_byline(line.text)

    def is_weather(self, line: PageLine) -> bool:
        """Return whether a line says what the weather is: in figures and words, in hardly any others."""
        if not has_weather_figure(line.text) or line.length > LONGEST_CAPTION:
            return False
        signs = weather_signs(line.text, self._phrases_of(line).found)
        return signs >= LEAST_WEATHER and line.length <= signs * WORDS_OF_A_SIGN

    def is_beside(self, line: PageLine) -> bool:
        """Return whether a line is no headline: a picture, time, menu, byline, caption, a line of weather, a notice."""
        return (
            is_picture(line.text)
            or is_stamp(line.text)
            or is_timed(line.text)
            or is_menu(line.text)
            or self.is_byline(line)
            or self.is_caption(line)
            or self.is_weather(line)
            or self.is_notice(line)
        )

    def is_sign(self, line: PageLine) -> bool:
        """Return whether a line shows that a text comes from a page: a time, a date, a menu, what pages say.

        A byline and a caption show nothing: they stand in manuscripts too.
        """
        if line.length > LONGEST_NOTICE:
            return False
        if is_stamp(line.text) or is_menu(line.text) or line.is_date_line or line.is_list or self.is_weather(line):
            return True
        if not is_short(line):
            return self.is_notice(line)
        is_series = line.is_capitalized and line.length >= LEAST_HEADLINE
        least = 1 if is_series else LEAST_SIGN
        # What the story says is read for few lines only.
        return self._phrases_of(line).points >= least and self.points(line) >= least

    def says_weather(self, line: PageLine) -> bool:
        """Return whether a line says what the weather is, with figures or with the day."""
        return self.is_weather(line) or says_weather(self._phrases_of(line).found)

    def start(self, body: "Body", lines: Sequence[PageLine]) -> int | None:
        """Return the paragraph with which the story begins on a side, None without a body.

        It is a statement. A caption or a standfirst that both sides have may stand above it, and the headline below.
        """
        for index in body:
            if lines[index].is_statement and not self.is_caption(lines[index]) and not self.is_notice(lines[index]):
                return index
        return next(iter(body), None)

    def finish(self, body: "Body", lines: Sequence[PageLine]) -> int | None:
        """Return the last paragraph of the story on a side, None without a body; notices may stand below it."""
        for index in reversed(body):
            if not self.is_notice(lines[index]):
                return index
        return next(reversed(body), None)

    @cached_property
    def labels(self) -> frozenset[str]:
        """The forms of the labels that open linked paragraphs, as those of the posts of a live blog."""
        return frozenset(
            label
            for side, indices in zip(self.lines, self.linked, strict=True)
            for index in indices
            if (label := opening_label(side[index].text))
        )

    def has_label(self, line: PageLine) -> bool:
        """Return whether a line opens like lines that both sides have."""
        label = opening_label(line.text)
        return bool(label) and label in self.labels

    def _phrases_of(self, line: PageLine) -> Phrases:
        known = self._read.get(line.text)
        if known is None:
            found = self._words.find(line.text)
            known = self._read[line.text] = Phrases(found, points(line.text, found))
        return known

    @cached_property
    def _told(self) -> frozenset[tuple[str, str]]:
        """The phrases of the body: a story may be about cookies. Notices that both sides have are no story."""
        return frozenset(
            (one.name, one.phrase)
            for line in self._body_lines()
            if not self._may_be_notice(line, LEAST_POINTS)
            for one in self._phrases_of(line).found
        )

    def _body_lines(self) -> Iterator[PageLine]:
        for side, body in zip(self.lines, self.body, strict=True):
            for index in islice(body, _MOST_READ):
                yield side[index]

    @cached_property
    def _read(self) -> dict[str, Phrases]:
        return self._phrases.setdefault(self._words, {})

    @cached_property
    def _words(self) -> PageWords:
        return page_words(languages_of(line.text for line in self._body_lines()))

    @cached_property
    def _signs(self) -> LineSigns:
        return line_signs(self._words)


def _least(line: PageLine, points: int) -> float:
    """Return the points that a line needs. Names cost nothing: a credit may have twenty."""
    words = sum(not word[0].isupper() for word in line.text.split())
    # In scripts without spaces a word has two characters.
    return max(points, max(words, (line.length - len(line.text.split())) / 2) / WORDS_OF_A_POINT)


def is_short(line: PageLine) -> bool:
    """Return whether a line is no longer than a headline and no sentence."""
    return line.is_line(LONGEST_LINE)
