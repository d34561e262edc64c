"""Helpers for tests of readers: a made file in, what a reader sees out."""

import pytest

from diffing.errors import ReadError
from diffing.model import Article, Reading, Role
from diffing.sources.registry import DEFAULT_OPTIONS, ReadOptions, source_of


def read(content: bytes | str, options: ReadOptions = DEFAULT_OPTIONS) -> Article:
    """Return the article of a file that a reader recognises."""
    found = source_of("file", content.encode() if isinstance(content, str) else content, options)
    assert isinstance(found, Article), "the file was taken for plain text"
    return found


def item(content: bytes | str, name: str | None) -> Article:
    """Return one of several articles in a file."""
    return read(content, ReadOptions(item=name))


def texts(article: Article) -> list[str]:
    """Return the paragraphs of an article as texts."""
    return [paragraph.text for paragraph in article.paragraphs]


def with_role(article: Article, role: Role) -> list[str]:
    """Return the texts of the paragraphs of one role."""
    return [paragraph.text for paragraph in article.paragraphs if paragraph.role is role]


def metadata(article: Article) -> dict[str, str]:
    """Return the metadata of an article by name."""
    return dict(article.metadata)


def notes(article: Article) -> dict[Reading, int]:
    """Return what the reader did, and how often."""
    return {note.what: note.count for note in article.notes}


def refusal(content: bytes | str, options: ReadOptions = DEFAULT_OPTIONS) -> str:
    """Return the reason for which a file is not read."""
    with pytest.raises(ReadError) as error:
        source_of("file", content.encode() if isinstance(content, str) else content, options)
    return error.value.reason
