"""The column of each version, in the line of versions and in the lanes below it.

    cells                0        22          34          46          58
                                  07:42       08:05       09:30
    compared 2 → 3                1 ───────── 2 ━━━━━━━━━ 3

Where there is no room for all versions, those around the two in view are shown.
"""

import os
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from diffing.history.model import Version

from ..text.sanitize import visible
from ..text.wrapping import ending
from .story import Ends

# Cells of what stands before the columns, by the least width of the window; and of the notes behind them.
_TITLES = ((150, 34), (100, 22), (70, 19), (0, 12))
NOTES = 10
# Cells of a column: from '07:42' and a blank to the words of a fact. Farther apart, a lane is hard to follow.
_LEAST, _MOST = 7, 28
_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d:\d\d))?")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")


class Columns(NamedTuple):
    """The columns of the versions from `first` on: `number` of them, each `step` cells wide, from cell `start` on."""

    first: int
    number: int
    start: int
    step: int

    @property
    def shown(self) -> range:
        """The versions that have a column."""
        return range(self.first, self.first + self.number)

    @property
    def end(self) -> int:
        """The cell behind the last column."""
        return self.start + self.number * self.step

    def x(self, version: int) -> int:
        """Return the first cell of the column of a version."""
        return self.start + (version - self.first) * self.step

    def version_at(self, x: int) -> int | None:
        """Return the version whose column has a cell; None for none."""
        version = self.first + (x - self.start) // self.step
        return version if version in self.shown and x >= self.start else None


def columns(versions: int, cells: int, here: Ends) -> Columns:
    """Return the columns of some versions in a window `cells` wide, with those around the two that are compared."""
    start = next(titles for least, titles in _TITLES if cells >= least)
    room = max(_LEAST, cells - start - NOTES)
    step = max(_LEAST, min(_MOST, room // versions))
    count = max(1, min(versions, room // step))
    # Pages with two versions in common: the columns stay where they are while the reader goes from step to step.
    page = max(1, count - 2)
    first = here.left // page * page
    if here.right >= first + count:
        # Of two versions far from each other the newer one is what the reader moves to.
        first = here.right // page * page
    return Columns(max(0, min(first, versions - count)), count, start, step)


def labels(versions: Sequence[Version], cells: int) -> Iterator[str]:
    """Yield what stands above the column of each version: its time, at a new day its day, else the end of its name."""
    days = [_day(version) for version in versions]
    is_one_day = len(set(days)) == 1
    for at, version in enumerate(versions):
        found = _DATE.match(version.origins[0].date)
        if found is None:
            stem = os.path.splitext(os.path.basename(version.label))[0] or version.label
            yield ending(visible(stem), max(1, cells))
        elif found[4] and (is_one_day or (at and days[at - 1] == days[at])):
            yield found[4]
        else:
            yield day(found[0])


def _day(version: Version) -> str:
    found = _DATE.match(version.origins[0].date)
    return "-".join(found.groups()[:3]) if found else ""


def day(date: str) -> str:
    """Return the day and the month of a date in ISO 8601: '2 May'; another date as it is."""
    found = _DATE.match(date)
    if found is None or not 1 <= int(found[2]) <= len(_MONTHS):
        return date
    return f"{int(found[3])} {_MONTHS[int(found[2]) - 1]}"


def span(versions: Sequence[Version]) -> str:
    """Return when the first and the last version were made: '2 May 2031 07:42 – 21:10'; '' if that is not known."""
    first, last = (_DATE.match(version.origins[0].date) for version in (versions[0], versions[-1]))
    if first is None or last is None:
        return ""
    ends = [f"{day(found[0])} {found[1]} {found[4] or ''}".strip() for found in (first, last)]
    if first.groups()[:3] == last.groups()[:3]:
        return f"{ends[0]} – {last[4]}" if first[4] and last[4] else ends[0]
    return " – ".join(ends)
