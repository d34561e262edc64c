"""Every number that alignment depends on: what it means, its range, and where its default came from.

"Gold" below are 1186 pairs of texts with known links: news articles at several reading levels, plain-language
rewrites, and two translations of a chapter in English, German, Spanish, French, Chinese and Japanese, as they are and
with paragraphs dropped, merged and moved. "Errors" are wrong and missed pairs of paragraphs among 21,500 true ones:
273 with the defaults. `tests/quality/alignment_quality.py` measures and fits.
"""

from dataclasses import dataclass, fields
from typing import NamedTuple


class PairWeights(NamedTuple):
    """Log-odds that two texts correspond, for each unit of what speaks for or against it.

    Fitted by logistic regression on candidates of the gold that are true or have no pair in common with a true one,
    then rounded; the optimum is flat (within 10 errors for anything near). Fitted on one half of the gold and tried on
    the other: 262. A fit without any Chinese or Japanese finds .985 of those, one without English .995 of English; only
    a fit to news alone, which is easy, is too strict for the others.
    """

    lead_there: float = 7.0
    """Similarity less that of the best other paragraph on the partner's side."""

    lead_here: float = 6.0
    """Similarity less that of the best other paragraph on the own side. The fit says 8 and 4 for the two leads; nearly
    equal ones do as well, and neither side is special."""

    background: float = -24.0
    """Mean similarity of the next best few on both sides: where everything is alike, being alike means less."""

    containment: float = 11.0
    """Weight of the shared stems in the heavier text, 0..1."""

    order: float = 17.0
    """Share of words in the same order, 0..1, less that of the best other."""

    misfit: float = -2.2
    """How far the lengths are from the usual ratio, as a natural logarithm, 0 or more."""

    run: float = -2.0
    """1 for several paragraphs against one."""

    constant: float = 0.3
    """1 always. The fit says 0.2; from 0 to 1 it trades missed pairs for wrong ones."""


class ExtensionWeights(NamedTuple):
    """Log-odds that the paragraph at the edge of a run belongs to it. Fitted like PairWeights."""

    rise: float = 22.0
    """Similarity of the run less that of the run without this edge."""

    lead: float = 16.0
    """Similarity of the edge alone to the partner, less its best elsewhere: what stands better alone stays alone."""

    fit: float = 2.0
    """How much the edge reduces the misfit of lengths."""

    overshoot: float = -2.8
    """How much longer than usual the run is, as a natural logarithm, 0 or more."""

    growth: float = 2.0
    """How much longer the run is than without the edge, as a natural logarithm. Set by hand: the gold has no page
    furniture, and of 664 lines like 'Advertisement' strewn among its news articles, 31 were taken into runs without
    this (and a constant of 1), and 4 with it, for 10 errors more."""

    constant: float = 0.0
    """1 always."""


_PAIR_WEIGHTS = PairWeights()
_EXTENSION_WEIGHTS = ExtensionWeights()


