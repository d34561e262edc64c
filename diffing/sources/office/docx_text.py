"""The text of one part of a Word document: its body, its notes, a header.

<w:p><w:r><w:t>At least </w:t></w:r><w:del ...><w:r><w:delText>12</w:delText></w:r></w:del>
     <w:ins ...><w:r><w:t>14</w:t></w:r></w:ins><w:r><w:t> people died.</w:t></w:r></w:p>

At least 14 people died.
"""

from collections.abc import Callable, Mapping

from diffing.sources.documents import Block
from diffing.sources.markup.superscripts import raised
from diffing.sources.office.docx_state import Note, Open, Paragraph, Run, Section, first
from diffing.sources.office.docx_styles import Styles, attribute, is_on, short_name
from diffing.sources.office.symbol_fonts import in_font, shown
from diffing.sources.office.walk import End, Handler, Walk
from diffing.sources.office.wordings import Change, Tally

# Elements without text of the story: properties, instructions of fields, the reading over a word.
_PASSED_OVER = frozenset(
    """w:sdtPr w:sdtEndPr w:instrText w:delInstrText w:tblPr w:tblGrid w:tblPrEx w:fldData w:ffData w:smartTagPr
    w:rubyPr w:rt w:customXmlPr w:sectPrChange w:tblPrChange w:tcPrChange w:trPrChange w:numberingChange
    m:ctrlPr""".split()  # noqa: SIM905 (a column of names is harder to read)
)
# The properties before a change of form: those of the original wording.
_FORMER = frozenset(("w:pPrChange", "w:rPrChange"))
_END_OF_PARAGRAPH = ["w:pPr", "w:rPr"]
_CHARACTERS = {"w:tab": "\t", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "\u2011"}
_LEVELS = {"m:sup": 1, "m:sub": -1}
_WHITE = str.maketrans("\n\r\t", "   ")


