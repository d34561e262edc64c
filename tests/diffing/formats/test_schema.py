"""The JSON Schema: every document is valid against it, and docs/json.md describes the same fields."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from diffing.comparison import compare
from diffing.formats import json as written_json
from diffing.formats.json import to_json, to_json_line
from diffing.ledger.build import ledger
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Subject
from diffing.ledger.core.ranking import Weight
from diffing.model import Direction, Kind, Op, Pair, What
from diffing.sources.files import read
from tests.diffing.formats.test_json import documented_fields
from tests.diffing.formats.values import comparisons, ledgers

ROOT = Path(__file__).parents[3]
SAMPLES = [(left, left.with_name("right.txt")) for left in sorted((ROOT / "samples").glob("*/left.txt"))]


@cache
def schema() -> dict[str, Any]:
    path = Path(written_json.__file__).with_name("newsdiff.schema.json")
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def assert_valid(document: str) -> None:
    errors = Draft202012Validator(schema()).iter_errors(json.loads(document))
    assert [f"{error.json_path}: {error.message}" for error in errors] == []


def test_the_schema_is_one() -> None:
    of_schemas = Draft202012Validator(Draft202012Validator.META_SCHEMA)
    assert [error.message for error in of_schemas.iter_errors(schema())] == []


@pytest.mark.parametrize(("left", "right"), SAMPLES, ids=[left.parent.name for left, _ in SAMPLES])
def test_documents_of_articles_are_valid(left: Path, right: Path) -> None:
    comparison = compare(read(str(left)), read(str(right)))
    assert_valid(to_json(comparison, ledger(comparison)))
    assert_valid(to_json_line(comparison, Pair("a", "b")))


@given(st.data())
def test_every_document_is_valid(data: st.DataObject) -> None:
    comparison = data.draw(comparisons())
    assert_valid(to_json(comparison, data.draw(st.none() | ledgers(comparison))))


def objects(node: Any) -> Iterator[dict[str, Any]]:
    """Return every schema of an object inside a schema."""
    if isinstance(node, dict):
        if "properties" in node:
            yield node
        for inner in node.values():
            yield from objects(inner)
    elif isinstance(node, list):
        for inner in node:
            yield from objects(inner)


def test_new_fields_are_allowed_and_every_field_is_described() -> None:
    for node in objects(schema()):
        assert node["additionalProperties"] is True
        for name, field in node["properties"].items():
            assert field.get("description"), name


def field_paths(node: dict[str, Any], path: str = "") -> Iterator[str]:
    """Return the path of every field that a schema describes: `rows`, `rows[].spans`, `rows[].spans[].op`.

    The children of an entry have the form of an entry, and are not described again.
    """
    if path.endswith(".children[]"):
        return
    if "$ref" in node:
        yield from field_paths(schema()["$defs"][node["$ref"].rpartition("/")[2]], path)
    for inner in (*node.get("anyOf", ()), *node.get("oneOf", ())):
        yield from field_paths(inner, path)
    if isinstance(node.get("items"), dict):
        yield from field_paths(node["items"], f"{path}[]")
    for name, inner in node.get("properties", {}).items():
        inner_path = f"{path}.{name}" if path else name
        yield inner_path
        yield from field_paths(inner, inner_path)


def test_the_documentation_describes_every_field_of_the_schema_and_no_other() -> None:
    fields = {path for path in field_paths(schema()) if not re.match(r"(pair|relation)\b", path)}
    assert documented_fields() == fields


def test_enumerations_are_those_of_the_model() -> None:
    fields = {name: node["properties"] for name, node in schema()["$defs"].items() if "properties" in node}
    assert fields["entry"]["subject"]["enum"] == [*Subject]
    assert fields["entry"]["change"]["enum"] == [*Change]
    assert fields["entry"]["location"]["enum"] == [*Location]
    assert fields["row"]["class"]["enum"] == [*Weight, None]
    assert fields["row"]["kind"]["enum"] == [*Kind]
    assert fields["row"]["direction"]["enum"] == [*Direction]
    assert fields["span"]["op"]["enum"] == [*Op]
    assert fields["hidden_thing"]["what"]["enum"] == [*What]
    assert list(fields["hidden_counts"]) == [*What]
