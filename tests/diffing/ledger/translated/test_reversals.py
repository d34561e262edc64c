"""Words that turn a statement in a translation; nothing where a negation or a second word may answer."""

import pytest

from diffing.ledger.core.details import Senses
from diffing.ledger.core.model import Subject
from diffing.ledger.translated.reversals import reversed_statements
from diffing.model import Comparison, Kind, Op, Pair, Row, Span
from tests.tui.running import article


def found(languages: tuple[str, str], left: str, right: str) -> list[tuple[str, str]]:
    row = Row(Kind.TRANSLATED, (0,), (0,), False, 0.9, (Span(Op.TRANSLATED, left, right),))
    comparison = Comparison(article([left]), article([right]), (row,), languages=Pair(*languages))
    entries = list(reversed_statements(row, comparison, Pair(*languages)))
    assert all(entry.subject is Subject.CONTENT and isinstance(entry.detail, Senses) for entry in entries)
    return [(entry.left[0].words(comparison.left), entry.right[0].words(comparison.right)) for entry in entries]


@pytest.mark.parametrize(
    ("languages", "left", "right", "words"),
    [
        (("es", "en"), "El alcalde negó el informe.", "The mayor confirmed the report.", ("negó", "confirmed")),
        (("fr", "en"), "La société a accepté de payer.", "The company has rejected it.", ("accepté", "rejected")),
        (
            ("de", "en"),
            "Das Ministerium lehnte einen Zuschuss von 900.000 Euro ab.",
            "The ministry approved a subsidy of 900,000 euros.",
            ("lehnte einen Zuschuss von 900.000 Euro ab", "approved"),
        ),
        (("it", "es"), "I prezzi sono saliti a maggio.", "Los precios cayeron en mayo.", ("saliti", "cayeron")),
        (("pt", "en"), "Dois feridos graves.", "Two minor injuries.", ("graves", "minor")),
    ],
)
def test_a_word_of_another_class_turns_the_statement(
    languages: tuple[str, str], left: str, right: str, words: tuple[str, str]
) -> None:
    assert found(languages, left, right) == [words]


@pytest.mark.parametrize(
    ("languages", "left", "right"),
    [
        (("es", "en"), "El alcalde confirmó el informe.", "The mayor confirmed the report."),
        # A negation turns it back.
        (("es", "en"), "El alcalde no confirmó el informe.", "The mayor denied the report."),
        # Of two words of the group, either may be the answer.
        (("es", "en"), "Negó el informe y rechazó el plan.", "He accepted the report and rejected the plan."),
        (("es", "en"), "El puerto cierra en octubre.", "The port is said to be busy in October."),
        # No words of this language are known.
        (("pl", "en"), "Burmistrz zaprzeczył.", "The mayor confirmed it."),
    ],
)
def test_what_may_say_the_same_is_no_entry(languages: tuple[str, str], left: str, right: str) -> None:
    assert found(languages, left, right) == []
