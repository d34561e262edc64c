"""Lines of a printed page, made of characters that stand at places.

    1 0 (at the base line)  6 (raised, small)     ->   10⁶
    North        12                                ->   two cells: 'North | 12'
    s p a c e d   o u t                            ->   spaced out

The order is that of the file. What is raised or lowered and small stays in its line.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import NamedTuple, Protocol

from diffing.patterns import lazy_pattern
from diffing.sources.markup.superscripts import lowered, raised

RIGHT_TO_LEFT = lazy_pattern("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
"""A character of Hebrew, Arabic and other scripts that are written from right to left."""

# The first such character: most are before it, and are told so at once.
_FIRST_TURNED = "\u0590"
# In sizes of the letters: how far a base line may be off, how far a raised or lowered sign is at most, how small it is,
# and how near; how far back a line may go.
_LEVEL = 0.12
_RAISED = 0.75
_SMALL = 0.87
_NEAR = 0.6
_BACK = 1.0
CELL_GAP = 1.8
"""The width of a gap that parts two cells, in sizes of the letters."""

# The share of their size by which letters of one size may differ.
_SAME_SIZE = 0.08
# Letters by themselves that make a word that is spaced out, and how much wider the gaps between two such words are.
_LEAST_SPACED = 4
_WIDER = 1.5


class Spot(NamedTuple):
    """A character at its place: the left end of its base line, along the line and across lines (upwards)."""

    character: str
    along: float
    across: float


class Extent(NamedTuple):
    """The space that a character takes: where it ends along the line, and the size of its letters."""

    end: float
    size: float


class Page(Protocol):
    """A page as its program gives it."""

    def spots(self) -> Iterable[Spot]:
        """Yield its characters in their order; a space may be one that the program found between two words."""

    def extent(self, index: int) -> Extent:
        """Return the space that the character of that index takes."""


class Word(NamedTuple):
    """A word, where it begins and ends along its line, and the gap before it."""

    text: str
    start: float
    end: float
    gap: float


@dataclass(frozen=True)
class Line:
    """A line of a page; `across` is the height of its base line."""

    page: int
    words: tuple[Word, ...]
    across: float
    size: float

    @property
    def start(self) -> float:
        """The place along the page at which it begins."""
        return min(word.start for word in self.words)

    @property
    def end(self) -> float:
        """The place along the page at which it ends."""
        return max(word.end for word in self.words)

    @property
    def text(self) -> str:
        """Its words with spaces between them, its cells with bars."""
        return "".join(f"{self._between(word) if at else ''}{word.text}" for at, word in enumerate(self.words))

    def _between(self, word: Word) -> str:
        return " | " if word.gap > CELL_GAP * self.size else " "

    @property
    def first_gap(self) -> int:
        """The index of the first word behind a gap as between the cells of a table; 0 without one."""
        wide = (at for at, word in enumerate(self.words) if at and word.gap > CELL_GAP * self.size)
        return next(wide, 0)

    @property
    def has_cells(self) -> bool:
        """True if it has a gap as between the cells of a table."""
        return self.first_gap > 0

    @property
    def is_right_to_left(self) -> bool:
        """True if it has words of a script that is written from right to left."""
        return any(RIGHT_TO_LEFT.search(word.text) for word in self.words)


def same_size(line: Line, other: Line) -> bool:
    """Return whether the letters of two lines have about the same size."""
    return abs(line.size - other.size) <= _SAME_SIZE * max(line.size, other.size)


@dataclass
class _Draft:
    """A line on its way: its height and size, the word that is open, and those before it."""

    across: float
    size: float
    words: list[Word] = field(default_factory=list)
    letters: str = ""
    begun: float = 0.0
    level: str = ""  # '', 'raised' or 'lowered': of the letters that are open in `small`
    small: str = ""
    reach: float = 0.0
    is_turned: bool = False

    def close_small(self) -> None:
        """Add what is raised or lowered to the word, in characters of that kind where there are such."""
        if self.small:
            self.letters += (raised if self.level == "raised" else lowered)(self.small)
        self.small = self.level = ""

    def close_word(self, end: float) -> None:
        """End the word that is open."""
        self.close_small()
        if self.letters:
            gap = self.begun - self.words[-1].end if self.words else 0.0
            self.words.append(Word(_joined(self.letters), self.begun, end, gap))
        self.letters = ""

    def put(self, spot: Spot) -> None:
        """Add a character on the base line."""
        if self.small:
            self.close_small()
        if not self.letters:
            self.begun = spot.along
        self.letters += spot.character
        if spot.along > self.reach:
            self.reach = spot.along
        if not self.is_turned and _is_turned(spot.character):
            self.is_turned = True


def lines_of(page: Page, number: int) -> Iterator[Line]:
    """Yield the lines of a page, in the order of the file."""
    draft: _Draft | None = None
    last = -1  # the index of the last character that was put
    for index, spot in enumerate(page.spots()):
        if spot.character.isspace():
            if draft is not None and last >= 0:
                draft.close_word(page.extent(last).end) if draft.letters or draft.small else None
            continue
        if draft is not None and _is_on(draft, spot):
            draft.put(spot)
        else:
            extent = page.extent(index)
            near = page.extent(last).end if last >= 0 else 0.0
            level = _level(draft, spot, extent, near) if draft is not None else ""
            if draft is not None and level:
                if draft.level != level:
                    draft.close_small()
                    draft.level = level
                if not draft.letters and not draft.small:
                    draft.begun = spot.along
                draft.small += spot.character
                draft.reach = max(draft.reach, spot.along)
            else:
                if draft is not None:
                    draft.close_word(near)
                    yield from _finished(draft, number)
                draft = _Draft(spot.across, extent.size, reach=spot.along)
                draft.put(spot)
        last = index
    if draft is not None:
        draft.close_word(page.extent(last).end)
        yield from _finished(draft, number)


def _is_on(draft: _Draft, spot: Spot) -> bool:
    """Return whether a character stands on the base line of a draft, and further along."""
    if abs(spot.across - draft.across) > _LEVEL * draft.size:
        return False
    return spot.along > draft.reach - _BACK * draft.size or draft.is_turned or _is_turned(spot.character)


def _is_turned(character: str) -> bool:
    return character >= _FIRST_TURNED and RIGHT_TO_LEFT.match(character) is not None


def _level(draft: _Draft, spot: Spot, extent: Extent, near: float) -> str:
    """Return whether a character is raised or lowered in the line of a draft; '' for neither."""
    off = spot.across - draft.across
    if abs(off) > _RAISED * draft.size or extent.size > _SMALL * draft.size:
        return ""
    if not -_NEAR * draft.size < spot.along - near < _NEAR * draft.size:
        return ""
    return "raised" if off > 0 else "lowered"


def _finished(draft: _Draft, number: int) -> Iterator[Line]:
    if draft.words:
        yield Line(number, tuple(_unspaced(draft.words)), draft.across, draft.size)


def _unspaced(words: Sequence[Word]) -> Iterator[Word]:
    """Yield words, those that were spaced out letter by letter put together again."""
    at = 0
    while at < len(words):
        end = at
        while end < len(words) and len(words[end].text) == 1:
            end += 1
        if end - at < _LEAST_SPACED or not all(word.text.isalpha() for word in words[at:end]):
            yield from words[at : max(end, at + 1)]
            at = max(end, at + 1)
            continue
        usual = median(word.gap for word in words[at + 1 : end])
        first = at
        for index in range(at + 1, end + 1):
            if index == end or words[index].gap > _WIDER * usual:
                whole = "".join(word.text for word in words[first:index])
                yield Word(whole, words[first].start, words[index - 1].end, words[first].gap)
                first = index
        at = end


def _joined(letters: str) -> str:
    """Return letters with the halves of characters beyond 16 bits put together."""
    return letters.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if not letters.isascii() else letters
