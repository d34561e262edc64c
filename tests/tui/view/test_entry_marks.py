"""Where the words of entries stand in what the columns show."""

import pytest

from diffing.comparison import compare
from diffing.ledger.core.details import Extent, Senses, StatedWithout
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Ledger, Subject
from diffing.model import Comparison, Pair, Place
from diffing.rules.rule import Rule, Rules
from tests.conftest import MakePair
from tui.present.cells import left_cell, redline_cell, right_cell
from tui.view.entry_marks import Marking, joined
from tui.view.settings import View

_LEFT = ["Nothing here.", "The storm killed 12 people in the old town.", "Only here: 7."]
_RIGHT = ["Nothing here.", "In the old town the storm has killed 14 persons, it is said."]


@pytest.fixture
def comparison(make_pair: MakePair) -> Comparison:
    return compare(*make_pair(_LEFT, _RIGHT))


def place(paragraphs: list[str], paragraph: int, words: str) -> tuple[Place, ...]:
    start = paragraphs[paragraph].index(words)
    return (Place(paragraph, start, start + len(words)),)


@pytest.fixture
def marking(comparison: Comparison) -> Marking:
    entries = (
        Entry(Subject.NUMBER, Change.CHANGED, place(_LEFT, 1, "12"), place(_RIGHT, 1, "14"), Location.SAME_PLACE),
        Entry(Subject.SOURCE, Change.NEW, (), place(_RIGHT, 1, "it is said"), Location.SAME_PLACE),
        Entry(Subject.CONTENT, Change.GONE, place(_LEFT, 2, _LEFT[2]), (), Location.SAME_PLACE, Extent(is_whole=True)),
    )
    return Marking(comparison, Ledger(entries, Pair("en", "en")))


def test_rows_with_entries_matter_but_not_for_what_is_only_new_or_gone(marking: Marking) -> None:
    assert list(marking.rows) == [1]
    assert marking.stretches(0, View.SIDE_BY_SIDE) == marking.stretches(2, View.LEFT) == Pair((), ())


def test_a_row_of_one_side_matters_for_all_but_its_content(comparison: Comparison) -> None:
    whole, seven = place(_LEFT, 2, _LEFT[2]), place(_LEFT, 2, "7")
    content = Entry(Subject.CONTENT, Change.GONE, whole, (), Location.SAME_PLACE, Extent(is_whole=True))
    for subject in Subject:
        detail = Senses("conditional", "unconditional") if subject is Subject.CONTENT else None
        entry = Entry(subject, Change.GONE, seven, (), Location.SAME_PLACE, detail)
        marking = Marking(comparison, Ledger((entry, content), Pair("en", "en")))
        assert list(marking.rows) == [2]
        shown = [_LEFT[2][start:end] for start, end in marking.stretches(2, View.LEFT).left]
        assert shown == ([] if subject is Subject.HEADLINE else ["7"])
    other_words = Entry(Subject.CONTENT, Change.GONE, seven, (), Location.SAME_SENTENCE)
    assert not Marking(comparison, Ledger((other_words, content), Pair("en", "en"))).rows


def test_a_headline_matters_and_keeps_its_colours(make_pair: MakePair) -> None:
    left, right = ["Old town floods", _LEFT[1]], ["New town floods", _LEFT[1]]
    comparison = compare(*make_pair(left, right))
    entry = Entry(
        Subject.HEADLINE, Change.CHANGED, place(left, 0, left[0]), place(right, 0, right[0]), Location.SAME_PLACE
    )
    marking = Marking(comparison, Ledger((entry,), Pair("en", "en")))
    assert list(marking.rows) == [0]
    assert marking.stretches(0, View.SIDE_BY_SIDE) == Pair((), ())
    # Who goes there from the list sees where it is.
    assert marking.first_stretch(entry, 0, View.SIDE_BY_SIDE) == (1, (0, 15))


def test_words_are_marked_in_every_view(comparison: Comparison, marking: Marking) -> None:
    row = comparison.rows[1]

    def marked(view: View) -> list[str]:
        cells = {
            View.LEFT: (left_cell(row),),
            View.RIGHT: (right_cell(row),),
            View.REDLINE: (redline_cell(row),),
            View.SIDE_BY_SIDE: (left_cell(row), right_cell(row)),
        }[view]
        stretches = marking.stretches(1, view)
        return [cell.text[start:end] for cell, side in zip(cells, stretches, strict=False) for start, end in side]

    assert marked(View.LEFT) == ["12"]
    assert marked(View.RIGHT) == ["14", "it is said"]
    assert marked(View.SIDE_BY_SIDE) == ["12", "14", "it is said"]
    assert marked(View.REDLINE) == ["12", "14", "it is said"]


