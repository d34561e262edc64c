"""The values of the ledger.

Place    position of words: paragraph 3, characters 17 to 22
Entry    one difference that matters: number 12 > 14, with its places
Ledger   all entries of a comparison, the most important first
"""

from dataclasses import dataclass
from enum import StrEnum

from diffing.ledger.core.details import Detail, Explanation, Extent, Senses, StatedWithout
from diffing.ledger.core.locations import Location
from diffing.model import Pair, Place


class Subject(StrEnum):
    """Topic of an entry."""

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

    @property
    def has_figures(self) -> bool:
        """True if the subject is also written in figures, which the ledger reads in every language."""
        return self in (Subject.NUMBER, Subject.DATE)


class Change(StrEnum):
    """Change of the subject from left to right.

    A number or date is `rounded` if one side is more exact than the other. It is an `approximation` if a side gives it
    only roughly, with a word such as 'about' or 'several'. The words of a quotation are `trimmed` or `reworded`; its
    marks are removed (`unquoted`) or added (`quoted`); or its `speaker` changed.
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

    `left` and `right` are rising places; `left` is empty if the change is new, and `right` if it is gone. `location` is
    the location of the counterpart. `detail` has more, such as the noun that a number counts. `children` are parts of
    the change, such as a number in a new paragraph; their words stand in the words of this entry, or are the names of
    its speakers. They have no children.
    """

    subject: Subject
    change: Change
    left: tuple[Place, ...]
    right: tuple[Place, ...]
    location: Location
    detail: Detail | None = None
    children: tuple["Entry", ...] = ()

    def __post_init__(self) -> None:
        if (self.change is Change.NEW) == bool(self.left) or (self.change is Change.GONE) == bool(self.right):
            raise ValueError(f"{self.subject} {self.change} with {self.left} and {self.right}")
        if isinstance(self.detail, StatedWithout) and self.change not in (Change.GONE, Change.NEW):
            raise ValueError(f"{self.subject} {self.change} has words on both sides")
        if any(child.children or isinstance(child.detail, Explanation) for child in self.children):
            raise ValueError("a child has no children and is no note")

    @property
    def is_passage(self) -> bool:
        """True for paragraphs, sentences and clauses that only one article has; not for single words."""
        return isinstance(self.detail, Extent)

    @property
    def is_condition(self) -> bool:
        """True for a condition that only one article has: 'if the county pays half'."""
        return (
            self.subject is Subject.CONTENT and bool(self.left) != bool(self.right) and isinstance(self.detail, Senses)
        )

    @property
    def is_told_otherwise(self) -> bool:
        """True for words that tell something else of the same subject than the other article does."""
        is_content = self.subject is Subject.CONTENT and self.change is Change.CHANGED
        return is_content and self.location is Location.SAME_SENTENCE and self.detail is None

    @property
    def is_other_headline(self) -> bool:
        """True for the headlines of both articles, which tell different things."""
        return self.subject is Subject.HEADLINE and self.change is Change.CHANGED

    @property
    def places(self) -> Pair[tuple[Place, ...]]:
        """The places of both sides."""
        return Pair(self.left, self.right)


@dataclass(frozen=True, slots=True)
class HiddenEntry:
    """An entry that the reader does not want to see.

    `rule` is the expression of the rule that hides its words; '' where the reader wants no entries of its sort.
    """

    entry: Entry
    rule: str = ""

    def __post_init__(self) -> None:
        if isinstance(self.entry.detail, Explanation) and self.entry.detail.entries:
            raise ValueError("an entry that is hidden explains no others")


@dataclass(frozen=True, slots=True)
class Ledger:
    """The entries of a comparison, the most important first; entries of equal rank are in reading order.

    `languages` are the codes of the languages of the articles, '' for an unknown language. `uncovered` are the subjects
    that the ledger does not look for in these languages, or not completely; see Subject.has_figures. `hidden` are the
    entries that the reader's rules leave out, in the same order.
    """

    entries: tuple[Entry, ...]
    languages: Pair[str]
    uncovered: tuple[Subject, ...] = ()
    hidden: tuple["HiddenEntry", ...] = ()

    def __post_init__(self) -> None:
        for entry in self.entries:
            if isinstance(entry.detail, Explanation) and not {*entry.detail.entries} <= {*range(len(self.entries))}:
                raise ValueError(f"a note explains entries of its ledger, not {entry.detail.entries}")
