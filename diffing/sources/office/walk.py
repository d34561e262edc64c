"""A walk over the XML of a document, tag by tag: the size of a file and how deep it nests do not matter.

A subclass says what the start of an element does, by its name; what that returns is done at the element's end.

    starts = {"table-row": lambda walk, name, attributes: walk.row(), ...}
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from typing import Any

from diffing.sources.documents import Block
from diffing.sources.office.wordings import Change, Changes, Flow, Tally, row_of

End = Callable[[], object] | None
"""The work at the end of an element."""

Handler = Callable[[Any, str, dict[str, str]], End]
"""The work at the start of an element: takes the walk, the name and the attributes."""


class Walk(ABC):
    """A target of safe_xml.deliver that writes what it meets into flows; see `flow`.

    `starts` are the handlers by name, `passed_over` the elements that are left out with all that they hold.
    """

    def __init__(self, tally: Tally, starts: Mapping[str, Handler], passed_over: frozenset[str]) -> None:
        self.tally = tally
        self.names: list[str] = []
        """The names of the elements that are open, the outermost first."""
        self.changes: Changes = ()
        """The tracked changes around what is read."""
        self._starts = starts
        self._passed_over = passed_over
        self._ends: list[End] = []
        self._skipped = 0
        self._flows = [Flow(tally)]
        self.rows: list[list[list[Block]]] = []
        """The cells of each row that is open, the innermost row last."""

    @property
    def flow(self) -> Flow:
        """The text that is written: the body, or the innermost cell, box or note that is open."""
        return self._flows[-1]

    @abstractmethod
    def short_name(self, tag: str) -> str:
        """Return the name by which handlers know an element."""

    def leaves_out(self, name: str, attributes: Mapping[str, str]) -> bool:
        """Return whether an element is left out, besides those that are always passed over."""
        del name, attributes
        return False

    @abstractmethod
    def text(self, text: str) -> None:
        """Take text."""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Open an element."""
        if self._skipped:
            self._skipped += 1
            return
        name = self.short_name(tag)
        if name in self._passed_over or self.leaves_out(name, attributes):
            self._skipped = 1
            return
        handler = self._starts.get(name)
        self._ends.append(None if handler is None else handler(self, name, attributes))
        self.names.append(name)

    def end(self, tag: str) -> None:
        """Close an element."""
        del tag
        if self._skipped:
            self._skipped -= 1
            return
        self.names.pop()
        if end := self._ends.pop():
            end()

    def data(self, text: str) -> None:
        """Take the text of the open element."""
        if not self._skipped:
            self.text(text)

    def blocks(self) -> list[Block]:
        """Return what was read, at the end of the walk."""
        self._flows[0].flush()
        return self._flows[0].blocks

    def around(self, change: Change) -> Callable[[], object]:
        """Put a change around what follows; the function returned takes it off again."""
        before = self.changes
        self.changes = (*before, change)

        def off() -> None:
            self.changes = before

        return off

    def own_text(self) -> Callable[[], list[Block]]:
        """Open a text of its own; the function returned closes it and gives its blocks."""
        self._flows.append(Flow(self.tally))

        def end() -> list[Block]:
            flow = self._flows.pop()
            flow.flush()
            return flow.blocks

        return end

    def box(self, _: str, __: dict[str, str]) -> End:
        """Open a text box: its paragraphs stand behind the one that it hangs on."""
        end_text = self.own_text()

        def end() -> None:
            blocks = end_text()
            self.flow.put_behind(blocks)

        return end

    def row(self) -> Callable[[], object]:
        """Open a row of a table."""
        self.rows.append([])

        def end() -> None:
            for block in row_of(self.rows.pop()):
                self.flow.add(block)

        return end

    def cell(self, times: int = 1) -> Callable[[], object]:
        """Open a cell of a row; it is repeated that many times."""
        end_text = self.own_text()

        def end() -> None:
            blocks = end_text()
            if self.rows:
                self.rows[-1].extend([blocks] * times)

        return end
