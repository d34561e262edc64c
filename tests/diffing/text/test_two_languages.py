"""Articles that are only partly in another language: their paragraphs decide."""

import pytest

from diffing.comparison import compare
from diffing.ledger.build import ledger
from diffing.model import Kind, Pair
from tests.diffing.ledger.translated.test_stories import STORIES

OTHER = "uk", "tr", "el", "zh-library", "ja-aquarium"


def halves(name: str) -> tuple[list[str], list[str], int]:
    """Return the paragraphs of a story and of its translation into English, and where its second half begins."""
    own, other = (text.strip("\n").split("\n\n") for text in STORIES[name])
    assert len(own) == len(other)
    return own, other, len(own) // 2


@pytest.mark.parametrize("name", OTHER)
@pytest.mark.parametrize("is_left", [True, False])
def test_half_an_article_in_another_language(name: str, *, is_left: bool) -> None:
    own, other, half = halves(name)
    texts = Pair("\n\n".join([*other[:half], *own[half:]]), "\n\n".join(other))
    comparison = compare(*(texts if is_left else texts.swapped()))
    code = name.partition("-")[0]
    assert comparison.languages == (Pair(code, "en") if is_left else Pair("en", code))
    kinds = [row.kind for row in comparison.rows]
    assert kinds == [Kind.UNCHANGED] * half + [Kind.TRANSLATED] * (len(own) - half)
    assert ledger(comparison).entries == ()


@pytest.mark.parametrize("name", OTHER)
def test_a_page_in_both_languages_beside_one_of_them(name: str) -> None:
    own, other, _ = halves(name)
    page = [paragraph for pair in zip(own, other, strict=True) for paragraph in pair]
    comparison = compare("\n\n".join(page), "\n\n".join(other))
    assert comparison.languages is None
    kinds = [row.kind for row in comparison.rows]
    assert kinds == [Kind.OMITTED, Kind.UNCHANGED] * len(own)


def test_a_notice_in_another_language_is_no_translation() -> None:
    own, other, half = halves("uk")
    right = [*other[:half], "The bakery on Mill Street gives away bread after six.", *other[half:]]
    comparison = compare("\n\n".join([*other, own[1]]), "\n\n".join(right))
    assert comparison.languages is None
