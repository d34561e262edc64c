"""The values of numbers in figures, for each way to write thousands and decimals.

1,482.5   1.482,5   1 482,5   1'482.5   14,82,500     the last separator begins the decimals, unless it repeats
1,482     1.482                                       ambiguous: the article's other figures decide, or its language
265,000                                               thousands: three decimals are never all 0
"""

from collections.abc import Iterable
from fractions import Fraction

from diffing.patterns import lazy_pattern

# A longer number is not a quantity but, for example, an account number or a hash.
_MOST_FIGURES = 30
FRACTIONS = {
    "\u00bc": Fraction(1, 4),
    "\u00bd": Fraction(1, 2),
    "\u00be": Fraction(3, 4),
    "\u2153": Fraction(1, 3),
    "\u2154": Fraction(2, 3),
    "\u2155": Fraction(1, 5),
    "\u215b": Fraction(1, 8),
    "\u215c": Fraction(3, 8),
    "\u215d": Fraction(5, 8),
    "\u215e": Fraction(7, 8),
}
"""Characters that stand for a fraction, with its value."""

# A figure whose separator may be seen; 'am 1.6. will' is a day.
_SEPARATED = lazy_pattern(r"\d{1,30}(?:[.,]\d{1,30}){1,9}(?!\d|\.\s[a-zäöüß])")
_GROUPED = lazy_pattern(r"\d{1,3}(?:\D\d{3})+|\d{1,2}(?:,\d\d)+,\d{3}")
# A comma before three noughts groups thousands, also in Spanish, which has both ways to write decimals. The point of
# 15.000 may be that of a score.
_THOUSANDS = lazy_pattern(r"[1-9]\d{1,2},000")
_SEPARATOR = lazy_pattern(r"[.,]")


def decimal_separator(texts: Iterable[str], usual: str) -> str:
    """Return the decimal separator of an article, '.' or ',', by a vote of its unambiguous figures.

    `usual` is the separator of the article's language, '' if unknown; it is the result of a vote without a majority.
    """
    votes = {".": 0, ",": 0}
    for text in texts:
        for figure in _SEPARATED.findall(text):
            separator = _decimal_of(figure)
            if separator:
                votes[separator] += 1
    if votes["."] == votes[","]:
        return usual
    return "." if votes["."] > votes[","] else ","


def _decimal_of(figure: str) -> str:
    """Return the decimal separator that a figure shows by its form, '' if the figure is ambiguous or has none."""
    separators = _SEPARATOR.findall(figure)
    kinds = set(separators)
    if len(kinds) == 2:
        return separators[-1] if separators.count(separators[-1]) == 1 else ""
    other = "," if "." in kinds else "."
    if len(separators) > 1:
        return other if _GROUPED.fullmatch(figure) else ""
    if _THOUSANDS.fullmatch(figure):
        return "."
    return "" if _GROUPED.fullmatch(figure) and figure[0] != "0" else separators[0]


def value_of(figure: str, decimal: str) -> Fraction | None:
    """Return the value of a figure, None if the figure is not a quantity (192.168.1.1).

    `decimal` is the decimal separator. If it is '', a separator before three figures counts as one between thousands.
    """
    extra = FRACTIONS.get(figure[-1:], Fraction(0))
    if extra:
        figure = figure[:-1].rstrip()
        if not figure:
            return extra
    if len(figure) > _MOST_FIGURES:
        return None
    figure = figure.replace("'", "").replace(" ", "")
    separators = _SEPARATOR.findall(figure)
    if not separators:
        return int(figure) + extra
    last = separators[-1]
    is_grouped = bool(_GROUPED.fullmatch(figure)) and figure[0] != "0"
    if len(set(separators)) == 2:
        whole, _, part = figure.rpartition(last)
        if separators.count(last) > 1 or not _GROUPED.fullmatch(whole):
            return None
        return Fraction(f"{_SEPARATOR.sub('', whole)}.{part}") + extra
    if len(separators) > 1:
        return int(_SEPARATOR.sub("", figure)) + extra if is_grouped else None
    if is_grouped and last != decimal:
        return int(figure.replace(last, "")) + extra
    return Fraction(figure.replace(last, ".")) + extra
