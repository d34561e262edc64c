"""Find changes that only name a country or body in another way, also in the languages whose names are not looked for.

left   |L'ONU a| condamné le raid.       right   |Les Nations unies ont| condamné le raid.       the same body
left   |США| ввели пошлины.              right   |Соединённые Штаты| ввели пошлины.              the same country
"""

from functools import cache

from diffing.ledger.core.sides import Side
from diffing.ledger.language.lexemes import Lexemes
from diffing.ledger.language.lexicon import lexicon
from diffing.model import Pair, Place
from diffing.text.folding import folded, word_pattern
from diffing.text.function_words import function_words

# Letters of an article that an apostrophe joins to its noun: l'ONU.
_LETTERS = 2


def name_one_body(both: Pair[Side], places: Pair[Place]) -> bool:
    """Return whether two places have names of one country or body."""
    left, right = (_named(place.words(side.own), side.language) for side, place in zip(both, places, strict=True))
    return not left.isdisjoint(right)


def is_named_otherwise(side: Side, place: Place) -> bool:
    """Return whether the row of a name has its body by other words there: НАТО, Североатлантический альянс."""
    own = _named(place.words(side.own), side.language)
    if not own:
        return False
    for index in side.opposite(place):
        text = side.other_texts[index]
        for start, end, bodies in _bodies(side.language).find(text.folded):
            # 'Us' is no country.
            if not own.isdisjoint(bodies) and text.text[text.folded.place(0, start, end).start].isupper():
                return True
    return False


def _named(text: str, language: str) -> set[str]:
    """Return the bodies that a text names, none beside another word with a capital: 'Latin America' is no America."""
    form = folded(text)
    found: set[str] = set()
    for start, end, bodies in _bodies(language).find(form):
        place = form.place(0, start, end)
        rest = f"{text[: place.start]} {text[place.end :]}"
        words = word_pattern(rest).findall(rest)
        others = (word for word in words if len(word) > _LETTERS and word.casefold() not in function_words(language))
        if not any(word[0].isupper() for word in others):
            found.update(bodies)
    return found


@cache
def _bodies(language: str) -> Lexemes[str]:
    """Return the names of countries and bodies that have several in a language."""
    return Lexemes(lexicon(language).get("names", {}).get("aliases", {}))
