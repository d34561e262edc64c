"""The place that a paragraph opens with."""

import pytest

from diffing.text.place_lines import place_line


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("KARLSUND - Mayor Lind asked for patience.", "KARLSUND"),
        ("FOZ VELHA — A presidente pediu calma.", "FOZ VELHA"),
        ("LOMERA.- La concejala pidió paciencia.", "LOMERA"),
        ("DALBY (Ritzau) - The ministry is empty.", "DALBY"),
        ("LOMERA (Agencia).- El pleno votó.", "LOMERA"),
        ("BRENNTAL. Der Rat hat abgestimmt.", "BRENNTAL"),
        ("КАМЕНЕЦ – Мост закрыли.", "КАМЕНЕЦ"),
    ],
)
def test_a_report_opens_with_a_place(text: str, place: str) -> None:
    assert place_line(text) == place


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Karlsund - the town - sleeps.",
        "NATO met on Monday - and parted.",
        "A - B",
        "青石镇 - 老桥将于五月拆除。",
        "THE COUNCIL OF THE COUNTY OF KARLSUND AND ITS ISLANDS - a short history",
    ],
)
def test_other_paragraphs_do_not(text: str) -> None:
    assert not place_line(text)
