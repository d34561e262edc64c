"""Keys that come in one burst, as from a paste or over a slow line: each does what it does when typed slowly."""

import pytest
from textual import events
from textual.command import CommandInput
from textual.geometry import Region
from textual.keys import _character_to_key
from textual.strip import Strip
from textual.widgets import Input

from tests.tui.running import Running, running, story
from tui.screen import key_queue
from tui.screen.app import NewsdiffApp
from tui.screen.widgets.prompt import Prompt
from tui.screen.widgets.side_by_side import SideBySide

NAMES = {"\x03": "ctrl+c", "\r": "enter", "\x1b": "escape", "\t": "tab", "\x10": "ctrl+p"}

pytestmark = pytest.mark.usefixtures("_compared_by_hand")


def pressed(character: str) -> events.Key:
    return events.Key(NAMES.get(character) or _character_to_key(character), character)


async def burst(run: Running, keys: str) -> None:
    """All keys before newsdiff has answered the first of them."""
    for character in keys:
        run.app.post_message(pressed(character))
    for _ in range(3):
        await run.pilot.pause()


# One after another in the same app, from its first block on, with every panel and prompt closed between them.
BURSTS = {
    "steps": ("nnnn", "zZnnn", "aaox", "Fj \x1bn"),
    "searches": ("/abc", "/perhaps\r..", "/perhaps\r.\x1bn", "/perhaps\x1bnn", "uuunB/moved 3\r'"),
    "rows and help": (":12\rj", ":r9\r:3\r\x7f", "?jj?n"),
    "lists": ("s/moved", "s/moved\rj", "s\t\r<", "s/x\x1b\x1bnn"),
}


@pytest.mark.parametrize("bursts", BURSTS.values(), ids=BURSTS)
async def test_a_burst_does_what_the_same_keys_do_one_by_one(bursts: tuple[str, ...]) -> None:
    async def typed(run: Running, keys: str) -> None:
        await run.press(*(pressed(key).key for key in keys))

    seen: list[dict[str, object]] = []
    for does in (typed, burst):
        async with running(story().articles) as run:
            found: dict[str, object] = {}
            for keys in bursts:
                await run.press("escape", "escape", "escape", "g")
                await does(run, keys)
                lines = [line.value for line in run.screen.query(Input)]
                key_line = run.text().splitlines()[-1]
                found[keys] = run.row, run.status(), lines, key_line, run.app.clipboard, type(run.app.focused)
            seen.append(found)
    assert seen[1] == seen[0]
    assert len(set(map(str, seen[0].values()))) == len(bursts)


async def test_what_is_typed_for_the_palette_gets_there() -> None:
    async with running(story().articles) as run:
        await burst(run, "\x10swap")
        assert run.app.screen.query_one(CommandInput).value == "swap"


async def test_a_pasted_text_keeps_its_turn() -> None:
    async with running(story().articles) as run:
        for event in (pressed("/"), events.Paste("moved"), pressed("!")):
            run.app.post_message(event)
        for _ in range(3):
            await run.pilot.pause()
        assert run.screen.query_one(Prompt).value == "moved!"


async def test_a_widget_that_never_comes_to_rest_holds_up_no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(key_queue, "_MOST_TURNS", 5)
    async with running(story().articles) as run:
        await run.press("g")
        monkeypatch.setattr(type(run.surface), "message_queue_size", 1)
        await burst(run, "jj")
        assert run.row == 2


async def pictures(run: Running, keys: str, monkeypatch: pytest.MonkeyPatch) -> int:
    """How often the articles are painted while these keys are taken."""
    painted = []
    paint = SideBySide.render_lines

    def counted(surface: SideBySide, crop: Region) -> list[Strip]:
        painted.append(crop)
        return paint(surface, crop)

    monkeypatch.setattr(SideBySide, "render_lines", counted)
    await burst(run, keys)
    while run.app.screen._update_timer._active.is_set():
        await run.pilot.pause()
    return len(painted)


@pytest.mark.usefixtures("_with_every_frame")
async def test_nothing_is_painted_between_a_repeated_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(key_queue, "_UNSEEN_SECONDS", 60)
    async with running(story().articles) as run:
        # One where it has come to, and another where the layout was looked at for it.
        assert await pictures(run, "j" * 500, monkeypatch) <= 2
        assert run.surface.current == len(run.surface.blocks) - 1
        assert "▌" in run.text()


@pytest.mark.usefixtures("_with_every_frame")
async def test_of_very_many_some_are_painted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(key_queue, "_UNSEEN_SECONDS", 0)
    async with running(story().articles) as run:
        await run.press("g")
        assert await pictures(run, "j" * 20, monkeypatch) > 5
        assert run.surface.current == 20


@pytest.mark.parametrize("keys", ["n" * 200, "?L" * 50, "/" + "x" * 200, "\x10"], ids=["n", "?L", "/x", "palette"])
async def test_an_interruption_waits_for_no_key(monkeypatch: pytest.MonkeyPatch, keys: str) -> None:
    taken = []

    async with running(story().articles) as run:
        assert isinstance(run.app, NewsdiffApp)
        take = run.app._take

        async def counted(event: events.Event) -> None:
            if isinstance(event, events.Key):
                taken.append(event.key)
            await take(event)

        monkeypatch.setattr(run.app._type_ahead, "_take", counted)
        await burst(run, f"{keys}\x03")
        assert run.app._exit
        assert taken[-1] == "ctrl+c"
        # None, or the first, which may be at work already.
        assert len(taken) <= 2


async def test_an_interruption_leaves_from_the_palette_too() -> None:
    async with running(story().articles) as run:
        await run.press("ctrl+p")
        await run.press("ctrl+c")
        assert run.app._exit
