"""Read newsdiff's JSON of histories back into the value it was written from.

history_from_json(history_to_json(history)) == history

What the document repeats for its readers (`unnoted`, the text at a place) is checked or not read.
"""

from collections.abc import Callable, Sequence
from typing import Any

from diffing.errors import FormatError
from diffing.formats.articles import article_of
from diffing.formats.fields import (
    FieldError,
    Fields,
    array,
    count,
    index,
    integer,
    made,
    member,
    or_none,
    parsed,
    text,
    truth,
)
from diffing.formats.history_json import HISTORY_VERSION
from diffing.formats.reading import comparison_of, ledger_of, place_reader
from diffing.history.model import (
    Disagreement,
    EntryAt,
    Fact,
    History,
    Lane,
    LaneEvent,
    Origin,
    ParagraphLine,
    Stand,
    Station,
    Step,
    Version,
)
from diffing.ledger.core.model import Change
from diffing.model import Pair


def history_from_json(document: str) -> History:
    """Return the history of a document. Raises FormatError with one line for a text that is none."""
    value = parsed(document)
    try:
        fields = Fields(value)
        _check_version(fields)
        versions = fields.read("versions", array(_version))
        steps = fields.read("steps", lambda found: _steps(found, versions))
        return made(
            History,
            versions,
            steps,
            fields.read("lines", array(_line_reader(versions))),
            fields.read("lanes", array(_lane_reader(versions, steps))),
            fields.read("disagreements", array(_disagreement_reader(versions))),
        )
    except FieldError as error:
        where = f" {error.path}:" if error.path else ""
        raise FormatError(f"not a newsdiff history:{where} {error.reason}") from None


def _check_version(fields: Fields) -> None:
    version = fields.read("history", integer)
    if version != HISTORY_VERSION:
        raise FormatError(f"newsdiff reads histories of version {HISTORY_VERSION}, and this is version {version}")


def _version(value: Any) -> Version:
    fields = Fields(value)
    return made(Version, fields.read("article", article_of), fields.read("origins", array(_origin)))


def _origin(value: Any) -> Origin:
    fields = Fields(value)
    return Origin(*(fields.read(name, text) for name in Origin._fields))


def _steps(value: Any, versions: Sequence[Version]) -> tuple[Step, ...]:
    if isinstance(value, list) and len(value) != max(0, len(versions) - 1):
        raise FieldError("not a step from each version to the next")

    def step(value: Any) -> Step:
        fields = Fields(value)
        number = fields.read("left", index(len(versions) - 1))
        if fields.read("right", integer) != number + 1:
            raise FieldError("a step goes to the next version", "right")
        articles = Pair(versions[number].article, versions[number + 1].article)
        comparison = comparison_of(fields, articles)
        return Step(comparison, fields.read("ledger", lambda found: ledger_of(found, comparison)))

    return array(step)(value)


def _station_reader(versions: Sequence[Version]) -> Callable[[Any], Station]:
    def read(value: Any) -> Station:
        fields = Fields(value)
        version = fields.read("version", index(len(versions)))
        return Station(version, fields.read("paragraph", index(len(versions[version].article.paragraphs))))

    return read


def _line_reader(versions: Sequence[Version]) -> Callable[[Any], ParagraphLine]:
    station = _station_reader(versions)

    def read(value: Any) -> ParagraphLine:
        fields = Fields(value)
        return made(
            ParagraphLine,
            fields.read("stations", array(station)),
            fields.read("split_from", or_none(station)),
            fields.read("merged_into", or_none(station)),
        )

    return read


def _lane_reader(versions: Sequence[Version], steps: Sequence[Step]) -> Callable[[Any], Lane]:
    version_index = index(len(versions))

    def stand(value: Any) -> Stand:
        fields = Fields(value)
        version = fields.read("version", version_index)
        place = place_reader(versions[version].article)
        return Stand(version, fields.read("places", array(place)), fields.read("words", array(text)))

    def entry_at(value: Any) -> EntryAt:
        fields = Fields(value)
        step = fields.read("step", index(len(steps)))
        entries = steps[step].ledger.entries
        entry = fields.read("entry", index(len(entries)))
        return EntryAt(step, entry, fields.read("child", or_none(index(len(entries[entry].children)))))

    def event(value: Any) -> LaneEvent:
        fields = Fields(value)
        return LaneEvent(
            fields.read("version", version_index),
            fields.read("change", member(Change)),
            fields.read("back", truth),
            fields.read("entries", array(entry_at)),
            fields.read("accountable", truth),
            fields.read("note", or_none(version_index)),
        )

    def lane(value: Any) -> Lane:
        fields = Fields(value)
        return made(
            Lane,
            fields.read("fact", member(Fact)),
            fields.read("label", text),
            fields.read("stands", array(stand)),
            fields.read("events", array(event)),
        )

    return lane


def _disagreement_reader(versions: Sequence[Version]) -> Callable[[Any], Disagreement]:
    lengths = [len(version.article.paragraphs) for version in versions]

    def pair(value: Any) -> tuple[int, int]:
        match array(count)(value):
            case (first, last) if first < lengths[0] and last < lengths[-1]:
                return first, last
            case _:
                raise FieldError("no paragraph of the first and one of the last version")

    def read(value: Any) -> Disagreement:
        fields = Fields(value)
        return Disagreement(fields.read("by_steps", array(pair)), fields.read("directly", array(pair)))

    return read
