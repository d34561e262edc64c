"""Word documents built for tests."""

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{OFFICE}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_MAIN}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_MAIN}.styles+xml"/>'
    f'<Override PartName="/word/footnotes.xml" ContentType="{_MAIN}.footnotes+xml"/>'
    "</Types>"
)
BY = 'w:id="1" w:author="Nora Lind" w:date="2026-03-01T09:00:00Z"'


def part(name: str, inside: str, namespaces: str = NAMESPACES) -> str:
    """Return a part whose root element has that name."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{name} {namespaces}>{inside}</w:{name}>'


def docx(body: str, parts: dict[str, str] | None = None, namespaces: str = NAMESPACES) -> bytes:
    """Return a document; `parts` are further parts by name, 'footnotes' or 'header1', without their root element."""
    texts = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": _relationships({"main": ("officeDocument", "word/document.xml")}),
    }
    texts["word/document.xml"] = part("document", f"<w:body>{body}</w:body>", namespaces)
    related = {}
    for name, inside in (parts or {}).items():
        kind = name.rstrip("0123456789")
        root = {"header": "hdr", "footer": "ftr"}.get(kind, kind)
        texts[f"word/{name}.xml"] = part(root, inside, namespaces)
        related[name] = (kind, f"{name}.xml")
    texts["word/_rels/document.xml.rels"] = _relationships(related)
    return zipped(texts)


def zipped(texts: dict[str, str]) -> bytes:
    """Return an archive of these files."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in texts.items():
            archive.writestr(name, text)
    return content.getvalue()


def run(text: str, properties: str = "") -> str:
    """Return a run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(inside: str, properties: str = "") -> str:
    """Return a paragraph of runs, or of text."""
    inside = inside if inside.startswith("<") else run(inside)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def inserted(inside: str) -> str:
    """Return an insertion of text."""
    return f"<w:ins {BY}>{run(inside)}</w:ins>"


def deleted(inside: str) -> str:
    """Return a deletion of text."""
    return f"<w:del {BY}><w:r><w:delText xml:space='preserve'>{inside}</w:delText></w:r></w:del>"


def _relationships(targets: dict[str, tuple[str, str]]) -> str:
    inside = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for name, (kind, target) in targets.items()
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inside}</Relationships>'
    )
