"""What equal words are set differently in, by name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffing.model import Op, Span
from diffing.text.typography import SetDifferently, Setting, set_differently, settings
from diffing.text.words import compared_form

CASES = [
    ('"', "“", ["quotes"]),
    ("«", '"', ["quotes"]),
    ("didn't", "didn’t", ["quotes"]),
    ("`", "‘", ["quotes"]),
    ("-", "–", ["dash"]),
    ("--", "—", ["dash"]),
    ("10-15", "10–15", ["dash"]),
    ("hangers --", "hangers—", ["dash"]),
    ("long-term", "long term", ["hyphen"]),
    ("non-native", "nonnative", ["hyphen"]),
    ("non-native", "non\u2011native", ["hyphen"]),
    ("co\xadoperate", "cooperate", ["hyphen"]),
    ("...", "…", ["ellipsis"]),
    (". . .", "…", ["ellipsis"]),
    ("the", "The", ["case"]),
    ("straße", "STRASSE", ["case"]),
    ("Nicolas", "Nicolás", ["accents"]),
    ("Nicols", "Nicolás", ["accents"]),
    ("Lodz", "Łódź", ["accents"]),
    ("Küste", "Kueste", ["accents"]),
    ("daß", "dass", ["spelling"]),
    ("ещё", "Еще", ["case", "spelling"]),
    ("الجســر", "الجسر", ["spelling"]),
    ("كبيرة", "کبیرة", ["spelling"]),
    ("橋樑", "桥梁", ["script"]),
    ("Љубић", "Ljubić", ["script"]),
    ("Љубић", "Ljubic", ["accents", "script"]),
    ("٣٠٠", "300", ["script"]),
    ("''", "”", ["quotes"]),
    ("שלום", "שָׁלוֹם", ["accents"]),
    ("Nicola\u0301s", "Nicolás", ["Unicode form"]),
    ("ﬁrst", "first", ["Unicode form"]),
    ("Ａ", "A", ["Unicode form"]),
    ("40 km", "40\xa0km", ["space"]),
    ("a\u200bb", "ab", ["space"]),
    ("NICOLAS", "Nicolás", ["case", "accents"]),
    ("NICOLS", "Nicolás", ["case", "accents"]),
    ("Didn't", "didn’t", ["quotes", "case"]),
    ("Ｄidn't", "Didn’t", ["quotes", "Unicode form"]),
    ("crowns.[1]", "crowns.", ["note marks"]),
    ("Crowns.[1]", "crowns.²", ["case", "note marks"]),
    ("Crowns.[1]", "crowns.[1]", ["case"]),
    # What one class explains is not named twice.
    ("ﬁRST", "first", ["case"]),
]


@pytest.mark.parametrize(("left", "right", "names"), CASES)
def test_the_settings_of_two_words(left: str, right: str, names: list[str]) -> None:
    assert [setting.value for setting in settings(left, right)] == names
    assert settings(right, left) == settings(left, right)


# Few enough characters that two texts of them often count as equal.
SETTINGS = st.text("aAáÁ\u0301’'\"–-—….\xad\u200b\xa0ﬁＡ²İıßø\u05b4\u0628", max_size=3)


@given(SETTINGS | st.text(max_size=8), SETTINGS | st.text(max_size=8))
def test_what_counts_as_equal_differs_in_something(left: str, right: str) -> None:
    if left != right and compared_form(left) == compared_form(right):
        assert settings(left, right)
    # Whatever it is given, it names; it never fails.
    assert set(settings(left, right)) <= set(Setting)


def typographic(left: str, right: str) -> Span:
    return Span(Op.EQUAL, left, right, typographic=True)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (" «casi ", "“Casi", [("quotes", "«", "“"), ("case", "casi", "Casi")]),
        ("40 ", "40\xa0", [("space", "40 ", "40\xa0")]),
        ("the ", "The", [("case", "the", "The")]),
        ("hangers -- ", "hangers—", [("dash", "--", "—")]),
        ("One.\nTwo", "one. Two", [("case", "One", "one")]),
        ("long-term ", "long term ", [("hyphen", "long-term", "long term")]),
    ],
)
def test_the_words_of_a_span(left: str, right: str, expected: list[tuple[str, str, str]]) -> None:
    assert list(set_differently([typographic(left, right)])) == [
        SetDifferently(Setting(setting), own, other) for setting, own, other in expected
    ]


def test_only_typographic_spans_are_asked() -> None:
    spans = [Span(Op.EQUAL, "a  b", "a b"), Span(Op.REPLACE, "The", "the cat"), typographic("A", "a")]
    assert [found.left for found in set_differently(spans)] == ["A"]
