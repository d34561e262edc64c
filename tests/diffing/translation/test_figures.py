from fractions import Fraction

import pytest

from diffing.translation.contents import Reader

MILLION = 10**6


def numbers(text: str, language: str) -> set[Fraction | str]:
    reader = Reader(language)
    text = reader.plain(text)
    return {mention.value for mention in reader.numbers_in(text, reader.words_in(text))}


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("3,400 ships", "en", 3400),
        ("3.400 barcos", "es", 3400),
        ("3 400 navires", "fr", 3400),
        ("3\u202f400 navires", "fr", 3400),
        ("1,482.5 tons", "en", Fraction("1482.5")),
        ("1.482,5 Tonnen", "de", Fraction("1482.5")),
        ("1,5 Mio. Euro", "de", 15 * MILLION // 10),
        ("1.5 million euros", "en", 15 * MILLION // 10),
        ("12,5 millones", "es", 125 * MILLION // 10),
        ("2,1 млн человек", "ru", 21 * MILLION // 10),
        ("3 млрд рублей", "ru", 3000 * MILLION),
        ("30億円", "ja", 3000 * MILLION),
        ("3亿5000万元", "zh", 350 * MILLION),
        ("5만 명", "ko", 50_000),
        ("١٢ رجلا", "ar", 12),
        ("十二人", "zh", 12),
        ("二〇二二年", "zh", 2022),
        ("三百二十五", "ja", 325),
        ("trois cents navires", "fr", 300),
        ("two hundred and fifty ships", "en", 250),
        ("dreiundzwanzig Schiffe", "de", 23),
        ("twenty-three ships", "en", 23),
        ("двадцать три корабля", "ru", 23),
        ("0.500 grams", "en", Fraction(1, 2)),
        ("at 15:30", "en", "15:30"),
        ("2 mil millones de euros", "es", 2000 * MILLION),
        ("20万人", "ja", 200_000),
    ],
)
def test_numbers_by_value(text: str, language: str, value: Fraction | str) -> None:
    assert numbers(text, language) == {value}


@pytest.mark.parametrize("text", ["one ship", "1 ship", "a ship", "0 ships"])
def test_one_and_nothing_are_no_numbers(text: str) -> None:
    assert not numbers(text, "en")


def test_numbers_beside_each_other() -> None:
    assert numbers("three two twenty", "en") == {2, 3, 20}
    assert numbers("3, 400 and 2026", "en") == {3, 400, 2026}
