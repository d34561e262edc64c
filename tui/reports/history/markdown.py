"""The history of a story as Markdown, for an issue, a mail or a chat: the facts changed without a note, then the lanes.

| fact | versions | note |
|---|---|---|
| people | 1 Two → 3 Three | none |
"""

from collections.abc import Iterator

from diffing.history.model import History

from ...present.cells import BECOMES
from ...present.coverage import coverage
from ...present.lanes import (
    GROUPS,
    change_words,
    counted,
    lane_parts,
    lane_title,
    notes_are_known,
    notes_of,
    version_name,
)
from ...present.tally import changes_counted
from ..markdown_words import beginning, words

# Lanes and changes in the tables: GitHub takes 65,536 characters.
_MOST = 80


def history_markdown(history: History) -> Iterator[str]:
    """Yield the lines, each with its line feed."""
    return (f"{line}\n" for line in _lines(history))


def _lines(history: History) -> Iterator[str]:
    for number in range(len(history.versions)):
        yield f"{number + 1}. {beginning(words(version_name(history, number)))}"
    yield ""
    said = dict.fromkeys(filter(None, (coverage(step.ledger) for step in history.steps)))
    yield " ".join(words(remark) for remark in (f"Found: {counted(history)}.", *said))
    if notes_are_known(history):
        yield from _unnoted(history)
    yield from _lanes(history)
    yield from _steps(history)


def _unnoted(history: History) -> Iterator[str]:
    if not history.unnoted:
        return
    yield from ("", "**Facts changed without a note**", "", "| in version | fact | was | is |", "|---|---|---|---|")
    for lane, event in history.unnoted[:_MOST]:
        old, new = change_words(lane, event, history)
        cells = (str(event.version + 1), words(lane_title(lane, history)), words(old), words(new))
        yield f"| {' | '.join(cells)} |"
    yield from _more(len(history.unnoted))


def _lanes(history: History) -> Iterator[str]:
    if not history.lanes:
        return
    yield from ("", "| | fact | versions | note |", "|---|---|---|---|")
    for lane in history.lanes[:_MOST]:
        title = lane_title(lane, history)
        path = BECOMES.join(f"{part.version + 1} {part.text(title)}" for part in lane_parts(lane, history))
        cells = (GROUPS[lane.fact], words(title), words(path), notes_of(lane, history))
        yield f"| {' | '.join(cells)} |"
    yield from _more(len(history.lanes))


def _more(count: int) -> Iterator[str]:
    if count > _MOST:
        yield from ("", f"And {count - _MOST} more.")


def _steps(history: History) -> Iterator[str]:
    if history.steps:
        yield from ("", "| versions | changes |", "|---|---|")
    for number, step in enumerate(history.steps):
        yield f"| {number + 1}{BECOMES}{number + 2} | {words(changes_counted(step.ledger, step.comparison)[0])} |"
