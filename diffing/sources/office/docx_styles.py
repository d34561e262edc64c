"""Styles of a Word document: which paragraphs are headings, items, captions; which words are hidden, struck or raised.

    <w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>      a heading, in any language's Word

A style has what it says itself, and from the style that it is based on what it does not say.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from diffing.model import Role
from diffing.sources.markup.safe_xml import deliver

# Namespaces by the prefix that names have here; the later ones are those of 'strict' documents.
_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w:",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w:",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
}
_HEADINGS = ("heading", "title", "subtitle")
_QUOTATIONS = frozenset(("quote", "intense quote", "block text", "quotations"))
_OFF = frozenset(("0", "false", "off", "none"))
LOWEST_HEADING = 8
"""The last outline level (from 0) of a heading; the next one stands for the text."""
RAISED_FROM, LOWERED_FROM = 4, -2
"""Half points by which raised and lowered figures are shifted at least; less is a correction of the layout."""

# Styles based on each other are followed this far.
_MAX_CHAIN = 50


@lru_cache(4096)
def short_name(tag: str) -> str:
    """Return '{namespace}p' as 'w:p'; without a prefix where the namespace is not one of text."""
    namespace, _, name = tag.rpartition("}")
    return _PREFIXES.get(namespace[1:], ":") + name


def attribute(attributes: Mapping[str, str], name: str) -> str:
    """Return an attribute by its local name; '' where it is not there."""
    for key, value in attributes.items():
        if key.rpartition("}")[2] == name:
            return value
    return ""


def is_on(attributes: Mapping[str, str]) -> bool:
    """Return whether an element such as w:strike switches on: it may say that it switches off."""
    return attribute(attributes, "val").casefold() not in _OFF


def level_of(attributes: Mapping[str, str]) -> int:
    """Return 1 for an element that raises text, -1 for one that lowers it."""
    return {"superscript": 1, "subscript": -1}.get(attribute(attributes, "val"), 0)


def shift_of(half_points: str) -> int | None:
    """Return 1 for letters that are shifted up as far as a raised figure, -1 for those shifted down; else None."""
    try:
        shift = int(half_points)
    except ValueError:
        return None
    return 1 if shift >= RAISED_FROM else -1 if shift <= LOWERED_FROM else None


def whole_number(text: str, default: int) -> int:
    """Return a small number that an attribute has, the default where it has none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else default


@dataclass(slots=True)
class Style:
    """The statements of a style; None where it says nothing."""

    name: str = ""
    based_on: str = ""
    outline: int | None = None
    is_list: bool | None = None
    is_hidden: bool | None = None
    is_struck: bool | None = None
    level: int | None = None


class Styles:
    """The styles of a document by their identifiers."""

    def __init__(self, content: bytes | None) -> None:
        self._reader = _StylesReader()
        if content is not None:
            deliver(content, self._reader)
        self._roles: dict[str, Role] = {}
        self._letters: dict[str, Style] = {}

    def role(self, style: str) -> Role:
        """Return the role of paragraphs in a style."""
        if style not in self._roles:
            self._roles[style] = self._role(style)
        return self._roles[style]

    def letters(self, style: str) -> Style:
        """Return what a style and those that it is based on say of letters."""
        if style not in self._letters:
            found = Style()
            for each in self._chain(style):
                found.is_hidden = each.is_hidden if found.is_hidden is None else found.is_hidden
                found.is_struck = each.is_struck if found.is_struck is None else found.is_struck
                found.level = each.level if found.level is None else found.level
            self._letters[style] = found
        return self._letters[style]

    def _role(self, style: str) -> Role:
        chain = self._chain(style)
        outline = next((each.outline for each in chain if each.outline is not None), LOWEST_HEADING + 1)
        names = [each.name.casefold() for each in chain]
        if outline <= LOWEST_HEADING or any(name.split(" ")[0] in _HEADINGS for name in names):
            return Role.HEADING
        if "caption" in names:
            return Role.CAPTION
        if not _QUOTATIONS.isdisjoint(names):
            return Role.QUOTATION
        return Role.ITEM if next((each.is_list for each in chain if each.is_list is not None), False) else Role.TEXT

    def _chain(self, style: str) -> list[Style]:
        found: list[Style] = []
        while style in self._reader.styles and len(found) < _MAX_CHAIN:
            found.append(self._reader.styles[style])
            style = found[-1].based_on
        return found


class _StylesReader:
    """Reads word/styles.xml."""

    def __init__(self) -> None:
        self.styles: dict[str, Style] = {}
        self._style: Style | None = None

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Take what an element says of the style that is open."""
        name = short_name(tag)
        if name == "w:style":
            self._style = Style()
            self.styles[attribute(attributes, "styleId")] = self._style
        style = self._style
        if style is None:
            return
        value = attribute(attributes, "val")
        if name == "w:name":
            style.name = value
        elif name == "w:basedOn":
            style.based_on = value
        elif name == "w:outlineLvl":
            style.outline = whole_number(value, LOWEST_HEADING + 1)
        elif name == "w:numId":
            style.is_list = value != "0"
        elif name == "w:vanish":
            style.is_hidden = is_on(attributes)
        elif name in ("w:strike", "w:dstrike"):
            style.is_struck = bool(style.is_struck) or is_on(attributes)
        elif name == "w:vertAlign":
            style.level = level_of(attributes)

    def end(self, tag: str) -> None:
        """Close a style."""
        if short_name(tag) == "w:style":
            self._style = None

    def data(self, text: str) -> None:
        """Pass over text: styles have none."""
