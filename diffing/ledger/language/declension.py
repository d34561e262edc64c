"""Stems of names that have other endings in other cases, in Russian and its neighbours, and names in German.

    Карл Лисин   Карлом Лисиным   Карлу Лисину        ->   карл лисин
    Анна Вельская   Анной Вельской                    ->   анн вельск
    Павел   Павла   Павлом                            ->   павл

The rules know the endings, not the gender: a man and a woman of one family name have one stem.
"""

from diffing.patterns import lazy_pattern

LANGUAGES = frozenset({"ru", "uk", "be", "bg"})
"""Languages whose names have these endings."""

# Letters of a stem, at least.
_LEAST = 3
_ENDINGS = (
    *("иями", "ями", "ами", "ого", "его", "ому", "ему", "ыми", "ими", "ієм", "ією", "иям", "иях", "ией", "ием"),
    *(
        "ой",
        "ей",
        "ою",
        "ею",
        "ом",
        "ем",
        "ым",
        "им",
        "ах",
        "ях",
        "ам",
        "ям",
        "ая",
        "яя",
        "ую",
        "юю",
        "ый",
        "ий",
        "ія",
        "ії",
    ),
    *("ия", "ии", "ию", "ие", "ів", "і", "ї", "а", "я", "у", "ю", "ы", "и", "е", "о", "ь", "й"),
)
_ENDING = lazy_pattern(rf"(?<=\w{{{_LEAST}}})(?:{'|'.join(sorted(_ENDINGS, key=lambda one: (-len(one), one)))})$")
# The vowel that other cases of a name drop: Павел, Павла.
_FLEETING = lazy_pattern(r"(?<=[бвгджзклмнпрстфхцчшщ])[еоё](?=[лнцк]$)")


# The endings of adjectives, and of a noun behind them, in German: Nordischer Bund, des Nordischen Bundes.
_OF_ADJECTIVE = lazy_pattern(rf"(?<=\w{{{_LEAST}}})e[mnrs]?$")
_OF_NOUN = lazy_pattern(rf"(?<=\w{{{_LEAST}}})e?s$")


def are_cases(one: str, other: str, language: str) -> bool:
    """Return whether two names may be one in different cases, in German, Russian and its neighbours."""
    if language == "de":
        return _german(one) == _german(other)
    return language in LANGUAGES and [*map(stem, one.split())] == [*map(stem, other.split())]


def _german(name: str) -> list[str]:
    """Return the words of a name in German without their endings; of the last one only that of a genitive is."""
    *words, last = name.casefold().split()
    return [*(_OF_ADJECTIVE.sub("", word) for word in words), _OF_NOUN.sub("", last)]


def stem(word: str) -> str:
    """Return the stem of a name in Cyrillic letters, in small letters."""
    return _FLEETING.sub("", _ENDING.sub("", word.casefold().replace("ё", "е")))
