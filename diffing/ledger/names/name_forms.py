"""The form in which a word of a name is compared: equal for all transliterations from another script.

    Zelensky  Zelenskyy  Zelenskiy   ->   zelenski
    Mikhail   Mihail                 ->   mihail
    U.S.      US                     ->   us

The form follows rules. An edit distance cannot replace it: Iran and Iraq differ in one letter.
"""

from functools import lru_cache

from diffing.patterns import lazy_pattern
from diffing.text.words import compared_form

# Shorter words would become equal to other words: Khan and Han, Bill and Bil.
_SHORTEST_FOLDED = 5

# Apostrophes and points, spaces after points (EE. UU.), and what a broken encoding writes for an accent: Nin_o.
_DROPPED = lazy_pattern("[ '._\ufffd]")
_NOT_ASCII = lazy_pattern("[^\x00-\x7f]")
_DOUBLED = lazy_pattern(r"([b-df-hj-np-tv-z])\1")
# Letters that differ between transliterations of Arabic, Persian, Russian, Ukrainian and German names. The order of the
# rules matters.
_FOLDS = (
    (lazy_pattern("tsch|tch"), "ch"),
    (lazy_pattern("sch"), "sh"),
    (lazy_pattern("ph"), "f"),
    (lazy_pattern("kh"), "h"),
    (lazy_pattern("gh"), "g"),
    (lazy_pattern("ck|q|c(?![ehiy])"), "k"),
    (lazy_pattern("w"), "v"),
    (lazy_pattern("x"), "ks"),
    (lazy_pattern("tz"), "ts"),
    (lazy_pattern("[yj]"), "i"),
    (lazy_pattern("ii+"), "i"),
    (lazy_pattern("ae"), "a"),
    (lazy_pattern("oe"), "o"),
    (lazy_pattern("ue"), "u"),
    (lazy_pattern("ou|oo"), "u"),
    (lazy_pattern("ei"), "ai"),
    (lazy_pattern("ie"), "e"),
    (lazy_pattern("(?<=[aeiou])h$"), ""),
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
