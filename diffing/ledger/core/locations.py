"""How an entry was found, in the words that every subject says it in.

left   12 people died on Friday     right   14 people died      12 > 14 in the same place; Friday nowhere
"""

IN_PLACE = "in the same place"
"""Both stand in one change of a row."""
IN_SENTENCE = "in the same sentence"
"""Both stand in sentences that have the most words of each other."""
IN_PARAGRAPH = "in the same paragraph"
"""Both stand in one row."""
ELSEWHERE = "elsewhere in the other article"
"""They stand in different rows."""
NOWHERE = "nowhere in the other article"
"""Nothing stands in its place, and all of the other article was searched."""
FIRST_SENTENCES = "the first sentences"
"""Where there are no headlines, these are compared in their place."""
OUTSIDE = "only outside the story of the other article"
"""Nothing stands in its place, and of the other article only a menu, a byline or a teaser has it."""

BECOMES = " → "
"""Between what stood on the left and what stands in its place on the right, in a note."""


def beside(in_place: bool) -> str:
    """Of two that stand in one change, or else in sentences that have the most words of each other."""
    return IN_PLACE if in_place else IN_SENTENCE
