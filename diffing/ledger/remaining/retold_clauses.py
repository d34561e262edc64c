"""Leave out clauses that tell a fact of the other side in other words.

left   |Six policemen were slightly hurt|.     right   |Half a dozen officers suffered minor injuries|.
left   |It is not clear| if it can be saved.   right   |Whether it can be restored is uncertain|.

Each would be content that only one side has. That both have the same number there, in words that differ, or call
something unknown, shows that they tell the same.
"""

from collections.abc import Iterable, Iterator, Sequence

from diffing.ledger.content.stems import content_stems, text_of
from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.details import Extent
from diffing.ledger.core.model import Entry, Subject
from diffing.ledger.core.sides import Side, sides
from diffing.ledger.meaning.turn_words import turns_in
from diffing.ledger.numbers.extract import Quantity, numbers_of
from diffing.model import Place
from diffing.patterns import lazy_pattern

# A longer clause, in content words, tells more than the fact.
_MOST_WORDS = 8
# Smaller numbers stand in many sentences.
_LEAST = 3
# The group and class of words that call something unknown.
_UNKNOWN = ("knowledge", "unknown")
# So many numbers of a clause together are those of its fact, in whatever paragraph.
_TELLING = 2
# An age in figures, before what may stand behind it.
_FIGURE = lazy_pattern(r"\d\d")
_FACTS = (Subject.NUMBER, Subject.DATE, Subject.NAME, Subject.QUOTATION)


def without_retold(context: LedgerContext, entries: Iterable[Entry]) -> Iterator[Entry]:
    """Yield the entries without those of short clauses whose facts the other side has in other words."""
    both = sides(context)
    entries = list(entries)
    facts = [entry for entry in entries if entry.subject in _FACTS]
    for entry in entries:
        if entry.subject is Subject.CONTENT and isinstance(entry.detail, Extent) and not entry.detail.is_whole:
            (side, other), places = (both, entry.left) if entry.left else (both.swapped(), entry.right)
            if (
                len(places) == 1
                and not _holds_any(places[0], facts, side)
                and (_is_retold(places[0], side, other) or _is_open_too(places[0], side, other))
            ):
                continue
        yield entry


def _holds_any(place: Place, facts: Iterable[Entry], side: Side) -> bool:
    """Return whether a clause has words of an entry of a fact."""
    return any(one.overlaps(place) for fact in facts for one in (fact.left if side.is_left else fact.right))


def _is_retold(place: Place, side: Side, other: Side) -> bool:
    own = [one for one in side.extract(numbers_of, side.texts[place.paragraph]) if _is_inside(one, place)]
    own = [one for one in own if not one.weak and one.low >= _LEAST]
    written = [(one, side.texts[place.paragraph].text[one.start : one.end]) for one in own]
    if not own or len(content_stems(text_of(side, place), side.lexicon)) > _MOST_WORDS:
        return False
    # Two numbers are hardly those of another fact, wherever a paragraph has both: 'by 31 votes to 24'.
    paragraphs = [side.opposite(place)]
    if len(own) >= _TELLING:
        paragraphs += [(at,) for at in other.story]
    return any(_have_all(written, other, indices) for indices in paragraphs)


def _have_all(own: Sequence[tuple[Quantity, str]], other: Side, indices: Iterable[int]) -> bool:
    """Return whether some paragraphs of the other side have all of some numbers, in words of their own."""
    there = [
        (one, other.texts[at].text[one.start : one.end])
        for at in indices
        for one in other.extract(numbers_of, other.texts[at])
        if not other.is_equal(Place(at, one.start, one.end))
    ]
    return all(any(_are_same(one, found) for found in there) for one in own)


def _are_same(one: tuple[Quantity, str], other: tuple[Quantity, str]) -> bool:
    """Return whether two numbers say the same; an age may have no unit: 'a |52-year-old|', 'who is |52|'."""
    (own, written), (there, words) = one, other
    if value_of(own) == value_of(there):
        return True
    figures = [found[0] if (found := _FIGURE.match(text)) else "" for text in (written, words)]
    return bool(figures[0]) and figures[0] == figures[1] and figures[0] in (written, words)


def _is_open_too(place: Place, side: Side, other: Side) -> bool:
    """Return whether a short clause calls something unknown, and the other side leaves something open in its place."""
    if len(content_stems(text_of(side, place), side.lexicon)) > _MOST_WORDS:
        return False
    own = any(
        (turn.group, turn.sense) == _UNKNOWN and place.start <= turn.start < place.end
        for turn in turns_in(side, side.texts[place.paragraph])
    )
    return own and any(
        turn.group == _UNKNOWN[0] and not other.is_equal(Place(at, turn.start, turn.end))
        for at in side.opposite(place)
        for turn in turns_in(other, other.texts[at])
    )


def _is_inside(one: Quantity, place: Place) -> bool:
    return place.start <= one.start and one.end <= place.end


def value_of(one: Quantity) -> tuple[object, ...]:
    """Return what two numbers have in common that say the same."""
    return one.low, one.high, one.kind, one.unit
