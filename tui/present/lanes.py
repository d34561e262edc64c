"""The lane of a fact in few words, for every front end. Versions are counted from 1.

hurt          1 about 20 · 2 31 · 5 37
metres        1 300 metres · 3 withdrawn · 4 300 metres, back · 5 800 metres
Oskar Lind    4 new
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from diffing.history.model import ChangeAt, EntryAt, Fact, History, Lane, LaneEvent, Stand, State
from diffing.ledger.core.details import Speakers, WordChanges
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.model import Article, Place

from ..text.wrapping import CUT
from .groups import Group
from .tally import BETWEEN

GROUPS = {
    Fact.NUMBER: "Numbers",
    Fact.NAME: "Names",
    Fact.DATE: "Dates",
    Fact.QUOTATION: Group.QUOTES.value,
    Fact.ATTRIBUTION: Group.SOURCES.value,
    Fact.STATUS: Group.MEANING.value,
}
"""The name of the lanes of each kind of fact: where a group of the ledger has the same, its name."""

NOT_FOUND, WITHDRAWN, BACK, NEW, EXACT = "not found", "withdrawn", "back", "new", "more exactly"

# Words for changes that do not show in the words of a fact.
_SAID = {
    Change.ROUNDED: "rounded",
    Change.APPROXIMATION: "given roughly",
    Change.TRIMMED: "trimmed",
    Change.UNQUOTED: "without marks",
    Change.QUOTED: "with marks",
}
# Characters of the words of a fact, and of the text around it on each side.
_LONGEST, _AROUND = 60, 30
# Words that stand for the title of a lane which has none.
_FEW = 3


class Part(NamedTuple):
    """Words of a lane in a version where they change; `said` is '' for an ordinary change."""

    version: int
    words: str
    said: str
    event: LaneEvent | None

    @property
    def short(self) -> str:
        """The words alone; of a change that its words do not show, what is said of it: 'trimmed'."""
        return self.said if self.event is not None and self.event.change in _SAID else self.words

    def text(self, title: str = "") -> str:
        """Return the words and what is said of them; words that the title of the lane has are not repeated."""
        return ", ".join(filter(None, ("" if self.said and self.words == title else self.words, self.said)))


def lane_parts(lane: Lane, history: History) -> Iterator[Part]:
    """Yield what a lane says in each version in which it says something else, or has an event."""
    stands = {stand.version: stand for stand in lane.stands}
    events = {event.version: event for event in lane.events}
    before = State.ABSENT
    for version in range(len(history.versions)):
        state, event = lane.state(version), events.get(version)
        words = shown_words(stands[version]) if state is State.STANDS else ""
        if event is not None:
            words = _changed_words(event, history) or words
        # Without an event the fact is the same, in whatever words: 'Two', '2'.
        if event is not None or (state is not before and (state is not State.ABSENT or before is State.STANDS)):
            yield Part(version, words, _said(state, event, history), event)
        before = state


def _changed_words(event: LaneEvent, history: History) -> str:
    """Return what changed in a quotation that is too long to show it: 'without “I ran.”'; '' for other changes."""
    found = _quoted_change(event, history)
    if found is None:
        return ""
    old, new = found
    return f"now {new}" if new else f"without {old}"


def _quoted_change(event: LaneEvent, history: History) -> tuple[str, str] | None:
    """Return the words that differ in a quotation, each side cut and in marks; None if its words are shown whole."""
    found = differing_words(event, history)
    return found and (_in_marks(found[0]), _in_marks(found[1]))


def differing_words(event: LaneEvent, history: History) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Return the old and the new words that differ in a quotation too long to be shown whole; None for others."""
    for at in event.entries:
        entry = history.entry(at)
        if not isinstance(entry.detail, WordChanges) or not entry.left or not entry.right:
            continue
        step = history.steps[at.step].comparison
        wholes = entry.left[0].words(step.left), entry.right[0].words(step.right)
        if all(cut(whole) == whole for whole in wholes):
            continue
        replaced = entry.detail.replaced
        old = (*(one.left for one in replaced), *entry.detail.cut)
        new = (*(one.right for one in replaced), *entry.detail.added)
        return old, new
    return None


def _in_marks(words: Iterable[str]) -> str:
    return " / ".join(f"“{cut(one)}”" for one in words if one)


def shown_words(stand: Stand) -> str:
    """Return the words of a fact in a version, not yet safe for a terminal."""
    return " / ".join(cut(words).rstrip(",") for words in stand.words)


def _said(state: State, event: LaneEvent | None, history: History) -> str:
    if state is State.UNKNOWN:
        return NOT_FOUND
    if state is State.ABSENT:
        return WITHDRAWN
    if event is None:
        return ""
    if event.change is Change.SPEAKER:
        details = (history.entry(at).detail for at in event.entries)
        return next((f"now said by {', '.join(one.right)}" for one in details if isinstance(one, Speakers)), "")
    if event.is_back:
        return BACK
    if event.change is Change.ROUNDED and all(_is_more_exact(history.entry(at), at, history) for at in event.entries):
        return EXACT
    return NEW if event.change is Change.NEW else _SAID.get(event.change, "")


def _is_more_exact(entry: Entry, at: EntryAt, history: History) -> bool:
    """Return whether a number has more digits that count than before: thousands, 17,500; 1,500, 1,482."""
    step = history.steps[at.step].comparison
    old, new = (
        max((len(_digits(place.words(article))) for place in places), default=0)
        for places, article in zip(entry.places, step.articles, strict=True)
    )
    return new > old


