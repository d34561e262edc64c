"""The values of numbers in words, by the tables of a language.

two hundred and fifty thousand   ->   250,000       half a million   ->   500,000
between one hundred and two hundred                  100, then 200: 'hundred and two hundred' is not one number
six thousand and two hundred thousand                6,000, then 200,000: no number has one magnitude twice
zweihundertzweiundzwanzig   ->   222                 its parts are joined, and the unit stands before the ten
"""

import re
from fractions import Fraction
from itertools import dropwhile
from typing import NamedTuple

from diffing.ledger.numbers.number_words import NumberWords
from diffing.ledger.numbers.values import Reader

_HUNDRED = 100
_THOUSAND = 1000
_TEN = 10
_TWENTY = 20
# In French a number up to nineteen may follow sixty and eighty: soixante-dix-sept.
_TO_NINETEEN = (60, 80)


class Worded(NamedTuple):
    """A number in words.

    `end` is its end in the folded text. `magnitude` is the last of its magnitudes from a thousand up, 1 without one.
    """

    end: int
    value: Fraction
    is_ordinal: bool = False
    magnitude: int = 1


class _State(NamedTuple):
    """The number so far, word by word.

    `total` is the sum of the finished groups of thousands, `current` the group in progress. The next word is added only
    if its value is less than `room`. `last` is the last magnitude from a thousand up, 0 before the first.
    """

    total: int = 0
    current: int = 0
    room: int = 0
    last: int = 0
    is_ordinal: bool = False

    @property
    def value(self) -> int:
        """The number so far."""
        return self.total + self.current


def read_words(match: re.Match[str], reader: Reader) -> Worded | None:
    """Return the first number in a series of number words, None for a magnitude that needs one before it: 'million'."""
    words, pattern, text = reader.words, reader.patterns.word, match.string
    at = end = match.end("one") + 1 if match["one"] else match.start("words")
    states: list[tuple[int, bool, _State]] = []
    state = _State()
    for token in pattern.finditer(text, at, match.end("words")):
        is_joined = bool(states) and token.start() - end > 1
        if text[end : token.start()] in words.unit_first:
            state = state._replace(room=_room_for_ten(state))
        following = _added(state, token[0], words, bool(states))
        if following is None:
            if states and states[-1][1] and token[0] in words.magnitudes:
                # The word after the 'and' belongs to the next number.
                states.pop()
            elif words.magnitudes.get(token[0]) == state.last:
                # So do all words behind the first of two equal magnitudes.
                states = list(dropwhile(lambda one: one[2].current, reversed(states)))[::-1]
            break
        state, end = following, token.end()
        states.append((end, is_joined, state))
        if state.is_ordinal and not state.room:
            break
    if not states:
        return None
    first = pattern.match(text, at)
    if first and first[0] in words.magnitudes and not match["one"] and first[0] not in words.bare:
        return None
    end, _, state = states[-1]
    half = Fraction(1, 2) if match["half"] else Fraction(1)
    return Worded(end, state.value * half, state.is_ordinal, state.last or 1)


def _added(state: _State, word: str, words: NumberWords, is_begun: bool) -> _State | None:
    """Return the state after one more word, None if the word cannot continue the number."""
    if state.is_ordinal:
        # 'Vigésimo segundo' is 22nd.
        unit = words.ordinals.get(word) or words.ordinal_units.get(word)
        if unit is None or unit >= state.room:
            return None
        return state._replace(current=state.current + unit, room=_room(unit) if word in words.ordinal_tens else 0)
    if word in words.words:
        value = words.words[word]
        if is_begun and (value >= state.room or value == 0):
            return None
        return state._replace(current=state.current + value, room=_room(value))
    if word in words.ordinals:
        value = words.ordinals[word]
        if is_begun and value >= state.room:
            return None
        room = _room(value) or _TEN if word in words.ordinal_tens else 0
        return state._replace(current=state.current + value, room=room, is_ordinal=True)
    if word in words.ordinal_units:
        return None
    magnitude = words.magnitudes[word]
    if magnitude < _THOUSAND:
        if state.current >= _HUNDRED or (is_begun and not state.current and not state.total):
            return None
        return state._replace(current=(state.current or 1) * magnitude, room=magnitude if magnitude == _HUNDRED else 0)
    if is_begun and not state.current and not state.total:
        return None
    group = state.current or (0 if is_begun else 1)
    if state.last == magnitude:
        return None
    if state.total and state.last < magnitude:
        # 'dos mil millones' is two thousand times a million.
        return _State((state.total + group) * magnitude, 0, _THOUSAND, magnitude)
    if not group:
        return None
    return _State(state.total + group * magnitude, 0, _THOUSAND, magnitude)


def _room_for_ten(state: _State) -> int:
    """Return the bound of the ten behind a unit: zwei-und-zwanzig; 0 behind a greater number."""
    return _HUNDRED if 0 < state.current % _HUNDRED < _TEN else 0


def _room(value: int) -> int:
    """Return the bound below which the next number must be to be added to this one."""
    if value >= _HUNDRED:
        return _HUNDRED
    if value in _TO_NINETEEN:
        return _TWENTY
    return _TEN if value >= _TWENTY else 0
