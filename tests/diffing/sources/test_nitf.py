"""NITF: a body in an editor's note is no story, and nothing is glued at line ends and fractions."""

import pytest

from diffing.model import Role
from tests.diffing.sources.reading import metadata, read, refusal, texts, with_role

DOCUMENT = """<?xml version="1.0" encoding="UTF-8"?>
<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><head><title>dam-holds</title><docdata>
<correction info="Toll was 12" id-string="lind-1"/><doc-id id-string="lind-2"/><date.issue norm="20260303T100000Z"/>
<du-key key="dam" version="3"/><ed-msg info="Adds quote"/></docdata></head>
<body><body.head><hedline><hl1>Dam holds at Lurvik</hl1><hl2>Repair took weeks</hl2></hedline>
<note noteclass="editorsnote"><body.content><p>Corrects toll.</p></body.content></note>
<byline>By <person>Jan Berg</person><byttl>Lindwire</byttl></byline>
<dateline><location>LURVIK</location>, <story.date>March 3</story.date></dateline>
<abstract><p>The dam stands.</p></abstract></body.head>
<body.content><block>%s</block></body.content>
<body.end><tagline>Ida Holt contributed.</tagline></body.end></body></nitf>"""
HEAD = ["Dam holds at Lurvik", "Repair took weeks", "By Jan Berg Lindwire", "LURVIK, March 3"]


def body(content: str) -> list[str]:
    """Return the paragraphs that a body makes."""
    return texts(read(DOCUMENT % content))[4:-1]


def test_a_document_is_read_in_its_printed_order() -> None:
    found = read(DOCUMENT % "<p lede='true'>At least 14 people died.</p>")
    assert found.format == "nitf"
    assert texts(found) == [*HEAD, "At least 14 people died.", "Ida Holt contributed."]
    assert with_role(found, Role.HEADING) == HEAD[:2]


def test_an_editors_note_is_metadata() -> None:
    assert metadata(read(DOCUMENT % "<p>At least 14 people died.</p>")) == {
        "title": HEAD[0], "author": "By Jan Berg Lindwire", "published": "20260303T100000Z", "url": "lind-2",
        "version": "3", "note": "Toll was 12; Adds quote; Corrects toll.", "abstract": "The dam stands.",
    }  # fmt: skip


def test_a_note_that_is_for_print_is_printed() -> None:
    document = (DOCUMENT % "<p>At least 14 died.</p>").replace('noteclass="editorsnote"', 'type="pa"')
    assert with_role(read(document), Role.ASIDE) == ["Corrects toll."]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("<p>died<br/>in\n the flood</p>", ["died in the flood"]),
        ("<p><num><frac><numer>1</numer><denom>2</denom></frac></num> of it</p>", ["1/2 of it"]),
        ("<p>3<frac><numer>1</numer><frac-sep>/</frac-sep><denom>2</denom></frac> miles</p>", ["3 1/2 miles"]),
        ("<p><num>10<sup>6</sup></num> and CO<num><sub>2</sub></num></p>", ["10⁶ and CO₂"]),
        ("<p>She said <q>never again</q>.</p>", ["She said “never again”."]),
        ("<p>She said “<q>never again</q>”, twice.</p>", ["She said “never again”, twice."]),
        ("<p>One.</p><p>Two.</p>", ["One.", "Two."]),
        ("<ul><li>One</li><li>Two</li></ul>", ["One", "Two"]),
        ("<table><tr><th>River</th><td>41</td><td>38.2</td></tr></table>", ["River | 41 | 38.2"]),
        ("<table><tr><td><p>River</p></td><td></td><td>41</td></tr></table>", ["River | | 41"]),
        ("<hl2>Later</hl2><p>One.</p>", ["Later", "One."]),
        ("<p>More at <virtloc>www.lurvik.test</virtloc>.</p>", ["More at www.lurvik.test."]),
        (
            "<p><person><name.given>Nora</name.given><name.family>Lind</name.family></person> of "
            "<location><city>Lurvik</city><country>Norvia</country></location></p>",
            ["Nora Lind of Lurvik Norvia"],
        ),
        (
            "<p>Write to <postaddr><addressee><person>Nora Lind</person></addressee><delivery.point>Quay 1"
            "</delivery.point><postcode>4120</postcode></postaddr>.</p>",
            ["Write to Nora Lind Quay 1 4120."],
        ),
        (
            "<p><person><name.given>Nora</name.given>-<name.family>Lind</name.family></person>s</p>",
            ["Nora-Linds"],
        ),
        ("<p>A &amp; B&nbsp;C</p>".replace("&nbsp;", "&#160;"), ["A & B\u00a0C"]),
    ],
)
def test_nothing_is_glued(content: str, expected: list[str]) -> None:
    assert body(content) == expected


