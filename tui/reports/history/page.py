"""The history of a story as one page of HTML: what changed without a note, the lanes, and each step to be opened.

4 versions, 4 changes of facts · 1 with a note · 3 without a note
Two → Three people in 2
fact table
1 → 2   1 change that matters   (opens: the changes, and both articles side by side)

The page has the frame of the one for two articles: the same policy that forbids all but its own parts, and the same
colours. The same history gives the same bytes.
"""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from diffing.history.model import ChangeAt, Fact, History
from diffing.ledger.core.ranking import rank

from ...present.cells import BECOMES
from ...present.coverage import coverage
from ...present.heads import headlines
from ...present.lanes import (
    change_words,
    counted,
    lane_parts,
    note_in,
    notes_are_known,
    short_title,
    shown_date,
    version_name,
)
from ...present.tally import changes_counted, tally
from ..html.articles import Articles, columns
from ..html.changes import change_item, old_and_new
from ..html.document import SIGNS_EXPLAINED, frame, headed
from ..html.marks import Changes
from ..html.tagged import words
from ..report import Report
from .lane_table import lane_table

# Changes in large letters, and the characters of each side there and in the list.
_MOST_LARGE = 3
_LONGEST_LARGE, _LONGEST = 90, 300
# Squares of a step, at most.
_MOST_SQUARES = 12
_COLUMNS = ("name", "date", "author", "commit")


def history_page(history: History) -> Iterator[str]:
    """Yield the page piece by piece."""
    first, last = words(version_name(history, 0)), words(version_name(history, len(history.versions) - 1))
    headline, heading = Markup(), Markup()
    if history.steps:
        newest = history.steps[-1]
        languages = Report(newest.comparison, newest.ledger).languages()
        headline, heading = headed(headlines(newest.comparison), languages)
    files = Markup("{} – {}").format(first, last) if history.steps else first
    opening, closing = frame(Markup("{} · {}").format(headline, files) if headline else files, "history.css")
    yield opening
    yield Markup("<header>{0}<{1} class=files><span><b>{2}</b></span><span>{3}</span></{1}>").format(
        heading, "p" if headline else "h1", files, words(_summary(history))
    )
    if not history.steps:
        yield Markup("<p class=answer>One version: nothing to compare.</p></header>")
        yield closing
        return
    yield from _answer(history)
    yield Markup("</header><main>")
    if history.lanes:
        yield Markup("<h2 id=facts>What became of each fact</h2>")
        yield from lane_table(history)
    yield from _disagreements(history)
    yield from _steps(history)
    yield from _versions(history)
    yield Markup("</main>")
    yield closing


def _summary(history: History) -> str:
    count = len(history.versions)
    return f"{count} version{'' if count == 1 else 's'} · {counted(history)}"


def _answer(history: History) -> Iterator[Markup]:
    """Yield the facts changed without a note, the weightiest in large letters; else what is known of all changes."""
    knows_notes = notes_are_known(history)
    listed = history.unnoted if knows_notes else tuple(history.changes)
    large = sorted(listed, key=lambda change: rank(history.entry(change.event.entries[0])))[:_MOST_LARGE]
    if not listed:
        said = "No fact changed without a note" if knows_notes else "No fact changed that newsdiff can follow"
        yield Markup("<p class=answer>{}.</p>").format(said)
    else:
        name = "Facts changed without a note" if knows_notes else "Facts that changed"
        weightiest = ": the weightiest" if len(listed) > len(large) else ""
        yield Markup("<p class=key>{}{}</p>").format(name, weightiest)
        yield Markup("<ol class=answer>{}</ol>").format(Markup("").join(_large(change, history) for change in large))
    for caveat in dict.fromkeys(filter(None, (coverage(step.ledger) for step in history.steps))):
        yield Markup("<p class=note>{}</p>").format(words(caveat))
    if listed:
        yield Markup("<h2 id=changes>{}<span>{}</span></h2><div class=changes><ol>{}</ol></div>").format(
            name, len(listed), Markup("").join(_item(change, history) for change in listed)
        )


def _large(change: ChangeAt, history: History) -> Markup:
    return Markup("<li>{} <small>{}</small></li>").format(
        _change(change, history, _LONGEST_LARGE), _link(change, history)
    )


