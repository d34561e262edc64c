"""What is told of a fact that the story lacks, but a line outside it has: a byline, a menu, a teaser.

left   MARROW (NPA) - A ferry ran aground on Friday.      right  Friday 14 March, NPA and staff       (furniture)
       NPA is named all the same; Friday is 'only outside the story of the other article'

The subjects read stories only, since what belongs to the page makes no entries. But what stands there is text too, and
an entry that says 'nowhere in the other article' must hold for all of it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from diffing.ledger.core.context import Material
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.model import Comparison, Pair
from diffing.text.reading import ReadText
from diffing.text.words import word_forms

# Only a fact is so short that a line outside the story can have all of it.
_FACTS = (Subject.NUMBER, Subject.DATE, Subject.NAME)
# Of longer facts the first words are looked for.
_MOST_WORDS = 4


def with_furniture(entries: Sequence[Entry], material: Material) -> Sequence[Entry]:
    """The entries without names that the other article has in its furniture; of other facts there they say so."""
    comparison = material.comparison
    if not any(row.furniture for row in comparison.rows):
        return entries
    held = Pair(
        _runs(material.read.left.paragraphs[at] for row in comparison.rows if row.furniture for at in row.left),
        _runs(material.read.right.paragraphs[at] for row in comparison.rows if row.furniture for at in row.right),
    )
    return list(_held(entries, comparison, held))


def _held(entries: Iterable[Entry], comparison: Comparison, held: Pair[set[str]]) -> Iterator[Entry]:
    for entry in entries:
        if entry.subject not in _FACTS or entry.location is not Location.NOWHERE:
            yield entry
            continue
        is_gone = entry.change is Change.GONE
        article, there = (comparison.left, held.right) if is_gone else (comparison.right, held.left)
        forms = word_forms((entry.left or entry.right)[0].words(article))
        if " ".join(forms[:_MOST_WORDS]) not in there:
            yield entry
        elif entry.subject is not Subject.NAME:
            yield replace(entry, location=Location.OUTSIDE_STORY)


def _runs(texts: Iterable[ReadText]) -> set[str]:
    """All words of some texts that stand beside each other, up to so many."""
    found = set[str]()
    for text in texts:
        forms = text.forms
        for length in range(1, _MOST_WORDS + 1):
            found.update(" ".join(forms[at : at + length]) for at in range(len(forms) - length + 1))
    return found
