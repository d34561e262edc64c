"""Small PDF files, built by hand: text at places, in the fonts that every reader has."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Text(NamedTuple):
    """A text at a place of a page, in points from the lower left corner; `matrix` turns it."""

    along: float
    across: float
    words: str
    size: float = 10
    matrix: str = "1 0 0 1"


IMAGE = b"q 200 0 0 200 50 50 cm /I1 Do Q"
"""The command of a page's content that draws a picture."""


def pdf(*pages: Iterable[Text] | bytes, extra: str = "", info: str = "") -> bytes:
    """Return a PDF file of these pages: texts, or the bytes that draw something else."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    objects += [b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"]
    pixel = (
        b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>"
    )
    objects += [pixel + b"\nstream\n\x80\nendstream"]
    kids = []
    for page in pages:
        content = page if isinstance(page, bytes) else b"\n".join(map(_drawn, page))
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents %d 0 R /Resources "
            b"<< /Font << /F1 3 0 R >> /XObject << /I1 4 0 R >> >> >>" % len(objects)
        )
        kids.append(len(objects))
    listed = " ".join(f"{kid} 0 R" for kid in kids)
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{listed}] >>".encode()
    objects.append(f"<< {info} >>".encode("latin-1"))
    return _file(objects, f"/Root 1 0 R /Info {len(objects)} 0 R {extra}")


def column(
    lines: Sequence[str], along: float = 50, top: float = 700, leading: float = 12, size: float = 10
) -> list[Text]:
    """Return lines below each other; one that begins with spaces is indented."""
    return [
        Text(along + 5 * (len(line) - len(line.lstrip())), top - leading * at, line.strip())
        for at, line in enumerate(lines)
        if line.strip()
    ]


def _drawn(text: Text) -> bytes:
    words = text.words.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return f"BT /F1 {text.size} Tf {text.matrix} {text.along} {text.across} Tm (".encode() + words + b") Tj ET"


def _file(objects: Sequence[bytes], trailer: str) -> bytes:
    made, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, start=1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    start = len(made)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    made += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode()
    return made + f"trailer << /Size {len(objects) + 1} {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()
