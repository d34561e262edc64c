"""Subjects that are not looked for: the lexicon of a language, its script and the language of the other side decide."""

from importlib import import_module

import pytest

from diffing.ledger.core.model import Subject
from diffing.ledger.coverage import _TABLES, uncovered_subjects
from diffing.ledger.language.lexicon import LANGUAGES, lexicon
from diffing.model import Pair

_BY_WORDS = set(_TABLES)
_MEANINGS = {Subject.NEGATION, Subject.CERTAINTY, Subject.CAUSE, Subject.CONTENT, Subject.ATTRIBUTION, Subject.SOURCE}


def test_everything_is_looked_for_in_a_language_with_every_table() -> None:
    complete = [language for language in LANGUAGES if lexicon(language).keys() == lexicon("en").keys()]
    assert "en" in complete
    assert {language: uncovered_subjects(Pair(language, language)) for language in complete} == dict.fromkeys(
        complete, ()
    )


@pytest.mark.parametrize(
    ("left", "right", "missing"),
    [
        pytest.param("sv", "sv", _BY_WORDS, id="capitals show names"),
        pytest.param("", "", _BY_WORDS, id="unknown"),
        pytest.param("en", "", _BY_WORDS, id="one side unknown"),
        pytest.param("de", "de", {Subject.NAME}, id="every noun has a capital"),
        pytest.param("lb", "lb", _BY_WORDS | {Subject.NAME}, id="every noun has a capital, without a lexicon"),
        pytest.param("ja", "ja", _BY_WORDS | {Subject.NAME}, id="no capitals"),
        pytest.param("sr", "sr", _BY_WORDS, id="two scripts"),
        pytest.param("en", "fr", _MEANINGS | {Subject.NAME}, id="two languages with lexicons"),
        pytest.param("en", "sv", _BY_WORDS | {Subject.NAME}, id="two languages"),
    ],
)
def test_subjects_that_are_not_looked_for(left: str, right: str, missing: set[Subject]) -> None:
    found = uncovered_subjects(Pair(left, right))
    assert set(found) == missing
    assert list(found) == [subject for subject in Subject if subject in missing]
    assert uncovered_subjects(Pair(right, left)) == found


def test_a_new_table_of_a_lexicon_is_covered_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    tables = {"language": "pt", "meaning": {"negation": {"forces": {"negation": ["não"]}}}}
    # diffing.ledger is the public function, so the module is not found by attributes.
    monkeypatch.setattr(import_module("diffing.ledger.coverage"), "lexicon", lambda language: tables)
    assert set(uncovered_subjects(Pair("pt", "pt"))) == _BY_WORDS - {Subject.NEGATION}


def test_the_tables_are_those_of_the_lexicons() -> None:
    for path in _TABLES.values():
        table = lexicon("en")
        for name in path:
            table = table[name]
        assert table
