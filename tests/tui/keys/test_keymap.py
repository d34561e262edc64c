"""The reader's own keys: how they are written, which hold, and that what cannot be followed disturbs nothing."""

import pytest
from textual.keys import Keys
from textual.widgets._toast import Toast

from tests.tui.running import story
from tui.keys.commands import COMMANDS, Commands
from tui.keys.keymap import keymap
from tui.keys.keynames import key_named, label
from tui.screen.app import NewsdiffApp
from tui.screen.diff_screen import DiffScreen
from tui.screen.widgets.filter import Filter
from tui.screen.widgets.help import Help
from tui.screen.widgets.key_line import KeyLine
from tui.screen.widgets.side_by_side import SideBySide
from tui.system.settings import Settings

WRITTEN = {
    "n": "n",
    " N ": "N",
    "shift+n": "N",
    "f8": "f8",
    "F8": "f8",
    "?": "question_mark",
    "question_mark": "question_mark",
    "/": "slash",
    "slash": "slash",
    "+": "plus",
    "ctrl++": "ctrl+plus",
    "-": "minus",
    "PgDn": "pagedown",
    "Esc": "escape",
    "↓": "down",
    "Ctrl+X": "ctrl+x",
    "shift+ctrl+f3": "ctrl+shift+f3",
    "⇧Tab": "shift+tab",
    "ctrl+i": "tab",
    "ctrl+m": "enter",
    "ä": "ä",
    "comma": "comma",
    "": None,
    "blah": None,
    "f88": None,
    "<any>": None,
    "hyperdrive+x": None,
    "ctrl+": None,
    "nn": None,
    "\x1b": None,
}


@pytest.mark.parametrize(("written", "key"), WRITTEN.items())
def test_how_keys_are_written(written: str, key: str | None) -> None:
    assert key_named(written) == key


def test_a_key_as_shown_can_be_written_in_the_settings() -> None:
    for command in COMMANDS:
        for key in command.keys:
            assert key_named(label(key)) == key


def test_every_key_textual_names_is_one() -> None:
    names = [key.value for key in Keys if not key.value.startswith("<") and key.value not in ("ctrl+i", "ctrl+m")]
    assert [name for name in names if key_named(name) is None] == []


def test_labels() -> None:
    shown = ["f8", "question_mark", "slash", "pagedown", "shift+tab", "ctrl+p", "ctrl+space", "alt+f3", "N", "plus"]
    assert list(map(label, shown)) == ["F8", "?", "/", "PgDn", "⇧Tab", "Ctrl+P", "Ctrl+Space", "Alt+F3", "N", "+"]


def test_ids_are_there_once() -> None:
    ids = [command.id for command in COMMANDS]
    assert len(ids) == len(set(ids))


def keys(commands: Commands) -> dict[str, tuple[str, ...]]:
    return {command.id: command.keys for command in commands}


def test_own_keys_take_the_place_of_the_tables() -> None:
    found = keymap({"next-difference": "f8, n"})
    assert found.problems == ()
    assert found.bound == {"next-difference": "f8,n"}
    assert keys(found.commands) == keys(COMMANDS) | {"next-difference": ("f8", "n")}


def test_without_own_keys_the_table_holds() -> None:
    assert keymap({}).commands == COMMANDS
    assert keymap({}).bound == {}


def test_keys_can_be_exchanged() -> None:
    found = keymap({"next-difference": "p", "previous-difference": "n"})
    assert found.problems == ()
    assert found.bound == {"next-difference": "p", "previous-difference": "n"}


