"""Hidden things in words: by name for a paragraph, by class for an article.

zero width space ×2 · look-alike letters: аpple has Cyrillic а
2 invisible, 1 control, look-alike letters in 1 word
"""

from collections.abc import Iterator, Sequence

from diffing.measures.totals import total_hidden
from diffing.model import Comparison, Hidden, Row, What

from ..text.sanitize import visible
from ..text.wrapping import beginning

# A word with look-alike letters is shown up to here, in cells.
_WORD_WIDTH = 24
# The most things that are named; the others are counted.
_NAMED = 8


def named(hidden: Sequence[Hidden]) -> str:
    """Return the name of each thing that a text hides."""
    parts = [_named(one) for one in hidden[:_NAMED]]
    if len(hidden) > _NAMED:
        parts.append(f"{len(hidden) - _NAMED} more")
    return " · ".join(parts)


def counted(comparison: Comparison) -> str:
    """Return how much each article hides, by class; nothing if neither does."""
    sides = []
    for name, counts in zip(("left", "right"), total_hidden(comparison), strict=True):
        if any(counts.values()):
            sides.append(f"{name} {', '.join(_counted(what, counts[what]) for what in What if counts[what])}")
    return "; ".join(sides)


def lookalike_changes(row: Row) -> Iterator[str]:
    """Yield a sentence for each change of a row that can hardly be seen: other letters, drawn alike."""
    for span in row.spans:
        if span.is_lookalike:
            left, right = _shortened(span.left.strip()), _shortened(span.right.strip())
            yield f"“{left}” and “{right}” look alike and are not the same."


def _named(hidden: Hidden) -> str:
    if hidden.what is What.LOOKALIKE:
        shown = f"look-alike letters: {_shortened(hidden.word)} has {visible(hidden.name)}"
    else:
        shown = visible(hidden.name)
    return shown if hidden.times == 1 else f"{shown} ×{hidden.times}"


def _shortened(text: str) -> str:
    return beginning(visible(text), _WORD_WIDTH)


def _counted(what: What, count: int) -> str:
    if what is What.LOOKALIKE:
        return f"look-alike letters in {count} word{'' if count == 1 else 's'}"
    several = "" if count == 1 or what is What.INVISIBLE else "s"
    return f"{count} {what.value}{several}"
