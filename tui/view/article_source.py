"""The source of the articles on the screen: read again on request or when the files change, and swapped."""

from collections.abc import Callable
from typing import TypeVar

from diffing.model import Article, Pair
from diffing.rules.rule import NO_RULES, Rules
from diffing.sources.plain import Source

T = TypeVar("T")


class Sources:
    """The articles or texts to compare, in the order shown.

    `reread` gives what stands in the files now, in the order of the files; `stamp` a value that changes when the files
    do, if they are to be watched. `rules` are the reader's.
    """

    def __init__(
        self,
        given: Pair[Source],
        reread: Callable[[], Pair[Source]] | None = None,
        stamp: Callable[[], object] | None = None,
        rules: Rules = NO_RULES,
    ) -> None:
        self.given = given
        self.rules = rules
        self._reread = reread
        self._stamp = stamp
        self._seen = stamp() if stamp is not None else None
        self._is_swapped = False

    @property
    def can_be_read_again(self) -> bool:
        """True if there are files to read again."""
        return self._reread is not None

    @property
    def are_watched(self) -> bool:
        """True if the files are to be watched."""
        return self._stamp is not None

    def have_changed(self) -> bool:
        """Return whether the files have changed since the last call."""
        if self._stamp is None:
            return False
        before, self._seen = self._seen, self._stamp()
        return self._seen != before

    def reread(self) -> Pair[Source]:
        """Read the files, and return their articles or texts in the order of the files; `given` stays.

        Raises ReadError.
        """
        assert self._reread is not None
        return self._reread()

    def as_shown(self, of_files: Pair[T]) -> Pair[T]:
        """Return what is of both files in the order shown."""
        return of_files.swapped() if self._is_swapped else of_files

    def take(self, given: Pair[Source]) -> None:
        """Set what is to be compared; it comes in the order of the files."""
        self.given = self.as_shown(given)

    def know(self, articles: Pair[Article]) -> None:
        """Keep the articles, and let go of the texts they stand in."""
        self.given = articles

    def swap(self) -> None:
        """Exchange the sides, now and in what is read again."""
        self._is_swapped = not self._is_swapped
        self.given = self.given.swapped()
