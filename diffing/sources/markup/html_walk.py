"""The walk over a page: its words in order, cut into pieces where a browser begins a paragraph.

It goes from node to node without recursion, however deep a page nests. What an element does to its words is a `State`,
which ends with the element.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from diffing.model import Reading
from diffing.sources.markup import html_elements as elements
from diffing.sources.markup.html_rows import Piece, Row, end_row
from diffing.sources.markup.html_sheets import Sheet, tag_of_span
from diffing.sources.markup.html_state import (
    LeftOut,
    Node,
    State,
    container_name,
    holds_paragraph,
    in_block,
    is_own_mark,
    left_out_by,
)
from diffing.sources.markup.html_text import Text
from diffing.sources.registry import Revisions

_WHITE = re.compile(r"[ \t\n\r\f]+")
_WORD = re.compile(r"\w+")
# Characters of a picture that stands for a character, at most: a flag has four.
_LONGEST_EMOJI = 8
_KEYCAP = "\u20e3"


class Container(NamedTuple):
    """An element that may hold the story: its name, and the number of the container it stands in (0: the page)."""

    tag: str
    parent: int


class _Open(NamedTuple):
    """An element whose end is to come."""

    node: Node
    child: Node | None
    tag: str
    is_block: bool
    outer: State


class Walk:
    """The pieces of a page in order, the containers they stand in, and the words that were left out."""

    def __init__(self, revisions: Revisions, is_page: bool, sheet: Sheet) -> None:
        self.found: list[Piece] = []
        self.containers: list[Container] = [Container("", 0)]
        self._revisions = revisions
        self._sheet = sheet
        self._state = State()
        if not is_page:
            self.containers.append(Container("article", 0))
            self._state = State(container=1)
        self._text = Text()
        self._rows: list[Row] = []
        self._left_out = dict.fromkeys(LeftOut, 0)
        self._changes = {"ins": 0, "del": 0}
        self._has_date = False

    def counts(self) -> dict[Reading, int]:
        """Return how many words were left out, and how many changes the page marks as such."""
        is_tracked = all(self._changes.values()) or self._has_date
        return {
            Reading.TRACKED_CHANGES: sum(self._changes.values()) if is_tracked else 0,
            Reading.STRUCK_WORDS: self._left_out[LeftOut.STRUCK],
            Reading.HIDDEN_WORDS: self._left_out[LeftOut.HIDDEN],
        }

    def run(self, root: Node) -> None:
        """Walk over an element and all within."""
        node: Node | None = root
        opened: list[_Open] = []
        while node is not None or opened:
            if node is None:
                last = opened.pop()
                self._leave(last)
                node = last.node.next
            elif node.is_text_node:
                self._add_text(node.text_content or "")
                node = node.next
            elif node.is_element_node and (within := self._enter(node)):
                opened.append(within)
                node = within.child
            else:
                node = node.next
        self._flush()

    def _add_text(self, text: str) -> None:
        state = self._state
        if state.left_out is not None:
            self._left_out[state.left_out] += sum(1 for _ in _WORD.finditer(text))
            return
        if "\xad" in text:
            text = text.replace("\xad", "")
        self._text.add(text if state.is_preformatted else _WHITE.sub(" ", text), state.is_link)

    def _enter(self, node: Node) -> _Open | None:
        """Begin an element; None where there is nothing to read in it."""
        tag = node.tag or ""
        if tag in elements.SKIPPED:
            return self._enter_shadow(node) if tag == "template" else None
        if tag == "br":
            if self._text.break_line():
                self._flush()
            return None
        attributes = node.attributes
        if tag == "img":
            self._add_image(attributes)
            return None
        if attributes.get("id") in elements.TOOLBARS or (tag == "a" and is_own_mark(node, attributes)):
            return None
        if tag == "span" and attributes:
            tag = tag_of_span(attributes, self._sheet.shifted)
        outer = self._state
        is_block = tag in elements.BLOCKS or ("-" in tag and not outer.is_prose)
        if is_block:
            self._begin_block(node, tag, attributes)
        else:
            self._begin_inline(tag, attributes)
        if (attributes or tag == "dialog") and (
            reason := left_out_by(self._state, tag, attributes, node)
            or self._left_out_by_class(attributes, is_block, node)
        ) is not self._state.left_out:
            self._state = self._state._replace(left_out=reason)
        return _Open(node, node.first_child, tag, is_block, outer)

    def _left_out_by_class(self, attributes: dict[str, str | None], is_block: bool, node: Node) -> LeftOut | None:
        """Return why a class leaves words of a sentence out; a paragraph may be shown by a script, and is read."""
        if is_block or not self._sheet.left_out:
            return None
        names = (attributes.get("class") or "").split()
        found = next((self._sheet.left_out[name] for name in names if name in self._sheet.left_out), None)
        return None if found is None or holds_paragraph(node) else found

    def _enter_shadow(self, node: Node) -> _Open | None:
        """Begin what a browser shows in the place of a part of the page; None for other templates."""
        if "shadowrootmode" not in node.attributes:
            return None
        self._flush()
        shadow = next(iter(node.template_fragments()), None)
        return _Open(node, shadow.first_child if shadow else None, "template", True, self._state)

    def _leave(self, opened: _Open) -> None:
        tag = opened.tag
        if opened.is_block:
            self._flush()
            if tag == "tr":
                end_row(self._rows.pop(), self.found)
        else:
            if tag == "q" and self._state.left_out is None:
                self._text.add("\u201d" if opened.outer.quotations % 2 == 0 else "\u2019")
            if tag in self._changes and not self._is_left_out(tag):
                self._text.end_change()
            is_label = tag in elements.LABELS and not opened.outer.is_prose
            self._text.end(tag, is_label or self._is_apart(tag, opened.outer), tag == "a")
        self._state = opened.outer

    def _begin_block(self, node: Node, tag: str, attributes: dict[str, str | None]) -> None:
        self._flush()
        if tag == "tr":
            self._rows.append(Row())
        elif tag in elements.CELLS and self._rows:
            self._rows[-1].begins.append(len(self.found))
        self._state = in_block(self._state, tag, attributes, node)
        name = container_name(tag, attributes)
        if name is not None:
            self.containers.append(Container(name, self._state.container))
            self._state = self._state._replace(container=len(self.containers) - 1)

    def _begin_inline(self, tag: str, attributes: dict[str, str | None]) -> None:
        state = self._state
        self._text.begin(tag, self._is_apart(tag, state), tag == "a", _is_credit(attributes))
        if tag == "a":
            # What links to a place of its own page, or names one, is no link to another story.
            address = attributes.get("href")
            self._state = state._replace(is_link=address is not None and not address.startswith("#"))
        elif tag == "q":
            if state.left_out is None:
                self._text.add("\u201c" if state.quotations % 2 == 0 else "\u2018")
            self._state = state._replace(quotations=state.quotations + 1)
        elif tag in elements.STRUCK:
            self._state = state._replace(left_out=state.left_out or LeftOut.STRUCK)
        elif tag in self._changes:
            self._begin_change(tag, attributes)

    def _begin_change(self, tag: str, attributes: dict[str, str | None]) -> None:
        self._changes[tag] += 1
        self._has_date = self._has_date or bool(attributes.get("datetime"))
        if self._is_left_out(tag):
            reason = LeftOut.STRUCK if tag == "del" else LeftOut.INSERTED
            self._state = self._state._replace(left_out=self._state.left_out or reason)
        else:
            author = attributes.get("title") or attributes.get("cite") or ""
            self._text.begin_change(author, attributes.get("datetime") or "")

    def _is_left_out(self, tag: str) -> bool:
        """Return whether the wording that is read has no words of <del>, or of <ins>."""
        return (tag == "del") == (self._revisions is Revisions.FINAL)

    def _is_apart(self, tag: str, state: State) -> bool:
        """Return whether an inline element is no part of the word before or behind it."""
        return tag in elements.APART and not state.is_prose

    def _add_image(self, attributes: dict[str, str | None]) -> None:
        """Add a picture that stands for a character: its other text has no letter."""
        other = (attributes.get("alt") or "").strip()
        is_sign = _KEYCAP in other or not any(map(str.isalnum, other))
        if 0 < len(other) <= _LONGEST_EMOJI and is_sign and self._state.left_out is None:
            self._text.add(other, self._state.is_link)

    def _flush(self) -> None:
        """End the present piece."""
        if not self._text.parts:
            return
        text, linked, marks = self._text.taken()
        if not text.isspace():
            state = self._state
            self.found.append(Piece(text, state.form, state.part, state.container, linked, state.is_title, marks))


def _is_credit(attributes: Mapping[str, str | None]) -> bool:
    """Return whether an element has the maker of a picture, or the agency, by its class."""
    name = (attributes.get("class") or "").lower()
    return bool(name) and any(word in name for word in elements.CREDITS)
