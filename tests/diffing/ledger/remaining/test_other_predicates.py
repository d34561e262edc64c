"""Sentences that say quite another thing of the same subject are one entry; those in other words are none."""

import pytest

from diffing.ledger.build import ledger
from diffing.ledger.core.model import Entry
from tests.diffing.ledger.compared import context

_REST = {
    "en": "The town of Orsen lies at the foot of a dam that was built sixty winters ago, and its people fish there.",
    "de": "Der Ort Orsen liegt am Fuß eines Damms, der vor langer Zeit gebaut wurde, und seine Leute fischen im See.",
    "es": "El pueblo de Orsen está al pie de una presa que fue construida hace mucho tiempo, y su gente pesca allí.",
}


def told(old: str, new: str, language: str) -> list[tuple[str, str]]:
    """Return the words of the entries of other things, with a paragraph that both articles have on both sides."""
    rest = _REST[language]
    given = context(f"{rest}\n\n{old}", f"{rest}\n\n{new}", language)

    def words(entry: Entry) -> tuple[str, str]:
        left, right = given.articles
        return " / ".join(one.words(left) for one in entry.left), " / ".join(one.words(right) for one in entry.right)

    return [words(entry) for entry in ledger(given.comparison).entries if entry.is_told_otherwise]


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        (
            "en",
            "Mayor Curtis Hale cut short a visit to the capital and was expected back in the afternoon.",
            "Mayor Curtis Hale declared three days of mourning and promised that the market would be rebuilt.",
        ),
        (
            "en",
            "Inspector Ola Brask said it was too early to speak of a cause.",
            "Inspector Ola Brask said old tunnels had filled with rain.",
        ),
        (
            "de",
            "Bürgermeister Kurt Hale brach eine Reise in die Hauptstadt ab und wurde am Nachmittag zurückerwartet.",
            "Bürgermeister Kurt Hale ordnete Trauer an und versprach, den Markt wieder aufzubauen.",
        ),
        (
            "es",
            "La alcaldesa Marta Orsal acortó un viaje a la capital y volvía por la tarde.",
            "La alcaldesa Marta Orsal decretó varios días de luto y prometió reconstruir el mercado.",
        ),
    ],
)
def test_another_thing_of_the_same_subject(language: str, old: str, new: str) -> None:
    assert told(old, new, language) == [(old, new)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(
            "Mayor Curtis Hale cut short a visit to the capital and was expected back in the afternoon.",
            "Mayor Curtis Hale ended a trip to the capital early and will be back in the afternoon.",
            id="the same thing in other words",
        ),
        pytest.param(
            "Mayor Curtis Hale cut short a visit to the capital and was expected back in the afternoon.",
            "Mayor Curtis Hale came.",
            id="too little is said",
        ),
        pytest.param(
            "Mayor Curtis Hale cut short a visit to the capital and was expected back in the afternoon.",
            "A fisherman declared three days of mourning and promised that the market would be rebuilt.",
            id="another subject",
        ),
    ],
)
def test_no_other_thing(old: str, new: str) -> None:
    assert (old, new) not in told(old, new, "en")
