"""Where the articles on the screen come from: read again when asked or when their files change, and swapped."""

from collections.abc import Callable

from diffing.model import Article, Pair


class Sources:
    """The two articles as they are shown.

    `reread` gives the articles as their files are now, in the order of the files; `stamp` a value that changes when
    the files do, if they are to be watched.
    """

    def __init__(
        self,
        articles: Pair[Article],
        reread: Callable[[], Pair[Article]] | None = None,
        stamp: Callable[[], object] | None = None,
    ) -> None:
        self.articles = articles
        self._reread = reread
        self._stamp = stamp
        self._seen = stamp() if stamp is not None else None
        self._is_swapped = False

    @property
    def can_be_read_again(self) -> bool:
        """Whether there are files to read again."""
        return self._reread is not None

    @property
    def are_watched(self) -> bool:
        """Whether the files are to be looked at now and then."""
        return self._stamp is not None

    def have_changed(self) -> bool:
        """Whether the files are others than at the last look."""
        if self._stamp is None:
            return False
        before, self._seen = self._seen, self._stamp()
        return self._seen != before

    def reread(self) -> Pair[Article]:
        """The articles as their files are now, in the order of the files. Nothing is changed by that.

        Raises ReadError.
        """
        assert self._reread is not None
        return self._reread()

    def take(self, articles: Pair[Article]) -> None:
        """Have these as the articles; they come in the order of the files."""
        self.articles = articles.swapped() if self._is_swapped else articles

    def swap(self) -> None:
        """Exchange the sides, now and in what is read again."""
        self._is_swapped = not self._is_swapped
        self.articles = self.articles.swapped()
