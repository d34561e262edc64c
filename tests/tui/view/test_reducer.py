"""Every command on the state: what changes, what is said, what is to be done. No app, no terminal, no other process."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import get_args

import pytest

from diffing.model import Comparison, Pair
from diffing.review.model import Mark, Pinned
from diffing.stage import Stage
from tests.tui.running import ADDED, RETOLD, article
from tests.tui.view.reducer_states import (
    AT_FOLD,
    AT_START,
    FOLD,
    JUMPED,
    MARKED,
    MOVED,
    RIVAL,
    SEARCHING,
    SHOWN,
    START,
    STORY,
    at_entry,
    changed,
)
from tui.keys.commands import COMMANDS
from tui.present.labels import places
from tui.view import actions, effects
from tui.view.actions import ACTIONS, Action, Panel, PlainAction, Purpose
from tui.view.effects import Effect, PlainEffect
from tui.view.outline import row_block
from tui.view.reducer import _PLAIN_UPDATES, _UPDATES, update
from tui.view.settings import Category, View, ViewSettings
from tui.view.transition import Transition
from tui.view.view_state import HeldParagraphs, Seek, ViewState


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


def has_mark(mark: Mark, result: Transition) -> bool:
    (kept,) = result.effects
    assert isinstance(kept, effects.KeepReview)
    return [check.marks for check in kept.review.checks] == [(mark,)] and result.state.review is kept.review


ON_ANOTHER = "P on a right paragraph pairs them, on a left one adds it"
HELD = HeldParagraphs(is_right=False, indices=STORY.rows[START].left)
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
    # Of a translation these go from sentence to sentence: test_translating.py.
    "next-sentence": does(PlainEffect.SHOW_PALETTE),
    "previous-sentence": Case(AT_START, {}, "nowhere to go back"),
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
    **{
        name: Case(AT_START, {}, "there are two articles, and no further versions")
        for name in ("next-step", "previous-step", "newer-end", "older-end", "lanes", "wordings")
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
    "pair": Case(
        AT_START,
        {"held": HELD},
        f"left ¶{HELD.indices[0] + 1} is marked; {ON_ANOTHER}",
    ),
    "part": Case(AT_START, None, also=lambda result: [pin.what for pin in result.state.review.pins] == [Pinned.PARTED]),
    "note": Case(MARKED, {}, also=lambda result: asks(result, "on 2 → 2")),
    "note-on-paragraph": Case(AT_START, {}, also=lambda result: asks(result, f"on {places(STORY.rows[START])}")),
    **{f"mark-{mark.value}": Case(MARKED, None, None, also=partial(has_mark, mark)) for mark in Mark},
    "undo": Case(AT_START, {}, "nothing to undo"),
    "redo": Case(AT_START, {}, "nothing to do again"),
    "copy-left": Case(AT_START, {}, also=lambda result: copies(result, STORY.left.text(STORY.rows[START].left))),
    "copy-right": Case(AT_START, {}, also=lambda result: copies(result, STORY.right.text(STORY.rows[START].right))),
    "copy-both": Case(AT_START, {}, also=lambda result: copies(result, STORY.left.text(STORY.rows[START].left))),
    "write-report": Case(AT_START, {}, "writing the report ...", (effects.WriteReport(STORY, None),)),
    "copy-citation": Case(AT_START, {}, also=lambda result: copies(result, "monday/left.txt ¶")),
}


def asks(result: Transition, where: str) -> bool:
    (asked,) = result.effects
    return isinstance(asked, effects.AskNote) and (asked.where, asked.text) == (where, "")


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
    if not name.startswith(("copy", "next-best", "mark-", "note", "part")):
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
    # Each mark makes a marking of its own.
    assert changed(once.state, again.state).keys() <= {"marking"}
    assert (once.notice, once.effects) == (again.notice, again.effects)
