"""The sample stories are aligned as their expected.json says, which was made by hand."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from diffing.comparison import compare
from diffing.model import Article, Comparison, Pair

STORIES = sorted(path.parent.name for path in (Path(__file__).parent.parent / "samples").glob("*/expected.json"))


def _expected(samples: Path, story: str) -> Any:
    return json.loads((samples / story / "expected.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def compared(sample_pair: Callable[[str], Pair[Article]]) -> Callable[[str], Comparison]:
    found: dict[str, Comparison] = {}

    def of(story: str) -> Comparison:
        if story not in found:
            found[story] = compare(*sample_pair(story))
        return found[story]

    return of


def test_there_are_samples() -> None:
    assert len(STORIES) >= 6


@pytest.mark.parametrize("story", STORIES)
def test_links(compared: Callable[[str], Comparison], samples: Path, story: str) -> None:
    expected = {
        (tuple(link["left"]), tuple(link["right"]), link.get("moved", False))
        for link in _expected(samples, story)["links"]
    }
    found = {(row.left, row.right, row.moved) for row in compared(story).rows if row.left and row.right}
    assert sorted(found - expected) == []
    assert sorted(expected - found) == []


@pytest.mark.parametrize("story", STORIES)
def test_furniture_stands_alone(compared: Callable[[str], Comparison], samples: Path, story: str) -> None:
    furniture = _expected(samples, story)["furniture"]
    rows = compared(story).rows
    alone = {
        "left": {row.left[0] for row in rows if not row.right},
        "right": {row.right[0] for row in rows if not row.left},
    }
    for side in ("left", "right"):
        assert [index for index in furniture[side] if index not in alone[side]] == []
