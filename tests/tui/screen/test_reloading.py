"""Files that change while they are read: shown anew by key or by themselves, the place kept, nothing lost."""

import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from diffing.comparison import compare
from diffing.errors import ReadError
from diffing.model import Article, Pair
from diffing.sources import plain
from diffing.stage import Stage
from tests.tui.running import Running, article, running
from tui.inputs import text_files
from tui.screen.app import NewsdiffApp
from tui.screen.messages import Do
from tui.screen.widgets.info import Info
from tui.view.actions import Reach, ShowProgress
from tui.view.outline import Block, BlockForm, same_rows

SAME = [
    f"Paragraph {number} says what happened on day {number} of the long talks in the capital." for number in range(20)
]


class Files:
    """Two files that a test writes, and what the command line makes of them."""

    def __init__(self, folder: Path) -> None:
        self.paths = Pair(str(folder / "left.txt"), str(folder / "right.txt"))
        self.write(SAME, SAME)

    def write(self, left: list[str], right: list[str]) -> None:
        for path, texts in zip(self.paths, (left, right), strict=True):
            Path(path).write_text("\n\n".join(texts) + "\n", encoding="utf-8")

    def read(self) -> Pair[Article]:
        return self.paths.map(text_files.read).map(plain.article)

    def stamp(self) -> object:
        return self.paths.map(text_files.stamp)


@pytest.fixture
def on_disk(tmp_path: Path) -> Files:
    return Files(tmp_path)


async def compared(run: Running) -> None:
    # First what is read, then what is compared.
    for _ in range(2):
        await run.app.workers.wait_for_complete()
        await run.pilot.pause()


async def test_the_new_text_is_shown_and_the_place_kept(on_disk: Files) -> None:
    async with running(on_disk.read(), reread=on_disk.read) as run:
        await run.go_to(10)
        await run.press("B")
        on_disk.write(["A new beginning for the left.", *SAME], [*SAME, "And a new end."])
        await run.press("r")
        await compared(run)
        assert "read again" in run.status()
        # The paragraph that was current still is, though there is one more before it.
        assert run.comparison.rows[run.row].left == (11,)
        assert run.current_is_in_view()
        await run.press("g")
        assert "A new beginning" in run.text()
        # And the bookmark has come along.
        await run.press("apostrophe")
        assert run.comparison.rows[run.row].left == (11,)


async def test_jumps_lead_back_to_the_same_paragraphs(on_disk: Files) -> None:
    async with running(on_disk.read(), reread=on_disk.read) as run:
        await run.go_to(10)
        await run.press("colon", "3", "enter", "colon", "6", "enter", "ctrl+o")
        on_disk.write(["A new beginning for the left.", *SAME], SAME)
        await run.press("r")
        await compared(run)
        await run.press("ctrl+o")
        assert run.comparison.rows[run.row].left == (11,)
        await run.press("l", "l")
        assert run.comparison.rows[run.row].left == (6,)
        on_disk.write([], [])
        await run.press("r")
        await compared(run)
        await run.press("ctrl+o", "l", "backspace")
        assert run.app.return_code is None


async def test_progress_told_before_the_comparison_came_is_not_shown_after_it(on_disk: Files) -> None:
    async with running(on_disk.read(), reread=on_disk.read) as run:
        run.screen.post_message(Do(ShowProgress("pairing paragraphs", 0.9, run.state.attempt)))
        await run.pilot.pause()
        assert "pairing" not in run.status()


async def test_a_place_told_before_the_comparison_came_is_not_gone_to_in_it(on_disk: Files) -> None:
    async with running(on_disk.read(), reread=on_disk.read) as run:
        await run.press("i")
        before, last = run.comparison, Block(BlockForm.ROW, (len(run.comparison.rows) - 1,))
        on_disk.write(["One line."], ["One line more."])
        await run.press("r")
        await compared(run)
        run.screen.post_message(Do(Reach(last, Stage(before))))
        await run.pilot.pause()
        assert run.app.return_code is None
        assert run.row == 0


async def test_a_search_goes_on_in_what_is_read_again(on_disk: Files) -> None:
    async with running(on_disk.read(), reread=on_disk.read) as run:
        await run.press("slash", *"day 7", "enter")
        assert "match 1 of 2" in run.status()
        on_disk.write([SAME[7], *SAME], SAME)
        await run.press("r")
        await compared(run)
        await run.press("g", "full_stop")
        assert "match 1 of 3" in run.status()


async def test_far_fewer_rows_than_before(on_disk: Files) -> None:
    async with running(on_disk.read(), reread=on_disk.read) as run:
        await run.press("i", "B", "G", "B")
        on_disk.write(["All is said."], ["All is said."])
        await run.press("r")
        await compared(run)
        assert run.row == 0
        assert "¶1: " in run.screen.query_one(Info).render().plain
        assert "read again" in run.status()
        await run.press("apostrophe", "j", "n", "s", "escape")
        assert run.app.return_code is None


async def test_no_text_at_all_any_more_and_then_again(on_disk: Files) -> None:
    async with running(on_disk.read(), reread=on_disk.read) as run:
        await run.go_to(5)
        on_disk.write([], [])
        await run.press("r")
        await compared(run)
        assert "empty" in run.status()
        await run.press("j", "i", "u")
        on_disk.write(SAME, SAME)
        await run.press("r")
        await compared(run)
        assert "Paragraph 0" in run.text() or "Paragraph 1" in run.text()


async def test_a_file_that_is_gone(on_disk: Files) -> None:
    async with running(on_disk.read(), reread=on_disk.read) as run:
        await run.go_to(3)
        before = run.comparison
        Path(on_disk.paths.right).unlink()
        await run.press("r")
        await compared(run)
        assert "no such file" in run.status()
        assert run.comparison is before
        assert run.row == 3
        assert run.app.return_code is None


