r"""The arguments of a program that keeps versions, as arguments of newsdiff.

    git diff       story.txt /tmp/git-blob-a/story.txt 1f3a... 100644 story.txt 0000... 100644
                   --label 'story.txt (1f3a2b4c5)' --label 'story.txt (working copy)' -- /tmp/... story.txt
    git difftool   /tmp/git-blob-a/story.txt story.txt, and the name in BASE
    hg extdiff     news.6ed27bb0bdfd/story.txt news/story.txt; two folders where several files changed
    svn diff       -u -L 'story.txt (revision 1)' -L ... /.../386e.svn-base story.txt

What they hand over was seen with git 2.39, Mercurial 6.3 and Subversion 1.14; docs/git.md tells it. A call is
recognised by its form: seven names of versions of an article are no call of git.
"""

import os
import re
import shlex
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from typing import NamedTuple

from diffing.errors import ReadError
from diffing.model import Pair
from diffing.patterns import lazy_pattern

_HASH = lazy_pattern(r"[0-9a-f]{40}|[0-9a-f]{64}|\.")
_MODE = lazy_pattern(r"[0-7]{6}|\.")
# Arguments of git for a file, and for one with another name.
_CHANGED, _RENAMED = 7, 9
_NOTHING = "/dev/null"
_FOLDER_OF_GIT = lazy_pattern(r"[/\\]git-difftool\.\w+[/\\](?:left|right)[/\\]?$")
_BLOB_OF_GIT = lazy_pattern(r"[/\\]git-blob-\w+[/\\][^/\\]+$")
# A folder that Mercurial made of a commit: the name of the repository and of the commit, then the file.
_COMMIT_OF_MERCURIAL = lazy_pattern(r"(?:^|[/\\])[^/\\]*\.([0-9a-f]{12})(?:[/\\](.+))?$")
_FOLDER_OF_MERCURIAL = "extdiff."
# A file that the caller takes away afterwards: of git, a commit of Mercurial, Subversion's own.
_TEMPORARY = lazy_pattern(r"[/\\]git-blob-\w+[/\\]|(?:^|[/\\])[^/\\]*\.[0-9a-f]{12}[/\\]|[/\\]\.svn[/\\]")
_SVN_LABEL = "-L"
# Two labels, each with -L, and two files.
_LABELLED = 6
_SHORT = 9
_MISSING = "does not exist"
_WORKING_COPY = "working copy"
_IN_GIT = "in git"

Commit = Callable[[str, str], str]
"""Returns what is known of the commit that a blob came with, by the path ('' for any) and the hash; '' for nothing."""


class Call(NamedTuple):
    """A call of newsdiff: its own arguments.

    For git a difference is no failure: with `of_git` the status is 0 unless there is trouble. `says` is what there is
    to say instead of a comparison.
    """

    arguments: Sequence[str]
    of_git: bool = False
    says: str = ""


def _commit_of(path: str, blob: str) -> str:
    from .commits import commit_of  # only for git

    return commit_of(path, blob)


def call_of(
    arguments: Sequence[str],
    environment: Mapping[str, str],
    folder: Callable[[], str],
    commit: Commit = _commit_of,
) -> Call:
    """Return the call that these arguments are, in that environment; `folder` returns the current folder."""
    for length, named_twice in ((_RENAMED, True), (_CHANGED, False)):
        last = arguments[-length:]
        if len(last) == length and all(_is_version(last, at) for at in (1, 4)):
            names = Pair(last[0], last[7] if named_twice else last[0])
            return _external_diff(arguments[:-length], names, last, commit)
    if len(arguments) > _LABELLED and (call := _svn(arguments)) is not None:
        return call
    if "GIT_DIFF_PATH_COUNTER" in environment:
        return _git(arguments, environment, commit)
    before, files = arguments[:-2], arguments[-2:]
    if len(files) == 2 and all(map(_FOLDER_OF_GIT.search, files)):
        return Call((*before, "--each", *_labels("left", "right"), *files), of_git=True)
    if len(files) == 2 and "HG" in environment and os.path.basename(folder()).startswith(_FOLDER_OF_MERCURIAL):
        return _mercurial(before, Pair(*files), folder())
    return Call(arguments)


def _is_version(arguments: Sequence[str], at: int) -> bool:
    """Return whether a file, its hash and its mode stand here; git has '.' for both of a file that does not exist."""
    file, found, mode = arguments[at : at + 3]
    is_missing = file == _NOTHING
    return bool(_HASH.fullmatch(found) and _MODE.fullmatch(mode)) and is_missing == (found == ".") == (mode == ".")


def _external_diff(before: Sequence[str], names: Pair[str], arguments: Sequence[str], commit: Commit) -> Call:
    """Return the call of `diff.external` or GIT_EXTERNAL_DIFF for a file."""
    files, hashes = Pair(arguments[1], arguments[4]), Pair(arguments[2], arguments[5])
    if not any(found.strip("0") for found in hashes):  # git diff --no-index
        return Call(_pair(before, names, files), of_git=True)
    labels = (_labelled(name, _state(name, found, commit)) for name, found in zip(names, hashes, strict=True))
    return Call(_pair(before, labels, files), of_git=True)


