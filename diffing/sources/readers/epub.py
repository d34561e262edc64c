"""E-books (EPUB 2 and 3): the chapters in the order of reading.

    META-INF/container.xml    names the package          content.opf    names the chapters and their order
    chapter1.xhtml            read as a web page

The table of contents that programs show is no text of the book.
"""

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from diffing.model import MetadataField, Reading, ReadingNote
from diffing.patterns import lazy_pattern
from diffing.sources.archive import Archive
from diffing.sources.documents import Block, Document
from diffing.sources.limits import UnreadableError
from diffing.sources.registry import Reader, ReadOptions, Sample, decoded_text

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_KIND = b"mimetypeapplication/epub+zip"
_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
# The first file of an archive says its kind.
_FIRST_FILE = 200
_METADATA = {
    "title": "title",
    "creator": "author",
    "publisher": "publisher",
    "date": "published",
    "language": "language",
}
_CHAPTERS = frozenset(("application/xhtml+xml", "text/html", "application/xml", "text/x-oeb1-document"))
_DECLARED = lazy_pattern(rb"<\?xml[^>]{0,200}encoding\s*=\s*[\"']([\w.:-]{1,40})[\"']")
# Elements that XML closes so and HTML does not: all that follows would be their text.
_CLOSED = lazy_pattern(r"<(title|script|style|textarea|iframe)\b([^<>]{0,1000})/>")
# Bytes of a chapter up to which it is read as XML first, which keeps a tree of it.
_LARGE = 20_000_000


class _Item(NamedTuple):
    path: str
    media_type: str
    is_contents: bool


def _recognise(sample: Sample) -> float:
    if _KIND in sample.content[:_FIRST_FILE]:
        return 0.99
    return 0.9 if _CONTAINER in sample.members else 0.0


def _read(content: bytes, options: ReadOptions) -> Document:
    archive = Archive(content)
    package = _package_path(archive)
    blocks: list[Block] = []
    counts: Counter[Reading] = Counter()
    chapters, sheets, metadata = _contents(archive, package)
    sheet = "\n".join(archive.read(path).decode("utf-8", errors="replace") for path in sheets if path in archive)
    encrypted = _encrypted(archive)
    for path in chapters:
        if path in encrypted:
            raise UnreadableError("is protected by its seller (DRM): its text cannot be read")
        found, notes = _chapter(archive.read(path), options, sheet)
        blocks += found
        for note in notes:
            counts[note.what] += note.count
    return Document(blocks, metadata=metadata, notes=tuple(ReadingNote(*each) for each in counts.items()))


def _package_path(archive: Archive) -> str:
    """Return the path of the file that names the chapters."""
    from diffing.sources.markup.safe_xml import local_name, parsed

    for element in parsed(archive.read(_CONTAINER)).iter():
        if local_name(element) == "rootfile" and (path := element.get("full-path")):
            return path
    raise UnreadableError("is a damaged e-book: it does not say where its text is")


def _contents(archive: Archive, package: str) -> tuple[list[str], list[str], tuple[MetadataField, ...]]:
    """Return the paths of the chapters in the order of reading, each once, and of the style sheets; the metadata."""
    from diffing.sources.markup.safe_xml import local_name, parsed, text_of

    root = parsed(archive.read(package))
    folder = package.rpartition("/")[0]
    items = {
        item.get("id", ""): _Item(
            _path(folder, item.get("href", "")),
            item.get("media-type", ""),
            "nav" in item.get("properties", "").split(),
        )
        for item in _inside(root, "manifest")
        if local_name(item) == "item"
    }
    order = (items.get(each.get("idref", "")) for each in _inside(root, "spine"))
    chapters = dict.fromkeys(
        item.path for item in order if item and item.media_type in _CHAPTERS and not item.is_contents
    )
    if not chapters:
        raise UnreadableError("is an e-book without chapters of text")
    metadata = (
        MetadataField(_METADATA[local_name(element)], text_of(element))
        for element in _inside(root, "metadata")
        if local_name(element) in _METADATA and text_of(element)
    )
    sheets = [item.path for item in items.values() if item.media_type == "text/css"]
    return list(chapters), sheets, tuple(metadata)


def _inside(root: "Element", name: str) -> "list[Element]":
    """Return the elements in a part of the package."""
    from diffing.sources.markup.safe_xml import child

    found = child(root, name)
    return [] if found is None else list(found)


def _path(folder: str, reference: str) -> str:
    """Return the path of a member that a file in a folder refers to."""
    parts: list[str] = folder.split("/") if folder else []
    for part in unquote(reference.partition("#")[0]).split("/"):
        if part == "..":
            del parts[-1:]
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)


def _encrypted(archive: Archive) -> frozenset[str]:
    """Return the paths of the members that are encrypted: fonts in many books, the text in protected ones."""
    from diffing.sources.markup.safe_xml import local_name, parsed

    if _ENCRYPTION not in archive:
        return frozenset()
    elements = parsed(archive.read(_ENCRYPTION)).iter()
    return frozenset(_path("", each.get("URI", "")) for each in elements if local_name(each) == "CipherReference")


def _chapter(content: bytes, options: ReadOptions, sheet: str) -> tuple[tuple[Block, ...], tuple[ReadingNote, ...]]:
    """Return the blocks of a chapter, which is XHTML; what is not well-formed is read as browsers read a page.

    `sheet` is the text of the book's style sheets.
    """
    from diffing.sources.markup.html_blocks import fragment_content
    from diffing.sources.markup.html_of_xml import html_of
    from diffing.sources.markup.safe_xml import parsed

    try:
        if len(content) > _LARGE:
            raise UnreadableError("is large")
        markup = html_of(parsed(content))
    except UnreadableError:
        declared = _DECLARED.search(content[:1000])
        text, _ = decoded_text(content, replace(options, encoding=None), declared[1].decode() if declared else None)
        markup = _CLOSED.sub(r"<\1\2></\1>", text)
    found = fragment_content(markup, options.revisions, sheet)
    return found.blocks, found.notes


READER = Reader("epub", _recognise, _read)
