"""Changes of a row as a reader counts them: spans that read as one rewording are one change.

    severed diplomatic relations   ->   replace, equal, replace: three spans, one change
    broke diplomatic ties

The kept word stays kept, and the spans around it are one change: for going from change to change, for
counting, and for writing both versions one after the other instead of word by word.
"""

from collections.abc import Sequence

from diffing.model import Op, Span
from diffing.text.tokens import tokens_of

# Words of a side that a replacement may have, to be one rewording with the next one over a kept word.
_SHORT = 3


def changes(spans: Sequence[Span]) -> tuple[range, ...]:
    """Return the changes of a row as ranges of its spans: rising, apart, each begins and ends with a span that differs.

    Spans that touch are one change. Two short replacements with one kept word between them are one change too.
    """
    found: list[range] = []
    for at, span in enumerate(spans):
        if not span.differs:
            continue
        if found and (found[-1].stop == at or _is_one_phrase(spans, found[-1].stop, at)):
            found[-1] = range(found[-1].start, at + 1)
        else:
            found.append(range(at, at + 1))
    return tuple(found)


def _is_one_phrase(spans: Sequence[Span], start: int, end: int) -> bool:
    """Return whether the equal spans `start`..`end` are one word between two short replacements."""
    if not all(_is_short(spans[at]) for at in (start - 1, end)):
        return False
    between = tokens_of("".join(span.left for span in spans[start:end]))
    return len(between) == 1 and between[0].is_content


def _is_short(span: Span) -> bool:
    """Return whether a span replaces a few words by a few others."""
    return span.op is Op.REPLACE and max(len(tokens_of(span.left)), len(tokens_of(span.right))) <= _SHORT
