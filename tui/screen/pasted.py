r"""Pasted text without escapes, before Textual reads it.

    ESC[200~ red: ESC[31m!\a ESC[201~      a paste with colours and a bell, as tmux hands it over
    Textual alone                          pastes " red: ", and takes "[31m!" and Ctrl+G as keys
    here                                   pastes " red: [31m!\a "; the bell goes later (see tui/text/sanitize.py)

Textual looks for keys behind each escape, also in what is pasted. So a text could press newsdiff's keys. Most terminals
take escapes out of a paste; tmux does not.
"""

import sys
from collections.abc import Iterable

from textual._xterm_parser import XTermParser
from textual.driver import Driver
from textual.message import Message

_START, _END = "\x1b[200~", "\x1b[201~"
_ESCAPE = "\x1b"


class PasteParser(XTermParser):
    """Textual's parser of what a terminal sends, without the escapes in pasted text."""

    def __init__(self, debug: bool = False) -> None:
        self._is_pasted = False
        self._tail = ""
        """The last characters before a paste that may begin its mark."""
        self._kept = ""
        """The last characters of a paste that may begin the mark of its end: they wait for the next ones."""
        super().__init__(debug)

    def feed(self, data: str) -> Iterable[Message]:
        """Yield the events of what was read; '' is the end of all."""
        plain = self._plain(data) if data else self._kept
        if plain:
            yield from super().feed(plain)
        if not data:
            yield from super().feed(data)

    def _plain(self, data: str) -> str:
        parts = []
        rest = self._kept + data
        self._kept = ""
        while rest:
            if not self._is_pasted:
                seen = self._tail + rest
                end = seen.find(_START)
                until = len(rest) if end < 0 else end + len(_START) - len(self._tail)
                self._tail = seen[-len(_START) + 1 :] if end < 0 else ""
                self._is_pasted = end >= 0
                parts.append(rest[:until])
                rest = rest[until:]
                continue
            text, mark, rest = rest.partition(_END)
            if not mark:
                self._kept = _beginning_of_mark(text)
                text = text[: len(text) - len(self._kept)]
            self._is_pasted = not mark
            parts.append(f"{text.replace(_ESCAPE, '')}{mark}")
        return "".join(parts)


def _beginning_of_mark(text: str) -> str:
    """Return the end of a text that may be the beginning of the mark."""
    return next((_END[:size] for size in range(len(_END) - 1, 0, -1) if text.endswith(_END[:size])), "")


def with_plain_pastes(driver: type[Driver]) -> type[Driver]:
    """Return the driver; its module has this parser in place of Textual's."""
    module = sys.modules[driver.__module__]
    if hasattr(module, XTermParser.__name__):
        setattr(module, XTermParser.__name__, PasteParser)
    return driver
