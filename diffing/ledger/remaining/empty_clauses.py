"""Leave out clauses of linked rows that say nothing more: dates, changed facts, unnamed sources, verbs of saying.

left   Officials travelled on Saturday.                     right   |date 2031-03-06| Officials travelled on Saturday.
left   Gunmen killed 23 villagers.                          right   |At least 27 villagers were| killed by gunmen.
left   the quay will close, |said the mayor to reporters|   right   the quay will close. |So the mayor said.|
left   doctors |no longer give| it to children              right   children are still given it by doctors.
left   citing |unnamed people familiar with the matter|     right   citing people |unidentified and close to the topic|
"""

from collections.abc import Iterable, Iterator, Sequence

from diffing.ledger.attribution.sayings import sayings
from diffing.ledger.attribution.sources import hides_names
from diffing.ledger.attribution.stated import QUOTED
from diffing.ledger.content.left_out import LEAST, is_left_out
from diffing.ledger.content.stems import content_stems, text_of
from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.details import Extent
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.core.sides import Side, sides
from diffing.ledger.dates.extract import dates
from diffing.model import Place
from diffing.text.reading import ReadText

_FACTS = (Subject.NUMBER, Subject.DATE, Subject.NAME)
# Content words besides a date that make a clause worth reading.
_LEAST = 3
# Characters of a mark and a comma beside a quotation.
_MARKS = 2
# Content words of a clause that only says who says something: 'said the mayor at a news conference'.
_MOST_OF_VOICE = 4
# The class of the lexicon for verbs of saying without a judgement: 'disputed' tells something.
_NEUTRAL = "neutral"
# A clause with more content words says more than that its source has no name.
_MOST_OF_SOURCE = 6


def without_empty_clauses(context: LedgerContext, entries: Iterable[Entry]) -> Iterator[Entry]:
    """Yield the entries without those of clauses that tell nothing that the other side lacks."""
    both = sides(context)
    entries = list(entries)
    facts = [entry for entry in entries if _says_it(entry)]
    for entry in entries:
        is_clause = entry.subject is Subject.CONTENT and isinstance(entry.detail, Extent) and not entry.detail.is_whole
        places = entry.left or entry.right
        if not (
            is_clause and len(places) == 1 and _is_empty(both.left if entry.left else both.right, places[0], facts)
        ):
            yield entry


def _says_it(entry: Entry) -> bool:
    """Return whether the words of an entry need no entry of content.

    So it is with a changed fact, a quotation of one side, and a 'not' of one side: the other one states what it denies.
    """
    if entry.subject in (Subject.QUOTATION, Subject.NEGATION):
        return entry.change in (Change.GONE, Change.NEW)
    return entry.subject in _FACTS and entry.change is Change.CHANGED


def _is_empty(side: Side, place: Place, facts: Sequence[Entry]) -> bool:
    opposite = side.opposite(place)
    if not opposite:
        return False
    tells_little = _says_little if is_left_out(side, place) else _says_nothing_else
    if tells_little(side, place, facts):
        return True
    text = text_of(side, place)
    return (
        len(content_stems(text, side.lexicon)) <= _MOST_OF_SOURCE
        and side.extract(hides_names, text)
        and any(side.extract(hides_names, side.other_texts[at]) for at in opposite)
    )


def _says_nothing_else(side: Side, place: Place, facts: Sequence[Entry]) -> bool:
    """Return whether a clause says little besides dates and facts, or who says something as the other side does."""
    text = text_of(side, place)
    if len(content_stems(_without_dates(text, side), side.lexicon)) < _LEAST:
        return True
    if len(content_stems(_without_facts(place, side, facts), side.lexicon)) < _LEAST:
        return True
    stems = content_stems(text, side.lexicon)
    return (
        len(stems) <= _MOST_OF_VOICE and bool(side.extract(sayings, text)) and _have_voice(side, side.opposite(place))
    )


def _says_little(side: Side, place: Place, facts: Sequence[Entry]) -> bool:
    """Return whether a sentence that was cut, or is new, only says that somebody spoke: 'she said so to them'."""
    text = _without_dates(_without_facts(place, side, facts), side)
    verbs = [one for one in sayings(text, side.lexicon) if one.stance == _NEUTRAL]
    told = content_stems(ReadText(_outside(text.text, [(one.start, one.end) for one in verbs])), side.lexicon)
    return len(told) < LEAST + bool(verbs)


def _have_voice(side: Side, paragraphs: Iterable[int]) -> bool:
    """Return whether some paragraphs of the other side say who says something, outside of what their quotations say."""
    return any(side.extract(sayings, ReadText(QUOTED.sub(" ", side.other_texts[at].text))) for at in paragraphs)


def _without_dates(text: ReadText, side: Side) -> ReadText:
    dated = side.extract(dates, text)
    return ReadText(_outside(text.text, [(one.start, one.end) for one in dated])) if dated else text


def _without_facts(place: Place, side: Side, facts: Sequence[Entry]) -> ReadText:
    """Return the words at a place without the facts and quotations among them that have entries.

    The place of a quotation has marks that a clause may lack.
    """
    inside = sorted(
        (max(one.start, place.start) - place.start, min(one.end, place.end) - place.start)
        for fact in facts
        for one in (fact.left if side.is_left else fact.right)
        if one.paragraph == place.paragraph and place.start <= one.start + _MARKS and one.end <= place.end + _MARKS
    )
    return ReadText(_outside(place.words(side.own), inside))


def _outside(text: str, ranges: Iterable[tuple[int, int]]) -> str:
    """Return a text without some ranges, which rise."""
    kept, end = "", 0
    for start, stop in ranges:
        kept += text[end:start]
        end = max(end, stop)
    return kept + text[end:]
