"""Checks of words: which are changed, kept or set differently, and where spans end.

    kept = [["konnte", "konnte"]]   ->   "'konnte' is changed"

Each check yields one sentence for each expectation that is not met.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Any

from diffing.model import Op, Span
from tests.cases.outcome import Outcome, UnmetError

_ZERO_WIDTH_JOINER = "\u200d"
_KANA = re.compile("[\u3041-\u30ff]")


@dataclass(frozen=True)
class _Words:
    """An occurrence of words in a row: the spans that have a character of it."""

    spans: tuple[Span, ...]

    @property
    def differ(self) -> bool:
        return any(span.differs for span in self.spans)

    @property
    def are_typographic(self) -> bool:
        return not self.differ and any(span.typographic for span in self.spans)


def _occurrences(outcome: Outcome, words: str, *, is_left: bool) -> list[_Words]:
    found = []
    for row in outcome.comparison.rows:
        texts = [span.left if is_left else span.right for span in row.spans]
        cuts = [0, *accumulate(map(len, texts))]
        text = "".join(texts)
        # Words of scripts without spaces stand beside other letters.
        matches = list(re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)) or re.finditer(re.escape(words), text)
        for match in matches:
            inside = [
                span
                for span, (start, end) in zip(row.spans, pairwise(cuts), strict=True)
                if start < match.end() and end > match.start()
            ]
            found.append(_Words(tuple(inside)))
    if not found:
        raise UnmetError(f"nothing says {words!r} on the {'left' if is_left else 'right'}")
    return found


def _both_sides(outcome: Outcome, pairs: Any) -> Iterator[tuple[str, list[_Words]]]:
    for pair in pairs:
        for words, is_left in zip(pair, (True, False), strict=True):
            if words:
                yield words, _occurrences(outcome, words, is_left=is_left)


def changed(outcome: Outcome, pairs: Any) -> Iterator[str]:
    for words, found in _both_sides(outcome, pairs):
        if not any(occurrence.differ for occurrence in found):
            yield f"{words!r} counts as the same"


def typography(outcome: Outcome, pairs: Any) -> Iterator[str]:
    for words, found in _both_sides(outcome, pairs):
        if not any(occurrence.are_typographic for occurrence in found):
            yield f"{words!r} is {'changed' if any(one.differ for one in found) else 'equal without typography'}"


def kept(outcome: Outcome, pairs: Any) -> Iterator[str]:
    for words, found in _both_sides(outcome, pairs):
        if any(occurrence.differ for occurrence in found):
            yield f"{words!r} is changed"


def _core(text: str) -> str:
    return text.strip(" \n.,:;()[]")


def spans(outcome: Outcome, expected: Any) -> Iterator[str]:
    found = [
        [str(span.op), _core(span.left), _core(span.right)] for row in outcome.comparison.rows for span in row.spans
    ]
    for one in expected:
        if one not in found:
            yield f"no span {one} among {[span for span in found if span[0] != Op.EQUAL]}"


def no_torn_replacement(outcome: Outcome, _: Any) -> Iterator[str]:
    """Check that no insertion and deletion touch: words in each other's place are one replacement."""
    for row in outcome.comparison.rows:
        for before, after in pairwise(row.spans):
            if {before.op, after.op} == {Op.INSERT, Op.DELETE}:
                yield f"{before.op} {before.left + before.right!r} touches {after.op} {after.left + after.right!r}"


def no_islands(outcome: Outcome, _: Any) -> Iterator[str]:
    """Check that no single kana is kept between two replacements."""
    for row in outcome.comparison.rows:
        for before, span, after in zip(row.spans, row.spans[1:], row.spans[2:], strict=False):
            if before.op is Op.REPLACE is after.op and _KANA.fullmatch(span.left):
                yield f"{span.left!r} is kept between {before.left!r} and {after.left!r}"


def whole_letters(outcome: Outcome, _: Any) -> Iterator[str]:
    """Check that no place of an entry and no span begins or ends inside a letter with its marks."""
    for entry in outcome.entries:
        for article, places in zip(outcome.comparison.articles, (entry.left, entry.right), strict=True):
            for place in places:
                text = article.paragraphs[place.paragraph].text
                if any(_is_inside_letter(text, at) for at in (place.start, place.end)):
                    yield f"{outcome.said(entry)} cuts a letter"
    for row in outcome.comparison.rows:
        for before, after in pairwise(row.spans):
            for text, cut in (
                (before.left + after.left, len(before.left)),
                (before.right + after.right, len(before.right)),
            ):
                if _is_inside_letter(text, cut):
                    yield f"a span ends inside a letter of {text!r}"


def _is_inside_letter(text: str, at: int) -> bool:
    return 0 < at < len(text) and (
        unicodedata.category(text[at])[0] == "M" or _ZERO_WIDTH_JOINER in (text[at], text[at - 1])
    )
