"""Numbers of a text by value, however the language writes them.

    3,400   3.400   3 400   3400            3400
    30億   3 billion   3 Mrd.   3 млрд       3000000000
    ١٢   十二   zwölf   12                   12
    12,34,567   1.234.567                   1234567
    四成  4割   40 percent                  40
    3.6M   47K   3,2 Md€                    3600000, 47000, 3200000000

The numbers nought and one are left out, for one is an article in many languages. What is no plain number, such as a
time, is compared as it is written.
"""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cache
from re import Pattern
from unicodedata import category

from diffing.patterns import lazy_pattern
from diffing.text.character_forms import DIGITS, folded_han
from diffing.text.combining_marks import MARKS
from diffing.text.han_values import HAN_DIGITS, HAN_MYRIADS, HAN_TENS, value_of_han
from diffing.text.myriads import with_myriads
from diffing.translation.mentions import Number, NumberMention, WordMention
from diffing.translation.number_words import LEAST_SCALE, NumberParts, spelled_out
from diffing.translation.stems import folded

_FIGURE = lazy_pattern(
    r"\d{1,2}(?:,\d\d)+,\d{3}(?![\d,])(?:\.\d+)?"
    r"|\d+(?:[.,'’ \u00a0\u202f٬٫]\d{3}(?!\d))+(?:[.,٫]\d+)?|\d+(?:[.,:٫]\d+)*"
)
# Groups of an Indian figure: 12,34,567.
_INDIAN = lazy_pattern(r"\d{1,2}(?:,\d\d)+,\d{3}(?:\.\d+)?")
# Scales of a letter or two behind an amount of money; behind other figures, an 'm' is a metre.
_AMOUNT_BEHIND = lazy_pattern(r"(?i:k|mn?|bn?|tn)(?!\w)")
_SCALES_OF_AMOUNTS = {"k": 10**3, "m": 10**6, "b": 10**9, "t": 10**12}
# Such letters behind any figure, without a space: 3.6M, 47K, 2bn; and in French before a sign of money: 3,2 Md€.
_LETTERS_BEHIND = lazy_pattern(
    r"(?:([KMB])|(k|[mb]n))(?![\w²³/-])|[ \u00a0\u202f]?(k|Mds?|M)(?=[ \u00a0\u202f]?(?:[$€£¥]|U[SK]?[$£]|d['’]euro))"
)
_SCALES_OF_LETTERS = {**_SCALES_OF_AMOUNTS, "md": 10**9, "mds": 10**9, "mn": 10**6, "bn": 10**9}
_BEHIND = lazy_pattern(rf"[ \u00a0\u202f-]?((?:[^\W\d_][{MARKS}]*)+)\.?")
# Thai and Lao, which have no spaces between words.
_FIRST_THAI, _LAST_THAI = "\u0e00", "\u0eff"
# Digits of a group: 1.500 is 1500, 0.500 is a half, 2026.500 is neither.
_GROUP = 3
# A scale behind a figure, and the characters that follow the figure in which it is looked for.
_LONGEST_BEHIND = 40
_NO_NUMBERS = (0, 1)
# Second characters of words that begin with the sign of tenths in Chinese: 成员, 成功, 成为, 成立, 成年, 成本.
_AFTER_TENTHS = "员功为立年就交本果分绩长品语型人套不"
_HALF_OF_TEN = 5


def numbers_in(
    text: str, words: Sequence[WordMention], parts: NumberParts, *, has_han: bool
) -> Iterator[NumberMention]:
    """Yield the numbers of a text; `words` are its words, `parts` the values of number words.

    With `has_han`, numbers are also written in characters of Han.
    """
    plain = text if text.isascii() else text.translate(DIGITS)
    found = [*_figures(plain, parts.values_of_words)]
    if has_han:
        tenths = [*_tenths(plain)]
        taken = {at for mention in tenths for at in range(mention.start, mention.end)}
        found = [*tenths, *(mention for mention in found if mention.start not in taken)]
    covered = {at for mention in found for at in range(mention.start, mention.end)}
    found += [mention for mention in spelled_out(words, parts) if mention.start not in covered]
    if has_han:
        taken = {at for mention in found for at in range(mention.start, mention.end)}
        found += [
            NumberMention(*match.span(), value_of_han(match[0]), False)
            for match in _han_run().finditer(plain)
            if match.start() not in taken
        ]
    return (mention for mention in found if mention.value not in _NO_NUMBERS)


def _tenths(text: str) -> Iterator[NumberMention]:
    """Yield the shares in tenths, as percentages: 四成, 三成半, 3割5分."""
    for match in _tenths_of().finditer(text):
        tenths = match[1]
        percent = 10 * _digit(tenths) + sum(map(_digit, match[2] or match[3] or ""))
        yield NumberMention(*match.span(), Fraction(percent), tenths.isdecimal())


