"""Phrases of a lexicon in a text, and texts in the form they are found in."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffing.ledger.language.lexemes import Lexemes
from diffing.text.folding import folded

_TABLE = Lexemes({"not": ["not", "no", "no one", "ne _ pas", "n'_ pas"], "none": ["not only"], "both": ["no one"]})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He did not go.", [("not", ("not",))]),
        ("NOT ONLY he", [("NOT ONLY", ("none",))]),
        ("not online, nothing, knot", [("not", ("not",))]),
        ("No-one, no\u00a0one", [("No-one", ("not", "both")), ("no\u00a0one", ("not", "both"))]),
        ("il ne s’est donc pas tu", [("ne s’est donc pas", ("not",))]),
        ("il n’est pas là", [("n’est pas", ("not",))]),
        ("il ne dit que cela et non pas", []),
        ("not - only he, not    only she", [("not - only", ("none",)), ("not", ("not",))]),
        ("", []),
    ],
)
def test_the_longest_phrase_at_each_place(text: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    form = folded(text)
    places = [(form.place(0, found.start, found.end), found.tags) for found in _TABLE.find(form)]
    assert [(text[place.start : place.end], tags) for place, tags in places] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sie lehnte den Plan der Firma am Montag ab.", ["lehnte den Plan der Firma am Montag ab"]),
        ("Sie lehnte es ab, weil", ["lehnte es ab"]),
        ("Sie lehnte den Plan ab", ["lehnte den Plan ab"]),
        ("Sie lehnte sich ab und zu an die Wand.", []),
        ("Sie lehnte eins zwei drei vier fünf sechs sieben acht neun ab.", []),
    ],
)
def test_a_long_gap_ends_with_its_clause(text: str, expected: list[str]) -> None:
    table = Lexemes({"no": ["lehnte __ ab"]})
    assert [text[found.start : found.end] for found in table.find(folded(text))] == expected


def test_a_phrase_may_begin_with_the_apostrophe_behind_a_word() -> None:
    table = Lexemes({"noun": ["'s claim"], "verb": ["claim"]})
    text = "The mayor's claim holds, he and she claim."
    assert [(text[found.start : found.end], found.tags) for found in table.find(folded(text))] == [
        ("'s claim", ("noun",)),
        ("claim", ("verb",)),
    ]


def test_a_chinese_phrase_has_no_borders() -> None:
    text = "他不是没有去"
    table = Lexemes({"not": ["不", "没"], "both": ["不是没"]})
    assert [text[found.start : found.end] for found in table.find(folded(text))] == ["不是没"]


_PHRASES = ("a", "a b", "a b c", "b", "b c", "c a'", "a'b", "a _ c", "b __ a")
_ONE_PATTERN = re.compile(
    r"(?<!\w)(?:a (?:\w+[ '-]{1,3}){1,3}?c|b (?:\w+[ '-]{1,3}){1,8}?a(?= ?[^\w ]|\s*$)"
    r"|a[ -]{1,3}b[ -]{1,3}c|a[ -]{1,3}b|b[ -]{1,3}c|c[ -]{1,3}a'|a'b|a|b)(?:(?!\w)|(?<='))"
)


@given(st.text(alphabet="abc' -,", max_size=40))
def test_the_first_words_lead_to_what_one_pattern_matches(text: str) -> None:
    found = [(match.start, match.end) for match in Lexemes({"": _PHRASES}).find(folded(text))]
    assert found == [match.span() for match in _ONE_PATTERN.finditer(text)]


def test_a_table_without_phrases_finds_nothing() -> None:
    assert list(Lexemes({}).find(folded("not"))) == []


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Según", "segun"),
        ("Segu\u0301n", "segun"),
        ("“No”—\u00adYES", "'no'-yes"),
        ("\ufb01rst œuf", "first oeuf"),
        ("a\tb", "a b"),
    ],
)
def test_the_folded_form(text: str, form: str) -> None:
    assert folded(text).text == form


@given(st.text())
def test_every_character_has_its_place(text: str) -> None:
    form = folded(text)
    places = [form.place(0, at, at + 1) for at in range(len(form.text))]
    assert all(0 <= place.start < place.end <= len(text) for place in places)
    assert sorted(places) == places
    assert all(form.text[form.at(place.start) : at + 1] for at, place in enumerate(places))
