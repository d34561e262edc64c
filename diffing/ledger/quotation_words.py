"""What became of the words inside the marks of a quotation that both texts have.

    “We came, and we saw.”  |  “We came.”              trimmed: nothing was changed, the end is not there
    “We came and saw.”      |  “We came and looked.”   reworded: saw > looked

A cut at an end, of whole sentences or where an ellipsis owns up to it is trimming. A cut in the middle of a sentence
is a change of words: the marks say that these were spoken one after the other.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from diffing.function_words import FUNCTION_WORDS
from diffing.ledger.entries import Change
from diffing.model import Op, Pair, Span
from diffing.wording import compare_words
from diffing.words import word_forms

# Changes with no more than so many words between are told as one: 'allies of Vladimir Putin in Latin America, who'.
_JOINED_ACROSS = 3
_MOST_TOLD = 4
# Longer texts are told by their ends, in characters.
_LONGEST_TOLD = 80
_SENTENCE_END = ".!?…。！？"
_WORD = re.compile(r"\w")
_OWNED_UP = re.compile(r"…|\.{3}|\. \. \.|\[")


class Around(NamedTuple):
    """The text before the opening mark and behind the closing one."""

    before: str
    behind: str


@dataclass(frozen=True, slots=True)
class Difference:
    """Whether the words were trimmed or changed, and which: 'saw > looked'."""

    change: Change
    note: str


class _Part(NamedTuple):
    """Both texts from start to end, where they differ."""

    left_start: int
    left_end: int
    right_start: int
    right_end: int

    def covers(self, other: "_Part") -> bool:
        """Whether another part is in this one."""
        return self.left_start <= other.left_start <= other.left_end <= self.left_end and (
            self.right_start <= other.right_start <= other.right_end <= self.right_end
        )


def difference(texts: Pair[str], around: Pair[Around], is_closed: Pair[bool]) -> Difference | None:
    """What became of the words between the marks, none if nothing that counts.

    The end of an unclosed quotation is not known, so what only it has at its end does not count.
    """
    parts = [
        part
        for part in _differing(compare_words(texts.left, texts.right))
        if not _is_nothing(part, texts, around, is_closed)
    ]
    if not parts:
        return None
    changed = [part for part in parts if not _is_trimmed(part, texts)]
    if changed:
        joined = [part for part in _joined(parts, texts) if any(part.covers(one) for one in changed)]
        told = [_told(part, texts) for part in joined]
        more = [f"{len(told) - _MOST_TOLD} more"] if len(told) > _MOST_TOLD else []
        rest = [part for part in parts if not any(one.covers(part) for one in joined)]
        return Difference(Change.REWORDED, "; ".join([*told[:_MOST_TOLD], *more, *_ends(rest, texts)]))
    change = Change.REWORDED if _is_replaced(parts, texts) else Change.TRIMMED
    return Difference(change, "; ".join(_ends(parts, texts)))


def _ends(parts: list[_Part], texts: Pair[str]) -> Iterator[str]:
    """What one side has more: 'cut: if there is money'."""
    cut = [_short(_words(part, texts).left) for part in parts if _has_words(part, texts).left]
    added = [_short(_words(part, texts).right) for part in parts if _has_words(part, texts).right]
    for name, ends in (("cut", cut), ("added", added)):
        if ends:
            yield f"{name}: {'; '.join(ends[:_MOST_TOLD])}"


def _differing(spans: tuple[Span, ...]) -> Iterator[_Part]:
    """The parts with other words; sentences in another order are none: the marks do not say in which they came."""
    left = right = 0
    for span in spans:
        ends = _Part(left, left + len(span.left), right, right + len(span.right))
        left, right = ends.left_end, ends.right_end
        if span.op is Op.EQUAL and (span.move is None or (span.left or span.right).rstrip()[-1:] in _SENTENCE_END):
            continue
        if _WORD.search(span.left) or _WORD.search(span.right):
            yield ends


def _words(part: _Part, texts: Pair[str]) -> Pair[str]:
    return Pair(texts.left[part.left_start : part.left_end], texts.right[part.right_start : part.right_end])


def _has_words(part: _Part, texts: Pair[str]) -> Pair[bool]:
    return _words(part, texts).map(lambda text: _WORD.search(text) is not None)


def _is_nothing(part: _Part, texts: Pair[str], around: Pair[Around], is_closed: Pair[bool]) -> bool:
    """Whether a part says nothing: words in brackets, which nobody spoke, or words that the marks just leave out."""
    words, has_words = _words(part, texts), _has_words(part, texts)
    if any("[" in text for text in words) or _letters(words.left) == _letters(words.right):
        return True
    if has_words.left and has_words.right:
        return False
    if has_words.left:
        text, start, end, other, closed = texts.left, part.left_start, part.left_end, around.right, is_closed.left
    else:
        text, start, end, other, closed = texts.right, part.right_start, part.right_end, around.left, is_closed.right
    at_start, at_end = not _WORD.search(text[:start]), not _WORD.search(text[end:])
    if at_end and not closed:
        return True
    forms = word_forms(text[start:end])
    if not FUNCTION_WORDS.issuperset(forms):
        return False
    return (at_start and word_forms(other.before)[-len(forms) :] == forms) or (
        at_end and word_forms(other.behind)[: len(forms)] == forms
    )


def _letters(text: str) -> str:
    """A text by its letters: 'stand- alones', broken at the end of a line, is 'standalones'."""
    return "".join(word_forms(text))


def _is_trimmed(part: _Part, texts: Pair[str]) -> bool:
    words, has_words = _words(part, texts), _has_words(part, texts)
    if has_words.left and has_words.right:
        return False
    if has_words.left:
        text, start, end, other = texts.left, part.left_start, part.left_end, words.right
    else:
        text, start, end, other = texts.right, part.right_start, part.right_end, words.left
    before, cut, behind = text[:start].rstrip(), text[start:end].strip(), text[end:]
    return (
        not _WORD.search(before)
        or not _WORD.search(behind)
        or _OWNED_UP.search(other) is not None
        or (before[-1] in _SENTENCE_END and cut[-1] in _SENTENCE_END)
    )


def _is_replaced(parts: list[_Part], texts: Pair[str]) -> bool:
    """Whether sentences were put for others: cut on both sides, and not just at the ends.

    They were dead! They were hurt. We all saw it.  |  They were hurt. They were almost dead! We all saw it.
    """
    sides = [_has_words(part, texts) for part in parts]
    if not (any(side.left for side in sides) and any(side.right for side in sides)):
        return False
    return any(
        _WORD.search(texts.left[: part.left_start])
        and _WORD.search(texts.right[: part.right_start])
        and _WORD.search(texts.left[part.left_end :])
        and _WORD.search(texts.right[part.right_end :])
        for part in parts
    )


def _joined(parts: list[_Part], texts: Pair[str]) -> Iterator[_Part]:
    """Parts with those joined that stand close together, and words added to those that have none on one side."""
    joined = parts[:1]
    for before, part in pairwise(parts):
        between = texts.left[before.left_end : part.left_start]
        if len(word_forms(between)) <= _JOINED_ACROSS:
            joined[-1] = _Part(joined[-1].left_start, part.left_end, joined[-1].right_start, part.right_end)
        else:
            joined.append(part)
    for part in joined:
        yield part if all(_has_words(part, texts)) else _with_next_word(part, texts)


def _with_next_word(part: _Part, texts: Pair[str]) -> _Part:
    """A part with the word behind it, or else before it, so that one can see where words came in or went."""
    left, right = _next_word(texts.left, part.left_end), _next_word(texts.right, part.right_end)
    if left > part.left_end and right > part.right_end:
        return part._replace(left_end=left, right_end=right)
    return part


def _next_word(text: str, at: int) -> int:
    found = re.compile(r"\W*[^\s]*\w").match(text, at)
    return found.end() if found else at


def _told(part: _Part, texts: Pair[str]) -> str:
    words = _words(part, texts).map(_short)
    return f"{words.left} > {words.right}"


def _short(text: str) -> str:
    text = " ".join(text.split()).strip(",;: ").lstrip(".!? ")
    return (
        text
        if len(text) <= _LONGEST_TOLD
        else f"{text[: _LONGEST_TOLD // 2].rstrip()} … {text[-_LONGEST_TOLD // 2 :].lstrip()}"
    )
