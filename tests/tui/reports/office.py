"""Texts of a Word document with all changes accepted, or all rejected, by LibreOffice and pandoc.

Debian: apt-get install pandoc libreoffice-writer-nogui python3-uno
"""

import io
import json
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from diffing.model import Pair
from diffing.sources.files import read
from diffing.sources.registry import Revisions

# The Python of the system, which has the module uno, where LibreOffice was installed with it.
_SYSTEM_PYTHON = "/usr/bin/python3"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
# Seconds for one document, and for LibreOffice to start.
_PATIENCE, _START = 20, 120


def has_pandoc() -> bool:
    """Return whether pandoc is installed."""
    return shutil.which("pandoc") is not None


@cache
def has_libreoffice() -> bool:
    """Return whether LibreOffice is installed, with the module by which Python speaks to it."""
    if not (shutil.which("soffice") and Path(_SYSTEM_PYTHON).exists()):
        return False
    return subprocess.run([_SYSTEM_PYTHON, "-c", "import uno"], capture_output=True).returncode == 0


def in_pandoc(document: Path) -> Pair[list[str]]:
    """Return the paragraphs that pandoc reads with all changes rejected, and with all of them accepted."""
    return Pair(*(_pandoc_paragraphs(document, way) for way in ("reject", "accept")))


def _pandoc_paragraphs(document: Path, way: str) -> list[str]:
    ran = subprocess.run(
        ["pandoc", f"--track-changes={way}", "--from=docx", "--to=json", str(document)],
        capture_output=True,
        check=True,
        timeout=_PATIENCE,
    )
    return [text for block in json.loads(ran.stdout)["blocks"] for text in _of_block(block)]


def _of_block(block: dict[str, Any]) -> Iterator[str]:
    kind, content = block["t"], block["c"]
    if kind in ("Para", "Plain"):
        yield _of_inlines(content)
    elif kind == "Header":
        yield _of_inlines(content[2])
    elif kind == "BlockQuote":
        for inner in content:
            yield from _of_block(inner)
    else:
        raise AssertionError(f"a paragraph became {kind}")


def _of_inlines(inlines: list[dict[str, Any]]) -> str:
    return "".join(
        inline["c"] if inline["t"] == "Str" else _of_inlines(inline["c"][-1]) if inline["t"] == "Span" else " "
        for inline in inlines
    )


def in_libreoffice(folder: Path) -> dict[str, Pair[list[str]]]:
    """Return for each Word document of a folder the paragraphs that LibreOffice has, as `in_pandoc`.

    The documents lose their comments: LibreOffice 7.4 without a display crashes at any document with one.
    """
    documents = sorted(folder.glob("*.docx"))
    for document in documents:
        document.write_bytes(_without_comments(document.read_bytes()))
    subprocess.run(
        [_SYSTEM_PYTHON, str(Path(__file__).with_name("settle.py")), str(folder)],
        check=True,
        timeout=_START + _PATIENCE * len(documents),
    )
    return {
        document.name: Pair(*(_saved(document.with_suffix(f".{way}.fodt")) for way in ("reject", "accept")))
        for document in documents
    }


_COMMENT = re.compile(
    rb"<w:commentRange[^>]*/>|<w:r>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:commentReference[^>]*/></w:r>"
)


def _without_comments(content: bytes) -> bytes:
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as given, zipfile.ZipFile(changed, "w") as taken:
        for name in given.namelist():
            taken.writestr(name, _COMMENT.sub(b"", given.read(name)))
    return changed.getvalue()


def converted(folder: Path, wanted: Sequence[str]) -> None:
    """Have LibreOffice save documents of a folder in other formats: 'a.docx:odt' as odt/a.odt."""
    subprocess.run(
        [_SYSTEM_PYTHON, str(Path(__file__).with_name("convert.py")), str(folder), *wanted],
        check=True,
        timeout=_START + _PATIENCE * len(wanted),
    )


def _saved(document: Path) -> list[str]:
    body = ElementTree.parse(document).getroot().find(f".//{_OFFICE}text")
    assert body is not None
    assert body.find(f".//{_TEXT}tracked-changes/*") is None, "a change was neither accepted nor rejected"
    return [_written(element) for element in body if element.tag in (f"{_TEXT}p", f"{_TEXT}h")]


def _written(element: ElementTree.Element) -> str:
    text = element.text or ""
    for child in element:
        if child.tag == f"{_TEXT}s":
            text += " " * int(child.get(f"{_TEXT}c", "1"))
        elif child.tag in (f"{_TEXT}line-break", f"{_TEXT}tab"):
            text += " "
        elif child.tag != f"{_OFFICE}annotation":
            text += _written(child)
        text += child.tail or ""
    return text


def in_own_reader(document: Path) -> Pair[list[str]]:
    """Return the paragraphs that newsdiff reads: the original and the final wording."""
    return Pair(
        *(
            [paragraph.text for paragraph in read(document, revisions=wording).paragraphs]
            for wording in (Revisions.ORIGINAL, Revisions.FINAL)
        )
    )
