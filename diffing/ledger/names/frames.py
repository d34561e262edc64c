"""Find out whether two names stand beside the same word, or both beside a verb of saying.

left   originally |from| France, he had spent      right   who is |from| Denmark       the same word before both
left   Holt |says| it was late                         right   |said| Sand             both speak

Then one name replaces the other, though more words of their change differ.
"""

import re
from functools import cache

from diffing.ledger.attribution.bodies import bodies
from diffing.ledger.attribution.sayings import is_saying
from diffing.ledger.language.lexicon import forms, lexicon
from diffing.model import Article, Pair, Place
from diffing.patterns import lazy_pattern
from diffing.text.folding import folded
from diffing.text.function_words import function_forms

# Characters beside a name in which the next word is looked up.
_REACH = 24
_WORD_BEFORE = lazy_pattern(r"([^\W\d_]+)[ \xa0]$")
_WORD_BEHIND = lazy_pattern(r"^[ \xa0]([^\W\d_]+)")


def stand_alike(places: Pair[Place], articles: Pair[Article], language: str) -> bool:
    """Return whether both names have the same word before them, no mere joining word, or if both speak."""
    left, right = (_beside(_WORD_BEFORE, _text_before(*own)) for own in zip(places, articles, strict=True))
    return (left == right != "" and _binds(left, language)) or both_speak(places, articles, language)


def stand_before_one_word(places: Pair[Place], articles: Pair[Article], language: str) -> bool:
    """Return whether both names have the same word behind them, no function word: a |Dutch firm|."""
    left, right = (_beside(_WORD_BEHIND, _text_behind(*own)) for own in zip(places, articles, strict=True))
    return left == right != "" and left not in function_forms(language)


def both_speak(places: Pair[Place], articles: Pair[Article], language: str) -> bool:
    """Return whether both names stand beside a verb of saying."""
    return all(
        is_saying(_beside(_WORD_BEFORE, _text_before(*own)), language)
        or is_saying(_beside(_WORD_BEHIND, _text_behind(*own)), language)
        for own in zip(places, articles, strict=True)
    )


def is_many(word: str, language: str) -> bool:
    """Return whether the first word of a sentence can mean many people who say something, and be no name: Officials."""
    return word.endswith("s") or word in bodies(language)


def _text_before(place: Place, article: Article) -> str:
    return article.paragraphs[place.paragraph].text[max(0, place.start - _REACH) : place.start]


def _text_behind(place: Place, article: Article) -> str:
    return article.paragraphs[place.paragraph].text[place.end : place.end + _REACH]


def _beside(pattern: "re.Pattern[str]", text: str) -> str:
    """Return the word that a pattern finds in the text beside a name, folded; '' for none."""
    found = pattern.search(text)
    return folded(found[1]).text if found else ""


def _binds(word: str, language: str) -> bool:
    """Return whether a word says what the name behind it is or does: a preposition or a content word."""
    return word in _prepositions(language) or word not in function_forms(language)


@cache
def _prepositions(language: str) -> frozenset[str]:
    return forms(lexicon(language).get("quotations", {}).get("prepositions", ()))
