"""Line breaks that an author meant: between verses, items of a list, rows of a table, turns of a transcript.

    I rowed the moon across the sound        Officials travelled to Caracas
    and asked her for a crown.               on Saturday.
    meant: nothing else is so narrow         not meant: 'on' had no room behind 'Caracas'

Each break of wrapped prose fits some widths: those at which the first word of the next line had no room any more. The
width that most breaks of a file fit is its width, if the file is wrapped at all. It is not if much of its text stands
in wider lines, if each line begins with a capital, or if breaks fit no common width.

    not wrapped    every break between two lines is meant, but for paragraphs that are wide and wrapped by themselves
    wrapped        a break is meant if the next word would have had room, in a paragraph where half of the breaks are so

In both, a break before a mark is meant: a bullet, the next number, the name of a speaker and a colon.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from diffing.patterns import lazy_pattern

# Lines are wrapped at 60 to 100 columns, sometimes at 120 or 132, never beyond this.
LONGEST_WRAP = 140
# A line that breaks off is shorter than this share of the width.
SHORT_LINE = 0.85
# Cells: prose is not wrapped at less than this, and rarely at less than the second.
_NARROWEST_WRAP, _USUAL_WRAP = 30, 55
# Verses and rows are rarely wider, in cells; wider lines of no common width are sentences, one on each line.
_WIDEST_VERSE = 80
# A paragraph in a file that is not wrapped may itself be wrapped if it is as wide as this, in cells.
_LEAST_WRAPPED = 45
# Share of the breaks that fit the width of a wrapped file; of those that nearly do, where people break lines by hand.
_FITTING = 0.8
# Share of the width that a line reaches which a person broke.
_REACHED = 0.75
# Share of a file's text in lines wider than its width, from which on it is not wrapped; a line counts if it is wider
# by the second number.
_WIDE_SHARE, _WIDER = 1 / 3, 1.25
# Paragraphs as wide as this share of the width tell whether it is the width of the file.
_COMPARABLE = 0.75
# Share of lines that begin with a capital, in a file of verse, and the least number of lines that can tell.
_CAPITAL_SHARE, _CAPITAL_LINES = 0.9, 6
# Cells by which a line of Han and kana may differ from the others: marks hang over the edge, or take a character along.
_HANGING, _TAKEN_ALONG = 2, 4

# Two cells each: Han, kana, Hangul and full-width forms.
_WIDE = lazy_pattern(r"[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60]")
_FIRST_UNSPACED = "\u2e80"
# Between Han or kana a line break is no space (CSS Text 3, segment break transformation).
_UNSPACED = lazy_pattern(
    r"[\u2e80-\u30ff\u31c0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\U00020000-\U0003ffff]"
)

_BULLET = lazy_pattern(r"([-*\u2010-\u2015\u2022\u2023\u2043\u25a0-\u25ff\u00b7\u30fb])\s*(?=\S)")
_NUMBER = lazy_pattern(r"[(\[\uff08]?(\d{1,3})(?:[.)\]\uff09\u3001]|\uff0e)\s*(?=\D)")
_LETTER_MARK = lazy_pattern(r"[(\[]?([a-z])[.)\]]\s+(?=\S)", re.IGNORECASE)
# The name of who speaks: at most four words and a colon.
_SPEAKER = lazy_pattern(r"(?![a-z])([^\W\d_][\w.'\u2019-]*(?: [\w.'\u2019-]+){0,3})\s?(?::(?=\s)|\uff1a)")
_DIGIT = lazy_pattern(r"\d")


class Line(NamedTuple):
    """The text of a line without white space at its ends, its offset in the source, and its indent."""

    text: str
    start: int
    indent: int

    @property
    def end(self) -> int:
        """The offset behind its last character."""
        return self.start + len(self.text)

    @property
    def width(self) -> int:
        """Number of characters, with the indent."""
        return self.indent + len(self.text)


class _Break(NamedTuple):
    """A break: the least and the greatest width of wrapping that explain it, in cells."""

    least: int
    most: int

    def fits(self, width: int) -> bool:
        return self.least <= width <= self.most


class _Block(NamedTuple):
    """The lines of a paragraph, two or more, with their breaks and the cells of the widest line.

    `marked` are the lines (0-based) that begin with marks of one sort; none if there is one such line.
    """

    lines: Sequence[Line]
    breaks: Sequence[_Break]
    widest: int
    marked: frozenset[int]

    @property
    def unmarked_breaks(self) -> list[_Break]:
        """The breaks that are not before a mark: those of prose are among them."""
        return [one for at, one in enumerate(self.breaks, start=1) if at not in self.marked]


def meant_breaks(blocks: Sequence[Sequence[Line]]) -> list[tuple[int, ...]]:
    """Return for each paragraph of a file the lines (0-based) before which a break was meant."""
    several = {at: _block(lines) for at, lines in enumerate(blocks) if len(lines) > 1}
    if not several:
        return [()] * len(blocks)
    if _begin_with_capitals(list(several.values())):
        return [tuple(range(1, len(lines))) for lines in blocks]
    width = _width_of_wrapping(list(several.values()), blocks)
    return [_meant(several[at], width) if at in several else () for at in range(len(blocks))]


def are_items(lines: Sequence[str]) -> bool:
    """Return whether lines are items that can be compared one by one: of a list, a table, a transcript; not verses."""
    return len(_marked(lines)) > 1 or sum(bool(_DIGIT.search(line)) for line in lines) * 2 > len(lines)


def begins_unspaced(text: str) -> bool:
    """Return whether a text begins with a character between which and another one a line break is no space."""
    return text[:1] >= _FIRST_UNSPACED and _UNSPACED.match(text) is not None


def first_word(text: str) -> str:
    """Return the first word of a line, up to the first space; one Han or kana character is a word."""
    return text[0] if begins_unspaced(text) else text.split(maxsplit=1)[0]


def _cells(text: str) -> int:
    return len(text) if text.isascii() else len(text) + len(_WIDE.findall(text))


def _block(lines: Sequence[Line]) -> _Block:
    widths = [line.indent + _cells(line.text) for line in lines]
    breaks = []
    for before, (line, after) in zip(widths, pairwise(lines), strict=False):
        word = first_word(after.text)
        if begins_unspaced(line.text[-1]) or begins_unspaced(word):
            breaks.append(_Break(before - _HANGING, before + _cells(word) + _TAKEN_ALONG))
        else:
            breaks.append(_Break(before, before + _cells(word)))
    marked = frozenset(_marked([line.text for line in lines]))
    return _Block(lines, breaks, max(widths), marked if len(marked) > 1 else frozenset())


def _best_width(breaks: Sequence[_Break]) -> int:
    """Return the width that most breaks fit, the greatest of equals."""
    changes: Counter[int] = Counter()
    for one in breaks:
        changes[one.least] += 1
        changes[one.most + 1] -= 1
    best = fitting = most = 0
    for start, following in pairwise(sorted(changes)):
        fitting += changes[start]
        if fitting >= most:
            best, most = following - 1, fitting
    return best


def _width_of_wrapping(several: Sequence[_Block], blocks: Sequence[Sequence[Line]]) -> int | None:
    """Return the width in cells that a file is wrapped at, None if it is not wrapped."""
    able = [one for block in several for one in block.unmarked_breaks if one.least <= LONGEST_WRAP]
    if not able:
        return None
    width = _best_width(able)
    if width < _NARROWEST_WRAP or width > LONGEST_WRAP:
        return None
    lengths = [line.indent + _cells(line.text) for lines in blocks for line in lines]
    if sum(length for length in lengths if length > _WIDER * width) > _WIDE_SHARE * sum(lengths):
        return None
    comparable = [one for block in several if block.widest >= _COMPARABLE * width for one in block.unmarked_breaks]
    if sum(one.fits(width) for one in comparable) >= _FITTING * len(comparable):
        return width
    # Lines that people broke by hand reach for a width, and not all of them reach it.
    by_hand = sorted(block.widest for block in several)[(len(several) - 1) // 2]
    reached = sum(one.most >= _REACHED * by_hand for one in able)
    return by_hand if _USUAL_WRAP <= by_hand <= LONGEST_WRAP and reached >= _FITTING * len(able) else None


def _begin_with_capitals(several: Sequence[_Block]) -> bool:
    """Return whether nearly all lines begin with a capital, as old verse does."""
    starts = [line.text[0] for block in several for line in block.lines]
    is_narrow = max(block.widest for block in several) <= _WIDEST_VERSE
    return is_narrow and len(starts) >= _CAPITAL_LINES and sum(map(str.isupper, starts)) >= _CAPITAL_SHARE * len(starts)


def _meant(block: _Block, width: int | None) -> tuple[int, ...]:
    """Return the lines of a paragraph before which a break was meant."""
    if width is None:
        has_room = [True] * len(block.breaks)
        is_prose = _is_wrapped_by_itself(block) or block.widest > _WIDEST_VERSE
    else:
        has_room = [one.most < SHORT_LINE * width for one in block.breaks]
        is_prose = sum(has_room) * 2 < len(has_room)
    marked = block.marked
    if not _are_marks(marked, has_room):
        return () if is_prose else tuple(range(1, len(block.lines)))
    outer = min(block.lines[at].indent for at in marked)
    is_prose = _is_wrapped_by_itself(block)
    return tuple(
        at
        for at in range(1, len(block.lines))
        if at in marked or (has_room[at - 1] and block.lines[at].indent <= outer and not is_prose)
    )


def _is_wrapped_by_itself(block: _Block) -> bool:
    """Return whether a paragraph is as wide as prose, and all of its breaks fit one width."""
    width = _best_width(block.breaks)
    return (
        block.widest >= _LEAST_WRAPPED
        and block.widest <= width <= LONGEST_WRAP
        and all(one.fits(width) for one in block.breaks)
    )


def _are_marks(marked: frozenset[int], has_room: Sequence[bool]) -> bool:
    """Return whether marked lines are items: most of them do not begin a line by accident.

    A dash or a word with a colon can come to stand at the beginning of a line where prose is wrapped. Then it had no
    room before.
    """
    breaks = [has_room[at - 1] for at in marked if at > 0]
    return bool(marked) and sum(breaks) * 2 >= len(breaks)


def _marked(lines: Sequence[str]) -> list[int]:
    """Return the lines (0-based) that begin with marks of one sort: the sort that most of them have."""
    bullets = Counter(match[1] for line in lines if (match := _BULLET.match(line)))
    bullet = max(bullets, key=lambda mark: bullets[mark], default="")
    by_sort = (
        [at for at, line in enumerate(lines) if (match := _BULLET.match(line)) and match[1] == bullet],
        _rising([(at, int(match[1])) for at, line in enumerate(lines) if (match := _NUMBER.match(line))]),
        _rising([(at, ord(match[1])) for at, line in enumerate(lines) if (match := _LETTER_MARK.match(line))]),
        [at for at, line in enumerate(lines) if _SPEAKER.match(line)],
    )
    return max(by_sort, key=len)


def _rising(numbered: Sequence[tuple[int, int]]) -> list[int]:
    """Return the lines whose numbers count on by one."""
    together = {at for (at, number), (_, following) in pairwise(numbered) if following == number + 1}
    together |= {at for (_, number), (at, following) in pairwise(numbered) if following == number + 1}
    return sorted(together)
