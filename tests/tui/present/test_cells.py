"""What a column shows of a row, and the role of each stretch of it."""

from dataclasses import replace
from itertools import pairwise

from diffing.model import Kind, Op, Pair, Row, Span
from tui.present.cells import Cell, Role, left_cell, pending_cells, redline_cell, right_cell


def make_row(*spans: Span, kind: Kind = Kind.EDITED) -> Row:
    return Row(kind, (0,), (0,), False, 0.5, spans)


def roles(cell: Cell) -> list[tuple[str, Role]]:
    """The words of each role, white space aside."""
    runs = [(cell.text[start:end].strip(), role) for start, end, role in cell.runs((0, len(cell.text)))]
    return [(text, role) for text, role in runs if text]


CHANGED = make_row(
    Span(Op.EQUAL, "The ", "The "),
    Span(Op.REPLACE, "old man ", "woman "),
    Span(Op.EQUAL, "went ", "went "),
    Span(Op.DELETE, "off ", ""),
    Span(Op.INSERT, "", "straight "),
    Span(Op.EQUAL, "home.", "home."),
)


def test_left() -> None:
    assert left_cell(CHANGED).text == "The old man went off home."
    assert [run for run in roles(left_cell(CHANGED)) if run[1] is not Role.UNCHANGED] == [
        ("old man", Role.REWORDED_AWAY),
        ("off", Role.OMITTED),
    ]


def test_right() -> None:
    assert right_cell(CHANGED).text == "The woman went straight home."
    assert [run for run in roles(right_cell(CHANGED)) if run[1] is not Role.UNCHANGED] == [
        ("woman", Role.REWORDED),
        ("straight", Role.ADDED),
    ]


def test_redline() -> None:
    assert redline_cell(CHANGED).text == "The old man → woman went off straight home."


def redline(*spans: Span) -> str:
    return redline_cell(make_row(*spans)).text


def test_a_redline_keeps_words_apart() -> None:
    the, end = Span(Op.EQUAL, "The ", "The "), Span(Op.EQUAL, ".", ".")
    assert redline(the, Span(Op.REPLACE, "man", "woman"), end) == "The man → woman."
    assert redline(Span(Op.DELETE, "No, ", ""), Span(Op.EQUAL, "yes", "yes")) == "No, yes"


def test_a_redline_keeps_words_apart_where_the_left_goes_on() -> None:
    assert redline(Span(Op.EQUAL, "The end ", "The end"), Span(Op.DELETE, "of it", "")) == "The end of it"


def test_a_redline_keeps_words_apart_where_the_right_goes_on() -> None:
    assert redline(Span(Op.EQUAL, "The end", "The end "), Span(Op.INSERT, "", "of it")) == "The end of it"
    assert redline(Span(Op.DELETE, "of it", ""), Span(Op.INSERT, "", "now")) == "of it now"


def test_a_redline_keeps_words_apart_behind_a_rewording() -> None:
    gone = Span(Op.DELETE, "(NPA)", "")
    assert redline(Span(Op.REPLACE, "Old town ", "About 200"), gone) == "Old town → About 200 (NPA)"


def test_a_redline_has_the_sign_of_a_figure_with_the_old_and_the_new() -> None:
    figure = Span(Op.REPLACE, "11,000", "12,000", sign="£")
    row = make_row(Span(Op.EQUAL, "worth £", "worth £"), figure, Span(Op.EQUAL, ".", "."))
    assert roles(redline_cell(row)) == [
        ("worth", Role.UNCHANGED),
        ("£11,000", Role.REWORDED_STRUCK),
        ("→", Role.REWORDED),
        ("£12,000", Role.REWORDED),
        (".", Role.UNCHANGED),
    ]
    five = Span(Op.REPLACE, "5", "7")
    for before, sign, shown in (("US$", "US$", "US$5 → US$7"), ("at -", "-", "at -5 → -7"), ("3-", "", "3-5 → 7")):
        assert redline(Span(Op.EQUAL, before, before), replace(five, sign=sign)) == shown


def test_a_redline_has_the_paragraphs_of_the_right() -> None:
    row = Row(Kind.EDITED, (0, 1), (0,), False, 0.5, (Span(Op.EQUAL, "One.\nTwo.", "One. Two."),))
    assert redline_cell(row).text == "One. Two."
    row = Row(Kind.EDITED, (0, 1), (0,), False, 0.5, (Span(Op.EQUAL, "One.", "One."), Span(Op.DELETE, "\nTwo.", "")))
    assert redline_cell(row).text == "One. Two."


