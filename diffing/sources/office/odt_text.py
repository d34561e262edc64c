"""The text of an OpenDocument file: its content, the headers and footers among its styles, its metadata.

<text:p>At least <text:change-start text:change-id="c1"/>14<text:change-end text:change-id="c1"/> people died.</text:p>
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from diffing.model import Role
from diffing.sources.documents import Block
from diffing.sources.markup.superscripts import raised
from diffing.sources.office.odt_changes import TrackedWalk
from diffing.sources.office.odt_styles import Style, Styles, attribute
from diffing.sources.office.walk import End, Handler
from diffing.sources.office.wordings import Tally

# Elements without text of the story: remarks, declarations, patterns of indexes, the numbers of lists, other objects.
_PASSED_OVER = frozenset(
    """office:annotation office:forms office:scripts office:settings office:font-face-decls text:sequence-decls
    text:variable-decls text:user-field-decls text:dde-connection-decls text:ruby-text text:number text:script
    text:table-of-content-source text:illustration-index-source text:table-index-source text:object-index-source
    text:user-index-source text:alphabetical-index-source text:bibliography-source table:covered-table-cell
    office:binary-data svg:title svg:desc draw:object presentation:notes form:form""".split()  # noqa: SIM905 (a column of names is harder to read)
)
_SHAPES = (
    "frame", "text-box", "custom-shape", "rect", "line", "polyline", "polygon", "regular-polygon", "path",
    "circle", "ellipse", "g", "connector", "caption", "measure", "control",
)  # fmt: skip
_PAGE_TEXTS = {f"style:{role}{pages}": role for role in (Role.HEADER, Role.FOOTER) for pages in ("", "-left", "-first")}
_CHARACTERS = {"text:s": " ", "text:tab": "\t", "text:line-break": "\n"}
_METADATA = {
    "dc:title": "title",
    "meta:initial-creator": "author",
    "dc:creator": "author",
    "dc:date": "modified",
    "dc:language": "language",
}
_WHITE = str.maketrans("\n\r\t", "   ")
# Cells that are repeated, and their characters, all together.
_MAX_REPEATED = 100_000


@dataclass(slots=True)
class _Open:
    """The paragraph that is open in the body, in a cell, a box or a note."""

    style: str | None = None
    role: Role = Role.TEXT
    spans: list[str] = field(default_factory=list)


class OdtText(TrackedWalk):
    """Reads an XML file of an OpenDocument text into blocks."""

    def __init__(self, styles: Styles, tally: Tally) -> None:
        super().__init__(tally, _STARTS, _PASSED_OVER)
        self.page_texts: dict[Role, dict[str, Block]] = {Role.HEADER: {}, Role.FOOTER: {}}
        """The headers and footers of pages by their text."""
        self.notes: list[Block] = []
        self.metadata: dict[str, str] = {}
        self.common = styles
        """The styles that all files of the document share."""
        self._styles = styles
        self._style: Style | None = None
        self._open = [_Open()]
        self._in_items = 0
        self._hidden = 0
        self._numbered = 0
        self._note_mark = ""
        self._repeats_left = _MAX_REPEATED

    def leaves_out(self, name: str, attributes: Mapping[str, str]) -> bool:
        """Return whether an element is a note on deleted words, or a header that is switched off."""
        if name == "text:note":
            return not self.tally.wants(self.changes)
        return name in _PAGE_TEXTS and attribute(attributes, "style:display") == "false"

    def text(self, text: str) -> None:
        """Take text, within a paragraph."""
        if self._open[-1].style is not None:
            self._write(text.translate(_WHITE))

    def own_text(self) -> Callable[[], list[Block]]:
        """Open a text of its own, with paragraphs of its own."""
        self._open.append(_Open())
        end_text = super().own_text()

        def end() -> list[Block]:
            self._open.pop()
            return end_text()

        return end

    def _write(self, text: str) -> None:
        within = self._open[-1]
        said = [self._styles.letters("text", name) for name in reversed(within.spans)]
        said.append(self._styles.letters("paragraph", within.style or ""))
        if self._hidden or next((each.is_hidden for each in said if each.is_hidden is not None), False):
            self.tally.hide(text)
        elif next((each.is_struck for each in said if each.is_struck is not None), False):
            self.tally.strike(text)
        else:
            level = next((each.level for each in said if each.level is not None), 0)
            self.flow.write(text, self.changes, level)

    # What elements do.

    def _paragraph(self, name: str, attributes: dict[str, str]) -> End:
        within = self._open[-1]
        before = within.style, within.role
        within.style = attribute(attributes, "text:style-name")
        within.role = Role.HEADING if name == "text:h" else self._styles.role(within.style)
        if within.role is Role.TEXT and self._in_items:
            within.role = Role.ITEM
        goes_on = before[0] is not None and self.goes_on

        def end() -> None:
            if not goes_on:
                self.flow.end(within.role, self.changes)
            within.style, within.role = before

        return end

    def _span(self, _: str, attributes: dict[str, str]) -> End:
        spans = self._open[-1].spans
        spans.append(attribute(attributes, "text:style-name"))
        return spans.pop

    def _character(self, name: str, _: dict[str, str]) -> None:
        if self._open[-1].style is not None:
            self._write(_CHARACTERS[name])

    def _section(self, _: str, attributes: dict[str, str]) -> End:
        self.flow.flush()
        if attribute(attributes, "text:display") != "none":
            return None
        self._hidden += 1

        def end() -> None:
            self._hidden -= 1

        return end

    def _item(self, _: str, __: dict[str, str]) -> End:
        self._in_items += 1

        def end() -> None:
            self._in_items -= 1

        return end

    def _table(self, _: str, __: dict[str, str]) -> None:
        self.flow.flush()

    def _row(self, _: str, __: dict[str, str]) -> End:
        return self.row()

    def _cell(self, _: str, attributes: dict[str, str]) -> End:
        times = attribute(attributes, "table:number-columns-repeated")
        wanted = int(times) if times.isascii() and times.isdigit() and len(times) < 10 else 1
        end_cell = self.cell()

        def end() -> None:
            end_cell()
            blocks = self.rows[-1][-1] if self.rows else []
            size = 1 + sum(len(block.text) for block in blocks)
            repeated = min(wanted - 1, self._repeats_left // size)
            if repeated > 0:
                self._repeats_left -= repeated * size
                self.rows[-1].extend([blocks] * repeated)
            self.tally.cut += bool(blocks) and repeated < wanted - 1

        return end

    def _citation(self, _: str, attributes: dict[str, str]) -> End:
        mark = attribute(attributes, "text:label")
        if not mark:
            self._numbered += 1
            mark = raised(str(self._numbered))
        self._note_mark = mark
        self._write(self.flow.gap + mark)
        return self.apart()

    def _note(self, _: str, __: dict[str, str]) -> End:
        mark, at = self._note_mark, len(self.notes)
        end_text = self.own_text()
        self.flow.write(f"{mark} ", self.changes)

        def end() -> None:
            self.notes[at:at] = [replace(block, role=Role.NOTE) for block in end_text()]

        return end

    def _page_text(self, name: str, _: dict[str, str]) -> End:
        role = _PAGE_TEXTS[name]
        end_text = self.own_text()

        def end() -> None:
            self.page_texts[role] |= {block.text: replace(block, role=role) for block in end_text()}

        return end

    def _metadata(self, name: str, _: dict[str, str]) -> End:
        if self.names[-1:] != ["office:meta"]:
            return self.who_or_when(name)
        end_apart = self.apart()

        def end() -> None:
            if said := end_apart():
                self.metadata.setdefault(_METADATA[name], said)

        return end

    def _automatic(self, _: str, __: dict[str, str]) -> None:
        self._styles = self._styles.copy()  # the names of these are the file's own

    def _style_of(self, _: str, attributes: dict[str, str]) -> End:
        self._style = self._styles.add(attributes)

        def end() -> None:
            self._style = None

        return end

    def _letters(self, _: str, attributes: dict[str, str]) -> None:
        if self._style is not None:
            self._style.take(attributes)


_STARTS: dict[str, Handler] = {
    "text:section": OdtText._section,
    "text:list-item": OdtText._item,
    "text:span": OdtText._span,
    "text:note-citation": OdtText._citation,
    "text:note-body": OdtText._note,
    "table:table": OdtText._table,
    "table:table-row": OdtText._row,
    "table:table-cell": OdtText._cell,
    "office:automatic-styles": OdtText._automatic,
    "style:style": OdtText._style_of,
    "style:text-properties": OdtText._letters,
    **dict.fromkeys(("text:p", "text:h"), OdtText._paragraph),
    **dict.fromkeys(_CHARACTERS, OdtText._character),
    **dict.fromkeys(_PAGE_TEXTS, OdtText._page_text),
    **dict.fromkeys((f"draw:{shape}" for shape in _SHAPES), OdtText.box),
    **dict.fromkeys(_METADATA, OdtText._metadata),
}
