"""The values of numbers in Han characters.

三百二十五  325      十二万  120,000      二〇二二  2022      三点五  3.5      一点二亿  120,000,000
"""

from fractions import Fraction

from diffing.text.folding import folded

# In the form of folded texts, which have one character for 两 and 兩.
HAN_DIGITS = {"〇": 0, "零": 0, folded("两").text: 2} | {
    digit: value for value, digit in enumerate("一二三四五六七八九", 1)
}
HAN_TENS = {"十": 10, "百": 100, "千": 1000}
HAN_MYRIADS = {folded("万").text: 10**4, folded("亿").text: 10**8}


def value_of_han(text: str) -> Fraction:
    """Return the value of a number in Han characters, also with decimals behind 点; 二〇二二 is read digit by digit."""
    text, _, decimals = text.removeprefix("第").partition("点")
    scale = 1
    while decimals and decimals[-1] in HAN_MYRIADS:
        scale *= HAN_MYRIADS[decimals[-1]]
        decimals = decimals[:-1]
    if len(text) > 1 and all(character in HAN_DIGITS for character in text):
        return Fraction("".join(str(HAN_DIGITS[character]) for character in text))
    total = section = digit = 0
    for character in text:
        if character in HAN_DIGITS:
            digit = HAN_DIGITS[character]
        elif character in HAN_TENS:
            section += (digit or 1) * HAN_TENS[character]
            digit = 0
        else:
            myriad, own = HAN_MYRIADS[character], section + digit
            total = total + own * myriad if total >= myriad else (total + own) * myriad
            section = digit = 0
    rest = Fraction(int("".join(str(HAN_DIGITS[one]) for one in decimals)), 10 ** len(decimals)) if decimals else 0
    return (total + section + digit + rest) * Fraction(scale)
