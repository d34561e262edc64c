"""OpenDocument texts: every word that is shown, once, in both wordings of a document with tracked changes."""

import io
import zipfile

import pytest

from diffing.errors import ReadError
from diffing.model import Article, Reading, ReadingNote, Role
from diffing.sources.registry import ReadOptions, Revisions, source_of

NAMES = ("office", "text", "table", "style", "meta")
NAMESPACES = (
    "".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0" ' for name in NAMES)
    + 'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"'
)
KIND = "application/vnd.oasis.opendocument.text"


def style(name: str, properties: str, family: str = "text", parent: str = "") -> str:
    return (
        f'<style:style style:name="{name}" style:family="{family}" style:parent-style-name="{parent}">'
        f"<style:text-properties {properties}/></style:style>"
    )


STYLES = (
    style("up", 'style:text-position="super 58%"')
    + style("up33", 'style:text-position="33% 58%"')
    + style("low", 'style:text-position="-8% 58%"')
    + style("even", 'style:text-position="0% 100%"')
    + style("gone", 'text:display="none"')
    + style("cut", 'style:text-line-through-style="solid"')
    + style("P1", "", "paragraph", "Heading_20_2")
    + style("P2", "", "paragraph", "Illustration")
    + style("P3", "", "paragraph", "Quotations")
    + style("Illustration", "", "paragraph", "Caption")
    + style("Quotations", "", "paragraph", "Quotations")
    + style("Heading_20_2", "", "paragraph")
)


def flat(body: str, styles: str = STYLES, more: str = "") -> bytes:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {NAMESPACES} office:mimetype="{KIND}">{more}'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    ).encode()


def archive(body: str, styles: str = "", kind: str = KIND, manifest: str = "<m/>") -> bytes:
    content = io.BytesIO()
    start = f"<office:document-content {NAMESPACES}>"
    with zipfile.ZipFile(content, "w") as files:
        files.writestr("mimetype", kind)
        files.writestr("META-INF/manifest.xml", manifest)
        files.writestr("styles.xml", f"<office:document-styles {NAMESPACES}>{styles}</office:document-styles>")
        files.writestr("content.xml", f"{start}<office:body>{body}</office:body></office:document-content>")
    return content.getvalue()


def read(content: bytes, revisions: Revisions = Revisions.FINAL) -> Article:
    found = source_of("draft", content, ReadOptions(revisions=revisions))
    assert isinstance(found, Article)
    assert found.format == "odt"
    return found


def texts(content: bytes, revisions: Revisions = Revisions.FINAL) -> list[str]:
    return [each.text for each in read(content, revisions).paragraphs]


def p(inside: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{inside}</text:p>'


def span(style: str, inside: str) -> str:
    return f'<text:span text:style-name="{style}">{inside}</text:span>'


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("one<text:tab/>two<text:line-break/>three", "one two three"),
        ('a<text:s text:c="3"/>b', "a b"),
        ("over\n   lines", "over lines"),
        ("10" + span("up", "6") + " litres of H" + span("low", "2") + "O", "10⁶ litres of H₂O"),
        ("10" + span("up33", span("even", "6") + "2"), "106²"),
        ("shown" + span("gone", " hidden"), "shown"),
        (span("cut", "12 ") + "14", "14"),
        ("said<office:annotation><dc:creator>A</dc:creator><text:p>remark</text:p></office:annotation>", "said"),
        ("<text:ruby><text:ruby-base>東京</text:ruby-base><text:ruby-text>とう</text:ruby-text></text:ruby>", "東京"),
        ('on <text:date text:date-value="2026-03-03">3 March</text:date>', "on 3 March"),
        ("<text:a>the report</text:a>", "the report"),
        ("<text:number>1.</text:number>Results", "Results"),
    ],
)
def test_words_of_a_paragraph(inside: str, text: str) -> None:
    assert texts(flat(p(inside))) == [text]


