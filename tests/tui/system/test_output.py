"""A result in a file: all of it or nothing, and never over another file by accident."""

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from diffing.errors import NewsdiffError
from tests.conftest import SAMPLES
from tests.tui.command import called, is_wrong_usage
from tui.arguments import parsed
from tui.system import output
from tui.system.exit_codes import DIFFERENT, TROUBLE

LEFT, RIGHT = (str(SAMPLES / "light-edit" / name) for name in ("left.txt", "right.txt"))
posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no modes, and links are for administrators")


def test_a_new_file(tmp_path: Path) -> None:
    output.write(str(tmp_path / "out"), [b"One."], force=False)
    assert (tmp_path / "out").read_bytes() == b"One."
    assert os.listdir(tmp_path) == ["out"]


@posix
def test_it_may_be_read_by_whoever_may_read_new_files(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()
    output.write(str(tmp_path / "out"), [b""], force=False)
    assert stat.S_IMODE((tmp_path / "out").stat().st_mode) == stat.S_IMODE((tmp_path / "usual").stat().st_mode)


def test_a_name_without_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    output.write("out", [b"One."], force=False)
    assert os.listdir(tmp_path) == ["out"]


def test_what_is_there_stays_unless_forced(tmp_path: Path) -> None:
    path = tmp_path / "out"
    path.write_text("Old.")
    with pytest.raises(NewsdiffError, match="already exists; --force overwrites it"):
        output.check(str(path), False, ())
    # It came while the articles were compared.
    with pytest.raises(NewsdiffError, match="already exists"):
        output.write(str(path), [b"New."], force=False)
    assert path.read_text() == "Old."
    output.check(str(path), True, ())
    output.write(str(path), [b"New."], force=True)
    assert path.read_text() == "New."
    assert os.listdir(tmp_path) == ["out"]


@pytest.mark.parametrize("force", [False, True])
@pytest.mark.parametrize(("name", "reason"), [("", "is a directory"), ("no/out", "there is no such folder")])
def test_what_can_never_be_written_is_known_before_articles_are_compared(
    tmp_path: Path, name: str, reason: str, force: bool
) -> None:
    with pytest.raises(NewsdiffError, match=reason):
        output.check(str(tmp_path / name), force, ())


@pytest.mark.parametrize(
    ("arguments", "form"), [((LEFT, RIGHT), "text"), ((LEFT, RIGHT, LEFT, "--format", "csv"), "csv")]
)
def test_a_dash_is_standard_output(arguments: tuple[str, ...], form: str) -> None:
    options = parsed([*arguments, "--output", "-"])
    assert (options.output, options.format) == (None, form)


@pytest.mark.parametrize("force", [False, True])
def test_an_article_is_never_overwritten(tmp_path: Path, force: bool) -> None:
    article = tmp_path / "a.txt"
    article.touch()
    with pytest.raises(NewsdiffError, match="is one of the articles"):
        output.check(str(tmp_path / "." / "a.txt"), force, ("-", str(article)))


@posix
@pytest.mark.parametrize("force", [False, True])
def test_a_link_is_not_replaced(tmp_path: Path, force: bool) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "out")
    if not force:
        with pytest.raises(NewsdiffError, match="already exists"):
            output.check(str(tmp_path / "link"), force, ())
        return
    output.write(str(tmp_path / "link"), [b"One."], force)
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "out").read_bytes() == b"One."


@pytest.mark.parametrize("force", [False, True])
def test_a_failure_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, force: bool) -> None:
    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    if force:
        (tmp_path / "out").write_text("Old.")
    with pytest.raises(NewsdiffError, match="out: cannot be written: No space left on device"):
        output.write(str(tmp_path / "out"), [b"New."], force)
    assert [path.read_text() for path in tmp_path.iterdir()] == (["Old."] if force else [])


def test_a_file_system_without_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    output.write(str(tmp_path / "out"), [b"One."], force=False)
    assert (tmp_path / "out").read_bytes() == b"One."
    with pytest.raises(NewsdiffError, match="already exists"):
        output.write(str(tmp_path / "out"), [b"Two."], force=False)
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"One."]


