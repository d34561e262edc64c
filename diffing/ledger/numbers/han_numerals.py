"""The values of numbers in Han characters.

    三百二十五人  325       十二万名  120,000      百分之五  5 per cent      三分之二  two thirds      第三  3rd

Many words have such a character without being a number: 一些 (some), 四川 (a province), 十分 (very). So a number counts
only before a counter (人, 名, 公里), behind 第, or as a share (分之).
"""

from fractions import Fraction

from diffing.ledger.language.trie_pattern import alternatives
from diffing.patterns import lazy_pattern
from diffing.text.folding import folded

# In the form of folded texts, which have one character for 两 and 兩.
_DIGITS = {"〇": 0, "零": 0, folded("两").text: 2} | {
    digit: value for value, digit in enumerate("一二三四五六七八九", 1)
}
_TENS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {folded("万").text: 10**4, folded("亿").text: 10**8}
BEGINNINGS = "第" + "".join((*_DIGITS, *_TENS))
"""The characters that such a number can begin with."""

_RUN = f"[{''.join((*_DIGITS, *_TENS, *_MYRIADS))}]{{1,16}}"
_DECIMALS = f"(?:点[{''.join(_DIGITS)}]{{1,6}})?"
# A magnitude by itself is mostly a word: 百年 (for ages), 千方百计.
_COUNTED = f"(?![百千{''.join(_MYRIADS)}]){_RUN}"
_MORE = f"[多{folded('余').text}]"
_SHARE = lazy_pattern(rf"(?P<whole>{_RUN})分之(?P<part>[^点]+)(?P<decimals>点.+)?")
_HUNDRED = 100


def han_numeral(counters: list[str]) -> str:
    """Return the pattern of a number in Han characters before one of the counters, behind 第, or as a share.

    Without counters the language has no such numbers, and the pattern never matches.
    """
    if not counters:
        return "(?!)"
    figure = r"\d{1,9}(?:\.\d{1,9})?"
    return (
        rf"第{_COUNTED}|{_RUN}分之(?:{_RUN}{_DECIMALS}|{figure})"
        rf"|{_COUNTED}{_DECIMALS}(?={_MORE}?(?:{alternatives(counters)}))"
    )


def is_ordinal(text: str) -> bool:
    """Return whether a number is an ordinal: 第三."""
    return text.startswith("第")


def share_of(text: str) -> Fraction | None:
    """Return the value of a share in per cent (百分之五 is 5), None for a number that is no share."""
    match = _SHARE.fullmatch(text)
    if match is None:
        return None
    whole = value_of_han(match["whole"])
    part = match["part"]
    value = Fraction(part) if part[0].isdigit() and part.isascii() else value_of_han(part + (match["decimals"] or ""))
    return value / whole * _HUNDRED if whole else None


def value_of_han(text: str) -> Fraction:
    """Return the value of a number in Han characters, also with decimals behind 点; 二〇二二 is read digit by digit."""
    text, _, decimals = text.removeprefix("第").partition("点")
    if len(text) > 1 and all(character in _DIGITS for character in text):
        return Fraction("".join(str(_DIGITS[character]) for character in text))
    total = section = digit = 0
    for character in text:
        if character in _DIGITS:
            digit = _DIGITS[character]
        elif character in _TENS:
            section += (digit or 1) * _TENS[character]
            digit = 0
        else:
            myriad, own = _MYRIADS[character], section + digit
            total = total + own * myriad if total >= myriad else (total + own) * myriad
            section = digit = 0
    rest = Fraction(int("".join(str(_DIGITS[one]) for one in decimals)), 10 ** len(decimals)) if decimals else 0
    return Fraction(total + section + digit) + rest
