"""Details of entries as values: one class for each kind of detail.

12 > 14 people                 Counted("people")
“…,” Soto said > Ruiz said     Speakers(("Soto",), ("Ruiz",))
may > will                     Senses("possible", "certain")

Front ends turn these values into words. The engine never branches on words.
"""

from dataclasses import dataclass

from diffing.model import Place

# A single occurrence is no detail.
_SEVERAL = 2


@dataclass(frozen=True, slots=True)
class Counted:
    """The noun that a number counts, as it stands in the text."""

    noun: str


@dataclass(frozen=True, slots=True)
class Occurrences:
    """Number of times that a name stands in the article, or that one name replaces the other; at least two."""

    count: int

    def __post_init__(self) -> None:
        if self.count < _SEVERAL:
            raise ValueError(f"occurrences are counted from two, not {self.count}")


@dataclass(frozen=True, slots=True)
class DateMeant:
    """The date or time that words name; None for parts that the words do not name.

    `unit` is the least part they name: day, month, year, years, decade, century, lunar year, time, or a word such as
    weekend. For `years` and a lunar year, `day` is the last year. A year before the era is negative: 400 BC is -400.
    `weekday` is 1 for Monday to 7 for Sunday. `shift` is how many units from now ('last month' is -1). `minute` is the
    minute of the day, and `zone` its time zone in lower case, empty for none.
    """

    unit: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    shift: int | None = None
    minute: int | None = None
    zone: str = ""


@dataclass(frozen=True, slots=True)
class DatesMeant:
    """The dates or times that the words of both sides name; None for a side without words."""

    left: DateMeant | None
    right: DateMeant | None

    def __post_init__(self) -> None:
        if self.left is None and self.right is None:
            raise ValueError("an entry names a date on one side at least")


@dataclass(frozen=True, slots=True)
class Speakers:
    """The speakers of a quotation on each side: names in alphabetical order, at least one on each side."""

    left: tuple[str, ...]
    right: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.left or not self.right:
            raise ValueError(f"a quotation has speakers on both sides, not {self.left} and {self.right}")


@dataclass(frozen=True, slots=True)
class Replacement:
    """Words of a quotation and the words in their place, without marks at their ends; one of them may be empty."""

    left: str
    right: str


@dataclass(frozen=True, slots=True)
class WordChanges:
    """Words that differ inside the marks of a quotation, in the order of the text.

    `cut` are words that only the left side has, `added` words that only the right side has, at an end or as whole
    sentences; `replaced` are the other changes.
    """

    replaced: tuple[Replacement, ...] = ()
    cut: tuple[str, ...] = ()
    added: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not (self.replaced or self.cut or self.added):
            raise ValueError("a quotation that changed has words that changed")


@dataclass(frozen=True, slots=True)
class WithoutMarks:
    """Mark of a quotation whose words the other side has without marks: exactly these, or most of them."""

    is_exact: bool


@dataclass(frozen=True, slots=True)
class Senses:
    """The classes of a word on each side, as the lexicon of the language names them: possible, certain; denying."""

    left: str
    right: str


@dataclass(frozen=True, slots=True)
class Opposites:
    """Mark of two words of which one is the other with a prefix that reverses its meaning: legal, illegal."""


@dataclass(frozen=True, slots=True)
class Exchanged:
    """Mark of two clauses in which the same two have changed places: who sues and who is sued, what came first."""


@dataclass(frozen=True, slots=True)
class StatedWithout:
    """The words of the other article that the entry's word modifies there; the other article has no such word.

    left   the bridge is |not| safe      right   the bridge is |safe|     the place of 'safe' on the right
    """

    place: Place


@dataclass(frozen=True, slots=True)
class Extent:
    """Extent of content that only one article has: whole paragraphs if `is_whole`, otherwise sentences or clauses."""

    is_whole: bool


@dataclass(frozen=True, slots=True)
class Explanation:
    """Entries that a note of correction explains.

    `entries` are the indices (0-based, in the ledger) of these entries, in the order of their subjects. `silent` is the
    number of other changes of fact, quotation or meaning, which the note does not mention.
    """

    entries: tuple[int, ...]
    silent: int

    def __post_init__(self) -> None:
        if self.silent < 0 or len({*self.entries}) < len(self.entries):
            raise ValueError(f"a note explains each entry once: {self.entries}, {self.silent}")


Detail = (
    Counted
    | Occurrences
    | DatesMeant
    | Speakers
    | WordChanges
    | WithoutMarks
    | Senses
    | Opposites
    | Exchanged
    | StatedWithout
    | Extent
    | Explanation
)
"""All kinds of details."""
