"""The process that compares: see `tui.worker.client`.

It reads what is to be compared, and after that where the reader is, from standard input, and answers on standard
output. It ends when it has sent everything, and at once when the other end is closed. Nothing it does reaches the
terminal.
"""

import gc
import os
import sys
import threading
from collections.abc import Sequence
from itertools import islice
from time import monotonic
from typing import IO, NoReturn

from diffing.errors import NewsdiffError
from diffing.ledger.core.cost import is_short
from diffing.model import Article, Comparison, Pair, Row
from diffing.pins import NO_PINS, Pins
from diffing.progressive import compared
from diffing.rules.rule import Rules
from diffing.sources import plain
from diffing.sources.plain import Source, SourceText
from diffing.stage import Stage
from diffing.text.reading import ReadArticle, read_articles

from ..system.crash import fault_line
from .book import share_out, share_rows
from .protocol import (
    ARTICLES,
    FAILED,
    FINISHED,
    LEDGER,
    PROGRESS,
    ROWS,
    STAGE,
    packed_ledger,
    packed_row,
    packed_source,
    received,
    rules_of,
    send,
    source_of,
)
from .watching import ends_when_closed

# How often, in seconds, is said how far it is, and asked where the reader is: less would be seen as a delay.
_TICK_SECONDS = 0.05
# Rows sent at once, some milliseconds' work for who takes them.
_ROWS = 500


def main() -> NoReturn:
    """Serve one pair, and end."""
    # What anything prints is no answer.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    gc.disable()  # no value of a comparison refers to itself, and looking through half a million takes time
    requests = sys.stdin.buffer
    try:
        if (request := received(requests)) is not None:
            *sources, review, rules = request
            _Answers(answers, requests).serve(Pair(*map(source_of, sources)), review, rules_of(rules))
    except OSError:
        pass  # the other end is closed
    finally:
        # Nothing is to be cleared away, which for a book takes a while.
        os._exit(0)


def _pins(review: str, articles: Pair[Article]) -> Pins:
    from diffing.formats.review_json import review_from_json  # most comparisons have no review
    from diffing.review.applying import pins_for

    return pins_for(review_from_json(review), articles)


class _Answers:
    """Messages about one pair to the screen, and the reader's place from it."""

    def __init__(self, answers: IO[bytes], requests: IO[bytes]) -> None:
        self._answers = answers
        self._place = 0
        self._last_tick = monotonic()
        self._requests = requests
        self._listens = False
        # While paragraphs are paired, nothing but the end is listened for: beside a thread no process can be forked.
        if not ends_when_closed(requests):
            self._begin_to_listen()

    def serve(self, given: Pair[Source], review: str, rules: Rules) -> None:
        """Compare with the pins of a review in JSON, '' for none, and by rules, and send every message.

        Raises OSError where the other end is closed.
        """
        try:
            self._compare(given, review, rules)
        except OSError:
            raise
        except NewsdiffError as error:
            send(self._answers, (FAILED, str(error), False))
        except MemoryError:
            send(self._answers, (FAILED, "not enough memory for articles of this size", False))
        except BaseException as error:  # a panic of a library in Rust is no Exception
            send(self._answers, (FAILED, fault_line(error), True))

    def _compare(self, given: Pair[Source], review: str, rules: Rules) -> None:
        articles = given.map(plain.article)
        if any(isinstance(source, SourceText) for source in given):
            send(self._answers, (ARTICLES, *map(packed_source, articles)))
        sent: Sequence[Row | None] = ()
        read = read_articles(articles)
        pins = _pins(review, articles) if review else NO_PINS
        for stage in compared(
            articles, self._send_progress, self._row_in_view, read, pins, rules, share_out, share_rows
        ):
            sent = self._send_rows(stage, sent)
            comparison = stage.comparison
            languages = comparison.languages and tuple(comparison.languages)
            send(self._answers, (STAGE, comparison.bounded, comparison.parted, languages))
            if stage.is_finished and is_short(stage.comparison):
                self._send_ledger(stage.comparison, read, rules)
        send(self._answers, (FINISHED,))

    def _send_ledger(self, comparison: Comparison, read: Pair[ReadArticle], rules: Rules) -> None:
        """Make the ledger and send it, or why there is none: without one the comparison is still worth reading."""
        from diffing.ledger.build import ledger  # a third of all that is loaded here, and the rows are sent already

        try:
            packed = packed_ledger(ledger(comparison, read, rules=rules))
        except BaseException as error:
            send(self._answers, (LEDGER, None, fault_line(error)))
        else:
            send(self._answers, (LEDGER, packed, ""))

    def _send_rows(self, stage: Stage, sent: Sequence[Row | None]) -> Sequence[Row]:
        """Send the rows that are not the ones sent before, and return all."""
        before = sent or [None] * len(stage.rows)
        new = (
            (at, at in stage.pending, row)
            for at, (row, old) in enumerate(zip(stage.rows, before, strict=True))
            if row is not old
        )
        while some := tuple((at, is_pending, packed_row(row)) for at, is_pending, row in islice(new, _ROWS)):
            send(self._answers, (ROWS, some))
        return stage.rows

    def _send_progress(self, stage: str, share: float) -> None:
        if monotonic() - self._last_tick > _TICK_SECONDS:
            send(self._answers, (PROGRESS, stage, share))
            self._last_tick = monotonic()

    def _row_in_view(self) -> int:
        """Return the last known row of the reader; a progress message without a step asks for it."""
        self._begin_to_listen()
        self._send_progress("", 0.0)
        return self._place

    def _begin_to_listen(self) -> None:
        if not self._listens:
            self._listens = True
            threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        while (request := received(self._requests)) is not None:
            (self._place,) = request
        os._exit(0)
