"""The files of words: each table is described for whoever adds a language, and asked for by some module."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from diffing.ledger import build
from diffing.ledger.language.lexicon import LANGUAGES, code_of, lexicon
from diffing.ledger.language.schema import LexiconError, checked

_LEDGER = Path(build.__file__).parent
_LEXICONS = _LEDGER / "language" / "lexicons"
# Tables whose keys are words or groups of words, and not what a module asks for.
_OF_WORDS = re.compile(
    r"numbers\.(\w+)|names\.(aliases|adjectives|seats)"
    r"|dates\.(relative|short_(months|weekdays)|(months|weekdays)_declined|decades|feasts|daytimes|daytimes_before"
    r"|spoken_before|spoken_behind|before|parts_of_year)"
    r"|meaning\.(counterparts|\w+\.\w+)|turns\.(groups|answers|exact)|sources\.(verbs|deeds|bodies)|agents\.events"
)
# What a language without such a habit leaves out.
_MAY_BE_LEFT_OUT = {
    "dates.before_hour",
    "dates.unsure_daytimes",
    "numbers.joined_spans",
    "numbers.not_first",
    "persons",
    "persons.before_place",
    "persons.behind_person",
    "persons.family",
    "persons.sounds",
    "persons.speaking",
    "persons.titles",
    "persons.given",
    "persons.no_places",
    "persons.place_endings",
    "persons.title_endings",
    "names.given_months",
    "names.particles",
    "agents.before_role",
    "agents.roles_by",
    "agents.object_articles",
    "numbers.score_to",
    "dates.before_century",
    "dates.before_no_noon",
    "dates.before_day",
    "dates.spoken_before",
    "dates.spoken_behind",
    "dates.before_hours",
    "dates.before_no_hours",
    "dates.daytimes",
    "dates.hours",
    "dates.prices",
    "dates.capital_months",
    "dates.months_declined",
    "dates.daytimes_before",
    "numbers.counters",
    "dates.weekdays_declined",
    "dates.weekdays_before_day",
    "meaning.lower_case",
    "names.compounds",
    "names.elided",
    "sources.infinitive_marks",
    "names.grammar",
    "names.short_heads",
    "names.title_ends",
    "names.title_fields",
    "dates.weekday_endings",
    "meaning.asking",
    # English alone has 'to' before a verb that says what for.
    "turns.tense.purpose",
    "meaning.accented",
    # Portuguese words lose a letter behind a prefix.
    "meaning.prefix_hides",
    # English alone says "not" before a helper of the past.
    "meaning.light",
    "meaning.perfect",
    "meaning.modals",
    "meaning.participles",
    "numbers.joined",
    "numbers.mixed",
    "dates.before_hour_alone",
    "dates.hour_ordinals",
    "numbers.ordinal_tens",
    "numbers.ordinal_units",
    "numbers.in_every",
    "numbers.part_of",
    "numbers.no_plurals",
    "numbers.noun_endings",
    "numbers.unit_first",
    "quotations.determiners",
    "quotations.inverted_subjects",
    "quotations.speech_in_dashes",
    "sources.naming.harmless",
    "sources.with_statement",
    "sources.statement_begins",
    "turns.tense",
    "turns.before_participle",
    "turns.participles",
    "turns.tense.conditional_present",
    "turns.aspect",
    "turns.aspect.done",
    "turns.aspect.to_come",
    "turns.tense.expected_helpers",
    "turns.tense.future_endings",
    "turns.tense.future_helpers",
    "turns.tense.future_marks",
    "turns.tense.future_needs_helper",
    "turns.tense.infinitive_future",
    "turns.tense.irregular",
    "turns.tense.past_endings",
    "turns.tense.past_helpers",
    "turns.tense.past_infixes",
    "turns.tense.past_needs_helper",
    "turns.tense.reporting",
    "turns.tense.told_endings",
    "turns.tense.told_helpers",
    "turns.tense.told_needs_helper",
}


def _tables(table: dict[str, Any], path: str = "") -> Iterator[str]:
    for key, value in table.items():
        if key != "language":
            yield f"{path}{key}"
            if isinstance(value, dict) and not _OF_WORDS.fullmatch(f"{path}{key}"):
                yield from _tables(value, f"{path}{key}.")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_table_is_described_and_asked_for(language: str) -> None:
    described = (_LEXICONS / "README.md").read_text("utf-8")
    described_names = {name for names in re.findall(r"`\[?([\w.]+)\]?`", described) for name in [names.split(".")[-1]]}
    sources = "".join(file.read_text("utf-8") for file in _LEDGER.rglob("*.py"))
    for table in _tables(dict(lexicon(language))):
        name = table.split(".")[-1]
        assert name in described_names, table
        assert f'"{name}"' in sources or f"'{name}'" in sources, table


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_table(language: str) -> None:
    english = {*_tables(dict(lexicon("en")))} | _MAY_BE_LEFT_OUT
    own = {*_tables(dict(lexicon(language)))}
    assert own <= english
    # Names in other languages are told by what stands between their words, and by their capitals.
    if lexicon(language).get("names", {}).get("nicknames"):
        assert english - own <= _MAY_BE_LEFT_OUT


@pytest.mark.parametrize(
    ("tables", "message"),
    [
        pytest.param({"dates": {"months": "mai"}}, "tlh.toml: dates.months: not a list of twelve words", id="no list"),
        pytest.param({"dates": {"weekdays": ["mo"]}}, "tlh.toml: dates.weekdays: not a list of seven words", id="few"),
        pytest.param(
            {"numbers": {"words": {"two": "2"}}}, "tlh.toml: numbers.words: not a table of whole numbers", id="text"
        ),
        pytest.param(
            {"numbers": {"magnitudes": {"million": "1m"}}},
            "tlh.toml: numbers.magnitudes: not a table of numbers as text",
            id="no number",
        ),
        pytest.param(
            {"numbers": {"vague": {"some": [3]}}},
            "tlh.toml: numbers.vague: not a table of two whole numbers each",
            id="one",
        ),
        pytest.param(
            {"dates": {"relative": {"day": ["today"]}}},
            "tlh.toml: dates.relative: not a table of tables of whole numbers",
            id="a list for a table",
        ),
        pytest.param(
            {"meaning": {"negation": {"forces": {"not": ["ne _ _ pas"]}}}},
            "tlh.toml: meaning.negation.forces.not: not a list of words",
            id="two gaps",
        ),
        pytest.param(
            {"sources": {"harmless": ["_ so"]}}, "tlh.toml: sources.harmless: not a list of words", id="gap first"
        ),
        pytest.param(
            {"sources": {"verbs": {"neutral": [""]}}}, "tlh.toml: sources.verbs.neutral: not a list of words", id=""
        ),
    ],
)
def test_a_wrong_table_is_named_with_its_file(tables: dict[str, Any], message: str) -> None:
    with pytest.raises(LexiconError, match=re.escape(message)):
        checked(tables, "tlh.toml")


def test_a_language_without_a_file_has_no_words() -> None:
    assert lexicon("tlh") == {}
    assert [code_of(lexicon(language)) for language in (*LANGUAGES, "tlh", "")] == [*LANGUAGES, "", ""]
