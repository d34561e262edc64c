"""Roman numerals behind a name or a label.

    King Osric III     World War II     phase II trials

They are compared only with a numeral behind the same word, so that the pronoun 'I' cannot be one by mistake.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from diffing.ledger.numbers.extract import NUMERAL, Quantity
from diffing.ledger.numbers.number_words import NumberWords
from diffing.patterns import lazy_pattern
from diffing.text.reading import ReadText
from diffing.text.words import compared_form

# Numerals from I to XXXIX behind a word and a space.
_NUMERAL = lazy_pattern(r"(?<=[^\W\d_] )(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})(?![\w'’-]|\.\w)")
# What ends as a numeral does: most texts have none.
_MAY_BE_NUMERAL = lazy_pattern(r"[IVX]+(?![\w'’-]|\.\w)")
# The word before a numeral, and up to three words with capitals before that word: Second World War II.
_WORDS_BEFORE = lazy_pattern(r"(?:[A-ZÀ-ÖØ-Þ][^\W\d_]* ){0,3}(?P<word>[^\W\d_]+) $")
# The characters before a numeral in which these words are looked up.
_BEFORE = 60
_VALUES = {"I": 1, "V": 5, "X": 10}


def numerals(text: ReadText, words: NumberWords, taken: Sequence[tuple[int, int]]) -> Iterator[Quantity]:
    """Yield the Roman numerals of a text with the name or the label before them, outside the `taken` ranges.

    One letter is a numeral only behind a word with a capital or a label.
    """
    for match in _NUMERAL.finditer(text.text) if _MAY_BE_NUMERAL.search(text.text) else ():
        start, end = match.span()
        before = _WORDS_BEFORE.search(text.text, max(0, start - _BEFORE), start)
        if before is None or any(first < end and start < last for first, last in taken):
            continue
        word = compared_form(before["word"])
        if end - start > 1 or before["word"][0].isupper() or word in words.labels:
            value = Fraction(_value(match[0]))
            yield Quantity(
                before.start(),
                end,
                value,
                value,
                NUMERAL,
                word,
                nouns=(word,),
                weak=True,
                stated=value,
                whole=(start, end),
            )


def _value(numeral: str) -> int:
    """Return the value of a Roman numeral."""
    values = [_VALUES[letter] for letter in numeral]
    return sum(
        -value if value < following else value for value, following in zip(values, [*values[1:], 0], strict=True)
    )
