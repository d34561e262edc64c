"""Tell whole sentences that only one side has, with nothing in their place on the other side.

left   The quay is wet. |The mayor is under investigation.| It closes on Monday.
right  The quay is wet. It closes on Monday.

Where the words of a paragraph are changed, few of them may only be said in another way. Such a sentence was cut, or is
new, so fewer words are enough.

left   The cause is unclear. |The union met the owner.|        right   Police know of no cause, or it is unclear.

Where all of a paragraph is rewritten, such a sentence has nothing of what stands for the paragraph.
"""

from collections.abc import Iterable, Mapping, Sequence

from diffing.ledger.content.stems import content_stems
from diffing.ledger.core.sides import Side
from diffing.model import Kind, Place
from diffing.patterns import lazy_pattern
from diffing.text.reading import ReadText

LEAST = 2
"""Content words of a sentence that says something: 'The company disputes this.'"""
LEAST_CONTENT = 3
"""Content words that a paragraph, sentence or clause needs to have content of its own.

For clauses, 5 instead of 3 lost four hundredths of the changes that mislead (45 labelled pairs), and spared one
hundredth of entries about nothing.
"""
# The share of the words of a sentence in a rewritten paragraph that what stands for the paragraph may have.
_MOST_SHARED = 0.2
_DIGIT = lazy_pattern(r"\d")


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


def sentences_left_out(side: Side, indices: tuple[int, ...], opposite: tuple[int, ...]) -> Sequence[Place]:
    """Return the sentences of paragraphs that share next to nothing with the paragraphs that stand for them.

    Without them, both must be nearer in length, and the other sentences must have half of the words of each
    sentence there: a sentence without a counterpart may say the same in other words.
    """
    own, there = _sentence_stems(side, side.texts, indices), _sentence_stems(side, side.other_texts, opposite)
    known = frozenset[str]().union(*there.values())
    found = [place for place, stems in own.items() if len(stems) >= LEAST_CONTENT and _is_strange(stems, known)]
    surplus = _length(own) - _length(there)
    if not found or 2 * surplus <= _length(found):
        return ()
    rest = frozenset[str]().union(*(stems for place, stems in own.items() if place not in found))
    return found if all(2 * len(stems & rest) >= len(stems) for stems in there.values()) else ()


def _length(places: Iterable[Place]) -> int:
    """Return the number of characters at some places."""
    return sum(place.end - place.start for place in places)


def _is_strange(stems: frozenset[str], known: frozenset[str]) -> bool:
    """Return whether stems have no number and next to nothing of the known ones."""
    shared = stems & known
    return len(shared) <= _MOST_SHARED * len(stems) and not any(map(_DIGIT.search, shared))


def _sentence_stems(side: Side, texts: Sequence[ReadText], indices: Iterable[int]) -> Mapping[Place, frozenset[str]]:
    """Return the stems of each sentence of some paragraphs, by its place without a stop."""
    return {
        Place(index, start, start + len(part.text.rstrip(" ."))): side.extract(content_stems, part)
        for index in indices
        for (start, _), part in zip(texts[index].sentences, texts[index].parts, strict=True)
    }
