"""The words and numbers that are shown as the evidence of a link."""

import pytest

from diffing.model import Pair
from diffing.text.reading import ReadText
from diffing.translation.contents import Reader
from diffing.translation.correspondences import correspondences
from diffing.translation.options import Options
from diffing.translation.shown_words import SideWords

OTHERS = Pair(["Nada de eso.", "La noche era larga.", "Un gato."], ["None of it.", "The night was long.", "A cat."])


@pytest.mark.parametrize(
    ("left", "right", "shown"),
    [
        ("Los caballos cruzan, y Marisol espera.", "The horses cross, and Marisol waits.", {"Marisol", "caballos"}),
        # As it is written first; the elided article is no part of the word.
        ("Marisol espera. MARISOL calla.", "Marisol waits.", {"Marisol"}),
        # Letters beside a digit are no word that stands apart.
        ("12Marisol espera a Julia.", "Marisol waits for Julia.", {"Julia"}),
        ("Llegan siete caballos en 1987.", "The 7 horses arrive in 1987.", {"1987", "siete", "caballos"}),
    ],
)
def test_words_as_they_are_written(left: str, right: str, shown: set[str]) -> None:
    sides = Pair([left, *OTHERS.left], [right, *OTHERS.right])
    readers = Pair(Reader("es"), Reader("en"))
    contents = Pair(
        [readers.left.content(ReadText(text)) for text in sides.left],
        [readers.right.content(ReadText(text)) for text in sides.right],
    )
    words = readers.map(lambda reader: reader.words)
    known, held = correspondences(contents, words, Pair("es", "en"), Options())
    common = frozenset(held.left[0]) & frozenset(held.right[0])
    side = SideWords(readers.left, known.signs.left, known.learned.left)
    assert set(side.shown([left], common, known)) == shown


def test_nothing_in_common_shows_nothing() -> None:
    reader = Reader("es")
    content = Pair([reader.content(ReadText("Uno."))], [])
    known, _ = correspondences(content, Pair(reader.words, {}), Pair("es", "en"), Options())
    assert SideWords(reader, {}, {}).shown(["Uno."], frozenset(), known) == ()
