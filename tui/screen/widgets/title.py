"""The first line: the two articles, and how many changes there are."""

import re

from textual.content import Content
from textual.reactive import var
from textual.widgets import Static

from diffing.model import Pair
from diffing.sources.plain import Source

from ...inputs.read_bytes import STANDARD_INPUT, STANDARD_INPUT_NAME
from ...present.labels import both_languages, kinship
from ...present.origins import origin
from ...present.tally import BETWEEN, changes_counted
from ...text.sanitize import Visible, visible
from ...text.words import TRANSLATION_VIEW
from ...text.wrapping import ending, width
from ...view.actions import Panel, Toggle
from ...view.entry_marks import marking_of
from ...view.view_state import ViewState
from ..ink import DIM
from ..messages import Do
from .handing_back import covering

_BEFORE_NAMES = " "
_BETWEEN_NAMES = " → "
# The least distance of the remarks from the names.
_GAP = 3
# Cells of both names together; in less, nobody knows them, and the remarks go first.
_LEAST_NAMES = 24


class TitleLine(Static):
    """Both file names, each with what it is if no plain text in UTF-8, and how many changes there are."""

    state: var[ViewState] = var(ViewState())

    def __init__(self, given: Pair[Source]) -> None:
        super().__init__()
        self._know(given)
        self._remarks: tuple[str, ...] = ()

    def show(self, given: Pair[Source]) -> None:
        """Name these articles."""
        self._know(given)
        self.refresh()

    def _know(self, given: Pair[Source]) -> None:
        # And not all that is given: texts are let go of once their paragraphs are known.
        self._sources = given.map(lambda side: side.source)
        self._origins = given.map(_origin)

    def watch_state(self, before: ViewState, now: ViewState) -> None:
        """Show how many changes there are, or that the articles may be of two stories."""
        stage = now.stage
        if stage is before.stage and now.marking is before.marking:
            return
        self._remarks = ()
        if stage is not None and stage.rows and stage.is_finished:
            marking = marking_of(stage.comparison, now.marking)
            changes = () if marking is None else changes_counted(marking.ledger, stage.comparison)
            languages = stage.comparison.languages
            if languages is not None:
                said = f"{both_languages(languages)}: {TRANSLATION_VIEW}"
                changes = (*(f"{said}{BETWEEN}{words}" for words in changes), said, *changes[-1:])
            self._remarks = tuple(f"{words} " for words in (*kinship(stage.comparison), *changes))
        self.refresh()

    def on_click(self) -> None:
        """List the changes that the line counts."""
        if not covering(self.screen):
            self.post_message(Do(Toggle(Panel.LEDGER)))

    def render(self) -> Content:
        """Return the line; without room fewer changes are counted or none, then formats and beginnings of names."""
        free = self.size.width - len(_BEFORE_NAMES + _BETWEEN_NAMES)
        if self._remarks and free - width(self._remarks[-1]) - _GAP >= _LEAST_NAMES:
            free -= width(self._remarks[-1]) + _GAP
        names = short_names(self._sources).map(visible)
        origins = self._origins
        if sum(map(width, (*names, *origins))) > free:
            origins = Pair("", "")
        left, right = (
            Content.assemble((name, "bold"), (origin_words, DIM))
            for name, origin_words in zip(fitted(names, free), origins, strict=True)
        )
        line = Content.assemble(_BEFORE_NAMES, left, _BETWEEN_NAMES, right)
        for shown in self._remarks:
            free = self.size.width - line.cell_length - width(shown)
            if free >= _GAP:
                return Content.assemble(line, " " * free, (shown, DIM))
        return line


def fitted(names: Pair[Visible], cells: int) -> Pair[str]:
    """Return two names shortened to `cells` together: each has half, or what the other leaves; ends are kept."""
    widths = names.map(width)
    if sum(widths) <= cells:
        return Pair(names.left, names.right)
    half = cells // 2
    # An odd cell is the right one's.
    left = half if widths.right > half else cells - widths.right
    left = max(1, min(widths.left, left))
    return Pair(ending(names.left, left), ending(names.right, max(1, cells - left)))


def short_names(paths: Pair[str]) -> Pair[str]:
    """Return the ends of two paths from where they differ: a.txt and b.txt, or monday/a.txt and tuesday/a.txt."""
    left, right = paths.map(_parts)
    for length in range(1, max(len(left), len(right)) + 1):
        if left[-length:] != right[-length:]:
            return Pair("/".join(left[-length:]), "/".join(right[-length:]))
    return Pair(left[-1], right[-1])


def _parts(path: str) -> list[str]:
    """Return a path in its parts; a pipe's name in one part, since its last part alone has no meaning."""
    if path == STANDARD_INPUT:
        return [STANDARD_INPUT_NAME]
    if path.startswith("/dev/"):
        return [path]
    return [part for part in re.split(r"[/\\]", path) if part] or [path]


def _origin(side: Source) -> str:
    found = origin(side)
    return f" ({found})" if found else ""
