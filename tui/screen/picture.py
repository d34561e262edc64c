"""Pictures of the screen as SVG, level in a browser also where characters are wide.

Rich says of each text how long it is, in characters: Chinese, which takes two cells a character, is squeezed to half.
Here each wide character has a place of its own; text of one cell a character has its length in cells.

    <text x="0" textLength="36.6">雨 a</text>       before
    <text x="0"><tspan x="0">雨</tspan></text><text x="24.4" textLength="24.4"> a</text>
"""

import html
import re
from itertools import groupby

from diffing.patterns import lazy_pattern

from ..text.wrapping import clusters

_TEXT = lazy_pattern(
    r'<text (?P<class>class="[^"]*") x="(?P<x>[^"]*)" (?P<y>y="[^"]*") textLength="(?P<length>[^"]*)"'
    r"(?P<rest>[^>]*)>(?P<text>[^<]*)</text>"
)


def level(svg: str) -> str:
    """Return a picture made by Rich with every text where its cells are."""
    return _TEXT.sub(_levelled, svg)


def _levelled(match: re.Match[str]) -> str:
    text = html.unescape(match["text"])
    if text.isascii():
        return match[0]
    cell = float(match["length"]) / len(text)
    x = float(match["x"])
    pieces = []
    for is_wide, members in groupby(clusters(text), key=lambda cluster: cluster[2] > 1):
        begin = f'<text {match["class"]} x="{x:g}" {match["y"]}'
        content, before = "", x
        for start, end, cells in members:
            character = html.escape(text[start:end]).replace("\xa0", "&#160;")
            content += f'<tspan x="{x:g}">{character}</tspan>' if is_wide else character
            x += cells * cell
        length = "" if is_wide else f' textLength="{x - before:g}"'
        pieces.append(f"{begin}{length}{match['rest']}>{content}</text>")
    return "".join(pieces)
