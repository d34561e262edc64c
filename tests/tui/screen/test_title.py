"""The first line names both articles at any width, and says of an empty one that it is empty."""

import pytest

from diffing.comparison import compare
from diffing.model import Pair
from tests.conftest import MakeArticle, MakePair
from tests.tui.running import running, story
from tui.present.labels import shares
from tui.screen.widgets.title import TitleLine, fitted
from tui.text.sanitize import visible
from tui.text.wrapping import ending, width


@pytest.mark.parametrize(
    ("left", "right", "cells", "expected"),
    [
        ("a.txt", "b.txt", 10, ("a.txt", "b.txt")),
        ("monday-morning.txt", "b.txt", 15, ("…rning.txt", "b.txt")),
        ("a.txt", "tuesday-evening.txt", 15, ("a.txt", "…ening.txt")),
        ("monday-morning.txt", "tuesday-evening.txt", 23, ("…orning.txt", "…evening.txt")),
        ("星期一早晨的报纸.txt", "b.txt", 16, ("…的报纸.txt", "b.txt")),
        ("monday.txt", "tuesday.txt", 2, ("…", "…")),
    ],
)
def test_two_names_share_the_room(left: str, right: str, cells: int, expected: tuple[str, str]) -> None:
    shown = fitted(Pair(visible(left), visible(right)), cells)
    assert tuple(shown) == expected
    assert sum(map(width, shown)) <= cells


def test_an_ending_parts_no_letter_from_its_accent() -> None:
    assert ending("abcde\u0301", 3) == "…de\u0301"
    assert ending("ab👨‍👩‍👧", 3) == "…👨‍👩‍👧"
    assert ending("ab👨‍👩‍👧", 2) == "…"


@pytest.mark.parametrize("size", [40, 41, 50, 60, 80, 120])
@pytest.mark.parametrize("encoding", ["utf-8", "windows-1252"])
async def test_both_names_are_shown(make_article: MakeArticle, size: int, encoding: str) -> None:
    sources = "archive/a-very-long-name-of-an-article-monday.txt", "archive/a-very-long-name-of-an-article-tuesday.txt"
    articles = Pair(*(make_article(["One.", "Two."], source, encoding) for source in sources))
    async with running(articles, (size, 20)) as run:
        title = run.screen.query_one(TitleLine).render()
        assert title.cell_length <= size
        assert "nday.txt" in title.plain
        assert "sday.txt" in title.plain
        assert "nday.txt" in run.text().splitlines()[0]


@pytest.mark.parametrize(
    ("left", "right", "expected", "short"),
    [
        (
            ["One word."],
            ["One word."],
            "100 % of the left kept · 100 % of the right from it",
            "100 % kept · 100 % from it",
        ),
        ([], ["One word."], "the left is empty · 0 % of the right from it", "the left is empty · 0 % from it"),
        (["One word."], [], "0 % of the left kept · the right is empty", "0 % kept · the right is empty"),
        (
            ["* * *"],
            ["One word."],
            "no words of a story on the left · 0 % of the right from it",
            "no words of a story on the left · 0 % from it",
        ),
    ],
)
def test_the_shares(make_pair: MakePair, left: list[str], right: list[str], expected: str, short: str) -> None:
    assert shares(compare(*make_pair(left, right))) == (expected, short)


@pytest.mark.usefixtures("_compared_by_hand")
@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        (120, "   3 changes that matter · 16 reworded · 6 more only left · 5 more only right · 6 moved"),
        (80, "   3 changes that matter · 16 reworded · 6 more only left"),
        (60, "   3 changes that matter · 16 reworded"),
        (40, " left.txt → right.txt"),
    ],
)
async def test_as_many_changes_are_counted_as_there_is_room_for(columns: int, expected: str) -> None:
    async with running(story().articles, (columns, 20)) as run:
        title = run.screen.query_one(TitleLine).render().plain
        assert title.rstrip().endswith(expected)
        assert "%" not in title


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (["One word."], ["One word."], "nothing found that matters"),
        (["The crew sang."], ["The crew sang loudly."], "nothing found that matters · 1 small edit"),
        (["Vrop tilm."], ["Vrop tilm dalk."], "looked for only in part · 1 small edit"),
    ],
)
async def test_nothing_that_matters_is_said_too(
    make_pair: MakePair, left: list[str], right: list[str], expected: str
) -> None:
    async with running(make_pair(left, right), (120, 20)) as run:
        assert run.screen.query_one(TitleLine).render().plain.rstrip().endswith(f"  {expected}")


@pytest.mark.usefixtures("_compared_by_hand")
async def test_nothing_is_counted_before_the_changes_are_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.view.arriving.is_short", lambda comparison: False)
    async with running(story().articles) as run:
        assert run.screen.query_one(TitleLine).render().plain == " left.txt → right.txt"
        await run.press("d")
        await run.app.workers.wait_for_complete()
        await run.pilot.pause()
        assert "3 changes that matter" in run.screen.query_one(TitleLine).render().plain


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        (120, "hardly anything corresponds: these may be two different stories"),
        (60, "two different stories?"),
    ],
)
async def test_two_stories_are_called_so_before_any_count(make_pair: MakePair, columns: int, expected: str) -> None:
    left, right = ["Rates stay put.", "Economists expected it."], ["A chick has hatched.", "Visitors, keep away!"]
    async with running(make_pair(left, right), (columns, 20)) as run:
        assert run.screen.query_one(TitleLine).render().plain.rstrip().endswith(f"  {expected}")
