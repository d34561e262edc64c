"""Split text into lines of a given width in terminal cells.

    wrap("Officials travelled", 10)  ->  (0, 9) (10, 19), which are 'Officials' 'travelled'

Cells are not characters: a Han character or an emoji takes two cells, an accent none. A faster path without any look-up
of widths serves scripts of one cell a character, which is nearly all input.
"""

from bisect import bisect_left
from itertools import pairwise

from rich.cells import cell_len, split_graphemes

from diffing.patterns import lazy_pattern

# Characters that take one cell each in every terminal: Latin, Greek, Cyrillic, Armenian, and the punctuation of prose.
_ONE_CELL = lazy_pattern(
    "[ -~\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u058f\u1e00-\u1fff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf"
    "\u2190-\u21ff\u2400-\u2421]*"
)
# Marks that may not start a line in Chinese and Japanese, and those that may not end one (smallest set of JIS X 4051).
_NOT_FIRST = frozenset("、。，．：；？！）］｝〉》」』】〕〗’”…・ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ,.:;?!)]}»%％")
_NOT_LAST = frozenset("（［｛〈《「『【〔〖‘“([{«¿¡")

JOINER = "\u200d"
# Replaces the part of a text that has no room.
CUT = "…"

Stretch = tuple[int, int]

# A joiner that joins no two emoji, as in the scripts of India and after an Arabic letter (هـ‍.). rich treats each joiner
# as one of an emoji, and gives the character after it no width.
_EMOJI = "\u2190-\u2bff\U0001f000-\U0001faff"
_LONE_JOINER = lazy_pattern(f"(?<![\ufe0f{_EMOJI}])\u200d|\u200d(?![{_EMOJI}])")


def width(text: str) -> int:
    """Return the number of cells that a text takes in a terminal."""
    if _ONE_CELL.fullmatch(text):
        return len(text)
    return sum(cell_len(text[start:end]) for start, end in measurable(text))


def measurable(text: str) -> list[Stretch]:
    """Return the parts of a text that rich measures as a terminal does: split after each joiner that joins no emoji."""
    cuts = [match.end() for match in _LONE_JOINER.finditer(text)] if JOINER in text else []
    return [(start, end) for start, end in pairwise([0, *cuts, len(text)]) if start < end]


def clusters(text: str) -> list[tuple[int, int, int]]:
    """Return the grapheme clusters of a text as (start, end, cells).

    A cluster is a character with its accents and the characters joined to it.
    """
    if JOINER not in text:
        return split_graphemes(text)[0]
    found: list[tuple[int, int, int]] = []
    for offset, stretch_end in measurable(text):
        for start, end, cells in split_graphemes(text[offset:stretch_end])[0]:
            if cells == 0 and found:
                found[-1] = (found[-1][0], offset + end, found[-1][2])
            else:
                found.append((offset + start, offset + end, cells))
    return found


def places_between(text: str) -> list[int] | None:
    """Return the offsets where a text may be cut without separating a character from its accents, and its end.

    None means that it may be cut anywhere.
    """
    return None if _ONE_CELL.fullmatch(text) else [*(start for start, _, _ in clusters(text)), len(text)]


def place_at(places: list[int] | None, offset: int) -> int:
    """Return the offset, or the end of the cluster around it: a style must not separate a letter from its accent."""
    return offset if places is None else places[bisect_left(places, offset)]


def beginning(text: str, cells: int) -> str:
    """Return the beginning of a text in at most `cells` cells (1 or more), with a sign that it is cut.

    beginning("Officials travelled", 15)  ->  'Officials trav…'
    """
    if width(text) <= cells:
        return text
    taken = width(CUT)
    end = 0
    for _, grapheme_end, grapheme_cells in clusters(text):
        taken += grapheme_cells
        if taken > cells:
            break
        end = grapheme_end
    return text[:end].rstrip() + CUT


def ending(text: str, cells: int) -> str:
    """Return the end of a text in at most `cells` cells (1 or more), with a sign that it is cut: '…esday.txt'."""
    if width(text) <= cells:
        return text
    taken = width(CUT)
    start = len(text)
    for grapheme_start, _, grapheme_cells in reversed(clusters(text)):
        taken += grapheme_cells
        if taken > cells:
            break
        start = grapheme_start
    return CUT + text[start:]


def start_before(text: str, offset: int, cells: int) -> int:
    """Return where to begin so that at most `cells` cells stand before an offset: at a word, or inside one without end.

    start_before("Officials travelled", 10, 4)  ->  10        start_before("大雨过后三人失踪", 4, 5)  ->  2
    """
    # A cluster of no cells is rare: some characters more than cells are enough.
    begin = max(0, offset - 2 * cells)
    start, taken = offset, 0
    for cluster_start, _, cluster_cells in reversed(clusters(text[begin:offset])):
        taken += cluster_cells
        if taken > cells:
            break
        start = begin + cluster_start
    if start == 0 or text[start - 1] == " ":
        return start
    space = text.find(" ", start, offset)
    return start if space < 0 else space + 1


def wrap(text: str, cells: int) -> list[Stretch]:
    """Return the lines of a text without line feeds, as (start, end) offsets; none is wider than `cells`, at least 2.

    A line breaks at a space, which belongs to no line, or beside Han and kana. It breaks inside a word only if the word
    fills a whole line. A character is never separated from its accents. An empty text is one empty line.
    """
    if _ONE_CELL.fullmatch(text):
        return _wrap_narrow(text, cells)
    return _wrap_wide(text, cells)


def line_count(text: str, cells: int) -> int:
    """Return the number of lines that `wrap` makes of a text; faster if all characters take one cell."""
    if len(text) <= cells and text.isascii() and text.isprintable():
        return 1
    if not _ONE_CELL.fullmatch(text):
        return len(_wrap_wide(text, cells))
    lines, start, length = 1, 0, len(text)
    while length - start > cells:
        space = text.rfind(" ", start, start + cells + 1)
        start = space + 1 if space > start else start + cells
        lines += 1
    return lines


def _wrap_narrow(text: str, cells: int) -> list[Stretch]:
    lines = []
    start = 0
    while len(text) - start > cells:
        space = text.rfind(" ", start, start + cells + 1)
        if space > start:
            lines.append((start, space))
            start = space + 1
        else:
            lines.append((start, start + cells))
            start += cells
    lines.append((start, len(text)))
    return lines


def _wrap_wide(text: str, cells: int) -> list[Stretch]:
    lines = []
    line_start = line_cells = 0
    # The last possible break: the end of the line, the start of the next, and the cells before that start.
    stop: tuple[int, int, int] | None = None
    graphemes = clusters(text)
    for position, (start, end, taken) in enumerate(graphemes):
        here = text[start:end]
        if here == " ":
            line_cells += 1
            if line_cells <= cells + 1:
                stop = (start, end, line_cells)
            continue
        if (position and taken > 1) or (position and graphemes[position - 1][2] > 1):
            before = text[start - 1]
            if here[0] not in _NOT_FIRST and before not in _NOT_LAST and before != " " and start > line_start:
                stop = (start, start, line_cells)
        line_cells += taken
        while line_cells > cells and start > line_start:
            line_end, next_start, passed = stop or (start, start, line_cells - taken)
            lines.append((line_start, line_end))
            line_start = next_start
            line_cells -= passed
            stop = None
    lines.append((line_start, len(text)))
    return lines
