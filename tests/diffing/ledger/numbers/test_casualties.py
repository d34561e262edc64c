"""The number of people harmed comes before all other facts, whatever stands first in the articles."""

import pytest

from diffing.comparison import compare
from diffing.ledger.build import ledger
from diffing.ledger.core.model import Entry, Subject
from tests.conftest import MakePair

_FIRST = {
    "dead only in one": (
        ("Coach with 48 on board leaves road near Aldmoor.", "The road was closed for 5 hours."),
        ("Three dead after coach with 52 on board leaves road near Aldmoor.", "The road was closed for 7 hours."),
        "Three",
    ),
    "killed before": (
        ("The fair in Brye drew 4,000 visitors, its owners said.", "The fire killed at least 6 people, police said."),
        ("The fair in Brye drew 7,000 visitors, its owners said.", "The fire killed at least 9 people, police said."),
        "9",
    ),
    "people who are hurt": (
        ("The wall was 3 metres high, the builders said.", "In all 11 people were badly hurt when it fell."),
        ("The wall was 4 metres high, the builders said.", "In all 17 people were badly hurt when it fell."),
        "17",
    ),
    "es": (
        ("La feria de Brea tuvo 4.000 visitantes, según sus dueños.", "El incendio dejó 6 muertos, dijo la policía."),
        ("La feria de Brea tuvo 7.000 visitantes, según sus dueños.", "El incendio dejó 9 muertos, dijo la policía."),
        "9",
    ),
    "de": (
        (
            "Die Mauer war nach den Plänen 3 Meter hoch.",
            "Bei dem Sturz wurden 11 Menschen verletzt, sagte sie.",
        ),
        (
            "Die Mauer war nach den Plänen 4 Meter hoch.",
            "Bei dem Sturz wurden 17 Menschen verletzt, sagte sie.",
        ),
        "17",
    ),
    "harm elsewhere in the sentence": (
        ("A train with 80 seats stopped, and later the dead were named.", "The line is 40 km long, its owners said."),
        ("A train with 90 seats stopped, and later the dead were named.", "The line is 45 km long, its owners said."),
        "90",
    ),
    "nobody harmed": (
        ("The coach had 48 seats, its owners said.", "The road was closed for 5 hours near Aldmoor."),
        ("The coach had 52 seats, its owners said.", "The road was closed for 7 hours near Aldmoor."),
        "52",
    ),
}


@pytest.mark.parametrize(("left", "right", "first"), _FIRST.values(), ids=_FIRST)
def test_what_is_told_first(left: list[str], right: list[str], first: str, make_pair: MakePair) -> None:
    articles = make_pair(left, right)
    entries = ledger(compare(*articles)).entries
    assert _words(entries[0], articles.right.paragraphs[entries[0].right[0].paragraph].text) == first


def _words(entry: Entry, text: str) -> str:
    return text[entry.right[0].start : entry.right[0].end]


_BODIES = {
    "fr": (
        "Alerte : deux randonneurs portés disparus dans le massif",
        "Massif du Vaudrel : les recherches se poursuivent",
        "Deux randonneurs sont recherchés depuis jeudi soir au-dessus du village de Champ-Loriot.",
    ),
    "en": (
        "Storm warning: three climbers missing on Mount Aske",
        "Search on Mount Aske goes into a second night",
        "Three climbers have been sought since Thursday evening above the village of Pell, the rescue team said.",
    ),
    "es": (
        "Tres pescadores desaparecidos frente a la costa de Brea",
        "Sigue la búsqueda frente a la costa de Brea",
        "Tres pescadores salieron el jueves por la tarde del puerto de Solvera y no han vuelto, dijo el alcalde.",
    ),
}


@pytest.mark.parametrize(("old", "new", "body"), _BODIES.values(), ids=_BODIES)
def test_a_number_of_a_headline_that_the_story_keeps_is_not_gone(
    old: str, new: str, body: str, make_pair: MakePair
) -> None:
    articles = make_pair([old, body], [new, body])
    assert not [one for one in ledger(compare(*articles)).entries if one.subject is Subject.NUMBER]


def test_people_who_are_missing_are_not_those_who_travelled(make_pair: MakePair) -> None:
    travelled = "Twelve climbers had left the hut of Pell on Thursday evening, as its warden said."
    missing = "There are twelve missing climbers, and the avalanche buried a hut that stood empty."
    articles = make_pair([travelled, missing], [travelled, "The avalanche buried a hut that stood empty."])
    words = [place.words(articles.left) for one in ledger(compare(*articles)).entries for place in one.left]
    assert any("twelve" in one for one in words)
