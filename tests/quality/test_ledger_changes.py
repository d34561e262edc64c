"""The listed changes stand in the articles, and what is counted of them."""

import json
from collections import Counter
from typing import Any

import pytest

import diffing
from tests.quality.ledger_changes import (
    CHANGES,
    LATER_CHANGES,
    LONG_CHANGES,
    SHORT_CHANGES,
    SIDES,
    articles_of,
    has,
    labelled,
    measure,
    needed,
    places,
)

PAIRS = [
    json.loads(line)
    for file in (CHANGES, SHORT_CHANGES, LONG_CHANGES, LATER_CHANGES)
    for line in file.read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair["pair"].rpartition("/")[2])
def test_what_is_listed_stands_there(pair: dict[str, Any]) -> None:
    articles = articles_of(pair)
    for one in (*pair["changes"], *pair["traps"]):
        assert one["left"] or one["right"]
        for side, article in zip(SIDES, articles, strict=True):
            assert not one[side] or places(article, one[side])


def test_a_change_needs_all_its_sides() -> None:
    comparison = diffing.compare("The storm killed 12 people at sea.", "The storm killed 14 people at sea.")
    (entry,) = diffing.ledger(comparison).entries
    both, left, other = labelled(
        comparison,
        [{"left": "12 people", "right": "14"}, {"left": "12", "right": ""}, {"left": "12", "right": "sea"}],
    )
    assert has(entry, both)
    assert has(entry, left)
    assert not has(entry, other)


def test_a_side_whose_words_the_other_one_has_too_needs_no_entry() -> None:
    assert needed({"left": "the plan may help", "right": "the plan helps"}) == {
        "left": "the plan may help",
        "right": "the plan helps",
    }
    assert needed({"left": "The plan may help", "right": "the plan help"}) == {"left": "The plan may help", "right": ""}
    assert needed({"left": "a, b", "right": "b, a"}) == {"left": "a, b", "right": "b, a"}


def test_what_is_counted() -> None:
    counts: Counter[str] = Counter()
    measure(next(pair for pair in PAIRS if pair["pair"].endswith("light-edit")), counts, is_each=False)
    assert 0 < counts["weight 3 found"] <= counts["weight 3"]
    assert counts["all"] == sum(counts[f"weight {weight}"] for weight in (1, 2, 3))
    assert counts["entries idle"] <= counts["entries"]
