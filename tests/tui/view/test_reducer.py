"""Every action on the state: what changes, what is said, what is to be done. No app, no terminal, no other process."""

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from typing import get_args

import pytest

from diffing.comparison import compare
from diffing.ledger.build import ledger
from diffing.ledger.core.model import Change, Ledger
from diffing.model import Article, Comparison, Kind, Pair, Row
from diffing.stage import Stage
from tests.tui.running import ADDED, EDITED, RETOLD, article, by_hand, ledger_by_hand, row_where, story
from tui.keys.commands import COMMANDS
from tui.present.citations import change_citation, citation
from tui.view import actions, effects
from tui.view.actions import ACTIONS, Action, Copied, Panel, PlainAction, Purpose
from tui.view.effects import Effect, PlainEffect
from tui.view.entry_marks import Marking
from tui.view.find import Match
from tui.view.outline import BlockForm, row_block
from tui.view.query import Search
from tui.view.reducer import _PLAIN_UPDATES, _UPDATES, update
from tui.view.settings import Category, View, ViewSettings
from tui.view.transition import Notice, Transition
from tui.view.view_state import Seek, ViewState

STORY = story()
STAGE = Stage(STORY)
MOVED = row_where(moved=True)
FURNITURE = row_where(furniture=True)
OMITTED = row_where(Kind.OMITTED)
RIVAL = next(at for at, row in enumerate(STORY.rows) if row.evidence and row.evidence.rival)
START = EDITED
AT_START = replace(ViewState(attempt=1).with_stage(STAGE), at=row_block(START))
MARKED = replace(AT_START, marking=Marking(STORY, ledger_by_hand(STORY)))
FOLD = next(block for block in AT_START.blocks if block.form is BlockForm.FOLD)
AT_FOLD = replace(AT_START, at=FOLD)
JUMPED = update(AT_START, actions.JumpToRow(MOVED)).state
SEARCHING = replace(AT_START, search=Search("moved"))
OTHER = Pair(article(["One line.", "And one more."]), article(["One line."], "b.txt"))


def changed(before: ViewState, after: ViewState) -> dict[str, object]:
    """The fields that are others, but for the outline, which follows from stage and settings."""
    names = [field.name for field in fields(ViewState) if field.name != "outline"]
    return {name: getattr(after, name) for name in names if getattr(after, name) != getattr(before, name)}


@dataclass(frozen=True)
class Case:
    """A command in a state: the fields it changes (None: only `also` is asked), its notice, its effects."""

    state: ViewState = AT_START
    changes: dict[str, object] | None = None
    notice: str | None = None
    done: tuple[Effect, ...] = ()
    also: Callable[[Transition], bool] = lambda result: True


def goes_to(row: int, notice: str | None = None, state: ViewState = AT_START) -> Case:
    return Case(state, {"at": row_block(row)}, notice, (PlainEffect.REVEAL,))


def jumps_to(row: int, notice: str | None = None, state: ViewState = AT_START) -> Case:
    assert state.block is not None
    changes = {"at": row_block(row), "jumps": state.jumps.leave(state.block)}
    return Case(state, changes, notice, (PlainEffect.REVEAL,))


def does(*done: Effect, state: ViewState = AT_START) -> Case:
    return Case(state, {}, None, done)


def sets(notice: str, state: ViewState = AT_START, **settings: object) -> Case:
    return Case(state, {"settings": replace(state.settings, **settings)}, notice)  # type: ignore[arg-type]  # by name


def steps(category: Category, by: int) -> Case:
    rows = [at for at, row in enumerate(STORY.rows) if category.holds(row)]
    ahead = [at for at in rows if (at - START) * by > 0]
    return goes_to(ahead[0] if by > 0 else ahead[-1])


def at_entry(state: ViewState) -> tuple[int | None, int | None]:
    """The row and the number of the entry that the reader is at."""
    return state.block and state.block.row, state.entry


