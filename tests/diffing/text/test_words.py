"""Words in any script: what is shown rebuilds the text, what is compared forgets form and keeps meaning."""

import re
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffing.text.combining_marks import MARKS
from diffing.text.words import LONGEST_PIECE, compared_form, different_forms, word_forms, words

WORDS = {
    "punctuation is a word of its own": ("“Yes,” she said.", ["“", "Yes", ",", "”", "she", "said", "."]),
    "apostrophe inside": ("didn’t l'état rock’n’roll", ["didn’t", "l'état", "rock’n’roll"]),
    "apostrophe at an edge": ("the writers’ ’tis", ["the", "writers", "’", "’", "tis"]),
    "numbers": ("1,482.5 at 10:30, or 3.14.", ["1,482.5", "at", "10:30", ",", "or", "3.14", "."]),
    "currency and per cent": ("$1.5m, 50%", ["$", "1.5m", ",", "50", "%"]),
    "points after single letters": ("U.S. troops, e.g. J. Doe", ["U.S.", "troops", ",", "e.g.", "J", ".", "Doe"]),
    "hyphens part": ("well-known", ["well", "-", "known"]),
    "runs of dots and dashes": ("wait... no--yes — ok", ["wait", "...", "no", "--", "yes", "—", "ok"]),
    "runs of other marks are not one": ("what?!", ["what", "?", "!"]),
    "underscore": ("snake_case", ["snake_case"]),
    "decomposed accents": ("Nicola\u0301s o\u0302u\u0323", ["Nicola\u0301s", "o\u0302u\u0323"]),
    "accents on anything": ("..\u0301 --\u0301 U.S.\u0301 ,\u0301", ["..\u0301", "--\u0301", "U.S.\u0301", ",\u0301"]),
    "soft hyphens": ("ques\u00adtioned", ["ques\u00adtioned"]),
    "Greek": ("Ο Κυριάκος.", ["Ο", "Κυριάκος", "."]),
    "Cyrillic": ("Объявлено, что", ["Объявлено", ",", "что"]),
    "Arabic with vowel points": ("الرَّئيس قال،", ["الرَّئيس", "قال", "،"]),
    "Persian with a joiner": ("می\u200cخواهم", ["می\u200cخواهم"]),
    "Hebrew with points": ("שָׁלוֹם רב", ["שָׁלוֹם", "רב"]),
    "Hindi": ("हिन्दी में।", ["हिन्दी", "में", "।"]),
    "Tamil": ("தமிழ் மொழி", ["தமிழ்", "மொழி"]),
    "Korean": ("대통령은 오늘", ["대통령은", "오늘"]),
    "Han": ("北京大学。", ["北", "京", "大", "学", "。"]),
    "Japanese": ("東京でテレビを見た", ["東", "京", "で", "テレビ", "を", "見", "た"]),
    "half-width katakana": ("ｶﾞﾗｽ", ["ｶﾞﾗｽ"]),
    "Han beside Latin and digits": ("第3次NATO会", ["第", "3", "次", "NATO", "会"]),
    "Thai": ("เด็กไป", ["เด็", "ก", "ไป"]),
    "Khmer": ("ខ្មែរ", ["ខ្", "មែ", "រ"]),
    "emoji with skin tone": ("ok 👍🏽!", ["ok", "👍🏽", "!"]),
    "emoji family": ("👨‍👩‍👧👍", ["👨‍👩‍👧", "👍"]),
    "flags": ("🇫🇷🇩🇪", ["🇫🇷", "🇩🇪"]),
    "keycap": ("1️⃣", ["1️⃣"]),
    "no-break spaces part": ("10\u00a0000\u202f€", ["10", "000", "€"]),
    "no text": ("", []),
    "only space": (" \t\u3000", []),
}


@pytest.mark.parametrize(("text", "expected"), WORDS.values(), ids=WORDS.keys())
def test_words(text: str, expected: list[str]) -> None:
    assert [word.text for word in words(text)] == expected


