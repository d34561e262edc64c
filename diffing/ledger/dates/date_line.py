"""The date line of an article: the day of the article itself.

PARIS, March 6, 2022 (Reuters) - Officials said ...
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from diffing.ledger.dates.glosses import Dated
from diffing.patterns import lazy_pattern
from diffing.text.reading import ReadText

# A date line is in one of the first paragraphs.
_FIRST_PARAGRAPHS = 4
# Greatest length, in characters, of the text before the date, such as a place or 'Updated': 'PARIS, March 6 (Reuters)',
# 'date 2022-03-06 Senior officials ...'.
_BEFORE_LINE = 30
# The characters of a paragraph in which the date line is looked up.
_LINE = 100


class DateLine(NamedTuple):
    """The date line of an article: its place, and its day, None if the day is incomplete or ambiguous."""

    paragraph: int
    dated: Dated
    day: date | None


def date_line(texts: Sequence[ReadText], read: Callable[[ReadText], Sequence[Dated]]) -> DateLine | None:
    """Return the date line in the paragraphs of an article, None without one that states a day.

    `read` returns the dates of a text.
    """
    for paragraph, text in enumerate(texts[:_FIRST_PARAGRAPHS]):
        # Few paragraphs begin with a date, and only their beginnings are read by themselves.
        if not any(dated.start < _LINE for dated in read(text)):
            continue
        dated_words = read(text.part(0, _LINE))
        first = next((dated for dated in dated_words if dated.moment.is_explicit and dated.moment.day), None)
        if first is None or not _is_line(text.text, first):
            continue
        moment = first.moment
        if moment.unit == "day" and moment.month is not None and moment.day is not None:
            is_sure = moment.year is not None and not moment.is_swappable
            day = date(moment.year, moment.month, moment.day) if is_sure and moment.year else None
            return DateLine(paragraph, first, day)
    return None


_WORD = lazy_pattern(r"[^\W\d_]{2,}")
# Greatest number of words before the date: a place or a word such as 'Updated', but not a sentence.
_MOST_WORDS_BEFORE = 4
_ISO = lazy_pattern(r"\d{4}-\d\d-\d\d")
# The separator between a date line and the story: 'PARIS, March 6 (Reuters) - '.
_PARTING = lazy_pattern(r" ?[-\u2013\u2014:|(/]")
_CAPITAL = lazy_pattern(r"[^\w]*[^\W\d_a-z]")


def _is_line(text: str, dated: Dated) -> bool:
    """Return whether a date is its whole paragraph except for a few words, or stands before the first sentence."""
    before, behind = text[: dated.start].strip(), text[dated.end :].removeprefix(")").rstrip()
    words = _WORD.findall(before)
    if len(before) > _BEFORE_LINE or len(words) > _MOST_WORDS_BEFORE:
        return False
    if not behind:
        return True
    is_parted = bool(_PARTING.match(behind))
    follows_sentence = bool(behind.startswith(" ") and _CAPITAL.match(behind)) and dated.moment.year is not None
    is_label = before.endswith((",", ":", "(", "|")) or all(word.isupper() for word in words)
    if is_label or _ISO.match(text, dated.start):
        return is_parted or follows_sentence
    return False