SHOWN = (PlainEffect.REVEAL, PlainEffect.REVEAL_MATCH)
BACK_AT = update(JUMPED, PlainAction.JUMP_BACK)
CASES: dict[str, Case] = {
    "help": does(effects.TogglePanel(Panel.HELP)),
    "quit": does(effects.Leave("")),
    "interrupt": does(PlainEffect.READ_SELECTION),
    "suspend": does(PlainEffect.SUSPEND_PROCESS),
    "swap-sides": Case(
        AT_START, {"attempt": 2}, "sides swapped", (PlainEffect.EXCHANGE_SIDES, effects.Compare(attempt=2))
    ),
    "reload": Case(AT_START, {}, "these articles cannot be read again"),
    "palette": does(PlainEffect.SHOW_PALETTE),
    "next-paragraph": does(effects.ScrollInside(1, otherwise=actions.GoToNeighbour(1))),
    "previous-paragraph": does(effects.ScrollInside(-1, otherwise=actions.GoToNeighbour(-1))),
    "page-down": does(effects.ScrollPage(1, otherwise=actions.GoToEdge(1))),
    "page-up": does(effects.ScrollPage(-1, otherwise=actions.GoToEdge(-1))),
    "first-paragraph": Case(AT_START, {"at": AT_START.blocks[0]}, None, (PlainEffect.REVEAL,)),
    "last-paragraph": Case(AT_START, {"at": AT_START.blocks[-1]}, None, (PlainEffect.REVEAL,)),
    "open": Case(AT_FOLD, {"settings": ViewSettings(opened=frozenset(FOLD.rows))}),
    "jump-back": Case(
        JUMPED,
        {"at": row_block(START), "jumps": BACK_AT.state.jumps},
        BACK_AT.notice.text if BACK_AT.notice else "",
        (PlainEffect.REVEAL,),
        lambda result: result.state.leads_forward and not result.state.leads_back,
    ),
    "jump-forth": Case(
        BACK_AT.state,
        {"at": row_block(MOVED), "jumps": JUMPED.jumps},
        "forward again at ¶31 → ¶7",
        (PlainEffect.REVEAL,),
    ),
    "next-best": Case(
        replace(AT_START, at=row_block(RIVAL)),
        also=lambda result: result.state.row is not None and (result.state.row.left == (0,)),
    ),
    "next-matter": goes_to(RETOLD, state=MARKED),
    "previous-matter": goes_to(ADDED, state=MARKED),
    "next-change": Case(MARKED, None, None, SHOWN, lambda result: at_entry(result.state) == (RETOLD, 1)),
    "previous-change": Case(MARKED, None, None, SHOWN, lambda result: at_entry(result.state) == (ADDED, 2)),
    **{
        f"{way}-{name}": steps(category, by)
        for name, category in {
            "difference": Category.DIFFERENCE,
            "addition": Category.ADDED,
            "omission": Category.OMITTED,
            "paraphrase": Category.REWORDED,
            "edit": Category.EDITED,
            "move": Category.MOVED,
            "uncertain-pair": Category.UNCERTAIN,
        }.items()
        for way, by in (("next", 1), ("previous", -1))
    },
    "next-view": sets("view: redline", view=View.REDLINE),
    "fold-furniture": sets("menus and ads are shown", folds_furniture=False),
    "fold-unchanged": sets("unchanged is folded", folds_unchanged=True),
    "unfold-all": sets("everything is shown; Z folds it again", folds_furniture=False),
    "all-marks": sets("every mark is strong; * leaves that to what matters", shows_all_marks=True),
    "typography": sets("0 typographic marked", shows_typography=True),
    "filter": does(effects.TogglePanel(Panel.FILTER)),
    "why": Case(AT_START, {"shows_reasons": True, "closes_reasons": True}, None, (PlainEffect.SHOW_REASONS,)),
    "ledger": does(effects.TogglePanel(Panel.LEDGER), state=MARKED),
    "summary": does(effects.TogglePanel(Panel.SUMMARY)),
    "search": does(effects.Ask(Purpose.SEARCH)),
    "next-match": Case(SEARCHING, {"seek": Seek(1, START, None, False)}, None, (PlainEffect.SEEK_MATCH,)),
    "previous-match": Case(SEARCHING, {"seek": Seek(-1, START, None, False)}, None, (PlainEffect.SEEK_MATCH,)),
    "end-search": Case(SEARCHING, {"search": None}, "", (effects.RestartSearch(),)),
    "go-to": does(effects.Ask(Purpose.PARAGRAPH)),
    "set-bookmark": Case(AT_START, {"bookmark": START}, "bookmark set; ' comes back here"),
    "to-bookmark": Case(
        replace(AT_START, bookmark=3),
        {"at": row_block(3), "bookmark": START, "jumps": AT_START.jumps.leave(row_block(START))},
        None,
        (PlainEffect.REVEAL,),
    ),
    "copy-left": Case(AT_START, {}, also=lambda result: copies(result, STORY.left.text(STORY.rows[START].left))),
    "copy-right": Case(AT_START, {}, also=lambda result: copies(result, STORY.right.text(STORY.rows[START].right))),
    "copy-both": Case(AT_START, {}, also=lambda result: copies(result, STORY.left.text(STORY.rows[START].left))),
    "write-report": Case(AT_START, {}, "writing the report ...", (effects.WriteReport(STORY, None),)),
    "copy-citation": Case(AT_START, {}, also=lambda result: copies(result, "monday/left.txt ¶")),
}


def copies(result: Transition, part: str) -> bool:
    (copied,) = result.effects
    assert isinstance(copied, effects.CopyText)
    return part in copied.text and result.notice is None


