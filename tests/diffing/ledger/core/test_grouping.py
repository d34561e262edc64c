"""Entries that a reader takes for one change are one entry, and its parts are its children."""

from hypothesis import given
from hypothesis import strategies as st

from diffing import compare, ledger
from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.details import Extent
from diffing.ledger.core.grouping import grouped
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Ledger, Subject
from diffing.model import Comparison, Place

STORY = [
    "The old harbour of Vellmar was closed on Monday after a crane fell into the water.",
    "Engineers will look at the quay before ships may return to it, the council said.",
    "Fishermen use the northern quay until then, and the ferry leaves from the railway dock.",
]
NEW = [
    "Ole Rand, 61, has sold smoked fish beside the crane for 34 years and fears for his summer.",
    "“Nobody asked the 12 shops on the pier,” said Tove Lind, who speaks for the shopkeepers.",
]


def compared(left: list[str], right: list[str]) -> tuple[Comparison, Ledger]:
    comparison = compare("\n\n".join(left), "\n\n".join(right))
    return comparison, ledger(comparison)


def test_a_series_of_new_paragraphs_is_one_entry_with_its_facts_as_children() -> None:
    comparison, found = compared(STORY, [*STORY[:2], *NEW, *STORY[2:]])
    (entry,) = found.entries
    assert (entry.subject, entry.change, entry.detail) == (Subject.CONTENT, Change.NEW, Extent(is_whole=True))
    assert [place.words(comparison.right) for place in entry.right] == NEW
    assert {child.subject for child in entry.children} >= {Subject.NUMBER, Subject.NAME, Subject.QUOTATION}
    assert all(not child.children for child in entry.children)


def test_a_linked_paragraph_parts_two_series() -> None:
    _, found = compared(STORY, [STORY[0], NEW[0], STORY[1], NEW[1], STORY[2]])
    assert [(entry.subject, len(entry.right)) for entry in found.entries] == [(Subject.CONTENT, 1)] * 2


def test_a_fact_that_changed_at_two_places_is_one_entry() -> None:
    left = ["Two ships were lost, the coast guard said.", *STORY, "The two ships were lost in the storm of March."]
    right = [text.replace("Two", "Three").replace("two", "three") for text in left]
    comparison, found = compared(left, right)
    (entry,) = [entry for entry in found.entries if entry.subject is Subject.NUMBER]
    assert [place.words(comparison.left) for place in entry.left] == ["Two", "two"]
    assert [place.words(comparison.right) for place in entry.right] == ["Three", "three"]


def test_a_negation_in_a_quotation_is_part_of_it() -> None:
    left = [*STORY, "“The driver did not brake before the bend of the road,” Rand said."]
    right = [*STORY, "“The driver did brake before the bend of the road,” Rand said."]
    _, found = compared(left, right)
    (entry,) = found.entries
    assert (entry.subject, entry.change) == (Subject.QUOTATION, Change.REWORDED)
    assert [child.subject for child in entry.children] == [Subject.NEGATION]


def test_what_stands_in_linked_paragraphs_comes_before_facts_of_one_side() -> None:
    short = "Anna Berg, 40, agreed."
    left = [*STORY, "The bridge cost 12 million crowns, and the town paid for all of it."]
    right = [
        *STORY[:1],
        short,
        *STORY[1:],
        "The bridge cost 14 million crowns, and the town paid for all of it.",
    ]
    comparison, found = compared(left, right)
    words = [place.words(comparison.right) for entry in found.entries for place in entry.right]
    assert words[0] == "14 million"


@given(st.lists(st.sampled_from([*STORY, *NEW]), max_size=6), st.lists(st.sampled_from([*STORY, *NEW]), max_size=6))
def test_the_words_of_children_stand_in_the_words_of_their_parent(left: list[str], right: list[str]) -> None:
    _, found = compared(left, right)
    for entry in found.entries:
        for child in entry.children:
            assert _stands_in(child, entry)


def _stands_in(child: Entry, parent: Entry) -> bool:
    return all(
        any(
            whole.paragraph == place.paragraph and whole.start <= place.start and place.end <= whole.end
            for whole in there
        )
        for own, there in zip(child.places, parent.places, strict=True)
        for place in own
    )


def test_a_part_of_a_change_that_has_parts_of_its_own() -> None:
    left = [*STORY, "“We saw it coming,” said Arne Holt, a pilot at the northern quay."]
    right = [*STORY, "“We saw it hardly coming,” said Lene Brandt, a pilot at the northern quay."]
    comparison, found = compared(left, right)
    words = {
        place.words(comparison.right)
        for entry in found.entries
        for one in (entry, *entry.children)
        for place in one.right
    }
    assert "Lene Brandt" in words
    assert all(not child.children for entry in found.entries for child in entry.children)


def test_another_speaker_is_no_part_of_a_reworded_quotation() -> None:
    left = [*STORY, "“The boats are safe, whatever the weather brings us,” said Holt."]
    right = [*STORY, "“The boats are safe, whatever the weather brings along,” said Brandt."]
    _, found = compared(left, right)
    assert [(entry.change, [child.subject for child in entry.children]) for entry in found.entries] == [
        (Change.SPEAKER, [Subject.NAME]),
        (Change.REWORDED, []),
    ]


