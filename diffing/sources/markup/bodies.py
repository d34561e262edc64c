r"""Bodies inside other formats: the text or the HTML in a field of a feed, of a wire item, of a line of JSON.

'At least 14 died.\n\nNora Lind was there.'        ->   two blocks
'<p>At least 14 died.<p>Nora Lind was there.'      ->   the same, by html_blocks
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from diffing.model import Paragraph, ReadingNote
from diffing.patterns import lazy_pattern
from diffing.sources.documents import Block

# Tags of blocks and of words, as they are written in real HTML: a text that compares 'a <b and c> d' has none.
_TAG = lazy_pattern(
    r"</(?:p|div|a|b|i|em|strong|span|h[1-6]|ul|ol|li|table|tr|td|blockquote|figure|section|article|body|html)\s*>"
    r"|<(?:p|br|hr)\s*/?>|<(?:p|div|img|a|table|article|body|html)\s[^<>]*=[^<>]*>",
    re.IGNORECASE,
)
# Share of the letters of the longest form that another has to have: forms of one text differ in captions and credits.
_NEARLY = 0.7
_ADDRESS = lazy_pattern(r"https?://[^\s>)\]]+")


class Body(NamedTuple):
    """The blocks of a body, and what its reader did."""

    blocks: list[Block]
    notes: tuple[ReadingNote, ...] = ()


def body_of(value: str, media_type: str = "") -> Body:
    """Return what a body holds; `media_type` says whether it is HTML, '' that its tags decide."""
    kind = media_type.partition(";")[0].strip().lower()
    if kind in ("text/plain", "text") or (not kind.endswith(("html", "html+xml")) and not has_tags(value)):
        return Body(plain_blocks(value))
    from diffing.sources.markup.html_blocks import fragment_content

    content = fragment_content(value)
    return Body(list(content.blocks), tuple(content.notes))


def _letters(text: str) -> int:
    """Return the number of letters and figures of a text; an address, which a plain text spells, is none of it."""
    return sum(map(str.isalnum, _ADDRESS.sub("", text) if "://" in text else text))


def has_tags(text: str) -> bool:
    """Return whether a text is written in HTML."""
    return _TAG.search(text) is not None


def plain_blocks(text: str) -> list[Block]:
    """Return the paragraphs of a plain text as blocks."""
    from diffing.text.paragraphs import paragraphs

    return [Block(_with_line_feeds(paragraph)) for paragraph in paragraphs(text)]


def _with_line_feeds(paragraph: Paragraph) -> str:
    """Return a paragraph with a line feed for the space before each line that was set apart."""
    letters = list(paragraph.text)
    for start in paragraph.breaks:
        if letters[start - 1] == " ":
            letters[start - 1] = "\n"
    return "".join(letters)


def richest(forms: Sequence[Body]) -> Body:
    """Return the first of several forms of one text that has nearly as many letters as the longest of them.

    A form may be a teaser ('Read the full story in your browser'): what holds the text comes before what is liked more.
    """
    if not forms:
        return Body([])
    sizes = [sum(_letters(block.text) for block in form.blocks) for form in forms]
    return next(form for form, size in zip(forms, sizes, strict=True) if size >= _NEARLY * max(sizes))
