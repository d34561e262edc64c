"""Words of grammar are known in every form in which a text is compared: as words, and as a folded text."""

import pytest

from diffing.text.folding import folded
from diffing.text.function_words import FUNCTION_WORDS_OF, content_words, function_forms
from diffing.text.words import word_forms


@pytest.mark.parametrize("language", FUNCTION_WORDS_OF)
def test_no_word_of_grammar_is_content(language: str) -> None:
    words = sorted(FUNCTION_WORDS_OF[language])
    assert content_words(word_forms(" ".join(words)), language) == []
    assert [word for word in words if folded(word).text not in function_forms(language)] == []


def test_the_forms_of_one_language_are_no_grammar_in_another() -> None:
    assert content_words(["uber", "fur", "sam", "pod"], "en") == ["uber", "fur", "sam", "pod"]
    assert content_words(["uber", "sam"]) == ["uber", "sam"]
