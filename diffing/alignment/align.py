"""Link the corresponding paragraphs of two articles, each link with its evidence.

    left 0  "Talks opened in Oslo."              right 0  "Oil fell 3 % on Friday."
    left 1  "Sanctions stay. Trade stops."       right 1  "In Oslo talks began."
    left 2  "On Friday oil fell by 3 %."         right 2  "Sanctions remain."
                                                 right 3  "All trade has stopped."

    0-1   1-(2 3)   2-0 moved

The stages, each in its own module:

    vocabulary      words, stems and letter trigrams as numbers
    similarity      similarity of two texts, weighted by how rare their words are in these two articles
    scorer          log-odds of a candidate: its numbers times the fitted weights
    candidates      pairs of paragraphs, each with the log-odds that the two correspond
    groups          groups of neighbouring paragraphs against one paragraph of the other side
    pastes          a long paragraph against many, compared in sentences
    long_paragraphs which paragraphs these are, and what is around them
    held            the links that the reader made
    taught          links of left-over paragraphs that such a link speaks for
    selection       doubt for unrelated texts, support from neighbours, the best candidates
    chain           the heaviest chain of candidates that keeps one order on both sides
    likeness        doubt in pairs that share far less than the sure pairs of the same texts
    strangers       groups without a paragraph that only names the same people
    members         the left-over part of two paragraphs that were cut elsewhere, and strangers between two parts
    moves           links out of order, and the links that count as moved
    shared_words    the rarest words that both texts of a link have
    options         every parameter of these stages

For texts that are too long to compare each paragraph with each:

    long_texts      the stages above, applied to parts of the texts
    anchors         pairs of paragraphs that share words and word pairs that few paragraphs have
    anchor_scoring  the log-odds that an anchor is a link
    subsets         selection among some paragraphs of a long text
    leftovers       links among the paragraphs that are still free at the end
"""

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import chain
from typing import Protocol

from diffing.alignment.held import Held
from diffing.alignment.moves import out_of_order
from diffing.alignment.options import Options
from diffing.alignment.pastes import choose_links
from diffing.alignment.selection import AlignmentProgress, Choice, LinkChoices, no_progress
from diffing.alignment.shared_words import FormRanks, shared_words
from diffing.alignment.vocabulary import Text, WordForm, has_letters
from diffing.model import Evidence, Link, Pair
from diffing.pins import NO_PINS, Pins
from diffing.text.reading import ReadText, read_texts


@dataclass(frozen=True, slots=True)
class Alignment:
    """The links of two articles by their first left paragraph, each with its evidence.

    `bounded` is true if the articles were too large or too repetitive to weigh every candidate. Links may be missing
    then.
    """

    links: tuple[Link, ...]
    evidence: tuple[Evidence, ...]
    bounded: bool = False

    def __post_init__(self) -> None:
        if len(self.links) != len(self.evidence):
            raise ValueError("each link has its evidence")


class Matcher(Protocol):
    """Another way to find the links of two articles than by their words: for two languages."""

    def choose(
        self, sides: Pair[Sequence[ReadText]], options: Options, progress: AlignmentProgress, held: Held
    ) -> tuple[Pair[Sequence[Text]], LinkChoices]:
        """Return the paragraphs as compared, and the links; see pastes.choose_links."""

    def shared(self, link: Link) -> tuple[str, ...]:
        """Return the weightiest words that both texts of a link have, as the left one writes them."""

    def least_certain(self, shared: Sequence[str]) -> float:
        """Return the log-odds below which a link whose texts share these words is shown as uncertain."""


def align(
    paragraphs: Pair[Sequence[str]], options: Options | None = None, progress: AlignmentProgress = no_progress
) -> Alignment:
    """Link the paragraphs that correspond; see align_texts."""
    return align_texts(read_texts(paragraphs), options, progress)


