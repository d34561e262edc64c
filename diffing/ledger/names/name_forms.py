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
# Letters that differ between transliterations of Arabic, Persian, Russian, Ukrainian and German names, and what stands
# for them. The order of the rules matters. Where letters do not say all, an expression stands beside them.
_FOLDS = (
    ("ch", lazy_pattern("tsch|tch"), "ch"),
    ("sch", None, "sh"),
    ("ph", None, "f"),
    ("kh", None, "h"),
    ("gh", None, "g"),
    ("", lazy_pattern("ck|q|c(?![ehiy])"), "k"),
    ("w", None, "v"),
    ("x", None, "ks"),
    ("tz", None, "ts"),
    ("y", None, "i"),
    ("j", None, "i"),
    ("ii", lazy_pattern("ii+"), "i"),
    ("ae", None, "a"),
    ("oe", None, "o"),
    ("ue", None, "u"),
    ("o", lazy_pattern("ou|oo"), "u"),
    ("ei", None, "ai"),
    ("ie", None, "e"),
    ("h", lazy_pattern("(?<=[aeiou])h$"), ""),
)


@lru_cache(maxsize=1 << 14)
def name_form(word: str) -> str:
    """Return the form of a word that is equal for all spellings of one name."""
    form = compared_form(word)
    if not form.isalpha():
        form = _DROPPED.sub("", form)
    if len(form) < _SHORTEST_FOLDED or not form.isascii():
        return form
    form = _DOUBLED.sub(r"\1", form)
    for letters, fold, plain in _FOLDS:
        if letters in form:
            form = fold.sub(plain, form) if fold else form.replace(letters, plain)
    return form


def fallen_form(word: str) -> str:
    """Return the form of a word without its accented letters, as a broken encoding writes it: Guaidó as Guaid."""
    return name_form(_NOT_ASCII.sub("", word))
