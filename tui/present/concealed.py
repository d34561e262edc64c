"""What articles hide, in words: for a paragraph each thing by name, for an article how many of each class.

zero width space ×2 · look-alike letters: аpple has Cyrillic а
2 invisible, 1 control, look-alike letters in 1 word
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from diffing.model import Comparison, Hidden, Row, What

from ..text.sanitize import visible
from ..text.wrapping import beginning

# A word with look-alike letters is shown up to here, in cells.
_WORD_WIDTH = 24
# So many things are named, and of the rest is said how many there are.
_NAMED = 8


def named(hidden: Sequence[Hidden]) -> str:
    """Each thing that a text hides, by name."""
    parts = [_named(one) for one in hidden[:_NAMED]]
    if len(hidden) > _NAMED:
        parts.append(f"{len(hidden) - _NAMED} more")
    return " · ".join(parts)


def counted(comparison: Comparison) -> str:
    """How much each article hides, by class; nothing if neither does."""
    sides = []
    for name, counts in (
        ("left", _counts(row.hidden.left for row in comparison.rows)),
        ("right", _counts(row.hidden.right for row in comparison.rows)),
    ):
        if counts:
            sides.append(f"{name} {', '.join(_counted(what, counts[what]) for what in What if counts[what])}")
    return "; ".join(sides)


def lookalike_changes(row: Row) -> Iterator[str]:
    """Changes of a row that can hardly be seen: other letters, drawn alike."""
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


def _counts(sides: Iterator[tuple[Hidden, ...]]) -> Counter[What]:
    found: Counter[What] = Counter()
    for side in sides:
        for hidden in side:
            found[hidden.what] += hidden.times
    return found


def _counted(what: What, count: int) -> str:
    if what is What.LOOKALIKE:
        return f"look-alike letters in {count} word{'' if count == 1 else 's'}"
    several = "" if count == 1 or what is What.INVISIBLE else "s"
    return f"{count} {what.value}{several}"
