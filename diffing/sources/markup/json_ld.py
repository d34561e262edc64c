"""The article that the data of a page describes, in JSON-LD with the words of schema.org.

{"@graph": [{"@type": "WebSite"}, {"@type": "NewsArticle", "headline": "Dam holds", "articleBody": "The dam ..."}]}
      title: Dam holds, and the number of words of an article that is not read
"""

import json
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

_FIELDS = {
    "headline": "title",
    "name": "title",
    "author": "author",
    "creator": "author",
    "datePublished": "published",
    "dateModified": "modified",
    "url": "url",
    "inLanguage": "language",
    "publisher": "publisher",
    "version": "version",
}
_TYPE = re.compile(r"(?:.*Article|BlogPosting|LiveBlogPosting|Report|SocialMediaPosting)")
_WORD = re.compile(r"\w+")
# Characters of the data of a page, and objects in it, that are read.
_LONGEST = 4_000_000
_MOST = 1_000


class Described(NamedTuple):
    """The fields of an article by their plain names, and the number of words in its body."""

    fields: tuple[tuple[str, str], ...] = ()
    words: int = 0


def described(texts: Iterable[str]) -> Described:
    """Return the first article that the data of a page describes; what is no JSON is passed over."""
    for text in texts:
        for found in _articles(_parsed(text)):
            body = found.get("articleBody")
            words = sum(1 for _ in _WORD.finditer(body)) if isinstance(body, str) else 0
            fields = ((name, _value(found.get(key))) for key, name in _FIELDS.items())
            return Described(tuple((name, value) for name, value in fields if value), words)
    return Described()


def _parsed(text: str) -> object:
    if len(text) > _LONGEST:
        return None
    try:
        # Data within comments, as old pages have it.
        return json.loads(text.strip().removeprefix("<!--").removesuffix("-->"), strict=False)
    except (ValueError, RecursionError):
        return None


def _articles(data: object) -> Iterator[dict[str, object]]:
    """Yield the objects that are articles: the whole, those in its lists, and what the page is mainly about."""
    waiting = [data]
    for _ in range(_MOST):
        if not waiting:
            return
        one = waiting.pop()
        if isinstance(one, list):
            waiting += reversed(one)
        elif isinstance(one, dict):
            kinds = one.get("@type")
            if any(isinstance(kind, str) and _TYPE.fullmatch(kind) for kind in _listed(kinds)):
                yield one
            waiting += [one[key] for key in ("mainEntity", "@graph") if key in one]


def _value(value: object) -> str:
    """Return a value in words: the names of persons, with commas between them."""
    names = []
    for one in _listed(value):
        if isinstance(one, dict):
            one = one.get("name")
        if isinstance(one, str) and one:
            names.append(one)
    return ", ".join(names)


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]
