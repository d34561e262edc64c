"""The words of a row: Span(Op.REPLACE, "severed", "broke"), how many there are, and what a text hides."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from diffing.model.pair import Pair


class Op(StrEnum):
    """An edit operation: what happened to a run of text between left and right."""

    EQUAL = "equal"
    INSERT = "insert"
    DELETE = "delete"
    REPLACE = "replace"
    TRANSLATED = "translated"
    """Sentences that stand for each other in two languages; their words are not compared."""

    @property
    def mirrored(self) -> "Op":
        """The operation with the sides exchanged: what is inserted into one is deleted from the other."""
        return Op.DELETE if self is Op.INSERT else Op.INSERT if self is Op.DELETE else self


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text with its edit operation, as it stands on each side.

    `left` is empty for an insert and `right` for a delete. The two texts of an equal span may
    differ in white space and in what does not count in comparing (see words.compared_form).

    `typographic` marks an equal span whose texts are set differently: quotes, dashes, case, lost
    accents, hyphens, white space. `move` numbers two equal spans that are one text in two places, as
    `moved` does beside the kind of a row: one has the text on the left only, the other on the right
    only. `move_row` is the row of the other place, and None where it is the same row.
    `bounded` marks a change found by a shortcut, because the texts were too long and too different.

    A replacement has three details. `letters` are the ranges (start, end) in which two nearly equal words differ, as
    offsets into the texts of the span. `sign` is the sign of a figure that became another figure: '£', a minus; it ends
    both texts of the span before. `is_lookalike` marks different texts that are drawn alike.

    `rule` is the expression of the reader's rule that hides the change; '' for none.
    """

    op: Op
    left: str
    right: str
    typographic: bool = False
    move: int | None = None
    move_row: int | None = None
    bounded: bool = False
    letters: Pair[tuple[int, int]] | None = None
    sign: str = ""
    is_lookalike: bool = False
    rule: str = ""

    def __post_init__(self) -> None:
        if self.rule and self.op is Op.EQUAL:
            raise ValueError("a rule hides changes")
        if self.op is not Op.REPLACE and (self.letters or self.sign or self.is_lookalike):
            raise ValueError(f"{self.op} has no details of a replacement")
        if self.typographic and self.op is not Op.EQUAL:
            raise ValueError(f"{self.op} is more than typography")
        if self.move is not None:
            if self.op is not Op.EQUAL or bool(self.left) == bool(self.right):
                raise ValueError(f"a moved text is the same in its other place: {self.op} {self.left!r} {self.right!r}")
        elif bool(self.left) == (self.op is Op.INSERT) or bool(self.right) == (self.op is Op.DELETE):
            raise ValueError(f"{self.op} cannot have {self.left!r} and {self.right!r}")

    @property
    def differs(self) -> bool:
        """True if the sides have other words here, or the same words elsewhere.

        Typography does not count, nor do translation and what a rule of the reader hides.
        """
        return (self.op not in (Op.EQUAL, Op.TRANSLATED) and not self.rule) or self.move is not None

    def mirrored(self) -> "Span":
        """Return the span with the sides exchanged."""
        return replace(
            self,
            op=self.op.mirrored,
            left=self.right,
            right=self.left,
            letters=self.letters and self.letters.swapped(),
        )


@dataclass(frozen=True, slots=True)
class WordCounts:
    """The words of one side by what became of them; punctuation is not counted.

    `kept` are the same on the other side, also where only typography differs or a rule hides the
    change; `moved` are the same in another place; `changed` stand against other words; `alone` stand
    against nothing: left out when the side is the left one, added when it is the right. `translated`
    stand for words of another language.
    """

    kept: int = 0
    moved: int = 0
    changed: int = 0
    alone: int = 0
    translated: int = 0

    @property
    def total(self) -> int:
        """All words of the side."""
        return self.kept + self.moved + self.changed + self.alone + self.translated

    @property
    def verbatim_share(self) -> float:
        """The share of the side's words that the other side has too, in place or moved; 1 for no words."""
        return (self.kept + self.moved) / self.total if self.total else 1.0

    @property
    def translated_share(self) -> float:
        """The share of the side's words that stand for words of another language; 0 for no words."""
        return self.translated / self.total if self.total else 0.0

    @property
    def reworded_share(self) -> float:
        """The share of the side's words that stand against other words; 0 for no words."""
        return self.changed / self.total if self.total else 0.0

    @property
    def alone_share(self) -> float:
        """The share of the side's words that the other side has nothing for; 0 for no words."""
        return self.alone / self.total if self.total else 0.0


NO_WORDS = Pair(WordCounts(), WordCounts())
"""Counts of a row without counted words."""


class What(StrEnum):
    """The classes of things that a text hides."""

    CONTROL = "control"
    DIRECTION = "direction"
    INVISIBLE = "invisible"
    LOOKALIKE = "look-alike"


class Hidden(NamedTuple):
    """Something in a text that a reader cannot see, or takes for something else, and how often.

    `name` says what: 'zero width space', 'Cyrillic \u0430'. `word` is the word that has look-alike letters, as it
    stands, and empty for other classes.
    """

    what: What
    name: str
    word: str
    times: int


NOTHING_HIDDEN: Pair[tuple[Hidden, ...]] = Pair((), ())
"""The hidden things of most rows."""
