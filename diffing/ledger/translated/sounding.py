"""Tell whether two words of a translation may be one name, by their sounds.

Selenskyj   Zelensky       may be one         תמר   Tamar      are one: in Hebrew the consonants count
Santos      Ramos          are two            Kim   김          are one: see korean_names.py
"""

from diffing.text.sequences import spelling
from diffing.translation.correspondences import NO_VOWELS, VOWELS
from diffing.translation.korean_names import FAMILY_NAMES
from diffing.translation.mentions import WordMention
from diffing.translation.romanised import other_sounds
from diffing.translation.translation import Translation

_LEAST_LETTERS = 4
# Sounds of a name that is like another one, and consonants of one that has the same.
_LEAST_SOUNDS, _LEAST_CONSONANTS = 3, 2
# Letters of two names that are equal and in the same order, as a share, up to which they are two names: in one script,
# and in two, where a name may be written by its sound.
_TWO, _TWO_OF_TWO_SCRIPTS = 0.7, 0.55
# The same share, from which they are one: where they have the same consonants, where capitals show that both are names,
# and elsewhere.
_ONE_OF_CONSONANTS, ONE_OF_NAMES, ONE = 0.6, 0.65, 0.8
# The same for a name in Chinese, whose dot shows that it is one.
ONE_TRANSCRIBED = 0.6
_LAST_LATIN = "\u0250"


def are_latin(one: WordMention, other: WordMention) -> bool:
    """Return whether two words are written in Latin letters."""
    return all(character < _LAST_LATIN for character in one.form + other.form)


def are_two(one: WordMention, other: WordMention, translation: Translation) -> bool:
    """Return whether two words are two names: they sound much unlike each other, and nothing else says they are one."""
    signs = translation.signs
    if signs.left.get(one.form, -1) == signs.right.get(other.form, -2):
        return False
    most = _TWO if are_latin(one, other) else _TWO_OF_TWO_SCRIPTS
    return _likeness(one, other, translation) <= most


def may_be_one(one: WordMention, other: WordMention, is_near: bool, translation: Translation) -> bool:
    """Return whether two words may be one name; consonants alone must be more alike, for there are fewer of them.

    A word that is not near may have two consonants in common by chance.
    """
    if is_near:
        is_one_by_consonants = _of_consonants(one, other, translation) > _TWO
        return is_one_by_consonants or alike(one, other, translation) > _TWO_OF_TWO_SCRIPTS
    return alike(one, other, translation) > ONE or _of_consonants(one, other, translation, _LEAST_SOUNDS) > ONE


def are_one_name(one: WordMention, other: WordMention, least: float, translation: Translation) -> bool:
    """Return whether two words are one name: the articles have it elsewhere, or they sound alike by `least`."""
    sign = translation.signs.left.get(one.form, -1)
    if sign == translation.signs.right.get(other.form, -2) and translation.is_name(sign):
        return True
    if other.form in FAMILY_NAMES.get(one.form, ()) or one.form in FAMILY_NAMES.get(other.form, ()):
        return True
    likeness = alike(one, other, translation)
    # Of a name in Chinese, the characters are syllables.
    is_long = min(one.end - one.start, other.end - other.start) >= (_LEAST_LETTERS if least > ONE_TRANSCRIBED else 2)
    if is_long and likeness >= least:
        return True
    left, right = _spoken(one, other, translation)
    are_equal = left == right and len(left) >= _LEAST_CONSONANTS and likeness >= _ONE_OF_CONSONANTS
    return are_equal or (min(len(left), len(right)) >= _LEAST_SOUNDS and spelling(left, right) >= ONE)


def alike(one: WordMention, other: WordMention, translation: Translation) -> float:
    """Return how much the sounds of two words are alike, 0..1."""
    return spelling(*_readings(one, other, translation))


def _likeness(one: WordMention, other: WordMention, translation: Translation) -> float:
    """Return how much the sounds of two words are alike, 0..1; without vowels where an alphabet has none."""
    return max(alike(one, other, translation), _of_consonants(one, other, translation))


def _of_consonants(
    one: WordMention, other: WordMention, translation: Translation, fewest: int = _LEAST_CONSONANTS
) -> float:
    """Return how much two words are alike without vowels, where an alphabet has none; of `fewest`, all must agree."""
    consonants = _spoken(one, other, translation)
    likeness = spelling(*consonants)
    least = fewest if likeness >= ONE else _LEAST_SOUNDS
    return likeness if min(map(len, consonants)) >= least else 0.0


def _readings(one: WordMention, other: WordMention, translation: Translation) -> tuple[str, str]:
    """Return the sounds of two words, of several readings those that are most alike."""
    left, right = translation.readers
    choices = [
        (own, their)
        for own in (left.sounds(one.form), *other_sounds(one.form, left.language))
        for their in (right.sounds(other.form), *other_sounds(other.form, right.language))
    ]
    return max(choices, key=lambda pair: (spelling(*pair), pair))


def _spoken(one: WordMention, other: WordMention, translation: Translation) -> tuple[str, str]:
    """Return the sounds of two words: of the consonants only, where an alphabet has no vowels."""
    left, right = _readings(one, other, translation)
    if NO_VOWELS.isdisjoint(reader.language for reader in translation.readers):
        return left, right
    return left.translate(VOWELS), right.translate(VOWELS)