def _digits(words: str) -> str:
    """Return the digits of a number without the zeros at its end."""
    return "".join(filter(str.isdecimal, words)).strip("0")


def lane_title(lane: Lane, history: History) -> str:
    """Return what a lane is about: what a number counts, a name, a speaker, or else its words in the text around."""
    if lane.label:
        return cut(lane.label)
    last = lane.stands[-1]
    if lane.fact is Fact.NAME:
        return shown_words(last)
    return around(history.versions[last.version].article, last.places[0])


def title_of_change(change: ChangeAt, history: History) -> str:
    """Return what a change is about: as `lane_title`, but with the text around the words in the version that has them.

    The last version of a fact may have other words in their place.
    """
    lane, event = change
    if lane.label or lane.fact is Fact.NAME:
        return lane_title(lane, history)
    at = next((one for one in reversed(lane.stands) if one.version <= event.version), lane.stands[-1])
    return around(history.versions[at.version].article, at.places[0])


def short_title(lane: Lane, history: History) -> str:
    """Return what a lane is about in a few words: as `lane_title`, but the words before it in place of those around it.

    'the road is …' reads on in the words of each version: closed, open.
    """
    if lane.label or lane.fact is Fact.NAME:
        return lane_title(lane, history)
    first = lane.stands[0]
    place = first.places[0]
    text = history.versions[first.version].article.paragraphs[place.paragraph].text
    before = text[max(0, place.start - _AROUND) : place.start].split()[-_FEW:]
    behind = text[place.end : place.end + _AROUND].split()[:_FEW]
    return f"{' '.join(before)} {CUT}" if before else f"{CUT} {' '.join(behind)}"


def around(article: Article, place: Place) -> str:
    """Return words in the text around them: '… [arrested], police said'."""
    text = article.paragraphs[place.paragraph].text
    start, end = max(0, place.start - _AROUND), min(len(text), place.end + _AROUND)
    before, behind = text[start : place.start], text[place.end : end]
    if start:
        before = f"{CUT} {before.partition(' ')[2]}"
    if end < len(text):
        behind = f"{behind.rpartition(' ')[0]} {CUT}"
    return f"{before}[{cut(place.words(article))}]{behind}"


def cut(text: str) -> str:
    """Return a text of at most some sixty characters, cut between words."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rsplit(' ', 1)[0]} {CUT}"


def note_in(event: LaneEvent, history: History) -> str:
    """Return which note names a change: 'note in 5', 'no note'; '' for a change that needs none, or may have one."""
    if event.note is not None:
        return f"note in {event.note + 1}"
    return "no note" if event.is_accountable and notes_are_known(history) else ""


def path(lane: Lane, history: History) -> str:
    """Return what a lane says through the versions, not yet safe for a terminal: '1 Two · 3 Three (no note)'."""
    parts = []
    title = lane_title(lane, history)
    for part in lane_parts(lane, history):
        note = note_in(part.event, history) if part.event else ""
        parts.append(f"{part.version + 1} {part.text(title)}{f' ({note})' if note else ''}")
    return BETWEEN.join(parts)


def notes_of(lane: Lane, history: History) -> str:
    """Return the versions of the notes that name changes of a lane, 'none' if none does but one should."""
    notes = sorted({event.note + 1 for event in lane.events if event.note is not None})
    if notes:
        return ", ".join(map(str, notes))
    return "none" if any(event.is_accountable for event in lane.events) and notes_are_known(history) else ""


def notes_are_known(history: History) -> bool:
    """Return whether notes of the editors are looked for in the languages of all versions."""
    return all(Subject.CORRECTION not in step.ledger.uncovered for step in history.steps)


def change_words(lane: Lane, event: LaneEvent, history: History) -> tuple[str, str]:
    """Return the words of a fact before and after an event; '' where it does not stand.

    Of a quotation too long to show the change in it, they are the words that differ.
    """
    if (quoted := _quoted_change(event, history)) is not None:
        return quoted
    before = next((stand for stand in reversed(lane.stands) if stand.version < event.version), None)
    now = next((stand for stand in lane.stands if stand.version == event.version), None)
    is_beside = before is not None and before.version == event.version - 1
    return shown_words(before) if before is not None and is_beside else "", shown_words(now) if now else ""


def counted(history: History) -> str:
    """Return how many changes of facts there are: '7 changes of facts · 3 with a note · 4 without a note'."""
    changes = [*history.changes]
    some = f"{len(changes)} change{'' if len(changes) == 1 else 's'} of facts"
    if not notes_are_known(history) or not changes:
        return some
    noted = sum(change.event.note is not None for change in changes)
    return f"{some} · {noted} with a note · {len(changes) - noted} without a note"


def version_name(history: History, version: int) -> str:
    """Return the label of a version, with its date and author as far as they are known."""
    origin = history.versions[version].origins[0]
    return ", ".join(filter(None, (origin.label, shown_date(origin.date), origin.author)))


def shown_date(date: str) -> str:
    """Return a date in ISO 8601 to the minute: '2031-05-02 07:42'; another one as it is."""
    return f"{date[:10]} {date[11:16]}".strip() if date[4:5] == "-" and date[10:11] in ("T", " ", "") else date
