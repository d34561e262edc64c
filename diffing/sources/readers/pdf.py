"""PDF files, by PDFium (the extra `pdf`).

    lines at places on pages      paragraphs, joined over lines, columns and pages
    10 and a small raised 6       10⁶
    the head and foot of pages    once, as headers and footers

A PDF has no paragraphs and no spaces of its own: where they are follows from where the characters stand.
"""

from collections.abc import Sequence
from contextlib import closing
from typing import Any

from diffing.model import MetadataField, Reading
from diffing.sources.documents import Block, Document
from diffing.sources.limits import MissingExtraError, UnreadableError
from diffing.sources.markup.fields import counted, fields
from diffing.sources.registry import Reader, ReadOptions, Sample

MAX_PAGES = 3_000
"""Pages that are read."""

MAX_CHARACTERS = 2_000_000
"""Characters that are read, which takes twenty seconds: a page may have any number. A novel has a third of them."""

MAX_PIECES = 50_000
"""Pieces of text on a page that is read: where they overlap, PDFium takes time with their square, 20 s for these."""

_SIGNATURE = b"%PDF-"
# The signature may stand behind other bytes.
_FIRST = 1024
_FEW_LETTERS = 10
_DEEPEST_FORM = 5
_PICTURES = "its pages are pictures, and newsdiff reads no words from pictures; programs for text recognition (OCR) do"


def _recognise(sample: Sample) -> float:
    at = sample.content.find(_SIGNATURE, 0, _FIRST)
    return 0.99 if at == 0 else 0.6 if at > 0 and b"\0" in sample.content[at : at + 200_000] else 0.0


def _read(content: bytes, options: ReadOptions) -> Document:
    if _SIGNATURE not in content[:_FIRST]:
        raise UnreadableError("does not begin as a PDF file does")
    try:
        import pypdfium2
    except ImportError:
        raise MissingExtraError("is a PDF file", "pdf") from None
    try:
        with closing(pypdfium2.PdfDocument(content)) as pdf:
            return _document(pdf, pypdfium2.raw)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise UnreadableError("is protected by a password: save it without one, or as text") from None
        raise UnreadableError("is a damaged PDF file: open it in a PDF program and save it anew, or as text") from None


def _document(pdf: Any, raw: Any) -> Document:
    from diffing.sources.printed.cells import with_cells
    from diffing.sources.printed.columns import in_columns
    from diffing.sources.printed.joining import paragraphs_of, rows
    from diffing.sources.printed.lines import Line, lines_of
    from diffing.sources.printed.pdf_pages import PdfPage
    from diffing.sources.printed.running import parted

    lines: list[Line] = []
    pictures = read = characters = 0
    for number in range(min(len(pdf), MAX_PAGES)):
        with closing(pdf[number]) as page:
            if _pieces(page, raw) > MAX_PIECES:
                break
            with closing(page.get_textpage()) as text:
                own = PdfPage(raw, text)
                characters += own.count
                if characters > MAX_CHARACTERS:
                    break
                found = with_cells(list(lines_of(own, number)))
            pictures += _is_picture(page, raw, found)
        lines += found
        read += 1
    if not lines and read < len(pdf):
        raise UnreadableError("has more text on a page than newsdiff reads: save its text")
    if not lines:
        raise UnreadableError(f"is a PDF file without text: {_PICTURES}" if pictures else "is a PDF file without text")
    turned = len({line.page for line in lines if line.is_right_to_left})
    text_lines, heads, feet = parted(lines, len(pdf))
    blocks: Sequence[Block] = [*rows(paragraphs_of(in_columns(text_lines))), *heads, *feet]
    notes = (
        *counted(Reading.PICTURES, pictures),
        *counted(Reading.UNSURE_ORDER, turned),
        *counted(Reading.CUT_OFF, len(pdf) - read),
    )
    return Document(blocks, metadata=_metadata(pdf), notes=notes)


def _pieces(page: Any, raw: Any) -> int:
    """Return the number of pieces of text and forms on a page, also within its forms."""
    count = forms = 0
    opened = [(raw.FPDFPage_CountObjects(page), raw.FPDFPage_GetObject, page, 0)]
    while opened and count + forms <= MAX_PIECES:
        number, get, holder, depth = opened.pop()
        for at in range(number):
            inner = get(holder, at)
            kind = raw.FPDFPageObj_GetType(inner)
            if kind == raw.FPDF_PAGEOBJ_TEXT:
                count += 1
            elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST_FORM:
                forms += 1
                opened.append((raw.FPDFFormObj_CountObjects(inner), raw.FPDFFormObj_GetObject, inner, depth + 1))
    return count + forms


def _is_picture(page: Any, raw: Any, lines: Sequence[Any]) -> bool:
    """Return whether a page has a picture and hardly a letter."""
    if sum(len(line.text) for line in lines) > _FEW_LETTERS:
        return False
    return any(True for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=5))


def _metadata(pdf: Any) -> tuple[MetadataField, ...]:
    return fields(
        title=_value(pdf, "Title"),
        author=_value(pdf, "Author"),
        published=_date(_value(pdf, "CreationDate")),
        modified=_date(_value(pdf, "ModDate")),
    )


def _value(pdf: Any, name: str) -> str:
    """Return what the file says of itself; '' where it has half characters, which pypdfium2 cannot decode."""
    try:
        return str(pdf.get_metadata_value(name))
    except UnicodeDecodeError:
        return ""


def _date(value: str) -> str:
    """Return a date of PDF as others write it: D:20260303100000Z as 2026-03-03T10:00:00."""
    figures = value.removeprefix("D:")[:14]
    if len(figures) < len("20260303") or not figures.isdecimal():
        return value
    day = f"{figures[:4]}-{figures[4:6]}-{figures[6:8]}"
    return f"{day}T{figures[8:10]}:{figures[10:12]}:{figures[12:]}" if len(figures) == len("20260303100000") else day


READER = Reader("pdf", _recognise, _read)
