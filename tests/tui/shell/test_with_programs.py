"""newsdiff as the tool of real programs: git, Mercurial, Subversion. Where one is absent, its tests are left out."""

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import thorough

ROOT = Path(__file__).parent.parent.parent.parent
OLD = "The ferry Solveig hit the pier of Lurvik on Monday. Twelve people were hurt, the harbour office said.\n"
NEW = OLD.replace("Twelve", "Fourteen")
OTHER = "Mayor Nora Lind opened the new library. It has room for 40,000 books and a café on the roof.\n"

# As it is installed, a process of its own.
_STARTED = f"PYTHONPATH={ROOT} exec {sys.executable} -P -m tui"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the programs are called as on Unix")


def needs(program: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(shutil.which(program) is None, reason=f"{program} is not installed")


class Place:
    """A folder with newsdiff as a command, and a home of its own."""

    def __init__(self, folder: Path, command: str) -> None:
        self.folder = folder / "news"
        self.folder.mkdir()
        commands = folder / "bin"
        commands.mkdir()
        file = commands / "newsdiff"
        file.write_text(f'#!/bin/sh\n{command} "$@"\n')
        file.chmod(0o755)
        self.environment = {
            "PATH": f"{commands}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(folder),
            "GIT_CONFIG_NOSYSTEM": "1",
            "HGPLAIN": "1",
            "LC_ALL": "C.UTF-8",
        }
        for name in ("AUTHOR", "COMMITTER"):
            self.environment[f"GIT_{name}_NAME"] = "Desk"
            self.environment[f"GIT_{name}_EMAIL"] = "desk@lurvik.example"
            self.environment[f"GIT_{name}_DATE"] = "2026-03-01T12:00:00Z"

    def run(self, *command: str, status: int | None = 0, below: str = "", **environment: str) -> str:
        """Return what a command writes on both streams."""
        done = subprocess.run(
            command,
            cwd=self.folder / below,
            env={**self.environment, **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        text = done.stdout.decode()
        assert status is None or done.returncode == status, text
        return text

    def write(self, name: str, content: str | bytes) -> None:
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


@pytest.fixture(scope="module")
def command(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """newsdiff as a command of the shell: a client of a process that has loaded it, and forks."""
    if sys.platform != "linux":
        yield _STARTED
        return
    from tests.tui.shell.forking import READY

    server = str(tmp_path_factory.mktemp("forking") / "socket")
    serving = [sys.executable, "-m", "tests.tui.shell.forking", server]
    with subprocess.Popen(serving, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == READY
        client = Path(__file__).with_name("forking_client.py")
        yield shlex.join(["exec", sys.executable, "-I", "-S", str(client), server])


@pytest.fixture
def place(tmp_path: Path, command: str) -> Place:
    return Place(tmp_path, command)


@pytest.fixture
def repository(place: Place) -> Place:
    return repository_in(place)


def repository_in(place: Place) -> Place:
    """A repository of git: a story changed in the first commit's follower, and again in the folder."""
    place.run("git", "init", "-q")
    place.write("sub/story.txt", OLD)
    place.write("other.txt", OTHER)
    place.run("git", "add", "-A")
    place.run("git", "commit", "-qm", "one")
    place.write("sub/story.txt", NEW)
    place.run("git", "commit", "-qam", "two")
    return place


def commit(place: Place, revision: str) -> str:
    return place.run("git", "rev-parse", "--short=9", revision).strip()


@needs("git")
def test_a_start_of_newsdiff_by_git(tmp_path: Path) -> None:
    place = repository_in(Place(tmp_path, _STARTED))
    found = place.run("git", "diff", "HEAD~1", "HEAD", GIT_EXTERNAL_DIFF="newsdiff")
    assert f"Left:  sub/story.txt ({commit(place, 'HEAD~1')}, 2026-03-01)" in found
    assert "{+Fourteen+}" in found


@needs("git")
def test_git_diff(repository: Place) -> None:
    found = repository.run("git", "diff", "HEAD~1", "HEAD", GIT_EXTERNAL_DIFF="newsdiff")
    assert f"Left:  sub/story.txt ({commit(repository, 'HEAD~1')}, 2026-03-01)" in found
    assert f"Right: sub/story.txt ({commit(repository, 'HEAD')}, 2026-03-01)" in found
    assert "[-Twelve-]" in found
    assert "{+Fourteen+}" in found


@needs("git")
def test_git_diff_shows_every_file(repository: Place) -> None:
    """A file that is gone, one with another name, a picture, a new file; and no end before the last."""
    repository.write("sub/picture.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    repository.write("zebra.txt", "The last one.\n")
    repository.run("git", "rm", "-q", "--cached", "sub/story.txt")
    repository.run("git", "mv", "other.txt", "library.txt")
    repository.write("library.txt", OTHER.replace("40,000", "4,000") + "It opens on Sunday too.\n")
    repository.run("git", "add", "sub/picture.png", "zebra.txt", "library.txt")
    found = repository.run("git", "-c", "diff.external=newsdiff", "diff", "-M20%", "HEAD", "--cached")
    assert "Right: sub/story.txt (does not exist)" in found
    assert "Left:  other.txt (" in found
    assert "Right: library.txt (blob " in found
    assert "sub/picture.png (blob " in found
    assert "Left:  zebra.txt (does not exist)" in found
    assert "Right: zebra.txt" in found
    assert "git-blob" not in found


@needs("git")
def test_git_diff_of_a_changed_mode(repository: Place) -> None:
    (repository.folder / "other.txt").chmod(0o755)
    found = repository.run("git", "diff", GIT_EXTERNAL_DIFF="newsdiff")
    assert "Right: other.txt (working copy)" in found
    assert "Found: 1 unchanged" in found


@needs("git")
def test_a_version_that_two_commits_made_is_not_said_to_be_of_one(repository: Place) -> None:
    repository.write("sub/story.txt", OLD)
    repository.run("git", "commit", "-qam", "back")
    found = repository.run("git", "diff", "HEAD~1", "HEAD", GIT_EXTERNAL_DIFF="newsdiff")
    blob = repository.run("git", "rev-parse", "HEAD:sub/story.txt")[:9]
    assert f"Right: sub/story.txt (blob {blob})" in found


@needs("git")
def test_git_diff_of_an_unmerged_file(repository: Place) -> None:
    repository.run("git", "checkout", "-q", "-b", "side", "HEAD~1")
    repository.write("sub/story.txt", OLD.replace("Twelve", "Eleven"))
    repository.run("git", "commit", "-qam", "side")
    repository.run("git", "merge", "-", status=None)
    found = repository.run("git", "diff", "--cached", GIT_EXTERNAL_DIFF="newsdiff")
    assert found == "newsdiff: sub/story.txt: is unmerged, so there are no two versions to compare\n"


@needs("git")
def test_git_difftool_with_the_settings_that_are_printed(repository: Place) -> None:
    settings = repository.run("newsdiff", "--git-setup")
    (repository.folder.parent / ".gitconfig").write_text(settings)
    trusting = ("--trust-exit-code",)
    found = repository.run("git", "difftool", *trusting, "HEAD~1", below="sub")
    assert f"Left:  sub/story.txt ({commit(repository, 'HEAD~1')}, 2026-03-01)" in found
    assert "Right: sub/story.txt (working copy)" in found
    shown = repository.run("git", "news", "HEAD~1", "--", "story.txt", below="sub")
    assert "{+Fourteen+}" in shown
    assert repository.run("git", "status", "--short") == ""


@needs("git")
def test_git_difftool_of_folders(repository: Place) -> None:
    repository.write("other.txt", OTHER.replace("40,000", "4,000"))
    found = repository.run("git", "difftool", "-d", "-y", "-x", "newsdiff", "HEAD~1")
    assert f"Left:  other.txt ({commit(repository, 'HEAD~1')}, 2026-03-01)" in found
    assert "Right: sub/story.txt (working copy)" in found
    repository.write("sub/story.txt", NEW.replace("Fourteen", "Forty"))
    found = repository.run("git", "difftool", "-d", "-y", "-x", "newsdiff", "HEAD~1", "HEAD")
    assert f"Right: sub/story.txt ({commit(repository, 'HEAD')}, 2026-03-01)" in found
    repository.run("git", "add", "-A")
    found = repository.run("git", "difftool", "-d", "-y", "--no-symlinks", "-x", "newsdiff", "HEAD", "--", "other.txt")
    assert "Right: other.txt (right)" in found, "a copy of which no commit has the content"


@needs("git")
def test_a_file_with_another_name_has_its_commit(repository: Place) -> None:
    repository.run("git", "mv", "other.txt", "sub/later.txt")
    repository.write("sub/later.txt", f"{OTHER}\nIt opens on Monday.\n")
    repository.run("git", "commit", "-qam", "three")
    found = repository.run("git", "difftool", "-y", "-x", 'BASE="$BASE" newsdiff', "HEAD~1", "HEAD")
    assert f"Right: later.txt ({commit(repository, 'HEAD')}, 2026-03-01)" in found


@needs("git")
def test_a_failure_is_told_to_git(repository: Place) -> None:
    found = repository.run("git", "diff", "HEAD~1", status=128, GIT_EXTERNAL_DIFF="newsdiff --encoding nonsense")
    assert "unknown encoding 'nonsense'" in found


@needs("hg")
@thorough
def test_hg_extdiff(place: Place) -> None:
    place.run("hg", "init")
    place.write("sub/story.txt", OLD)
    place.write("other.txt", OTHER)
    place.run("hg", "commit", "-Aqm", "one", "-u", "desk")
    place.write("sub/story.txt", NEW)
    extdiff = ("hg", "--config", "extensions.extdiff=", "extdiff", "-p", "newsdiff")
    changeset = place.run("hg", "id", "-i").strip().rstrip("+")
    one = place.run(*extdiff, status=1)
    assert f"Left:  sub/story.txt ({changeset})" in one
    assert "Right: sub/story.txt (working copy)" in one
    place.write("other.txt", OTHER.replace("40,000", "4,000"))
    several = place.run(*extdiff, status=1)
    assert f"Left:  other.txt ({changeset})" in several
    assert "Right: sub/story.txt (working copy)" in several
    place.write("sub/story.txt", OLD)
    place.run("hg", "rm", "--force", "other.txt")
    gone = place.run(*extdiff, status=1)
    assert "Right: other.txt (does not exist)" in gone
    assert "[-Mayor Nora Lind opened the new library." in gone


@needs("svn")
@needs("svnadmin")
@thorough
def test_svn_diff(place: Place) -> None:
    repository = place.folder.parent / "repository"
    place.run("svnadmin", "create", str(repository))
    place.run("svn", "checkout", "-q", f"file://{repository}", ".")
    place.write("story.txt", OLD)
    place.run("svn", "add", "-q", "story.txt")
    place.run("svn", "commit", "-qm", "one")
    place.write("story.txt", NEW)
    place.write("added.txt", OTHER)
    place.run("svn", "add", "-q", "added.txt")
    found = place.run("svn", "diff", "--diff-cmd", "newsdiff")
    assert "Left:  story.txt (revision 1)" in found
    assert "Right: story.txt (working copy)" in found
    assert "Left:  added.txt (nonexistent)" in found
    table = place.run("svn", "diff", "--diff-cmd", "newsdiff", "-x", "--format markdown", "story.txt")
    assert "| Twelve" in table or "Twelve" in table
