"""Exchanges: a deletion and an insertion at one place are one replacement, and are parted again where that matters.

    joined   [-Yes. ][+No. ]He said so.              ->   [Yes. →No. ]He said so.
    parted   [It rained all day. →The mayor left. ]  ->   [-It rained all day. ][+The mayor left. ]

In the spans of a row no deletion touches an insertion, so the spans have one order from either side. But two sentences
that share next to nothing do not reword each other: each of them may be content of its own, or stand elsewhere in the
other article. So what looks for such content takes the parted spans.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from diffing.model import Op, Pair, Span
from diffing.text.reading import ReadText
from diffing.text.sentences import Sentence
from diffing.text.tokens import tokens_of
from diffing.wording.phrases import CLAUSE_LENGTH, is_clause
from diffing.wording.sentence_alignment import REWORDED_FLOOR, bag, likeness

_ONE_SIDED = (Op.DELETE, Op.INSERT)

# Characters in which the mark at the end of a sentence is looked up, behind white space.
_LOOK_BACK = 4


def joined(spans: Iterable[Span]) -> Iterator[Span]:
    """Yield the spans, with deletions and insertions that touch as one replacement. Both texts stay the same."""
    for is_one_sided, run in groupby(spans, key=lambda span: span.op in _ONE_SIDED):
        parts = list(run)
        if not is_one_sided or len({part.op for part in parts}) == 1:
            yield from parts
        else:
            left, right = "".join(part.left for part in parts), "".join(part.right for part in parts)
            yield Span(Op.REPLACE, left, right, bounded=any(part.bounded for part in parts))


def parted(spans: Sequence[Span], left: ReadText, right: ReadText) -> Sequence[Span]:
    """Return the spans, with each exchange as a deletion and an insertion. `left` and `right` are the texts they spell.

    A replacement is an exchange if a clause stands against function words, or if one text is whole sentences and shares
    less with the other than reworded sentences do. A replacement of the whole texts is none, for the texts of a row
    correspond. The lesser text comes first, so that exchanged sides give exchanged spans.
    """
    if len(spans) == 1:
        return spans
    found: list[Span] = []
    starts = ends = Pair(0, 0)
    texts = Pair(left.text, right.text)
    sentences: Pair[Sequence[Sentence]] | None = None
    for span in spans:
        starts, ends = ends, Pair(ends.left + len(span.left), ends.right + len(span.right))
        if span.op is not Op.REPLACE:
            found.append(span)
            continue
        is_exchange = _is_beside(span.left, span.right)
        if not is_exchange and any(map(_may_be_whole, texts, starts, ends)):
            sentences = sentences or Pair(left.sentences, right.sentences)
            is_exchange = any(map(_is_whole, sentences, starts, ends)) and not _is_reworded(span)
        if is_exchange:
            parts = [Span(Op.DELETE, span.left, "", bounded=span.bounded)]
            parts.insert(span.left < span.right, Span(Op.INSERT, "", span.right, bounded=span.bounded))
            found += parts
        else:
            found.append(span)
    return found


def _is_beside(left: str, right: str) -> bool:
    """Return whether one text is a clause, and the other one function words and marks: it rewords nothing.

    after | when he, a former actor     ->   True
    """
    shorter, longer = sorted((left, right), key=len)
    if len(longer) - len(shorter) < CLAUSE_LENGTH:
        return False
    few = tokens_of(shorter)
    return not any(token.is_content for token in few) and is_clause(tokens_of(longer), few)


def _is_reworded(span: Span) -> bool:
    return likeness(bag(tokens_of(span.left)), bag(tokens_of(span.right))) >= REWORDED_FLOOR


def _may_be_whole(text: str, start: int, end: int) -> bool:
    """Return whether a range may be whole sentences, by the characters before its start and its end."""
    return _is_edge(text, start) and _is_edge(text, end)


def _is_edge(text: str, at: int) -> bool:
    """Return whether a sentence may end at an offset: at the end of the text, behind a mark, or beside a line feed."""
    before = text[max(0, at - _LOOK_BACK) : at].rstrip()
    return at >= len(text) or not before[-1:].isalnum() or "\n" in text[max(0, at - 1) : at + 1]


def _is_whole(sentences: Sequence[Sentence], start: int, end: int) -> bool:
    """Return whether a range begins where a sentence begins, and ends where one ends.

    White space may belong to a neighbour: one character more or less does not count.
    """
    first = bisect_left(sentences, start - 1, key=itemgetter(0))
    last = bisect_right(sentences, end + 1, key=itemgetter(1)) - 1
    return first <= last and sentences[first].start <= start + 1 and sentences[last].end >= end - 1
