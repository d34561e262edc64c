"""The head of an article as it is laid out: its headline, and the bylines and dates above the story.

    0  Two dead after ferry hits pier in Carrow harbour      the headline
    1  By Imelda Straker                                     a line of names
    2  Published 7:42 a.m., June 3                           a line with a figure
    3  CARROW - Two people were killed and 31 were ...       the story

It decides only weight and air, before anything is compared, so it goes by the form of the lines alone and knows no
language. Where nothing looks like a headline there is none.
"""

from collections.abc import Collection
from itertools import takewhile
from typing import NamedTuple

from diffing.model import Article
from diffing.page.lines import LONGEST_HEADLINE, LONGEST_LINE, PageLine
from diffing.text.reading import ReadText

# Paragraphs that are looked at, and the most characters of one: longer ones are the story.
_LOOKED_AT = 12
_LONGEST = 300


class Head(NamedTuple):
    """Indices of the paragraphs of an article's head: the headline, if there is one, and the lines about the text."""

    headline: int | None = None
    lines: frozenset[int] = frozenset()

    def holds(self, paragraph: int) -> bool:
        """Return whether a paragraph is of the head."""
        return paragraph == self.headline or paragraph in self.lines


NO_HEAD = Head()


def head(article: Article, furniture: Collection[int]) -> Head:
    """Return the head of an article; `furniture` are the paragraphs that are not part of the story."""
    first = [at for at in range(min(_LOOKED_AT, len(article.paragraphs))) if at not in furniture]
    texts = {at: article.paragraphs[at].text for at in first}
    able = {at: PageLine.of(ReadText(text)) for at, text in texts.items() if len(text) <= _LONGEST}
    above = list(takewhile(lambda at: at in able and not _is_story(able[at]), first))
    if len(above) == len(first):
        # Nothing tells a story: a list, a table, a poem.
        return NO_HEAD
    headline = next((at for at in above if _is_headline(able[at], at == above[0])), None)
    return Head(headline, frozenset(at for at in above if at != headline and _is_about(able[at])))


def _is_story(line: PageLine) -> bool:
    return line.is_statement or line.words > LONGEST_HEADLINE


def _is_headline(line: PageLine, is_first: bool) -> bool:
    """Return whether a line may be the headline; below others, one in capitals is rather a menu or a list of names."""
    return line.may_be_headline and (is_first or not line.is_capitalized)


def _is_about(line: PageLine) -> bool:
    """Return whether a line is names or a date rather than something told."""
    is_short = line.words <= LONGEST_LINE and line.is_line(2 * LONGEST_LINE)
    return is_short and (line.is_date_line or line.is_capitalized or any(map(str.isdigit, line.text)))
