"""Quotations of two linked paragraphs that are much shorter on one side.

    left   «Ми тричі просили кошти на заміну, але нам відмовили», — сказав Дзюба.     trimmed: 21 letters
    right  “We asked for the money,” Dziuba said.                                     are too few for 45

Quotations are paired in their order where both paragraphs have as many. Languages break a quotation in their own ways:
where one side has more, all quotations of a paragraph are measured together. Words in marks that may be a name or a
term do not count.
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
# The variance of the logarithm of the ratio of the lengths of two quotations, and a part for each letter of the longer
# one; and the standard deviations up to which a translator is free. Of 29 faithful quotations of 20 to 70 letters, one
# has 3.3 of them, all others less than 2.7. Half of 40 letters has 3.6, of 100 letters 4.8.
_VARIANCE, _VARIANCE_OF_LETTER, _DEVIATIONS = 0.01, 1.1, 3.4
# Where several quotations are measured together: letters added to both lengths, and the distance of their logarithms.
_SLACK, _DISTANCE = 10, 0.5


def changed_quotations(row: Row, comparison: Comparison, ratio: float) -> Iterator[Entry]:
    """Yield the entries of the quotations of a row that differ in length; `ratio` is usual for right to left."""
    texts = Pair(comparison.left.text(row.left), comparison.right.text(row.right))
    own, other = _speech(texts.left), _speech(texts.right)
    if not own or not other:
        return
    if len(own) == len(other):
        pairs = [([one], [there]) for one, there in zip(own, other, strict=True)]
    else:
        pairs = [(_long(own, texts.left), _long(other, texts.right))]
    for left, right in pairs:
        lengths = Pair(_length(texts.left, left or own) * ratio, _length(texts.right, right or other))
        if max(lengths) >= _LEAST and _are_unlike(lengths, is_single=len(left) == len(right) == 1):
            yield Entry(
                Subject.QUOTATION,
                Change.TRIMMED,
                _places(comparison.left, row.left, left or own),
                _places(comparison.right, row.right, right or other),
                Location.SAME_PARAGRAPH,
            )


def _are_unlike(lengths: Pair[float], *, is_single: bool) -> bool:
    """Return whether the lengths of quotations differ by more than translations do."""
    longest = max(lengths)
    if is_single and min(lengths) > 0:
        distance = abs(log(lengths.right / lengths.left))
        return distance > _DEVIATIONS * sqrt(_VARIANCE + _VARIANCE_OF_LETTER / longest)
    return abs(log((lengths.right + _SLACK) / (lengths.left + _SLACK))) > _DISTANCE


def _long(speech: Sequence[range], text: str) -> list[range]:
    return [one for one in speech if length_of(text[one.start : one.stop]) >= _LEAST]


def _length(text: str, speech: Sequence[range]) -> float:
    return sum(length_of(text[one.start : one.stop]) for one in speech)


def _speech(text: str) -> list[range]:
    """Return where a text has letters in marks; none if a mark is missing, for then the end is not known."""
    marks = marks_of(text)
    return [] if marks.unclosed else [range(one.start, one.end) for one in marks.closed]


def _places(article: Article, indices: Sequence[int], speech: Sequence[range]) -> tuple[Place, ...]:
    return tuple(place for one in speech for place in places(article, indices, one.start, one.stop))
