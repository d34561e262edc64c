"""The rank of entries and the class of rows."""

import pytest

from diffing.comparison import compare
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Ledger, Subject
from diffing.ledger.core.ranking import RULES, Weight, rank, weight
from diffing.ledger.core.row_weights import row_weights
from diffing.model import Pair, Place
from tests.conftest import MakePair

_HERE = (Place(0, 0, 1),)


def entry(subject: Subject, change: Change, paragraph: int = 0) -> Entry:
    here = (Place(paragraph, 0, 1),)
    left, right = () if change is Change.NEW else here, () if change is Change.GONE else here
    return Entry(subject, change, left, right, Location.SAME_PLACE)


_CHANGES = {
    Subject.NUMBER: (Change.CHANGED, Change.GONE, Change.NEW, Change.ROUNDED, Change.APPROXIMATION),
    Subject.DATE: (Change.CHANGED, Change.GONE, Change.NEW),
    Subject.NAME: (Change.CHANGED, Change.GONE, Change.NEW),
}


@pytest.mark.parametrize(
    "one", [entry(subject, change) for subject in Subject for change in _CHANGES.get(subject, Change)]
)
def test_every_entry_has_a_rank(one: Entry) -> None:
    assert RULES[rank(one)].subject is one.subject


def test_a_negation_outranks_a_rounded_number_and_a_number_that_is_new() -> None:
    order = [
        entry(Subject.NUMBER, Change.CHANGED),
        entry(Subject.NEGATION, Change.NEW),
        entry(Subject.ATTRIBUTION, Change.CHANGED),
        entry(Subject.NUMBER, Change.NEW),
        entry(Subject.NUMBER, Change.ROUNDED),
        entry(Subject.CONTENT, Change.GONE),
    ]
    assert sorted(order, key=rank) == order


@pytest.mark.parametrize("change", [Change.NEW, Change.GONE])
def test_what_is_on_one_side_has_no_place_on_the_other(change: Change) -> None:
    with pytest.raises(ValueError, match=change.value):
        Entry(Subject.NUMBER, change, _HERE, _HERE, Location.SAME_PLACE)


def test_rows_have_the_class_of_their_weightiest_entry(make_pair: MakePair) -> None:
    comparison = compare(
        *make_pair(
            [
                "The same words.",
                "A man came to the town.",
                "“Set” in type.",
                "Twelve cats sat on old walls.",
                "Only here.",
            ],
            ["The same words.", "A man went to the town.", '"Set" in type.', "Twenty cats sat on old walls."],
        )
    )
    found = Ledger(
        (entry(Subject.ATTRIBUTION, Change.CHANGED, 3), entry(Subject.NUMBER, Change.CHANGED, 3)), Pair("en", "en")
    )
    assert row_weights(comparison, found) == (None, Weight.REWORDING, Weight.TYPOGRAPHY, Weight.FACT, Weight.CONTENT)
    assert weight(found.entries[0]) is Weight.ATTRIBUTION
