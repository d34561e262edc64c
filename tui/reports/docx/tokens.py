r"""Tokens of a Word document: what is kept, deleted, inserted and moved, up to the ends of paragraphs.

    left   killed 12 people.          right   killed 14 people.
    Text("killed ", KEPT)  Text("12", DELETED)  Text("14", INSERTED)  Text(" people.", KEPT)

    left   They came. They saw.       right   They came.¶They saw.
    Text("They came.", KEPT)  Text(" ", DELETED)  End(INSERTED)  Text("They saw.", KEPT)

Without what is inserted and moved here, the tokens spell the left article; without what is deleted and moved away, the
right one.
"""

from enum import Enum
from typing import NamedTuple


class Fate(Enum):
    """The outcome for a text, from left to right."""

    KEPT = "kept"
    DELETED = "deleted"
    INSERTED = "inserted"
    MOVED_AWAY = "moved away"
    MOVED_HERE = "moved here"
    DELETED_HERE = "moved here and deleted"
    """Words of a moved paragraph that the right article has not. They stand in the left one where it was."""

    ON_LEFT, ON_RIGHT = "in the left column", "in the right column"
    """Words of a translation or of its original, which stand beside each other."""
    ONLY_LEFT, ONLY_RIGHT = "only in the left column", "only in the right column"
    """Sentences of these that the other one has not."""

    @property
    def is_left(self) -> bool:
        """True if the left article has the text at this place."""
        return self in (Fate.KEPT, Fate.DELETED, Fate.MOVED_AWAY, Fate.ON_LEFT, Fate.ONLY_LEFT)

    @property
    def is_right(self) -> bool:
        """True if the right article has the text at this place."""
        return self in (Fate.KEPT, Fate.INSERTED, Fate.MOVED_HERE, Fate.ON_RIGHT, Fate.ONLY_RIGHT)


class Spot(NamedTuple):
    """A place in an article: an offset in the text of a paragraph (0-based)."""

    paragraph: int
    offset: int


class Text(NamedTuple):
    """Words of one fate, and where they stand in the articles that have them here."""

    text: str
    fate: Fate
    left: Spot | None = None
    right: Spot | None = None


class LineBreak(NamedTuple):
    """The beginning of a line that an author set apart."""

    fate: Fate


class End(NamedTuple):
    """The end of a paragraph."""

    fate: Fate


class RangeMark(NamedTuple):
    """The beginning or the end of a text that moved, where it was or where it is; both places have the same number."""

    move: int
    is_away: bool
    begins: bool


class CommentMark(NamedTuple):
    """The beginning or the end of words with a comment; `fate` is that of the words at the mark."""

    comment: int
    fate: Fate
    begins: bool


class CellEnd(NamedTuple):
    """The end of one side of a row, where the sides stand beside each other."""


Token = Text | LineBreak | End | CellEnd | RangeMark | CommentMark
