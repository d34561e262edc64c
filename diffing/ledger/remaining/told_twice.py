"""Leave out entries that tell a change again that another entry tells.

World War I > World War II            a number changed, and a name: the number tells it
Anna Holt > Anna Sand … Holt > Sand   a name changed, and a word: the name tells it
First Bank > Second Bank              a number in a name: the name tells it
who claims to be 120 > who is 120     a source, and a hedge: the hedge tells it
over 80 > not quite 80                a number, and a 'not': the number tells it
linked to > can cause                 a cause, and a hedge in it: the cause tells it
it was so, X said > X alleged it      a verb of saying, and a hedge: the verb tells it
"""

from collections.abc import Iterator, Sequence

from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.covered import CoveredWords
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.model import Pair, Place
from diffing.text.words import word_forms


def without_twice_told(context: LedgerContext, entries: Sequence[Entry]) -> Iterator[Entry]:
    """Yield the entries without those of which another one tells all words."""
    numbers, names = (
        [one for one in entries if one.subject is subject and one.change is Change.CHANGED]
        for subject in (Subject.NUMBER, Subject.NAME)
    )
    named = [_words(context, entry) for entry in names]
    hedges = [one for one in entries if one.subject is Subject.CERTAINTY]
    counted = [one for one in entries if one.subject is Subject.NUMBER and one.left and one.right]
    hedging = CoveredWords(
        one
        for one in entries
        if one.subject in (Subject.CAUSE, Subject.ATTRIBUTION) and one.change is Change.CHANGED and one.detail
    )
    for entry in entries:
        if entry.subject is Subject.CERTAINTY and hedging.touch(entry.places):
            continue
        if entry.subject is Subject.SOURCE and any(_ends_in(entry, hedge) for hedge in hedges):
            continue
        if entry.subject is Subject.NEGATION and any(_is_inside(entry, number) for number in counted):
            continue
        if entry.change is Change.CHANGED:
            if entry.subject is Subject.NUMBER and any(_is_inside(entry, name) for name in names):
                if not any(entry.places == name.places for name in names):
                    continue
            elif entry.subject is Subject.NAME and any(_is_inside(entry, number) for number in numbers):
                continue
            elif entry.subject is Subject.CONTENT and entry.detail is None:
                own = _words(context, entry)
                if any(own.left <= name.left and own.right <= name.right for name in named):
                    continue
        yield entry


def without_told_quantities(entries: Sequence[Entry], turned: Sequence[Entry]) -> Iterator[Entry]:
    """Yield the entries without the numbers of one side that turned words tell: 'most of the' > 'some'."""
    changed = [one for one in turned if one.change is Change.CHANGED]
    for entry in entries:
        is_lone = entry.subject is Subject.NUMBER and entry.change in (Change.GONE, Change.NEW)
        if not (is_lone and any(_is_inside(entry, one) for one in changed)):
            yield entry


def _words(context: LedgerContext, entry: Entry) -> Pair[frozenset[str]]:
    """Return the words of an entry on both sides."""
    return Pair(
        *(
            frozenset(form for place in places for form in word_forms(place.words(article)))
            for article, places in zip(context.articles, entry.places, strict=True)
        )
    )


def _ends_in(source: Entry, hedge: Entry) -> bool:
    """Return whether a source that only one side names ends with the verb of a hedge: 'who |claims| to be'."""
    if source.change is not hedge.change or source.change not in (Change.GONE, Change.NEW):
        return False
    own, other = (source.left or source.right)[-1], (hedge.left or hedge.right)[0]
    return own.paragraph == other.paragraph and own.start <= other.start < own.end <= other.end


def _is_inside(entry: Entry, other: Entry) -> bool:
    """Return whether all places of an entry are inside those of another one."""
    return all(
        any(_holds(whole, place) for whole in there)
        for own, there in zip(entry.places, other.places, strict=True)
        for place in own
    )


def _holds(whole: Place, part: Place) -> bool:
    return whole.paragraph == part.paragraph and whole.start <= part.start and part.end <= whole.end
