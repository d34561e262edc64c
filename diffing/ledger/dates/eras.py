"""Years before and after the era, and years of other calendars, as years of the common era.

    400 BC, 400 av. J.-C.     -400       AD 79, 79 n. Chr.           79
    令和6年, Reiwa 6           2024       2567 BE, พ.ศ. 2567           2024
    1445 AH                   2023 and 2024: the lunar year begins in summer

An abbreviation is a word of an era only as it is written here: 400 BE is a year, 'they will be' is none, and neither is
Washington, D.C.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import MAXYEAR, date
from functools import cache
from typing import NamedTuple

from diffing.ledger.dates.moments import LUNAR_YEAR, Moment
from diffing.ledger.language.trie_pattern import alternatives
from diffing.patterns import lazy_pattern
from diffing.text.folding import folded
from diffing.text.scripts import is_western

_BEFORE, _LUNAR = "before", "lunar"


class _Era(NamedTuple):
    """The year of the common era in which an era has its year 1; `kind` is set if an era does not count from there."""

    first: int = 1
    kind: str = ""


# Words behind a year. Those of one era stand together, in English, French, Spanish and Portuguese, Italian, German,
# Dutch, Russian.
_BEHIND: Mapping[_Era, tuple[str, ...]] = {
    _Era(kind=_BEFORE): (
        *("BC", "B.C.", "B.C", "BCE", "B.C.E.", "B.C.E", "before Christ", "before the common era"),
        *("av. J.-C.", "av. J.C.", "av. JC", "avant J.-C.", "avant JC", "avant Jésus-Christ", "avant notre ère"),
        *("a. C.", "a.C.", "a. de C.", "a.n.e.", "a. n. e.", "antes de Cristo", "antes de nuestra era"),
        *("antes da nossa era", "antes da era comum", "avanti Cristo", "prima di Cristo"),
        *("v. Chr.", "v.Chr.", "vor Chr.", "vor Christus", "v. u. Z.", "vor unserer Zeitrechnung"),
        *("voor Christus", "v.C.", "до н. э.", "до н.э.", "до нашей эры", "до Рождества Христова"),
    ),
    _Era(): (
        *("AD", "A.D.", "A.D", "CE", "C.E.", "C.E", "of the common era"),
        *("ap. J.-C.", "apr. J.-C.", "ap. JC", "après J.-C.", "après JC", "après Jésus-Christ", "de notre ère"),
        *("d. C.", "d.C.", "d. de C.", "después de Cristo", "de nuestra era", "depois de Cristo"),
        *("da nossa era", "da era comum", "dopo Cristo"),
        *("n. Chr.", "n.Chr.", "nach Chr.", "nach Christus", "u. Z.", "unserer Zeitrechnung"),
        *("na Christus", "n.C.", "н. э.", "н.э.", "нашей эры", "от Рождества Христова"),
    ),
    # The Buddhist era of Thailand: 2567 is 2024.
    _Era(-542): ("BE", "B.E.", "of the Buddhist era"),
    _Era(kind=_LUNAR): ("AH", "A.H.", "of the Hijra", "Hijri", "de l'Hégire", "de la Hégira", "хиджры", "هـ"),
}
# Words before a year; those of Japan and China are followed by the year and 年.
_IN_FRONT: Mapping[_Era, tuple[str, ...]] = {
    _Era(): ("AD", "A.D.", "CE", "ค.ศ."),
    _Era(-542): ("BE", "B.E.", "พ.ศ."),
    _Era(kind=_LUNAR): ("AH", "A.H."),
    _Era(1868): ("Meiji",),
    _Era(1912): ("Taisho", "Taishō"),
    _Era(1926): ("Showa", "Shōwa"),
    _Era(1989): ("Heisei",),
    _Era(2019): ("Reiwa",),
}
_HAN: Mapping[_Era, tuple[str, ...]] = {
    _Era(kind=_BEFORE): ("公元前", "西元前", "紀元前"),
    _Era(): ("公元", "西元", "西暦"),
    _Era(-542): ("佛曆", "仏暦"),
    _Era(1868): ("明治",),
    _Era(1912): ("大正", "民國"),
    _Era(1926): ("昭和",),
    _Era(1989): ("平成",),
    _Era(2019): ("令和",),
}
# The first year of a Japanese reign.
_FIRST_YEAR = "元"
_FIGURES = r"\d{1,3}[., ]\d{3}|\d{1,4}"

HAN_ERAS = tuple(word for own in _HAN.values() for word in own)


def _all(table: Mapping[_Era, tuple[str, ...]]) -> str:
    """Return the pattern of the words of a table as they are written, the longest first; spaces may be missing."""
    words = sorted((word for own in table.values() for word in own), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s?") for word in words)


def _letters(table: Mapping[_Era, tuple[str, ...]], at: int) -> str:
    """Return the letters at an index of the words of a table, as a class of a pattern."""
    return "".join(sorted({re.escape(word[at]) for own in table.values() for word in own}))


_YEAR = lazy_pattern(
    rf"(?<![\w.,])(?:(?P<before>{_all(_IN_FRONT)})\s?(?P<count>{_FIGURES})(?![\w%]|[.,:]\d)"
    rf"|(?P<figures>{_FIGURES})\s?(?P<behind>{_all(_BEHIND)})(?!\w))"
)
_ERA = lazy_pattern(rf"(?:{_all(_BEHIND)})")
# A figure beside the first or the last letter of such words: few texts have one.
_MAY_BE_YEAR = lazy_pattern(
    rf"\d(?:(?<=[{_letters(_IN_FRONT, -1)}]\d)|(?<=[{_letters(_IN_FRONT, -1)}]\s\d)|\s?[{_letters(_BEHIND, 0)}])"
)
_ASCII_DIGIT = lazy_pattern("[0-9]")
WORDS_BEHIND = tuple(word for own in _BEHIND.values() for word in own)
"""Words of an era behind a century; is_era() decides by their case."""


@cache
def _parts() -> Sequence[tuple[str, Sequence[Sequence[str]]]]:
    """Return the words of the eras by their first parts, with the other parts of each."""
    found: dict[str, list[Sequence[str]]] = {}
    for own in (*_IN_FRONT.values(), *_BEHIND.values()):
        for word in own:
            first, *others = word.split(" ")
            found.setdefault(first, []).append(others)
    return [*found.items()]


HAN_YEAR = (
    rf"(?:(?P<han_era>{alternatives(HAN_ERAS)}) ?(?P<han_count>\d{{1,4}}|{_FIRST_YEAR})|(?P<han_year>\d{{4}})) ?[年년]"
)
"""Pattern of a year as Japan, China and Korea write it, folded: 2024年, 令和6年, 公元前221年, 2024년."""


class EraYear(NamedTuple):
    """A year with the words of its era at `start`..`end` of a text, in code points."""

    start: int
    end: int
    moment: Moment


def era_years(text: str) -> Iterator[EraYear]:
    """Yield the years of a text that have the words of their era before or behind them, in order."""
    # The search for ASCII digits is several times as fast.
    has_digit = not is_western(text) or _ASCII_DIGIT.search(text)
    may_have = has_digit and _MAY_BE_YEAR.search(text) is not None and _has_era(text)
    for match in _YEAR.finditer(text) if may_have else ():
        moment = year_of(match["before"] or match["behind"], match["count"] or match["figures"])
        if moment is not None:
            yield EraYear(*match.span(), moment)


def _has_era(text: str) -> bool:
    """Return whether a text has all parts of the words of an era."""
    found = [others for first, others in _parts() if first in text]
    return any(all(part in text for part in others) for own in found for others in own)


def is_era(written: str) -> bool:
    """Return whether words are those of an era behind a century, as they are written in a text."""
    return _ERA.fullmatch(written) is not None


def year_of(words: str, figures: str) -> Moment | None:
    """Return the moment of a year; `words` are those of its era, as they are written or folded. None for no year."""
    era = _era(words)
    count = 1 if figures == _FIRST_YEAR else int(re.sub(r"\D", "", figures))
    if era is None or not count:
        return None
    if era.kind == _BEFORE:
        return Moment("year", -count)
    if era.kind == _LUNAR:
        return _lunar_year(count)
    return Moment("year", era.first + count - 1)


def century_of(words: str, first: int) -> Moment:
    """Return the moment of a century whose first year is `first`, with the words of its era."""
    era = _era(words)
    return Moment("century", -first - _CENTURY if era is not None and era.kind == _BEFORE else first)


_CENTURY = 100


@cache
def _eras() -> Mapping[str, _Era]:
    tables = (_BEHIND, _IN_FRONT, _HAN)
    return {_bare(word): era for table in tables for era, own in table.items() for word in own}


def _bare(words: str) -> str:
    """Return the folded form of some words without their spaces."""
    return "".join(folded(words).text.split())


def _era(words: str) -> _Era | None:
    """Return the era of some words, as they are written or folded."""
    return _eras().get(_bare(words))


# The tabular Islamic calendar: the day before its first one, in days of `date.toordinal`; 11 years of 30 have 355 days
# (Reingold and Dershowitz, Calendrical Calculations, chapter 7).
_EPOCH = 227_014


def _lunar_year(year: int) -> Moment | None:
    """Return the years of the common era that a year of the Hijra touches."""
    days = [_EPOCH + 1 + (at - 1) * 354 + (3 + 11 * at) // 30 for at in (year, year + 1)]
    if days[1] > date(MAXYEAR, 1, 1).toordinal():
        return None
    first, last = date.fromordinal(days[0]).year, date.fromordinal(days[1] - 1).year
    return Moment(LUNAR_YEAR, first, day=last)
