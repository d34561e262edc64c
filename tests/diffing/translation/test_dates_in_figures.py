"""Months and years in figures."""

import pytest

from diffing.translation.contents import Reader
from diffing.translation.dates_in_figures import months_in_figures, without_months


@pytest.mark.parametrize(
    ("language", "text", "months"),
    [
        ("ko", "지난해 11월의 첫 발사, 올해 3월에는", [11, 3]),
        ("ja", "公聴会は6月20日に始まる", [6]),
        ("zh", "2024年12月3日", [12]),
        ("ko", "3 월요일", []),
        ("zh", "持续3个月", []),
        ("de", "am 2.12.", [12]),
        ("en", "version 2.12.", []),
    ],
)
def test_months(language: str, text: str, months: list[int]) -> None:
    assert [mention.month for mention in months_in_figures(text, language)] == months


def test_a_text_without_months_is_as_long() -> None:
    assert without_months("6月20日, am 2.12.", "ja") == "  20日, am 2.12."
    assert without_months("am 2.12.", "de") == "am 2    "


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("ในปี 2565", [2022]),
        ("เมื่อวันที่ 3 มีนาคม 2567", [3, 2024]),
        ("พ.ศ. ๒๕๖๖", [2023]),
        ("คน 2565 คน", [2565]),
        ("ปี 2,565", [2565]),
        ("ปี 2022", [2022]),
    ],
)
def test_thai_years(text: str, numbers: list[int]) -> None:
    reader = Reader("th")
    assert [number.value for number in reader.numbers_in(text, reader.words_in(text))] == numbers
