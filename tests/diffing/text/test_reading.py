"""What is read of a text is what the functions of each reading make of it, made once and shared by equal paragraphs."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diffing.comparison import compare, compare_read
from diffing.ledger.build import ledger
from diffing.model import Article, Pair
from diffing.text import reading
from diffing.text.folding import folded
from diffing.text.paragraphs import paragraphs
from diffing.text.reading import KEPT_LENGTH, ReadText, read_articles, read_texts
from diffing.text.sentences import sentences
from diffing.text.words import word_forms
from tests.conftest import scaled

TEXTS = st.one_of(st.text(max_size=40), st.text(st.sampled_from("aBé\u0301ﬁß .!?\u200b”“\u00ad１\n"), max_size=30))


@settings(max_examples=scaled(300))
@given(TEXTS)
def test_readings_are_those_of_the_functions(text: str) -> None:
    for is_kept in (True, False):
        read = ReadText(text, is_kept)
        for _ in range(2):
            assert read.forms == tuple(word_forms(text))
            assert read.sentences == sentences(text)
            assert read.folded == folded(text)
            assert [part.text for part in read.parts] == [text[start:end] for start, end in sentences(text)]


@settings(max_examples=scaled(300))
@given(TEXTS, st.integers(0, 40), st.integers(0, 40))
def test_a_part_is_folded_as_a_text_of_its_own(text: str, start: int, end: int) -> None:
    start, end = sorted((min(start, len(text)), min(end, len(text))))
    part, alone = ReadText(text).part(start, end), folded(text[start:end])
    assert part.text == text[start:end]
    assert part.folded.text == alone.text
    for at in range(len(alone.text)):
        assert part.folded.place(0, at, at + 1) == alone.place(0, at, at + 1)


def test_equal_paragraphs_of_both_sides_are_read_once() -> None:
    left, right = read_texts(Pair(["One.", "Two.", "One."], ["Three.", "One."]))
    assert left[0] is left[2] is right[1]
    assert left[0].forms is right[1].forms
    assert left[1] is not right[0]


def test_a_long_article_keeps_only_what_is_folded() -> None:
    text = "Many words. And more. " * (KEPT_LENGTH // 20)
    ((long,), _) = read_texts(Pair([text], []))
    assert long.forms is not long.forms
    assert long.sentences is not long.sentences
    assert long.parts is not long.parts
    assert long.folded is long.folded


def test_joined_paragraphs_are_the_text_of_their_row() -> None:
    article = Article("", paragraphs("One is here.\n\nTwo are there.\n\nThree."))
    read, _ = read_articles(Pair(article, article))
    assert read.joined((1,)) is read.paragraphs[1]
    assert read.joined((0, 1)).text == article.text((0, 1)) == "One is here.\nTwo are there."
    assert read.joined((0, 1)) is read.joined((0, 1))
    assert read.joined(()).text == ""


MOST_READ = {"word_forms": 2.3, "split_sentences": 1.2, "fold": 1.4}
"""Characters that each reading may read, as a share of the characters of both articles. It is above 1 because linked
paragraphs are also read as one text, sentences that differ as texts of their own, and of what notes of correction are
compared with, the words around."""


@pytest.mark.parametrize("story", ["wire-rewrite", "breaking-update", "restructured"])
def test_an_article_is_read_once(
    story: str, sample_pair: Callable[[str], Pair[Article]], monkeypatch: pytest.MonkeyPatch
) -> None:
    articles = sample_pair(story)
    ledger(compare(*articles))  # the lexicons are folded when they are loaded
    characters = dict.fromkeys(MOST_READ, 0)

    def count(name: str) -> None:
        function = getattr(reading, name)

        def counted(text: str) -> object:
            characters[name] += len(text)
            return function(text)

        monkeypatch.setattr(reading, name, counted)

    for name in MOST_READ:
        count(name)
    read = read_articles(articles)
    ledger(compare_read(read), read)
    length = articles.left.length + articles.right.length
    assert all(0 < characters[name] <= most * length for name, most in MOST_READ.items()), (characters, length)