async def test_what_cannot_be_read_again(on_disk: Files) -> None:
    async with running(on_disk.read()) as run:
        await run.press("r")
        assert "cannot be read again" in run.status()


async def test_swapped_sides_stay_swapped(on_disk: Files) -> None:
    async with running(on_disk.read(), reread=on_disk.read) as run:
        on_disk.write(SAME, [*SAME, "And a new end."])
        await run.press("S")
        await compared(run)
        await run.press("r")
        await compared(run)
        assert run.comparison.left.source == on_disk.paths.right
        assert run.comparison.left.paragraphs[-1].text == "And a new end."


async def test_swapping_keeps_the_paragraph() -> None:
    left, right = SAME, [*SAME[15:], *SAME[:15]]
    async with running(Pair(article(left, "left.txt"), article(right, "right.txt"))) as run:
        place = next(index for index, row in enumerate(run.comparison.rows) if row.left == (7,))
        await run.go_to(place)
        await run.press("S")
        await compared(run)
        assert run.comparison.rows[run.row].right == (7,)
        assert run.current_is_in_view()


def watching(on_disk: Files) -> NewsdiffApp:
    return NewsdiffApp(on_disk.read(), on_disk.read, on_disk.stamp)


async def looked_again(pilot: Pilot[str]) -> Running:
    """After a look at the files, which newsdiff else takes every second."""
    run = Running(pilot)
    await run.screen._look_again()
    await compared(run)
    return run


async def test_watched_files(on_disk: Files, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.screen.controllers.articles.WATCH_SECONDS", 1000)
    async with watching(on_disk).run_test(size=(120, 30)) as pilot:
        await compared(Running(pilot))
        before = (await looked_again(pilot)).comparison
        on_disk.write(SAME, [*SAME, "And a new end."])
        run = await looked_again(pilot)
        assert run.comparison.right.paragraphs[-1].text == "And a new end."
        assert run.comparison is not before
        now = run.comparison
        assert (await looked_again(pilot)).comparison is now
        # Gone for a moment, as some editors save.
        Path(on_disk.paths.left).unlink()
        run = await looked_again(pilot)
        assert "no such file" in run.status()
        assert run.comparison is now
        on_disk.write(["Back again.", *SAME], SAME)
        run = await looked_again(pilot)
        assert "Back again." in run.text()


async def test_watched_files_are_looked_at_without_a_key(on_disk: Files, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.screen.controllers.articles.WATCH_SECONDS", 0.03)
    async with watching(on_disk).run_test(size=(120, 30)) as pilot:
        run = Running(pilot)
        await compared(run)
        on_disk.write(["Another beginning.", *SAME], SAME)
        for _ in range(500):
            await compared(run)
            if "Another beginning." in run.text():
                break
        assert "Another beginning." in run.text()


async def test_a_file_gone_before_the_first_look(on_disk: Files) -> None:
    def gone() -> Pair[Article]:
        raise ReadError("left\x1b[2J.txt", "no such file")

    async with running(on_disk.read(), reread=gone) as run:
        await run.press("r")
        assert "left␛[2J.txt: no such file" in run.status()


ROWS: dict[str, tuple[Callable[[list[str]], list[str]], int, int]] = {
    "nothing changed": (lambda texts: texts, 7, 7),
    "one more before": (lambda texts: ["New.", *texts], 7, 8),
    "one less before": (lambda texts: texts[1:], 7, 6),
    "itself gone": (lambda texts: [*texts[:7], *texts[8:]], 7, 7),
    "all of the end gone": (lambda texts: texts[:3], 7, 2),
    "all gone": (lambda texts: [], 7, 0),
}


@pytest.mark.parametrize(("change", "row", "expected"), ROWS.values(), ids=ROWS.keys())
def test_the_same_row(change: Callable[[list[str]], list[str]], row: int, expected: int) -> None:
    def same(texts: list[str]) -> Pair[Article]:
        return Pair(article(texts, "left.txt"), article(texts, "right.txt"))

    assert same_rows((row,), compare(*same(SAME)), compare(*same(change(SAME)))) == [expected]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no named pipes in its file system")
async def test_a_pipe_in_the_place_of_a_file(on_disk: Files) -> None:
    def reread() -> Pair[Article]:
        return on_disk.paths.map(lambda path: plain.article(text_files.read(path, may_wait=False)))

    async with running(on_disk.read(), reread=reread) as run:
        Path(on_disk.paths.left).unlink()
        os.mkfifo(on_disk.paths.left)
        await run.press("r")
        await compared(run)
        assert "is a pipe or a device" in run.status()
        assert "Paragraph 0" in run.text()


async def test_the_screen_goes_on_while_files_are_read(on_disk: Files) -> None:
    may_end = threading.Event()

    def slow() -> Pair[Article]:
        may_end.wait(timeout=30)
        return on_disk.read()

    async with running(on_disk.read(), reread=slow) as run:
        await run.press("r")
        await run.go_to(3)
        assert run.row == 3
        await run.press("S")
        on_disk.write(["Only this."], SAME)
        may_end.set()
        await compared(run)
        assert run.comparison.right.paragraphs[-1].text == "Only this."


async def test_a_fault_in_reading_is_told(on_disk: Files) -> None:
    def faulty() -> Pair[Article]:
        raise ValueError("no \x1b[2J luck")

    async with running(on_disk.read(), reread=faulty) as run:
        await run.press("r")
        await compared(run)
        assert "ValueError: no ␛[2J luck" in run.status()
        assert "Paragraph 0" in run.text()
