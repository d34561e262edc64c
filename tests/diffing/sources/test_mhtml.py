"""Saved pages: Chromium names no charset for the page, and frames stand beside it."""

from base64 import b64encode
from quopri import encodestring

import pytest

from tests.diffing.sources.reading import metadata, read, refusal, texts

WORDS = "Ätzende Höhe — “winter” é 東京"
PAGE = (
    f'<html><head><meta charset="UTF-8"><title>Dam</title></head><body><p>{WORDS}</p><p>At least 14.</p></body></html>'
)
FRAME = "<html><body><p>Buy a boat</p></body></html>"


def saved(page: bytes, kind: str = "text/html", head: str = "", before: str = "", after: str = "") -> bytes:
    """Return a page as Chromium saves it."""
    start = f"""From: <Saved by Blink>
Snapshot-Content-Location: http://a.test/dam
Subject: =?utf-8?Q?Dam=20h=C3=A4lt?=
Date: Tue, 3 Mar 2026 10:00:00 -0000
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html";{head}
\tboundary="----MultipartBoundary--x----"

{before}
------MultipartBoundary--x----
Content-Type: {kind}
Content-ID: <frame-1@mhtml.blink>
Content-Transfer-Encoding: quoted-printable
Content-Location: http://a.test/dam

"""
    body = encodestring(page).decode("ascii")
    return f"{start}{body}\n{after}------MultipartBoundary--x------\n".replace("\n", "\r\n").encode()


def other(page: str, identity: str = "<frame-2@mhtml.blink>") -> str:
    """Return a frame beside the page."""
    return f"""------MultipartBoundary--x----
Content-Type: text/html
Content-ID: {identity}
Content-Transfer-Encoding: base64
Content-Location: cid:frame

{b64encode(page.encode()).decode()}
"""


@pytest.mark.parametrize(
    ("page", "kind"),
    [
        (PAGE.encode(), "text/html"),
        (PAGE.replace("UTF-8", "windows-1252").replace("東京", "x").encode("cp1252"), "text/html"),
        (PAGE.replace('<meta charset="UTF-8">', "").replace("東京", "x").encode("cp1252"), "text/html; charset=cp1252"),
        (PAGE.encode("utf-16"), "text/html"),
        (PAGE.replace('<meta charset="UTF-8">', "").encode(), "text/html"),
    ],
)
def test_the_encoding_of_a_page(page: bytes, kind: str) -> None:
    found = read(saved(page, kind))
    assert found.format == "mhtml"
    assert texts(found)[0].replace("東京", "x") == WORDS.replace("東京", "x")
    assert texts(found)[1:] == ["At least 14."]


def test_metadata() -> None:
    found = metadata(read(saved(PAGE.encode())))
    assert found["url"] == "http://a.test/dam"
    assert found["title"] in ("Dam", "Dam hält")
    assert found["archived"] == "Tue, 3 Mar 2026 10:00:00 -0000"


def test_a_frame_before_the_page_is_not_read() -> None:
    for content in (
        saved(PAGE.encode(), before=other(FRAME)),
        saved(PAGE.encode(), after=other(FRAME)),
        saved(FRAME.encode(), head='\n\tstart="<frame-2@mhtml.blink>";', after=other(PAGE)),
    ):
        assert texts(read(content))[1:] == ["At least 14."]


def test_a_page_without_html() -> None:
    assert refusal(saved(b"x", "image/png")) == "is a saved page (MHTML) without a page in HTML"
