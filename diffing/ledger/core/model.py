"""The values of the ledger.

Place    where words stand: paragraph 3, characters 17 to 22
Entry    what became of a fact, a quotation or a word of weight: number 12 > 14, in these places
Ledger   all entries of a comparison, the weightiest first
"""

from dataclasses import dataclass
from enum import StrEnum

from diffing.ledger.core.details import Detail, Explanation, StatedWithout
from diffing.ledger.core.locations import Location
from diffing.model import Pair, Place


class Subject(StrEnum):
    """What an entry is about."""

    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    QUOTATION = "quotation"
    NEGATION = "negation"
    CERTAINTY = "certainty"
    CAUSE = "cause"
    ATTRIBUTION = "attribution"
    SOURCE = "source"
    CORRECTION = "correction"
    HEADLINE = "headline"
    CONTENT = "content"


class Change(StrEnum):
    """What became of it between left and right.

    `rounded` and `approximation` are of numbers: told more or less exactly, or as about so much. Of quotations the
    words in the marks were `trimmed` or `reworded`, the marks dropped (`unquoted`) or added (`quoted`), or another
    `speaker` said it.
    """

    CHANGED = "changed"
    GONE = "gone"
    NEW = "new"
    ROUNDED = "rounded"
    APPROXIMATION = "approximation"
    TRIMMED = "trimmed"
    REWORDED = "reworded"
    UNQUOTED = "unquoted"
    QUOTED = "quoted"
    SPEAKER = "speaker"


@dataclass(frozen=True, slots=True)
class Entry:
    """A difference that matters, with the exact words on both sides.

    `left` and `right` are rising places; `left` is empty for what is new and `right` for what is gone. `location` says
    where the counterpart stands, `detail` what else there is to say, such as what a number counts.
    """

    subject: Subject
    change: Change
    left: tuple[Place, ...]
    right: tuple[Place, ...]
    location: Location
    detail: Detail | None = None

    def __post_init__(self) -> None:
        if (self.change is Change.NEW) == bool(self.left) or (self.change is Change.GONE) == bool(self.right):
            raise ValueError(f"{self.subject} {self.change} with {self.left} and {self.right}")
        if isinstance(self.detail, StatedWithout) and self.change not in (Change.GONE, Change.NEW):
            raise ValueError(f"{self.subject} {self.change} has words on both sides")

    @property
    def places(self) -> Pair[tuple[Place, ...]]:
        """The places of both sides."""
        return Pair(self.left, self.right)


@dataclass(frozen=True, slots=True)
class Ledger:
    """The entries of a comparison, the weightiest first, and in reading order where they weigh the same.

    `languages` are the codes of the languages the articles were read as, '' where it is none the ledger knows;
    `uncovered` are the subjects that it cannot find in these.
    """

    entries: tuple[Entry, ...]
    languages: Pair[str]
    uncovered: tuple[Subject, ...] = ()

    def __post_init__(self) -> None:
        for entry in self.entries:
            if isinstance(entry.detail, Explanation) and not {*entry.detail.entries} <= {*range(len(self.entries))}:
                raise ValueError(f"a note explains entries of its ledger, not {entry.detail.entries}")
