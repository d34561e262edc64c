"""The reader's marks and notes on the page.

14 → 15  ✓ checked   Ask the road office.
"""

from markupsafe import Markup

from diffing.review.reviewed import EntryReview

from ...present.reviews import NOTE_SIGN, marks_in_words, note_lines, signs
from .tagged import isolated


def by_hand(said: EntryReview) -> Markup:
    """Return the marks and the note of an entry; nothing for most."""
    parts = []
    if said.marks:
        parts.append(Markup(" <b class=x>{} {}</b>").format(signs(EntryReview(said.marks)), marks_in_words(said)))
    if said.note:
        parts.append(noted(said.note))
    return Markup("").join(parts)


def noted(note: str) -> Markup:
    """Return a note with its sign, each line on its own."""
    return Markup(" <span class=x>{} {}</span>").format(NOTE_SIGN, lines(note))


def lines(text: str) -> Markup:
    """Return the lines of a text."""
    return Markup("<br>").join(isolated(line) for line in note_lines(text))
