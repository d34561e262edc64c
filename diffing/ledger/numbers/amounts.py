"""A number of a text with its magnitude and unit.

    $1.5bn   a dozen   5 km   96 per cent   12th   half of   several

A number joined to a letter that is not a unit is a name: 3D, 5G.
"""

import re
from fractions import Fraction
from typing import NamedTuple

from diffing.ledger.numbers.figures import FRACTIONS, value_of
from diffing.ledger.numbers.number_words import JOINED, MYRIADS, SYMBOLS, NumberWords
from diffing.ledger.numbers.spelled_out import read_words
from diffing.text.folding import FoldedText

COUNT, PERCENT, POINTS, ORDINAL, TIMES, MONEY, DURATION = (
    "count",
    "percent",
    "points",
    "ordinal",
    "times",
    "money",
    "duration",
)
"""Kinds of numbers, besides the measures of a lexicon (length, weight, ...)."""

_LENGTH = "length"
_HUNDRED = 100


class Amount(NamedTuple):
    """A number at `start`..`end` of a folded text; `low` and `high` differ in vague numbers ('several') and ranges.

    `kind` is the kind of number, such as money. `unit` is a currency or a scale of temperature; other units are given
    as `scale`, the size of one in the base unit of the kind. `magnitude` is the factor of words such as 'million'; the
    values include it.
    """

    start: int
    end: int
    low: Fraction
    high: Fraction
    kind: str = COUNT
    unit: str = ""
    scale: Fraction = Fraction(1)
    magnitude: int = 1
    is_word: bool = False
    is_vague: bool = False

    @property
    def is_plain(self) -> bool:
        """True if this is a bare number, without kind, magnitude or range."""
        return self.kind == COUNT and self.magnitude == 1 and self.low == self.high and not self.is_vague


class Reader(NamedTuple):
    """The text in which numbers are read, with its folded form, the words of its language and its decimal separator."""

    text: str
    form: FoldedText
    words: NumberWords
    decimal: str

    @property
    def has_one_case(self) -> bool:
        """True if all letters are small or all are capitals, so that case does not distinguish words."""
        return self.text.isupper() or self.text.islower()

    def shown(self, offset: int) -> str:
        """Return the character of the text at an offset of its folded form."""
        return self.text[self.form.place(0, offset, offset + 1).start]


def amount(match: re.Match[str], reader: Reader) -> Amount | None:
    """Return the number that a match of `NumberWords.number` contains, None if it is not a number after all."""
    words = reader.words
    start, end = match.span()
    if match["vague"]:
        least, most = words.vague[match["vague"]]
        return Amount(start, end, Fraction(least), Fraction(most), is_vague=True)
    if match["part"]:
        if _is_ordinal(match, words):
            word = match["part"].split()[-1]
            value = Fraction(words.ordinals[word])
            return Amount(end - len(word), end, value, value, ORDINAL, is_word=True)
        share = words.parts[match["part"]] * _HUNDRED
        return Amount(start, end, share, share, PERCENT, is_word=True)
    if match["span"]:
        seconds = words.spans[match["span"]]
        return Amount(start, end, seconds, seconds, DURATION, is_word=True)
    if match["times"]:
        times = Fraction(words.times[match["times"]])
        return Amount(start, end, times, times, TIMES, is_word=True)
    if match["words"]:
        worded = read_words(match, words)
        if worded is None or match.string[start : worded.end] in words.articles:
            # In 'un homme' the word for one is an article.
            return None
        if worded.is_ordinal:
            return Amount(start, worded.end, worded.value, worded.value, ORDINAL, is_word=True)
        read = Amount(start, worded.end, worded.value, worded.value, magnitude=worded.magnitude, is_word=True)
        return _with_unit(read, reader)
    symbol = SYMBOLS[match["symbol"]] if match["symbol"] else ""
    return _of_figure(start, match["figure"], match.end("figure"), symbol, reader)


