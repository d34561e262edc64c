"""Strings of markup are no quotations, and a line that is a picture stands by itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffing.text.markup import is_picture, markup_ranges, without_markup_strings
from diffing.text.paragraphs import paragraphs


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ('![A "white" swan](swan.jpg "Early")', 2),
        ('<img alt="Two swans"> "No," she said.', 2),
        ('See [it](a.html "Plan"){width="5" title=\'x\'} here.', 0),
        ('He wrote {"quoted"} in braces.', 2),
        ('[1]: https://lindvik.example "The club"', 0),
        ('"Yes," (he said) "no" < 3', 4),
    ],
)
def test_marks_of_markup(text: str, kept: int) -> None:
    shown = without_markup_strings(text)
    assert len(shown) == len(text)
    assert shown.count('"') + shown.count("'") == kept


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("![](a.png)", True),
        ("[![A swan](a.png)](a.html)", True),
        ('![A](a.png "B"){width=5} ![C](d.png)', True),
        ('<figure class="wide"><img src="a.png"></figure>', True),
        ("![A](a.png) A swan.", False),
        ("<b>", False),
        ("[A](a.html)", False),
        ("", False),
    ],
)
def test_pictures(line: str, expected: bool) -> None:
    assert is_picture(line) is expected


@given(st.text(st.sampled_from("<>![](){}\"'=a \n"), max_size=40))
def test_any_text_keeps_its_length(text: str) -> None:
    assert len(without_markup_strings(text)) == len(text)
    is_picture(text)


def test_a_picture_is_a_paragraph_of_its_own() -> None:
    text = "One line\nof prose.\n![](a.png)\nMore of\nit.\n\n![](b.png)\n![](c.png)\n"
    assert [paragraph.text for paragraph in paragraphs(text)] == [
        "One line of prose.",
        "![](a.png)",
        "More of it.",
        "![](b.png)",
        "![](c.png)",
    ]


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        ('![A swan](swan.jpg "Monday") on Monday', ['](swan.jpg "Monday")']),
        ('<img alt="Monday"> on Monday', ['<img alt="Monday">']),
        ('"Monday" [is](a-2031.html) a day', ["](a-2031.html)"]),
        ("A swan {width=80% .wide} {in brackets}", ["{width=80% .wide}"]),
        ("on Monday", []),
    ],
)
def test_the_ranges_of_values_in_markup(text: str, markup: list[str]) -> None:
    assert [text[start:end] for start, end in markup_ranges(text)] == markup
