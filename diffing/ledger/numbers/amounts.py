"""A number of a text with its magnitude and unit.

$1.5bn   a dozen   5 km   96 per cent   12th   half of   several   1.5 × 10⁶ km
"""

import re
from fractions import Fraction

from diffing.ledger.numbers.figures import FRACTIONS, value_of
from diffing.ledger.numbers.han_numerals import is_ordinal, share_of
from diffing.ledger.numbers.number_patterns import CODES, SYMBOLS
from diffing.ledger.numbers.number_words import NumberWords
from diffing.ledger.numbers.spelled_out import read_words
from diffing.ledger.numbers.two_numbers import one_in
from diffing.ledger.numbers.units_behind import with_unit
from diffing.ledger.numbers.values import COUNT, DURATION, MONEY, ORDINAL, PERCENT, POINTS, TIMES, Amount, Reader
from diffing.patterns import lazy_pattern
from diffing.text.han_values import value_of_han

_HUNDRED = 100
_HALF = Fraction(1, 2)
# The bounds of 'a majority of', which is a share in per cent.
_MAJORITY = (50, 100)
_WORD = lazy_pattern(r"[ -]([^\W\d_]+)")


def amount(match: re.Match[str], reader: Reader) -> Amount | None:
    """Return the number that a match of `NumberWords.number` contains, None if it is not a number after all."""
    words = reader.words
    start, end = match.span()
    if match["vague"]:
        least, most = words.vague[match["vague"]]
        if (least, most) == _MAJORITY:
            return Amount(start, end, Fraction(least), Fraction(most), PERCENT, is_vague=True)
        return _of_times(Amount(start, end, Fraction(least), Fraction(most), is_vague=True), reader)
    if match["part"]:
        if _is_numbered(match, words):
            return None
        if (of_million := _of_magnitude(match, reader)) is not None:
            return of_million
        if _is_ordinal(match, words):
            word = match["part"].split()[-1]
            value = Fraction(words.ordinals[word])
            return Amount(end - len(word), end, value, value, ORDINAL, is_word=True)
        share = words.parts[match["part"]] * _HUNDRED
        return Amount(start, end, share, share, PERCENT, is_word=True)
    if match["span"]:
        seconds = words.spans[match["span"]]
        return Amount(start, end, seconds, seconds, DURATION, is_word=True)
    if match["part_points"]:
        points = words.part_points[match["part_points"]]
        return Amount(start, end, points, points, POINTS, is_word=True)
    if match["half_unit"]:
        return with_unit(Amount(start, end, _HALF, _HALF, is_word=True), reader)
    if match["mixed"]:
        value = words.mixed[match["mixed"]]
        return with_unit(Amount(start, end, value, value, is_word=True), reader)
    if match["times"]:
        times = words.times[match["times"]]
        return Amount(start, end, times, times, TIMES, is_word=True)
    if match["han"]:
        return _of_han(match["han"], start, end, reader)
    if match["words"]:
        worded = read_words(match, reader)
        if worded is None:
            return None
        if match.string[start : worded.end] in words.articles:
            # In 'un homme' the word for one is an article.
            return _one_in_every(start, worded.end, reader)
        if worded.is_ordinal:
            return Amount(start, worded.end, worded.value, worded.value, ORDINAL, is_word=True)
        read = Amount(start, worded.end, worded.value, worded.value, magnitude=worded.magnitude, is_word=True)
        return with_unit(read, reader)
    sign = COUNT, ""
    if match["symbol"]:
        sign = MONEY, SYMBOLS[match["symbol"]]
    elif match["code"] and reader.shown(start).isupper():
        sign = MONEY, CODES[match["code"]]
    elif match["code"]:
        # 'The czk 5 file' has no capital.
        start = match.start("figure")
    elif match["share"]:
        sign = PERCENT, ""
    figure = _of_figure(start, match["figure"], match.end("figure"), sign, reader)
    if figure is None or not match["larger"]:
        return figure
    magnitude = words.magnitudes[match["larger"]]
    return figure._replace(low=figure.low * magnitude, high=figure.high * magnitude, magnitude=magnitude)


# The wholes of a share behind a noun: 'un livre sur 12 pages' is none.
_WHOLES = frozenset({*range(2, 11), 20, 50, 100, 1000})


def _one_in_every(start: int, end: int, reader: Reader) -> Amount | None:
    """Return the share that begins with an article at `start`..`end`, une personne sur cinq; None without a share."""
    text = reader.form.text
    joint = reader.patterns.one_in_every.match(text, end)
    match = reader.patterns.number.match(text, joint.end()) if joint else None
    if match is None or (match["words"] and match["words"].split(" ")[0] in reader.words.articles):
        return None
    whole = amount(match, reader)
    if whole is None or whole.low not in _WHOLES:
        return None
    return one_in(Amount(start, end, Fraction(1), Fraction(1), is_word=True), whole, "")


