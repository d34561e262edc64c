"""A paragraph that is gone and the new one in its place are one entry, if they speak of the same."""

import pytest

from diffing.ledger.build import ledger
from diffing.ledger.core.model import Change, Entry, Subject
from tests.diffing.ledger.compared import context

_BEFORE = "The town of Orsen lies at the foot of a dam that was built sixty winters ago, and its people fish there."
_BEHIND = "The council of the town meets every month in the hall of the old mill, which stands beside the river."


def contents(old: str, new: str) -> list[tuple[str, str, str]]:
    """Return the entries of content of two articles that differ between the same two paragraphs."""
    given = context(f"{_BEFORE}\n\n{old}\n\n{_BEHIND}", f"{_BEFORE}\n\n{new}\n\n{_BEHIND}", "en")

    def words(entry: Entry) -> tuple[str, str, str]:
        left, right = given.articles
        old_words = " / ".join(one.words(left) for one in entry.left)
        return entry.change.value, old_words, " / ".join(one.words(right) for one in entry.right)

    return [words(entry) for entry in ledger(given.comparison).entries if entry.subject is Subject.CONTENT]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "The study was funded in part by a maker of watches, which took no part in the analysis of the data.",
            "A firm that sells watches paid for all of the study.",
        ),
        (
            "The national coach Lars Heller is the favourite to succeed her, says the paper Sport am Morgen.",
            "Heller, 58, a former national coach, has signed until spring. He was banned for insulting a referee.",
        ),
    ],
)
def test_the_one_stands_for_the_other(old: str, new: str) -> None:
    assert contents(old, new) == [(Change.CHANGED.value, old, new)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(
            "Forecasters expect that the fog will lift by noon, with winds that rise to a gale after dark.",
            "A service of remembrance will be held in the chapel at the harbour on Wednesday evening.",
            id="another thing",
        ),
        pytest.param(
            "Forecasters expect that the fog will lift by noon, with winds that rise to a gale after dark.",
            "The harbour sells herring, and its boats sail to the banks where the fog is thick.",
            id="one word in common",
        ),
        pytest.param(
            "Fears mounted that the other pier of the bridge, cut in two by a gale, could come down too. That led"
            " the police to widen the cordon on Wednesday, and 630 people had to leave their flats nearby.",
            "On Wednesday Prime Minister Ada Senn told reporters that 39 people had died.",
            id="words of any news",
        ),
        pytest.param(
            "The deal with Dorn Cables would push Velm Power out of coal, as its owners have asked for a decade.\n\n"
            "Velm Power answered reporters at a crowded press conference in Karsa, where the drinks were free.\n\n"
            "Regulators in three countries have until autumn to raise objections against Velm Power.",
            "A union said that eighty fitters feared for their pensions under Velm Power.\n\n"
            "Shareholders of Velm Power get one paper for nine, both boards agreed late at night.\n\n"
            "The crowded press conference left reporters with questions, most of them about what Velm Power pays.",
            id="two newsrooms on what the story is about",
        ),
        pytest.param(
            "The deal would push Velm Power out of the coal trade, as its owners have asked for a decade.\n\n"
            "Dorn Cables was founded by a clockmaker, and its name still stands on the tower of the station.\n\n"
            "Regulators in three countries have until autumn to raise objections.",
            "Dorn Cables lost money in spring, when copper was dear, and two of its furnaces have been cold since.\n\n"
            "A union said that eighty fitters feared for their pensions.\n\n"
            "Dorn Cables made the wires of half the trams in Orsen, and most lifts on the coast hang by its ropes.",
            id="two sentences of one subject",
        ),
    ],
)
def test_two_things_are_two_entries(old: str, new: str) -> None:
    assert {change for change, _, _ in contents(old, new)} == {Change.GONE.value, Change.NEW.value}
