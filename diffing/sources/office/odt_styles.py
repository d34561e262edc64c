"""Styles of an OpenDocument text: which paragraphs are headings or captions, which words are hidden, struck or raised.

<style:style style:name="P7" style:family="paragraph" style:parent-style-name="Heading_20_1">    a heading
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from diffing.model import Role

_NAMESPACES = {
    f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0": f"{name}:"
    for name in ("office", "text", "table", "style", "meta", "presentation", "script", "form")
} | {
    "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0": "draw:",
    "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0": "svg:",
    "http://purl.org/dc/elements/1.1/": "dc:",
}
_CAPTIONS = frozenset(("caption", "illustration", "figure", "drawing"))
_QUOTATIONS = frozenset(("quotations", "quote", "intense quote", "block text"))
_HEADINGS = ("heading", "title", "subtitle")
# Styles based on each other are followed this far.
_MAX_CHAIN = 50


@lru_cache(4096)
def short_name(tag: str) -> str:
    """Return '{namespace}p' as 'text:p'; ':p' where the namespace is not one of text."""
    namespace, _, name = tag.rpartition("}")
    return _NAMESPACES.get(namespace[1:], ":") + name


def attribute(attributes: Mapping[str, str], name: str) -> str:
    """Return an attribute by its short name; '' where it is not there."""
    for key, value in attributes.items():
        if short_name(key) == name:
            return value
    return ""


@dataclass(slots=True)
class Style:
    """The statements of a style; None where it says nothing."""

    name: str
    parent: str = ""
    is_hidden: bool | None = None
    is_struck: bool | None = None
    level: int | None = None

    def take(self, attributes: Mapping[str, str]) -> None:
        """Take the properties of letters."""
        if display := attribute(attributes, "text:display"):
            self.is_hidden = display == "none"
        for line in ("style:text-line-through-type", "style:text-line-through-style"):
            if value := attribute(attributes, line):
                self.is_struck = value != "none"
        if position := attribute(attributes, "style:text-position").split(" ")[0]:
            is_raised = position == "super" or position.rstrip("%").strip("0.").isdigit()
            self.level = 1 if is_raised else -1 if position.startswith(("sub", "-")) else 0


class Styles:
    """The styles of a document by family and name."""

    def __init__(self) -> None:
        self._styles: dict[tuple[str, str], Style] = {}
        self._letters: dict[tuple[str, str], Style] = {}
        self._roles: dict[str, Role] = {}

    def copy(self) -> "Styles":
        """Return other styles with the same content."""
        other = Styles()
        other._styles = dict(self._styles)
        return other

    def add(self, attributes: Mapping[str, str]) -> Style:
        """Add the style that an element opens."""
        name = attribute(attributes, "style:name")
        style = Style(
            (attribute(attributes, "style:display-name") or name).replace("_20_", " ").casefold(),
            attribute(attributes, "style:parent-style-name"),
        )
        self._styles[attribute(attributes, "style:family"), name] = style
        return style

    def letters(self, family: str, name: str) -> Style:
        """Return the statements of a style on letters, and of those that it is based on."""
        if (family, name) not in self._letters:
            found = Style(name)
            for each in self._chain(family, name):
                found.is_hidden = each.is_hidden if found.is_hidden is None else found.is_hidden
                found.is_struck = each.is_struck if found.is_struck is None else found.is_struck
                found.level = each.level if found.level is None else found.level
            self._letters[family, name] = found
        return self._letters[family, name]

    def role(self, name: str) -> Role:
        """Return the role of paragraphs in a style."""
        if name not in self._roles:
            names = [each.name for each in self._chain("paragraph", name)] or [name.replace("_20_", " ").casefold()]
            if any(each.split(" ")[0] in _HEADINGS for each in names):
                self._roles[name] = Role.HEADING
            elif not _CAPTIONS.isdisjoint(names):
                self._roles[name] = Role.CAPTION
            else:
                self._roles[name] = Role.TEXT if _QUOTATIONS.isdisjoint(names) else Role.QUOTATION
        return self._roles[name]

    def _chain(self, family: str, name: str) -> list[Style]:
        found: list[Style] = []
        while (family, name) in self._styles and len(found) < _MAX_CHAIN:
            found.append(self._styles[family, name])
            name = found[-1].parent
        return found
