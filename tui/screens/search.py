"""Finding words: the layer of the diff screen that searches."""

from textual import on
from textual.reactive import reactive

from tui.finding import Finding
from tui.screens.places import PlacesScreen
from tui.searching import Search
from tui.widgets.prompt import Prompt, Purpose


class SearchScreen(PlacesScreen):
    """What is searched for, and what of it the comparison holds."""

    search: reactive[Search | None] = reactive(None)

    def __init__(self) -> None:
        super().__init__()
        self._finding: Finding | None = None

    def action_find(self) -> None:
        """Ask what to search for."""
        self.query_one(Prompt).ask(Purpose.SEARCH)

    @on(Prompt.Typed)
    def _search_live(self, message: Prompt.Typed) -> None:
        if message.purpose is Purpose.PARAGRAPH:
            return
        self.search = Search(message.text, message.purpose is Purpose.EXPRESSION) if message.text else None
        self._tell(self._finding.told() if self._finding else "")

    @on(Prompt.Done)
    def _answer(self, message: Prompt.Done) -> None:
        if message.purpose is Purpose.PARAGRAPH:
            return
        self._surface.focus()
        if not message.text:
            self.search = None
        else:
            self.action_find_next(1, from_here=True)

    def watch_search(self) -> None:
        """Find what is searched for now."""
        self._find()

    def watch_comparison(self) -> None:
        """Find it in what came."""
        self._find()

    def _find(self) -> None:
        if self.search is None or self.comparison is None:
            self._finding = None
        else:
            self._finding = Finding(self.comparison, self.search)

    def action_find_next(self, by: int, from_here: bool = False) -> None:
        """To the next or previous row with a match; a fold that hides one is opened."""
        if self._finding is None or self.block is None:
            self._tell("nothing is searched for")
            return
        row = self._finding.next_row(self.block.row - (by if from_here else 0), by)
        if row is None:
            self._tell(self._finding.told())
        else:
            self._go_to_row(row, self._finding.told_at(row))

    def action_find_end(self) -> None:
        """End the search."""
        self.search = None
        self._tell("")