def test_a_block_may_have_a_byline_and_a_source() -> None:
    document = DOCUMENT.replace("<block>", "<block><byline>By Ida Holt</byline><dateline>SUNDBY</dateline>").replace(
        "</block>", "<datasource>Source: county</datasource></block>"
    )
    assert texts(read(document % "<p>One.</p>"))[4:-1] == ["By Ida Holt", "SUNDBY", "One.", "Source: county"]


def test_what_there_are_several_of_is_read_to_the_last() -> None:
    """The schema allows several headlines, notes, bylines, datelines, abstracts and bodies."""
    document = """<nitf><head><docdata><ed-msg info="Adds quote"/><ed-msg info="Adds toll"/></docdata>
<revision-history norm="20260303T100000Z" comment="First"/><revision-history norm="20260303T120000Z" comment="Toll"/>
</head><body><body.head><hedline><hl1>Dam holds</hl1></hedline><hedline><hl1>Toll rises</hl1></hedline>
<note><body.content><p>Corrects toll.</p><p>Adds name.</p></body.content></note>
<byline>By Jan Berg</byline><byline>By Ida Holt</byline><dateline>LURVIK</dateline><dateline>SUNDBY</dateline>
<abstract><p>It stands.</p><p>So far.</p></abstract><abstract><p>Toll rises.</p></abstract></body.head>
<body.content><p>One.</p></body.content><body.content><p>Two.</p></body.content></body></nitf>"""
    found = read(document)
    assert texts(found) == [
        "Dam holds", "Toll rises", "By Jan Berg By Ida Holt", "LURVIK SUNDBY", "One.", "Two.",
    ]  # fmt: skip
    assert metadata(found) == {
        "title": "Dam holds", "author": "By Jan Berg; By Ida Holt", "modified": "20260303T120000Z",
        "note": "Adds quote; Adds toll; Corrects toll. Adds name.; First; Toll",
        "abstract": "It stands. So far. Toll rises.",
    }  # fmt: skip


def test_a_document_that_is_withdrawn_says_so() -> None:
    document = (DOCUMENT % "<p>One.</p>").replace("<docdata>", '<docdata management-status="canceled">')
    assert metadata(read(document))["note"].endswith("; canceled")


def test_roles_in_the_body() -> None:
    found = read(
        DOCUMENT
        % (
            "<p>One.</p><bq><block><p>Quoted.</p></block></bq><media media-type='image'><media-reference/>"
            "<media-caption><p>The dam.</p>"
            "</media-caption><media-producer>Lindwire</media-producer></media><note><body.content><p>A remark.</p>"
            "</body.content></note>"
        )
    )
    assert with_role(found, Role.QUOTATION) == ["Quoted."]
    assert with_role(found, Role.CAPTION) == ["The dam.", "Lindwire"]
    assert with_role(found, Role.ASIDE) == ["A remark."]


@pytest.mark.parametrize("name", ["gb2312", "euc-jp", "windows-1251", "utf-16"])
def test_a_declared_encoding_is_used(name: str) -> None:
    word = {"gb2312": "水坝", "euc-jp": "ダム", "windows-1251": "плотина", "utf-16": "水坝"}[name]
    document = (DOCUMENT % f"<p>{word} 14</p>").replace("UTF-8", name)
    assert f"{word} 14" in texts(read(document.encode(name)))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("<nitf><body>", "is not well-formed XML at line 1: no element found; --as text compares it as it is"),
        ("<nitf></nitf>", "is a document of NITF without a text"),
        ("<nitf>" + "<p>" * 3000, "has more than 2000 elements within each other"),
        ('<!DOCTYPE nitf [<!ENTITY a "b">]><nitf>&a;</nitf>',
         "declares entities of its own, which newsdiff does not expand"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said(content: str, reason: str) -> None:
    assert refusal(content) == reason


def test_a_deep_tree_is_read() -> None:
    assert "deep" in " ".join(body("<block>" * 900 + "<p>deep</p>" + "</block>" * 900))
