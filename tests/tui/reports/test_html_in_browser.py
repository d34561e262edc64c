"""The page in a real browser: nothing of the articles runs, nothing is asked for, all can use it, and it prints."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from diffing.comparison import compare
from diffing.ledger.build import ledger
from diffing.model import Pair
from diffing.sources.files import read
from tests.browser import CHROMIUM, Browser
from tests.conftest import thorough
from tests.hostile.corpus import TEXTS
from tui.batch.pair_report import IndexRow
from tui.reports.html.document import html_pieces
from tui.reports.html.index import index_pieces
from tui.reports.report import Original, Report

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium (Debian: apt-get install chromium)")

ROOT = Path(__file__).parents[3]
AXE = Path(os.environ.get("NEWSDIFF_AXE", ROOT / "node_modules" / "axe-core" / "axe.min.js"))
SAMPLES = ("breaking-update", "restructured", "chinese-flood")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with Browser() as running:
        yield running


def written(folder: Path, left: str, right: str) -> Path:
    comparison = compare(left, right)
    return _written(folder, Report(comparison, ledger(comparison)))


def sample(folder: Path, name: str) -> Path:
    paths = Pair(*(ROOT / "samples" / name / f"{side}.txt" for side in ("left", "right")))
    comparison = compare(read(paths.left), read(paths.right))
    originals = paths.map(lambda path: Original.of(path.read_bytes()))
    return _written(folder, Report(comparison, ledger(comparison), originals))


def _written(folder: Path, report: Report) -> Path:
    path = folder / "page.html"
    path.write_text("".join(html_pieces(report)), encoding="utf-8")
    return path


def test_hostile_text_runs_nothing_and_asks_for_nothing(browser: Browser, tmp_path: Path) -> None:
    text = "\n\n".join(TEXTS.values())
    tags = "<img src=http://127.0.0.1:9/x onerror=window.ran=1><script>window.ran=1</script><svg onload=window.ran=1>"
    path = written(tmp_path, f"{text}\n\n{tags}", f"{tags}\n\n{text} {tags}")
    browser.open(path)
    assert browser.requests == [path.as_uri()]
    assert browser.run("typeof window.ran") == "undefined"
    assert browser.run("document.querySelectorAll('main img, main script, main svg:not(.bar)').length") == 0


@pytest.mark.skipif(not AXE.exists(), reason="needs axe-core: npm install axe-core, or its path in NEWSDIFF_AXE")
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", SAMPLES)
def test_axe_finds_nothing(browser: Browser, tmp_path: Path, name: str, scheme: str, width: int) -> None:
    browser.show(width, 900, prefers_color_scheme=scheme)
    browser.open(sample(tmp_path, name))
    browser.run("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    browser.run(AXE.read_text(encoding="utf-8") + "; undefined")
    found = browser.run("axe.run().then((found) => found.violations.map((one) => [one.id, one.nodes[0].html]))")
    assert found == []


def test_a_narrow_page_shows_once_what_is_unchanged(browser: Browser, tmp_path: Path) -> None:
    """Both sides of a difference of typography are there, for it is shown on demand."""
    browser.show(390, 900)
    left = 'The crew sang a song of the sea.\n\nThe mayor said: "We wait for the ferry."\n\nThe ferry has 12 boats.'
    right = left.replace('"We', "“We").replace('y."', "y.”").replace("12", "14")
    browser.open(written(tmp_path, left, right))
    shown = "[...document.querySelectorAll('.row .l')].map((one) => one.getClientRects().length > 0)"
    assert browser.run(shown) == [False, True, True]


def test_an_index_is_no_wider_than_a_phone(browser: Browser, tmp_path: Path) -> None:
    names = Pair("archive/of/many/articles/from/the/first.txt", "archive/of/many/articles/from/the/second.txt")
    row = IndexRow(names, "", (17, 4, 2, 3, 2, 8, 10), "Two goats → Three goats", headline="Three goats hurt at a pier")
    path = tmp_path / "index.html"
    path.write_text("".join(index_pieces([("00001.html", row)])), encoding="utf-8")
    browser.show(390, 900)
    browser.open(path)
    assert browser.run("document.documentElement.scrollWidth <= innerWidth")
    assert browser.run("getComputedStyle(document.querySelector('td'), '::before').content") == '"Facts "'


def test_keys_go_from_change_to_change(browser: Browser, tmp_path: Path) -> None:
    browser.show(1280, 900)
    browser.open(sample(tmp_path, "breaking-update"))
    rows = []
    for key in "dddpjkD":
        browser.press(key)
        rows.append(browser.run("[...document.querySelectorAll('.row')].indexOf(document.querySelector('.row.at'))"))
    first, second, third, back, below, above, up = rows
    assert first < second < third
    assert (second, third) == (back, below) or back < below
    assert (above, up) == (back, max(row for row in rows if row < above))
    assert browser.run("document.activeElement.classList.contains('at')")


def test_a_link_into_a_fold_opens_it(browser: Browser, tmp_path: Path) -> None:
    lines = [f"The {word} mill of the valley was sold to the council today." for word in ("red", "tall", "slow", "wet")]
    path = written(tmp_path, "\n\n".join([*lines, "It cost 12."]), "\n\n".join([*lines, "It cost 14."]))
    browser.open(path)
    assert not browser.run("document.querySelector('.fold').open")
    browser.open(path, "#R2")
    assert browser.run("document.querySelector('.fold').open")


def test_groups_can_be_hidden_and_themes_chosen(browser: Browser, tmp_path: Path) -> None:
    browser.show(1280, 900, prefers_color_scheme="light")
    browser.open(sample(tmp_path, "breaking-update"))
    browser.run("[...document.querySelectorAll('.tools button')][1].click()")
    assert browser.run("document.querySelector('[data-g=facts]').hidden")
    ground = "getComputedStyle(document.body).backgroundColor"
    light = browser.run(ground)
    browser.run("[...document.querySelectorAll('.tools button')][0].click()")
    assert browser.run(ground) == light
    browser.run("[...document.querySelectorAll('.tools button')][0].click()")
    assert browser.run(ground) != light


def test_without_scripts_everything_is_there(browser: Browser, tmp_path: Path) -> None:
    browser.send("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        browser.open(sample(tmp_path, "breaking-update"), "#change-3")
        assert browser.run("document.querySelector(':target').id") == "change-3"
        assert browser.run("document.querySelectorAll('button').length") == 0
    finally:
        browser.send("Emulation.setScriptExecutionDisabled", {"value": False})


def test_nothing_is_wider_than_the_window(browser: Browser, tmp_path: Path) -> None:
    long = "antidis" * 60
    path = written(tmp_path, f"{long} was 12 in Lindvik.", f"{long} was 14 in Lindvik.")
    for width in (1280, 800, 390):
        browser.show(width, 900)
        browser.open(path)
        assert browser.run("document.documentElement.scrollWidth") <= width


@thorough
def test_print_cuts_nothing(browser: Browser, tmp_path: Path) -> None:
    pdfium = pytest.importorskip("pypdfium2", reason="reads the PDF: pip install 'newsdiff[pdf]'")
    name = "restructured"
    browser.show(1280, 900)
    browser.open(sample(tmp_path, name))
    document = pdfium.PdfDocument(browser.printed())
    shown = " ".join("".join(page.get_textpage().get_text_range() for page in document).split())
    for side in ("left", "right"):
        for paragraph in read(ROOT / "samples" / name / f"{side}.txt").paragraphs:
            for word in paragraph.text.split():
                assert word in shown
