"""PairedTokens are read a piece at a time, and so are they counted: as if the whole text had been read at once."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from diffing.text.tokens import MARK_WEIGHT, _joined, count_words, tokens_of
from diffing.text.words import words
from tests.conftest import scaled

# What is joined inside a piece, and the two that look beyond white space: the spaced ellipsis and what is not seen.
PARTS = ("the", "fox", "x-y", "2019-20", "U.S.", "-", "--", ".", ". . .", ",", "\u200b", "\u00ad", "東京", "é", "👍🏽")
TEXTS = st.lists(st.tuples(st.sampled_from(PARTS), st.sampled_from(("", " ", "  ", "\n", "\u00a0")))).map(
    lambda parts: "".join(part + space for part, space in parts)
)


@settings(max_examples=scaled(500))
@given(st.one_of(TEXTS, st.text(max_size=40)))
@example("a \u200b\u200b b")
@example("\u200b a")
@example("It ended. . . no")
@example("so-called" * 8 + " x")
def test_tokens_piece_by_piece_are_the_tokens_of_the_text(text: str) -> None:
    assert tokens_of(text) == tuple(_joined(text, words(text)))


@settings(max_examples=scaled(300))
@given(st.one_of(TEXTS, st.text(max_size=40)))
@example("It ended. . . no")
def test_the_words_counted_are_those_among_the_tokens(text: str) -> None:
    found = [token for token in tokens_of(text) if token.weight > MARK_WEIGHT]
    assert count_words(text) == (len(found), sum(token.is_content for token in found))