BAD = {
    "unknown command": ({"next-diference": "f8"}, "no command is called 'next-diference'"),
    "unseen key": ({"next-difference": "\u202e"}, "next-difference: '\\u202e' is no key"),
    "unseen key by name": (
        {"next-difference": "right_to_left_override"},
        "next-difference: 'right_to_left_override' is no key",
    ),
    "filler": ({"next-difference": "\u3164"}, "is no key"),
    "unknown key": ({"next-difference": "f8, blah"}, "next-difference: 'blah' is no key"),
    "no key": ({"next-difference": " "}, "next-difference: keys are written"),
    "between commas nothing": ({"next-difference": "f8,,n"}, "next-difference: '' is no key"),
    "a list": ({"next-difference": ["f8"]}, "next-difference: keys are written"),
    "nothing": ({"next-difference": None}, "next-difference: keys are written"),
    "another's key": ({"next-difference": "j"}, "next-difference: j is a key of next-paragraph"),
    "the palette's": ({"next-difference": "ctrl+p"}, "next-difference: Ctrl+P is a key of palette"),
    "a key for two": ({"why": "f8", "next-difference": "f8"}, "next-difference: F8 is a key of why"),
}


@pytest.mark.parametrize(("own", "told"), BAD.values(), ids=BAD)
def test_what_cannot_be_followed_is_told_and_the_rest_holds(own: dict[str, object], told: str) -> None:
    found = keymap({"help": "f3", **own, "summary": "f9"})
    (problem,) = found.problems
    assert told in problem
    good = {"help": "f3", "summary": "f9"} | ({"why": "f8"} if "why" in own else {})
    assert found.bound == good


def test_an_entry_left_out_may_take_another_with_it() -> None:
    # Without the first, q is quit's again.
    found = keymap({"quit": "j", "help": "q"})
    assert found.bound == {}
    assert sorted(problem.split(":")[0] for problem in found.problems) == ["help", "quit"]


OWN = Settings(keys={"next-difference": "f8,n", "help": "f3", "palette": "f2", "filter": "f6", "next-matter": "f4"})


@pytest.mark.usefixtures("_compared_by_hand")
async def test_own_keys_on_the_screen() -> None:
    app = NewsdiffApp(story().articles, settings=OWN)
    async with app.run_test(size=(120, 30), notifications=True) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, DiffScreen)
        assert list(screen.query(Toast)) == []
        reached = {key: active.binding.id for key, active in screen.active_bindings.items()}
        for command in keymap(OWN.keys).commands:
            assert {key: reached.get(key) for key in command.keys} == dict.fromkeys(command.keys, command.id)
        for gone in ("question_mark", "f1", "ctrl+p", "F", "d"):
            assert gone not in reached
        await pilot.press("g", "f8")
        await pilot.pause()
        assert screen.query_one(SideBySide).current == 1
        shown = screen.query_one(KeyLine).render().plain
        assert "F4 next that matters" in shown
        assert "F3 help" in shown
        offered = {command.title: command.help for command in app.get_system_commands(app.screen)}
        assert offered["Next difference"] == "Key: F8 n"
        await pilot.press("f3")
        text = str(screen.query_one(Help).query_one("Static").render())
        assert "  F8 p    next, previous difference" in text
        await pilot.press("question_mark")
        text = str(screen.query_one(Help).query_one("Static").render())
        assert "  F8 n              Next difference" in text
        await pilot.press("escape")
        assert not screen.query_one(Help).display
        for shown_then in (True, False):
            await pilot.press("f6")
            assert screen.query_one(Filter).display is shown_then


@pytest.mark.usefixtures("_compared_by_hand")
async def test_one_notice_tells_all_that_cannot_be_followed() -> None:
    bad = {f"no-{number}\x1b[2J" + "x" * 200: "n" for number in range(9)} | {"next-difference": "[red]"}
    app = NewsdiffApp(story().articles, settings=Settings(keys={**bad, "why": "f7"}, problem="[bold]theme[/]"))
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        (toast,) = app.screen.query(Toast)
        assert toast.region.bottom <= 40
        text = "\n".join(strip.text for strip in app.screen._compositor.render_strips())
        assert "Not followed in the settings" in text
        assert "[bold]theme[/]" in text
        assert "and 5 more" in text
        assert "\x1b" not in text
        await pilot.press("f7")
        assert app.screen.query_one("Info").display
