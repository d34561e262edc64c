"""The kind of linked paragraphs: unchanged, edited or paraphrased.

    differs only in typography              unchanged
    80 % of the content words survive       edited
    40 % of the content words survive       paraphrased
    one word differs of at least four       edited, however short the paragraph

The share of content words that survive is the mean of both sides' shares. Nearly equal words count in part.

Measured on pairs that are lightly revised (two printings of a Spanish Bible, King James against the
World English Bible, revised scientific abstracts, Wikipedia revisions) and on strongly reworded ones
(King James against Basic English, American Standard against Young's, news for advanced readers
rewritten for beginners): `python -m tests.quality.wording_quality` prints the separation.
"""

from diffing.model import Kind, Pair, WordCounts

# Least share of surviving content words in an edited pair, 0..1. All limits from .72 to .83 separate the gold sets
# about equally well (balanced accuracy .73 to .76 in both halves). The lowest calls fewest edits paraphrases.
EDITED_SHARE = 0.72
# Least words that are kept beside a single one that differs: 'The rate is 12 per cent.' has two content words, and is
# not written anew with 14.
_LEAST_KEPT = 3


def kind_of(differs: bool, surviving: float, words: Pair[WordCounts]) -> Kind:
    """Return the kind of a pair of linked texts.

    `differs` is whether any of its spans differs, `surviving` the share (0..1) of its content words that survive,
    `words` are the counts of all its words.
    """
    if not differs:
        return Kind.UNCHANGED
    is_one_word = all(side.changed + side.alone + side.moved <= 1 and side.kept >= _LEAST_KEPT for side in words)
    return Kind.EDITED if surviving >= EDITED_SHARE or is_one_word else Kind.PARAPHRASED
