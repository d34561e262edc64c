"""The sentence of a source is found on the other side where it says the same in other words, in the same place."""

import pytest

from diffing.ledger.attribution.source_changes import source_entries
from diffing.ledger.content.changes import content_entries
from diffing.ledger.core.model import Subject
from diffing.ledger.remaining.mere_sources import with_mere_sources
from tests.diffing.ledger.compared import context, found

BEFORE, BEHIND = "The quay was flooded at noon. ", " The school is shut."


@pytest.mark.parametrize(
    ("own", "other", "source"),
    [
        ("Experts said the two fires were linked.", "The two fires had one cause.", "Experts said"),
        (
            "It is a bright, lively marsh but lives on the edge, according to officials.",
            "It is a fine marsh but it is under threat.",
            "according to officials",
        ),
    ],
)
def test_a_sentence_in_other_words_between_the_same_two(own: str, other: str, source: str) -> None:
    left, right = f"{BEFORE}{own}{BEHIND}", f"{BEFORE}{other}{BEHIND}"
    assert found(source_entries, left, right) == [("source", "gone", source, "")]
    assert found(source_entries, right, left) == [("source", "new", "", source)]


@pytest.mark.parametrize(
    ("language", "left", "right", "source"),
    [
        (
            "de",
            "Dieses Haus steht am Kai. Laut der Polizei ist der Keller voller Wasser. Die Schule bleibt zu.",
            "Dieses Haus steht am Kai. Im Keller steht das Wasser kniehoch. Die Schule bleibt zu.",
            "Laut der Polizei",
        ),
        (
            "es",
            "El muelle se inundó al mediodía. Según el alcalde, el sótano está lleno de agua. La escuela está cerrada.",
            "El muelle se inundó al mediodía. El sótano quedó bajo el agua. La escuela está cerrada.",
            "Según el alcalde",
        ),
    ],
)
def test_the_same_in_other_languages(language: str, left: str, right: str, source: str) -> None:
    assert found(source_entries, left, right, language) == [("source", "gone", source, "")]


@pytest.mark.parametrize(
    ("own", "other"),
    [
        # Another sentence stands there.
        ("The mayor said the old bridge was shut.", "The ferry is popular with tourists."),
        # Another voice says it, or the source is named.
        ("Experts said the two fires were linked.", "Both fires had one cause, the police believe."),
        ("It said the fires were linked.", "The fires had one cause."),
        ("He said the fires were linked.", "In his view the fires had one cause."),
        ("She said the shop is full.", "“The shop is never empty,” she said."),
        ("The owner said the shop is full.", "The owner is happy, for the shop has many guests."),
    ],
)
def test_another_sentence_in_its_place_or_another_voice(own: str, other: str) -> None:
    left, right = f"{BEFORE}{own}{BEHIND}", f"{BEFORE}{other}{BEHIND}"
    assert found(source_entries, left, right) == []


def test_a_study_that_has_found_it_is_the_study_that_it_is_known_from() -> None:
    left = "According to a recent study, young people drive less than their parents. It looked at 400 towns."
    right = "Young people drive less than their parents, a study by Aldow University of 400 towns has found."
    articles = context(left, right, "en")
    mere = with_mere_sources(articles, content_entries(articles))
    assert [one for one in mere if one.subject is Subject.SOURCE] == []
