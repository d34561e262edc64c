r"""What is pasted presses no keys, also with escapes in it."""

import sys
from collections.abc import Iterable, Sequence
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual._xterm_parser import XTermParser
from textual.driver import Driver
from textual.drivers.headless_driver import HeadlessDriver
from textual.message import Message

from diffing.model import Pair
from tests.tui.running import article
from tui.screen.app import NewsdiffApp
from tui.screen.pasted import PasteParser, with_plain_pastes

START, END = "\x1b[200~", "\x1b[201~"
PIECES = st.lists(st.sampled_from(["\x1b", "[31m", "[2", "01", "~", "\a", "q", "word ", "\r"]), max_size=8).map("".join)


def parsed(reads: Iterable[str]) -> list[Message]:
    parser = PasteParser()
    return [event for read in (*reads, "") for event in parser.feed(read)]


def said(found: Sequence[Message]) -> list[str]:
    return [event.text if isinstance(event, events.Paste) else getattr(event, "key", "?") for event in found]


def test_an_escape_in_a_paste_is_no_key() -> None:
    found = parsed([f"a{START} red: \x1b[31m!\a {END}b"])
    assert said(found) == ["a", " red: [31m!\a ", "b"]
    assert isinstance(found[1], events.Paste)


def test_keys_are_keys() -> None:
    assert said(parsed(["j", "\x1b[A", "\x1b[15~", "\x07"])) == ["j", "up", "f5", "ctrl+g"]


@given(text=PIECES.filter(lambda text: END not in text), cuts=st.lists(st.integers(0, 60), max_size=6))
def test_wherever_the_reads_end_a_paste_is_one_text(text: str, cuts: list[int]) -> None:
    sent = f"k{START}{text}{END}j"
    places = [0, *sorted(min(cut, len(sent)) for cut in cuts), len(sent)]
    reads = [sent[start:end] for start, end in pairwise(places)]
    assert said(parsed(filter(None, reads))) == ["k", text.replace("\x1b", ""), "j"]


def test_a_parser_of_textual_takes_keys_from_a_paste() -> None:
    """The reason for a parser of our own: once this fails, it is not needed."""
    sent = f"{START}\x1b[31m\a{END}"
    assert "ctrl+g" in said(list(XTermParser().feed(sent)))


def test_the_screen_has_it() -> None:
    driver: type[Driver] = NewsdiffApp(Pair(article(["One."]), article(["Two."], "b.txt"))).driver_class
    assert sys.modules[driver.__module__].XTermParser is PasteParser
    assert with_plain_pastes(HeadlessDriver) is HeadlessDriver
