"""Lines of a width: nothing lost, nothing too wide, nothing torn."""

import re
import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len, split_graphemes

from tui.text import wrapping
from tui.text.wrapping import clusters, line_count, start_before, width, wrap


def lines(text: str, cells: int) -> list[str]:
    return [text[start:end] for start, end in wrap(text, cells)]


CASES = {
    "empty": ("", 10, [""]),
    "fits": ("One two.", 8, ["One two."]),
    "breaks at a space": ("One two three", 8, ["One two", "three"]),
    "a word that just fits": ("One two three", 7, ["One two", "three"]),
    "a word longer than the line": ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
    "a long word behind a short one": ("a bcdefghij", 4, ["a", "bcde", "fghi", "j"]),
    "no-break spaces hold": ("10\u00a0000 km", 7, ["10\u00a0000", "km"]),
    "Han breaks anywhere": ("北京大学", 4, ["北京", "大学"]),
    "Han in an odd width": ("北京大学", 5, ["北京", "大学"]),
    "no comma at the start of a line": ("北京大，学", 6, ["北京", "大，学"]),
    "no closing bracket at the start of a line": ("他说好」吧", 6, ["他说", "好」吧"]),
    "no opening bracket at the end of a line": ("他说「好」", 6, ["他说", "「好」"]),
    "no small kana at the start of a line": ("アイシャツ", 6, ["アイ", "シャツ"]),
    "no prolonged sound mark at the start of a line": ("カラオケー", 8, ["カラオ", "ケー"]),
    "a Latin word beside Han is not torn": ("北京NATO会", 6, ["北京", "NATO会"]),
    "accents take no cell": ("e\u0301e\u0301 e\u0301", 2, ["e\u0301e\u0301", "e\u0301"]),
    "a long accented word": ("e\u0301" * 5, 2, ["e\u0301" * 2, "e\u0301" * 2, "e\u0301"]),
    "emoji are not torn": ("👍🏽👍🏽👍🏽", 4, ["👍🏽👍🏽", "👍🏽"]),
    "an emoji family is not torn": ("👨‍👩‍👧a", 2, ["👨‍👩‍👧", "a"]),
    "flags are not torn": ("🇫🇷🇩🇪", 2, ["🇫🇷", "🇩🇪"]),
    "Latin among accents beyond the quick way": ("o\u0302 deux trois", 6, ["o\u0302 deux", "trois"]),
}


@pytest.mark.parametrize(("text", "cells", "expected"), CASES.values(), ids=CASES.keys())
def test_wrap(text: str, cells: int, expected: list[str]) -> None:
    assert lines(text, cells) == expected


PROSE = st.text(st.sampled_from("aaabcé“”,.- \u00a0漢字、。「」ーゃかe\u0301👍🏽🇫हि한ก\u0e31"), max_size=60)
SPACES = st.text(st.sampled_from("a漢    "))
ANYTHING = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="\u200d\u200c"))
EMOJI = st.lists(st.sampled_from(("👨‍👩‍👧", "👍🏽", "🇫🇷", "1️⃣", "a", " ", "漢", "❤️")), max_size=20).map("".join)
TEXT = st.one_of(PROSE, ANYTHING, EMOJI, SPACES)
CELLS = st.integers(2, 20)


@given(TEXT, CELLS)
def test_nothing_but_spaces_is_left_out(text: str, cells: int) -> None:
    end = 0
    for start, next_end in wrap(text, cells):
        assert end <= start <= next_end
        assert not text[end:start].strip(" ")
        end = next_end
    assert not text[end:].strip(" ")


@given(TEXT, CELLS)
def test_no_line_is_too_wide(text: str, cells: int) -> None:
    assert all(cell_len(line) <= cells for line in lines(text, cells))


@given(TEXT, CELLS)
def test_lines_are_counted_as_they_are_made(text: str, cells: int) -> None:
    assert line_count(text, cells) == len(wrap(text, cells))


@given(TEXT, CELLS)
def test_no_character_is_parted_from_its_marks(text: str, cells: int) -> None:
    inside = {place for start, end, _ in split_graphemes(text)[0] for place in range(start + 1, end)}
    assert not inside & {place for stretch in wrap(text, cells) for place in stretch}


@given(st.lists(st.text("abcdef-é", min_size=1, max_size=10), min_size=1).map(" ".join), st.integers(10, 40))
def test_words_that_fit_are_wrapped_as_textwrap_does(text: str, cells: int) -> None:
    assert lines(text, cells) == textwrap.wrap(text, cells, break_on_hyphens=False)


@given(st.lists(st.text("abcdef", min_size=1, max_size=25), min_size=1).map(" ".join), CELLS)
def test_both_ways_agree(text: str, cells: int) -> None:
    assert wrapping._wrap_narrow(text, cells) == wrapping._wrap_wide(text, cells)


def test_the_quick_way_is_for_characters_of_one_cell() -> None:
    pattern = re.compile(wrapping._ONE_CELL.pattern.removesuffix("*"))
    others = [f"{code:04x}" for code in range(0x110000) if pattern.fullmatch(chr(code)) and cell_len(chr(code)) != 1]
    assert others == []


def test_a_text_of_one_space() -> None:
    assert "".join(lines(" ", 2)).strip() == ""


@given(TEXT)
def test_width(text: str) -> None:
    assert width(text) == cell_len(text)


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("👨\u200d👩\u200d👧", 2),
        ("❤\ufe0f\u200d🔥", 2),
        # After an Arabic letter and inside an Indic word a joiner joins what has its own width.
        ("ه\u200d.ش", 3),
        ("क्\u200dष", 2),
        ("a\u200db", 2),
        ("\u200db", 1),
        ("👨\u200d b", 4),
    ],
)
def test_joiners_join_emoji_only(text: str, cells: int) -> None:
    assert width(text) == cells
    assert sum(taken for _, _, taken in clusters(text)) == cells
    assert "".join(text[start:end] for start, end, _ in clusters(text)) == text
    assert wrap(text + " b", max(2, cells))[0] == (0, len(text))


STARTS = {
    ("Officials travelled far", 10, 4): 10,
    ("Officials travelled far", 20, 11): 10,
    ("Officials travelled far", 20, 10): 10,
    ("Officials travelled far", 20, 9): 20,
    ("Officials", 6, 3): 3,
    ("大雨过后三人失踪", 4, 5): 2,
    ("大雨过后三人失踪", 4, 8): 0,
    ("e\u0301e\u0301e\u0301e\u0301", 6, 2): 2,
    ("short", 0, 5): 0,
}


@pytest.mark.parametrize(("text", "offset", "cells"), STARTS)
def test_a_beginning_before_an_offset(text: str, offset: int, cells: int) -> None:
    start = start_before(text, offset, cells)
    assert start == STARTS[text, offset, cells]
    assert width(text[start:offset]) <= cells