def region(name: str, kind: str, deleted: str = "") -> str:
    who = "<dc:creator>Nora Lind</dc:creator><dc:date>2026-03-01T09:00:00</dc:date>"
    who = f"<office:change-info>{who}</office:change-info>"
    inside = {"deletion": who + deleted, "insertion": who}
    kinds = "".join(f"<text:{each}>{inside[each]}</text:{each}>" for each in kind.split())
    return f'<text:changed-region text:id="{name}">{kinds}</text:changed-region>'


def around(name: str, inside: str) -> str:
    return f'<text:change-start text:change-id="{name}"/>{inside}<text:change-end text:change-id="{name}"/>'


AT = '<text:change text:change-id="d"/>'
LIST = (
    f"<text:list><text:list-item>{p('One.')}</text:list-item><text:list-item>{p('Two.')}</text:list-item></text:list>"
)


@pytest.mark.parametrize(
    ("regions", "body", "original", "final"),
    [
        (
            region("d", "deletion") + region("i", "insertion"),
            p("At least " + around("d", "12") + around("i", "14") + " died."),
            ["At least 12 died."],
            ["At least 14 died."],
        ),
        (
            region("d", "deletion", p("12")) + region("i", "insertion"),
            p("At least " + AT + around("i", "14") + " died."),
            ["At least 12 died."],
            ["At least 14 died."],
        ),
        (
            region("d", "deletion", p("The mayor came.") + p("")),
            p("It rained.") + p(AT + "All left."),
            ["It rained.", "The mayor came.", "All left."],
            ["It rained.", "All left."],
        ),
        (
            region("d", "deletion", p(" Then") + p("the mayor") + p("came.")),
            p("It rained." + AT + " All left."),
            ["It rained. Then", "the mayor", "came. All left."],
            ["It rained. All left."],
        ),
        (
            region("d", "deletion", LIST),
            p("It rained.") + AT + p("All left."),
            ["It rained.", "One.", "Two.", "All left."],
            ["It rained.", "All left."],
        ),
        (
            region("d", "deletion", p("") + LIST + p("")),
            p("It rained." + AT) + p("All left."),
            ["It rained.", "One.", "Two.", "All left."],
            ["It rained.", "All left."],
        ),
        (
            region("i", "insertion"),
            p("It rained.")
            + p('<text:change-start text:change-id="i"/>It snowed.')
            + p('<text:change-end text:change-id="i"/>All left.'),
            ["It rained.", "All left."],
            ["It rained.", "It snowed.", "All left."],
        ),
        (
            region("d", "deletion"),
            p('It rained. <text:change-start text:change-id="d"/>')
            + p('<text:change-end text:change-id="d"/>All left.'),
            ["It rained.", "All left."],
            ["It rained. All left."],
        ),
        (
            region("d", "deletion insertion", p("Nobody read this.")),
            p("It rained." + AT),
            ["It rained."],
            ["It rained."],
        ),
        (region("d", "deletion", p("once ")), p(AT + AT + "more"), ["once more"], ["more"]),
    ],
)
def test_tracked_changes_have_two_wordings(regions: str, body: str, original: list[str], final: list[str]) -> None:
    content = flat(f"<text:tracked-changes>{regions}</text:tracked-changes>{body}")
    assert texts(content, Revisions.ORIGINAL) == original
    assert texts(content) == final
    counts = {
        note.count for way in Revisions for note in read(content, way).notes if note.what is Reading.TRACKED_CHANGES
    }
    assert len(counts) == 1


def test_changes_have_their_authors_and_dates() -> None:
    regions = region("d", "deletion", p("12")) + region("i", "insertion")
    content = flat(
        f"<text:tracked-changes>{regions}</text:tracked-changes>" + p("At " + AT + around("i", "14") + " died.")
    )
    final, original = read(content), read(content, Revisions.ORIGINAL)
    assert [(each.place.words(final), each.author, each.date) for each in final.revisions] == [
        ("14", "Nora Lind", "2026-03-01T09:00:00")
    ]
    assert [each.place.words(original) for each in original.revisions] == ["12"]
    assert final.notes == original.notes == (ReadingNote(Reading.TRACKED_CHANGES, 2),)


