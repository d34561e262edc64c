"""Sentences that only one side has, with nothing in their place: few words are enough."""

import pytest

from diffing.ledger.build import ledger
from tests.diffing.ledger.compared import context, short

_AROUND = {
    "en": "The valley lies between the hills and the sea, and this is where the people of the town have their gardens.",
    "de": "Das Tal liegt zwischen den Hügeln und dem Meer, und hier haben die Leute aus der Stadt auch ihre Gärten.",
    "fr": "La vallée est entre les collines et la mer, et c'est là que les gens de la ville ont leurs jardins.",
    "ru": "Долина лежит между холмами и морем, и здесь у жителей посёлка уже много лет есть свои сады и огороды.",
}
_SAID = "A spokesman for the mill said the sprinklers had been inspected in January."
_BRIDGE = "The bridge will cost a lot."
_FEARS = "Opponents fear noise and traffic."


def _listed(language: str, left: str, right: str) -> list[tuple[str, str, str, str]]:
    """The entries of two paragraphs behind one that both sides have."""
    given = context(*(f"{_AROUND[language]}\n\n{text}" for text in (left, right)))
    return [short(entry, given) for entry in ledger(given.comparison).entries]


@pytest.mark.parametrize(
    ("language", "before", "sentence", "behind"),
    [
        ("en", "", "Police said the cause was not yet known.", _SAID),
        ("en", _BRIDGE, "The mayor is under investigation.", _FEARS),
        ("en", _BRIDGE, "The company disputes this.", _FEARS),
        ("en", f"{_BRIDGE} The mayor is here.", "The mayor supports it.", _FEARS),
        ("de", "Die Brücke kostet viel.", "Der Bürgermeister tritt zurück.", "Gegner fürchten Lärm und Verkehr."),
        ("fr", "Le pont coûtera cher.", "Le maire a démissionné.", "Ses adversaires craignent le bruit."),
        ("ru", "Мост обойдётся дорого.", "Мэр ушёл в отставку.", "Противники боятся шума и пробок."),
    ],
)
def test_a_short_sentence_that_was_cut_or_is_new(language: str, before: str, sentence: str, behind: str) -> None:
    texts = f"{before} {sentence} {behind}".strip(), f"{before} {behind}".strip()
    words = sentence.rstrip(".")
    assert _listed(language, *texts) == [("content", "gone", words, "")]
    assert _listed(language, *reversed(texts)) == [("content", "new", "", words)]


@pytest.mark.parametrize(
    "sentence", ["Here is why.", "She told reporters.", "Read more below.", "The bridge costs a lot.", "He was wrong."]
)
def test_a_sentence_that_says_little_or_nothing_new(sentence: str) -> None:
    assert _listed("en", f"{_BRIDGE} {sentence} {_FEARS}", f"{_BRIDGE} {_FEARS}") == []


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (f"The company disputes this. {_BRIDGE} {_FEARS}", f"{_BRIDGE} {_FEARS} The company disputes this."),
        (f"{_BRIDGE} It spans the river. {_FEARS}", f"The bridge will cost a lot and spans the river. {_FEARS}"),
        (f"{_BRIDGE} It spans the river. {_FEARS}", f"{_BRIDGE} {_FEARS}\n\nOver the river it spans the whole valley."),
    ],
)
def test_a_sentence_that_stands_elsewhere(left: str, right: str) -> None:
    assert not [entry for entry in _listed("en", left, right) if "river" in entry[2] or "company" in entry[2]]


def test_a_byline_behind_the_text() -> None:
    found = _listed("en", f"{_BRIDGE} {_FEARS} By Ole Rand.", f"{_BRIDGE} {_FEARS}")
    assert found == [("name", "gone", "Ole Rand", "")]


def test_what_was_cut_from_a_quotation_is_no_entry_of_its_own() -> None:
    left = 'She said: "We are safe. It is a disaster for the town. We stay here."'
    found = _listed("en", left, left.replace("It is a disaster for the town. ", ""))
    assert [entry[:2] for entry in found] == [("quotation", "trimmed")]


def test_a_sentence_cut_from_a_paragraph_that_was_reworded() -> None:
    left = "She resigned in 2021 after a paper published recordings of talks with the company's chief executive."
    right = "She stepped down in 2021 after a paper published recordings of her talks with the head of the company."
    sentence = "She has not spoken in public since"
    assert _listed("en", f"{left} {sentence}.", right) == [("content", "gone", sentence, "")]
