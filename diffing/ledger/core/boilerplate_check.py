"""Check facts against the boilerplate of the other article: a byline, a menu, a teaser.

left   MARROW (NPA) - A ferry ran aground on Friday.      right  Friday 14 March, NPA and staff       (boilerplate)
       no entry for NPA, which the other article names; Friday stands 'only outside the story of the other article'

The subjects read only the stories, since boilerplate makes no entries. But an entry with the location 'nowhere' must be
true for the whole other article.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.model import Comparison, Pair
from diffing.text.reading import ReadText
from diffing.text.words import word_forms

# Subjects whose words are short enough to stand in a line outside the story.
_FACTS = (Subject.NUMBER, Subject.DATE, Subject.NAME)
# Words of a fact that are searched; of longer facts only the first words.
_MOST_WORDS = 4


def check_boilerplate(entries: Sequence[Entry], context: LedgerContext) -> Sequence[Entry]:
    """Return the entries, corrected for facts that stand in the boilerplate of the other article.

    The entries of such names are left out; the entries of other facts get the location 'outside the story'.
    """
    comparison = context.comparison
    if not any(row.furniture for row in comparison.rows):
        return entries
    held = Pair(
        _runs(context.read.left.paragraphs[at] for row in comparison.rows if row.furniture for at in row.left),
        _runs(context.read.right.paragraphs[at] for row in comparison.rows if row.furniture for at in row.right),
    )
    return list(_checked(entries, comparison, held))


def _checked(entries: Iterable[Entry], comparison: Comparison, held: Pair[set[str]]) -> Iterator[Entry]:
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
    """Return all runs of at most `_MOST_WORDS` words of some texts."""
    runs = set[str]()
    for text in texts:
        forms = text.forms
        for length in range(1, _MOST_WORDS + 1):
            runs.update(" ".join(forms[at : at + length]) for at in range(len(forms) - length + 1))
    return runs
