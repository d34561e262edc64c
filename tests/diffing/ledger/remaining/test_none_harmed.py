"""No people harmed on one side, and a number of harmed people on the other."""

import pytest

from diffing.comparison import compare
from diffing.ledger.build import ledger
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Subject
from diffing.model import Article
from diffing.text.paragraphs import paragraphs

_MILL = "The mill of Varn burned down on Monday, and the road is closed."


@pytest.mark.parametrize(
    ("left", "right", "location"),
    [
        (f"Nobody was killed in the fire. {_MILL}", f"Three people were killed in the fire. {_MILL}", "same-sentence"),
        (
            f"{_MILL} Nobody was killed.",
            f"In the mill three people were killed as they slept in a shed. {_MILL}",
            "same-paragraph",
        ),
        (
            f"Nobody was killed in it.\n\n{_MILL}\n\nThe council meets.",
            f"{_MILL}\n\nThe council meets.\n\nA shed fell down, so that three people were killed.",
            "elsewhere",
        ),
    ],
)
def test_where_the_number_stands_whose_opposite_is_told(left: str, right: str, location: str) -> None:
    compared = compare(*(Article("", paragraphs(text)) for text in (left, right)))
    (entry,) = [one for one in ledger(compared).entries if one.subject is Subject.NUMBER]
    assert all(entry.places)
    assert entry.location is Location(location)
