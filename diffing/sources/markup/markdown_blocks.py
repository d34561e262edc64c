"""Paragraphs, headings, items, quotations, tables and notes of Markdown.

    # The dam                 a heading           1986. A great year       a paragraph: one number is no list
    - At least 14[^1]         an item             The dam                  a paragraph: no heading without an author's
    > Never again.            a quotation         ---                      sign for one
    [^1]: Said the mayor.     a note

Read line by line, without nesting: a quotation in an item is a quotation.
"""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from diffing.model import Role
from diffing.patterns import lazy_pattern
from diffing.sources.markup.change_marks import MARKS
from diffing.sources.markup.markdown_inline import Inline, name_of
from diffing.sources.markup.superscripts import raised
from diffing.sources.office.wordings import CELLS
from diffing.text.line_breaks import LONGEST_WRAP
from diffing.text.paragraphs import is_broken_inside

_LINE_END = lazy_pattern(r"\r\n|\r|\n")
_ALL_MARKS = tuple(chr(code) for code in range(ord(MARKS[0]), ord(MARKS[-1]) + 1))
_MARKS = lazy_pattern(f"[{MARKS}]*")
_QUOTATION = lazy_pattern(r" {0,3}>[ ]?")
_RULE = lazy_pattern(r" {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*")
_UNDERLINE = lazy_pattern(r" {0,3}={3,}[ \t]*")
_HEADING = lazy_pattern(r" {0,3}#{1,6}(?:[ \t]+|$)")
_HEADING_END = lazy_pattern(r"\s(?:#+|\{[#.:][^{}]*\})\s*$|^#+\s*$")
_FENCE = lazy_pattern(r" {0,3}(`{3,}|~{3,})([^`]*)$")
_BULLET = lazy_pattern(r"([ \t]*)(?:[-*]|\+(?![ \t]+\d))[ \t]+(?=\S)")
_NUMBER = lazy_pattern(r"([ \t]*)(\d{1,3})[.)][ \t]+(?=\S)")
_CELL_END = lazy_pattern(r"(?<!\\)\|")
_TABLE_LINE = lazy_pattern(r"[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)*[ \t]*:?-+:?[ \t]*\|?[ \t]*")
_NOTE = lazy_pattern(r" {0,3}\[\^([^\]\s\[]{1,100})\]:[ \t]*")
_TARGET = lazy_pattern(
    r"""[ ]{0,3}\[([^\[\]^][^\[\]]{0,200})\]:[ \t]*(?:<[^<>]*>|(?:(?:https?|ftp|mailto|data):|[/\#]|\.{1,2}/|www\.)\S*)
    (?:[ \t]+(?:"[^"]*"|'[^']*'|\([^()]*\)))?[ \t]*""",
    re.VERBOSE,
)
# Lines with attributes, or around a part with some: {: .lead}, ::: note
_ATTRIBUTES = lazy_pattern(r"\s*(?:\{:[^{}]*\}|:{3,}[ \t]*(?:\{[^{}]*\}|[\w-]*)[ \t:]*)\s*")
_HTML = lazy_pattern(
    r"""[ ]{0,3}</?(?:address|article|aside|blockquote|center|details|div|dl|fieldset|figcaption|figure|footer|form
    |h[1-6]|header|hr|iframe|main|nav|ol|p|picture|pre|script|section|style|summary|table|textarea|ul|video)(?:[\s/>]|$)""",
    re.VERBOSE | re.IGNORECASE,
)
_HTML_TO_END = lazy_pattern(r" {0,3}<(script|style|pre|textarea)\b", re.IGNORECASE)
_LONGEST_TABLE_LINE = 5_000
# Lines further down in which the next number of a list is looked for.
_NEAR = 40


class Part(NamedTuple):
    """A part of a text: its role and its words, with marks of changes; `is_html` for a piece of HTML as it stands."""

    role: Role
    text: str
    is_html: bool = False


class _Line(NamedTuple):
    depth: int
    marks: str
    text: str


def parts_of(text: str) -> Iterator[Part]:
    """Yield the parts of a text of Markdown, its notes behind."""
    lines = [_line(line) for line in _LINE_END.split(_without_comments(text))]
    yield from _Reader(lines).parts()