def _state(name: str, found: str, commit: Commit) -> str:
    """Return what is known of a version of a file by its hash."""
    if found == ".":
        return _MISSING
    if not found.strip("0"):
        return _WORKING_COPY
    return commit(name, found) or f"blob {found[:_SHORT]}"


def _git(arguments: Sequence[str], environment: Mapping[str, str], commit: Commit) -> Call:
    """Return the call of `git difftool`, or of `git diff` for a file that is unmerged."""
    before, files = arguments[:-2], arguments[-2:]
    if len(arguments) == 1 and not arguments[0].startswith("-"):
        says = f"{arguments[0]}: is unmerged, so there are no two versions to compare"
        return Call(arguments, of_git=True, says=says)
    if len(files) < 2 or any(file.startswith("-") for file in files):
        return Call(arguments, of_git=True)
    path = environment.get("BASE", "")
    labels = (_labelled(_path(file, path), _difftool_state(file, path, commit)) for file in files)
    return Call(_pair(before, labels, files), of_git=True)


def _path(file: str, path: str) -> str:
    """Return the path in the repository of a file that git handed over; `path` is that of its older version."""
    name = os.path.basename(file)
    if file == _NOTHING or name == os.path.basename(path):
        return path or name
    return name if _BLOB_OF_GIT.search(file) else file


def _difftool_state(file: str, path: str, commit: Commit) -> str:
    if file == _NOTHING:
        return _MISSING
    if not _BLOB_OF_GIT.search(file):
        return _WORKING_COPY
    from .commits import blob_hash  # only for git

    own = _path(file, path)
    # A file with another name than before comes without its folder: it is looked for everywhere.
    place = "" if path and own != path else own
    with suppress(ReadError):
        return commit(place, blob_hash(file)) or _IN_GIT
    return _IN_GIT


def state_in_folder(file: str, name: str, side: str, commit: Commit = _commit_of) -> str:
    """Return what is known of a file in a folder that `git difftool -d` made, else the name of that side.

    git puts links to the files of the work tree there, and else what it has of them.
    """
    if os.path.islink(file):
        return _WORKING_COPY
    from .commits import blob_hash  # only for git

    with suppress(ReadError):
        return commit(name.replace(os.sep, "/"), blob_hash(file)) or side
    return side


def _mercurial(before: Sequence[str], files: Pair[str], folder: str) -> Call:
    """Return the call of `hg extdiff`; a file that a commit does not have is not there."""
    paths = files.map(lambda file: os.path.join(folder, file))
    if all(map(os.path.isdir, paths)):
        return Call((*before, "--each", *_labels(*files.map(_changeset)), "--", *files))
    # Only the side in a folder made for a commit tells the path; the other may be the file at its own place.
    inside = next((found[2] for found in map(_COMMIT_OF_MERCURIAL.search, files) if found and found[2]), "")
    there = next((file for file in files if file != _NOTHING), "")
    labels = []
    for file, path in zip(files, paths, strict=True):
        name = inside or (there if file == _NOTHING else file)
        labels.append(_labelled(name, _changeset(file) if os.path.exists(path) else _MISSING))
    found = (file if os.path.exists(path) else os.devnull for file, path in zip(files, paths, strict=True))
    return Call(_pair(before, labels, found))


def _changeset(file: str) -> str:
    found = _COMMIT_OF_MERCURIAL.search(file)
    if file == _NOTHING:
        return _MISSING
    return found[1] if found else _WORKING_COPY


def _svn(arguments: Sequence[str]) -> Call | None:
    """Return the call of `svn diff --diff-cmd`; the options before the labels are `-u`, or what `-x` gave."""
    before, (first, left, second, right, *files) = arguments[:-_LABELLED], arguments[-_LABELLED:]
    if (first, second) != (_SVN_LABEL, _SVN_LABEL):
        return None
    # Some versions give what stands behind -x as one argument.
    own = (part for option in before if option != "-u" for part in _words(option))
    labels = (re.sub(r"\s+", " ", label) for label in (left, right))
    return Call(_pair(tuple(own), labels, files))


def _pair(before: Sequence[str], labels: Iterable[str], files: Iterable[str]) -> tuple[str, ...]:
    """Return newsdiff's own arguments for two files; beside a temporary one, what the reader notes is not kept."""
    left, right = files
    is_kept = not _TEMPORARY.search(right) or any(option.startswith("--sidecar") for option in before)
    return (*before, *(() if is_kept else ("--no-sidecar",)), *_labels(*labels), "--", *map(_readable, (left, right)))


def _words(option: str) -> list[str]:
    with suppress(ValueError):  # a quotation mark without another
        return shlex.split(option)
    return [option]


def _labelled(name: str, state: str) -> str:
    return f"{name} ({state})"


def _labels(*labels: str) -> tuple[str, ...]:
    return tuple(f"--label={label}" for label in labels)


def _readable(file: str) -> str:
    """Return the name by which this system reads a file that does not exist."""
    return os.devnull if file == _NOTHING else file
