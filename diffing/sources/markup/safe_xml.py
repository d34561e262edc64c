"""XML parsed safely: no entity of the document's own is expanded, nothing is fetched, nothing nests without bound.

    parsed(content)            a tree, for what is small
    deliver(content, target)   each tag and text to a target, for what may be large: the text of a book

Entities that name each other can grow without bound. So a document that declares entities is refused as a whole: the
formats read here never do.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Protocol

from diffing.patterns import lazy_pattern
from diffing.sources.limits import MAX_DEPTH, MalformedError, UnreadableError, check_elements, elements_in
from diffing.sources.registry import DEFAULT_OPTIONS, ReadOptions, decoded_text

if TYPE_CHECKING:
    from xml.etree import ElementTree


class Target(Protocol):
    """A receiver of the events of a parser; names are those of ElementTree: '{namespace}name'."""

    def start(self, tag: str, attributes: dict[str, str], /) -> object:
        """Take the start of an element."""

    def end(self, tag: str, /) -> object:
        """Take the end of an element."""

    def data(self, text: str, /) -> object:
        """Take text."""


# Encodings that the parser knows; of others it knows those of one byte a character at most.
_OWN_ENCODINGS = frozenset(("utf-8", "utf8", "utf-16", "us-ascii", "ascii", "iso-8859-1", "latin1"))
_DECLARED = lazy_pattern(rb"""<\?xml[^>]{0,100}?\sencoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")


def parsed(content: bytes, options: ReadOptions = DEFAULT_OPTIONS) -> "ElementTree.Element":
    """Return the root element of an XML document. Raises UnreadableError where it is not well-formed, or not safe.

    The encoding is that of `options`, or the document's own. Names of elements and attributes are
    those of ElementTree: '{namespace}name'. An entity that only an outside DTD declares, such as &nbsp;, stands for the
    character that HTML gives it.
    """
    from xml.etree import ElementTree  # recognising a format needs none of it

    tree = ElementTree.TreeBuilder()
    deliver(content, tree, options)
    return tree.close()


def deliver(content: bytes, target: Target, options: ReadOptions = DEFAULT_OPTIONS) -> None:
    """Give the events of an XML document to a target, as `parsed` reads it. Raises UnreadableError as `parsed` does."""
    from xml.parsers import expat

    check_elements(elements_in(content))
    content, encoding = _for_parser(content.lstrip(b" \t\r\n"), options)
    parser = expat.ParserCreate(encoding, namespace_separator="}")
    events = _Events(target)
    parser.buffer_text = True
    parser.UseForeignDTD(True)
    parser.StartElementHandler = events.start
    parser.EndElementHandler = events.end
    parser.CharacterDataHandler = target.data
    parser.SkippedEntityHandler = events.skipped
    parser.EntityDeclHandler = _refuse
    parser.ExternalEntityRefHandler = lambda *_: 1  # an outside DTD is passed over, not fetched
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        what = expat.errors.messages.get(error.code, "error")
        raise MalformedError(f"is not well-formed XML at line {error.lineno}: {what}") from None
    except (LookupError, ValueError):
        raise UnreadableError("is XML in an encoding that newsdiff does not know") from None


def _for_parser(content: bytes, options: ReadOptions) -> tuple[bytes, str | None]:
    """Return a document in an encoding that the parser knows, and its name where the document says another one."""
    declared = _DECLARED.match(content)
    name = declared[1].decode("ascii") if declared else "utf-8"
    if options.encoding is None and options.declared is None and name.lower() in _OWN_ENCODINGS:
        return content, None
    return decoded_text(content, options, name)[0].encode("utf-8"), "utf-8"


class _Events:
    """Events on their way to a target, with full names; elements that nest too deep are refused."""

    def __init__(self, target: Target) -> None:
        self._target = target
        self._depth = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Open an element."""
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise UnreadableError(f"has more than {MAX_DEPTH} elements within each other")
        self._target.start(_name(tag), {_name(name): value for name, value in attributes.items()})

    def end(self, tag: str) -> None:
        """Close an element."""
        self._depth -= 1
        self._target.end(_name(tag))

    def skipped(self, name: str, is_parameter: bool) -> None:
        """Take an entity that the document names and does not declare."""
        from html.entities import name2codepoint

        if not is_parameter and name in name2codepoint:
            self._target.data(chr(name2codepoint[name]))


def _name(name: str) -> str:
    return "{" + name if "}" in name else name


def _refuse(*_: object) -> None:
    raise UnreadableError("declares entities of its own, which newsdiff does not expand")


def local_name(element: "ElementTree.Element") -> str:
    """Return the name of an element without its namespace; '' for a comment or an instruction."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def children(element: "ElementTree.Element", name: str) -> "Iterator[ElementTree.Element]":
    """Yield the child elements of that local name, in any namespace."""
    return (child for child in element if local_name(child) == name)


def child(element: "ElementTree.Element | None", *path: str) -> "ElementTree.Element | None":
    """Return the first element on a path of local names below an element; None where there is none."""
    for name in path:
        if element is None:
            return None
        element = next(children(element, name), None)
    return element


def text_of(element: "ElementTree.Element | None") -> str:
    """Return all text in an element on one line; '' for None."""
    return "" if element is None else " ".join("".join(element.itertext()).split())
