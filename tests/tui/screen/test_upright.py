"""Italics where a terminal shows them in reverse: with colours none; without, not the only difference from reverse."""

from collections.abc import Iterator

import pytest
from rich.segment import Segment

from tests.conftest import MakeArticle
from tests.tui.running import at_once, running
from tests.tui.screen.test_colourless import ATTRIBUTES, WITHIN, Look, colourless, looks, painted, without_colour
from tui.screen.themes import DEFAULT_THEME
from tui.screen.widgets.side_by_side import SideBySide
from tui.system.display import shows_italics_in_reverse
from tui.view.settings import View, ViewSettings

TERMINALS = {
    "screen": True,
    "screen-256color": True,
    "screen.xterm-256color": True,
    "tmux-256color": False,
    "xterm-256color": False,
    "": False,
}


@pytest.mark.parametrize("name", TERMINALS)
def test_terminals_that_show_italics_in_reverse(name: str) -> None:
    assert shows_italics_in_reverse({"TERM": name}) is TERMINALS[name]


def italic(segments: list[list[Segment]]) -> Iterator[str]:
    for segment in (segment for line in segments for segment in line):
        if segment.style is not None and segment.style.italic:
            yield segment.text


@pytest.mark.parametrize("name", ["screen-256color", "xterm-256color"])
async def test_with_colours_there_are_no_italics_there(
    name: str, make_article: MakeArticle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", name)
    comparison = colourless(make_article)
    monkeypatch.setattr("tui.screen.controllers.articles.compared", at_once(lambda *_: comparison))
    async with running(comparison.articles, (120, 40)) as run:
        await run.show(ViewSettings(folds_furniture=False, shows_typography=True))
        assert bool(list(italic(painted(run)))) is (name == "xterm-256color")


@pytest.mark.parametrize("view", WITHIN)
async def test_without_colours_italics_in_reverse_look_like_nothing_else(
    make_article: MakeArticle, view: View, monkeypatch: pytest.MonkeyPatch
) -> None:
    def arriving(look: Look) -> Look:
        return frozenset("reverse" if name == "italic" else name for name in look)

    monkeypatch.setenv("TERM", "screen")
    async with without_colour(colourless(make_article), view, DEFAULT_THEME, monkeypatch) as run:
        # Words of one meaning have one look: here a set for each meaning.
        seen = [{arriving(look) for word in words for look in looks(run, word)} for words in WITHIN[view]]
        assert all(len(one) == 1 for one in seen)
        styles = {
            name: run.screen.query_one(SideBySide).get_component_rich_style(f"side-by-side--{name}")
            for name in ("selected", "found", "found-here", "matters", "at-cursor")
        }
        set_off = {
            name: arriving(frozenset(one for one in ATTRIBUTES if getattr(style, one)))
            for name, style in styles.items()
        }
        meanings = {look for one in seen for look in one}
        assert len(meanings) == len(seen)
        assert not meanings & set(set_off.values()), set_off
