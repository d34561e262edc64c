"""Facts exchanged in stories.

`stories/xx.txt` has a text, a line of three hyphens, its translation, and perhaps, behind a line of three equals signs,
what is exchanged: the subject of the entry, the words, those in their place, and the words of the entry on both sides.
"""

from pathlib import Path

import pytest

from diffing.comparison import compare
from diffing.ledger.build import ledger
from diffing.ledger.core.model import Subject

FILES = {
    path.stem: path.read_text(encoding="utf-8").partition("\n===\n")
    for path in sorted((Path(__file__).parent / "stories").iterdir())
}
STORIES = {name: story.split("\n---\n") for name, (story, _, _) in FILES.items()}
EXCHANGED = [(name, line) for name, (_, _, lines) in FILES.items() for line in lines.splitlines()]


def entries(left: str, right: str) -> list[tuple[Subject, str, str]]:
    """Return the entries, each with the words of its first place on both sides."""
    comparison = compare(left, right)
    return [
        (
            entry.subject,
            entry.left[0].words(comparison.left) if entry.left else "",
            entry.right[0].words(comparison.right) if entry.right else "",
        )
        for entry in ledger(comparison).entries
    ]


@pytest.mark.parametrize("language", STORIES)
def test_a_faithful_translation_has_no_entry(language: str) -> None:
    assert entries(*STORIES[language]) == []


@pytest.mark.parametrize(("name", "line"), EXCHANGED)
def test_what_is_exchanged_is_found(name: str, line: str) -> None:
    left, right = STORIES[name]
    subject, old, new, *words = line.split("|")
    assert right.count(old) == 1
    assert entries(left, right.replace(old, new)) == [(subject, *words)]


@pytest.mark.parametrize(
    ("language", "old", "new", "left"),
    [
        ("ar", "Hans Keller", "Hans Whitford", "كيلر"),
        ("ar", "Tarek Hamrouni", "Tarek Herrera", "الحمروني"),
        ("el", "Nikos Papadakis", "Nikos Thornton", "Παπαδάκης"),
        ("el", "Maria Dimitriou", "Maria Vasquez", "Δημητρίου"),
        ("fa", "Maryam Sadeghi", "Maryam Bernardi", "صادقی"),
        ("fa", "Hossein Nouri", "Hossein Lindgren", "نوری"),
        ("he", "David Levin", "David Herrera", "לוין"),
        ("he", "Ilana Cohen", "Ilana Thornton", "כהן"),
        ("hi", "Rajesh Thakur", "Rajesh Bernardi", "ठाकुर"),
        ("hi", "Vikram Joshi", "Vikram Whitford", "जोशी"),
        ("ja", "Emily Carter", "Emily Vasquez", "カーター"),
        # A family name of one syllable, which Koreans write in Latin letters in their own ways.
        ("ko", "Kim Tae-ho", "Kim Herrera", "태호"),
        ("ko", "Lee Su-jin", "Lee Bernardi", "수진"),
        ("ko", "Jung Yu-na", "Jung Vasquez", "유나"),
        ("ko", "Lars Horn", "Lars Whitford", "호른이"),
        # The first name has another case: Ольги.
        ("ru", "Olga Melnikova", "Olga Bernardi", "Мельниковой"),
        ("ru", "Nina Kostina", "Nina Herrera", "Костиной"),
        ("tr", "Pieter Visser", "Pieter Kowalski", "Visser"),
        ("uk", "Oleh Bondarenko", "Oleh Herrera", "Бондаренко"),
    ],
)
def test_an_exchanged_name_is_found(language: str, old: str, new: str, left: str) -> None:
    own, other = STORIES[language]
    assert old in other
    assert entries(own, other.replace(old, new, 1)) == [(Subject.NAME, left, new.split()[-1])]


def test_a_weekday_of_two_words_is_not_its_second_word() -> None:
    own, other = STORIES["fa"]
    tuesday = own.replace("روز شنبه", "روز سه‌شنبه")
    assert entries(tuesday, other.replace("Saturday", "Tuesday")) == []
    assert entries(own, other.replace("Saturday", "Tuesday")) == [(Subject.DATE, "شنبه", "Tuesday")]
    assert entries(tuesday, other) == [(Subject.DATE, "سه‌شنبه", "Saturday")]


def test_a_hebrew_weekday_of_two_words() -> None:
    own, other = STORIES["he"]
    left, right = own.replace("פתח אתמול", "פתח ביום ראשון"), other.replace("yesterday", "on Sunday")
    assert entries(left, right) == []
    assert entries(left, right.replace("Sunday", "Tuesday")) == [(Subject.DATE, "ביום ראשון", "Tuesday")]
