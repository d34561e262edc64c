"""Tracked changes of an OpenDocument text.

    <text:changed-region text:id="c1"><text:deletion> who and when <text:p>12</text:p></text:deletion>
    <text:changed-region text:id="c2"><text:insertion> who and when
    <text:p>At least <text:change text:change-id="c1"/><text:change-start text:change-id="c2"/>14<text:change-end .../>

Deleted words stand apart, at the head of the file, and one mark in the text says where they were; or they stand in the
text between two marks. Those that stand apart are kept as tags and read at their mark, for the original wording.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from diffing.sources.office.odt_styles import attribute, short_name
from diffing.sources.office.walk import End, Handler, Walk
from diffing.sources.office.wordings import Change, Changes, Tally

# Tracked changes around one word: further ones are not looked at.
_MAX_AROUND = 50


@dataclass(slots=True)
class _Region:
    """The tracked changes of some text, and the deleted text where it stands apart."""

    changes: Changes = ()
    tags: list[tuple[str, dict[str, str] | None]] = field(default_factory=list)
    """An element with its attributes, text with None; the end of an element is '' with None."""
    elements: int = 0
    """Paragraphs and tables of the deleted text."""


class TrackedWalk(Walk):
    """A walk over the XML of an OpenDocument file that knows its tracked changes."""

    def __init__(self, tally: Tally, starts: Mapping[str, Handler], passed_over: frozenset[str]) -> None:
        super().__init__(tally, {**_STARTS, **starts}, passed_over)
        self._replayed = 0
        self._replay_depth = -1
        self._regions: dict[str, _Region] = {}
        self._region = _Region()
        self._around: dict[str, Changes] = {}
        self._recording = 0
        self._said: list[str] | None = None

    def short_name(self, tag: str) -> str:
        """Return a name with the usual prefix: text:p."""
        return short_name(tag)

    @property
    def goes_on(self) -> bool:
        """True at the last paragraph of a deleted text that is read: the paragraph with its mark goes on behind it."""
        return self._replayed == 0 and len(self.names) == self._replay_depth

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Open an element; what was deleted is kept for its place in the text."""
        if self._recording or (self.names[-1:] == ["text:deletion"] and short_name(tag) != "office:change-info"):
            if not self._recording:
                self._region.elements += 1
            self._recording += 1
            self._record(tag, attributes)
        else:
            if len(self.names) == self._replay_depth:
                self._replayed -= 1
            super().start(tag, attributes)

    def end(self, tag: str) -> None:
        """Close an element."""
        if self._recording:
            self._recording -= 1
            self._record("", None)
        else:
            super().end(tag)

    def data(self, text: str) -> None:
        """Take the text of the open element."""
        if self._recording:
            self._record(text, None)
        elif self._said is not None:
            self._said.append(text)
        else:
            super().data(text)

    def apart(self) -> Callable[[], str]:
        """Take text apart from the story; the function returned ends that and gives the text."""
        said: list[str] = []
        self._said = said

        def end() -> str:
            self._said = None
            return "".join(said).strip()

        return end

    def _record(self, what: str, attributes: dict[str, str] | None) -> None:
        if not self.tally.is_final:
            self._region.tags.append((what, attributes))

    def _changed_region(self, _: str, attributes: dict[str, str]) -> None:
        self._region = _Region()
        self._regions[attribute(attributes, "text:id") or attribute(attributes, "xml:id")] = self._region

    def _kind(self, name: str, _: dict[str, str]) -> None:
        self._region.changes = (*self._region.changes[:1], Change(name == "text:insertion"))

    def who_or_when(self, name: str) -> End:
        """Take the author of a change, dc:creator, or its date."""
        if self.names[-1:] != ["office:change-info"] or not self._region.changes:
            return None
        end_apart = self.apart()

        def end() -> None:
            *others, change = self._region.changes
            said = end_apart()
            change = change._replace(author=said) if name == "dc:creator" else change._replace(date=said)
            self._region.changes = (*others, change)

        return end

    def _mark(self, name: str, attributes: dict[str, str]) -> End:
        identifier = attribute(attributes, "text:change-id")
        region = self._regions.get(identifier)
        if region is None:
            return None
        if name == "text:change":
            self._replay(region)
        elif name == "text:change-start" and len(self._around) < _MAX_AROUND:
            self._around[identifier] = region.changes
        else:
            self._around.pop(identifier, None)
        self.changes = tuple(change for changes in self._around.values() for change in changes)
        return None

    def _replay(self, region: _Region) -> None:
        """Read deleted text at its place: once, wherever else the file names it."""
        before = self.changes
        self.changes = (*before, *region.changes)
        tags, region.tags = region.tags, []
        self.tally.wants(self.changes)
        outer = self._replayed, self._replay_depth
        self._replayed, self._replay_depth = region.elements, len(self.names)
        for what, attributes in tags:
            if attributes is not None:
                self.start(what, attributes)
            elif what:
                self.data(what)
            else:
                self.end("")
        self.changes = before
        self._replayed, self._replay_depth = outer


_STARTS: dict[str, Handler] = {
    "text:changed-region": TrackedWalk._changed_region,
    **dict.fromkeys(("text:insertion", "text:deletion"), TrackedWalk._kind),
    **dict.fromkeys(("text:change", "text:change-start", "text:change-end"), TrackedWalk._mark),
}
