"""Facts through the versions: what a lane says, where lanes are joined, and what stays apart."""

import pytest

from diffing.history.making import history
from diffing.history.model import Fact, State
from tests.diffing.history.stories import STORY, spelled

LANES = [
    "number workers died: 1 Two, 3 Three (changed)",
    "number hurt: 1 20, 2 31 (changed), 5 37 (changed)",
    "number workers: 1 96, 5 69 (changed)",
    "number metres: 1 300 metres, 3 - (gone, note in 5), 4 300 metres (new, back, note in 5), "
    "5 800 metres (changed, note in 5)",
    "name: 2 Piet Hallam (new), 4 - (gone)",
    "name: 4 Oskar Lind (new)",
    "quotation Piet Hallam: 2 The doors on our side were locked, (new), 4 - (gone)",
    "status: 4 arrested (new), 5 released (changed)",
]


def test_a_story_has_exactly_these_lanes() -> None:
    assert spelled(history(STORY)) == LANES


def test_a_story_read_backwards_has_the_same_stands() -> None:
    last = len(STORY) - 1
    forwards = {
        (lane.fact, tuple((stand.version, stand.places) for stand in lane.stands)) for lane in history(STORY).lanes
    }
    backwards = {
        (lane.fact, tuple((last - stand.version, stand.places) for stand in lane.stands[::-1]))
        for lane in history(STORY[::-1]).lanes
    }
    assert forwards == backwards


def test_the_facts_changed_without_a_note_are_listed_by_version() -> None:
    found = [(event.version + 1, lane.fact, lane.label) for lane, event in history(STORY).unnoted]
    assert found == [
        (2, Fact.NUMBER, "hurt"),
        (3, Fact.NUMBER, "workers died"),
        (4, Fact.NAME, ""),
        (4, Fact.QUOTATION, "Piet Hallam"),
        (5, Fact.NUMBER, "hurt"),
        (5, Fact.NUMBER, "workers"),
        (5, Fact.STATUS, ""),
    ]


