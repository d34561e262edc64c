"""Rivals of a pair: which paragraphs are no evidence against it."""

import pytest

from diffing.alignment.candidates import Grid
from diffing.alignment.options import Options
from diffing.alignment.similarity import Features
from diffing.alignment.vocabulary import Vocabulary
from diffing.model import Pair
from diffing.text.reading import read_texts

QUOTE = 'Her inspector said she is not asking for "a new roof."'
LEDE = f"Mayor Falk asks bathers for patience until each beam has been looked at. {QUOTE}"
RETOLD = 'Falk wanted calm of the bathers. Her inspector said she was not asking for any "new roof."'


@pytest.mark.parametrize(
    ("line", "is_rival"),
    [
        pytest.param(QUOTE, False, id="a pull quote"),
        pytest.param(LEDE, False, id="a copy"),
        pytest.param('Her inspector asked for "a new roof."', True, id="another sentence"),
    ],
)
def test_a_line_that_stands_in_the_partner_is_no_rival(line: str, is_rival: bool) -> None:
    grid = Grid(Features(read_texts(Pair([line, LEDE], [RETOLD])).map(Vocabulary().texts)), Options())
    rivalry = grid.right.rivalry(0, 1, 2)
    assert (rivalry.paragraph == 0) is is_rival
