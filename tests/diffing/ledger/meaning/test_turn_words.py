"""Words that can turn a statement: those of a sentence are those of its paragraph there."""

import pytest

from diffing.comparison import compare_read
from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.sides import sides
from diffing.ledger.meaning.turn_words import turns, turns_of
from diffing.model import Article, Pair, Place
from diffing.text.paragraphs import paragraphs
from diffing.text.reading import read_articles


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Rents rose in May.  They fell in June, and all of them.\tMost were up! None was before"),
        ("en", "They went up\nto the hall, which was full"),
        ("de", "Die Stadt lehnte den Plan ab. Sie nahm ihn im Mai an. Die Mieten stiegen an"),
        ("zh", "房租上涨。房租下降了。所有人都反对"),
    ],
)
def test_a_sentence_has_the_words_of_its_paragraph(language: str, text: str) -> None:
    read = read_articles(Pair(Article("", paragraphs(text)), Article("", paragraphs(f"{text} And more."))))
    side = sides(LedgerContext.of(compare_read(read), Pair(language, language), read)).left
    whole = side.texts[0]
    cuts = [at for at in range(1, len(whole.text)) if whole.text[at - 1].isspace()]
    for first, last in [*whole.sentences, *((0, cut) for cut in cuts), *((cut, len(whole.text)) for cut in cuts)]:
        part = whole.part(first, last)
        assert turns_of(side, Place(0, first, last), part) == turns(part, side.lexicon)
