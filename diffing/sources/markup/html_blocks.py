r"""Blocks of HTML: the paragraphs of a page or of a fragment, with their roles.

<p>At least <del>12</del> 14<br>died.</p>     'At least  14\ndied.', and a note: 1 struck word left out
<tr><td>Hill Union<td>41</tr>                 'Hill Union | 41', a row of a table
<nav><a>World</a><a>Money</a></nav>           'World Money', a menu

The words are those that a browser shows, by its own rules (HTML5). Nothing is fetched, and no script runs.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import islice
from typing import TYPE_CHECKING

from diffing.model import MetadataField, Reading, ReadingNote, Role
from diffing.sources.documents import Block
from diffing.sources.limits import MAX_BLOCKS
from diffing.sources.markup.html_elements import VOID
from diffing.sources.markup.html_limits import end_of_safe
from diffing.sources.markup.html_metadata import PageData, page_data
from diffing.sources.markup.html_parts import blocks_of
from diffing.sources.markup.html_sheets import sheet_of
from diffing.sources.markup.html_walk import Walk
from diffing.sources.registry import Revisions

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_XML = re.compile(r"\s*<\?xml\s")
_CDATA = re.compile(r"<!\[CDATA\[((?s:.)*?)(?:\]\]>|\Z)")
_EMPTY = re.compile(r"<([A-Za-z][\w:.-]*)((?:\s[^<>]*?)?)/>")
_TOOLBAR = "<!-- BEGIN WAYBACK TOOLBAR INSERT -->"
_TOOLBAR_END = "<!-- END WAYBACK TOOLBAR INSERT -->"
# Words of an article in the data of a page, and how many times as many as the page shows: it shows only a beginning.
_LEAST_HELD = 50
_MORE = 1.5
_BESIDE = frozenset((Role.MENU, Role.HEADER, Role.FOOTER, Role.COMMENT, Role.OUTSIDE, Role.ASIDE))


@dataclass(frozen=True, slots=True)
class HtmlContent:
    """The blocks of a page or a fragment, notes on what was left out of them, and what the page says of itself."""

    blocks: tuple[Block, ...]
    notes: tuple[ReadingNote, ...] = ()
    metadata: tuple[MetadataField, ...] = ()


def html_content(markup: str, revisions: Revisions = Revisions.FINAL) -> HtmlContent:
    """Return the content of a whole page. `revisions` says which wording is read where the page marks changes."""
    return _content(markup, revisions, is_page=True)


def fragment_content(markup: str, revisions: Revisions = Revisions.FINAL, sheet: str = "") -> HtmlContent:
    """Return the content of a fragment that holds an article and no page around it, such as an item of a feed.

    `sheet` is the text of the style sheets that go with it.
    """
    return _content(markup, revisions, is_page=False, sheet=sheet)


def _content(markup: str, revisions: Revisions, is_page: bool, sheet: str = "") -> HtmlContent:
    from selectolax.lexbor import LexborHTMLParser  # plain text starts without it

    if is_page:
        markup = _without_toolbar(_as_html(markup))
    end = end_of_safe(markup)
    tree = LexborHTMLParser(markup[:end].encode("utf-8", errors="replace"))
    own = _sheets(tree) if "<style" in markup else ()
    walk = Walk(revisions, is_page, sheet_of("\n".join((sheet, *own))))
    if tree.root is not None:
        walk.run(tree.root)
    blocks = tuple(islice(blocks_of(walk.found, walk.containers, is_page), MAX_BLOCKS))
    counts = {**walk.counts(), Reading.CUT_OFF: int(end < len(markup) or len(walk.found) > MAX_BLOCKS)}
    data = page_data(tree) if is_page else PageData((), 0)
    if data.words > _LEAST_HELD and data.words > _MORE * _words(blocks):
        counts[Reading.ALTERNATES] = 1
    notes = tuple(ReadingNote(what, count) for what, count in counts.items() if count)
    return HtmlContent(blocks, notes, data.fields)


def _sheets(tree: "LexborHTMLParser") -> Iterator[str]:
    """Yield the style sheets of a page; one for another medium, such as print, as a rule under that condition."""
    for style in tree.css("style"):
        if style.parent is not None and style.parent.tag in ("noscript", "template"):
            continue
        medium = (style.attributes.get("media") or "").strip().lower()
        yield style.text() if medium in ("", "all", "screen") else f"@media {medium} {{{style.text()}}}"


def _words(blocks: Iterable[Block]) -> int:
    """Return the number of words of the story, as far as the page says what it is."""
    return sum(len(block.text.split()) for block in blocks if block.role not in _BESIDE)


def _as_html(markup: str) -> str:
    """Return XHTML with what HTML does not have: an end for each empty element, such as <title/>."""
    if not _XML.match(markup):
        return markup
    markup = _CDATA.sub(lambda match: escape(match[1], quote=False), markup)
    return _EMPTY.sub(lambda match: match[0] if match[1] in VOID else f"<{match[1]}{match[2]}></{match[1]}>", markup)


def _without_toolbar(markup: str) -> str:
    """Return a page without what the Wayback Machine puts on it."""
    start, end = markup.find(_TOOLBAR), markup.find(_TOOLBAR_END)
    return markup[:start] + markup[end + len(_TOOLBAR_END) :] if 0 <= start < end else markup
