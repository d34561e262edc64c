"""Web pages: what is one, in which encoding it is, and what it says of itself."""

import json

import pytest

from diffing.errors import ReadError
from diffing.model import Article, Reading, Role
from diffing.sources.plain import article
from diffing.sources.registry import ReadOptions, source_of

STORY = "The ferry between Orvik and Lund stays in port until the storm is over, its owner says."


def _read(markup: str | bytes, options: ReadOptions | None = None) -> Article:
    content = markup if isinstance(markup, bytes) else markup.encode()
    return article(source_of("a", content, options or ReadOptions()))


@pytest.mark.parametrize(
    "markup",
    [
        f"<!DOCTYPE html><title>Ferry</title><p>{STORY}",
        f"\ufeff\n<!-- saved from url=(0021)https://orvik.example/ -->\n<html><body>{STORY}</body></html>",
        f'<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" "x"><html><p>{STORY}</p></html>',
        f"<html amp4ads><head></head><body><p>{STORY}</p></body></html>",
        f"<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n--><meta charset=utf-8><p>{STORY}",
        f"<p>{STORY}</p>",
        f"<h1>Ferry stays</h1>\n<p>{STORY}</p>",
        f"<HTML><BODY><P>{STORY}</P></BODY></HTML>",
        f"Notice: unset in line 3\n<html><head></head><body><p>{STORY}</body></html>",
        f"Ferry stays\n<p>{STORY}</p>\n<p>One.</p>\n<p>Two.</p>",
        f"<div>\n{STORY}\n</div>",
    ],
)
def test_a_page_is_recognised(markup: str) -> None:
    found = _read(markup)
    assert found.format == "html"
    assert any(paragraph.text == STORY for paragraph in found.paragraphs)


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        "A <p> begins a paragraph in HTML, and </p> ends it.",
        "<p> is what begins a paragraph. Few know that it needs no end.",
        "<Applause.> The minister left.\n\nHe did not come back. </Applause>",
        "Prices < 5 euros and > 3 were seen.\n\nThe tag </div> was left on the wall </div> again </div>.\n\nSo.\n\nOn.",
    ],
)
def test_a_text_that_speaks_of_tags_is_no_page(text: str) -> None:
    assert _read(text).format == "text"


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        ("<meta charset=utf-8><p>Fähre</p>".encode(), "utf-8"),
        ("<meta charset=iso-8859-1><p>Fähre</p>".encode(), "utf-8"),
        ("<meta charset='iso-8859-1'><p>Fähre – “ja”</p>".encode("cp1252"), "windows-1252"),
        (
            '<meta http-equiv="Content-Type" content="text/html; charset=koi8-r"><p>Паром Fähre</p>'.replace(
                "ä", "a"
            ).encode("koi8-r"),
            "koi8-r",
        ),
        ('<?xml version="1.0" encoding="shift_jis"?><html><p>渡し船</p></html>'.encode("cp932"), "cp932"),
        ("<html><p>Fähre</p></html>".encode("utf-16"), "utf-16-le"),
        ("<meta charset=utf-16><p>Fähre</p>".encode(), "utf-8"),
        ("<meta charset=nonsense><p>Fähre und Brücke für alle</p>".encode("cp1252"), "windows-1252"),
    ],
)
def test_the_encoding_is_that_of_the_bytes_then_of_the_page(content: bytes, encoding: str) -> None:
    found = _read(content)
    assert found.encoding.lower() == encoding
    assert "\ufffd" not in found.paragraphs[0].text
    assert found.paragraphs[0].text[0] in "FП渡"


@pytest.mark.parametrize(
    "markup",
    [
        f'<?xml version="1.0"?><html><title/><script src="x"/><a id="p1"/><p>{STORY}</p></html>',
        f'<?xml version="1.0"?><html><body><p><![CDATA[{STORY}]]></p><div/></body></html>',
        f"<html><body style='display:none'><p>{STORY}</p></body></html>",
    ],
    ids=["empty elements", "cdata", "shown by a script"],
)
def test_no_word_is_lost(markup: str) -> None:
    assert [(one.text, one.role) for one in _read(markup).paragraphs] == [(STORY, Role.TEXT)]


