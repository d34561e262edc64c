"""`newsdiff --pairs LIST --report FOLDER`: a page for each pair, and an index by weight."""

import csv
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.tui.command import called

OLD = "At least 12 people died in Lindvik on Monday, the mayor of the town said.\n"
NEW = OLD.replace("12", "14")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three pairs, of which the second has a change that matters and the third a file that is not there."""
    for name, text in {"a": OLD, "b": OLD, "c": NEW, "=cmd": NEW}.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "list").write_text("a.txt\tb.txt\na.txt\tc.txt\na.txt\tgone.txt\na.txt\t=cmd.txt\n", encoding="utf-8")
    return tmp_path


def test_pages_and_an_index_by_weight(folder: Path) -> None:
    found = called("--pairs", "list", "--report", "out", folder=folder)
    assert (found.returncode, found.stdout) == (2, b"")
    assert b"gone.txt: no such file" in found.stderr
    out = folder / "out"
    assert sorted(path.name for path in out.iterdir()) == [
        "00001.html",
        "00002.html",
        "00004.html",
        "index.csv",
        "index.html",
    ]
    assert "Original" not in (out / "00002.html").read_text(encoding="utf-8")
    with (out / "index.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["page"], row["right"], row["Facts"], row["identical"]) for row in rows] == [
        ("", "gone.txt", "", ""),
        ("00002.html", "c.txt", "1", ""),
        ("00004.html", "'=cmd.txt", "1", ""),
        ("00001.html", "b.txt", "0", "yes"),
    ]
    assert rows[1]["first change"] == "12 → 14"
    assert rows[0]["error"] == "gone.txt: no such file"
    index = LexborHTMLParser((out / "index.html").read_text(encoding="utf-8"))
    assert [node.attributes["href"] for node in index.css("tbody a")] == ["00002.html", "00004.html", "00001.html"]


def test_what_differs_in_a_translation_is_not_said_to_have_changed(tmp_path: Path) -> None:
    (tmp_path / "en.txt").write_text(
        "At least 14 people died on Tuesday when the ferry Solveig sank off the coast of Lurvik, the police said.\n\n"
        "The ship, built in 1970, was carrying 62 passengers from Sundby to the island of Norvia.\n",
        encoding="utf-8",
    )
    (tmp_path / "de.txt").write_text(
        "Mindestens 16 Menschen starben am Dienstag, als die Fähre Solveig vor der Küste von Lurvik sank, so die "
        "Polizei.\n\nDas 1970 gebaute Schiff war mit 62 Fahrgästen auf dem Weg von Sundby zur Insel Norvia.\n",
        encoding="utf-8",
    )
    (tmp_path / "list").write_text("en.txt\tde.txt\n", encoding="utf-8")
    called("--pairs", "list", "--report", "out", folder=tmp_path)
    with (tmp_path / "out" / "index.csv").open(encoding="utf-8", newline="") as file:
        assert [row["first change"] for row in csv.DictReader(file)] == ["14 ≠ 16"]


def test_where_nothing_is_listed_the_index_says_what_there_is(tmp_path: Path) -> None:
    story = "Nobody on the old quay had heard of it, and the crew of the ferry sang a song of the sea all night."
    for name, text in {
        "a": story,
        "b": f"{story}\n\nGulls cried.",
        "x": "Ruba ti ko.",
        "y": "Ruba ti ko. Sema ro.",
    }.items():
        (tmp_path / f"{name}.txt").write_text(f"{text}\n", encoding="utf-8")
    (tmp_path / "list").write_text("a.txt\ta.txt\nx.txt\ty.txt\n", encoding="utf-8")
    called("--pairs", "list", "--report", "out", folder=tmp_path)
    index = LexborHTMLParser((tmp_path / "out" / "index.html").read_text(encoding="utf-8"))
    said = {row.css("th")[0].text(): row.css("td")[-1].text() for row in index.css("tbody tr")}
    assert said["a.txt → a.txt"] == "no difference"
    assert "matter" not in said["x.txt → y.txt"]


def test_the_index_has_the_headline_with_the_names_below(folder: Path) -> None:
    for name, text in {"a": f"Old men die at a pier\n\n{OLD}", "c": f"=More men die at a <pier>\n\n{NEW}"}.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    (folder / "list").write_text("a.txt\tc.txt\na.txt\tb.txt\n", encoding="utf-8")
    called("--pairs", "list", "--report", "out", folder=folder)
    index = LexborHTMLParser((folder / "out" / "index.html").read_text(encoding="utf-8"))
    assert [node.text() for node in index.css("tbody th a")] == ["=More men die at a <pier>", "Old men die at a pier"]
    assert [node.text() for node in index.css("tbody th small")] == ["a.txt → c.txt", "a.txt → b.txt"]
    with (folder / "out" / "index.csv").open(encoding="utf-8", newline="") as file:
        assert [row["headline"] for row in csv.DictReader(file)] == [
            "'=More men die at a <pier>",
            "Old men die at a pier",
        ]


def test_the_same_bytes_for_any_number_of_processes(folder: Path) -> None:
    for jobs in "12":
        called("--pairs", "list", "--report", f"out{jobs}", "--jobs", jobs, folder=folder)
    for path in (folder / "out1").iterdir():
        assert path.read_bytes() == (folder / "out2" / path.name).read_bytes()


def test_lines_and_pages_together(folder: Path) -> None:
    called("--pairs", "list", "--report", "out", "--output", "lines", folder=folder)
    assert len((folder / "lines").read_bytes().splitlines()) == 4
    assert (folder / "out" / "index.html").exists()


def test_a_folder_with_files_is_left_alone(folder: Path) -> None:
    (folder / "out").mkdir()
    (folder / "out" / "mine").write_text("mine", encoding="utf-8")
    found = called("--pairs", "list", "--report", "out", folder=folder)
    assert (found.returncode, found.stderr) == (2, b"newsdiff: out: is not empty; --force writes into it\n")
    assert called("--pairs", "list", "--report", "out", "--force", folder=folder).returncode == 2
    assert (folder / "out" / "mine").read_text(encoding="utf-8") == "mine"
    assert (folder / "out" / "index.html").exists()
