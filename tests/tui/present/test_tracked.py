"""Tracked changes: who made them and when, in the reasons of a row and in the report."""

from dataclasses import replace

from diffing.comparison import compare
from diffing.model import Comparison, Pair, Place, Revision
from diffing.stage import Stage
from tests.conftest import MakePair
from tui.present.tracked import makers, tracked
from tui.reports.text import to_text
from tui.view.outline import Block, BlockForm
from tui.view.pair_evidence import explanation

LIND, BERG = "Nora Lind", "Per Berg"
MORNING = "2026-03-01T09:00:00Z"


def revised(make_pair: MakePair) -> Comparison:
    pair = make_pair(["It rained.", "At least 12 people died."], ["It rained.", "At least 14 people had died."])
    left = (Revision(Place(1, 9, 11), LIND, MORNING),)
    right = (
        Revision(Place(0, 0, 2), "", ""),
        Revision(Place(1, 9, 11), LIND, MORNING),
        Revision(Place(1, 19, 22), BERG, ""),
    )
    return compare(*Pair(replace(pair.left, revisions=left), replace(pair.right, revisions=right)))


def test_the_changes_of_an_author_stand_together(make_pair: MakePair) -> None:
    comparison = revised(make_pair)
    assert tracked(comparison, comparison.rows[1]) == [
        "Tracked by Nora Lind, 2026-03-01 09:00: left \u201c12\u201d \u00b7 right \u201c14\u201d",
        "Tracked by Per Berg: right \u201chad\u201d",
    ]
    assert makers(comparison, comparison.rows[1]) == ["Nora Lind, 2026-03-01 09:00", "Per Berg"]


def test_a_change_of_nobody_is_not_named(make_pair: MakePair) -> None:
    comparison = revised(make_pair)
    assert tracked(comparison, comparison.rows[0]) == []


def test_names_from_a_file_are_made_visible(make_pair: MakePair) -> None:
    pair = make_pair(["It rained."], ["It snowed."])
    right = replace(pair.right, revisions=(Revision(Place(0, 3, 9), "A\x1b[31m", ""),))
    comparison = compare(pair.left, right)
    assert "\x1b" not in tracked(comparison, comparison.rows[0])[0]


def test_reasons_and_report_name_them(make_pair: MakePair) -> None:
    comparison = revised(make_pair)
    lines = explanation(Stage(comparison), Block(BlockForm.ROW, (1,)), 100)
    assert lines[-2].startswith("Tracked by Nora Lind")
    assert "  tracked by Nora Lind, 2026-03-01 09:00\n  tracked by Per Berg\n" in to_text(comparison)
