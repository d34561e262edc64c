"""The dates and times of a text.

    on Saturday (03.05.2022), since April 2019, at 5 p.m.   ->   Saturday; 3 May or 5 March 2022; April 2019; 17:00

Some words only look like a date: 'they may march on', 'April Jones', 'Black Friday', '1,998', '2000 people'.
"""

import re
from collections.abc import Iterator

from diffing.ledger.dates.date_pattern import CLOCK_WORDS
from diffing.ledger.dates.date_words import DateWords, date_words
from diffing.ledger.dates.day_ranges import with_first_days, with_last_days
from diffing.ledger.dates.eras import era_years, is_era
from diffing.ledger.dates.glosses import Dated, with_glosses
from diffing.ledger.dates.match_readers import READERS
from diffing.ledger.dates.titles import MAY_BE_TITLE, is_title
from diffing.ledger.language.chunked_search import matches
from diffing.ledger.language.lexicon import Lexicon, code_of
from diffing.patterns import lazy_pattern
from diffing.text.function_words import FUNCTION_WORDS
from diffing.text.markup import markup_ranges
from diffing.text.reading import ReadText
from diffing.text.scripts import is_western

_CENTURY = 100
# Minutes of a quarter of an hour: no number has one ('half past').
_QUARTER = 15
# A number of four figures before 1900 is usually not a year; it needs a word before it that makes it one.
_FIRST_SURE_YEAR = 1900
# The characters before a date in which the word before it is looked up.
_BEFORE = 24
# The same for a word that says that a figure is a price.
_SENTENCE_BEFORE = 60
_LETTERS = lazy_pattern(r"[^\W\d_]+")
_LAST_WORDS = lazy_pattern(r"((?:[^\W\d_]+(?:'[^\W\d_]+)? )?[^\W\d_]+(?:'[^\W\d_]+)?)[ -]?\(?$")
# Endings of nouns in the plural, in English and the Romance languages.
_PLURAL = ("s", "people", "men", "women", "children")
_WORD_BEHIND = lazy_pattern(r" ([^\W\d_]+)")
_FIRST_HAN, _LAST_HAN = "\u3400", "\u9fff"
# '今年八十八岁' is 'aged 88', in whatever year.
_AGE = lazy_pattern(r" ?[\d〇零一二三四五六七八九十百]{1,5} ?[岁歲]")
# A clock time with its word behind another one, and the word between them, if it is one.
_TIME_BEHIND = lazy_pattern(rf"(?: ?- ?| ([^\W\d_]+) )(?:[01]?\d|2[0-4])\.[0-5]\d (?:{'|'.join(CLOCK_WORDS)})(?!\w)")
# The word behind a clock time with a point and without 'Uhr', '' before a mark or the end.
_BEHIND_CLOCK = lazy_pattern(r"-\d|[.,;:)]|$| ([^\W\d_]+)")


def dates(text: ReadText, lexicon: Lexicon) -> tuple[Dated, ...]:
    """Return the dates and times of a text in order."""
    in_eras = [Dated(*year) for year in era_years(text.text)]
    language = code_of(lexicon)
    glossed = with_glosses(_read_dates(text, language), text.text)
    plain = with_last_days(with_first_days(glossed, text.folded, language), text.folded, language)
    if not in_eras:
        return tuple(plain)
    apart = (one for one in plain if not any(one.start < era.end and era.start < one.end for era in in_eras))
    return tuple(sorted([*in_eras, *apart], key=lambda dated: dated.start))


def _read_dates(text: ReadText, language: str) -> Iterator[Dated]:
    """Yield the dates and times of a text in a language."""
    words, form, markup = date_words(language), text.folded, markup_ranges(text.text)
    for match in _matches(text, words):
        groups = match.re.groupindex
        kind = next(name for name in READERS if name in groups and match[name] is not None)
        moment = READERS[kind](match, words)
        _, start, end = form.place(0, *match.span())
        if moment is None or _is_not_a_date(kind, match, text, words):
            continue
        if any(first <= start < last for first, last in markup):
            continue
        is_weak = kind in _NAMED or match[0] in words.weak or (kind == "relative" and _is_beside_month(match, words))
        yield Dated(start, end, moment, is_weak)


def _matches(text: ReadText, words: DateWords) -> Iterator[re.Match[str]]:
    """Yield the matches of the pattern of dates in a text, in order."""
    form = text.folded.text
    pattern = words.patterns.of(text.possible).of(form)
    if not is_western(form):
        yield from matches(pattern, form)
        return
    end = 0
    for at in words.beginnings.places(form):
        match = pattern.match(form, at) if at >= end else None
        if match is not None:
            yield match
            end = match.end()


# Kinds of dates that have a name. They match a date of the other article, but their loss is not an entry: 'Christmas
# Day' may be 'Christmas' there.
_NAMED = frozenset({"feast", "named_decade"})


_TWO_WORDS = lazy_pattern(r" ([^\W\d_]+)(?: ([^\W\d_]+))?")
_HAN_MONTH = lazy_pattern(r" ?\d{1,2} ?月")


