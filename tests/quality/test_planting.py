"""What is planted is a true difference, and what finds it is judged rightly, by hand-made pairs and ledgers."""

import json
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from diffing.comparison import compare
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Ledger, Subject
from diffing.model import Comparison, Pair, Place
from tests.quality.ledger_quality import exchanged, facts, mirrored_facts
from tests.quality.ledger_recall import Unplanted, judged, of_case, recall
from tests.quality.plant_words import said_by_opposites
from tests.quality.planting import KINDS, Case, Plant, articles, plants


def test_what_is_said_by_an_opposite() -> None:
    assert said_by_opposites("It is not legal; they do not have boats.") == "It is illegal; they lack boats."


_NAMES = ["“Nobody saw it,” said Ana Ruiz in Lima. Omar Vega, who lives in Cusco, said nothing."]


def case(left: Sequence[str] | str, right: Sequence[str] | str, name: str = "story/one") -> Case:
    sides = [[side] if isinstance(side, str) else list(side) for side in (left, right)]
    links = [{"left": [at], "right": [at]} for at in range(len(sides[0]))]
    return {"id": name, "set": "test", "left": sides[0], "right": sides[1], "links": links}


def planted(kind: str, left: Sequence[str] | str, right: Sequence[str] | str) -> list[Plant]:
    return plants([case(left, right)], kind, sys.maxsize)


def varieties(kind: str, left: Sequence[str] | str, right: Sequence[str] | str) -> set[str]:
    return {plant.idea.variety for plant in planted(kind, left, right)}


@pytest.mark.parametrize(
    ("kind", "left", "right", "expected"),
    [
        ("number", "The storm killed 17 people.", "In the storm 17 people died.", {"digits", "magnitude"}),
        ("number", "The storm killed twelve people.", "In the storm 12 people died.", {"words", "digits", "magnitude"}),
        ("number", "It cost $1,400 to mend.", "To mend it cost $1,400.", {"money", "magnitude"}),
        ("number", "It sells 96% of its oil.", "Of its oil 96% is sold.", {"percent"}),
        ("number", "It cost 3 million pesos.", "The cost was 3 million pesos.", {"size", "magnitude"}),
        ("number", "Half of the town fled, half of it.", "A third of the town fled.", set()),
        ("number", "In all, dozens of boats sank.", "The boats that sank were dozens of boats.", {"amounts"}),
        ("number", "It was the second storm.", "Of these it was the second storm.", {"ordinals"}),
        ("date", "It came on Friday night.", "On Friday it came at night.", {"weekday"}),
        ("date", "It came on 5 March 2019 here.", "Here it came on 5 March 2019.", {"day", "month", "year"}),
        ("date", "The town of the 1970s was small.", "Small was the town of the 1970s.", {"decade"}),
        ("date", "It came last year at night.", "At night it came last year.", {"relative"}),
        (
            "quotation",
            "“We lost everything in the flood,” said Ana Ruiz of the town, where Omar Vega, who fled, lived.",
            "“We lost everything in the flood,” Ana Ruiz said of it, where Omar Vega, who fled, had lived.",
            {"word", "marks dropped", "speaker"},
        ),
        ("negation", "The town was warned of it.", "The town was warned by radio.", {"not put in", "n’t put in"}),
        ("negation", "The mayor refused to see it.", "To see it the mayor refused.", {"not before a denial"}),
        ("negation", "The mayor did not see it.", "It was not seen by the mayor.", {"not taken out"}),
        ("negation", "They don’t want more boats.", "More boats they don’t want.", {"n’t taken out"}),
        ("negation", "They left without a boat.", "Without looking, they left without a boat.", {"without > with"}),
        ("certainty", "The dam may break this week.", "This week the dam may break.", {"may > will"}),
        ("certainty", "The dam was probably weak.", "The weak dam was probably old.", {"adverb taken out"}),
        ("cause", "The flood caused the fire there.", "There the flood caused a fire.", {"caused"}),
        ("attribution", "The mayor said the dam held.", "The dam held, the mayor said.", {"said > claimed"}),
        ("attribution", "The mayor admitted it broke.", "It broke, the mayor admitted.", {"claimed > said"}),
        (
            "source",
            "According to the mayor, the dam held.",
            "The dam held, according to the mayor.",
            {"according to taken out"},
        ),
        ("source", "The dam held all night.", "All night the dam held.", {"according to put in"}),
    ],
)
def test_what_is_planted(kind: str, left: str, right: str, expected: set[str]) -> None:
    found = varieties(kind, left, right)
    assert found >= expected
    assert bool(found) == bool(expected)


