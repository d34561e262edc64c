"""Repositories of git for tests, with settings of their own."""

import os
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest

STORIES = Path(__file__).parent / "stories"

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


class Told(NamedTuple):
    """A version of a story: its text, its path in the repository, its date, its author, the subject of its commit."""

    text: str
    path: str
    date: str
    author: str
    subject: str


def story(name: str) -> list[Told]:
    """Return the versions of a story of tests/stories, the oldest first."""
    lines = (STORIES / name / "commits.tsv").read_text(encoding="utf-8").splitlines()[1:]
    rows = [line.split("\t") for line in lines]
    return [Told((STORIES / name / row[0]).read_text(encoding="utf-8"), *row[1:]) for row in rows]


def lanes(name: str) -> list[str]:
    """Return the lanes of a story that were made by hand."""
    return (STORIES / name / "lanes.txt").read_text(encoding="utf-8").splitlines()


class Repository:
    """A repository in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(exist_ok=True)
        self.git("init", "-q", "-b", "main")

    def git(self, *arguments: str, date: str = "2031-01-01T12:00:00+00:00", author: str = "Desk") -> str:
        """Return what git prints."""
        environment = {"PATH": os.environ["PATH"], "HOME": str(self.folder), "GIT_CONFIG_NOSYSTEM": "1"}
        for role in ("AUTHOR", "COMMITTER"):
            environment |= {f"GIT_{role}_NAME": author, f"GIT_{role}_EMAIL": "desk@orrin.example"}
            environment[f"GIT_{role}_DATE"] = date
        command = ["git", *arguments]
        done = subprocess.run(command, cwd=self.folder, env=environment, capture_output=True, check=True)
        return done.stdout.decode()

    def commit(self, files: dict[str, str | bytes | None], subject: str = "x", **when: str) -> str:
        """Write files, delete those of None, and commit all; return the name of the commit."""
        for name, content in files.items():
            path = self.folder / name
            if content is None:
                path.unlink()
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", subject, **when)
        return self.git("rev-parse", "HEAD").strip()

    def tell(self, told: list[Told]) -> str:
        """Commit the versions of a story, and return the path of the last one."""
        before = ""
        for one in told:
            gone: dict[str, str | bytes | None] = {before: None} if before not in ("", one.path) else {}
            self.commit({**gone, one.path: one.text}, one.subject, date=one.date, author=one.author)
            before = one.path
        return before
