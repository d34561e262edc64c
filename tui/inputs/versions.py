"""The versions of a story that the command line names: files, a folder of snapshots, or a file in git.

v1.html v2.html v3.html        files, the oldest first
--versions snapshots/          the files of a folder, by name (2.txt before 10.txt) or by the dates inside them
--versions export.xml          the revisions of a page in an export of a wiki, or the captures of one in a web archive
--history story.txt            the versions of a file in git, through its renames

A version that cannot be read is named and left out.
"""

import argparse
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from diffing.errors import ReadError, TooLargeError
from diffing.history.model import Origin, Version
from diffing.model import Article, Reading
from diffing.patterns import lazy_pattern
from diffing.sources.plain import Source, article
from diffing.sources.registry import source_of

from .git_history import FileVersion, StoryInCommon, file_history
from .given import MOST_VERSIONS, content_of, read_named, read_options
from .sidecar_path import is_no_article
from .text_files import options_named

# Names of metadata that say when a version was made, the surest first.
_DATES = ("modified", "archived", "lastmod", "updated", "published", "date")
_NUMBER = lazy_pattern(r"(\d+)")
_DAY = lazy_pattern(r"\d{4}-\d\d-\d\d")
# Articles in one file that are looked through; each is found by reading the file again.
_MOST_ITEMS = 300
_DIGITS = 9
# Characters of the name of a commit that are shown.
_SHORT = 9


class Found(NamedTuple):
    """Versions that were read, the oldest first; the errors of those that could not be; and remarks."""

    versions: Sequence[Version]
    faults: Sequence[ReadError]
    remarks: Sequence[str] = ()


def found_versions(options: argparse.Namespace, same_story: Callable[[Source, Source], float]) -> Found:
    """Return the versions that the options name. Raises ReadError where not a single one can be read.

    `same_story` returns how much of a story two texts have in common, 0 for nothing.
    """
    if options.history is not None:
        return _with_any(_in_git(options, same_story), options.history)
    if options.versions is not None and os.path.isfile(options.versions):
        return _with_any(_of_items(options.versions, options), options.versions)
    if options.versions is not None:
        return _with_any(_in_order(_of_files(_snapshots(options.versions), options), options), options.versions)
    return _with_any(_of_files((options.left, options.right, *options.more), options), options.left)


def _with_any(found: Found, name: str) -> Found:
    if found.versions:
        return found
    raise found.faults[0] if found.faults else ReadError(name, "has no versions")


def _snapshots(folder: str) -> Sequence[str]:
    """Return the articles of a folder in the order of their names; hidden files, reviews and folders are left out."""
    try:
        with os.scandir(folder) as entries:
            names = [entry.name for entry in entries if entry.is_file() and not is_no_article(entry.name)]
    except OSError as error:
        raise ReadError(folder, f"is no folder that can be read: {error.strerror}") from None
    if not names:
        raise ReadError(folder, "has no files")
    return [os.path.join(folder, name) for name in sorted(names, key=_by_numbers)]


def _by_numbers(name: str) -> tuple[tuple[int, int, str], ...]:
    """Return the sort key of a name, in which 2 comes before 10."""
    parts = _NUMBER.split(name)
    return tuple((0, int(part), part) if part.isdecimal() else (1, 0, part) for part in parts)


def _of_files(paths: Iterable[str], options: argparse.Namespace) -> Found:
    versions: list[Version] = []
    faults: list[ReadError] = []
    for path in paths:
        try:
            own = article(read_named(path, options), path)
        except ReadError as error:
            faults.append(error)
            continue
        versions.append(Version(own, (Origin(path, _date(own), path=path),)))
    return Found(versions, faults)


