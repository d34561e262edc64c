"""The lanes of a story as lines: a fact each, versions as columns, words where they change, a line while they hold.

Numbers
  dead            Two ───────────────── Three ─────────────         none
  knots           12 ────────── withdrawn   12, back ──────         5
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from diffing.history.model import Fact, History, Lane, LaneEvent, State
from diffing.ledger.core.model import Change
from diffing.model import Place

from ..present.cells import BECOMES
from ..present.lanes import (
    GROUPS,
    NOT_FOUND,
    WITHDRAWN,
    Part,
    change_words,
    differing_words,
    lane_parts,
    lane_title,
    note_in,
    notes_are_known,
    notes_of,
    short_title,
    shown_words,
)
from ..text.sanitize import visible
from ..text.wrapping import width, wrap
from .pieces import Look, Piece, piece
from .story import Pane, Story
from .version_columns import NOTES, Columns, columns
from .version_line import progress

_LINE = "─"
# Cells before the title of a lane.
_INDENT = 3


class LaneLine(NamedTuple):
    """A line of the lanes: of a lane, or a heading, blank or not, where `lane` is None."""

    lane: int | None
    heading: str = ""


def lane_lines(story: Story, *, is_roomy: bool) -> list[LaneLine]:
    """Return all lines from top to bottom; with `is_roomy`, a blank one stands before each heading."""
    history = story.history
    if history is None or not history.lanes:
        return [LaneLine(None, progress(story) if history is None else "No fact changed that newsdiff can follow.")]
    lines: list[LaneLine] = []
    before: Fact | None = None
    for number, lane in enumerate(history.lanes):
        if lane.fact is not before:
            before = lane.fact
            lines += [LaneLine(None)] * is_roomy + [LaneLine(None, GROUPS[lane.fact])]
        lines.append(LaneLine(number))
    return lines


def line_pieces(line: LaneLine, story: Story, cells: int) -> Sequence[Piece]:
    """Return the pieces of a line in a window `cells` wide."""
    if line.lane is None or story.history is None:
        return [piece(1, line.heading, cells - 1, Look.DIM)] if line.heading else []
    own = columns(len(story.versions), cells, story.ends)
    return list(_lane(story, story.history, line.lane, own, cells))


def _lane(story: Story, history: History, number: int, own: Columns, cells: int) -> Iterator[Piece]:
    lane = history.lanes[number]
    is_current = number == story.lane
    title = short_title(lane, history)
    yield piece(_INDENT, title, own.start - _INDENT - 1, Look.STRONG if is_current else Look.PLAIN)
    here = lane.events[story.event] if is_current else None
    parts = _in_columns(list(lane_parts(lane, history)), own)
    later = next((part.version for part in lane_parts(lane, history) if part.version > own.shown[-1]), None)
    notes = notes_of(lane, history)
    # The last words may go on below the heading of the notes, up to the note.
    last = own.end if later is not None else max(own.end, cells - 1 - min(width(notes), NOTES))
    for at, (x, part, is_carried) in enumerate(parts):
        end = parts[at + 1][0] if at + 1 < len(parts) else last
        text = _carried(part, lane, history) if is_carried else part.text(lane_title(lane, history))
        if width(visible(text)) >= end - x:
            # The colour, and the line below, say what else there is to say: back, new.
            text = part.short or text
        look = Look.DIM if is_carried else _look(part, lane, here)
        shown = piece(x, text, max(1, end - x - 1), look) if text else Piece(x, visible(""), look)
        yield shown
        if lane.state(part.version) is State.STANDS:
            first = shown.end + 1 if text else x
            yield Piece(first, visible(_LINE * max(0, min(end, own.end) - 1 - first)), Look.DIM)
    if later is not None:
        yield piece(own.end, f"› {later + 1}", max(1, cells - own.end), Look.DIM)
    if notes and cells - own.end >= NOTES:
        yield piece(cells - min(width(notes), NOTES) - 1, notes, NOTES, Look.DIM if notes == "none" else Look.BACK)


def _carried(part: Part, lane: Lane, history: History) -> str:
    """Return what a part says where it stands no longer at its version: no 'new', which it was before."""
    if not part.words:
        return part.said
    return "" if part.words == lane_title(lane, history) else part.words


def _in_columns(parts: Sequence[Part], own: Columns) -> list[tuple[int, Part, bool]]:
    """Return the parts that have a column, with their cells, and before them the last one left of the window."""
    earlier = [part for part in parts if part.version < own.first]
    carried = [(own.start, earlier[-1], True)] if earlier else []
    inside = [(own.x(part.version), part, False) for part in parts if part.version in own.shown]
    if inside and carried and inside[0][0] == carried[0][0]:
        carried = []
    return carried + inside


def _look(part: Part, lane: Lane, here: LaneEvent | None) -> Look:
    if here is not None and part.event is here:
        return Look.CURSOR
    if part.said == WITHDRAWN:
        return Look.GONE
    if part.said == NOT_FOUND:
        return Look.DIM
    if part.event is None or (part.event.change is Change.NEW and not part.event.is_back):
        return Look.PLAIN
    return Look.BACK if part.event.is_back else Look.MATTERS


def lane_status(story: Story, cells: int) -> tuple[list[Piece], str] | None:
    """Return what the current change of the lanes is, and which lane it is: 'dead  Two → Three in 3, 09:30 · no note'.

    None where no lane is current.
    """
    history = story.history
    if history is None or not history.lanes or story.pane is not Pane.LANES:
        return None
    lane = history.lanes[story.lane]
    event = lane.events[story.event]
    old, new = change_words(lane, event, history)
    title = short_title(lane, history)
    said = next(part.said for part in lane_parts(lane, history) if part.event is event)
    right = f"fact {story.lane + 1} of {len(history.lanes)} "
    pieces = [piece(1, title, max(1, cells // 3), Look.STRONG)]
    note = note_in(event, history)
    behind = f" in version {event.version + 1}{f' · {note}' if note else ''}"
    for text, look in (
        ("" if old == title and not new else old, Look.PLAIN),
        (BECOMES if old and new else "", Look.DIM),
        ("" if new == title else new, Look.MATTERS),
        (f" {said}" if said else "", Look.PLAIN),
        (behind, Look.DIM),
    ):
        x = pieces[-1].end + (2 if len(pieces) == 1 else 0)
        if text and x < cells:
            pieces.append(piece(x, text, cells - x, look))
    return pieces, right


def detail_lines(story: Story, cells: int) -> list[list[Piece]]:
    """Return the lines below the lanes: the sentences before and after the current change, and what of a note."""
    history = story.history
    if history is None or not history.lanes or cells < 1:
        return []
    lane = history.lanes[story.lane]
    event = lane.events[story.event]
    lines = [line for is_new in (False, True) for line in _sentence(lane, event, history, cells, is_new=is_new)]
    said = said_of_note(lane, event, history)
    lines.append([])
    lines += [[Piece(_INDENT, visible(said[start:end]), Look.DIM)] for start, end in wrap(said, max(2, cells - 4))]
    return lines


def _sentence(lane: Lane, event: LaneEvent, history: History, cells: int, *, is_new: bool) -> list[list[Piece]]:
    """Return the line with the words of a fact in a version, and the text around them that there is room for."""
    version = event.version if is_new else event.version - 1
    head = Piece(_INDENT, visible(f"version {version + 1}"), Look.DIM)
    x = head.end + 2
    stand = next((own for own in lane.stands if own.version == version), None)
    if stand is None:
        words = "not there" if lane.state(version) is State.ABSENT else NOT_FOUND
        return [[head, Piece(x, visible(words), Look.DIM)]]
    place = stand.places[0]
    number = f"¶{place.paragraph + 1}"
    room = max(1, cells - x - len(number) - 3)
    text = history.versions[version].article.paragraphs[place.paragraph].text
    differing = differing_words(event, history)
    if differing is not None:
        place = _differing(place, text, differing[is_new])
    is_one = len(stand.words) == 1 and differing is None
    words = shown_words(stand) if is_one else text[place.start : place.end]
    is_whole = words == text[place.start : place.end]
    old = text[place.start : place.end] if is_whole else words
    around = max(0, room - width(visible(old)))
    before = text[: place.start]
    start = max(0, len(before) - around // 2)
    if start:
        start = before.find(" ", start) + 1 or len(before)
    pieces = [head]
    at = x
    for part, look in (
        (("… " if start else "") + before[start:], Look.PLAIN),
        (old, Look.MATTERS if is_new else Look.STRONG),
        (text[place.end :], Look.PLAIN),
    ):
        left = x + room - at
        if part and left > 0:
            pieces.append(piece(at, part, left, look))
            at = pieces[-1].end
            if part[-1:].isspace() and pieces[-1].text[-1:] != "…":
                at = max(at, pieces[-1].x + min(left, width(visible(part))))
    pieces.append(Piece(cells - len(number) - 1, visible(number), Look.DIM))
    return [pieces]


def _differing(place: Place, text: str, words: Sequence[str]) -> Place:
    """Return the place of the first of some words in a quotation; its end if the quotation has none of them."""
    start = text.find(words[0], place.start, place.end) if words and words[0] else place.end
    return place if start < 0 else place._replace(start=start, end=start + len(words[0]) if words else start)


def said_of_note(lane: Lane, event: LaneEvent, history: History) -> str:
    """Return what is known of a note for a change, as a sentence."""
    last = len(history.versions)
    if event.note is not None:
        return f"The note in version {event.note + 1} names this change."
    if not note_in(event, history):
        if notes_are_known(history):
            return "Nothing that readers were told before is changed by it: it needs no note."
        return "Notes of the editors are not looked for in this language."
    until = f"versions {event.version + 1} to {last}" if event.version + 1 < last else f"version {last}"
    return f"No correction or update note in {until} names it."
