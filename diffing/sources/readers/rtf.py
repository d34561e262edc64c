r"""RTF, as word processors write it.

    {\rtf1\ansi At least {\deleted 12}{\revised 14} people died on 10{\super 6} hectares.\par}

Tracked changes are read as accepted, or with Revisions.ORIGINAL as before them.
"""

from diffing.model import MetadataField, Role
from diffing.sources.documents import Document
from diffing.sources.limits import UnreadableError, check_elements
from diffing.sources.registry import Reader, ReadOptions, Sample

_SIGNATURE = b"{\\rtf"


def _recognise(sample: Sample) -> float:
    return 0.99 if sample.content.lstrip().startswith(_SIGNATURE) else 0.0


def _read(content: bytes, options: ReadOptions) -> Document:
    from diffing.sources.office.rtf_text import RtfText
    from diffing.sources.office.wordings import Tally

    if not content.lstrip().startswith(_SIGNATURE):
        raise UnreadableError("does not begin as RTF does")
    check_elements(_elements_in(content))
    tally = Tally(options.revisions)
    text = RtfText(tally)
    blocks = text.read(content.lstrip())
    headers, footers = (text.page_texts[role].values() for role in (Role.HEADER, Role.FOOTER))
    metadata = tuple(MetadataField(name, value) for name, value in text.metadata.items())
    return Document([*blocks, *text.notes, *headers, *footers], metadata=metadata, notes=tally.notes)


def _elements_in(content: bytes) -> int:
    """Return the number of groups and control words, without those that stand for a byte."""
    return content.count(b"{") + content.count(b"\\") - content.count(b"\\'")


READER = Reader("rtf", _recognise, _read)
