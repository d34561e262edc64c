"""Selecting text with the mouse, on one side only and as the author wrote it.

Textual keeps a selection as two offsets that the segments under the mouse name. Ours name a place in the text, not on
the screen: x is the character in a cell, y the block and its side. So a selection has no gutter, no soft line break and
nothing of the other side in it.
"""

from collections.abc import Iterator, Sequence

from textual.selection import Selection

from diffing.model import Pair

from ...present.cells import Cell
from ...text.wrapping import Stretch
from ...view.layout import Layout


def anchors(block: int) -> Pair[int]:
    """Return the y that the cells of a block name."""
    return Pair(2 * block, 2 * block + 1)


def selected(selection: Selection | None, block: int, cells: Pair[Cell]) -> Pair[Sequence[Stretch]]:
    """Return the selected stretches of a block's cells."""
    return Pair(*(list(_stretches(selection, y, cell)) for y, cell in zip(anchors(block), cells, strict=True)))


def selected_text(selection: Selection, layout: Layout) -> str:
    """Return the selected text of all blocks of a layout, with line feeds between paragraphs.

    A mouse is seldom set down between two words exactly: the space beside a selection is not meant.
    """
    if selection.start is None or selection.end is None:
        return ""
    texts = []
    for block in range(selection.start.y // 2, min(selection.end.y // 2 + 1, len(layout.blocks))):
        lines = layout.block_lines(block)
        for y, cell in zip(anchors(block), (lines.left, lines.right), strict=True):
            texts += [cell.text[start:end].strip() for start, end in _stretches(selection, y, cell)]
    return "\n".join(filter(None, texts))


def _stretches(selection: Selection | None, y: int, cell: Cell) -> Iterator[Stretch]:
    """Yield the selected stretch of a cell: a selection is on the side it starts on, wherever the mouse goes."""
    if selection is None or selection.start is None or selection.end is None:
        return
    (start_x, start_y), (end_x, end_y) = selection.start, selection.end
    if y % 2 != start_y % 2 or not start_y // 2 <= y // 2 <= end_y // 2:
        return
    first = start_x if y == start_y else 0
    last = min(end_x, len(cell.text)) if y == end_y else len(cell.text)
    if first < last:
        yield first, last
