"""Looks of a paragraph in Word: its style, the direction of its writing, the language of its words.

the headline            style Headline
a byline                style Byline
Arabic, Hebrew          written from the right to the left
"""

from collections.abc import Mapping
from typing import NamedTuple

from diffing.model import Comparison, Pair, Role

from ...present.heads import Head, head
from ...text.direction import RIGHT_TO_LEFT_LANGUAGES, is_right_to_left

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
_ATTRIBUTES = {
    "w:eastAsia": ("zh", "ja", "ko"),
    "w:bidi": RIGHT_TO_LEFT_LANGUAGES,
}


class Look(NamedTuple):
    """The style of a paragraph, '' for plain text, and whether it is written from the right to the left."""

    style: str
    is_right_to_left: bool


class Looks:
    """The looks of the paragraphs of both articles; `languages` are their codes, '' for not known."""

    def __init__(self, comparison: Comparison, languages: Pair[str]) -> None:
        self._languages = languages
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
        style = _style(paragraph, role, self._heads.left, paragraph in self._page.left)
        return Look(style, is_right_to_left(self._articles.left.paragraphs[paragraph].text, self._languages.left))

    def right(self, paragraph: int) -> Look:
        """Return the look of a paragraph of the right article; plain text has that of the paragraph on the left."""
        role = self._roles.get(paragraph, self._articles.right.paragraphs[paragraph].role)
        style = _style(paragraph, role, self._heads.right, paragraph in self._page.right)
        return Look(style, is_right_to_left(self._articles.right.paragraphs[paragraph].text, self._languages.right))


def _roles_by_pair(comparison: Comparison) -> dict[int, Role]:
    """Return by paragraph of the right the role of the one on the left that alone corresponds to it."""
    pairs = (row for row in comparison.rows if len(row.left) == len(row.right) == 1)
    return {row.right[0]: comparison.left.paragraphs[row.left[0]].role for row in pairs}


def _style(paragraph: int, role: Role, own: Head, is_page: bool) -> str:
    if paragraph == own.headline:
        return _HEADLINE
    if is_page:
        return _PAGE
    return _BYLINE if paragraph in own.lines else _STYLES.get(role, "")


def language_markup(code: str) -> str:
    """Return the element that says the language of words, '' for an unknown one; Word has three kinds of languages."""
    if not code:
        return ""
    kind = next((name for name, codes in _ATTRIBUTES.items() if code.split("-")[0] in codes), "w:val")
    return f'<w:lang {kind}="{code}"/>'
