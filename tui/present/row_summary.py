"""The text of a row in the list of changes: its changes, or the beginning of its text.

severed → broke · − at the weekend · + officials said
moved up · severed → broke
"""

from diffing.model import Row, Span
from diffing.wording.changes import changes

from .labels import moved

# Marks before added or lost words say nothing by themselves.
_MARKS = " ,.;:"


def gist(row: Row) -> str:
    """Return the changes of a row on one line; the whole text if one side has it or if it only moved."""
    if not (row.left and row.right):
        return _line("".join(span.left or span.right for span in row.spans))
    parts = [moved(row)] if row.moved else []
    parts += [_change([row.spans[place] for place in change]) for change in changes(row.spans)]
    if not any(part for part in parts[row.moved :]):
        parts.append("".join(span.right for span in row.spans))
    return _line(" · ".join(parts))


def _change(spans: list[Span]) -> str:
    """Return spans that read as one change, in a few signs: 'old → new', '+ new', '− old'."""
    old = "".join(span.left for span in spans).strip()
    new = "".join(span.right for span in spans).strip()
    if old and new:
        return f"{old} → {new}"
    words = (old or new).lstrip(_MARKS) or old or new
    return f"{'−' if old else '+'} {words}"


def _line(text: str) -> str:
    return text.replace("\n", " ")
