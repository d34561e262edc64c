"""Documents with more elements than are read: refused before they are parsed, or read up to a limit that is said."""

import pytest

from diffing.model import Reading
from diffing.sources.registry import ReadOptions
from tests.diffing.sources.docx_files import docx, paragraph, zipped
from tests.diffing.sources.reading import notes, read, refusal, texts
from tests.diffing.sources.test_epub import book, chapter
from tests.diffing.sources.test_feed import BODY, rss
from tests.diffing.sources.test_odt import archive, flat

ROWS = "<tr>" + "<td>14</td>" * 100 + "</tr>"
# Each has a little more than a hundred elements, in one file or in several.
MANY: dict[str, bytes | str] = {
    "docx": docx("<w:p/>" * 100),
    "docx in parts": docx("<w:p/>" * 50, {"styles": "<w:style/>" * 50}),
    "odt": archive("<text:p/>" * 100),
    "fodt": flat("<text:p/>" * 100),
    "epub": book(chapter("<p/>" * 50), chapter("<p/>" * 50)),
    "rtf": b"{\\rtf1 At least 14" + b"\\par" * 100 + b"}",
    "rtf, groups": b"{\\rtf1 At least 14" + b"{}" * 100 + b"}",
    "feed": rss(f"<description>{BODY}</description>" + "<category/>" * 100),
    "nitf": "<nitf><body><body.content>" + "<p/>" * 100 + "</body.content></body></nitf>",
    "newsml": "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/'>" + "<subject/>" * 100 + "</newsItem>",
}


@pytest.fixture
def _few_elements(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("diffing.sources.limits.MAX_ELEMENTS", 100)


@pytest.mark.usefixtures("_few_elements")
@pytest.mark.parametrize("name", MANY)
def test_more_elements_than_are_read_are_refused(name: str) -> None:
    assert refusal(MANY[name]).startswith("has more than 100 elements")


@pytest.mark.usefixtures("_few_elements")
def test_fewer_elements_are_read() -> None:
    assert texts(read(docx(paragraph("It rained.")))) == ["It rained."]
    assert texts(read("{\\rtf1 " + "\\'41" * 200 + "}")) == ["A" * 200]


def test_elements_are_counted_before_they_are_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("diffing.sources.limits.MAX_ELEMENTS", 10)
    # Not well-formed: a parser would say so.
    broken = zipped({"word/document.xml": "<w:p>" * 20})
    assert refusal(broken, ReadOptions(format="docx")).startswith("has more than 10 elements")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("markdown", "| a | b |\n|---|---|\n" + "| 14 | 15 |\n" * 20),
        ("mediawiki", "{|\n" + "|-\n| 14 || 15\n" * 20 + "|}\n"),
        ("html", "<table>" + "<tr><td>14<td>15" * 20 + "</table>"),
        ("rtf", "{\\rtf1 " + "It rained.\\par " * 20 + "}"),
    ],
)
def test_paragraphs_behind_the_limit_are_not_read(name: str, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("office.wordings", "markup.html_blocks", "readers.mediawiki"):
        monkeypatch.setattr(f"diffing.sources.{module}.MAX_BLOCKS", 10)
    found = read(text, ReadOptions(format=name))
    assert len(found.paragraphs) == 10
    assert Reading.CUT_OFF in notes(found)
