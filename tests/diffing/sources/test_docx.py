"""Word documents: every word that is shown, once, in both wordings of a document with tracked changes."""

import pytest

from diffing.comparison import compare
from diffing.errors import ReadError
from diffing.model import Article, Kind, Reading, ReadingNote, Revision, Role
from diffing.sources.plain import article
from diffing.sources.registry import ReadOptions, Revisions, source_of

from .docx_files import BY, NAMESPACES, STRICT, W, deleted, docx, inserted, paragraph, run, zipped

END_DELETED = f"<w:rPr><w:del {BY}/></w:rPr>"
END_INSERTED = f"<w:rPr><w:ins {BY}/></w:rPr>"


FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
BEGIN, SEPARATE, END = map(FIELD.format, ("begin", "separate", "end"))


def m(text: str) -> str:
    return f"<m:r><m:t>{text}</m:t></m:r>"


RAISED = '<w:vertAlign w:val="superscript"/>'
CASES_OF_ROWS = (
    f"<w:tbl><w:tr><w:trPr><w:del {BY}/></w:trPr><w:tc>{paragraph('North')}</w:tc><w:tc>{paragraph('12')}</w:tc></w:tr>"
    f"<w:tr><w:trPr><w:ins {BY}/></w:trPr><w:tc>{paragraph('South')}</w:tc><w:tc>{paragraph('14')}</w:tc></w:tr>"
    f"<w:tr><w:tc><w:tcPr><w:cellDel {BY}/></w:tcPr>{paragraph('East')}</w:tc><w:tc>{paragraph('16')}</w:tc>"
    f"<w:tc>{paragraph('18')}</w:tc></w:tr></w:tbl>"
)


def read(content: bytes, revisions: Revisions = Revisions.FINAL) -> Article:
    found = source_of("draft", content, ReadOptions(revisions=revisions))
    assert isinstance(found, Article)
    assert found.format == "docx"
    return found


def texts(content: bytes, revisions: Revisions = Revisions.FINAL) -> list[str]:
    return [each.text for each in read(content, revisions).paragraphs]


def roles(content: bytes) -> list[tuple[Role, str]]:
    return [(each.role, each.text) for each in read(content).paragraphs]


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (run("at dusk") + "<w:r><w:br/></w:r>" + run("the dam"), "at dusk the dam"),
        ("<w:r><w:t>one</w:t><w:tab/><w:t>two</w:t></w:r>", "one two"),
        ("<w:r><w:t>one</w:t><w:cr/><w:t>two</w:t></w:r>", "one two"),
        ('<w:r><w:t>page</w:t><w:br w:type="page"/><w:t>end</w:t></w:r>', "page end"),
        ("<w:r><w:t>one</w:t><w:ptab/><w:t>two</w:t></w:r>", "one two"),
        ("<w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>op</w:t></w:r>", "co\u2011op"),
        ("<w:r><w:t>hy</w:t><w:softHyphen/><w:t>phen</w:t></w:r>", "hyphen"),
        ('<w:r><w:t>12 </w:t><w:sym w:font="Symbol" w:char="F0B0"/></w:r>', "12 °"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:t xml:space="preserve"> done</w:t></w:r>', "✓ done"),
        (run("\uf0b0", '<w:rFonts w:ascii="Symbol"/>') + run("C"), "°C"),
        (run("10") + run("6", RAISED) + run(" litres"), "10⁶ litres"),
        (run("10") + run("-", RAISED) + run("3", RAISED), "10⁻³"),
        (run("H") + run("2", '<w:vertAlign w:val="subscript"/>') + run("O"), "H₂O"),
        (run("10") + run("6", '<w:position w:val="8"/>') + run("4", '<w:position w:val="1"/>'), "10⁶4"),
        (run("lost") + "<w:r><w:t> end</w:t></w:r>", "lost end"),
        ('<w:hyperlink r:id="x">' + run("the report") + "</w:hyperlink>", "the report"),
        ("<w:smartTag>" + run("Lurvik") + "</w:smartTag>", "Lurvik"),
        (f"<w:sdt><w:sdtPr><w:tag/></w:sdtPr><w:sdtContent>{run('in it')}</w:sdtContent></w:sdt>", "in it"),
        ('<w:fldSimple w:instr="AUTHOR">' + run("Nora Lind") + "</w:fldSimple>", "Nora Lind"),
        (
            f"{BEGIN}<w:r><w:instrText>DATE </w:instrText></w:r>{BEGIN}<w:r><w:instrText>X</w:instrText></w:r>"
            f"{SEPARATE}{run('inner')}{END}{SEPARATE}{run('3 March')}{END}{run(' at noon')}",
            "3 March at noon",
        ),
        ("<w:ruby><w:rt>" + run("とうきょう") + "</w:rt><w:rubyBase>" + run("東京") + "</w:rubyBase></w:ruby>", "東京"),
        (f"<m:oMath><m:f><m:num>{m('1')}</m:num><m:den>{m('2')}</m:den></m:f></m:oMath>", "1/2"),
        (f"<m:oMath><m:sSup><m:e>{m('x')}</m:e><m:sup>{m('2')}</m:sup></m:sSup></m:oMath>", "x²"),
        (run("shown") + run(" hidden words", "<w:vanish/>"), "shown"),
        (run("shown") + run(" again", '<w:vanish w:val="0"/>'), "shown again"),
        (run("At least ") + run("12 ", "<w:strike/>") + run("14", '<w:strike w:val="false"/>'), "At least 14"),
        ("<w:commentRangeStart/>" + run("said") + "<w:commentRangeEnd/><w:r><w:commentReference/></w:r>", "said"),
    ],
)
def test_words_of_a_paragraph(inside: str, text: str) -> None:
    assert texts(docx(paragraph(inside))) == [text]