def _line(text: str) -> _Line:
    """Return a line without the signs of a quotation, and with the marks of changes at its start apart."""
    marks = _MARKS.match(text)
    assert marks is not None, "there may be no mark"
    at, depth = marks.end(), 0
    while found := _QUOTATION.match(text, at):
        at, depth = found.end(), depth + 1
    return _Line(depth, marks[0], text[at:])


def _without_comments(text: str) -> str:
    parts, at = [], 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start)) >= 0:
        parts.append(text[at:start])
        at = end + len("-->")
    return "".join((*parts, text[at:]))


class _Reader:
    def __init__(self, lines: Sequence[_Line]) -> None:
        self._lines = lines
        self._at = 0
        self._open: list[str] = []
        self._role = Role.TEXT
        self._depth = 0
        self._numbers = [int(found[2]) if (found := _NUMBER.match(line.text)) else None for line in lines]
        self._notes: dict[str, list[str]] = {
            found[1]: [] for line in lines if (found := _NOTE.match(line.text)) is not None
        }
        self._note: str | None = None
        self._order: dict[str, str] = {}
        self._waiting: deque[str] = deque()
        names = (_TARGET.fullmatch(line.text) for line in lines if line.text.lstrip().startswith("["))
        self._inline = Inline(frozenset(name_of(name[1]) for name in names if name), self._mark_of_note)
        # Without an empty line anywhere each line is a paragraph, unless lines are as short as wrapped ones.
        filled = [at for at, line in enumerate(lines) if line.text.strip()]
        has_empty_lines = bool(filled) and filled[-1] - filled[0] >= len(filled)
        self._joins_lines = has_empty_lines or max(map(len, (line.text for line in lines)), default=0) <= LONGEST_WRAP

    def parts(self) -> Iterator[Part]:
        """Yield the parts of the text, then those of its notes in the order of their marks."""
        while self._at < len(self._lines):
            yield from self._next()
        yield from self._end()
        while self._waiting:  # a note may name another one
            label = self._waiting.popleft()
            yield from self._note_parts(self._notes[label], self._order[label])
        for label, paragraphs in self._notes.items():
            if label not in self._order:
                yield from self._note_parts(paragraphs, "")

    def _note_parts(self, paragraphs: Sequence[str], mark: str) -> Iterator[Part]:
        for at, paragraph in enumerate(paragraphs):
            yield Part(Role.NOTE, f"{mark if at == 0 else ''} {self._inline.words(paragraph)}")
        yield from self._captions()

    def _mark_of_note(self, label: str) -> str | None:
        if label not in self._notes:
            return None
        if label not in self._order:
            self._order[label] = raised(str(len(self._order) + 1))
            self._waiting.append(label)
        return self._order[label]

    def _next(self) -> Iterator[Part]:
        """Read the line at hand, and those that belong to it."""
        line = self._lines[self._at]
        self._at += 1
        if line.depth != self._depth:
            yield from self._end()
            self._depth = line.depth
        if not line.text.strip():
            self._open.append(line.marks)
            yield from self._end()
            return
        if self._note is not None and not self._open and not line.text.startswith(("  ", "\t")):
            self._note = None
        yield from self._construct(line)

    def _construct(self, line: _Line) -> Iterator[Part]:
        text = line.text
        if fence := _FENCE.match(text):
            yield from self._code(fence[1])
        elif _RULE.fullmatch(text) or _ATTRIBUTES.fullmatch(text) or _TARGET.fullmatch(text):
            yield from self._end()
        elif _UNDERLINE.fullmatch(text):
            if len(self._open) == 1 and self._role is Role.TEXT:
                self._role = Role.HEADING
            yield from self._end()
        elif heading := _HEADING.match(text):
            yield from self._end()
            self._open = [line.marks + _HEADING_END.sub("", text[heading.end() :])]
            self._role = Role.HEADING
            yield from self._end()
        elif note := _NOTE.match(text):
            yield from self._end()
            self._note = note[1]
            self._open = [line.marks + text[note.end() :]]
        elif self._is_table(text):
            yield from self._table(line)
        elif _HTML.match(text) and not self._open:
            yield Part(Role.TEXT, line.marks + self._html(text), is_html=True)
        elif item := self._item(text):
            yield from self._end()
            self._open = [line.marks + text[item.end() :]]
            self._role = Role.ITEM
        else:
            if self._open and not self._joins_lines:
                yield from self._end()
            self._open.append(line.marks + text)

    def _end(self) -> Iterator[Part]:
        """End the paragraph that is open."""
        text = _joined(self._open)
        if text:
            if self._note is not None:
                self._notes[self._note].append(text)
            else:
                role = Role.QUOTATION if self._depth and self._role is not Role.HEADING else self._role
                yield Part(role, self._inline.words(text))
                yield from self._captions()
        self._open = []
        self._role = Role.TEXT

    def _captions(self) -> Iterator[Part]:
        for caption in self._inline.captions:
            yield Part(Role.CAPTION, caption)
        self._inline.captions.clear()

    def _code(self, fence: str) -> Iterator[Part]:
        yield from self._end()
        closing = re.compile(rf" {{0,3}}{re.escape(fence[0])}{{{len(fence)},}}[ \t]*")
        start = self._at
        while self._at < len(self._lines) and not closing.fullmatch(self._lines[self._at].text):
            self._at += 1
        yield Part(Role.TEXT, "\n".join(line.text for line in self._lines[start : self._at]))
        self._at += 1

    def _is_table(self, text: str) -> bool:
        if "|" not in text or self._at == len(self._lines):
            return False
        below = self._lines[self._at].text
        is_line = "|" in below and len(below) < _LONGEST_TABLE_LINE and _TABLE_LINE.fullmatch(below)
        return bool(is_line) and len(_cells(text)) == len(_cells(below))

    def _table(self, line: _Line) -> Iterator[Part]:
        yield from self._end()
        rows = [line]
        self._at += 1
        while self._at < len(self._lines) and "|" in self._lines[self._at].text:
            rows.append(self._lines[self._at])
            self._at += 1
        for row in rows:
            cells = [self._inline.words(cell) for cell in _cells(row.text)]
            if any(cell.strip() for cell in cells):
                yield Part(Role.TABLE_ROW, row.marks + CELLS.join(cells))
            yield from self._captions()

    def _html(self, text: str) -> str:
        """Return a piece of HTML: up to an empty line, a script or the like up to its end."""
        to_end = _HTML_TO_END.match(text)
        found = [text]
        if to_end:
            closing = f"</{to_end[1].lower()}"
            while self._at < len(self._lines) and closing not in found[-1].lower():
                found.append(self._lines[self._at].text)
                self._at += 1
        while self._at < len(self._lines) and self._lines[self._at].text.strip():
            found.append(self._lines[self._at].text)
            self._at += 1
        return "\n".join(found)

    def _item(self, text: str) -> re.Match[str] | None:
        """Return the mark of an item with which a line begins; None where it belongs to a sentence."""
        if bullet := _BULLET.match(text):
            is_in_sentence = self._open and self._role is not Role.ITEM and not self._open[-1].rstrip().endswith(":")
            below = self._lines[self._at].text if self._at < len(self._lines) else ""
            return None if is_in_sentence and not _BULLET.match(below) else bullet
        number = self._numbers[self._at - 1]
        if number is None:
            return None
        here = self._at - 1
        before = next(filter(None, reversed(self._numbers[max(0, here - _NEAR) : here])), None)
        behind = next(filter(None, self._numbers[here + 1 : here + _NEAR]), None)
        is_one_of_several = before in (number, number - 1) or behind in (number, number + 1)
        return _NUMBER.match(text) if is_one_of_several else None


def _cells(row: str) -> list[str]:
    """Return the cells of a row of a table."""
    cells = [cell.replace("\\|", "|") for cell in _CELL_END.split(row.strip())]
    start = 1 if not cells[0].strip() else 0
    end = len(cells) - 1 if len(cells) > 1 and not cells[-1].strip() else len(cells)
    return cells[start:end]


def _joined(lines: Sequence[str]) -> str:
    """Return the lines of a paragraph as one text, with a line feed where the author set a line end."""
    found, last = "", ""
    for at, line in enumerate(lines):
        words = line.strip(" \t")
        if last and words:
            if lines[at - 1].endswith(("  ", "\\")):
                found = found.removesuffix("\\") + "\n"
            elif not last.endswith(_ALL_MARKS) and not is_broken_inside(last[-20:], words):
                found += " "
        found += words
        last = words or last
    return found
