"""The tables of the words of a language, in another process."""

import pickle

from diffing.model import Pair
from diffing.text.reading import ReadText
from diffing.translation.contents import Reader


def test_a_reader_is_sent_without_its_table() -> None:
    """The words met so far are sent; the process that gets them uses its own table."""
    reader = Reader("es")
    reader.content(ReadText("El jueves murieron doce caballos."))
    sent = pickle.dumps(reader)
    assert len(sent) < 10_000
    both = Pair(reader, pickle.loads(sent))
    assert both.left.words == both.right.words
    text = ReadText("Un caballo vino el viernes con Clara.")
    assert both.left.content(text) == both.right.content(text)