def test_a_line_break_is_a_line_end_and_two_are_a_paragraph_end() -> None:
    found = read(docx(paragraph("<w:r><w:t>one</w:t><w:br/><w:t>two</w:t><w:br/><w:br/><w:t>three</w:t></w:r>")))
    assert [(each.text, each.breaks) for each in found.paragraphs] == [("one two", (4,)), ("three", ())]


def test_struck_and_hidden_words_are_counted() -> None:
    struck = run("twelve", "<w:dstrike/>") + run("ty men", "<w:strike/>") + run(" came ") + run("late", "<w:strike/>")
    found = read(docx(paragraph(struck + run(" secret", "<w:vanish/>"))))
    assert found.notes == (ReadingNote(Reading.STRUCK_WORDS, 3), ReadingNote(Reading.HIDDEN_WORDS, 1))


@pytest.mark.parametrize(
    ("body", "original", "final"),
    [
        (
            paragraph(run("At least ") + deleted("12") + inserted("14") + run(" people died.")),
            ["At least 12 people died."],
            ["At least 14 people died."],
        ),
        (
            paragraph(f"<w:moveTo {BY}>{run('The mayor came. ')}</w:moveTo>" + run("It rained. "))
            + paragraph(run("All left.") + f"<w:moveFrom {BY}>{run(' The mayor came.')}</w:moveFrom>"),
            ["It rained.", "All left. The mayor came."],
            ["The mayor came. It rained.", "All left."],
        ),
        (
            paragraph("It rained.") + paragraph(deleted("The mayor came."), END_DELETED) + paragraph("All left."),
            ["It rained.", "The mayor came.", "All left."],
            ["It rained.", "All left."],
        ),
        (
            paragraph("It rained.") + paragraph(inserted("The mayor came."), END_INSERTED) + paragraph("All left."),
            ["It rained.", "All left."],
            ["It rained.", "The mayor came.", "All left."],
        ),
        (
            paragraph("It rained. ", END_DELETED) + paragraph("All left."),
            ["It rained.", "All left."],
            ["It rained. All left."],
        ),
        (
            paragraph("It rained.", END_INSERTED) + paragraph(" All left."),
            ["It rained. All left."],
            ["It rained.", "All left."],
        ),
        (
            paragraph(f"<w:ins {BY}>{deleted('Nobody ever read this.')}</w:ins>" + run("It rained.")),
            ["It rained."],
            ["It rained."],
        ),
        (paragraph("One.") + paragraph("Two.", END_DELETED), ["One.", "Two."], ["One.", "Two."]),
        (
            CASES_OF_ROWS,
            ["North | 12", "East | 16 | 18"],
            ["South | 14", "16 | 18"],
        ),
    ],
)
def test_tracked_changes_have_two_wordings(body: str, original: list[str], final: list[str]) -> None:
    content = docx(body)
    assert texts(content, Revisions.ORIGINAL) == original
    assert texts(content) == final
    counts = {
        note.count for way in Revisions for note in read(content, way).notes if note.what is Reading.TRACKED_CHANGES
    }
    assert len(counts) == 1


