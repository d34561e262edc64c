"""Limits for the markup of a page: what a parser needs much time or memory for is cut off before it is parsed.

<div><div><div> ...           each is looked for in all that are open: a megabyte of them takes hours
<b id=1><b id=2> ... <p><p>   a browser opens every <b> again in each <p>
<p a1 a2 a3 ...>              each attribute is looked for among all others

The rules of HTML5 ask for all that, and no page of a real outlet comes near the limits.
"""

import re
from collections import Counter

from diffing.sources.markup.html_elements import BLOCKS, VOID

MAX_TAGS = 300_000
"""Tags of a page, with those that a browser adds."""

# The sum of the depths at all tags: the steps of a parser.
_MAX_STEPS = 20_000_000
_MAX_ATTRIBUTES = 2_000
_MANY_CHARACTERS = 2 * _MAX_ATTRIBUTES
# A page with fewer tags and characters cannot reach a limit, unless it reopens formatting elements.
_FEW_TAGS = 10_000
_SHORT = 400_000
# What a browser reads as one: a comment, a tag with its attributes. Each also ends at the end of the page, so that no
# part of it is searched twice.
_PIECE = re.compile(
    r"""<!--(?s:.)*?(?:-->|\Z)
    | <(?P<end>/?)(?P<name>[a-z][^\s/>]*+)
      (?P<attributes>(?:[^>"'=]++ | =\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z))?+ | ["'])*+)
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Elements in which no tag begins but their own end.
_RAW_ENDS = {
    name: re.compile(rf"</{name}\b", re.IGNORECASE)
    for name in ("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes")
}
_NAMES = re.compile(r"""[^\s"'=/]++\s*+(?:=\s*+(?:"[^"]*+"?+|'[^']*+'?+|[^\s"']*+))?+""")
# Elements that have no end, or end where the next of their kind begins.
_FLAT = VOID.union(
    ("p", "li", "dt", "dd", "option", "optgroup", "tr", "td", "th", "tbody", "thead", "tfoot", "rt", "rp"),
    ("colgroup", "html", "head", "body"),
)
# Elements that a browser opens again behind the end of a paragraph.
_FORMATTING = frozenset(
    ("a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u")
)
_MOST_EQUAL = 3
# A formatting element with attributes may be another one each time; links are closed by the next one.
_STYLED = re.compile(rf"<(?:{'|'.join(sorted(_FORMATTING - {'a'}))})[\s/]", re.IGNORECASE)
# What may be a tag with many attributes.
_WITH_MANY = re.compile(rf"<(?!(?:script|style)[^<>]{{0,400}}>)[a-z][^<]{{{_MANY_CHARACTERS}}}", re.IGNORECASE)
_CELLS = frozenset(("td", "th", "caption"))
_DRAWINGS = frozenset(("svg", "math"))
# Elements of drawings and formulas that may hold others of HTML.
_HOLDING = frozenset(("foreignobject", "desc", "title", "mi", "mo", "mn", "ms", "mtext", "annotation-xml"))
# Elements that end a drawing.
_BREAKING = frozenset(
    (
        *("b", "big", "blockquote", "body", "br", "center", "code", "dd", "div", "dl", "dt", "em", "embed", "h1", "h2"),
        *("h3", "h4", "h5", "h6", "head", "hr", "i", "img", "li", "listing", "menu", "meta", "nobr", "ol", "p", "pre"),
        *("ruby", "s", "small", "span", "strong", "strike", "sub", "sup", "table", "tt", "u", "ul", "var"),
    )
)
# Elements that no end of an inline element reaches beyond; and those that hold even the ends of blocks within.
_SPECIAL = BLOCKS | {"applet", "button", "iframe", "marquee", "object", "select", "template", "noscript"}
_SCOPES = frozenset(("applet", "marquee", "object", "table", "template", "foreignobject", "desc", "title", *_DRAWINGS))
_NEVER = frozenset(("template",))


def end_of_safe(markup: str) -> int:
    """Return the offset up to which the markup of a page keeps to the limits: its length for any usual page."""
    if _is_harmless(markup):
        return len(markup)
    opened = _Opened()
    tags = steps = 0
    end: int | None = 0
    while end is not None and (piece := _PIECE.search(markup, end)):
        end = piece.end()
        name = (piece["name"] or "").lower()
        if not name:
            continue
        attributes = piece["attributes"]
        is_end = bool(piece["end"])
        tags += 1 + len(opened.formats)
        steps += len(opened.names)
        if tags > MAX_TAGS or steps > _MAX_STEPS or _has_too_many(attributes):
            return piece.start()
        if name in _RAW_ENDS and not is_end:
            behind = _RAW_ENDS[name].search(markup, end)
            end = behind.start() if behind else None
        if is_end:
            opened.end(name)
        else:
            opened.begin(name, attributes)
    return len(markup)


def _is_harmless(markup: str) -> bool:
    """Return whether the markup cannot reach a limit, by what costs little to count."""
    count = markup.count("<")
    if len(markup) > _SHORT or count > _FEW_TAGS or _WITH_MANY.search(markup):
        return False
    return count * (_MOST_EQUAL * len(_FORMATTING) + len(_STYLED.findall(markup))) < MAX_TAGS


class _Opened:
    """The elements that are open, and the formatting elements that a browser opens again, three equal ones at most.

    What it does not know of the rules of HTML5 makes it count too many, never too few.
    """

    def __init__(self) -> None:
        self.names: list[str] = []
        self._counts: Counter[str] = Counter()
        self.formats: list[tuple[str, str]] = []
        # For each open table, the formatting elements outside its present cell; None between cells.
        self._outside: list[list[tuple[str, str]] | None] = []

    def begin(self, name: str, attributes: str) -> None:
        """Begin an element."""
        if name in _BREAKING:
            self._leave_drawing()
        if name in _CELLS and self._outside:
            self._cut("table", _NEVER)
            self._open("table")
            if self._outside[-1] is None:
                self._outside[-1] = self.formats
            self.formats = []
        elif name not in _FLAT and not (attributes.endswith("/") and self._is_drawing()):
            self._open(name)
            if name == "table":
                self._outside.append(None)
        if name in _FORMATTING:
            if name == "a":
                self._close("a")
            if self.formats.count((name, attributes)) < _MOST_EQUAL:
                self.formats.append((name, attributes))

    def end(self, name: str) -> None:
        """End an element, if it is open and no other one keeps it open."""
        if name in _CELLS or name == "tr":
            self._end_cell()
        elif name == "table":
            if self._cut(name, _NEVER) and self._outside:
                self._end_cell()
                self._outside.pop()
        elif name not in _FLAT:
            self._cut(name, _SCOPES if name in _SPECIAL else _SPECIAL)
        if name in _FORMATTING:
            self._close(name)

    def _end_cell(self) -> None:
        if self._outside and self._outside[-1] is not None:
            self.formats, self._outside[-1] = self._outside[-1], None

    def _cut(self, name: str, bounds: frozenset[str]) -> bool:
        """End the last element of a name and all within; return whether there is one, and none of `bounds` within."""
        for index in range(len(self.names) - 1, -1, -1) if self._counts[name] else ():
            if self.names[index] == name:
                self._cut_at(index)
                return True
            if self.names[index] in bounds:
                break
        return False

    def _open(self, name: str) -> None:
        self.names.append(name)
        self._counts[name] += 1

    def _cut_at(self, index: int) -> None:
        self._counts.subtract(self.names[index:])
        del self.names[index:]

    def _is_drawing(self) -> bool:
        return any(self._counts[name] for name in _DRAWINGS)

    def _leave_drawing(self) -> None:
        """End a drawing or a formula, which such an element cannot stand in."""
        for index in range(len(self.names) - 1, -1, -1) if self._is_drawing() else ():
            if self.names[index] in _DRAWINGS:
                self._cut_at(index)
                return
            if self.names[index] in _SPECIAL or self.names[index] in _HOLDING:
                return

    def _close(self, name: str) -> None:
        for index in range(len(self.formats) - 1, -1, -1):
            if self.formats[index][0] == name:
                del self.formats[index]
                return


def _has_too_many(attributes: str) -> bool:
    if len(attributes) < _MANY_CHARACTERS:
        return False
    return sum(1 for _ in _NAMES.finditer(attributes)) > _MAX_ATTRIBUTES
