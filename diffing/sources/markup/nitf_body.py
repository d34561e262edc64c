r"""The body of a NITF document as blocks.

    <p>At least <num>1<frac><numer>1</numer><denom>2</denom></frac></num> t<br/>fell.</p>     'At least 1 1/2 t\nfell.'
    <media><media-caption><p>The dam.</p></media-caption></media>                             a caption

NITF is also found inside NewsML-G2.
"""

import re
from typing import TYPE_CHECKING

from diffing.model import Role
from diffing.patterns import lazy_pattern
from diffing.sources.documents import Block
from diffing.sources.markup.safe_xml import local_name
from diffing.sources.markup.superscripts import lowered, raised
from diffing.sources.markup.xml_walk import Event, walk

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_SKIPPED = frozenset(("media-reference", "media-metadata", "media-object", "alt-code", "nitf-table-metadata"))
# What begins a paragraph, and the role that it gives to all in it; None leaves that of the element around it.
_BLOCKS: dict[str, Role | None] = {
    **dict.fromkeys(("hl1", "hl2"), Role.HEADING),
    **dict.fromkeys(("li", "dt", "dd"), Role.ITEM),
    **dict.fromkeys(("bq", "credit"), Role.QUOTATION),
    **dict.fromkeys(("media-caption", "media-producer", "caption"), Role.CAPTION),
    **dict.fromkeys(("tr", "nitf-tr"), Role.TABLE_ROW),
    "note": Role.ASIDE,
    "fn": Role.NOTE,
    **dict.fromkeys(
        (
            "p",
            "block",
            "pre",
            "hr",
            "ul",
            "ol",
            "dl",
            "table",
            "media",
            "body.content",
            "body.end",
            "tagline",
            "bibliography",
            "byline",
            "dateline",
            "abstract",
            "datasource",
        )
    ),
}
_CELLS = frozenset(("td", "th"))
_ROWS = frozenset(("tr", "nitf-tr"))
# What begins a line: the title behind the name of an author stands on its own.
_LINES = frozenset(("br", "byttl"))
_SPANS = frozenset(("q", "sup", "sub", "numer", "frac"))
# Parts of names and addresses, which touch in files that leave the space between them to the program that shows them.
_APART = frozenset(
    (
        *("name.given", "name.family", "person", "function", "addressee", "care.of", "delivery.point", "postcode"),
        *("delivery.office", "sublocation", "city", "state", "region", "country"),
    )
)
_SPACE = lazy_pattern(r"[ \t\r\n\f]+")
_OPENING_MARK = lazy_pattern(r"[\"'\u2018\u201c\u201e\u00ab]\s*$")
_MARK = lazy_pattern(r"\s*[\"'\u2018\u201c\u201e\u00ab]")


def nitf_blocks(*roots: "Element | None") -> list[Block]:
    """Return the blocks of these elements of a NITF document, in order."""
    story = _Story()
    for root in roots:
        if root is not None:
            for event, element, text in walk(root, _SKIPPED):
                story.take(event, local_name(element), text)
            story.end_block()
    return story.blocks


class _Story:
    """Blocks made of the events of a walk."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._parts: list[str] = []
        self._roles: list[Role | None] = []
        self._spans: list[int] = []  # at which part each open span begins
        self._rows = 0
        self._kept = 0  # open elements whose line ends are kept
        self._touching = False  # whether a part of a name or an address has just ended

    def take(self, event: Event, name: str, text: str) -> None:
        """Take an event of an element of that local name."""
        if event is Event.TEXT:
            self._parts.append(text if self._kept else _SPACE.sub(" ", text))
        elif event is Event.START:
            if self._touching and name in _APART:
                self._parts.append(" ")
            self._start(name)
        else:
            self._end(name)
        self._touching = event is Event.END and name in _APART

    def end_block(self) -> None:
        """End the paragraph; inside a row only a space begins."""
        if self._rows:
            self._parts.append(" ")
            return
        text = "".join(self._parts)
        self._parts.clear()
        if text.strip(" |"):
            role = next((role for role in reversed(self._roles) if role is not None), Role.TEXT)
            self.blocks.append(Block(text, role))

    def _start(self, name: str) -> None:
        if name in _BLOCKS:
            self.end_block()
            self._roles.append(_BLOCKS[name])
            self._rows += name in _ROWS
            self._kept += name == "pre"
        elif name in _CELLS and "".join(self._parts).strip():
            self._parts.append(" | ")
        elif name in _LINES:
            self._parts.append("\n")
        elif name in _SPANS:
            self._spans.append(len(self._parts))

    def _end(self, name: str) -> None:
        if name in _BLOCKS:
            self._rows -= name in _ROWS
            self.end_block()
            self._kept -= name == "pre"
            self._roles.pop()
        elif name in _SPANS and self._spans:
            at = min(self._spans.pop(), len(self._parts))
            before, inner = "".join(self._parts[max(0, at - 3) : at]), "".join(self._parts[at:])
            self._parts[at:] = [_spelled(name, before, inner)]


def _spelled(name: str, before: str, inner: str) -> str:
    """Return how the content of a span reads behind what is before it."""
    if name == "q":
        return inner if _MARK.match(inner) or _OPENING_MARK.search(before) else f"\u201c{inner}\u201d"
    if name == "sup":
        return raised(inner.strip())
    if name == "sub":
        return lowered(inner.strip())
    if name == "numer":
        return inner.strip() + "/"
    whole = re.sub(r"/+\s*/*", "/", "".join(inner.split()))
    return f" {whole}" if before[-1:].isdigit() else whole
