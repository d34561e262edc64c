"""The commit of git that a version of a file came with.

    story.txt, blob 6a520b72e8...    6ed27bb0b, 2026-11-29
    a blob that two commits made     '': which of them is meant, git does not say

git hands over files without the commit that they are of. A title with the name of a temporary file says nothing.
"""

import hashlib
import os
import re
import subprocess

from diffing.patterns import lazy_pattern
from diffing.sources.files import MAX_BYTES, file_bytes

# Git looks through the history of one file: seconds only in the largest repositories, and titles are not worth more.
_MOST_SECONDS = 2.0
_COMMIT = lazy_pattern(r"\0([0-9a-f]{9})[0-9a-f]* (\d{4}-\d\d-\d\d)((?:\n|.)*?)(?=\0|\Z)")
# What a commit did to a file: its modes, then its hash before and after.
_BLOBS = lazy_pattern(r"^:\d{6} \d{6} ([0-9a-f]+) ([0-9a-f]+) ", re.MULTILINE)


def blob_hash(path: str) -> str:
    """Return the hash that git has for a file of this content, in a repository with SHA-1. Raises ReadError."""
    content = file_bytes(path, MAX_BYTES)
    return hashlib.sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()


def commit_of(path: str, blob: str) -> str:
    """Return the commit that made this version of a file, with its day; '' if none or several did.

    `path` is seen from the top of the repository.
    """
    command = ["git", "--no-pager", "log", "--all", "--no-renames", "--no-show-signature", "--format=%x00%H %cs"]
    command += ["--raw", "--no-abbrev", f"--find-object={blob}", "--", f":(top,literal){path}"]
    try:
        done = subprocess.run(
            command,
            capture_output=True,
            check=False,
            stdin=subprocess.DEVNULL,
            timeout=_MOST_SECONDS,
            env={**os.environ, "LC_ALL": "C"},
        )
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return ""
    made = [
        f"{commit}, {day}"
        for commit, day, changes in _COMMIT.findall(done.stdout.decode("utf-8", "replace"))
        if any(before != blob and after == blob for before, after in _BLOBS.findall(changes))
    ]
    return made[0] if len(made) == 1 else ""
