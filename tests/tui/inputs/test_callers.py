"""What programs that keep versions hand over is recognised by its form, and by nothing less."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from tui.inputs.callers import Call, call_of, state_in_folder

OLD, NEW, NONE = "1" * 40, "2" * 40, "0" * 40
BLOB = "/tmp/git-blob-a1B2c3/story.txt"
MODE = "100644"
COUNTED = {"GIT_DIFF_PATH_COUNTER": "1"}


def call(
    arguments: Sequence[str], environment: Mapping[str, str] | None = None, folder: str = "/", commit: str = ""
) -> Call:
    return call_of(arguments, environment or {}, lambda: folder, lambda path, blob: commit)


def labels(found: Call) -> list[str]:
    return [each.removeprefix("--label=") for each in found.arguments if each.startswith("--label=")]


@pytest.mark.parametrize(
    ("arguments", "expected", "files"),
    [
        (
            ["story.txt", BLOB, OLD, MODE, "story.txt", NONE, MODE],
            ["story.txt (blob 111111111)", "story.txt (working copy)"],
            [BLOB, "story.txt"],
        ),
        (
            ["new.txt", "/dev/null", ".", ".", BLOB, NEW, MODE],
            ["new.txt (does not exist)", "new.txt (blob 222222222)"],
            [os.devnull, BLOB],
        ),
        (
            ["a/old.txt", BLOB, OLD, MODE, "b/new.txt", NEW, MODE, "b/new.txt", "similarity index 70%\nrename ..."],
            ["a/old.txt (blob 111111111)", "b/new.txt (blob 222222222)"],
            [BLOB, "b/new.txt"],
        ),
        (
            ["a.txt", "a.txt", NONE, MODE, "b.txt", NONE, MODE, "b.txt", "index 11..22 100644\n"],
            ["a.txt", "b.txt"],
            ["a.txt", "b.txt"],
        ),
        (
            ["-s.txt", BLOB, "3" * 64, MODE, "-s.txt", "4" * 64, "100755"],
            ["-s.txt (blob 333333333)", "-s.txt (blob 444444444)"],
            [BLOB, "-s.txt"],
        ),
    ],
    ids=["changed", "added", "renamed", "no-index", "sha256"],
)
def test_the_arguments_of_an_external_diff(arguments: list[str], expected: list[str], files: list[str]) -> None:
    found = call(["--color", *arguments])
    assert found.of_git
    assert found.arguments[0] == "--color"
    assert labels(found) == expected
    assert list(found.arguments[-3:]) == ["--", *files]


def test_a_commit_that_is_known_is_named() -> None:
    found = call(["s.txt", BLOB, OLD, MODE, "s.txt", NONE, MODE], commit="abcdef123, 2026-11-29")
    assert labels(found) == ["s.txt (abcdef123, 2026-11-29)", "s.txt (working copy)"]


@pytest.mark.parametrize(
    "arguments",
    [
        [f"v{number}.txt" for number in range(7)],
        [f"v{number}.txt" for number in range(9)],
        ["s.txt", BLOB, OLD[:7], MODE, "s.txt", NEW, MODE],
        ["s.txt", BLOB, OLD, "644", "s.txt", NEW, MODE],
        ["s.txt", BLOB, OLD.upper().replace("1", "A"), MODE, "s.txt", NEW, MODE],
        ["s.txt", BLOB, ".", ".", "s.txt", NEW, MODE],
        ["s.txt", "/dev/null", OLD, MODE, "s.txt", NEW, MODE],
        ["a.txt", "b.txt"],
        ["-u", "a", "b", "c", "d", "e", "f"],
        [],
    ],
)
def test_what_is_no_call_stays_as_it_is(arguments: list[str]) -> None:
    assert call(arguments) == Call(arguments)


def test_two_files_of_difftool() -> None:
    environment = {**COUNTED, "BASE": "news/story.txt"}
    found = call([BLOB, "news/story.txt"], environment)
    assert found.of_git
    assert labels(found) == ["news/story.txt (in git)", "news/story.txt (working copy)"]
    renamed = call([BLOB, "/tmp/git-blob-x/later.txt"], environment)
    assert labels(renamed) == ["news/story.txt (in git)", "later.txt (in git)"]
    assert labels(call(["/dev/null", BLOB], environment))[0] == "news/story.txt (does not exist)"


def test_the_blob_of_difftool_is_looked_up_by_its_content(tmp_path: Path) -> None:
    folder = tmp_path / "git-blob-a1B2c3"
    folder.mkdir()
    (folder / "story.txt").write_text("One.\n")
    asked = []

    def commit(path: str, blob: str) -> str:
        asked.append((path, blob))
        return "abc"

    environment = {**COUNTED, "BASE": "news/story.txt"}
    call_of([str(folder / "story.txt"), "news/story.txt"], environment, lambda: "/", commit)
    # As `git hash-object` says.
    assert asked == [("news/story.txt", "26819c745c634f3c7d74d4b3604858efb6f45b81")]


def test_a_file_of_difftool_with_another_name_is_looked_for_everywhere(tmp_path: Path) -> None:
    folder = tmp_path / "git-blob-a1B2c3"
    folder.mkdir()
    (folder / "later.txt").write_text("One.\n")
    asked = []

    def commit(path: str, _: str) -> str:
        asked.append(path)
        return "abc"

    environment = {**COUNTED, "BASE": "news/story.txt"}
    call_of(["/dev/null", str(folder / "later.txt")], environment, lambda: "/", commit)
    assert asked == [""]


def test_an_unmerged_file_is_said_to_be() -> None:
    found = call(["story.txt"], COUNTED)
    assert found.of_git
    assert "unmerged" in found.says
    assert not call(["story.txt"]).says
    assert not call(["--version"], COUNTED).says


def test_the_folders_of_difftool() -> None:
    folders = ["/tmp/git-difftool.a1B2c3/left/", "/tmp/git-difftool.a1B2c3/right/"]
    found = call(folders)
    assert found.of_git
    assert list(found.arguments) == ["--each", "--label=left", "--label=right", *folders]
    assert call(["left/", "right/"]) == Call(["left/", "right/"])


def test_a_file_in_a_folder_of_difftool(tmp_path: Path) -> None:
    file, link = tmp_path / "story.txt", tmp_path / "link.txt"
    file.write_text("One.\n")
    link.symlink_to(file)
    known = {("news/story.txt", "26819c745c634f3c7d74d4b3604858efb6f45b81"): "abc, 2026-03-01"}

    def state(path: Path, name: str) -> str:
        return state_in_folder(str(path), name, "right", lambda place, blob: known.get((place, blob), ""))

    assert state(file, os.path.join("news", "story.txt")) == "abc, 2026-03-01"
    assert state(file, "other.txt") == "right"
    assert state(tmp_path / "gone.txt", "gone.txt") == "right"
    assert state(link, "link.txt") == "working copy"


def test_what_mercurial_hands_over(tmp_path: Path) -> None:
    folder = tmp_path / "extdiff.abc"
    (folder / "news.6ed27bb0bdfd" / "sub").mkdir(parents=True)
    (folder / "news").mkdir()
    old = "news.6ed27bb0bdfd/sub/story.txt"
    (folder / old).write_text("One.\n")
    environment = {"HG": "/usr/bin/hg"}
    one = call(["--color", old, "news/sub/story.txt"], environment, str(folder))
    assert not one.of_git
    assert labels(one) == ["sub/story.txt (6ed27bb0bdfd)", "sub/story.txt (does not exist)"]
    assert list(one.arguments[-2:]) == [old, os.devnull]
    (folder / "new.txt").write_text("Two.\n")
    added = call(["/dev/null", str(folder / "new.txt")], environment, str(folder))
    assert labels(added) == [f"{folder / 'new.txt'} (does not exist)", f"{folder / 'new.txt'} (working copy)"]
    several = call(["news.6ed27bb0bdfd", "news"], environment, str(folder))
    assert list(several.arguments[:3]) == ["--each", "--label=6ed27bb0bdfd", "--label=working copy"]
    assert call([old, "b"], environment, str(tmp_path)) == Call([old, "b"])
    assert call([old, "b"], {}, str(folder)) == Call([old, "b"])


def test_beside_a_temporary_file_nothing_is_kept() -> None:
    arguments = ["s.txt", BLOB, OLD, MODE, BLOB, NEW, MODE]
    assert "--no-sidecar" in call(arguments).arguments
    assert "--no-sidecar" not in call(["--sidecar=notes.json", *arguments]).arguments
    assert "--no-sidecar" not in call(["s.txt", BLOB, OLD, MODE, "s.txt", NONE, MODE]).arguments
    assert "--no-sidecar" in call([BLOB, BLOB], {**COUNTED, "BASE": "s.txt"}).arguments


def test_what_subversion_hands_over() -> None:
    names = ["-L", "story.txt\t(revision 1)", "-L", "story.txt\t(working copy)", ".svn/38/386e.svn-base", "story.txt"]
    plain = call(["-u", *names])
    assert labels(plain) == ["story.txt (revision 1)", "story.txt (working copy)"]
    assert list(plain.arguments[-2:]) == names[-2:]
    assert list(call(["--format json --no-ledger", *names]).arguments[:3]) == ["--format", "json", "--no-ledger"]
