"""A width -> where text, numbers and gutter stand in it, for each view.

▌ 11 Since then, Maduro has received    ≈     6 Since then, Maduro has received      side by side
▌  6 ≈   Since then, Maduro has received support to be able to continue.             redline
▌ 11 Since then, Maduro has received support to be able to continue.    ≈            one article
"""

from typing import NamedTuple

from .settings import View

# Columns of prose are readable to about this many cells (Bringhurst, The Elements of Typographic Style: 45 to 75).
MEASURE = 72
# Below this width two columns are too narrow for prose, and a row is one redline.
SIDE_BY_SIDE_FROM = 90
# Of two languages there is no redline, and a text is compared with the one beside it as long as lines have some words.
TRANSLATION_SIDE_BY_SIDE_FROM = 60
# The least width in which anything can be read.
LEAST_MEASURE = 8

BAR_WIDTH = 2
# What a row is, whether it moved, whether the pair is uncertain: a sign each.
SIGNS_WIDTH = 3
# A sign never touches the text before it.
BEFORE_SIGNS = 2
_SPACE = 1
_LEAST_NUMBER_WIDTH = 3
# In less there is no room for numbers beside a redline.
_NUMBERED_FROM = 30


def by_width(width: int, is_translation: bool = False) -> View:
    """Return the view that a width chooses where the reader has chosen none."""
    least = TRANSLATION_SIDE_BY_SIDE_FROM if is_translation else SIDE_BY_SIDE_FROM
    return View.REDLINE if width < least else View.SIDE_BY_SIDE


class Columns(NamedTuple):
    """Columns at a width, in cells from the left: margin, bar, number, text, signs, number, text.

    `view` is the view as shown, never AUTOMATIC. Only side by side there is a second number and text; in a redline the
    signs stand before the text, and where it is narrow `number` is 0. The space behind a number is part of its column.
    """

    width: int
    view: View
    margin: int
    number: int
    text: int

    def has_sign_at(self, x: int) -> bool:
        """Return whether a cell of a line is one of its signs, which stand before, between or behind the texts."""
        start = self.margin + BAR_WIDTH + self.number
        if self.view is not View.REDLINE:
            start += self.text + BEFORE_SIGNS
        return start <= x < start + SIGNS_WIDTH

    @classmethod
    def fit(cls, width: int, view: View, most_paragraphs: int, is_translation: bool = False) -> "Columns":
        """Return the columns for a width, the view chosen and the number of paragraphs of the longer article."""
        if view is View.AUTOMATIC:
            view = by_width(width, is_translation)
        number = max(_LEAST_NUMBER_WIDTH, len(str(most_paragraphs))) + _SPACE
        if view is View.REDLINE and width < _NUMBERED_FROM:
            number = 0
        around = BAR_WIDTH + number + SIGNS_WIDTH + _SPACE + _SPACE
        texts = 1
        if view is not View.REDLINE:
            around += BEFORE_SIGNS
        if view is View.SIDE_BY_SIDE:
            around += number
            texts = 2
        text = max(LEAST_MEASURE, min(MEASURE, (width - around) // texts))
        return cls(width, view, max(0, (width - around - texts * text) // 2), number, text)
