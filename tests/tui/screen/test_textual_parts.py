"""What newsdiff takes of Textual beyond its documentation, as docs/textual.md lists it: a change there fails here."""

import ast
import importlib
import inspect
import pkgutil
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from rich.segment import Segment
from textual import events, keys
from textual._compositor import Compositor
from textual.app import App
from textual.binding import Binding
from textual.color import Color
from textual.drivers import linux_driver
from textual.filter import LineFilter
from textual.geometry import Size
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, Static

import tui.screen
from tests.tui.pilot import Ahead, until_idle
from tests.tui.running import running, story
from tui.screen.widgets.surface import Surface

_PAGE = Path(__file__).parents[3] / "docs" / "textual.md"

OVERRIDDEN = {
    "App._fatal_error": "(self) -> 'None'",
    "Widget._on_mouse_scroll_down": "(self, event: 'events.MouseScrollDown') -> 'None'",
    "Widget._on_mouse_scroll_up": "(self, event: 'events.MouseScrollUp') -> 'None'",
    "Widget._size_updated": (
        "(self, size: 'Size', virtual_size: 'Size', container_size: 'Size', layout: 'bool' = True) -> 'bool'"
    ),
}
"""Each private part that is overridden, with the signature it has in Textual."""


def test_the_page_lists_what_is_overridden() -> None:
    assert set(re.findall(r"^\| `(\w+\._\w+)` \|", _PAGE.read_text(encoding="utf-8"), re.MULTILINE)) == set(OVERRIDDEN)


@pytest.mark.parametrize("part", OVERRIDDEN)
def test_a_part_is_there_as_it_was(part: str) -> None:
    owner, name = part.split(".")
    method = getattr({"App": App, "Widget": Widget}[owner], name)
    assert str(inspect.signature(method)) == OVERRIDDEN[part]


def _classes() -> Iterator[type]:
    """The classes of the screen that come of Textual's."""
    for module in pkgutil.walk_packages(tui.screen.__path__, "tui.screen."):
        for value in vars(importlib.import_module(module.name)).values():
            if inspect.isclass(value) and value.__module__ == module.name and issubclass(value, MessagePump):
                yield value


def _written(kind: type) -> ast.AST:
    return ast.parse(inspect.cleandoc("\n" + inspect.getsource(kind)))


def test_no_other_private_part_is_overridden_nor_its_name_taken() -> None:
    found = set()
    for kind in _classes():
        functions = {node.name for node in ast.walk(_written(kind)) if isinstance(node, ast.FunctionDef)}
        functions |= {node.name for node in ast.walk(_written(kind)) if isinstance(node, ast.AsyncFunctionDef)}
        for base in kind.__mro__[1:]:
            if base.__module__.startswith("textual"):
                private = {name for name in vars(base) if name.startswith("_") and not name.startswith("__")}
                found |= functions & private
    assert found == {part.partition(".")[2] for part in OVERRIDDEN}


async def test_no_attribute_of_textual_is_overwritten() -> None:
    own = {}
    for kind in _classes():
        stored = {
            node.attr
            for node in ast.walk(_written(kind))
            if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store) and node.attr.startswith("_")
        }
        own[kind] = stored
    taken = set(vars(App())) | set(vars(Screen())) | set(vars(Input())) | set(vars(Widget()))
    assert {kind.__name__: names & taken for kind, names in own.items() if names & taken} == {}


