"""The text of one paragraph while it is read: what its inline elements do to it.

10<sup>6</sup> litres         10⁶ litres
<a>World</a><a>Money</a>      World Money, in a menu
<mfrac>1 2                    1/2
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from diffing.sources.documents import Mark
from diffing.sources.markup.superscripts import lowered, raised

_SCRIPTS: dict[str, Callable[[str], str]] = {"sup": raised, "sub": lowered}
# Elements of formulas: what becomes of their second and third child.
_FORMULAS: dict[str, tuple[Callable[[str], str], ...]] = {
    "msup": (raised,),
    "msub": (lowered,),
    "msubsup": (lowered, raised),
    "mfrac": (),
    "msqrt": (),
}
_SPECIAL = frozenset((*_SCRIPTS, *_FORMULAS, "mi", "mn", "mo", "mrow", "mtext", "mstyle"))
# Characters of a superscript or a part of a formula, at most: no more are put in order.
_LONGEST = 60
_NUMBERS = re.compile(r"[0-9]+(?:[,;\u2013 ]+[0-9]+)+")
_DIGITS = re.compile(r"[0-9]+")
# 'said so.<sup>AFP</sup>': the agency is no note.
_AGENCY = re.compile(r"[^\W\d_]{2,10}")
_SENTENCE_ENDS = tuple('.!?"\u201d\u00bb')
# What stands right behind a word.
_NO_WORD = frozenset(" \t\n\r\f\u00a0.,;:!?)]\u2019\u201d\u3001\u3002\uff0c")


@dataclass(slots=True)
class _Open:
    """An open element whose text is put in order at its end: the part at which it starts, and those of its children."""

    tag: str
    start: int
    children: list[int] = field(default_factory=list)


class Text:
    """The characters of a paragraph that is being read."""

    def __init__(self) -> None:
        self._opened: list[_Open] = []
        self._changes: list[tuple[int, str, str]] = []
        self._clear()

    def _clear(self) -> None:
        self.parts: list[str] = []
        self._length = self._linked = 0
        self._marks: list[Mark] = []
        self._is_line_start = True
        self._has_ended = self._has_ended_link = self._needs_gap = False
        for opened in self._opened:
            opened.start, opened.children = 0, []
        self._changes = [(0, author, date) for _, author, date in self._changes]

    def add(self, text: str, is_link: bool = False) -> None:
        """Add characters."""
        if not text:
            return
        if self._needs_gap:
            self._needs_gap = False
            if _is_new_word("".join(self.parts[-2:]), text):
                text = f" {text}"
        self.parts.append(text)
        self._length += len(text)
        self._has_ended = self._has_ended_link = False
        if not text.isspace():
            self._is_line_start = False
            if is_link:
                self._linked += len(text.strip())

    def break_line(self) -> bool:
        """End a line; return whether nothing stands on it, so that a paragraph ends."""
        if self._is_line_start:
            return True
        self.add("\n")
        self._is_line_start = True
        return False

    def begin(self, tag: str, is_apart: bool, is_link: bool = False, is_credit: bool = False) -> None:
        """Begin an inline element; one that is set apart is no part of the word before it.

        Neither is a link right behind another one, nor a credit behind whatever stands before it.
        """
        if (is_apart and self._has_ended) or (is_link and self._has_ended_link) or is_credit:
            self._needs_gap = True
        if tag in _SPECIAL:
            if self._opened:
                self._opened[-1].children.append(len(self.parts))
            self._opened.append(_Open(tag, len(self.parts)))

    def end(self, tag: str, is_apart: bool, is_link: bool = False) -> None:
        """End an inline element."""
        if tag in _SPECIAL:
            self._put_in_order(self._opened.pop())
        self._has_ended = is_apart and bool(self.parts)
        self._has_ended_link = is_link and bool(self.parts)

    def _put_in_order(self, opened: _Open) -> None:
        if opened.tag in _SCRIPTS:
            self._replace(opened.start, len(self.parts), lambda text: self._script(opened, text))
        elif opened.tag == "msqrt":
            self._replace(opened.start, len(self.parts), lambda text: f"\u221a{text}")
        elif opened.tag == "mfrac" and len(opened.children) == 2:
            first, second = opened.children
            self._replace(second, len(self.parts), lambda text: f"/{_grouped(text)}")
            self._replace(first, second, lambda text: self._spaced(first, _grouped(text)))
        elif opened.tag in _FORMULAS:
            ends = [*opened.children[1:], len(self.parts)]
            scripts = list(zip(opened.children[1:], ends[1:], _FORMULAS[opened.tag], strict=False))
            for start, end, script in reversed(scripts):
                self._replace(start, end, partial(_scripted, script=script, is_power=True))

    def _replace(self, start: int, end: int, change: Callable[[str], str]) -> None:
        """Change the text of some parts, if it is short."""
        if end - start > _LONGEST:
            return
        text = "".join(self.parts[start:end])
        if text.strip() and len(text) <= _LONGEST:
            changed = change(text)
            self.parts[start:end] = [changed]
            self._length += len(changed) - len(text)

    def _script(self, opened: _Open, text: str) -> str:
        before = self.parts[opened.start - 1][-1:] if opened.start else ""
        if opened.tag == "sup" and before in _SENTENCE_ENDS and _AGENCY.fullmatch(text):
            return f" {text}"
        return _scripted(text, _SCRIPTS[opened.tag], is_power=opened.tag == "sup" and before.isdigit())

    def _spaced(self, start: int, text: str) -> str:
        """Return a fraction apart from the whole number before it."""
        return f" {text}" if start and self.parts[start - 1][-1:].isdigit() else text

    def begin_change(self, author: str, date: str) -> None:
        """Begin a change that the page marks."""
        self._changes.append((self._length, author, date))

    def end_change(self) -> None:
        """End the last change that was begun."""
        start, author, date = self._changes.pop()
        if start < self._length:
            self._marks.append(Mark(start, self._length, author, date))

    def taken(self) -> tuple[str, int, tuple[Mark, ...]]:
        """Return the text, its characters within links and its marks, and begin anew; '' where there is none."""
        text, linked = "".join(self.parts), self._linked
        marks = [*self._marks, *(Mark(start, len(text), *by) for start, *by in self._changes if start < len(text))]
        self._clear()
        return text, linked, tuple(marks)


def _is_new_word(before: str, text: str) -> bool:
    """Return whether a text behind another one begins a new word: no comma does, nor the rest of a big initial."""
    if not before or before[-1].isspace() or text[0] in _NO_WORD:
        return False
    return not (text[0].islower() and len(before) == 1)


def _scripted(text: str, script: Callable[[str], str], is_power: bool) -> str:
    """Return a raised or lowered text; '1.5' has no such characters, so that 10^1.5 needs a sign."""
    inner = text.strip()
    found = script(inner)
    if found == inner and _NUMBERS.fullmatch(inner):
        found = _DIGITS.sub(lambda match: script(match[0]), inner)
    if found == inner and is_power and inner[0].isalnum() and any(map(str.isdigit, inner)):
        found = f"^{inner}"
    return text.replace(inner, found)


def _grouped(text: str) -> str:
    """Return a part of a fraction, in brackets where it is more than a number or a name."""
    inner = text.strip()
    return inner if inner.isalnum() else f"({inner})"
