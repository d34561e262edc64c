"""Two different stories are told from two tellings of one."""

from dataclasses import replace
from pathlib import Path

import pytest

from diffing.comparison import compare
from diffing.measures.relatedness import may_be_unrelated
from tests.conftest import MakePair
from tests.diffing.page.test_headlines import RETOLD, STORY

TRANSLATIONS = Path(__file__).parents[1] / "translation" / "articles"
OTHER = [
    "A bearded vulture chick has hatched in our mountains, rangers told reporters on Sunday.",
    "Both parents were released years ago and failed to breed twice before.",
    "Visitors should not use drones near those cliffs.",
]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (list(STORY), OTHER, True),
        (OTHER, list(STORY), True),
        (list(STORY), list(RETOLD), False),
        # A short report of a long story.
        ([*STORY, *OTHER], list(RETOLD[:1]), False),
        # One sentence in quite other words is a pair, so somebody thought it was one.
        (["Workers protested loudly against closing mills."], ["A worker protests louder: closed mill!"], False),
        (list(STORY), [], False),
        ([], [], False),
        (["..."], ["!!!"], False),
    ],
)
def test_two_stories(make_pair: MakePair, left: list[str], right: list[str], expected: bool) -> None:
    assert may_be_unrelated(compare(*make_pair(left, right))) is expected


def articles_of(left: str, right: str) -> tuple[str, str]:
    """Return an article and another one, each named by its folder and side."""
    one, other = ((TRANSLATIONS / f"{name}.txt").read_text(encoding="utf-8") for name in (left, right))
    return one, other


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("fire-pt/right", "museum-pl/right"),
        ("water-es/left", "ferry-ja/left"),
        ("bank-ru/right", "glacier-fr/left"),
        ("port-ar/left", "strike-tr/right"),
    ],
)
def test_two_stories_in_two_languages(left: str, right: str) -> None:
    assert may_be_unrelated(compare(*articles_of(left, right)))


@pytest.mark.parametrize("name", ["harbor-ja", "satellite-ko", "school-hi", "market-el", "port-ar"])
def test_a_translation_is_one_story(name: str) -> None:
    left, right = articles_of(f"{name}/left", f"{name}/right")
    assert not may_be_unrelated(compare(left, right))
    # The first half of it beside the whole.
    paragraphs = left.split("\n\n")
    assert not may_be_unrelated(compare("\n\n".join(paragraphs[: len(paragraphs) // 2]), right))


@pytest.mark.parametrize("count", [1, 2, 3])
def test_of_short_texts_in_two_languages_nothing_is_said(count: int) -> None:
    left, right = articles_of("fire-pt/left", "museum-pl/right")
    short, other = ("\n\n".join(text.split("\n\n")[:count]) for text in (left, right))
    assert not may_be_unrelated(compare(short, other))


def test_a_link_by_hand_is_of_one_story() -> None:
    comparison = compare(*articles_of("fire-pt/right", "museum-pl/right"))
    rows = tuple(replace(row, evidence=None) if row.left and row.right else row for row in comparison.rows)
    assert not may_be_unrelated(replace(comparison, rows=rows))
