r"""The words of a paragraph of Markdown, without its marks.

    **At least** [14 people](https://lurvik.example "Lurvik") died in 2*3*4 hours\*.
    At least 14 people died in 2*3*4 hours*.

Marks that have no partner are characters of the text, and so are those within a word or a number.
"""

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from html import unescape

from diffing.patterns import lazy_pattern
from diffing.sources.markup.change_marks import INSERTED, LOWERED, RAISED, STRUCK

_TOKEN = lazy_pattern(
    r"""
      (?P<escape>\\[!-/:-@\[-`{-~])
    | (?P<code>`+)
    | (?P<note>\[\^[^\]\s\[]{1,100}\])
    | (?P<opening>!?\[)
    | (?P<closing>\])
    | (?P<power>\^[-+\u2212]?[0-9]{1,4}\^)
    | (?P<range>(?<=[0-9])--(?=[0-9]))
    | (?P<run>\*+|_+|~+)
    | (?P<address><(?:https?://|mailto:)[^<>\s]{1,2000}>|<[\w.+-]{1,100}@[\w.-]{1,100}>)
    | (?P<tag></?[a-zA-Z][\w-]{0,30}(?:\s[^<>]{0,2000})?/?>)
    | (?P<entity>&(?:[a-zA-Z][a-zA-Z0-9]{1,30}|\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6});)
    """,
    re.VERBOSE,
)
# Behind the text of a link: where it goes to, with a title, or the name of that.
_DESTINATION = lazy_pattern(
    r"""\(\s*(?:<[^<>\n]{0,2000}>|(?:[^\s()<>]|\([^\s()<>]{0,200}\)){0,2000})
        (?:\s+(?:"[^"]{0,2000}"|'[^']{0,2000}'|\([^()]{0,2000}\)))?\s*\)(?:\{[^{}\n]{0,200}\})?""",
    re.VERBOSE,
)
# Parts of a text that is taken for the name of a link.
_PARTS_OF_NAME = 100
_NAME = lazy_pattern(r"\[([^\[\]]{0,200})\]")
_TAGS = {
    "sup": RAISED,
    "sub": LOWERED,
    "del": STRUCK,
    "s": STRUCK,
    "strike": STRUCK,
    "ins": INSERTED,
    "q": ("\u201c", "\u201d"),
}
_KNOWN_TAG = lazy_pattern(
    r"""</?(?:a|abbr|acronym|b|bdi|bdo|big|blockquote|center|cite|code|data|dd|details|dfn|div|dl|dt|em|figcaption|figure
    |font|h[1-6]|hr|i|iframe|img|kbd|li|mark|nobr|ol|p|picture|pre|rp|ruby|samp|section|small|source|span|strong
    |summary|table|tbody|td|th|thead|time|tr|tt|u|ul|var|video|wbr)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_TAG_NAME = lazy_pattern(r"</?([\w-]+)")
_NOTHING = lazy_pattern("")
_WORD = lazy_pattern(r"[^\W_]")
# Letters of scripts that are written without spaces: a mark between two of them is a mark nevertheless.
_UNSPACED = lazy_pattern("[\u0e00-\u0eff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff01-\uff60]")
_PUNCTUATION = lazy_pattern(r"[^\w\s]|_")


@dataclass(slots=True)
class _Run:
    """A run of marks that is open: its place among the parts, how many are left."""

    part: int
    left: int


class Inline:
    """Takes paragraphs apart; `names` are the names of links that the text defines, `note` gives the mark of a note."""

    def __init__(self, names: frozenset[str], note: Callable[[str], str | None]) -> None:
        self.captions: list[str] = []
        """The alternative texts of the pictures that were met."""
        self._names = names
        self._note = note
        self._parts: list[str] = []
        self._runs: dict[str, list[_Run]] = {}
        self._tags: dict[str, list[_Run]] = {}
        self._brackets: list[int] = []

    def words(self, text: str) -> str:
        """Return the words of a paragraph, with marks of changes in them."""
        self._parts, self._brackets, self._tags = [], [], {}
        self._runs = {"*": [], "_": [], "~": []}
        codes: dict[int, list[int]] = {}
        for code in re.finditer("`+", text):
            codes.setdefault(len(code[0]), []).append(code.start())
        at = 0
        while (match := _TOKEN.search(text, at)) is not None:
            self._parts.append(text[at : match.start()])
            at = match.end()
            if match["code"]:
                at = self._code(text, match, codes)
            elif match["closing"]:
                at = self._closing(text, at)
            elif match["run"]:
                self._run(text, match)
            else:
                self._other(match)
        self._parts.append(text[at:])
        return "".join(self._parts)

    def _other(self, match: re.Match[str]) -> None:
        token = match[0]
        if match["opening"]:
            self._brackets.append(len(self._parts))
            self._parts.append(token)
        elif match["escape"]:
            self._parts.append(token[1])
        elif match["note"]:
            mark = self._note(token[2:-1])
            gap = " " if self._parts[-1][-1:].isdigit() else ""
            self._parts.append(token if mark is None else gap + mark)
        elif match["address"]:
            self._parts.append(token[1:-1])
        elif match["entity"]:
            self._parts.append(unescape(token))
        elif match["power"]:
            self._parts.append(token[1:-1].join(RAISED))
        elif match["range"]:
            self._parts.append("\u2013")
        else:
            self._tag(token)

    def _code(self, text: str, match: re.Match[str], codes: dict[int, list[int]]) -> int:
        """Take code, or backquotes that never end; return where the text goes on."""
        size = len(match[0])
        ends = codes[size]
        found = bisect_left(ends, match.end())
        if found == len(ends):
            self._parts.append(match[0])
            return match.end()
        self._parts.append(text[match.end() : ends[found]])
        return ends[found] + size

    def _closing(self, text: str, at: int) -> int:
        """Close a bracket: a link keeps its text, a picture gives a caption; return where the text goes on."""
        if not self._brackets:
            self._parts.append("]")
            return at
        opening = self._brackets.pop()
        target = _DESTINATION.match(text, at) or self._named(text, at, opening)
        if target is None:
            self._parts.append("]")
            return at
        if self._parts[opening] == "![":
            inside = "".join(self._parts[opening + 1 :])
            if inside.strip():
                self.captions.append(inside)
            del self._parts[opening:]
            for runs in (*self._runs.values(), *self._tags.values()):
                while runs and runs[-1].part >= opening:
                    runs.pop()
        else:
            self._parts[opening] = ""
        return target.end()

    def _named(self, text: str, at: int, opening: int) -> re.Match[str] | None:
        """Return the name behind a bracket if the text says where links of that name go to; it may be left out."""
        if not self._names:
            return None
        name = _NAME.match(text, at)
        if name is not None and name[1]:
            return name if name_of(name[1]) in self._names else None
        inside = "".join(self._parts[opening + 1 :]) if len(self._parts) - opening < _PARTS_OF_NAME else ""
        return (name or _NOTHING.match(text, at)) if name_of(inside) in self._names else None

    def _run(self, text: str, match: re.Match[str]) -> None:
        """Take a run of marks: it closes those that are open, or opens."""
        character, left = match[0][0], len(match[0])
        opens, closes = _flanks(text, match.start(), match.end())
        if character == "~" and left != 2:
            opens = closes = False
        runs = self._runs[character]
        here = len(self._parts)
        self._parts.append("")
        while closes and left and runs:
            run = runs[-1]
            pairs = min(run.left, left)
            run.left -= pairs
            left -= pairs
            self._parts[run.part] = self._parts[run.part][pairs:]
            if character == "~":
                self._parts[run.part] = STRUCK[0]
                self._parts[here] = STRUCK[1]
            if not run.left:
                runs.pop()
        self._parts[here] += character * left
        if opens and left:
            runs.append(_Run(here, left))

    def _tag(self, token: str) -> None:
        """Take a tag: of those with a meaning here both ends are needed; unknown ones are characters."""
        name = _TAG_NAME.match(token)
        known = name[1].lower() if name else ""
        here = len(self._parts)
        if known == "br":
            self._parts.append("\n")
        elif known not in _TAGS:
            self._parts.append("" if _KNOWN_TAG.match(token) else token)
        elif not token.startswith("</"):
            self._parts.append("")
            self._tags.setdefault(known, []).append(_Run(here, 1))
        elif self._tags.get(known):
            start, end = _TAGS[known]
            self._parts[self._tags[known].pop().part] = start
            self._parts.append(end)


def name_of(text: str) -> str:
    """Return the name of a link's target, for comparing."""
    return " ".join(text.casefold().split())


def _flanks(text: str, start: int, end: int) -> tuple[bool, bool]:
    """Return whether a run of marks may open and may close: it stands at the side of a word, and not within one."""
    before = text[start - 1 : start] or " "
    after = text[end : end + 1] or " "
    is_within = bool(_WORD.match(before) and _WORD.match(after))
    if is_within and not _UNSPACED.match(before) and not _UNSPACED.match(after):
        # Two marks may end within a word ('**flood**ed'), one may not ('2*3*4').
        return False, text[start] == "*" and end - start > 1
    if _UNSPACED.match(before) or _UNSPACED.match(after):
        return not after.isspace(), not before.isspace()
    mark_before, mark_after = (bool(_PUNCTUATION.match(each)) for each in (before, after))
    opens = not after.isspace() and (not mark_after or before.isspace() or mark_before)
    closes = not before.isspace() and (not mark_before or after.isspace() or mark_after)
    return opens, closes
