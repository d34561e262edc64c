"""A checker at work on the screen: marks in the list, notes, pairs put right, all of it in a file."""

from pathlib import Path

from textual.events import Paste

from tests.diffing.review.stories import articles
from tests.tui.running import running
from tui.system.sidecar import Sidecar

BOTH = articles()


def of(path: Path) -> Sidecar:
    sidecar = Sidecar(str(path))
    sidecar.read()
    return sidecar


async def test_a_checklist_lasts(tmp_path: Path) -> None:
    path = tmp_path / "right.txt.newsdiff.json"
    async with running(BOTH, sidecar=of(path)) as run:
        await run.press("L", "plus", "j", "minus", "j", "exclamation_mark")
        text = run.text().replace("\xa0", " ")
        assert "2 of 5 checked" in text
        assert "✓" in text
        assert "★" in text
        await run.press("tab")
    assert {check.marks for check in of(path).review.checks} == {("checked",), ("wrong",), ("important",)}
    async with running(BOTH, sidecar=of(path)) as run:
        await run.press("L", "end")
        text = run.text()
        assert "Marked wrong" in text
        assert "✗" in text
        await run.press("minus")
        assert "Marked wrong" not in run.text()


async def test_the_rest_is_listed(tmp_path: Path) -> None:
    async with running(BOTH, (120, 40), sidecar=of(tmp_path / "a.json")) as run:
        await run.press("L", "plus")
        first = run.text()
        assert "To check" in first.replace("\xa0", " ")
        await run.press("shift+tab")
        assert "✓" not in run.text()


async def test_a_note_of_several_lines_is_typed_pasted_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    async with running(BOTH, sidecar=of(path)) as run:
        await run.press("N", "A", "s", "k", "enter")
        await run.pilot.app.on_event(Paste("the\x1b]52;c;ZXZpbA==\x07 office\nand\u202e Torv"))
        await run.pilot.pause()
        await run.press("escape")
        assert "✎" in run.text()
        assert "noted" in run.text()
        await run.press("i")
        assert "✎ Ask" in run.text()
    (note,) = of(path).review.notes
    assert note.text == "Ask\nthe]52;c;ZXZpbA== office\nand Torv"


async def test_the_box_says_how_a_note_is_kept(tmp_path: Path) -> None:
    async with running(BOTH, (60, 20), sidecar=of(tmp_path / "a.json")) as run:
        await run.press("N")
        assert "Enter begins a new line, Esc keeps the note" in run.text()
        await run.press("x")
        assert " Enter new line  Esc keep  Ctrl+G leave" in run.text().replace("\xa0", " ")


async def test_an_interruption_keeps_the_note_and_the_program(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    async with running(BOTH, sidecar=of(path)) as run:
        await run.press("N", "A", "s", "k")
        await run.press("ctrl+c")
        assert "✎" in run.text()
    (note,) = of(path).review.notes
    assert note.text == "Ask"


async def test_a_note_may_be_left_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    async with running(BOTH, sidecar=of(path)) as run:
        await run.press("ctrl+n", "x", "ctrl+g")
        assert "✎" not in run.text()
        await run.press("q")
    assert not path.exists(), "nothing worth keeping was done"


async def test_a_pair_is_put_right_at_once_and_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    async with running(BOTH, sidecar=of(path)) as run:
        await run.press("colon", "8", "enter", "P")
        assert "left ¶8 is marked" in run.text()
        assert "◇" in run.text()
        await run.press("colon", "r", "7", "enter", "P")
        assert "paired by hand: left ¶8 and right ¶7" in run.text()
        assert "◆" in run.text()
        await run.press("i")
        assert "Paired by hand" in run.text()
        await run.press("ctrl+u")
        assert "◆" not in run.text()
        await run.press("ctrl+y")
        assert "◆" in run.text()
    async with running(BOTH, sidecar=of(path)) as run:
        assert "◆" in run.text()


async def test_without_a_file_it_lasts_until_newsdiff_ends() -> None:
    async with running(BOTH) as run:
        await run.press("L", "plus", "escape")
        assert "--sidecar FILE keeps it" in run.text()


async def test_what_has_no_place_is_said(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    async with running(BOTH, sidecar=of(path)) as run:
        await run.press("colon", "8", "enter", "ctrl+n", "x", "escape")
    shorter = articles([paragraph.text for paragraph in BOTH.left.paragraphs[:7]])
    async with running(shorter, sidecar=of(path)) as run:
        assert "without a place: 1 note" in run.text()
        await run.press("plus")
    assert len(of(path).review.notes) == 1
