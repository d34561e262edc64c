"""The form of the paragraph, of the letters and of the fields that are open while a Word document is read.

<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>                  a heading
<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>            raised letters
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from diffing.model import Role
from diffing.sources.office.docx_styles import (
    LOWEST_HEADING,
    Styles,
    attribute,
    is_on,
    level_of,
    shift_of,
    whole_number,
)
from diffing.sources.office.wordings import Changes


@dataclass(slots=True)
class Run:
    """The form of the letters in the open run; None where its style decides."""

    style: str = ""
    font: str = ""
    is_hidden: bool | None = None
    is_struck: bool | None = None
    level: int | None = None

    def take(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take a property."""
        if name == "w:rStyle":
            self.style = attribute(attributes, "val")
        elif name == "w:rFonts":
            self.font = attribute(attributes, "ascii") or attribute(attributes, "hAnsi")
        elif name == "w:vanish":
            self.is_hidden = is_on(attributes)
        elif name == "w:vertAlign":
            self.level = level_of(attributes)
        elif name == "w:position":
            self.level = self.level or shift_of(attribute(attributes, "val"))
        else:
            self.is_struck = bool(self.is_struck) or is_on(attributes)


@dataclass(slots=True)
class Paragraph:
    """The properties of the open paragraph, and of its end."""

    style: str = ""
    outline: int | None = None
    is_list: bool | None = None
    end: Changes = ()
    goes_on: bool = False

    def take(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take a property."""
        value = attribute(attributes, "val")
        if name == "w:pStyle":
            self.style = value
        elif name == "w:outlineLvl":
            self.outline = whole_number(value, LOWEST_HEADING + 1)
        elif name == "w:numId":
            self.is_list = value != "0"
        else:  # w:framePr: a large first letter stands in a paragraph of its own
            self.goes_on = attribute(attributes, "dropCap") in ("drop", "margin")

    def role(self, styles: Styles) -> Role:
        """Return the role of the paragraph."""
        role = styles.role(self.style)
        if self.outline is not None and self.outline <= LOWEST_HEADING:
            return Role.HEADING
        if self.is_list is not None and role in (Role.TEXT, Role.ITEM):
            return Role.ITEM if self.is_list else Role.TEXT
        return role


@dataclass(slots=True)
class Open:
    """The paragraph, the run and the fields that are open in the body, in a cell, a box or a note."""

    paragraph: Paragraph = field(default_factory=Paragraph)
    run: Run = field(default_factory=Run)
    fields: list[bool] = field(default_factory=list)
    """For each field that is open whether its instruction is read, and not yet its result."""


class Note(NamedTuple):
    """A note by its kind, 'footnote' or 'endnote', and its identifier."""

    kind: str
    identifier: str


class Section(NamedTuple):
    """A header or a footer that a section names: 'header' or 'footer', on which pages, and the relationship."""

    kind: str
    pages: str
    relationship: str


def first(*said: int | None) -> int | None:
    """Return the first that is said."""
    return next((value for value in said if value is not None), None)
