"""Two folders whose files are compared one after the other, as git difftool -d, hg extdiff and jj hand them over.

    left/story.txt  right/story.txt     story.txt (left)   story.txt (right)
    left/old.txt                        old.txt (left)     old.txt (does not exist)

What only one folder has is compared with nothing, so that its text is shown as added or left out.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from diffing.model import Pair

from .pairs import read_pairs

_MISSING = "does not exist"

State = Callable[[str, str, str], str]
"""Returns what is known of a file, by its path, its name in the folder, and the name of the folder."""


class EachPair(NamedTuple):
    """Two files, and their names in titles."""

    left: str
    right: str
    labels: list[str]


def each_pair(
    left: str, right: str, sides: Sequence[str] | None, state: State = lambda _file, _name, side: side
) -> Iterator[EachPair]:
    """Yield the pairs of files of equal names in two folders; `sides` name the folders. Raises ReadError.

    `state` returns what a title says of a file beside its name.
    """
    folders = Pair(left, right)
    names_of_sides = Pair(sides[0], sides[-1]) if sides else folders
    for pair in read_pairs((left, right)):
        files = pair.names
        name = next(os.path.relpath(file, folder) for file, folder in zip(files, folders, strict=True) if file)
        labels = [
            f"{name} ({state(file, name, side) if file else _MISSING})"
            for file, side in zip(files, names_of_sides, strict=True)
        ]
        yield EachPair(files.left or os.devnull, files.right or os.devnull, labels)


def folders_explained(left: str, right: str) -> str:
    """Return what can be done with two folders, and what it would compare. Raises ReadError."""
    found = list(read_pairs((left, right)))
    both = sum(pair.error is None for pair in found)
    only = len(found) - both
    rest = f", {only} that only one folder has" if only else ""
    return (
        f"{left} and {right} are folders with {both} file{'' if both == 1 else 's'} of equal names{rest}: "
        f"--pairs {left} {right} prints JSON for each pair, and --each a report"
    )
