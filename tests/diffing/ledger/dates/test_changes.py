"""What became of dates and times: each case is a pair of texts and all entries of it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diffing.ledger.build import ledger
from diffing.ledger.core.details import DateMeant, DatesMeant
from diffing.ledger.core.model import Change, Subject
from diffing.ledger.dates.changes import date_entries
from tests.conftest import scaled
from tests.diffing.ledger.compared import context, found


def entries(left: str, right: str, language: str = "en") -> list[tuple[str, str, str]]:
    """Change, words on the left, words on the right."""
    return [(change, before, after) for _, change, before, after in found(date_entries, left, right, language)]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("It began here in April 2019.", "It began here in April 2018.", [("changed", "April 2019", "April 2018")]),
        ("It began here in April 2019.", "It began here in 2019.", [("rounded", "April 2019", "2019")]),
        ("He said on Friday it was late.", "He said on Monday it was late.", [("changed", "Friday", "Monday")]),
        ("He said on Friday it was late.", "He said it was late.", [("gone", "Friday", "")]),
        ("He said it was late.", "He said last month it was late.", [("new", "", "last month")]),
        ("They met at 5 p.m. in the hall.", "They met at 18:00 in the hall.", [("changed", "5 p.m.", "18:00")]),
        ("He sang it last month in town.", "He sang it last year in town.", [("changed", "last month", "last year")]),
        (
            "They went there on Saturday (03.05.2022) to meet him.",
            "They went there on Sunday to meet him.",
            [("changed", "Saturday (03.05.2022)", "Sunday")],
        ),
        (
            "They went there on Saturday (03.05.2022) to meet him.",
            "They went there to meet him.",
            [("gone", "Saturday (03.05.2022)", "")],
        ),
        (
            "They went there on Friday (03.05.2022) to meet him.",
            "They went there on Friday to meet him.",
            [("gone", "03.05.2022", "")],
        ),
        ("It opens on Monday, 4 March.", "It opens on Tuesday.", [("changed", "Monday, 4 March", "Tuesday")]),
    ],
)
def test_changes_are_found(left: str, right: str, expected: list[tuple[str, str, str]]) -> None:
    assert entries(left, right) == expected


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("It began here on 5 March 2022.", "It began here on March 5, 2022."),
        ("It began here on 5 March 2022.", "It began here on 2022-03-05."),
        ("It began here on 03.05.2022 at noon.", "It began here on 5 March 2022 at 12:00."),
        ("It began here on Saturday, 5 March.", "It began here on 5 March."),
        ("They went there on Saturday (03.05.2022).", "They went there on Saturday."),
        ("They went there on Saturday (03.05.2022).", "They went there on 5 March."),
        ("He came on Friday to see us.", "He came last Friday to see us."),
        ("He came on Friday to see us.", "He came on 5 March to see us."),
        ("They may march in the morning.", "They will walk in the morning."),
        ("Today there are many of them.", "There are many of them."),
        ("In 2019 they came, and went in April 2019.", "They came and went in April 2019."),
        (
            "It rained on Friday in the town.\n\nThe river rose in the night and took the bridge.",
            "It rained in the town.\n\nThe river rose in the night and took the bridge on Friday.",
        ),
    ],
)
def test_what_says_the_same_is_no_entry(left: str, right: str) -> None:
    assert entries(left, right) == []
    assert entries(right, left) == []


_STORY = "The minister resigned {} after a long debate in parliament about the dam in the north."


def test_the_date_line_resolves_what_is_told_from_it() -> None:
    left = "PARIS, March 6, 2022 - " + _STORY.format("on Saturday")
    same = "PARIS, March 6, 2022 - " + _STORY.format("on 5 March")
    other = "PARIS, March 6, 2022 - " + _STORY.format("on 4 March")
    assert entries(left, same) == []
    assert entries(left, other) == [("changed", "Saturday", "4 March")]


def test_date_lines_that_differ_are_one_entry_and_leave_the_words_alone() -> None:
    left = "PARIS, March 6, 2022 - " + _STORY.format("on Saturday")
    right = "date 2022-11-29 " + _STORY.format("on Saturday")
    assert entries(left, right) == [("changed", "March 6, 2022", "2022-11-29")]


def test_a_date_above_the_story_is_that_of_the_page() -> None:
    story = "\n\n".join(
        [
            _STORY.format("on Saturday"),
            "The dam had been planned for thirty years and cost more than all the schools of the country.",
            "The opposition asked for a vote, which the speaker of the house refused to hold that night.",
            "Nobody in the valley knew where the water would come from when the summer was over.",
        ]
    )
    left = "Tuesday, November 29, 2022\n\nMenu\n\n" + story
    right = "date 2022-03-06 " + story
    dated = context(left, right, "en")
    assert dated.comparison.rows[0].furniture
    assert not list(date_entries(dated))


@pytest.mark.parametrize(
    ("language", "left", "right", "expected"),
    [
        ("de", "Sie reisten am Samstag (5. März) ab.", "Sie reisten am Samstag ab.", []),
        ("es", "Viajaron el sábado (05.03.2022) allí.", "Viajaron el sábado allí.", []),
        (
            "fr",
            "Ils sont partis samedi (5 mars).",
            "Ils sont partis dimanche.",
            [("changed", "samedi (5 mars)", "dimanche")],
        ),
    ],
)
def test_a_weekday_and_the_date_behind_it_are_one(
    language: str, left: str, right: str, expected: list[tuple[str, str, str]]
) -> None:
    assert entries(left, right, language) == expected


def test_dates_far_apart_in_a_sentence_are_of_two_things() -> None:
    left = "Thatcher, who became prime minister after the longest premiership since 1827, served in Downing Street."
    right = "Thatcher served in Downing Street, and many years later members of her own party removed her in 1990."
    assert ("changed", "1827", "1990") not in entries(left, right)


@pytest.mark.parametrize(
    ("language", "left", "right", "expected"),
    [
        ("es", "Llegó el 5 de marzo de 2022.", "Llegó el 2022-03-05.", []),
        (
            "es",
            "Llegó el mes pasado a Caracas.",
            "Llegó el año pasado a Caracas.",
            [("changed", "el mes pasado", "el año pasado")],
        ),
        (
            "fr",
            "Il est venu lundi dernier à Paris.",
            "Il est venu mardi dernier à Paris.",
            [("changed", "lundi dernier", "mardi dernier")],
        ),
        ("fr", "Il est venu le 5 août à 17h30 ici.", "Il est venu le 5 aout à 17:30 ici.", []),
    ],
)
def test_other_languages(language: str, left: str, right: str, expected: list[tuple[str, str, str]]) -> None:
    assert entries(left, right, language) == expected


def test_numbers_leave_dates_alone() -> None:
    given = context("It began here on 5 March 2022 at 5 p.m.", "It began here on 6 March 2022 at 5 p.m.")
    facts = [entry for entry in ledger(given.comparison).entries if entry.subject in (Subject.NUMBER, Subject.DATE)]
    assert [(entry.subject.value, entry.change.value) for entry in facts] == [("date", "changed")]


_SENTENCES = [
    "They came on Friday at 5 p.m. to the old town.",
    "It began in April 2019 and ended in 2021.",
    "In the 1990s nobody lived there.",
    "He left on 5 March 2022, a Saturday.",
    "Last month she wrote a letter to him.",
    "PARIS, March 6, 2022 - It rained.",
]
_ARTICLES = st.lists(st.lists(st.sampled_from(_SENTENCES), min_size=1, max_size=3).map(" ".join), max_size=4).map(
    "\n\n".join
)
_MIRRORED = {Change.GONE: Change.NEW, Change.NEW: Change.GONE}


@given(_ARTICLES, _ARTICLES)
@settings(max_examples=scaled(40))
def test_entries_mirror_when_the_sides_are_exchanged_and_a_text_has_none_against_itself(left: str, right: str) -> None:
    there = {(entry.change, entry.left, entry.right) for entry in date_entries(context(left, right, "en"))}
    back = {
        (_MIRRORED.get(entry.change, entry.change), entry.right, entry.left)
        for entry in date_entries(context(right, left, "en"))
    }
    assert there == back
    assert list(date_entries(context(left, left, "en"))) == []


@given(st.text(max_size=60), st.text(max_size=60), st.sampled_from(["en", "es", "fr", ""]))
@settings(max_examples=scaled(60))
def test_any_texts_can_be_compared(left: str, right: str, language: str) -> None:
    assert all(entry.left or entry.right for entry in date_entries(context(left, right, language)))


def test_very_many_dates_are_compared_in_time() -> None:
    left = " ".join(f"in {1900 + number % 70}, {number % 27 + 1} May," for number in range(scaled(2_000)))
    right = " ".join(f"in {1971 + number % 70}, {number % 27 + 1} June," for number in range(scaled(2_000)))
    assert list(date_entries(context(left, right, "en")))


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("on Monday", DateMeant("day", weekday=1)),
        ("on Sunday", DateMeant("day", weekday=7)),
        ("on 14 March 2022", DateMeant("day", 2022, 3, 14)),
        ("at 9:30 GMT", DateMeant("time", minute=570, zone="gmt")),
        ("last month", DateMeant("month", shift=-1)),
        ("in the 1990s", DateMeant("decade", 1990)),
    ],
)
def test_an_entry_has_the_date_that_its_words_name(words: str, meant: DateMeant) -> None:
    (entry,) = date_entries(context(f"The storm came {words} to the coast.", "The storm came to the coast.", "en"))
    assert entry.detail == DatesMeant(meant, None)
    (entry,) = date_entries(context("The storm came to the coast.", f"The storm came {words} to the coast.", "en"))
    assert entry.detail == DatesMeant(None, meant)
