"""Words between quotation marks, in a paragraph, in any style of marks.

    “We came,” she said.   «Nous sommes venus.»   „Wir kamen“   'the workers' rights'   「来た」

A mark opens or closes by its form where that is certain, and by its neighbours where one form does both. An apostrophe
is told from a closing single mark by what stands around it and by whether anything is open that it could close.
"""

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

# For each mark that opens, those that close it: the right one first, then those it is typed or set with by mistake.
_CLOSED_BY = {
    "“": '”"“',
    "”": "”",
    "„": '“”"‟',
    "‟": "”",
    '"': '"”“',
    "＂": "＂",
    "«": "»",
    "»": "«»",
    "‹": "›",
    "›": "‹›",
    "‘": "’'",
    "‛": "’'",
    "‚": "‘’'",
    "'": "'’",
    "’": "’",
    "「": "」",
    "『": "』",
    "《": "》",
    "〝": "〞〟",
    "﹁": "﹂",
    "﹃": "﹄",
}
SINGLES = frozenset("‘‛'’")
"""Opening marks that can also be apostrophes."""
TITLES = frozenset("《")
"""Opening marks of titles of works, never of what somebody says."""
# They open only where their neighbours say so: most often they close.
_MOSTLY_CLOSING = frozenset("”»›")
_APOSTROPHES = "'’‘‛"
# They open as well as close: where they stand like opening ones, they close nothing.
_BOTH = frozenset('"＂“«‹' + _APOSTROPHES)
# A letter of a script with spaces between its words; in others a mark stands between two letters (‘你好’他说).
_LETTER = r"[^\W_\u2e80-\uffff]"
# No apostrophe inside a word is a mark: they are by far the most.
_MARK = re.compile(
    "[" + re.escape("".join(set("".join([*_CLOSED_BY, *_CLOSED_BY.values()])) - set(_APOSTROPHES))) + "]"
    rf"|[{_APOSTROPHES}](?!(?<={_LETTER}.){_LETTER})"
)
_BEFORE_OPENING = frozenset("([{<-–—―/=:,;¿¡…|*_>：，。；！？（、")
# What words can begin with: no white space, no mark that ends something, and a point only with a word (“.com”) or dots.
_BEGINS = re.compile(r"[^\s,.;:!?)\]}]|\.[\w.]")
_SENTENCE_ENDS = frozenset(".!?…")
# No opening mark: a year or decade without its century ('68, ’90s), a letter by itself ('s avonds), letters left out.
_ELISION = re.compile(r"(?:(?:\d\ds?|[a-z])\b(?!['’])|([^\W\d_]+)\b)")
# The plural possessive: a mark behind it is an apostrophe when another one further on closes.
_POSSESSIVE = re.compile(r"(?<=[sSzZxX])['’] +[^\W\d_]")


# Quotations in quotations: nobody sets more, and all that are open are looked through at every mark.
_DEEPEST = 6


class Marked(NamedTuple):
    """Words at `start`..`end` (code points, without the marks) that follow an opening `mark`."""

    start: int
    end: int
    mark: str


class Marks(NamedTuple):
    """What is between marks in a paragraph: in `closed` ones, the outermost only, and in an `unclosed` one behind them.

    The unclosed one goes to the end of the paragraph, where a quotation of several paragraphs goes on; closed ones may
    stand in it.
    """

    closed: tuple[Marked, ...]
    unclosed: Marked | None


_NOTHING = Marks((), None)


