"""Reports of a translation: what differs and what one side leaves out, and no words that count as reworded."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest

from diffing.comparison import compare
from tests.browser import CHROMIUM, Browser
from tests.diffing.finding.test_find import AYUNTAMIENTO, COUNCIL
from tests.tui.reports.test_docx import assert_valid
from tests.tui.translated import differences, translation
from tui.reports.docx.document import document_xml, docx_pieces
from tui.reports.html.document import html_pieces
from tui.reports.markdown import markdown_lines
from tui.reports.report import Report
from tui.reports.spreadsheet import table_rows
from tui.reports.text import to_text

GOLDEN = Path(__file__).with_name("golden")
REPORT = Report(translation(), differences())
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def body() -> str:
    return "".join(html_pieces(REPORT)).partition("<body>")[2].partition("<script>")[0]


MADE: dict[str, Callable[[], str]] = {
    "report.txt": lambda: to_text(translation(), ledger=differences()),
    "md": lambda: "".join(markdown_lines(REPORT)),
    "html": body,
    "csv": lambda: "".join(table_rows(translation(), differences())),
    "document.xml": lambda: document_xml(REPORT),
}


@pytest.mark.parametrize("kind", MADE)
def test_the_report_is_the_golden_one(kind: str, request: pytest.FixtureRequest) -> None:
    made = MADE[kind]()
    golden = GOLDEN / f"lighthouse.{kind}"
    if request.config.getoption("--snapshot-update"):
        golden.write_text(made, encoding="utf-8", newline="")
    assert made == golden.read_bytes().decode()


@pytest.mark.parametrize("kind", [kind for kind in MADE if kind != "csv"])
def test_nothing_is_said_to_be_changed_or_reworded(kind: str) -> None:
    made = MADE[kind]()
    for word in ("changed", "hanges that", "reworded", "other words", "w:ins ", "w:del ", "class=w"):
        assert word not in made


def test_word_has_both_texts_beside_each_other() -> None:
    root = ElementTree.fromstring(document_xml(REPORT))
    cells = [
        ["".join(part.text or "" for part in cell.iter(f"{W}t")) for cell in row.iter(f"{W}tc")]
        for row in root.iter(f"{W}tr")
    ]
    left, right = translation().articles
    assert cells == [
        *([left.paragraphs[at].text, right.paragraphs[at].text] for at in range(3)),
        ["[only right]", right.paragraphs[3].text],
    ]
    struck = [
        "".join(part.text or "" for part in run.iter(f"{W}t"))
        for run in root.iter(f"{W}r")
        if run.find(f".//{W}strike") is not None
    ]
    assert "".join(struck) == "El capitán no respondió."
    assert_valid(REPORT)


def test_comments_in_word_stand_at_what_differs() -> None:
    with zipfile.ZipFile(io.BytesIO(b"".join(docx_pieces(REPORT)))) as archive:
        comments = archive.read("word/comments.xml").decode()
        document = archive.read("word/document.xml").decode()
    assert "number differs: 12,5 millones ≠ 21.5 million" in comments
    between = document.partition('<w:commentRangeStart w:id="0"/>')[2].partition('<w:commentRangeEnd w:id="0"/>')[0]
    assert "21.5 million</w:t>" in between


def test_each_side_of_the_page_has_its_language() -> None:
    assert body().count('<div class=l lang="es">') == 3
    assert body().count('<div class=r lang="en">') == 4


@pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium (Debian: apt-get install chromium)")
def test_a_sentence_is_lit_on_both_sides(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("".join(html_pieces(REPORT)), encoding="utf-8")
    ground = "getComputedStyle(document.querySelector('#{}')).backgroundColor"
    with Browser() as browser:
        browser.open(path)
        browser.send("Emulation.setFocusEmulationEnabled", {"enabled": True})
        browser.run("document.querySelector('#L2 [data-s=\"2\"]').focus()")
        lit = [browser.run(ground.format(f'{side}2 [data-s="{sentence}"]')) for side in "LR" for sentence in (1, 2)]
    assert lit[0] == lit[2] == "rgba(0, 0, 0, 0)"
    assert lit[1] == lit[3] != lit[0]


def test_two_reports_in_two_languages_are_no_translation() -> None:
    """Of two reports on one event, each with more of its own, less than half is linked."""
    spanish = (
        f"{AYUNTAMIENTO}\n\nLos pescadores temen por sus amarres y reparten naranjas en la lonja."
        "\n\nUn perro sin dueño duerme cada noche junto a la grúa vieja, y los niños le llevan pan y leche. "
        "En la taberna de la esquina nadie habla de otra cosa, y la dueña ha colgado un mapa que dibujó su abuelo."
    )
    english = (
        f"{COUNCIL}\n\nThe union of dockers has warned of worn rails since spring, in letters which nobody answered."
        "\n\nShares of the builder lost a tenth of their value, and a minister has asked for its books of ten years. "
        "Rivals smell a bargain, and analysts have doubled their guesses about a bid before summer, however unlikely."
    )
    assert "Shown: English, Spanish: a translation\n" in to_text(compare(COUNCIL, AYUNTAMIENTO))
    assert "Shown: English, Spanish: two languages\n" in to_text(compare(english, spanish))
