"""The metadata of a page: title, author, dates, address and language, by the names of front matter.

{"@type": "NewsArticle", "headline": "Dam holds"}          title   Dam holds
<meta property="article:published_time" content="...">     published
<html lang="pt-BR">                                        language  pt-BR

Each field is taken from the first source that has it: JSON-LD, Open Graph and other <meta>, microdata, elements. It is
no text of the story, which a page's data often lags behind.
"""

from collections.abc import Iterable, Iterator
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

from diffing.model import MetadataField
from diffing.sources.markup.json_ld import Described, described

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_META = {
    "og:title": "title",
    "twitter:title": "title",
    "dc.title": "title",
    "author": "author",
    "article:author": "author",
    "dc.creator": "author",
    "parsely-author": "author",
    "byl": "author",
    "article:published_time": "published",
    "og:published_time": "published",
    "datepublished": "published",
    "publishdate": "published",
    "pubdate": "published",
    "date": "published",
    "dc.date": "published",
    "dc.date.issued": "published",
    "parsely-pub-date": "published",
    "article:modified_time": "modified",
    "og:updated_time": "modified",
    "datemodified": "modified",
    "lastmod": "modified",
    "last-modified": "modified",
    "dc.date.modified": "modified",
    "og:url": "url",
    "language": "language",
    "content-language": "language",
    "og:locale": "language",
    "dc.language": "language",
    "og:site_name": "publisher",
    "publisher": "publisher",
    "dc.publisher": "publisher",
}
_MICRODATA = {
    "headline": "title",
    "author": "author",
    "datepublished": "published",
    "datemodified": "modified",
    "publisher": "publisher",
}
_NAMES = ("title", "author", "published", "modified", "url", "language", "publisher", "version")
# Characters of a value, at most.
_LONGEST = 1_000


class PageData(NamedTuple):
    """The metadata of a page, and the number of words of the article in its data, which is not read."""

    fields: tuple[MetadataField, ...]
    words: int


def page_data(tree: "LexborHTMLParser") -> PageData:
    """Return what a page says of itself."""
    article = described(node.text(deep=True) for node in tree.css('script[type*="ld+json" i]'))
    found: dict[str, str] = {}
    for name, value in _all_values(tree, article):
        value = " ".join(unescape(value).split())[:_LONGEST]
        if value and not (name == "author" and value.startswith(("http:", "https:"))):
            found.setdefault(name, value)
    fields = tuple(MetadataField(name, found[name]) for name in _NAMES if name in found)
    return PageData(fields, article.words)


def _all_values(tree: "LexborHTMLParser", article: Described) -> Iterator[tuple[str, str]]:
    """Yield the values of fields in the order in which they are believed."""
    canonical = tree.css_first('link[rel="canonical" i]')
    if canonical is not None:
        yield "url", canonical.attributes.get("href") or ""
    yield from article.fields
    for node in tree.css("meta[content]"):
        named = (node.attributes.get(key) for key in ("property", "name", "http-equiv", "itemprop"))
        for key in filter(None, named):
            if name := _META.get(key.lower()) or _MICRODATA.get(key.lower()):
                yield name, node.attributes.get("content") or ""
    yield from _microdata(tree.css("[itemprop]"))
    yield from _elements(tree)


def _microdata(nodes: Iterable["LexborNode"]) -> Iterator[tuple[str, str]]:
    seen = set()
    for node in nodes:
        name = _MICRODATA.get((node.attributes.get("itemprop") or "").lower())
        if name is not None and name not in seen and node.tag != "meta":
            seen.add(name)
            inner = node.css_first('[itemprop="name" i]') or node
            dated = inner.attributes.get("datetime") or inner.attributes.get("content")
            yield name, dated or inner.text(deep=True, separator=" ")


def _elements(tree: "LexborHTMLParser") -> Iterator[tuple[str, str]]:
    title = tree.css_first("head title")
    if title is not None:
        yield "title", title.text(deep=True)
    for time in tree.css("time[pubdate], header time[datetime], article time[datetime]")[:1]:
        yield "published", time.attributes.get("datetime") or ""
    root = tree.root
    if root is not None:
        yield "language", root.attributes.get("lang") or root.attributes.get("xml:lang") or ""
