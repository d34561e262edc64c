"""The ledger as a table: RFC 4180, a row for each change, and no cell that is a formula."""

import csv
import io
import re
from pathlib import Path

import pytest

from diffing.comparison import compare
from diffing.ledger.build import ledger
from diffing.ledger.core.details import Extent
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Ledger, Subject
from diffing.model import Article, Pair, Place
from tests.conftest import MakePair
from tests.hostile.corpus import BRIEF_PARTS
from tests.tui.command import called
from tests.tui.reports.made import STORIES, sample_report
from tui.present.tally import tally
from tui.reports.spreadsheet import COLUMNS, table_rows
from tui.text.spreadsheet import cell

GOLDEN = Path(__file__).with_name("golden")


def table(left: Article | str, right: Article | str) -> str:
    comparison = compare(left, right)
    return "".join(table_rows(comparison, ledger(comparison)))


def read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


@pytest.mark.parametrize("story", STORIES)
def test_samples(story: str, request: pytest.FixtureRequest) -> None:
    report = sample_report(story)
    comparison, found = report.comparison, report.ledger
    assert found is not None
    text = "".join(table_rows(comparison, found))
    rows = read(text)
    whole = [row for row in rows if row["number"] and not row["part of"]]
    counts = tally(found, comparison)
    assert len(whole) == sum(counts) - counts.typographic
    assert [int(row["number"]) for row in rows if row["number"]] == list(
        range(1, 1 + len(whole) + sum(len(entry.children) for entry in found.entries))
    )
    golden = GOLDEN / f"{story}.csv"
    if request.config.getoption("--snapshot-update"):
        golden.write_bytes(text.encode())
    assert text.encode() == golden.read_bytes()


def test_a_change_is_a_row() -> None:
    text = table("At least 12 people died in Lindvik, he said.", "At least 14 people died in Lindvik, he said.")
    assert text.startswith(",".join(COLUMNS) + "\r\n1,,Facts,number,changed,12,14,")
    (row,) = read(text)
    assert row["left text"] == "At least 12 people died in Lindvik, he said."
    assert (row["left paragraphs"], row["right paragraphs"]) == ("1", "1")


def test_what_is_in_a_change_follows_it(make_pair: MakePair) -> None:
    articles = make_pair(["One.", "All 12 boats sank."], ["One."])
    child = Entry(Subject.NUMBER, Change.GONE, (Place(1, 4, 6),), (), Location.NOWHERE)
    whole = Entry(Subject.CONTENT, Change.GONE, (Place(1, 0, 18),), (), Location.NOWHERE, Extent(True), (child,))
    rows = read("".join(table_rows(compare(*articles), Ledger((whole,), Pair("en", "en")))))
    assert [(row["number"], row["part of"], row["old"]) for row in rows] == [
        ("1", "", "All 12 boats sank."),
        ("2", "1", "12"),
    ]


def test_a_paragraph_without_a_change_is_a_row(make_pair: MakePair) -> None:
    left = ["The ferry left Tarn at noon.", "The crew sang a song of the sea.", "Rain fell on the old quay all night."]
    right = [left[2], left[0], "The crew hummed a song of the sea.", "Gulls cried."]
    rows = read("".join(table_rows(compare(*make_pair(left, right)), Ledger((), Pair("en", "en")))))
    assert [(row["group"], row["subject"], row["change"], row["old"], row["new"]) for row in rows] == [
        ("Reworded", "paragraph", "edited", "sang", "hummed"),
        ("Only right", "paragraph", "added", "", "Gulls cried."),
        ("Moved", "paragraph", "moved", "", ""),
    ]
    assert [(row["number"], row["left paragraphs"], row["right paragraphs"]) for row in rows] == [
        ("1", "2", "3"),
        ("2", "", "4"),
        ("3", "3", "1"),
    ]
    assert rows[2]["left text"] == left[2]
    assert rows[0]["remarks"].startswith("some words changed; similarity ")


def test_a_paragraph_with_a_change_is_no_row_of_its_own(make_pair: MakePair) -> None:
    comparison = compare(*make_pair(["All 12 boats sank."], ["All 14 boats sank."]))
    entry = Entry(Subject.NUMBER, Change.CHANGED, (Place(0, 4, 6),), (Place(0, 4, 6),), Location.SAME_PLACE)
    (row,) = read("".join(table_rows(comparison, Ledger((entry,), Pair("en", "en")))))
    assert row["subject"] == "number"


def test_what_was_not_looked_for_is_said(make_pair: MakePair) -> None:
    articles = make_pair(["One."], ["Two."])
    *_, row = read("".join(table_rows(compare(*articles), Ledger((), Pair("de", "de"), (Subject.NAME,)))))
    assert (row["number"], row["group"]) == ("", "looked for only in part")
    assert row["remarks"] == "Not looked for in German: names."
    assert (row["left"], row["right"]) == tuple(article.source for article in articles)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@A1", "＝1", "  =1", "\t=1", "\r=1"])
def test_no_cell_is_a_formula(text: str) -> None:
    assert cell(text)[0] in "'␍"


def test_other_cells_are_as_they_are() -> None:
    assert cell("£40 = 2 - 1") == "£40 = 2 - 1"


@pytest.mark.parametrize(
    "texts",
    [['a "b", c;\n\nd', "=cmd|' /C calc'!A0"], *BRIEF_PARTS.values()],
    ids=["of tables", *BRIEF_PARTS],
)
def test_hostile_texts(texts: list[str]) -> None:
    """One text in a file is tried in tests/hostile/formats.py."""
    text = "\n\n".join(texts)
    for left, right in ((text, "Other words of 12 people."), (f"{text}\n\nAll 12 of them.", f"{text}\n\nAll 14.")):
        paragraphs = compare(left, "").left.paragraphs
        found = table(Article(text, paragraphs), right)
        assert all(len(row) == len(COLUMNS) for row in csv.reader(io.StringIO(found, newline=""), strict=True))
        assert not re.search("[\x00-\x09\x0b-\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", found)


def test_the_table_needs_the_ledger() -> None:
    assert called("a.txt", "b.txt", "--format", "csv", "--no-ledger").returncode == 2


def test_the_command_prints_the_table(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("At least 12 people died in Lindvik.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("At least 14 people died in Lindvik.", encoding="utf-8")
    ran = called("a.txt", "b.txt", "--format", "csv", folder=tmp_path)
    assert ran.returncode == 1
    assert ran.stdout.decode().count("\r\n") == 2
