"""Hostile paragraphs cost no more than their length: what is asked for again and again is counted, not timed."""

import re
from collections.abc import Iterator
from itertools import islice, product

import pytest

from diffing.ledger.attribution import sources
from diffing.ledger.content.changes import content_entries
from diffing.ledger.core import clauses
from diffing.ledger.core.correspondence import Correspondence
from diffing.ledger.core.sides import MOST_WORDS, sides
from diffing.ledger.language.lexicon import lexicon
from diffing.ledger.meaning import antonyms
from diffing.ledger.names import aliases
from diffing.ledger.names.extract import Name
from diffing.ledger.numbers.changes import number_entries
from diffing.ledger.quotations import pairing
from diffing.ledger.quotations.changes import quotation_entries
from diffing.model import Pair, Place
from diffing.text import reading
from diffing.text.folding import word_pattern
from diffing.text.reading import ReadText
from diffing.text.words import word_forms
from tests.diffing.ledger.compared import context


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
    counting = _Counting(word_pattern(marker, clauses._STOP))
    monkeypatch.setattr(clauses, "word_pattern", lambda text, other: counting)
    times = 500
    sources.named_sources(ReadText(marker * times), lexicon("en"))
    assert times <= counting.count <= 10 * times


def _count_calls(owner: object, name: str, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """A list that a number is put into whenever the function is called."""
    calls: list[int] = []
    function = getattr(owner, name)

    def counted(*arguments: object) -> object:
        calls.append(1)
        return function(*arguments)

    monkeypatch.setattr(owner, name, counted)
    return calls


def test_a_word_said_a_thousand_times_is_not_held_against_each_of_its_opposites(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    both = sides(context("illegal act " * 1_000, "legal act " * 1_000, "en"))
    asked = _count_calls(Correspondence, "is_replaced", monkeypatch)
    both.map(antonyms.opposites_by_prefix)
    assert 0 < len(asked) <= MOST_WORDS


def test_what_one_side_tells_is_read_a_few_times_however_often_it_is_broken(monkeypatch: pytest.MonkeyPatch) -> None:
    left = " ".join(f"harbour{number} stays" for number in range(1_000))
    right = " ".join(f"bridge{number} stays" for number in range(1_000))
    given = context(left, right, "en")
    read = 0

    def counted(text: str) -> list[str]:
        nonlocal read
        read += len(text)
        return word_forms(text)

    monkeypatch.setattr(reading, "word_forms", counted)
    list(content_entries(given))
    assert 0 < read <= 5 * (len(left) + len(right))


def test_quotations_of_the_same_words_are_not_held_against_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    times = 400
    left = " ".join(f"“the word {number % 50} of them is {number}”" for number in range(times))
    given = context(left, left.replace("word", "sign"), "en")
    asked = _count_calls(pairing, "_is_enough", monkeypatch)
    assert list(quotation_entries(given))
    assert 0 < len(asked) <= pairing._COMMON * times


def test_numbers_of_a_row_are_not_held_against_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    times = 500
    left = " ".join(f"{number} men and" for number in range(times))
    right = " ".join(f"{number} women and" for number in range(times, 2 * times))
    given = context(left, right, "en")
    asked = _count_calls(Correspondence, "is_replaced", monkeypatch)
    assert len(list(number_entries(given))) >= times
    assert 0 < len(asked) <= 10 * times


def test_a_full_name_is_not_held_against_all_others_of_the_surname(monkeypatch: pytest.MonkeyPatch) -> None:
    firsts = ["".join(letters) for letters in islice(product("bcdfghjklm", repeat=4), 500)]
    side = [(Place(0, at, at + 1), Name(at, at + 1, (first, "soto"))) for at, first in enumerate(firsts)]
    asked = _count_calls(aliases, "_fits", monkeypatch)
    assert len({named.key for named in aliases.resolved(Pair(side, side), {}).left}) == len(firsts)
    assert 0 < len(asked) <= aliases._MOST_NAMESAKES * len(firsts)
