"""The languages of the articles: that of the other one decides for a text too short for its own to be known."""

import pytest

from diffing.model import Pair
from tests.diffing.ledger.compared import context

_LONG = (
    "Ferry fire kills 12 off Orvik\n\n"
    "At least 12 people died when a fire broke out aboard the ferry late on Friday, officials said. They did not say"
    " what had started the fire, and the captain was not on board at the time."
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Fire kills at least 14 passengers aboard Orvik ferry, police confirm. Captain Inga Sol rescued.", "en"),
        ("Al menos 14 en Orvik, capitana rescatada", ""),
        ("Orvik Lund Vellmar", ""),
    ],
)
def test_a_short_text_is_in_the_language_of_the_other(text: str, language: str) -> None:
    short = f"Ferry fire kills 14 off Orvik\n\n{text}"
    if not language:
        short = text
    assert context(_LONG, short).languages == Pair("en", language)
    assert context(short, _LONG).languages == Pair(language, "en")
