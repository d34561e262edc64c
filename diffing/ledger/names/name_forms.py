"""The form in which a word of a name is compared: equal for all transliterations from another script.

    Zelensky  Zelenskyy  Zelenskiy   ->   zelenski
    Mikhail   Mihail                 ->   mihail
    U.S.      US                     ->   us

The form follows rules. An edit distance cannot replace it: Iran and Iraq differ in one letter.
"""

import re
from functools import lru_cache

from diffing.text.words import compared_form

# Shorter words would become equal to other words: Khan and Han, Bill and Bil.
_SHORTEST_FOLDED = 5

# Apostrophes and points, spaces after points (EE. UU.), and what a broken encoding writes for an accent: Nin_o.
_DROPPED = re.compile("[ '._\ufffd]")
_NOT_ASCII = re.compile("[^\x00-\x7f]")
_DOUBLED = re.compile(r"([b-df-hj-np-tv-z])\1")
# Letters that differ between transliterations of Arabic, Persian, Russian, Ukrainian and German names. The order of the
# rules matters.
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
    """Return the form of a word that is equal for all spellings of one name."""
    form = _DROPPED.sub("", compared_form(word))
    if len(form) < _SHORTEST_FOLDED or not form.isascii():
        return form
    form = _DOUBLED.sub(r"\1", form)
    for fold, plain in _FOLDS:
        form = fold.sub(plain, form)
    return form


def fallen_form(word: str) -> str:
    """Return the form of a word without its accented letters, as a broken encoding writes it: Guaidó as Guaid."""
    return name_form(_NOT_ASCII.sub("", word))