def test_changes_have_their_authors_and_dates() -> None:
    content = docx(paragraph(run("At  least ") + deleted("12") + inserted("14") + run(" people ") + inserted("died.")))
    final = read(content)
    assert [(each.place.words(final), each.author, each.date) for each in final.revisions] == [
        ("14", "Nora Lind", "2026-03-01T09:00:00Z"),
        ("died.", "Nora Lind", "2026-03-01T09:00:00Z"),
    ]
    original = read(content, Revisions.ORIGINAL)
    assert [each.place.words(original) for each in original.revisions] == ["12"]
    assert final.notes == original.notes == (ReadingNote(Reading.TRACKED_CHANGES, 3),)
    assert isinstance(final.revisions[0], Revision)


def test_a_change_of_form_is_undone_in_the_original() -> None:
    run_then = f"<w:rPrChange {BY}><w:rPr><w:strike/></w:rPr></w:rPrChange>"
    style = '<w:pStyle w:val="h"/>' + f"<w:pPrChange {BY}><w:pPr/></w:pPrChange>"
    content = docx(
        paragraph(run("12 ", run_then) + run("men"), style),
        {"styles": '<w:style w:styleId="h"><w:name w:val="heading 2"/></w:style>'},
    )
    assert [(each.role, each.text) for each in read(content).paragraphs] == [(Role.HEADING, "12 men")]
    original = read(content, Revisions.ORIGINAL).paragraphs
    assert [(each.role, each.text) for each in original] == [(Role.TEXT, "men")]


def test_roles_come_from_styles_and_levels() -> None:
    names = {"a": "heading 1", "b": "Title", "c": "caption", "d": "Quote", "e": "List Bullet", "f": "My Own"}
    styles = "".join(
        f'<w:style w:styleId="{key}"><w:name w:val="{name}"/>'
        + {"e": '<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>', "f": '<w:basedOn w:val="a"/>'}.get(key, "")
        + "</w:style>"
        for key, name in names.items()
    )
    body = "".join(paragraph(f"in {key}", f'<w:pStyle w:val="{key}"/>') for key in names)
    body += paragraph("by level", '<w:outlineLvl w:val="1"/>')
    body += paragraph("plain", '<w:outlineLvl w:val="9"/>')
    body += paragraph("numbered", '<w:numPr><w:numId w:val="2"/></w:numPr>')
    body += paragraph("none", '<w:pStyle w:val="e"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    assert [role for role, _ in roles(docx(body, {"styles": styles}))] == [
        Role.HEADING,
        Role.HEADING,
        Role.CAPTION,
        Role.QUOTATION,
        Role.ITEM,
        Role.HEADING,
        Role.HEADING,
        Role.TEXT,
        Role.ITEM,
        Role.TEXT,
    ]


