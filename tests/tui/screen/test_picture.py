"""Pictures of the screen: every text as long as its cells."""

import errno
import html
import re
from itertools import pairwise
from pathlib import Path

import pytest

from tests.conftest import MakePair
from tests.tui.running import Running, running
from tui.screen.picture import level
from tui.system.output import write_beside
from tui.text.wrapping import width

CELL = 12.2
_TEXT = re.compile(
    r'<text class="[^"]*" x="([^"]*)" y="([^"]*)"(?: textLength="([^"]*)")?[^>]*>(.*?)</text>', re.DOTALL
)
_WIDE = re.compile(r'<tspan x="([^"]*)">([^<]*)</tspan>')


def texts(svg: str) -> list[tuple[float, float, float, str]]:
    """The texts of a picture as (y, x, length, text), from left to right and top to bottom; wide characters apart."""
    found = []
    for x, y, length, text in _TEXT.findall(svg):
        if length and text.strip():
            found.append((float(y), float(x), float(length), html.unescape(text)))
        found += [(float(y), float(at), 2 * CELL, html.unescape(one)) for at, one in _WIDE.findall(text)]
    return sorted(found)


@pytest.mark.usefixtures("_with_every_frame")
async def test_every_text_is_as_long_as_its_cells(make_pair: MakePair) -> None:
    left = ["Harbour closed.", "大雨過後，三人失蹤。", "Ana e\u0301 a 👩\u200d🚒 do “porto” <1> & 한국어"]
    right = ["Harbour closed.", "大雨过后，四人失踪。", "Ana e\u0301 a 👩\u200d🚒 da “barra” <2> & 한국어"]
    async with running(make_pair(left, right), (100, 20)) as run:
        found = texts(run.app.export_screenshot())
        lines = run.text().splitlines()
    assert "大雨過後，三人失蹤。" in "".join(text for *_, text in found)
    for _, _, length, text in found:
        assert abs(length - width(text) * CELL) < 0.1, text
    for (y, x, length, text), (next_y, next_x, _, _) in pairwise(found):
        assert y != next_y or x + length <= next_x + 0.1, text
    line = next(line for line in lines if "한국어" in line)
    ends = [x for _, x, _, text in found if text == "한"]
    assert ends == pytest.approx([CELL * width(line[: match.start()]) for match in re.finditer("한", line)])


def test_markup_in_a_text_stays_text() -> None:
    given = '<text class="a-r1" x="12.2" y="20" textLength="85.4" clip-path="url(#l)">&lt;b&gt;&#160;雨&amp;é</text>'
    assert level(given) == (
        '<text class="a-r1" x="12.2" y="20" textLength="48.8" clip-path="url(#l)">&lt;b&gt;&#160;</text>'
        '<text class="a-r1" x="61" y="20" clip-path="url(#l)"><tspan x="61">雨</tspan></text>'
        '<text class="a-r1" x="85.4" y="20" textLength="24.4" clip-path="url(#l)">&amp;é</text>'
    )


async def chosen(run: Running) -> str:
    """The notice after 'Screenshot' was chosen in the palette."""
    await run.press("ctrl+p", *"screenshot")
    await run.app.workers.wait_for_complete()
    await run.press("enter")
    (notice,) = run.app._notifications
    return notice.message


@pytest.mark.usefixtures("_with_every_frame")
async def test_a_picture_is_written_to_the_current_folder(
    make_pair: MakePair, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "no-home"))
    (tmp_path / "newsdiff-1.svg").write_text("an earlier one")
    async with running(make_pair(["One bell."], ["One bell."])) as run:
        assert await chosen(run) == str(tmp_path / "newsdiff-2.svg")
    picture = (tmp_path / "newsdiff-2.svg").read_text(encoding="utf-8")
    assert "One&#160;bell." in picture
    assert "Search&#160;for&#160;commands" not in picture
    assert (tmp_path / "newsdiff-1.svg").read_text() == "an earlier one"
    assert sorted(file.name for file in tmp_path.iterdir()) == ["newsdiff-1.svg", "newsdiff-2.svg"]


@pytest.mark.usefixtures("_with_every_frame")
async def test_a_picture_that_cannot_be_written_is_told(make_pair: MakePair, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> str:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("tui.system.output._write_numbered", full)
    async with running(make_pair(["One bell."], ["One bell."])) as run:
        assert await chosen(run) == "cannot be written: No space left on device"


def test_where_the_current_folder_cannot_be_written_it_is_the_one_for_temporary_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert write_beside("newsdiff", ".svg", b"<svg/>") == str(tmp_path / "newsdiff-1.svg")
