"""The magnitude and the unit behind a number.

    1.5 | bn     5 | km     96 | per cent     9 | m users     5 | µg

A number joined to letters that are no unit is compared with one before the same letters: 3D, 5G, 800lm.
"""

import re
from fractions import Fraction

from diffing.ledger.numbers.number_patterns import CODES, SYMBOLS
from diffing.ledger.numbers.number_words import NumberWords
from diffing.ledger.numbers.units import UNIT_SIGNS
from diffing.ledger.numbers.values import COUNT, DURATION, LETTERED, MONEY, ORDINAL, PERCENT, POINTS, Amount, Reader
from diffing.patterns import lazy_pattern
from diffing.text.myriads import with_myriads
from diffing.text.scripts import JOINED

_LENGTH = "length"


def with_unit(read: Amount, reader: Reader) -> Amount | None:
    """Return a number with the magnitude and the unit that follow it, None if it is joined to other letters (4x4)."""
    words, patterns, text = reader.words, reader.patterns, reader.form.text
    value, end, magnitude = read.low, read.end, 1
    if more := patterns.half_more.match(text, end):
        # 'Two and a half' is 2.5, 'a million and a half' 1.5 million.
        magnitudes = (each for each in words.magnitudes.values() if read.is_word and value and value % each == 0)
        value, end = value + Fraction(max(magnitudes, default=1), 2), more.end()
    also = _both_readings(read, reader)
    if (sign := _BEFORE_MONEY.match(text, end)) and reader.shown(sign.start("sign")) != "m":
        # 12 M€, 350 k€; 'm €' would be metres.
        magnitude, end = _SIGNS_OF_MAGNITUDE[sign["sign"]], sign.end()
    while more := patterns.magnitude.match(text, end):
        if more["short"] and (magnitude > 1 or not _is_magnitude(more, read, words)):
            break
        magnitude *= words.magnitudes[more["long"]] if more["long"] else words.short_magnitudes[more["short"]]
        end = more.end()
        if magnitude > _LARGEST_MAGNITUDE:
            break
    value *= magnitude
    if magnitude == 1 and (myriads := with_myriads(value, text, end)) is not None:
        value, end, magnitude = myriads
    read = read._replace(end=end, low=value, high=value, magnitude=read.magnitude * magnitude, also=also)
    unit = patterns.unit.match(text, end)
    measured = _of_unit(read, unit, reader) if unit is not None else None
    if measured is None and magnitude == 1 and (metres := _METRES.match(text, end)) is not None:
        is_joined = metres.start("sign") == end
        if reader.shown(metres.start("sign")) == "m" or (is_joined and reader.has_one_case):
            measured = read._replace(end=metres.end(), kind=_LENGTH)
    read = _and_a_half(measured, reader) if measured is not None else read
    if also is not None:
        read = read._replace(also=also if read.kind == _LENGTH else (_LENGTH, also[1] / _MILLION))
    if read.is_plain and not read.is_word and _is_age(read, text):
        read = read._replace(kind=DURATION, scale=_YEAR)
    following = text[read.end : read.end + 1]
    may_go_on = text[read.end - 1].isalnum() and (following.isalpha() or following.isdecimal() or following == "_")
    if not (may_go_on and _JOINED.match(text, read.end)):
        return read
    letters = _LETTERS.match(text, read.end)
    if letters is None or not (read.is_plain and not read.is_word):
        return None
    is_thousand = letters[0] == _THOUSAND and _THOUSAND in words.short_magnitudes
    also = (COUNT, read.low * words.short_magnitudes[_THOUSAND]) if is_thousand else None
    return read._replace(end=letters.end(), kind=LETTERED, unit=letters[0], also=also)


def _and_a_half(read: Amount, reader: Reader) -> Amount:
    """Return a duration with the half behind its unit: two years and a half; any other number as it is."""
    text = reader.form.text
    more = reader.patterns.half_more.match(text, read.end) if read.kind == DURATION else None
    if more is None or text.startswith("-", more.end()) or reader.patterns.magnitude.match(text, more.end()):
        # 'Two years and a half-million dollars'.
        return read
    half = Fraction(1, 2)
    return read._replace(end=more.end(), low=read.low + half, high=read.high + half)


_JOINED = lazy_pattern(JOINED)
# Letters joined to a figure, and no other figure behind them: 4x4 is a name.
_LETTERS = lazy_pattern(r"[^\W\d_]{1,3}(?![\w'-])")

# The greatest age, in years.
_OLDEST = 120
# The seconds of a Julian year: 365.25 days.
_YEAR = Fraction(31_557_600)
_BEFORE_AGE = lazy_pattern(r"[^\W\d_], $")
_BEFORE_AGE_LENGTH = 3
_BEHIND_AGE = (",", ".", ";", ")")


def _is_age(read: Amount, text: str) -> bool:
    """Return whether a figure stands after a word and between commas, as an age does: 'Ruiz, 28, said'."""
    before = text[max(0, read.start - _BEFORE_AGE_LENGTH) : read.start]
    is_apart = _BEFORE_AGE.search(before) is not None and text.startswith(_BEHIND_AGE, read.end)
    return is_apart and 0 < read.low <= _OLDEST


