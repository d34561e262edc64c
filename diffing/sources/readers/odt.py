"""OpenDocument texts: archives (.odt) and flat XML (.fodt), as LibreOffice writes them.

    content.xml     the text, its notes, its tracked changes      styles.xml      headers and footers
    meta.xml        title, author, date                           content.xml of a .fodt: all of it

Tracked changes are read as accepted, or with Revisions.ORIGINAL as before them. Remarks at the margin are no text.
"""

from diffing.model import MetadataField, Role
from diffing.sources.archive import Archive
from diffing.sources.documents import Document
from diffing.sources.limits import UnreadableError
from diffing.sources.registry import Reader, ReadOptions, Sample

_KIND = b"mimetypeapplication/vnd.oasis.opendocument.text"
# The first file of an archive says its kind.
_FIRST_FILE = 200
_FLAT = ("urn:oasis:names:tc:opendocument:xmlns:office:1.0", "opendocument.text")
_ARCHIVE = b"PK\x03\x04"


def _recognise(sample: Sample) -> float:
    if sample.content.startswith(_ARCHIVE):
        return 0.99 if _KIND in sample.content[:_FIRST_FILE] else 0.0
    return 0.97 if all(sign in sample.text for sign in _FLAT) and "<office:document" in sample.text else 0.0


def _read(content: bytes, options: ReadOptions) -> Document:
    from diffing.sources.markup.safe_xml import deliver
    from diffing.sources.office.odt_styles import Styles
    from diffing.sources.office.odt_text import OdtText
    from diffing.sources.office.wordings import Tally

    styles, tally = Styles(), Tally(options.revisions)
    texts = []
    for file in _files(content):
        texts.append(OdtText(styles, tally))
        deliver(file, texts[-1])
    blocks = [block for text in texts for block in text.blocks()]
    notes = [note for text in texts for note in text.notes]
    headers, footers = (
        list({key: block for text in texts for key, block in text.page_texts[role].items()}.values())
        for role in (Role.HEADER, Role.FOOTER)
    )
    metadata = {name: value for text in texts for name, value in text.metadata.items()}
    fields = tuple(MetadataField(name, value) for name, value in metadata.items())
    return Document([*blocks, *notes, *headers, *footers], metadata=fields, notes=tally.notes)


def _files(content: bytes) -> list[bytes]:
    """Return the XML files of a document: its metadata, its styles, its content."""
    if not content.startswith(_ARCHIVE):
        return [content]
    archive = Archive(content)
    manifest = "META-INF/manifest.xml"
    if manifest in archive and b"encryption-data" in archive.read(manifest):
        raise UnreadableError("is protected by a password: open it, save it without one")
    others = [name for name in ("meta.xml", "styles.xml") if name in archive]
    return [archive.read(name) for name in (*others, "content.xml")]


READER = Reader("odt", _recognise, _read)