def test_what_an_archive_puts_on_a_page_is_cut() -> None:
    bar = "<!-- BEGIN WAYBACK TOOLBAR INSERT --><div id=x>12 captures</div><!-- END WAYBACK TOOLBAR INSERT -->"
    assert [one.text for one in _read(f"<html><body>{bar}<p>{STORY}</p></body></html>").paragraphs] == [STORY]
    base = "<div id=wm-ipp-base><p>12 captures</p></div>"
    assert [one.text for one in _read(f"<html><body>{base}<p>{STORY}</p></body></html>").paragraphs] == [STORY]


def test_a_page_without_words_says_what_to_do() -> None:
    with pytest.raises(ReadError, match="web page without words"):
        _read("<!doctype html><title>Orvik Post</title><div id=root></div><script>render()</script>")


def _ld(**fields: object) -> str:
    data = {"@type": "NewsArticle", **fields}
    return f'<script type="application/ld+json">{json.dumps({"@graph": [{"@type": "WebSite"}, data]})}</script>'


@pytest.mark.parametrize(
    ("head", "fields"),
    [
        (
            _ld(
                headline="Ferry &amp; storm",
                author=[{"@type": "Person", "name": "Nora Lind"}, {"name": "Ole Rand"}],
                datePublished="2026-02-03T08:00:00Z",
                dateModified="2026-02-17",
                inLanguage="en",
                publisher={"name": "Orvik Post"},
            )
            + "<title>Ferry | Orvik Post</title>",
            {
                "title": "Ferry & storm",
                "author": "Nora Lind, Ole Rand",
                "published": "2026-02-03T08:00:00Z",
                "modified": "2026-02-17",
                "language": "en",
                "publisher": "Orvik Post",
            },
        ),
        (
            "<title>T</title><meta property=og:title content='Ferry  stays'><meta name=author content='Nora Lind'>"
            "<meta property=article:published_time content=2026-02-03><link rel=canonical href=https://o.example/f>",
            {"title": "Ferry stays", "author": "Nora Lind", "published": "2026-02-03", "url": "https://o.example/f"},
        ),
        (
            "<body><h1 itemprop=headline>Ferry stays</h1><span itemprop=author><b itemprop=name>Nora Lind</b></span>"
            "<time itemprop=datePublished datetime=2026-02-03>3 Feb</time>",
            {"title": "Ferry stays", "author": "Nora Lind", "published": "2026-02-03"},
        ),
        (
            "<title>Ferry stays</title><body><article><time datetime=2026-02-03>3 Feb</time></article>",
            {"title": "Ferry stays", "published": "2026-02-03"},
        ),
        ("<meta property=article:author content=https://social.example/orvik><title>F</title>", {"title": "F"}),
        ('<script type="application/ld+json">{"@type": "NewsArticle", "headline": </script>', {}),
        (f'<script type="application/ld+json">{"[" * 100_000}</script>', {}),
        ('<script type="application/ld+json">[1, null, {"@type": 5}, {"@graph": "x"}]</script>', {}),
    ],
)
def test_a_page_says_of_itself(head: str, fields: dict[str, str]) -> None:
    found = _read(f"<!doctype html><head>{head}<p>{STORY}</p>")
    assert dict(found.metadata) == fields
    assert found.paragraphs[-1].text == STORY


def test_the_language_is_that_of_the_page() -> None:
    assert ("language", "pt-BR") in _read(f'<html lang="pt-BR"><p>{STORY}').metadata


@pytest.mark.parametrize(("count", "is_said"), [(20, True), (1, False)])
def test_an_article_in_the_data_of_a_page_is_said_and_never_read(count: int, is_said: bool) -> None:
    data = _ld(articleBody=" ".join(["Twelve died, an older version says, in all the valleys around."] * count))
    found = _read(f"<!doctype html>{data}<article><p>{STORY}</p><p>Subscribe to read on.</p></article>")
    assert not any("Twelve" in paragraph.text for paragraph in found.paragraphs)
    assert any(note.what is Reading.ALTERNATES for note in found.notes) == is_said


def test_a_page_keeps_the_roles_of_its_paragraphs() -> None:
    found = _read(f"<html><nav><a>World</a></nav><main><h1>Ferry stays</h1><p>{STORY}</p></main></html>")
    assert [one.role for one in found.paragraphs] == [Role.MENU, Role.HEADING, Role.TEXT]