def test_styles_hide_strike_and_raise() -> None:
    styles = (
        '<w:style w:styleId="gone"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:styleId="cut"><w:rPr><w:strike/></w:rPr></w:style>'
        '<w:style w:styleId="up"><w:basedOn w:val="up"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    )
    body = paragraph(
        run("no ", '<w:rStyle w:val="gone"/>')
        + run("never ", '<w:rStyle w:val="cut"/>')
        + run("10")
        + run("6", '<w:rStyle w:val="up"/>')
    ) + paragraph("hidden", '<w:pStyle w:val="gone"/>')
    assert texts(docx(body, {"styles": styles})) == ["10⁶"]


def test_tables_are_read_row_by_row() -> None:
    def row(*cells: str) -> str:
        return "<w:tr>" + "".join(f"<w:tc>{paragraph(cell) if cell else '<w:p/>'}</w:tc>" for cell in cells) + "</w:tr>"

    inner = f"<w:tbl>{row('River', '41')}{row('Hill', '38')}</w:tbl>"
    body = (
        paragraph("Before")
        + f"<w:tbl>{row('Party', 'Seats', 'Share')}{row('River', '', '38.2%')}{row('Hill', '', '')}</w:tbl>"
        + f"<w:tbl><w:tr><w:tc>{paragraph('Alone in a cell.')}{paragraph('And more.')}</w:tc></w:tr></w:tbl>"
        + f"<w:tbl><w:tr><w:tc>{paragraph('Beside')}</w:tc><w:tc>{inner}<w:p/></w:tc></w:tr></w:tbl>"
        + paragraph("Behind")
    )
    assert roles(docx(body)) == [
        (Role.TEXT, "Before"),
        (Role.TABLE_ROW, "Party | Seats | Share"),
        (Role.TABLE_ROW, "River | | 38.2%"),
        (Role.TABLE_ROW, "Hill | |"),
        (Role.TEXT, "Alone in a cell."),
        (Role.TEXT, "And more."),
        (Role.TEXT, "Beside"),
        (Role.TABLE_ROW, "River | 41"),
        (Role.TABLE_ROW, "Hill | 38"),
        (Role.TEXT, "Behind"),
    ]


@pytest.mark.parametrize("forms", ["both", "new", "old"])
def test_a_box_is_read_once_behind_its_paragraph(forms: str) -> None:
    new = f"<w:drawing><wps:txbx><w:txbxContent>{paragraph('Words of the box.')}</w:txbxContent></wps:txbx></w:drawing>"
    old = f"<w:pict><v:textbox><w:txbxContent>{paragraph('Words of the box.')}</w:txbxContent></v:textbox></w:pict>"
    both = f"<mc:Choice>{new}</mc:Choice><mc:Fallback>{old}</mc:Fallback>"
    box = {"both": f"<mc:AlternateContent>{both}</mc:AlternateContent>", "new": new, "old": old}[forms]
    body = paragraph(run("The anchor ") + f"<w:r>{box}</w:r>" + run("goes on.")) + paragraph("Next.")
    assert roles(docx(body)) == [
        (Role.TEXT, "The anchor goes on."),
        (Role.BOX, "Words of the box."),
        (Role.TEXT, "Next."),
    ]


def test_notes_stand_behind_in_the_order_of_their_marks() -> None:
    body = paragraph(
        run("It rained")
        + '<w:r><w:footnoteReference w:id="7"/></w:r>'
        + run(" at dusk")
        + '<w:r><w:endnoteReference w:id="7"/></w:r>'
        + f'<w:del {BY}><w:r><w:footnoteReference w:id="8"/></w:r></w:del>'
        + run(".")
    )
    mark = "<w:r><w:footnoteRef/></w:r>"
    parts = {
        "footnotes": '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        f'<w:footnote w:id="8">{paragraph(mark + run("Cut."))}</w:footnote>'
        f'<w:footnote w:id="7">{paragraph(mark + run("Said the mayor."))}</w:footnote>',
        "endnotes": f'<w:endnote w:id="7">{paragraph("Late.")}</w:endnote>',
    }
    assert roles(docx(body, parts)) == [
        (Role.TEXT, "It rained¹ at dusk²."),
        (Role.NOTE, "¹ Said the mayor."),
        (Role.NOTE, "Late."),
    ]


def test_the_mark_of_a_note_makes_no_other_number() -> None:
    body = paragraph(run("At least 14") + '<w:r><w:footnoteReference w:id="7"/></w:r>' + run(" died."))
    assert texts(docx(body)) == ["At least 14 ¹ died."]


def test_headers_and_footers_are_read_once() -> None:
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="header1"/>'
        '<w:headerReference w:type="first" r:id="header2"/>'
        '<w:footerReference w:type="default" r:id="footer1"/></w:sectPr>'
    )
    parts = {"header1": paragraph("Lurvik Post"), "header2": paragraph("First page"), "footer1": paragraph("Page 1")}
    body = paragraph("It rained.") + f"<w:p><w:pPr>{section}</w:pPr></w:p>" + section
    assert roles(docx(body, parts)) == [
        (Role.TEXT, "It rained."),
        (Role.HEADER, "Lurvik Post"),
        (Role.FOOTER, "Page 1"),
    ]
    with_title = docx(body.replace("</w:sectPr>", "<w:titlePg/></w:sectPr>"), parts)
    assert [text for _, text in roles(with_title)][1:3] == ["Lurvik Post", "First page"]


