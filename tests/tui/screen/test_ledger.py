"""What matters on the screen: found beside it, set off, stepped through and listed."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace

import pytest
from textual.widgets import Static

from diffing.comparison import compare
from diffing.ledger import build
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Ledger, Subject
from diffing.model import Comparison, Pair, Place
from diffing.stage import Stage
from tests.tui.running import EDITED, RETOLD, Running, article, at_once, folded, running, story
from tui.present.entry_text import Matter
from tui.screen.messages import Do
from tui.screen.painting.line_painting import MATTERS_MARK
from tui.screen.widgets.entry_list import EntryList
from tui.screen.widgets.ledger_panel import LedgerPanel
from tui.screen.widgets.status import StatusLine
from tui.screen.widgets.summary import Summary
from tui.view.actions import JumpToEntry
from tui.view.entry_marks import Marking
from tui.view.outline import row_block
from tui.view.settings import Category, ViewSettings

pytestmark = pytest.mark.usefixtures("_compared_by_hand")


async def looked_for(run: Running) -> None:
    await run.app.workers.wait_for_complete()
    await run.pilot.pause()


def entries(run: Running) -> EntryList:
    return run.screen.query_one(EntryList)


def text_of(run: Running, part: str) -> str:
    return str(run.screen.query_one(f"LedgerPanel {part}", Static).render())


def status(run: Running) -> str:
    return str(run.screen.query_one(StatusLine).render())


async def test_steps_lead_to_what_matters_and_around() -> None:
    async with running(story().articles) as run:
        await looked_for(run)
        await run.press("d")
        assert run.row == EDITED
        assert "! number changed" in status(run)
        await run.press("d")
        assert run.row == RETOLD
        await run.press("d")
        assert run.row == EDITED
        assert "first change that matters again" in status(run)
        await run.press("D")
        assert run.row == RETOLD
        assert "last change that matters again" in status(run)


@pytest.mark.parametrize(
    ("cells", "told"), [(60, "! number changed"), (48, "! number"), (42, "!")], ids=["roomy", "narrow", "least"]
)
async def test_the_status_line_says_what_matters_as_far_as_there_is_room(cells: int, told: str) -> None:
    async with running(story().articles, (cells, 24)) as run:
        await looked_for(run)
        await run.press("d")
        assert run.row == EDITED
        assert status(run).split(" · ")[2].split("  ")[0].rstrip() == told


async def test_the_list_says_what_matters_and_goes_there() -> None:
    async with running(story().articles) as run:
        await looked_for(run)
        await run.press("L")
        assert text_of(run, ".totals") == "What changed that matters: 1 fact, 1 attribution, 1 piece of content"
        assert "Every entry · 3 of 3 listed" in text_of(run, ".listed")
        assert "number changed: counted: dogs; in the same place" in text_of(run, ".detail")
        await run.press("j")
        assert "source gone: the other article says it without the source" in text_of(run, ".detail")
        await run.press("enter")
        assert run.row == RETOLD
        assert not run.screen.query_one(LedgerPanel).display
        assert run.app.focused is run.surface
        await run.press("backspace")
        assert run.row == 0


@pytest.mark.parametrize(("places", "last"), [(6, "the end"), (40, "…")])
async def test_of_an_entry_the_words_themselves_come_first(
    monkeypatch: pytest.MonkeyPatch, places: int, last: str
) -> None:
    monkeypatch.setattr(
        "tui.screen.widgets.ledger_panel.detail",
        lambda entry, comparison, ledger, around: [f"{'around ' * around}the end"] * places,
    )
    async with running(story().articles, (80, 24)) as run:
        await looked_for(run)
        await run.press("L")
        lines = text_of(run, ".detail").splitlines()
        assert lines[-1] == last
        assert "around" not in "".join(lines)
        assert len(lines) <= run.screen.query_one("LedgerPanel .detail").size.height


async def test_the_list_by_class_and_by_text() -> None:
    async with running(story().articles) as run:
        await looked_for(run)
        await run.press("L")
        listed = []
        for matter in Matter:
            assert entries(run).category is matter
            listed.append(list(entries(run)._items))
            await run.press("tab")
        assert listed == [[0, 1, 2], [], [0], [], [], [1], [2]]
        await run.press("slash", *"added")
        assert entries(run)._items == [2]


async def test_the_list_is_narrowed_by_what_an_entry_is_about() -> None:
    async with running(story().articles) as run:
        await looked_for(run)
        await run.press("L", "slash", *"source gone")
        assert entries(run)._items == [1]


async def test_the_list_stands_where_it_was_left() -> None:
    async with running(story().articles) as run:
        await looked_for(run)
        await run.press("L", "j", "enter", "L")
        assert entries(run).selected == 1


@pytest.mark.parametrize("key", ["escape", "q", "L"])
async def test_the_list_is_closed(key: str) -> None:
    async with running(story().articles) as run:
        await looked_for(run)
        await run.press("L", key)
        assert not run.screen.query_one(LedgerPanel).display
        assert run.app.focused is run.surface
        assert run.app.return_code is None


async def test_one_list_takes_the_place_of_the_other() -> None:
    async with running(story().articles) as run:
        await looked_for(run)
        await run.press("s", "L")
        assert not run.screen.query_one(Summary).display
        await run.press("s")
        assert run.screen.query_one(Summary).display
        assert not run.screen.query_one(LedgerPanel).display
        await run.press("escape")
        assert run.app.focused is run.surface


@pytest.mark.parametrize("panel", ["question_mark", "F"])
async def test_a_panel_over_the_list_hands_it_back_the_keys(panel: str) -> None:
    async with running(story().articles) as run:
        await looked_for(run)
        await run.press("L", panel, "escape")
        assert run.app.focused is entries(run)


async def test_a_paragraph_is_asked_for_in_place_of_the_list() -> None:
    async with running(story().articles) as run:
        await looked_for(run)
        await run.press("L", "colon")
        assert not run.screen.query_one(LedgerPanel).display
        await run.press("3", "enter")
        assert run.app.focused is run.surface


async def test_a_filter_goes_for_steps_too() -> None:
    async with running(story().articles) as run:
        await looked_for(run)
        await run.show(ViewSettings(only=frozenset({Category.REWORDED})))
        await run.pilot.pause()
        await run.press("d", "d")
        assert run.row == RETOLD


async def test_what_the_filter_hides_is_shown_when_chosen_and_the_reader_is_told() -> None:
    async with running(story().articles) as run:
        await looked_for(run)
        await run.show(ViewSettings(only=frozenset({Category.OMITTED})))
        await run.pilot.pause()
        before = folded(run)
        await run.press("L", "enter")
        assert run.row == EDITED
        assert folded(run) == before - {EDITED}
        assert "the filter hides this paragraph; it is shown all the same" in status(run)
        await run.press("j")
        assert "the filter hides" not in status(run)


async def test_the_text_and_the_map_set_off_what_matters() -> None:
    async with running(story().articles) as run:
        await looked_for(run)
        await run.press("d")
        lines = [run.surface.render_line(y) for y in range(run.surface.size.height)]
        matters = run.surface.get_component_rich_style("side-by-side--matters", partial=True)
        set_off = [
            segment.text
            for line in lines
            for segment in line
            if segment.style and (segment.style.color, segment.style.bgcolor) == (matters.color, matters.bgcolor)
        ]
        assert set_off == ["2", "2"]
        assert any(line.text.endswith(MATTERS_MARK) for line in lines)


async def test_why_this_pair_begins_with_what_matters() -> None:
    async with running(story().articles) as run:
        await looked_for(run)
        await run.press("d", "i")
        assert "! New [2 → 2]. Officials" in str(run.screen.query_one("Info").render()).splitlines()[1]


async def test_a_book_is_looked_through_when_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.view.arriving.is_short", lambda comparison: False)
    async with running(story().articles) as run:
        await looked_for(run)
        assert run.screen.state.marking is None
        await run.press("d")
        await looked_for(run)
        assert run.row == EDITED


async def test_a_list_opened_before_the_ledger_is_there_is_filled_then(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.view.arriving.is_short", lambda comparison: False)
    async with running(story().articles) as run:
        await run.screen.action_do("ledger")
        await run.pilot.pause()
        assert run.screen.query_one(LedgerPanel).display
        await looked_for(run)
        assert entries(run).listed.count == 3
        assert "looking for what matters" not in status(run)


async def test_a_ledger_that_fails_is_told_calmly(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(comparison: Comparison) -> Ledger:
        raise ValueError("no ledger today")

    monkeypatch.setattr(build, "ledger", fail)
    async with running(story().articles) as run:
        await looked_for(run)
        assert "the ledger cannot be made" in status(run)
        await run.press("n")
        assert run.row > 0


async def test_swapped_sides_have_a_ledger_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Sequence[str]] = []

    def note(comparison: Comparison) -> Ledger:
        seen.append([article.source for article in comparison.articles])
        return Ledger((), Pair("en", "en"))

    monkeypatch.setattr(build, "ledger", note)
    async with running(story().articles) as run:
        await looked_for(run)
        await run.press("S")
        await looked_for(run)
        await asyncio.sleep(0)
        assert len(seen) == 2
        assert seen[1] == seen[0][::-1]
        await run.press("L")
        assert "nothing found" in text_of(run, ".totals")


async def test_the_marks_of_a_comparison_that_is_gone_are_shown_nowhere() -> None:
    # For a moment, where the files are read again, widgets have the new comparison and the marks of the one before.
    async with running(story().articles) as run:
        await looked_for(run)
        await run.press("d", "i", "L", "j")
        other = compare(*story().articles.map(lambda _: article(["One line.", "And one more."])))
        old = run.state.marking
        assert old is not None
        run.screen.state = replace(run.state.with_stage(Stage(other)), at=row_block(1))
        await run.pilot.pause()
        assert run.state.marking is old
        assert "!" not in status(run)
        assert "!" not in str(run.screen.query_one("Info").render())
        run.screen.state = replace(run.state, marking=Marking(other, Ledger((), Pair("en", "en"))))
        run.screen.post_message(Do(JumpToEntry(old.comparison, old.ledger.entries[0])))
        await run.pilot.pause()
        assert run.app.return_code is None
        assert entries(run).is_empty


async def test_where_little_is_behind_the_words_more_is_before_them(monkeypatch: pytest.MonkeyPatch) -> None:
    told = "Officials in the old town by the river said that the number of the injured had risen to {}, not less."
    both = Pair(article([told.format(47)]), article([told.format(63)]))
    start = told.index("{")
    entry = Entry(
        Subject.NUMBER,
        Change.CHANGED,
        (Place(0, start, start + 2),),
        (Place(0, start, start + 2),),
        Location.SAME_PLACE,
    )
    monkeypatch.setattr("tui.screen.controllers.articles.compared", at_once(lambda articles, *_: compare(*articles)))
    monkeypatch.setattr(build, "ledger", lambda comparison: Ledger((entry,), Pair("en", "en")))
    async with running(both, (80, 24)) as run:
        await looked_for(run)
        await run.press("L")
        shown = entries(run).render_line(0).text
        assert "… the injured had risen to [47 → 63], not less." in shown
        assert len(shown.rstrip()) <= 75


async def test_in_a_small_window_the_list_has_room_and_a_way_out() -> None:
    async with running(story().articles, (40, 12)) as run:
        await looked_for(run)
        await run.press("L")
        assert "Esc close" in run.text().splitlines()[-1]
        assert entries(run).size.height >= 5
        assert "↔" not in entries(run).render_line(0).text
        assert run.text().splitlines()[0].rstrip().endswith("…")
        await run.pilot.resize_terminal(80, 24)
        await run.pilot.pause()
        assert " 12 ↔ 16 " in entries(run).render_line(0).text