def _is_ordinal(match: re.Match[str], words: NumberWords) -> bool:
    """Return whether 'a fifth' is an ordinal and not a part of a whole: 'a fifth man', but 'by a fifth in May'."""
    if match["part"].split()[-1] not in words.ordinals:
        return False
    behind = _WORD.match(match.string, match.end())
    return behind is not None and behind[1] not in words.no_noun and behind[1] not in words.not_counted


def amount_behind(offset: int, reader: Reader) -> Amount | None:
    """Return the number that begins at an offset of the folded text, possibly after a hyphen; None without one."""
    match = reader.words.number_behind.match(reader.form.text, offset)
    return amount(match, reader) if match else None


def _of_figure(start: int, figure: str, end: int, symbol: str, reader: Reader) -> Amount | None:
    """Return the number of a figure with an optional currency sign before it, None if it is a name or a date."""
    if " " in figure and not _may_be_spaced(figure, end, reader):
        whole = figure.partition(" ")[0]
        figure, end = whole, end - len(figure) + len(whole)
    value = value_of(figure, reader.decimal)
    if over := _OVER.match(reader.form.text, end):
        # '3/4' is a fraction; '24/7' and '9/11' are names.
        end = over.end()
        value = value / int(over[1]) if value and value < int(over[1]) <= _LARGEST_PART else None
    if value is None:
        return None
    return _with_unit(Amount(start, end, value, value, MONEY if symbol else COUNT, symbol), reader)


_OVER = re.compile(r"/(\d{1,4})(?![\d/])")
# The largest denominator of a fraction: 3/4, 7/10. In 30/12 the second figure may be, for example, a month.
_LARGEST_PART = 10
_WORD_BEFORE = re.compile(r"([^\W\d_]+) $")
# The characters before a figure in which the word before it is looked up.
_LONGEST_WORD = 30
_NARROW_SPACES = "\xa0\u2009\u202f"


def _may_be_spaced(figure: str, end: int, reader: Reader) -> bool:
    """Return whether the spaces within a figure separate thousands: in 'Room 12 345 people' they do not."""
    if figure.count(" ") > 1 or " " in reader.words.groups or figure[-1] in FRACTIONS:
        return True
    first = end - len(figure)
    _, start, end = reader.form.place(0, first, end)
    if any(space in reader.text[start:end] for space in _NARROW_SPACES):
        return True
    before = _WORD_BEFORE.search(reader.form.text, max(0, first - _LONGEST_WORD), first)
    is_name = before is not None and (before[1] in reader.words.labels or reader.shown(before.start(1)).isupper())
    return not is_name


def _with_unit(read: Amount, reader: Reader) -> Amount | None:
    """Return a number with the magnitude and the unit that follow it, None if it is joined to a letter (3D)."""
    words, text = reader.words, reader.form.text
    value, end, magnitude = read.low, read.end, 1
    if more := words.half_more.match(text, end):
        # 'Two and a half' is 2.5, 'a million and a half' 1.5 million.
        magnitudes = (each for each in words.magnitudes.values() if read.is_word and value and value % each == 0)
        value, end = value + Fraction(max(magnitudes, default=1), 2), more.end()
    while more := words.magnitude.match(text, end):
        if more["short"] and (magnitude > 1 or not _is_magnitude(more, read, words)):
            break
        if more["myriad"]:
            magnitude *= MYRIADS[more["myriad"]]
        else:
            magnitude *= words.magnitudes[more["long"]] if more["long"] else words.short_magnitudes[more["short"]]
        end = more.end()
        if magnitude > _LARGEST_MAGNITUDE:
            break
    value *= magnitude
    read = read._replace(end=end, low=value, high=value, magnitude=read.magnitude * magnitude)
    unit = words.unit.match(text, end)
    with_unit = _of_unit(read, unit, reader) if unit is not None else None
    if with_unit is None and _METRES.match(text, end) and (reader.shown(end) == "m" or reader.has_one_case):
        with_unit = read._replace(end=end + 1, kind=_LENGTH)
    read = with_unit or read
    if read.is_plain and not read.is_word and _is_age(read, text):
        read = read._replace(kind=DURATION, scale=_YEAR)
    return None if text[read.end - 1].isalnum() and _JOINED.match(text, read.end) else read


