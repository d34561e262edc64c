"""E-books: the chapters in the order of reading, and nothing else."""

import pytest

from diffing.errors import ReadError
from diffing.model import Article, Role
from diffing.sources.registry import source_of

from .docx_files import zipped

CONTAINER = '<container xmlns="urn:c"><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>'
ITEMS = (
    '<item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
    '<item id="b" href="text/two%20b.xhtml" media-type="application/xhtml+xml"/>'
    '<item id="a" href="text/one.xhtml#start" media-type="application/xhtml+xml"/>'
    '<item id="i" href="cover.png" media-type="image/png"/>'
)
SPINE = "".join(f'<itemref idref="{name}"/>' for name in "iNnabba")


def chapter(body: str) -> str:
    head = "<head><title/><script src='x.js'/><style>p{}</style></head>"
    return f'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">{head}<body>{body}</body></html>'


def book(one: str, two: str = chapter("<p>The end.</p>"), more: dict[str, str] | None = None) -> bytes:
    metadata = '<metadata xmlns:dc="urn:dc"><dc:title>The dam</dc:title><dc:creator>Nora Lind</dc:creator></metadata>'
    files = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": CONTAINER,
        "OPS/book.opf": f"<package>{metadata}<manifest>{ITEMS}</manifest><spine>{SPINE}</spine></package>",
        "OPS/nav.xhtml": chapter("<nav><ol><li>One</li></ol></nav>"),
        "OPS/text/one.xhtml": one,
        "OPS/text/two b.xhtml": two,
    }
    return zipped({**files, **(more or {})})


def read(content: bytes) -> Article:
    found = source_of("book", content)
    assert isinstance(found, Article)
    assert found.format == "epub"
    return found


def test_chapters_come_in_the_order_of_reading() -> None:
    found = read(book(chapter("<h1>The dam</h1><p><a id='x'/>At least 10<sup>6</sup> litres<br/>ran out.</p>")))
    assert [(each.role, each.text) for each in found.paragraphs] == [
        (Role.HEADING, "The dam"),
        (Role.TEXT, "At least 10⁶ litres ran out."),
        (Role.TEXT, "The end."),
    ]
    assert dict(found.metadata) == {"title": "The dam", "author": "Nora Lind"}


@pytest.mark.parametrize("broken", ["<p>It rained.<p>All left.", chapter("<p>It rained.<p>All left.")])
def test_a_chapter_that_is_not_well_formed_is_read_as_a_page(broken: str) -> None:
    assert [each.text for each in read(book(broken)).paragraphs] == ["It rained.", "All left.", "The end."]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (
            book("x", more={"META-INF/encryption.xml": '<e><CipherReference URI="OPS/text/one.xhtml"/></e>'}),
            "protected by its seller",
        ),
        (book("x", more={"META-INF/container.xml": "<container/>"}), "where its text is"),
        (book("x", more={"OPS/book.opf": "<package/>"}), "without chapters"),
        (zipped({"META-INF/container.xml": CONTAINER}), "has no OPS/book.opf"),
    ],
)
def test_what_cannot_be_read_says_why(content: bytes, reason: str) -> None:
    with pytest.raises(ReadError, match=reason):
        source_of("book", content)
