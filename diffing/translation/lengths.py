"""Lengths of texts in letters of an alphabet, whatever their script.

the river rose   12      河水上涨   4 characters of Han, 12.8
"""

from diffing.patterns import lazy_pattern
from diffing.text.scripts import HAN_CHARACTERS, is_western

# Letters that a character of a script without capitals, or of a dense one, stands for: fitted to the lengths of Bibles.
_HAN_LENGTH, _KANA_LENGTH, _HANGUL_LENGTH = 3.2, 1.7, 2.2
_HAN, _KANA, _HANGUL = (
    lazy_pattern(f"[{HAN_CHARACTERS}]"),
    lazy_pattern("[\u3040-\u30ff]"),
    lazy_pattern("[\uac00-\ud7a3]"),
)
_SPACE = lazy_pattern(r"\s+")


def length_of(text: str) -> float:
    """Return the length of a text in letters of an alphabet: a character of Han stands for some."""
    count = float(sum(map(len, text.split())))
    if is_western(text):
        return count
    return (
        count
        + (_HAN_LENGTH - 1) * len(_HAN.findall(text))
        + (_KANA_LENGTH - 1) * len(_KANA.findall(text))
        + (_HANGUL_LENGTH - 1) * len(_HANGUL.findall(text))
    )
