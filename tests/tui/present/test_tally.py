"""The counts of the title, the answer, the lists and the report are one count."""

import pytest

from diffing.comparison import compare
from diffing.ledger.build import ledger
from diffing.ledger.core.details import Extent
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Ledger, Subject
from diffing.model import Comparison, Pair, Place
from diffing.rules.rule import Rule, Rules
from tests.tui.running import article, story
from tui.present.groups import Group, in_groups
from tui.present.tally import Tally, changes_counted, no_change, nothing_found, tally
from tui.reports.text import to_text

NOTHING = Ledger((), Pair("en", "en"))
IN_PART = Ledger((), Pair("is", "is"), (Subject.NEGATION,))


def compared(left: list[str], right: list[str]) -> Comparison:
    return compare(article(left), article(right))


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (["The crew sang."], ["The crew sang."], "No change found that matters"),
        (["The crew sang."], ["The crew sang loudly."], "No change found that matters; 1 reworded"),
        (["The “crew” sang."], ['The "crew" sang.'], "No change found that matters; 2 of typography"),
        (
            ["The crew sang.", "Nobody on the long grey quay of Tarn had heard of it."],
            ["The crew sang."],
            "No change found that matters; 1 only left",
        ),
    ],
)
def test_that_nothing_matters_is_said_with_what_there_is(left: list[str], right: list[str], expected: str) -> None:
    assert no_change(NOTHING, compared(left, right)) == expected


def test_where_not_everything_was_looked_for_nothing_is_promised() -> None:
    comparison = compared(["Skipið er í höfn."], ["Skipið er í höfn nú."])
    assert no_change(IN_PART, comparison) == "1 paragraph reworded"
    assert nothing_found(IN_PART, comparison) == [
        "1 paragraph reworded",
        "Not looked for in Icelandic: negations.",
    ]
    assert changes_counted(IN_PART, comparison)[0] == "looked for only in part · 1 reworded"


def test_what_differs_is_the_answer_where_not_everything_was_looked_for() -> None:
    left = ["Skipið er í höfn."]
    more = [*left, "Bæjarstjórinn mætti ekki.", "Enginn var um borð."]
    assert no_change(IN_PART, compared(left, more)) == "2 paragraphs only right"
    assert no_change(IN_PART, compared(more, left)) == "2 paragraphs only left"
    # Of texts with the same words, nothing was left out.
    assert nothing_found(IN_PART, compared(left, left)) == ["No change found that matters"]


def test_what_only_moved_is_not_reworded() -> None:
    counted = changes_counted(NOTHING, story())
    assert counted[0] == "nothing found that matters · 18 reworded · 6 only left · 6 only right · 6 moved"
    assert counted[-1] == "nothing found that matters"


def test_where_there_is_little_room_other_counts_go_before_what_rules_hide() -> None:
    skippers = "The harbour board advised skippers to leave the outer quay before noon on Tuesday."
    left = ["Updated 5 minutes ago.", "The Tarn ferry carried 12 goats to the summer market on Monday.", skippers]
    right = [left[0].replace("5", "9"), left[1].replace("12", "14"), skippers.replace("advised", "helped")]
    rules = Rules(changes=(Rule(r"Updated \d+ minutes ago"),))
    comparison = compare("\n\n".join(left), "\n\n".join(right), rules=rules)
    assert changes_counted(ledger(comparison, rules=rules), comparison) == (
        "1 change that matters · 1 small edit · 1 hidden by rules",
        "1 change that matters · 1 hidden by rules",
        "1 change that matters",
    )


def test_one_change_is_counted_in_the_singular() -> None:
    left = ["One crate stood on the quay of Tarn.", "Rain fell on the old town."]
    right = ["One crate stood on the quay of Tarn."]
    gone = Entry(Subject.CONTENT, Change.GONE, (Place(1, 0, 26),), (), Location.NOWHERE, Extent(is_whole=True))
    found = Ledger((gone,), Pair("en", "en"))
    assert changes_counted(found, compared(left, right)) == ("1 change that matters",)


def test_a_small_edit_is_no_change_that_matters_in_any_count() -> None:
    left = [
        "The Tarn ferry carried 12 goats to the summer market on Monday.",
        "The harbour board advised skippers to leave the outer quay before noon on Tuesday.",
        "The old customs house on the quay will stay closed until the first week of May.",
        "Nobody was hurt when the mast of the ferry came down in the harbour.",
    ]
    right = [left[0].replace("12", "14"), left[1].replace("advised", "helped"), *left[2:]]
    comparison = compared(left, right)
    found = ledger(comparison)
    assert tally(found, comparison) == Tally(1, 1, 0, 0, 0, 0, 0)
    groups = in_groups(found)
    assert (len(groups[Group.FACTS]), len(groups[Group.SMALL])) == (1, 1)
    report = to_text(comparison, ledger=found)
    assert "\nWhat changed: 1 change that matters · 1 small edit\n" in report
    assert "\n\nFacts 1\n\n! number changed: left 1, right 1 (counted: goats; in the same place)\n" in report
    assert "\n\nSmall edits 1\n\n~ small edit: left 2, right 2 (in the same place)\n" in report
    assert report.count("\n! ") == 1
