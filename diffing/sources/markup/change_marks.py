"""Marks of changes and of raised letters within a text that is still taken apart: characters that no text may have.

CriticMarkup and Markdown put them in:    At least ⟨deletion⟩12⟨end⟩⟨insertion⟩14⟨end⟩ people died.
MarkedText writes what stands between:    At least 14 people died.
"""

from diffing.patterns import lazy_pattern
from diffing.sources.office.wordings import Change, Changes, Flow, Tally

# Unicode keeps these for programs: they are no characters.
INSERTED = "\ufdd0", "\ufdd1"
DELETED = "\ufdd2", "\ufdd3"
STRUCK = "\ufdd4", "\ufdd5"
RAISED = "\ufdd6", "\ufdd7"
LOWERED = "\ufdd8", "\ufdd9"

MARKS = "\ufdd0-\ufdd9"
"""All of them, for a class of a regular expression."""

_OTHERS = lazy_pattern("[\ufdd0-\ufdef]")
_MARK = lazy_pattern(f"([{MARKS}])")
_OPENING = {
    INSERTED[0]: Change(is_insertion=True),
    DELETED[0]: Change(is_insertion=False),
    STRUCK[0]: Change(is_insertion=False),
}
_ENDS = {end: start for start, end in (INSERTED, DELETED, STRUCK)}
# Changes within each other: further ones are not looked at.
_MAX_OPEN = 20
_LEVELS = {RAISED[0]: 1, LOWERED[0]: -1, RAISED[1]: 0, LOWERED[1]: 0}


def without_marks(text: str) -> str:
    """Return a text in which these characters cannot be taken for marks."""
    return _OTHERS.sub("\ufffd", text)


class MarkedText:
    """Writes text with marks in it; a change may go on over several paragraphs."""

    def __init__(self, tally: Tally) -> None:
        self._tally = tally
        self._open: list[str] = []
        self._level = 0

    @property
    def changes(self) -> Changes:
        """The changes that go on."""
        return tuple(_OPENING[mark] for mark in self._open)

    def write(self, flow: Flow, text: str) -> None:
        """Write the words of the wording that is wanted, and count the others."""
        for piece in _MARK.split(text):
            changes = self.changes
            if piece in _OPENING:
                if len(self._open) < _MAX_OPEN:
                    self._open.append(piece)
                self._tally.wants((*changes, _OPENING[piece]))
            elif piece in _ENDS:
                if _ENDS[piece] in self._open:
                    self._open.remove(_ENDS[piece])
            elif piece in _LEVELS:
                self._level = _LEVELS[piece]
            elif STRUCK[0] in self._open and self._tally.is_final:
                self._tally.strike(piece)
            elif piece:
                flow.write(piece, changes, self._level)