def test_words_know_their_place_form_and_nature() -> None:
    found = words("“Nicolás didn’t”")
    assert [(word.start, word.end, word.form, word.is_word) for word in found] == [
        (0, 1, "'", False),
        (1, 8, "nicolas", True),
        (9, 15, "didn't", True),
        (15, 16, "'", False),
    ]


@pytest.mark.parametrize("symbol", ["…", "--", "👍🏽", "🇫🇷", "%", "。", "“"])
def test_symbols_are_no_words(symbol: str) -> None:
    assert [word.is_word for word in words(symbol)] == [False]


EQUAL_FORMS = {
    "case": ("Minister", "MINISTER"),
    "sharp s": ("STRASSE", "Straße"),
    "dotless and dotted i": ("Erdoğan İstanbul ısı", "Erdogan Istanbul isi"),
    "final sigma": ("ΟΔΟΣ", "οδός"),
    "Latin accents": ("Nicolás Müller Šćepan", "Nicolas Muller Scepan"),
    "accents as marks of their own": ("Nicola\u0301s", "Nicolás"),
    "Vietnamese": ("Nguyễn Phú Trọng", "Nguyen Phu Trong"),
    "letters with strokes": ("Łódź Đặng Ørsted", "Lodz Dang Orsted"),
    "ligature letters": ("Æsir œuvre", "Aesir oeuvre"),
    "Greek accents": ("Κυριάκος", "Κυριακος"),
    "Arabic vowel points": ("الرَّئيس", "الرئيس"),
    "Hebrew points": ("שָׁלוֹם", "שלום"),
    "curly quotes": ("didn’t ‘a’ “b”", "didn't 'a' 'b'"),
    "double quotes": ('"', "“"),
    "guillemets": ("«", '"'),
    "acute accent as apostrophe": ("´", "'"),
    "grave accent as quote": ("`", "‘"),
    "corner brackets": ("「", "“"),
    "dashes": ("—", "-"),
    "typed dashes": ("--", "–"),
    "minus": ("−5", "-5"),
    "typographic ligature": ("oﬃce", "office"),
    "full-width forms": ("ＮＡＴＯ１２％", "nato12%"),
    "half-width katakana": ("ｶﾞﾗｽ", "ガラス"),
    "ellipsis": ("…", "..."),
    "soft hyphen": ("ques\u00adtioned", "questioned"),
    "zero-width characters": ("a\u200bb\u2060c\ufeff", "abc"),
}


@pytest.mark.parametrize(("text", "other"), EQUAL_FORMS.values(), ids=EQUAL_FORMS.keys())
def test_form_does_not_count(text: str, other: str) -> None:
    assert compared_form(text) == compared_form(other)


DIFFERENT_FORMS = {
    "superscript": ("10²", "102"),
    "fraction": ("1½", "11/2"),
    "circled digit": ("③", "3"),
    "Roman numeral": ("Ⅳ", "IV"),
    "subscript": ("H₂O", "H2O"),
    "digits": ("1,482", "1,483"),
    "point and comma in numbers": ("1,482", "1.482"),
    "sign": ("-5", "5"),
    "Cyrillic short i": ("и", "й"),
    "Cyrillic letters of other languages": ("Г", "Ґ"),
    "voiced kana": ("が", "か"),
    "voiced kana, decomposed": ("か\u3099", "か"),
    "Hindi vowel signs": ("की", "का"),
    "Hindi dot below": ("ड़", "ड"),
    "Thai vowel signs": ("กิ", "กี"),
    "hamza on another letter": ("و", "و\u0654\u0621"),
    "question and exclamation mark": ("?", "!"),
    "quote and comma": ("“", ","),
    "dash and comma": ("—", ","),
    "full stop and ellipsis": (".", "..."),
    "pound and dollar": ("£", "$"),
    "skin tone": ("👍🏽", "👍🏿"),
}


@pytest.mark.parametrize(("text", "other"), DIFFERENT_FORMS.values(), ids=DIFFERENT_FORMS.keys())
def test_meaning_counts(text: str, other: str) -> None:
    assert compared_form(text) != compared_form(other)


MARK = re.compile(f"[{MARKS}]")


