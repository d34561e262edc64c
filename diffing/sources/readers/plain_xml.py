"""XML of no format that another reader knows: that of an editing system, an archive, a journal.

    <story><title>Dam holds</title>                         Dam holds
    <para>At least <b>14</b> people died.</para></story>    At least 14 people died.

An element with words of its own is a paragraph, with all in it. One that holds only elements is none.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from diffing.model import Reading, Role
from diffing.patterns import lazy_pattern
from diffing.sources.documents import Block, Document
from diffing.sources.limits import MAX_BLOCKS, UnreadableError
from diffing.sources.markup.bodies import body_of, has_tags
from diffing.sources.markup.fields import counted
from diffing.sources.markup.safe_xml import local_name, parsed
from diffing.sources.markup.xml_walk import Event, walk
from diffing.sources.registry import Reader, ReadOptions, Sample

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

# A declaration, or a root element with a namespace.
_BEGINNING = lazy_pattern(r"\s*(?:<\?xml\s|<(?!html\b)[A-Za-z_][\w.:-]*\s[^<>]*\bxmlns[:=])", re.IGNORECASE)
_ROOT = lazy_pattern(rb"\s*<([A-Za-z_][\w.:-]*)[\s>]")
# Bytes in which the name of the root element stands.
_LONGEST_ROOT = 1_000
# Elements that stand on lines of their own also among the words of another.
_LINES = frozenset(
    [
        *("p", "para", "paragraph", "div", "li", "item", "listitem", "br", "lb", "caption", "blockquote"),
        *("row", "tr", "entry", "cell", "td", "th"),
    ]
)
_HEADING = lazy_pattern(r"(?:.*[-_.])?(?:sub)?(?:title|head|headline|hedline)|h[12]|hl[12]", re.IGNORECASE)
# Instructions for programs, and pictures in figures.
_NO_WORDS = frozenset(["script", "style", "metadata", "path", "defs"])


def _recognise(sample: Sample) -> float:
    if _BEGINNING.match(sample.text):
        return 0.55
    root = _ROOT.match(sample.content[:_LONGEST_ROOT])
    if root is None or not sample.content.rstrip().endswith(b"</" + root[1] + b">"):
        return 0.0
    # A text may begin and end so without being XML.
    try:
        parsed(sample.content)
    except UnreadableError:
        return 0.0
    return 0.55


def _read(content: bytes, options: ReadOptions) -> Document:
    blocks = list(_blocks(parsed(content, options)))
    if not blocks:
        raise UnreadableError("is XML without words between its elements")
    return Document(blocks[:MAX_BLOCKS], notes=counted(Reading.CUT_OFF, int(len(blocks) > MAX_BLOCKS)))


def _blocks(root: "Element") -> Iterator[Block]:
    """Yield the paragraphs of a document."""
    words: list[str] = []
    around: list[Element] = []  # elements with words of their own that are open
    for event, element, text in walk(root, _NO_WORDS):
        if event is Event.TEXT:
            words.append(text)
            continue
        is_mixed = _has_words(element)
        if event is Event.START and is_mixed:
            around.append(element)
        if not around or around == [element] or local_name(element).lower() in _LINES:
            yield from _paragraph("".join(words), (around or [element])[0])
            words = []
        if event is Event.END and is_mixed:
            around.pop()


def _has_words(element: "Element") -> bool:
    """Return whether an element has words of its own, and not only elements."""
    return bool((element.text or "").strip()) or any((inner.tail or "").strip() for inner in element)


def _paragraph(text: str, element: "Element") -> Iterator[Block]:
    """Yield the paragraph of an element, or those of the HTML that its text is."""
    if has_tags(text):
        yield from body_of(text).blocks
    elif text.strip():
        role = Role.HEADING if _HEADING.fullmatch(local_name(element)) else Role.TEXT
        yield Block(" ".join(text.split()), role)


READER = Reader("xml", _recognise, _read)
