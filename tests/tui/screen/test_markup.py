"""Markup and escape codes in articles, names and errors are text in every view, panel, notice and the clipboard."""

import pytest
from textual import events
from textual.widgets import Input

from diffing.errors import ReadError
from diffing.model import Article, Pair
from tests.tui.running import Running, article, running
from tui.text.sanitize import LONGEST_TYPED

MARKUP = "[bold]loud[/bold] [@click=app.quit()]here[/] [red]x[/] \\[a] [[b]] [/]"
CODES = "\x1b[7777mcode \x9b7777m \x1b]52;c;Nzc3Nw==\x07 end"
SHOWN_CODES = "␛[7777mcode �7777m ␛]52;c;Nzc3Nw==␇ end"
NAME = "a[bold]b[red]\x1b[7777m.txt"
SHOWN_NAME = "a[bold]b[red]␛[7777m.txt"
SIZE = (160, 40)


def hostile() -> Pair[Article]:
    return Pair(
        article([f"One {MARKUP} day.", f"{CODES} stays.", f"Only left {MARKUP}"], NAME),
        article([f"Two {MARKUP} days.", f"{CODES} stays."], NAME),
    )


def gone() -> Pair[Article]:
    raise ReadError(NAME, f"no such file {MARKUP}")


def shown(run: Running) -> str:
    return " ".join(run.text().split())


def assert_literal(run: Running) -> None:
    text = run.text()
    assert not set(text) & {"\x1b", "\x9b", "\x07"}
    # Wrapped lines may cut it, so its pieces are looked for.
    for piece in ("[bold]loud[/bold]", "[@click=app.quit()]here[/]", "[red]x[/]", "\\[a]", "[[b]]"):
        assert piece in text, piece


async def test_every_view() -> None:
    async with running(hostile(), SIZE) as run:
        for _ in range(4):
            assert_literal(run)
            assert "␛[7777mcode �7777m" in run.text()
            assert SHOWN_NAME in run.text()
            await run.press("u")


@pytest.mark.parametrize(
    "keys",
    [("i",), ("s",), ("F",), ("slash", *"loud", "enter"), ("t",), ("z",), ("S",), ("colon", "1", "enter")],
    ids=" ".join,
)
async def test_panels(keys: tuple[str, ...]) -> None:
    async with running(hostile(), SIZE) as run:
        await run.press(*keys)
        await run.app.workers.wait_for_complete()
        await run.pilot.pause()
        assert "loud" in run.text()
        assert not set(run.text()) & {"\x1b", "\x9b", "\x07"}
        assert run.app.return_code is None


async def test_the_list_of_changes() -> None:
    # In a wider window the list stands beside the articles, and its lines are short.
    async with running(hostile(), (140, 40)) as run:
        await run.press("s")
        assert "Only left [bold]loud[/bold] [@click=app.quit()]" in shown(run)


async def test_what_is_typed() -> None:
    async with running(hostile(), SIZE) as run:
        await run.press("slash")
        await run.press(*("left_square_bracket" if key == "[" else key for key in "[bold]no"))
        assert "[bold]no" in shown(run)
        await run.press("enter", "escape", "s", "slash", *"[red]")
        assert "[red]" in shown(run)


@pytest.mark.parametrize(("key", "row"), [("less_than_sign", 0), ("greater_than_sign", 0), ("c", 0), ("y", 2)])
async def test_the_clipboard_and_its_notice(key: str, row: int) -> None:
    async with running(hostile(), SIZE) as run:
        await run.go_to(row)
        await run.press(key)
        assert MARKUP in run.app.clipboard
        assert "sent to the terminal: " in run.status()
        assert "[bold]" in run.status()
        await run.go_to(1)
        await run.press(key)
        assert "[7777mcode" in run.app.clipboard
        assert not set(run.app.clipboard) & {"\x1b", "\x9b", "\x07"}
        assert not set(run.text()) & {"\x1b", "\x9b", "\x07"}


async def test_a_change_is_copied_with_the_markup_around_it() -> None:
    async with running(hostile(), SIZE) as run:
        await run.go_to(0)
        await run.press("y")
        assert f"[Two] {MARKUP} days." in run.app.clipboard
        assert run.status().startswith(" sent to the terminal: number changed: One → Two")
        assert not set(run.app.clipboard) & {"\x1b", "\x9b", "\x07"}


async def test_errors() -> None:
    async with running(hostile(), SIZE, reread=gone) as run:
        await run.press("r")
        await run.app.workers.wait_for_complete()
        await run.pilot.pause()
        assert f"{SHOWN_NAME}: no such file {MARKUP}" in run.status()


async def test_a_click_on_markup_does_nothing() -> None:
    async with running(hostile(), SIZE) as run:
        lines = run.text().split("\n")
        y = next(number for number, line in enumerate(lines) if "here[/]" in line)
        await run.pilot.click(offset=(lines[y].index("here[/]") + 1, y))
        await run.pilot.pause()
        assert run.app.return_code is None
        assert_literal(run)


async def test_a_name_that_is_no_text_can_be_cited() -> None:
    named = article(["One word."], "caf\udce9.txt")
    async with running(Pair(named, article(["Two words."])), SIZE) as run:
        await run.press("y")
        assert "caf\ufffd.txt ¶1" in run.app.clipboard


# What a paste can bring, without a line end.
PASTED = "word\x9b7777m\x1b[2J\u202eb\u200b\x07\x7f\U000e0041"


def typed(run: Running) -> str:
    assert isinstance(run.app.focused, Input)
    return run.app.focused.value


@pytest.mark.parametrize(
    "keys", [("slash",), ("slash", "ctrl+r"), ("colon",), ("s", "slash"), ("ctrl+p",)], ids=" ".join
)
async def test_what_is_pasted_is_as_if_typed(keys: tuple[str, ...]) -> None:
    async with running(hostile(), SIZE) as run:
        await run.press(*keys)
        run.app.post_message(events.Paste(f"{PASTED}\r\nsecond\u2028line\n"))
        await run.pilot.pause()
        assert typed(run) == "word7777m[2Jb second line"
        await run.app.workers.wait_for_complete()


@pytest.mark.parametrize("keys", [("slash",), ("s", "slash"), ("ctrl+p",)], ids=" ".join)
async def test_what_was_copied_is_pasted_as_if_typed(keys: tuple[str, ...]) -> None:
    async with running(Pair(article([f"{PASTED} left"]), article([f"{PASTED} right"])), SIZE) as run:
        await run.press("c", *keys, "ctrl+v")
        assert typed(run) == "word7777m[2Jb left  word7777m[2Jb right"
        # The palette searches for it; without its screen that would fail.
        await run.app.workers.wait_for_complete()


async def test_a_paste_has_an_end() -> None:
    async with running(hostile(), SIZE) as run:
        await run.press("slash")
        run.app.post_message(events.Paste("word " * 1_000_000))
        await run.pilot.pause()
        assert len(typed(run)) == LONGEST_TYPED
