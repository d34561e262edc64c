"""Feeds: the article is the full text, never a caption or a teaser; titles are spelled once."""

import json

import pytest

from diffing.model import Reading, Role
from tests.diffing.sources.reading import item, metadata, notes, read, refusal, texts, with_role

BODY = "<p>At least 14 people died.</p><p>Nora Lind was there.</p>"
ESCAPED = BODY.replace("<", "&lt;").replace(">", "&gt;")
STORY = ["Dam holds", "At least 14 people died.", "Nora Lind was there."]
SPACES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom"'
)
OTHER = "<item><title>Other</title><link>http://a.test/other</link><description>Other text.</description></item>"


def rss(parts: str, title: str = "Dam holds") -> str:
    """Return a feed of RSS 2 with two items."""
    return (
        f'<?xml version="1.0"?><rss version="2.0" {SPACES}><channel><title>Lindwire</title><language>en</language>'
        f"<item><title>{title}</title><link>http://a.test/dam</link><guid>tag:1</guid>"
        f"<pubDate>Tue, 3 Mar 2026</pubDate><dc:creator>Jan Berg</dc:creator>{parts}</item>{OTHER}</channel></rss>"
    )


def atom(parts: str, title: str = "<title>Dam holds</title>") -> str:
    """Return a feed of Atom with one entry."""
    return (
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Lindwire</title><entry>{title}'
        f'<link rel="enclosure" href="http://a.test/x"/><link href="http://a.test/dam"/><id>tag:1</id>'
        f"<published>2026-03-03</published><author><name>Jan Berg</name></author>{parts}</entry></feed>"
    )


XHTML = f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{BODY}</div></content>'
RDF = (
    f'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" {SPACES}>'
    f'<channel><title>Lindwire</title></channel><item rdf:about="a"><title>Dam holds</title><link>http://a.test/dam</link>'
    f"<description>{ESCAPED}</description></item></rdf:RDF>"
)
JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Lindwire",
        "items": [{"id": "tag:1", "url": "http://a.test/dam", "title": "Dam holds", "content_html": BODY}],
    }
)


@pytest.mark.parametrize(
    "feed",
    [
        rss(f"<description>{ESCAPED}</description>"),
        rss(f"<description><![CDATA[{BODY}]]></description>"),
        rss(f"<description>Teaser.</description><content:encoded><![CDATA[{BODY}]]></content:encoded>"),
        rss(f"<content:encoded>{ESCAPED}</content:encoded><description>Teaser.</description>"),
        rss("<description>At least 14 people died.\n\nNora Lind was there.</description>"),
        RDF,
        atom(f'<content type="html">{ESCAPED}</content>'),
        atom(XHTML),
        atom(f"<summary>Teaser.</summary>{XHTML}"),
        atom("<content>At least 14 people died.\n\nNora Lind was there.</content>"),
        JSON_FEED,
    ],
)
def test_the_full_text_of_an_item(feed: str) -> None:
    found = read(feed)
    assert found.format == "feed"
    assert texts(found) == STORY
    assert with_role(found, Role.HEADING) == STORY[:1]
    assert metadata(found)["title"] == "Dam holds"
    assert metadata(found)["url"] == "http://a.test/dam"
    assert metadata(found)["publisher"] == "Lindwire"


def test_metadata_and_other_items() -> None:
    feed = rss(f"<description>Teaser.</description><content:encoded>{ESCAPED}</content:encoded>")
    found = read(feed)
    assert metadata(found) == {
        "title": "Dam holds", "author": "Jan Berg", "published": "Tue, 3 Mar 2026", "url": "http://a.test/dam",
        "language": "en", "publisher": "Lindwire",
    }  # fmt: skip
    assert notes(found) == {Reading.ALTERNATES: 1, Reading.OTHER_ITEMS: 1}
    for name in ("2", "http://a.test/other", "http://a.test/other/"):
        assert texts(item(feed, name)) == ["Other", "Other text."]
    assert texts(item(feed, "tag:1")) == STORY


@pytest.mark.parametrize("before", [True, False])
def test_a_caption_is_no_article(before: bool) -> None:
    photo = '<media:content url="a.jpg"><media:description>The dam.</media:description></media:content>'
    teaser = f"<description>{ESCAPED}</description>"
    found = read(rss(photo + teaser if before else teaser + photo))
    assert texts(found) == [*STORY, "The dam."]
    assert with_role(found, Role.CAPTION) == ["The dam."]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("AT&amp;T 5 &lt; 6", "AT&T 5 < 6"),
        ("AT&amp;amp;T said &amp;#8220;no&amp;#8221;", "AT&T said “no”"),
        ("<![CDATA[AT&amp;T]]>", "AT&T"),
        ("The &lt;em&gt;Solveig&lt;/em&gt; sails", "The Solveig sails"),
        ("If a &lt; b and c &gt; d", "If a < b and c > d"),
    ],
)
def test_titles_are_spelled_once(title: str, expected: str) -> None:
    assert texts(read(rss("<description>x</description>", title)))[0] == expected


def test_titles_of_atom_have_a_type() -> None:
    typed = '<title type="html">AT&amp;amp;T &lt;b&gt;said&lt;/b&gt;</title>'
    assert texts(read(atom(XHTML, typed)))[0] == "AT&T said"
    assert texts(read(atom(XHTML, "<title>Use &lt;b&gt; here</title>")))[0] == "Use <b> here"


def test_description_with_signs_is_plain() -> None:
    assert texts(read(rss("<description>AT&amp;T said 5 &lt; 6</description>")))[1] == "AT&T said 5 < 6"


def test_undeclared_references_and_blank_lines_before_the_declaration() -> None:
    assert texts(read("\n" + rss("<description>14&nbsp;died</description>")))[1] == "14\u00a0died"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("<rss><channel><title>x</title></channel></rss>", "has no item"),
        ("<rss><a/></rss>", "is XML, but no feed: it has no items"),
        ("<rss><channel>", "is not well-formed XML at line 1: no element found; --as text compares it as it is"),
        ('{"version": "https://jsonfeed.org/version/1", "items": 1}', "is JSON, but no feed: it has no items"),
        ("<rss><channel><item></item></channel></rss>", "is a feed whose item has no text"),
    ],
)
def test_what_cannot_be_read_is_said(content: str, reason: str) -> None:
    assert refusal(content) == reason
