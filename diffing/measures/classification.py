"""Whether linked paragraphs are unchanged, edited or paraphrased.

A pair is unchanged when nothing but typography differs. It is edited when almost three quarters of
its words of matter survive, taking the mean of both sides' shares and counting nearly equal words in
part; below that, another hand has told it in its own words.

Measured on pairs that are lightly revised (two printings of a Spanish Bible, King James against the
World English Bible, revised scientific abstracts, Wikipedia revisions) and on strongly reworded ones
(King James against Basic English, American Standard against Young's, news for advanced readers
retold for beginners): tests/quality/wording_quality.py prints the separation.
"""

from diffing.model import Kind

# The share of words of matter that survive from which on a pair is edited, 0..1. Cuts from .72 to .83
# separate the gold sets about as well (balanced accuracy .73 to .76 in both halves); the lowest of them
# keeps what reads as an edit an edit.
EDITED_SHARE = 0.72


def kind_of(differs: bool, surviving: float) -> Kind:
    """The kind of a pair of linked texts, by whether any of its spans differs and the share of matter that survives."""
    if not differs:
        return Kind.UNCHANGED
    return Kind.EDITED if surviving >= EDITED_SHARE else Kind.PARAPHRASED
