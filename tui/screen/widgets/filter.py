"""Which kinds of rows are shown: a panel of boxes to tick. With none ticked, everything is."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import OptionList, Static

from ...text.words import WHAT_MATTERS
from ...view.actions import FilterBy
from ...view.settings import Category
from ..messages import Do
from .handing_back import hand_back_keys

# None is what matters: no kind, but the rows with a change of the ledger.
_BOXES: tuple[Category | None, ...] = (None, *Category)


class Filter(Vertical):
    """A panel over the articles. Once made it is only shown or hidden."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "tick", "tick", priority=True),
        Binding("escape,q,F", "close", "close", priority=True),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._only: frozenset[Category | None] = frozenset()

    def compose(self) -> ComposeResult:
        """Yield a line of explanation and the boxes."""
        yield Static("Show only (all, if nothing is ticked)")
        yield OptionList(*map(self._option, _BOXES), compact=True, markup=False)

    def _option(self, category: Category | None) -> str:
        words = WHAT_MATTERS if category is None else category.value
        return f"[{'x' if category in self._only else ' '}] {words}"

    def toggle(self) -> None:
        """Show the panel and take the keys; where it is open, hide it."""
        if self.has_class("-open"):
            self.action_close()
            return
        self.add_class("-open")
        self.query_one(OptionList).focus()

    def action_tick(self) -> None:
        """Tick or untick the box the reader is at."""
        boxes = self.query_one(OptionList)
        if boxes.highlighted is not None:
            category = _BOXES[boxes.highlighted]
            self._only ^= {category}
            boxes.replace_option_prompt_at_index(boxes.highlighted, self._option(category))
            kinds = frozenset(box for box in self._only if box is not None)
            self.post_message(Do(FilterBy(kinds, matters=None in self._only)))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Tick by Enter or a click too."""
        event.stop()
        self.action_tick()

    def action_close(self) -> None:
        """Hide the panel."""
        self.remove_class("-open")
        hand_back_keys(self.screen)
