"""Languages of which only the words of dates and magnitudes are known: their files, and what they cover."""

from pathlib import Path

import pytest

from diffing.comparison import compare_read
from diffing.ledger.build import ledger
from diffing.ledger.core.model import Subject
from diffing.ledger.coverage import uncovered_subjects
from diffing.ledger.language.lexicon import FROM_CLDR, lexicon
from diffing.model import Article, Pair
from diffing.text.paragraphs import paragraphs
from diffing.text.reading import read_articles

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


@pytest.mark.parametrize(
    ("sentence", "left", "right", "subject"),
    [
        pytest.param(
            "قالت الوزارة ان الخسائر بلغت {} درهم وكانت نصف ذلك في العام الماضي بحسب البيان.",
            *("3 مليون", "3 مليار", "number"),
            id="ar",
        ),
        pytest.param(
            "اعلنت الوزارة ان الاجتماع سيعقد يوم {} في مدينة الرباط بحضور عدد كبير من الوزراء.",
            *("12 مارس 2026", "13 مارس 2026", "date"),
            id="ar-date",
        ),
        pytest.param(
            "وزارت گفت که زیان به {} ریال رسید و سال گذشته نصف این بود که اعلام شد.",
            *("3 میلیون", "3 میلیارد", "number"),
            id="fa",
        ),
        pytest.param(
            "המשרד אמר כי ההפסד הגיע ל-{} שקל וכי בשנה שעברה הוא היה מחצית מכך.",
            *("3 מיליון", "3 מיליארד", "number"),
            id="he",
        ),
        pytest.param(
            "मंत्रालय ने कहा कि नुकसान {} रुपये का है जबकि पिछले साल यह आधा था।",
            *("3 लाख", "3 करोड़", "number"),
            id="hi",
        ),
        pytest.param("損失は{}円に上り、昨年の半分だったと市は発表した。", "3億", "3兆", "number", id="ja"),
        pytest.param("시는 손실이 {} 원에 달하며 작년의 절반이었다고 밝혔다.", "3억", "3조", "number", id="ko"),
        # 'się' is no August and 'pro' no December.
        pytest.param(
            "Straż poinformowała, że wycofała się {} kilometrów od granicy, podało ministerstwo w Warszawie.",
            *("12", "14", "number"),
            id="pl",
        ),
        pytest.param(
            "Ubytování pro {} lidí zajistila obec, řekla starostka Jana Malá na jednání zastupitelstva.",
            *("12", "14", "number"),
            id="cs",
        ),
    ],
)
def test_a_figure_and_its_word(sentence: str, left: str, right: str, subject: str) -> None:
    both = Pair(left, right).map(lambda words: Article("", paragraphs(sentence.format(words))))
    articles = read_articles(both)
    entries = ledger(compare_read(articles), articles).entries
    found = [
        (entry.subject.value, *(own[0].words(side) for own, side in zip(entry.places, both, strict=True)))
        for entry in entries
    ]
    assert found == [(subject, left, right)]
