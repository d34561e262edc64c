"""Pictures of the screen that must not change unseen, at three sizes, dark and light.

`pytest --snapshot-update tests/tui/test_snapshots.py` takes them anew; look at them before they are committed.
"""

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from diffing.model import Article, Pair
from tui.app import NewsdiffApp

SIZES = [(80, 24), (120, 40), (200, 60)]
THEMES = ["textual-dark", "textual-light"]


async def compared(pilot: Pilot[int]) -> None:
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_screen(
    snap_compare: Callable[..., bool],
    sample_pair: Callable[[str], Pair[Article]],
    size: tuple[int, int],
    theme: str,
) -> None:
    app = NewsdiffApp(sample_pair("restructured"))
    app.theme = theme

    async def at_a_difference(pilot: Pilot[int]) -> None:
        await compared(pilot)
        await pilot.press("n", "n")
        await pilot.pause()

    assert snap_compare(app, terminal_size=size, run_before=at_a_difference)


def test_help(snap_compare: Callable[..., bool], sample_pair: Callable[[str], Pair[Article]]) -> None:
    app = NewsdiffApp(sample_pair("restructured"))
    app.theme = THEMES[0]

    async def with_help(pilot: Pilot[int]) -> None:
        await compared(pilot)
        await pilot.press("question_mark")
        await pilot.pause()

    assert snap_compare(app, terminal_size=(120, 60), run_before=with_help)


def test_chinese(snap_compare: Callable[..., bool], sample_pair: Callable[[str], Pair[Article]]) -> None:
    app = NewsdiffApp(sample_pair("chinese-flood"))
    app.theme = THEMES[0]
    assert snap_compare(app, terminal_size=(120, 40), run_before=compared)
