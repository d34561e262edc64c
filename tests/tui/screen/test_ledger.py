"""What matters on the screen: found beside it, set off, stepped through and listed."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace

import pytest
from textual.widgets import Static

from diffing.comparison import compare
from diffing.ledger import build
from diffing.ledger.core.details import Counted, Extent
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Ledger, Subject
from diffing.model import Comparison, Pair, Place
from diffing.stage import Stage
from tests.tui.running import ADDED, EDITED, RETOLD, Running, article, at_once, folded, running, story
from tui.present.groups import Group
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

# Paragraphs of the story without a change that is listed, and the key of the list that has them.
UNLISTED = "16 reworded, 6 only left, 5 only right, 6 moved: s"


async def looked_for(run: Running) -> None:
    await run.app.workers.wait_for_complete()
    await run.pilot.pause()


def entries(run: Running) -> EntryList:
    return run.screen.query_one(EntryList)


def lines(run: Running) -> list[str]:
    """The lines of the list, with the words of each line one space apart but behind the group."""
    shown = [entries(run).render_line(y).text[1:] for y in range(entries(run).size.height)]
    return [f"{line[:11]}{' '.join(line[11:].split())}".rstrip() for line in shown]


def text_of(run: Running, part: str) -> str:
    return str(run.screen.query_one(f"LedgerPanel {part}", Static).render()).replace("\xa0", " ")


def status(run: Running) -> str:
    return str(run.screen.query_one(StatusLine).render())


async def test_steps_lead_to_what_matters_and_around() -> None:
    async with running(story().articles) as run:
        await looked_for(run)
        await run.press("g", "d")
        # What only one article has is among the changes counted, so that a step leads there too.
        assert run.row == ADDED
        await run.press("d")
        assert run.row == EDITED
        assert status(run).startswith(" ¶12 → ¶16  number changed  2 → 2 dogs ")
        await run.press("d")
        assert run.row == RETOLD
        await run.press("d")
        assert run.row == ADDED
        assert "first change that matters again" in status(run)
        await run.press("D")
        assert run.row == RETOLD
        assert "last change that matters again" in status(run)


async def test_the_list_says_what_changed_and_the_articles_follow_it() -> None:
    async with running(story().articles) as run:
        await looked_for(run)
        await run.press("g", "L")
        assert text_of(run, ".listed") == f"All 3  Facts 1  Sources 1  Only right 1  {UNLISTED}"
        assert lines(run)[:3] == [
            "Facts      2 → 2 dogs ¶12→16",
            "Sources    − he said ¶14→18",
            "Only right + Added ¶3",
        ]
        await run.press("j")
        assert run.row == RETOLD
        assert run.current_is_in_view()
        assert run.app.focused is entries(run)
        assert status(run).startswith(" ¶14 → ¶18  source only left  − he said ")
        assert status(run).endswith(" 2 of 3 in the list ")
        await run.press("enter")
        assert run.row == RETOLD
        assert not run.screen.query_one(LedgerPanel).display
        assert run.surface.has_focus
        # One way back for all that was looked at in the list.
        await run.press("L", "j", "escape")
        assert run.row == ADDED
        await run.press("backspace")
        assert run.row == RETOLD
        await run.press("backspace")
        assert run.row == 0


SIZES = [(40, 12), (80, 24), (149, 50), (150, 50), (200, 60)]


@pytest.mark.parametrize("key", ["L", "s"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_list_never_covers_what_it_speaks_of(size: tuple[int, int], key: str) -> None:
    async with running(story().articles, size) as run:
        await looked_for(run)
        await run.press(key, "j", "j")
        panel = run.screen.query_one(LedgerPanel if key == "L" else Summary).region
        articles = run.surface.region
        assert panel.area > 0
        assert run.screen.region.contains_region(panel)
        assert panel.intersection(articles).area == 0
        if size[0] >= 150:
            assert panel.x >= articles.right
            assert (panel.y, panel.height) == (articles.y, articles.height)
            assert articles.width > panel.width
        else:
            assert panel.y >= articles.bottom
            assert panel.width == articles.width == size[0]
            assert panel.height <= max(6, size[1] * 0.4)
        assert run.current_is_in_view()
        await run.press("escape")
        assert run.surface.region.size[0] == size[0]


async def test_a_change_selected_in_the_list_is_copied() -> None:
    async with running(story().articles) as run:
        await looked_for(run)
        await run.press("L", "j", "y")
        assert run.app.clipboard == 'source only left: he monday/left.txt ¶14: "So [he] said."'
        assert "sent to the terminal: source only left: he " in status(run)
        assert run.app.focused is entries(run)


async def test_another_group_is_followed_and_its_change_is_copied() -> None:
    async with running(story().articles) as run:
        await looked_for(run)
        await run.press("L", "tab")
        assert run.row == EDITED
        await run.press("tab")
        assert entries(run).category is Group.SOURCES
        assert run.row == RETOLD
        await run.press("y")
        assert run.app.clipboard.startswith("source only left: he ")
        # With all listed again the same one is selected.
        await run.press("shift+tab", "shift+tab")
        assert (entries(run).category, entries(run).selected, run.row) == (None, 0, EDITED)
        await run.press("tab", "tab", "tab")
        assert run.row == ADDED
        await run.press("tab")
        assert (entries(run).category, entries(run).selected, run.row) == (None, 2, ADDED)


async def test_after_a_text_was_looked_for_the_change_selected_is_copied() -> None:
    async with running(story().articles) as run:
        await looked_for(run)
        await run.press("L", "slash", *"added", "escape")
        assert entries(run).selected == 2
        await run.press("y")
        assert run.app.clipboard.startswith("only right: Added ")
        assert run.row == ADDED


async def test_steps_through_the_changes_without_the_list() -> None:
    async with running(story().articles) as run:
        await looked_for(run)
        # A row without a change, above the first that matters.
        await run.press("g", "right_square_bracket")
        assert run.row == ADDED
        assert status(run).endswith(" 3 of 3 in the list ")
        seen = []
        for key in ("right_square_bracket", "right_square_bracket", "left_square_bracket", "left_square_bracket"):
            await run.press(key)
            seen.append((run.row, run.state.entry))
            assert run.current_is_in_view()
        assert seen == [(EDITED, 0), (RETOLD, 1), (EDITED, 0), (ADDED, 2)]


async def test_the_list_by_group_and_by_text() -> None:
    async with running(story().articles) as run:
        await looked_for(run)
        await run.press("L")
        listed = []
        for group in (None, Group.FACTS, Group.SOURCES, Group.ONLY_RIGHT):
            assert entries(run).category is group
            listed.append(list(entries(run)._items))
            await run.press("tab")
        assert listed == [[0, 1, 2], [0], [1], [2]]
        assert entries(run).category is None
        # A text is looked for in all groups.
        await run.press("tab", "slash", *"added")
        assert entries(run).category is None
        assert entries(run)._items == [2]
        assert text_of(run, ".listed") == f"All 3  Facts 1  Sources 1  Only right 1  1 of 3 found  {UNLISTED}"
        await run.press("escape")
        assert entries(run)._items == [0, 1, 2]
        assert run.screen.query_one(LedgerPanel).display


async def test_the_list_is_narrowed_by_what_an_entry_is_about() -> None:
    async with running(story().articles) as run:
        await looked_for(run)
        await run.press("L", "slash", *"source only left")
        assert entries(run)._items == [1]


async def test_no_group_of_the_heading_is_broken() -> None:
    async with running(story().articles, (40, 24)) as run:
        await looked_for(run)
        await run.press("L")
        assert text_of(run, ".listed") == "All 3  Facts 1  Sources 1\nOnly right 1"
        assert run.screen.query_one("LedgerPanel .listed").size.height == 2


async def test_who_has_chosen_nothing_finds_the_weightiest_first() -> None:
    async with running(story().articles) as run:
        await looked_for(run)
        assert run.row == ADDED
        await run.press("L")
        assert (entries(run).selected, run.row) == (0, EDITED)
        # The way back leads to where the list was opened, and from another place the list begins there.
        await run.press("escape", "ctrl+o", "d", "d", "L")
        assert (entries(run).selected, run.row) == (1, RETOLD)


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
        await run.press("d", "d")
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
        assert "Facts: New [2 → 2]. Officials" in str(run.screen.query_one("Info").render()).splitlines()[1]


async def test_a_book_is_looked_through_when_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.view.arriving.is_short", lambda comparison: False)
    async with running(story().articles) as run:
        await looked_for(run)
        assert run.screen.state.marking is None
        await run.press("d")
        await looked_for(run)
        assert run.row == ADDED


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
        assert (
            text_of(run, ".totals") == "No change found that matters; 18 reworded, 6 only left, 6 only right, 6 moved"
        )


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
        assert "number changed" not in status(run)
        assert "!" not in str(run.screen.query_one("Info").render())
        run.screen.state = replace(run.state, marking=Marking(other, Ledger((), Pair("en", "en"))))
        run.screen.post_message(Do(JumpToEntry(old.comparison, old.ledger.entries[0])))
        await run.pilot.pause()
        assert run.app.return_code is None
        assert entries(run).is_empty


@pytest.mark.parametrize(
    ("size", "shown"),
    [
        ((80, 24), "Facts      three hundred and forty-seven → three hundred and sixty-three ¶1"),
        ((60, 24), "Facts      … forty-seven → … sixty-three ¶1"),
        ((40, 12), "Facts      … forty-… → … sixty-… ¶1"),
    ],
    ids=["80x24", "60x24", "40x12"],
)
async def test_of_a_change_what_is_around_and_on_both_sides_goes_first(
    monkeypatch: pytest.MonkeyPatch, size: tuple[int, int], shown: str
) -> None:
    told = "The harbour office counted {} crates of oranges on the quay this morning."
    words = Pair("three hundred and forty-seven", "three hundred and sixty-three")
    start = told.index("{")
    places = words.map(lambda own: (Place(0, start, start + len(own)),))
    entry = Entry(
        Subject.NUMBER, Change.CHANGED, places.left, places.right, Location.SAME_PLACE, Counted("crates of oranges")
    )
    monkeypatch.setattr("tui.screen.controllers.articles.compared", at_once(lambda articles, *_: compare(*articles)))
    monkeypatch.setattr(build, "ledger", lambda comparison: Ledger((entry,), Pair("en", "en")))
    async with running(words.map(lambda own: article([told.format(own)])), size) as run:
        await looked_for(run)
        await run.press("L")
        assert lines(run)[0] == shown


@pytest.mark.parametrize(("columns", "behind"), [(62, " ¶1"), (58, ""), (54, "… ¶1")])
async def test_where_a_change_stands_goes_before_it_is_cut(
    monkeypatch: pytest.MonkeyPatch, columns: int, behind: str
) -> None:
    name = "Northern Harbour Company of East Arden"
    both = Pair(article([f"{name}, it said."]), article(["It said."]))
    entry = Entry(Subject.NAME, Change.GONE, (Place(0, 0, len(name)),), (), Location.NOWHERE)
    monkeypatch.setattr("tui.screen.controllers.articles.compared", at_once(lambda articles, *_: compare(*articles)))
    monkeypatch.setattr(build, "ledger", lambda comparison: Ledger((entry,), Pair("en", "en")))
    async with running(both, (columns, 24)) as run:
        await looked_for(run)
        await run.press("L")
        shown = lines(run)[0]
        assert shown.startswith("Facts      − Northern Harbour Company of")
        assert shown.endswith(behind or name)
        assert (name in shown) is ("…" not in behind)


async def test_a_change_in_wide_characters_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    both = Pair(article(["码头上有十二名工人。"]), article(["码头上有十四名工人。"]))
    place = (Place(0, 4, 6),)
    entry = Entry(Subject.NUMBER, Change.CHANGED, place, place, Location.SAME_PLACE, Counted("工人"))
    monkeypatch.setattr("tui.screen.controllers.articles.compared", at_once(lambda articles, *_: compare(*articles)))
    monkeypatch.setattr(build, "ledger", lambda comparison: Ledger((entry,), Pair("zh", "zh")))
    for size in ((40, 12), (80, 24), (160, 50)):
        async with running(both, size) as run:
            await looked_for(run)
            await run.press("L")
            assert lines(run)[0] == "Facts      十二 → 十四 工人 ¶1"
            assert entries(run).render_line(0).cell_length == entries(run).size.width
            assert "十二 → 十四" in status(run)
            assert status(run).endswith((" 1 of 1 ", " 1 of 1 that matters "))


async def test_in_a_small_window_the_list_has_room_and_a_way_out() -> None:
    async with running(story().articles, (40, 12)) as run:
        await looked_for(run)
        await run.press("L")
        assert "Esc close" in run.text().splitlines()[-1]
        assert entries(run).size.height >= 4
        assert lines(run)[0] == "Facts      2 → 2 dogs ¶12→16"
        assert run.surface.size.height >= 3
        await run.pilot.resize_terminal(80, 24)
        await run.pilot.pause()
        assert lines(run)[0] == "Facts      2 → 2 dogs ¶12→16"


async def test_a_run_of_paragraphs_can_be_opened_and_each_gone_to(monkeypatch: pytest.MonkeyPatch) -> None:
    story_of_two = ["The ferry to Tarn ran aground on Monday.", "Nobody was hurt, and the goats came by road."]
    posts = ["The tug has reached the bank.", "Divers look at the hull.", "The road to the quay is closed."]
    articles = Pair(article(story_of_two), article([story_of_two[0], *posts, story_of_two[1]]))
    places = tuple(Place(at, 0, len(text)) for at, text in enumerate(posts, start=1))
    run_of_posts = Entry(Subject.CONTENT, Change.NEW, (), places, Location.NOWHERE, Extent(is_whole=True))
    monkeypatch.setattr("tui.screen.controllers.articles.compared", at_once(lambda articles, *_: compare(*articles)))
    monkeypatch.setattr(build, "ledger", lambda comparison: Ledger((run_of_posts,), Pair("en", "en")))
    async with running(articles, (100, 40)) as run:
        await looked_for(run)
        await run.press("L")
        assert lines(run)[:2] == ["Only right ▸ + The tug has reached the bank. and 2 paragraphs more ¶2 ¶3 …", ""]
        await run.press("o")
        opened = [
            "Only right ▾ + The tug has reached the bank. and 2 paragraphs more ¶2 ¶3 …",
            "           + Divers look at the hull. ¶3",
            "           + The road to the quay is closed. ¶4",
        ]
        assert lines(run)[:3] == opened
        assert text_of(run, ".listed") == "All 1  Only right 1"
        for row in (2, 3):
            await run.press("j")
            assert run.row == row
            assert entries(run).selected == row - 1
        await run.press("o")
        assert lines(run)[1] == ""
        assert entries(run).selected == 0
        await run.pilot.click(EntryList, offset=(12, 0))
        await run.pilot.pause()
        assert lines(run)[:3] == opened
        await run.pilot.click(EntryList, offset=(30, 1))
        await run.pilot.pause()
        assert run.row == 2
        assert not run.screen.query_one(LedgerPanel).display
