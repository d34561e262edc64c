"""The ledger of a long comparison, made in a thread beside the screen when it is asked for."""

from textual.screen import Screen
from textual.worker import get_current_worker

from diffing.model import Comparison
from diffing.rules.rule import Rules

from ...system.crash import fault_line
from ...view.actions import FailLedger, TakeLedger
from ...worker.packed_spans import with_made_spans
from ..messages import Do


class LedgerMaker:
    """Makes ledgers for a screen by the reader's rules, one at a time: the last one asked for."""

    def __init__(self, screen: Screen[None], rules: Rules) -> None:
        self._screen = screen
        self._rules = rules

    def make(self, comparison: Comparison) -> None:
        """Begin to make the ledger of a comparison."""
        self._screen.run_worker(lambda: self._make(comparison), thread=True, exclusive=True, group="ledger")

    def _make(self, comparison: Comparison) -> None:
        worker = get_current_worker()
        made: TakeLedger | FailLedger
        try:
            from diffing.ledger.build import ledger

            made = TakeLedger(comparison, ledger(with_made_spans(comparison), rules=self._rules))
        except BaseException as error:  # a panic of a library in Rust is no Exception
            made = FailLedger(comparison, fault_line(error))
        if not worker.is_cancelled:
            self._screen.post_message(Do(made))
