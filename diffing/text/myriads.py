"""The East Asian magnitudes behind a figure, which may have more figures between them.

    3|万人  30,000      1|億2000万  120,000,000      5|천억 원  500 billion      3|만 5천 명  35,000

Texts in Chinese, Japanese and Korean all use them, so they are read in every language.
"""

from fractions import Fraction
from typing import NamedTuple

from diffing.patterns import lazy_pattern

_TENS = {"百": 100, "백": 100, "千": 1000, "천": 1000}
_MYRIADS = {"万": 10**4, "萬": 10**4, "만": 10**4, "亿": 10**8, "億": 10**8, "억": 10**8, "兆": 10**12, "조": 10**12}
# 千 and 兆 are kilo and mega before a unit (千米, 兆瓦), 百分 begins per cent, 조 is a group of people but for sums.
# 천 and 백 count before another magnitude, the end of a word or what is counted; they begin other words too.
_KOREAN_BEHIND = "(?=[만억조여\\d명원개건가대마톤년달유엔위회점장석곳]|\\W|$)"
_MAGNITUDE = (
    "(?:[万萬만亿億억]|千(?![米克瓦赫兆卡伏帕字])|百(?![分度])|兆(?![瓦赫字比帕欧])"
    f"|[천백]{_KOREAN_BEHIND}|조(?= ?(?:\\d|원|달러|유로|엔|위안)))"
)
# Korean may have a space before the next figure.
_MORE = rf"(?:(?<=[만억조]) )?\d{{1,4}}(?:,\d{{3}})?{_MAGNITUDE}{{1,3}}"
_RUN = lazy_pattern(rf"{_MAGNITUDE}{{1,3}}(?:{_MORE}){{0,4}}(?:\d{{1,4}}(?![\d.,]))?")
_PART = lazy_pattern(r"\d[\d,]*|[^\d ]")


class Myriads(NamedTuple):
    """A number with its magnitudes: its value, the end of it in the text, and the factor of the first figure."""

    value: Fraction
    end: int
    factor: int


def with_myriads(value: Fraction, text: str, end: int) -> Myriads | None:
    """Return the number of a figure that ends at an offset of a folded text, None if no such magnitude follows it."""
    run = _RUN.match(text, end)
    if run is None:
        return None
    total, section, digits, factor, is_first = Fraction(0), Fraction(0), value, 1, True
    for part in _PART.findall(run[0]):
        if part in _TENS:
            section, digits = section + digits * _TENS[part], Fraction(0)
        elif part in _MYRIADS:
            own, myriad = section + digits, _MYRIADS[part]
            total = total + own * myriad if total >= myriad else (total + own) * myriad
            section = digits = Fraction(0)
        else:
            digits, is_first = Fraction(part.replace(",", "")), False
        if is_first:
            factor *= _TENS.get(part) or _MYRIADS[part]
    return Myriads(total + section + digits, run.end(), factor)