def test_the_table_of_marks_holds_nothing_else() -> None:
    others = [
        f"{code:04x}"
        for code in range(sys.maxunicode + 1)
        if MARK.match(chr(code)) and unicodedata.category(chr(code)) not in ("Mn", "Mc", "Me", "Cn")
    ]
    assert others == []


@pytest.mark.skipif(unicodedata.unidata_version != "14.0.0", reason="the table is that of Unicode 14")
def test_the_table_of_marks_holds_every_mark() -> None:
    missing = [
        f"{code:04x}"
        for code in range(sys.maxunicode + 1)
        if unicodedata.category(chr(code)).startswith("M") and not MARK.match(chr(code))
    ]
    assert missing == []


ANY_TEXT = st.one_of(
    st.text(),
    st.text(st.sampled_from("aZ1.,:'’-—… \u00a0\u0301\u200d\u00ad\ufe0f漢かカｶ\u3099กิเ한й👍🏽🇫🇷_\u0e33\u0345")),
)


@given(ANY_TEXT)
def test_words_and_white_space_rebuild_the_text(text: str) -> None:
    end = 0
    for word in words(text):
        gap = text[end : word.start]
        assert not gap or gap.isspace()
        assert text[word.start : word.end] == word.text
        assert word.text
        assert not any(map(str.isspace, word.text))
        end = word.end
    assert not text[end:] or text[end:].isspace()


@given(st.text(st.one_of(st.characters(max_codepoint=0x24F), st.sampled_from("U.S3,:-– …‘’“”€'_\u00ad"))))
def test_western_text_has_the_same_words_by_the_pattern_for_any_script(text: str) -> None:
    western = [word.text for word in words(text)]
    with_a_han_character = [word.text for word in words(f"{text} 北")]
    assert with_a_han_character == [*western, "北"]


@given(ANY_TEXT)
def test_a_mark_stays_with_what_it_stands_on(text: str) -> None:
    for word in words(text):
        if MARK.match(word.text):
            assert word.start == 0 or text[word.start - 1].isspace()


@given(ANY_TEXT)
def test_a_words_form_is_that_of_its_text(text: str) -> None:
    assert all(word.form == compared_form(word.text) for word in words(text))


@given(ANY_TEXT)
def test_the_form_of_a_form_is_itself(text: str) -> None:
    form = compared_form(text)
    assert compared_form(form) == form


@given(ANY_TEXT)
def test_normal_forms_do_not_count(text: str) -> None:
    form = compared_form(text)
    assert compared_form(unicodedata.normalize("NFC", text)) == form
    assert compared_form(unicodedata.normalize("NFD", text)) == form


LETTERS = st.text(st.characters(categories=("Lu", "Ll", "Lt")))


@given(LETTERS)
def test_case_does_not_count(text: str) -> None:
    assert compared_form(text.upper()) == compared_form(text)
    assert compared_form(text.casefold()) == compared_form(text)


@given(
    st.text(st.characters(max_codepoint=0x24F, categories=("Lu", "Ll", "Lt", "Lm", "Lo"))), st.integers(0x300, 0x314)
)
def test_lost_accents_do_not_count(text: str, accent: int) -> None:
    accented = "".join(letter + chr(accent) for letter in text)
    assert compared_form(accented) == compared_form(text)


@given(st.text("0123456789.,:-²½③", min_size=1, max_size=6), st.text("0123456789.,:-²½③", min_size=1, max_size=6))
def test_numbers_keep_every_digit_and_sign(number: str, other: str) -> None:
    # Runs of hyphens are one dash; that is all there is to forget.
    def plain(text: str) -> str:
        return "-" if not text.strip("-") else text

    assert (compared_form(number) == compared_form(other)) == (plain(number) == plain(other))


@given(st.lists(st.text(max_size=2 * LONGEST_PIECE), max_size=4))
def test_forms_are_those_of_the_words(texts: list[str]) -> None:
    listed = [[word.form for word in words(text) if word.is_word] for text in texts]
    assert [word_forms(text) for text in texts] == listed
    assert different_forms(texts) == {form for forms in listed for form in forms}
