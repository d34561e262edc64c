"""Names that an edited article spells in another way."""

import pytest

from diffing.ledger.build import ledger
from tests.diffing.ledger.compared import context, short

_STORY = "The fair drew crowds from the valley until late in the evening, said {}, who runs a shop in Wesen."


def _found(left: str, right: str, language: str = "en", story: str = _STORY) -> list[tuple[str, str, str, str]]:
    both = context(story.format(left), story.format(right), language)
    return [short(entry, both) for entry in ledger(both.comparison).entries]


@pytest.mark.parametrize(
    ("left", "right", "words"),
    [
        ("Anna Frank", "Anna Franck", ("Frank", "Franck")),
        ("Milan Kovac", "Milan Kovacs", ("Kovac", "Kovacs")),
        ("Tom Marsh", "Tom Marsch", ("Marsh", "Marsch")),
        ("Jon Smith", "John Smith", ("Jon", "John")),
        ("Ole Hansen", "Ole Hanssen", ("Hansen", "Hanssen")),
        ("Kovac", "Kovacs", ("Kovac", "Kovacs")),
    ],
)
def test_another_letter(left: str, right: str, words: tuple[str, str]) -> None:
    assert _found(left, right) == [("name", "changed", *words)]
    assert _found(right, left) == [("name", "changed", *reversed(words))]


def test_another_language() -> None:
    story = "La feria atrajo a mucha gente del valle hasta la noche, dijo {}, que tiene una tienda en Wesen."
    assert _found("Ana Duarte", "Ana Duartte", "es", story) == [("name", "changed", "Duarte", "Duartte")]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("José Holt", "Jose Holt"),
        ("Anna Holt", "ANNA HOLT"),
        ("a German", "the Germans"),
        ("the Holt family", "the Holts"),
    ],
)
def test_no_other_letter(left: str, right: str) -> None:
    assert not any(entry[0] == "name" for entry in _found(left, right))


def test_a_headline_in_capitals_says_nothing() -> None:
    both = context(f"Storm Hits Harbour Towns\n\n{_STORY}", f"Storms Hits Harbour Towns\n\n{_STORY}", "en")
    assert not any(entry.subject.value == "name" for entry in ledger(both.comparison).entries)
