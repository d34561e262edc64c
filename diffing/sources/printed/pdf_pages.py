"""Pages of a PDF file as PDFium gives them: characters at places.

The frame of a character is turned so that its line runs along: a page may be printed sideways.
"""

import math
from collections.abc import Iterator
from ctypes import c_double
from typing import Any

from diffing.sources.printed.lines import Extent, Spot

# PDFium's signs for a hyphen at the end of a line.
_HYPHENS = frozenset((0xFFFE, 0x02))
HYPHEN = "\u2010"
"""Stands for a hyphen of which the file does not say whether it is only the line's."""

_TURNED = 0.1


class PdfPage:
    """The characters of a page; `raw` are the functions of PDFium, `text` is its page of text."""

    def __init__(self, raw: Any, text: Any) -> None:
        self._raw = raw
        self._text = text.raw  # the bare handle: it is passed on for each character
        self._box, self._matrix = raw.FS_RECTF(), raw.FS_MATRIX()
        self._along, self._across = c_double(), c_double()
        self._turn = (1.0, 0.0)
        self._level: float | None = None
        self.count = text.count_chars()

    def spots(self) -> Iterator[Spot]:
        """Yield the characters in the order of the file; line ends that PDFium found are spaces."""
        raw, text = self._raw, self._text
        along, across = self._along, self._across
        for index in range(self.count):
            code = raw.FPDFText_GetUnicode(text, index)
            if not raw.FPDFText_GetCharOrigin(text, index, along, across) or code in (0, 9, 10, 13, 32, 160):
                yield Spot("\u00a0" if code == 160 else " ", 0.0, 0.0)
                continue
            place = self._turned(along.value, across.value)
            if self._level is None or abs(place[1] - self._level) > _TURNED:
                self._turn = self._direction(index)
                place = self._turned(along.value, across.value)
                self._level = place[1]
            yield Spot(HYPHEN if code in _HYPHENS else chr(code), *place)

    def extent(self, index: int) -> Extent:
        """Return the end and the size of a character."""
        raw, box, matrix = self._raw, self._box, self._matrix
        if not raw.FPDFText_GetLooseCharBox(self._text, index, box):
            return Extent(0.0, 1.0)
        end = max(self._turned(x, y)[0] for x in (box.left, box.right) for y in (box.bottom, box.top))
        size = raw.FPDFText_GetFontSize(self._text, index)
        if raw.FPDFText_GetMatrix(self._text, index, matrix):
            size *= math.hypot(matrix.c, matrix.d)
        return Extent(end, max(size, 1.0))

    def _direction(self, index: int) -> tuple[float, float]:
        """Return cosine and sine of the angle of a character, in quarters of a turn; PDFium counts it clockwise."""
        quarters = -round(self._raw.FPDFText_GetCharAngle(self._text, index) / (math.pi / 2)) % 4
        return ((1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0))[quarters]

    def _turned(self, x: float, y: float) -> tuple[float, float]:
        cosine, sine = self._turn
        return x * cosine + y * sine, y * cosine - x * sine
