"""The versions of a story from what was given: neighbours with equal texts are one version with several origins.

a.txt "Rain."   b.txt "Rain."   c.txt "Sun."      ->   version 1 of a.txt and b.txt, version 2 of c.txt

The module loads nothing that compares: a screen that only shows steps needs no more.
"""

from collections.abc import Iterable

from diffing.history.model import Origin, Version
from diffing.model import Article
from diffing.sources.plain import Source, article


def one_version_each(articles: Iterable[Source | str | Version]) -> tuple[Version, ...]:
    """Return the versions of some articles in order, where neighbours with equal texts are one version."""
    found: list[Version] = []
    for number, given in enumerate(articles, start=1):
        version = given if isinstance(given, Version) else _version(given, f"version {number}")
        if found and _is_equal(found[-1].article, version.article):
            found[-1] = Version(found[-1].article, (*found[-1].origins, *version.origins))
        else:
            found.append(version)
    return tuple(found)


def _version(source: Source | str, name: str) -> Version:
    own = article(source, name)
    return Version(own, (Origin(own.source),))


def _is_equal(one: Article, other: Article) -> bool:
    """Return whether two articles have equal paragraphs and metadata, wherever they come from."""
    texts = [(paragraph.text, paragraph.breaks) for paragraph in one.paragraphs]
    return texts == [(paragraph.text, paragraph.breaks) for paragraph in other.paragraphs] and sorted(
        one.metadata
    ) == sorted(other.metadata)