def test_every_command_has_an_action_and_a_case() -> None:
    names = {command.id for command in COMMANDS}
    assert names == ACTIONS.keys() == CASES.keys()


def test_every_action_has_an_update() -> None:
    assert _UPDATES.keys() | {PlainAction} == set(get_args(Action))
    assert _PLAIN_UPDATES.keys() == set(PlainAction)


@pytest.mark.parametrize("name", CASES)
def test_what_a_command_does(name: str) -> None:
    case = CASES[name]
    result = update(case.state, ACTIONS[name])
    if case.changes is not None:
        assert {
            field for field in changed(case.state, result.state) if field != "folded_settings"
        } == case.changes.keys()
        assert {field: getattr(result.state, field) for field in case.changes} == case.changes
    if not name.startswith(("copy", "next-best")):
        assert (result.notice.text if result.notice is not None else None) == case.notice
        assert result.effects == case.done
        assert list(map(type, result.effects)) == list(map(type, case.done))
    assert case.also(result)


@pytest.mark.parametrize("name", CASES)
def test_no_command_needs_a_comparison(name: str) -> None:
    before = ViewState()
    result = update(before, ACTIONS[name])
    assert result.state.outline is None


@pytest.mark.parametrize("name", CASES)
def test_no_command_needs_a_text(name: str) -> None:
    empty = Pair(article([]), article([]))
    before = ViewState().with_stage(Stage(Comparison(empty.left, empty.right, ())))
    result = update(before, ACTIONS[name])
    assert result.state.block is None


@pytest.mark.parametrize("name", CASES)
def test_the_same_state_and_command_give_the_same(name: str) -> None:
    state = CASES[name].state
    once, again = update(state, ACTIONS[name]), update(state, ACTIONS[name])
    assert changed(once.state, again.state) == {}
    assert (once.notice, once.effects) == (again.notice, again.effects)


# Moving.


def test_a_neighbour_and_an_edge() -> None:
    last = len(AT_START.blocks) - 1
    for place, by, expected in ((3, 1, 4), (3, -1, 2), (0, -1, 0), (last, 1, last)):
        before = replace(AT_START, at=AT_START.blocks[place])
        result = update(before, actions.GoToNeighbour(by))
        assert result.state.place == expected
        assert result.effects == (() if place == expected else (PlainEffect.REVEAL,))
    assert update(AT_START, actions.GoToEdge(1)).state.place == last


def test_a_block_in_view_becomes_current_without_a_scroll() -> None:
    result = update(AT_START, actions.Reach(AT_START.blocks[2], STAGE))
    assert result.state.block == AT_START.blocks[2]
    assert result.effects == ()
    # A block of another comparison comes too late.
    late = update(
        AT_START,
        actions.Reach(
            AT_START.blocks[2], Stage(Comparison(STORY.right, STORY.left, by_hand(STORY.articles.swapped()).rows))
        ),
    )
    assert late.state is AT_START


@pytest.mark.parametrize("by", [1, -1])
@pytest.mark.parametrize("category", Category)
def test_after_the_last_row_of_a_category_comes_the_first(category: Category, by: int) -> None:
    rows = [at for at, row in enumerate(STORY.rows) if category.holds(row)]
    last, first = (rows[-1], rows[0]) if by > 0 else (rows[0], rows[-1])
    result = update(replace(AT_START, at=row_block(last)), actions.GoToCategory(category, by))
    assert result.state.block == row_block(first)
    assert result.notice == Notice(f"{'first' if by > 0 else 'last'} {category.noun} again")


def test_a_category_that_the_filter_hides_is_not_gone_to() -> None:
    filtered = update(AT_START, actions.FilterBy(frozenset({Category.ADDED}))).state
    result = update(filtered, actions.GoToCategory(Category.OMITTED, 1))
    assert changed(filtered, result.state) == {}
    assert result.notice == Notice("no paragraph only left among what the filter shows")


def test_more_rows_of_a_category_may_come_while_words_are_compared() -> None:
    pending = replace(ViewState().with_stage(Stage(STORY, frozenset({EDITED}))), at=row_block(START))
    result = update(replace(pending, at=row_block(0)), actions.GoToCategory(Category.EDITED, -1))
    assert result.notice == Notice("last paragraph with some words changed again; words are still being compared")


def test_a_fold_opens_for_a_row_in_it() -> None:
    result = update(AT_START, actions.JumpToRow(FURNITURE))
    assert result.state.block == row_block(FURNITURE)
    assert FURNITURE in result.state.settings.opened
    assert result.state.leads_back


def test_a_row_that_the_filter_hides_is_shown_by_itself() -> None:
    filtered = update(AT_START, actions.FilterBy(frozenset({Category.ADDED}))).state
    result = update(filtered, actions.JumpToRow(OMITTED))
    assert result.state.settings.opened == {OMITTED}
    assert result.notice == Notice("the filter hides this paragraph; it is shown all the same")


