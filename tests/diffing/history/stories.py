"""A small story in five versions, and its history as lines that can be read."""

from collections.abc import Iterator

from diffing.history.model import History, Lane, State

STORY = (
    """Mill burns in Tarrow

TARROW — Two workers died and about 20 were hurt on Monday night when a fire broke out in the old paper mill.

The mill, with 96 workers on the late shift, stands 300 metres from a school, the fire chief said.

Councillor Edda Voss called it the worst night of her life.""",
    """Mill burns in Tarrow

TARROW — Two workers died and 31 were hurt on Monday night when a fire broke out in the old paper mill.

The mill, with 96 workers on the late shift, stands 300 metres from a school, the fire chief said.

“The doors on our side were locked,” said Piet Hallam, who packs reams there.

Councillor Edda Voss called it the worst night of her life.""",
    """Three dead as mill burns in Tarrow

TARROW — Three workers died and 31 were hurt on Monday night when a fire broke out in the old paper mill.

The mill had 96 workers on the late shift, the fire chief said.

“The doors on our side were locked,” said Piet Hallam, who packs reams there.

Councillor Edda Voss called it the worst night of her life.""",
    """Three dead as mill burns in Tarrow

TARROW — Three workers died and 31 were hurt on Monday night when a fire broke out in the old paper mill.

The mill, with 96 workers on the late shift, stands 300 metres from a school, the fire chief said.

The night manager, Oskar Lind, was arrested, police said.

Councillor Edda Voss called it the worst night of her life.""",
    """Three dead as mill burns in Tarrow

TARROW — Three workers died and 37 were hurt on Monday night when a fire broke out in the old paper mill.

The mill, with 69 workers on the late shift, stands 800 metres from a school, the fire chief said.

The night manager, Oskar Lind, was released, police said.

Councillor Edda Voss called it the worst night of her life.

Correction: An earlier version of this article said that the mill stands 300 metres from a school. It is 800 metres.""",
)


def spelled(history: History) -> list[str]:
    """Return each lane as a line: 'number workers: 1 Two, 3 Three (changed)'; versions are counted from 1."""
    return [
        " ".join((lane.fact, *filter(None, [lane.label]))) + ": " + ", ".join(_parts(lane, history))
        for lane in history.lanes
    ]


def _parts(lane: Lane, history: History) -> Iterator[str]:
    """Yield what a lane says at each version where it says something else."""
    stands = {stand.version: " / ".join(stand.words) for stand in lane.stands}
    events = {event.version: event for event in lane.events}
    before = ""
    for version in range(len(history.versions)):
        state = lane.state(version)
        said = stands[version] if state is State.STANDS else "" if state is State.ABSENT else "?"
        if said.casefold() != before.casefold() or version in events:
            yield f"{version + 1} {said or '-'}{_event(lane, version)}"
        before = said


def _event(lane: Lane, version: int) -> str:
    for event in lane.events:
        if event.version == version:
            note = "" if event.note is None else f", note in {event.note + 1}"
            return f" ({event.change}{', back' if event.is_back else ''}{note})"
    return ""
