import pytest

from diffing.comparison import compare
from diffing.ledger.build import ledger
from diffing.ledger.core.model import Subject
from diffing.ledger.translated.word_lists import word_list
from diffing.model import Pair


def units(codes: str, left: str, right: str) -> list[tuple[str, str]]:
    comparison = compare(left, right, languages=Pair(*codes.split()))
    return [
        (entry.left[0].words(comparison.left), entry.right[0].words(comparison.right))
        for entry in ledger(comparison).entries
        if entry.subject is Subject.NUMBER and entry.left and entry.right
    ]


@pytest.mark.parametrize(
    ("codes", "left", "right", "own", "other"),
    [
        ("es en", "Almenara está a 50 kilómetros.", "Almenara is 50 miles away.", "50 kilómetros", "50 miles"),
        ("de en", "Neuhagen hat 12 Quadratkilometer.", "Neuhagen has 12 km.", "12 Quadratkilometer", "12 km"),
        (
            "fr en",
            "Le puits de Valrières a 40 mètres.",
            "The well at Valrières is 40 feet deep.",
            "40 mètres",
            "40 feet",
        ),
        (
            "pl en",
            "Most w Lipnie kosztował 7 mln złotych.",
            "The bridge at Lipno cost 7 million euros.",
            "7 mln złotych",
            None,
        ),
        (
            "uk de",
            "Ремонт у Липному триває три тижні.",
            "Der Umbau in Lypne dauert drei Monate.",
            "три тижні",
            "drei Monate",
        ),
        (
            "tr en",
            "Akpınar'da alan 30 kilometrekare.",
            "The area in Akpınar is 30 square miles.",
            "30 kilometrekare",
            None,
        ),
        ("ja en", "ミラン湖の深さは45メートル。", "Lake Milan is 45 feet deep.", "45メートル", "45 feet"),
        ("zh en", "项目耗资30亿美元。", "The project cost 3 billion yuan.", "30亿美元", "3 billion yuan"),
        ("ko en", "공사는 3개월이 걸렸다.", "The work took three years.", "3개월이", "three years"),
        ("he en", 'הבאר בגבעתון בעומק 20 ק"מ.', "The well at Givaton is 20 metres deep.", '20 ק"מ', "20 metres"),
        ("ar fr", "مساحة الحقل 70 هكتارا.", "Le champ fait 70 kilomètres carrés.", "70 هكتارا", "70 kilomètres carrés"),
        ("hi en", "हर घर को 25 किलोग्राम आटा मिला।", "Each house got 25 pounds of flour.", "25 किलोग्राम", "25 pounds"),
        ("ru en", "Билет в Липном стоит 500 рублей.", "A ticket in Lipnoye costs $500.", "500 рублей", "$500"),
        (
            "de en",
            "Das Boot in Neuhagen kostet 640 US-Dollar.",
            "The Neuhagen boat costs 640 euros.",
            "640 US-Dollar",
            "640 euros",
        ),
        ("pl en", "Lipno leży 250 mil stąd.", "Lipno is 250 kilometres away.", "250 mil", "250 kilometres"),
        ("el en", "Το νησί Λεύκα έχει 300 στρέμματα.", "The island of Lefka has 300 houses.", None, None),
    ],
)
def test_equal_numbers_of_two_units(codes: str, left: str, right: str, own: str | None, other: str | None) -> None:
    found = units(codes, left, right)
    assert len(found) == (own is not None)
    assert not own or found[0][0] == own
    assert not other or found[0][1] == other


@pytest.mark.parametrize(
    ("codes", "left", "right"),
    [
        ("es en", "La casa de Almenara pesa 80 libras.", "The Almenara house weighs 80 pounds."),
        ("es en", "Almenara recibió 500 libras de harina.", "Almenara received 500 pounds of flour."),
        ("de en", "Neuhagen hat 12 Quadratkilometer.", "Neuhagen has 12 square kilometres."),
        ("de en", "Neuhagen zahlt 12 Millionen US-Dollar.", "Neuhagen pays US$12 million."),
        ("fr en", "Valrières est à 7 milles marins.", "Valrières is 7 nautical miles away."),
        ("fr en", "À Valrières, 12 livres ont brûlé.", "In Valrières 12 books burned."),
        ("es en", "Almenara gastó mil euros.", "Almenara spent a thousand euros."),
        ("tr en", "Akpınar 20 mil uzakta.", "Akpınar is 20 miles away."),
        ("ru en", "Поезд в Липное ушёл в 7 часов.", "The train to Lipnoye left at 7."),
        ("ja en", "ミランの店は5年で3店に増えた。", "Milan's shops grew to 3 in 5 years."),
        ("zh en", "工程从2021年开始。", "Work began in 2021."),
        ("sv en", "Affären i Norrvik har öppet 24 timmar.", "The Norrvik shop is open 24 hours."),
        ("cs en", "Studna v Lhotě má 5 metrů.", "The well at Lhota is 5 metres deep."),
        ("it en", "La strada di Pietralta misura 5 metri.", "The road of Pietralta is 5 metres wide."),
    ],
)
def test_what_is_one_unit(codes: str, left: str, right: str) -> None:
    assert units(codes, left, right) == []


def test_a_word_is_found_by_its_beginning() -> None:
    assert word_list("units", "pl").tags("złotych") == {("money", "zloty")}
    assert word_list("units", "tr").tags("mil") == {("length", "mile")}
    assert word_list("units", "es").tags("mil") == frozenset()
    assert word_list("units", "ar").tags("والكيلومترات") == {("length", "kilometer")}
