"""What goes to the clipboard: the author's words, and nothing that runs when it is pasted."""

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.model import Comparison, Kind, Op, Place, Row, Span
from tests.tui.running import article
from tui.present.citations import both_texts, change_citation, citation, left_text, plain, right_text

LEFT = article(["One left.", "Two left.", "Three left."], "monday/a.txt")
RIGHT = article(["One right.", "Two right."], "tuesday/b.txt")


def linked(left: tuple[int, ...], right: tuple[int, ...]) -> tuple[Comparison, Row]:
    """A comparison with a row of these paragraphs, and every other paragraph alone."""
    left_texts, right_texts = LEFT.text(left), RIGHT.text(right)
    op = Op.REPLACE if left and right else Op.DELETE if left else Op.INSERT
    kind = Kind.EDITED if left and right else Kind.OMITTED if left else Kind.ADDED
    row = Row(kind, left, right, False, 0.5 if left and right else 0.0, (Span(op, left_texts, right_texts),))
    rows = [row]
    for index, paragraph in enumerate(LEFT.paragraphs):
        if index not in left:
            rows.append(Row(Kind.OMITTED, (index,), (), False, 0.0, (Span(Op.DELETE, paragraph.text, ""),)))
    for index, paragraph in enumerate(RIGHT.paragraphs):
        if index not in right:
            rows.append(Row(Kind.ADDED, (), (index,), False, 0.0, (Span(Op.INSERT, "", paragraph.text),)))
    return Comparison(LEFT, RIGHT, tuple(rows)), row


CITATIONS = {
    "one and one": ((0,), (1,), 'monday/a.txt ¶1: "One left." → tuesday/b.txt ¶2: "Two right."'),
    "neighbours": ((0, 1), (0,), 'monday/a.txt ¶1-2: "One left. Two left." → tuesday/b.txt ¶1: "One right."'),
    "apart": ((0, 2), (0,), 'monday/a.txt ¶1, 3: "One left. Three left." → tuesday/b.txt ¶1: "One right."'),
    "omitted": ((2,), (), 'monday/a.txt ¶3: "Three left." (only left)'),
    "added": ((), (1,), 'tuesday/b.txt ¶2: "Two right." (only right)'),
}


@pytest.mark.parametrize(("left", "right", "expected"), CITATIONS.values(), ids=CITATIONS.keys())
def test_citation(left: tuple[int, ...], right: tuple[int, ...], expected: str) -> None:
    assert citation(*linked(left, right)) == expected


def test_standard_input_is_cited_by_its_name() -> None:
    comparison, row = linked((0,), (0,))
    piped = replace(comparison, left=replace(LEFT, source="-"))
    assert citation(piped, row) == 'standard input ¶1: "One left." → tuesday/b.txt ¶1: "One right."'


def test_a_change_is_cited_with_all_its_places_and_its_words_in_brackets() -> None:
    comparison, _ = linked((0,), (0,))
    changed = Entry(
        Subject.NUMBER,
        Change.CHANGED,
        (Place(0, 0, 3), Place(0, 4, 8), Place(2, 0, 5)),
        (Place(1, 0, 3),),
        Location.ELSEWHERE,
    )
    assert change_citation(comparison, changed).splitlines() == [
        "number changed: One → Two",
        'monday/a.txt ¶1, 3: "[One] [left]."',
        'tuesday/b.txt ¶2: "[Two] right."',
    ]
    gone = Entry(Subject.NAME, Change.GONE, (Place(1, 0, 3),), (), Location.NOWHERE)
    assert change_citation(comparison, gone) == 'name only left: Two\nmonday/a.txt ¶2: "[Two] left."'


@given(st.text(st.characters(exclude_characters="\n"), min_size=1).filter(str.strip), st.integers(0), st.integers(1))
def test_a_change_is_cited_on_a_line_for_each_side_and_steers_nothing(text: str, start: int, length: int) -> None:
    side = article([text])
    row = Row(Kind.UNCHANGED, (0,), (0,), False, 1.0, (Span(Op.EQUAL, text, text),))
    start %= len(text)
    places = (Place(0, start, min(len(text), start + length)),)
    entry = Entry(Subject.NUMBER, Change.CHANGED, places, places, Location.SAME_PLACE)
    copied = change_citation(Comparison(side, side, (row,)), entry)
    assert copied.count("\n") == 2
    assert not any(unicodedata.category(c) == "Cc" and c not in "\t\n" for c in copied)


def test_the_texts_of_a_row() -> None:
    comparison, row = linked((0, 1), (0,))
    assert left_text(comparison, row) == "One left.\nTwo left."
    assert right_text(comparison, row) == "One right."
    assert both_texts(comparison, row) == "One left.\nTwo left.\n\nOne right."


def test_a_side_that_is_not_there() -> None:
    comparison, row = linked((2,), ())
    assert right_text(comparison, row) == ""
    assert both_texts(comparison, row) == left_text(comparison, row) == "Three left."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain “words” — 北京", "plain “words” — 北京"),
        ("\x1b[201~rm -rf /\r", "[201~rm -rf /"),
        ("a\x9b31mb\x00\x07\x7f", "a31mb"),
        ("a\tb\nc", "a\tb\nc"),
        ("👨‍👩‍👧", "👨‍👩‍👧"),
        ("caf\udce9.txt", "caf\ufffd.txt"),
    ],
)
def test_no_control_is_copied(text: str, expected: str) -> None:
    assert plain(text) == expected


@given(st.text())
def test_only_controls_are_left_out(text: str) -> None:
    assert plain(text) == "".join(c for c in text if c in "\t\n" or unicodedata.category(c) != "Cc")


LINE = st.text(st.characters(exclude_characters="\n")).filter(str.strip)


@given(LINE, st.text(st.one_of(st.characters(), st.sampled_from("\udc80\udcff")), min_size=1))
def test_a_citation_is_one_line_and_steers_nothing(text: str, name: str) -> None:
    side = replace(article([text]), source=name)
    row = Row(Kind.UNCHANGED, (0,), (0,), False, 1.0, (Span(Op.EQUAL, text, text),))
    copied = citation(Comparison(side, side, (row,)), row)
    assert not any(unicodedata.category(c) == "Cc" and c != "\t" for c in copied)
    copied.encode()  # as for a terminal: a name that is no text has halves of characters
