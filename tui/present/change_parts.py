"""The parts of a change: the further paragraphs of a run, and the facts inside, in the order of the text.

+ Rain fell all night. and 2 paragraphs more        ->   + A tug has come.
                                                         + 12 goats
                                                         + The pier is closed.
"""

from collections.abc import Iterator
from typing import NamedTuple

from diffing.ledger.core.model import Entry
from diffing.model import Comparison, Place

from .change_words import ChangeWords, change_words


class Part(NamedTuple):
    """A part of a change: its first place, whether that is on the right, and its words."""

    place: Place
    is_right: bool
    words: ChangeWords


def change_parts(entry: Entry, comparison: Comparison) -> list[Part]:
    """Return the parts of an entry; none of one that is a single fact or paragraph."""
    parts = [_child(child, comparison) for child in entry.children]
    if entry.is_passage:
        parts += _paragraphs(entry, comparison)
    return sorted(parts, key=lambda part: (part.place.paragraph, part.place.start, -part.place.end))


def _paragraphs(entry: Entry, comparison: Comparison) -> Iterator[Part]:
    """Yield the paragraphs of a passage behind its first."""
    is_right = bool(entry.right)
    article, places = (comparison.right, entry.right) if is_right else (comparison.left, entry.left)
    seen = {places[0].paragraph}
    for place in places:
        if place.paragraph not in seen:
            seen.add(place.paragraph)
            text = " ".join(place.words(article).split())
            yield Part(place, is_right, ChangeWords("", text) if is_right else ChangeWords(text, ""))


def _child(child: Entry, comparison: Comparison) -> Part:
    place = (child.right or child.left)[0]
    return Part(place, bool(child.right), change_words(child, comparison))
