"""Who speaks: beside the verb, before an apposition, or named before a pronoun."""

import pytest

from diffing.ledger.attribution.sayings import sayings
from diffing.ledger.attribution.speakers import speaker
from diffing.ledger.language.lexicon import lexicon
from diffing.text.reading import ReadText


def _speakers(text: str, language: str) -> list[tuple[str, list[str], str]]:
    """The verbs of saying of a text, each with the stems of its speaker and its place."""
    read = ReadText(text)
    found = []
    for saying in sayings(read, lexicon(language)):
        who = speaker(read, saying, language)
        place = "" if who.place is None else text[who.place.start : who.place.end]
        found.append((text[saying.start : saying.end], sorted(who.words), place))
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Senn said it holds.", ("said", ["ada", "senn"], "Ada Senn said")),
        ("“It holds,” said Ada Senn, of Lisk.", ("said", ["ada", "senn"], "said Ada Senn")),
        ("Ron Tilby, who sells rope, said it holds.", ("said", ["ron", "tilby"], "Ron Tilby, who sells rope, said")),
        ("Senn left early. She said it holds.", ("said", ["senn"], "She said")),
        ("Renner shocked sailors when he said it holds.", ("said", ["renne"], "he said")),
        ("The isle of Norra has pledged to plant.", ("pledged", ["isle", "norra"], "The isle of Norra has pledged")),
        # A verb with another subject, and one that nobody speaks.
        ("The visitors were told to go.", None),
        ("They had a claim on land.", None),
    ],
)
def test_the_speaker_of_a_verb(text: str, expected: tuple[str, list[str], str] | None) -> None:
    assert _speakers(text, "en") == ([] if expected is None else [expected])


def test_an_infinitive_has_no_speaker() -> None:
    assert _speakers("He did not live to tell us so.", "en") == [("tell", [], "")]


def test_each_verb_has_its_own_speaker() -> None:
    found = _speakers("A lawyer for Norvik said it was safe, Ada Senn wrote.", "en")
    assert [(verb, words) for verb, words, _ in found] == [("said", ["lawyers", "norvi"]), ("wrote", ["ada", "senn"])]


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("es", "«Es audaz», dijo Marta Soler.", ["marta", "soler"]),
        ("fr", "« C’est audacieux », a dit Claire Monnet.", ["clair", "monne"]),
        ("de", "„Er ist kühn“, sagte Lena Kroll.", ["kroll", "lena"]),
        ("pt", "“É ousado”, disse Rui Tavora.", ["rui", "tavor"]),
    ],
)
def test_other_languages(language: str, text: str, words: list[str]) -> None:
    assert [own for _, own, _ in _speakers(text, language)] == [words]