def _of_items(path: str, options: argparse.Namespace) -> Found:
    """Return the versions of one page in a file of several articles, by their dates: revisions, captures.

    It is the page that the file is read as without a number: the first one, or that of `--item ADDRESS`.
    """
    content, how = content_of(path, options)
    with options_named():
        chosen = article(source_of(path, content, how), path)
        count = 1 + sum(note.count for note in chosen.notes if note.what is Reading.OTHER_ITEMS)
    if count == 1:
        raise ReadError(path, "has one article: --versions takes a folder, or a file with several versions of a page")
    versions: list[Version] = []
    faults: list[ReadError] = []
    for number in range(1, min(count, _MOST_ITEMS) + 1):
        name = f"{path}, {number}"
        try:
            # With zeros before it, the number is never the number that a revision has of its own.
            own = article(source_of(name, content, replace(how, item=f"{number:0{_DIGITS}}")), name)
        except ReadError as error:
            faults.append(error)
            continue
        if _page(own) == _page(chosen):
            versions.append(Version(replace(own, source=name), (Origin(name, _date(own), _field(own, "author")),)))
    dated, undated = _by_date(versions)
    cut = [f"only the first {_MOST_ITEMS} of {count} articles in {path} are read"] if count > _MOST_ITEMS else []
    return Found(versions if undated else dated, faults, cut)


def _page(own: Article) -> str:
    """Return what names the page that an article is a version of: its address, or its title."""
    return _field(own, "url") or _field(own, "title")


def _field(own: Article, name: str) -> str:
    return next((field.value for field in own.metadata if field.name == name), "")


def _in_order(found: Found, options: argparse.Namespace) -> Found:
    """Return the versions in the order of --order; by date, those without one are left out."""
    if options.order != "date":
        return found
    dated, undated = _by_date(found.versions)
    faults = [ReadError(one.label, "has no date inside: --order date cannot place it") for one in undated]
    return Found(dated, [*found.faults, *faults])


def _by_date(versions: Sequence[Version]) -> tuple[list[Version], list[Version]]:
    """Return the versions with a date in the order of these, and those without one."""
    moments = [_moment(version.origins[0].date) for version in versions]
    dated = sorted((moment, at) for at, moment in enumerate(moments) if moment is not None)
    undated = [version for version, moment in zip(versions, moments, strict=True) if moment is None]
    return [versions[at] for _, at in dated], undated


def _date(own: Article) -> str:
    """Return the date of a version by its metadata, in ISO 8601 or as it is written; '' for none."""
    values = {field.name.lower(): field.value for field in reversed(own.metadata)}
    return next((values[name] for name in _DATES if values.get(name)), "")


def _moment(date: str) -> datetime | None:
    """Return the moment that a date names; one without a zone is of Greenwich."""
    try:
        found = datetime.fromisoformat(date)
    except ValueError:
        try:
            found = parsedate_to_datetime(date)
        except ValueError:
            return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _in_git(options: argparse.Namespace, same_story: Callable[[Source, Source], float]) -> Found:
    """Return the versions of a file in git."""
    how = read_options(options)

    def in_common(one: bytes, other: bytes) -> float:
        try:
            return same_story(source_of(options.history, one, how), source_of(options.history, other, how))
        except ReadError:
            return 0.0

    story_in_common: StoryInCommon = in_common
    most = MOST_VERSIONS if options.max is None else options.max
    found = file_history(
        options.history,
        story_in_common,
        since=options.since,
        most=most,
        max_bytes=options.max_bytes,
        earlier=options.was or (),
    )
    versions: list[Version] = []
    faults: list[ReadError] = []
    for one in found.versions:
        name = f"{one.path} ({one.commit.name[:_SHORT]}, {_day(one.commit.date)})"
        try:
            versions.append(_git_version(one, name, options))
        except ReadError as error:
            faults.append(error)
    return Found(versions, faults, found.remarks)


def _git_version(one: FileVersion, name: str, options: argparse.Namespace) -> Version:
    if one.fault:
        raise ReadError(name, one.fault)
    with options_named():
        if len(one.content) > options.max_bytes:
            raise TooLargeError(name, options.max_bytes)
        own = article(source_of(name, one.content, read_options(options)), name)
    commit = one.commit
    origin = Origin(commit.name[:_SHORT], commit.date, commit.author, commit.name, one.path)
    return Version(replace(own, source=name), (origin,))


def _day(date: str) -> str:
    found = _DAY.match(date)
    return found[0] if found else date


def described(found: Found) -> Iterator[str]:
    """Yield what to say of the versions on standard error: remarks, and what was left out."""
    yield from found.remarks
    for fault in found.faults:
        yield f"{fault}; left out"
