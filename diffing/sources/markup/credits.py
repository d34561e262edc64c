"""Headline, byline and dateline of a wire item, and its text, in the order in which they are printed.

Dam holds                                Dam holds
By Nora Lind                             By Nora Lind
LURVIK      (the body has it already)    LURVIK (Lindwire) - At least 14 people died.
"""

import re
from collections.abc import Sequence

from diffing.patterns import lazy_pattern
from diffing.sources.documents import Block

_EDGE = lazy_pattern(r"^\W+|\W+$")
# Paragraphs at the beginning of a body in which its own headline, byline and dateline are looked for.
_FIRST = 4


def with_credits(heads: Sequence[Block], byline: str, dateline: str, body: Sequence[Block]) -> list[Block]:
    """Return the headlines, byline and dateline that the body does not have itself, and the body."""
    first = [_plain(block.text) for block in body[:_FIRST]]
    missing = [block for block in heads if _plain(block.text) not in first]
    below = max((first.index(_plain(block.text)) + 1 for block in heads if _plain(block.text) in first), default=0)
    credits = [Block(byline)] if byline.strip() and _plain(byline) not in first else []
    place = _plain(dateline)
    if place and not any(re.match(rf"{re.escape(place)}(?!\w)", text) for text in first):
        credits.append(Block(dateline))
    return [*missing, *body[:below], *credits, *body[below:]]


def _plain(text: str) -> str:
    """Return a text in small letters on one line, without signs around it."""
    return _EDGE.sub("", " ".join(text.split())).casefold()