def test_a_header_of_pages_is_no_headline() -> None:
    story = ["The dam vote nears", "The council of Lurvik met late and heard 14 people, the mayor said on Tuesday."]
    body = "".join(map(paragraph, story)) + '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
    document = read(docx(body, {"header1": paragraph("Lurvik Post, draft of 3 March")}))
    comparison = compare(document, article("\n\n".join(story)))
    assert [(row.kind, row.furniture) for row in comparison.rows] == [
        (Kind.UNCHANGED, False),
        (Kind.UNCHANGED, False),
        (Kind.OMITTED, True),
    ]


def test_a_large_first_letter_belongs_to_its_word() -> None:
    body = paragraph("T", '<w:framePr w:dropCap="drop"/>') + paragraph("he dam held.")
    assert texts(docx(body)) == ["The dam held."]


@pytest.mark.parametrize(
    "namespaces",
    [NAMESPACES.replace(W, STRICT), f'xmlns:w="{W}"'],
    ids=["strict", "only one prefix declared"],
)
def test_other_ways_to_write_the_same(namespaces: str) -> None:
    body = paragraph(run("At least ") + deleted("12") + inserted("14"))
    assert texts(docx(body, namespaces=namespaces)) == ["At least 14"]


def test_metadata_is_no_text() -> None:
    core = (
        '<x:coreProperties xmlns:x="urn:x" xmlns:dc="urn:dc" xmlns:t="urn:t"><dc:title>Dam</dc:title>'
        "<dc:creator>Nora Lind</dc:creator><t:modified>2026-03-01</t:modified></x:coreProperties>"
    )
    texts_of_parts = {
        "word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{paragraph("It rained.")}</w:body></w:document>'
    }
    found = read(zipped({**texts_of_parts, "docProps/core.xml": core}))
    assert dict(found.metadata) == {"title": "Dam", "author": "Nora Lind", "modified": "2026-03-01"}
    assert len(found.paragraphs) == 1


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (docx("<w:altChunk/>"), "another file within"),
        (docx("<w:p>" * 3000 + "</w:p>" * 3000), "within each other"),
        (docx("")[:-30], "damaged"),
        (b"At least 12 people died on Monday.", "is no ZIP archive, as files of this format are"),
        (zipped({"word/document.xml": "<w:document"}), "not well-formed"),
    ],
)
def test_what_cannot_be_read_says_why(content: bytes, reason: str) -> None:
    with pytest.raises(ReadError, match=reason):
        source_of("draft", content, ReadOptions(format="docx"))


def test_a_table_of_many_cells_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("diffing.sources.office.wordings.MAX_BLOCKS", 10)
    row = "<w:tr>" + f"<w:tc>{paragraph('1')}</w:tc>" * 4 + "</w:tr>"
    found = read(docx(f"<w:tbl>{row * 5}</w:tbl>"))
    assert len(found.paragraphs) == 3
    assert found.notes == (ReadingNote(Reading.CUT_OFF, 10),)
