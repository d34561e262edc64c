"""What was not looked for is said in these words, and 'nothing found' only where everything was looked for."""

import pytest

from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Ledger, Subject
from diffing.ledger.coverage import uncovered_subjects
from diffing.model import Pair, Place
from tui.present.coverage import coverage
from tui.present.languages import language_name

_ENTRY = Entry(Subject.NUMBER, Change.GONE, (Place(0, 0, 1),), (), Location.NOWHERE)
_WORDS = "negations, words of certainty, causes, attributions, sources, corrections and words that turn a sentence"
_FIGURES = "Numbers and dates are looked for in figures, but not in words."


def _ledger(left: str, right: str, *entries: Entry) -> Ledger:
    languages = Pair(left, right)
    return Ledger(entries, languages, uncovered_subjects(languages))


@pytest.mark.parametrize(
    ("left", "right", "said"),
    [
        ("en", "en", ""),
        ("is", "is", f"Not looked for in Icelandic: {_WORDS}. {_FIGURES}"),
        ("ko", "ko", f"Not looked for in Korean: names, {_WORDS}. {_FIGURES}"),
        ("", "", f"The language of both articles is unknown. Not looked for: {_WORDS}. {_FIGURES}"),
        (
            "",
            "en",
            "The language of the left article is unknown; the right article is in English. "
            f"Not looked for: {_WORDS}. {_FIGURES}",
        ),
        (
            "en",
            "",
            "The left article is in English; the language of the right article is unknown. "
            f"Not looked for: {_WORDS}. {_FIGURES}",
        ),
        (
            "en",
            "es",
            "The left article is in English, and the right article is in Spanish. "
            "Not looked for: names, negations, words of certainty, causes, attributions, sources and words that turn a "
            "sentence.",
        ),
    ],
)
def test_what_is_not_looked_for_begins_with_these_words(left: str, right: str, said: str) -> None:
    assert coverage(_ledger(left, right)) == said


def test_of_a_translation_the_limits_of_names_and_numbers_are_said() -> None:
    ledger = Ledger((), Pair("es", "en"), (Subject.NEGATION,))
    assert "Misspelt names" in coverage(ledger)
    assert "from three up" in coverage(ledger)
    assert "Misspelt" not in coverage(Ledger((), Pair("es", "en"), tuple(Subject)))


def test_a_single_subject_is_named_with_its_language() -> None:
    assert coverage(Ledger((), Pair("pt", "pt"), (Subject.DATE,))) == (
        "Dates are looked for in figures, but not in words in Portuguese."
    )
    assert coverage(Ledger((), Pair("tlh", "tlh"), (Subject.CAUSE,))) == "Not looked for in tlh: causes."


def test_a_language_is_called_by_its_english_name() -> None:
    assert language_name("gl") == "Galician"
    assert language_name("tlh") == "tlh"
