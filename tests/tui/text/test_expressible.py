"""Terminals without UTF-8: signs in ASCII, and every line as wide as before."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.present import reviews
from tui.present.labels import (
    FURNITURE_SIGN,
    MATTERS_SIGN,
    MOVED_SIGN,
    PENDING_SIGN,
    PINNED_SIGN,
    SIGNS,
    UNCERTAIN_SIGN,
)
from tui.present.reviews import HELD_SIGN, NOTE_SIGN
from tui.text.expressible import expressible
from tui.text.sanitize import visible
from tui.text.wrapping import width

CASES = {
    ("▌ 4 ↔ 3  ≈ moved", "ascii"): "| 4 | 3  * moved",
    ("“Père” – père…", "ascii"): '"P?re" - p?re.',
    ("“Père” – père…", "iso8859-1"): '"Père" - père.',
    ("Ž 10 €", "iso8859-15"): "Ž 10 €",
    ("Ž 10 €", "iso8859-1"): "? 10 ?",
    ("大雨三人", "ascii"): "????????",
    # A Latin letter with an accent takes two bytes there, and two cells on such a terminal.
    ("大雨 é", "gb2312"): "大雨 ?",
    ("e\u0301t e", "ascii"): "?t e",
    ("👨\u200d👩\u200d👧 ok", "ascii"): "?? ok",
    ("\x1b[1mtué\x1b[0m\x1b[7m\u0301x", "ascii"): "\x1b[1mtu?\x1b[0m\x1b[7mx",
    ("\x1b]0;newsdiff père\x07é", "ascii"): "\x1b]0;newsdiff p?re\x07?",
}


@pytest.mark.parametrize(("given_text", "encoding", "shown"), [(*key, shown) for key, shown in CASES.items()])
def test_what_a_terminal_shows(given_text: str, encoding: str, shown: str) -> None:
    assert expressible(given_text, encoding) == shown


@given(st.text(), st.sampled_from(["ascii", "iso8859-1", "koi8-r", "euc_jp", "big5"]))
def test_a_line_stays_as_wide_and_can_be_written(text: str, encoding: str) -> None:
    shown = expressible(visible(text), encoding)
    shown.encode(encoding)
    assert width(shown) == width(visible(text))


def test_signs_of_the_reader_stay_apart() -> None:
    shown = [expressible(sign, "ascii") for sign in (PINNED_SIGN, HELD_SIGN, NOTE_SIGN, *reviews.SIGNS.values())]
    others = {expressible(sign, "ascii") for sign in (*SIGNS.values(), MATTERS_SIGN, MOVED_SIGN, UNCERTAIN_SIGN)}
    assert len({*shown}) == len(shown)
    assert "?" not in shown
    assert others.isdisjoint(shown[:3]), "these stand in the gutter"


def test_signs_stay_apart() -> None:
    signs = [*SIGNS.values(), FURNITURE_SIGN, MATTERS_SIGN, MOVED_SIGN, PENDING_SIGN, UNCERTAIN_SIGN]
    assert len({expressible(sign, "ascii") for sign in signs}) == len(signs)
