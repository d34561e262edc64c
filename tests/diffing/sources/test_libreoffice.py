"""A document with tracked changes, saved by LibreOffice in each of its formats, gives both wordings."""

from collections.abc import Callable

import pytest

from diffing.model import Article, Reading, ReadingNote, Role
from diffing.sources.registry import ReadOptions, Revisions, source_of
from tests.conftest import thorough
from tests.tui.reports.office import converted, has_libreoffice

from .docx_files import BY, deleted, docx, inserted, paragraph, run

pytestmark = thorough

_BODY = (
    paragraph("The dam vote nears", '<w:pStyle w:val="h"/>')
    + paragraph(
        run("At least ")
        + deleted("12")
        + inserted("14")
        + run(" people died on 10")
        + run("6", '<w:vertAlign w:val="superscript"/>')
        + run(" hectares, “Šumná” said at 5°.")
        + run(" gone", "<w:vanish/>")
        + run(" struck out", "<w:strike/>")
    )
    + paragraph(deleted("A whole paragraph went."), f"<w:rPr><w:del {BY}/></w:rPr>")
    + paragraph("It rained. ", f"<w:rPr><w:del {BY}/></w:rPr>")
    + paragraph("All left 🌊 at dusk.")
    + paragraph(inserted("A new one came."), f"<w:rPr><w:ins {BY}/></w:rPr>")
    + paragraph(run("One ") + "<w:r><w:br/></w:r>" + run("two") + "<w:r><w:tab/></w:r>" + run("three"))
    + f"<w:tbl><w:tr><w:tc>{paragraph('River')}</w:tc><w:tc>{paragraph('41')}</w:tc></w:tr></w:tbl>"
    + paragraph(run("Note here") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run("."))
    + paragraph("Обрив на дамба: 北京 Ωμέγα")
)
_PARTS = {
    "styles": '<w:style w:type="paragraph" w:styleId="h"><w:name w:val="heading 1"/></w:style>',
    "footnotes": '<w:footnote w:id="2">'
    f"{paragraph('<w:r><w:footnoteRef/></w:r>' + run('Said the mayor.'))}</w:footnote>",
}
_BEFORE = [
    "The dam vote nears",
    "At least 12 people died on 10⁶ hectares, “Šumná” said at 5°.",
    "A whole paragraph went.",
    "It rained.",
    "All left 🌊 at dusk.",
]
_AFTER = [
    "The dam vote nears",
    "At least 14 people died on 10⁶ hectares, “Šumná” said at 5°.",
    "It rained. All left 🌊 at dusk.",
    "A new one came.",
]
_REST = ["One two three", "River | 41", "Note here¹.", "Обрив на дамба: 北京 Ωμέγα", "¹ Said the mayor."]


_PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>The dam</title>
<h1>The dam vote nears</h1>
<p>The council of <b>Lurvik</b> met late. “At least 14 people” were heard, said <i>Nora Lind</i>.</p>
<p>Some 10<sup>6</sup> litres of H<sub>2</sub>O ran out on 1<sup>st</sup> May; see <a href="https://x">a report</a>.</p>
<h2>What was decided</h2><ul><li>The gate is mended.</li><li>The road stays closed.</li></ul>
<ol><li>First the north bank.</li><li>Then the south bank.</li></ol><blockquote><p>Never again.</p></blockquote>
<table border="1"><tr><th>Party</th><th>Seats</th></tr><tr><td>River League</td><td>41</td></tr></table>
<p>Roses are red,<br>violets are blue.</p><p>Žlutý kůň – Ωμέγα – 北京 – العربية – 🌊 ends it.</p></html>"""

_OF_PAGE = ("docx", "odt", "rtf")
_OF_DRAFT = ("docx", "odt", "fodt")

Save = Callable[[str, str], bytes]
"""Returns a source, 'draft.docx' or 'page.html', as saved in a format."""


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Save:
    """All documents in all formats of the tests below, saved by one LibreOffice: it takes two seconds to start."""
    if not has_libreoffice():
        pytest.skip("LibreOffice is not installed, or its module uno: Debian has them in libreoffice-writer-nogui")
    folder = tmp_path_factory.mktemp("libreoffice")
    (folder / "draft.docx").write_bytes(docx(_BODY, _PARTS))
    (folder / "page.html").write_text(_PAGE, encoding="utf-8")
    wanted = [f"draft.docx:{kind}" for kind in (*_OF_DRAFT, "rtf")] + [f"page.html:{kind}" for kind in _OF_PAGE]
    converted(folder, wanted)

    def save(name: str, kind: str) -> bytes:
        return (folder / kind / name).with_suffix(f".{kind}").read_bytes()

    return save


@pytest.mark.parametrize("kind", _OF_PAGE)
def test_a_page_is_the_same_story_in_every_format(saved: Save, kind: str) -> None:
    page, document = source_of("page", _PAGE.encode()), source_of("page", saved("page.html", kind))
    assert isinstance(page, Article)
    assert isinstance(document, Article)
    assert [each.text for each in document.paragraphs] == [each.text for each in page.paragraphs]
    assert [each.breaks for each in document.paragraphs] == [each.breaks for each in page.paragraphs]
    assert (page.format, document.format) == ("html", kind)


def test_rich_text(saved: Save) -> None:
    # LibreOffice 7.4 marks the words of a paragraph as deleted of which only the end is: 'It rained.'
    content = saved("draft.docx", "rtf")
    final = source_of("draft", content)
    assert isinstance(final, Article)
    assert [each.text for each in final.paragraphs] == [*_AFTER[:2], "All left 🌊 at dusk.", _AFTER[3], *_REST]
    original = source_of("draft", content, ReadOptions(revisions=Revisions.ORIGINAL))
    assert isinstance(original, Article)
    assert [each.text for each in original.paragraphs] == _BEFORE + _REST
    assert final.paragraphs[0].role is Role.HEADING
    assert [each.author for each in final.revisions] == ["Nora Lind", "Nora Lind"]


@pytest.mark.parametrize("kind", _OF_DRAFT)
def test_both_wordings(saved: Save, kind: str) -> None:
    content = saved("draft.docx", kind)
    for revisions, expected in ((Revisions.ORIGINAL, _BEFORE), (Revisions.FINAL, _AFTER)):
        found = source_of("draft", content, ReadOptions(revisions=revisions))
        assert isinstance(found, Article)
        assert [each.text for each in found.paragraphs] == expected + _REST
        assert found.paragraphs[0].role is Role.HEADING
        assert found.notes == (
            ReadingNote(Reading.STRUCK_WORDS, 2),
            ReadingNote(Reading.HIDDEN_WORDS, 1),
            ReadingNote(Reading.TRACKED_CHANGES, 5),
        )
        words = [(each.place.words(found), each.author, each.date[:10]) for each in found.revisions]
        changed = "12" if revisions is Revisions.ORIGINAL else "14"
        assert words[0] == (changed, "Nora Lind", "2026-03-01")
