"""Labels are numbers that count parts of a text; a number that says something is none."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diffing.text.labels import label_ranges
from diffing.text.note_marks import note_marks, without_note_marks
from tests.conftest import scaled


@pytest.mark.parametrize(
    ("texts", "language", "expected"),
    [
        pytest.param(["2. Widen the road."], "en", [["2."]], id="an item"),
        pytest.param(["2. Die Straße verbreitern."], "de", [[]], id="an ordinal, perhaps"),
        pytest.param(["2. Die Straße", "3. Der Hafen"], "de", [["2."], ["3."]], id="items in German"),
        pytest.param(["2. Platz: Anna", "3. Platz: Bert"], "de", [[], []], id="ordinals in German"),
        pytest.param(["2. Die Straße", "Text", "3. Der Hafen"], "", [["2."], [], ["3."]], id="an unknown language"),
        pytest.param(["3. Mai: Der Rat tagt.", "4. Mai: Er geht."], "", [[], []], id="dates of a language"),
        pytest.param(["2) one", "(3) two", "[4] three"], "", [["2)"], ["(3)"], ["[4]"]], id="brackets"),
        pytest.param(["• 2) one"], "", [["2)"]], id="behind a bullet"),
        pytest.param(["§ 3 Gebühren", "§ 3a Fristen"], "de", [["§ 3"], ["§ 3a"]], id="sections of a law"),
        pytest.param(["3.2 Harbour fees", "3.3 Ferry fares"], "en", [["3.2"], ["3.3"]], id="sections"),
        pytest.param(
            ["3 Fees", "3.1 Harbour fees", "3.1.1 Boats"], "en", [["3"], ["3.1"], ["3.1.1"]], id="deep sections"
        ),
        pytest.param(["3 Tote", "4 Verletzte"], "de", [[], []], id="figures that follow each other"),
        pytest.param(["12 Frauen und 13 Herren"], "de", [[]], id="two figures in a sentence"),
        pytest.param(["#2 It rings", "#3 Its owner"], "en", [["#2"], ["#3"]], id="number signs"),
        pytest.param(["Step 2: Stop", "Step 3: Cover"], "en", [["2"], ["3"]], id="behind a word"),
        pytest.param(["Gate 4: The flight leaves"], "en", [[]], id="behind a word, alone"),
        pytest.param(["2.5 million fled", "2.6 million stayed"], "en", [[], []], id="decimals"),
        pytest.param(["2.5 Tonnen Kohle"], "de", [[]], id="a decimal before a noun"),
        pytest.param(["12 people died", "1,5 m"], "en", [[], []], id="figures"),
        pytest.param(["It builds: (1) a road, (2) a pier."], "en", [["(1)", "(2)"]], id="parts of a sentence"),
        pytest.param(["1. Roof 2. Pipe 3. Rail"], "", [["1.", "2.", "3."]], id="a list in one paragraph"),
        pytest.param(["Anna (1), Bert (2) and Carl (3)"], "en", [[]], id="ages"),
        pytest.param(["2、修复栏杆。", "3、油漆。"], "zh", [["2、"], ["3、"]], id="Chinese items"),
    ],
)
def test_labels(texts: list[str], language: str, expected: list[list[str]]) -> None:
    found = label_ranges(texts, language)
    assert [[text[start:end] for start, end in ranges] for text, ranges in zip(texts, found, strict=True)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Four million.[1] It was.[23]", ["[1]", "[23]"], id="behind sentences"),
        pytest.param("rose [3], and is low [4, 5].", [" [3]", " [4, 5]"], id="inside a sentence"),
        pytest.param("rose [3] and fell [4].", [" [3]", " [4]"], id="beside a certain one"),
        pytest.param("“we lost [12] men”", [], id="words of the editor"),
        pytest.param("lo mantiene.[nota 2]", ["[nota 2]"], id="with a word"),
        pytest.param("crowns.¹ It,² pier¹² and x³", ["¹", "²", "¹²"], id="superscripts"),
        pytest.param("40 km², 10² and x²", [], id="powers"),
        pytest.param("It was paid.(2) So. (3)", ["(2)", " (3)"], id="round brackets behind a sentence"),
        pytest.param("The young (12) and Anna (13).", [], id="figures in brackets"),
        pytest.param("the [pier](https://a.b) and [1](https://a.b)", [], id="links"),
        pytest.param("[1] Accounts of the county", [], id="a mark that opens a text is a label"),
    ],
)
def test_note_marks(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in note_marks(text)] == expected


def test_a_text_without_its_note_marks() -> None:
    assert without_note_marks("Four million.[1] It was so [2].") == "Four million. It was so."
    assert without_note_marks("Anna (12) left.") == "Anna (12) left."


@settings(max_examples=scaled(300))
@given(st.lists(st.text("12.)([]§ ¹aA:、\n") | st.text(), max_size=5), st.sampled_from(("", "de", "en")))
def test_ranges_rise_and_stay_inside(texts: list[str], language: str) -> None:
    for text, ranges in zip(texts, label_ranges(texts, language), strict=True):
        edges = [edge for one in ranges for edge in one]
        assert edges == sorted(edges)
        assert all(0 <= start < end <= len(text) for start, end in ranges)
