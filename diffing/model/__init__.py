"""The values a comparison is made of.

Every value is frozen and checks itself where it is made, so a stage that breaks a rule fails in its
own tests and not three stages later on the screen:

    Article   the paragraphs of one side, in order
    Link      which paragraphs correspond: left (3,) with right (4, 5)
    Span      a run of text with what happened to it: replace 'severed' with 'broke'
    Row       a link (or a paragraph left alone) with its kind and its spans
    Comparison  both articles and every row: all that any front end shows
"""

from diffing.model.article import Article, MetadataField, Paragraph, Place, Reading, ReadingNote, Revision, Role
from diffing.model.comparison import Comparison, Direction, Kind, Row
from diffing.model.link import Evidence, Link
from diffing.model.pair import Pair
from diffing.model.span import NO_WORDS, NOTHING_HIDDEN, Hidden, Op, Span, What, WordCounts

__all__ = [
    "NOTHING_HIDDEN",
    "NO_WORDS",
    "Article",
    "Comparison",
    "Direction",
    "Evidence",
    "Hidden",
    "Kind",
    "Link",
    "MetadataField",
    "Op",
    "Pair",
    "Paragraph",
    "Place",
    "Reading",
    "ReadingNote",
    "Revision",
    "Role",
    "Row",
    "Span",
    "What",
    "WordCounts",
]
