"""Articles that the command line names: files, addresses, or the two wordings of one document.

a.html b.txt                     two files
https://example.org/a b.html     a page from the network, and a file
draft.docx                       its original and its final wording
export.xml --item 7 --item 9     two articles of one file
"""

import argparse
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import NamedTuple

from diffing.errors import ReadError
from diffing.model import Article, Pair, Reading
from diffing.patterns import lazy_pattern
from diffing.sources.plain import Source
from diffing.sources.registry import ReadOptions, Revisions, has_items, source_of

from .read_bytes import contents
from .text_files import options_named

# Addresses that name something of the network or of a program: two letters at least, for 'c:' is a disk.
_OTHER_ADDRESS = lazy_pattern(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_ADDRESS = lazy_pattern(r"https?://", re.IGNORECASE)
_WORDINGS = Revisions.ORIGINAL, Revisions.FINAL

MOST_VERSIONS = 1_000
"""Versions of a story that are read where no number is given."""


def is_address(path: str) -> bool:
    """Return whether a name on the command line is an address of the web and no file."""
    return bool(_ADDRESS.match(path))


class Given(NamedTuple):
    """Two things to compare: two texts or articles, and the bytes of the files that they were read from."""

    sources: Pair[Source]
    contents: Pair[bytes]


def given(options: argparse.Namespace, may_wait: bool = True) -> Given:
    """Return the texts or articles to compare. Without `may_wait`, pipes and devices are refused. Raises ReadError."""
    with _labels_named(options), options_named():
        items = options.item or [None]
        if options.right is None and len(items) == 1:
            return _wordings(options.left, options, may_wait)
        paths = options.left, options.left if options.right is None else options.right
        (left, as_left), (right, as_right) = (content_of(path, options, may_wait) for path in paths)
        as_left, as_right = replace(as_left, item=items[0]), replace(as_right, item=items[-1])
        sources = Pair(source_of(paths[0], left, as_left), source_of(paths[1], right, as_right))
        _check_items(Pair(*paths), sources, items)
        if options.right is None and not options.label:
            sources = Pair(
                *(replace(one, source=f"{paths[0]}, {name}") for one, name in zip(sources, items, strict=True))
            )
        return Given(in_languages(_named(sources, options), options.languages), Pair(left, right))


def _check_items(paths: Pair[str], sources: Pair[Source], items: Sequence[str | None]) -> None:
    """Raise ReadError where `--item` chooses among the articles of a file that has only one.

    One item is for both files, and one of them may have no others.
    """
    single = [not isinstance(one, Article) or not has_items(one.format) for one in sources]
    wrong = single if len(items) > 1 else [all(single)]
    for path, item, is_wrong in zip(paths, items, wrong, strict=False):
        if is_wrong and item not in (None, "1"):
            raise ReadError(path, f"has one article: --item {item} is for a file that has several")


def read_named(path: str, options: argparse.Namespace, may_wait: bool = True) -> Source:
    """Return the text or article of one file or address. Raises ReadError."""
    with options_named():
        content, how = content_of(path, options, may_wait)
        return source_of(path, content, how)


def names_of(options: argparse.Namespace) -> Pair[str]:
    """Return the names of both articles in titles: those of --label, or the files' own; one label is for both."""
    labels = options.label or [options.left, options.left if options.right is None else options.right]
    return Pair(labels[0], labels[-1])


def read_options(options: argparse.Namespace) -> ReadOptions:
    """Return how the options of the command line want files read."""
    revisions = Revisions(options.revisions) if options.revisions else Revisions.FINAL
    return ReadOptions(options.encoding, options.format_in, revisions, options.item[0] if options.item else None)


def _wordings(path: str, options: argparse.Namespace, may_wait: bool) -> Given:
    """Return the original and the final wording of a document. Raises ReadError where it has no tracked changes."""
    content, how = content_of(path, options, may_wait)
    original, final = (source_of(path, content, replace(how, revisions=wording)) for wording in _WORDINGS)
    if (
        not isinstance(original, Article)
        or not isinstance(final, Article)
        or not _noted(final, Reading.TRACKED_CHANGES)
    ):
        if isinstance(final, Article) and _noted(final, Reading.OTHER_ITEMS):
            raise ReadError(path, "has several articles: --item N --item M compares two of them")
        raise ReadError(path, "has no tracked changes; a second file to compare it with is missing")
    names = names_of(options)
    sources: Pair[Source] = Pair(
        replace(original, source=f"{names.left}, original"), replace(final, source=f"{names.right}, final")
    )
    return Given(sources, Pair(content, content))


def _named(sources: Pair[Source], options: argparse.Namespace) -> Pair[Source]:
    """Return the sources with the names of --label, if there are any."""
    if not options.label:
        return sources
    left, right = (replace(source, source=name) for source, name in zip(sources, names_of(options), strict=True))
    return Pair(left, right)


def in_languages(sources: Pair[Source], languages: tuple[str, str] | None) -> Pair[Source]:
    """Return the sources with the languages that --languages names, if it does."""
    if languages is None:
        return sources
    left, right = (replace(source, language=code) for source, code in zip(sources, languages, strict=True))
    return Pair(left, right)


@contextmanager
def _labels_named(options: argparse.Namespace) -> Iterator[None]:
    """Name the article by its label in an error: the file may be a temporary one."""
    try:
        yield
    except ReadError as error:
        if not options.label or error.path not in (options.left, options.right):
            raise
        names = names_of(options)
        raise ReadError(names.left if error.path == options.left else names.right, error.reason) from None


def _noted(article: Article, what: Reading) -> bool:
    return any(note.what is what for note in article.notes)


def content_of(path: str, options: argparse.Namespace, may_wait: bool = True) -> tuple[bytes, ReadOptions]:
    """Return the bytes at a path or address, and how to read them."""
    how = read_options(options)
    if _OTHER_ADDRESS.match(path) and not is_address(path) and not os.path.lexists(path):
        raise ReadError(
            path, "is no address that newsdiff fetches: only http:// and https:// are; a file is named by its path"
        )
    if not is_address(path):
        return contents(path, options.max_bytes, may_wait), how
    if options.offline:
        raise ReadError(path, "is on the network, and --offline forbids to fetch it")
    from .fetch import fetched  # files need no network

    content, encoding = fetched(path, options.max_bytes)
    return content, replace(how, declared=encoding)
