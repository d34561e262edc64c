"""The versions of a file in git, through its renames.

    story.txt     c3  M     c2  R from draft.txt
    draft.txt     c1  A                               c1, c2, c3: three versions

git recognises a rename by equal lines, and a short article of long lines loses its past: two paragraphs, one of them
changed, are no rename for git. So where a file was added, the files that the same commit deleted are looked at: what
git calls a rename is followed if newsdiff finds one story in both; another deleted file with the same story is named,
and followed if it is listed as an earlier name.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from diffing.errors import ReadError

from .git import Change, Commit, GitError, Repository

StoryInCommon = Callable[[bytes, bytes], float]
"""Returns how much of a story two contents have in common, 0 for nothing."""

# Similarity from which git's word is taken for a rename, in hundredths: more lines are the same than not.
_SURELY_RENAMED = 50
# Deleted files of a commit that are compared with the added one.
_MOST_CANDIDATES = 50


class FileVersion(NamedTuple):
    """A file in a commit: its path and its content, or why it cannot be read."""

    commit: Commit
    path: str
    content: bytes
    fault: str = ""


class FileHistory(NamedTuple):
    """The versions of a file, the oldest first, and remarks on what was left out or may be missing."""

    versions: Sequence[FileVersion]
    remarks: Sequence[str]


class _Point(NamedTuple):
    commit: Commit
    change: Change


def file_history(
    file: str,
    story_in_common: StoryInCommon,
    *,
    since: str | None = None,
    most: int,
    max_bytes: int,
    earlier: Sequence[str] = (),
) -> FileHistory:
    """Return the versions of a file on the current branch, the newest `most` of them.

    `earlier` are names under which the file stood before. Raises ReadError where there are none, NewsdiffError without
    git.
    """
    repository = Repository(file)
    follower = _Follower(repository, story_in_common, max_bytes, earlier)
    try:
        found = [*islice(follower.points(since), most + 1)]
        remarks = list(follower.remarks)
        if len(found) > most:
            newest = f"{most} versions of {file} are" if most > 1 else f"version of {file} is"
            remarks.append(f"only the newest {newest} read; --max N reads more")
        points = found[:most][::-1]
        contents = repository.contents((point.change.blob for point in points if point.change.is_file), max_bytes)
        versions = [
            FileVersion(point.commit, point.change.path, next(contents))
            if point.change.is_file
            else FileVersion(point.commit, point.change.path, b"", "is no regular file in this commit")
            for point in points
        ]
    except GitError as error:
        raise ReadError(file, f"git cannot show its versions: {error}") from None
    if not versions:
        raise ReadError(file, "has no version in git" + (f" since {since}" if since else ""))
    return FileHistory(versions, remarks)


class _Follower:
    """The commits of a file, the newest first, through its names."""

    def __init__(
        self, repository: Repository, story_in_common: StoryInCommon, max_bytes: int, earlier: Sequence[str]
    ) -> None:
        self.remarks: list[str] = []
        self._repository = repository
        self._in_common = story_in_common
        self._max_bytes = max_bytes
        self._earlier = earlier

    def points(self, since: str | None) -> Iterator[_Point]:
        """Yield each commit that has a version of the file."""
        path, revision = self._repository.path, "HEAD"
        while True:
            before: Change | None = None
            added = ""
            for commit in self._repository.log(path, revision, since):
                for change in commit.changes:
                    if change.is_gone:
                        continue
                    yield _Point(commit, change)
                    if change.letter == "A":
                        before, added = self._before(commit, change), commit.name
                if before is not None:
                    break
            if before is None:
                return
            path, revision = before.old_path, f"{added}^1"

    def _before(self, commit: Commit, added: Change) -> Change | None:
        """Return the change by which a file that was added had another name before; None if it is new."""
        changes = self._repository.changes(commit.name)
        renamed = next((one for one in changes if one.letter.startswith("R") and one.path == added.path), None)
        if renamed is not None and int(renamed.letter[1:]) >= _SURELY_RENAMED:
            return renamed
        gone = [one for one in changes if one.is_gone or one is renamed]
        if not gone:
            return None
        for one in gone:
            if one.old_path in self._earlier:
                return one
        alike = self._most_alike(added, gone)
        if alike is not None and alike is renamed:
            return renamed
        if alike is not None:
            self.remarks.append(
                f"{added.path} begins in {commit.name[:9]}, which deleted {alike.old_path}: newsdiff finds one story "
                f"in both; --was {alike.old_path} follows it"
            )
        return None

    def _most_alike(self, added: Change, gone: Iterable[Change]) -> Change | None:
        """Return the deleted file that has most of the story of the added one; None if none is of the same story."""
        files = [one for one in gone if one.old_blob != added.blob][:_MOST_CANDIDATES]
        blobs = [added.blob, *(one.old_blob for one in files)]
        own, *others = self._repository.contents(blobs, self._max_bytes)
        shares = [self._in_common(own, other) for other in others]
        best = max(range(len(files)), key=shares.__getitem__, default=None)
        return files[best] if best is not None and shares[best] > 0 else None
