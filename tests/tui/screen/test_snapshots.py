"""Pictures of the screen that must not change unseen: every view and panel at three sizes, every theme at one.

They show a comparison and a ledger made by hand, so that a change of the engine does not disturb them, and two samples.
`pytest --snapshot-update tests/tui/screen/test_snapshots.py` takes them anew; look at them before they are committed.
"""

from collections.abc import Callable
from dataclasses import replace

import pytest
from textual._compositor import Compositor
from textual.pilot import Pilot
from textual.widgets import Input

from diffing.ledger import build
from diffing.model import Article, Pair
from tests.tui import told
from tests.tui.pilot import RENDER_UPDATE
from tests.tui.running import EDITED, at_once, story
from tests.tui.translated import differences, translation
from tui.screen.app import NewsdiffApp
from tui.screen.controllers.story_steps import Told
from tui.screen.diff_screen import DiffScreen
from tui.screen.themes import DEFAULT_THEME, THEMES
from tui.view.actions import JumpToRow
from tui.view.jump_history import NO_JUMPS
from tui.view.settings import View, ViewSettings

SIZES = [(80, 24), (120, 40), (200, 60)]
EVERY_FRAME = (120, 40)
VIEWS = [view for view in View if view is not View.AUTOMATIC]
# The default theme is that of the views; the terminal's own colours are two more.
OTHER_THEMES = [theme.name for theme in THEMES if theme.name != DEFAULT_THEME] + ["ansi-dark", "ansi-light"]
PANELS = {
    "ledger": ("L", "j"),
    "summary": ("s",),
    "info": ("w", "i"),
    "filter": ("F", "down", "down", "space"),
    "search": ("slash", *"moved 1", "enter"),
    "prompt": ("slash", *"moved 1"),
    "fold": ("z",),
    "help": ("question_mark",),
}
# Rows of every kind are around this one.
HERE = EDITED

Compare = Callable[..., bool]


@pytest.fixture(autouse=True)
def _with_frames_at_one_size(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make every frame before a picture at one size: a frame may keep wrong parts of the one before."""
    if request.node.callspec.params.get("size") == EVERY_FRAME:
        monkeypatch.setattr(Compositor, "render_update", RENDER_UPDATE)


@pytest.fixture(autouse=True)
def _without_a_blinking_cursor(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a slow machine the cursor of a prompt would be gone for a moment when the picture is taken."""
    monkeypatch.setattr(Input, "_toggle_cursor", lambda self: None)


def by_size(size: tuple[int, int]) -> str:
    return f"{size[0]}x{size[1]}"


async def compared(pilot: Pilot[str]) -> None:
    # The comparison, and then the ledger.
    for _ in range(2):
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()


def shows(snap_compare: Compare, size: tuple[int, int], view: View, theme: str, *keys: str) -> bool:
    async def there(pilot: Pilot[str]) -> None:
        await compared(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, DiffScreen)
        screen.state = screen.state.with_settings(ViewSettings(view=view))
        await screen.dispatch(JumpToRow(HERE))
        screen.state = replace(screen.state, jumps=NO_JUMPS)
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.pause()

    return snap_compare(NewsdiffApp(story().articles, theme=theme), terminal_size=size, run_before=there)


@pytest.mark.usefixtures("_compared_by_hand")
@pytest.mark.parametrize("size", SIZES, ids=by_size)
@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name.lower())
def test_view(snap_compare: Compare, view: View, size: tuple[int, int]) -> None:
    assert shows(snap_compare, size, view, DEFAULT_THEME)


@pytest.mark.usefixtures("_compared_by_hand")
@pytest.mark.parametrize("theme", OTHER_THEMES, ids=OTHER_THEMES)
def test_theme(snap_compare: Compare, theme: str) -> None:
    """A theme changes colours only: one size shows them."""
    assert shows(snap_compare, (120, 40), View.AUTOMATIC, theme)


@pytest.mark.usefixtures("_compared_by_hand")
@pytest.mark.parametrize("size", SIZES, ids=by_size)
@pytest.mark.parametrize("panel", PANELS)
def test_panel(snap_compare: Compare, panel: str, size: tuple[int, int]) -> None:
    assert shows(snap_compare, size, View.AUTOMATIC, DEFAULT_THEME, *PANELS[panel])


@pytest.mark.parametrize("sample", ["restructured", "chinese-flood"])
def test_sample(snap_compare: Compare, sample_pair: Callable[[str], Pair[Article]], sample: str) -> None:
    assert snap_compare(NewsdiffApp(sample_pair(sample)), terminal_size=(120, 40), run_before=compared)


@pytest.mark.parametrize("size", SIZES[:2], ids=by_size)
@pytest.mark.parametrize("keys", [("right_parenthesis",), ("T",), ("I",)], ids=["articles", "lanes", "wordings"])
def test_many_versions(snap_compare: Compare, keys: tuple[str, ...], size: tuple[int, int]) -> None:
    async def there(pilot: Pilot[str]) -> None:
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.pause()

    versions = told.versions()
    shown = Told(told.story(), told.MadeHere())  # type: ignore[arg-type]  # in the place of a process
    app = NewsdiffApp(Pair(versions[0].article, versions[1].article), told=shown)
    assert snap_compare(app, terminal_size=size, run_before=there)


@pytest.mark.parametrize("size", [(50, 24), *SIZES[:2]], ids=by_size)
def test_translation(snap_compare: Compare, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]) -> None:
    monkeypatch.setattr("tui.screen.controllers.articles.compared", at_once(lambda *_: translation()))
    monkeypatch.setattr(build, "ledger", lambda *_: differences())

    async def at_a_figure(pilot: Pilot[str]) -> None:
        await compared(pilot)
        await pilot.press("d")
        await pilot.pause()

    assert snap_compare(NewsdiffApp(translation().articles), terminal_size=size, run_before=at_a_figure)
