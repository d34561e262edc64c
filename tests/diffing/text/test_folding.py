"""Folded texts: the characters of patterns, known without the tables of Han characters, lists of words, and stems."""

import pytest

from diffing.text.folding import HAN_OF_EVERY_PATTERN, all_folded, folded, stem_of
from diffing.text.words import compared_form


@pytest.mark.parametrize("character", HAN_OF_EVERY_PATTERN, ids=lambda character: f"{ord(character):x}")
def test_what_is_known_is_what_the_tables_say(character: str) -> None:
    assert HAN_OF_EVERY_PATTERN[character] == compared_form(character)
    assert folded(character).text == compared_form(character)


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("",),
        ("May", "", '"not" only'),
        ("a\tb", "C`s"),
        ("two\nlines", "x"),
        ("für", "MAI"),
        ("", ""),
        ("\x00", "A"),
    ],
)
def test_a_list_is_folded_as_its_words_are(words: tuple[str, ...]) -> None:
    assert list(all_folded(words)) == [folded(word).text for word in words]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("комментариев", "комментируют"),
        ("аварии", "авария"),
        ("области", "область"),
        ("жители", "жителям"),
        ("élection", "elections"),
        ("leave", "leaves"),
    ],
)
def test_forms_of_one_word_have_one_stem(one: str, other: str) -> None:
    stems = {stem_of(compared_form(word)) for word in (one, other)}
    assert len(stems) == 1
    assert stems == {folded(one).text[:5]}