def align_texts(
    sides: Pair[Sequence[ReadText]],
    options: Options | None = None,
    progress: AlignmentProgress = no_progress,
    pins: Pins = NO_PINS,
    matcher: Matcher | None = None,
) -> Alignment:
    """Link the paragraphs that correspond, first of all those of `pins`; report the progress to `progress`.

    `matcher` finds the links and the shared words of two languages; by default words are compared.

    Symmetric: swapping the sides swaps the sides of each link and changes nothing else. To make it so, the two sides
    are first put in an order that depends on the texts only.
    """
    options = options or Options()
    paragraphs = sides.map(lambda side: [read.text for read in side])
    mirrored = precedes(paragraphs.right, paragraphs.left)
    held = Held(pins.swapped() if mirrored else pins)
    choose = matcher.choose if matcher else choose_links
    texts, chosen = choose(sides.swapped() if mirrored else sides, options, progress, held)
    choices = [choice for choice in chosen.choices if choice.pinned or _is_plausible(choice, texts, options)]
    moved = out_of_order([choice.candidate for choice in choices], texts)
    ranks = FormRanks([*texts.left, *texts.right])
    certain = options.certain + options.doubt * max(0.0, options.related - _linked_share(choices, texts))
    found: list[tuple[Choice, bool]] = [(choice, choice.candidate in moved) for choice in choices]
    gaps = chosen.gaps
    if mirrored:
        found = [(choice.swapped(), is_moved) for choice, is_moved in found]
        texts, gaps = texts.swapped(), gaps.swapped()
    links, evidence = [], []
    before: Pair[str] | None = None
    words: tuple[str, ...] = ()
    for (candidate, rival, pinned), is_moved in sorted(found, key=lambda pair: pair[0].candidate):
        left, right = pinned or candidate.indices
        if any(gaps) and not pinned:
            left, right = _without(left, gaps.left), _without(right, gaps.right)
        link = Link(left, right, min(1.0, candidate.similarity), is_moved)
        links.append(link)
        joined = Pair(_joined(paragraphs.left, left), _joined(paragraphs.right, right))
        least = options.certain if candidate.similarity == 1.0 else certain
        if matcher:
            words = matcher.shared(link)
            least = matcher.least_certain(words) + certain - options.certain
        elif joined != before:  # a line may be repeated a million times: its shared words are computed once
            forms = frozenset(_forms(texts.left, left)).intersection(_forms(texts.right, right))
            before, words = joined, shared_words(ranks, forms, joined, options.shown_words)
        evidence.append(
            Evidence(
                odds=candidate.odds,
                margin=link.similarity - (rival.similarity if rival else 0.0),
                rival=rival.indices if rival else None,
                shared=words,
                uncertain=candidate.odds < least,
            )
        )
    return Alignment(tuple(links), tuple(evidence), chosen.bounded)


def _linked_share(choices: Iterable[Choice], sides: Pair[Sequence[Text]]) -> float:
    """Return the share of the text that is linked, 0..1, by length, on the side where it is greater.

    It is 0 without any text. If hardly anything is linked, the two texts may have nothing in common. Two of their lines
    that are a little more alike than all others are then weak evidence for a link.
    """
    linked, shares = [choice.candidate.indices for choice in choices], []
    for side, taken in zip(
        sides, ([at for pair in linked for at in pair.left], [at for pair in linked for at in pair.right]), strict=True
    ):
        length = sum(text.length for text in side)
        shares.append(sum([side[at].length for at in taken]) / length if length else 0.0)
    return max(shares)


def _is_plausible(choice: Choice, sides: Pair[Sequence[Text]], options: Options) -> bool:
    """Return whether the texts are somewhat alike, or without a likelier partner and short or certain.

    Only then can a reader see why they are linked. A character of a script that writes one for a word says more than a
    word of another one, so there the length does not count.
    """
    one, rival, _ = choice
    if one.similarity >= options.least_similarity or rival is None:
        return True
    if one.similarity < rival.similarity:
        return False
    texts = [[side[at] for at in own] for side, own in zip(sides, one.indices, strict=True)]
    return one.odds >= options.certain or any(
        words <= options.few_words or not has_letters(sum(text.length for text in own), words)
        for own, words in ((own, sum(len(text.forms) for text in own)) for own in texts)
    )


def _forms(side: Sequence[Text], indices: Iterable[int]) -> Iterator[WordForm]:
    return chain.from_iterable([side[index].forms for index in indices])


def _without(indices: tuple[int, ...], apart: Set[int]) -> tuple[int, ...]:
    return tuple([at for at in indices if at not in apart])


def _joined(side: Sequence[str], indices: Iterable[int]) -> str:
    return "\n".join([side[index] for index in indices])


def precedes(first: Sequence[str], second: Sequence[str]) -> bool:
    """Return whether the first text comes first in a fixed order of all texts."""
    return (len(first), *first) < (len(second), *second)
