"""Every parameter of alignment: its meaning, its range, and the source of its default.

    Options()                                      the defaults
    Options(certain=3.0)                           more links are shown as uncertain
    Options(pair_weights=PairWeights(order=10.0))  other weights

"Gold" below means 1186 pairs of texts with known links: news articles at several reading levels, plain-language
rewrites, and two translations of a chapter in English, German, Spanish, French, Chinese and Japanese, in their original
form and with paragraphs dropped, merged and moved. "Errors" are wrong and missed pairs of paragraphs among 21,500 true
ones: 273 with the defaults. `python -m tests.quality.alignment_quality` measures and fits.
"""

from dataclasses import dataclass, fields
from typing import NamedTuple


class PairWeights(NamedTuple):
    """Log-odds that two texts correspond, for each unit of evidence.

    Fitted by logistic regression on candidates of the gold that are true or share no pair with a true one, then
    rounded. The optimum is flat: all weights near it are within 10 errors. Fitted on one half of the gold and tried on
    the other: 262 errors. A fit without Chinese and Japanese texts finds .985 of their pairs; one without English texts
    finds .995 of the English pairs. Only a fit to news articles, which are easy, is too strict for the other texts.
    """

    lead_there: float = 7.0
    """Similarity less that of the best other paragraph on the partner's side."""

    lead_here: float = 6.0
    """Similarity less that of the best other paragraph on the own side. The fit gives 8 and 4 for the two leads. Nearly
    equal weights do as well and treat both sides alike.
    """

    background: float = -24.0
    """Mean similarity of the next best few on both sides: where all texts are alike, similarity is weaker evidence."""

    containment: float = 11.0
    """Weight of the shared stems in the heavier text, 0..1."""

    order: float = 17.0
    """Share of words in the same order, 0..1, less that of the best other."""

    misfit: float = -2.2
    """Distance of the lengths from the usual ratio, as a natural logarithm, 0 or more."""

    group: float = -2.0
    """1 for several paragraphs against one, else 0."""

    constant: float = 0.3
    """1 always. The fit gives 0.2; values from 0 to 1 trade missed pairs for wrong ones."""


class ExtensionWeights(NamedTuple):
    """Log-odds that the paragraph at the edge of a group belongs to the group. Fitted like PairWeights."""

    rise: float = 22.0
    """Similarity of the group less that of the group without this edge."""

    lead: float = 16.0
    """Similarity of the edge alone to the partner, less its similarity to its best other partner."""

    fit: float = 2.0
    """Reduction of the misfit of lengths by the edge."""

    overshoot: float = -2.8
    """Excess of the group's length over the usual ratio, as a natural logarithm, 0 or more."""

    growth: float = 2.0
    """Length of the group relative to the group without the edge, as a natural logarithm. Set by hand, because the gold
    has no boilerplate. Of 664 lines like 'Advertisement' inserted into its news articles, 31 were taken into groups
    without this weight (and with a constant of 1), and 4 with it, for 10 errors more.
    """

    constant: float = 0.0
    """1 always."""


_PAIR_WEIGHTS = PairWeights()
_EXTENSION_WEIGHTS = ExtensionWeights()


