"""The JSON of a history: it is read back as it was, its schema holds, and docs/versions.md describes every field."""

import json
import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

import diffing.formats
from diffing.errors import FormatError
from diffing.formats.history_json import history_to_json
from diffing.formats.history_reading import history_from_json
from diffing.history.making import history
from diffing.history.model import Disagreement, Fact
from diffing.ledger.core.model import Change
from tests.diffing.formats.test_schema import field_paths, objects
from tests.diffing.history.stories import STORY

_ROOT = Path(__file__).parents[3]
_FOLDER = Path(str(diffing.formats.__file__)).parent


@cache
def _schema(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((_FOLDER / name).read_text(encoding="utf-8"))
    return found


def _document() -> str:
    return history_to_json(history([*STORY, *STORY[:2]]))


def test_a_history_is_read_as_it_was_written() -> None:
    for told in (STORY, STORY[:1], ()):
        found = history(told)
        assert history_from_json(history_to_json(found)) == found


def test_paragraphs_that_are_parted_and_joined_and_disagreements_are_read_back() -> None:
    found = history(
        ["A mill burns.\n\nNobody was hurt.", "A mill burns. Nobody was hurt.", "Snow.\n\nRain fell on Holm."]
    )
    assert any(line.merged_into for line in found.lines)
    found = replace(found, disagreements=(Disagreement(((0, 1),), ((1, 1), (0, 0))),))
    assert history_from_json(history_to_json(found)) == found
    with pytest.raises(FormatError, match="no paragraph of the first and one of the last version"):
        history_from_json(history_to_json(replace(found, disagreements=(Disagreement(((0, 7),), ()),))))


def test_versions_in_two_languages_are_read_back() -> None:
    english = "The old mill by the river burned down on Monday night, and two workers were hurt, police said."
    spanish = "El viejo molino junto al río se quemó el lunes por la noche y dos obreros resultaron heridos."
    found = history([english, spanish])
    assert history_from_json(history_to_json(found)) == found


def test_the_document_is_valid() -> None:
    registry: Any = Registry().with_resource(
        "newsdiff.schema.json", Resource.from_contents(_schema("newsdiff.schema.json"))
    )
    validator = Draft202012Validator(_schema("history.schema.json"), registry=registry)
    assert [f"{error.json_path}: {error.message}" for error in validator.iter_errors(json.loads(_document()))] == []


def test_new_fields_are_allowed_and_every_field_is_described() -> None:
    for node in objects(_schema("history.schema.json")):
        assert node["additionalProperties"] is True
        for name, field in node["properties"].items():
            assert field.get("description"), name


def test_the_documentation_describes_every_field_of_the_schema_and_no_other() -> None:
    table = (_ROOT / "docs" / "versions.md").read_text(encoding="utf-8").partition("## JSON")[2]
    assert set(re.findall(r"^\| `([^`]+)` \|", table, re.MULTILINE)) == set(_own_paths())


def _own_paths() -> list[str]:
    """Return the paths of the fields of a history, without those of articles, rows and ledgers."""
    schema = _schema("history.schema.json")

    def inlined(node: Any) -> Any:
        if isinstance(node, dict) and str(node.get("$ref", "")).startswith("#/"):
            return inlined(schema["$defs"][node["$ref"].rpartition("/")[2]])
        if isinstance(node, dict):
            return {name: inlined(inner) for name, inner in node.items() if name not in ("$ref", "$defs")}
        return [inlined(inner) for inner in node] if isinstance(node, list) else node

    return list(field_paths(inlined(schema)))


def test_enumerations_are_those_of_the_model() -> None:
    defs = _schema("history.schema.json")["$defs"]
    assert defs["lane"]["properties"]["fact"]["enum"] == [*Fact]
    assert defs["event"]["properties"]["change"]["enum"] == [*Change]


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('"history": 1', '"history": 2', "newsdiff reads histories of version 1, and this is version 2"),
        ('"fact": "number"', '"fact": "mood"', "not a newsdiff history: lanes[0].fact: 'mood' is not one of"),
        ('"text": "Two"', '"text": "Ten"', "the text does not stand there"),
        ('"left": 0, "right": 1,', '"left": 0, "right": 2,', "steps[0].right: a step goes to the next version"),
    ],
    ids=["version", "enumeration", "words", "step"],
)
def test_a_broken_document_is_refused_with_one_line(old: str, new: str, reason: str) -> None:
    document = _document()
    assert old in document
    with pytest.raises(FormatError, match=re.escape(reason)):
        history_from_json(document.replace(old, new, 1))


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"history": true}', '{"history": 1, "versions": [], "steps": 3}'])
def test_any_other_text_is_refused(text: str) -> None:
    with pytest.raises(FormatError):
        history_from_json(text)
