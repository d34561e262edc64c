"""Every painted line is as wide as the screen, and harmless."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import fields
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style
from textual.strip import Strip

from diffing.comparison import compare
from diffing.model import Article, Comparison, Kind, Op, Pair, Row, Span
from tests.conftest import MakePair
from tests.tui.running import article
from tests.tui.view.laid_out import laid_out
from tui.present.cells import Role
from tui.present.labels import FURNITURE_SIGN, MOVED_SIGN, SIGNS
from tui.screen.painting.line_painting import BAR, Overlay, Palette, paint
from tui.text.sanitize import visible
from tui.view.columns import BAR_WIDTH, BEFORE_SIGNS, SIGNS_WIDTH
from tui.view.settings import View, ViewSettings

STYLES: dict[str, Any] = {field.name: Style(meta={"part": field.name}) for field in fields(Palette)}
SIGN_STYLES = {sign: Style(bold=True) for sign in (*SIGNS.values(), MOVED_SIGN, FURNITURE_SIGN)}
ROLE_STYLES = {role: Style(meta={"role": role.value}) for role in Role}
PALETTE = Palette(**{**STYLES, "signs": SIGN_STYLES, "roles": ROLE_STYLES})

HOSTILE = (
    "\x1b[2J\x1b]52;c;aGk=\x07 clears the screen and writes the clipboard \x9b31m.",
    "A carriage return\rhides what \u202estood here\u202c, and a backspace\b\b\b too.",
    "Tabs\tand\u2028separators\u2029and\x0bmore\x85lines and \u200bnothing\ufeff at all.",
    "[bold red]Markup[/] is text, and so is \\[this].",
    "北京大学\x1b[31m的学生，「说」：没有。" * 4,
    "👨‍👩‍👧 👍🏽 🇫🇷 and e\u0301\u0302\u0303 combine, " * 5,
    "\u0301\u0302 marks on nothing; \u0e31\u093f",
    "Averylongwordwithoutanyspace" * 10,
)
CHANGED = tuple(text.replace("a", "e\x1b[1m", 2) for text in HOSTILE)
CONTROLS = ("Cc", "Cs", "Zl", "Zp")
STEERING = frozenset("\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")


@pytest.fixture(scope="module")
def hostile(make_pair: MakePair) -> Comparison:
    return compare(*make_pair(HOSTILE, (*CHANGED[3:], HOSTILE[0], *CHANGED[1:3])))


def painted(comparison: Comparison, width: int, current: int = 0, view: View = View.AUTOMATIC) -> list[Strip]:
    layout = laid_out(comparison, width, ViewSettings(view=view, folds_furniture=False))
    return [
        paint(layout.block_lines(block), y - layout.top(block), layout.columns, PALETTE, block == current)
        for y in range(layout.height)
        for block in (layout.block_at(y),)
    ]


@pytest.mark.parametrize("width", [12, 20, 41, 80, 89, 90, 91, 120, 201, 300])
@pytest.mark.parametrize("view", View)
def test_every_strip_is_as_wide_as_the_screen(hostile: Comparison, width: int, view: View) -> None:
    for strip in painted(hostile, width, view=view):
        assert strip.cell_length == width
        # Counted anew: a strip remembers what it was told.
        assert sum(segment.cell_length for segment in strip) == width


# Texts whose characters join each other, or go from right to left, or take no cell or two.
JOINING = st.text(
    st.sampled_from("a \u0301\u200d\ufe0f\U0001f3fd\U0001f468\U0001f469\U0001f1eb\U0001f1f7❤北한\u1100\u1161क्षशِשׁ\u0e33")
    | st.characters(),
    min_size=1,
    max_size=30,
).map(lambda text: text.replace("\n", " "))
SPANS = st.lists(
    st.one_of(
        st.builds(Span, st.just(Op.INSERT), st.just(""), JOINING),
        st.builds(Span, st.just(Op.DELETE), JOINING, st.just("")),
        st.builds(Span, st.just(Op.REPLACE), JOINING, JOINING),
        JOINING.map(lambda text: Span(Op.EQUAL, text, text)),
    ),
    min_size=1,
    max_size=6,
)


def one_row(spans: list[Span]) -> Comparison:
    left, right = "".join(span.left for span in spans), "".join(span.right for span in spans)
    kind = Kind.EDITED if left and right else Kind.OMITTED if left else Kind.ADDED
    sides = Pair(left, right).map(lambda text: article([text] if text else []))
    indices = Pair(left, right).map(lambda text: (0,) if text else ())
    row = Row(kind, indices.left, indices.right, False, 0.5 if left and right else 0.0, tuple(spans))
    return Comparison(sides.left, sides.right, (row,))


def width_in_a_terminal(text: str) -> int:
    """A joiner joins emoji only; rich counts nothing for whatever stands behind one."""
    return cell_len(
        re.sub(
            "(?<![\ufe0f\u2190-\u2bff\U0001f000-\U0001faff])\u200d|\u200d(?![\u2190-\u2bff\U0001f000-\U0001faff])",
            "",
            text,
        )
    )


EQUAL = {text: Span(Op.EQUAL, text, text) for text in ("a👨\u200d", "❤", "a", "हि", "ه\u200d", "שָלוֹם", "مرحبا")}


@example([EQUAL["a👨\u200d"], Span(Op.INSERT, "", "👩b")], 91, View.SIDE_BY_SIDE)
@example([EQUAL["❤"], Span(Op.INSERT, "", "\ufe0fb")], 91, View.SIDE_BY_SIDE)
@example([EQUAL["ه\u200d"], Span(Op.REPLACE, ".ش", "\u064bb")], 40, View.REDLINE)
@example([EQUAL["שָלוֹם"], Span(Op.REPLACE, " עולם", " \u05b0"), EQUAL["مرحبا"]], 91, View.SIDE_BY_SIDE)
@given(SPANS, st.sampled_from([24, 40, 91, 120]), st.sampled_from(View))
def test_any_text_leaves_the_columns_level(spans: list[Span], width: int, view: View) -> None:
    comparison = one_row(spans)
    columns = laid_out(comparison, width, ViewSettings(view=view)).columns
    for strip in painted(comparison, width, view=view):
        assert strip.cell_length == width
        # Counted over the whole line, as the terminal does, whatever segments it came in.
        assert width_in_a_terminal(strip.text) == width
        if columns.view is View.SIDE_BY_SIDE:
            gutter = columns.margin + BAR_WIDTH + columns.number + 1 + columns.text
            before, _ = strip.divide([gutter, width])
            assert width_in_a_terminal(before.text) == gutter
            assert strip.text[len(before.text)] == " "


@pytest.mark.parametrize(
    "text", ["a\u200db", "a\ufe00\ufe01b", "a👍\U000e0141\U000e0142b", "क्\u200dष ah", "⠃⠀⠗ a", "👨\u200d👩"]
)
def test_what_is_lit_shows_what_is_hidden_as_before(make_pair: MakePair, text: str) -> None:
    comparison = compare(*make_pair([f"The {text} end."], []))
    layout = laid_out(comparison, 60, ViewSettings(view=View.LEFT))
    block = layout.block_lines(0)
    for start in range(4, len(text) + 4):
        for end in range(start + 1, len(text) + 5):
            lit = Pair(Overlay(((start, end, Style(bold=True)),)), Overlay())
            shown = paint(block, 0, layout.columns, PALETTE, overlays=lit)
            assert shown.text == paint(block, 0, layout.columns, PALETTE).text
            assert visible(f"The {text} end.") in shown.text


RIGHT_TO_LEFT = {
    "Hebrew": (
        "ראש הממשלה נפגש ביום ראשון עם שרי החוץ של שלוש מדינות.",
        "ראש הממשלה נפגש אתמול עם שרי החוץ של שלוש מדינות.",
    ),
    "pointed Hebrew": ("שָׁלוֹם לְכֻלָּם בָּעִיר הַגְּדוֹלָה עַל הַנָּהָר הָרָחָב", "שָׁלוֹם לְכֻלָּם בַּכְּפָר הַגָּדוֹל עַל הַנָּהָר הָרָחָב"),
    "Arabic": (
        "وصل الوفد إلى العاصمة يوم السبت لإجراء محادثات قصيرة.",
        "وصل الوفد إلى العاصمة يوم الأحد لإجراء محادثات طويلة.",
    ),
    "Persian": ("نشست در سال ۱۴۰۰ ه\u200d.ش در تهران برگزار شد.", "نشست در سال ۱۴۰۱ ه\u200d.ش در تهران برگزار شد."),
    "pointed Arabic": ("ذَهَبَ الوَزِيرُ إِلَى المَدِينَةِ الكَبِيرَةِ", "ذَهَبَ الوَزِيرُ إِلَى القَرْيَةِ الكَبِيرَةِ"),
}


@pytest.mark.parametrize("script", RIGHT_TO_LEFT)
@pytest.mark.parametrize("width", [91, 120, 200])
def test_text_from_right_to_left_leaves_the_gutter_where_it_is(make_pair: MakePair, script: str, width: int) -> None:
    left, right = (f"{text} " * 3 for text in RIGHT_TO_LEFT[script])
    comparison = compare(*make_pair([left], [right]))
    columns = laid_out(comparison, width).columns
    gutter = columns.margin + BAR_WIDTH + columns.number + columns.text + BEFORE_SIGNS
    signs = []
    for strip in painted(comparison, width):
        before, sign, _ = strip.divide([gutter, gutter + SIGNS_WIDTH, width])
        assert width_in_a_terminal(before.text) == gutter
        signs.append(sign.text.strip())
        assert width_in_a_terminal(strip.text) == width
    assert signs[0] == "~"
    assert not any(signs[1:])


@pytest.mark.parametrize("width", [20, 80, 120, 200])
@pytest.mark.parametrize("view", View)
def test_nothing_painted_steers_the_terminal(hostile: Comparison, width: int, view: View) -> None:
    for strip in painted(hostile, width, view=view):
        unsafe = [c for c in strip.text if unicodedata.category(c) in CONTROLS or c in STEERING]
        assert unsafe == []


def test_markup_is_painted_as_text(hostile: Comparison) -> None:
    assert any("[bold red]Markup[/]" in strip.text for strip in painted(hostile, 120))


def test_the_current_block_has_a_bar_on_each_line_and_no_other_has(hostile: Comparison) -> None:
    layout = laid_out(hostile, 120, ViewSettings(folds_furniture=False))
    bars = [BAR in strip.text for strip in painted(hostile, 120, current=1)]
    assert bars == [layout.top(1) <= y < layout.bottom(1) for y in range(layout.height)]


def test_behind_a_row_the_strip_is_blank(hostile: Comparison) -> None:
    layout = laid_out(hostile, 120, ViewSettings(folds_furniture=False))
    block = layout.block_lines(0)
    assert paint(block, len(block.lines), layout.columns, PALETTE, True).text == " " * 120


def test_each_role_is_painted_in_its_style(make_pair: MakePair) -> None:
    comparison = compare(
        *make_pair(
            ["The man went home in the old town on Sunday evening.", "Nobody else was there."],
            ["The woman went home in the town on Sunday evening again.", "Schools are closed today."],
        )
    )
    found = {
        (segment.style.meta.get("role"), segment.text.strip())
        for strip in painted(comparison, 120)
        for segment in strip
        if segment.style and segment.style.meta
    }
    assert ("reworded-away", "man") in found
    assert ("reworded", "woman") in found
    assert ("omitted", "old") in found
    assert ("added", "again") in found
    assert ("omitted-paragraph", "Nobody else was there.") in found
    assert ("added-paragraph", "Schools are closed today.") in found


_POINTERS = {
    View.SIDE_BY_SIDE: "↕ moved up from left 21",
    View.REDLINE: "↕ moved up from left 21",
    View.LEFT: "↕ moved up to right 5",
    View.RIGHT: "↕ moved up from left 21",
}


@pytest.mark.parametrize("view", _POINTERS)
def test_a_moved_row_is_painted_with_its_pointer(sample_pair: Callable[[str], Pair[Article]], view: View) -> None:
    text = "\n".join(strip.text for strip in painted(compare(*sample_pair("restructured")), 100, view=view))
    assert _POINTERS[view] in text


def test_a_pointer_in_a_redline_says_that_its_text_goes_on(sample_pair: Callable[[str], Pair[Article]]) -> None:
    lines = [strip.text.strip() for strip in painted(compare(*sample_pair("restructured")), 60, view=View.REDLINE)]
    at = lines.index("↕ moved up to right 7")
    assert re.fullmatch("17 +Dunmere College said it would find places for…", lines[at + 1])


@pytest.mark.parametrize("width", [80, 120])
def test_signs_and_numbers_are_painted(make_pair: MakePair, width: int) -> None:
    comparison = compare(*make_pair(["One and the same text."], ["One and the same text.", "Something entirely new."]))
    text = "\n".join(strip.text for strip in painted(comparison, width))
    assert "+" in text
    # What is the same on both sides needs no sign.
    assert "=" not in text
    assert "2" in text
