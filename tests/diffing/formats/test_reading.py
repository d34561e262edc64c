"""Reading a document back: nothing is lost, and what is no document is refused in one line."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffing.comparison import compare
from diffing.errors import FormatError
from diffing.formats.json import error_json_line, to_json, to_json_line
from diffing.formats.reading import document_from_json, from_json, ledger_from_json
from diffing.ledger.build import ledger
from diffing.model import Comparison, Pair
from diffing.sources.files import read
from tests.conftest import readable
from tests.diffing.formats.values import comparisons, ledgers

SAMPLES = sorted((Path(__file__).parents[3] / "samples").glob("*/left.txt"))


@given(comparisons())
def test_what_is_read_is_what_was_written(comparison: Comparison) -> None:
    written = to_json(comparison)
    assert from_json(written) == comparison
    assert ledger_from_json(written) is None
    assert from_json(to_json_line(comparison, Pair("a", "b"))) == comparison


@given(st.data())
def test_the_ledger_that_is_read_is_the_one_that_was_written(data: st.DataObject) -> None:
    comparison = data.draw(comparisons())
    own = data.draw(ledgers(comparison))
    written = to_json(comparison, own)
    assert document_from_json(written) == (comparison, own)
    assert ledger_from_json(written) == own
    assert to_json(from_json(written), ledger_from_json(written)) == written


@pytest.mark.parametrize("left", SAMPLES, ids=lambda path: path.parent.name)
def test_samples_are_read_back(left: Path) -> None:
    comparison = compare(read(str(left)), read(str(left.with_name("right.txt"))))
    own = ledger(comparison)
    assert document_from_json(to_json(comparison, own)) == (comparison, own)


LEFT = "Officials in the town said on Friday that 12 people had died.\n\nThe mayor may not come."
RIGHT = "Officials in the town said on Friday that 14 people had died.\n\nThe mayor may come.\n\nNew words stand here."


def document() -> dict[str, Any]:
    """Return a document with entries, one of them with words that the other article has without it."""
    comparison = compare(LEFT, RIGHT)
    found = json.loads(to_json(comparison, ledger(comparison)))
    assert isinstance(found, dict)
    return found


def test_fields_that_are_not_known_are_no_trouble() -> None:
    known = document()
    more = json.loads(json.dumps(known), object_hook=lambda fields: {**fields, "zz": [1]})
    assert document_from_json(json.dumps(more)) == document_from_json(json.dumps(known))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "not JSON: Expecting value: line 1 column 1 (char 0)"),
        ("\ufeff{}", "not JSON"),
        ("[" * 200_000, "nested too deeply"),
        ('{"version": 2, "left": ' + '{"a":' * 200_000, "nested too deeply"),
        ("{} {}", "not JSON: Extra data"),
        ("9" * 5000, "not JSON"),
        ("NaN", "not JSON: NaN is no number of JSON"),
        ("[]", "not a newsdiff document: not an object"),
        ("null", "not a newsdiff document: not an object"),
        ("{}", "not a newsdiff document: version: missing"),
        ('{"version": "2"}', "not a newsdiff document: version: not a whole number"),
        ('{"version": true}', "not a newsdiff document: version: not a whole number"),
        ('{"version": 1}', "version 1 of newsdiff's JSON is no longer read, only version 2"),
        ('{"version": 4}', "a newer newsdiff wrote this: its JSON is not version 2 or 3"),
        ('{"version": 2}', "not a newsdiff document: left: missing"),
        (error_json_line(Pair("a", None), "only in a"), "not a newsdiff document: the pair could not be compared"),
    ],
    ids=readable,
)
def test_texts_that_are_no_document_of_this_version(text: str, reason: str) -> None:
    for reader in (from_json, ledger_from_json):
        with pytest.raises(FormatError, match=re.escape(reason)):
            reader(text)


def replaced(path: str, value: object) -> Callable[[dict[str, Any]], None]:
    """Return a change of a document: the field at a path becomes another value."""

    def change(document: Any) -> None:
        *steps, last = (int(step) if step.isdigit() else step for step in path.split("."))
        for step in steps:
            document = document[step]
        document[last] = value

    return change


@pytest.mark.parametrize(
    ("path", "value", "reason"),
    [
        ("left", [], "left: not an object"),
        ("left.paragraphs", {}, "left.paragraphs: not an array"),
        ("left.paragraphs.0.text", 7, "left.paragraphs[0].text: not a text"),
        ("left.paragraphs.0.text", "a\nb", "left.paragraphs[0]: a paragraph is one line"),
        ("left.paragraphs.0.start", -1, "left.paragraphs[0]: a paragraph cannot stand at -1"),
        ("right.source", None, "right.source: not a text"),
        ("bounded", 0, "bounded: neither true nor false"),
        ("rows", [], "the rows do not hold each paragraph once"),
        ("rows.0", 1, "rows[0]: not an object"),
        ("rows.0.kind", "\x1b[2J", "rows[0].kind: '\\x1b[2J' is not one of unchanged"),
        ("rows.0.kind", "x" * 500, "rows[0].kind: 'xxx"),
        ("rows.0.left", [99], "rows[0].left[0]: no index below 2"),
        ("rows.0.left", [-1], "rows[0].left[0]: no index below 2"),
        ("rows.0.left", [True], "rows[0].left[0]: not a whole number"),
        ("rows.0.left", [0.0], "rows[0].left[0]: not a whole number"),
        ("rows.0.left", [1], "rows[0].spans: the left texts do not join to the left paragraphs"),
        ("rows.0.similarity", 1.5, "rows[0].similarity: not from 0 to 1"),
        ("rows.0.similarity", "1", "rows[0].similarity: not a number"),
        ("rows.0.furniture", True, "rows[0]: page furniture is added or omitted"),
        ("rows.0.evidence.log_odds", 10**400, "rows[0].evidence.log_odds: not a finite number"),
        ("rows.0.evidence.rival", {"left": [0], "right": [7]}, "rows[0].evidence.rival.right[0]: no index below 3"),
        ("rows.0.words.left.kept", -1, "rows[0].words.left.kept: less than 0"),
        ("rows.0.spans.0.op", "insert", "rows[0].spans[0]: insert cannot have"),
        ("rows.0.spans.0.move_row", 99, "rows[0].spans[0].move_row: no index below 3"),
        ("rows.0.direction", "up", "rows[0]: only a moved row has a direction"),
        ("rows.0.direction", "left", "rows[0].direction: 'left' is not one of up, down"),
        ("rows.0.spans.1.letters", {"left": [0, 9], "right": [0, 1]}, "rows[0].spans[1].letters.left[1]: no index"),
        ("rows.0.spans.1.letters", {"left": [1, 0], "right": [0, 1]}, "rows[0].spans[1].letters.left: not a range"),
        ("rows.0.spans.1.sign", 1, "rows[0].spans[1].sign: not a text"),
        ("rows.0.spans.0.lookalike", True, "rows[0].spans[0]: equal has no details of a replacement"),
        ("rows.0.hidden", {"left": [{}], "right": []}, "rows[0].hidden.left[0].what: missing"),
        ("ledger", None, "ledger: not an object"),
        ("ledger.languages.left", 3, "ledger.languages.left: not a text"),
        ("ledger.uncovered", ["all"], "ledger.uncovered[0]: 'all' is not one of number"),
        ("ledger.entries.0.change", "trimmed", "ledger.entries[0]: a number is never trimmed"),
        ("ledger.entries.0.left", [], "ledger.entries[0]: number changed with ()"),
        ("ledger.entries.0.left.0.paragraph", 2, "ledger.entries[0].left[0].paragraph: no index below 2"),
        ("ledger.entries.0.left.0.end", 99, "ledger.entries[0].left[0].end: no index below 62"),
        ("ledger.entries.0.left.0.end", 0, "ledger.entries[0].left[0]: the text does not stand there"),
        ("ledger.entries.0.left.0.text", "13", "ledger.entries[0].left[0]: the text does not stand there"),
        ("ledger.entries.0.location", "here", "ledger.entries[0].location: 'here' is not one of same-place"),
        ("ledger.entries.0.detail", "people", "ledger.entries[0].detail: not an object"),
        ("ledger.entries.0.detail", {"type": "said"}, "ledger.entries[0].detail.type: 'said' is no type of detail"),
        ("ledger.entries.0.detail", {"type": "extent"}, "ledger.entries[0].detail.whole: missing"),
        ("ledger.entries.0.detail", {"type": "occurrences", "count": 1}, "ledger.entries[0].detail: occurrences are"),
        ("ledger.entries.0.detail", {"type": "explanation", "entries": [99], "silent": 0}, "ledger: a note explains"),
    ],
    ids=lambda value: readable(str(value)),
)
def test_wrong_fields_are_named(path: str, value: object, reason: str) -> None:
    wrong = document()
    replaced(path, value)(wrong)
    with pytest.raises(FormatError) as caught:
        from_json(json.dumps(wrong))
    said = str(caught.value)
    assert reason in said
    assert said.startswith("not a newsdiff document: ")
    assert said.isprintable()
    assert len(said) < 300


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=4,
)


@given(st.data())
def test_any_value_anywhere_is_read_or_refused(data: st.DataObject) -> None:
    wrong: Any = document()
    place: Any = wrong
    while isinstance(place, dict | list) and place:
        key = data.draw(st.sampled_from(sorted(place) if isinstance(place, dict) else range(len(place))))
        inner = place[key]
        if not isinstance(inner, dict | list) or not inner or data.draw(st.integers(0, 4)) == 0:
            if isinstance(place, dict) and data.draw(st.booleans()):
                del place[key]
            else:
                place[key] = data.draw(_JSON)
            break
        place = inner
    text = json.dumps(wrong)
    said = ""
    try:
        to_json(*document_from_json(text))
    except FormatError as error:
        said = str(error)
    assert said.isprintable()


@given(st.text(max_size=30))
def test_any_text_is_refused(text: str) -> None:
    with pytest.raises(FormatError):
        from_json(text)
