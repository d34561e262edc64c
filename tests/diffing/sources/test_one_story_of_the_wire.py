"""One story in every format of agencies, mails, archives and print, against its plain text: nothing differs."""

import gzip
import json
from html import escape

import pytest

from diffing.comparison import compare
from diffing.model import Kind
from diffing.sources.plain import SourceText
from tests.diffing.sources import test_feed, test_mail, test_mhtml, test_newsml, test_warc
from tests.diffing.sources.pdf_files import Text, column, pdf
from tests.diffing.sources.reading import read

HEADLINE = "Dam at Lurvik holds after night of fear"
PARAGRAPHS = [
    "LURVIK (Lindwire) - At least 14 people died on Tuesday when the Solveig, a ferry of 1970, went down off Lurvik.",
    "“We were late,” said Nora Lind, the mayor. “Nobody had told us, and 3.5% of the boats were out at sea.”",
    "The repair of the harbour will cost 12,500 crowns & take until 16 March, Jan Berg of the county's office wrote.",
    "AT&T said the lines were cut at 5 p.m.; its rival wrote that ½ of them <were working>, at −3 °C.",
]
TEXT = "\n\n".join([HEADLINE, *PARAGRAPHS])
HTML = "".join(f"<p>{escape(one)}</p>" for one in PARAGRAPHS)
PAGE = f"<!doctype html><html><head><meta charset=utf-8></head><body><article><h1>{HEADLINE}</h1>{HTML}</article>"
BODY = "\n\n".join(PARAGRAPHS)


def printed() -> bytes:
    """Return the story as a PDF file of lines with at most 60 characters."""
    lines: list[str] = []
    for paragraph in PARAGRAPHS:
        line = ""
        for word in paragraph.replace("−", "-").split():
            if len(line) + len(word) > 60:
                lines.append(line)
                line = ""
            line = f"{line} {word}".strip()
        lines += [line, ""]
    return pdf([Text(50, 760, HEADLINE, 20), *column(lines)])


NINJS = {"uri": "urn:lind:1", "headlines": [{"value": HEADLINE}]}
XHTML = f"<inlineXML><html xmlns='http://www.w3.org/1999/xhtml'><body>{HTML}</body></html></inlineXML>"
ESCAPED = f"<inlineData contenttype='text/html'>{escape(HTML)}</inlineData>"
HEDLINE = f"<body.head><hedline><hl1>{HEADLINE}</hl1></hedline></body.head>"
ANSWER = test_warc.response(gzip.compress(PAGE.encode()), "Content-Encoding: gzip\r\n")
WIKI = escape(BODY, quote=False).removeprefix("LURVIK (Lindwire)").replace("14 people", "{{nobr|14 people}}")
FILES: dict[str, bytes | str] = {
    "ninjs 1": json.dumps({"uri": "urn:lind:1", "headline": HEADLINE, "body_text": BODY}),
    "ninjs 2": json.dumps({**NINJS, "bodies": [{"contenttype": "text/html", "value": HTML}]}),
    "ninjs 3": json.dumps({**NINJS, "bodies": [{"contentType": "text/plain", "value": BODY}]}),
    "nitf": f"<nitf><body>{HEDLINE}<body.content>{HTML}</body.content></body></nitf>",
    "newsml": test_newsml.news_item(ESCAPED, headline=HEADLINE),
    "newsml in xhtml": test_newsml.news_item(XHTML, headline=HEADLINE),
    "rss": test_feed.rss(f"<description>{escape(HTML)}</description>", HEADLINE),
    "atom": test_feed.atom(f'<content type="html">{escape(HTML)}</content>', f"<title>{HEADLINE}</title>"),
    "json feed": json.dumps(
        {"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "title": HEADLINE, "content_html": HTML}]}
    ),
    "lines of json": json.dumps({"title": HEADLINE, "text": BODY}),
    "mail": test_mail.mail(TEXT, f"<h1>{HEADLINE}</h1>{HTML}"),
    "plain mail": test_mail.mail(TEXT, ""),
    "mhtml": test_mhtml.saved(PAGE.encode()),
    "warc": test_warc.INFO + test_warc.record(ANSWER),
    "wiki": f"= {HEADLINE} =\n'''LURVIK''' (Lindwire){WIKI.replace('Lurvik.', '[[Lurvik]].')}\n[[Category:Floods]]",
    "pdf": printed(),
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_nothing_differs(name: str) -> None:
    if name == "pdf":
        pytest.importorskip("pypdfium2")
    found = compare(read(FILES[name]), SourceText("plain", TEXT))
    kinds = {row.kind for row in found.rows}
    assert kinds == {Kind.UNCHANGED}, [row for row in found.rows if row.kind is not Kind.UNCHANGED]
    assert len(found.left.paragraphs) == len(found.right.paragraphs)
