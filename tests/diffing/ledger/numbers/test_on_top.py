"""A number that comes on top of an earlier one is not that one changed: 6 percent, a further 2 percent."""

import pytest

from diffing.comparison import compare
from diffing.ledger.build import ledger
from diffing.ledger.core.model import Change, Subject

_BANK = "Shares in the bank of Lysa fell 6 percent after the news and closed 8.3 percent lower."


def numbers(left: str, right: str) -> list[tuple[Change, str, str]]:
    comparison = compare(left, right)
    return sorted(
        (
            one.change,
            " ".join(place.words(comparison.left) for place in one.left),
            " ".join(place.words(comparison.right) for place in one.right),
        )
        for entry in ledger(comparison).entries
        for one in (entry, *entry.children)
        if one.subject is Subject.NUMBER
    )


@pytest.mark.parametrize(
    ("left", "right", "gone", "new"),
    [
        (
            _BANK,
            "Shares in the bank of Lysa closed 8.3 percent lower on Monday and lost a further 2 percent on Friday.",
            "6 percent",
            "2 percent",
        ),
        (
            "The river rose 40 centimetres on Monday night, the water board of Lysa said.",
            "The river rose another 15 centimetres on Tuesday, the water board of Lysa said.",
            "40 centimetres",
            "15 centimetres",
        ),
        (
            "Der Verein verlor im Mai 300 Mitglieder, sagte der Vorstand von Solmen.",
            "Der Verein verlor im Juni weitere 80 Mitglieder, sagte der Vorstand von Solmen.",
            "300",
            "80",
        ),
        (
            "El río subió 40 centímetros el lunes, dijo la alcaldesa de Solvera.",
            "El río subió otros 15 centímetros el martes, dijo la alcaldesa de Solvera.",
            "40 centímetros",
            "15 centímetros",
        ),
    ],
    ids=["percent", "en", "de", "es"],
)
def test_what_comes_on_top_is_another_number(left: str, right: str, gone: str, new: str) -> None:
    assert numbers(left, right) == [(Change.GONE, gone, ""), (Change.NEW, "", new)]
    assert numbers(right, left) == [(Change.GONE, new, ""), (Change.NEW, "", gone)]


def test_on_both_sides_it_is_one_number_that_changed() -> None:
    found = numbers(
        "A further 12 people were hurt in the port of Lysa.", "A further 14 people were hurt in the port of Lysa."
    )
    assert found == [(Change.CHANGED, "12", "14")]
    assert numbers("Another 12 people were hurt in Lysa.", "A further 12 people were hurt in Lysa.") == []