@pytest.mark.usefixtures("_compared_by_hand")
async def test_a_new_size_is_known_before_its_event(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    updated = Surface._size_updated

    def size_updated(self: Surface, size: Size, virtual: Size, container: Size, layout: bool = True) -> bool:
        seen.append("size")
        return updated(self, size, virtual, container, layout)

    async with running(story().articles) as run:
        monkeypatch.setattr(Surface, "_size_updated", size_updated)
        monkeypatch.setattr(Surface, "on_resize", lambda self: seen.append("event"), raising=False)
        await run.pilot.resize_terminal(100, 24)
        await run.pilot.pause()
    assert seen.index("size") < seen.index("event")


@pytest.mark.usefixtures("_compared_by_hand")
async def test_the_wheel_moves_three_lines_at_once() -> None:
    async with running(story().articles) as run:
        await run.press("g")
        wheel = events.MouseScrollDown(run.surface, 5, 5, 0, 1, 0, False, False, False)
        run.surface.post_message(wheel)
        await run.pilot.pause()
        # Textual's own handler would have scrolled too, and by an animation.
        assert run.surface.scroll_offset.y == 3
        assert not run.app.animator.is_being_animated(run.surface, "scroll_y")


async def test_a_fault_is_reported_by_the_part_that_is_overridden(monkeypatch: pytest.MonkeyPatch) -> None:
    reported: list[str] = []

    class Faulty(App[None]):
        def on_mount(self) -> None:
            raise ValueError("no luck")

        def _fatal_error(self) -> None:
            reported.append("fault")
            super()._fatal_error()

    with pytest.raises(ValueError, match="no luck"):
        async with Faulty().run_test():
            pass
    assert reported == ["fault"]


async def test_a_theme_is_taken_before_there_is_a_screen() -> None:
    called: list[bool] = []

    class Themed(App[None]):
        def refresh_css(self, animate: bool = True) -> None:
            called.append(bool(self.screen_stack))
            super().refresh_css(animate)

    app = Themed()
    app.theme = "textual-light"
    async with app.run_test():
        assert called
    assert "set_variables" in inspect.getsource(App.refresh_css)
    assert "reparse" in inspect.getsource(App.refresh_css)


async def test_a_line_of_input_pastes_the_clipboard_of_the_app() -> None:
    class Pasting(App[None]):
        @property
        def clipboard(self) -> str:
            return "mine"

        def compose(self) -> Iterator[Input]:
            yield Input()

    async with Pasting().run_test() as pilot:
        await pilot.press("ctrl+v")
        assert pilot.app.query_one(Input).value == "mine"


async def test_keys_and_pastes_pass_the_app_first() -> None:
    seen: list[tuple[str, bool]] = []

    class Passing(App[None]):
        def compose(self) -> Iterator[Input]:
            yield Input()

        async def on_event(self, event: events.Event) -> None:
            if isinstance(event, (events.Key, events.Paste)):
                seen.append((type(event).__name__, event.is_forwarded))
            await super().on_event(event)

    async with Passing().run_test() as pilot:
        await pilot.press("a")
        pilot.app.post_message(events.Paste("bc"))
        await pilot.pause()
        assert pilot.app.query_one(Input).value == "abc"
    assert seen == [("Key", False), ("Paste", False)]


async def test_every_line_passes_the_filters_of_the_app() -> None:
    class Capitals(LineFilter):
        def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
            return [Segment(text.upper(), style, control) for text, style, control in segments]

    class Filtering(App[None]):
        def compose(self) -> Iterator[Static]:
            yield Static("a bell")

        def get_line_filters(self) -> Sequence[LineFilter]:
            return [*super().get_line_filters(), Capitals()]

    async with Filtering().run_test() as pilot:
        assert pilot.app.screen._compositor.render_strips()[0].text.startswith("A BELL")


async def test_the_size_of_a_queue_counts_what_waits() -> None:
    async with App[None]().run_test() as pilot:
        await pilot.pause()
        screen = pilot.app.screen
        screen.call_later(lambda: None)
        assert screen.message_queue_size > 0
        await pilot.pause()
        assert screen.message_queue_size == 0
        assert callable(screen.check_idle)


async def test_a_binding_keeps_its_id_under_other_keys() -> None:
    class Bound(App[None]):
        BINDINGS = [Binding("a", "bell", "Bell", id="mine")]  # noqa: RUF012, as Textual has it

    app = Bound()
    app.set_keymap({"mine": "b"})
    async with app.run_test():
        active = app.screen.active_bindings
        assert "a" not in active
        assert active["b"].binding.id == "mine"


def test_names_of_keys() -> None:
    assert keys.KEY_NAME_REPLACEMENTS["solidus"] == "slash"
    assert keys.REPLACED_KEYS["slash"] == "solidus"
    assert keys.key_to_character("question_mark") == "?"
    assert keys._character_to_key("?") == "question_mark"


@pytest.mark.skipif(sys.platform == "win32", reason="another driver")
def test_the_driver_writes_and_reads_the_streams_python_began_with() -> None:
    source = inspect.getsource(linux_driver)
    assert "sys.__stderr__" in source
    assert "sys.__stdin__" in source


def test_what_the_pilot_of_the_tests_replaces() -> None:
    pilot, app = importlib.import_module("textual.pilot"), importlib.import_module("textual.app")
    assert pilot.wait_for_idle is app.wait_for_idle is until_idle
    assert "wait_for_idle(0)" in inspect.getsource(pilot.Pilot.pause)
    assert "wait_for_idle(0)" in inspect.getsource(App._press_keys)
    # A frame is made of the dirty regions, which are none after it.
    assert "_dirty_regions.clear()" in inspect.getsource(Compositor.render_partial_update)
    assert "render_update" not in inspect.getsource(Compositor.render_strips)


async def test_a_timer_takes_no_time() -> None:
    ticks: list[int] = []
    async with App[None]().run_test() as pilot:
        pilot.app.set_interval(0.015, lambda: ticks.append(1), repeat=99)
        ahead = Ahead.seconds
        await pilot.pause()
    # Textual leaves out a tick that it is late for.
    assert len(ticks) > 50
    assert Ahead.seconds - ahead > 1


@pytest.mark.usefixtures("_compared_by_hand")
async def test_what_is_looked_at_is_there_without_frames() -> None:
    async with running(story().articles) as run:
        before = run.text()
        await run.press("question_mark")
        assert run.text() != before
        assert not run.screen._compositor._dirty_regions
        await run.press("escape")
        assert run.text() == before