@pytest.mark.parametrize(
    ("kind", "left", "right"),
    [
        ("number", "The storm killed 17 people.", "The storm killed 17 people."),  # not reworded
        ("number", "It killed 17 men and 17 women.", "There died 17 men and 17 women."),  # which of the two?
        ("number", "It killed 17 people.", "It killed many people."),
        ("number", "He said: “I saw 17 boats sink.”", "“I saw 17 boats sink,” he said."),  # the quotation's
        ("number", "It came in 2019 with rain.", "With rain it came in 2019."),  # a year is a date
        ("number", "It came at 5pm with rain.", "With rain it came at 5pm."),
        ("date", "The Black Friday sale was on.", "On was the Black Friday sale."),
        ("date", "They may march to the town.", "To the town they may march."),
        ("name", "Humans, said the mayor, and humans.", "And humans, said the mayor. Humans!"),
        ("name", "Kenyans, said Ana Ruiz, who fled.", "Kenyans, said Omar, fled, and Ruiz, Ana and others."),
        ("name", "In New York it rained in York.", "It rained in New York and in York, in York."),
        ("quotation", "They call it the “old town” now.", "Now it is the “old town” to them."),
        ("quotation", "“We lost everything in it,” she said.", "“We lost it all in it,” she said."),
        ("negation", "Was the town warned of it?", "Of it, was the town warned?"),
        ("negation", "The town was never warned.", "The town was warned early."),
        ("negation", "He said: “The town was warned of it.”", "“The town was warned by radio,” he said."),
        ("negation", "They have 3 boats in town.", "They have 3 boats at sea."),  # 'have not 3 boats'
        ("negation", "There was a fair where there was a play.", "In it there was a fair."),  # which of the two?
        ("negation", "They would only see the town.", "The town they would only see."),  # 'would not only see'
        ("negation", "They had not seen it until now.", "Until now they had not seen it."),  # 'had seen it until now'
        ("negation", "It helps us, so why not the town?", "It helps, so why not our town too?"),  # 'so why the town'
        ("certainty", "The dam may seem weak to us.", "To us the dam may seem weak."),  # 'will seem' says the same
        ("certainty", "They may or may not see it.", "It they may or may not see."),
        ("certainty", "It could possibly hold for long.", "For long it could possibly hold."),  # 'could' stays
        ("certainty", "He thought it probably held there.", "He thought that there it probably held."),
        ("certainty", "They could see the dam there.", "There they could see the dam."),  # were able to
        ("cause", "The root cause is the dam.", "The dam is the root cause."),  # no verb
        ("cause", "The dam is due to open soon.", "Soon the dam is due to open."),
        ("attribution", "It is said to be the dam.", "The dam, it is said to be."),
        ("attribution", "He claimed the throne of it.", "The throne, he claimed the throne."),
        ("source", "The dam, he said, held all night.", "All night the dam held, she said."),
        ("source", "The town said the dam held, and said so.", "It held, the town said, and said so."),  # who said so?
        ("source", "The town said the dam held.", "The dam held, as Vega said: “The town denied it.”"),  # another
    ],
)
def test_what_is_not_planted(kind: str, left: str, right: str) -> None:
    found = planted(kind, left, right)
    assert not found, [plant.texts for plant in found]


def test_a_source_of_another_sentence_is_not_taken_out() -> None:
    of_another = "According to the study, people of the town drive less."
    own = "According to the study, people of the town make fewer trips."
    found = planted("source", f"{of_another} {own}", f"Fewer drive. {own[:-1]} by car.")
    taken = [plant for plant in found if plant.idea.variety == "according to taken out" and plant.side == "left"]
    assert [plant.idea.edits[0].place.start for plant in taken] == [len(of_another) + 1]


def test_another_seed_plants_other_words() -> None:
    pairs = [case(f"The dam {at} was built very early.", f"Here the dam {at} was built very soon.") for at in range(9)]
    found = [[plant.texts for plant in plants(pairs, "certainty", 9, seed)] for seed in ("", "", "other")]
    assert found[0] == found[1]
    assert found[0] != found[2]


