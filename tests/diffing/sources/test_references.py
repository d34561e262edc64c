"""Character references become characters where a text uses them, and stay where it speaks of them."""

import unicodedata

import pytest

from diffing.sources.plain import SourceText, article
from diffing.sources.references import decoded

USED = [
    ("AT&amp;T won.", "AT&T won."),
    ("Marks &amp; Sons said no.", "Marks & Sons said no."),
    ("it&#39;s R&D", "it's R&D"),
    ("&amp;quot;Hi,&amp;quot; she said", '"Hi," she said'),
    ("caf&eacute; &copy; 2024", "café © 2024"),
    ("&#146;so&#x2019;", "’so’"),
    ("closed &mdash; for&nbsp;now", "closed — for\xa0now"),
    ("http://a.example/?x=1&y=2 for AT&amp;T", "http://a.example/?x=1&y=2 for AT&T"),
]

SPOKEN_OF = [
    "Type &amp; where the reader should see the sign.",
    "Write `&amp;` for it.",
    "The HTML entity &amp; is common, &lt; too.",
    "Q&A; M&S; AT&T; a &unknown; name",
    "AT&amp;T and R&D",
    "no reference; at all &",
]


@pytest.mark.parametrize(("text", "expected"), USED)
def test_used(text: str, expected: str) -> None:
    found = decoded(text)
    assert found is not None
    assert found.text == expected


@pytest.mark.parametrize("text", SPOKEN_OF)
def test_spoken_of(text: str) -> None:
    assert decoded(text) is None


@pytest.mark.parametrize("code", [*range(32), *range(127, 160), 0xD800, 0x110000, 9_999_999])
def test_no_control_character_comes_of_a_number(code: int) -> None:
    for reference in (f"x&#{code};y", f"x&#x{code:x};y"):
        found = decoded(reference)
        if found is not None:  # seven hexadecimal digits are no number of a character
            assert not any(unicodedata.category(letter) in ("Cc", "Cs") for letter in found.text)


def test_offsets_are_those_of_the_source() -> None:
    text = "Marks &amp; Sons.\n\nIt&#39;s over."
    read = article(SourceText("page.txt", text))
    assert [paragraph.text for paragraph in read.paragraphs] == ["Marks & Sons.", "It's over."]
    assert [text[paragraph.start : paragraph.end] for paragraph in read.paragraphs] == text.split("\n\n")
    assert read.encoding == "utf-8, character references decoded"
