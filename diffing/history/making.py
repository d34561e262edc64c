"""Make the steps of a history, each when it is asked for, and the history of all of them.

    maker = HistoryMaker(versions)
    maker.step(7)        the step that the reader looks at, first
    maker.history()      makes the other steps, and what follows from all

Each step is made once. Paragraphs that several versions share are read once.
"""

from collections.abc import Iterable, Sequence

from diffing.comparison import compare_read
from diffing.history.model import History, Step, Version
from diffing.history.versions import one_version_each
from diffing.ledger.core.context import Extracts
from diffing.model import Comparison, Pair
from diffing.sources.plain import Source
from diffing.text.reading import KnownTexts, ReadArticle, read_articles


def history(articles: Iterable[Source | str | Version]) -> History:
    """Return the history of a story: its versions, the oldest first, as articles, texts or `Version` values.

    Neighbours with equal texts are one version.
    """
    return HistoryMaker(one_version_each(articles)).history()


class HistoryMaker:
    """Maker of the steps of a history, in the order in which they are asked for; each is made once and kept."""

    def __init__(self, versions: Sequence[Version]) -> None:
        """Take the versions, the oldest first, as `one_version_each` returns them."""
        self.versions = tuple(versions)
        self._texts = KnownTexts()
        self._extracts: Extracts = {}
        self._comparisons: dict[tuple[int, int], Comparison] = {}
        self._steps: dict[tuple[int, int], Step] = {}

    def step(self, number: int) -> Step:
        """Return the step from version `number` to the next one."""
        return self.between(number, number + 1)

    def between(self, left: int, right: int) -> Step:
        """Return the comparison of two versions, neighbours or not, and its ledger."""
        if (left, right) not in self._steps:
            from diffing.ledger.build import ledger  # half of all that is loaded here: a comparison is there before it

            read = self._read(left, right)
            comparison = self._comparisons.get((left, right)) or compare_read(read)
            self._steps[left, right] = Step(comparison, ledger(comparison, read, self._extracts))
        return self._steps[left, right]

    def comparison(self, left: int, right: int) -> Comparison:
        """Return the comparison of two versions without its ledger, for a reader who waits."""
        if (left, right) in self._steps:
            return self._steps[left, right].comparison
        if (left, right) not in self._comparisons:
            self._comparisons[left, right] = compare_read(self._read(left, right))
        return self._comparisons[left, right]

    def _read(self, left: int, right: int) -> Pair[ReadArticle]:
        return read_articles(Pair(self.versions[left].article, self.versions[right].article), self._texts)

    def put(self, number: int, step: Step) -> None:
        """Keep a step that was made elsewhere, such as in another process."""
        self._steps[number, number + 1] = step

    def history(self) -> History:
        """Return the history, with the steps that are not made yet."""
        from diffing.history.assembling import assembled  # as the ledger

        steps = [self.step(number) for number in range(len(self.versions) - 1)]
        # One step is the comparison of the first and the last version already.
        direct = self.comparison(0, len(steps)) if len(steps) > 1 else None
        return assembled(self.versions, steps, direct)
