"""The direction in which a paragraph is written, for reports that have to say it.

Browsers (`dir=auto`) take that of the first letter, so an Arabic paragraph that begins with a name in Latin letters
would run from the left to the right, with its parts in the wrong order.
"""

import unicodedata

from diffing.patterns import lazy_pattern

# Letters of scripts from the right to the left; a text without them needs no closer look.
_RIGHT_TO_LEFT = lazy_pattern("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
RIGHT_TO_LEFT_LANGUAGES = ("ar", "he", "fa", "ur", "ps", "sd", "ug", "yi", "ckb", "dv")


def is_right_to_left(text: str, language: str) -> bool:
    """Return whether a text is written from the right to the left.

    It is if it has a letter of such a script and its article's language, '' for not known, is written so, or if most of
    its letters are of such scripts.
    """
    if not _RIGHT_TO_LEFT.search(text):
        return False
    kinds = [kind for kind in map(unicodedata.bidirectional, text) if kind in ("L", "R", "AL")]
    turned = len(kinds) - kinds.count("L")
    is_language = language.lower().split("-")[0] in RIGHT_TO_LEFT_LANGUAGES
    return turned > 0 and (is_language or 2 * turned > len(kinds))