@pytest.mark.parametrize(
    ("typed", "row", "notice"),
    [("r3", ADDED, None), ("x", START, "not a paragraph number"), ("999", START, "no paragraph 999 on the left")],
)
def test_a_paragraph_number(typed: str, row: int, notice: str | None) -> None:
    result = update(AT_START, actions.JumpToTyped(typed))
    assert result.state.block == row_block(row) or STORY.rows[row].right == (2,)
    assert (result.notice.text if result.notice is not None else None) == notice
    assert result.effects[0] == PlainEffect.FOCUS_ARTICLES
    assert update(AT_START, actions.JumpToTyped(None)).effects == (PlainEffect.FOCUS_ARTICLES,)


def test_the_ends_of_a_moved_row() -> None:
    here = replace(AT_START, at=row_block(MOVED))
    there = update(here, PlainAction.OPEN_CURRENT)
    assert there.state.block is not None
    assert (there.state.block.form, there.state.block.row) == (BlockForm.POINTER, MOVED)
    assert there.state.leads_back
    assert update(there.state, PlainAction.OPEN_CURRENT).state.block == row_block(MOVED)
    one_side = here.with_settings(ViewSettings(view=View.LEFT))
    assert update(one_side, PlainAction.OPEN_CURRENT).notice == Notice(
        "moved to 7 in the right article, which this view leaves out; u changes the view"
    )


def test_enter_on_an_ordinary_pair_says_why_it_is_one() -> None:
    opened = update(AT_START, PlainAction.OPEN_CURRENT)
    assert changed(AT_START, opened.state) == {"shows_reasons": True, "closes_reasons": True}
    assert opened.effects == (PlainEffect.SHOW_REASONS,)
    # Once more it shows what did not fit, and where all was shown it closes.
    (paged,) = update(opened.state, PlainAction.OPEN_CURRENT).effects
    assert isinstance(paged, effects.PageReasons)
    assert not update(opened.state, paged.otherwise).state.shows_reasons
    # A click is no Enter: it only selects.
    assert update(AT_START, PlainAction.FOLLOW) == Transition(AT_START)


def test_esc_with_nothing_to_close_asks_whether_to_leave() -> None:
    asked = update(AT_START, PlainAction.CLOSE)
    assert asked.notice == Notice("quit? Enter quits, any other key stays")
    assert asked.effects == ()
    assert update(asked.state, PlainAction.OPEN_CURRENT).effects == (effects.Leave(""),)
    again = update(asked.state, PlainAction.CLOSE)
    assert again.notice == Notice("")
    assert not again.state.asks_to_quit


@pytest.mark.parametrize(
    "action",
    [
        actions.GoToNeighbour(1),
        actions.Toggle(Panel.HELP),
        actions.Copy(Copied.BOTH),
        PlainAction.FOLLOW,
        PlainAction.TOGGLE_UNCHANGED,
        actions.ShowProgress("pairing", 0.5, 1),
    ],
    ids=str,
)
def test_whatever_else_the_reader_does_ends_the_question(action: Action) -> None:
    asked = update(AT_START, PlainAction.CLOSE).state
    result = update(asked, action)
    assert not result.state.asks_to_quit
    assert result.notice is not None
    assert not any(isinstance(effect, effects.Leave) for effect in result.effects)


def test_what_comes_by_itself_leaves_the_question() -> None:
    asked = update(AT_START, PlainAction.CLOSE).state
    for action in (actions.FitView(View.REDLINE), actions.TakeLedger(STORY, ledger_by_hand(STORY))):
        assert update(asked, action).state.asks_to_quit


def test_where_no_question_can_be_read_esc_asks_none() -> None:
    assert not update(ViewState(), PlainAction.CLOSE).state.asks_to_quit
    busy = replace(AT_START, progress=("pairing", 0.5))
    assert not update(busy, PlainAction.CLOSE).state.asks_to_quit


def test_a_view_without_the_row_has_the_next_one_come_back_to_it() -> None:
    omitted = replace(AT_START, at=row_block(OMITTED))
    right = omitted.with_settings(ViewSettings(view=View.RIGHT))
    assert right.block != row_block(OMITTED)
    assert right.with_settings(ViewSettings()).block == row_block(OMITTED)


# What is shown.


def test_everything_unfolded_is_folded_as_before() -> None:
    folded = update(AT_START, PlainAction.TOGGLE_UNCHANGED).state
    shown = update(folded, PlainAction.TOGGLE_FOLDS).state
    assert not any(block.form is BlockForm.FOLD for block in shown.blocks)
    again = update(shown, PlainAction.TOGGLE_FOLDS)
    assert again.state.settings == folded.settings
    assert again.notice == Notice("folded as before")


