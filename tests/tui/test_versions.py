"""Many versions on the command line: files, folders, git; the lanes of whole stories; what cannot be read."""

import csv
import io
import json
from pathlib import Path

import pytest

from diffing.formats.history_reading import history_from_json
from diffing.history.model import History
from tests.diffing.history.stories import STORY, spelled
from tests.repository import STORIES, Repository, lanes, needs_git, story
from tests.tui.command import called

NAMES = sorted(folder.name for folder in STORIES.iterdir() if folder.is_dir())


def _history(*arguments: str, folder: Path | None = None, status: int = 1) -> History:
    done = called(*arguments, "--format", "json", "--jobs", "1", folder=folder)
    assert done.returncode == status, done.stderr.decode()
    return history_from_json(done.stdout.decode())


@pytest.fixture
def snapshots(tmp_path: Path) -> Path:
    for number, text in enumerate(STORY, start=8):
        (tmp_path / f"mill-{number}.txt").write_text(text, encoding="utf-8")
    return tmp_path


@needs_git
@pytest.mark.parametrize("name", NAMES)
def test_a_story_in_git_has_exactly_the_lanes_made_by_hand(name: str, tmp_path: Path) -> None:
    told = story(name)
    path = Repository(tmp_path / name).tell(told)
    found = _history("--history", path, folder=tmp_path / name)
    assert [version.origins[0].date for version in found.versions] == [one.date for one in told]
    assert [version.origins[0].author for version in found.versions] == [one.author for one in told]
    assert spelled(found) == lanes(name)


@needs_git
def test_the_newest_versions_and_those_since_a_date(tmp_path: Path) -> None:
    path = Repository(tmp_path / "desk").tell(story("lonja-es"))
    assert len(_history("--history", path, "--max", "3", folder=tmp_path / "desk").versions) == 3
    since = _history("--history", path, "--since", "2031-06-04T00:00:00Z", folder=tmp_path / "desk")
    assert [version.origins[0].date[:10] for version in since.versions] == ["2031-06-04"] * 12


def test_files_are_versions_in_their_order(snapshots: Path) -> None:
    names = [f"mill-{number}.txt" for number in (9, 8, 10)]
    assert [version.label for version in _history(*names, folder=snapshots).versions] == names


def test_a_folder_is_read_by_names_with_numbers(snapshots: Path) -> None:
    (snapshots / ".hidden").write_text("x")
    (snapshots / "mill-9.txt.newsdiff.json").write_text("{}")
    (snapshots / "more").mkdir()
    found = _history("--versions", ".", folder=snapshots)
    assert [version.label for version in found.versions] == [f"./mill-{number}.txt" for number in range(8, 13)]


def test_a_folder_is_read_by_the_dates_inside_the_files(tmp_path: Path) -> None:
    for name, moment, count in (
        ("a.txt", "2031-01-02T09:00:00+02:00", 3),
        ("b.txt", "2031-01-02T06:30:00Z", 2),
        ("c.txt", "2031-01-01", 1),
    ):
        (tmp_path / name).write_text(f"---\nmodified: {moment}\n---\nPolice found {count} boats.", encoding="utf-8")
    (tmp_path / "d.txt").write_text("Police found 4 boats.", encoding="utf-8")
    done = called("--versions", ".", "--order", "date", "--format", "json", folder=tmp_path)
    assert done.returncode == 2
    assert b"./d.txt: has no date inside: --order date cannot place it; left out" in done.stderr
    found = history_from_json(done.stdout.decode())
    assert spelled(found) == ["number boats: 1 1, 2 2 (changed), 3 3 (changed)"]
    assert found.versions[0].origins[0].date == "2031-01-01"


