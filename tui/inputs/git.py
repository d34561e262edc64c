"""Ask git: its own command, with arguments as a list and never by a shell.

git log --raw -- story.txt      the commits that changed a file, with the hashes of its content
git cat-file --batch            contents by their hashes

Nothing of a repository is run: no filters, no drivers of differences, no pager; nothing is fetched from elsewhere.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from diffing.errors import NewsdiffError, ReadError

if TYPE_CHECKING:
    import subprocess

# Objects that a partial clone lacks would be fetched from the network. A monitor of files is a program that the
# settings of a repository name; diff-tree would start it.
_SETTINGS = ("protocol.allow=never", "log.showSignature=false", "core.fsmonitor=false")
SAFE = ("--no-pager", "--literal-pathspecs", *(part for setting in _SETTINGS for part in ("-c", setting)))
"""Options of git with which it runs nothing of a repository, and fetches nothing."""

LOG = ("--raw", "--no-abbrev", "-z", "--no-renames", "--no-ext-diff", "--format=%x00%H%x00%aI%x00%an")
"""Options of git log whose output `commits_in` reads."""

_OF_A_REPOSITORY = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_NAMESPACE")
_REGULAR = ("100644", "100755", "100664")
_HASHES = (40, 64)
_GONE = "D"


class Change(NamedTuple):
    """A change of a file by a commit: the letter of git (A, M, D), its path, and the hash of its content after it.

    `is_file` is false for links and other things that are no text.
    """

    letter: str
    path: str
    blob: str
    is_file: bool
    old_path: str = ""
    old_blob: str = ""

    @property
    def is_gone(self) -> bool:
        """True if the commit deleted the file."""
        return self.letter.startswith(_GONE)


class Commit(NamedTuple):
    """A commit with its date in ISO 8601 and its author, and what it did to the files asked for."""

    name: str
    date: str
    author: str
    changes: tuple[Change, ...]


class Repository:
    """The repository that a file belongs to. `path` is that of the file from the top of it."""

    def __init__(self, file: str) -> None:
        """Find the repository. Raises NewsdiffError without git, ReadError for a file in no repository."""
        folder = os.path.dirname(os.path.abspath(file))
        while not os.path.isdir(folder) and os.path.dirname(folder) != folder:
            folder = os.path.dirname(folder)
        self._folder = folder
        try:
            top = self._asked("rev-parse", "--show-toplevel").decode("utf-8", "surrogateescape").rstrip("\n")
        except GitError as error:
            raise ReadError(file, f"is in no repository of git ({error})") from None
        if not top:
            raise ReadError(file, "is in a repository of git without files")
        self._folder = top
        path = os.path.relpath(os.path.join(os.path.realpath(folder), os.path.basename(file)), os.path.realpath(top))
        self.path = path.replace(os.sep, "/")

    def log(self, path: str, revision: str, since: str | None) -> Iterator[Commit]:
        """Return the commits on the branch of a revision that changed a file, the newest first. Raises GitError."""
        options = ("--first-parent", "-m", "--root", *LOG)
        bound = () if since is None else (f"--since={since}",)
        found = self._asked("log", *options, *bound, revision, "--", path)
        return commits_in(found)

    def changes(self, commit: str) -> tuple[Change, ...]:
        """Return what a commit did to all files, with renames; nothing for a first commit."""
        options = ("-r", "-M30%", "--raw", "--no-abbrev", "-z", "--no-commit-id", "--no-ext-diff")
        try:
            found = self._asked("diff-tree", *options, f"{commit}^1", commit)
        except GitError:
            return ()
        return tuple(_changes(iter(found.decode("utf-8", "surrogateescape").split("\0"))))

    def contents(self, blobs: Iterable[str], max_bytes: int) -> Iterator[bytes]:
        """Yield the contents of these hashes in order; of one of more than `max_bytes`, one byte more."""
        with _started((*self._command("cat-file", "--batch"),)) as process:
            assert process.stdin is not None
            assert process.stdout is not None
            for blob in blobs:
                process.stdin.write(f"{blob}\n".encode())
                process.stdin.flush()
                *_, size = process.stdout.readline().split()
                if not size.isdigit():
                    raise GitError("a content is missing")
                content = process.stdout.read(min(int(size), max_bytes + 1))
                rest = int(size) - len(content) + 1  # a line feed follows
                while rest > 0:
                    rest -= len(process.stdout.read(min(rest, 1 << 20)) or b"\0" * rest)
                yield content

    def _command(self, *arguments: str) -> Sequence[str]:
        return ["git", "-C", self._folder, *SAFE, *arguments]

    def _asked(self, *arguments: str) -> bytes:
        """Return what git prints. Raises GitError with its message."""
        with _started(self._command(*arguments)) as process:
            found, said = process.communicate()
        if process.returncode:
            lines = said.decode("utf-8", "replace").strip().splitlines()
            raise GitError(lines[-1].removeprefix("fatal: ") if lines else "git failed")
        return found


class GitError(NewsdiffError):
    """An error that git reports."""


def _started(command: Sequence[str]) -> "subprocess.Popen[bytes]":
    """Start git for the repository that the command names. Raises NewsdiffError where there is none."""
    import subprocess  # few runs start git

    # A hook, or a program that git started, has another repository in its environment.
    own = {name: value for name, value in environment().items() if name not in _OF_A_REPOSITORY}
    try:
        return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=own)
    except (OSError, ValueError):
        raise NewsdiffError("--history needs git, which is not installed here") from None


def environment() -> dict[str, str]:
    """Return the environment for git: its messages are in English, and it changes and fetches nothing."""
    return {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1"}


def commits_in(log: bytes) -> Iterator[Commit]:
    """Yield the commits of a log with the options LOG: an empty part stands before each."""
    tokens = iter(log.decode("utf-8", "surrogateescape").split("\0"))
    token = next(tokens, None)
    while token is not None:
        if token or len(name := next(tokens, "")) not in _HASHES:
            token = next(tokens, None) if token else name or None
            continue
        date, author = next(tokens, ""), next(tokens, "")
        own: list[str] = []
        token = next(tokens, None)
        while token:
            own.append(token)
            token = next(tokens, None)
        yield Commit(name, date, author, tuple(_changes(iter(own))))


def _changes(tokens: Iterator[str]) -> Iterator[Change]:
    """Yield the changes of raw output: modes, hashes and a letter, then the path, or both paths of a rename."""
    for token in tokens:
        parts = token.strip("\n:").split(" ")
        with suppress(ValueError):
            _, mode, old_blob, blob, letter = parts
            path = next(tokens, "")
            old_path = path
            if letter[:1] in ("R", "C"):
                path = next(tokens, "")
            yield Change(letter, path, blob, mode in _REGULAR, old_path, old_blob)
