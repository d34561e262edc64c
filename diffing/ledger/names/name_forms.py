"""A word of a name as it is compared: however it is brought from another script, it is one name.

    Zelensky  Zelenskyy  Zelenskiy   ->   zelenski
    Mikhail   Mihail                 ->   mihail
    U.S.      US                     ->   us

Rules and not a distance: Iran and Iraq, Austria and Australia are a letter or two apart.
"""

import re
from functools import lru_cache

from diffing.text.words import compared_form

# Shorter words have too few letters to be told from one another without each of them: Khan and Han, Bill and Bil.
_SHORTEST_FOLDED = 5

# Apostrophes and points, also with a space between (EE. UU.), and what broken encodings leave of an accent: Nin_o.
_DROPPED = re.compile("[ '._\ufffd]")
_NOT_ASCII = re.compile("[^\x00-\x7f]")
_DOUBLED = re.compile(r"([b-df-hj-np-tv-z])\1")
# What names from Arabic, Persian, Russian, Ukrainian and German are written with, one way or another; in this order.
_FOLDS = (
    (re.compile("tsch|tch"), "ch"),
    (re.compile("sch"), "sh"),
    (re.compile("ph"), "f"),
    (re.compile("kh"), "h"),
    (re.compile("gh"), "g"),
    (re.compile("ck|q|c(?![ehiy])"), "k"),
    (re.compile("w"), "v"),
    (re.compile("x"), "ks"),
    (re.compile("tz"), "ts"),
    (re.compile("[yj]"), "i"),
    (re.compile("ii+"), "i"),
    (re.compile("ae"), "a"),
    (re.compile("oe"), "o"),
    (re.compile("ue"), "u"),
    (re.compile("ou|oo"), "u"),
    (re.compile("ei"), "ai"),
    (re.compile("ie"), "e"),
    (re.compile("(?<=[aeiou])h$"), ""),
)


@lru_cache(maxsize=1 << 14)
def name_form(word: str) -> str:
    """The form of a word in which spellings of one name are equal."""
    form = _DROPPED.sub("", compared_form(word))
    if len(form) < _SHORTEST_FOLDED or not form.isascii():
        return form
    form = _DOUBLED.sub(r"\1", form)
    for fold, plain in _FOLDS:
        form = fold.sub(plain, form)
    return form


def fallen_form(word: str) -> str:
    """The form of a word whose letters with accents fell out, as of Guaidó written Guaid."""
    return name_form(_NOT_ASCII.sub("", word))
