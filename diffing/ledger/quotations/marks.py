"""Find the words between quotation marks in a paragraph, in any style of marks.

    “We came,” she said.   «Nous sommes venus.»   „Wir kamen“   'the workers' rights'   「来た」   ``We came''

Some marks only open or only close: their form decides. For a form that does both, the neighbouring characters decide.
An apostrophe looks like a closing single mark: it closes only if a single mark is open and its neighbours allow it.
"""

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

from diffing.patterns import lazy_pattern
from diffing.text.scripts import ScriptPattern
from diffing.text.words import DOUBLED_MARK

# For each opening mark, the marks that close it: first the right one, then those that are often set by mistake.
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
"""Opening marks of titles of works, never of speech."""
# Marks that mostly close: they open only if their neighbours are those of an opening mark.
_MOSTLY_CLOSING = frozenset("”»›")
_APOSTROPHES = "'’‘‛"
# Marks that open and close: in an opening place, they close nothing.
_BOTH = frozenset('"＂“«‹' + _APOSTROPHES)
# A letter of a script with spaces between its words; in others a mark stands between two letters (‘你好’他说).
_LETTER = r"[^\W_\u2e80-\uffff]"
# Apostrophes inside words are no marks. They are the most frequent, so the pattern skips them.
_MARK = ScriptPattern(
    lambda: (
        "[" + re.escape("".join(sorted({*"".join([*_CLOSED_BY, *_CLOSED_BY.values()])} - {*_APOSTROPHES}))) + "]"
        rf"|[{_APOSTROPHES}](?!(?<={_LETTER}.){_LETTER})"
    ),
    {_LETTER: r"[^\W_]"},
    "quotation mark",
)
_BEFORE_OPENING = frozenset("([{<-–—―/=:,;¿¡…|*_>：，。；！？（、")
# The first character of quoted words: no white space and no closing punctuation; a full stop only in “.com” or dots.
_BEGINS = lazy_pattern(r"[^\s,.;:!?)\]}]|\.[\w.]")
_SENTENCE_ENDS = frozenset(".!?…")
# An apostrophe and no opening mark: a year without its century ('68, ’90s), a single letter ('s avonds), or a word that
# may have lost letters ('em).
_ELISION = lazy_pattern(r"(?:(?:\d\ds?|[a-z])\b(?!['’])|([^\W\d_]+)\b)")
# The plural possessive, as in the workers' rights: its mark is an apostrophe if a later mark closes.
_POSSESSIVE = lazy_pattern(r"(?<=[sSzZxX])['’] +[^\W\d_]")


# Two single marks that are a double one. Of three closing ones, the first closes a quotation inside.
_DOUBLED = lazy_pattern(rf"(?:{DOUBLED_MARK})(?!['\u2019])")
_DOUBLE_OF = {"''": '"', "``": "“", "‘‘": "“", "’’": "”", "‛‛": "“", "‚‚": "„", ",,": "„"}

# Levels of quotations inside quotations. Texts have fewer, and each mark is compared with all open marks.
_DEEPEST = 6


class Marked(NamedTuple):
    """Words at `start`..`end` (code points, without the marks) behind an opening `mark`."""

    start: int
    end: int
    mark: str


class Marks(NamedTuple):
    """Quoted words of a paragraph.

    `closed` has the outermost quotations that are closed, rising. `unclosed` is the first quotation without a closing
    mark; it ends with the paragraph, since a quotation of several paragraphs continues there. Closed quotations may
    stand inside it.
    """

    closed: tuple[Marked, ...]
    unclosed: Marked | None


_NO_MARKS = Marks((), None)


def marks_of(text: str, elisions: frozenset[str] = frozenset()) -> Marks:
    """Return the quoted words of a paragraph.

    `elisions` are words that can begin with an apostrophe ('em), without this apostrophe.
    """
    if any(mark in text for mark in _DOUBLE_OF) and _DOUBLED.search(text):
        text = _DOUBLED.sub(lambda match: _as_one_mark(text, match), text)
    places = [match.start() for match in _MARK.of(text).finditer(text)]
    if not places:
        return _NO_MARKS
    open_marks: list[Marked] = []
    closed: list[Marked] = []
    next_doubles = _next_doubles(text, places)
    for at, following, double in zip(places, _next_singles(text, places, elisions), next_doubles, strict=True):
        mark = text[at]
        level = _closed_level(text, at, open_marks, following)
        if level is not None:
            closed.append(open_marks[level]._replace(end=at))
            del open_marks[level:]
        elif _opens(text, at, following, elisions) or (mark == double == "”" and text[at - 1 : at] in _SENTENCE_ENDS):
            # The end. ”We came,” he said: the first mark has the wrong form, since the next one closes too.
            open_marks.append(Marked(at + 1, len(text), mark))
            del open_marks[:-_DEEPEST]
    unclosed = open_marks[0] if open_marks else None
    return Marks(tuple(_outermost(closed)), unclosed)


def _as_one_mark(text: str, match: re.Match[str]) -> str:
    """Return the double mark for two single ones, with a space on its outer side that keeps the offsets."""
    mark = _DOUBLE_OF[match[0]]
    return f" {mark}" if match[0] == "``" or _is_opening_place(text, match.start(), match.end()) else f"{mark} "


def _closed_level(text: str, at: int, open_marks: list[Marked], following: "_Next") -> int | None:
    """Return the level of the open mark that the mark at `at` closes, or None if it closes none."""
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
        return False  # mostly an apostrophe: it opens only if a later mark closes
    if mark in SINGLES:
        return _is_opening_place(text, at) and not _is_elision(text, at, elisions)
    if mark in _MOSTLY_CLOSING:
        return _is_opening_place(text, at)
    if mark in '"＂':
        # French is typed with spaces around the marks: there the first of two opens. Behind a figure it means inches.
        return _is_opening_place(text, at) or at == 0 or not text[at - 1].isalnum() or text[at - 1] > "\u2e80"
    return True


def _is_opening_place(text: str, at: int, end: int | None = None) -> bool:
    """Return whether a mark has the neighbours of an opening mark: no word before it, and a word behind it.

    `end` is the end of a mark of several characters.
    """
    before = text[at - 1 : at]
    return (not before or before.isspace() or before in _BEFORE_OPENING or before in _CLOSED_BY) and (
        _BEGINS.match(text, at + 1 if end is None else end) is not None
    )


def _is_elision(text: str, at: int, elisions: frozenset[str]) -> bool:
    found = _ELISION.match(text, at + 1)
    return found is not None and (found[1] is None or found[1].casefold() in elisions)


class _Next(Enum):
    """Role of the next single mark of a paragraph."""

    OPENS = auto()
    """It opens, or there is none."""
    MAY_CLOSE = auto()
    """It closes, unless it is the apostrophe of a possessive."""
    CLOSES = auto()
    """It closes."""


def _next_singles(text: str, places: list[int], elisions: frozenset[str]) -> list[_Next]:
    """Return for each mark the role of the next single mark.

    A possible possessive is certain to close if a later mark closes too.
    """
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
    """Return for each mark the next mark that is no apostrophe, '' if there is none."""
    following = ""
    answers: list[str] = []
    for at in reversed(places):
        answers.append(following)
        if text[at] not in _APOSTROPHES:
            following = text[at]
    return answers[::-1]


def _outermost(closed: list[Marked]) -> Iterator[Marked]:
    """Yield the quotations that stand in no other, rising."""
    end = -1
    for marked in sorted(closed, key=lambda one: (one.start, -one.end)):
        if marked.start > end:
            end = marked.end
            yield marked
