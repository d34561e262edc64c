"""XML parsed safely: no entity of the document's own is expanded, nothing is fetched, nothing nests without bound.

Entities that name each other can grow without bound. So a document that declares entities is refused as a whole: the
formats read here never do.
"""

from collections.abc import Iterator
from html.entities import name2codepoint
from xml.etree import ElementTree
from xml.parsers import expat

from diffing.sources.limits import MAX_DEPTH, UnreadableError


def parsed(content: bytes) -> ElementTree.Element:
    """Return the root element of an XML document. Raises UnreadableError where it is not well-formed, or not safe.

    Names of elements and attributes are those of ElementTree: '{namespace}name'. An entity that only an outside DTD
    declares, such as &nbsp;, stands for the character that HTML gives it.
    """
    parser = expat.ParserCreate(namespace_separator="}")
    builder = _Builder()
    parser.buffer_text = True
    parser.UseForeignDTD(True)
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.data
    parser.SkippedEntityHandler = builder.skipped
    parser.EntityDeclHandler = _refuse
    parser.ExternalEntityRefHandler = lambda *_: 1  # an outside DTD is passed over, not fetched
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        raise UnreadableError(f"is not well-formed XML: {expat.errors.messages.get(error.code, 'error')}") from None
    except (LookupError, ValueError):
        raise UnreadableError("is XML in an encoding that newsdiff does not know") from None
    return builder.tree.close()


class _Builder:
    """A tree made of the events of a parser; it refuses to grow too deep."""

    def __init__(self) -> None:
        self.tree = ElementTree.TreeBuilder()
        self._depth = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Open an element."""
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise UnreadableError(f"has more than {MAX_DEPTH} elements within each other")
        self.tree.start(_name(tag), {_name(name): value for name, value in attributes.items()})

    def end(self, tag: str) -> None:
        """Close an element."""
        self._depth -= 1
        self.tree.end(_name(tag))

    def data(self, text: str) -> None:
        """Take text."""
        self.tree.data(text)

    def skipped(self, name: str, is_parameter: bool) -> None:
        """Take an entity that the document names and does not declare."""
        if not is_parameter and name in name2codepoint:
            self.tree.data(chr(name2codepoint[name]))


def _name(name: str) -> str:
    return "{" + name if "}" in name else name


def _refuse(*_: object) -> None:
    raise UnreadableError("declares entities of its own, which newsdiff does not expand")


def local_name(element: ElementTree.Element) -> str:
    """Return the name of an element without its namespace; '' for a comment or an instruction."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def children(element: ElementTree.Element, name: str) -> Iterator[ElementTree.Element]:
    """Yield the child elements of that local name, in any namespace."""
    return (child for child in element if local_name(child) == name)


def child(element: ElementTree.Element | None, *path: str) -> ElementTree.Element | None:
    """Return the first element on a path of local names below an element; None where there is none."""
    for name in path:
        if element is None:
            return None
        element = next(children(element, name), None)
    return element


def text_of(element: ElementTree.Element | None) -> str:
    """Return all text in an element on one line; '' for None."""
    return "" if element is None else " ".join("".join(element.itertext()).split())
