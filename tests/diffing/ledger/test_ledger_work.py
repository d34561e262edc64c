"""Hostile paragraphs cost no more than their length: what is asked for again and again is counted, not timed."""

import re
from collections.abc import Iterator

import pytest
from compared import material

from diffing.ledger import content, opposites, sources
from diffing.ledger.content import content_entries
from diffing.ledger.correspondence import Correspondence
from diffing.ledger.entries import Place
from diffing.ledger.lexicon import lexicon
from diffing.ledger.sides import MOST_WORDS, sides
from diffing.words import word_forms


class _Counting:
    """A pattern that counts the matches it is asked for."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self._pattern = pattern
        self.count = 0

    def finditer(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        for found in self._pattern.finditer(text, start, end):
            self.count += 1
            yield found


@pytest.mark.parametrize("marker", ["citing the ", "the paper reported "])
def test_a_text_without_a_stop_is_not_read_again_for_every_source(marker: str, monkeypatch: pytest.MonkeyPatch) -> None:
    counting = _Counting(sources._WORD_OR_BREAK)
    monkeypatch.setattr(sources, "_WORD_OR_BREAK", counting)
    times = 500
    sources.named_sources(marker * times, lexicon("en"))
    assert times <= counting.count <= 10 * times


def test_a_word_said_a_thousand_times_is_not_held_against_each_of_its_opposites(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    both = sides(material("illegal act " * 1_000, "legal act " * 1_000, "en"))
    asked = 0
    is_replaced = Correspondence.is_replaced

    def counted(self: Correspondence, left: Place, right: Place) -> bool:
        nonlocal asked
        asked += 1
        return is_replaced(self, left, right)

    monkeypatch.setattr(Correspondence, "is_replaced", counted)
    list(opposites.opposite_entries(both, lambda side, text: False))
    assert 0 < asked <= MOST_WORDS


def test_what_one_side_tells_is_read_a_few_times_however_often_it_is_broken(monkeypatch: pytest.MonkeyPatch) -> None:
    left = " ".join(f"harbour{number} stays" for number in range(1_000))
    right = " ".join(f"bridge{number} stays" for number in range(1_000))
    given = material(left, right, "en")
    read = 0

    def counted(text: str) -> list[str]:
        nonlocal read
        read += len(text)
        return word_forms(text)

    monkeypatch.setattr(content, "word_forms", counted)
    list(content_entries(given))
    assert 0 < read <= 5 * (len(left) + len(right))
