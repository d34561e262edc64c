"""How an entry of the ledger reads: its words on both sides, in what stands around them.

number changed · people, in the same place
− … said that 12 people had died in …
+ … said that 14 people were killed …
"""

from typing import NamedTuple

from diffing.ledger.entries import Entry, Ledger, Place
from diffing.ledger.importance import Weight, weight
from diffing.model import Article
from tui.wrapping import CUT


class Excerpt(NamedTuple):
    """Words of an article, not yet fit for a terminal, with what stands before and behind them."""

    before: str
    words: str
    after: str


def title(entry: Entry) -> str:
    """What became of what: 'number changed', 'quotation, another speaker'."""
    return f"{entry.subject.value} {entry.change.value}"


def remarks(entry: Entry) -> str:
    """What else there is to say of it, and how it was found."""
    return "; ".join(filter(None, (entry.note, entry.found)))


def excerpts(article: Article, places: tuple[Place, ...], around: int) -> list[Excerpt]:
    """Each of the places with so many characters around it, cut at a word's edge; a cut is marked."""
    return [_excerpt(article.paragraphs[place.paragraph].text, place, around) for place in places]


def _excerpt(text: str, place: Place, around: int) -> Excerpt:
    start, end = max(0, place.start - around), min(len(text), place.end + around)
    before, after = text[start : place.start], text[place.end : end]
    if start:
        before = f"{CUT} {before[before.find(' ') + 1 :]}"
    if end < len(text):
        after = f"{after[: after.rfind(' ')] if ' ' in after else ''} {CUT}"
    return Excerpt(before, text[place.start : place.end], after)


def tally(ledger: Ledger) -> str:
    """How many entries of each class there are, the weightiest first: '2 facts, 1 quote'."""
    counts = {name: sum(weight(entry) is name for entry in ledger.entries) for name in Weight}
    return ", ".join(f"{count} {_counted(name, count)}" for name, count in counts.items() if count)


_UNCOUNTED = (Weight.MEANING, Weight.CONTENT, Weight.REWORDING, Weight.TYPOGRAPHY)


def _counted(name: Weight, count: int) -> str:
    if name in _UNCOUNTED:
        return f"of {name.value}"
    return name.value if count == 1 else f"{name.value}s"


def coverage(ledger: Ledger) -> str:
    """What the ledger could not look for, in a sentence; nothing if it looked for all."""
    if not ledger.uncovered:
        return ""
    subjects = ", ".join(subject.value for subject in ledger.uncovered)
    return f"not looked for, since no words of the language are known: {subjects}"