def test_a_click_opens_a_fold() -> None:
    assert update(AT_START, actions.OpenFold(FOLD)).state.settings.opened == set(FOLD.rows)


def test_the_width_chooses_a_view() -> None:
    narrow = update(AT_START, actions.FitView(View.REDLINE)).state
    assert narrow.view is View.REDLINE
    assert update(narrow, actions.FitView(View.REDLINE)).state is narrow
    # The view that the width chooses is no other one.
    assert update(narrow, PlainAction.NEXT_VIEW).state.settings.view is View.SIDE_BY_SIDE


def test_there_may_be_no_furniture_or_a_filter_without_it() -> None:
    filtered = update(AT_START, actions.FilterBy(frozenset({Category.ADDED}))).state
    assert update(filtered, PlainAction.TOGGLE_FURNITURE).notice == Notice("the filter leaves menus and ads out")
    plain = ViewState().with_stage(Stage(Comparison(OTHER.left, OTHER.right, _rows(OTHER))))
    assert update(plain, PlainAction.TOGGLE_FURNITURE).notice == Notice("there are no menus and ads")


def _rows(articles: Pair[Article]) -> tuple[Row, ...]:
    from diffing.comparison import compare

    return compare(*articles).rows


def test_what_was_opened_last_is_closed_first() -> None:
    searching = update(AT_START, actions.SearchFor("moved", is_expression=False)).state
    both = update(searching, PlainAction.TOGGLE_REASONS).state
    closed = update(both, PlainAction.CLOSE).state
    assert not closed.shows_reasons
    assert closed.search is not None
    assert update(closed, PlainAction.CLOSE).state.search is None
    # The other way round.
    reasons = update(AT_START, PlainAction.TOGGLE_REASONS).state
    both = update(reasons, actions.SearchFor("moved", is_expression=False)).state
    assert not both.closes_reasons
    ended = update(both, PlainAction.CLOSE).state
    assert ended.search is None
    assert ended.closes_reasons


def test_what_the_mouse_selected_is_copied_and_with_nothing_one_leaves() -> None:
    result = update(AT_START, actions.CopySelected("One\x1b.\nTwo."))
    assert result.effects == (effects.CopyText("One\x1b.\nTwo."),)
    assert result.notice is None
    told = update(AT_START, actions.TellCopy("copied with xclip", "One\x1b.\nTwo."))
    assert told.notice == Notice("copied with xclip: One␛.")
    assert update(AT_START, actions.CopySelected("")).effects == (effects.Leave(""),)
    failed = replace(AT_START, failure="comparing failed: no luck")
    assert update(failed, PlainAction.QUIT).effects == (effects.Leave("comparing failed: no luck"),)


def test_a_report_is_written_when_everything_is_compared() -> None:
    asked = update(AT_START, PlainAction.WRITE_REPORT)
    assert asked.effects == (effects.WriteReport(STORY, None),)
    assert asked.notice == Notice("writing the report ...")
    busy = replace(AT_START, is_making_ledger=True)
    assert update(busy, PlainAction.WRITE_REPORT) == Transition(busy, Notice("no report yet: not everything is read"))
    told = update(AT_START, actions.TellReport("newsdiff-1\x1b.html"))
    assert told.notice == Notice("report written: newsdiff-1␛.html", replaces="writing the report ...")
    failed = update(AT_START, actions.TellReport("", "No space left on device"))
    assert failed.notice == Notice("no report: No space left on device", replaces="writing the report ...")


def test_an_omitted_row_has_no_right_text_and_a_fold_none_at_all() -> None:
    omitted = replace(AT_START, at=row_block(OMITTED))
    assert update(omitted, actions.Copy(Copied.RIGHT)).notice == Notice("nothing to copy on that side")
    assert update(AT_FOLD, actions.Copy(Copied.BOTH)) == Transition(AT_FOLD, Notice("nothing to copy: this is a fold"))


# Searching.

MATCH = Match(MOVED, 1, (0, 5))


def test_a_search_begins_ends_and_is_counted() -> None:
    begun = update(AT_START, actions.SearchFor("moved", is_expression=True))
    assert begun.state.search == Search("moved", is_expression=True)
    assert begun.effects == (effects.RestartSearch(counts=True),)
    counted = update(begun.state, actions.CountMatches("12 matches in 6 rows", is_all=True))
    assert counted.notice == Notice("12 matches in 6 rows")
    ended = update(counted.state, actions.SearchFor("", is_expression=True))
    assert ended.state.search is None
    assert ended.effects == (effects.RestartSearch(counts=True),)