def test_names_are_replaced_by_names_of_their_kind() -> None:
    left = [*_NAMES, "Ana Ruiz has a boat in Lima, and Ana Ruiz rows it."]
    right = ["“Nobody has,” said Ana Ruiz in Lima. Omar Vega, who is of Cusco, said no.", "In Lima a boat is hers."]
    of_text = [plant for plant in planted("name", left, right) if plant.idea.variety.endswith("of the text")]
    assert {plant.idea.edits[0].text for plant in of_text} <= {"Ana Ruiz", "Omar Vega", "Lima", "Cusco"}
    for plant in of_text:
        place, put = plant.idea.edits[0]
        was = plant.case[plant.side][place.paragraph][place.start : place.end]
        assert (was in {"Lima", "Cusco"}) == (put in {"Lima", "Cusco"})
        assert was != put


_LEFT = [
    "The storm killed 17 people on Friday, the mayor said, and it was the first of 3,500 storms.",
    "The dam may break. “We lost everything in the flood,” said Ana Ruiz, who does not swim.",
]
_RIGHT = [
    "On Friday 17 people died in the storm, the mayor said. It was the first of 3,500 of them.",
    "It may break. Ana Ruiz, who does not swim, said: “We lost everything in the flood.”",
]


@pytest.mark.parametrize("kind", KINDS)
def test_a_plant_is_one_change_on_one_side_and_always_the_same(kind: str) -> None:
    found = planted(kind, _LEFT, _RIGHT)
    assert found == planted(kind, _LEFT, _RIGHT)
    for plant in found:
        own, other = (plant.texts.left, plant.texts.right) if plant.side == "left" else (*plant.texts.swapped(),)
        assert other == plant.case["right" if plant.side == "left" else "left"]
        assert own != plant.case[plant.side]
        for place, (_, put) in zip(plant.places, plant.idea.edits, strict=False):
            assert own[place.paragraph][place.start : place.end] == put
        # Words that the change does not touch are found where they were before.
        for paragraph, text in enumerate(own):
            for word in re.finditer(r"\w+", text):
                place = Place(paragraph, *word.span())
                if not any(place.start <= spot.end and spot.start <= place.end for spot in plant.places):
                    was = plant.before(place)
                    assert plant.case[plant.side][paragraph][was.start : was.end] == word[0]


def test_a_name_replaced_everywhere_is_pointed_at_everywhere() -> None:
    texts = "The boat sank, said Bo Vega. In it Vega lost all, and Vega swam.", "“It sank,” said Bo Vega. Vega swam."
    other = case("It held, said Ana Montero, who rowed.", "Held it has, said Ana Montero.", "other/story")
    found = [plant for plant in plants([case(*texts), other], "name", 100) if "all mentions" in plant.idea.variety]
    assert {len(plant.places) for plant in found} == {2, 3}
    for plant in found:
        own = plant.texts.left if plant.side == "left" else plant.texts.right
        assert {own[place.paragraph][place.start : place.end] for place in plant.places} == {"Montero"}


def test_every_variety_gets_its_share() -> None:
    cases = [
        case(f"The storm killed {n} people, {n + 20}%.", f"In it {n} died, {n + 20}%.", f"s/{n}") for n in range(12, 40)
    ]
    found = [plant.idea.variety for plant in plants(cases, "number", 30)]
    assert {variety: found.count(variety) for variety in set(found)} == {"digits": 10, "percent": 10, "magnitude": 10}


# ---------------------------------------------------------------- judging


def _of_numbers(comparison: Comparison) -> Ledger:
    """A ledger that knows digits only: what a side has and the other has not."""
    said = comparison.articles.map(
        lambda article: [
            (Place(at, *found.span()), found[0])
            for at, paragraph in enumerate(article.paragraphs)
            for found in re.finditer(r"\d+", paragraph.text)
        ]
    )
    gone = [place for place, number in said.left if number not in {other for _, other in said.right}]
    new = [place for place, number in said.right if number not in {other for _, other in said.left}]
    return _ledger(
        *(Entry(Subject.NUMBER, Change.GONE, (place,), (), Location.NOWHERE) for place in gone),
        *(Entry(Subject.NUMBER, Change.NEW, (), (place,), Location.NOWHERE) for place in new),
    )


def _ledger(*entries: Entry) -> Ledger:
    return Ledger(entries, Pair("en", "en"))