@dataclass(frozen=True, slots=True)
class Options:
    """Parameters of alignment; the defaults are meant for every text."""

    pair_weights: PairWeights = _PAIR_WEIGHTS
    extension_weights: ExtensionWeights = _EXTENSION_WEIGHTS

    run_length: int = 4
    """Paragraphs that may correspond to one, 1 or more. Longer runs than 4 are 1 in 20,000 links of the gold."""

    rivals: int = 4
    """Next best paragraphs on each side that make the background, 1 or more. With 2 there are 16 errors more, with 6 as
    many."""

    partners: int = 4
    """Best partners of a paragraph on each side that are weighed at all, 1 or more. Of 19,261 true pairs 19,194 are
    the best of one side or the other, and 14 are beyond the fourth."""

    seeds: int = 2
    """Best partners from which runs are grown, 1..partners. Time only."""

    stranger: float = 0.09
    """Similarity 0..1 of the rivals that an article of a few paragraphs lacks. Two sentences of one text share
    0.03 to 0.1. With 0.09 and the next, all of 879 pairs of single rewritten sentences are linked, and of as many
    pairs of unrelated ones 7."""

    stranger_order: float = 0.11
    """Share of words in order, 0..1, with such a rival: unrelated sentences have 0.05 to 0.15."""

    length_slack: float = 20.0
    """Characters added to both lengths, so that a short line's length says little. 0 or more; 269 errors at 5."""

    extension_floor: float = 0.0
    """Log-odds an edge must exceed to be in a run: even odds. One that shares nothing with the partner never is."""

    support: float = 1.0
    """Log-odds for a certain neighbour on each side, before and after; without any it is as much less. 0 or more. At 0
    there are 45 errors more, at 1.5 20 more, for then the neighbours decide."""

    related: float = 0.7
    """Share of paragraphs with a likely partner, 0..1, from which two texts are trusted to be related. In the gold it
    is 0.75 or more in 99 of 100 pairs, in pairs of unrelated articles 0.57 or less."""

    doubt: float = 5.0
    """Log-odds taken from every candidate for each 1.0 that the share falls short. In 486 pairs of unrelated articles
    it leaves 95 false links of 436, 82 of them shown as uncertain, and costs the gold nothing."""

    trust: float = 1.0
    """Paragraphs with a certain partner that are added to that share, so that one line alone is not distrusted for
    being unlike. 2 leaves 124 such false links."""

    moved_pair: float = 1.8
    """Log-odds that a link out of order needs. A link in order needs 0. 1: recall of moves up 1 point, precision
    down 1; 3: the other way round."""

    moved_run: float = 5.0
    """The same for a run, its extensions included. With neither of its parts in order, little else speaks for it.
    8: moves found down half a point; without any runs: down 3.5 points."""

    certain: float = 2.0
    """Log-odds below which a link is shown as uncertain. In the gold one in five of those is wrong, and one in two
    hundred of all others. Where less than `related` of both texts is linked in the end, it is as much more as `doubt`
    says."""

    least_similarity: float = 0.05
    """Similarity (0..1) below which there is no link if another candidate is more alike: place and length alone would
    have made it, and a reader could not see why. Of such links 6 of 9 were right in the gold, all in literary against
    modern Chinese and Japanese; in news none of 2."""

    shown_words: int = 5
    """Shared words kept as evidence, most telling first. A matter of room."""

    cells: int = 10_000
    """Left times right paragraphs up to which each is compared with each (100 by 100 take a tenth of a second)."""

    index_limit: int = 20
    """In a book: paragraphs of a side that may hold a word or a pair of neighbouring words for it to be in the index.
    5 finds a little less, 60 no more and is slower."""

    anchor: float = 0.0
    """In a book: log-odds that an anchor needs when weighed against its neighbours; others are decided in a window."""

    index_lead: float = 1.15
    """In a book: factor by which an anchor's score must exceed its second best on both sides. Of 25,000 anchors
    in a pair of Bibles 99.98 % were right."""

    window_context: int = 2
    """In a book: anchors on each side of a gap that are decided anew together with it."""

    window_cells: int = 600
    """In a book: size up to which windows that meet become one, in cells. Larger ones cost more and are no better."""

    weighed: int = 200_000
    """In a book: paragraphs of a side that are decided in windows, and pairs that are looked at last. A bound for texts
    of a million lines, six times a Bible; each takes half a millisecond."""

    article: int = 64
    """In a book: paragraphs of a side in the article by whose measure a word is rare when anchors are weighed."""

    chunk: int = 64
    """In a book: left-over pairs weighed at a time."""

    worthwhile_cut: float = 0.9
    """In a book: a gap as large as this share of the whole, 0..1, is not indexed again but cut along the diagonal."""

    diagonal_step: int = 25
    """In a book: paragraphs of the longer side in a piece cut along the diagonal."""

    probes: int = 40
    """In a book: pieces cut along the diagonal that are tried before all others, 1 or more."""

    probed_share: float = 0.1
    """In a book: share of the paragraphs of those pieces, 0..1, that must be linked for the others to be tried. Among
    unrelated paragraphs it is 0.02."""

    def __post_init__(self) -> None:
        for parameter in fields(self):
            value = getattr(self, parameter.name)
            if parameter.name in _ANY:
                continue
            if value < _AT_LEAST.get(parameter.name, 0.0):
                raise ValueError(f"{parameter.name} cannot be {value}")


_ANY = frozenset(
    {"pair_weights", "extension_weights", "extension_floor", "moved_pair", "moved_run", "certain", "anchor"}
)
_AT_LEAST = {
    "run_length": 1,
    "rivals": 1,
    "partners": 1,
    "seeds": 1,
    "cells": 1,
    "index_limit": 1,
    "index_lead": 1.0,
    "window_context": 1,
    "window_cells": 1,
    "weighed": 1,
    "article": 1,
    "chunk": 1,
    "diagonal_step": 1,
    "probes": 1,
}
