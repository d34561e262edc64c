"""A walk through a tree of XML, in the order of the document.

<p>At <b>14</b> now</p>     start p, text 'At ', start b, text '14', end b, text ' now' in p, end p
"""

from collections.abc import Container, Iterator
from enum import Enum, auto
from typing import TYPE_CHECKING

from diffing.sources.markup.safe_xml import local_name

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


class Event(Enum):
    """A thing that a walk through a tree meets."""

    START = auto()
    TEXT = auto()
    END = auto()


def walk(root: "Element", skipped: Container[str] = ()) -> "Iterator[tuple[Event, Element, str]]":
    """Yield the start and the end of each element, and each text with the element around it, in their order.

    Elements of the local names `skipped` are left out, with all in them. A tree may be deeper than Python's calls.
    """
    yield Event.START, root, ""
    if root.text:
        yield Event.TEXT, root, root.text
    open_elements = [(root, iter(root))]
    while open_elements:
        element, inner = open_elements[-1]
        after = next(inner, None)
        if after is None:
            open_elements.pop()
            yield Event.END, element, ""
            if open_elements and element.tail:
                yield Event.TEXT, open_elements[-1][0], element.tail
        elif local_name(after) in skipped:
            if after.tail:
                yield Event.TEXT, element, after.tail
        else:
            yield Event.START, after, ""
            if after.text:
                yield Event.TEXT, after, after.text
            open_elements.append((after, iter(after)))
