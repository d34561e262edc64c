"""The meanings of single Han characters in English."""

import pytest

from diffing.model import Pair
from diffing.text.reading import ReadText
from diffing.translation.contents import Reader
from diffing.translation.correspondences import Reason, correspondences
from diffing.translation.han_glosses import glosses_of, han_glosses
from diffing.translation.options import Options


def glossed(left: str, right: str, languages: Pair[str]) -> set[tuple[str, str]]:
    """Return the words that are a sign by what a character means, each with its counterpart."""
    readers = languages.map(Reader)
    contents = Pair([readers.left.content(ReadText(left))], [readers.right.content(ReadText(right))])
    known, _ = correspondences(contents, readers.map(lambda reader: reader.words), languages, Options())
    return {
        (own, other)
        for sign, words in known.words.items()
        if known.reasons[sign] is Reason.GLOSS
        for own in words.left
        for other in words.right
    }


@pytest.mark.parametrize(
    ("english", "other", "language", "found"),
    [
        ("His father died in the rain.", "其父死于雨中。", "zh", {("father", "父"), ("rain", "雨")}),
        ("The king rose against the people.", "王は民に対して立った。", "ja", {("king", "王"), ("people", "民")}),
        ("Her heart is weak.", "她心很弱。", "zh", {("heart", "心"), ("weak", "弱")}),
    ],
)
def test_a_word_is_found_in_the_character_that_means_it(
    english: str, other: str, language: str, found: set[tuple[str, str]]
) -> None:
    assert found <= glossed(english, other, Pair("en", language))
    assert {(right, left) for left, right in found} <= glossed(other, english, Pair(language, "en"))


@pytest.mark.parametrize(
    ("left", "right", "languages"),
    [
        # Months are dates, and pronouns have no counterpart of their own.
        ("It lasts a month.", "11月开始。", Pair("en", "zh")),
        ("He saw them, and she did not.", "他看见了这些。", Pair("en", "zh")),
        # The meanings are English words.
        ("Le pain est bon.", "很疼。", Pair("fr", "zh")),
        ("Die Hand tut weh.", "手が痛い。", Pair("de", "ja")),
    ],
)
def test_other_words_are_found_in_none(left: str, right: str, languages: Pair[str]) -> None:
    assert not glossed(left, right, languages)


def test_a_character_in_a_longer_word_of_the_table_is_not_read_alone() -> None:
    reader = Reader("zh")
    assert "狮" not in reader.content(ReadText("一头狮子跑了。")).words


def test_words_are_those_of_the_tables_as_before() -> None:
    """Facts are read from words: a single character that only means an English word is none of them."""
    reader = Reader("zh")
    assert not [word for word in reader.words_in(reader.plain("下降了四成。")) if word.form == "成"]


def test_each_character_stands_for_a_few_stems() -> None:
    assert all(len(character) == 1 and 1 <= len(stems) <= 3 for character, stems in han_glosses().items())
    assert not han_glosses().keys() & set("年月日")
    assert glosses_of(["king", "父"], "zh") == {"父": frozenset({"father"})}
    assert glosses_of(["king"], "en") == {"king": frozenset({"king"})}
