"""A 'not' that alone was put in or taken out, whatever else the sentence denies."""

import pytest

from diffing.ledger.remaining.bare_negations import bare_negations
from tests.diffing.ledger.compared import context, short

_SAID = "The barges of the old harbour may {} to sail at night, the court of Lisk said, {} a plea of the town."


@pytest.mark.parametrize(
    ("left", "right", "entries"),
    [
        (("continue", "rejecting"), ("not continue", "hearing"), [("negation", "new", "", "not")]),
        (("not continue", "hearing"), ("continue", "rejecting"), [("negation", "gone", "not", "")]),
        (("continue", "rejecting"), ("continue", "hearing"), []),
        (("not continue", "hearing"), ("stop", "hearing"), []),
    ],
)
def test_bare_negations(
    left: tuple[str, str], right: tuple[str, str], entries: list[tuple[str, str, str, str]]
) -> None:
    both = context(_SAID.format(*left), _SAID.format(*right), "en")
    assert [short(entry, both) for entry in bare_negations(both, ())] == entries


def test_a_negation_that_moved_is_none() -> None:
    left = "I do not think that the bridge of the old harbour at Lisk is safe for the barges, the engineer wrote."
    right = "I do think that the bridge of the old harbour at Lisk is not safe for the barges, the engineer wrote."
    assert list(bare_negations(context(left, right, "en"), ())) == []
