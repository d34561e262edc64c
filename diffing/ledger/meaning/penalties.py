"""A penalty for a person is one against that person.

The court upheld the sentence |against| Ruiz.     The court upheld the sentence |for| Ruiz.     the same
The judges made the case |against| Ruiz.          The judges made the case |for| Ruiz.          the opposite
"""

from functools import cache

from diffing.ledger.core.sides import Side
from diffing.ledger.language.lexicon import forms, lexicon
from diffing.model import Pair, Place
from diffing.patterns import lazy_pattern
from diffing.text.folding import folded

# Characters before a place that have the word before it.
_BEFORE = 40
_LAST_WORD = lazy_pattern(r"[^\W_]+(?=\s*$)")


def are_of_penalty(both: Pair[Side], places: Pair[Place]) -> bool:
    """Return whether words in one place are 'for' and 'against', behind a penalty on the left side."""
    side, place = both.left, places.left
    if not all(
        folded(own.words(one.own).strip()).text in _stances(one.language) for one, own in zip(both, places, strict=True)
    ):
        return False
    word = _LAST_WORD.search(side.texts[place.paragraph].text[max(0, place.start - _BEFORE) : place.start])
    return word is not None and folded(word[0]).text in _penalties(side.language)


@cache
def _stances(language: str) -> frozenset[str]:
    classes = lexicon(language).get("turns", {}).get("exact", {}).get("stance", {})
    return forms(word for words in classes.values() for word in words)


@cache
def _penalties(language: str) -> frozenset[str]:
    return forms(lexicon(language).get("turns", {}).get("penalties", ()))