def test_the_first_match_is_jumped_to() -> None:
    sought = update(SEARCHING, actions.AnswerSearch("moved"))
    assert sought.state.seek == Seek(1, START, None, is_jump=True)
    assert sought.effects == (PlainEffect.FOCUS_ARTICLES, PlainEffect.SEEK_MATCH)
    reached = update(sought.state, actions.ReachMatch(3, MATCH, "match 4 of 12"))
    assert (reached.state.match, reached.state.match_number, reached.state.seek) == (MATCH, 3, None)
    assert reached.state.block == row_block(MOVED)
    assert reached.state.leads_back
    assert reached.notice == Notice("match 4 of 12")
    assert reached.effects == (PlainEffect.REVEAL, PlainEffect.REVEAL_MATCH)
    # The next step goes on from that match.
    assert update(reached.state, actions.GoToMatch(1)).state.seek == Seek(1, MOVED, 3, is_jump=False)


def test_a_reader_who_gives_up_searches_no_more() -> None:
    result = update(SEARCHING, actions.AnswerSearch(None))
    assert result.state.search is None
    assert result.effects == (PlainEffect.FOCUS_ARTICLES, effects.RestartSearch())
    assert update(AT_START, actions.GoToMatch(1)).notice == Notice("nothing is searched for")


def test_a_match_not_known_yet_is_waited_for_unless_the_reader_goes_away() -> None:
    sought = update(SEARCHING, actions.GoToMatch(1)).state
    waiting = update(sought, actions.CountMatches("2+ matches", is_all=False)).state
    assert waiting.seek is not None
    assert update(waiting, actions.CountMatches("no match", is_all=True)).state.seek is None
    away = update(waiting, actions.GoToEdge(1)).state
    assert away.seek is None
    assert update(away, actions.ReachMatch(3, MATCH, "match 4 of 12")).state is away


def test_the_notice_about_a_search_is_replaced_only_where_it_is_shown() -> None:
    counted = update(SEARCHING, actions.CountMatches("2+ matches", is_all=False)).state
    result = update(counted, actions.RecountMatches("3 matches in 2 rows"))
    assert result.notice == Notice("3 matches in 2 rows", replaces="2+ matches")
    assert update(result.state, actions.RecountMatches("3 matches in 2 rows")).notice is None


@pytest.mark.parametrize("action", [PlainAction.NEXT_VIEW, actions.FitView(View.REDLINE)])
def test_another_view_is_searched_anew(action: Action) -> None:
    at_match = replace(SEARCHING, match=MATCH, match_number=3)
    result = update(at_match, action)
    assert result.effects == (effects.RestartSearch(),)
    assert result.state.match is None
    assert result.state.match_number is None


# Comparing and the ledger.


def test_a_stage_is_shown_and_the_ledger_made_of_the_last_one() -> None:
    begun = update(ViewState(), PlainAction.BEGIN_COMPARING)
    assert begun.effects == (effects.Compare(attempt=1),)
    told = update(begun.state, actions.ShowProgress("pairing paragraphs", 0.5, attempt=1)).state
    assert told.progress == ("pairing paragraphs", 0.5)
    half = update(told, actions.ShowStage(Stage(STORY, frozenset({EDITED})), attempt=1))
    assert half.state.progress is None
    assert half.effects == (effects.KeepArticles(STORY.articles),)
    # Progress that comes after a stage is of the past.
    assert update(half.state, actions.ShowProgress("pairing paragraphs", 0.9, attempt=1)).state is half.state
    there = replace(half.state, at=row_block(START))
    whole = update(there, actions.ShowStage(STAGE, attempt=1))
    assert whole.state.block == row_block(START)
    assert whole.effects == (effects.KeepArticles(STORY.articles),)


def test_a_stage_of_another_attempt_is_left_out() -> None:
    swapped = update(AT_START, PlainAction.SWAP_SIDES).state
    for late in (
        actions.ShowStage(Stage(STORY, frozenset({EDITED})), attempt=1),
        actions.FailComparing("no luck", is_fault=True, attempt=1),
        actions.ShowProgress("pairing paragraphs", 0.5, attempt=1),
    ):
        assert update(swapped, late) == Transition(swapped)


def test_in_another_comparison_the_reader_stays_at_the_same_paragraphs() -> None:
    before = replace(JUMPED, bookmark=OMITTED)
    swapped = update(before, PlainAction.SWAP_SIDES).state
    mirrored = by_hand(STORY.articles.swapped())
    now = update(swapped, actions.ShowStage(Stage(mirrored), attempt=2)).state
    assert now.row is not None
    assert now.row.left == STORY.rows[MOVED].right
    assert now.bookmark is not None
    assert mirrored.rows[now.bookmark].right == STORY.rows[OMITTED].left
    back = update(now, PlainAction.JUMP_BACK).state
    assert back.row is not None
    assert back.row.left == STORY.rows[START].right


