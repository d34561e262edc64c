"""Write an entry of the ledger as text: its words on both sides, in the text around them.

number changed: counted: people; in the same place
− … said that 12 people had died in …
+ … said that 14 people were killed …
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from diffing.ledger.core.model import Change, Entry, Ledger, Subject
from diffing.model import Article, Comparison, Paragraph, Place

from ..text.words import CHANGES, DIFFERS, SMALL_EDIT
from ..text.wrapping import CUT, width
from .cells import between
from .entry_remarks import remark, remarks, topic

# Characters behind the words of an entry in its line.
_BEHIND = 80
AROUND = (80, 30, 10, 0)
"""Characters on both sides of the words in the detail of an entry; the first number that fits is used."""
# Changes that a line shows by a sign; for CHANGED the arrow between the words is enough.
_SEEN = {Change.CHANGED: "", Change.GONE: "− ", Change.NEW: "+ "}
# The words of these subjects need no text around them to be understood; a number does.
_FOR_THEMSELVES = (Subject.CORRECTION, Subject.QUOTATION, Subject.HEADLINE)
# Characters of the words themselves: a whole added paragraph would fill more than the line.
_MOST_WORDS = 160


# Marks right behind the words that say nothing by themselves.
_MARKS = " ,.;:!?)]}\"'”’»"


class Excerpt(NamedTuple):
    """Words of an article with the text before and behind them, not yet safe for a terminal.

    `breaks` are the offsets in the words at which lines begin that the author set apart.
    """

    before: str
    words: str
    after: str
    breaks: tuple[int, ...] = ()

    @property
    def lines(self) -> Sequence[str]:
        """The words, a verse or an item on each line."""
        return [self.words[start:end].rstrip(" ") for start, end in pairwise((0, *self.breaks, len(self.words)))]


def title(entry: Entry, comparison: Comparison) -> str:
    """Return the topic and the change: 'number changed', 'name only left'; only the change of what needs no topic.

    In a translation a number is not said to have changed: it differs.
    """
    about = topic(entry)
    if entry.change is Change.CHANGED and comparison.languages is not None:
        return f"{about} {DIFFERS}"
    if entry.is_passage:
        return CHANGES[entry.change]
    return about if about == SMALL_EDIT else f"{about} {CHANGES[entry.change]}"


def excerpts(article: Article, places: tuple[Place, ...], before: int, behind: int) -> list[Excerpt]:
    """Return each of the places with some characters `before` and `behind` it, cut between words; a cut is marked."""
    return [_excerpt(article.paragraphs[place.paragraph], place, before, behind) for place in places]


def _excerpt(paragraph: Paragraph, place: Place, most_before: int, most_behind: int) -> Excerpt:
    text, breaks = paragraph.text, paragraph.breaks
    # A verse or an item has its own line: what stands on others is not around it.
    first = max((at for at in breaks if at <= place.start), default=0)
    last = min((at for at in breaks if at >= place.end), default=len(text))
    start, end = max(first, place.start - most_before), min(last, place.end + most_behind)
    before, after = text[start : place.start], text[place.end : end]
    if start > first:
        before = f"{CUT} {before if _is_between_words(text, start) else before[before.find(' ') + 1 :]}"
    if end < last:
        after = f"{after if _is_between_words(text, end) else after[: max(0, after.rfind(' '))]} {CUT}"
    elif end < len(text):
        after = after.rstrip(" ")
    inside = tuple(at - place.start for at in breaks if place.start < at < place.end)
    return Excerpt(before, text[place.start : place.end], after, inside)


def _is_between_words(text: str, at: int) -> bool:
    """Return whether a text may be cut at an offset: beside a space, or a character that stands without spaces."""
    beside = text[at - 1 : at + 1]
    return any(character.isspace() or width(character) > 1 for character in beside)


def line(entry: Entry, comparison: Comparison, before: int = AROUND[1]) -> str:
    """Return the entry on a line: its words, old before new, in the text around them on the right, or else on the left.

    `before` is the number of characters before the words; words that need no text around them have none.
    """
    if entry.change is Change.TRIMMED and (words := remark(entry)):
        return words
    is_clear = entry.is_passage or entry.subject in _FOR_THEMSELVES
    sides = [
        excerpts(article, places[:1], 0 if is_clear else before, _BEHIND)
        for article, places in zip(comparison.articles, entry.places, strict=True)
    ]
    old, new = (_shortened(side[0].words) if side else "" for side in sides)
    shown = (sides[1] or sides[0])[0]
    words = between(comparison).join(filter(None, (old, new)))
    head = _SEEN.get(entry.change, f"{CHANGES[entry.change]}: ")
    if not is_clear:
        return _on_a_line(f"{head}{shown.before}[{words}]{shown.after}")
    if entry.change not in _SEEN:
        # The same words on both sides, but for what the remark says.
        words = " · ".join(filter(None, (remark(entry), new)))
    behind = shown.after.lstrip(_MARKS) if entry.subject is Subject.QUOTATION else ""
    return _on_a_line(f"{head}{' · '.join(filter(None, (words, behind)))}")


def _on_a_line(text: str) -> str:
    return " ".join(text.split())


def detail(entry: Entry, comparison: Comparison, ledger: Ledger, around: int = AROUND[0]) -> list[str]:
    """Return all lines on an entry: what it is, then a line for each of its places, left before right."""
    lines = [f"{title(entry, comparison)}: {remarks(entry, comparison, ledger)}"]
    for name, article, places in zip(("left", "right"), comparison.articles, entry.places, strict=True):
        for place, found in zip(places, excerpts(article, places, around, around), strict=True):
            lines.append(f"{name} {place.paragraph + 1}: {found.before}[{_shortened(found.words)}]{found.after}")
    return lines


def _shortened(words: str) -> str:
    return words if len(words) <= _MOST_WORDS else f"{words[:_MOST_WORDS].rsplit(' ', 1)[0]} {CUT}"
