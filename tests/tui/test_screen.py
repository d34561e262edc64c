"""The panels, prompts and views of the screen, and what it says while it has nothing to show."""

from itertools import pairwise
from threading import Event

import pytest
from conftest import MakePair
from running import SENTENCE, Running, at_once, by_hand, running, story
from textual import events
from textual.widgets import OptionList, Static

from diffing.comparison import Progress, compare
from diffing.model import Article, Comparison, Kind, Pair
from tui.app import NewsdiffApp
from tui.columns import SIDE_BY_SIDE_FROM
from tui.commands import COMMANDS
from tui.labels import is_uncertain
from tui.reading import Category, Form, Reading, View
from tui.widgets.filter import Filter
from tui.widgets.info import Info
from tui.widgets.prompt import Prompt
from tui.widgets.status import StatusLine
from tui.widgets.summary import ChangeList, Summary

ROWS = story().rows
START = 16
SIZES = [(40, 10), (60, 20), (80, 24), (120, 40), (200, 60), (300, 100)]


@pytest.fixture
def _compared_by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.screens.diff.compared", at_once(by_hand))


by_hand_only = pytest.mark.usefixtures("_compared_by_hand")


def row_where(kind: Kind | None = None, **is_: bool) -> int:
    return next(
        index
        for index, row in enumerate(ROWS)
        if kind in (None, row.kind) and all(getattr(row, name) is value for name, value in is_.items())
    )


MOVED = row_where(moved=True)
FURNITURE = row_where(furniture=True)


def folded(run: Running) -> set[int]:
    return {row for block in run.surface.blocks if block.form is Form.FOLD for row in block.rows}


# The information on a pair.


def info(run: Running) -> str:
    return run.screen.query_one(Info).render().plain


INFOS = {
    "unchanged": (row_where(Kind.UNCHANGED, moved=False), ["¶ 1 ↔ 1: unchanged", "No paragraph of the other"]),
    "added": (row_where(Kind.ADDED, furniture=False), ["added", "No paragraph of the other article"]),
    "omitted": (row_where(Kind.OMITTED), ["omitted", "No paragraph of the other article"]),
    "reworded": (
        row_where(Kind.PARAPHRASED),
        ["paraphrased", "similarity 50 %", "both have: he", "left 1 with right 4", "20 points less", "Left: 3 words"],
    ),
    "uncertain": (
        next(index for index, row in enumerate(ROWS) if is_uncertain(row)),
        ["edited, uncertain pair", "no rare word", "There is no other candidate."],
    ),
    "moved": (MOVED, ["moved"]),
}


@by_hand_only
async def test_why_a_pair_is_one() -> None:
    async with running(story().articles) as run:
        await run.press("i")
        for row, parts in INFOS.values():
            await run.go_to(row)
            for part in parts[:1] if row == 0 else parts:
                assert part in info(run)
        run.screen.reading = Reading(folds_furniture=False)
        await run.pilot.pause()
        await run.go_to(FURNITURE)
        assert "page furniture" in info(run)
        run.screen.reading = Reading()
        await run.pilot.pause()
        assert "1 line of page furniture" in info(run)
        assert "page furniture" in run.text()
        await run.press("i")
        assert not run.screen.query_one(Info).display


# The list of all changes.


def listed(run: Running) -> ChangeList:
    return run.screen.query_one(ChangeList)


@by_hand_only
async def test_the_list_of_changes_goes_to_the_one_chosen() -> None:
    async with running(story().articles) as run:
        await run.go_to(START)
        await run.press("s")
        assert run.app.focused is listed(run)
        # It opens at the first change from here on.
        selected = listed(run).selected
        differences = [index for index, row in enumerate(ROWS) if row.is_difference]
        assert differences[selected] >= START
        await run.press("j", "enter")
        assert run.row == differences[selected + 1]
        assert run.current_is_in_view()
        assert not run.screen.query_one(Summary).display
        assert run.app.focused is run.surface


