"""Every theme can be read, and what the colours say is said without them too."""

import re
from itertools import combinations
from pathlib import Path

import pytest
from textual.style import Style
from textual.theme import BUILTIN_THEMES, Theme

from tests.tui.running import at_once, by_hand, running, story
from tests.tui.screen.colour_difference import Sight, difference
from tui.present.cells import Role
from tui.present.labels import FURNITURE_SIGN, MOVED_SIGN, SIGNS
from tui.screen import app, ink
from tui.screen.app import NewsdiffApp
from tui.screen.themes import DEFAULT_THEME, THEMES, highlights
from tui.screen.widgets.side_by_side import SideBySide

MIXED = [theme for theme in (*THEMES, *BUILTIN_THEMES.values()) if not theme.ansi]
ANSI = [theme for theme in BUILTIN_THEMES.values() if theme.ansi]
MARKS = ("added", "omitted", "reworded", "moved", "matters")
STYLESHEET = (Path(app.__file__).with_name("newsdiff.tcss")).read_text(encoding="utf-8")
# Kinds of highlight that have no style of their own: the sign in the gutter tells them apart.
TOLD_BY_SIGN = {
    Role.UNCHANGED,
    Role.BYLINE,
    Role.ORIGINAL,
    Role.ADDED_PARAGRAPH,
    Role.OMITTED_PARAGRAPH,
    Role.MOVED_AWAY,
}
# Words in other words are quiet: a hue, which only a line says where they are struck.
QUIET = {Role.REWORDED, Role.REWORDED_AWAY}


def named(theme: Theme) -> str:
    return theme.name


def luminance(colour: str) -> float:
    """WCAG 2.1's relative luminance, written out."""
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def colour(theme: Theme, name: str) -> str:
    found = getattr(theme, name) or theme.to_color_system().generate()[name]
    assert re.fullmatch(r"#[0-9a-fA-F]{6}", found), found
    return str(found)


def test_the_formula() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("theme", MIXED, ids=named)
def test_text_can_be_read_on_every_ground_it_stands_on(theme: Theme) -> None:
    shown = highlights(theme)
    page, panel = colour(theme, "background"), colour(theme, "surface")
    for name in (*MARKS, "dim", "cursor", "panel-text"):
        for ground in (page, panel, shown["row"]):
            assert contrast(shown[name], ground) >= 4.5, (name, ground)
    for mark in ("added", "omitted", "reworded", "moved"):
        assert contrast(shown[f"{mark}-text"], shown[f"{mark}-ground"]) >= 4.5, mark
        assert shown[f"{mark}-ground"].lower() != page.lower()
    for name in ("selection", "lit"):
        assert contrast(shown[f"{name}-text"], shown[name]) >= 4.5, name
    assert contrast(shown["matters"], shown["matters-ground"]) >= 4.5
    assert contrast(shown["matters"], shown["matters-cursor"]) >= 4.5


@pytest.mark.parametrize("theme", MIXED, ids=named)
def test_no_ground_is_the_page(theme: Theme) -> None:
    shown = highlights(theme)
    grounds = {shown[name].lower() for name in ("matters-ground", "row", "selection", "lit")}
    assert len(grounds | {colour(theme, "background").lower()}) == 5


@pytest.mark.parametrize("theme", MIXED, ids=named)
def test_what_matters_has_a_colour_of_its_own(theme: Theme) -> None:
    shown = highlights(theme)
    assert shown["matters"] not in {shown[name] for name in (*MARKS, "dim", "cursor") if name != "matters"}
    assert shown["selection"] not in {shown[name] for name in (*MARKS, "dim", "cursor")}


@pytest.mark.parametrize("sight", Sight)
@pytest.mark.parametrize("theme", THEMES, ids=named)
def test_marks_are_told_apart_by_every_eye(theme: Theme, sight: Sight) -> None:
    shown = highlights(theme) | {"ink": colour(theme, "foreground")}
    for one, other in combinations((*MARKS, "ink"), 2):
        assert difference(shown[one], shown[other], sight) >= 12, (one, other)


def test_dim_text_in_high_contrast_has_a_high_contrast_too() -> None:
    (theme,) = (theme for theme in THEMES if theme.name == "newsdiff-high-contrast")
    assert contrast(highlights(theme)["dim"], colour(theme, "background")) >= 12


@pytest.mark.parametrize("theme", ANSI, ids=named)
def test_the_terminals_own_colours_are_left_to_it(theme: Theme) -> None:
    shown = highlights(theme)
    assert shown
    assert all(value.startswith("ansi_") for value in shown.values()), shown


def test_all_themes_have_the_same_variables() -> None:
    assert len({frozenset(highlights(theme)) for theme in (*MIXED, *ANSI)}) == 1