def test_recall_counts_what_a_ledger_finds() -> None:
    cases = [case("The storm killed 17 people, all twelve of Lima.", "In it 17 people died, twelve of them of Lima.")]
    tallies = recall(Unplanted(cases, _of_numbers), "number", 100).tallies
    assert tallies["digits"].planted == tallies["digits"].found == 2
    assert tallies["magnitude"].planted == tallies["magnitude"].found == 2
    assert tallies["words"].planted == 2
    assert tallies["words"].found == 0


def test_a_ledger_that_finds_nothing_misses_all() -> None:
    result = recall(Unplanted([case(_LEFT, _RIGHT)], lambda comparison: _ledger()), "negation", 100)
    planted_at_all = sum(tally.planted for tally in result.tallies.values())
    assert len(result.missed) == planted_at_all > 0


def _plant() -> Plant:
    """'died' is a word of both sides; 17 becomes another number on the right."""
    found = planted("number", "Here 17 people died, 400 fled.", "There fled 400, and died 17.")
    return next(plant for plant in found if plant.side == "right" and plant.idea.counterpart[0].start == 5)


def _entry(subject: Subject, right: Place) -> Entry:
    return Entry(subject, Change.NEW, (), (right,), Location.NOWHERE)


def test_an_entry_that_was_there_before_finds_nothing() -> None:
    plant = _plant()
    here = plant.places[0]
    entry = _entry(Subject.NUMBER, here)
    assert judged(plant, _ledger(), _ledger(entry)).found
    behind = Place(here.paragraph, here.end, here.end + 1)
    was = _entry(Subject.NUMBER, plant.before(behind))
    assert judged(plant, _ledger(), _ledger(_entry(Subject.NUMBER, behind))).found
    assert not judged(plant, _ledger(was), _ledger(_entry(Subject.NUMBER, behind))).found


def test_an_entry_elsewhere_or_of_another_class_finds_nothing() -> None:
    plant = _plant()
    here = plant.places[0]
    assert not judged(plant, _ledger(), _ledger(_entry(Subject.NUMBER, Place(0, 0, 5)))).found
    other = judged(plant, _ledger(), _ledger(_entry(Subject.NAME, here)))
    assert not other.found
    assert other.by_any


@pytest.mark.parametrize(("kind", "found"), [("number", False), ("negation", True)])
def test_the_other_sides_words_are_enough_only_for_words_that_may_be_gone(kind: str, found: bool) -> None:
    texts = {
        "number": ("Here 17 people died of it.", "There died 17 of it."),
        "negation": ("He did not see it.", "It he did not see."),
    }
    plant = next(plant for plant in planted(kind, *texts[kind]) if plant.side == "right")
    subject = next(iter(KINDS[kind].subjects & {Subject.NUMBER, Subject.NEGATION}))
    entry = Entry(subject, Change.GONE, plant.idea.counterpart, (), Location.NOWHERE)
    assert judged(plant, _ledger(), _ledger(entry)).found is found


# ---------------------------------------------------------------- the rest of the measuring


def test_exchanging_the_sides_twice_changes_nothing() -> None:
    comparison = compare(*of_case(case(_LEFT, [*_RIGHT[:1], "Quite another paragraph of its own."])))
    there_and_back = exchanged(exchanged(comparison))
    assert [row.spans for row in there_and_back.rows] == [row.spans for row in comparison.rows]
    assert exchanged(comparison).left is comparison.right


def test_what_a_plain_ledger_finds_is_mirrored() -> None:
    comparison = compare(*articles(Pair(["Here 17 died."], ["There died 18, and 3 fled."])))
    own = facts(_of_numbers(comparison).entries)
    assert own == mirrored_facts(_of_numbers(exchanged(comparison)).entries)
    assert own.total() == 3


def test_without_gold_nothing_is_measured(tmp_path: Path) -> None:
    found = subprocess.run(
        [sys.executable, "-m", "tests.quality.ledger_quality", str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert found.stdout.startswith("no gold data")


def test_a_small_gold_folder_fills_every_table(tmp_path: Path) -> None:
    (tmp_path / "onestop-paragraphs.jsonl").write_text(json.dumps(case(_LEFT, _RIGHT)) + "\n", encoding="utf-8")
    found = subprocess.run(
        [sys.executable, "-m", "tests.quality.ledger_quality", str(tmp_path), "--limit", "2", "--missed"],
        capture_output=True,
        text=True,
    )
    assert found.returncode == 0, found.stderr
    heads = [block.split()[0] for block in found.stdout.strip().split("\n\n")]
    assert heads == ["recall", "nothing", "mirror", "cost"]