@posix
@pytest.mark.parametrize("number", ["SIGTERM", "SIGHUP"])
@pytest.mark.parametrize("force", [False, True])
def test_who_asks_it_to_end_finds_nothing_half_written(tmp_path: Path, number: str, force: bool) -> None:
    (tmp_path / "old").write_text("Old.")
    code = f"""
import os, signal
from tui.system.output import write

def pieces():
    yield b"New."
    os.kill(os.getpid(), signal.{number})
    yield b"Newer."

write({str(tmp_path / ("old" if force else "new"))!r}, pieces(), {force})
"""
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (found.returncode, found.stderr) == (128 + getattr(signal, number), b"")
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"old": "Old."}


@posix
def test_a_name_as_long_as_names_can_be(tmp_path: Path) -> None:
    path = tmp_path / ("n" * 255)
    output.write(str(path), [b"One."], force=False)
    assert path.read_bytes() == b"One."


@posix
def test_a_device_is_written_to_and_stays_one() -> None:
    output.write(os.devnull, [b"One."], force=True)
    assert stat.S_ISCHR(os.stat(os.devnull).st_mode)


@pytest.mark.parametrize("path", [".", "no/out"])
def test_no_place_for_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(NewsdiffError, match="cannot be written"):
        output.write(path, [b"One."], force=True)
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("form", [(), ("--format", "text"), ("--format", "json")])
def test_the_command_writes_what_it_would_print(tmp_path: Path, form: tuple[str, ...]) -> None:
    path = str(tmp_path / "out")
    found = called(LEFT, RIGHT, *form, "--output", path)
    assert (found.returncode, found.stdout, found.stderr) == (DIFFERENT, b"", b"")
    assert Path(path).read_bytes() == called(LEFT, RIGHT, *form).stdout
    again = called(LEFT, RIGHT, *form, "--output", path)
    assert (again.returncode, again.stdout) == (TROUBLE, b"")
    assert again.stderr.decode() == f"newsdiff: {path}: already exists; --force overwrites it\n"
    assert called(LEFT, RIGHT, *form, "--output", path, "--force").returncode == DIFFERENT


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("page.html", "html"),
        ("PAGE.HTM", "html"),
        ("all.json", "json"),
        ("issue.md", "markdown"),
        ("redline.docx", "docx"),
        ("changes.csv", "csv"),
        ("report.txt", "text"),
        ("report", "text"),
    ],
)
def test_the_ending_of_the_file_names_its_format(name: str, form: str) -> None:
    def written(*arguments: str) -> object:
        return parsed([LEFT, RIGHT, "--output", name, *arguments]).format

    assert (written() or "text") == form
    assert written("--format", "text") == "text"  # what is said counts more


@pytest.mark.parametrize("name", ["report.pdf", "CHANGES.XLSX", "redline.odt"])
def test_a_format_that_is_not_written_is_refused_by_its_ending(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parsed([LEFT, RIGHT, "--output", name])
    assert f"{name}: newsdiff writes no {name[name.index('.') :].lower()}" in capsys.readouterr().err
    assert parsed([LEFT, RIGHT, "--output", name, "--format", "text"]).format == "text"


def test_the_ending_counts_for_all_kinds_of_results(capsys: pytest.CaptureFixture[str]) -> None:
    assert parsed(["--pairs", "list", "--resume", "table.csv"]).format == "csv"
    assert parsed(["--pairs", "list", "--output", "rows.jsonl"]).format == "json"
    assert parsed(["--pairs", "list", "--output", "rows.txt"]).format is None
    assert parsed([LEFT, RIGHT, "V3", "--output", "story.html"]).format == "html"
    with pytest.raises(SystemExit):
        parsed(["--find", "folder", "--output", "pairs.docx"])
    assert "--find prints" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments", [("--force",), ("--output", "out", "--watch"), ("--output", "out", "--color")], ids=" ".join
)
def test_wrong_usage(arguments: tuple[str, ...]) -> None:
    found = called(LEFT, RIGHT, *arguments)
    assert is_wrong_usage(found)
