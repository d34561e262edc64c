"""Two spellings of a name: a mistake, or two languages' ways to write it."""

import pytest

from diffing.ledger.translated.spelled_names import is_misspelt


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("iturbide", "iturbude"),
        ("lindqvist", "lingqvist"),
        ("ashdown", "amhdown"),
        ("tessandier", "tessanlier"),
        ("marchetti", "marghesti"),
        ("okonkwo", "okomkwo"),
        ("fenwick", "ferwick"),
    ],
)
def test_a_mistake(one: str, other: str) -> None:
    assert is_misspelt(one, other)
    assert is_misspelt(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("zelensky", "selenskyj"),
        ("rouhani", "rohani"),
        ("chamenei", "khamenei"),
        ("gorbatschow", "gorbachev"),
        ("chruschtschow", "khrushchev"),
        ("nemzow", "nemtsov"),
        ("politkowskaja", "politkovskaya"),
        ("muller", "mueller"),
        ("sørensen", "sorensen"),
        ("kowalski", "kowalskiego"),
        ("ibarra", "ibarras"),
        ("lewtschuk", "levchuk"),
        ("poutine", "putin"),
    ],
)
def test_two_ways_or_cases_or_two_names(one: str, other: str) -> None:
    assert not is_misspelt(one, other)
    assert not is_misspelt(other, one)
