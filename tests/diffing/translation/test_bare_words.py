"""Words without what their language writes beside them."""

import pytest

from diffing.translation.bare_words import bare_words


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("fr", "L'ambassade d'Italie qu’elle aujourd'hui", "ambassade Italie elle aujourd'hui"),
        ("it", "dell'acqua all’Aquila d'Orsi", "acqua Aquila Orsi"),
        ("tr", "Akçapınar'daki Hollanda’ya göç", "Akçapınar Hollanda göç"),
        ("en", "the mayor's O'Brien don't", "the mayor O'Brien don't"),
        ("de", "geht's Weber", "geht's Weber"),
        ("ko", "'바람새'를 쏘아", "바람새 쏘아"),
        ("fa", "سه‌شنبه و کتاب‌ها و شنبه", "سه‌شنبه و کتاب ها و شنبه"),
        ("hi", "60 लाख रुपये", "लाख रुपये"),
        ("ko", "박서윤은 정부만으로는 말했다", "박서윤은 서윤 정부만으로는 말했다"),
    ],
)
def test_words(language: str, text: str, words: str) -> None:
    assert [text[start:end] for start, end in bare_words(text, language)] == words.split()