def test_a_paragraph_of_one_side_is_told_apart_from_words_of_one_side() -> None:
    added = Row(Kind.ADDED, (), (0,), False, 0.0, (Span(Op.INSERT, "", "New."),))
    omitted = Row(Kind.OMITTED, (0,), (), False, 0.0, (Span(Op.DELETE, "Old.", ""),))
    assert roles(right_cell(added)) == roles(redline_cell(added)) == [("New.", Role.ADDED_PARAGRAPH)]
    assert roles(left_cell(omitted)) == roles(redline_cell(omitted)) == [("Old.", Role.OMITTED_PARAGRAPH)]
    assert roles(left_cell(added)) == roles(right_cell(omitted)) == []


def test_page_furniture_has_a_role_of_its_own() -> None:
    row = Row(Kind.ADDED, (), (0,), False, 0.0, (Span(Op.INSERT, "", "Share this"),), furniture=True)
    assert roles(right_cell(row)) == [("Share this", Role.FURNITURE)]


def test_runs_of_a_stretch_are_those_of_the_whole() -> None:
    cell = redline_cell(CHANGED)
    length = len(cell.text)
    whole = [role for start, end, role in cell.runs((0, length)) for _ in range(start, end)]
    assert len(whole) == length
    for start in range(length):
        for end in range(start, length + 1):
            found = list(cell.runs((start, end)))
            assert [role for run_start, run_end, role in found for _ in range(run_start, run_end)] == whole[start:end]
            assert [run_start for run_start, _, _ in found[1:]] == [run_end for _, run_end, _ in found[:-1]]


def test_words_still_to_be_compared_are_not_marked_as_changed() -> None:
    left, right = pending_cells(make_row(Span(Op.REPLACE, "The old man.", "The woman.")))
    assert roles(left) == [("The old man.", Role.UNCHANGED)]
    assert roles(right) == [("The woman.", Role.UNCHANGED)]


def test_lines_of_a_redline() -> None:
    def lines(row: Row, left: tuple[int, ...], right: tuple[int, ...]) -> list[str]:
        cell = redline_cell(row, breaks=Pair(left, right))
        return [cell.text[start:end].rstrip() for start, end in pairwise((0, *cell.breaks, len(cell.text)))]

    gone = make_row(Span(Op.EQUAL, "- one ", "- one "), Span(Op.DELETE, "- two ", ""), Span(Op.EQUAL, "- six", "- six"))
    assert lines(gone, (6, 12), (6,)) == ["- one", "- two", "- six"]
    new = make_row(Span(Op.EQUAL, "- one", "- one"), Span(Op.INSERT, "", " - two"), Span(Op.EQUAL, " - six", " - six"))
    assert lines(new, (6,), (6, 12)) == ["- one", "- two", "- six"]
    other = make_row(Span(Op.EQUAL, "- one ", "- one "), Span(Op.REPLACE, "He sang", "She danced"))
    assert lines(other, (6,), (6,)) == ["- one", "He sang → She danced"]
    assert lines(other, (), (6,)) == ["- one", "He sang → She danced"]
    assert lines(other, (), ()) == ["- one He sang → She danced"]


RULED = make_row(
    Span(Op.EQUAL, "Updated ", "Updated "),
    Span(Op.REPLACE, "5 ", "12 ", rule="Updated .*"),
    Span(Op.EQUAL, "minutes ago. Two ", "minutes ago. Two "),
    Span(Op.DELETE, "men ", ""),
    Span(Op.EQUAL, "died.", "died."),
)


def test_what_a_rule_hides_is_marked_with_typography_only() -> None:
    assert [run for run in roles(left_cell(RULED)) if run[1] is not Role.UNCHANGED] == [("men", Role.OMITTED)]
    assert roles(redline_cell(RULED)) == [
        ("Updated", Role.UNCHANGED),
        ("12", Role.UNCHANGED),
        ("minutes ago. Two", Role.UNCHANGED),
        ("men", Role.OMITTED),
        ("died.", Role.UNCHANGED),
    ]
    assert ("5", Role.TYPOGRAPHIC) in roles(left_cell(RULED, typography=True))
    assert ("12", Role.TYPOGRAPHIC) in roles(right_cell(RULED, typography=True))
    assert ("5", Role.REWORDED_STRUCK) in roles(redline_cell(RULED, typography=True))
