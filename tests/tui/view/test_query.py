"""What is looked for is found where it stands in the author's text, whatever the case and the accents."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.tui import stubs
from tui.view.query import Search, _folded

CASES = {
    "plain": ("paris", "Paris in paris", ["Paris", "paris"]),
    "case of the query": ("PARIS", "in Paris", ["Paris"]),
    "accents in the text": ("nicolas", "Nicolás NICOLAS", ["Nicolás", "NICOLAS"]),
    "accents in the query": ("nicolás", "Nicolas Nicolás", ["Nicolas", "Nicolás"]),
    "accents of their own in the text": ("nicolas", "Nicola\u0301s", ["Nicola\u0301s"]),
    "an accent belongs to what is found": ("e", "cafe\u0301s", ["e\u0301"]),
    "sharp s as two": ("strasse", "die Straße", ["Straße"]),
    "sharp s is found once": ("s", "Maß", ["ß"]),
    "dotted capital i": ("istanbul", "İstanbul", ["İstanbul"]),
    "ligature": ("office", "The oﬃce", ["oﬃce"]),
    "final sigma": ("ΟΔΟΣ", "η οδος", ["οδος"]),
    "curly quotes": ("\"don't", "“Don’t", ["“Don’t"]),
    "wide letters and digits": ("tv 214", "ＴＶ ２１４", ["ＴＶ ２１４"]),
    "narrow kana": ("ビル", "ﾋﾞﾙ ビル", ["ﾋﾞﾙ", "ビル"]),
    "digits of Arabic": ("214", "عالجنا ٢١٤ مريضا", ["٢١٤"]),
    "digits of Arabic in the query": ("٢١٤", "214 patients, ۲۱۴", ["214", "۲۱۴"]),
    "vowels of Arabic": ("محمد", "مُحَمَّد", ["مُحَمَّد"]),
    "Han": ("北京", "在北京。", ["北京"]),
    "Hangul": ("서울", "서울에서", ["서울"]),
    "beyond the basic plane": ("b", "😀b", ["b"]),
    "signs of an expression": ("a.b(", "a.b( axb(", ["a.b("]),
    "a space": ("a b", "a b", ["a b"]),
    "nothing there": ("z", "abc", []),
    "no text": ("a", "", []),
    "only an accent": ("\u0301", "e\u0301", []),
}


def found(search: Search, text: str) -> list[str]:
    return [text[start:end] for start, end in search.stretches(text)]


@pytest.mark.parametrize(("query", "text", "expected"), CASES.values(), ids=CASES.keys())
def test_found(query: str, text: str, expected: list[str]) -> None:
    assert found(Search(query), text) == expected


EXPRESSIONS = {
    "any character": ("nicol.s", "Nicolás", ["Nicolás"]),
    "alternatives": ("one|two", "One, two", ["One", "two"]),
    "words": (r"\b\d{4}\b", "in 2019, not 20190", ["2019"]),
    "never empty": ("a*", "baab", ["aa"]),
    "edges alone": ("^|$", "abc", []),
    "accents count": ("nicolas", "Nicolás", []),
}


@pytest.mark.parametrize(("query", "text", "expected"), EXPRESSIONS.values(), ids=EXPRESSIONS.keys())
def test_expressions(query: str, text: str, expected: list[str]) -> None:
    search = Search(query, is_expression=True)
    assert search.fault == ""
    assert found(search, text) == expected


# Each repeats something twenty times or more, which is no harm; the bound is lowered to that.
@pytest.mark.parametrize("query", ["a{20}", "(?:a{4}){5}", "(?<n>ab)\\g<n>{21}", "((a{3}){3}){3,}", "a{20,30}"])
def test_an_expression_that_repeats_too_often_is_not_compiled(query: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("diffing.expressions._MOST_REPEATED", 19)
    monkeypatch.setattr("regex.compile", lambda *_: pytest.fail("compiled"))
    search = Search(query, is_expression=True)
    assert search.fault == "expression too large"
    assert search.stretches("aaa") == []
    assert Search(query).fault == ""


def test_expressions_with_repetitions() -> None:
    text = "On 2026-11-22 they paid 12,000,000 for a{3}."
    assert Search(r"\d{4}-\d{2}-\d{2}", is_expression=True).stretches(text) == [(3, 13)]
    assert Search(r"\d{1,3}(,\d{3}){2,9}", is_expression=True).stretches(text) == [(24, 34)]
    assert Search(r"a\{3}", is_expression=True).stretches(text) == [(39, 43)]


@pytest.mark.parametrize("error", [MemoryError(), OverflowError(), RecursionError()])
def test_an_expression_on_which_the_library_fails_finds_nothing(
    error: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    stubs.failing(monkeypatch, error)
    search = Search(stubs.HARMFUL, is_expression=True)
    assert search.fault == "not a regular expression"
    assert search.stretches(stubs.HARMFUL) == []


@pytest.mark.parametrize("query", ["(", "[a", "*", "a{3,1}", "(?P<x", "\\"])
def test_a_faulty_expression_finds_nothing_and_says_so(query: str) -> None:
    search = Search(query, is_expression=True)
    assert search.stretches("anything (at [all] *") == []
    assert "not a regular expression" in search.fault
    # The same as plain words is looked for as it is.
    assert Search(query).fault == ""


def test_nothing_is_found_by_an_empty_query() -> None:
    for is_expression in (False, True):
        search = Search("", is_expression)
        assert search.stretches("abc") == search.stretches("") == search.stretches("é") == []


ANYTHING = st.text(st.characters(), max_size=30)
LIKELY = st.text(st.sampled_from("aAsSßéeE\u0301\u0327iİıIﬁΣσςǅ가각漢’'“\" 😀"), max_size=20)
TEXT = st.one_of(ANYTHING, LIKELY)


def plain(text: str) -> str:
    return _folded(text)[0]


@given(TEXT, TEXT)
@example("ß", "s")
@example("ﬃ", "f")
@example("e\u0301", "e")
def test_what_is_found_stands_in_the_text(text: str, query: str) -> None:
    stretches = Search(query).stretches(text)
    for start, end in stretches:
        assert 0 <= start < end <= len(text)
        assert plain(query) in plain(text[start:end])
        # No accent is parted from its letter.
        assert end == len(text) or not unicodedata.combining(text[end])
    assert all(before[1] <= after[0] for before, after in pairwise(stretches))
    assert bool(stretches) == bool(plain(query) and plain(query) in plain(text))


@given(TEXT, TEXT, TEXT)
def test_a_part_of_the_text_is_found_in_it(before: str, part: str, after: str) -> None:
    text = before + part + after
    # An accent at an edge belongs to the letter before it; case is no matter of one character everywhere.
    for query in (part, unicodedata.normalize("NFC", part), part.casefold()):
        assert bool(Search(query).stretches(text)) == bool(plain(query))


@given(TEXT, st.one_of(TEXT, st.text(max_size=2)))
@example("Nicolás", "las")
@example("e\u0301e", "e")
@example("\0ß", "s")
def test_the_quick_way_agrees(text: str, query: str) -> None:
    search = Search(query)
    assert search.stretches(text) == list(search._unlike(text))


def test_an_expression_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    pattern = stubs.slow(monkeypatch)
    with pytest.raises(TimeoutError):
        Search(stubs.HARMFUL, is_expression=True).stretches("One text.", seconds=0.01)
    assert pattern.seconds == [0.01]


def test_a_compiled_expression_takes_a_limit_of_time() -> None:
    import regex

    assert [match.group() for match in regex.compile("b.").finditer("abc", timeout=60.0)] == ["bc"]


def test_an_odd_expression_warns_of_nothing(recwarn: pytest.WarningsRecorder) -> None:
    assert found(Search("[[a]", is_expression=True), "a[") == ["a", "["]
    assert not recwarn.list


@given(TEXT)
def test_each_character_knows_where_it_comes_from(text: str) -> None:
    folded, origins = _folded(text)
    assert len(folded) == len(origins)
    assert origins == sorted(origins)
    assert all(0 <= origin < len(text) for origin in origins)


@given(TEXT, TEXT)
def test_an_expression_finds_only_what_is_there(text: str, query: str) -> None:
    for start, end in Search(query, is_expression=True).stretches(text):
        assert 0 <= start < end <= len(text)
