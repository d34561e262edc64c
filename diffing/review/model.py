"""The values of a review: what a reader says of two articles, tied to the content of paragraphs, not to their numbers.

    Anchor   a paragraph: its text, how its neighbours begin, its number when it was met
    Spot     paragraphs of both sides: a pair, or one that stands alone
    Claim    an entry of the ledger: its subject, its words, the spot where they stand
    Pin      a spot that is a pair, or is none
    Note     words of the reader on a spot or a claim
    Check    a claim that is checked, wrong or important
    Review   all of them, and which articles they are about

So a review survives when paragraphs are inserted, cut or reworded, and when the sides are exchanged.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import NamedTuple

from diffing.ledger.core.model import Entry, Subject
from diffing.model import Article, Pair, Place

CONTEXT = 80
"""Characters of a neighbour that an anchor keeps: two paragraphs of an article hardly begin alike for so long."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A paragraph by its content: `before` and `after` are the beginnings of its neighbours, '' at an end.

    `at` is its number (0-based) when it was met. It only decides among equal paragraphs, and is no part of what the
    anchor is.
    """

    text: str
    before: str = ""
    after: str = ""
    at: int = field(default=0, compare=False)

    def __post_init__(self) -> None:
        if not self.text or self.at < 0:
            raise ValueError("an anchor is a paragraph with text")

    @classmethod
    def of(cls, article: Article, index: int) -> "Anchor":
        """Return the anchor of a paragraph of an article."""
        texts = [paragraph.text for paragraph in article.paragraphs[max(0, index - 1) : index + 2]]
        before = texts.pop(0) if index else ""
        after = texts[1] if len(texts) > 1 else ""
        return cls(texts[0], before[:CONTEXT], after[:CONTEXT], index)


class Spot(NamedTuple):
    """Paragraphs of each side, in the order of the text; one side may have none."""

    left: tuple[Anchor, ...]
    right: tuple[Anchor, ...]

    @classmethod
    def of(cls, articles: Pair[Article], left: Iterable[int], right: Iterable[int]) -> "Spot":
        """Return the spot of some paragraphs."""
        return cls(
            tuple(Anchor.of(articles.left, index) for index in left),
            tuple(Anchor.of(articles.right, index) for index in right),
        )

    def swapped(self) -> "Spot":
        """Return the spot with the sides exchanged."""
        return Spot(self.right, self.left)


class Claim(NamedTuple):
    """An entry of a ledger by what it says: its subject, its words on each side, and where these stand.

    A change of other words is another claim, which was not checked.
    """

    subject: Subject
    left: tuple[str, ...]
    right: tuple[str, ...]
    spot: Spot

    @classmethod
    def of(cls, articles: Pair[Article], entry: Entry) -> "Claim":
        """Return the claim of an entry."""
        own, other = _paragraphs(entry.left), _paragraphs(entry.right)
        return cls(
            entry.subject,
            tuple(place.words(articles.left) for place in entry.left),
            tuple(place.words(articles.right) for place in entry.right),
            Spot.of(articles, own, other),
        )

    def swapped(self) -> "Claim":
        """Return the claim with the sides exchanged."""
        return Claim(self.subject, self.right, self.left, self.spot.swapped())


def _paragraphs(places: Iterable[Place]) -> list[int]:
    return sorted({place.paragraph for place in places})


class Pinned(StrEnum):
    """The two things that a reader says of paragraphs of both sides."""

    PAIR = "pair"
    PARTED = "parted"


class Pin(NamedTuple):
    """Paragraphs that are a pair, or of which no left one corresponds to a right one."""

    what: Pinned
    spot: Spot

    def swapped(self) -> "Pin":
        """Return the pin with the sides exchanged."""
        return Pin(self.what, self.spot.swapped())


class Note(NamedTuple):
    """Words of the reader, of one or more lines, on paragraphs or on an entry."""

    target: Spot | Claim
    text: str

    def swapped(self) -> "Note":
        """Return the note with the sides exchanged."""
        return Note(self.target.swapped(), self.text)


class Mark(StrEnum):
    """Marks of an entry; `wrong` says that it is no change, or not as the ledger has it."""

    CHECKED = "checked"
    WRONG = "wrong"
    IMPORTANT = "important"


class Check(NamedTuple):
    """The marks of an entry, at least one, in the order of Mark."""

    claim: Claim
    marks: tuple[Mark, ...]

    def swapped(self) -> "Check":
        """Return the check with the sides exchanged."""
        return Check(self.claim.swapped(), self.marks)


class Seen(NamedTuple):
    """An article that a review is about: what it was called, and the hash of its paragraphs."""

    source: str
    digest: str

    @classmethod
    def of(cls, article: Article) -> "Seen":
        """Return what an article was called, and its hash."""
        from hashlib import sha256  # most runs keep no review

        texts = "\n".join(paragraph.text for paragraph in article.paragraphs)
        return cls(article.source, sha256(texts.encode("utf-8", "surrogatepass")).hexdigest())


@dataclass(frozen=True, slots=True)
class Review:
    """Pins, notes and checks of two articles. `seen` are the articles when it was written last, None before that."""

    pins: tuple[Pin, ...] = ()
    notes: tuple[Note, ...] = ()
    checks: tuple[Check, ...] = ()
    seen: Pair[Seen] | None = None

    def __bool__(self) -> bool:
        return bool(self.pins or self.notes or self.checks)

    def texts(self) -> dict[Spot | Claim, str]:
        """Return the text of each note; of several on one thing, which a file may have, all of them."""
        found: dict[Spot | Claim, dict[str, None]] = {}
        for note in self.notes:
            found.setdefault(note.target, {})[note.text] = None
        return {target: "\n\n".join(texts) for target, texts in found.items()}

    def marks(self) -> dict[Claim, tuple[Mark, ...]]:
        """Return the marks of each entry, of several checks of one entry all of them."""
        found: dict[Claim, set[Mark]] = {}
        for check in self.checks:
            found.setdefault(check.claim, set()).update(check.marks)
        return {claim: tuple(mark for mark in Mark if mark in marks) for claim, marks in found.items()}

    def swapped(self) -> "Review":
        """Return the review with the sides exchanged."""
        return Review(
            tuple(pin.swapped() for pin in self.pins),
            tuple(note.swapped() for note in self.notes),
            tuple(check.swapped() for check in self.checks),
            self.seen and self.seen.swapped(),
        )

    def oriented(self, articles: Pair[Article]) -> "Review":
        """Return the review with its sides as the articles have them, which may have been exchanged.

        The hashes tell, or else the side that has more of the paragraphs word for word; in doubt nothing is exchanged.
        """
        now = articles.map(Seen.of)
        if self.seen is not None:
            known = self.seen.map(lambda seen: seen.digest)
            straight = (known.left == now.left.digest) + (known.right == now.right.digest)
            crossed = (known.left == now.right.digest) + (known.right == now.left.digest)
            if straight != crossed:
                return self.swapped() if crossed > straight else self
        texts = articles.map(lambda article: {paragraph.text for paragraph in article.paragraphs})
        spots = self.spots()
        own = {anchor.text for spot in spots for anchor in spot.left}
        other = {anchor.text for spot in spots for anchor in spot.right}
        straight = len(own & texts.left) + len(other & texts.right)
        crossed = len(own & texts.right) + len(other & texts.left)
        return self.swapped() if crossed > straight else self

    def spots(self) -> list[Spot]:
        """Return the spots of everything in the review."""
        found = [pin.spot for pin in self.pins]
        found += [spot_of(note.target) for note in self.notes]
        return found + [check.claim.spot for check in self.checks]

    def about(self, articles: Pair[Article]) -> "Review":
        """Return the review as said of these articles."""
        return replace(self, seen=articles.map(Seen.of))


def spot_of(target: Spot | Claim) -> Spot:
    """Return the paragraphs that a note is about."""
    return target.spot if isinstance(target, Claim) else target


EMPTY = Review()
"""Nothing said yet."""
