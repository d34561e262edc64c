"""Patterns of the words that two articles can have find what the patterns of all words find."""

from collections.abc import Callable

import pytest

from diffing.ledger.dates import extract
from diffing.ledger.dates.date_words import DateWords, date_words
from diffing.ledger.dates.extract import dates
from diffing.ledger.language.lexicon import LANGUAGES, lexicon
from diffing.ledger.language.narrowed import Narrowed
from diffing.ledger.numbers.extract import quantities
from diffing.ledger.numbers.number_words import NumberWords, number_words
from diffing.model import Article, Pair, Paragraph
from diffing.text.possible_words import PossibleWords
from diffing.text.reading import ReadText, read_articles, read_texts

_TEXTS = {
    "en": (
        "On the second Monday of May, some twenty-five million people paid half a crown.",
        "It was 5 p.m., 3 km away.",
    ),
    "de": (
        "Zweihundertfünfzig Leute kamen am 3. Mai um halb zehn; es war 7 Grad kälter.",
        "Im Jänner waren es 1,5 Mio. Euro.",
    ),
    "es": (
        "El lunes pasado llegaron unas cinco mil personas, a las seis de la tarde.",
        "Pagaron 3,5 millones de euros en mayo.",
    ),
    "ru": ("В понедельник пришли двадцать пять тысяч человек.", "Третьего мая заплатили 5 млн рублей."),
    "zh": ("星期一有三千五百人到场。", "五月三日下午五点，他们付了二十万元。"),
}


def test_a_word_that_stands_in_a_text_is_possible() -> None:
    possible = PossibleWords(lambda: ["zweihundertfunf hotels", "he left-over"])
    assert all(map(possible.may_have, ["hundert", "funf", "he left", "hotel", "left", "over", "may be"[4:], "xx"]))
    assert not any(map(possible.may_have, ["tausend", "may", "hundred", "leftmost"]))


def test_the_first_two_articles_have_patterns_of_their_own() -> None:
    made: list[bool] = []

    def make(may_have: object) -> str:
        made.append(callable(may_have))
        return f"pattern {len(made)}"

    narrowed, first, second = Narrowed(make), PossibleWords(list), PossibleWords(list)
    assert [narrowed.of(first), narrowed.of(first)] == ["pattern 1"] * 2
    assert [narrowed.of(second), narrowed.of(first), narrowed.of(None)] == ["pattern 2"] * 3


def test_all_texts_of_two_articles_have_the_same_possible_words() -> None:
    articles = Pair("A dozen eggs.", "Two dozen eggs.").map(
        lambda text: Article("a", (Paragraph(text, 0, len(text)), Paragraph("On Monday.", 20, 30)))
    )
    read = read_articles(articles)
    texts = [*read.left.paragraphs, *read.right.paragraphs, read.left.joined((0, 1)), *read.right.paragraphs[0].parts]
    assert len({id(text.possible) for text in texts}) == 1
    assert texts[0].possible is not None
    assert texts[0].possible.may_have("two dozen")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_numbers_and_dates_are_found(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for left, right in _TEXTS.values():
        texts = read_texts(Pair([left], [right]))
        check_the_same([*texts.left, *texts.right], language, monkeypatch)


def test_the_same_is_found_in_a_story(
    sample_pair: Callable[[str], Pair[Article]], monkeypatch: pytest.MonkeyPatch
) -> None:
    read = read_articles(sample_pair("breaking-update"))
    check_the_same([*read.left.paragraphs, *read.right.paragraphs], "en", monkeypatch)


def check_the_same(texts: list[ReadText], language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Check that numbers and dates of texts are those that the patterns of all words find."""
    known, tables = lexicon(language), (number_words(language), date_words(language))
    whole = [
        (list(quantities(ReadText(text.text), tables[0], ".")), dates(ReadText(text.text), known)) for text in texts
    ]
    numbers: NumberWords = number_words.__wrapped__(language)
    days: DateWords = date_words.__wrapped__(language)
    monkeypatch.setattr(extract, "date_words", lambda _: days)
    assert [(list(quantities(text, numbers, ".")), dates(text, known)) for text in texts] == whole
    monkeypatch.undo()
