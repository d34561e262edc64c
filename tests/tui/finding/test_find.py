"""`newsdiff --find`: its sources, its formats, its status, and what may be wrong with either."""

import csv
import io
import json
import sqlite3
import subprocess
from pathlib import Path

import pytest

from tests.diffing.finding.test_find import AGENCY, DAILY, OTHER, REWRITE, TRANSLATED
from tests.tui.batch.test_run import newsdiff
from tests.tui.command import called, is_wrong_usage
from tui.system.exit_codes import SAME, TROUBLE

ARTICLES = {"agency/ice.txt": AGENCY, "daily/lake.txt": DAILY, "daily/short.txt": REWRITE, "daily/hotel.txt": OTHER}
PAIRS = {
    ("agency/ice.txt", "daily/lake.txt"): "common_source",
    ("agency/ice.txt", "daily/short.txt"): "rewrite",
    ("daily/lake.txt", "daily/short.txt"): "same_event",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in ARTICLES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


def lines(found: subprocess.CompletedProcess[bytes]) -> list[dict[str, object]]:
    return [json.loads(line) for line in found.stdout.splitlines()]


def relations(found: subprocess.CompletedProcess[bytes]) -> dict[tuple[object, object], object]:
    return {(line["left"], line["right"]): line["relation"] for line in lines(found)}


@pytest.mark.parametrize("sources", [("agency", "daily"), (".",)])
def test_pairs_in_folders(folder: Path, sources: tuple[str, ...]) -> None:
    found = called("--find", *sources, "--format", "json", folder=folder)
    assert found.returncode == SAME
    assert {
        tuple(str(name).removeprefix("./") for name in pair): kind for pair, kind in relations(found).items()
    } == PAIRS
    assert found.stderr.startswith(b"newsdiff: 4 articles, 3 related pairs: 1 rewrite, 1 common source, 1 same event\n")


def test_the_same_bytes_by_any_number_of_processes(folder: Path) -> None:
    arguments = ("--find", "agency", "daily", "--format", "csv")
    here, two = called(*arguments, folder=folder), newsdiff(folder, *arguments, "--jobs", "2")
    assert here.stdout == two.stdout
    assert here.stdout.count(b"\n") == 1 + len(PAIRS)


def test_text_for_people(folder: Path) -> None:
    found = called("--find", "agency", "daily", folder=folder).stdout.decode().splitlines()
    assert found[1].startswith("rewrite        ")
    assert " agency/ice.txt -> daily/short.txt  " in found[1]


def test_the_list_of_pairs_can_be_compared(folder: Path) -> None:
    found = called("--find", "agency", "daily", "--format", "pairs", "--output", "list", folder=folder)
    assert (found.returncode, found.stdout) == (SAME, b"")
    compared = called("--pairs", "list", folder=folder)
    assert [json.loads(line)["pair"] for line in compared.stdout.splitlines()] == [
        {"left": left, "right": right} for left, right in PAIRS
    ]


def test_the_earlier_article_is_left(folder: Path) -> None:
    (folder / "agency/ice.txt").write_text(f"---\ndate: 2031-01-13\n---\n{AGENCY}")
    (folder / "daily/short.txt").write_text(f"---\ndate: 2031-01-12\n---\n{REWRITE}")
    found = lines(called("--find", "agency", "daily", "--format", "json", folder=folder))
    (line,) = [line for line in found if line["relation"] == "rewrite"]
    assert (line["left"], line["earlier"], line["source"]) == ("daily/short.txt", "left", "left")
    apart = called("--find", "agency", "daily", "--format", "pairs", "--days", "0", folder=folder)
    assert b"agency/ice.txt\tdaily/short.txt" not in apart.stdout
    assert b"daily/short.txt\tagency/ice.txt" not in apart.stdout


def test_a_list_of_files(folder: Path) -> None:
    (folder / "names").write_text("# of January\nagency/ice.txt\n\ndaily/short.txt\r\n")
    found = called("--find", "names", "--format", "json", folder=folder)
    assert list(relations(found)) == [("agency/ice.txt", "daily/short.txt")]


def test_files_that_cannot_be_read_are_said_and_the_rest_is_done(folder: Path) -> None:
    (folder / "daily/a.txt").write_bytes(b"a\0b")
    (folder / "daily/b\tc.txt").write_text(AGENCY)
    found = called("--find", "agency", "daily", "--format", "json", folder=folder)
    assert found.returncode == TROUBLE
    assert relations(found) == PAIRS
    assert found.stderr.splitlines()[:2] == [
        b"newsdiff: daily/a.txt: is binary: it has NUL bytes",
        b"newsdiff: daily/b c.txt: its name has a tab or a line feed",
    ]


@pytest.mark.parametrize(
    "sources", [("agency", "daily", "agency"), (".", "names"), ("./daily", "agency/../daily", "agency")]
)
def test_an_article_that_is_named_twice_is_read_once(folder: Path, sources: tuple[str, ...]) -> None:
    (folder / "names").write_text("agency/ice.txt\n./agency/ice.txt\n")
    found = called("--find", *sources[:1], *sources[1:], "--format", "json", folder=folder)
    assert len(lines(found)) == len(PAIRS)


def test_a_pair_that_is_not_confirmed_is_no_trouble(folder: Path) -> None:
    """Two texts that share names and words, but hardly a paragraph, need more than the threshold."""
    scores = [
        line["score"] for line in lines(called("--find", ".", "--threshold", "0", "--format", "json", folder=folder))
    ]
    for score in scores:
        found = called("--find", ".", "--threshold", str(score), folder=folder)
        assert found.returncode == SAME, found.stderr


def test_a_pair_has_one_score_and_one_relation(folder: Path) -> None:
    """--find and --pairs say the same, also with another threshold."""
    for threshold in ("0.2", "0.4", "0.8"):
        found = called("--find", "agency", "daily", "--format", "csv", "--threshold", threshold, folder=folder)
        rows = list(csv.DictReader(io.StringIO(found.stdout.decode())))
        (folder / "list").write_text("".join(f"{row['left']}\t{row['right']}\n" for row in rows))
        asked = ("--pairs", "list", "--format", "csv", "--output", "pairs.csv", "--force", "--threshold", threshold)
        called(*asked, folder=folder)
        compared = list(csv.DictReader(io.StringIO((folder / "pairs.csv").read_text())))
        names = ("left", "right", "relation", "score", "source")
        assert [[row[name] for name in names] for row in compared] == [[row[name] for name in names] for row in rows]


def test_hostile_names_are_harmless(folder: Path) -> None:
    (folder / "daily" / "\x1b[2J=x.txt").write_text(AGENCY)
    for shown in ("text", "json", "csv"):
        found = called("--find", "agency", "daily", "--format", shown, folder=folder)
        assert b"\x1b" not in found.stdout + found.stderr


def collection(folder: Path, kind: str, names: dict[str, str]) -> str:
    """Write the articles of the folder as a collection with columns of these names; return its path."""
    key, day, text = names["id"], names["date"], names["text"]
    rows = [(name, "2031-01-12", ARTICLES[name]) for name in ARTICLES]
    path = folder / f"all.{kind}"
    if kind == "jsonl":
        path.write_text("".join(json.dumps(dict(zip((key, day, text), row, strict=True))) + "\n" for row in rows))
    elif kind == "db":
        with sqlite3.connect(path) as database:
            database.execute("CREATE TABLE outlets (name TEXT)")
            database.execute(f'CREATE TABLE "the articles" ("{key}" TEXT, "{day}" TEXT, "{text}" TEXT)')
            database.executemany('INSERT INTO "the articles" VALUES (?, ?, ?)', rows)
        database.close()
    else:
        parquet = pytest.importorskip("pyarrow.parquet")
        table = pytest.importorskip("pyarrow").table
        parquet.write_table(
            table(dict(zip((key, day, text), zip(*rows, strict=True), strict=True))), path, row_group_size=2
        )
    return path.name


@pytest.mark.parametrize("kind", ["jsonl", "db", "parquet"])
@pytest.mark.parametrize(
    ("names", "arguments"),
    [
        ({"id": "id", "date": "date", "text": "text"}, ()),
        (
            {"id": "key", "date": "day", "text": "prose"},
            ("--column", "prose", "--column", "id=key", "--column", "date=day"),
        ),
    ],
    ids=["usual", "named"],
)
def test_a_collection(folder: Path, kind: str, names: dict[str, str], arguments: tuple[str, ...]) -> None:
    name = collection(folder, kind, names)
    found = called("--find", name, "--format", "pairs", *arguments, folder=folder)
    assert found.returncode == SAME, found.stderr
    pairs = [line.split("\t") for line in found.stdout.decode().splitlines()]
    assert pairs == [[f"{name}#{left}", f"{name}#{right}"] for left, right in PAIRS]
    (folder / "list").write_bytes(found.stdout)
    compared = called("--pairs", "list", *arguments, folder=folder).stdout.splitlines()
    first = json.loads(compared[0])
    assert first["left"]["source"] == f"{name}#agency/ice.txt"
    assert first["left"]["metadata"] == [{"name": "published", "value": "2031-01-12"}]


def test_records_without_ids_are_numbered(folder: Path) -> None:
    (folder / "all.jsonl").write_text("".join(json.dumps({"text": text}) + "\n" for text in ARTICLES.values()))
    found = called("--find", "all.jsonl", "--format", "pairs", folder=folder)
    assert found.stdout.splitlines()[0] == b"all.jsonl#1\tall.jsonl#2"


@pytest.mark.parametrize(
    ("name", "content", "arguments", "message"),
    [
        ("nowhere", None, (), "nowhere: no such file"),
        ("a.jsonl", b'{"title": "x"}\n', (), "a.jsonl: has no column text; --column NAME names one of title"),
        ("a.jsonl", b'{"text": "x"}\n', ("--column", "y"), "a.jsonl: has no column y; its columns are text"),
        ("a.db", b"SQLite format 3\0broken", (), "a.db: cannot be read as a database: "),
        ("a.txt", AGENCY.encode(), (), "a.txt: names no file; --find takes folders, collections, or a list of file"),
        ("a.bin", b"\0\1\2", (), "a.bin: line 1 is no file name; --find takes folders, or a list of files"),
    ],
)
def test_what_cannot_be_read_ends_it(
    folder: Path, name: str, content: bytes | None, arguments: tuple[str, ...], message: str
) -> None:
    if content is not None:
        (folder / name).write_bytes(content)
    found = called("--find", name, *arguments, folder=folder)
    assert (found.returncode, found.stdout) == (TROUBLE, b"")
    assert found.stderr.decode().startswith(f"newsdiff: {message}")
    assert found.stderr.count(b"\n") == 1


def test_a_table_is_no_list_of_pairs(folder: Path) -> None:
    for kind in ("--find", "agency", "daily"), ("--pairs", "agency", "daily"):
        (folder / "table.csv").write_bytes(called(*kind, "--format", "csv", folder=folder).stdout)
        found = called("--pairs", "table.csv", folder=folder)
        expected = b"newsdiff: table.csv: is a table; --find FOLDER --format pairs makes the list of pairs\n"
        assert (found.returncode, found.stdout, found.stderr) == (TROUBLE, b"", expected)


def test_a_date_that_is_not_read_is_said(folder: Path) -> None:
    days = ["yesterday", "2031-01-12", "12 Jan", None]
    records = [{"text": text, "date": day} for text, day in zip(ARTICLES.values(), days, strict=True)]
    (folder / "all.jsonl").write_text("".join(json.dumps(record) + "\n" for record in records))
    found = called("--find", "all.jsonl", folder=folder)
    assert found.returncode == SAME
    assert found.stderr.splitlines()[0] == b"newsdiff: 2 dates not used: 'yesterday' is not in the form 2031-01-12"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"id": "b", "text": ', "line 2 is no JSON"),
        ("[1, 2]", "line 2 is no JSON object"),
        ('{"id": "a\\tb", "text": "x"}', "the id 'a\\tb' has a tab or a line feed"),
        (
            json.dumps({"id": "agency/ice.txt", "text": "x"}),
            "the id agency/ice.txt stands twice: the first one is taken; --column id=NAME names another column",
        ),
    ],
    ids=["cut", "a list", "a tab", "twice"],
)
def test_a_bad_record_is_left_out_and_the_rest_is_done(folder: Path, line: str, reason: str) -> None:
    records = [json.dumps({"id": name, "text": ARTICLES[name]}) for name in ARTICLES]
    (folder / "all.jsonl").write_text("\n".join([records[0], line, *records[1:]]) + "\n")
    found = called("--find", "all.jsonl", "--format", "pairs", folder=folder)
    assert found.returncode == TROUBLE
    assert found.stderr.decode().splitlines()[0] == f"newsdiff: all.jsonl: {reason}"
    pairs = [line.split("\t") for line in found.stdout.decode().splitlines()]
    assert pairs == [[f"all.jsonl#{left}", f"all.jsonl#{right}"] for left, right in PAIRS]
    (folder / "list").write_bytes(found.stdout)
    compared = [json.loads(line) for line in called("--pairs", "list", folder=folder).stdout.splitlines()]
    assert [line["relation"] for line in compared] == list(PAIRS.values())


