"""NewsML-G2: what is in a contentSet are forms of one text."""

from base64 import b64encode

import pytest

from diffing.model import Reading, Role
from tests.diffing.sources.reading import item, metadata, notes, read, refusal, texts, with_role

NITF = """<inlineXML contenttype="application/nitf+xml"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body>
<body.head><hedline><hl1>Dam holds</hl1></hedline></body.head><body.content><p>At least 14 died<br/>in Lurvik.</p>
<p>Nora Lind was there.</p></body.content></body></nitf></inlineXML>"""
XHTML = """<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head>
<title>Dam holds</title></head><body><p>At least 14 died<br/>in Lurvik.</p><p>Nora Lind was there.</p></body></html>
</inlineXML>"""
PLAIN_TEXT = "At least 14 died in Lurvik.\n\nNora Lind was there."
PLAIN = f'<inlineData contenttype="text/plain">{PLAIN_TEXT}</inlineData>'
ESCAPED = (
    '<inlineData contenttype="text/html">&lt;p&gt;At least 14 died&lt;br&gt;in Lurvik.&lt;/p&gt;&lt;p&gt;Nora Lind was'
    " there.&lt;/p&gt;</inlineData>"
)
CODED = (
    f'<inlineData contenttype="text/plain" encoding="encd:b64">{b64encode(PLAIN_TEXT.encode()).decode()}</inlineData>'
)
PICTURE = '<remoteContent href="a.jpg"/>'
STORY = ["Dam holds", "At least 14 died in Lurvik.", "Nora Lind was there."]


def news_item(content: str, guid: str = "tag:1", headline: str = "Dam holds") -> str:
    """Return a newsItem with that content."""
    return f"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" standard="NewsML-G2" standardversion="2.33"
conformance="power" guid="{guid}" version="2" xml:lang="en"><catalogRef href="http://lindwire.test/a.xml"/>
<itemMeta><itemClass qcode="ninat:text"/><provider literal="Lindwire"/>
<versionCreated>2026-03-03T10:00:00Z</versionCreated>
<edNote>Corrects toll.</edNote><signal qcode="sig:correction"/></itemMeta>
<contentMeta><headline>{headline}</headline></contentMeta><contentSet>{content}</contentSet></newsItem>"""


@pytest.mark.parametrize(
    "content", [NITF, XHTML, PLAIN, ESCAPED, CODED], ids=["nitf", "xhtml", "plain", "escaped", "base64"]
)
def test_every_form_is_read(content: str) -> None:
    found = read(news_item(content))
    assert found.format == "newsml"
    assert texts(found) == STORY
    assert with_role(found, Role.HEADING) == STORY[:1]
    assert metadata(found) == {
        "title": "Dam holds", "modified": "2026-03-03T10:00:00Z", "url": "tag:1", "language": "en",
        "publisher": "Lindwire", "version": "2", "note": "Corrects toll.; sig:correction",
    }  # fmt: skip


@pytest.mark.parametrize("content", [NITF + XHTML + PLAIN, PLAIN + ESCAPED + CODED + PICTURE])
def test_forms_of_one_text_are_read_once(content: str) -> None:
    found = read(news_item(content))
    assert texts(found) == STORY
    assert notes(found) == {Reading.ALTERNATES: 2}


@pytest.mark.parametrize(
    ("status", "note"),
    [
        ("stat:usable", "Corrects toll.; sig:correction"),
        ("stat:canceled", "Corrects toll.; sig:correction; stat:canceled"),
    ],
)
def test_an_item_that_is_withdrawn_says_so(status: str, note: str) -> None:
    content = news_item(PLAIN).replace("<edNote>", f'<pubStatus qcode="{status}"/><edNote>')
    assert metadata(read(content))["note"] == note


def test_a_form_that_is_only_a_teaser_is_not_taken() -> None:
    teaser = '<inlineData contenttype="text/html">&lt;p&gt;Read on.&lt;/p&gt;</inlineData>'
    assert texts(read(news_item(teaser + PLAIN))) == STORY


def test_one_item_of_a_message() -> None:
    items = news_item(PICTURE, "tag:0", "Picture") + news_item(PLAIN) + news_item(PLAIN.replace("14", "16"), "tag:2")
    message = (
        f'<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2026-03-03T10:00:00Z</sent></header>'
        f"<itemSet>{items}</itemSet></newsMessage>"
    )
    found = read(message)
    assert texts(found) == STORY
    assert notes(found) == {Reading.OTHER_ITEMS: 2}
    for name in ("3", "tag:2"):
        assert texts(item(message, name))[1] == "At least 16 died in Lurvik."
    assert texts(item(message, "1")) == ["Picture"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("<packageItem></packageItem>", "is NewsML-G2 without a news item, such as a package or a concept"),
        ("<newsMessage></newsMessage>", "is a message of NewsML-G2 without a news item"),
        ("<newsItem></newsItem>", "is a news item of NewsML-G2 without a text in it"),
        (news_item('<inlineData encoding="encd:b64">A</inlineData>'),
         "is a news item whose text is damaged: it is no base64"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said(content: str, reason: str) -> None:
    assert refusal(content) == reason


def test_an_item_that_is_not_there() -> None:
    with pytest.raises(
        Exception, match=r"has 1 news item, and none is '7': --item takes a number from 1 or an address"
    ):
        item(news_item(PLAIN), "7")
