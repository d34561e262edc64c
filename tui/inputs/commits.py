"""The commit of git that a version of a file came with.

    story.txt, blob 6a520b72e8...    6ed27bb0b, 2026-11-29
    a blob that two commits made     '': which of them is meant, git does not say

git hands over files without the commit that they are of. A title with the name of a temporary file says nothing.
"""

import hashlib
import subprocess

from diffing.sources.files import MAX_BYTES, file_bytes

from .git import LOG, SAFE, commits_in, environment

# Git looks through the history of one file: seconds only in the largest repositories, and titles are not worth more.
_MOST_SECONDS = 2.0
_SHORT = 9
_DAY = len("2026-11-29")


def blob_hash(path: str) -> str:
    """Return the hash that git has for a file of this content, in a repository with SHA-1. Raises ReadError."""
    content = file_bytes(path, MAX_BYTES)
    return hashlib.sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()


def commit_of(path: str, blob: str) -> str:
    """Return the commit that made this version of a file, with its day; '' if none or several did.

    `path` is seen from the top of the repository, the folder in which git calls other programs; '' is any path.
    """
    command = ["git", *SAFE, "log", "--all", *LOG, f"--find-object={blob}", *(("--", path) if path else ())]
    try:
        done = subprocess.run(
            command, capture_output=True, stdin=subprocess.DEVNULL, timeout=_MOST_SECONDS, env=environment()
        )
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return ""
    made = [
        f"{commit.name[:_SHORT]}, {commit.date[:_DAY]}"
        for commit in commits_in(done.stdout)
        if any(change.blob == blob and change.old_blob != blob for change in commit.changes)
    ]
    return made[0] if len(made) == 1 else ""