class DocxText(Walk):
    """Reads a part of a Word document into blocks.

    `numbers` are the numbers of the notes; the body fills them, the notes' own part needs them.
    """

    def __init__(self, styles: Styles, tally: Tally, numbers: dict[Note, int]) -> None:
        super().__init__(tally, _STARTS, _PASSED_OVER | _FORMER if tally.is_final else _PASSED_OVER)
        self.notes: dict[Note, list[Block]] = {}
        """The blocks of each note, in a part of notes."""
        self.references: list[Note] = []
        """The notes that the text names, in order."""
        self.sections: list[Section] = []
        self.has_title_page = False
        self.embedded_files = 0
        """Parts of the text that are kept as files of another format."""
        self._styles = styles
        self.numbers = numbers
        self._open = [Open()]
        self._choices: list[bool] = []
        self._note = Note("", "")
        self._takes_text = False
        self._level = 0

    def short_name(self, tag: str) -> str:
        """Return a name with the usual prefix: w:p."""
        return short_name(tag)

    def leaves_out(self, name: str, attributes: Mapping[str, str]) -> bool:
        """Return whether an element repeats in another form what was read: a box for older programs."""
        if name == "mc:Choice" and self._choices:
            had, self._choices[-1] = self._choices[-1], True
            return had
        return name == "mc:Fallback" and bool(self._choices) and self._choices[-1]

    def text(self, text: str) -> None:
        """Take text, where an element of text is open."""
        if self._takes_text:
            self._write(in_font(text.translate(_WHITE), self._open[-1].run.font))

    def own_text(self) -> Callable[[], list[Block]]:
        """Open a text of its own, with paragraphs and fields of its own."""
        self._open.append(Open())
        takes, self._takes_text = self._takes_text, False
        end_text = super().own_text()

        def end() -> list[Block]:
            self._open.pop()
            self._takes_text = takes
            return end_text()

        return end

    def _write(self, text: str) -> None:
        within = self._open[-1]
        if any(within.fields[:-1]):
            return  # the result of a field within an instruction
        run = within.run
        letters = self._styles.letters(run.style)
        paragraph = self._styles.letters(within.paragraph.style)
        if first(run.is_hidden, letters.is_hidden, paragraph.is_hidden):
            self.tally.hide(text)
        elif first(run.is_struck, letters.is_struck, paragraph.is_struck):
            self.tally.strike(text)
        else:
            self.flow.write(text, self.changes, self._level or first(run.level, letters.level) or 0)

    # What elements do.

    def _paragraph(self, _: str, __: dict[str, str]) -> End:
        self._open[-1].paragraph = Paragraph()
        return self._end_paragraph

    def _end_paragraph(self) -> None:
        paragraph = self._open[-1].paragraph
        if not paragraph.goes_on:
            self.flow.end(paragraph.role(self._styles), (*self.changes, *paragraph.end))

    def _run(self, _: str, __: dict[str, str]) -> None:
        self._open[-1].run = Run()

    def _text(self, _: str, __: dict[str, str]) -> End:
        self._takes_text = True

        def end() -> None:
            self._takes_text = False

        return end

    def _character(self, name: str, _: dict[str, str]) -> None:
        if self.names[-1:] == ["w:r"]:  # elsewhere it is a property: the place of a tab
            self._write(_CHARACTERS[name])

    def _symbol(self, _: str, attributes: dict[str, str]) -> None:
        try:
            code = int(attribute(attributes, "char"), 16)
        except ValueError:
            return
        self._write(shown(code, attribute(attributes, "font")))

    def _paragraph_property(self, name: str, attributes: dict[str, str]) -> None:
        self._open[-1].paragraph.take(name, attributes)

    def _run_property(self, name: str, attributes: dict[str, str]) -> None:
        if self.names[-2:] != _END_OF_PARAGRAPH:
            self._open[-1].run.take(name, attributes)
        elif name == "w:vanish":
            self._open[-1].paragraph.goes_on = is_on(attributes)

    def _former(self, name: str, _: dict[str, str]) -> None:
        within = self._open[-1]
        if name == "w:pPrChange":
            within.paragraph = Paragraph(end=within.paragraph.end)
        elif self.names[-2:] != _END_OF_PARAGRAPH:
            within.run = Run()

    def _change(self, name: str, attributes: dict[str, str]) -> End:
        """Take a tracked change: around text, or in the properties of a paragraph's end or of a row."""
        is_insertion = name in ("w:ins", "w:moveTo", "w:cellIns")
        change = Change(is_insertion, attribute(attributes, "author"), attribute(attributes, "date"))
        parent = self.names[-1] if self.names else ""
        if self.names[-2:] == _END_OF_PARAGRAPH:
            paragraph = self._open[-1].paragraph
            paragraph.end = (*paragraph.end, change)
        elif parent in ("w:trPr", "w:tcPr"):
            self.changes = (*self.changes, change)  # the end of the row or cell takes it off
        elif parent not in ("w:numPr", "w:rPr"):
            return self.around(change)
        return None

    def _table(self, _: str, __: dict[str, str]) -> None:
        self.flow.flush()

    def _row(self, _: str, __: dict[str, str]) -> End:
        before = self.changes
        end_row = self.row()

        def end() -> None:
            self.changes = before
            end_row()

        return end

    def _cell(self, _: str, __: dict[str, str]) -> End:
        before = self.changes
        end_cell = self.cell()

        def end() -> None:
            end_cell()
            if self.rows and self.changes != before and not self.tally.wants(self.changes):
                self.rows[-1].pop()  # a cell that was inserted or deleted is none, and not an empty one
            self.changes = before

        return end

    def _field(self, _: str, attributes: dict[str, str]) -> None:
        fields = self._open[-1].fields
        kind = attribute(attributes, "fldCharType")
        if kind == "begin":
            fields.append(True)
        elif kind == "separate" and fields:
            fields[-1] = False
        elif kind == "end" and fields:
            fields.pop()

    def _note_text(self, name: str, attributes: dict[str, str]) -> End:
        note = self._note = Note(name.removeprefix("w:"), attribute(attributes, "id"))
        end_text = self.own_text()

        def end() -> None:
            self.notes[note] = end_text()

        return end

    def _reference(self, name: str, attributes: dict[str, str]) -> None:
        note = Note(name.removeprefix("w:").removesuffix("Reference"), attribute(attributes, "id"))
        if not self.tally.wants(self.changes):
            return
        self.references.append(note)
        if attribute(attributes, "customMarkFollows") in ("", "0", "false", "off"):
            self.numbers[note] = len(self.numbers) + 1
            self._write(self.flow.gap + raised(str(self.numbers[note])))

    def _own_number(self, _: str, __: dict[str, str]) -> None:
        if number := self.numbers.get(self._note):
            self._write(f"{raised(str(number))} ")

    def _section(self, name: str, attributes: dict[str, str]) -> None:
        if name == "w:titlePg":
            self.has_title_page = self.has_title_page or is_on(attributes)
            return
        kind = name.removeprefix("w:").removesuffix("Reference")
        self.sections.append(Section(kind, attribute(attributes, "type"), attribute(attributes, "id")))

    def _embedded(self, _: str, __: dict[str, str]) -> None:
        self.embedded_files += 1

    def _alternatives(self, _: str, __: dict[str, str]) -> End:
        self._choices.append(False)
        return self._choices.pop

    def _raised(self, name: str, _: dict[str, str]) -> End:
        before, self._level = self._level, _LEVELS[name]

        def end() -> None:
            self._level = before

        return end

    def _denominator(self, _: str, __: dict[str, str]) -> None:
        self._write("/")


def _all(handler: Handler, *names: str) -> dict[str, Handler]:
    return dict.fromkeys(names, handler)


_STARTS: dict[str, Handler] = {
    "w:p": DocxText._paragraph,
    "w:tbl": DocxText._table,
    "w:tr": DocxText._row,
    "w:tc": DocxText._cell,
    "w:txbxContent": DocxText.box,
    "w:sym": DocxText._symbol,
    "w:fldChar": DocxText._field,
    "w:altChunk": DocxText._embedded,
    "mc:AlternateContent": DocxText._alternatives,
    "m:den": DocxText._denominator,
    **_all(DocxText._run, "w:r", "m:r"),
    **_all(DocxText._text, "w:t", "w:delText", "m:t"),
    **_all(DocxText._character, *_CHARACTERS),
    **_all(DocxText._change, "w:ins", "w:del", "w:moveFrom", "w:moveTo", "w:cellIns", "w:cellDel"),
    **_all(DocxText._raised, *_LEVELS),
    **_all(DocxText._note_text, "w:footnote", "w:endnote"),
    **_all(DocxText._reference, "w:footnoteReference", "w:endnoteReference"),
    **_all(DocxText._own_number, "w:footnoteRef", "w:endnoteRef"),
    **_all(DocxText._section, "w:headerReference", "w:footerReference", "w:titlePg"),
    **_all(DocxText._former, *_FORMER),
    **_all(DocxText._paragraph_property, "w:pStyle", "w:outlineLvl", "w:numId", "w:framePr"),
    **_all(
        DocxText._run_property, "w:rStyle", "w:rFonts", "w:vanish", "w:strike", "w:dstrike", "w:vertAlign", "w:position"
    ),
}