def test_comparing_that_fails_is_told_until_a_stage_comes() -> None:
    failed = update(AT_START, actions.FailComparing("no luck", is_fault=True, attempt=1))
    assert (failed.state.failure, failed.state.is_fault) == ("comparing failed: no luck", True)
    assert failed.notice == Notice("comparing failed")
    assert update(failed.state, actions.ShowStage(STAGE, attempt=1)).state.failure == ""


def test_files_are_read_again() -> None:
    readable = replace(AT_START, can_be_read_again=True, settings=ViewSettings(opened=frozenset(FOLD.rows)))
    assert update(readable, PlainAction.READ_AGAIN).effects == (PlainEffect.READ_FILES,)
    result = update(readable, actions.TakeFiles(OTHER))
    assert result.effects == (effects.GiveFiles(OTHER), effects.Compare(attempt=2))
    assert result.notice == Notice("read again")
    assert result.state.settings.opened == frozenset()
    assert update(readable, actions.FailReading("a.txt: no such file")).notice == Notice("a.txt: no such file")


def test_the_ledger_is_asked_for_and_the_step_is_made_when_it_is_there() -> None:
    asked = update(AT_START, actions.GoToMatter(1))
    assert asked.effects == (effects.MakeLedger(STORY),)
    assert asked.notice is not None
    again = update(asked.state, actions.Toggle(Panel.LEDGER))
    assert again.effects == (effects.TogglePanel(Panel.LEDGER),)
    there = update(asked.state, actions.TakeLedger(STORY, ledger_by_hand(STORY)))
    assert there.state.block == row_block(RETOLD)
    assert there.notice == Notice("", replaces=asked.notice.text)
    assert not there.state.is_making_ledger


def test_while_words_are_compared_there_is_no_ledger() -> None:
    pending = ViewState().with_stage(Stage(STORY, frozenset({EDITED})))
    for action in (actions.GoToMatter(1), actions.Toggle(Panel.LEDGER)):
        result = update(pending, action)
        assert result.notice == Notice("words are still being compared")
        assert result.effects == ()


def test_a_ledger_of_another_comparison_is_left_out() -> None:
    other = Comparison(STORY.left, STORY.right, STORY.rows)
    assert update(AT_START, actions.TakeLedger(other, Ledger((), Pair("en", "en")))) == Transition(AT_START)
    assert update(AT_START, actions.FailLedger(other, "no luck")) == Transition(AT_START)
    failed = update(replace(AT_START, is_making_ledger=True), actions.FailLedger(STORY, "no luck"))
    assert failed.notice == Notice("the ledger cannot be made: no luck")
    assert not failed.state.is_making_ledger


def test_an_entry_is_jumped_to() -> None:
    entry = ledger_by_hand(STORY).entries[1]
    result = update(MARKED, actions.JumpToEntry(STORY, entry))
    assert result.state.block == row_block(RETOLD)
    assert result.state.match is not None
    assert result.state.match.row == RETOLD
    assert result.effects == (PlainEffect.REVEAL, PlainEffect.REVEAL_MATCH)
    assert update(MARKED, actions.JumpToEntry(by_hand(STORY.articles.swapped()), entry)) == Transition(MARKED)
    assert result.state.leads_back
    assert result.state.entry == 1


def test_what_is_selected_in_a_list_is_shown_without_a_way_back() -> None:
    entry = ledger_by_hand(STORY).entries[1]
    shown = update(MARKED, actions.ShowEntry(STORY, entry))
    assert at_entry(shown.state) == (RETOLD, 1)
    assert shown.effects == SHOWN
    assert shown.state.jumps == MARKED.jumps
    assert update(MARKED, actions.ShowEntry(by_hand(STORY.articles.swapped()), entry)) == Transition(MARKED)
    assert update(AT_START, actions.ShowEntry(STORY, entry)) == Transition(AT_START)
    row = update(AT_START, actions.ShowRow(MOVED))
    assert row.state.block == row_block(MOVED)
    assert row.state.jumps == AT_START.jumps


@pytest.mark.parametrize(
    ("row", "by", "entry"), [(0, 1, 2), (ADDED + 1, 1, 0), (EDITED + 1, -1, 0), (RETOLD + 1, 1, 2), (0, -1, 1)]
)
def test_from_a_row_without_entries_the_nearest_change_that_way_is_next(row: int, by: int, entry: int) -> None:
    before = replace(MARKED, at=row_block(row))
    assert before.entry is None
    result = update(before, actions.GoToEntry(by))
    assert result.state.entry == entry


def test_steps_through_all_changes_come_around() -> None:
    for by in (1, -1):
        seen, state = [], MARKED
        for _ in range(3):
            state = update(state, actions.GoToEntry(by)).state
            seen.append(state.entry)
        assert seen == ([1, 2, 0] if by > 0 else [2, 1, 0])