def _is_not_a_date(kind: str, match: re.Match[str], text: ReadText, words: DateWords) -> bool:
    """Return whether a match is another word, a name or a count instead of a date."""
    if kind == "century" and match["century_era"]:
        _, start, end = text.folded.place(0, *match.span("century_era"))
        return not is_era(text.text[start:end])
    before = _word_before(match)
    if kind == "dotted":
        return match["dotted_weekday"] is None and before.isdisjoint(words.before_day)
    if kind == "spoken":
        # 'A las siete y media' is a time, and 'siete y media' a number; 'at ten to twelve euros' is a range.
        is_number = match["spoken_before"] is None and before.isdisjoint(words.before_clock | words.before_hours)
        is_quarter = words.spoken[match["spoken_before"] or match["spoken_behind"]] % _QUARTER == 0
        return is_number or not (is_quarter or match["spoken_daytime"] or _ends_clock(match, words))
    if kind == "relative" and _AGE.match(match.string, match.end()):
        return True
    if kind in MAY_BE_TITLE and is_title(text.text, *text.folded.place(0, *match.span())[1:], kind):
        return True
    if kind == "month":
        is_sure = match[0] not in words.unsure and match[0] not in before
        letter = text.text[text.folded.place(0, *match.span()).start]
        return not is_sure and not (before & words.before_month and _has_month_case(letter, words))
    if kind == "time" and match["noon"]:
        # 'L'après-midi' is no time.
        return any(one.rpartition("'")[2] in words.before_no_noon for one in before)
    if kind == "time" and match["point"]:
        # '9.30' is a time behind 'at' or before 'Uhr', and else a figure: 'at 9.30 on Friday', 'rose by 9.30'.
        has_clock = match["clock"] or match["minute_daytime"] or match["zone"] or _is_before_time(match, words)
        return not has_clock and not (
            before & words.before_clock and _ends_clock(match, words) and not _has_price_before(match, words)
        )
    if kind == "time" and (match["sign"] or match["sign_only"]):
        # 'Vers 2 h 30' is a time, 'pendant 2 h 30' a duration.
        return bool(before & words.before_no_hours)
    if kind == "time" and (match["daytime"] or match["word_daytime"] or "").strip() in words.unsure_daytimes:
        return before.isdisjoint(words.before_hour)
    if kind == "time" and match["bare_hours"]:
        return not before & words.before_hours or bool(before & words.before_no_hours)
    if kind == "hour_alone":
        # Italian: 'alle 20, alle ore 8'.
        return before.isdisjoint(words.before_hour_alone) or not _ends_clock(match, words)
    if kind == "weekday":
        names_behind = match.string.startswith(words.after_no_weekday, match.end() + 1)
        return names_behind or bool(before & words.before_no_weekday)
    if kind == "year":
        if _FIRST_HAN <= match.string[match.end() : match.end() + 1] <= _LAST_HAN:
            return True  # 2000元: a year has 年 behind it
        year = int(match["year"])
        behind = _WORD_BEHIND.match(match.string, match.end())
        if year >= _FIRST_SURE_YEAR and year % _CENTURY:
            # In 'the town has 2019 people' it is a count, in 'in 2019 people voted' and '2019 prices' a year.
            return behind is not None and behind[1] in words.people and not before & words.before_year
        if behind is not None and behind[1] not in words.grammar:
            # These are counts: 'of 1482 people', 'in 1500 homes', 'von 1500 Metern'.
            is_measure = behind[1] in words.measures and match.string[behind.end() : behind.end() + 1] != "."
            if is_measure or behind[1].endswith(_PLURAL):
                return True
        return not before & words.before_year and (year < _FIRST_SURE_YEAR or behind is not None)
    return False


def _is_beside_month(match: re.Match[str], words: DateWords) -> bool:
    """Return whether a relative date only says which month is meant: 'el pasado mes de marzo', 'June of this year'."""
    unit, shift = words.relative[match["relative"]]
    if unit == "month":
        behind = _TWO_WORDS.match(match.string, match.end())
        name = "" if behind is None else behind[2] if behind[1] in words.grammar else behind[1]
        return name in words.months and name not in words.unsure
    if unit != "year" or shift:
        return False
    before = _LAST_WORDS.search(match.string[max(0, match.start() - _BEFORE) : match.start()])
    is_behind = before is not None and not words.months.keys().isdisjoint(before[1].split())
    return is_behind or _HAN_MONTH.match(match.string, match.end()) is not None


def _has_price_before(match: re.Match[str], words: DateWords) -> bool:
    """Return whether a word before a figure says that it is a price: 'the shares closed at 9.30'."""
    before = match.string[max(0, match.start() - _SENTENCE_BEFORE) : match.start()]
    return not words.prices.isdisjoint(_LETTERS.findall(before))


def _is_before_time(match: re.Match[str], words: DateWords) -> bool:
    """Return whether a clock time with a point is the first of two: 'von 9.30 bis 11.00 Uhr'."""
    behind = _TIME_BEHIND.match(match.string, match.end())
    return behind is not None and (behind[1] is None or behind[1] in words.next_day)


def _ends_clock(match: re.Match[str], words: DateWords) -> bool:
    """Return whether a clock time can end where a match ends: no unit and no counted noun stands behind it."""
    behind = _BEHIND_CLOCK.match(match.string, match.end())
    return behind is not None and (behind[1] is None or behind[1] in FUNCTION_WORDS or behind[1] in words.weekdays)


def _word_before(match: re.Match[str]) -> set[str]:
    """Return the word before a match, and the two words before it as one string."""
    before = _LAST_WORDS.search(match.string[max(0, match.start() - _BEFORE) : match.start()])
    return {before[1], before[1].split()[-1]} if before else set()


def _has_month_case(letter: str, words: DateWords) -> bool:
    """Return whether a letter has the case of a month's first letter: 'in May' in English, but 'en mayo' in Spanish."""
    return letter.isupper() or not words.has_capital_months
