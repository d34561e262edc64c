"""Patterns of many words: any of them is found, and the longest that fits."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffing.ledger.language.trie_pattern import alternatives, tree


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        (["may", "mayo", "march"], "mayonnaise", "mayo"),
        (["May", "Máyo"], "mayo", "mayo"),
        (["a.m."], "aXm.", None),
        ([], "", None),
        ([""], "", None),
    ],
)
def test_the_longest_word_is_found(words: list[str], text: str, expected: str | None) -> None:
    found = re.match(alternatives(words), text)
    assert (found and found[0]) == expected


def test_a_space_can_be_a_hyphen() -> None:
    assert re.fullmatch(tree(["not", "not only"], space="[ -]"), "not-only")


@given(st.lists(st.text("ab .|", min_size=1, max_size=4), min_size=1, max_size=6, unique=True), st.text("ab .|"))
def test_it_finds_what_trying_all_words_finds(words: list[str], text: str) -> None:
    found = re.match(tree(sorted(words)), text)
    fitting = [word for word in words if text.startswith(word)]
    assert (found and found[0]) == max(fitting, key=len, default=None)
