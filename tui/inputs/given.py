"""Articles that the command line names: files, addresses, or the two wordings of one document.

a.html b.txt                     two files
https://example.org/a b.html     a page from the network, and a file
draft.docx                       its original and its final wording
"""

import argparse
import re
from dataclasses import replace

from diffing.errors import ReadError
from diffing.model import Article, Pair, Reading
from diffing.patterns import lazy_pattern
from diffing.sources.plain import Source
from diffing.sources.registry import ReadOptions, Revisions, source_of

from .read_bytes import contents
from .text_files import options_named

_ADDRESS = lazy_pattern(r"https?://", re.IGNORECASE)
_WORDINGS = Revisions.ORIGINAL, Revisions.FINAL


def is_address(path: str) -> bool:
    """Return whether a name on the command line is an address of the web and no file."""
    return bool(_ADDRESS.match(path))


def given(options: argparse.Namespace, may_wait: bool = True) -> Pair[Source]:
    """Return the texts or articles to compare. Without `may_wait`, pipes and devices are refused. Raises ReadError."""
    with options_named():
        if options.right is None:
            return _wordings(options.left, options, may_wait)
        return Pair(options.left, options.right).map(lambda path: source_of(path, *_content(path, options, may_wait)))


def read_options(options: argparse.Namespace) -> ReadOptions:
    """Return how the options of the command line want files read."""
    revisions = Revisions(options.revisions) if options.revisions else Revisions.FINAL
    return ReadOptions(options.encoding, options.format_in, revisions, options.item)


def _wordings(path: str, options: argparse.Namespace, may_wait: bool) -> Pair[Source]:
    """Return the original and the final wording of a document. Raises ReadError where it has no tracked changes."""
    content, how = _content(path, options, may_wait)
    original, final = (source_of(path, content, replace(how, revisions=wording)) for wording in _WORDINGS)
    if not isinstance(original, Article) or not isinstance(final, Article) or not _has_tracked_changes(final):
        raise ReadError(path, "has no tracked changes; a second file to compare it with is missing")
    return Pair(replace(original, source=f"{path}, original"), replace(final, source=f"{path}, final"))


def _has_tracked_changes(article: Article) -> bool:
    return any(note.what is Reading.TRACKED_CHANGES for note in article.notes)


def _content(path: str, options: argparse.Namespace, may_wait: bool) -> tuple[bytes, ReadOptions]:
    """Return the bytes at a path or address, and how to read them."""
    how = read_options(options)
    if not is_address(path):
        return contents(path, options.max_bytes, may_wait), how
    if options.offline:
        raise ReadError(path, "is on the network, and --offline forbids to fetch it")
    from .fetch import fetched  # files need no network

    content, encoding = fetched(path, options.max_bytes)
    return content, replace(how, declared=encoding)
