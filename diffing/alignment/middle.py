"""The value in the middle of some numbers.

[7, 1, 3]     3
[1, 3]        2.0

The module `statistics` has the same, and takes as long to load as all modules of this package together.
"""

from collections.abc import Sequence


def median(values: Sequence[float]) -> float:
    """Return the median of some numbers; of an even number of them, the mean of the two in the middle."""
    rising = sorted(values)
    half = len(rising) // 2
    return rising[half] if len(rising) % 2 else (rising[half - 1] + rising[half]) / 2
