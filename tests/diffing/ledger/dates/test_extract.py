"""Dates and times found in a text, and whether two can be the same."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffing.ledger.dates import extract
from diffing.ledger.dates.date_line import date_line
from diffing.ledger.dates.date_words import date_words
from diffing.ledger.dates.extract import dates
from diffing.ledger.dates.glosses import Dated
from diffing.ledger.dates.moments import LUNAR_YEAR, Agreement, Moment, agreement
from diffing.ledger.language.lexicon import lexicon
from diffing.ledger.language.narrowed import Narrowed
from diffing.text.folding import folded
from diffing.text.reading import ReadText
from tests.diffing.ledger.looking import Looking


def found(text: str, language: str = "en") -> list[str]:
    return [text[dated.start : dated.end] for dated in dates(ReadText(text), lexicon(language))]


def _read(text: ReadText) -> tuple[Dated, ...]:
    return dates(text, lexicon("en"))


def moment(text: str, language: str = "en") -> Moment:
    (only,) = dates(ReadText(text), lexicon(language))
    return only.moment


@pytest.mark.parametrize(
    ("language", "text", "minute"),
    [
        ("en", "at 1930 GMT", 19 * 60 + 30),
        ("en", "at 1930 hrs GMT", 19 * 60 + 30),
        ("es", "a las 8 p. m.", 20 * 60),
        ("es", "a un cuarto para las ocho de la noche", 19 * 60 + 45),
        ("it", "alle 20, ha detto", 20 * 60),
        ("it", "alle ore 8.", 8 * 60),
        ("it", "alle 24.", 0),
        ("pt", "às quinze para as oito da manhã", 7 * 60 + 45),
        ("pt", "às dez e quinze da manhã", 10 * 60 + 15),
        ("ru", "в половине восьмого вечера", 19 * 60 + 30),
        ("ru", "без четверти восемь утра", 7 * 60 + 45),
        ("ru", "в четверть одиннадцатого утра", 10 * 60 + 15),
        ("zh", "下午三点一刻", 15 * 60 + 15),
        ("zh", "下午3点三刻", 15 * 60 + 45),
    ],
)
def test_clock_times_as_they_are_said(language: str, text: str, minute: int) -> None:
    assert moment(text, language) == Moment("time", minute=minute, zone="gmt" if "GMT" in text else "")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("it", "alle 20 famiglie"),
        ("it", "le 20 famiglie"),
        ("en", "at 1930 euros"),
        ("ru", "четверть голосов, половина первого тайма"),
    ],
)
def test_what_only_looks_like_a_clock_time_is_none(language: str, text: str) -> None:
    assert not [dated for dated in dates(ReadText(text), lexicon(language)) if dated.moment.unit == "time"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on Saturday (03.05.2022) to meet", ["Saturday (03.05.2022)"]),
        ("on Friday (03.05.2022) to meet", ["Friday", "03.05.2022"]),
        ("in force since April 2019 that", ["April 2019"]),
        ("Tuesday, November 29, 2022 and 2022-03-06.", ["Tuesday, November 29, 2022", "2022-03-06"]),
        (
            "March 5, 5 March, March 5th, the 5th of March 2022",
            ["March 5", "5 March", "March 5th", "5th of March 2022"],
        ),
        ("Sat 5 Mar. 2022; Sept 9", ["Sat 5 Mar. 2022", "Sept 9"]),
        ("last month, this year, next Friday, yesterday", ["last month", "this year", "next Friday", "yesterday"]),
        ("in the 1990s, the ’80s and the 19th century", ["1990s", "’80s", "19th century"]),
        ("in the 60s, the late 60s, in her 60s", ["60s", "late 60s"]),
        ("in the early 60s, the mid-70s", ["early 60s", "mid-70s"]),
        ("at 5 p.m., 10.30am. 17:30 GMT, 9 o’clock, noon", ["5 p.m.", "10.30am", "17:30 GMT", "9 o’clock", "noon"]),
        ("in 2019-20, 1984 – 85), mid-2019, in 1066", ["2019-20", "1984 – 85", "2019", "1066"]),
        ("in March and in May", ["March", "May"]),
        ("2022年3月6日 and 3月6日", ["2022年3月6日", "3月6日"]),
        ("on 5 May. Then on 6 Sept.", ["5 May", "6 Sept"]),
        ("in 400 BC, AD 79, 44 B.C.E., the fourth century BC", ["400 BC", "AD 79", "44 B.C.E.", "fourth century BC"]),
        ("this is 40 be careful, 2024 ad spending, in 2024 ce", ["2024", "2024"]),
        ("said on “This Week” and on “Tomorrow.” “Tomorrow,” he said.", ["Tomorrow"]),
        ("shares closed at 9.30 on Friday", ["Friday"]),
    ],
)
def test_dates_are_found(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "They may march on, come what may.",
        "April Jones met June Carter and Theresa May.",
        "We march in march step",
        "Black Friday and The Sunday Times",
        "2000 people, 1900 homes, 1,998 cars, $1998, 1998m",
        "31 February and 31.02.2021 and 99.99.2021",
        "192.168.1.1 and 1.5.2 and 555-1234 and 12.30 and 2-1",
        "24/7 and 9/11",
        "It may 5% of the time; one may 5 per cent.",
        "Fridays, Mondays, marching, mayor, decade, augustly",
        "in a second, at first, on the second",
        "1234567890 2019abc a2019",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("es", "El martes 29 de noviembre de 2022, el 5 de mayo", ["martes 29 de noviembre de 2022", "5 de mayo"]),
        ("es", "en mayo, el mes pasado, el sábado pasado, ayer", ["mayo", "el mes pasado", "sábado pasado", "ayer"]),
        ("es", "la Plaza de Mayo y Julio Iglesias", []),
        ("fr", "Le mardi 1er mars 2022, le 5 août, à 17h30", ["mardi 1er mars 2022", "5 août", "17h30"]),
        ("fr", "l’an dernier, samedi dernier, hier, en février", ["l’an dernier", "samedi dernier", "hier", "février"]),
        ("fr", "la planète Mars, il neige", []),
        ("", "2022-03-06, 06.03.2022, 17:30, 1998", ["2022-03-06", "06.03.2022", "17:30", "1998"]),
    ],
)
def test_other_languages(language: str, text: str, expected: list[str]) -> None:
    assert found(text, language) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("400 BC", Moment("year", -400)),
        ("AD 79", Moment("year", 79)),
        ("2567 BE", Moment("year", 2024)),
        ("令和6年", Moment("year", 2024)),
        ("令和元年", Moment("year", 2019)),
        ("平成30年3月5日", Moment("day", 2018, 3, 5)),
        ("民國113年", Moment("year", 2024)),
        ("Reiwa 6", Moment("year", 2024)),
        ("公元前221年", Moment("year", -221)),
        # 1 Muharram 1445 was 19 July 2023, 29 Dhu al-Hijja 6 July 2024; 1 AH began on 16 July 622.
        ("1445 AH", Moment(LUNAR_YEAR, 2023, day=2024)),
        ("AH 1", Moment(LUNAR_YEAR, 622, day=623)),
        ("4th century BC", Moment("century", -400)),
    ],
)
def test_years_of_eras_are_years_of_the_common_era(text: str, expected: Moment) -> None:
    assert moment(text) == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("5 March 2022", "2022-03-05", Agreement.SAME),
        ("Saturday, March 5, 2022", "5 March", Agreement.SAME),
        ("03.05.2022", "5 March 2022", Agreement.SAME),
        ("03.05.2022", "3 May 2022", Agreement.SAME),
        ("03.05.2022", "4 May 2022", Agreement.DIFFERENT),
        ("13.05.2022", "5/13/2022", Agreement.SAME),
        ("5 March", "6 March", Agreement.DIFFERENT),
        ("5 March 2021", "5 March 2022", Agreement.DIFFERENT),
        ("April 2019", "2019", Agreement.LESS_EXACT),
        ("April 2019", "April 2018", Agreement.DIFFERENT),
        ("5 March 2022", "March 2022", Agreement.LESS_EXACT),
        ("in March", "2019", Agreement.UNKNOWN),
        ("5 p.m.", "17:00", Agreement.SAME),
        ("noon", "12:00", Agreement.SAME),
        ("5 p.m.", "5 a.m.", Agreement.DIFFERENT),
        ("17:00 GMT", "12:00 EST", Agreement.SAME),
        ("the 1990s", "the ’90s", Agreement.SAME),
        ("the 1990s", "in 1993", Agreement.LESS_EXACT),
        ("the 1990s", "in 2003", Agreement.DIFFERENT),
        ("2019-20", "2019–2020", Agreement.SAME),
        ("Friday", "last Friday", Agreement.SAME),
        ("next Friday", "last Friday", Agreement.DIFFERENT),
        ("Friday", "Saturday", Agreement.DIFFERENT),
        ("last month", "last year", Agreement.DIFFERENT),
        ("Friday", "5 March", Agreement.UNKNOWN),
        ("yesterday", "Friday", Agreement.UNKNOWN),
        ("last month", "in February", Agreement.UNKNOWN),
    ],
)
def test_two_dates_agree_or_not(left: str, right: str, expected: Agreement) -> None:
    assert agreement(moment(left), moment(right)) is expected
    assert agreement(moment(right), moment(left)) is expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Saturday", "5 March 2022", Agreement.SAME),
        ("Saturday", "4 March 2022", Agreement.DIFFERENT),
        ("yesterday", "5 March", Agreement.SAME),
        ("yesterday", "Saturday", Agreement.SAME),
        ("last month", "in February", Agreement.SAME),
        ("last month", "in January", Agreement.DIFFERENT),
        ("last year", "in 2021", Agreement.SAME),
        ("next year", "in 2021", Agreement.DIFFERENT),
        # A page that was fetched months later has the date of that day on it.
        ("Saturday", "4 November 2022", Agreement.UNKNOWN),
    ],
)
def test_what_is_told_from_now_is_resolved_by_the_date_line(left: str, right: str, expected: Agreement) -> None:
    sunday = date(2022, 3, 6)
    assert agreement(moment(left), moment(right), (sunday, sunday)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("date 2022-03-06 Senior US government officials travelled", "2022-03-06"),
        ("Tuesday, November 29, 2022 No menu items!", "Tuesday, November 29, 2022"),
        ("PARIS, March 6, 2022 (Agency) - The government fell.", "March 6, 2022"),
        ("Published: 6 March 2022", "6 March 2022"),
        ("(March 6, 2022) The army came to town.", "March 6, 2022"),
        ("Last updated at 10:30 on Sunday 6 March 2022", "Sunday 6 March 2022"),
        ("6 March 2022 was a dark day for the people who lived there.", None),
        ("On 6 March 2022 President Smith came to town.", None),
        ("It happened on 6 March 2022.", None),
        ("In 2022 they came.", None),
        ("The law that was passed by both houses of parliament is of 6 March 2022", None),
    ],
)
def test_date_line(text: str, expected: str | None) -> None:
    line = date_line([ReadText(text), ReadText("Some more text stands here.")], _read)
    assert (line and text[line.dated.start : line.dated.end]) == expected


def test_a_date_line_that_can_be_read_in_two_ways_tells_no_day() -> None:
    line = date_line([ReadText("03/05/2022")], _read)
    assert line is not None
    assert line.day is None


@given(st.text(max_size=80), st.sampled_from(["en", "es", "fr", "", "xx"]))
def test_any_text_can_be_searched(text: str, language: str) -> None:
    ends = 0
    for dated in dates(ReadText(text), lexicon(language)):
        assert ends <= dated.start < dated.end <= len(text)
        ends = dated.end


_PARTS = [
    "5",
    "March",
    "2022",
    " ",
    "-",
    "/",
    ".",
    "03",
    "Friday",
    "last",
    "month",
    "p.m.",
    "é",
    "\u0301",
    "\ud800",
    "\0",
    "年",
]


@given(st.lists(st.sampled_from(_PARTS), max_size=14).map("".join), st.sampled_from(["en", "es", "fr", ""]))
def test_pieces_of_dates_can_be_searched_and_compared(text: str, language: str) -> None:
    all_found = dates(ReadText(text), lexicon(language))
    for one in all_found:
        for other in all_found:
            for line in (None, date.min, date.max, date(2024, 2, 29)):
                there = agreement(one.moment, other.moment, (line, line))
                assert there is agreement(other.moment, one.moment, (line, line))


@pytest.mark.parametrize("piece", ["1 ", "1.", "March ", "1-", "5 March ", "last ", "2022-"])
def test_twice_the_text_is_looked_at_twice_as_often(piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    words = date_words("en")

    def looked_at(times: int) -> int:
        looking = Looking(words.patterns.of(None).of(""))
        monkeypatch.setattr(
            extract, "date_words", lambda language: words._replace(patterns=Narrowed(lambda _: looking.pattern))
        )
        dates(ReadText(piece * times), lexicon("en"))
        return looking.looked_at

    assert 0 < looked_at(10_000) < 2.1 * looked_at(5_000)


def test_offsets_point_at_the_words_of_decomposed_text() -> None:
    text = "el sa\u0301bado pasado"
    assert found(text, "es") == ["sa\u0301bado pasado"]


@pytest.mark.parametrize("language", ["en", "es", "fr"])
def test_every_word_of_the_tables_can_begin_a_date(language: str) -> None:
    """The pattern checks the first letters of a word before it tries all kinds of dates."""
    words = date_words(language)
    full = lexicon(language)["dates"]
    alone = {*full["months"], *full["weekdays"], *words.relative, *words.feasts, *words.decades}
    alone |= {f"{near} {day}" for near in (*words.next, *words.last) for day in full["weekdays"]}
    alone |= {"5/6/2019", "2019-05-06", "1999", "17:30", f"5 {full['months'][4]} 2019"}
    assert [text for text in alone if words.patterns.of(None).of(text).fullmatch(folded(text).text) is None] == []


@pytest.mark.parametrize(
    ("text", "language", "days"),
    [
        ("Closed from 26 to 28 November.", "en", [26, 28]),
        ("Closed from 26th to the 28th of November 2022.", "en", [26, 28]),
        ("Closed between 26 and 28 November.", "en", [26, 28]),
        ("Closed on 26-28 November.", "en", [26, 28]),
        ("Closed on 26/27 November.", "en", [26, 27]),
        ("Gesperrt vom 26. bis zum 28. November.", "de", [26, 28]),
        ("In der Nacht vom 26. auf den 27. November.", "de", [26, 27]),
        ("Gesperrt vom 26.-28. November.", "de", [26, 28]),
        ("Gesloten van 26 tot en met 28 november.", "nl", [26, 28]),
        ("Fermé du 1er au 3 novembre.", "fr", [1, 3]),
        ("Fermé entre le 26 et le 28 novembre.", "fr", [26, 28]),
        ("Cerrado del 26 al 28 de noviembre.", "es", [26, 28]),
        ("Cerrado entre el 26 y el 28 de noviembre.", "es", [26, 28]),
        ("Chiuso tra il 26 e il 28 novembre.", "it", [26, 28]),
        ("Fechado de 26 a 28 de novembro.", "pt", [26, 28]),
        ("Закрыто с 26 по 28 ноября.", "ru", [26, 28]),
        ("В ночь с 26 на 27 ноября.", "ru", [26, 27]),
        # No earlier day, no day of the month, and figures of other things.
        ("The figure rose from 30 to 28 November.", "en", [28]),
        ("It rose to 0.26 to 28 November.", "en", [28]),
        ("It cost $26 to 28 November.", "en", [28]),
        ("It was 26 people on 28 November.", "en", [28]),
        ("It has 12 rooms until 28 November.", "en", [28]),
        ("Closed from 30-31 November.", "en", [None]),
    ],
)
def test_a_day_whose_month_stands_behind_the_next_day(text: str, language: str, days: list[int | None]) -> None:
    found_days = dates(ReadText(text), lexicon(language))
    assert [dated.moment.day for dated in found_days] == days
    assert {dated.moment.month for dated in found_days} == {11}