@by_hand_only
async def test_the_list_of_changes_by_category() -> None:
    async with running(story().articles) as run:
        await run.press("s")
        heading = run.screen.query_one("#listed", Static)
        for category in (*list(Category)[1:], Category.DIFFERENCE):
            await run.press("tab")
            assert listed(run).category is category
            assert f"Every {category.value} " in str(heading.render())
            assert listed(run)._rows == [index for index, row in enumerate(ROWS) if category.holds(row)]
        await run.press("shift+tab", "enter")
        assert is_uncertain(ROWS[run.row])


@by_hand_only
@pytest.mark.parametrize("key", ["escape", "q", "s"])
async def test_the_list_of_changes_is_closed(key: str) -> None:
    async with running(story().articles) as run:
        await run.go_to(START)
        await run.press("s", "G", key)
        assert not run.screen.query_one(Summary).display
        assert run.app.focused is run.surface
        assert run.row == START
        assert run.app.return_code is None


def counted(run: Running) -> str:
    return str(run.screen.query_one("#counts", Static).render())


def heading(run: Running) -> str:
    return str(run.screen.query_one("#listed", Static).render())


@by_hand_only
async def test_the_list_of_changes_is_narrowed_by_a_text() -> None:
    async with running(story().articles) as run:
        await run.press("s")
        total = sum(row.is_difference for row in ROWS)
        assert f"{total} of {total} listed" in heading(run)
        await run.press("slash", *"ADDÉD 3")
        expected = [index for index, row in enumerate(ROWS) if row.is_difference and "Added 3" in row.spans[0].right]
        assert listed(run)._rows == expected
        assert f"{len(expected)} of {total} listed" in heading(run)
        assert "Added 3." in run.text()
        # Esc lists all again with the same line selected, and only then closes.
        await run.press("escape")
        assert len(listed(run)._rows) == total
        assert listed(run)._rows[listed(run).selected] == expected[0]
        assert run.screen.query_one(Summary).display
        await run.press("escape")
        assert not run.screen.query_one(Summary).display


@by_hand_only
async def test_keys_go_on_through_the_list_while_a_text_is_typed() -> None:
    async with running(story().articles) as run:
        await run.press("s", "slash", *"omitted")
        expected = [index for index, row in enumerate(ROWS) if row.kind is Kind.OMITTED]
        assert listed(run)._rows == expected
        await run.press("down", "down", "up")
        assert listed(run).selected == 1
        await run.press("tab")
        assert listed(run).category is list(Category)[1]
        assert listed(run)._rows == []
        await run.press("shift+tab", "down", "enter")
        assert run.row == expected[1]
        assert not run.screen.query_one(Summary).display
        # The text is kept for the next look; Esc ends it before it closes.
        await run.press("s")
        assert run.app.focused is listed(run)
        assert listed(run)._rows == expected
        await run.press("escape")
        assert len(listed(run)._rows) > len(expected)
        assert run.screen.query_one(Summary).display


async def test_a_change_far_along_its_line_is_shown(make_pair: MakePair) -> None:
    long = "Nobody in the old harbour had expected any of this to happen before the end of the year. " * 3
    async with running(make_pair(["One."], ["One.", f"{long} Then came the zeppelin. {long}"]), (80, 24)) as run:
        await run.press("s")
        assert "zeppelin" not in run.text().split("Every difference")[1]
        await run.press("slash", *"zeppelin")
        shown = run.text().split("Every difference")[1]
        assert "… " in shown
        assert "came the zeppelin." in shown


async def test_a_row_that_only_moved_has_a_line(make_pair: MakePair) -> None:
    left = [f"{name}. {SENTENCE}" for name in ("First", "Second of them all", "Third and last")]
    async with running(make_pair(left, [left[2], left[0], left[1]])) as run:
        await run.press("s")
        assert "moved from 3 · Third and last." in run.text()


