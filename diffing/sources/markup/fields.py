"""Metadata of documents, and the choice of one of several articles in a file.

fields(title="Dam holds", author="", version=2)     ->   title: Dam holds, version: 2
chosen(["a.test/1", "a.test/2"], "2")               ->   1
"""

from collections.abc import Iterable, Sequence

from diffing.model import MetadataField, Reading, ReadingNote
from diffing.sources.limits import UnreadableError


def fields(**values: object) -> tuple[MetadataField, ...]:
    """Return the metadata fields of those names, without those that are empty or no text or number."""
    return tuple(
        MetadataField(name, str(value).strip())
        for name, value in values.items()
        if isinstance(value, str | int | float) and not isinstance(value, bool) and str(value).strip()
    )


def joined(parts: Iterable[object], between: str = "; ") -> str:
    """Return those parts that are texts and not empty, each once, with `between` them."""
    return between.join(dict.fromkeys(part.strip() for part in parts if isinstance(part, str) and part.strip()))


def withdrawn(status: str) -> str:
    """Return what an agency says of an item that is not to be printed: 'canceled', 'stat:withheld'; else ''."""
    return "" if status.lower().rpartition(":")[2] in ("", "usable") else status


def chosen(addresses: Sequence[Iterable[str]], item: str | None, what: str = "article") -> int:
    """Return the index of the article that `item` names by its number from 1, or by one of its addresses.

    None is the first. Raises UnreadableError where there is no such article.
    """
    if not addresses:
        raise UnreadableError(f"has no {what}")
    if item is None:
        return 0
    wanted = item.strip()
    for index, own in enumerate(addresses):
        if wanted in own:
            return index
    if wanted.isdecimal() and len(wanted) < 10 and 1 <= int(wanted) <= len(addresses):
        return int(wanted) - 1
    number = f"{len(addresses)} {what}s" if len(addresses) != 1 else f"1 {what}"
    raise UnreadableError(f"has {number}, and none is {item!r}: --item takes a number from 1 or an address")


def others(count: int) -> tuple[ReadingNote, ...]:
    """Return the note that a file of `count` articles has others than the one that is read."""
    return counted(Reading.OTHER_ITEMS, count - 1)


def counted(what: Reading, count: int) -> tuple[ReadingNote, ...]:
    """Return a note on what was counted; none for 0."""
    return (ReadingNote(what, count),) if count > 0 else ()
