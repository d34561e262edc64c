"""Tell whole sentences that only one side has, with nothing in their place on the other side.

left   The quay is wet. |The mayor is under investigation.| It closes on Monday.
right  The quay is wet. It closes on Monday.

Where the words of a paragraph are changed, few of them may only be said in another way. Such a sentence was cut, or is
new, so fewer words are enough.
"""

from diffing.ledger.core.sides import Side
from diffing.model import Kind, Place

LEAST = 2
"""Content words of a sentence that says something: 'The company disputes this.'"""


def is_left_out(side: Side, place: Place) -> bool:
    """Return whether a place is whole sentences that the other side lacks, in a paragraph kept or reworded."""
    return (
        side.row(place).kind in (Kind.EDITED, Kind.PARAPHRASED)
        and _is_whole_sentences(side, place)
        and not side.has_words_in_place(place)
    )


def _is_whole_sentences(side: Side, place: Place) -> bool:
    """Return whether the sentences that a place touches have no word outside of it."""
    text = side.texts[place.paragraph]
    touched = [one for one in text.sentences if one.start < place.end and place.start < one.end]
    if not touched:
        return False
    beside = text.text[touched[0].start : place.start] + text.text[place.end : touched[-1].end]
    return not any(map(str.isalnum, beside))
