"""English for what a reader says of a comparison: marks, notes, and what has no place any more.

✓ checked   ✗ wrong   ★ important   ✎ a note
12 of 18 checked
without a place: a note, 2 checks
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from diffing.review.model import Check, Claim, Mark, Note, Pin, Pinned, Spot, spot_of
from diffing.review.reviewed import EntryReview, Reviewed

MARKS = {Mark.CHECKED: "checked", Mark.WRONG: "wrong", Mark.IMPORTANT: "important"}
"""For each mark, the word for an entry that has it."""
SIGNS = {Mark.CHECKED: "✓", Mark.WRONG: "✗", Mark.IMPORTANT: "★"}
NOTE_SIGN = "✎"
HELD_SIGN = "◇"
"""Sign of a row of which paragraphs are marked to be paired."""
WRONG_TITLE = "Marked wrong"
LOST_TITLE = "Without a place"
_LONGEST = 60


def settled(reviewed: Reviewed) -> str:
    """Return how many of the entries are checked: '12 of 18 checked'; nothing where none is marked."""
    if not any(said.marks for said in reviewed.said.values()):
        return ""
    return f"{reviewed.settled} of {reviewed.total} checked"


def marks_in_words(said: EntryReview) -> str:
    """Return the marks of an entry in words: 'checked, important'."""
    return ", ".join(MARKS[mark] for mark in Mark if mark in said.marks)


def signs(said: EntryReview) -> str:
    """Return the marks of an entry and of its note as signs."""
    return "".join(SIGNS[mark] for mark in Mark if mark in said.marks) + (NOTE_SIGN if said.note else "")


def said_by_entry(reviewed: Reviewed | None) -> dict[int, EntryReview]:
    """Return what the reader says of the entries of a review, also of those that are wrong, by their identity."""
    if reviewed is None or reviewed.ledger is None:
        return {}
    found = {id(entry): said for entry, said in zip(reviewed.ledger.entries, reviewed.entries, strict=True)}
    return found | {id(entry): said for entry, said in reviewed.wrong}


def row_signs(notes: Mapping[int, str], reviewed: Reviewed | None, at: int, numbers: Iterable[int]) -> str:
    """Return the sign of a row with a note on it, or on one of its entries of these numbers."""
    entries = () if reviewed is None else reviewed.entries
    has_note = at in notes or any(entries[number].note for number in numbers if number < len(entries))
    return NOTE_SIGN if has_note else ""


def lost(one: Pin | Note | Check) -> str:
    """Return what has no place any more, with the beginning of what it was about."""
    match one:
        case Pin(what, spot):
            name = "pair" if what is Pinned.PAIR else "parted pair"
            return f"{name}: {_about(spot)}"
        case Note(target, text):
            return f"note on {_about(target)}: {text}"
        case Check(claim):
            return f"{', '.join(MARKS[mark] for mark in one.marks)}: {_about(claim)}"


def lost_in_short(lost: Iterable[Pin | Note | Check]) -> str:
    """Return how much has no place: 'without a place: 2 notes, 1 check'; nothing if all has one."""
    counts = Counter({Pin: "pair", Note: "note", Check: "check"}[type(one)] for one in lost)
    parts = [f"{count} {name}{'' if count == 1 else 's'}" for name, count in counts.items()]
    return f"{LOST_TITLE.lower()}: {', '.join(parts)}" if parts else ""


def _about(target: Spot | Claim) -> str:
    """Return the words that a note or a mark is about, or the beginnings of its paragraphs."""
    if isinstance(target, Claim):
        return _joined(" … ".join(target.left), " … ".join(target.right))
    spot = spot_of(target)
    return _joined(*(" … ".join(anchor.text for anchor in side) for side in spot))


def _joined(left: str, right: str) -> str:
    return " → ".join(f"“{_short(text)}”" for text in (left, right) if text)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rsplit(' ', 1)[0]} …"


def note_lines(text: str) -> Sequence[str]:
    """Return the lines of a note."""
    return text.split("\n")
