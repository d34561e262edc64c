"""Leave out glosses of the editor inside a quotation: the speaker did not say them.

left   “The fund |[of the port]| is empty,” said Holt.      right   “The fund is empty,” said Holt.      no entry
left   “The OHF |(Ombry Housing Fund)| is empty.”           right   “The OHF is empty.”                  no entry
"""

from collections.abc import Iterator, Sequence

from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.core.sides import Side, sides
from diffing.ledger.quotations.extract import quotations
from diffing.model import Place
from diffing.patterns import lazy_pattern

_GLOSS = lazy_pattern(r"\[[^\[\]]+\]|\([^()]+\)")


def without_glosses(context: LedgerContext, entries: Sequence[Entry]) -> Iterator[Entry]:
    """Yield the entries without those of content that is a gloss inside a quotation, and that only one side has."""
    both = sides(context)
    for entry in entries:
        side = both.left if entry.left else both.right
        is_lone = entry.subject is Subject.CONTENT and entry.change in (Change.GONE, Change.NEW)
        if not (is_lone and all(_is_gloss(side, place) for place in entry.left or entry.right)):
            yield entry


def _is_gloss(side: Side, place: Place) -> bool:
    """Return whether a place is inside brackets, and these are inside the marks of a quotation."""
    text = side.texts[place.paragraph].text
    if "[" not in text and "(" not in text:
        return False
    return any(
        gloss.start() <= place.start and place.end <= gloss.end() and _is_quoted(side, place)
        for gloss in _GLOSS.finditer(text)
    )


def _is_quoted(side: Side, place: Place) -> bool:
    """Return whether a place is inside the marks of a quotation."""
    return any(
        own.paragraph == place.paragraph and own.start <= place.start and place.end <= own.end
        for one in quotations(side.own, side.lexicon)
        for own in one.places
    )
