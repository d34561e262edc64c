"""Numbers of a text by value, however the language writes them.

    3,400   3.400   3 400   3400            3400
    30億   3 billion   3 Mrd.   3 млрд       3000000000
    ١٢   十二   zwölf   12                   12

A number is a set of its own: a text that has 12 twice has one number 12. The number one is left out, for it is an
article in many languages. What is no plain number, such as a time, is compared as it is written.
"""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from diffing.patterns import lazy_pattern
from diffing.text.character_forms import DIGITS
from diffing.text.han_values import value_of_han
from diffing.translation.stems import folded

Number = Fraction | str

_FIGURE = lazy_pattern(r"\d+(?:[.,'’ \u00a0\u202f٬٫]\d{3}(?!\d))+(?:[.,٫]\d+)?|\d+(?:[.,:٫]\d+)*")
_BEHIND = lazy_pattern(r"[ \u00a0\u202f-]?([^\W\d_]+)")
# Digits of a group, and of a figure whose groups are meant: 1.500 is 1500, 0.500 is a half, 2026.500 is neither.
_GROUP = 3
_LEAST_SCALE = 1000
_LONGEST_BEHIND = 20
_EASTERN_SCALES = {"千": 10**3, "천": 10**3, "万": 10**4, "萬": 10**4, "만": 10**4} | {
    "億": 10**8,
    "亿": 10**8,
    "억": 10**8,
    "兆": 10**12,
    "조": 10**12,
}
_HAN_RUN = lazy_pattern("[〇零一二三四五六七八九两十百千万亿]{2,16}|[二三四五六七八九十]")
# Words between the parts of a number: two hundred and three, zwei und zwanzig.
_AND = frozenset({"and", "und", "y", "et", "e", "en", "og", "och", "i", "и", "و"})


def numbers_of(text: str, words: Iterable[str], values: Mapping[str, int], *, has_han: bool) -> frozenset[Number]:
    """Return the numbers of a text; `words` are its folded words, `values` those of the number words.

    With `has_han`, numbers are also written in characters of Han.
    """
    plain = text.translate(DIGITS)
    found = set(_figures(plain, values))
    found |= set(_spelled_out(words, values))
    if has_han:
        found |= {value_of_han(match[0]) for match in _HAN_RUN.finditer(plain)}
    return frozenset(number for number in found if number not in (0, 1))


def _figures(text: str, values: Mapping[str, int]) -> Iterator[Number]:
    """Yield the numbers in figures. A sum in Chinese has several: 3億5000万 is one number."""
    total: Fraction | None = None
    end = 0
    for figure in _FIGURE.finditer(text):
        value = _value(figure[0])
        scale, length = _scale(text[figure.end() : figure.end() + _LONGEST_BEHIND], values)
        if not isinstance(value, Fraction):
            yield value
            continue
        if total is not None and figure.start() > end:
            yield total
            total = None
        total, end = (total or 0) + value * scale, figure.end() + length
        if not length:
            yield total
            total = None
    if total is not None:
        yield total


def _scale(behind: str, values: Mapping[str, int]) -> tuple[int, int]:
    """Return the scale that a figure has from what stands behind it, and its length there if a figure may follow."""
    if behind[:1] in _EASTERN_SCALES:
        scale = length = 1
        while behind[length - 1 : length] in _EASTERN_SCALES and behind[length - 1 : length]:
            scale *= _EASTERN_SCALES[behind[length - 1]]
            length += 1
        return scale, length - 1
    word = _BEHIND.match(behind)
    value = values.get(folded(word[1]), 1) if word else 1
    return (value, 0) if value >= _LEAST_SCALE else (1, 0)


def _value(figure: str) -> Number:
    """Return the value of a figure: its last mark is a decimal point unless all that follow it are groups."""
    marks = [character for character in figure if not character.isdigit()]
    if not marks:
        return Fraction(int(figure))
    if ":" in marks:
        return figure
    parts = _parts(figure)
    are_groups = len(parts[0]) <= _GROUP and parts[0].strip("0") and all(len(part) == _GROUP for part in parts[1:-1])
    if are_groups and len(parts[-1]) == _GROUP and len(set(marks)) == 1:
        return Fraction(int("".join(parts)))
    if len(marks) == 1 or (are_groups and marks[-1] not in marks[:-1]):
        return Fraction(int("".join(parts)), 10 ** len(parts[-1]))
    return figure


def _parts(figure: str) -> list[str]:
    return "".join(character if character.isdigit() else " " for character in figure).split()


def _spelled_out(words: Iterable[str], values: Mapping[str, int]) -> Iterator[Number]:
    """Yield the numbers in words; words that follow each other are one number as far as it grows: two hundred ten."""
    if not values:
        return
    done = part = last = 0
    is_bare = False
    for word in words:
        pieces = [values.get(piece, 0) for piece in word.split("-")] if "-" in word else [values.get(word, 0)]
        if not all(pieces):
            if word in _AND and last:
                continue
            if done + part and not is_bare:
                yield Fraction(done + part)
            done = part = last = 0
            continue
        # 'Millions of people' is no number, and of '1.5 million' the figure knows the word.
        is_bare = last == 0 and len(pieces) == 1 and pieces[0] >= _LEAST_SCALE
        for value in pieces:
            if value >= _LEAST_SCALE:
                done, part = done + (part or 1) * value, 0
            elif value == 100:
                part = (part or 1) * value
            elif last and (last < 20 or value >= last) and last < 100:
                yield Fraction(done + part)
                done, part = 0, value
            else:
                part += value
            last = value
    if done + part and not is_bare:
        yield Fraction(done + part)
