"""Quotations of two linked paragraphs that are much shorter on one side.

    left   «Ми тричі просили кошти на заміну, але нам відмовили», — сказав Дзюба.     trimmed: 21 letters
    right  “We asked for the money,” Dziuba said.                                     are too few for 45

Languages break a quotation in their own ways, so all quotations of a paragraph are measured together. Words in marks
that may be a name or a term do not count.
"""

from collections.abc import Iterator, Sequence
from math import log, sqrt

from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.quotations.marks import marks_of
from diffing.ledger.translated.facts import places
from diffing.model import Article, Comparison, Pair, Place, Row
from diffing.translation.lengths import length_of

# Letters of the shortest words in marks that are speech.
_LEAST = 20
# Letters added to both lengths; and the variance of the logarithm of their ratio, as of the lengths of paragraphs.
_SLACK, _VARIANCE, _VARIANCE_OF_LETTER = 10, 0.004, 1.6
# Standard deviations, and a distance of the logarithms, up to which a translator is free.
_DEVIATIONS, _LEAST_DISTANCE = 2, 0.5


def changed_quotations(row: Row, comparison: Comparison, ratio: float) -> Iterator[Entry]:
    """Yield the entry of the quotations of a row that differ in length; `ratio` is usual for right to left."""
    texts = Pair(comparison.left.text(row.left), comparison.right.text(row.right))
    own, other = _speech(texts.left, _LEAST), _speech(texts.right, _LEAST)
    if not own and not other:
        return
    own, other = own or _speech(texts.left), other or _speech(texts.right)
    if not own or not other:
        return
    left = sum(length_of(texts.left[one.start : one.stop]) for one in own) * ratio
    right = sum(length_of(texts.right[one.start : one.stop]) for one in other)
    deviation = sqrt(_VARIANCE + 2 * _VARIANCE_OF_LETTER / (left + right))
    if abs(log((right + _SLACK) / (left + _SLACK))) > max(_LEAST_DISTANCE, _DEVIATIONS * deviation):
        yield Entry(
            Subject.QUOTATION,
            Change.TRIMMED,
            _places(comparison.left, row.left, own),
            _places(comparison.right, row.right, other),
            Location.SAME_PARAGRAPH,
        )


def _speech(text: str, least: float = 0) -> list[range]:
    """Return where a text has that many letters in marks; none if a mark is missing, for then the end is not known."""
    marks = marks_of(text)
    found = [range(one.start, one.end) for one in marks.closed if length_of(text[one.start : one.end]) >= least]
    return [] if marks.unclosed else found


def _places(article: Article, indices: Sequence[int], speech: Sequence[range]) -> tuple[Place, ...]:
    return tuple(place for one in speech for place in places(article, indices, one.start, one.stop))
