"""The screen by the reader's settings: the first view, and what rules hide."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual.widgets import Static

from diffing.model import Article, Pair
from diffing.rules.rule import Rule, Rules
from tests.tui.running import Running, article, folded
from tui.screen.app import NewsdiffApp
from tui.settings.wishes import UNCHANGED, Wishes
from tui.view.settings import View

LINES = ("Updated 5 minutes ago.", "The ferry Solveig hit the pier of Lurvik on Monday.", "Photo: the pier at noon")
LATER = ("Updated 12 minutes ago.", LINES[1], "Photo: the pier at midnight")
RULES = Rules((Rule("Photo: .*"),), (Rule(r"Updated \d+ minutes ago"),))


@asynccontextmanager
async def opened(wishes: Wishes) -> AsyncIterator[Running]:
    articles: Pair[Article] = Pair(article(LINES), article(LATER, "b.txt"))
    async with NewsdiffApp(articles, theme=wishes.theme, wishes=wishes).run_test(
        size=(120, 30), notifications=True
    ) as pilot:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        yield Running(pilot)


async def test_what_rules_hide_is_counted_listed_and_can_be_marked() -> None:
    async with opened(Wishes(rules=RULES)) as run:
        assert "nothing found that matters · 3 hidden by rules" in run.text().splitlines()[0]
        assert folded(run) == {2, 3}
        await run.press("s")
        said = str(run.screen.query_one("Summary .totals", Static).render())
        assert r"'Updated \d+ minutes ago' hides 1 change" in said
        assert "'Photo: .*' hides 2 paragraphs" in said


async def test_what_is_set_off_stays_in_its_place_where_hidden_changes_are_marked() -> None:
    left, right = "Updated 5 minutes ago. Twelve boats sank.", "Updated 9 minutes ago. Fourteen boats sank."
    articles: Pair[Article] = Pair(article([left]), article([right], "b.txt"))
    wishes = Wishes(rules=RULES, view="redline")
    async with NewsdiffApp(articles, wishes=wishes).run_test(size=(80, 24)) as pilot:
        await pilot.app.workers.wait_for_complete()
        run = Running(pilot)
        await run.press("slash", *"fourteen", "enter")
        for _ in range(2):
            match = run.state.match
            assert match is not None
            assert match.stretch is not None
            assert run.surface._lines is not None
            cell = run.surface._lines.block_lines(0).left.text
            assert cell[slice(*match.stretch)] == "Fourteen"
            await run.press("t")
            assert "0 typographic and 1 hidden by rules " in run.status()
            await run.press("full_stop")


async def test_the_list_counts_what_rules_hide_also_where_it_has_changes() -> None:
    later = (LATER[0], LINES[1].replace("Monday", "Tuesday"), LATER[2])
    articles: Pair[Article] = Pair(article(LINES), article(later, "b.txt"))
    async with NewsdiffApp(articles, wishes=Wishes(rules=RULES)).run_test(size=(60, 24)) as pilot:
        await pilot.app.workers.wait_for_complete()
        run = Running(pilot)
        await run.press("L")
        assert "3 hidden by rules" in str(run.screen.query_one("LedgerPanel .totals", Static).render())


async def test_without_rules_everything_is_shown() -> None:
    async with opened(Wishes()) as run:
        assert "hidden by rules" not in run.text()
        assert folded(run) == set()


async def test_the_screen_opens_as_the_reader_wishes() -> None:
    async with opened(Wishes(view="redline", folds=(UNCHANGED,), typography=True, theme="newsdiff-light")) as run:
        settings = run.screen.state.settings
        assert (settings.view, settings.folds_furniture, settings.folds_unchanged) == (View.REDLINE, False, True)
        assert settings.shows_typography
        assert run.app.theme == "newsdiff-light"


async def test_a_theme_that_is_not_known_is_told() -> None:
    async with opened(Wishes(theme="of-no-name")) as run:
        assert "theme: no theme is called so" in run.text()
