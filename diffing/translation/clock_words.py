"""Times of the day in words, or in figures with a word for the hour, by value.

    um halb acht             7:30        at half past seven       7:30
    в половине одиннадцатого 10:30       a las siete menos cuarto 6:45
    às 4h20                  4:20        午後5時45分               5:45

'Tres horas y media' is no time, but three hours and a half. Times in French words look like hours, and are not read.
"""

from collections.abc import Iterator, Mapping, Sequence

from diffing.patterns import lazy_pattern
from diffing.translation.mentions import NumberMention, WordMention

_DAY, _HOUR, _HALF = 24, 60, 30

# Minutes after the hour that the word behind names.
_BEFORE_HOUR = {
    "de": {"halb": -30, "viertel nach": 15, "viertel vor": -15, "dreiviertel": -15},
    "nl": {"half": -30, "kwart over": 15, "kwart voor": -15},
    "sv": {"halv": -30, "kvart over": 15, "kvart i": -15},
    "da": {"halv": -30, "kvart over": 15, "kvart i": -15},
    "nb": {"halv": -30, "kvart over": 15, "kvart pa": -15},
    "en": {"half past": 30, "quarter past": 15, "quarter to": -15, "quarter after": 15, "quarter before": -15},
    "ru": {"половине": -30, "половина": -30, "половины": -30, "четверть": -45, "без четверти": -15},
    "uk": {"пів на": -30, "чверть на": -45, "за чверть": -15},
    "pl": {"wpoł do": -30, "kwadrans po": 15, "za kwadrans": -15},
}
# Minutes after the hour that the word before names, and the article that makes a number an hour.
_BEHIND_HOUR = {
    "es": {"y media": 30, "y cuarto": 15, "menos cuarto": -15},
    "it": {"e mezza": 30, "e mezzo": 30, "e un quarto": 15, "meno un quarto": -15},
    "pt": {"e meia": 30, "e um quarto": 15, "menos um quarto": -15},
    "el": {"και μιση": 30, "και τεταρτο": 15, "παρα τεταρτο": -15},
}
_LEAST_TELLING = 4
PARTS_OF_HOURS = frozenset(
    word
    for phrases in (*_BEFORE_HOUR.values(), *_BEHIND_HOUR.values())
    for phrase in phrases
    for word in phrase.split()
    if len(word) >= _LEAST_TELLING
)
"""Words of which a text has one if it says a time with halves or quarters of an hour."""
_HOUR_ARTICLES = frozenset({"las", "la", "alle", "le", "dalle", "all'una", "as", "das", "στισ", "τισ", "στη"})
_IN_FIGURES = lazy_pattern(
    r"(?<![\d.,:])([01]?\d|2[0-4]) ?[hH時时點点시] ?(?:([0-5]\d)(?!\d)(?: ?(?:分|min\b|분))?|(半|반))"
)


def times_in_figures(text: str) -> Iterator[NumberMention]:
    """Yield the times of a text whose hour and minutes are figures with a sign or word for the hour between them."""
    for time in _IN_FIGURES.finditer(text):
        yield NumberMention(*time.span(), _time(int(time[1]), int(time[2] or _HALF)), True)


def clock_times(words: Sequence[WordMention], values: Mapping[str, int], language: str) -> Iterator[NumberMention]:
    """Yield the times that the words of a text say with halves and quarters of an hour."""
    before, behind = _BEFORE_HOUR.get(language), _BEHIND_HOUR.get(language)
    if not before and not behind:
        return
    forms = [word.form for word in words]
    for at, form in enumerate(forms):
        hour = values.get(form, 0)
        if not 0 < hour <= _DAY:
            continue
        if before:
            for length in (2, 1):
                minutes = before.get(" ".join(forms[at - length : at])) if at >= length else None
                if minutes is not None:
                    yield NumberMention(words[at - length].start, words[at].end, _time(hour, minutes), False)
                    break
        if behind and at and forms[at - 1] in _HOUR_ARTICLES:
            for length in (2, 3):
                minutes = behind.get(" ".join(forms[at + 1 : at + 1 + length]))
                if minutes is not None and len(forms) > at + length:
                    yield NumberMention(words[at].start, words[at + length].end, _time(hour, minutes), False)
                    break


def _time(hour: int, minutes: int) -> str:
    """Return a time as it is written in figures."""
    total = (hour * _HOUR + minutes) % (_DAY * _HOUR)
    return f"{total // _HOUR}:{total % _HOUR:02}"
