"""Numbers in words, read by the tables of a language.

two hundred and fifty thousand   ->   250,000       half a million   ->   500,000
between one hundred and two hundred                  100, and then 200: nobody says 'a hundred and two hundred'
"""

import re
from fractions import Fraction
from typing import NamedTuple

from diffing.ledger.numbers.number_words import NumberWords

_HUNDRED = 100
_THOUSAND = 1000
_TEN = 10
_TWENTY = 20
# In French sixty and eighty are counted on to nineteen: soixante-dix-sept.
_TO_NINETEEN = (60, 80)


class Worded(NamedTuple):
    """A number in words that ends at `end`; `magnitude` is the last of its thousands and millions."""

    end: int
    value: Fraction
    is_ordinal: bool = False
    magnitude: int = 1


class _State(NamedTuple):
    """What has been read: the finished thousands, the part below them, and what may still be added to that."""

    total: int = 0
    current: int = 0
    room: int = 0
    last: int = 0
    is_ordinal: bool = False

    @property
    def value(self) -> int:
        return self.total + self.current


def read_words(match: re.Match[str], words: NumberWords) -> Worded | None:
    """The first number of a run of number words; None for 'hundred' or 'million' alone."""
    text = match.string
    at = end = match.end("one") + 1 if match["one"] else match.start("words")
    states: list[tuple[int, bool, _State]] = []
    state = _State()
    for token in words.word.finditer(text, at, match.end("words")):
        is_joined = bool(states) and token.start() - end > 1
        following = _added(state, token[0], words, bool(states))
        if following is None:
            if states and states[-1][1] and token[0] in words.magnitudes:
                # The word behind the 'and' belongs to what follows.
                states.pop()
            break
        state, end = following, token.end()
        states.append((end, is_joined, state))
        if state.is_ordinal:
            break
    if not states:
        return None
    first = words.word.match(text, at)
    if first and first[0] in words.magnitudes and not match["one"] and first[0] not in words.bare:
        return None
    end, _, state = states[-1]
    half = Fraction(1, 2) if match["half"] else Fraction(1)
    return Worded(end, state.value * half, state.is_ordinal, state.last or 1)


def _added(state: _State, word: str, words: NumberWords, is_begun: bool) -> _State | None:
    """The state after one more word; None where it cannot follow."""
    if word in words.words:
        value = words.words[word]
        if is_begun and (value >= state.room or value == 0):
            return None
        return state._replace(current=state.current + value, room=_room(value))
    if word in words.ordinals:
        value = words.ordinals[word]
        if is_begun and value >= state.room:
            return None
        return state._replace(current=state.current + value, room=0, is_ordinal=True)
    magnitude = words.magnitudes[word]
    if magnitude < _THOUSAND:
        if state.current >= _HUNDRED or (is_begun and not state.current and not state.total):
            return None
        return state._replace(current=(state.current or 1) * magnitude, room=magnitude if magnitude == _HUNDRED else 0)
    if is_begun and not state.current and not state.total:
        return None
    group = state.current or (0 if is_begun else 1)
    if state.total and state.last < magnitude:
        # 'dos mil millones' are two thousand times a million.
        return _State((state.total + group) * magnitude, 0, _THOUSAND, magnitude)
    if not group:
        return None
    return _State(state.total + group * magnitude, 0, _THOUSAND, magnitude)


def _room(value: int) -> int:
    """Below what a number must be to follow another and be added to it."""
    if value >= _HUNDRED:
        return _HUNDRED
    if value in _TO_NINETEEN:
        return _TWENTY
    return _TEN if value >= _TWENTY else 0
