"""Two texts compared by a process of its own, to which the screen listens.

    this process                 the other one (tui.worker.server)
    what is to be compared  ->   segments, pairs, compares words
                            <-   articles, progress, rows bit by bit, the ledger, or why not
    where the reader is     ->

A step of the comparison in compiled code can take seconds, in which no other thread of its process runs. Here no key
waits for it, what alignment needed is gone with the process, and it can begin while this one still loads Textual.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from queue import Empty
from time import monotonic

from diffing.ledger.core.model import Ledger
from diffing.model import Article, Comparison, Pair, Row
from diffing.rules.rule import NO_RULES, Rules
from diffing.sources.plain import Source
from diffing.stage import Progress, Stage

from .process import ComparingError, OtherProcess, ended
from .protocol import (
    ARTICLES,
    FINISHED,
    GONE,
    LEDGER,
    PROGRESS,
    ROWS,
    STAGE,
    Packed,
    article_of,
    ledger_of,
    packed_rules,
    packed_source,
    row_of,
)

# Characters of both articles from which the spans of the rows stay packed.
_LEAST_BOOK = 400_000


class Comparer(OtherProcess):
    """A process that compares one pair; it can be started before the files are read."""

    def __init__(self) -> None:
        super().__init__("server")

    def give(self, given: Pair[Source], review: str = "", rules: Rules = NO_RULES) -> None:
        """Send the articles, the reader's review in JSON, '' for none, and the reader's rules."""
        self.send(lambda: (*map(packed_source, given), review, packed_rules(rules)))

    def send_place(self, row: int) -> None:
        """Send the row that the reader is at."""
        self.send(lambda: (row,))


class Stages:
    """The stages of comparing a pair, as `diffing.progressive` has them, from the process that compares.

    `articles` are those compared, if they are known already; else the process sends them. `progress` receives how
    far it is, and `row_in_view` returns the row the reader is at, which is compared first. Both are called in the
    thread that waits for the next stage; a ComparingError is raised there if there will be none. `ledger` is the ledger
    of the last stage once it is there, `no_ledger` why it could not be made.
    """

    def __init__(
        self,
        comparer: Comparer,
        articles: Pair[Article] | None,
        progress: Progress,
        row_in_view: Callable[[], int],
    ) -> None:
        self._comparer, self._progress, self._row_in_view = comparer, progress, row_in_view
        self._know(articles)
        self._rows: list[Row] = []
        self._pending: set[int] = set()
        self._stage: Stage | None = None
        self._failure: ComparingError | None = None
        self._has_ended = False
        self._is_compared = False
        self._place = 0
        self.ledger: Ledger | None = None
        self.no_ledger = ""

    def __iter__(self) -> Iterator[Stage]:
        return self

    def __next__(self) -> Stage:
        """Wait for the next stage, and return it."""
        while self._stage is None and not self._has_ended:
            self._handle(self._comparer.messages.get())
        if self._failure is not None:
            raise self._failure
        if self._stage is None:
            raise StopIteration
        stage, self._stage = self._stage, None
        return stage

    def wait(self, seconds: float) -> bool:
        """Wait so long at most; whether there is a stage now, or it is clear that none will come."""
        until = monotonic() + seconds
        with suppress(Empty):
            while self._stage is None and not self._has_ended:
                self._handle(self._comparer.messages.get(timeout=max(0.0, until - monotonic())))
        return self._stage is not None or self._has_ended

    def take_what_is_there(self) -> None:
        """Take the messages that have come, without waiting."""
        with suppress(Empty):
            while True:
                self._handle(self._comparer.messages.get_nowait())

    def close(self) -> None:
        """No more stages, and the process ends. Who waits for one, in whatever thread, learns that there is none."""
        self._has_ended = True
        self._comparer.end()

    def _know(self, articles: Pair[Article] | None) -> None:
        self._articles = articles
        self._are_book = articles is not None and sum(article.length for article in articles) >= _LEAST_BOOK

    def _handle(self, message: Packed) -> None:
        name, *what = message
        if name == ARTICLES:
            self._know(Pair(*map(article_of, what)))
        elif name == PROGRESS:
            self._handle_progress(*what)
        elif name == ROWS:
            self._handle_rows(*what)
        elif name == STAGE:
            bounded, parted, languages = what
            assert self._articles is not None
            comparison = Comparison(
                self._articles.left,
                self._articles.right,
                tuple(self._rows),
                bounded,
                parted,
                languages and Pair(*languages),
            )
            self._stage = Stage(comparison, frozenset(self._pending))
            self._is_compared = self._stage.is_finished
        elif name == LEDGER:
            packed, self.no_ledger = what
            self.ledger = packed and ledger_of(packed)
        elif name == FINISHED:
            self._has_ended = True
        elif not self._has_ended:
            self._has_ended = True
            failure = ended(*what) if name == GONE else ComparingError(*what)
            if self._is_compared:
                self.no_ledger = str(failure)
            else:
                self._failure = failure

    def _handle_progress(self, stage: str, share: float) -> None:
        if stage:
            self._progress(stage, share)
        if (place := self._row_in_view()) != self._place:
            self._place = place
            self._comparer.send_place(place)

    def _handle_rows(self, rows: Sequence[tuple[int, bool, Packed]]) -> None:
        """Take rows with their places and whether they are pending: all in the first stage, then the ones compared."""
        assert self._articles is not None
        for place, is_pending, packed in rows:
            row = row_of(packed, self._articles, self._are_book)
            if is_pending:
                self._pending.add(place)
            else:
                self._pending.discard(place)
            if place == len(self._rows):
                self._rows.append(row)
            else:
                self._rows[place] = row


def compared(
    given: Pair[Source],
    progress: Progress,
    row_in_view: Callable[[], int],
    comparer: Comparer | None = None,
    review: str = "",
    rules: Rules = NO_RULES,
) -> Stages:
    """Return the stages of comparing two articles, or two texts, by the reader's rules.

    `comparer` is at it already, if it is there; else `review` is the reader's review in JSON, '' for none. Raises
    ComparingError.
    """
    if comparer is None:
        comparer = Comparer()
        comparer.give(given, review, rules)
    left, right = given
    known = Pair(left, right) if isinstance(left, Article) and isinstance(right, Article) else None
    return Stages(comparer, known, progress, row_in_view)