def test_several_changes_of_a_row_are_stepped_through() -> None:
    first, *others = ledger_by_hand(STORY).entries
    ledger = Ledger((first, replace(first, change=Change.ROUNDED), *others), Pair("en", "en"))
    state = replace(MARKED, marking=Marking(STORY, ledger))
    there = update(state, actions.GoToEntry(1)).state
    assert at_entry(there) == (EDITED, 1)
    assert update(there, actions.GoToEntry(-1)).state.entry == 0
    # Elsewhere there is none, and back here the same one is current.
    away = update(there, actions.GoToNeighbour(1)).state
    assert away.entry is None
    assert update(away, actions.GoToNeighbour(-1)).state.entry == 1


@pytest.mark.parametrize("by", [1, -1])
def test_a_step_to_a_change_waits_for_the_ledger(by: int) -> None:
    asked = update(AT_START, actions.GoToEntry(by))
    assert asked.effects == (effects.MakeLedger(STORY),)
    there = update(asked.state, actions.TakeLedger(STORY, ledger_by_hand(STORY))).state
    assert there.block == row_block(RETOLD if by > 0 else ADDED)
    none = replace(AT_START, marking=Marking(STORY, Ledger((), Pair("en", "en"))))
    assert update(none, actions.GoToEntry(by)).notice == Notice("no changes found")


def test_a_reader_who_has_not_moved_begins_at_the_first_row_that_matters() -> None:
    new = ViewState(attempt=1).with_stage(STAGE)
    ledger = ledger_by_hand(STORY)
    begun = update(new, actions.TakeLedger(STORY, ledger))
    assert at_entry(begun.state) == (EDITED, 0)
    assert begun.effects == (PlainEffect.REVEAL,)
    assert not begun.state.leads_back
    # Who has moved stays there.
    moved = update(replace(new, at=row_block(0)), actions.TakeLedger(STORY, ledger))
    assert moved.state.block == row_block(0)
    assert moved.effects == ()
    # Nobody begins in a fold: what the filter hides is left out.
    filtered = new.with_settings(ViewSettings(only=frozenset({Category.REWORDED})))
    assert update(filtered, actions.TakeLedger(STORY, ledger)).state.block == row_block(RETOLD)
    nothing = update(new, actions.TakeLedger(STORY, Ledger((), Pair("en", "en"))))
    assert (nothing.state.at, nothing.effects) == (None, ())


def test_the_change_at_the_cursor_is_copied_and_elsewhere_the_row() -> None:
    copied = update(MARKED, actions.Copy(Copied.CITATION))
    assert copied.effects == (effects.CopyText(change_citation(STORY, ledger_by_hand(STORY).entries[0])),)
    plain = update(replace(MARKED, at=row_block(0)), actions.Copy(Copied.CITATION))
    assert plain.effects == (effects.CopyText(citation(STORY, STORY.rows[0])),)
    assert update(MARKED, actions.Copy(Copied.LEFT)).effects == update(AT_START, actions.Copy(Copied.LEFT)).effects


# A paragraph of several windows.

_BETWEEN = "The harbour board said that it would publish nothing before the hearing in the old customs house. " * 8
_PLACES = ("12 goats", "40 sheep", "7 dogs")


def long_paragraph() -> ViewState:
    """A state at the beginning of three paragraphs, the second of which is long and has three changes far apart."""
    texts = [f"The ferry carried {_BETWEEN.join(f'{place}. ' for place in _PLACES)}"]
    texts += [texts[0].replace("12 g", "14 g").replace("40 s", "41 s").replace("7 d", "8 d")]
    ends = ["Nobody was hurt when the mast came down."], ["The old customs house will stay closed until May."]
    left, right = (article([*ends[0], text, *ends[1]]) for text in texts)
    comparison = compare(left, right)
    state = ViewState().with_stage(Stage(comparison))
    return replace(state, marking=Marking(comparison, ledger(comparison)), at=row_block(0))


def test_in_a_long_paragraph_each_change_out_of_sight_is_gone_to() -> None:
    state, seen = long_paragraph(), []
    for by in (1, 1, 1, 1, -1, -1):
        state = update(state, actions.GoToMatter(by)).state
        assert state.marking is not None
        assert state.entry is not None
        (place,) = state.marking.ledger.entries[state.entry].right
        seen.append((state.block and state.block.row, place.words(state.marking.comparison.right)))
    assert seen == [(1, "14"), (1, "41"), (1, "8"), (1, "14"), (1, "8"), (1, "41")]


def test_a_place_is_counted_in_the_text_or_in_the_list_as_one_came() -> None:
    state = update(long_paragraph(), actions.GoToMatter(1)).state
    assert state.entry != state.listed_entry
    state = update(state, actions.GoToEntry(1)).state
    assert state.entry == state.listed_entry
    state = update(state, actions.GoToMatter(1)).state
    assert state.entry != state.listed_entry
