"""The texts that are weighed: paragraphs, several of them as one, and some sentences of one.

of(0, range(3, 5))      paragraphs 3 and 4 of the left side, as one text
part(1, 7, 0, 2)        the first two sentences of paragraph 7 of the right side
"""

from collections.abc import Callable, Sequence
from itertools import accumulate

from diffing.alignment.scorer import Cells
from diffing.model import Pair
from diffing.translation.contents import Content
from diffing.translation.correspondences import Correspondences, Signs
from diffing.translation.sign_weights import SignWeights
from diffing.translation.texts import SLACK, Judged, joined_text, text_of

# How many times as long as usual one text of a group may be.
_MOST_TIMES = 2.5
# Share of the paragraphs of each side that have an end mark, above which one without it is a headline or the like.
_MARKED = 0.5

PartsOf = Callable[[int, int], Sequence[Content]]
"""The sentences of a paragraph: of the left side (0) or the right one (1), by its number."""


class JudgedTexts:
    """The texts of two articles; each is judged once.

    `tilt` is the square root of the usual ratio of lengths, right to left. `marked` is the share of the paragraphs that
    have an end mark, on the side that has fewer: Thai has none.
    """

    def __init__(
        self,
        contents: Pair[Sequence[Content]],
        signs: Signs,
        known: Correspondences,
        weights: SignWeights,
        tilt: float,
        parts_of: PartsOf,
    ) -> None:
        """Judge the paragraphs."""
        self.tilt = tilt
        self.parts_of = parts_of
        self._judged = weights.judged
        self._sources = (known.of_left, known.lone.left), (known.of_right, known.lone.right)
        # The sum of the lengths before each paragraph.
        self._lengths = contents.map(lambda side: [0.0, *accumulate(content.length for content in side)])
        self._parts: dict[tuple[int, int, int, int], Judged] = {}
        self._joined: Pair[dict[range, Judged]] = Pair({}, {})
        self.paragraphs = Pair(
            [self._judged(text_of(*one, known.lone.left)) for one in zip(contents.left, signs.left, strict=True)],
            [self._judged(text_of(*one, known.lone.right)) for one in zip(contents.right, signs.right, strict=True)],
        )
        self.marked = min([sum([text.ends for text, _ in side]) / max(1, len(side)) for side in self.paragraphs])

    def of(self, side: int, places: range) -> Judged:
        """Return some paragraphs of a side as one text."""
        texts, known = (
            (self.paragraphs.right, self._joined.right) if side else (self.paragraphs.left, self._joined.left)
        )
        if len(places) == 1:
            return texts[places.start]
        joined = known.get(places)
        if joined is None:
            own = texts[places.start : places.stop : places.step]
            joined = known[places] = self._judged(joined_text([one.text for one in own]))
        return joined

    def part(self, side: int, at: int, start: int, end: int) -> Judged:
        """Return the sentences start..end of a paragraph."""
        found = self._parts.get((side, at, start, end))
        if found is None:
            signs_of, lone = self._sources[side]
            parts = self.parts_of(side, at)[start:end]
            text = joined_text([text_of(part, signs_of(part), lone) for part in parts])
            found = self._parts[side, at, start, end] = self._judged(text)
        return found

    def may_fit(self, cells: Cells) -> bool:
        """Return whether the lengths of two texts are not too far from each other for a link."""
        left, left_end, right, right_end = cells
        lengths = self._lengths
        own = (lengths.left[left_end] - lengths.left[left]) * self.tilt + SLACK
        other = (lengths.right[right_end] - lengths.right[right]) / self.tilt + SLACK
        return own < _MOST_TIMES * other and other < _MOST_TIMES * own

    def lengths(self, own: Judged, other: Judged) -> tuple[float, float]:
        """Return the lengths of a left and a right text, as if both were of one language."""
        return own.text.length * self.tilt, other.text.length / self.tilt

    def is_headline(self, own: Judged, other: Judged) -> bool:
        """Return whether a text is a headline, and another one is none: it is no sentence of that."""
        return self.marked > _MARKED and other.text.ends and not own.text.ends
