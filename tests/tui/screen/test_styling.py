"""The faster styling of the tests gives what Textual gives."""

from collections.abc import Iterator
from typing import Any

import pytest
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode

from diffing.model import Article, Pair
from tests.tui import styling
from tests.tui.running import Running, running, story
from tui.screen.widgets.surface import Surface

pytestmark = pytest.mark.usefixtures("_compared_by_hand")


def given(run: Running) -> Iterator[tuple[DOMNode, dict[str, Any], dict[str, dict[str, Any]]]]:
    """Every node on the screen, its rules, and the rules of its parts."""
    for node in (run.app, run.app.screen, *run.app.screen.walk_children()):
        parts = {name: dict(node._component_styles[name].base._rules) for name in node._get_component_classes()}
        yield node, dict(node.styles.base._rules), parts


@pytest.mark.parametrize("keys", [(), ("i",), ("e", "j"), ("slash", "a")], ids="".join)
async def test_every_node_has_the_rules_that_textual_gives(
    keys: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    articles: Pair[Article] = story().articles
    async with running(articles) as run:
        await run.press(*keys)
        ours = list(given(run))
        monkeypatch.undo()
        for node, *_ in ours:
            run.app.stylesheet.apply(node)
        assert Stylesheet.apply is not styling.apply
        assert ours == list(given(run))
        assert len(ours) >= 8
        assert any(parts for _, _, parts in ours)


async def test_no_look_depends_on_the_focus_of_the_articles() -> None:
    """Surface.watch_has_focus() relies on it."""
    async with running(story().articles) as run:
        surface = run.app.screen.query_one(Surface)
        assert surface.has_focus
        for rule in run.app.stylesheet.rules:
            last = [selectors.selectors[-1] for selectors in rule.selector_set]
            names = surface._css_type_names | {"*"}
            assert not [one for one in last if one.name in names and one.pseudo_classes & {"focus", "blur"}]


async def test_the_first_picture_is_styled_for_the_size_of_the_window() -> None:
    async with running(story().articles, size=(160, 40)) as run:
        before = run.app.screen.classes
        assert {"-roomy", "-wide"} <= before
        await run.pilot.resize_terminal(60, 12)
        assert run.app.screen.classes == (before - {"-roomy", "-wide"}) | {"-low"}
