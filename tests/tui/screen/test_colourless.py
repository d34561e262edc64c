"""With NO_COLOR no colour is sent, and every distinction that colours make is still on the screen.

The paragraphs have a word for each meaning, so that a word's style on the screen is the style of the meaning.
"""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import combinations

import pytest
from rich.segment import Segment
from textual.widgets import OptionList

from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Ledger, Subject
from diffing.model import Comparison, Kind, Op, Pair, Place, Row, Span
from tests.conftest import MakeArticle
from tests.tui.running import Running, at_once, running
from tui.screen.themes import DEFAULT_THEME
from tui.screen.widgets.change_list import ChangeList
from tui.view.actions import SearchFor, TakeLedger
from tui.view.overview import OVERVIEW_WIDTH
from tui.view.settings import View, ViewSettings

Look = frozenset[str]
ATTRIBUTES = ("bold", "dim", "italic", "underline", "strike", "reverse")
SPANS = (
    Span(Op.EQUAL, "staying ", "staying "),
    Span(Op.DELETE, "omitted ", ""),
    Span(Op.EQUAL, "then ", "then "),
    Span(Op.INSERT, "", "added "),
    Span(Op.EQUAL, "and ", "and "),
    Span(Op.REPLACE, "formerly ", "nowadays "),
    Span(Op.EQUAL, "with ", "with "),
    Span(Op.EQUAL, "departed ", "", move=0),
    Span(Op.EQUAL, "QUOTED ", "quoted ", typographic=True),
    Span(Op.EQUAL, "", "arrived ", move=0),
    Span(Op.EQUAL, "end.", "end."),
)
# Meanings that stand beside each other in one paragraph, by the word that has them.
WITHIN = {
    View.SIDE_BY_SIDE: [
        {"staying"},
        {"omitted"},
        {"added"},
        {"formerly", "nowadays"},
        {"departed", "arrived"},
        {"quoted"},
    ],
    View.REDLINE: [
        {"staying"},
        {"omitted"},
        {"added"},
        {"formerly"},
        {"nowadays"},
        {"departed"},
        {"arrived"},
        {"quoted"},
    ],
}
# Whole paragraphs, and the sign in the gutter that tells what they are.
BY_SIGN = {"vanished": "−", "newcomer": "+", "sharing": "·", "travelling": "↕", "remaining": ""}


def colourless(make_article: MakeArticle) -> Comparison:
    left = make_article(["".join(span.left for span in SPANS), "travelling", "vanished", "remaining"])
    right = make_article(["".join(span.right for span in SPANS), "newcomer", "sharing", "remaining", "travelling"])

    def same(
        kind: Kind,
        lefts: tuple[int, ...],
        rights: tuple[int, ...],
        text: str,
        moved: bool = False,
        furniture: bool = False,
    ) -> Row:
        op = Op.DELETE if not rights else Op.INSERT if not lefts else Op.EQUAL
        span = Span(op, text if lefts else "", text if rights else "")
        return Row(kind, lefts, rights, moved, float(bool(lefts and rights)), (span,), furniture=furniture)

    rows = (
        Row(Kind.EDITED, (0,), (0,), False, 0.5, SPANS),
        same(Kind.OMITTED, (2,), (), "vanished"),
        same(Kind.ADDED, (), (1,), "newcomer"),
        same(Kind.ADDED, (), (2,), "sharing", furniture=True),
        same(Kind.UNCHANGED, (3,), (3,), "remaining"),
        same(Kind.UNCHANGED, (1,), (4,), "travelling", moved=True),
    )
    return Comparison(left, right, rows)


@asynccontextmanager
async def without_colour(
    comparison: Comparison, view: View, theme: str, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Running]:
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setattr("tui.screen.controllers.articles.compared", at_once(lambda *_: comparison))
    async with running(comparison.articles, (120, 40)) as run:
        run.app.theme = theme
        await run.show(ViewSettings(view, folds_furniture=False, shows_typography=True))
        await run.pilot.pause()
        # Words that matter have a look of their own.
        await run.do(TakeLedger(comparison, Ledger((), Pair("en", "en"))))
        yield run


def painted(run: Running) -> list[list[Segment]]:
    """The lines of the screen as they go to the terminal."""
    return [list(strip) for strip in run.screen._compositor.render_strips()]


def looks(run: Running, word: str) -> set[Look]:
    """The attributes that a word has, wherever it is in the articles."""
    return {
        frozenset(name for name in ATTRIBUTES if segment.style is not None and getattr(segment.style, name))
        for line in painted(run)[run.surface.region.y : run.surface.region.bottom]
        for segment in line
        if re.search(rf"\b{word}\b", segment.text, re.IGNORECASE)
    }


def look(run: Running, word: str) -> Look:
    """The attributes of a word that is there once, or several times with the same ones."""
    (attributes,) = looks(run, word)
    return attributes


themes = pytest.mark.parametrize("theme", [DEFAULT_THEME, "ansi-dark", "newsdiff-light"])