def test_a_figure_that_is_gone_at_two_places_is_one_entry() -> None:
    left = ["The 850 workers of the mill get three weeks.", *STORY, "Rand wrote to 850 people, and saw two of them."]
    right = ["The workers of the mill get time.", *STORY, "Rand wrote to people, and saw them."]
    comparison, found = compared(left, right)
    gone = [
        [place.words(comparison.left) for place in entry.left]
        for entry in found.entries
        if entry.subject is Subject.NUMBER and entry.change is Change.GONE
    ]
    assert ["850", "850"] in gone
    assert ["two", "two"] not in gone


def test_a_small_number_that_is_gone_at_two_places_may_count_two_things() -> None:
    left = [*STORY, "Rand saw two cranes near the mill.", "Lind heard two seals near the mill."]
    right = [*STORY, "Rand saw cranes near the mill.", "Lind heard seals near the mill."]
    _, found = compared(left, right)
    assert [len(entry.left) for entry in found.entries if entry.subject is Subject.NUMBER] in ([1, 1], [])


UPDATED = (
    [
        "Storm leaves thousands in the dark on the isle of Varn",
        *STORY,
        "The grid operator Nordlys kept 40 crews waiting in the valley.",
    ],
    [
        "Woman killed as storm cuts power to half of the isle of Varn",
        *STORY,
        "The grid operator Nordlys sent 90 crews to mend broken cables.",
    ],
)


def test_changed_facts_are_parts_of_what_an_update_tells_otherwise() -> None:
    _, found = compared(*UPDATED)
    (entry,) = [one for one in found.entries if one.is_told_otherwise]
    assert [child.change for child in entry.children if child.subject is Subject.NUMBER] == [Change.CHANGED]
    assert not [one for one in found.entries if one.subject is Subject.NUMBER and one.change is Change.CHANGED]


def test_a_fact_of_one_headline_only_is_part_of_the_other_headline() -> None:
    left = ["Hexby votes to close its library after 112 years", *STORY, "Rand saw the lorry with 30 crates leave."]
    right = ["Readers lose a quiet place by the river", *STORY, "Rand saw the lorry with 40 crates leave."]
    _, found = compared(left, right)
    (headline,) = [one for one in found.entries if one.is_other_headline]
    assert Subject.NUMBER in [child.subject for child in headline.children]
    assert [one.change for one in found.entries if one.subject is Subject.NUMBER] == [Change.CHANGED]


def test_the_dead_of_a_headline_are_an_entry_of_their_own() -> None:
    left = ["Ferry with 214 on board runs aground off Hexby", *STORY]
    right = ["Two dead after ferry strikes a rock near Hexby", *STORY]
    _, found = compared(left, right)
    numbers = [one for one in found.entries if one.subject is Subject.NUMBER]
    assert [one.change for one in numbers] == [Change.NEW]


def test_a_label_before_several_paragraphs_is_one_change() -> None:
    questions, answers = ["Why now?", "Will it rain?"], ["The mill of Varn is old.", "Farmers hope so."]
    asked = zip(questions, answers, strict=True)
    left = [*STORY, *(text for pair in asked for text in (f"Q: {pair[0]}", f"A: {pair[1]}"))]
    right = [text.replace("Q: ", "Herald: ").replace("A: ", "Mayor: ") for text in left]
    _, found = compared(left, right)
    assert [(len(one.left), len(one.right)) for one in found.entries] == [(2, 2), (2, 2)]


def test_a_number_of_one_headline_is_that_of_the_change_in_the_text() -> None:
    left = ["Rebels shell market in Karu, killing eight", "Rebels shelled a market in Karu, killing eight civilians."]
    right = ["Army accused of shelling Karu market", "Rebels shelled a market in Karu, killing 18 civilians."]
    numbers = [entry for entry in compared(left, right)[1].entries if entry.subject is Subject.NUMBER]
    assert [(entry.change, [place.paragraph for place in entry.left]) for entry in numbers] == [
        (Change.CHANGED, [0, 1])
    ]


def test_a_clause_that_is_gone_with_its_quotation_is_part_of_it() -> None:
    said = "“The quay may open early, or it stays shut while the divers work,” the council said."
    comparison, _ = compared([*STORY, said], STORY)
    quotation, clause = (
        Entry(subject, Change.GONE, (Place(len(STORY), start, end),), (), Location.NOWHERE, detail)
        for subject, start, end, detail in (
            (Subject.QUOTATION, 1, said.index(",”"), None),
            (Subject.CONTENT, said.index("or it"), said.index(",”"), Extent(is_whole=False)),
        )
    )
    (entry,) = grouped([quotation, clause], LedgerContext.of(comparison))
    assert (entry.subject, entry.children) == (Subject.QUOTATION, (clause,))


def test_two_headlines_with_opposite_deeds_are_a_change_whatever_they_are_done_to() -> None:
    left = ["Altria agrees to buy rival Benton for $4.1bn", *STORY]
    right = ["Benton rejects $4.1bn bid from rival Altria", *STORY]
    assert [one.change for one in compared(left, right)[1].entries] == [Change.CHANGED]
