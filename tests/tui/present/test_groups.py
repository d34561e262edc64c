"""The groups in which changes are shown, in an order that is always the same."""

import pytest

from diffing.ledger.core.details import Extent
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Ledger, Subject
from diffing.model import Pair, Place
from tui.present.groups import Group, group_of, in_groups

_PLACE = (Place(0, 0, 3),)


def entry(subject: Subject, change: Change) -> Entry:
    left, right = () if change is Change.NEW else _PLACE, () if change is Change.GONE else _PLACE
    is_passage = subject is Subject.CONTENT and change is not Change.CHANGED
    return Entry(subject, change, left, right, Location.SAME_PLACE, Extent(is_whole=True) if is_passage else None)


@pytest.mark.parametrize(
    ("subject", "change", "group"),
    [
        (Subject.NUMBER, Change.CHANGED, Group.FACTS),
        (Subject.DATE, Change.GONE, Group.FACTS),
        (Subject.NAME, Change.NEW, Group.FACTS),
        (Subject.NEGATION, Change.GONE, Group.MEANING),
        (Subject.CERTAINTY, Change.NEW, Group.MEANING),
        (Subject.HEADLINE, Change.CHANGED, Group.MEANING),
        (Subject.QUOTATION, Change.REWORDED, Group.QUOTES),
        (Subject.SOURCE, Change.GONE, Group.SOURCES),
        (Subject.CONTENT, Change.GONE, Group.ONLY_LEFT),
        (Subject.CONTENT, Change.NEW, Group.ONLY_RIGHT),
        (Subject.CORRECTION, Change.NEW, Group.ONLY_RIGHT),
        (Subject.CORRECTION, Change.GONE, Group.ONLY_LEFT),
        # A note that both sides have, in other words, is on no side alone.
        (Subject.CORRECTION, Change.CHANGED, Group.MEANING),
    ],
)
def test_a_change_is_in_the_group_of_its_kind(subject: Subject, change: Change, group: Group) -> None:
    assert group_of(entry(subject, change)) is group


def test_words_of_both_sides_that_only_differ_are_a_small_edit() -> None:
    small = group_of(entry(Subject.CONTENT, Change.CHANGED))
    assert small is Group.SMALL
    assert [group for group in Group if not group.matters] == [small]


def test_the_groups_are_in_order_and_none_is_empty() -> None:
    kinds = (
        (Subject.CONTENT, Change.NEW),
        (Subject.SOURCE, Change.GONE),
        (Subject.NUMBER, Change.CHANGED),
        (Subject.NUMBER, Change.GONE),
        (Subject.NEGATION, Change.NEW),
    )
    ledger = Ledger(tuple(entry(*kind) for kind in kinds), Pair("en", "en"))
    assert list(in_groups(ledger).items()) == [
        (Group.FACTS, [2, 3]),
        (Group.MEANING, [4]),
        (Group.SOURCES, [1]),
        (Group.ONLY_RIGHT, [0]),
    ]
    assert in_groups(Ledger((), Pair("en", "en"))) == {}
