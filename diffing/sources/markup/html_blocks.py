r"""Blocks of HTML: the paragraphs of a page or of a fragment, with their roles.

<p>At least <del>12</del> 14<br>died.</p>     'At least  14\ndied.', and a note: 1 struck word left out
<tr><td>Hill Union<td>41</tr>                 'Hill Union | 41', a row of a table
<nav><a>World</a><a>Money</a></nav>           'World Money', a menu

The words are those that a browser shows, by its own rules (HTML5). Nothing is fetched, and no script runs.
"""

from dataclasses import dataclass

from diffing.model import MetadataField, ReadingNote
from diffing.sources.documents import Block
from diffing.sources.markup.html_parts import blocks_of
from diffing.sources.markup.html_walk import Walk
from diffing.sources.registry import Revisions


@dataclass(frozen=True, slots=True)
class HtmlContent:
    """What a page or a fragment holds: its blocks, what was left out of them, and what the page says of itself."""

    blocks: tuple[Block, ...]
    notes: tuple[ReadingNote, ...] = ()
    metadata: tuple[MetadataField, ...] = ()


def html_content(markup: str, revisions: Revisions = Revisions.FINAL) -> HtmlContent:
    """Return the content of a whole page. `revisions` says which wording is read where the page marks changes."""
    return _content(markup, revisions, is_page=True)


def fragment_content(markup: str, revisions: Revisions = Revisions.FINAL) -> HtmlContent:
    """Return the content of a fragment that holds nothing but an article, such as an item of a feed."""
    return _content(markup, revisions, is_page=False)


def blocks_of_fragment(markup: str) -> tuple[Block, ...]:
    """Return the blocks of a fragment that holds nothing but an article."""
    return fragment_content(markup).blocks


def _content(markup: str, revisions: Revisions, is_page: bool) -> HtmlContent:
    from selectolax.lexbor import LexborHTMLParser  # plain text starts without it

    walk = Walk(revisions, is_page)
    root = LexborHTMLParser(markup.encode("utf-8", errors="replace")).root
    if root is not None:
        walk.run(root)
    notes = tuple(ReadingNote(what, count) for what, count in walk.counts().items() if count)
    return HtmlContent(tuple(blocks_of(walk.found, walk.containers, is_page)), notes)
