"""`--pairs --format csv` and `parquet`: a row a pair, a row an entry, and what an interruption leaves."""

import csv
import json
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.tui.batch.test_run import COUNT, command, newsdiff, with_pairs
from tests.tui.command import called, is_wrong_usage
from tui.batch import tables
from tui.batch.rows import ENTRY_COLUMNS, PAIR_COLUMNS
from tui.batch.summary import Summary
from tui.system.exit_codes import TROUBLE

MADE = ("--format", "csv", "--output", "out.csv", "--entries", "entries.csv")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Nine pairs, the sixth of one text, the second without a file, the third with a number that changed."""
    with_pairs(tmp_path)
    (tmp_path / "b" / "1.txt").unlink()
    (tmp_path / "a" / "2.txt").write_text("=Ice\n\nThe ice took 12 people, Runa Aker said.\n\nIt was cold.\n")
    (tmp_path / "b" / "2.txt").write_text("=Ice\n\nThe ice took 14 people, Runa Aker said.\n\nIt was cold.\n")
    return tmp_path


def rows(path: Path) -> list[dict[str, str]]:
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_row_a_pair_and_a_row_an_entry(folder: Path) -> None:
    found = called("--pairs", "list", *MADE, folder=folder)
    assert (found.returncode, found.stdout) == (TROUBLE, b"")
    pairs, entries = rows(folder / "out.csv"), rows(folder / "entries.csv")
    assert list(pairs[0]) == list(PAIR_COLUMNS)
    assert list(entries[0]) == list(ENTRY_COLUMNS)
    assert [row["pair"] for row in pairs] == [str(number) for number in range(1, COUNT + 1)]
    assert [row["relation"] for row in pairs][:3] == ["new_version", "", "new_version"]
    assert pairs[1]["error"] == "b/1.txt: no such file"
    assert (pairs[5]["relation"], pairs[5]["identical"], pairs[5]["entries"]) == ("same_text", "true", "0")
    assert (pairs[2]["fact_entries"], pairs[2]["edited"], pairs[2]["unchanged"]) == ("1", "1", "2")
    (number,) = [row for row in entries if row["pair"] == "3"]
    assert (number["subject"], number["left_text"], number["right_text"]) == ("number", "12", "14")
    assert (number["left"], number["left_paragraph"], number["left_start"]) == ("a/2.txt", "1", "13")
    assert not (folder / "out.csv.part").exists()


def test_parquet_has_the_same_cells(folder: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    called("--pairs", "list", *MADE, folder=folder)
    arguments = ("--format", "parquet", "--output", "out.parquet", "--entries", "entries.parquet")
    assert called("--pairs", "list", *arguments, folder=folder).returncode == TROUBLE
    for name in ("out", "entries"):
        found = parquet.read_table(folder / f"{name}.parquet").to_pylist()
        shown = [{key: tables._csv_cell("" if value is None else value) for key, value in row.items()} for row in found]
        assert [{key: str(value) for key, value in row.items()} for row in shown] == rows(folder / f"{name}.csv")
    again = called("--pairs", "list", *arguments[:2], "--resume", "out.parquet", folder=folder)
    assert again.returncode == TROUBLE


def test_cells_are_no_formulas(folder: Path) -> None:
    (folder / "=a").write_text("One.")
    (folder / "list").write_text("=a\t=a\n")
    called("--pairs", "list", *MADE, folder=folder)
    assert rows(folder / "out.csv")[0]["left"] == "'=a"


@pytest.mark.parametrize("lines", [0, 0.5, 1, 3.3, COUNT - 0.01, COUNT])
def test_resumed_it_is_as_if_never_interrupted(folder: Path, lines: float) -> None:
    whole, each = tables_of(folder)
    for path in (folder / "out.csv", folder / "entries.csv"):
        path.unlink()
    torn = each[int(lines)][: int(lines % 1 * len(each[int(lines)]))] if lines % 1 else b""
    (folder / "out.csv.part").write_bytes(b"".join(each[: int(lines)]) + torn)
    found = called("--pairs", "list", *MADE, "--resume", folder=folder)
    assert found.returncode == TROUBLE
    assert written(folder) == whole


def tables_of(folder: Path) -> tuple[list[bytes], list[bytes]]:
    """Both tables of the pairs, and the lines of the journal they were made of."""
    kept: list[bytes] = []
    original = tables.TableFiles.write

    def keep(files: tables.TableFiles) -> None:
        kept.extend(Path(files.journal).read_bytes().splitlines(keepends=True))
        original(files)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tables.TableFiles, "write", keep)
        called("--pairs", "list", *MADE, folder=folder)
    return written(folder), kept


def written(folder: Path) -> list[bytes]:
    return [(folder / name).read_bytes() for name in ("out.csv", "entries.csv")]


@pytest.mark.skipif(sys.platform == "win32", reason="no such signals there")
def test_killed_at_any_moment_it_is_resumed(folder: Path) -> None:
    whole, _ = tables_of(folder)
    for name in ("out.csv", "entries.csv"):
        (folder / name).unlink()
    chance = random.Random(3)
    for _ in range(4):
        process = subprocess.Popen(command("--pairs", "list", "--jobs", "1", *MADE, "--resume"), cwd=folder, stderr=-3)
        time.sleep(chance.uniform(0.3, 1.2))
        process.send_signal(signal.SIGKILL)
        process.wait()
    newsdiff(folder, "--pairs", "list", "--jobs", "1", *MADE, "--resume")
    assert written(folder) == whole


@pytest.mark.skipif(sys.platform == "win32", reason="no such signals there")
def test_killed_while_a_table_is_written_nothing_stays(folder: Path) -> None:
    """The half table of a killed run is overwritten, not left beside the whole one."""
    whole, _ = tables_of(folder)
    for name in ("out.csv", "entries.csv"):
        (folder / name).unlink()
    killing = "import os, tui.batch.tables as t; t.entry_cells = lambda *_: os.kill(os.getpid(), 9)"
    program = f"import sys; {killing}; from tui.cli import main; sys.exit(main(sys.argv[1:]))"
    subprocess.run([sys.executable, "-c", program, "--pairs", "list", "--jobs", "1", *MADE], cwd=folder, check=False)
    assert (folder / "entries.csv.unfinished").exists()
    called("--pairs", "list", *MADE, "--resume", folder=folder)
    assert written(folder) == whole
    assert {path.name for path in folder.iterdir() if path.is_file()} == {"list", "out.csv", "entries.csv"}


def test_csv_goes_to_standard_output_without_a_file(folder: Path) -> None:
    called("--pairs", "list", *MADE, folder=folder)
    found = called("--pairs", "list", "--format", "csv", folder=folder)
    assert found.returncode == TROUBLE
    assert found.stdout == (folder / "out.csv").read_bytes()


def test_a_finished_table_is_not_made_again(folder: Path) -> None:
    called("--pairs", "list", *MADE, folder=folder)
    before = written(folder)
    (folder / "a" / "0.txt").unlink()
    again = called("--pairs", "list", *MADE, "--resume", folder=folder)
    assert (again.returncode, again.stderr) == (TROUBLE, b"newsdiff: out.csv: is finished, with 9 pairs\n")
    assert written(folder) == before
    with open(folder / "list", "a") as file:
        file.write("a/2.txt\tb/2.txt\n")
    longer = called("--pairs", "list", *MADE, "--resume", folder=folder)
    assert longer.stderr == b"newsdiff: out.csv: is finished, with 9 pairs; --force begins again\n"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("out.csv", "out.csv: already exists; --force overwrites it"),
        ("entries.csv", "entries.csv: already exists; --force overwrites it"),
        (
            "entries.csv.unfinished",
            "entries.csv.unfinished: is of an unfinished run; --resume continues it, --force begins again",
        ),
        ("out.csv.part", "out.csv.part: is of an unfinished run; --resume continues it, --force begins again"),
    ],
)
def test_nothing_is_overwritten_unless_forced(folder: Path, name: str, message: str) -> None:
    (folder / name).write_text("precious")
    found = called("--pairs", "list", *MADE, folder=folder)
    assert (found.returncode, found.stderr.decode()) == (TROUBLE, f"newsdiff: {message}\n")
    assert (folder / name).read_text() == "precious"
    assert called("--pairs", "list", *MADE, "--force", folder=folder).returncode == TROUBLE
    assert rows(folder / "out.csv")[0]["left"] == "a/0.txt"


def test_without_pyarrow_it_says_what_to_install(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    found = called("--pairs", "list", "--format", "parquet", "--output", "out", folder=folder)
    assert found.stderr == b"newsdiff: out: Parquet needs pyarrow: pip install 'newsdiff[parquet]'\n"
    assert not (folder / "out.part").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ("--pairs", "list", "--format", "csv", "--entries", "e"),
        ("--pairs", "list", "--format", "csv", "--resume"),
        ("--pairs", "list", "--format", "parquet"),
        ("--pairs", "list", "--entries", "e"),
        ("--pairs", "list", "--output", "out", "--entries", "e"),
        ("--pairs", "list", "--format", "csv", "--output", "out", "--entries", "e", "--no-ledger"),
        ("a", "b", "--format", "parquet"),
        ("a", "b", "--entries", "e"),
    ],
    ids=" ".join,
)
def test_wrong_usage(folder: Path, arguments: tuple[str, ...]) -> None:
    found = called(*arguments, folder=folder)
    assert is_wrong_usage(found)


def test_many_groups_of_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pyarrow")
    monkeypatch.setattr(tables, "_GROUP", 2)
    some = [{"pair": at, "left": "a\udce9"} for at in range(5)]
    pieces = list(tables._parquet_pieces(PAIR_COLUMNS, some))
    assert len(pieces) > 3
    assert b"".join(pieces) == b"".join(tables._parquet_pieces(PAIR_COLUMNS, some))


def test_no_pairs_make_empty_tables(folder: Path) -> None:
    (folder / "list").write_text("")
    called("--pairs", "list", *MADE, folder=folder)
    assert rows(folder / "out.csv") == []
    assert (folder / "out.csv").read_text().startswith("pair,left,right,error,")


def test_a_journal_line_is_json(folder: Path) -> None:
    _, lines = tables_of(folder)
    assert list(json.loads(lines[0])) == ["pair", "relation", "identical", "row", "entries"]


@pytest.mark.parametrize(
    ("before", "added", "text"),
    [
        ({}, ["rewrite"], "newsdiff: 1 pair in 0:02, 0.5 a second\n  rewrite  1\n"),
        ({}, [], "newsdiff: 0 pairs in 0:02\n"),
        (
            {"same_text": 1_000, "": 2},
            ["new_version", ""],
            "newsdiff: 1,004 pairs in 0:02, 1.0 a second, 1,002 of them before\n"
            "  same text    1,000\n  new version      1\n  error            3\n",
        ),
    ],
)
def test_the_summary(before: dict[str, int], added: list[str], text: str) -> None:
    summary = Summary(before)
    for relation in added:
        summary.add(relation)
    assert summary.text(2.0) == text
