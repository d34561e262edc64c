"""Chains of random edits: what is planted, and that the lanes of newsdiff are those, forwards and backwards."""

import pytest

from diffing.history.making import history
from diffing.history.model import Fact
from tests.quality.history_quality import measured
from tests.quality.plant_histories import planted_story, said

# history_quality measures a hundred times as many: recall .99, precision .99.
_STORIES, _VERSIONS = 5, 8
_LEAST_RECALL, _LEAST_PRECISION = 0.95, 0.98


def test_planted_lanes_are_found_and_no_others() -> None:
    found = measured(_STORIES, _VERSIONS)
    assert {Fact.NUMBER, Fact.NAME, Fact.STATUS} <= {*found.planted}
    assert found.recall >= _LEAST_RECALL, found.wrong
    assert found.precision >= _LEAST_PRECISION, found.wrong


@pytest.mark.parametrize("seed", range(100, 103))
def test_a_story_read_backwards_has_the_same_lanes(seed: int) -> None:
    told = planted_story(_VERSIONS, seed).versions
    forwards, backwards = history(told), history(told[::-1])
    assert sorted((lane.fact, repr(said(lane, forwards))) for lane in forwards.lanes) == sorted(
        (lane.fact, repr(said(lane, backwards)[::-1])) for lane in backwards.lanes
    )


@pytest.mark.parametrize("seed", range(200, 203))
def test_every_paragraph_of_every_version_is_on_one_line(seed: int) -> None:
    found = history(planted_story(_VERSIONS, seed).versions)
    stations = [station for line in found.lines for station in line.stations]
    assert sorted(stations) == [
        (version, paragraph)
        for version, each in enumerate(found.versions)
        for paragraph in range(len(each.article.paragraphs))
    ]


def test_the_same_seed_gives_the_same_story() -> None:
    assert planted_story(4, 7) == planted_story(4, 7)
    assert planted_story(4, 7) != planted_story(4, 8)
