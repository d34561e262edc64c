"""Mails: the right part, decoded rightly; what is quoted or signed is told apart."""

from base64 import b64encode
from email.message import EmailMessage

import pytest

from diffing.model import Reading, Role
from diffing.sources.messages.mime import decoded_header
from diffing.sources.plain import SourceText
from diffing.sources.registry import source_of
from tests.diffing.sources.reading import item, metadata, notes, read, refusal, texts, with_role

HEAD = """Return-Path: <lind@a.test>
From: Nora Lind <lind@a.test>
To: desk@b.test
Subject: Dam =?utf-8?q?h=C3=A4lt?=
Date: Tue, 3 Mar 2026 10:00:00 +0000
Message-ID: <1@a.test>
MIME-Version: 1.0
"""
STORY = ["At least 14 people died in Lurvik.", "“We were late,” said Berg."]
HTML = f"<html><head><style>p {{}}</style></head><body><p>{STORY[0]}</p><p>{STORY[1]}</p></body></html>"


def mail(text: str = "\n\n".join(STORY), html: str = HTML, attachment: bytes = b"") -> bytes:
    """Return a mail with both forms of a text, as a program writes it."""
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = "Nora Lind <lind@a.test>", "desk@b.test", "Dam hält"
    made["Date"], made["Message-ID"] = "Tue, 3 Mar 2026 10:00:00 +0000", "<1@a.test>"
    made.set_content(text)
    if html:
        made.add_alternative(html, subtype="html")
    if attachment:
        made.add_attachment(attachment, maintype="application", subtype="pdf", filename="Übersicht 14.pdf")
    return made.as_bytes()


def plain(body: str, kind: str = "text/plain; charset=utf-8", way: str = "8bit") -> str:
    """Return a mail of one part."""
    return f"{HEAD}Content-Type: {kind}\nContent-Transfer-Encoding: {way}\n\n{body}"


def test_a_mail_of_two_forms_is_read_once() -> None:
    found = read(mail(attachment=b"%PDF"))
    assert found.format == "email"
    assert texts(found) == STORY
    assert notes(found) == {Reading.ALTERNATES: 1}
    assert metadata(found) == {
        "title": "Dam hält", "author": "Nora Lind <lind@a.test>", "published": "Tue, 03 Mar 2026 10:00:00 +0000",
        "attachments": "Übersicht 14.pdf",
    }  # fmt: skip


def test_the_form_with_the_text_is_taken() -> None:
    assert texts(read(mail(html="<p>Your program shows no HTML, <a href='http://a.test'>read on</a>."))) == STORY
    address = "http://a.test/" + "x" * 400
    assert texts(read(mail(text=f"{STORY[0]} {address}\n\n{STORY[1]}"))) == STORY
    assert texts(read(mail(html=""))) == STORY


@pytest.mark.parametrize(
    ("body", "kind", "expected"),
    [
        ("At least 14\npeople died \nin Lurvik.\n\n Spaced. \nOn.", "text/plain; format=flowed",
         ["At least 14 people died in Lurvik.", "Spaced. On."]),
        ("At least 14 peo \nple died.", "text/plain; format=flowed; delsp=yes", ["At least 14 people died."]),
        ("At least 14 people died in the flood on\nTuesday, police said in a short note that\nhad two lines more.",
         "text/plain",
         ["At least 14 people died in the flood on Tuesday, police said in a short note that had two lines more."]),
        ("<p>At least <b>14</b> died.</p>", "text/html", ["At least 14 died."]),
    ],
)  # fmt: skip
def test_lines_become_paragraphs(body: str, kind: str, expected: list[str]) -> None:
    assert texts(read(plain(body, kind))) == expected


