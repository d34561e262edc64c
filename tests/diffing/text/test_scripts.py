"""A pattern without the large sets of characters finds the same in the texts that it is for."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffing.ledger.dates.date_words import date_words
from diffing.ledger.names.capitals import _HELD, _HELD_WESTERN, _pattern
from diffing.ledger.numbers.number_words import number_words
from diffing.ledger.quotations.marks import _MARK
from diffing.text.scripts import JOINED, ScriptPattern, is_western, joined_pattern

_PIECES = [
    "5",
    "12 May",
    " ",
    "'",
    "’",
    "“",
    "”",
    "Mo",
    "Lind",
    "-",
    ".",
    "é",
    "ж",
    "Ж",
    "中",
    "カ",
    "두",
    "€",
    "3rd",
    "ß",
]
_PIECES += ["\u0301", "\u0485", "\u20dd", "\u200d", "\u2060", "\u2b30"]
_PATTERNS = {
    "dates": date_words("en").patterns.of(None),
    "numbers": number_words("de").patterns.of(None).begins,
    "capitals": _pattern(("Nations unies",)),
    "quotation marks": _MARK,
}


@pytest.mark.parametrize("name", _PATTERNS)
@given(text=st.lists(st.sampled_from(_PIECES), max_size=12).map("".join))
def test_both_patterns_match_the_same_in_western_texts(name: str, text: str) -> None:
    pattern: ScriptPattern = _PATTERNS[name]
    if is_western(text):
        found = [match.span() for match in pattern._for_western.finditer(text)]
        assert found == [match.span() for match in pattern._for_any.finditer(text)]


def test_what_a_word_holds_in_a_western_text() -> None:
    western = [chr(code) for code in range(0x3000) if is_western(chr(code))]
    held = [set(filter(re.compile(f"[{characters}]").match, western)) for characters in (_HELD, _HELD_WESTERN)]
    assert held[0] == held[1]


def test_another_text_has_the_whole_pattern() -> None:
    pattern = joined_pattern(lambda: rf"(?<!{JOINED})5")
    assert pattern.of("a5") is not pattern.of("中5")
    assert pattern.of("a5").search("a5") is None
    assert pattern.of("中5").search("中5") is not None
