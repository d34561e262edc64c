"""How an entry of the ledger reads: its words on both sides, in what stands around them.

number changed · people, in the same place
− … said that 12 people had died in …
+ … said that 14 people were killed …
"""

from collections.abc import Iterable, Sequence
from enum import Enum
from typing import NamedTuple

from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Ledger, Subject
from diffing.ledger.core.ranking import Weight, weight
from diffing.model import Article, Comparison, Pair, Place, Row

from ..text.wrapping import CUT
from .cells import BECOMES
from .entry_remarks import remark, remarks
from .labels import numbers

# In the line of an entry stands so much behind its words, in characters.
_BEHIND = 80
AROUND = (80, 30, 10, 0)
"""In its detail so much stands on both sides of them, in characters: the most there is room for."""
# What a line shows by a sign; the arrow is between the words.
_SEEN = {Change.CHANGED: "", Change.GONE: "− ", Change.NEW: "+ "}
# The words of these say by themselves what they are about, a number does not.
_FOR_THEMSELVES = (Subject.CORRECTION, Subject.QUOTATION, Subject.HEADLINE, Subject.CONTENT)
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
    subject = "opening" if entry.location is Location.FIRST_SENTENCES else entry.subject.value
    return f"{subject} {entry.change.value}"


def excerpts(article: Article, places: tuple[Place, ...], before: int, behind: int) -> list[Excerpt]:
    """Each of the places with so many characters before and behind it, cut at a word's edge; a cut is marked."""
    return [_excerpt(article.paragraphs[place.paragraph].text, place, before, behind) for place in places]


def _excerpt(text: str, place: Place, most_before: int, most_behind: int) -> Excerpt:
    start, end = max(0, place.start - most_before), min(len(text), place.end + most_behind)
    before, after = text[start : place.start], text[place.end : end]
    if start:
        before = f"{CUT} {before if text[start - 1].isspace() else before[before.find(' ') + 1 :]}"
    if end < len(text):
        after = f"{after[: after.rfind(' ')] if ' ' in after else ''} {CUT}"
    return Excerpt(before, text[place.start : place.end], after)


def paragraphs(entry: Entry, rows: Iterable[Row]) -> str:
    """Its paragraphs on both sides, as a reader counts: '4 ↔ 3'; '4 ↔ –' where it stands in a row of one side.

    In a row of both sides, which are its `rows`, the other side's are in brackets: '4 ↔ (3)' is gone from there.
    """
    own = entry.places.map(lambda places: sorted({place.paragraph for place in places}))
    beside = [sorted({index for indices in side for index in indices}) for side in zip(*map(_sides, rows), strict=True)]
    return " ↔ ".join(
        f"({numbers(there)})" if there and not here else numbers(here) for here, there in zip(own, beside, strict=True)
    )


def _sides(row: Row) -> Pair[tuple[int, ...]]:
    return Pair(row.left, row.right)


def line(entry: Entry, comparison: Comparison, before: int = AROUND[1]) -> str:
    """The entry on a line: its words, old before new, in what stands around them on the right, or else on the left.

    So much stands `before` them, in characters. Words that stand for themselves have nothing before them.
    """
    if entry.change is Change.TRIMMED and (words := remark(entry)):
        return words
    is_told = entry.subject in _FOR_THEMSELVES
    sides = [
        excerpts(article, places[:1], 0 if is_told else before, _BEHIND)
        for article, places in zip(comparison.articles, entry.places, strict=True)
    ]
    old, new = (_shortened(side[0].words) if side else "" for side in sides)
    shown = (sides[1] or sides[0])[0]
    words = BECOMES.join(filter(None, (old, new)))
    head = _SEEN.get(entry.change, f"{entry.change.value}: ")
    if not is_told:
        return _on_a_line(f"{head}{shown.before}[{words}]{shown.after}")
    if entry.change not in _SEEN:
        # The same words on both sides, but for what the remark says.
        words = " · ".join(filter(None, (remark(entry), new)))
    behind = shown.after.lstrip(_MARKS) if entry.subject is Subject.QUOTATION else ""
    return _on_a_line(f"{head}{' · '.join(filter(None, (words, behind)))}")


def _on_a_line(text: str) -> str:
    return " ".join(text.split())


def detail(entry: Entry, comparison: Comparison, ledger: Ledger, around: int = AROUND[0]) -> list[str]:
    """All there is to say of an entry: what it is, and a line for each of its places, left before right."""
    lines = [f"{title(entry)}: {remarks(entry, comparison, ledger)}"]
    for name, article, places in zip(("left", "right"), comparison.articles, entry.places, strict=True):
        for place, (before, words, after) in zip(places, excerpts(article, places, around, around), strict=True):
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