def test_the_revisions_of_a_page_in_an_export_of_a_wiki_are_versions(tmp_path: Path) -> None:
    revisions = "".join(
        f"<revision><id>{number}</id><timestamp>2031-0{month}-01T09:00:00Z</timestamp>"
        f"<contributor><username>Rike</username></contributor><text>Divers found {count} boats.</text></revision>"
        for number, month, count in ((7, 2, 15), (8, 1, 14), (9, 3, 16))
    )
    # Its own number is that of another revision in the file.
    another = "<id>3</id><timestamp>2031-01-01T00:00:00Z</timestamp><text>A town.</text>"
    other = f"<page><title>Lurvik</title><revision>{another}</revision></page>"
    export = tmp_path / "export.xml"
    export.write_text(f"<mediawiki><page><title>Holm</title>{revisions}</page>{other}</mediawiki>", encoding="utf-8")
    found = _history("--versions", "export.xml", folder=tmp_path)
    assert [version.label for version in found.versions] == ["export.xml, 2", "export.xml, 1", "export.xml, 3"]
    assert found.versions[0].origins[0].author == "Rike"
    assert spelled(found) == ["number boats: 1 14, 2 15 (changed), 3 16 (changed)"]


def test_the_captures_of_a_page_in_a_web_archive_are_versions(tmp_path: Path) -> None:
    def record(address: str, day: int, count: int) -> bytes:
        page = f"<html><body><article><h1>Boats found</h1><p>Divers found {count} boats.</p></article></body></html>"
        body = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{page}".encode()
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2031-01-0{day}T00:00:00Z\r\n"
            f"WARC-Record-ID: <urn:uuid:{day}>\r\nContent-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(body)}\r\n\r\n"
        )
        return head.encode() + body + b"\r\n\r\n"

    records = [
        ("http://a.test/b", 2, 15),
        ("http://a.test/other", 1, 3),
        ("http://a.test/b", 1, 14),
        ("http://a.test/b", 3, 16),
    ]
    (tmp_path / "a.warc").write_bytes(b"".join(record(*one) for one in records))
    found = _history("--versions", "a.warc", folder=tmp_path)
    assert [version.label for version in found.versions] == ["a.warc, 3", "a.warc, 1", "a.warc, 4"]
    alone = called("--versions", "a.warc", "--item", "http://a.test/other", "--format", "text", folder=tmp_path)
    assert b"One version: nothing to compare." in alone.stdout


def test_a_version_that_cannot_be_read_is_named_and_left_out(snapshots: Path) -> None:
    (snapshots / "mill-9.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    done = called("--versions", ".", "--format", "json", folder=snapshots)
    assert done.returncode == 2
    (said,) = done.stderr.decode().splitlines()
    assert said.startswith("newsdiff: ./mill-9.txt: ")
    assert said.endswith("; left out")
    assert len(history_from_json(done.stdout.decode()).versions) == 4


def test_equal_neighbours_are_one_version_and_said_so(snapshots: Path) -> None:
    (snapshots / "mill-8b.txt").write_text(STORY[0] + "\n", encoding="utf-8")
    done = called("--versions", ".", "--format", "text", folder=snapshots)
    assert b"  1  ./mill-8.txt\n     the same in ./mill-8b.txt\n  2  ./mill-9.txt\n" in done.stdout


def test_versions_without_a_difference_have_status_0(tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / name).write_text("Rain fell on Holm.", encoding="utf-8")
    done = called("a", "b", "c", folder=tmp_path)
    assert (done.returncode, done.stdout.decode().splitlines()[-1]) == (0, "One version: nothing to compare.")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--history", "none.txt"), "none.txt: is in no repository of git"),
        (("--versions", "none"), "none: is no folder that can be read: No such file or directory"),
        (("a", "b", "c"), "a: no such file"),
        (("--versions", "one.txt"), "one.txt: has one article"),
    ],
    ids=["git", "folder", "files", "file"],
)
def test_a_fault_is_one_line(
    arguments: tuple[str, ...], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    (tmp_path / "one.txt").write_text("Rain fell.")
    done = called(*arguments, folder=tmp_path)
    assert (done.returncode, done.stdout) == (2, b"")
    (line,) = done.stderr.decode().splitlines()
    assert said in line


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--since", "2031-01-01", "a", "b"), "--since needs --history FILE"),
        (("--order", "date", "a", "b"), "--order needs --versions FOLDER"),
        (("--history", "a", "b"), "--history, --versions and names of files exclude each other"),
        (("a", "b", "c", "--no-ledger"), "--no-ledger is not for many versions of one story"),
        (("a", "b", "c", "--format", "docx"), "--format docx is not for many versions"),
        (("--history", "a", "--max", "0"), "must be a number from 1"),
    ],
    ids=["since", "order", "both", "ledger", "docx", "max"],
)
def test_wrong_usage(arguments: tuple[str, ...], said: str) -> None:
    done = called(*arguments)
    assert done.returncode == 2
    assert said in done.stderr.decode()


