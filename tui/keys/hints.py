"""The keys that matter now, and as many of them as fit on a line.

Enter open  n difference  s list  i why  ? help  q quit        a fold is current, 60 columns
Enter open  n difference  ? help  q quit                       40 columns
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter

from ..text.wrapping import width
from .commands import Commands, Occasion
from .keynames import label

# Between two keys on the line.
GAP = 2


@dataclass(frozen=True, slots=True)
class KeyHint:
    """A key and what it does now.

    `rank` and `pinned` as in `tui.keys.commands.Hint`; `id` is that of the command, and empty for a panel's own key.
    """

    key: str
    words: str
    rank: int
    pinned: bool = False
    id: str = ""

    @property
    def label(self) -> str:
        """Name of the key as it is shown."""
        return label(self.key)

    @property
    def width(self) -> int:
        """Width on the line, in cells."""
        return width(f"{self.label} {self.words}")


def hints(commands: Commands, occasions: Collection[Occasion]) -> Iterator[KeyHint]:
    """Yield the hints of the table of commands on these occasions, in its order."""
    for command in commands:
        for hint in command.hints:
            if hint.on in occasions:
                yield KeyHint(command.keys[0], hint.words, hint.rank, hint.pinned, command.id)


def fitting(found: Iterable[KeyHint], cells: int) -> list[KeyHint]:
    """Return the most important hints that fit whole into `cells`, the pinned ones last."""
    ordered = sorted(found, key=attrgetter("rank"))
    pinned = _from_the_first([hint for hint in ordered if hint.pinned], cells)
    taken = sum(hint.width + GAP for hint in pinned)
    return _from_the_first([hint for hint in ordered if not hint.pinned], cells - taken) + pinned


def _from_the_first(ordered: list[KeyHint], cells: int) -> list[KeyHint]:
    """Return the hints from the first on, up to the one that does not fit."""
    taken = -GAP
    for place, hint in enumerate(ordered):
        taken += GAP + hint.width
        if taken > cells:
            return ordered[:place]
    return ordered
