"""Two sequences of paragraphs -> links, with the reasons.

    left 0  "Talks opened in Oslo."              right 0  "Oil fell 3 % on Friday."
    left 1  "Sanctions stay. Trade stops."       right 1  "In Oslo talks began."
    left 2  "On Friday oil fell by 3 %."         right 2  "Sanctions remain."
                                                 right 3  "All trade has stopped."

    0-1   1-(2 3)   2-0 moved

The stages, each in its own module:

    vocabulary   words, stems and trigrams as numbers
    similarity   how alike two texts are, by what is rare in these two articles
    candidates   pairs of paragraphs, and the log-odds that each corresponds, from contrast with its rivals
    runs         the same for runs of paragraphs against one
    choice       doubt where hardly anything is alike, support from neighbours, the best set in order
    programme    that best set: a heaviest chain
    moves        links among what is left over, and which links are said to have moved
    books        all of this for texts too long to compare each paragraph with each
    anchors      where such texts hold together, found by what few of their paragraphs have
    judging      the log-odds that an anchor is a link
    parts        some paragraphs of such texts decided as if they were an article
    last_look    what is still free in them
    shared_words the words that speak for a link
"""

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass

from diffing.alignment.long_texts import Told, choose_in_book, nobody
from diffing.alignment.moves import out_of_order
from diffing.alignment.options import Options
from diffing.alignment.selection import Choice
from diffing.alignment.shared_words import Ranks, shared_words
from diffing.alignment.vocabulary import Form, Text, Vocabulary
from diffing.model import Evidence, Link, Pair


@dataclass(frozen=True, slots=True)
class Alignment:
    """The links of two articles by their first left paragraph, each with its evidence.

    `bounded` says that the articles were too large or too repetitive to weigh every candidate, so that
    links may be missing.
    """

    links: tuple[Link, ...]
    evidence: tuple[Evidence, ...]
    bounded: bool = False

    def __post_init__(self) -> None:
        if len(self.links) != len(self.evidence):
            raise ValueError("each link has its evidence")


# Shares of the work on a whole Bible after which its words are read, and its links chosen.
_READ, _CHOSEN = 0.15, 0.9


def align(paragraphs: Pair[Sequence[str]], options: Options | None = None, told: Told = nobody) -> Alignment:
    """Link the paragraphs that correspond. `told` hears of the progress with long texts.

    Symmetric: swapping the sides swaps the sides of each link and changes nothing else. Both sides are
    treated alike, and what remains of ties is broken in an order that the texts alone decide.
    """
    options = options or Options()
    mirrored = _precedes(paragraphs.right, paragraphs.left)
    vocabulary = Vocabulary()

    def read(side: Sequence[str]) -> Sequence[Text]:
        return vocabulary.texts(side)

    sides = (paragraphs.swapped() if mirrored else paragraphs).map(read)
    told(_READ)
    book = choose_in_book(sides, options, lambda share: told(_READ + (_CHOSEN - _READ) * share))
    told(_CHOSEN)
    choices = [choice for choice in book.choices if _is_plain(choice, options)]
    moved = out_of_order([choice.candidate for choice in choices], sides)
    ranks = Ranks([*sides.left, *sides.right])
    certain = options.certain + options.doubt * max(0.0, options.related - _linked_share(choices, sides))
    found: list[tuple[Choice, bool]] = [(choice, choice.candidate in moved) for choice in choices]
    if mirrored:
        found = [(choice.swapped(), is_moved) for choice, is_moved in found]
        sides = sides.swapped()
    links, evidence = [], []
    before: Pair[str] | None = None
    words: tuple[str, ...] = ()
    for (candidate, rival), is_moved in sorted(found, key=lambda pair: pair[0].candidate):
        left, right = candidate.indices
        link = Link(left, right, min(1.0, candidate.similarity), is_moved)
        links.append(link)
        joined = Pair(_joined(paragraphs.left, left), _joined(paragraphs.right, right))
        if joined != before:  # a line may be repeated a million times
            forms = Pair(_forms(sides.left, left), _forms(sides.right, right))
            before, words = joined, shared_words(ranks, forms, joined, options.shown_words)
        evidence.append(
            Evidence(
                similarity=link.similarity,
                odds=candidate.odds,
                margin=link.similarity - (rival.similarity if rival else 0.0),
                rival=rival.indices if rival else None,
                shared=words,
                uncertain=candidate.odds < (options.certain if candidate.similarity == 1.0 else certain),
            )
        )
    return Alignment(tuple(links), tuple(evidence), book.bounded)


def _linked_share(choices: Iterable[Choice], sides: Pair[Sequence[Text]]) -> float:
    """The share of the text that is linked, by length, on the side where it is greater, 0..1; 0 without any text.

    Where hardly anything is, two texts may have nothing in common, and two of their lines that are a little more alike
    than all others are no evidence of the contrary.
    """
    linked, shares = [choice.candidate.indices for choice in choices], []
    for side, taken in zip(
        sides, ([at for pair in linked for at in pair.left], [at for pair in linked for at in pair.right]), strict=True
    ):
        length = sum(text.length for text in side)
        shares.append(sum([side[at].length for at in taken]) / length if length else 0.0)
    return max(shares)


def _is_plain(choice: Choice, options: Options) -> bool:
    """Whether a reader can see why: the two are somewhat alike, or no other candidate is more so."""
    similarity = choice.candidate.similarity
    return similarity >= options.least_similarity or choice.rival is None or similarity >= choice.rival.similarity


def _forms(side: Sequence[Text], indices: Iterable[int]) -> Set[Form]:
    return frozenset().union(*[side[index].forms for index in indices])


def _joined(side: Sequence[str], indices: Iterable[int]) -> str:
    return "\n".join([side[index] for index in indices])


def _precedes(first: Sequence[str], second: Sequence[str]) -> bool:
    """An order of any two different texts."""
    return (len(first), *first) < (len(second), *second)
