"""Entries, details and ledgers check themselves."""

from collections.abc import Callable

import pytest

from diffing.ledger.core.details import (
    DatesMeant,
    Detail,
    Explanation,
    Occurrences,
    Replacement,
    Speakers,
    StatedWithout,
    WordChanges,
)
from diffing.ledger.core.locations import Location, beside
from diffing.ledger.core.model import Change, Entry, Ledger, Subject
from diffing.model import Pair, Place

_HERE = (Place(0, 0, 1),)


@pytest.mark.parametrize(
    "made",
    [
        lambda: Occurrences(1),
        lambda: Speakers((), ("Ana",)),
        lambda: Speakers(("Ana",), ()),
        lambda: WordChanges(),
        lambda: DatesMeant(None, None),
        lambda: Explanation((1, 1), 0),
        lambda: Explanation((1,), -1),
    ],
)
def test_details_that_say_nothing_cannot_be_made(made: Callable[[], Detail]) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        made()


def test_words_without_another_are_on_one_side_only() -> None:
    with pytest.raises(ValueError, match="both sides"):
        Entry(Subject.NEGATION, Change.CHANGED, _HERE, _HERE, Location.SAME_SENTENCE, StatedWithout(_HERE[0]))


@pytest.mark.parametrize("at", [-1, 1, 7])
def test_a_note_explains_entries_of_its_ledger(at: int) -> None:
    note = Entry(Subject.CORRECTION, Change.NEW, (), _HERE, Location.NOWHERE, Explanation((at,), 0))
    with pytest.raises(ValueError, match="explains entries"):
        Ledger((note,), Pair("en", "en"))


def test_one_side_of_a_replacement_may_be_empty() -> None:
    assert WordChanges((Replacement("", "new"),)).replaced[0].left == ""


def test_the_place_comes_before_the_sentence() -> None:
    assert (beside(True), beside(False)) == (Location.SAME_PLACE, Location.SAME_SENTENCE)