def test_a_record_without_a_text_is_said(folder: Path) -> None:
    (folder / "all.jsonl").write_text('{"text": "Swans left."}\n{"text": null}\n')
    found = called("--find", "all.jsonl", folder=folder)
    assert found.returncode == TROUBLE
    assert found.stderr.splitlines()[0] == b"newsdiff: all.jsonl#2: has no text in text"


def test_a_table_for_spreadsheets(folder: Path) -> None:
    (folder / "daily" / "=1+1").mkdir()
    rows = list(csv.DictReader(io.StringIO(called("--find", ".", "--format", "csv", folder=folder).stdout.decode())))
    assert [row["relation"] for row in rows] == list(PAIRS.values())
    assert float(rows[1]["left_kept"]) > 0.4


def test_output_is_not_overwritten_unless_forced(folder: Path) -> None:
    (folder / "out").write_text("precious")
    found = called("--find", ".", "--output", "out", folder=folder)
    assert (found.returncode, found.stderr) == (TROUBLE, b"newsdiff: out: already exists; --force overwrites it\n")
    assert called("--find", "agency", "daily", "--output", "out", "--force", folder=folder).returncode == SAME
    assert (folder / "out").read_text().startswith("common source")


@pytest.mark.parametrize(
    "arguments",
    [
        ("--find", ".", "--pairs", "list"),
        ("a", "--find", "."),
        ("--find", ".", "--format", "html"),
        ("--find", ".", "--watch"),
        ("--find", ".", "--threshold", "2"),
        ("--find", ".", "--threshold", "nan"),
        ("--find", ".", "--days", "-1"),
        ("--find", ".", "--force"),
        ("a", "b", "--threshold", "0.5"),
        ("--pairs", "list", "--days", "1"),
        ("a", "b", "--days", "1"),
        ("a", "b", "--format", "pairs"),
        ("a", "b", "--table", "x"),
    ],
    ids=" ".join,
)
def test_wrong_usage(folder: Path, arguments: tuple[str, ...]) -> None:
    found = called(*arguments, folder=folder)
    assert is_wrong_usage(found)


def test_articles_in_two_languages(folder: Path) -> None:
    for side in ("left", "right"):
        text = (TRANSLATED / "tram-de" / f"{side}.txt").read_text(encoding="utf-8")
        (folder / "daily" / f"tram-{side}.txt").write_text(text, encoding="utf-8")
    found = relations(called("--find", "agency", "daily", "--format", "json", folder=folder))
    assert found == {**PAIRS, ("daily/tram-left.txt", "daily/tram-right.txt"): "translation"}