def _item(change: ChangeAt, history: History) -> Markup:
    return Markup("<li><span class=c>{}</span><span class=p>{}</span></li>").format(
        _change(change, history, _LONGEST), _link(change, history)
    )


def _change(change: ChangeAt, history: History, longest: int) -> Markup:
    """Return old → new with what it is about."""
    lane, event = change
    old, new = change_words(lane, event, history)
    title = short_title(lane, history)
    said = next(part.said for part in lane_parts(lane, history) if part.version == event.version)
    about = title if lane.label or lane.fact is not Fact.NAME else ""
    return old_and_new(old, new, ", ".join(filter(None, (about, said))), longest)


def _link(change: ChangeAt, history: History) -> Markup:
    event = change.event
    said = note_in(event, history) if event.note is not None else ""
    shown = ", ".join(filter(None, (f"in {event.version + 1}", said)))
    return Markup('<a href="#step-{}" title="{}">{}</a>').format(
        event.version, words(version_name(history, event.version)), shown
    )


def _disagreements(history: History) -> Iterator[Markup]:
    if not history.disagreements:
        return
    yield Markup("<h2 id=pairs>Paragraphs that the steps and the direct comparison pair differently</h2><ol>")
    for one in history.disagreements:
        yield Markup("<li>by the steps {}, directly {}</li>").format(_pairs(one.by_steps), _pairs(one.directly))
    yield Markup("</ol>")


def _pairs(pairs: Sequence[tuple[int, int]]) -> str:
    return ", ".join(f"¶{first + 1}{BECOMES}¶{last + 1}" for first, last in pairs) or "none"


def _steps(history: History) -> Iterator[Markup]:
    """Yield the steps, each folded: its changes, and the articles side by side."""
    yield Markup("<h2 id=steps>Step by step{}</h2>").format(SIGNS_EXPLAINED)
    before = 0
    weights = [tally(step.ledger, step.comparison).matter for step in history.steps]
    for number, (step, weight) in enumerate(zip(history.steps, weights, strict=True)):
        report = Report(step.comparison, step.ledger)
        changes = Changes(step.comparison, step.ledger, f"s{number + 1}-", before)
        before += len(changes.entries)
        date = shown_date(history.versions[number + 1].origins[0].date)
        yield Markup("<details class=step id=step-{}><summary><b>{}{}{}</b>{} {}<span>{}</span></summary>").format(
            number + 1,
            number + 1,
            BECOMES,
            number + 2,
            Markup("<i class=bars aria-hidden=true>{}</i>").format("■" * _squares(weight, weights)),
            words(changes_counted(step.ledger, step.comparison)[0]),
            words(date),
        )
        items = Markup("").join(change_item(report, changes, entry) for entry in changes.entries)
        yield Markup("<div class=changes><ol>{}</ol></div>").format(items) if items else Markup()
        yield columns(step.comparison)
        yield from Articles(step.comparison, changes, report.languages()).rows()
        yield Markup("</details>")


def _squares(weight: int, weights: Sequence[int]) -> int:
    most = max(weights)
    return weight if most <= _MOST_SQUARES else -(-weight * _MOST_SQUARES // most)


def _versions(history: History) -> Iterator[Markup]:
    """Yield the table of versions, with a column for the date, the author and the commit where a version has one."""
    yield Markup("<h2 id=versions>Versions</h2><table class=meta><thead><tr>")
    rows = [
        (number, (origin.label, shown_date(origin.date), origin.author, origin.commit))
        for number, version in enumerate(history.versions, start=1)
        for origin in version.origins
    ]
    kept = [at for at in range(len(_COLUMNS)) if any(cells[at] for _, cells in rows)]
    yield Markup("").join(Markup("<th>{}</th>").format(name) for name in ("version", *(_COLUMNS[at] for at in kept)))
    yield Markup("</tr></thead><tbody>")
    for number, cells in rows:
        shown = Markup("").join(Markup("<td>{}</td>").format(words(cells[at])) for at in kept)
        yield Markup("<tr><th>{}</th>{}</tr>").format(number, shown)
    yield Markup("</tbody></table>")
