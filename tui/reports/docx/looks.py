"""Looks of a paragraph in Word: its style, the direction of its writing, the language of its words.

the headline            style Headline
a byline                style Byline
Arabic, Hebrew          written from the right to the left
"""

import unicodedata
from collections.abc import Mapping
from typing import NamedTuple

from diffing.model import Article, Comparison, Pair, Role
from diffing.patterns import lazy_pattern

from ...present.heads import Head, head

# Names of styles in styles.xml. Those of headings are not Word's own, but of the same outline level: pandoc shows every
# heading of Word's styles, also one that was inserted and is rejected.
_STYLES: Mapping[Role, str] = {
    Role.HEADING: "Subheading",
    Role.ITEM: "ListParagraph",
    Role.QUOTATION: "Quote",
    Role.CAPTION: "Caption",
}
_HEADLINE, _BYLINE, _PAGE = "Headline", "Byline", "Page"
# The format of an article that says no roles.
_PLAIN_TEXT = "text"
# Letters of scripts from the right to the left; a text without them needs no closer look.
_RIGHT_TO_LEFT = lazy_pattern("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_ATTRIBUTES = {
    "w:eastAsia": ("zh", "ja", "ko"),
    "w:bidi": ("ar", "he", "fa", "ur", "ps", "sd", "ug", "yi", "ckb", "dv"),
}


class Look(NamedTuple):
    """The style of a paragraph, '' for plain text, and whether it is written from the right to the left."""

    style: str
    is_right_to_left: bool


class Looks:
    """The looks of the paragraphs of both articles."""

    def __init__(self, comparison: Comparison) -> None:
        self._articles = comparison.articles
        self._page = Pair(
            frozenset(index for row in comparison.rows if row.furniture for index in row.left),
            frozenset(index for row in comparison.rows if row.furniture for index in row.right),
        )
        self._heads = Pair(*map(head, comparison.articles, self._page))
        self._roles = _roles_by_pair(comparison) if comparison.right.format == _PLAIN_TEXT else {}

    def left(self, paragraph: int) -> Look:
        """Return the look of a paragraph of the left article."""
        role = self._articles.left.paragraphs[paragraph].role
        return _look(self._articles.left, paragraph, role, self._heads.left, paragraph in self._page.left)

    def right(self, paragraph: int) -> Look:
        """Return the look of a paragraph of the right article; plain text has that of the paragraph on the left."""
        role = self._roles.get(paragraph, self._articles.right.paragraphs[paragraph].role)
        return _look(self._articles.right, paragraph, role, self._heads.right, paragraph in self._page.right)


def _roles_by_pair(comparison: Comparison) -> dict[int, Role]:
    """Return by paragraph of the right the role of the one on the left that alone corresponds to it."""
    pairs = (row for row in comparison.rows if len(row.left) == len(row.right) == 1)
    return {row.right[0]: comparison.left.paragraphs[row.left[0]].role for row in pairs}


def _look(article: Article, paragraph: int, role: Role, own: Head, is_page: bool) -> Look:
    style = _STYLES.get(role, "")
    if paragraph == own.headline:
        style = _HEADLINE
    elif is_page:
        style = _PAGE
    elif paragraph in own.lines:
        style = _BYLINE
    return Look(style, is_right_to_left(article.paragraphs[paragraph].text))


def is_right_to_left(text: str) -> bool:
    """Return whether the first letter of a text is of a script that is written from the right to the left."""
    if not _RIGHT_TO_LEFT.search(text):
        return False
    kinds = (unicodedata.bidirectional(character) for character in text)
    return next((kind != "L" for kind in kinds if kind in ("L", "R", "AL")), False)


def language_markup(code: str) -> str:
    """Return the element that says the language of words, '' for an unknown one; Word has three kinds of languages."""
    if not code:
        return ""
    kind = next((name for name, codes in _ATTRIBUTES.items() if code.split("-")[0] in codes), "w:val")
    return f'<w:lang {kind}="{code}"/>'