async def all_looked_through(run: Running) -> None:
    while not listed(run).listed.is_complete:
        await run.pilot.pause()


@by_hand_only
async def test_a_long_list_is_looked_through_in_slices(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.widgets.change_list._SLICE", 3)
    async with running(story().articles) as run:
        await run.press("s", "slash", *"added")
        await all_looked_through(run)
        expected = [index for index, row in enumerate(ROWS) if row.kind is Kind.ADDED and not row.furniture]
        assert listed(run)._rows == expected
        assert "looking on" not in heading(run)
        # Another text before all is looked through: nothing of the first is left.
        listed(run).query_text = "omitted"
        listed(run).query_text = "added"
        assert not listed(run).listed.is_complete
        await all_looked_through(run)
        assert listed(run)._rows == expected


@by_hand_only
async def test_a_click_in_the_list_goes_there() -> None:
    async with running(story().articles) as run:
        await run.press("s")
        await run.pilot.click(ChangeList, offset=(10, 3))
        await run.pilot.pause()
        assert run.row == [index for index, row in enumerate(ROWS) if row.is_difference][3]
        assert not run.screen.query_one(Summary).display


async def test_the_list_of_no_changes(make_pair: MakePair) -> None:
    async with running(make_pair(["One."], ["One."])) as run:
        await run.press("s", "j", "G", "pagedown", "enter", "tab", "escape")
        assert run.row == 0
        assert run.app.focused is run.surface


# The filter.


@by_hand_only
async def test_only_what_is_ticked_is_shown() -> None:
    async with running(story().articles) as run:
        await run.go_to(START)
        await run.press("F")
        assert run.app.focused is run.screen.query_one(OptionList)
        # Additions, and then rewordings too.
        await run.press("down", "space")
        assert run.screen.reading.only == {Category.ADDED}
        await run.press("down", "down", "space", "escape")
        assert run.screen.reading.only == {Category.ADDED, Category.REWORDED}
        assert not run.screen.query_one(Filter).display
        assert run.app.focused is run.surface
        hidden = {index for index, row in enumerate(ROWS) if row.kind not in (Kind.ADDED, Kind.PARAPHRASED)}
        assert hidden <= folded(run)
        assert "not shown" in run.text()
        assert run.current_is_in_view()
        # One fold stands for all between two that are shown, page furniture too.
        assert "furniture" not in run.text()
        forms = [block.form for block in run.surface.blocks]
        assert (Form.FOLD, Form.FOLD) not in pairwise(forms)
        await run.press("f")
        assert "the filter leaves page furniture out" in run.status()
        assert forms == [block.form for block in run.surface.blocks]
        # Steps keep to what is shown.
        before = run.row
        await run.press("m")
        assert run.row == before
        assert "no move among what the filter shows" in run.text()
        await run.press("n")
        assert run.comparison.rows[run.row].kind in (Kind.ADDED, Kind.PARAPHRASED)
        # And with nothing ticked, everything is there again.
        await run.press("F", "home", "down", "space", "down", "down", "space", "q")
        assert run.screen.reading.only == frozenset()
        assert run.app.return_code is None
        assert folded(run) == {index for index, row in enumerate(ROWS) if row.furniture}


# Search.


def lit(run: Running, style: str) -> list[str]:
    """What is painted reversed or underlined, but for changes."""
    return [
        segment.text
        for y in range(run.surface.size.height)
        for segment in run.surface.render_line(y)
        if segment.style and getattr(segment.style, style) and segment.text.strip()
    ]


@by_hand_only
async def test_search_is_live_counted_and_lit() -> None:
    async with running(story().articles) as run:
        await run.press("slash", *"MÓVED 3")
        assert "2 matches in 1 row" in run.status()
        await run.press("enter")
        assert ROWS[run.row].moved
        # The match that the reader is at is set off from the others, also without colour.
        assert lit(run, "reverse") == ["Moved 3"]
        assert lit(run, "underline").count("Moved 3") == 1
        left = run.surface.match
        await run.press("full_stop")
        assert lit(run, "reverse") == ["Moved 3"]
        assert run.surface.match != left
        await run.press("escape")
        assert run.screen.search is None
        assert run.surface.match is None
        assert lit(run, "reverse") == []


TALL = [f"{SENTENCE * 30}Here it is. {SENTENCE * 30}And it is here again. {SENTENCE * 30}", "Here is the end."]


@pytest.mark.parametrize("width", [60, 120])
async def test_a_match_deep_in_a_tall_row_is_brought_into_view(make_pair: MakePair, width: int) -> None:
    async with running(make_pair(TALL, TALL), size=(width, 20)) as run:
        await run.press("slash", *"here", "enter")
        seen = []
        for _ in range(3 if width < SIDE_BY_SIDE_FROM else 6):
            assert [text.casefold() for text in lit(run, "reverse")] == ["here"]
            seen.append((run.row, run.surface.scroll_offset.y))
            await run.press("full_stop")
        assert "from the top again" in run.status()
        assert len({row for row, _ in seen}) == 2
        assert len(set(seen)) >= 3
        # And a window of another size keeps it in view.
        await run.press("comma", "comma")
        await run.pilot.resize_terminal(width + 10, 16)
        await run.pilot.pause()
        assert [text.casefold() for text in lit(run, "reverse")] == ["here"]


@by_hand_only
async def test_a_step_from_where_the_reader_went_meanwhile() -> None:
    async with running(story().articles) as run:
        await run.press("slash", *"perhaps", "enter")
        first = run.row
        await run.press("G", "comma")
        assert "match 12 of 12" in run.status()
        await run.go_to(first + 1)
        await run.press("comma")
        assert run.match() == (first, 1)
        await run.go_to(first - 1)
        await run.press("full_stop")
        assert run.match() == (first, 0)


@by_hand_only
async def test_a_view_of_one_side_has_the_matches_of_that_side() -> None:
    async with running(story().articles) as run:
        await run.press("slash", *"moved", "enter")
        assert "of 12" in run.status()
        for view in (View.LEFT, View.RIGHT, View.REDLINE):
            run.screen.reading = Reading(view=view)
            await run.pilot.pause()
            await run.press("g", "full_stop")
            assert "match 1 of 6 " in run.status()
            assert lit(run, "reverse") == ["Moved"]


@by_hand_only
async def test_a_long_comparison_is_searched_while_the_reader_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.finding._LEAST_CHUNK_CHARACTERS", 1)
    monkeypatch.setattr("tui.screens.search._CHUNK_SECONDS", 0.0)
    monkeypatch.setattr("tui.screens.search._FRAME_SECONDS", 1000)
    async with running(story().articles) as run:
        await run.press("slash", *"paragraph")
        assert "2+ matches" in run.status()
        await run.press("enter")
        assert "match 1 of 2+" in run.status()
        assert run.row == 0
        # What comes next is not known yet, and the keys go on working.
        await run.press("full_stop", "full_stop")
        assert run.match() == (0, 1)
        assert "2+ matches" in run.status()
        while not run.finding.is_done:
            run.screen._scan()
            await run.pilot.pause()
        assert run.match() == (8, 0)
        assert "match 3 of 12" in run.status()
        assert "+" not in run.status()
        # Whoever goes elsewhere while waiting is not taken away from there.
        await run.press("slash", *"paragraph 3", "enter", "j")
        here = run.row
        while not run.finding.is_done:
            run.screen._scan()
            await run.pilot.pause()
        assert run.row == here


async def test_an_expression_that_takes_too_long_is_given_up(make_pair: MakePair) -> None:
    texts = ["a" * 60 + "b", "And the rest."]
    async with running(make_pair(texts, texts)) as run:
        await run.press("slash", "ctrl+r", *"(a|aa)+$")
        assert "expression too slow" in run.status()
        await run.press("enter")
        assert "expression too slow" in run.status()
        await run.press("slash", "ctrl+r", *"(a+)+$", "enter")
        assert "no match" in run.status()
        await run.press("slash", "ctrl+r", *"re.t", "enter")
        assert "match 1 of 2" in run.status()


@by_hand_only
async def test_only_a_search_is_offered_as_an_expression() -> None:
    async with running(story().articles) as run:
        await run.press("slash")
        assert "ctrl+r" in run.text().splitlines()[-1].casefold()
        await run.press("escape", "colon")
        assert "ctrl+r" not in run.text().splitlines()[-1].casefold()
        await run.press("escape", "slash")
        assert "ctrl+r" in run.text().splitlines()[-1].casefold()


@by_hand_only
async def test_search_opens_the_fold_that_hides_a_match() -> None:
    async with running(story().articles) as run:
        place = next(index for index, row in enumerate(ROWS) if row.furniture and row.spans[0].right.endswith("2"))
        assert place in folded(run)
        await run.press("slash", *"share this 2", "enter")
        assert run.row == place
        assert place not in folded(run)
        assert "Share this 2" in run.text()
        assert run.current_is_in_view()
        # Its neighbours in other folds stay folded.
        assert FURNITURE in folded(run)


@by_hand_only
async def test_search_for_an_expression() -> None:
    async with running(story().articles) as run:
        await run.press("slash", *"Moved [", "ctrl+r")
        assert "not a regular expression" in run.status()
        await run.press(*"45]")
        assert "4 matches in 2 rows" in run.status()
        await run.press("enter")
        assert ROWS[run.row].spans[0].right.startswith("Moved 4")
        await run.press("full_stop", "full_stop")
        assert ROWS[run.row].spans[0].right.startswith("Moved 5")
        await run.press("slash", *"(", "ctrl+r", "enter")
        assert "not a regular expression" in run.status()


@by_hand_only
async def test_search_for_what_is_not_there() -> None:
    async with running(story().articles) as run:
        await run.go_to(START)
        await run.press("slash", *"zz", "enter")
        assert "no match" in run.status()
        assert run.row == START
        await run.press("slash", "z", "backspace")
        assert "no match" not in run.status()
        await run.press("escape", "full_stop")
        assert "nothing is searched for" in run.status()


@by_hand_only
async def test_another_window_does_not_end_the_search() -> None:
    async with running(story().articles) as run:
        await run.press("slash", "n", "e")
        run.app.post_message(events.AppBlur())
        await run.pilot.pause()
        run.app.post_message(events.AppFocus())
        await run.pilot.pause()
        await run.press("w", "enter")
        assert run.screen.search is not None
        assert run.screen.search.query == "new"


@by_hand_only
async def test_a_click_on_the_articles_ends_the_asking() -> None:
    async with running(story().articles) as run:
        await run.press("colon", "3")
        await run.pilot.click(run.surface, offset=(20, 5))
        await run.pilot.pause()
        assert not run.screen.query_one(Prompt).display
        assert run.app.focused is run.surface


@by_hand_only
async def test_one_key_leaves_while_something_is_asked() -> None:
    async with running(story().articles) as run:
        await run.press("slash", "a", "ctrl+c")
        assert run.app.return_code == 0


# Paragraph numbers, bookmark, rival.


@by_hand_only
async def test_to_a_paragraph_number() -> None:
    async with running(story().articles) as run:
        for typed, side, index in (
            ("7", "left", 6),
            ("r7", "right", 6),
            ("R 9", "right", 8),
            (" r3", "right", 2),
            ("l2", "left", 1),
        ):
            run.screen._go_to_number(typed)
            await run.pilot.pause()
            assert index in getattr(ROWS[run.row], side), typed
        here = run.row
        for typed, notice in (
            ("0", "no paragraph 0 on the left"),
            ("999", "no paragraph 999 on the left"),
            ("r999", "no paragraph 999 on the right"),
            ("x", "not a paragraph number"),
            ("-3", "not a paragraph number"),
            ("²", "not a paragraph number"),
            ("r", "not a paragraph number"),
            (" ", "not a paragraph number"),
            ("9" * 5000, "not a paragraph number"),
        ):
            run.screen._go_to_number(typed)
            await run.pilot.pause()
            assert notice in run.status()
            assert run.row == here
        await run.press("colon", "enter")
        assert run.row == here
        await run.press("colon", "3", "escape")
        assert run.row == here
        assert run.app.focused is run.surface


@by_hand_only
async def test_what_is_not_there_is_said() -> None:
    async with running(story().articles) as run:
        await run.press("apostrophe")
        assert "no bookmark" in run.status()
        await run.press("v")
        assert "no other candidate" in run.status()
        await run.press("enter")
        assert "nothing to open" in run.status()
        await run.go_to(row_where(Kind.OMITTED))
        await run.press("greater_than_sign")
        assert "nothing to copy" in run.status()


# Jumps.


@by_hand_only
async def test_there_is_a_way_back_from_every_jump() -> None:
    async with running(story().articles) as run:
        with_rival = next(index for index, row in enumerate(ROWS) if row.evidence and row.evidence.rival)
        for start, keys in (
            (with_rival, ("v",)),
            (MOVED, ("enter",)),
            (START, ("colon", "3", "enter")),
            (START, ("slash", *"paragraph 3", "enter")),
            (START, ("s", "G", "enter")),
            (START, ("B", "g", "j", "apostrophe", "apostrophe")),
        ):
            await run.go_to(start)
            await run.press(*keys)
            here = run.screen.block
            assert (here.form if here else None, run.row) != (Form.ROW, start), keys
            await run.press("ctrl+o")
            assert run.screen.block is not None
            assert "back at ¶ " in run.status()
            if keys[0] != "B":
                assert (run.screen.block.form, run.row) == (Form.ROW, start), keys
            await run.press("l")
            assert run.screen.block == here, keys


@by_hand_only
async def test_there_is_a_way_back_to_where_a_search_began() -> None:
    async with running(story().articles) as run:
        await run.press("slash", *"paragraph", "enter")
        assert run.row == 0
        await run.press("comma", "comma", "comma", "ctrl+o")
        assert run.row == 0
        assert "back at ¶ 1 ↔ 1" in run.status()


@by_hand_only
async def test_a_step_is_no_jump() -> None:
    async with running(story().articles) as run:
        await run.press("j", "n", "pagedown", "G", "g", "slash", *"zz", "enter", "slash", *"old", "escape", "ctrl+o")
        assert "no jump to go back" in run.status()
        await run.press("l")
        assert "no jump to go forth" in run.status()


@by_hand_only
async def test_back_into_a_fold_that_was_closed_meanwhile() -> None:
    async with running(story().articles) as run:
        await run.press("Z")
        await run.go_to(FURNITURE)
        await run.press("colon", "1", "enter", "Z")
        assert FURNITURE in folded(run)
        await run.press("backspace")
        assert run.row == FURNITURE
        assert FURNITURE not in folded(run)


# Moved rows and views.


@by_hand_only
@pytest.mark.parametrize("view", [View.SIDE_BY_SIDE, View.REDLINE])
async def test_a_moved_row_is_crossed_there_and_back(view: View) -> None:
    async with running(story().articles) as run:
        run.screen.reading = Reading(view=view)
        await run.pilot.pause()
        await run.go_to(MOVED)
        await run.press("enter")
        assert run.screen.block is not None
        assert (run.screen.block.form, run.row) == (Form.POINTER, MOVED)
        assert "moved away from here" in run.status()
        assert run.current_is_in_view()
        # The far end is held through a resize.
        await run.pilot.resize_terminal(140, 40)
        await run.pilot.pause()
        assert run.screen.block.form is Form.POINTER
        await run.press("enter")
        assert (run.screen.block.form, run.row) == (Form.ROW, MOVED)


@by_hand_only
@pytest.mark.parametrize(
    ("view", "notice"),
    [(View.LEFT, "moved to 7 in the right article"), (View.RIGHT, "moved from 31 in the left article")],
)
async def test_one_article_alone_says_where_a_moved_row_has_its_other_end(view: View, notice: str) -> None:
    async with running(story().articles) as run:
        run.screen.reading = Reading(view=view)
        await run.pilot.pause()
        await run.go_to(MOVED)
        assert f"↕ {notice.split(' in ')[0]}" in run.text()
        await run.press("enter")
        assert run.row == MOVED
        assert notice in run.status()


@by_hand_only
@pytest.mark.parametrize(
    "row", [START, row_where(Kind.ADDED, furniture=False), row_where(Kind.OMITTED), MOVED, len(ROWS) - 1]
)
async def test_all_views_come_back_to_the_row(row: int) -> None:
    async with running(story().articles) as run:
        await run.go_to(row)
        for _ in View:
            run.screen.action_view()
            await run.pilot.pause()
            assert run.current_is_in_view()
            shown = ROWS[row].left if run.screen.reading.view is View.LEFT else ROWS[row].right
            if shown or run.screen.reading.view not in (View.LEFT, View.RIGHT):
                assert run.row == row
        assert run.row == row


# Sizes.


@by_hand_only
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_every_size_shows_the_row_and_every_panel(size: tuple[int, int]) -> None:
    async with running(story().articles, size=size) as run:
        assert "¶ 1 ↔ 1" in run.status()
        assert "Paragraph 0." in run.text()
        for key, widget in (("s", Summary), ("F", Filter)):
            await run.press(key)
            region = run.screen.query_one(widget).region
            assert region.width > 0
            assert run.screen.region.contains_region(region)
            await run.press("escape")
        await run.press("G")
        assert run.current_is_in_view()
        assert {len(line) for line in run.text().splitlines()} == {size[0]}


@by_hand_only
async def test_a_low_window_has_no_blank_lines() -> None:
    async with running(story().articles, (40, 18)) as run:
        assert run.surface.size.height == 13
        await run.pilot.resize_terminal(40, 12)
        await run.pilot.pause()
        assert run.surface.size.height == 9
        # What is told below the articles leaves enough of them.
        await run.press("i", "slash")
        await run.pilot.pause()
        assert "larger window" not in run.text()
        await run.press("escape", "s")
        await run.pilot.pause()
        assert len([line for line in run.text().splitlines() if " ↔ " in line]) >= 5


@by_hand_only
async def test_the_list_of_changes_says_how_much_is_kept_and_leaves_its_keys_to_the_key_line() -> None:
    async with running(story().articles, (120, 40)) as run:
        await run.press("s")
        assert "58 % of the left kept · 58 % of the right from it" in counted(run)
        assert "36 of 36 listed" in heading(run)
        assert run.text().count("Esc") == run.text().count("Enter") == 1


@by_hand_only
@pytest.mark.parametrize(("columns", "keys"), [(80, "PgDn Space"), (40, "PgDn")])
async def test_the_help_stays_in_its_columns(columns: int, keys: str) -> None:
    async with running(story().articles, (columns, 110)) as run:
        await run.press("question_mark")
        await run.pilot.pause()
        lines = run.text().splitlines()
        (shown,) = (line for line in lines if "A page down" in line)
        assert shown.split("A page down")[0].strip("▏▌│ ") == keys
        start = shown.index("A page down")
        told = [line[start:].strip() for line in lines]
        assert "Copy what the mouse selected, or quit" in " ".join(told)


@by_hand_only
@pytest.mark.parametrize("size", [(19, 24), (80, 5), (10, 4)])
async def test_a_tiny_window_says_so(size: tuple[int, int]) -> None:
    async with running(story().articles, size=size) as run:
        assert run.surface.render_line(0).text == "larger window, please".ljust(size[0])[: size[0]]
        await run.pilot.resize_terminal(80, 24)
        await run.pilot.pause()
        assert "larger window" not in run.text()
        assert "Paragraph 0." in run.text()


# While it works.


async def test_progress_is_shown_and_keys_are_taken(make_pair: MakePair, monkeypatch: pytest.MonkeyPatch) -> None:
    pair = make_pair(["One.", "Two."], ["One.", "Two."])
    told, go_on = Event(), Event()

    def slow(articles: Pair[Article], progress: Progress) -> Comparison:
        progress("pairing paragraphs", 0.5)
        told.set()
        go_on.wait(10)
        return compare(articles)

    monkeypatch.setattr("tui.screens.diff.compared", at_once(slow))
    monkeypatch.setattr("tui.screens.diff._AT_ONCE", 0)
    monkeypatch.setattr("tui.screens.diff._BLINK_SECONDS", -1.0)
    async with NewsdiffApp(pair, lambda: pair).run_test(size=(100, 20)) as pilot:
        run = Running(pilot)
        try:
            assert told.wait(10)
            await pilot.pause()
            assert "pairing paragraphs  ████████████░░░░░░░░░░░░  50 %" in run.status()
            await run.press("j", "n", "s", "i", "f", "c")
            await run.press("slash", "a", "enter", "colon", "3", "enter", "question_mark", "escape")
            assert "pairing paragraphs" in run.status()
        finally:
            go_on.set()
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert "pairing paragraphs" not in run.status()
        assert "no differences" in run.status()
        # Read again, the old comparison stays until the new one is there, and the progress is shown.
        told.clear()
        go_on.clear()
        try:
            await run.press("r")
            assert told.wait(10)
            await pilot.pause()
            assert "50 %" in run.status()
            assert "One." in run.text()
            await run.press("j")
            assert run.row == 1
        finally:
            go_on.set()
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert "50 %" not in run.status()
        assert run.row == 1


@pytest.mark.parametrize("key", ["q", "ctrl+c"])
async def test_one_can_leave_at_any_moment(make_pair: MakePair, monkeypatch: pytest.MonkeyPatch, key: str) -> None:
    go_on = Event()

    def slow(articles: Pair[Article], *_: object) -> Comparison:
        go_on.wait(10)
        return compare(articles)

    monkeypatch.setattr("tui.screens.diff.compared", at_once(slow))
    monkeypatch.setattr("tui.screens.diff._AT_ONCE", 0)
    app = NewsdiffApp(make_pair(["One."], ["Two."]))
    async with app.run_test() as pilot:
        try:
            await pilot.press(key)
            assert app.return_code == 0
        finally:
            go_on.set()


def test_nothing_is_said_of_progress_before_there_is_any() -> None:
    status = StatusLine(COMMANDS)
    assert "comparing" in status.render().plain
    status.show_progress("comparing words", 1.0)
    assert "100 %" in status.render().plain


@by_hand_only
async def test_one_click_opens_a_fold() -> None:
    async with running(story().articles) as run:
        fold = next(place for place, block in enumerate(run.surface.blocks) if block.form is Form.FOLD)
        rows = run.surface.blocks[fold].rows
        run.surface.current = fold + 1
        await run.pilot.pause()
        lines = run.surface._lines
        assert lines is not None
        await run.pilot.click(run.surface, offset=(20, lines.top(fold) - run.surface.scroll_offset.y))
        await run.pilot.pause()
        assert not folded(run).intersection(rows)


async def test_where_there_is_no_page_furniture_it_is_not_said_to_be_folded(make_pair: MakePair) -> None:
    async with running(make_pair(["One sentence."], ["Another sentence."])) as run:
        await run.press("f")
        assert run.status().startswith(" there is no page furniture")
        assert run.screen.reading.folds_furniture
