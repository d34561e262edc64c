"""The language of a text: a table of short texts in many languages, and what the lists must be like."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from diffing.text.common_words import LISTED, ONLY, script_words, scripts_of
from diffing.text.language import language_form, language_of, may_be_in, words_of
from diffing.text.scripts import HAN, LATIN, script_of
from tui.present.languages import LANGUAGE_NAMES

_TABLE = Path(__file__).with_name("languages.txt")
_LEAST_WORDS = 25


def _texts() -> Iterator[tuple[str, str]]:
    for line in _TABLE.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            language, text = line.split(" | ", 1)
            yield language.replace("-", ""), text


@pytest.mark.parametrize(("language", "text"), _texts())
def test_the_language_of_a_text(language: str, text: str) -> None:
    assert language_of([text]) == language


@pytest.mark.parametrize(("language", "text"), [text for text in _texts() if text[0]])
def test_a_long_text_is_in_the_language_of_its_sentences(language: str, text: str) -> None:
    assert language_of([text] * 40) == language


def test_no_part_of_a_text_is_read_as_another_language() -> None:
    for language, text in _texts():
        words = text.split()
        for size in (2, 3, 5, 8):
            for start in range(0, len(words) - size, size):
                part = " ".join(words[start : start + size])
                if language:
                    assert language_of([part]) in (language, ""), part


def test_language_is_that_of_the_beginning() -> None:
    beginning = "The embassy did not say when it would open. " * 200
    assert language_of([beginning, "La embajada no dijo cuándo se va a abrir. " * 1_000]) == "en"


def test_the_language_of_several_paragraphs() -> None:
    assert language_of([]) == ""
    assert language_of(["La embajada no dijo cuándo", "se va a abrir la de los otros, y tampoco por qué."]) == "es"


@pytest.mark.parametrize("script", sorted(LISTED))
def test_the_lists_are_in_the_form_of_a_text(script: str) -> None:
    languages, having = script_words(script)
    for word, numbers in having.items():
        assert language_form(word) == word
        assert words_of(word) == [word]
        # A word with a letter that its language lacks would be evidence for and against it.
        others = (
            {letter for letter in word if not letter.isascii()} if script == LATIN else _unshared(script) & set(word)
        )
        assert all(others <= languages[number].letters for number in numbers), word
        assert len(numbers) == len(set(numbers)), word
    if script != HAN:
        for number, language in enumerate(languages):
            assert sum(number in numbers for numbers in having.values()) >= _LEAST_WORDS, language.code


def _unshared(script: str) -> set[str]:
    return {letter for language in script_words(script).languages for letter in language.letters}


def test_every_language_has_a_name_and_a_script() -> None:
    codes = {language.code for script in LISTED for language in script_words(script).languages} | set(ONLY.values())
    assert codes == LANGUAGE_NAMES.keys()
    assert all(map(scripts_of, codes))
    assert scripts_of("sr") == {"Latin", "Cyrillic"}
    assert scripts_of("") == scripts_of("tlh") == frozenset()


@pytest.mark.parametrize(
    ("character", "script"),
    [("a", "Latin"), ("é", "Latin"), ("ж", "Cyrillic"), ("ー", "Kana"), ("語", "Han"), ("1", ""), (" ", ""), ("×", "")],
)
def test_the_script_of_a_character(character: str, script: str) -> None:
    assert script_of(character) == script


@pytest.mark.parametrize(
    ("text", "code", "may_be"),
    [
        ("Fire kills at least 14 passengers aboard the ferry near Orvik, police confirm. Captain rescued.", "en", True),
        ("Mindestens 14 Tote nach Brand auf Fähre vor Orvik, Kapitän gerettet, Ursache noch unklar", "de", True),
        ("Mindestens 14 Tote nach Brand auf Fähre vor Orvik, Kapitän gerettet, Ursache noch unklar", "en", False),
        ("Al menos 14 muertos en el incendio de un ferri cerca de Orvik", "en", False),
        ("Orvik Lund Vellmar 14", "en", False),
        ("", "en", False),
    ],
)
def test_what_a_short_text_may_be_in(text: str, code: str, may_be: bool) -> None:
    assert may_be_in(text, code) == may_be
