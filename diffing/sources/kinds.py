r"""Files that hold no text newsdiff reads: what they are, and what to do.

\x89PNG...               is a PNG picture, not text: ...
PK... xl/workbook.xml    is a spreadsheet (XLSX): save it as CSV or as text
{"headline": "Dam ho     is not valid JSON at line 1: ...
"""

import re

from diffing.patterns import lazy_pattern
from diffing.sources.archive import Archive
from diffing.sources.limits import AS_IT_IS, UnreadableError

_PICTURE = "is a {} picture, not text: newsdiff reads no words from pictures"
_SOUND = "is {}, not text: newsdiff compares what is written; a transcript of it can be compared"
_PACKED = "is packed with {}: unpack it and compare the files in it"

# The first bytes of a file, and what it is.
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (rb"\x89PNG\r\n", _PICTURE.format("PNG")),
    (rb"\xff\xd8\xff", _PICTURE.format("JPEG")),
    (rb"GIF8[79]a", _PICTURE.format("GIF")),
    (rb"II\*\0|MM\0\*", _PICTURE.format("TIFF")),
    (rb"RIFF....WEBP", _PICTURE.format("WebP")),
    (rb"BM....\0\0\0\0", _PICTURE.format("BMP")),
    (rb"....ftyp(?:heic|heix|mif1|avif)", _PICTURE.format("HEIC or AVIF")),
    (rb"8BPS\0", _PICTURE.format("Photoshop")),
    (rb"AT&TFORM....DJV", _PICTURE.format("DjVu")),
    (rb"....ftyp|\x1a\x45\xdf\xa3|RIFF....AVI |\0\0\x01\xba", _SOUND.format("a film")),
    (rb"RIFF....WAVE|ID3[\x02-\x04]|OggS\0|fLaC\0|\xff[\xfb\xf3\xf2][\s\S]*?\0", _SOUND.format("a sound recording")),
    (rb"SQLite format 3\0", "is an SQLite database: export the articles from it as text"),
    (rb"PK\x05\x06", "is a ZIP archive without files"),
    (rb"\x1f\x8b", _PACKED.format("gzip (.gz)")),
    (rb"BZh[1-9]1AY&SY", _PACKED.format("bzip2 (.bz2)")),
    (rb"\xfd7zXZ\0", _PACKED.format("xz (.xz)")),
    (rb"\x28\xb5\x2f\xfd", _PACKED.format("zstd (.zst)")),
    (rb"7z\xbc\xaf\x27\x1c", _PACKED.format("7-Zip (.7z)")),
    (rb"Rar!\x1a\x07", _PACKED.format("RAR (.rar)")),
    (rb"[\s\S]{257}ustar[ \0]", "is a tar archive: unpack it and compare the files in it"),
    (rb"[\s\S]{60}BOOKMOBI", "is an e-book for Kindle (MOBI): convert it to EPUB or to text"),
    (rb"\x7fELF|MZ[\s\S]{60}|\xca\xfe\xba\xbe\0", "is a program, not text"),
)
_KIND = tuple((lazy_pattern(signature, re.DOTALL), reason) for signature, reason in _SIGNATURES)

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Names of streams in old Office files, written as in them, and what such a file is.
_STREAMS = (
    ("EncryptedPackage", "is protected by a password: open it in its program and save it without one"),
    ("__substg1.0_", "is a mail of Outlook (.msg): save it as .eml or as text"),
    ("WordDocument", "is an old Word document (.doc): save it as .docx or as text"),
    ("PowerPoint Document", "is an old presentation (.ppt): save it as text or as PDF"),
    ("Workbook", "is an old spreadsheet (.xls): save it as CSV or as text"),
)
# Names of members of ZIP archives.
_MEMBERS = (
    ("xl/workbook.xml", "is a spreadsheet (XLSX): save it as CSV or as text"),
    ("xl/workbook.bin", "is a spreadsheet (XLSB): save it as CSV or as text"),
    ("ppt/presentation.xml", "is a presentation (PPTX): save it as text or as PDF"),
    ("Index/Document.iwa", "is a document of Apple's Pages, Numbers or Keynote: save it as .docx, PDF or text"),
    ("FixedDocSeq.fdseq", "is an XPS document: save it as PDF or as text"),
    ("META-INF/MANIFEST.MF", "is a program, not text"),
)
# Folders of archives that are damaged, as their beginnings name them.
_FOLDERS = (
    (b"word/", "Word document"),
    (b"xl/", "spreadsheet (XLSX)"),
    (b"ppt/", "presentation (PPTX)"),
)
_DAMAGED = "is a damaged {}: a part of it is missing. Get it again, or open it in its program and save it anew"
# The beginning of a file in JSON with an article in it.
_ARTICLE_IN_JSON = lazy_pattern(
    rb"""\A(?:\xef\xbb\xbf)?\s*(?:\[\s*)?\{(?=\s*"[^"\n]{1,100}"\s*:)
    (?=[\s\S]{0,20000}?"(?:headlines?|title|(?:main|full_?)?text|body\w{0,20}|bodies|content|article_?body)"\s*:\s*["\[{])""",
    re.VERBOSE | re.IGNORECASE,
)


def reason_against(content: bytes) -> str:
    """Return the reason for which a file that no reader takes cannot be compared; '' if it may be text."""
    if content.startswith(b"PK\x03\x04"):
        return _archive_named(content)
    if content.startswith(_OLE):
        known = (reason for name, reason in _STREAMS if name.encode("utf-16-le") in content)
        return next(known, "is an old Office file: save it in a newer format or as text")
    known = (reason for signature, reason in _KIND if signature.match(content))
    return next(known, "") or _broken_json(content)


def _archive_named(content: bytes) -> str:
    """Return what a ZIP archive is."""
    try:
        members = Archive(content).names
    except UnreadableError as error:
        return next((_DAMAGED.format(kind) for folder, kind in _FOLDERS if folder in content), error.reason)
    known = (reason for name, reason in _MEMBERS if name in members)
    return next(known, "is a ZIP archive: unpack it and compare the files in it")


def _broken_json(content: bytes) -> str:
    """Return what is wrong with the JSON of an article; '' if it is no such JSON, or right."""
    from diffing.sources.markup.json_values import parsed_json
    from diffing.text.front_matter import front_matter

    if not _ARTICLE_IN_JSON.match(content):
        return ""
    text = content.decode("utf-8", errors="replace").removeprefix("\ufeff")
    try:
        parsed_json(text.lstrip().partition("\n")[0])  # one object on each line
    except UnreadableError:
        try:
            parsed_json(text)
        except UnreadableError as error:
            return "" if front_matter(text).end else f"{error.reason}; {AS_IT_IS}"
    return ""
