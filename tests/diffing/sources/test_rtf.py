"""RTF: every word that is shown, once, in both wordings of a document with tracked changes."""

import pytest

from diffing.errors import ReadError
from diffing.model import Article, Reading, ReadingNote, Role
from diffing.sources.registry import ReadOptions, Revisions, source_of

HEAD = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset2 Symbol;}{\f2\fcharset204 T Cyr;}"
    r"{\f3\fcharset128 Mincho;}{\f4\fcharset2 Wingdings;}}{\colortbl;\red0\green0\blue0;}"
    r"{\stylesheet{\s0 Normal;}{\s1\f5\fs28 heading 1;}{\s2 caption;}{\*\cs3 heading x;}}"
    r"{\*\revtbl {Unknown;}{Nora Lind;}}{\info{\title The dam}{\author Nora Lind}{\revtim\yr2026}{\*\company No}}"
)


def rtf(body: str) -> bytes:
    return (HEAD + body + "}").encode("latin-1")


def read(content: bytes, revisions: Revisions = Revisions.FINAL) -> Article:
    found = source_of("draft", content, ReadOptions(revisions=revisions))
    assert isinstance(found, Article)
    assert found.format == "rtf"
    return found


def texts(content: bytes, revisions: Revisions = Revisions.FINAL) -> list[str]:
    return [each.text for each in read(content, revisions).paragraphs]


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (r"one\tab two\line three\page four", "one two three four"),
        (r"co\_op hy\-phen no\~break \{x\} a\\b", "co\u2011op hyphen no\u00a0break {x} a\\b"),
        (r"\ldblquote Yes\rdblquote , 5\endash 6\emdash it\rquote s \bullet", "“Yes”, 5–6—it’s •"),
        (r"caf\'e9 \'85", "café …"),
        (r"{\f2\'cd\'e5\'f2}", "Нет"),
        (r"{\f3\'93\'8c\'83A}", "東ア"),
        (r"{\f1\'b0}C {\f4\u-3844?} {\f1\u-3920?}", "°C ✓ °"),
        (r"\u268?r \uc2\u281ab\uc0\u322 x\uc1", "Čr ęłx"),
        (r"\u-10180?\u-8383? and \u-10179? alone", "\U0001f341 and \ufffd alone"),
        (r"\u8364\'80 5", "€ 5"),
        (r"10{\super 6} H{\sub 2}O 10\super -3\nosupersub  m", "10⁶ H₂O 10⁻³ m"),
        (r"10{\up8 6} H{\dn2 2}O 1{\up1 4}{\up0 5}", "10⁶ H₂O 145"),
        (r"shown{\v  hidden}\v0  again", "shown again"),
        (r"{\strike 12 }14{\striked1  x}", "14"),
        (r'{\field{\*\fldinst HYPERLINK "x"}{\fldrslt the report}}', "the report"),
        (r"{\upr{No}{\*\ud{\u268?e}}}", "Če"),
        (r"a{\*\annotation remark}{\pict 0a0b}{\*\unknown {no}}{\object{\*\objdata 00}{\result b}}", "ab"),
        (r"a{\*\bkmkstart x}b{\xe{index}}c", "abc"),
        ("over\r\nlines", "overlines"),
        ("a\\bin3 }}}b", "ab"),
    ],
)  # fmt: skip
def test_words_of_a_paragraph(inside: str, text: str) -> None:
    assert texts(rtf(inside + r"\par")) == [text]


def test_parts() -> None:
    body = (
        r"{\header\pard Lurvik Post\par}{\footerf Page\par}"
        r"\pard\s1 The dam\par\pard\outlinelevel1 By the river\par\pard It{\shp{\*\shpinst{\sp{\sn a}{\sv b}}"
        r"{\shptxt\pard Words of the box.\par}}{\shprslt no}} rained{"
        r"\super\chftn{\*\footnote\pard\chftn Said so.\par}}.\par"
        r"{\listtext\bullet\tab}\ls1 An item\par\pard\s2 A caption\par"
        r"\trowd\pard\intbl River\cell 41\par more\cell\row\trowd\pard\intbl Hill\cell\cell\row\pard Last."
        r"\par\trowd\pard\intbl\itap2 In\nestcell 7\nestcell{\*\nesttableprops}\nestrow\pard\intbl\itap1 b\cell\row"
    )
    found = read(rtf(body))
    assert [(each.role, each.text) for each in found.paragraphs] == [
        (Role.HEADING, "The dam"),
        (Role.HEADING, "By the river"),
        (Role.TEXT, "It rained¹."),
        (Role.BOX, "Words of the box."),
        (Role.ITEM, "An item"),
        (Role.CAPTION, "A caption"),
        (Role.TABLE_ROW, "River | 41 more"),
        (Role.TABLE_ROW, "Hill |"),
        (Role.TEXT, "Last."),
        (Role.TABLE_ROW, "In | 7"),
        (Role.TEXT, "b"),
        (Role.NOTE, "¹ Said so."),
        (Role.HEADER, "Lurvik Post"),
        (Role.FOOTER, "Page"),
    ]
    assert dict(found.metadata) == {"title": "The dam", "author": "Nora Lind"}


def test_tracked_changes_have_two_wordings() -> None:
    body = (
        r"At least {\deleted\revauthdel1\revdttmdel132319808 12}{\revised\revauth1\revdttm132319808 14} died."
        r"{\deleted\par}{\revised\deleted Nobody read this.} More.\par{\revised New.\par}{\mvf Moved.}\par"
    )
    content = rtf(body)
    final, original = read(content), read(content, Revisions.ORIGINAL)
    assert [each.text for each in final.paragraphs] == ["At least 14 died. More.", "New."]
    assert [each.text for each in original.paragraphs] == ["At least 12 died.", "More.", "Moved."]
    first = final.revisions[0]
    assert (first.place.words(final), first.author, first.date) == ("14", "Nora Lind", "2026-03-01T09:00:00")
    assert original.revisions[0].author == "Nora Lind"
    assert [note.what for note in final.notes] == [Reading.TRACKED_CHANGES]
    assert final.notes == original.notes


def test_what_is_cut_off_is_said() -> None:
    found = read(rtf(r"It rained. {\b And")[:-1])
    assert [each.text for each in found.paragraphs] == ["It rained. And"]
    assert found.notes == (ReadingNote(Reading.CUT_OFF, 1),)


def test_groups_do_not_nest_without_bound() -> None:
    with pytest.raises(ReadError, match="within each other"):
        source_of("draft", rtf("{" * 5000))
