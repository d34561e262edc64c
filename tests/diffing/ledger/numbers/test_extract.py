"""Numbers and quantities found in a text, with what they count and how exactly they are told."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffing.ledger.language.lexicon import lexicon
from diffing.ledger.numbers.extract import Quantity, quantities
from diffing.ledger.numbers.figures import decimal_separator, value_of
from diffing.ledger.numbers.number_words import NumberWords, number_words
from diffing.ledger.numbers.rounding import is_rounded
from diffing.text.folding import folded
from diffing.text.reading import ReadText
from tests.diffing.ledger.looking import Looking


def found(text: str, language: str = "en") -> list[Quantity]:
    words = number_words(language)
    return list(quantities(ReadText(text), words, words.decimal))


def told(text: str, language: str = "en") -> list[tuple[str, float | tuple[float, float], str]]:
    """The words, the value in the base of its kind, and the kind with its unit."""
    return [
        (
            text[one.start : one.end],
            float(one.low) if one.low == one.high else (float(one.low), float(one.high)),
            f"{one.kind} {one.unit}".strip(),
        )
        for one in found(text, language)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12 people", [("12", 12, "count")]),
        ("twelve people", [("twelve", 12, "count")]),
        ("a dozen eggs", [("a dozen", 12, "count")]),
        ("two dozen eggs", [("two dozen", 24, "count")]),
        ("half a million", [("half a million", 500_000, "count")]),
        ("two and a half years", [("two and a half years", 2.5 * 31_557_600, "duration")]),
        ("one and a half million", [("one and a half million", 1_500_000, "count")]),
        ("two-and-a-half years", [("two-and-a-half years", 2.5 * 31_557_600, "duration")]),
        ("two years and a half ago", [("two years and a half", 2.5 * 31_557_600, "duration")]),
        (
            "two years and a half-million dollars",
            [("two years", 2 * 31_557_600, "duration"), ("a half-million dollars", 500_000, "money USD")],
        ),
        ("a quarter of a million", [("a quarter of a million", 250_000, "count")]),
        ("three quarters of a million euros", [("three quarters of a million euros", 750_000, "money EUR")]),
        ("a half million people", [("a half million", 500_000, "count")]),
        ("a third of a group, a third million", [("a third", 100 / 3, "percent"), ("third", 3, "ordinal")]),
        ("two hundred and fifty thousand", [("two hundred and fifty thousand", 250_000, "count")]),
        (
            "sixty-five thousand four hundred and three",
            [("sixty-five thousand four hundred and three", 65_403, "count")],
        ),
        ("one hundred and two hundred", [("one hundred", 100, "count"), ("two hundred", 200, "count")]),
        ("twenty‑five", [("twenty‑five", 25, "count")]),
        ("a three-quarter-point rise", [("three-quarter-point", 0.75, "points")]),
        ("three quarter-point rises", [("three", 3, "count"), ("quarter-point", 0.25, "points")]),
        ("12th and twelfth", [("12th", 12, "ordinal"), ("twelfth", 12, "ordinal")]),
        (
            "96%, 96 percent, 96 per cent",
            [("96%", 96, "percent"), ("96 percent", 96, "percent"), ("96 per cent", 96, "percent")],
        ),
        (
            "half of them, a third, two-thirds",
            [("half of", 50, "percent"), ("a third", 100 / 3, "percent"), ("two-thirds", 200 / 3, "percent")],
        ),
        ("one in five, 1 in 5", [("one in five", 20, "percent"), ("1 in 5", 20, "percent")]),
        ("fell by a fifth in May", [("a fifth", 20, "percent")]),
        ("for a fifth man", [("fifth", 5, "ordinal")]),
        ("3 percentage points", [("3 percentage points", 3, "points")]),
        ("$1.5bn", [("$1.5bn", 1.5e9, "money USD")]),
        ("USD1,250 or EUR 1,250.50", [("USD1,250", 1250, "money USD"), ("EUR 1,250.50", 1250.5, "money EUR")]),
        ("GBP 30m and CHF 20 million", [("GBP 30m", 3e7, "money GBP"), ("CHF 20 million", 2e7, "money CHF")]),
        (
            "Rs 500, Rs500 crore, NT$20",
            [("Rs 500", 500, "money INR"), ("Rs500 crore", 5e9, "money INR"), ("NT$20", 20, "money TWD")],
        ),
        ("30 SEK, 30 US$ and 5%", [("30 SEK", 30, "money SEK"), ("30 US$", 30, "money USD"), ("5%", 5, "percent")]),
        ("3 million Canadian dollars", [("3 million Canadian dollars", 3e6, "money CAD")]),
        ("the rub 5 of them had, 5 rub out", [("5", 5, "count"), ("5", 5, "count")]),
        ("1.5 billion dollars", [("1.5 billion dollars", 1.5e9, "money USD")]),
        ("US$1,500 million", [("US$1,500 million", 1.5e9, "money USD")]),
        ("£5m and 5 million pounds", [("£5m", 5e6, "money GBP"), ("5 million pounds", 5e6, "money GBP")]),
        (
            "€20 and 20 € and 20 euros",
            [("€20", 20, "money EUR"), ("20 €", 20, "money EUR"), ("20 euros", 20, "money EUR")],
        ),
        ("100 £1m prizes", [("100", 100, "count"), ("£1m", 1e6, "money GBP")]),
        ("$5-7 million", [("$5-7 million", (5e6, 7e6), "money USD")]),
        ("two to three million", [("two to three million", (2e6, 3e6), "count")]),
        ("between 10 and 12 people", [("10 and 12", (10, 12), "count")]),
        ("10-12%", [("10-12%", (10, 12), "percent")]),
        ("from 5 to 7", [("5", 5, "count"), ("7", 7, "count")]),
        ("won 2-1, 1-2 at home", [("2-1", (2, 1), "score"), ("1-2", (1, 2), "score")]),
        ("10-12 people", [("10-12", (10, 12), "count")]),
        (
            "10⁶ litres, 1.5 × 10⁶ m, 2x10^-3 g",
            [("10⁶ litres", 10**6, "volume"), ("1.5 × 10⁶ m", 1_500_000, "length"), ("2x10^-3 g", 0.002, "weight")],
        ),
        ("in 14² it said, 10¹ people", [("14", 14, "count"), ("10", 10, "count")]),
        (
            "5 km, 5km, 5,000 metres",
            [("5 km", 5000, "length"), ("5km", 5000, "length"), ("5,000 metres", 5000, "length")],
        ),
        ("3.4m people, a 5m wall", [("3.4m", 3.4e6, "count"), ("5m", 5, "length")]),
        ("twice, three times", [("twice", 2, "times"), ("three times", 3, "times")]),
        ("½ cup, 2½ cups, 3/4 cup", [("½", 0.5, "count"), ("2½", 2.5, "count"), ("3/4", 0.75, "count")]),
        ("dozens of them", [("dozens", (24, 1000), "count")]),
        ("hundreds of thousands of men", [("hundreds of thousands", (200_000, 10_000_000), "count")]),
        ("20C and 20 degrees", [("20C", 20, "heat C"), ("20 degrees", 20, "heat degree")]),
        ("١٢ and １２", [("١٢", 12, "count"), ("１２", 12, "count")]),
        ("a 90-year-old", [("90-year-old", 90 * 31_557_600, "duration")]),
        ("5\u202f300 and 12 345 678", [("5\u202f300", 5300, "count"), ("12 345 678", 12_345_678, "count")]),
        ("the office at 12 Old Quarn Street was closed", [("12", 12, "label")]),
        ("at 12 Quarn Street, near the mill", [("12", 12, "label")]),
        ("some 12 Quarn Street offices were closed", [("12", 12, "count")]),
        ("the party of 12 Quarn men walked along the street", [("12", 12, "count")]),
        ("twelve Quarn Street", [("twelve", 12, "count")]),
        ("Room 5 300 people", [("5", 5, "label"), ("300", 300, "count")]),
        ("In room 12 and on a Boeing 737", [("12", 12, "label"), ("737", 737, "label")]),
        ("the song Sweet Sixteen is", [("Sixteen", 16, "label")]),
        ("Storm Kills Twelve People", [("Twelve", 12, "count")]),
        ("They came. Killed 12 people", [("12", 12, "count")]),
        ("a 5G mast, and lamps of 800lm", [("5G", 5, "lettered g"), ("800lm", 800, "lettered lm")]),
    ],
)
def test_quantities_are_found(text: str, expected: list[tuple[str, float, str]]) -> None:
    nearly: list[object] = [(words, pytest.approx(value), kind) for words, value, kind in expected]
    assert told(text) == nearly


@pytest.mark.parametrize(
    "text",
    [
        "M23, G7, COVID-19, F-16, U2, b2b, 4x4",
        "24/7 and 9/11",
        "192.168.1.1 and 1.2.3",
        "hundred, million, no dozen",
        "half-brother, halfway, a quarter-final",
        "someone, none, tense, often, weight, freight",
        "test scores are low",
        "9" * 5000,
    ],
)
def test_what_only_looks_like_a_quantity_is_none(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "weak"),
    [
        ("One of them", True),
        ("no one", True),
        ("the two leaders", True),
        ("both men", True),
        ("two leaders", False),
        ("the 33 miners", False),
        ("First, he said", True),
        ("a second later", True),
        ("the twelfth man", False),
        ("several men", True),
        ("dozens of men", False),
        ("Article 5", True),
    ],
)
def test_with_some_nothing_is_lost(text: str, weak: bool) -> None:
    assert [one.weak for one in found(text)] == [weak]


@pytest.mark.parametrize(
    ("text", "approximator", "whole"),
    [
        ("nearly 1,500", "nearly", "nearly 1,500"),
        ("more than 300", "more than", "more than 300"),
        ("no more than 300", "at most", "no more than 300"),
        ("at least a dozen", "at least", "at least a dozen"),
        ("10 or so", "about", "10 or so"),
        ("70,000-plus people", "at least", "70,000-plus"),
        ("about 300", "about", "about 300"),
        ("the 300", "", "300"),
        ("a level of ≤ 300", "at most", "≤ 300"),
        ("a level of ≥300", "at least", "≥300"),
        ("a level of <300", "less than", "<300"),
        ("a level of > 300", "more than", "> 300"),
        ("a level of ≈300", "about", "≈300"),
        ("a level of ~300", "about", "~300"),
        ("> 300 left", "", "300"),
    ],
)
def test_how_exactly_a_number_is_told(text: str, approximator: str, whole: str) -> None:
    (only,) = found(text)
    assert only.approximator == approximator
    assert text[slice(*only.whole)] == whole


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("12 people were killed", "people"),
        ("12 Syrian civilians", "Syrian civilians"),
        ("12 of the men and", "men"),
        ("12 divers nearly hours later", "divers"),
        ("12 homes still dark", "homes"),
        ("12 told to leave", ""),
        ("12, people", ""),
        ("12 in all", ""),
        ("80 firefighters fought the blaze", "firefighters"),
        ("40 boats burned", "boats"),
        ("12 women joined", "women"),
        ("212 aboard", ""),
        ("12 sports cars", "sports cars"),
        ("12 previous owners", "previous owners"),
        ("12 enormous sheep", "enormous sheep"),
        ("12 Texas police", "Texas police"),
        ("12 nurses dead", "nurses dead"),
    ],
)
def test_what_is_counted(text: str, noun: str) -> None:
    assert [one.noun for one in found(text)] == [noun]


@pytest.mark.parametrize(
    ("text", "language", "noun"),
    [
        ("It took 140 divers nearly nine hours.", "en", "divers"),
        ("It took 12 boats two days.", "en", "boats"),
        ("Quatre hommes blessés étaient à l'abri.", "fr", "hommes blessés"),
        ("Ayer 30 bomberos apagaron el fuego.", "es", "bomberos"),
        ("Las 32 personas murieron ayer.", "es", "personas murieron"),
        ("Ayer 17 de ellas salieron.", "es", ""),
        ("Ontem 30 bombeiros apagaram o fogo.", "pt", "bombeiros"),
        ("Il a fallu 30 plongeurs presque douze heures.", "fr", "plongeurs"),
        ("Necesitaron 30 buzos casi doce horas.", "es", "buzos"),
        ("Dafür brauchten 30 taucher fast zwölf Stunden.", "de", "taucher"),
        ("Ci sono voluti 30 sommozzatori quasi dodici ore.", "it", "sommozzatori"),
    ],
)
def test_the_next_number_is_not_counted(text: str, language: str, noun: str) -> None:
    assert found(text, language)[0].noun == noun


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("es", "Dos mil millones de dólares", [("Dos mil millones de dólares", 2e9, "money USD")]),
        ("es", "1.482 personas y 1,5 millones", [("1.482", 1482, "count"), ("1,5 millones", 1.5e6, "count")]),
        (
            "es",
            "treinta y dos, veintidós, mil personas",
            [("treinta y dos", 32, "count"), ("veintidós", 22, "count"), ("mil", 1000, "count")],
        ),
        ("es", "el 96 % y el 20 por ciento", [("96 %", 96, "percent"), ("20 por ciento", 20, "percent")]),
        ("es", "la mitad de los", [("la mitad de", 50, "percent")]),
        (
            "es",
            "el vigésimo segundo año, el decimotercer día",
            [("vigésimo segundo", 22, "ordinal"), ("decimotercer", 13, "ordinal")],
        ),
        (
            "pt",
            "o décimo segundo ano, segundo dois ministros, um segundo",
            [("décimo segundo", 12, "ordinal"), ("dois", 2, "count")],
        ),
        (
            "fr",
            "le vingt et unième, le dix-neuvième",
            [("vingt et unième", 21, "ordinal"), ("dix-neuvième", 19, "ordinal")],
        ),
        ("fr", "un deuxième but, un homme", [("deuxième", 2, "ordinal")]),
        ("de", "ein zweites Tor, ein Mann", [("zweites", 2, "ordinal")]),
        ("es", "un tercer gol, un hombre", [("tercer", 3, "ordinal")]),
        ("nl", "een tweede man, een man", [("tweede", 2, "ordinal")]),
        ("it", "il ventiduesimo, la ventunesima", [("ventiduesimo", 22, "ordinal"), ("ventunesima", 21, "ordinal")]),
        (
            "fr",
            "une personne sur cinq, un homme sur le quai, un livre sur 12 pages",
            [("une personne sur cinq", 20, "percent"), ("12", 12, "count")],
        ),
        ("fr", "une voiture sur 300 mètres", [("300 mètres", 300, "length")]),
        ("nl", "een op de vijf kiezers", [("een op de vijf", 20, "percent")]),
        ("pt", "um em cada cinco", [("um em cada cinco", 20, "percent")]),
        ("fr", "3 millions de francs suisses", [("3 millions de francs suisses", 3e6, "money CHF")]),
        ("fr", "30 $US et 20 $CA", [("30 $US", 30, "money USD"), ("20 $CA", 20, "money CAD")]),
        ("de", "mit zwei kanadischen Dollar", [("zwei kanadischen Dollar", 2, "money CAD")]),
        ("ru", "пять канадских долларов", [("пять канадских долларов", 5, "money CAD")]),
        ("es", "dos horas y media", [("dos horas y media", 9000, "duration")]),
        ("es", "un cuarto de millón", [("un cuarto de millón", 250_000, "count")]),
        ("it", "due anni e mezzo", [("due anni e mezzo", 2.5 * 31_557_600, "duration")]),
        ("de", "zweieinhalb Millionen Euro", [("zweieinhalb Millionen Euro", 2.5e6, "money EUR")]),
        (
            "de",
            "anderthalb Stunden, dreieinhalb Prozent",
            [("anderthalb Stunden", 5400, "duration"), ("dreieinhalb Prozent", 3.5, "percent")],
        ),
        (
            "nl",
            "anderhalf miljoen, drieënhalf uur",
            [("anderhalf miljoen", 1.5e6, "count"), ("drieënhalf uur", 12_600, "duration")],
        ),
        (
            "ru",
            "полтора миллиона, полтора часа",
            [("полтора миллиона", 1.5e6, "count"), ("полтора часа", 5400, "duration")],
        ),
        (
            "fr",
            "quatre-vingt-dix-sept et soixante et onze",
            [("quatre-vingt-dix-sept", 97, "count"), ("soixante et onze", 71, "count")],
        ),
        ("fr", "deux cents millions d’euros", [("deux cents millions d’euros", 2e8, "money EUR")]),
        ("fr", "1 482 morts, 1,5 milliard", [("1 482", 1482, "count"), ("1,5 milliard", 1.5e9, "count")]),
        ("fr", "mille deux cents, plus de 20 %", [("mille deux cents", 1200, "count"), ("20 %", 20, "percent")]),
        ("ja", "1億2000万人に5千億円", [("1億2000万", 1.2e8, "count"), ("5千億円", 5e11, "money JPY")]),
        ("ko", "3만 5천 명과 5천억 원", [("3만 5천", 35_000, "count"), ("5천억", 5e11, "count")]),
        ("ko", "1억2천만 명, 2천여 명", [("1억2천만", 1.2e8, "count"), ("2천", 2000, "count")]),
        (
            "zh",
            "3万5千人走了3千米，2千克",
            [("3万5千", 35_000, "count"), ("3千米", 3000, "length"), ("2千克", 2000, "weight")],
        ),
        ("tr", "yüzde 7, %12,5 ve % 8", [("yüzde 7", 7, "percent"), ("%12,5", 12.5, "percent"), ("% 8", 8, "percent")]),
        ("sv", "7 procent, 7 kilometer", [("7 procent", 7, "percent"), ("7 kilometer", 7000, "length")]),
        ("sw", "milioni 3 na asilimia 7", [("milioni 3", 3e6, "count"), ("asilimia 7", 7, "percent")]),
        ("", "1.482 Menschen, 20%, $5", [("1.482", 1482, "count"), ("20%", 20, "percent"), ("$5", 5, "money USD")]),
    ],
)
def test_other_languages(language: str, text: str, expected: list[tuple[str, float, str]]) -> None:
    assert told(text, language) == expected


@pytest.mark.parametrize(
    ("figure", "decimal", "value"),
    [
        ("1,482", ".", 1482),
        ("1.482", ".", Fraction(1482, 1000)),
        ("1.482", ",", 1482),
        ("1,482", ",", Fraction(1482, 1000)),
        ("1.482", "", 1482),
        ("0.482", "", Fraction(482, 1000)),
        ("1,482.5", ",", Fraction(14825, 10)),
        ("1.482,5", ".", Fraction(14825, 10)),
        ("1'482", ".", 1482),
        ("1 482,5", ".", Fraction(14825, 10)),
        ("14,82,500", ".", 1482500),
        ("1,482,000", ",", 1482000),
        ("1.2.3", ".", None),
        ("1,2", ".", Fraction(12, 10)),
    ],
)
def test_what_figures_say(figure: str, decimal: str, value: Fraction | int | None) -> None:
    assert value_of(figure, decimal) == value


@pytest.mark.parametrize(
    ("texts", "usual", "expected"),
    [
        (["1.482 people and 2,5 per cent"], ".", ","),
        (["1,482 people and 2.5 per cent"], ",", "."),
        (["1.482 people"], ",", ","),
        (["1.482 people"], "", ""),
        (["1.482.000 people"], ".", ","),
        (["45,000 personas y 1,482 barcos"], ",", "."),
        (["1,000 litros"], ",", ","),
    ],
)
def test_an_article_shows_how_it_writes_decimals(texts: list[str], usual: str, expected: str) -> None:
    assert decimal_separator(texts, usual) == expected


@pytest.mark.parametrize(
    ("exact", "rough", "approximator", "expected"),
    [
        ("1482", "1500", "nearly", True),
        ("1482", "1500", "", True),
        ("1482", "1600", "nearly", True),
        ("1482", "1600", "", False),
        ("1482", "1000", "more than", True),
        ("1482", "1500", "more than", False),
        ("12", "10", "about", True),
        ("12", "10", "", False),
        ("103", "100", "nearly", False),
        ("96.4", "96", "", True),
        ("96", "96.4", "", False),
        ("21", "20", "", False),
        ("5", "5", "about", False),
        ("100/3", "33", "", True),
        ("0", "10", "about", False),
    ],
)
def test_rounding_is_told_from_change(exact: str, rough: str, approximator: str, expected: bool) -> None:
    assert is_rounded(Fraction(exact), Fraction(rough), approximator) is expected


@given(st.text(max_size=80), st.sampled_from(["en", "es", "fr", "", "xx"]), st.sampled_from([".", ",", ""]))
def test_any_text_can_be_searched(text: str, language: str, decimal: str) -> None:
    ends = 0
    for one in quantities(ReadText(text), number_words(language), decimal):
        assert ends <= one.start < one.end <= len(text)
        assert one.whole[0] <= one.start
        assert one.end <= one.whole[1]
        ends = one.end


_PARTS = [
    *(
        "5",
        "12",
        "1,5",
        ".",
        ",",
        " ",
        " ",
        "-",
        "/",
        "$",
        "%",
        "m",
        "bn",
        "million",
        "hundred",
        "and",
        "two",
        "a",
        "half",
    ),
    *("to", "between", "in", "of", "th", "dozens", "people", "é", "e\u0301", "\xad", "\ud800", "\0", "½", "'"),
]


@given(st.lists(st.sampled_from(_PARTS), max_size=16).map("".join), st.sampled_from(["en", "es", "fr", ""]))
def test_pieces_of_numbers_can_be_searched(text: str, language: str) -> None:
    words = number_words(language)
    ends = 0
    for one in quantities(ReadText(text), words, words.decimal):
        assert ends <= one.start < one.end <= len(text)
        ends = one.end


def test_what_is_taken_is_left_alone() -> None:
    text = "In 2019 12 people, e\u0301 5 May 7 men"
    words = number_words("en")
    places = [(3, 7), (text.index("5 May"), text.index("5 May") + 5)]
    assert [text[one.start : one.end] for one in quantities(ReadText(text), words, ".", places)] == ["12", "7"]
    # What is taken begins with a character that has no form.
    text = "2021\u200b5.40am 3"
    assert [text[one.start : one.end] for one in quantities(ReadText(text), words, ".", [(4, 11)])] == ["2021", "3"]


@pytest.mark.parametrize(
    "piece", ["1 ", "1.", "two ", "two hundred ", "million ", "1-", "between ", "$", "5 million ", "and "]
)
def test_twice_the_text_is_looked_at_twice_as_often(piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    words = number_words("en")
    number_patterns = words.patterns.of(None)

    def looked_at(times: int) -> int:
        looking = Looking(number_patterns.begins.of(""))
        monkeypatch.setattr(number_patterns, "begins", looking.pattern)
        list(quantities(ReadText(piece * times), words, "."))
        return looking.looked_at

    once, twice = looked_at(500), looked_at(1_000)
    assert twice <= 2.1 * once
    # No number begins with 'between' or 'and', which are left out without a look.
    assert bool(once) == (piece not in ("between ", "and "))


@pytest.mark.parametrize("language", ["en", "es", "fr"])
def test_every_word_of_the_tables_can_begin_a_number(language: str) -> None:
    """The pattern checks the first letters of a word before it tries all kinds of numbers."""
    words, table = number_words(language), lexicon(language)["numbers"]
    alone = {*words.words, *words.ordinals, *words.vague, *words.parts, *words.spans, *words.times, *words.magnitudes}
    alone |= {f"{one} {magnitude}" for one in table["a"] for magnitude in words.magnitudes}
    alone |= {"12", "1.5", "½", "$12", "3½", "$ 5"}
    assert [text for text in alone if not _is_number(folded(text).text, words)] == []


def _is_number(text: str, words: NumberWords) -> bool:
    """Return whether a number can begin with a folded text, and the whole of it is one."""
    patterns = words.patterns.of(None)
    return patterns.begins.of(text).match(text) is not None and patterns.number.fullmatch(text) is not None
