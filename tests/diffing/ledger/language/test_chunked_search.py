"""Searched bit by bit, a text has the same matches as searched at once."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffing.ledger.dates.date_words import date_words
from diffing.ledger.language import chunked_search
from diffing.ledger.language.chunked_search import matches, search

PATTERNS = [re.compile(pattern) for pattern in (r"\bab?\b", r"(?<!b)a+(?!b)", r"a b|b a", r"b+", r"^a|b$")]


@given(st.text("ab ", max_size=200), st.sampled_from(PATTERNS))
def test_the_same_matches(text: str, pattern: re.Pattern[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(chunked_search, "WINDOW", 40)
        # No alternative of these is longer, but for runs, which reach any border.
        patch.setattr(chunked_search, "BORDER", 5)
        assert [found.span() for found in matches(pattern, text)] == [found.span() for found in pattern.finditer(text)]


@pytest.mark.parametrize("length", [10, chunked_search.WINDOW - 1, chunked_search.WINDOW, 3 * chunked_search.WINDOW])
def test_a_match_longer_than_a_bit(length: int) -> None:
    found = search(re.compile("b+"), "a" * 10 + "b" * length + "a" * 10)
    assert found is not None
    assert found.span() == (10, 10 + length)


def test_a_date_across_a_border() -> None:
    date = "12 march 2020"
    for before in range(
        chunked_search.WINDOW - chunked_search.BORDER - 20, chunked_search.WINDOW - chunked_search.BORDER + 20
    ):
        text = f"{'x' * before} {date} {'x' * chunked_search.WINDOW}"
        assert [found[0] for found in matches(date_words("en").patterns.of(None).of(text), text)] == [date]


class _Measuring:
    """A pattern that remembers of how much text it was asked at once."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self._pattern = pattern
        self.most = 0

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        end = len(text) if end is None else end
        self.most = max(self.most, end - start)
        return self._pattern.search(text, start, end)


def test_no_step_is_longer_than_a_bit() -> None:
    measuring = _Measuring(re.compile("z"))
    # No class can be derived from that of patterns; it is asked for `search` only.
    assert search(measuring, "x" * 1_000_000) is None  # type: ignore[arg-type]  # a pattern that counts
    assert measuring.most <= chunked_search.WINDOW
