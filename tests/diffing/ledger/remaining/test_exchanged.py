"""Figures, dates and names that exchanged their places."""

import pytest

from diffing.ledger.remaining.exchanged import with_exchanged
from tests.diffing.ledger.compared import context, short


@pytest.mark.parametrize(
    ("left", "right", "language", "swaps"),
    [
        (
            "Velm won 12 seats and Ordan won 30 seats in the council.",
            "Velm won 30 seats and Ordan won 12 seats in the council.",
            "en",
            [("number", "12", "30"), ("number", "30", "12")],
        ),
        (
            "Holt paid $3 million and Senn $5 million for the mills.",
            "Holt paid $5 million and Senn $3 million for the mills.",
            "en",
            [("number", "$3 million", "$5 million"), ("number", "$5 million", "$3 million")],
        ),
        (
            "La participation est passée de 40 à 31 %.",
            "La participation est passée de 31 à 40 %.",
            "fr",
            [("number", "40", "31"), ("number", "31 %", "40 %")],
        ),
        (
            "Holt's boat sank before Sand's.",
            "Sand's boat sank before Holt's.",
            "en",
            [("name", "Holt", "Sand"), ("name", "Sand", "Holt")],
        ),
        (
            "Kroll lobte den Plan, Senn tadelte ihn.",
            "Senn lobte den Plan, Kroll tadelte ihn.",
            "de",
            [("content", "Kroll", "Senn"), ("content", "Senn", "Kroll")],
        ),
        (
            "大桥于5月3日开通，6月5日关闭。",
            "大桥于6月5日开通，5月3日关闭。",
            "zh",
            [("date", "5月3日", "6月5日"), ("date", "6月5日", "5月3日")],
        ),
    ],
)
def test_exchanged(left: str, right: str, language: str, swaps: list[tuple[str, str, str]]) -> None:
    both = context(left, right, language)
    expected = [(subject, "changed", old, new) for subject, old, new in swaps]
    assert [short(entry, both) for entry in with_exchanged(both, ())] == expected


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("There were 3 men and 5 women on the pier.", "There were 5 women and 3 men on the pier."),
        ("Rents rose by 3% in May and 5% in June.", "Rents rose by 5% in June and 3% in May."),
        ("Holt, Senn and Sand lead the team.", "Sand, Holt and Senn lead the team."),
        ("Holt met Sand in the park.", "Sand met Holt in the park."),
        ("On Monday Velm won 12 seats.", "Velm won 12 seats on Monday."),
        ("Velm won 12 seats and Ordan 30.", "Velm won 14 seats and Ordan 30."),
    ],
)
def test_the_order_that_says_nothing(left: str, right: str) -> None:
    assert with_exchanged(context(left, right, "en"), ()) == []
