"""Find the number of a house: it is part of an address, and counts nothing.

the office at |12| Quarn Street was closed       12 is the number of a house
le |12| rue Verte                                 the same
|12| Quarn Street offices were closed            12 counts offices
"""

from diffing.ledger.numbers.counted_nouns import NEXT_WORD
from diffing.ledger.numbers.values import Reader

# The words of a street's name before the word for a street: 12 |Old Mill| Street.
_LONGEST_NAME = 3


def street_behind(end: int, reader: Reader) -> str:
    """Return the word for a street, folded, that ends the name behind a number; '' if no street stands there.

    `end` is the end of the number in the folded text.
    """
    words, text = reader.words, reader.form.text
    for _ in range(_LONGEST_NAME + 1):
        word = NEXT_WORD.match(text, end)
        if word is None:
            return ""
        end, has_capital = word.end(), reader.shown(word.start(1)).isupper()
        if word[1] in words.streets:
            return word[1] if _is_name(end, reader, goes_on=not has_capital) else ""
        if not has_capital:
            return ""
    return ""


def _is_name(end: int, reader: Reader, *, goes_on: bool) -> bool:
    """Return whether no noun that is counted stands behind the word for a street; a name may go on: rue Verte."""
    behind = NEXT_WORD.match(reader.form.text, end)
    if behind is None or behind[1] in reader.words.no_noun:
        return True
    return goes_on and reader.shown(behind.start(1)).isupper()
