"""Find figures and dates that exchanged their places in an otherwise equal sentence.

left   Velm won |12| seats, Ordan |30|.      right   Velm won |30| seats, Ordan |12|.      12 > 30, 30 > 12

Both articles have both figures, so that none of them is gone or new; but each says something else now.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.core.sides import Side, sides
from diffing.ledger.dates.extract import Dated, dates
from diffing.ledger.language.lexicon import Lexicon, code_of
from diffing.ledger.meaning.sentence_changes import SentenceChange
from diffing.ledger.numbers.extract import Quantity, quantities
from diffing.ledger.numbers.number_words import number_words
from diffing.ledger.remaining.kept_sentences import remaining_changes
from diffing.model import Pair, Place
from diffing.text.reading import ReadText


class _Swap(NamedTuple):
    """A figure or date in the place of another one: the entry, and the values on the left and on the right."""

    entry: Entry
    left: object
    right: object


def exchanged_entries(context: LedgerContext, found: Sequence[Entry]) -> Iterator[Entry]:
    """Yield the entries of figures and dates that exchanged their places, without those that are in `found`."""
    both = sides(context)
    if both.left.language != both.right.language:
        return
    swaps: defaultdict[Pair[Place], list[_Swap]] = defaultdict(list)
    for change in remaining_changes(context, found):
        swap = _swap(Subject.DATE, change, both, dates) or _swap(Subject.NUMBER, change, both, numbers_of)
        if swap is not None:
            swaps[change.sentences].append(swap)
    for sentence in swaps.values():
        for swap in sentence:
            if any((swap.left, swap.right) == (other.right, other.left) for other in sentence):
                yield swap.entry


def numbers_of(text: ReadText, lexicon: Lexicon) -> tuple[Quantity, ...]:
    """Return the numbers of a text; the decimal separator is that of the language."""
    words = number_words(code_of(lexicon))
    return tuple(quantities(text, words, words.decimal))


def _swap(
    subject: Subject,
    change: SentenceChange,
    both: Pair[Side],
    read: Callable[[ReadText, Lexicon], Sequence[Quantity] | Sequence[Dated]],
) -> _Swap | None:
    """Return the swap of a change that lies within one number or date on each side, if these differ."""
    places: list[Place] = []
    values: list[object] = []
    for side, place in zip(both, change.places, strict=True):
        found = side.extract(read, side.texts[place.paragraph])
        around = next((one for one in found if one.start <= place.start < place.end <= one.end), None)
        if around is None:
            return None
        places.append(Place(place.paragraph, around.start, around.end))
        values.append(around.moment if isinstance(around, Dated) else (around.low, around.high, around.unit))
    if values[0] == values[1]:
        return None
    entry = Entry(subject, Change.CHANGED, (places[0],), (places[1],), Location.SAME_PLACE)
    return _Swap(entry, *values)
