"""The state of a place on a page: the elements around it hide its words, strike them out, say which part they are.

<aside><h3>Correction</h3>           in an aside, a heading
<p style="display:none">             left out, as hidden
"""

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple, Protocol

from diffing.model import Role
from diffing.sources.markup import html_elements as elements

_HIDING = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_STRIKING = re.compile(r"text-decoration(?:-line)?\s*:[^;]*line-through", re.IGNORECASE)
_BODIES = frozenset(("html", "body", "main", "article"))


class Node(Protocol):
    """A node of the parser's tree."""

    @property
    def tag(self) -> str | None:
        """The name of an element."""

    @property
    def attributes(self) -> dict[str, str | None]:
        """The attributes of an element."""

    @property
    def text_content(self) -> str | None:
        """The characters of a text node."""

    @property
    def first_child(self) -> "Node | None":
        """The first node within."""

    @property
    def parent(self) -> "Node | None":
        """The element around."""

    @property
    def next(self) -> "Node | None":
        """The node behind."""

    def template_fragments(self) -> "Sequence[Node]":
        """Return the contents of a <template>."""

    @property
    def is_text_node(self) -> bool:
        """True if the node is text."""

    @property
    def is_element_node(self) -> bool:
        """True if the node is an element."""


class LeftOut(StrEnum):
    """Why words are left out."""

    HIDDEN = "hidden"
    STRUCK = "struck"
    INSERTED = "inserted"
    """They came later than the wording that is read."""


class State(NamedTuple):
    """The state of a place on a page. `part` is the part of the page, `form` the role within the story."""

    form: Role = Role.TEXT
    part: Role = Role.TEXT
    container: int = 0
    is_title: bool = False
    is_link: bool = False
    left_out: LeftOut | None = None
    is_preformatted: bool = False
    is_prose: bool = False
    quotations: int = 0


# Characters of a paragraph's number or sign, at most.
_LONGEST_MARK = 6


def is_own_mark(node: Node, attributes: dict[str, str | None]) -> bool:
    """Return whether a link leads to the paragraph that it stands in, and shows no words: its number, or a '#'."""
    address = attributes.get("href") or ""
    if not address.startswith("#") or node.parent is None or node.parent.attributes.get("id") != address[1:]:
        return False
    child = node.first_child
    if child is None or not child.is_text_node or child.next is not None:
        return False
    mark = (child.text_content or "").strip()
    return len(mark) <= _LONGEST_MARK and not any(map(str.isalpha, mark))


def left_out_by(state: State, tag: str, attributes: dict[str, str | None], node: Node) -> LeftOut | None:
    """Return why the words in an element are left out, None where they are shown."""
    if state.left_out is not None:
        return state.left_out
    if tag in ("html", "body"):
        # A page that a script shows when it is loaded.
        return None
    if (
        ("hidden" in attributes and attributes["hidden"] != "until-found")
        or (tag == "dialog" and "open" not in attributes)
        # A page that shows a question over the article says so of all behind it.
        or (attributes.get("aria-hidden") == "true" and tag not in _BODIES and not holds_paragraph(node))
    ):
        return LeftOut.HIDDEN
    return reason_of_style(attributes.get("style") or "")


def reason_of_style(declarations: str) -> LeftOut | None:
    """Return why words of a style are left out, None where they are shown."""
    if ":" not in declarations:
        return None
    if _HIDING.search(declarations):
        return LeftOut.HIDDEN
    return LeftOut.STRUCK if _STRIKING.search(declarations) else None


def holds_paragraph(node: Node) -> bool:
    """Return whether an element has paragraphs, right in it or in what frames them."""
    child = node.first_child
    while child is not None:
        if child.tag in ("p", "main", "article", "div", "section", "h1"):
            return True
        child = child.next
    return False


def in_block(state: State, tag: str, attributes: dict[str, str | None], node: Node) -> State:
    """Return the state within a block, but for the container that it may be."""
    role = attributes.get("role") or ""
    form = Role.HEADING if role == "heading" else elements.FORMS.get(tag, state.form)
    if tag == "figure" and form is Role.TEXT:
        form = Role.CAPTION
    is_prose = tag in elements.PROSE or _has_text(node)
    return State(
        form,
        _part(state, tag, role, attributes),
        state.container,
        state.is_title or tag == "h1",
        state.is_link,
        state.left_out,
        state.is_preformatted or tag in elements.PREFORMATTED,
        is_prose,
        state.quotations,
    )


def container_name(tag: str, attributes: dict[str, str | None]) -> str | None:
    """Return the name of an element that may hold the story: 'article', 'main', '' for its body; None for others."""
    if attributes.get("role") == "main":
        return "main"
    if tag in ("article", "main"):
        return tag
    return "" if (attributes.get("itemprop") or "").lower() == "articlebody" else None


def _part(state: State, tag: str, role: str, attributes: dict[str, str | None]) -> Role:
    """Return the part of the page that a block within the present one belongs to."""
    if state.part in (Role.MENU, Role.COMMENT):
        return state.part
    if attributes:
        names = {attributes.get("id") or "", *(attributes.get("class") or "").split()}
        if tag not in _BODIES and not names.isdisjoint(elements.COMMENTS):
            return Role.COMMENT
        if "schema.org/Comment" in (attributes.get("itemtype") or "") or attributes.get("itemprop") == "comment":
            return Role.COMMENT
        if role in elements.NOTE_ROLES or not names.isdisjoint(elements.NOTES):
            return Role.NOTE
    found = elements.PAGE_ROLES.get(role) or elements.PAGE_TAGS.get(tag)
    if found is None and state.container == 0 and state.part is Role.TEXT and state.form is Role.TEXT:
        found = elements.PAGE_ENDS.get(tag)
    return found or state.part


def _has_text(node: Node) -> bool:
    """Return whether words stand right in an element, in none of its elements."""
    child = node.first_child
    while child is not None:
        if child.is_text_node and not (child.text_content or "").isspace():
            return True
        child = child.next
    return False