def test_roles() -> None:
    caption = f"<draw:frame><draw:text-box>{p('<draw:frame/>Figure 1: the dam', 'P2')}</draw:text-box></draw:frame>"
    box = f"<draw:custom-shape><svg:title>no</svg:title>{p('Words of the box.')}</draw:custom-shape>"
    note = (
        '<text:note text:note-class="footnote"><text:note-citation>7</text:note-citation><text:note-body>'
        f"{p('Said the mayor.')}</text:note-body></text:note>"
    )
    cells = "".join(f"<table:table-cell>{p(text)}</table:table-cell>" for text in ("River", "41"))
    empty = '<table:table-cell table:number-columns-repeated="3"/><table:covered-table-cell/>'
    body = (
        '<text:h text:outline-level="1">The dam</text:h>'
        + p("By the river", "P1")
        + p("It" + box + " rained" + note + "." + caption)
        + p("Never again.", "P3")
        + LIST
        + f"<table:table><table:table-row>{cells}{empty}</table:table-row></table:table>"
    )
    assert [(each.role, each.text) for each in read(flat(body)).paragraphs] == [
        (Role.HEADING, "The dam"),
        (Role.HEADING, "By the river"),
        (Role.TEXT, "It rained¹."),
        (Role.BOX, "Words of the box."),
        (Role.CAPTION, "Figure 1: the dam"),
        (Role.QUOTATION, "Never again."),
        (Role.ITEM, "One."),
        (Role.ITEM, "Two."),
        (Role.TABLE_ROW, "River | 41 | | |"),
        (Role.NOTE, "¹ Said the mayor."),
    ]


def test_headers_metadata_and_common_styles_stand_in_other_files() -> None:
    styles = (
        f"<office:styles>{STYLES}</office:styles>"
        '<office:automatic-styles><style:style style:name="P9" style:family="paragraph"/></office:automatic-styles>'
        f"<office:master-styles><style:master-page><style:header>{p('Lurvik Post')}</style:header>"
        f"<style:footer>{p('Page 1')}</style:footer>"
        f'<style:footer-left style:display="false">{p("no")}</style:footer-left>'
        "</style:master-page></office:master-styles>"
    )
    found = read(archive(p("The dam", "P1") + p("It " + span("gone", "never ") + "rained."), styles))
    assert [(each.role, each.text) for each in found.paragraphs] == [
        (Role.HEADING, "The dam"),
        (Role.TEXT, "It rained."),
        (Role.HEADER, "Lurvik Post"),
        (Role.FOOTER, "Page 1"),
    ]
    fields = "<dc:title>Dam</dc:title><dc:creator>Nora Lind</dc:creator><dc:date>2026-03-01</dc:date>"
    flat_file = flat(p("x"), more=f"<office:meta>{fields}</office:meta>")
    assert dict(read(flat_file).metadata) == {
        "title": "Dam",
        "author": "Nora Lind",
        "modified": "2026-03-01",
    }


def test_repeated_cells_are_bounded() -> None:
    cell = f'<table:table-cell table:number-columns-repeated="{{}}">{p("7")}</table:table-cell>'

    def table(times: int) -> bytes:
        return flat(f"<table:table><table:table-row>{cell.format(times)}</table:table-row></table:table>")

    assert texts(table(3)) == ["7 | 7 | 7"]
    bounded = read(table(900_000_000))
    assert len(bounded.paragraphs[0].text) < 1_000_000
    assert bounded.notes == (ReadingNote(Reading.CUT_OFF, 1),)


def test_a_hidden_section_is_counted() -> None:
    found = read(flat(f'<text:section text:display="none">{p("two words")}</text:section>' + p("It rained.")))
    assert [each.text for each in found.paragraphs] == ["It rained."]
    assert found.notes == (ReadingNote(Reading.HIDDEN_WORDS, 2),)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (archive(p("x"), manifest="<m><encryption-data/></m>"), "protected by a password"),
        (archive(p("x"))[:-40], "damaged"),
        (flat(p("x"))[:-30], "not well-formed"),
        (flat("<text:p>" * 3000 + "</text:p>" * 3000), "within each other"),
    ],
)
def test_what_cannot_be_read_says_why(content: bytes, reason: str) -> None:
    with pytest.raises(ReadError, match=reason):
        source_of("draft", content)
