"""Lanes in few words: what is a step of a lane, and what is shown of a long quotation."""

from dataclasses import replace

import pytest

from diffing.history.making import history
from diffing.history.model import Fact, History, Lane
from diffing.history.versions import one_version_each
from tests.tui.told import story
from tui.present.lanes import change_words, lane_parts, path, title_of_change
from tui.view.lane_lines import detail_lines
from tui.view.story import Pane

SAID = "“{}” said Tomas Orrel, a clerk at the ticket office of the pier."
LONG = "We heard a bang, then another one, and then the whole roof was alight."
MORE = " I have never run so fast in my whole life."


def of(found: History, fact: Fact) -> Lane:
    return next(lane for lane in found.lanes if lane.fact is fact)


def quoted(*words: str) -> tuple[History, Lane]:
    found = history([SAID.format(f"{own.removesuffix('.')},") for own in words])
    return found, of(found, Fact.QUOTATION)


@pytest.mark.parametrize(
    ("before", "behind", "old", "new", "said"),
    [
        pytest.param(LONG + MORE, LONG, "“I have never run so fast in my whole life”", "", "trimmed", id="cut"),
        pytest.param(LONG, LONG + MORE, "", "“I have never run so fast in my whole life”", "trimmed", id="added"),
        pytest.param(LONG, LONG.replace("roof", "pier"), "“roof”", "“pier”", "", id="reworded"),
    ],
)
def test_of_a_long_quotation_the_words_that_differ_are_shown(
    before: str, behind: str, old: str, new: str, said: str
) -> None:
    found, lane = quoted(before, behind)
    (event,) = lane.events
    assert change_words(lane, event, found) == (old, new)
    _, part = lane_parts(lane, found)
    assert part.words == (f"now {new}" if new else f"without {old}")
    assert part.said == said
    assert part.short == (said or part.words)


def test_a_short_quotation_is_shown_whole() -> None:
    found, lane = quoted("It will outlive us all here.", "It may outlive us all here.")
    (event,) = lane.events
    assert change_words(lane, event, found) == ("It will outlive us all here", "It may outlive us all here")


def test_other_words_for_the_same_are_no_step_of_a_lane() -> None:
    found = history(
        [
            "Nine divers searched the lake of Holm on Sunday.",
            "Ten divers searched the lake of Holm on Sunday.",
            "10 divers searched the lake of Holm on Sunday.",
            "12 divers searched the lake of Holm on Sunday.",
        ]
    )
    assert path(of(found, Fact.NUMBER), found) == "1 Nine · 2 Ten (no note) · 4 12 (no note)"


def test_below_the_lanes_stand_the_words_that_went() -> None:
    told = [SAID.format(own) for own in (LONG + MORE, LONG)]
    own = tuple(one_version_each(told))
    shown = replace(story(own), pane=Pane.LANES, history=history(told))
    assert shown.history is not None
    number = next(at for at, lane in enumerate(shown.history.lanes) if lane.fact is Fact.QUOTATION)
    before, behind, *_ = ("".join(one.text for one in line) for line in detail_lines(replace(shown, lane=number), 110))
    assert "I have never run so fast in my whole life" in before
    assert "whole roof was alight" in behind
    assert "never run" not in behind


@pytest.mark.parametrize(
    ("before", "behind", "said"),
    [
        ("Nearly 1,500 people left.", "In all 1,482 people left.", "more exactly"),
        ("Thousands of homes had no light.", "17,500 homes had no light.", "more exactly"),
        ("In all 1,482 people left.", "Nearly 1,500 people left.", "rounded"),
        ("The bridge cost about 3.2 million crowns.", "The bridge cost 3.17 million crowns.", "more exactly"),
    ],
)
def test_a_number_is_rounded_or_told_more_exactly(before: str, behind: str, said: str) -> None:
    body = " The council of Holm met at the old mill and spoke of the storm until late in the evening."
    found = history([before + body, behind + body])
    _, part = lane_parts(of(found, Fact.NUMBER), found)
    assert part.said == said


def test_a_change_is_told_in_the_text_of_its_version() -> None:
    told = [f"Trains are to run again on {day}, the railway of Holm said." for day in ("Monday", "Tuesday", "Sunday")]
    found = history(told)
    titles = [title_of_change(change, found) for change in found.changes]
    assert titles == [f"Trains are to run again on [{day}], the railway of Holm said." for day in ("Tuesday", "Sunday")]