@pytest.mark.parametrize("typography", [False, True])
def test_words_behind_what_a_rule_hides_stand_where_they_are_shown(make_pair: MakePair, typography: bool) -> None:
    left = ["Updated 5 minutes ago. The storm killed 12 people in the old town of Lurvik."]
    right = ["Updated 9 minutes ago. The storm killed 14 people in the old town of Lurvik."]
    comparison = compare(*make_pair(left, right), rules=Rules(changes=(Rule(r"Updated \d+ minutes ago"),)))
    entry = Entry(Subject.NUMBER, Change.CHANGED, place(left, 0, "12"), place(right, 0, "14"), Location.SAME_PLACE)
    marking = Marking(comparison, Ledger((entry,), Pair("en", "en")))
    shown = redline_cell(comparison.rows[0], typography).text
    assert ("5 → 9" in shown) is typography
    assert [shown[start:end] for start, end in marking.stretches(0, View.REDLINE, typography).left] == ["12", "14"]
    assert [shown[start:end] for start, end in marking.stretches_of(0, 0, View.REDLINE, typography).left] == [
        "12",
        "14",
    ]
    first = marking.first_stretch(entry, 0, View.REDLINE, typography)
    assert first is not None
    assert shown[slice(*first[1])] == "12"


def test_a_row_of_several_paragraphs(make_pair: MakePair) -> None:
    left = ["A ship sank near the harbour on Monday. Of the crew 12 were saved by fishermen."]
    right = ["A ship sank near the harbour on Monday.", "Of the crew 14 were saved by fishermen."]
    comparison = compare(*make_pair(left, right))
    (row,) = comparison.rows
    entry = Entry(Subject.NUMBER, Change.CHANGED, place(left, 0, "12"), place(right, 1, "14"), Location.SAME_PLACE)
    marking = Marking(comparison, Ledger((entry,), Pair("en", "en")))
    ((start, end),) = marking.stretches(0, View.RIGHT).left
    assert right_cell(row).text[start:end] == "14"
    shown = redline_cell(row).text
    assert [shown[start:end] for start, end in marking.stretches(0, View.REDLINE).left] == ["12", "14"]


@pytest.mark.parametrize("what", ["house", "house in this valley before the first snow falls on it"])
def test_of_a_quotation_what_changed_in_it_is_marked(make_pair: MakePair, what: str) -> None:
    left = [f"“We shall rebuild every {what},” she said to those who had come to the church in the old town."]
    right = [f"“We shall repair every {what},” she said to those who had come to the church in the old town."]
    comparison = compare(*make_pair(left, right))
    whole = [place(side, 0, side[0][1 : side[0].index(",”")]) for side in (left, right)]
    entry = Entry(Subject.QUOTATION, Change.REWORDED, whole[0], whole[1], Location.SAME_PLACE)
    marking = Marking(comparison, Ledger((entry,), Pair("en", "en")))
    stretches = marking.stretches(0, View.SIDE_BY_SIDE)
    assert [left[0][start:end] for start, end in stretches.left] == ["rebuild"]
    assert [right[0][start:end] for start, end in stretches.right] == ["repair"]


@pytest.mark.parametrize(
    ("left", "right", "word", "without"),
    [
        ("The captain did not brake before the pier.", "The captain did brake before the pier.", "not", "brake"),
        ("El puente no es seguro, dijo la alcaldesa.", "El puente es seguro, dijo la alcaldesa.", "no", "es"),
        ("Der Damm ist nicht dicht, hiess es am Abend.", "Der Damm ist dicht, hiess es am Abend.", "nicht", "dicht"),
        ("They reportedly sold the mill last year.", "They sold the mill last year.", "reportedly", "sold"),
    ],
)
def test_where_one_side_lost_a_word_both_sides_are_marked(
    make_pair: MakePair, left: str, right: str, word: str, without: str
) -> None:
    comparison = compare(*make_pair([left], [right]))
    lost = Entry(
        Subject.NEGATION,
        Change.GONE,
        place([left], 0, word),
        (),
        Location.SAME_SENTENCE,
        StatedWithout(*place([right], 0, without)),
    )
    found = Marking(comparison, Ledger((lost,), Pair("en", "en"))).stretches(0, View.SIDE_BY_SIDE)
    assert [left[slice(*one)] for one in found.left] == [word]
    assert [right[slice(*one)] for one in found.right] == [without]
    # And the other way round.
    comparison = compare(*make_pair([right], [left]))
    come = Entry(
        Subject.NEGATION,
        Change.NEW,
        (),
        place([left], 0, word),
        Location.SAME_SENTENCE,
        StatedWithout(*place([right], 0, without)),
    )
    found = Marking(comparison, Ledger((come,), Pair("en", "en"))).stretches(0, View.SIDE_BY_SIDE)
    assert [right[slice(*one)] for one in found.left] == [without]
    assert [left[slice(*one)] for one in found.right] == [word]


def test_marks_beside_each_other_are_one() -> None:
    text = "on both  sides, and we"
    assert list(joined(text, [(9, 14), (3, 7), (16, 19)])) == [(3, 14), (16, 19)]
    assert list(joined(text, [(3, 14), (4, 7), (12, 16)])) == [(3, 16)]
    assert list(joined(text, [])) == []
