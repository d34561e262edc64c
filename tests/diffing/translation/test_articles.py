"""Articles of our own and their translations, with hand-made links: the golden samples of translation."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from diffing.comparison import compare
from diffing.formats.json import to_json
from diffing.formats.reading import from_json
from diffing.ledger.build import ledger
from diffing.model import Comparison, Kind, Op, Pair

FOLDER = Path(__file__).parent / "articles"
NAMES = sorted(path.name for path in FOLDER.iterdir())


@cache
def compared(name: str) -> Comparison:
    left, right = ((FOLDER / name / f"{side}.txt").read_text(encoding="utf-8") for side in ("left", "right"))
    return compare(left, right)


def expected(name: str) -> Any:
    return json.loads((FOLDER / name / "expected.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", NAMES)
def test_two_languages_are_noticed(name: str) -> None:
    assert compared(name).languages == Pair(*expected(name)["languages"])


@pytest.mark.parametrize("name", NAMES)
def test_paragraphs(name: str) -> None:
    """`missed` and `wrong` are what newsdiff does not do right yet: a link that becomes right leaves these lists."""
    wanted = expected(name)
    known = {key: {(tuple(left), tuple(right)) for left, right in wanted.get(key, ())} for key in ("missed", "wrong")}
    links = {(tuple(left), tuple(right)) for left, right in wanted["links"]}
    found = {(row.left, row.right) for row in compared(name).rows if row.left and row.right}
    assert found == links - known["missed"] | known["wrong"]


@pytest.mark.parametrize("name", NAMES)
def test_a_wrong_link_is_uncertain(name: str) -> None:
    wrong = [(tuple(left), tuple(right)) for left, right in expected(name).get("wrong", ())]
    for row in compared(name).rows:
        if (row.left, row.right) in wrong:
            assert row.evidence is not None
            assert row.evidence.uncertain


@pytest.mark.parametrize("name", NAMES)
def test_sentences_of_one_side(name: str) -> None:
    """`missed_only` and `not_only` are what newsdiff does not do right yet, on either side."""
    wanted = expected(name)
    rows = [row for row in compared(name).rows if row.left and row.right]
    for side, op in (("left", Op.DELETE), ("right", Op.INSERT)):
        alone = [
            (span.left + span.right).strip()
            for row in rows
            if row.evidence and not row.evidence.uncertain
            for span in row.spans
            if span.op is op
        ]
        known = {*wanted.get("not_only", ())}
        missed = {*wanted.get("missed_only", ())}
        assert [one for one in alone if one not in known] == [
            one for one in wanted[f"only_{side}"] if one not in missed
        ]


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_reworded(name: str) -> None:
    for row in compared(name).rows:
        assert row.kind in (Kind.TRANSLATED, Kind.ADDED, Kind.OMITTED, Kind.UNCHANGED)
        assert all(span.op is not Op.REPLACE for span in row.spans)
        if row.kind is Kind.TRANSLATED:
            assert row.words.left.changed == row.words.right.changed == 0


@pytest.mark.parametrize("name", NAMES)
def test_swapping_the_sides_mirrors_the_result(name: str) -> None:
    comparison = compared(name)
    left, right = ((FOLDER / name / f"{side}.txt").read_text(encoding="utf-8") for side in ("left", "right"))
    mirrored = compare(right, left)
    assert mirrored.languages == Pair(*expected(name)["languages"]).swapped()
    linked = {(row.left, row.right): row for row in comparison.rows if row.left and row.right}
    others = {(row.right, row.left): row for row in mirrored.rows if row.left and row.right}
    assert linked.keys() == others.keys()
    for place, row in linked.items():
        assert row.similarity == others[place].similarity
        assert [span.mirrored() for span in row.spans] == list(others[place].spans)


@pytest.mark.parametrize("name", NAMES)
def test_the_document_is_read_back(name: str) -> None:
    comparison = compared(name)
    document = to_json(comparison, ledger(comparison))
    assert json.loads(document)["version"] == 3
    assert from_json(document) == comparison


def test_a_headline_is_no_translation_of_the_first_paragraph() -> None:
    """One article has lost its first paragraph, the other its headline, and both say that three people are dead."""
    left, right = ((FOLDER / "dam-zh" / f"{side}.txt").read_text("utf-8").split("\n\n") for side in ("left", "right"))
    rows = compare("\n\n".join([left[0], *left[2:]]), "\n\n".join(right[1:])).rows
    assert {row.right for row in rows if 0 in row.left} == {()}
    assert {row.left for row in rows if 0 in row.right} == {()}
