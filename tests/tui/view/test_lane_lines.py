"""Lanes and wordings as lines: words where they change, columns where there is room for them, nothing too wide."""

from dataclasses import replace

import pytest

from diffing.history.making import HistoryMaker, history
from diffing.history.model import History
from tests.tui.told import maker, story
from tui.text.wrapping import width
from tui.view.lane_lines import LaneLine, detail_lines, lane_lines, line_pieces
from tui.view.pieces import Look, Piece, runs
from tui.view.story import Ends, Pane, Story
from tui.view.version_columns import columns, day, labels, span


def followed(own: History | None = None, **more: int) -> Story:
    found = own or maker().history()
    return replace(story(found.versions), history=found, pane=Pane.LANES, **more)  # type: ignore[arg-type]  # by name


def line(own: Story, lane: int, cells: int = 120) -> str:
    return "".join(text for text, _ in runs(line_pieces(LaneLine(lane), own, cells), cells))


def test_a_line_has_the_words_where_they_change_and_holds_between_them() -> None:
    shown = line(followed(), 0)
    assert shown.split() == ["people", "Two", "─" * 17, "Three", "─" * 59, "none"]
    assert shown.index("Three") == columns(4, 120, Ends(0, 1)).x(1)
    assert f"new {'─' * 17} withdrawn" in line(followed(), 1)
    assert line(followed(), 3).split() == ["The", "mill", "is", "…", "open", "─" * 60, "closed", "─" * 14, "4"]


def test_in_a_narrow_window_the_last_words_go_on_up_to_the_note() -> None:
    shown = line(followed(), 1, 60)
    assert shown.split()[-2:] == ["withdrawn", "none"]
    # The line behind a fact that stands still ends before the notes.
    assert line(followed(), 3, 60).split()[-2:] == ["─", "4"]


def test_a_heading_stands_before_each_kind_of_fact() -> None:
    close, roomy = (lane_lines(followed(), is_roomy=is_roomy) for is_roomy in (False, True))
    assert [own.heading for own in close if own.lane is None] == ["Numbers", "Names", "Quotes", "Meaning"]
    assert [own.lane for own in close if own.lane is not None] == [0, 1, 2, 3]
    assert len(roomy) == len(close) + 4


def test_what_is_left_of_the_window_is_carried_into_it_and_what_is_right_of_it_is_named() -> None:
    texts = [f"Flood at Velmar\n\nVELMAR — {20 if at < 9 else 31} people left their homes." for at in range(12)]
    own = history(f"{text} It was day {at}." for at, text in enumerate(texts))
    at = next(number for number, lane in enumerate(own.lanes) if lane.label.startswith("people"))
    early = followed(own)
    assert "› 10" in line(early, at, 80)
    assert line(early, at, 80).count("20") == 1
    late = replace(early, shown=Ends(10, 11))
    assert "20 ─" in line(late, at, 80)
    assert "› 10" not in line(late, at, 80)


@pytest.mark.parametrize("cells", [24, 40, 60, 80, 120, 200])
def test_no_line_is_wider_than_the_window(cells: int) -> None:
    own = followed(HistoryMaker(maker().versions).history())
    lines = [line_pieces(one, own, cells) for one in lane_lines(own, is_roomy=True)] + detail_lines(own, cells)
    for pieces in lines:
        assert width("".join(text for text, _ in runs(pieces, cells))) == cells


def test_the_current_change_is_the_only_one_at_the_cursor() -> None:
    own = followed(lane=1, event=1)
    looks = [[one.look for one in line_pieces(LaneLine(lane), own, 120)] for lane in range(4)]
    assert [found.count(Look.CURSOR) for found in looks] == [0, 1, 0, 0]


def test_columns_stay_while_the_reader_steps_on_a_page() -> None:
    firsts = [columns(60, 80, Ends(at, at + 1)).first for at in range(59)]
    assert len(set(firsts)) < 15
    for at, first in enumerate(firsts):
        assert first <= at
        assert at + 1 in columns(60, 80, Ends(at, at + 1)).shown
    assert 59 in columns(60, 80, Ends(0, 59)).shown


def test_times_stand_above_the_columns_and_a_new_day_has_its_date() -> None:
    versions = maker().versions
    assert list(labels(versions, 11)) == ["3 June", "08:05", "09:30", "4 June"]
    assert list(labels(versions[:3], 11)) == ["07:42", "08:05", "09:30"]
    assert span(versions[:3]) == "3 June 2031 07:42 – 09:30"
    assert (day("2031-13-01"), day("yesterday")) == ("2031-13-01", "yesterday")


def test_pieces_that_overlap_or_do_not_fit_are_left_out() -> None:
    pieces = [Piece(0, "abc"), Piece(2, "x"), Piece(4, "de"), Piece(9, "fg")]  # type: ignore[arg-type]  # safe as it is
    assert "".join(text for text, _ in runs(pieces, 10)) == "abc de    "