# A sign of a magnitude before a sign of money, in any language.
_BEFORE_MONEY = lazy_pattern(r" ?(?P<sign>[mk])(?= ?(?:[€£$]|us\$|eur\b))")
_SIGNS_OF_MAGNITUDE = {"k": 10**3, "m": 10**6}
# A larger magnitude is a mistake. The limit bounds a series such as 'million million million ...'.
_LARGEST_MAGNITUDE = 10**15
_METRES = lazy_pattern(r" ?(?P<sign>m)(?!\w)")
_MILLION = 10**6
# What is behind a figure that no plural noun follows: 'earns 45k' are thousands, 'ran 45k' kilometres.
_THOUSAND = "k"
_WORD = lazy_pattern(r"[ -]([^\W\d_]+)")


def _both_readings(read: Amount, reader: Reader) -> tuple[str, Fraction] | None:
    """Return kind and value of a figure before 'm' as a count of millions, None for a figure that has one reading."""
    is_open = not read.is_word and read.kind == COUNT and _METRES.match(reader.form.text, read.end) is not None
    return (COUNT, read.low * _MILLION) if is_open and "m" in reader.words.short_magnitudes else None


def _is_magnitude(short: re.Match[str], read: Amount, words: NumberWords) -> bool:
    """Return whether a short form is a magnitude: '3.4m people' and '40k fans', but '5m tall' and 'a 5m wall'."""
    if read.is_word:
        return False
    if read.kind == MONEY:
        return True
    if short["short"] in words.measures and short["short"] != "m":
        # Spanish: 12 mm of rain, and $12 mm.
        return False
    if short["short"] == "b" or short[0].startswith(" "):
        return len(short["short"]) > 1
    if short["short"] in ("k", "m"):
        return _is_counting(short, words)
    return True


# The words behind '9m' in which the counted noun is looked up: '9m monthly active users'.
_MOST_WORDS_TO_NOUN = 3


def _is_counting(short: re.Match[str], words: NumberWords) -> bool:
    """Return whether a plural noun follows 'm', perhaps behind other words: '9m users', but not '5m tall'."""
    end = short.end()
    for _ in range(_MOST_WORDS_TO_NOUN):
        behind = _WORD.match(short.string, end)
        if behind is None or behind[1] in words.no_noun:
            return False
        if behind[1].endswith("s") or behind[1] in words.nouns or behind[1] in words.measures:
            return True
        end = behind.end()
    return False


# 'Pounds' are money, or a weight after a verb such as 'weighs'.
_STERLING, _POUND = "GBP", "lb"


# The characters before a number in which such a verb is looked up.
_WEIGHING = 40


def _is_weighed(read: Amount, reader: Reader) -> bool:
    """Return whether a verb before a number says that it is a weight."""
    return reader.patterns.weighing.search(reader.form.text, max(0, read.start - _WEIGHING), read.start) is not None


def _shown(match: re.Match[str], group: str, reader: Reader) -> str:
    """Return the text of a group as it is written."""
    _, start, end = reader.form.place(0, match.start(group), match.end(group))
    return reader.text[start:end]


# The seconds of an hour, and its minutes.
_HOUR = Fraction(3600)
_MINUTES = 60


def _of_unit(read: Amount, unit: re.Match[str], reader: Reader) -> Amount | None:
    """Return a number with the unit that follows it, None if the match is not a unit of this number."""
    end = unit.end()
    if unit["minutes"]:
        hours = read.low + Fraction(int(unit["minutes"]), _MINUTES)
        return read._replace(end=end, low=hours, high=hours, kind=DURATION, scale=_HOUR)
    if unit["joined_span"]:
        return read._replace(end=end, kind=DURATION, scale=reader.words.joined_spans[unit["joined_span"]])
    if unit["ordinal"]:
        return read._replace(end=end, kind=ORDINAL)
    if unit["points"]:
        return read._replace(end=end, kind=POINTS)
    if unit["percent"] or unit["percent_behind"] is not None:
        # '33 (2017: 36.9) per cent': what the bracket holds is no part of it.
        return read._replace(end=end, kind=PERCENT)
    if unit["symbol"] or unit["code"]:
        currency = SYMBOLS[unit["symbol"]] if unit["symbol"] else CODES[unit["code"]]
        is_written = unit["symbol"] or _shown(unit, "code", reader).isupper()
        return read._replace(end=end, kind=MONEY, unit=currency) if is_written and read.kind != MONEY else None
    word = unit["measure"]
    if sign := UNIT_SIGNS.get(_shown(unit, "measure", reader)):
        return None if read.kind == MONEY else read._replace(end=end, kind=sign[0], scale=sign[1])
    if word not in reader.words.measures:
        # Only the other case makes a unit of it.
        return None
    if len(word) == 1 and word.isalpha():
        # '30C', '5g' and '5 g' are measures; 'Plan 5 C', '30c', '5G' and '5 G' are not.
        letter = reader.shown(unit.start("measure"))
        has_case = letter == (word.upper() if word in "cf" else word) or reader.has_one_case
        is_gram = letter == "g"
        if word == "m" and not has_case:
            # '12 M' are no metres.
            return None
        if word in "cfg" and not is_gram and (not has_case or len(unit[0]) > 1):
            return None
    kind, of = reader.words.measures[word]
    if of == _STERLING and read.kind == COUNT and _is_weighed(read, reader):
        kind, of = reader.words.measures[_POUND]
    if read.kind == MONEY:
        return read._replace(end=end, unit=str(of) if read.unit in ("", of) else read.unit) if kind == MONEY else None
    if isinstance(of, str):
        return read._replace(end=end, kind=kind, unit=of)
    return read._replace(end=end, kind=kind, scale=of)
