"""The head of an article as it is laid out: its headline, and the bylines and dates above the story.

    0  Two dead after ferry hits pier in Carrow harbour      the headline
    1  By Imelda Straker                                     a line of names
    2  Published 7:42 a.m., June 3                           a line with a figure
    3  CARROW - Two people were killed and 31 were ...       the story

It decides only weight and air, before anything is compared, so it goes by the form of the lines alone and knows no
language. A heading of the document comes before other lines. Where nothing looks like a headline there is none.
"""

from collections.abc import Collection
from itertools import chain, islice, takewhile
from typing import NamedTuple

from diffing.model import Article, Comparison, Pair, Role
from diffing.page.line_forms import (
    LONGEST_HEADLINE,
    LONGEST_LINE,
    heads_post,
    is_capitalized,
    is_date_line,
    is_line,
    is_statement,
    may_be_headline,
    words,
)
from diffing.patterns import lazy_pattern

# Paragraphs that are looked at, and the most characters of one: longer ones are the story.
_LOOKED_AT = 12
_LONGEST = 300
# Words of the heading of a post with its time: fewer are a date line, '7:42 a.m., June 3'.
_LEAST_OF_POST = 5
# Characters that are a word each: Chinese and Japanese, Thai, Lao, Khmer and Burmese.
_UNSPACED = lazy_pattern("[\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3040-\\u30ff\\u3400-\\u9fff]+")


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
    first = list(islice((at for at in range(len(article.paragraphs)) if at not in furniture), _LOOKED_AT))
    texts = {at: article.paragraphs[at].text for at in first}
    above = list(takewhile(lambda at: not _is_story(texts[at]), first))
    if len(above) == len(first):
        # Nothing tells a story: a list, a table, a poem.
        return NO_HEAD
    headings = [at for at in above if article.paragraphs[at].role is Role.HEADING]
    likely = (at for at in above if _is_headline(texts[at], at == above[0]))
    headline = next(chain(headings, likely), None)
    return Head(headline, frozenset(at for at in above if at != headline and _is_about(texts[at])))


def headlines(comparison: Comparison) -> Pair[str]:
    """Return the headline of each article as it stands in it, or else the title of its metadata; '' for none."""
    page = [row for row in comparison.rows if row.furniture]
    left, right = {index for row in page for index in row.left}, {index for row in page for index in row.right}
    return Pair(_headline(comparison.left, left), _headline(comparison.right, right))


def _headline(article: Article, furniture: Collection[int]) -> str:
    at = head(article, furniture).headline
    if at is not None:
        return article.paragraphs[at].text
    return next((field.value for field in article.metadata if field.name.lower() == "title"), "")


def _is_story(text: str) -> bool:
    if len(text) > _LONGEST or is_statement(text) or words(text, _length(text)) > LONGEST_HEADLINE:
        return True
    # '14:05 Ferries cancelled' heads the first post of a live blog.
    return heads_post(text) and words(text, _length(text)) >= _LEAST_OF_POST


def _is_headline(text: str, is_first: bool) -> bool:
    """Return whether a text may be the headline; below others, one in capitals is rather a menu or a list of names."""
    return may_be_headline(text, _length(text)) and (is_first or not is_capitalized(text))


def _is_about(text: str) -> bool:
    """Return whether a text is names or a date rather than a sentence."""
    length = _length(text)
    is_short = words(text, length) <= LONGEST_LINE and is_line(text, length, 2 * LONGEST_LINE)
    return is_short and (is_date_line(text, length) or is_capitalized(text) or any(map(str.isdigit, text)))


def _length(text: str) -> int:
    """Return about the number of words of a text; of a script without spaces, of its characters."""
    return sum(map(len, _UNSPACED.findall(text))) + len(_UNSPACED.sub(" ", text).split())
