"""Locations of counterparts: where the counterpart of an entry's words stands, or which texts were compared.

left   12 people died on Friday     right   14 people died      12 > 14 in the same place; Friday nowhere
"""

from enum import StrEnum


class Location(StrEnum):
    """Location of the counterpart of an entry's words in the other article, or the texts that were compared."""

    SAME_PLACE = "same-place"
    """Both stand in one change of a row."""
    SAME_SENTENCE = "same-sentence"
    """Both stand in corresponding sentences: those with the most characters in common."""
    SAME_PARAGRAPH = "same-paragraph"
    """Both stand in one row."""
    ELSEWHERE = "elsewhere"
    """They stand in different rows."""
    NOWHERE = "nowhere"
    """Nothing stands in their place, and the whole other article was searched."""
    UNLINKED = "unlinked"
    """No sentence of the other article, which is in another language, was linked with the words."""
    OUTSIDE_STORY = "outside-story"
    """Nothing stands in their place. Only boilerplate of the other article has them: a menu, a byline, a teaser."""
    HEADLINES = "headlines"
    """The headlines of both articles were compared."""
    BYLINES = "bylines"
    """The bylines of both articles were compared."""
    DATE_LINES = "date-lines"
    """The dates that the articles carry were compared."""
    NOTES = "notes"
    """Both articles have a note of correction."""


def beside(in_place: bool) -> Location:
    """Return the location of two mentions that stand in one change, or else in corresponding sentences."""
    return Location.SAME_PLACE if in_place else Location.SAME_SENTENCE
