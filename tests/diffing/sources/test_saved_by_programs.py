"""One story, saved by real programs: each file against the plain text has no difference.

saved/story.html was opened by LibreOffice 7.4, pandoc 2.17 and Chromium 156 and saved as their file names say
(LibreOffice's documents by way of its own .odt).
"""

from pathlib import Path

import pytest

from diffing.comparison import compare
from diffing.model import Kind
from diffing.sources.files import read

SAVED = Path(__file__).with_name("saved")
FORMATS = {
    "story.html": "html",
    "chromium.mhtml": "mhtml",
    "chromium.pdf": "pdf",
    "libreoffice.docx": "docx",
    "libreoffice.epub": "epub",
    "libreoffice.odt": "odt",
    "libreoffice.pdf": "pdf",
    "libreoffice.rtf": "rtf",
    "pandoc.docx": "docx",
    "pandoc.epub": "epub",
    "pandoc.markdown": "markdown",
    "pandoc.odt": "odt",
    "pandoc.rtf": "rtf",
    "pandoc.wiki": "mediawiki",
}


@pytest.mark.parametrize("name", FORMATS)
def test_a_saved_story_is_the_story(name: str) -> None:
    if FORMATS[name] == "pdf":
        pytest.importorskip("pypdfium2", reason="reads PDF: pip install 'newsdiff[pdf]'")
    saved = read(SAVED / name)
    assert saved.format == FORMATS[name]
    comparison = compare(saved, read(SAVED / "story.txt"))
    changed = [row for row in comparison.rows if row.kind is not Kind.UNCHANGED and not row.furniture]
    assert changed == []


def test_every_saved_file_is_compared() -> None:
    assert {path.name for path in SAVED.iterdir()} == {*FORMATS, "story.txt"}