_JOINED = re.compile(JOINED)


# The greatest age, in years.
_OLDEST = 120
# The seconds of a Julian year: 365.25 days.
_YEAR = Fraction(31_557_600)
_BEFORE_AGE = re.compile(r"[^\W\d_], $")
_BEFORE_AGE_LENGTH = 3
_BEHIND_AGE = (",", ".", ";", ")")


def _is_age(read: Amount, text: str) -> bool:
    """Return whether a figure stands after a word and between commas, as an age does: 'Ruiz, 28, said'."""
    before = text[max(0, read.start - _BEFORE_AGE_LENGTH) : read.start]
    is_apart = _BEFORE_AGE.search(before) is not None and text.startswith(_BEHIND_AGE, read.end)
    return is_apart and 0 < read.low <= _OLDEST


# A larger magnitude is a mistake. The limit bounds a series such as 'million million million ...'.
_LARGEST_MAGNITUDE = 10**15
_METRES = re.compile(r"m(?!\w)")
_WORD = re.compile(r"[ -]([^\W\d_]+)")


def _is_magnitude(short: re.Match[str], read: Amount, words: NumberWords) -> bool:
    """Return whether a short form is a magnitude: '3.4m people' are millions, '5m tall' and 'a 5m wall' metres."""
    if read.is_word:
        return False
    if read.kind == MONEY:
        return True
    if short["short"] in ("b", "k") or short[0].startswith(" "):
        return len(short["short"]) > 1
    if short["short"] == "m":
        behind = _WORD.match(short.string, short.end())
        return behind is not None and (
            behind[1].endswith("s") or behind[1] in words.nouns or behind[1] in words.measures
        )
    return True


# 'Pounds' are money, or a weight after a verb such as 'weighs'.
_STERLING, _POUND = "GBP", "lb"


# The characters before a number in which such a verb is looked up.
_WEIGHING = 40


def _is_weighed(read: Amount, reader: Reader) -> bool:
    """Return whether a verb before a number says that it is a weight."""
    return reader.words.weighing.search(reader.form.text, max(0, read.start - _WEIGHING), read.start) is not None


# The seconds of an hour, and its minutes.
_HOUR = Fraction(3600)
_MINUTES = 60


def _of_unit(read: Amount, unit: re.Match[str], reader: Reader) -> Amount | None:
    """Return a number with the unit that follows it, None if the match is not a unit of this number."""
    end = unit.end()
    if unit["minutes"]:
        hours = read.low + Fraction(int(unit["minutes"]), _MINUTES)
        return read._replace(end=end, low=hours, high=hours, kind=DURATION, scale=_HOUR)
    if unit["ordinal"]:
        return read._replace(end=end, kind=ORDINAL)
    if unit["points"]:
        return read._replace(end=end, kind=POINTS)
    if unit["percent"]:
        return read._replace(end=end, kind=PERCENT)
    if unit["symbol"]:
        return None if read.kind == MONEY else read._replace(end=end, kind=MONEY, unit=SYMBOLS[unit["symbol"]])
    word = unit["measure"]
    if len(word) == 1 and word.isalpha():
        # '30C' and '5g' are measures; 'Plan 5 C', '30c' and '5G' are not.
        letter = reader.shown(unit.start("measure"))
        has_case = letter == (word.upper() if word in "cf" else word) or reader.has_one_case
        if word in "cfg" and (not has_case or len(unit[0]) > 1):
            return None
    kind, of = reader.words.measures[word]
    if of == _STERLING and read.kind == COUNT and _is_weighed(read, reader):
        kind, of = reader.words.measures[_POUND]
    if read.kind == MONEY:
        return read._replace(end=end, unit=str(of) if read.unit in ("", of) else read.unit) if kind == MONEY else None
    if isinstance(of, str):
        return read._replace(end=end, kind=kind, unit=of)
    return read._replace(end=end, kind=kind, scale=of)