@themes
@pytest.mark.parametrize("view", WITHIN)
async def test_within_a_paragraph_every_meaning_has_a_look_of_its_own(
    make_article: MakeArticle, view: View, theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with without_colour(colourless(make_article), view, theme, monkeypatch) as run:
        seen: list[Look] = []
        for words in WITHIN[view]:
            (one,) = {look(run, word) for word in words}
            seen.append(one)
        assert len(set(seen)) == len(seen)
        # What is gone is struck in a redline; beside its partner only what was left out is.
        gone = {"omitted", "formerly", "departed"} if view is View.REDLINE else {"omitted"}
        for words in WITHIN[view]:
            for word in words:
                assert ("strike" in look(run, word)) == (word in gone), word


@pytest.mark.parametrize("view", WITHIN)
async def test_whole_paragraphs_are_told_apart_by_their_signs(
    make_article: MakeArticle, view: View, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with without_colour(colourless(make_article), view, DEFAULT_THEME, monkeypatch) as run:
        # The overview at the right edge has signs too.
        lines = ["".join(segment.text for segment in line)[:-OVERVIEW_WIDTH] for line in painted(run)]
        signs = {}
        for word in BY_SIGN:
            # A moved text stands at two places.
            near = [text for text in lines if word in text][-1]
            signs[word] = {sign for sign in BY_SIGN.values() if sign and f"{sign} " in near}
        for one, other in combinations(BY_SIGN, 2):
            assert signs[one] != signs[other], (one, other, signs)
        assert all(BY_SIGN[word] in (signs[word] or {""}) for word in BY_SIGN), signs


@themes
async def test_no_colour_is_sent(make_article: MakeArticle, theme: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async with without_colour(colourless(make_article), View.SIDE_BY_SIDE, theme, monkeypatch) as run:
        for keys in ((), ("i",), ("s",), ("escape", "F"), ("escape", "question_mark"), ("escape", "slash", *"added")):
            await run.press(*keys)
            for segment in (segment for line in painted(run) for segment in line):
                for colour in (segment.style.color, segment.style.bgcolor) if segment.style else ():
                    assert colour is None or colour.is_default, (keys, segment)


async def test_with_colour_there_are_colours(make_article: MakeArticle, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    comparison = colourless(make_article)
    monkeypatch.setattr("tui.screen.controllers.articles.compared", at_once(lambda *_: comparison))
    async with running(comparison.articles, (120, 40)) as run:
        assert any(segment.style and segment.style.bgcolor for line in painted(run) for segment in line)


@pytest.mark.parametrize("view", WITHIN)
async def test_what_is_found_elsewhere_looks_like_nothing_else(
    make_article: MakeArticle, view: View, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with without_colour(colourless(make_article), view, DEFAULT_THEME, monkeypatch) as run:
        words = [word for group in WITHIN[view] for word in group]
        before = {look(run, word) for word in words}
        await run.do(SearchFor(r"\w+", is_expression=True))
        found = {look(run, word) for word in words}
        assert not found & before
        assert all({"bold", "underline"} <= one and "reverse" not in one for one in found)


async def test_what_is_found_or_chosen_stands_out(make_article: MakeArticle, monkeypatch: pytest.MonkeyPatch) -> None:
    async with without_colour(colourless(make_article), View.SIDE_BY_SIDE, DEFAULT_THEME, monkeypatch) as run:
        for word in ("staying", "formerly", "arrived", "vanished"):
            before = look(run, word)
            await run.press("slash", *word, "enter")
            # A word that both sides have is two matches, and the reader is at one of them.
            assert sum("reverse" in one - before for one in looks(run, word)) == 1, word
            await run.press("escape")
        await run.press("s", "g")
        assert [stands_out(run, run.screen.query_one(ChangeList), line) for line in (0, 1)] == [True, False]
        await run.press("escape", "F", "down", "home")
        assert [stands_out(run, run.screen.query_one(OptionList), line) for line in (0, 1)] == [True, False]


def stands_out(run: Running, widget: ChangeList | OptionList, line: int) -> bool:
    """Whether a line of a list is set off."""
    strip = run.screen._compositor.render_strips()[widget.content_region.y + line]
    first = next(iter(strip.crop(widget.content_region.x + 1, widget.content_region.right)))
    return first.style is not None and bool(first.style.reverse or first.style.underline)


async def test_what_matters_is_bold_and_never_dim(make_article: MakeArticle, monkeypatch: pytest.MonkeyPatch) -> None:
    comparison = colourless(make_article)
    start = comparison.left.paragraphs[0].text.index("formerly")
    there = comparison.right.paragraphs[0].text.index("nowadays")
    places = (Place(0, start, start + len("formerly")),), (Place(0, there, there + len("nowadays")),)
    entry = Entry(Subject.NUMBER, Change.CHANGED, *places, Location.SAME_PLACE)
    async with without_colour(comparison, View.SIDE_BY_SIDE, DEFAULT_THEME, monkeypatch) as run:
        await run.press("j")
        await run.do(TakeLedger(comparison, Ledger((entry,), Pair("en", "en"))))
        # In the answer the old words are plain.
        assert looks(run, "formerly") - {frozenset()} == looks(run, "nowadays") == {frozenset({"bold"})}


async def test_a_rule_stands_where_no_ground_sets_a_panel_off(
    make_article: MakeArticle, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with without_colour(colourless(make_article), View.SIDE_BY_SIDE, DEFAULT_THEME, monkeypatch) as run:
        assert ruled(run) == [run.surface.region.y - 1]
        top = run.surface.region.y
        await run.press("i")
        # The articles stay where they were, and the reasons below them have a rule too.
        assert ruled(run) == [top - 1, run.surface.region.bottom]
        await run.press("escape", "L")
        assert ruled(run) == [top - 1, run.surface.region.bottom]


def ruled(run: Running) -> list[int]:
    """The lines of the screen that are rules."""
    return [y for y, line in enumerate(run.text().splitlines()) if line.strip() and not line.strip(" ─")]
