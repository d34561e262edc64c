"""File formats: which reader a file needs, by its content, and the article that the reader makes of it.

    %PDF-1.7 ...                  pdf: 1.0      read by readers/pdf.py
    <!doctype html><title>...     html: .9      read by readers/web_page.py
    The dam holds, says ...       no reader     plain text

A reader is a module in diffing/sources/readers with a `READER`; other distributions add theirs by an entry point of the
group `newsdiff.readers`, which are asked where no own reader is sure. No reader is loaded for what is plainly text.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property
from importlib import import_module

from diffing.errors import ReadError
from diffing.patterns import lazy_pattern
from diffing.sources.documents import Document, article_of
from diffing.sources.limits import AS_IT_IS, MalformedError, UnreadableError
from diffing.sources.plain import Source, decode, is_wide

PLAIN = "text"
"""The name of plain text, which needs no reader."""

ARCHIVE = b"PK\x03\x04"
"""The first bytes of a ZIP archive."""

ENTRY_POINTS = "newsdiff.readers"
"""The group of entry points by which other distributions add readers."""

# Bytes of a file that are searched for signs of a format.
_BEGINNING = 65_536
# How sure a reader has to be of a file.
_SURE = 0.5
# What the first bytes of a file or a sign in its beginning must have, or it is plain text: a tag or other bracket, a
# signature, the header of a mail, the times of a transcript; marks of Markdown, CriticMarkup or a wiki.
_MAY_BE_DOCUMENT = lazy_pattern(
    rb"""\A(?:\xef\xbb\xbf)?\s*(?:
          [<\[{%] | PK\x03\x04 | \x1f\x8b | \xd0\xcf\x11\xe0 | WARC/ | WEBVTT | \d+\s+\d\d:\d\d:\d\d
        | [A-Za-z][A-Za-z-]{1,40}:\x20? | From\x20 )
      | \0
      | (?:^|\n)[ ]{0,3}(?:\#{1,6}[ ]|[*+-][ ]|={2,6}[^=\n]|>[ ]?|```|:::|\||[=-]{3,}[ \t]*\r?\n|\d+[.)][ ])
      | [-:][ ]?\|[ ]?[-:]
      | [*_]{2}\S | ~~ | \]\( | \[\[ | \{\{ | \{(?:--|\+\+|~~|==|>>) | \]\[ | \[\^ | '{2}\S | </[a-zA-Z]
    """,
    re.VERBOSE,
)

# What the beginning of a file may have that is no text: a signature, a NUL byte, JSON.
_MAY_BE_NO_TEXT = re.compile(rb"\s*[{\[]|[\x80-\xff\0-\x08\x1a\x1f]|PK|BZh|7z|Rar!|[^\0]{1,300}\0")


class Revisions(StrEnum):
    """Which wording of a document with tracked changes is read."""

    FINAL = "final"
    ORIGINAL = "original"


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """The way files are read.

    `encoding` is the name of a character encoding, None to detect it; `format` the name of a reader or of plain text,
    None to recognise it. `declared` is the encoding that the sender of the file named, which evidence in the content
    overrules. `item` chooses one of several articles in a file, by its number from 1 or by its address.
    """

    encoding: str | None = None
    format: str | None = None
    revisions: Revisions = Revisions.FINAL
    item: str | None = None
    declared: str | None = None


DEFAULT_OPTIONS = ReadOptions()


class Sample:
    """The content of a file as recognisers see it."""

    def __init__(self, content: bytes) -> None:
        self.content = content

    @cached_property
    def text(self) -> str:
        """The beginning of the content as text; '' where it is none."""
        beginning = self.content[:_BEGINNING]
        if is_wide(beginning):
            return beginning.decode("utf-16", errors="replace")
        if b"\0" in beginning:
            return ""
        return beginning.decode("utf-8", errors="replace").removeprefix("\ufeff")

    @cached_property
    def members(self) -> frozenset[str]:
        """The names of the files in a ZIP archive; empty where the content is none."""
        from diffing.sources.archive import member_names

        return member_names(self.content)


@dataclass(frozen=True, slots=True)
class Reader:
    """A reader of one file format.

    `name` is that of `--as` and of the JSON. `recognise` returns how sure it is (0..1) that a file has its format, and
    has to be quick. `read` raises UnreadableError. `has_items` is true if a file can have several articles.
    """

    name: str
    recognise: Callable[[Sample], float]
    read: Callable[[bytes, ReadOptions], Document]
    has_items: bool = False


def source_of(path: str, content: bytes, options: ReadOptions = DEFAULT_OPTIONS) -> Source:
    """Return the text or the article that the bytes of a file hold. Raises ReadError with the path and a reason."""
    reader = _reader_for(path, content, options)
    if reader is None:
        if options.format is None and _MAY_BE_NO_TEXT.match(content):
            from diffing.sources.kinds import reason_against

            if reason := reason_against(content):
                raise ReadError(path, reason)
        return decode(path, content, options.encoding, options.declared)
    try:
        return article_of(path, reader.name, reader.read(content, options))
    except UnreadableError as error:
        can_be_text = isinstance(error, MalformedError) and not content.startswith(ARCHIVE)
        raise ReadError(path, f"{error.reason}; {AS_IT_IS}" if can_be_text else error.reason) from None


def has_items(name: str) -> bool:
    """Return whether a file of that format can have several articles."""
    return name != PLAIN and any(reader.has_items for reader in _readers() if reader.name == name)


def format_names() -> tuple[str, ...]:
    """Return the names of all formats in alphabetical order, plain text first."""
    return (PLAIN, *sorted(reader.name for reader in _readers()))


def _reader_for(path: str, content: bytes, options: ReadOptions) -> Reader | None:
    """Return the reader that is named or recognised; None for plain text."""
    if options.format == PLAIN:
        return None
    if options.format is not None:
        for reader in _readers():
            if reader.name == options.format:
                return reader
        raise ReadError(path, f"no format is called {options.format!r}")
    sample = Sample(content)
    beginning = sample.text.encode() if is_wide(content) else content[:_BEGINNING]
    if not _MAY_BE_DOCUMENT.search(beginning):
        return None
    for readers in (_own_readers, _other_readers):
        found = [(reader.recognise(sample), reader.name, reader) for reader in readers()]
        sure, _, best = max(found, default=(0.0, "", None))
        if sure >= _SURE:
            return best
    return None


def _readers() -> tuple[Reader, ...]:
    """Return all readers."""
    return (*_own_readers(), *_other_readers())


@cache
def _own_readers() -> tuple[Reader, ...]:
    """Return newsdiff's own readers, loaded at first use."""
    import pkgutil  # plain text needs no readers

    from diffing.sources import readers

    modules = pkgutil.iter_modules(readers.__path__)
    return tuple(import_module(f"{readers.__name__}.{module.name}").READER for module in modules)


@cache
def _other_readers() -> tuple[Reader, ...]:
    """Return the readers of other distributions, loaded at first use. To look for them takes long."""
    from importlib.metadata import entry_points

    return tuple(point.load() for point in sorted(entry_points(group=ENTRY_POINTS), key=lambda point: point.name))


def decoded_text(content: bytes, options: ReadOptions, declared: str | None = None) -> tuple[str, str]:
    """Return a text format's content as text, and the name of its encoding.

    The user's encoding decides, then what its sender named, then what the content itself `declared`; see `decode`.
    NUL characters are dropped. Raises UnreadableError.
    """
    usable = content if is_wide(content) else content.replace(b"\0", b"")
    try:
        found = decode("", usable, options.encoding, options.declared or declared)
    except ReadError as error:
        raise UnreadableError(error.reason) from None
    return found.text, found.encoding