@pytest.mark.parametrize(
    ("versions", "expected"),
    [
        pytest.param(
            [
                "The dam holds 40 tonnes of silt.",
                "The dam holds 60 tonnes of silt.",
                "The dam holds 40 tonnes of silt.",
            ],
            ["number silt: 1 40 tonnes, 2 60 tonnes (changed), 3 40 tonnes (changed, back)"],
            id="a change taken back",
        ),
        pytest.param(
            [
                "The dam holds 40 tonnes.\n\nIt was built by prisoners.",
                "It was built by prisoners.\n\nThe dam holds 50 tonnes.",
                "Engineers looked on.\n\nIt was built by prisoners.\n\nThe dam holds 60 tonnes.",
            ],
            ["number tonnes: 1 40 tonnes, 2 50 tonnes (changed), 3 60 tonnes (changed)"],
            id="in a paragraph that moves",
        ),
        pytest.param(
            [
                "Nine divers searched the lake. They found a car.",
                "A team of nine divers went down in the lake on Sunday, where a car lay.",
                "A team of seven divers went down in the lake on Sunday, where a car lay.",
            ],
            ["number divers: 1 Nine, 3 seven (changed)", "date: 2 Sunday (new)"],
            id="through a sentence that was rewritten",
        ),
        pytest.param(
            [
                "The club bought 12 boats.\n\nThe old harbour was closed in the spring.",
                "The club bought boats.\n\nThe old harbour was closed in the spring.",
                "The club bought boats.\n\nThe old harbour, where 12 boats of the navy lie, was closed in the spring.",
            ],
            ["number boats: 1 12, 2 - (gone)", "number boats: 3 12 (new)"],
            id="another fact with the same figure is no return",
        ),
        pytest.param(
            [
                "Mayor Ida Krone opened the bridge.",
                "Mayor Ida Krone opened the bridge.\n\n“It will outlive us all,” said Bo Arens.",
                "Mayor Ida Krone opened the bridge.\n\n“It may outlive us all,” said Bo Arens.",
                "Mayor Ida Krone opened the bridge.",
            ],
            [
                "name: 2 Bo Arens (new), 4 - (gone)",
                "quotation Bo Arens: 2 It will outlive us all, (new), 3 It may outlive us all, (reworded), 4 - (gone)",
                "status: 2 will outlive (new), 3 may outlive (changed), 4 - (gone)",
            ],
            id="a quotation that is reworded, then gone",
        ),
        pytest.param(
            [
                "The storm sank two boats off Holm. In the town, two people died under a tree.",
                "The storm sank three boats off Holm. In the town, three people died under a tree.",
                "The storm sank three boats off Holm. In the town, four people died under a tree.",
            ],
            [
                "number boats: 1 two, 2 three (changed)",
                "number people died: 1 two, 2 three (changed), 3 four (changed)",
            ],
            id="two things with one number are two facts",
        ),
        pytest.param(
            [
                "Two killed as tram hits bus\n\nTwo people were killed when a tram hit a bus.",
                "Three killed as tram hits bus\n\nThree people were killed when a tram hit a bus.",
                "Four killed as tram hits bus\n\nFour people were killed when a tram hit a bus.",
            ],
            ["number killed: 1 Two, 2 Three (changed), 3 Four (changed)"],
            id="a headline and the text have one fact",
        ),
        pytest.param(
            [
                "A fire broke out in the dye works. Police said so.",
                "A fire broke out in the dye works. Police said so.\n\nElias Roth, the owner, was not there.\n\n"
                "Neighbours saw Roth leave.",
                "A fire broke out in the dye works. Police said so.\n\nNeighbours saw Roth leave.",
                "A fire broke out in the dye works. Police said so.",
            ],
            ["name: 2 Elias Roth / Roth (new), 3 Roth, 4 - (gone)"],
            id="a name that a later version has in short",
        ),
        pytest.param(
            [
                "The ferry was doing 21 knots, the harbour master said.\n\nBoats came at once from two towns.",
                "The ferry was doing 21 knots.\n\nBoats came at once from two towns.",
                "The ferry was doing 21 knots, the harbour master said.\n\nBoats came at once from two towns.",
            ],
            ["attribution: 1 the harbour master said, 2 - (gone), 3 the harbour master said (new, back)"],
            id="a source that is withdrawn and comes back",
        ),
        pytest.param(
            [
                "The driver, 44, was held, and 9 were hurt on Monday.",
                "The driver, 47, was held, and 8 were hurt on Monday.",
            ],
            ["number: 1 44, 2 47 (changed)", "number hurt: 1 9, 2 8 (changed)"],
            id="an age counts nothing",
        ),
        pytest.param(
            [
                "The plant made $2 million last year, its owner said.",
                "The plant made $3 million last year, its owner said.",
            ],
            ["number: 1 $2 million, 2 $3 million (changed)"],
            id="money counts nothing",
        ),
        pytest.param(
            [
                "The fund paid 30 farmers. It is run by monks.\n\nA flood took the road to the abbey at noon.",
                "It is run by monks: the fund that paid 30 farmers.\n\nA flood took the road to the abbey at noon.",
                "It is run by monks: the fund that paid 33 farmers.\n\nA flood took the road to the abbey at noon.",
                "A flood took the road to the abbey at noon. By boat went 33 farmers whom the fund of the monks paid.",
            ],
            ["number farmers: 1 30, 3 33 (changed)"],
            id="said again in the paragraph, then in another one",
        ),
        pytest.param(
            [
                "The port put the loss at $3.1 million. Ferries run, the mayor said.",
                "The port put the loss at $3.4 million. Ferries run, the mayor said.",
                "The port put the loss at $3.4 million for the boats that burned. Ferries run, the mayor said.",
                "The port put the loss at $3.9 million for the boats that burned. Ferries run, the mayor said.",
            ],
            ["number: 1 $3.1 million, 2 $3.4 million (changed), 4 $3.9 million (changed)"],
            id="a sentence that goes on behind a number",
        ),
        pytest.param(
            ["Repairs will cost 4.2 million and last a year.", "Repairs will cost 6.8 million and last a year."],
            ["number: 1 4.2 million, 2 6.8 million (changed)"],
            id="a magnitude counts nothing",
        ),
        pytest.param(
            [
                "The new road is 1.5 million miles long, the mayor said to the council of the town.",
                "The new road is 2.5 million miles long, the mayor said to the council of the town.",
            ],
            ["number miles: 1 1.5 million miles, 2 2.5 million miles (changed)"],
            id="a unit behind a magnitude",
        ),
        pytest.param(
            ["The fares of the ferry rose 4 percent in May.", "The fares of the ferry rose 6 percent in May."],
            ["number: 1 4 percent, 2 6 percent (changed)"],
            id="a share counts nothing",
        ),
        pytest.param(
            [
                "“We counted nine graves on it,” said Ana Reth.",
                "“We counted six graves on it,” said Ana Reth.",
            ],
            [
                "quotation Ana Reth: 1 We counted nine graves on it,, 2 We counted six graves on it, (reworded)",
            ],
            id="a number inside a quotation that is reworded",
        ),
        pytest.param(
            [
                "La nieve cayó sobre el pueblo y la carretera del valle.\n\n"
                "«Vimos doce barcos en el puerto», dijo Marta Quiles.",
                "La nieve cayó sobre el pueblo y la carretera del valle.",
            ],
            [
                "name: 1 Marta Quiles, 2 - (gone)",
                "quotation Marta Quiles: 1 Vimos doce barcos en el puerto, 2 - (gone)",
            ],
            id="a number inside a quotation that is withdrawn",
        ),
        pytest.param(
            [
                "“We counted nine graves,” said Ana Reth. Nine graves lie on the hill above Lunden.",
                "“We counted six graves,” said Ana Reth. Six graves lie on the hill above Lunden.",
            ],
            [
                "number graves: 1 Nine, 2 Six (changed)",
                "quotation Ana Reth: 1 We counted nine graves,, 2 We counted six graves, (reworded)",
            ],
            id="a number that the text says too",
        ),
        pytest.param(["Snow fell on Lunden.", "Snow fell over Lunden."], [], id="other words for the same"),
        pytest.param(["Snow fell."], [], id="one version"),
        pytest.param([], [], id="no version"),
    ],
)
def test_lanes(versions: list[str], expected: list[str]) -> None:
    assert spelled(history(versions)) == expected