def test_every_variable_of_the_stylesheet_is_there() -> None:
    app = NewsdiffApp(story().articles)
    used = set(re.findall(r"\$([a-z-]+)", STYLESHEET))
    assert len(used) > len(MARKS)
    for theme in (*MIXED, *ANSI):
        app.theme = theme.name
        assert used <= set(app.get_css_variables()), theme.name


def test_the_default_is_one_of_newsdiffs_own() -> None:
    assert DEFAULT_THEME in {theme.name for theme in THEMES}


def test_a_theme_that_is_not_there_is_not_missed() -> None:
    assert NewsdiffApp(story().articles, theme="gone").theme == DEFAULT_THEME
    assert NewsdiffApp(story().articles, theme="nord").theme == "nord"


@pytest.mark.parametrize("theme", [DEFAULT_THEME, "ansi-dark"])
async def test_meaning_survives_without_colour(theme: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.screen.controllers.articles.compared", at_once(by_hand))
    async with running(story().articles) as run:
        run.app.theme = theme
        await run.pilot.pause()

        def style(name: str) -> frozenset[str]:
            rich = run.screen.query_one(SideBySide).get_component_rich_style(f"side-by-side--{name}")
            return frozenset(
                part for part in ("bold", "italic", "underline", "strike", "reverse") if getattr(rich, part)
            )

        styles = {role: style(role.value) for role in Role}
        assert {role for role, parts in styles.items() if not parts} == TOLD_BY_SIGN | QUIET
        # Bold is what matters, reverse where the reader is: no mark alone has either.
        heavy = {role for role, parts in styles.items() if {"bold", "reverse"} & parts}
        assert heavy == {Role.HEADLINE}
        assert style("matters") == {"bold"}
        # Within one row, what is only left, only right, and moved are told apart.
        apart = [Role.UNCHANGED, Role.OMITTED, Role.ADDED, Role.MOVED, Role.MOVED_STRUCK]
        assert len({styles[role] for role in apart}) == len(apart)
        assert "strike" in styles[Role.REWORDED_STRUCK]
        assert "reverse" in style("found-here")
        assert "underline" in style("found")
    assert len({*SIGNS.values(), MOVED_SIGN, FURNITURE_SIGN}) == len(SIGNS) + 2


@pytest.mark.parametrize("theme", [DEFAULT_THEME, "newsdiff-light", "dracula"])
async def test_all_marks_are_strong_when_asked_for(theme: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.screen.controllers.articles.compared", at_once(by_hand))
    marks = (Role.ADDED, Role.OMITTED, Role.REWORDED, Role.REWORDED_AWAY, Role.REWORDED_STRUCK, Role.MOVED)
    async with running(story().articles) as run:
        run.app.theme = theme
        await run.pilot.pause()

        def grounds() -> dict[Role, object]:
            return {role: run.surface.get_component_rich_style(f"side-by-side--{role.value}").bgcolor for role in Role}

        assert set(grounds().values()) == {run.surface.rich_style.bgcolor}
        await run.press("asterisk")
        await run.pilot.pause()
        loud = grounds()
        assert run.surface.rich_style.bgcolor not in {loud[role] for role in marks}
        assert loud[Role.UNCHANGED] == run.surface.rich_style.bgcolor


@pytest.mark.parametrize("theme", [DEFAULT_THEME, "newsdiff-light", "nord", "ansi-dark"])
async def test_the_articles_and_newsdiffs_own_lines_have_one_rule(theme: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.screen.controllers.articles.compared", at_once(by_hand))
    async with running(story().articles) as run:
        run.app.theme = theme
        await run.pilot.pause()
        surface = run.screen.query_one(SideBySide)
        looks = {"matters": ink.MATTERS_IN_TEXT, "at-cursor": ink.AT_CURSOR, "number": ink.DIM, "note": ink.NOTE}
        for name, look in looks.items():
            own = Style.parse(look, run.app.get_css_variables()).rich_style
            styled = surface.get_component_rich_style(f"side-by-side--{name}", partial=True)
            for part in ("color", "bold", "italic", "reverse", "underline", "dim"):
                assert bool(getattr(own, part)) == bool(getattr(styled, part)), (name, part)
            assert own.color == styled.color, name
            if own.bgcolor is not None:
                assert own.bgcolor == styled.bgcolor, name


async def test_choosing_a_theme_repaints_and_is_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.screen.controllers.articles.compared", at_once(by_hand))
    remembered: list[str] = []
    app = NewsdiffApp(story().articles, remember_theme=remembered.append)
    async with app.run_test(size=(120, 30)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert remembered == []
        surface = app.screen.query_one(SideBySide)
        before = surface.render_line(0)
        app.theme = "newsdiff-light"
        await pilot.pause()
        assert remembered == ["newsdiff-light"]
        assert surface.render_line(0) != before
        assert surface.render_line(0).text == before.text
