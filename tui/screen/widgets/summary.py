"""All changes, a line each: how many there are of each kind, where they are, and how they begin."""

from textual.content import Content

from diffing.stage import Stage

from ...present.concealed import counted
from ...present.hidden_by_reader import hidden_by_reader
from ...present.labels import bounds, counts, kinship, metadata, shares
from ...text.sanitize import visible
from ...view.actions import JumpToRow, ShowRow
from ...view.view_state import ViewState
from ..messages import Do
from .change_list import ChangeList
from .list_panel import ListPanel

# In narrower windows, in cells, the shares are shown in short.
_FULL_FROM = 60


class Summary(ListPanel[ChangeList]):
    """The counts and the list of changes."""

    def __init__(self) -> None:
        super().__init__(ChangeList(), "only changes that contain")
        self._counts = ""

    def on_mount(self) -> None:
        """Follow what is compared."""
        super().on_mount()
        self.watch(self.screen, "state", self._follow)

    def _follow(self, state: ViewState) -> None:
        if state.stage is not self.lines.stage:
            self._take(state.stage)

    def _take(self, stage: Stage | None) -> None:
        """List what came, and count it, if anyone sees it."""
        self.lines.stage = stage
        self._counts = ""
        if self.has_class("-open"):
            self._count()

    def _count(self) -> None:
        stage = self.lines.stage
        if stage is not None and not self._counts:
            comparison = stage.comparison
            hides = counted(comparison)
            kin = kinship(comparison)[:1] if stage.is_finished else ()
            fields = metadata(comparison)
            notes = filter(
                None,
                (
                    *kin,
                    f"front matter differs: {fields}" if fields else "",
                    f"hidden: {hides}" if hides else "",
                    bounds(comparison),
                    *map(visible, hidden_by_reader(comparison, None)),
                ),
            )
            lines = [counts(comparison, stage.pending), "; ".join(notes)]
            if stage.is_finished and stage.rows:
                lines.insert(1, shares(comparison)[self.screen.size.width < _FULL_FROM])
            self._counts = "\n".join(filter(None, lines))
            self.tell(self._counts)

    def toggle(self, item: int) -> None:
        """Show the panel with a row selected, or hide it."""
        self._count()
        super().toggle(item)

    def heading(self) -> tuple[Content, ...]:
        """Return the kind listed, and how many there are."""
        category, listed = self.lines.category, self.lines.listed
        return (Content(f"{category.value.capitalize() if category else ''} · {listed.total}"),)

    def show(self, item: int, *, is_first: bool) -> None:
        """Show a row in the articles; from the first one there is a way back."""
        self.post_message(Do(JumpToRow(item) if is_first else ShowRow(item)))