def test_an_old_note_does_not_name_a_later_change() -> None:
    note = "Correction: An earlier version of this article said that 12 goats were stolen. There were 14 goats."
    told = ["Thieves took 12 goats.", f"Thieves took 14 goats.\n\n{note}", f"Thieves took 12 goats.\n\n{note}"]
    assert spelled(history(told)) == ["number goats: 1 12, 2 14 (changed, note in 2), 3 12 (changed, back)"]


def test_a_fact_that_cannot_be_followed_is_not_called_absent() -> None:
    told = [
        "The council of Ebern opened the pool, and members voted twice.",
        "The council of Ebern closed the pool, and members voted twice.",
        "Swimmers lose their pool in Ebern after two votes of the council.",
    ]
    (lane,) = (lane for lane in history(told).lanes if lane.fact is Fact.STATUS)
    assert [lane.state(version) for version in range(3)] == [State.STANDS, State.STANDS, State.UNKNOWN]


def test_a_note_names_one_of_two_facts_with_the_same_numbers() -> None:
    told = [
        "The storm sank two boats off Holm. In the town, two people died under a tree.",
        "The storm sank three boats off Holm. In the town, three people died under a tree.\n\n"
        "Correction: An earlier version of this article said that two boats sank. There were three boats.",
    ]
    assert spelled(history(told)) == [
        "number boats: 1 two, 2 three (changed, note in 2)",
        "number people died: 1 two, 2 three (changed)",
    ]


PASSENGERS = "Ferry burns off Holm\n\nThe boat had {} passengers on board, the line said."
NOTE = "\n\nCorrection: An earlier version of this article misstated the number of passengers. It was {}, not {}."


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        pytest.param(
            ["340", "430", "340", "430 not 340"],
            "1 340, 2 430 (changed, note in 4), 3 340 (changed, back), 4 430 (changed, back, note in 4)",
            id="a return that was undone before the note",
        ),
        pytest.param(
            ["340", "430 not 340", "340", "430 not 340"],
            "1 340, 2 430 (changed, note in 2), 3 340 (changed, back), 4 430 (changed, back, note in 4)",
            id="each change to the right value with its own note",
        ),
        pytest.param(
            ["340", "430", "340 not 430"],
            "1 340, 2 430 (changed, note in 3), 3 340 (changed, back, note in 3)",
            id="a return with a note",
        ),
        pytest.param(
            ["340", "430", "340"],
            "1 340, 2 430 (changed), 3 340 (changed, back)",
            id="a return without a word",
        ),
    ],
)
def test_a_note_explains_a_return_where_it_fits(told: list[str], expected: str) -> None:
    versions = []
    for one in told:
        own, _, wrong = one.partition(" not ")
        versions.append(PASSENGERS.format(own) + (NOTE.format(own, wrong) if wrong else ""))
    assert spelled(history(versions)) == [f"number passengers: {expected}"]
