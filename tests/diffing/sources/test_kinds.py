"""Files without text are called by their names."""

import gzip
import io
import sqlite3
import subprocess
import sys
import tarfile
import zipfile
from contextlib import suppress

import pytest

from diffing.errors import ReadError
from diffing.model import Article
from diffing.sources import registry
from diffing.sources.documents import Block, Document
from diffing.sources.plain import SourceText, article
from diffing.sources.registry import Reader, ReadOptions, Sample, format_names, source_of
from tests.diffing.sources.reading import refusal

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)


def archive(*names: str) -> bytes:
    """Return a ZIP archive with members of those names."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as opened:
        for name in names:
            opened.writestr(name, "<a/>")
    return made.getvalue()


def tar() -> bytes:
    """Return a tar archive of one file."""
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w") as opened:
        opened.addfile(tarfile.TarInfo("a.txt"), io.BytesIO(b""))
    return made.getvalue()


def database() -> bytes:
    """Return an SQLite database with one table."""
    with sqlite3.connect(":memory:") as made:
        made.execute("create table a (b)")
        return made.serialize()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "is a PNG picture"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF\0", "is a JPEG picture"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "is a WebP picture"),
        (b"RIFF\x10\0\0\0WAVEfmt ", "is a sound recording"),
        (b"\0\0\0\x18ftypmp42\0\0", "is a film"),
        (b"\0\0\0\x18ftypheic\0\0", "is a HEIC or AVIF picture"),
        (OLE, "is an old Office file: save it in a newer format"),
        (OLE + "WordDocument".encode("utf-16-le"), "is an old Word document (.doc): save it as .docx or as text"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "is protected by a password"),
        (archive("xl/workbook.xml"), "is a spreadsheet (XLSX): save it as CSV"),
        (archive("ppt/presentation.xml"), "is a presentation (PPTX)"),
        (archive("a.txt"), "is a ZIP archive: unpack it"),
        (archive(), "is a ZIP archive without files"),
        (
            archive("[Content_Types].xml", "word/document.xml")[:-40],
            "is a damaged Word document: a part of it is missing",
        ),
        (archive("[Content_Types].xml", "xl/workbook.xml")[:-40], "is a damaged spreadsheet (XLSX)"),
        (archive("a.txt")[:-40], "is a damaged archive"),
        (archive("mimetype", "META-INF/container.xml")[:-40], "is a damaged archive"),
        (b'{"type":"text","headline":"Dam","body_text":"At least 12', "is not valid JSON at line 1"),
        (b'\xef\xbb\xbf[{"id": 5,\n "articleBody": "At least 12"', "is not valid JSON at line 2"),
        (b'{\n"uri": 5,\n "bodies": [{"value": "At least 12"}],,}', "is not valid JSON at line 3"),
        (tar(), "is a tar archive: unpack it"),
        (gzip.compress(b"At least 14 died.", mtime=0), "is packed with gzip (.gz): unpack it"),
        (b"BZh91AY&SY\x01", "is packed with bzip2 (.bz2)"),
        (database(), "is an SQLite database"),
    ],
)
def test_the_reason_says_what_the_file_is_and_what_to_do(content: bytes, words: str) -> None:
    assert refusal(content).startswith(words)


@pytest.mark.parametrize("text", ["PK and BZh are signatures.", "Rar! he said.", "7z is a format.", "École", "MZ"])
@pytest.mark.parametrize("encoding", ["utf-8", "latin-1", "utf-16"])
def test_a_text_is_no_file_of_another_kind(text: str, encoding: str) -> None:
    found = source_of("a", text.encode(encoding))
    assert isinstance(found, SourceText)
    assert found.text == text


@pytest.mark.parametrize(
    "text",
    [
        '{"width": 5, "colour": "blue"',
        '{"text": 5}',
        '{"title": "a"}\n{"title": "b"}',
        '{curly} he said: "text"',
        "[1] The dam held.",
        '["text": no]',
    ],
)
def test_what_is_no_broken_article_in_json_is_text(text: str) -> None:
    assert isinstance(source_of("a", text.encode()), SourceText)


@pytest.mark.parametrize(
    "part",
    [
        "<!---->",
        "<!-- ",
        "<?x?>",
        "<a ",
        "</p>",
        "{",
        "[",
        '{"text":"',
        "From a 00:00 ",
        "A: b\n",
        "'''a",
        "{{a}}",
        "[[a]]",
        "\x1f\x8b",
    ],
)
def test_recognising_costs_little(part: str) -> None:
    """Patterns that try many ways would not come to an end here."""
    known = format_names()
    for text in (part * (60_000 // len(part)), part * (60_000 // len(part)) + "<x"):
        with suppress(ReadError):
            found = source_of("a", text.encode("latin-1"))
            assert not isinstance(found, Article) or found.format in known


def test_readers_of_other_distributions_are_asked_where_no_own_one_is_sure(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def recognise(sample: Sample) -> float:
        asked.append(sample.content)
        return 0.6

    other = Reader("wordstar", recognise, lambda _, __: Document([Block("Dam holds")]))
    monkeypatch.setattr(registry, "_other_readers", lambda: (other,))
    own, others = b"<!doctype html><title>Dam</title><p>It held.</p>", b"{wordstar} It held."
    assert [article(source_of("a", content)).format for content in (own, others)] == ["html", "wordstar"]
    assert asked == [others]
    assert article(source_of("a", own, ReadOptions(format="wordstar"))).format == "wordstar"
    assert "wordstar" in format_names()


def test_recognising_loads_no_parser() -> None:
    """To load the parsers of all formats took longer than to recognise one."""
    code = (
        "import sys\nfrom diffing.sources.registry import source_of\n"
        "source_of('a', b'# Dam\\n\\nIt held.\\n\\n## Rain\\n')\n"
        "print({'zipfile', 'xml.etree.ElementTree', 'pyexpat', 'importlib.metadata', 'selectolax'} & set(sys.modules))"
    )
    made = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert made.stdout == "set()\n"
