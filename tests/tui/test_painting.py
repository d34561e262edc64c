"""Every painted line is as wide as the screen, and harmless."""

import unicodedata
from collections.abc import Callable
from dataclasses import fields

import pytest
from conftest import MakePair
from rich.style import Style
from textual.strip import Strip

from diffing.comparison import compare
from diffing.model import Article, Comparison, Pair
from tui.cells import Role
from tui.labels import FURNITURE_SIGN, MOVED_SIGN, SIGNS
from tui.layout import Layout
from tui.painting import BAR, Palette, paint
from tui.reading import Reading, View

STYLES = {field.name: Style(meta={"part": field.name}) for field in fields(Palette)}
SIGN_STYLES = {sign: Style(bold=True) for sign in (*SIGNS.values(), MOVED_SIGN, FURNITURE_SIGN)}
ROLE_STYLES = {role: Style(meta={"role": role.value}) for role in Role}
PALETTE = Palette(**{**STYLES, "signs": SIGN_STYLES, "roles": ROLE_STYLES})  # type: ignore[arg-type]

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
    return compare(make_pair(HOSTILE, (*CHANGED[3:], HOSTILE[0], *CHANGED[1:3])))


def painted(comparison: Comparison, width: int, current: int = 0, view: View = View.AUTOMATIC) -> list[Strip]:
    layout = Layout(comparison, width, Reading(view=view, folds_furniture=False))
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


@pytest.mark.parametrize("width", [20, 80, 120, 200])
@pytest.mark.parametrize("view", View)
def test_nothing_painted_steers_the_terminal(hostile: Comparison, width: int, view: View) -> None:
    for strip in painted(hostile, width, view=view):
        unsafe = [c for c in strip.text if unicodedata.category(c) in CONTROLS or c in STEERING]
        assert unsafe == []


def test_markup_is_painted_as_text(hostile: Comparison) -> None:
    assert any("[bold red]Markup[/]" in strip.text for strip in painted(hostile, 120))


def test_the_current_block_has_a_bar_on_each_line_and_no_other_has(hostile: Comparison) -> None:
    layout = Layout(hostile, 120, Reading(folds_furniture=False))
    bars = [BAR in strip.text for strip in painted(hostile, 120, current=1)]
    assert bars == [layout.top(1) <= y < layout.bottom(1) for y in range(layout.height)]


def test_behind_a_row_the_strip_is_blank(hostile: Comparison) -> None:
    layout = Layout(hostile, 120, Reading(folds_furniture=False))
    block = layout.block_lines(0)
    assert paint(block, len(block.lines), layout.columns, PALETTE, True).text == " " * 120


def test_each_role_is_painted_in_its_style(make_pair: MakePair) -> None:
    comparison = compare(
        make_pair(
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


@pytest.mark.parametrize("view", [view for view in View if view is not View.AUTOMATIC])
def test_a_moved_row_is_painted_with_its_pointer(sample_pair: Callable[[str], Pair[Article]], view: View) -> None:
    text = "\n".join(strip.text for strip in painted(compare(sample_pair("restructured")), 100, view=view))
    assert (" moved to 5" if view is View.LEFT else " moved from 21") in text


@pytest.mark.parametrize("width", [80, 120])
def test_signs_and_numbers_are_painted(make_pair: MakePair, width: int) -> None:
    comparison = compare(make_pair(["One and the same text."], ["One and the same text.", "Something entirely new."]))
    text = "\n".join(strip.text for strip in painted(comparison, width))
    assert "=" in text
    assert "+" in text
    assert "2" in text