@dataclass(frozen=True, slots=True)
class Options:
    """Parameters of alignment; the defaults suit every text."""

    pair_weights: PairWeights = _PAIR_WEIGHTS
    extension_weights: ExtensionWeights = _EXTENSION_WEIGHTS

    group_size: int = 4
    """Paragraphs that may correspond to one, at most; 1 or more. Groups of more than 4 are 1 in 20,000 links of the
    gold.
    """

    paste_size: int = 3
    """Length of a paragraph that is compared in sentences, in usual paragraphs of those it could be linked with, of
    which there must be as many. 1 or more; at 2 there is an error more, and more is compared twice.
    """

    paste_excess: float = 1.25
    """Length of such a paragraph in lengths of its partners: a paragraph that is hardly longer than its partners has no
    room for another one.
    """

    rivals: int = 4
    """Next best paragraphs on each side that make the background, 1 or more. With 2 there are 16 errors more, with 6 as
    many.
    """

    partners: int = 4
    """Best partners of a paragraph on each side that become candidates, 1 or more. Of 19,261 true pairs, 19,194 are the
    best of one side or the other, and 14 are beyond the fourth.
    """

    seeds: int = 2
    """Best partners from which groups grow, 1..partners. Affects time only."""

    settled: float = 0.9
    """Similarity 0..1 of two paragraphs that are nearly equal, at least: each is settled by the other."""

    copied: float = 0.3
    """Similarity 0..1 of two paragraphs of which one repeats much of the other, at least: an excerpt, a standfirst, a
    pull quote. If such a copy is settled, it is no rival. With a smaller value, other settled paragraphs would be no
    rivals either, and two paragraphs on one subject would look like a pair.
    """

    missing_rival: float = 0.09
    """Similarity 0..1 assumed for the rivals that an article of a few paragraphs lacks. Two sentences of one text share
    0.03 to 0.1. With 0.09 and the next value, all of 879 pairs of single rewritten sentences are linked, and 7 of as
    many pairs of unrelated sentences.
    """

    missing_rival_order: float = 0.11
    """Share of words in order, 0..1, assumed for such a rival: unrelated sentences have 0.05 to 0.15."""

    length_slack: float = 20.0
    """Characters added to both lengths, so that the length of a short line is weak evidence. 0 or more; 269 errors at
    5.
    """

    extension_floor: float = 0.0
    """Log-odds that an edge must exceed to be in a group: even odds. An edge that shares nothing with the partner is
    never in it.
    """

    other_part: float = 1.0
    """Log-odds that a paragraph must exceed to be the other part of a link that is chosen (see members.py). In the
    gold, 5 of 10 such paragraphs above 0 are no part, and none of 4 above 1.
    """

    few_in_order: float = 0.45
    """Share of the words of a paragraph, 0..1, that its partner has in the same order, below which it may be a stranger
    in a group. At 0.4 and at 0.45, no true member of the gold is one.
    """

    fewer_in_order: float = 0.75
    """That share of a stranger, for each 1.0 of the best share of the members beyond it, at most. At 0.85, five of the
    1,900 true members are strangers.
    """

    stranger_shares: float = 0.22
    """Weight of what a stranger shares with the partner, 0..1, at least: the names. What shares less may be a true
    member in other words.
    """

    parted: float = 0.87
    """Weight of the words before and behind a joint of a group, 0..1, that one cut of the partner parts, at most, where
    a stranger stands at the joint. At 0.9, three of 1,900 true members are strangers.
    """

    few_in_order_elsewhere: float = 0.6
    """The value of `few_in_order` for a paragraph that opens with another place than the partner: OSLO - ... Both parts
    of a lede that was split and got another place have .75 and more.
    """

    parted_elsewhere: float = 0.95
    """The value of `parted` for such a paragraph. Five new ledes have .75 to .92, the parts of two ledes .97 and 1."""

    support: float = 1.0
    """Log-odds added for a certain neighbour on each side, before and after, and subtracted if there is none. 0 or
    more. At 0 there are 45 errors more; at 1.5, where the neighbours decide, 20 more.
    """

    sure: float = 6.0
    """Log-odds from which a pair counts as sure. The lower quartile of the similarities of the sure pairs is the
    *usual* similarity of paragraphs of these two texts that correspond.
    """

    least_likeness: float = 0.4
    """Usual similarity 0..1 up to which a pair may share anything or nothing: free translations. At 0.35, a set of
    French translations loses 2 of 420 pairs.
    """

    most_likeness: float = 0.8
    """Usual similarity 0..1 above which no more is expected: where all other paragraphs are unchanged, one may still be
    rewritten.
    """

    likeness: float = 0.9
    """Similarity expected of a pair, for each 1.0 by which the usual one exceeds `least_likeness`. In news it is 0.1 to
    0.36. Of pairs on one subject that say other things, between sure neighbours, at most 0.24 are above.
    """

    unlike: float = 15.0
    """Log-odds subtracted from a long pair for each 1.0 by which its similarity falls short of the expected one, as a
    share of that. With it, 19 of 228 such pairs are linked in OneStop's articles and 14 of 206 in those of unequal
    length, 63 and 39 without it, and no true pair is lost there.
    """

    least_likeness_beyond: float = 0.2
    """Usual similarity 0..1 up to which a pair may share anything or nothing beyond the longest run in both texts."""

    likeness_beyond: float = 0.6
    """Similarity expected beyond that run, for each 1.0 by which the usual one exceeds `least_likeness_beyond`."""

    share_beyond: float = 0.36
    """Similarity expected beyond that run at most, for each 1.0 of the least that another long sure pair has there."""

    least_beyond: float = 0.58
    """Share of either text beyond the run, 0..1, at least: two paragraphs of which more is one run are a pair, such as
    a frame with another quotation in it.
    """

    unlike_beyond: float = 18.0
    """Log-odds subtracted from a long pair for each 1.0 by which it falls short of what is expected beyond the run, as
    a share of that. With it, 36 of 750 pairs on one subject in news are linked, 51 without it; 5 true pairs of 21,808
    are lost, all in translations of the Bible.
    """

    few_words: int = 10
    """Words of a paragraph up to which sharing little says nothing: short sentences are often put in other words."""

    enough_words: int = 18
    """Words from which the whole of `unlike` counts. Greater than `few_words`."""

    related: float = 0.7
    """Share of paragraphs with a likely partner, 0..1, from which two texts count as related. In the gold it is 0.75 or
    more in 99 of 100 pairs; in pairs of unrelated articles it is 0.57 or less.
    """

    doubt: float = 5.0
    """Log-odds subtracted from every candidate for each 1.0 by which that share is too small. In 486 pairs of unrelated
    articles it leaves 95 false links of 436, 82 of them shown as uncertain, and adds no error in the gold.
    """

    trust: float = 1.0
    """Paragraphs with a certain partner that are added to that share, so that a single rewritten line is not doubted. 2
    leaves 124 such false links.
    """

    moved_pair: float = 1.8
    """Log-odds that a link out of order needs. A link in order needs 0. At 1, recall of moves is 1 point higher and
    precision 1 point lower; at 3 the reverse.
    """

    moved_group: float = 5.0
    """Log-odds that a group out of order needs, its extensions included. None of its members is in order, so other
    evidence is rare. At 8, recall of moves is half a point lower; without groups, 3.5 points.
    """

    pinned: float = 8.0
    """Log-odds of a link that the reader made, when its neighbours are chosen: as much as any pair has. With more, a
    paragraph that moved would take links from those in order.
    """

    pinned_support: float = 3.0
    """Certain neighbours that a pair of the reader's counts as. With 1, such a pair mends 17 of 100 other errors of its
    article, with 3 and more 20.
    """

    pinned_group: float = 1.0
    """Log-odds added to every extension of a group where the reader pinned a group. At 1, such a pin mends 8 of 40
    other errors of its article instead of 2, and makes no new one; at 2 it mends 11 and makes 5. After pins of 136
    groups that were right already, 4 errors are gone and 2 are new.
    """

    taught_pair: float = 2.0
    """Log-odds added to two left-over paragraphs at one place, where the reader pinned such a pair that was missed. Of
    the gold's articles with a missed pair, 10 of 11 such pairs with log-odds of -1 to 0 are true, 10 of 13 from -2 to
    -1, 6 of 9 from -3 to -2. At 2, such pins mend 10 of 31 other missed pairs more and make 2 new errors; at 3, 12
    and 4.
    """

    taught_member: float = 2.0
    """Log-odds added to a left-over paragraph beside a group, where the reader pinned a group of which a member was
    missed. In the gold's articles with such a member, 34 of 37 such paragraphs above -2 are true members. At 2, such
    pins mend 6 of 20 others more and make 3 new errors.
    """

    certain: float = 2.0
    """Log-odds below which a link is shown as uncertain. In the gold, one in five of those is wrong, and one in two
    hundred of all others. Where less than `related` of both texts is linked in the end, `doubt` raises this limit.
    """

    least_similarity: float = 0.05
    """Similarity (0..1) below which there is no link if another candidate is more alike, or if both texts are long and
    have words of several letters and the link is not certain. Such a link comes from position and length alone, and a
    reader could not see its reason. Of such links 6 of 9 were right in the gold, all between literary and modern
    Chinese or Japanese; in news none of 2.
    """

    shown_words: int = 5
    """Shared words kept as evidence, the rarest first. Limited by the room on the screen."""

    cells: int = 10_000
    """Left times right paragraphs up to which each is compared with each (100 by 100 take a tenth of a second)."""

    index_limit: int = 20
    """In a long text: paragraphs of a side that may hold a word or a pair of neighbouring words for it to be in the
    index. 5 finds a little less; 60 finds no more and is slower.
    """

    anchor: float = 0.0
    """In a long text: log-odds that an anchor needs against its neighbours. The paragraphs of other anchors go to a
    window.
    """

    index_lead: float = 1.15
    """In a long text: factor by which an anchor's score must exceed its second best on both sides. Of 25,000 anchors in
    a pair of Bibles, 99.98 % were right.
    """

    window_context: int = 2
    """In a long text: anchors on each side of a gap that are decided again together with the gap."""

    window_cells: int = 600
    """In a long text: size in cells up to which neighbouring windows become one. Larger ones cost more and are no
    better.
    """

    window_budget: int = 200_000
    """In a long text: paragraphs of a side that are decided in windows, and leftover pairs that are scored, at most. A
    bound for texts of a million lines, six times a Bible; each takes half a millisecond.
    """

    article_size: int = 64
    """In a long text: paragraphs on each side of a typical article. Features of anchors weigh as they would in such an
    article.
    """

    leftover_chunk: int = 64
    """In a long text: leftover pairs scored at a time."""

    worthwhile_cut: float = 0.9
    """In a long text: share of the whole, 0..1. A gap of this share or more is not indexed again but cut along the
    diagonal.
    """

    diagonal_step: int = 25
    """In a long text: paragraphs of the longer side in a piece cut along the diagonal."""

    probes: int = 40
    """In a long text: pieces cut along the diagonal that are tried before all others, 1 or more."""

    probed_share: float = 0.1
    """In a long text: share of the paragraphs of those pieces, 0..1, that must be linked for the others to be tried.
    Among unrelated paragraphs it is 0.02.
    """

    def __post_init__(self) -> None:
        """Check the range of each parameter; raise ValueError with its name."""
        for parameter in fields(self):
            value = getattr(self, parameter.name)
            if parameter.name in _ANY:
                continue
            if value < _AT_LEAST.get(parameter.name, 0.0):
                raise ValueError(f"{parameter.name} cannot be {value}")
        if self.enough_words <= self.few_words:
            raise ValueError(f"enough_words cannot be {self.enough_words}")


_ANY = frozenset(
    {
        "pair_weights",
        "extension_weights",
        "extension_floor",
        "other_part",
        "moved_pair",
        "moved_group",
        "certain",
        "anchor",
    }
)
_AT_LEAST = {
    "group_size": 1,
    "paste_size": 1,
    "rivals": 1,
    "partners": 1,
    "seeds": 1,
    "cells": 1,
    "index_limit": 1,
    "index_lead": 1.0,
    "window_context": 1,
    "window_cells": 1,
    "window_budget": 1,
    "article_size": 1,
    "leftover_chunk": 1,
    "diagonal_step": 1,
    "probes": 1,
}
