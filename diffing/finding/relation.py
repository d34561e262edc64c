"""The relation of two articles, by their comparison and their likeness.

    same text        the same words; only typography, or the page around the story, differs
    new version      most words of one are words of the other, in their places; the other may have grown
    rewrite          the paragraphs correspond, many words do not
    translation      the paragraphs correspond, in two languages
    common source    passages are the same, and much of each article is its own
    same event       names, figures and words of one event, hardly a common text
    unrelated        less than the threshold

Two reports on a subject may have one form ("The river Lys broke its dyke near Corvin", "The river Arve broke ...").
Half of their words are then the same, but not their names and figures, so their likeness is low, and they are
unrelated.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from diffing.finding.likeness import Likeness
from diffing.measures.totals import is_translation, total_words
from diffing.model import Comparison, Op, Pair
from diffing.text.tokens import count_words

THRESHOLD = 0.4
"""Score, 0..1, from which two articles are reported. docs/research.md says on which sets it was chosen."""

UNALIGNED_MORE = 0.05
"""An addition to the threshold where the alignment hardly pairs a paragraph. Of 180 chapters of the Bible, six pairs
on other matters reach the threshold, all of them unaligned and below .43."""

UNALIGNED_SHARE = 0.2
"""Share of the words in paragraphs with a counterpart, on the side with more, below which a pair is hardly aligned."""

PASSAGE_WORDS = 16
"""Words in a row, the same on both sides, that make a passage. Shorter runs are names, phrases, forms of a subject."""

FULL_PASSAGES = 40
"""Words in passages that are full evidence: a score of 1. So one passage of 16 words reaches the threshold."""

VERSION_SHARE = 0.75
"""Share of the words of both articles that a new version keeps at least; or CUT_SHARE of one of them."""

CUT_SHARE = 0.9
"""Share of the words of one article from which it counts as a cut version of the other one."""

GROWN_PASSAGES = 0.5
"""Share of the words of an article in passages from which the other one, with VERSION_SHARE of its words, is a version
that grew. A rewrite keeps the words of a sentence more often than the sentence."""

REWRITE_SHARE = 0.4
"""Share of the words of one article that a rewrite keeps. Two reports of one's own on one event kept .32 at most."""

CROSS_SCALE = 0.75
"""Divisor of a likeness across languages, so that one threshold serves both. Of six invented articles and their
translations the likeness is .34 or more, of two reports in two languages on other matters .22 or less."""

OWN_SHARE = 1 / 3
"""Share of the words of both articles without a counterpart, from which they have only a source in common. Rewrites for
learners have .15 at most."""


class Relation(StrEnum):
    """A relation of two articles, closest first."""

    SAME_TEXT = "same_text"
    NEW_VERSION = "new_version"
    REWRITE = "rewrite"
    COMMON_SOURCE = "common_source"
    TRANSLATION = "translation"
    SAME_EVENT = "same_event"
    UNRELATED = "unrelated"


@dataclass(frozen=True, slots=True)
class Shares:
    """Shares of the words of one article, 0..1, the page around the story left out.

    `kept` are in the other article too, `paired` in paragraphs with a counterpart, `passages` in long runs that are the
    same in both.
    """

    kept: float
    paired: float
    passages: float


@dataclass(frozen=True, slots=True)
class Related:
    """The relation of two articles, with what it was decided by. `score` is compared with the threshold."""

    relation: Relation
    score: float
    likeness: Likeness
    shares: Pair[Shares]

    @property
    def is_aligned(self) -> bool:
        """True if some paragraphs correspond, or a passage is the same."""
        return _is_aligned(self.shares)

    def swapped(self) -> "Related":
        """Return the same with the sides exchanged."""
        return replace(self, shares=self.shares.swapped())


def related(comparison: Comparison, likeness: Likeness, threshold: float = THRESHOLD) -> Related:
    """Return the relation of two articles that were compared."""
    shares, in_passages = _shares(comparison)
    is_translated = comparison.languages is not None
    like = min(1.0, likeness.score / CROSS_SCALE) if is_translated else likeness.score
    score = max(like, _by_passages(in_passages))
    if _is_same_text(comparison):
        return Related(Relation.SAME_TEXT, 1.0, likeness, shares)
    relation = Relation.UNRELATED
    if _is_related(shares, score, threshold):
        relation = _relation_across(comparison) if is_translated else _relation(shares)
    return Related(relation, round(score, 4), likeness, shares)


def relation_by_words(comparison: Comparison, threshold: float = THRESHOLD) -> Relation | None:
    """Return the relation that related() finds where the compared words alone decide it; None where likeness may."""
    if _is_same_text(comparison):
        return Relation.SAME_TEXT
    shares, in_passages = _shares(comparison)
    is_decided = comparison.languages is None and _is_related(shares, _by_passages(in_passages), threshold)
    return _relation(shares) if is_decided else None


def _by_passages(words: int) -> float:
    """Return the score of a number of words in passages."""
    return min(1.0, words / FULL_PASSAGES)


def _is_same_text(comparison: Comparison) -> bool:
    """Return whether two articles in one language have the same words."""
    return (
        comparison.languages is None
        and not any(row.differs_in_story for row in comparison.rows)
        and any(row.left for row in comparison.rows)
    )


def _is_related(shares: Pair[Shares], score: float, threshold: float) -> bool:
    return score >= (threshold if _is_aligned(shares) else min(1.0, threshold + UNALIGNED_MORE))


def _is_aligned(shares: Pair[Shares]) -> bool:
    left, right = shares
    return max(left.paired, right.paired) >= UNALIGNED_SHARE or max(left.passages, right.passages) > 0


def _relation_across(comparison: Comparison) -> Relation:
    return Relation.TRANSLATION if is_translation(comparison) else Relation.SAME_EVENT


def _relation(shares: Pair[Shares]) -> Relation:
    left, right = shares
    if _is_version(left, right) or _is_version(right, left):
        return Relation.NEW_VERSION
    has_own = 1 - max(left.paired, right.paired) >= OWN_SHARE
    if max(left.kept, right.kept) >= REWRITE_SHARE and not has_own:
        return Relation.REWRITE
    return Relation.COMMON_SOURCE if max(left.passages, right.passages) > 0 else Relation.SAME_EVENT


def _is_version(one: Shares, other: Shares) -> bool:
    """Return whether an article has the text of `one`, which has more of its words in `other` or as many."""
    if one.kept >= CUT_SHARE:
        return True
    return one.kept >= VERSION_SHARE and (other.kept >= VERSION_SHARE or one.passages >= GROWN_PASSAGES)


def _shares(comparison: Comparison) -> tuple[Pair[Shares], int]:
    """Return the shares of both articles, and the number of words of the right one that are in passages."""
    total = total_words(comparison)
    paired, passages = [0, 0], [0, 0]
    for row in comparison.rows:
        if not (row.left and row.right):
            continue
        paired[0] += row.words.left.total
        paired[1] += row.words.right.total
        for span in row.spans:
            # A word has a character at least.
            if span.op is Op.EQUAL and span.left and len(span.right) >= PASSAGE_WORDS:
                count = count_words(span.right).words
                if count >= PASSAGE_WORDS:
                    passages[0] += count_words(span.left).words
                    passages[1] += count
    sides = [
        Shares(*(round(min(1.0, part / max(1, side.total)), 4) for part in (side.kept + side.moved, pairs, runs)))
        for side, pairs, runs in zip(total, paired, passages, strict=True)
    ]
    return Pair(sides[0], sides[1]), passages[1]