def marks_of(text: str, elisions: frozenset[str] = frozenset()) -> Marks:
    """What a paragraph has between marks. `elisions` are words that begin with an apostrophe, without it ('em)."""
    found = list(_MARK.finditer(text))
    if not found:
        return _NOTHING
    places = [match.start() for match in found]
    open_marks: list[Marked] = []
    closed: list[Marked] = []
    next_doubles = _next_doubles(text, places)
    for at, following, double in zip(places, _next_singles(text, places, elisions), next_doubles, strict=True):
        mark = text[at]
        level = _closes(text, at, open_marks, following)
        if level is not None:
            closed.append(open_marks[level]._replace(end=at))
            del open_marks[level:]
        elif _opens(text, at, following, elisions) or (mark == double == "”" and text[at - 1 : at] in _SENTENCE_ENDS):
            # The end. ”We came,” he said: set with the wrong mark, for the next one closes too.
            open_marks.append(Marked(at + 1, len(text), mark))
            del open_marks[:-_DEEPEST]
    unclosed = open_marks[0] if open_marks else None
    return Marks(tuple(_outermost(closed)), unclosed)


def _closes(text: str, at: int, open_marks: list[Marked], following: "_Next") -> int | None:
    """The level of the open mark that the one at a place closes, none if it closes none."""
    mark = text[at]
    level = next(
        (level for level in range(len(open_marks) - 1, -1, -1) if mark in _CLOSED_BY[open_marks[level].mark]), None
    )
    if level is None:
        return None
    opened = open_marks[level]
    if opened.start == at or ((mark in _BOTH or mark == opened.mark) and _is_opening_place(text, at)):
        return None
    if mark in "'’" and following is _Next.CLOSES and _POSSESSIVE.match(text, at):
        return None
    return level


def _opens(text: str, at: int, following: "_Next", elisions: frozenset[str]) -> bool:
    mark = text[at]
    if mark not in _CLOSED_BY:
        return False
    if mark == "’" and following is _Next.OPENS:
        return False  # only where something closes: by far most of them are apostrophes
    if mark in SINGLES:
        return _is_opening_place(text, at) and not _is_elision(text, at, elisions)
    if mark in _MOSTLY_CLOSING:
        return _is_opening_place(text, at)
    if mark in '"＂':
        # Between two spaces, as French is typed, the first of two opens; behind a figure it is an inch.
        return _is_opening_place(text, at) or at == 0 or not text[at - 1].isalnum() or text[at - 1] > "\u2e80"
    return True


def _is_opening_place(text: str, at: int) -> bool:
    """Whether a mark stands like an opening one: nothing before it that it could close, and something behind it."""
    before = text[at - 1 : at]
    return (not before or before.isspace() or before in _BEFORE_OPENING or before in _CLOSED_BY) and (
        _BEGINS.match(text, at + 1) is not None
    )


def _is_elision(text: str, at: int, elisions: frozenset[str]) -> bool:
    found = _ELISION.match(text, at + 1)
    return found is not None and (found[1] is None or found[1].casefold() in elisions)


class _Next(Enum):
    """What the next single mark of a paragraph does: open or nothing, close, or close if it is no possessive."""

    OPENS = auto()
    MAY_CLOSE = auto()
    CLOSES = auto()


def _next_singles(text: str, places: list[int], elisions: frozenset[str]) -> list[_Next]:
    """For each mark what the next single one does; one that only may close leaves open what the next after it does."""
    following = _Next.OPENS
    answers: list[_Next] = []
    for at in reversed(places):
        answers.append(following)
        if text[at] not in _APOSTROPHES:
            continue
        if not _is_opening_place(text, at):
            is_certain = following is _Next.CLOSES or not _POSSESSIVE.match(text, at)
            following = _Next.CLOSES if is_certain else _Next.MAY_CLOSE
        elif text[at] != "’" and not _is_elision(text, at, elisions):
            following = _Next.OPENS
    return answers[::-1]


def _next_doubles(text: str, places: list[int]) -> list[str]:
    """For each mark the next one that is no apostrophe, empty behind the last."""
    following = ""
    answers: list[str] = []
    for at in reversed(places):
        answers.append(following)
        if text[at] not in _APOSTROPHES:
            following = text[at]
    return answers[::-1]


def _outermost(closed: list[Marked]) -> Iterator[Marked]:
    """Those in no other, rising. Each was closed after all that is in it."""
    end = -1
    for marked in sorted(closed, key=lambda one: (one.start, -one.end)):
        if marked.start > end:
            end = marked.end
            yield marked
