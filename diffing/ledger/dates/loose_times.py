"""Times of day that are said loosely: a time near them is no other time.

shortly after half past eleven    around midnight             both are loose: no entry
at 23:50                          shortly before midnight     one is loose: less exact
at 5:42                           about 5:50                  changed: 5:42 would be about 5:40
"""

import re
from functools import cache

from diffing.ledger.core.sides import Side
from diffing.ledger.dates.moments import Moment
from diffing.ledger.language.lexicon import lexicon
from diffing.ledger.language.trie_pattern import alternatives
from diffing.model import Pair, Place
from diffing.text.scripts import with_word_ends

# The minutes to which loose times are rounded. A time is near a loose one if it is not nearer to the next such time.
_STEPS = (60, 30, 15, 10, 5)
_DAY, _HALF_DAY = 1440, 720
# The characters before a time in which the words are looked up: 'shortly before the stroke of'.
_BEFORE = 28
_BEHIND = 12


def looseness(places: Pair[Place], moments: Pair[Moment], both: Pair[Side]) -> int:
    """Return how many of two times that are near each other are said loosely: 0, 1 or 2."""
    left, right = (moment.minute for moment in moments)
    if left is None or right is None:
        return 0
    round_day = _HALF_DAY if moments.left.is_swappable or moments.right.is_swappable else _DAY
    apart = abs(left - right) % round_day
    loose = [_is_loose(side, place) for side, place in zip(both, places, strict=True)]
    steps = [_step(minute) for minute, is_loose in zip((left, right), loose, strict=True) if is_loose]
    is_near = bool(steps) and 2 * min(apart, round_day - apart) <= max(steps)
    return len(steps) if is_near else 0


def _step(minute: int) -> int:
    """Return the minutes to which a time seems to be rounded: 60 for a full hour, 1 for 5:42."""
    return next((step for step in _STEPS if minute % step == 0), 1)


def _is_loose(side: Side, place: Place) -> bool:
    """Return whether a word beside a time says that it is not exact."""
    folded = side.texts[place.paragraph].folded
    before = folded.part(max(0, place.start - _BEFORE), place.start).text
    behind = folded.part(place.end, place.end + _BEHIND).text
    return _before(side.language).search(before) is not None or _behind(side.language).match(behind) is not None


@cache
def _before(language: str) -> re.Pattern[str]:
    """Return the pattern of the words before a loose time; an article may stand between: 'vers les', 'kurz vor der'."""
    return re.compile(
        with_word_ends(rf"(?<!\w){_words(language, 'about_time')}(?:['-]| \w{{1,3}}){{0,2}} ?$", language)
    )


@cache
def _behind(language: str) -> re.Pattern[str]:
    """Return the pattern of the words behind a loose time."""
    return re.compile(with_word_ends(rf" ?{_words(language, 'about_time_behind')}(?!\w)", language))


def _words(language: str, table: str) -> str:
    return alternatives(lexicon(language).get("dates", {}).get(table, ()))
