"""The history of a story as plain text, to be read from top to bottom.

Facts changed without a note
in 2   hurt: about 20 → 31

Numbers
metres          1 300 metres · 3 withdrawn (note in 5) · 4 300 metres, back (note in 5)

1 → 2   3 changes that matter
Facts       20 → 31 hurt
"""

from collections.abc import Iterator

from diffing.history.model import ChangeAt, Fact, History

from ...present.answer import AnswerLine, answer
from ...present.cells import BECOMES
from ...present.coverage import coverage
from ...present.lanes import (
    GROUPS,
    change_words,
    counted,
    lane_parts,
    lane_title,
    notes_are_known,
    path,
    shown_date,
    title_of_change,
    version_name,
)
from ...present.tally import BETWEEN, changes_counted
from ...text.sanitize import visible
from ...text.wrapping import width

# Cells of the lines of an answer, and its lines.
_CELLS, _LINES = 110, 6
# The widest title of a lane that the others are aligned with.
_TITLE = 24


def history_lines(history: History, *, is_whole: bool) -> Iterator[str]:
    """Yield the lines, each with its line feed; with `is_whole`, also each paragraph with its wordings."""
    return (f"{line}\n" for line in _lines(history, is_whole))


def _lines(history: History, is_whole: bool) -> Iterator[str]:
    yield from _versions(history)
    yield ""
    if not history.steps:
        yield "One version: nothing to compare."
        return
    yield f"Found: {counted(history)}"
    for said in dict.fromkeys(filter(None, (coverage(step.ledger) for step in history.steps))):
        yield f"Note:  {said}"
    yield from _unnoted(history)
    yield from _lanes(history)
    yield from _disagreements(history)
    yield from _steps(history)
    if is_whole:
        yield from _paragraphs(history)


def _versions(history: History) -> Iterator[str]:
    count = len(history.versions)
    yield f"{count} version{'' if count == 1 else 's'}"
    before = ""
    for number, version in enumerate(history.versions):
        name, path = version_name(history, number), version.origins[0].path
        # A name of a file is said where it is another one than before.
        renamed = f", {path}" if path not in (before, version.label) else ""
        before = path
        yield f"  {number + 1}  {visible(name + renamed)}"
        for origin in version.origins[1:]:
            yield f"     the same in {visible(', '.join(filter(None, (origin.label, shown_date(origin.date)))))}"


def _unnoted(history: History) -> Iterator[str]:
    if not notes_are_known(history):
        return
    changes = history.unnoted
    yield ""
    yield "Facts changed without a note" if changes else "No fact changed without a note."
    for change in changes:
        yield f"  in {change.event.version + 1}   {_change(change, history)}"


def _change(change: ChangeAt, history: History) -> str:
    lane, event = change
    old, new = change_words(lane, event, history)
    part = next(part for part in lane_parts(lane, history) if part.version == event.version)
    words = BECOMES.join(filter(None, (old, new)))
    title = title_of_change(change, history)
    said = f" ({part.said})" if part.said else ""
    if lane.label or lane.fact is Fact.NAME:
        return visible(f"{words if title == words else f'{title}: {words}'}{said}")
    return visible(f"{words}{said}: {title}")


def _lanes(history: History) -> Iterator[str]:
    before = None
    for lane in history.lanes:
        if lane.fact is not before:
            yield ""
            yield GROUPS[lane.fact]
            before = lane.fact
        title = visible(lane_title(lane, history))
        yield f"  {title}{' ' * max(1, _TITLE - width(title))}  {visible(path(lane, history))}"


def _disagreements(history: History) -> Iterator[str]:
    if history.disagreements:
        yield ""
        yield "Paragraphs that the steps and the direct comparison of the first and the last version pair differently"
    for one in history.disagreements:
        yield f"  by the steps {_pairs(one.by_steps)}, directly {_pairs(one.directly)}"


def _pairs(pairs: tuple[tuple[int, int], ...]) -> str:
    return ", ".join(f"{first + 1}{BECOMES}{last + 1}" for first, last in pairs) or "none"


def _steps(history: History) -> Iterator[str]:
    for number, step in enumerate(history.steps):
        yield ""
        yield f"{number + 1}{BECOMES}{number + 2}   {changes_counted(step.ledger, step.comparison)[0]}"
        for line in answer(step.ledger, step.comparison, _CELLS, _LINES):
            yield f"  {_answer_line(line)}".rstrip()


def _answer_line(line: AnswerLine) -> str:
    items = [
        "".join((item.sign, item.old, item.arrow, item.new, f" {item.about}" if item.about else ""))
        for item in line.items
    ]
    label = f"{line.label}  " if line.label else ""
    return f"{label}{BETWEEN.join(items)}{line.rest if items else line.rest.removeprefix(BETWEEN)}"


def _paragraphs(history: History) -> Iterator[str]:
    yield ""
    yield "Paragraphs"
    for line in history.lines:
        first, last = line.stations[0], line.stations[-1]
        yield ""
        yield f"  ¶{first.paragraph + 1} of version {first.version + 1}{_span(first.version, last.version)}"
        if line.split_from:
            yield f"    split from ¶{line.split_from.paragraph + 1} of version {line.split_from.version + 1}"
        for wording in history.wordings(line):
            yield f"    {wording.first + 1}{_span(wording.first, wording.last)}  {visible(wording.text)}"
        if line.merged_into:
            yield f"    merged into ¶{line.merged_into.paragraph + 1} of version {line.merged_into.version + 1}"


def _span(first: int, last: int) -> str:
    return "" if first == last else f" to {last + 1}"
