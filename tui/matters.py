"""How an entry of the ledger reads: its words on both sides, in what stands around them.

number changed · people, in the same place
− … said that 12 people had died in …
+ … said that 14 people were killed …
"""

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from diffing.ledger.entries import Change, Entry, Ledger, Place
from diffing.ledger.found import FIRST_SENTENCES
from diffing.ledger.importance import Weight, weight
from diffing.model import Article, Comparison
from tui.labels import numbers
from tui.wrapping import CUT

# In the line of an entry stands so much behind its words, in characters.
_BEHIND = 60
AROUND = (80, 30, 0)
"""In its detail so much stands on both sides of them, in characters: the most there is room for."""
# What a line shows by its signs: →, − and +.
_SEEN = (Change.CHANGED, Change.GONE, Change.NEW)
# Of the words themselves as much as tells which they are: an added paragraph would fill the line and more.
_MOST_WORDS = 160


# What may stand right behind the words and says nothing by itself.
_MARKS = " ,.;:!?)]}\"'”’»"


class Matter(Enum):
    """What the entries can be narrowed to: all, or a class."""

    ANY = "entry"
    CORRECTION = "correction"
    FACT = "fact"
    QUOTE = "quote"
    MEANING = "change of meaning"
    ATTRIBUTION = "attribution"
    CONTENT = "piece of content"

    def holds(self, entry: Entry) -> bool:
        """Whether an entry is of this class."""
        return self is Matter.ANY or self.name == weight(entry).name


class Excerpt(NamedTuple):
    """Words of an article, not yet fit for a terminal, with what stands before and behind them."""

    before: str
    words: str
    after: str


def title(entry: Entry) -> str:
    """What became of what: 'number changed', 'quotation, another speaker'; a first sentence is no headline."""
    subject = "opening" if entry.found == FIRST_SENTENCES else entry.subject.value
    return f"{subject} {entry.change.value}"


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


def paragraphs(entry: Entry) -> str:
    """Its paragraphs on both sides, as a reader counts: '4 ↔ 3', '4 ↔ –'."""
    left, right = (numbers(sorted({place.paragraph for place in side})) for side in entry.places)
    return f"{left} ↔ {right}"


def line(entry: Entry, comparison: Comparison) -> str:
    """The entry on a line: its words, old before new, and what stands behind them on the right, or else on the left."""
    sides = [
        excerpts(article, places[:1], _BEHIND)
        for article, places in zip(comparison.articles, entry.places, strict=True)
    ]
    old, new = (_shortened(side[0].words) if side else "" for side in sides)
    words = f"{old} → {new}" if old and new else f"−{old}" if old else f"+{new}"
    if entry.change is Change.REWORDED and entry.note:
        return f"{entry.change.value}: {entry.note}"
    change = "" if entry.change in _SEEN else f"{entry.change.value}: "
    behind = (sides[1] or sides[0])[0].after.lstrip(_MARKS)
    return " ".join(f"{change}{words}{' · ' if behind else ''}{behind}".split())


def detail(entry: Entry, comparison: Comparison, around: int = AROUND[0]) -> list[str]:
    """All there is to say of an entry: what it is, and a line for each of its places, left before right."""
    lines = [f"{title(entry)}: {remarks(entry)}"]
    for name, article, places in zip(("left", "right"), comparison.articles, entry.places, strict=True):
        for place, (before, words, after) in zip(places, excerpts(article, places, around), strict=True):
            lines.append(f"{name} {place.paragraph + 1}: {before}[{_shortened(words)}]{after}")
    return lines


def _shortened(words: str) -> str:
    return words if len(words) <= _MOST_WORDS else f"{words[:_MOST_WORDS].rsplit(' ', 1)[0]} {CUT}"


def subjects(entries: Sequence[Entry]) -> str:
    """What entries are about, each subject once: 'number changed, name gone'."""
    return ", ".join(dict.fromkeys(map(title, entries)))


def tally(ledger: Ledger) -> str:
    """How many entries of each class there are, the weightiest first: '2 facts, 1 quote'."""
    counts = {name: sum(weight(entry) is name for entry in ledger.entries) for name in Weight}
    return ", ".join(f"{count} {_counted(name, count)}" for name, count in counts.items() if count)


def _counted(name: Weight, count: int) -> str:
    """'fact', 'facts', 'changes of meaning'."""
    shown = Matter[name.name].value
    noun, of, rest = shown.partition(" of ")
    return shown if count == 1 else f"{noun}s{of}{rest}"


def coverage(ledger: Ledger) -> str:
    """What the ledger could not look for, in a sentence; nothing if it looked for all."""
    if not ledger.uncovered:
        return ""
    subjects = ", ".join(subject.value for subject in ledger.uncovered)
    sides = [name for name, language in zip(("left", "right"), ledger.languages, strict=True) if not language]
    return f"not looked for, since the language of the {' and the '.join(sides)} is not known: {subjects}"
