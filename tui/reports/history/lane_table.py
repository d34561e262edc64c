"""The lanes of a history as a table of HTML: a row for each fact, a column for each version, words where they change.

fact      1 07:42    2 08:05    3 09:30    note in
dead      Two -----------------> Three     none
"""

from collections.abc import Iterator
from itertools import pairwise

from markupsafe import Markup

from diffing.history.model import Fact, History, Lane, State
from diffing.ledger.core.model import Change

from ...present.lanes import (
    GROUPS,
    NOT_FOUND,
    WITHDRAWN,
    Part,
    lane_parts,
    lane_title,
    notes_of,
    short_title,
    shown_date,
    version_name,
)
from ..html.tagged import isolated, words

# A title of a version in the head of the table, in characters: its whole name is in the list below.
_LONGEST_NAME = 16


def lane_table(history: History) -> Iterator[Markup]:
    """Yield the table; a changed word leads to its step."""
    yield Markup(
        "<div class=scroll><table class=lanes><caption>A word stands where it changes, and a line while it holds."
    )
    yield Markup("</caption><thead><tr><th scope=col>fact</th>")
    for number, version in enumerate(history.versions):
        name = words(_short(version.origins[0].date, version.label))
        yield Markup('<th scope=col title="{}">{}<small>{}</small></th>').format(
            words(version_name(history, number)), number + 1, name
        )
    yield Markup("<th scope=col>note in</th></tr></thead><tbody>")
    before: Fact | None = None
    for lane in history.lanes:
        if lane.fact is not before:
            yield Markup("<tr class=group><th colspan={} scope=rowgroup>{}</th></tr>").format(
                len(history.versions) + 2, GROUPS[lane.fact]
            )
            before = lane.fact
        yield _row(lane, history)
    yield Markup("</tbody></table></div>")


def _short(date: str, label: str) -> str:
    """Return the time of a version, or else its name; long ones from their end."""
    shown = shown_date(date)
    if shown[10:11] == " ":
        return shown[5:]
    return shown or (label if len(label) <= _LONGEST_NAME else f"…{label[-_LONGEST_NAME:]}")


def _row(lane: Lane, history: History) -> Markup:
    parts = list(lane_parts(lane, history))
    title = lane_title(lane, history)
    cells = [Markup("<td></td>")] * parts[0].version if parts else []
    ends = [part.version for part in parts] + [len(history.versions)]
    for part, (first, end) in zip(parts, pairwise(ends), strict=True):
        cells.append(_cell(part, lane, title, end - first))
    notes = notes_of(lane, history)
    mark = "n0" if notes in ("", "none") else "n1"
    return Markup("<tr><th scope=row>{}</th>{}<td class={}>{}</td></tr>\n").format(
        isolated(short_title(lane, history)), Markup("").join(cells), mark, notes
    )


def _cell(part: Part, lane: Lane, title: str, columns: int) -> Markup:
    """Return the cell of a part, which reaches to the next one."""
    text = part.text(title)
    said = isolated(text) if text else Markup("")
    event = part.event
    if part.said == WITHDRAWN:
        said = Markup("<span class=gone>{}</span>").format(said)
    elif event is not None and event.is_back:
        said = Markup("<span class=back>{}</span>").format(said)
    elif event is not None and event.change is not Change.NEW:
        said = Markup("<b>{}</b>").format(said)
    elif part.said == NOT_FOUND:
        said = Markup("<i>{}</i>").format(said)
    if event is not None:
        said = Markup('<a href="#step-{}">{}</a>').format(event.version, said)
    holds = Markup(" class=h") if lane.state(part.version) is State.STANDS and columns > 1 else Markup()
    wide = Markup(" colspan={}").format(columns) if columns > 1 else Markup()
    return Markup("<td{}{}>{}</td>").format(wide, holds, said)
