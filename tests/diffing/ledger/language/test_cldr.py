"""Languages of which only the words of dates and magnitudes are known: their files, and what they cover."""

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from diffing.comparison import compare_read
from diffing.ledger.build import ledger
from diffing.ledger.core.model import Subject
from diffing.ledger.coverage import uncovered_subjects
from diffing.ledger.dates.extract import dates
from diffing.ledger.language.lexicon import FROM_CLDR, LANGUAGES, lexicon
from diffing.ledger.numbers.extract import quantities
from diffing.ledger.numbers.number_words import number_words
from diffing.model import Article, Pair
from diffing.text.paragraphs import paragraphs
from diffing.text.reading import ReadText, read_articles

_FOLDER = Path(__file__).parents[4] / "diffing" / "ledger" / "language" / "lexicons" / "cldr"
# Basque joins the ending of a case to the month and to the day: urtarrilaren 13a.
_GLUED = frozenset({"eu"})


@pytest.mark.parametrize("language", FROM_CLDR)
def test_the_file_of_a_language_is_the_one_that_the_script_makes(language: str) -> None:
    make_cldr = pytest.importorskip("docs.make_cldr")
    assert (_FOLDER / f"{language}.toml").read_text("utf-8") == make_cldr.text(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_measures_are_those_that_the_script_makes(language: str) -> None:
    make_cldr = pytest.importorskip("docs.make_cldr")
    assert (_FOLDER.parent / "measures" / f"{language}.toml").read_text("utf-8") == make_cldr.measures_text(language)


@pytest.mark.parametrize("language", [*LANGUAGES, *FROM_CLDR])
def test_sums_as_the_cldr_names_their_currency_are_read(language: str) -> None:
    formatted = pytest.importorskip("babel.numbers").format_currency
    for currency in ("CAD", "SEK"):
        text = formatted(1250, currency, locale=language, format_type="name")
        (only,) = quantities(ReadText(f"({text})"), number_words(language), "")
        assert (int(only.low), only.unit) == (1250, currency), text


def test_there_is_a_file_for_each_language_and_no_other() -> None:
    assert {file.stem for file in _FOLDER.iterdir()} == set(FROM_CLDR)
    assert all(len(lexicon(language)["dates"]["months"]) == 12 for language in FROM_CLDR)


@pytest.mark.parametrize("language", [*LANGUAGES, *sorted({*FROM_CLDR} - _GLUED), "ko"])
def test_days_as_the_cldr_writes_them_are_read(language: str) -> None:
    formatted = pytest.importorskip("babel.dates").format_date
    days = [date(2026, month, 13) for month in range(1, 13)]
    read = [_day_and_year(formatted(day, "long", locale=language), language) for day in days]
    assert read == [(day.month, day.day, day.year) for day in days]


def _day_and_year(written: str, language: str) -> tuple[int | None, int | None, int | None]:
    """Return the month and the day, and the year, that are read in some words; the year may stand apart."""
    moments = [dated.moment for dated in dates(ReadText(f"({written})"), lexicon(language))]
    day = next(moment for moment in moments if moment.day)
    return day.month, day.day, next(moment.year for moment in moments if moment.year)


# Swahili has the word before the figure, and Welsh only letters: milioni 3, 3M.
@pytest.mark.parametrize("language", [*LANGUAGES, *sorted({*FROM_CLDR} - {"cy", "sw"}), "ko"])
def test_large_numbers_and_shares_as_the_cldr_writes_them_are_read(language: str) -> None:
    numbers = pytest.importorskip("babel.numbers")
    for value in (25_000, 3_500_000, 40_000_000, 3_000_000_000):
        written = numbers.format_compact_decimal(value, format_type="long", locale=language, fraction_digits=1)
        assert (Fraction(value), "count") in _read(written, language)
    for share in ("0.07", "0.125"):
        written = numbers.format_percent(float(share), locale=language, decimal_quantization=False)
        assert (Fraction(share) * 100, "percent") in _read(written, language)
    assert (Fraction("1250.5"), "money") in _read(
        numbers.format_currency(1250.5, "SEK", "¤¤ #,##0.00", language), language
    )


def _read(written: str, language: str) -> list[tuple[Fraction, str]]:
    words = number_words(language)
    return [(one.low, one.kind) for one in quantities(ReadText(f"({written})"), words, words.decimal)]


# Unit of the CLDR -> kind and value of 2.5 of it.
_UNITS = {
    "power-megawatt": ("power", "2500000"),
    "power-horsepower": ("horsepower", "2.5"),
    "energy-kilowatt-hour": ("energy", "2500"),
    "volume-cubic-meter": ("volume", "2500"),
    "length-light-year": ("length", "23651750000000000"),
    "speed-meter-per-second": ("speed", "9"),
    "concentr-permille": ("percent", "0.25"),
    "frequency-megahertz": ("frequency", "2500000"),
    "pressure-hectopascal": ("pressure", "250"),
    "area-square-kilometer": ("area", "2500000"),
}
# '2.5 hundred pascals' in Chinese.
_UNREAD = {("zh", "pressure-hectopascal"), ("zh", "speed-meter-per-second")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_units_as_the_cldr_writes_them_are_read(language: str) -> None:
    formatted = pytest.importorskip("babel.units").format_unit
    for unit, (kind, value) in _UNITS.items():
        if (language, unit) not in _UNREAD:
            written = formatted(2.5, unit, length="long", locale=language)
            assert _read(written, language) == [(Fraction(value), kind)], written


@pytest.mark.parametrize(
    ("language", "words", "value", "kind"),
    [
        ("fr", "un budget de 12 M€ cette année", "12000000", "money"),
        ("fr", "un budget de 12 M EUR cette année", "12000000", "money"),
        ("es", "un contrato de 350 k€ al año", "350000", "money"),
        ("nl", "een boete van €40k voor de club", "40000", "money"),
        ("es", "cayeron 12 mm de lluvia", "0.012", "length"),
        ("es", "un presupuesto de $12 mm", "12000000", "money"),
        ("de", "Schulden von 3 Bio. Euro", "3000000000000", "money"),
        ("de", "auf 12 Bio-Höfen", "12", "count"),
        ("pt", "morreram 12 nos últimos dias", "12", "count"),
        ("it", "crescono di 20 l'anno", "20", "count"),
        ("fr", "les 5 l'ont dit", "5", "count"),
        ("fr", "les 3 M de la chanson", "3", "count"),
        ("ru", "станция на 500 МВт", "500000000", "power"),
        ("fr", "un fichier de 3 Go", "3000000000", "data"),
    ],
)
def test_short_signs_behind_a_figure(language: str, words: str, value: str, kind: str) -> None:
    assert _read(words, language) == [(Fraction(value), kind)]


def test_a_thai_day_is_the_same_day_in_the_common_era() -> None:
    written = ("3 พฤษภาคม 2569", "3 พ.ค. 2569", "3 พฤษภาคม 2026", "3 พฤษภาคม พ.ศ. 2569")
    assert {_day_and_year(words, "th") for words in written} == {(5, 3, 2026)}


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
        pytest.param(
            "मंत्रालय ने कहा कि बैठक {} को हुई और उसमें सभी सदस्य उपस्थित थे।",
            *("13 फ़रवरी 2026", "14 फ़रवरी 2026", "date"),
            id="hi-date",
        ),
        pytest.param("위원회는 {} 시청에서 회의를 열었고 시장이 참석했다.", "5월 3일", "5월 4일", "date", id="ko-date"),
        pytest.param(
            "Ủy ban nhân dân thành phố đã họp vào ngày {} để thảo luận về cây cầu mới của thành phố.",
            *("3 tháng 5 năm 2026", "4 tháng 5 năm 2026", "date"),
            id="vi-date",
        ),
        pytest.param(
            "Bộ cho biết thiệt hại lên tới {} đồng và năm ngoái con số này chỉ bằng một nửa.",
            *("3 triệu", "3 tỷ", "number"),
            id="vi",
        ),
        pytest.param("คณะกรรมการประชุมเมื่อวันที่ {} ที่ศาลากลาง", "3 พฤษภาคม 2569", "4 พฤษภาคม 2569", "date", id="th-date"),
        pytest.param("กระทรวงกล่าวว่าความเสียหายมีมูลค่า {}", "3 ล้าน บาท", "3 พันล้าน บาท", "number", id="th"),
        pytest.param("損失は{}に上ると市は発表した。", "5百億円", "5千億円", "number", id="ja-thousand"),
        pytest.param("損失は{}に上り、昨年の半分だったと市は発表した。", "3億円", "3兆円", "number", id="ja"),
        pytest.param("시는 손실이 {} 원에 달하며 작년의 절반이었다고 밝혔다.", "3억", "3조", "number", id="ko"),
        # 'się' is no August and 'pro' no December.
        pytest.param(
            "Straż poinformowała, że wycofała się {} od granicy, podało ministerstwo w Warszawie.",
            *("12 kilometrów", "14 kilometrów", "number"),
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