def test_the_text_begins_with_what_was_changed_without_a_note(snapshots: Path) -> None:
    text = called("--versions", ".", "--format", "text", folder=snapshots).stdout.decode()
    head, _, rest = text.partition("Facts changed without a note\n")
    assert "Found: 10 changes of facts · 3 with a note · 7 without a note" in head
    assert rest.startswith(
        "  in 2   hurt: 20 → 31\n  in 3   workers died: Two → Three\n  in 4   Piet Hallam (withdrawn)\n"
    )
    assert (
        "metres                    1 300 metres · 3 withdrawn (note in 5) · 4 300 metres, back (note in 5) · "
        "5 800 metres (note in 5)" in rest
    )
    assert "4 → 5   5 changes that matter\n" in rest
    assert "Paragraphs\n" not in rest


def test_the_wordings_of_each_paragraph_are_printed_on_demand(snapshots: Path) -> None:
    text = called("--versions", ".", "--format", "text", "--all", folder=snapshots).stdout.decode()
    paragraph = text.partition("  ¶3 of version 1 to 5\n")[2].partition("\n\n")[0].splitlines()
    assert [line.strip().partition("  ")[0] for line in paragraph] == ["1 to 2", "3", "4", "5"]


def test_what_a_language_is_not_searched_for_is_no_change_without_a_note(tmp_path: Path) -> None:
    for number, count in enumerate((3, 4, 5)):
        text = f"Policja podała, że w porcie w Gdyni zatonęły {count} łodzie rybackie, a załogi uratowano.\n\n" * 3
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    text = called("0.txt", "1.txt", "2.txt", "--format", "text", folder=tmp_path).stdout.decode()
    assert "without a note" not in text
    assert "corrections" in text


def test_the_table_has_a_column_for_each_version(snapshots: Path) -> None:
    done = called("--versions", ".", "--format", "csv", folder=snapshots)
    rows = list(csv.DictReader(io.StringIO(done.stdout.decode())))
    (metres,) = (row for row in rows if row["about"] == "metres")
    assert [metres[f"{number} ./mill-{number + 7}.txt"] for number in range(1, 6)] == [
        "300 metres", "300 metres", "", "300 metres", "800 metres"
    ]  # fmt: skip
    assert (metres["changed"], metres["note"], metres["without a note"]) == ("3 4 5", "5", "")


def test_markdown_has_the_lanes_as_a_table(snapshots: Path) -> None:
    lines = called("--versions", ".", "--format", "markdown", folder=snapshots).stdout.decode().splitlines()
    assert "| 3 | workers died | Two | Three |" in lines
    assert "| Numbers | hurt | 1 20 → 2 31 → 5 37 | none |" in lines


def test_hostile_words_and_names_reach_no_terminal(tmp_path: Path) -> None:
    names = [f"v\x1b[31m{number}.txt" for number in range(3)]
    for number, name in enumerate(names):
        (tmp_path / name).write_text(
            f"The ship\x1b]0;x\x07 Ark\x9b has {number + 4} masts and =1+1 sails.", encoding="utf-8"
        )
    for form in ("text", "markdown", "csv", "json"):
        out = called(
            *names, "--format", form, "--all" if form == "text" else "--jobs=1", folder=tmp_path
        ).stdout.decode()
        assert not {"\x1b", "\x07", "\x9b"} & {*out}
        assert "masts" in out


@needs_git
def test_blocks_of_steps_from_two_processes_are_the_same_history(tmp_path: Path) -> None:
    path = Repository(tmp_path / "desk").tell(story("grain-store-en"))
    one, two = (
        called("--history", path, "--format", "json", "--jobs", jobs, folder=tmp_path / "desk").stdout
        for jobs in ("1", "2")
    )
    assert json.loads(one) == json.loads(two)
