"""Word documents (.docx, .docm, also 'strict' ones).

    word/document.xml     the text, then its notes      styles.xml      what is a heading, what is hidden
    word/header1.xml      HEADER                        core.xml        title, author, dates

Tracked changes are read as accepted, or with Revisions.ORIGINAL as before them. Comments are no text. The numbers and
bullets of lists are not written out.
"""

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from diffing.model import MetadataField, Role
from diffing.sources.archive import Archive
from diffing.sources.documents import Block, Document
from diffing.sources.limits import UnreadableError
from diffing.sources.registry import Reader, ReadOptions, Sample

if TYPE_CHECKING:
    from diffing.sources.office.docx_state import Note
    from diffing.sources.office.docx_text import DocxText

_MAIN = "word/document.xml"
_RELATIONSHIPS = "_rels/.rels"
# Fields of docProps/core.xml and the plain names that they have here.
_METADATA = {
    "title": "title",
    "creator": "author",
    "language": "language",
    "modified": "modified",
    "version": "version",
}


class _Relationship(NamedTuple):
    kind: str
    target: str


def _recognise(sample: Sample) -> float:
    return 0.99 if _MAIN in sample.members or _other_main(sample.members) else 0.0


def _other_main(names: frozenset[str]) -> bool:
    """Return whether an archive is a Word document whose text has another name than usual."""
    return "[Content_Types].xml" in names and any(name.startswith("word/document") for name in names)


def _read(content: bytes, options: ReadOptions) -> Document:
    return _Package(content, options).document()


class _Package:
    """The parts of a Word document, and the wording that is read of them."""

    def __init__(self, content: bytes, options: ReadOptions) -> None:
        from diffing.sources.office.docx_styles import Styles
        from diffing.sources.office.wordings import Tally

        self._archive = Archive(content)
        start = self._relationships("", "")
        self._main = next((each.target for each in start.values() if each.kind == "officeDocument"), _MAIN)
        folder, _, name = self._main.rpartition("/")
        self._related = self._relationships(folder, name)
        self._styles = Styles(self._part("styles"))
        self._tally = Tally(options.revisions)

    def document(self) -> Document:
        """Return the document."""
        body = self._text(self._archive.read(self._main), {})
        story = body.blocks()
        if body.embedded_files and not story:
            raise UnreadableError("keeps its text as another file within: open it in Word, save it again")
        self._tally.cut += body.embedded_files
        notes = self._notes(body)
        headers, footers = self._around(body)
        return Document([*story, *notes, *headers, *footers], metadata=self._metadata(), notes=self._tally.notes)

    def _text(self, content: bytes, numbers: "dict[Note, int]") -> "DocxText":
        """Return what a part with text holds."""
        from diffing.sources.markup.safe_xml import deliver
        from diffing.sources.office.docx_text import DocxText

        text = DocxText(self._styles, self._tally, numbers)
        deliver(content, text)
        return text

    def _notes(self, body: "DocxText") -> list[Block]:
        """Return the notes that the body names, in its order."""
        found: dict[Note, list[Block]] = {}
        for kind in sorted({note.kind for note in body.references}):
            if (content := self._part(f"{kind}s")) is not None:
                found |= self._text(content, body.numbers).notes
        return [replace(block, role=Role.NOTE) for note in body.references for block in found.pop(note, ())]

    def _around(self, body: "DocxText") -> tuple[list[Block], list[Block]]:
        """Return the headers and the footers of pages, each text once."""
        found: dict[str, dict[str, Block]] = {"header": {}, "footer": {}}
        parts = dict.fromkeys(
            (section.kind, self._related[section.relationship].target)
            for section in body.sections
            if section.relationship in self._related and (section.pages != "first" or body.has_title_page)
        )
        for kind, target in parts:
            if target in self._archive:
                text = self._text(self._archive.read(target), {})
                found[kind] |= {block.text: replace(block, role=Role(kind)) for block in text.blocks()}
        return list(found["header"].values()), list(found["footer"].values())

    def _part(self, kind: str) -> bytes | None:
        """Return the part that the text names for a purpose; None where there is none."""
        for related in self._related.values():
            if related.kind == kind and related.target in self._archive:
                return self._archive.read(related.target)
        return None

    def _relationships(self, folder: str, name: str) -> dict[str, _Relationship]:
        """Return the parts that a part names, by their identifiers."""
        from diffing.sources.markup.safe_xml import parsed

        path = f"{folder}/_rels/{name}.rels" if folder or name else _RELATIONSHIPS
        if path not in self._archive:
            return {}
        found = {}
        for element in parsed(self._archive.read(path)):
            kind, target = element.get("Type", ""), element.get("Target", "")
            full = target[1:] if target.startswith("/") else f"{folder}/{target}" if folder else target
            found[element.get("Id", "")] = _Relationship(kind.rpartition("/")[2], full)
        return found

    def _metadata(self) -> tuple[MetadataField, ...]:
        from diffing.sources.markup.safe_xml import local_name, parsed, text_of

        if "docProps/core.xml" not in self._archive:
            return ()
        found = []
        for element in parsed(self._archive.read("docProps/core.xml")):
            name = _METADATA.get(local_name(element))
            if name and (value := text_of(element)):
                found.append(MetadataField(name, value))
        return tuple(found)


READER = Reader("docx", _recognise, _read)
