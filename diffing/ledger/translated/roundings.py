"""Numbers of two languages of which one is the other, rounded.

    41 987    42,000           nearer than a twentieth
    637       more than 600    as far as the word before it goes; 580 is not 'more than 600'

The words are those of the lexicons: 'about', 'nearly', 'at least'. In other languages a number has none.
"""

from fractions import Fraction

from diffing.ledger.language.lexicon import LANGUAGES
from diffing.ledger.numbers.extract import quantities
from diffing.ledger.numbers.number_words import number_words
from diffing.ledger.numbers.rounding import is_rounded
from diffing.ledger.translated.facts import Facts
from diffing.ledger.translated.sameness import is_written_year
from diffing.model import Pair
from diffing.text.reading import ReadText
from diffing.translation.mentions import NumberMention

_NEAR = Fraction("0.05")


def is_rounding(numbers: Pair[NumberMention], facts: Pair[Facts], languages: Pair[str]) -> bool:
    """Return whether one of two numbers is the other one, rounded."""
    one, other = numbers.left.value, numbers.right.value
    if not isinstance(one, Fraction) or not isinstance(other, Fraction):
        return False
    if is_written_year(numbers.left) and is_written_year(numbers.right):
        return False
    left = _approximator(numbers.left, facts.left, languages.left)
    right = _approximator(numbers.right, facts.right, languages.right)
    if left or right:
        return is_rounded(one, other, right) or is_rounded(other, one, left)
    exact, rough = (one, other) if _digits(one) > _digits(other) else (other, one)
    return _digits(exact) > _digits(rough) and abs(exact - rough) <= _NEAR * exact


def _approximator(number: NumberMention, facts: Facts, language: str) -> str:
    """Return the group of the word that says that a number is not exact, '' for none."""
    if language not in LANGUAGES:
        return ""
    words = number_words(language)
    found = quantities(ReadText(facts.text), words, words.decimal)
    return next((one.approximator for one in found if one.start <= number.start < one.end), "")


def _digits(number: Fraction) -> int:
    """Return the number of digits that are not noughts at the end."""
    return len(str(number.numerator if number.denominator == 1 else float(number)).replace(".", "").rstrip("0"))
