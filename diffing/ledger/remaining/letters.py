"""Find single letters and letters with a figure, in names and kinds, that alone were replaced.

left   |A.| Holt, hepatitis |A|      right   |B.| Holt, hepatitis |B|      A > B
left   John Holt |Jr.|               right   John Holt |Sr.|               Jr > Sr
left   Holt, |R-Ohio|, spoke         right   Holt, |D-Ohio|, spoke         R-Ohio > D-Ohio
left   an Airbus |A320|, the |M25|     right   an Airbus |A330|, the |M26|     A320 > A330

A name may lack such a letter, so that the names say nothing about it; another letter in its place names somebody else.
"""

from collections.abc import Iterator, Sequence

from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.core.sides import Side, sides
from diffing.ledger.remaining.kept_sentences import FOUR_FIFTHS, HALF, is_lightly_edited, remaining_changes
from diffing.model import Place
from diffing.patterns import lazy_pattern

# A capital, 'Jr' or 'Sr', or a capital before the same word: R-Ohio. In Cyrillic, too.
_LETTER = lazy_pattern(r"(?P<letter>[^\W\d_]|[JS]r)\.?(?P<rest>-\w+)?")
# Letters and a figure: B12, Covid-19, A320neo. A figure before letters is a number: 5G.
_WITH_FIGURE = lazy_pattern(r"[^\W\d_]{1,6}-?\d{1,4}[^\W\d_]{0,3}")
_LONGEST = 30
_NAMED_BY_FIGURE = "1"


def letter_entries(context: LedgerContext, found: Sequence[Entry]) -> Iterator[Entry]:
    """Yield the entries of single letters that replace another one, without those that the entries `found` have."""
    both = sides(context)
    for change in remaining_changes(context, found, HALF if is_lightly_edited(context) else FOUR_FIFTHS):
        left, right = map(_letter, both, change.places, change.sentences)
        if left and right and left[0] != right[0] and left[1] == right[1]:
            own, other = change.places
            yield Entry(Subject.NAME, Change.CHANGED, (own,), (other,), Location.SAME_PLACE)


def _letter(side: Side, place: Place, sentence: Place) -> tuple[str, str] | None:
    """Return the letter at a place and the word that it is joined to, a sign for letters with a figure, or None.

    A word of one letter, such as 'A' or 'I', opens a sentence without a full stop behind it.
    """
    if not 0 < place.end - place.start <= _LONGEST:
        return None
    text = side.texts[place.paragraph].text
    if text[place.start].isupper() and _WITH_FIGURE.fullmatch(text, place.start, place.end):
        return place.words(side.own).replace("-", ""), _NAMED_BY_FIGURE
    match = _LETTER.fullmatch(text, place.start, place.end)
    if match is None or not match["letter"][0].isupper():
        return None
    is_opening = place.start == sentence.start and text[match.end("letter") : match.end("letter") + 1] not in (".", "-")
    return None if is_opening else (match["letter"], match["rest"] or "")
