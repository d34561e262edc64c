"""A translation on the screen: the sentence at the cursor is lit on both sides, by keys and by the mouse."""

import pytest

from diffing.ledger import build
from tests.tui.running import Running, at_once, running
from tests.tui.translated import differences, translation
from tui.screen.widgets.key_line import KeyLine
from tui.screen.widgets.title import TitleLine
from tui.view.settings import View


@pytest.fixture(autouse=True)
def _translated_by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.screen.controllers.articles.compared", at_once(lambda *_: translation()))
    monkeypatch.setattr(build, "ledger", lambda *_: differences())


def lit(run: Running) -> list[str]:
    """The words on the ground of the sentence at the cursor, line by line."""
    ground = run.surface.get_component_rich_style("side-by-side--sentence", partial=True).bgcolor
    strips = [run.surface.render_line(y) for y in range(run.surface.size.height)]
    return [one.text.strip() for strip in strips for one in strip if one.style and one.style.bgcolor == ground]


def place_of(run: Running, words: str) -> tuple[int, int]:
    """The cell on the surface in which words begin."""
    for y in range(run.surface.size.height):
        text = run.surface.render_line(y).text
        if words in text:
            return text.index(words), y
    raise AssertionError(f"{words!r} is not shown")


async def test_the_right_arrow_lights_sentence_by_sentence() -> None:
    async with running(translation().articles, size=(160, 40)) as run:
        assert " ".join(lit(run)) == "El capitán no respondió."
        await run.press("home", "right")
        assert lit(run) == ["El faro falló el lunes. Nadie lo vio.", "The lighthouse failed on Monday, unseen."]
        assert run.status().startswith(" ¶2, sentences 1-2 → 1  translated, 1 sentence only left (Spanish, English)")
        await run.press("right")
        assert lit(run) == ["Dos barcos encallaron.", "Two ships ran aground."]
        await run.press("right")
        assert run.status().startswith(" ¶2, sentence 4  only left  − El capitán no respondió.")
        await run.press("right", "left", "left")
        assert lit(run) == ["Dos barcos encallaron.", "Two ships ran aground."]


async def test_a_click_lights_a_sentence() -> None:
    async with running(translation().articles, size=(160, 40)) as run:
        x, y = place_of(run, "They begin")
        await run.pilot.click(run.surface, offset=(x + 2, y))
        await run.pilot.pause()
        assert lit(run) == ["Empezará en mayo.", "They begin in May."]


async def test_the_title_and_the_keys_say_that_it_is_a_translation() -> None:
    async with running(translation().articles, size=(160, 40)) as run:
        title = str(run.screen.query_one(TitleLine).render())
        assert title.endswith("Spanish, English: translation view · 4 differences that matter ")
        assert "→ sentence" in str(run.screen.query_one(KeyLine).render())


@pytest.mark.parametrize(("width", "view"), [(120, View.SIDE_BY_SIDE), (80, View.SIDE_BY_SIDE), (50, View.REDLINE)])
async def test_two_languages_stand_beside_each_other_while_there_is_room(width: int, view: View) -> None:
    async with running(translation().articles, size=(width, 30)) as run:
        assert run.surface.view is run.state.view is view


async def test_without_room_each_sentence_stands_under_its_original() -> None:
    async with running(translation().articles, size=(58, 40)) as run:
        await run.press("home", "right", "right")
        x, y = place_of(run, "Dos barcos")
        lines = [run.surface.render_line(y + at).text.strip("▌│▏▐ ") for at in range(3)]
        assert lines == ["Dos barcos encallaron.", "Two ships ran aground.", "El capitán no respondió."]
        assert lit(run) == ["Dos barcos encallaron.", "Two ships ran aground."]
        await run.pilot.click(run.surface, offset=(x + 3, y + 2))
        await run.pilot.pause()
        assert lit(run) == ["El capitán no respondió."]
