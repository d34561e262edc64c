"""The key that writes a page: where it is, what is in it, and what is said of it."""

import sys
from pathlib import Path

import pytest

from diffing.model import Comparison, Pair
from tests.tui.running import running
from tui.reports import renderers
from tui.reports.report import Original, Report
from tui.screen.launch import _originals


async def test_a_page_is_written_beside_and_its_name_is_said(
    story: Comparison, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with running(story.articles) as run:
        for number in (1, 2):
            await run.press("R")
            await run.app.workers.wait_for_complete()
            await run.pilot.pause()
            assert "report written: " in run.status()
            assert f"newsdiff-{number}.html" in run.status()
    first, second = (Path(f"newsdiff-{number}.html").read_bytes() for number in (1, 2))
    assert first == second
    assert first.startswith(b"<!doctype html>")
    assert b"What changed that matters" in first or b"No change found" in first


async def test_a_report_that_fails_is_said_and_the_screen_goes_on(
    story: Comparison, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(report: Report) -> None:
        raise ValueError(report.options)

    monkeypatch.setitem(renderers.RENDERERS, "html", failing)
    async with running(story.articles) as run:
        await run.press("R")
        await run.app.workers.wait_for_complete()
        await run.pilot.pause()
        assert "no report: " in run.status()
        await run.press("j")


@pytest.mark.parametrize(("size", "more"), [(900_000, 1), (1_100_000, 0)])
def test_the_bytes_of_a_book_are_not_kept_for_a_report(size: int, more: int) -> None:
    content = b"s" * size
    before = sys.getrefcount(content)
    originals = _originals(Pair(content, b""))
    assert sys.getrefcount(content) == before + more
    assert originals() == Pair(content, b"").map(Original.of)
