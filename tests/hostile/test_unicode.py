"""Whatever characters a text is of: every stage takes it, both texts come back, and every format is harmless."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diffing.comparison import compare
from diffing.model import Article
from diffing.text.paragraphs import paragraphs
from tests.conftest import MakePair, scaled
from tests.hostile import corpus
from tests.hostile.formats import check_comparison

# Characters that programs stumble over, each kind as likely as all honest letters together.
KINDS = (
    st.sampled_from("abc de, fg. 'hi' “jk” – 12,3"),
    st.sampled_from("\x01\x07\x08\x0b\x0c\r\x1b\x1c\x1f\x7f\x85\x90\x9b\x9d\xad"),
    st.sampled_from("\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202a\u202e\u2060\u2066\u2069\ufeff\ufff9\U000e0041"),
    st.sampled_from("\u0301\u0323\u0489\u20dd\u0e31\u093f\ufe0f\U000e0100\u1160\u11a8\u3099"),
    st.sampled_from("\ue000\uf8ff\U000f0000\U000ffffd\U00100000\U0010fffd\ufdd0\uffff\U0001ffff\u0378\U0003ffff"),
    # Second halves only, as bad bytes in a name are read; beside a first half one is a character in JSON.
    st.sampled_from("\udc00\udc9b\udfff"),
    st.sampled_from("👨👩🏽🚀🇫🇷🏴♥漢字かなカﾊ한ᄀ가\u1112\u1161"),
    st.sampled_from("אבגעربي١٢٣()[]{}<>"),
    st.sampled_from("аеорсухАВЕНОРСТΑΒΕοαν𝚊𝐛ɡɑ"),
    st.sampled_from("ßŉǰİıſKÅﷺ﷽ﬁ½²①㎏℡"),
    st.sampled_from("\n\n\t  \xa0\u3000"),
    st.characters(),
)
TEXTS = st.lists(st.one_of(*KINDS), max_size=60).map("".join)


def article(text: str, name: str) -> Article:
    return Article(name, paragraphs(text))


@settings(max_examples=scaled(150))
@given(TEXTS, TEXTS, st.text(max_size=10))
def test_any_two_texts(make_pair: MakePair, left: str, right: str, name: str) -> None:
    pair = make_pair([], [])
    check_comparison(compare(*type(pair)(article(left, name), article(right, f"{name}\udc9b"))))


@settings(max_examples=scaled(100))
@given(TEXTS, st.integers(0, 60), st.one_of(*KINDS))
def test_a_text_and_one_that_differs_in_a_character(make_pair: MakePair, text: str, place: int, character: str) -> None:
    pair = make_pair([], [])
    other = text[:place] + character + text[place:]
    comparison = compare(*type(pair)(article(text, "a"), article(other, "b")))
    check_comparison(comparison)
    # What has become of the paragraphs is the same, or said to differ.
    if [one.text for one in comparison.left.paragraphs] != [one.text for one in comparison.right.paragraphs]:
        assert not comparison.is_identical


@pytest.mark.parametrize("name", corpus.TORTURE)
def test_composed_or_not_is_no_change(make_pair: MakePair, name: str) -> None:
    text = " ".join(corpus.TORTURE[name].split())
    forms = [unicodedata.normalize(form, f"{corpus.PLAIN[0]} {text} end.") for form in ("NFC", "NFD")]
    comparison = compare(*make_pair([forms[0]], [forms[1]]))
    assert not any(row.differs for row in comparison.rows)
    check_comparison(comparison)


PRIVATE = "".join(map(chr, (0xE000, 0xF8FF, 0xF0000, 0xF0001, 0xFFFFD, 0x100000, 0x10FFFD)))


def test_an_acronym_composed_or_not_is_one(make_pair: MakePair) -> None:
    text = "The \u00c9TA of the \u00e9ta was closed."
    comparison = compare(*make_pair([text], [unicodedata.normalize("NFD", text)]))
    assert not comparison.rows[0].differs


def test_words_stand_for_themselves_though_they_look_like_what_stands_for_words(make_pair: MakePair) -> None:
    # While words are compared each is one character of a private-use plane, and a text may hold the same characters.
    left = " ".join(f"word{number} {PRIVATE[number % 7]}" for number in range(40))
    right = left.replace("word7", "other").replace(PRIVATE[3], PRIVATE[4])
    comparison = compare(*make_pair([left], [right]))
    check_comparison(comparison)
    changed = "".join(span.left + span.right for span in comparison.rows[0].spans if span.differs)
    assert "word7" in changed
    assert PRIVATE[3] in changed
    assert "word8" not in changed


def test_thousands_of_marks_on_a_letter(make_pair: MakePair) -> None:
    one = "The a" + "\u0301" * 10_000 + " council voted on Monday."
    comparison = compare(*make_pair([one], [one.replace("voted", "met")]))
    check_comparison(comparison)
    assert [span.left for span in comparison.rows[0].spans if span.differs] == ["voted"]
