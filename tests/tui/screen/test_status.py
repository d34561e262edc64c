"""The status line: what gives way, and how long a notice stands."""

import pytest

from diffing.ledger import build
from diffing.ledger.core.details import Counted
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Ledger, Subject
from diffing.model import Pair, Place
from tests.conftest import MakePair
from tests.tui.running import EDITED, ROWS, running, story
from tui.view.outline import BlockForm


@pytest.mark.usefixtures("_compared_by_hand")
@pytest.mark.parametrize(
    ("columns", "right"),
    [(100, "36 differences · 6 lines of menus and ads"), (80, "36 differences"), (50, ""), (40, "")],
)
async def test_the_status_line_gives_way_part_by_part(columns: int, right: str) -> None:
    async with running(story().articles, (columns, 24)) as run:
        place = next(place for place, block in enumerate(run.surface.blocks) if block.form is BlockForm.FOLD)
        await run.go_to_place(place)
        status = run.status().removeprefix(" ··· menus and ads hidden (1 line)")
        assert status.removeprefix(" · Enter opens").strip() == right
        assert status.startswith(" · Enter opens") is (columns > 43)


@pytest.mark.usefixtures("_compared_by_hand")
@pytest.mark.parametrize(
    ("columns", "left", "right"),
    [
        (100, " ¶12 → ¶16  number changed  Old 2 → New 2 dogs · also ¶17 → ¶23", "1 of 1 that matters"),
        (80, " ¶12 → ¶16  number changed  Old 2 → New 2 dogs · also ¶17 → ¶23", "1 of 1"),
        (64, " ¶12 → ¶16  number changed  Old 2 → New 2 dogs", "1 of 1"),
        # What it is about goes before the place among the changes.
        (46, " ¶12 → ¶16  Old 2 → New 2 dogs", "1 of 1"),
        (36, " ¶12 → ¶16  Old 2 → New 2", "1 of 1"),
        # And that before the change would be cut.
        (28, " ¶12 → ¶16  Old 2 → New 2", ""),
    ],
)
async def test_of_a_change_what_it_is_stays_longest(
    monkeypatch: pytest.MonkeyPatch, columns: int, left: str, right: str
) -> None:
    later = next(at for at, row in enumerate(ROWS) if at > EDITED and row.spans[0].left.startswith("Old 3"))
    old = tuple(Place(index, 0, 5) for at in (EDITED, later) for index in ROWS[at].left)
    new = tuple(Place(index, 0, 5) for at in (EDITED, later) for index in ROWS[at].right)
    entry = Entry(Subject.NUMBER, Change.CHANGED, old, new, Location.SAME_PLACE, Counted("dogs"))
    monkeypatch.setattr(build, "ledger", lambda comparison: Ledger((entry,), Pair("en", "en")))
    async with running(story().articles, (columns, 24)) as run:
        await run.go_to(EDITED)
        assert run.status().removesuffix(f"{right} ").rstrip() == left
        assert run.status().endswith(f"{right} " if right else left[-1])
        assert "%" not in run.status()


@pytest.mark.usefixtures("_compared_by_hand")
async def test_a_fold_is_no_difference() -> None:
    async with running(story().articles) as run:
        await run.press("F", "down", "down", "space", "escape")
        await run.go_to_place(
            next(
                place
                for place, block in enumerate(run.surface.blocks)
                if block.form is BlockForm.FOLD and story().rows[block.row].differs_in_story
            )
        )
        assert run.status().rstrip().endswith("  36 differences · shown: only right (F)")


@pytest.mark.usefixtures("_compared_by_hand")
async def test_a_notice_outlives_the_move_that_it_tells_of() -> None:
    omitted = next(index for index, row in enumerate(story().rows) if not row.right)
    async with running(story().articles) as run:
        await run.press("u", "u")
        await run.go_to(omitted)
        # The right article alone has no such row, so another one is current there.
        await run.press("u")
        assert run.status().startswith(" view: right article")
        assert run.row != omitted
        await run.press("j")
        assert "view" not in run.status()


async def test_a_match_in_a_fold_is_told_after_the_fold_opened(make_pair: MakePair) -> None:
    texts = [f"Sentence number {number} of the story stays the same on both sides." for number in range(9)]
    async with running(make_pair([*texts, "It ends here."], [*texts, "It ended there."])) as run:
        await run.press("G", "z", "slash", *"number 4", "enter")
        assert run.status().startswith(" match 1 of 2, from the top again")
        assert run.row == 4


@pytest.mark.usefixtures("_compared_by_hand")
async def test_at_a_pointer_the_differences_above_it_are_counted() -> None:
    async with running(story().articles) as run:
        # The old places of all moved paragraphs are at the end, below every difference.
        await run.press("G")
        assert run.block.form is BlockForm.POINTER
        assert "after 36 of 36 differences" in run.status()
        await run.press("n")
        assert run.status().startswith(" first difference again")
        assert run.row == 1
