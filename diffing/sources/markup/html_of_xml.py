"""XHTML in a tree of XML, spelled as HTML for the reader of pages.

<x:p xmlns:x="http://www.w3.org/1999/xhtml">At least 14<x:br/>died.</x:p>     ->   <p>At least 14<br>died.</p>
"""

from html import escape
from typing import TYPE_CHECKING

from diffing.sources.markup.html_elements import VOID
from diffing.sources.markup.safe_xml import local_name
from diffing.sources.markup.xml_walk import Event, walk

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def html_of(root: "Element") -> str:
    """Return an element, with all in it, as HTML."""
    parts: list[str] = []
    for event, element, text in walk(root):
        name = local_name(element)
        if event is Event.TEXT:
            parts.append(escape(text, quote=False))
        elif event is Event.START:
            attributes = (f' {key.rpartition("}")[2]}="{escape(value)}"' for key, value in element.attrib.items())
            parts.append(f"<{name}{''.join(attributes)}>")
        elif name not in VOID:
            parts.append(f"</{name}>")
    return "".join(parts)
