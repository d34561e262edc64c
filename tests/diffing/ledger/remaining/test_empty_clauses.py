"""Clauses of which the other side lacks nothing: a date line, and other words for a source without a name."""

import pytest

from diffing.ledger.build import ledger
from diffing.ledger.core.details import Extent
from diffing.ledger.core.model import Subject
from tests.diffing.ledger.compared import context

_REST = (
    "The ferries of the village stay in the harbour, and the people have to wait until the wind has gone to the north. "
    "There is bread in the old school, and the town has asked the army for boats.\n\n"
)


def clauses(left: str, right: str) -> list[str]:
    """The words of the clauses that one side lacks."""
    given = context(_REST + left, _REST + right)
    return [
        place.words(article)
        for entry in ledger(given.comparison).entries
        if entry.subject is Subject.CONTENT and isinstance(entry.detail, Extent)
        for article, places in zip(given.articles, entry.places, strict=True)
        for place in places
    ]


_STORY = "Officials of the valley travelled to the capital on Saturday for talks about the harbour with the ministry"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (f"{_STORY}.", f"date 2031-03-06 {_STORY}."),
        (f"{_STORY}.", f"{_STORY}, 6 March 2031 12:30."),
        (
            f"{_STORY}, an aide said, citing unnamed people familiar with the matter.",
            f"{_STORY}, an aide said, citing sources. unidentified close to the topic.",
        ),
        (
            f"{_STORY}, said an official who was not authorised to speak publicly.",
            f"{_STORY}, the paper wrote, citing an unnamed helper in the office.",
        ),
        (
            "Doctors at the old school no longer give the drug to children under five.",
            "Children under five are still given the drug by doctors at the old school.",
        ),
    ],
)
def test_nothing_is_told(left: str, right: str) -> None:
    assert clauses(left, right) == []
    assert clauses(right, left) == []


def test_what_is_told_beside_them_stays() -> None:
    assert clauses(f"{_STORY}.", f"{_STORY}, 6 March 2031 with three lawyers and a priest.")
    told = f"{_STORY}, and an unnamed aide left behind seven broken lamps, four ladders, some ropes and a goat."
    assert clauses(f"{_STORY}.", told)