def _of_han(shown: str, start: int, end: int, reader: Reader) -> Amount | None:
    """Return the number in Han characters at `start`..`end`."""
    share = share_of(shown)
    if share is not None:
        return Amount(start, end, share, share, PERCENT, is_word=True)
    value = value_of_han(shown)
    if is_ordinal(shown):
        return Amount(start, end, value, value, ORDINAL, is_word=True)
    return with_unit(Amount(start, end, value, value, is_word=True), reader)


def _of_times(vague: Amount, reader: Reader) -> Amount:
    """Return a vague number with its kind if it counts how often something happened: 'several times'."""
    unit = reader.patterns.unit.match(reader.form.text, vague.end)
    if unit is None or not unit["measure"] or reader.words.measures.get(unit["measure"], ("",))[0] != TIMES:
        return vague
    return vague._replace(end=unit.end(), kind=TIMES)


def _is_ordinal(match: re.Match[str], words: NumberWords) -> bool:
    """Return whether 'a fifth' is an ordinal and not a part of a whole: 'a fifth man', but 'by a fifth in May'."""
    if match["part"].split()[-1] not in words.ordinals:
        return False
    behind = _WORD.match(match.string, match.end())
    return behind is not None and behind[1] not in words.no_noun and behind[1] not in words.not_counted


# Parts of a magnitude that need no 'of': a half million, a quarter million.
_OF_MAGNITUDE = (Fraction(1, 2), Fraction(1, 4))


def _of_magnitude(match: re.Match[str], reader: Reader) -> Amount | None:
    """Return the number of a part of a magnitude, three quarters of a million; None without a magnitude behind it."""
    part = reader.words.parts[match["part"]]
    behind = reader.patterns.of_magnitude.match(match.string, match.end())
    if behind is None or not (behind["of"] or part in _OF_MAGNITUDE):
        return None
    magnitude = reader.words.magnitudes[behind["long"]]
    read = Amount(match.start(), behind.end(), part * magnitude, part * magnitude, magnitude=magnitude, is_word=True)
    return with_unit(read, reader)


def _is_numbered(match: re.Match[str], words: NumberWords) -> bool:
    """Return whether a half is one of two by its number: 'the second half of the sample'."""
    before = _WORD_BEFORE.search(match.string, max(0, match.start() - _LONGEST_WORD), match.start())
    return before is not None and before[1] in words.ordinals


def amount_behind(offset: int, reader: Reader) -> Amount | None:
    """Return the number that begins at an offset of the folded text, possibly after a hyphen; None without one."""
    match = reader.patterns.number.match(reader.form.text, offset)
    return amount(match, reader) if match else None


def _of_figure(start: int, figure: str, end: int, sign: tuple[str, str], reader: Reader) -> Amount | None:
    """Return the number of a figure, None if it is a name or a date; `sign` is its kind and unit by what is before."""
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
    if part := _PART.match(reader.form.text, end):
        # 2 1/2, and 2¹/₂ of a web page: two and a half.
        above, below = (int(part[name].translate(_LOWERED)) for name in ("above", "below"))
        if 0 < above < below <= _LARGEST_PART:
            value, end = value + Fraction(above, below), part.end()
    if (power := _POWER.match(reader.form.text, end)) and (power["by"] or figure == "10"):
        exponent = int(power["exponent"].lstrip("^").translate(_LOWERED))
        if abs(exponent) <= _HIGHEST_POWER and (power["by"] or abs(exponent) >= _LEAST_POWER):
            value = value * Fraction(10) ** exponent if power["by"] else Fraction(10) ** exponent
            end = power.end()
    return with_unit(Amount(start, end, value, value, *sign), reader)


# A part behind a whole number.
_PART = lazy_pattern(r"(?:[ -]?(?P<above>[⁰¹²³⁴⁵⁶⁷⁸⁹]|(?<=[ -])\d) ?[/⁄](?P<below>[₀₁₂₃₄₅₆₇₈₉\d]{1,2}))(?![\d₀-₉/⁄])")
# A power of ten: 10⁶, 1.5 × 10⁶. Without a factor before it, a low raised figure may be the mark of a note.
_POWER = lazy_pattern(r"(?P<by> ?[×x·*] ?10)?(?P<exponent>⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}|\^-?\d{1,2})(?!\d)")
_LOWERED = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉", "-01234567890123456789")
_LEAST_POWER, _HIGHEST_POWER = 3, 30
_OVER = lazy_pattern(r"/(\d{1,4})(?![\d/])")
# The largest denominator of a fraction: 3/4, 7/10. In 30/12 the second figure may be, for example, a month.
_LARGEST_PART = 10
_WORD_BEFORE = lazy_pattern(r"([^\W\d_]+) $")
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
