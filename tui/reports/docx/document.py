"""The whole Word document in pieces: a ZIP archive of parts of XML.

    [Content_Types].xml  _rels/.rels  docProps/core.xml          what there is, what it is called
    word/styles.xml  word/settings.xml  word/comments.xml        looks, the version of Word, the changes that matter
    word/document.xml                                            both articles, as tracked changes

The same comparison gives the same bytes: every part has the first time that a ZIP archive can name.
"""

import zipfile
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files

from diffing.model import Pair

from ...text.sanitize import visible
from ..report import Report
from .beside import beside
from .comments import Comment, comments, with_comments
from .looks import Looks, language_markup
from .markup import escaped, text_element
from .order import tokens
from .paragraphs import paragraphs

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_FIRST_TIME = (1980, 1, 1, 0, 0, 0)
# Parts beside the text in word/, and what each is called in types and relationships.
_PARTS = ("styles", "settings", "comments")
# A sheet of A4 with margins of an inch, in twentieths of a point.
_SECTION = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" '
    'w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>'
)
# Word opens a document without this in a mode for files of older versions. It shows changes in the text, not beside it.
_SETTINGS = (
    f'{_XML}<w:settings xmlns:w="{_WORD}"><w:compat><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>'
)
# The archive is given away in pieces of about this many bytes.
_PIECE = 1 << 16


def docx_pieces(report: Report) -> Iterator[bytes]:
    """Yield the document piece by piece."""
    sink = _Sink()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, content in _parts(report):
            part = zipfile.ZipInfo(name, _FIRST_TIME)
            part.compress_type = zipfile.ZIP_DEFLATED
            with archive.open(part, "w") as member:
                for piece in content:
                    member.write(piece.encode())
                    if sink.size >= _PIECE:
                        yield sink.taken()
    yield sink.taken()


class _Sink:
    """The target of an archive that is read while it grows: nothing can be written twice, and zipfile knows that."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []
        self.size = 0

    def write(self, piece: bytes, /) -> int:
        """Take a piece."""
        self._pieces.append(piece)
        self.size += len(piece)
        return len(piece)

    def flush(self) -> None:
        """Do nothing: what was written can be taken."""

    def close(self) -> None:
        """Do nothing, for the same reason."""

    def taken(self) -> bytes:
        """Return what was written since the last time."""
        content = b"".join(self._pieces)
        self._pieces.clear()
        self.size = 0
        return content


def _parts(report: Report) -> Iterator[tuple[str, Iterable[str]]]:
    """Yield the name and the content of each part."""
    found = comments(report.comparison, report.ledger, report.review)
    languages = report.languages()
    yield "[Content_Types].xml", [_types()]
    yield "_rels/.rels", [_relationships({"officeDocument": "word/document.xml"}, core="docProps/core.xml")]
    yield "docProps/core.xml", [_core(report)]
    yield "word/_rels/document.xml.rels", [_relationships({part: f"{part}.xml" for part in _PARTS})]
    yield "word/styles.xml", [_styles(languages.left if languages.left == languages.right else "")]
    yield "word/settings.xml", [_SETTINGS]
    yield "word/comments.xml", _comments(found)
    yield "word/document.xml", _document(report, found, languages)


def document_xml(report: Report) -> str:
    """Return the part of the document that has the text."""
    return "".join(dict(_parts(report))["word/document.xml"])


def _document(report: Report, found: Sequence[Comment], languages: Pair[str]) -> Iterator[str]:
    yield f'{_XML}<w:document xmlns:w="{_WORD}"><w:body>\n'
    if report.comparison.languages is not None:
        elements = beside(report.comparison, found, languages)
    else:
        told = with_comments(tokens(report.comparison), found)
        named = Pair("", "") if languages.left == languages.right else languages  # else the styles name it
        elements = paragraphs(told, Looks(report.comparison, languages), named, first_id=len(found))
    for element in elements:
        yield f"{element}\n"
    yield f"{_SECTION}</w:body></w:document>"


def _comments(found: Sequence[Comment]) -> Iterator[str]:
    yield f'{_XML}<w:comments xmlns:w="{_WORD}">'
    for at, comment in enumerate(found):
        lines = "".join(f"<w:p><w:r>{text_element(line, 'w:t')}</w:r></w:p>" for line in comment.lines)
        yield f'<w:comment w:id="{at}" w:author="newsdiff" w:initials="nd">{lines}</w:comment>'
    yield "</w:comments>"


def _styles(language: str) -> str:
    text = files(__package__).joinpath("styles.xml").read_text(encoding="utf-8")
    return text.replace("LANGUAGE", language_markup(language))


def _types() -> str:
    parts = [("/word/document.xml", f"{_TYPE}.document.main+xml")]
    parts += [(f"/word/{part}.xml", f"{_TYPE}.{part}+xml") for part in _PARTS]
    parts.append(("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"))
    overrides = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in parts)
    return (
        f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relationships(targets: dict[str, str], core: str = "") -> str:
    """Return the part that says which parts belong to the package, or to one of its parts."""
    kinds = [(f"{_OFFICE}/relationships/{kind}", target) for kind, target in targets.items()]
    if core:
        kinds.append((f"{_PACKAGE}/relationships/metadata/core-properties", core))
    elements = "".join(
        f'<Relationship Id="rId{at}" Type="{kind}" Target="{target}"/>' for at, (kind, target) in enumerate(kinds, 1)
    )
    return f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{elements}</Relationships>'


def _core(report: Report) -> str:
    left, right = (escaped(visible(article.source)) for article in report.comparison.articles)
    return (
        f'{_XML}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{left} → {right}</dc:title>'
        "<dc:creator>newsdiff</dc:creator></cp:coreProperties>"
    )