def test_what_is_quoted_and_the_signature_have_their_roles() -> None:
    quoted = "> How many\n> were there?\n>> I ask."
    found = read(plain(f"We know of 14.\n\nOn Monday, Berg wrote:\n{quoted}\n\n-- \nNora Lind\nLindwire"))
    assert texts(found)[:2] == ["We know of 14.", "On Monday, Berg wrote:"]
    assert with_role(found, Role.QUOTATION) == ["How many were there?", "I ask."]
    assert with_role(found, Role.FOOTER) == ["Nora Lind Lindwire"]


@pytest.mark.parametrize(
    ("text", "encoding", "charset"),
    [
        ("Ätzende Höhe – “so”", "utf-8", "utf-8"),
        ("Ätzende Höhe – “so”", "cp1252", "iso-8859-1"),
        ("ダムは14人", "iso-2022-jp", "iso-2022-jp"),
        ("плотина стоит", "koi8-r", "koi8-r"),
        ("Ätzende Höhe – “so”", "utf-8", "none-such"),
    ],
)
@pytest.mark.parametrize("way", ["8bit", "base64"])
def test_the_encoding_of_a_part(text: str, encoding: str, charset: str, way: str) -> None:
    content = text.encode(encoding)
    body = b64encode(content) if way == "base64" else content
    assert texts(read(plain("", f"text/plain; charset={charset}", way).encode() + body)) == [text]


def test_quoted_printable() -> None:
    assert texts(read(plain("At lea=\nst 14 =E2=80=93 or 5 =3D 5", way="quoted-printable"))) == [
        "At least 14 – or 5 = 5"
    ]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("=?utf-8?b?w4R0?= =?utf-8?q?zend_14?=", "Ätzend 14"),
        ("=?utf-8?b?ww==?= =?utf-8?b?hHR6?=", "Ätz"),
        ("=?utf-8?q?=C3?= =?utf-8?q?=84tz?=", "Ätz"),
        ("Lind =?iso-8859-1?q?=C4?= x", "Lind Ä x"),
        ("=?none-such?q?Lind?= and =?x?y?z?=", "Lind and =?x?y?z?="),
        ("14 = 14?", "14 = 14?"),
    ],
)
def test_encoded_words(value: str, expected: str) -> None:
    assert decoded_header(value) == expected


def test_parts_one_after_the_other_and_pictures_between() -> None:
    parts = "".join(
        f"--b\nContent-Type: {kind}\n\n{body}\n"
        for kind, body in [("text/plain", "One."), ("image/png; name=a.png", "x"), ("text/html", "<p>Two.</p>")]
    )
    found = read(f'{HEAD}Content-Type: multipart/mixed; boundary="b"\n\nPreamble\n{parts}--b--\nafter')
    assert texts(found) == ["One.", "Two."]
    assert metadata(found)["attachments"] == "a.png"


def test_one_mail_of_a_box() -> None:
    box = "".join(f"From lind@a.test Tue Mar  3 10:0{n}:00 2026\n{plain(f'Number {n}.')}\n\n" for n in range(3))
    assert texts(read(box)) == ["Number 0."]
    assert notes(read(box)) == {Reading.OTHER_ITEMS: 2}
    assert texts(item(box, "3")) == ["Number 2."]
    assert texts(item(box, "1@a.test")) == ["Number 0."]


def test_deep_parts_are_bounded() -> None:
    parts = "".join(f"--{n}\nContent-Type: multipart/mixed; boundary={n + 1}\n\n" for n in range(2000))
    assert refusal(f"{HEAD}Content-Type: multipart/mixed; boundary=0\n\n{parts}") == "is a mail without a text"


@pytest.mark.parametrize(
    "text",
    [
        "From: the police\nTo: the press\nDate: Tuesday\nSubject: Dam\n\nAt least 14 died.",
        "Note: this is no mail.\n\nFrom: here on it is text.",
        "From here to Lurvik: 14 miles.",
    ],
)
def test_a_text_that_looks_like_a_mail_is_a_text(text: str) -> None:
    assert isinstance(source_of("a", text.encode()), SourceText)
