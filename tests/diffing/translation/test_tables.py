"""What a language's words stand for, in another process."""

import pickle

from diffing.model import Pair
from diffing.text.reading import ReadText
from diffing.translation.contents import Reader


def test_a_reader_is_sent_without_its_table() -> None:
    """What it has met is sent, and the table is the one of the process that gets it."""
    reader = Reader("es")
    reader.content(ReadText("El jueves murieron doce caballos."))
    sent = pickle.dumps(reader)
    assert len(sent) < 10_000
    both = Pair(reader, pickle.loads(sent))
    assert both.left.words == both.right.words
    text = ReadText("Un caballo vino el viernes con Clara.")
    assert both.left.content(text) == both.right.content(text)
