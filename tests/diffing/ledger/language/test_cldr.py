"""Languages of which only the words of dates and magnitudes are known: their files, and what they cover."""

from pathlib import Path

import pytest

from diffing.ledger.core.model import Subject
from diffing.ledger.coverage import uncovered_subjects
from diffing.ledger.language.lexicon import FROM_CLDR, lexicon
from diffing.model import Pair

_FOLDER = Path(__file__).parents[4] / "diffing" / "ledger" / "language" / "lexicons" / "cldr"


@pytest.mark.parametrize("language", FROM_CLDR)
def test_the_file_of_a_language_is_the_one_that_the_script_makes(language: str) -> None:
    make_cldr = pytest.importorskip("docs.make_cldr")
    assert (_FOLDER / f"{language}.toml").read_text("utf-8") == make_cldr.text(language)


def test_there_is_a_file_for_each_language_and_no_other() -> None:
    assert {file.stem for file in _FOLDER.iterdir()} == set(FROM_CLDR)
    assert all(len(lexicon(language)["dates"]["months"]) == 12 for language in FROM_CLDR)


def test_numbers_and_dates_in_words_do_not_count_as_looked_for() -> None:
    for language in FROM_CLDR:
        assert {Subject.NUMBER, Subject.DATE} <= set(uncovered_subjects(Pair(language, language)))