def _digit(character: str) -> int:
    """Return the value of a digit, also of one of Han; of 半, half of ten."""
    return int(character) if character.isdecimal() else HAN_DIGITS.get(character, _HALF_OF_TEN)


@cache
def _tenths_of() -> Pattern[str]:
    han = "".join(digit for digit, value in HAN_DIGITS.items() if value)
    before = f"(?<![\\d.,{''.join(HAN_DIGITS)}{''.join(HAN_TENS)}{''.join(HAN_MYRIADS)}第])"
    # Behind the sign, it is no word that begins with it: 成员, 割り当て.
    behind = f"成(?![{folded_han(_AFTER_TENTHS)}])([半{han}]?)|割(?![りっ])(?:([1-9{han}])分)?"
    return lazy_pattern(f"{before}([1-9{han}])(?:{behind})")


@cache
def _han_run() -> Pattern[str]:
    few = "".join(digit for digit, value in HAN_DIGITS.items() if value > 1)
    digits, magnitudes = "".join(HAN_DIGITS), "".join(HAN_MYRIADS)
    every = f"{digits}{''.join(HAN_TENS)}{magnitudes}"
    # With a magnitude behind its decimals, for 三点五 may be a time too.
    scaled = f"[{every}]{{1,16}}点[{digits}]{{1,6}}[{magnitudes}]{{1,2}}"
    # The characters before are those of weekdays: 周六.
    return lazy_pattern(f"(?<![周週期拜])(?:{scaled}|[{every}]{{2,16}}|[{few}十])")


def _figures(text: str, values: Mapping[str, int]) -> Iterator[NumberMention]:
    """Yield the numbers in figures. A sum in an Eastern script has several: 3億5000万 is one number, as is 5만 2천."""
    end = 0
    for figure in _FIGURE.finditer(text):
        if figure.start() < end:
            continue
        value, end = _value(figure[0]), figure.end()
        if isinstance(value, Fraction):
            if (myriads := with_myriads(value, text, end)) is not None:
                value, end, _ = myriads
            elif (short := _AMOUNT_BEHIND.match(text, end)) and _is_money(text[figure.start() - 1 : figure.start()]):
                value, end = value * _SCALES_OF_AMOUNTS[short[0][0].lower()], short.end()
            elif letters := _LETTERS_BEHIND.match(text, end):
                value, end = value * _SCALES_OF_LETTERS[letters[letters.lastindex or 0].lower()], letters.end()
            else:
                scale, length = _scale(text[end : end + _LONGEST_BEHIND], values)
                value, end = value * scale, end + length
        yield NumberMention(figure.start(), end, value, True)


def _is_money(before: str) -> bool:
    """Return whether the character before a figure is a sign of money."""
    return before != "" and category(before) == "Sc"


def _scale(behind: str, values: Mapping[str, int]) -> tuple[int, int]:
    """Return the scale that a figure has from what stands behind it, and its length: 'mil millones' is a billion."""
    scale = 1
    length = 0
    while word := _BEHIND.match(behind, length):
        size = _length_of_scale(word[1], values)
        if not size:
            break
        scale, length = scale * values[folded(word[1][:size])], word.start(1) + size
    return scale, length


def _length_of_scale(word: str, values: Mapping[str, int]) -> int:
    """Return the length of the scale that a word is, or, in a script without spaces, begins with: ล้านคน; 0 for none."""
    if values.get(folded(word), 1) >= LEAST_SCALE:
        return len(word)
    if not _FIRST_THAI <= word[0] <= _LAST_THAI:
        return 0
    sizes = range(len(word) - 1, 1, -1)
    return next((size for size in sizes if values.get(folded(word[:size]), 1) >= LEAST_SCALE), 0)


def _value(figure: str) -> Number:
    """Return the value of a figure: its last mark is a decimal point unless all that follow it are groups."""
    if _INDIAN.fullmatch(figure):
        return Fraction(figure.replace(",", ""))
    marks = [character for character in figure if not character.isdigit()]
    if not marks:
        return Fraction(int(figure))
    if ":" in marks:
        return figure
    parts = "".join(character if character.isdigit() else " " for character in figure).split()
    are_groups = len(parts[0]) <= _GROUP and parts[0].strip("0") and all(len(part) == _GROUP for part in parts[1:-1])
    if are_groups and len(parts[-1]) == _GROUP and len(set(marks)) == 1:
        return Fraction(int("".join(parts)))
    if len(marks) == 1 or (are_groups and marks[-1] not in marks[:-1]):
        return Fraction(int("".join(parts)), 10 ** len(parts[-1]))
    return figure
