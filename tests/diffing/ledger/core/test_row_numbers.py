"""The row of each paragraph, on both sides."""

from diffing.comparison import compare
from diffing.ledger.core.row_numbers import row_numbers
from diffing.model import Pair
from tests.conftest import MakePair


def test_every_paragraph_has_the_row_it_is_in(make_pair: MakePair) -> None:
    same, other = "The ferry to Lunden was late again.", "Nobody on the quay had been told of it."
    comparison = compare(*make_pair([same, other], [same, "The harbour master said so at noon.", other]))
    found = row_numbers(comparison)
    for side in ("left", "right"):
        of_side = getattr(found, side)
        assert of_side.keys() == set(range(len(getattr(comparison, side).paragraphs)))
        assert all(paragraph in getattr(comparison.rows[row], side) for paragraph, row in of_side.items())


def test_of_no_rows_there_are_none(make_pair: MakePair) -> None:
    assert row_numbers(compare(*make_pair([], []))) == Pair({}, {})
