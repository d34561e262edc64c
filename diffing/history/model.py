"""The values of a history.

    version 1       version 2       version 3       version 4
    Two people      Three people    (cut)           Three people
    |--- step 0 ----|--- step 1 ----|--- step 2 ----|

    Lane    number of people: two in 1, three in 2, withdrawn in 3, back in 4
    Line    the paragraph: 1 to 4, away in 3

Versions, steps and paragraphs are counted from 0. Step `k` compares version `k` with version `k + 1`.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from diffing.ledger.core.model import Change, Entry, Ledger
from diffing.model import Article, Comparison, Place


class Origin(NamedTuple):
    """Origin of a version: its label, and what is known of it; '' for what is not. `path` is that of its file."""

    label: str
    date: str = ""
    author: str = ""
    commit: str = ""
    path: str = ""


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a story. Neighbours with equal texts are one version with several origins, the oldest first."""

    article: Article
    origins: tuple[Origin, ...]

    def __post_init__(self) -> None:
        if not self.origins:
            raise ValueError("a version has an origin")

    @property
    def label(self) -> str:
        """The label of its first origin."""
        return self.origins[0].label


@dataclass(frozen=True, slots=True)
class Step:
    """The comparison of a version with a later one, and its ledger."""

    comparison: Comparison
    ledger: Ledger


class Station(NamedTuple):
    """A paragraph of a version."""

    version: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class ParagraphLine:
    """One paragraph through the versions: `stations` has its place in each version that has it, the oldest first.

    A version between two stations that is left out did not have the paragraph. `split_from` is the paragraph of the
    version before from which it was split off; `merged_into` the paragraph of the version behind into which it went.
    """

    stations: tuple[Station, ...]
    split_from: Station | None = None
    merged_into: Station | None = None

    def __post_init__(self) -> None:
        if not self.stations or any(after.version <= before.version for before, after in pairwise(self.stations)):
            raise ValueError("a paragraph line has stations in rising versions")

    @property
    def first(self) -> int:
        """The first version that has the paragraph."""
        return self.stations[0].version

    @property
    def last(self) -> int:
        """The last version that has it."""
        return self.stations[-1].version


class Wording(NamedTuple):
    """A text that a paragraph has from version `first` to version `last`."""

    first: int
    last: int
    text: str


class Fact(StrEnum):
    """Kind of fact that a lane follows."""

    NUMBER = "number"
    NAME = "name"
    DATE = "date"
    QUOTATION = "quotation"
    ATTRIBUTION = "attribution"
    """The verb of saying, or the source."""
    STATUS = "status"
    """A word that turns a statement: not, may, because of, or an opposite such as 'open' and 'closed'."""


class Stand(NamedTuple):
    """A fact in a version: its places, rising, and the different words at these places."""

    version: int
    places: tuple[Place, ...]
    words: tuple[str, ...]


class EntryAt(NamedTuple):
    """An entry of the ledger of a step; `child` is the index of one of its children, None for the entry itself."""

    step: int
    entry: int
    child: int | None = None


@dataclass(frozen=True, slots=True)
class LaneEvent:
    """A change of a fact in a version, seen from the version before.

    `is_back` says that the fact has again what an earlier version said. `entries` are the entries of the ledger that
    say so. `is_accountable` is true if readers of an earlier version read something else: not for a new fact, nor for
    one that is more or less exact. `note` is the first version with a new note of the editors that names the change,
    None for none.
    """

    version: int
    change: Change
    is_back: bool
    entries: tuple[EntryAt, ...]
    is_accountable: bool
    note: int | None = None


class State(StrEnum):
    """State of a fact in a version."""

    STANDS = "stands"
    ABSENT = "absent"
    """Not yet there, withdrawn, or gone."""
    UNKNOWN = "unknown"
    """Not found, although nothing says that it is gone: its sentence was rewritten."""


@dataclass(frozen=True, slots=True)
class Lane:
    """A fact through the versions that changed at least once: its stands and its events, the oldest first.

    `label` is what a number counts, or who speaks a quotation, as the text has it; '' if that is not known.
    """

    fact: Fact
    label: str
    stands: tuple[Stand, ...]
    events: tuple[LaneEvent, ...]

    def __post_init__(self) -> None:
        if not self.stands or not self.events:
            raise ValueError("a lane has a stand and an event")

    def state(self, version: int) -> State:
        """Return what is known of the fact in a version."""
        at = bisect_left(self.stands, version, key=attrgetter("version"))
        if at < len(self.stands) and self.stands[at].version == version:
            return State.STANDS
        left = at > 0 and self._has(Change.GONE, self.stands[at - 1].version + 1)
        came = at < len(self.stands) and self._has(Change.NEW, self.stands[at].version)
        return State.ABSENT if left or came else State.UNKNOWN

    def _has(self, change: Change, version: int) -> bool:
        at = bisect_left(self.events, version, key=attrgetter("version"))
        return at < len(self.events) and self.events[at].version == version and self.events[at].change is change


class ChangeAt(NamedTuple):
    """An event of a lane of a history."""

    lane: Lane
    event: LaneEvent


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Paragraphs of the first and the last version that the steps and the direct comparison pair in other ways.

    `by_steps` and `directly` are the pairs (paragraph of the first version, paragraph of the last one).
    """

    by_steps: tuple[tuple[int, int], ...]
    directly: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class History:
    """The versions of a story, the step from each to the next, and what follows from them."""

    versions: tuple[Version, ...]
    steps: tuple[Step, ...]
    lines: tuple[ParagraphLine, ...]
    lanes: tuple[Lane, ...]
    disagreements: tuple[Disagreement, ...]

    def __post_init__(self) -> None:
        if len(self.steps) != max(0, len(self.versions) - 1):
            raise ValueError("a history has a step from each version to the next")

    @property
    def changes(self) -> Iterator[ChangeAt]:
        """The changes of facts that an editor should account for, by version."""
        found = [ChangeAt(lane, event) for lane in self.lanes for event in lane.events if event.is_accountable]
        return iter(sorted(found, key=lambda change: change.event.version))

    @property
    def unnoted(self) -> tuple[ChangeAt, ...]:
        """The facts changed without a note."""
        return tuple(change for change in self.changes if change.event.note is None)

    def entry(self, at: EntryAt) -> Entry:
        """Return an entry of the ledger of a step."""
        entry = self.steps[at.step].ledger.entries[at.entry]
        return entry if at.child is None else entry.children[at.child]

    def line_at(self, version: int, paragraph: int) -> ParagraphLine:
        """Return the line of a paragraph of a version."""
        return next(line for line in self.lines if Station(version, paragraph) in line.stations)

    def wordings(self, line: ParagraphLine) -> tuple[Wording, ...]:
        """Return the wordings of a paragraph, the oldest first; one that stays for several versions is one."""
        found: list[Wording] = []
        for version, paragraph in line.stations:
            text = self.versions[version].article.paragraphs[paragraph].text
            if found and found[-1].text == text and found[-1].last == version - 1:
                found[-1] = found[-1]._replace(last=version)
            else:
                found.append(Wording(version, version, text))
        return tuple(found)
