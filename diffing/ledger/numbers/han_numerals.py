"""The values of numbers in Han characters.

    三百二十五人  325       十二万名  120,000      百分之五  5 per cent      三分之二  two thirds      第三  3rd
    一点二亿  120 million      百二十社  120      三分の一  a third

Many words have such a character without being a number: 一些 (some), 四川 (a province), 十分 (very). So a number counts
only before a counter (人, 名, 公里), behind 第, as a share (分之, 分の), or with decimals and a magnitude.
"""

from fractions import Fraction

from diffing.ledger.language.trie_pattern import alternatives
from diffing.patterns import lazy_pattern
from diffing.text.folding import folded
from diffing.text.han_values import HAN_DIGITS, HAN_MYRIADS, HAN_TENS, value_of_han

BEGINNINGS = "第" + "".join((*HAN_DIGITS, *HAN_TENS))
"""The characters that such a number can begin with."""

_RUN = f"[{''.join((*HAN_DIGITS, *HAN_TENS, *HAN_MYRIADS))}]{{1,16}}"
_DECIMALS = f"(?:点[{''.join(HAN_DIGITS)}]{{1,6}})?"
# A magnitude by itself is mostly a word: 百年 (for ages), 千方百计. Japanese 百二十 is 120.
_COUNTED = f"(?![{''.join(HAN_MYRIADS)}]|[百千](?![{''.join(HAN_DIGITS)}])){_RUN}"
_MAGNITUDES = f"[{''.join(HAN_MYRIADS)}]{{1,2}}"
# The goals of a side in a score: 三比一.
_GOALS = f"[{''.join(HAN_DIGITS)}]"
_MORE = f"[多{folded('余').text}]"
_SHARE = lazy_pattern(rf"(?P<whole>{_RUN}|\d{{1,2}})分[之の](?P<part>[^点]+)(?P<decimals>点.+)?")
_HUNDRED = 100


def han_numeral(counters: list[str]) -> str:
    """Return the pattern of a number in Han characters before one of the counters, behind 第, or as a share.

    Without counters the language has no such numbers, and the pattern never matches.
    """
    if not counters:
        return "(?!)"
    figure = r"\d{1,9}(?:\.\d{1,9})?"
    return (
        rf"第{_COUNTED}|(?:{_RUN}|\d{{1,2}})分[之の](?:{_RUN}{_DECIMALS}|{figure})"
        rf"|{_COUNTED}点[{''.join(HAN_DIGITS)}]{{1,6}}{_MAGNITUDES}"
        rf"|{_COUNTED}{_DECIMALS}(?={_MORE}?(?:{alternatives(counters)}))"
        rf"|{_GOALS}(?=比(?:{_GOALS}|\d)(?!{_GOALS}))|(?<={_GOALS}比|\d比){_GOALS}"
    )


def is_ordinal(text: str) -> bool:
    """Return whether a number is an ordinal: 第三."""
    return text.startswith("第")


def share_of(text: str) -> Fraction | None:
    """Return the value of a share in per cent (百分之五 is 5), None for a number that is no share."""
    match = _SHARE.fullmatch(text)
    if match is None:
        return None
    whole = Fraction(match["whole"]) if match["whole"].isdigit() else value_of_han(match["whole"])
    part = match["part"]
    value = Fraction(part) if part[0].isdigit() and part.isascii() else value_of_han(part + (match["decimals"] or ""))
    return value / whole * _HUNDRED if whole else None
