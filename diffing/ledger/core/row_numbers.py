"""Which row each paragraph is in, in a module that loads at once: the screen needs it before the first picture.

rows [0] [0], [] [1], [1] [2]  ->  left {0: 0, 1: 2}, right {0: 0, 1: 1, 2: 2}
"""

from diffing.model import Comparison, Pair


def row_numbers(comparison: Comparison) -> Pair[dict[int, int]]:
    """Return for each side the row number (0-based) of each paragraph."""
    return Pair(
        {index: at for at, row in enumerate(comparison.rows) for index in row.left},
        {index: at for at, row in enumerate(comparison.rows) for index in row.right},
    )
