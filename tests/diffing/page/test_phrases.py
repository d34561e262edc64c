"""The words of pages in a paragraph, by language, and their points."""

import pytest

from diffing.page.phrases import LATIN, OTHERS, PageWords, languages_of, page_words, points


def said(text: str) -> int:
    return points(text, page_words(languages_of([text])).find(text))


@pytest.mark.parametrize(
    "text",
    [
        "Comments are read before they appear. Please stay polite and keep to the subject.",
        "© 2031 Dalby Media House.",
        "Copyright 2031 Dalby Media House",
        "Ole Rand in Dalby and Tove Marsh in Karlsund contributed to this report.",
        "Editing by Tove Marsh",
        "The post Council backs new bridge appeared first on Dalby Daily.",
        "Der Beitrag Rat will neue Brücke erschien zuerst auf Dalby Heute.",
        "La entrada El ayuntamiento apoya el puente se publicó primero en Lomera Hoy.",
        "Updated at 18.10 GMT",
        "Share Updated at 18.10 GMT",
        "Sie haben bereits ein Abo? Hier anmelden",
        "Appeared in the March 17, 2031, print edition as 'Dalby Keeps Its Ferry'.",
        "Save",
        "Advertisement",
        "A digital subscription costs Kr 39 a month. Cancel any time.",
        "Abonnez-vous à notre newsletter pour 1 € par mois.",
        "Подпишитесь на наш канал и получайте новости первыми.",
        "アプリをダウンロードして、ニュースレターに登録してください。",
        "版权所有 海岸日报 未经许可不得转载",
    ],
)
def test_a_notice_of_a_page(text: str) -> None:
    assert said(text) >= 3


@pytest.mark.parametrize(
    "text",
    [
        "The trial continues.",
        "“Sign up for our newsletter and cancel any time,” she read aloud.",
        "Ole Rand and Tove Marsh, who own the two cafés on the square, contributed half a million crowns to the roof.",
        "Ten researchers from five countries contributed to this report.",
        "Each stall will pay 20 crowns more a month for it.",
        "The museum put up an advertisement for a new guard.",
        "The council will read the plan again in May.",
    ],
)
def test_a_sentence_of_a_story(text: str) -> None:
    assert said(text) < 3


def test_the_language_of_a_page_decides_which_words_are_looked_for() -> None:
    assert languages_of(["The council said that it would not open the bridge before it is safe."]) == ("en",)
    assert languages_of(["Der Rat sagte, dass er die Brücke nicht vor dem Mai öffnen werde."]) == ("en", "de")
    assert languages_of(["Совет сообщил, что не откроет мост."])[-1] == "ru"
    assert languages_of(["Tsy mbola misy."]) == LATIN


@pytest.mark.parametrize("language", [*LATIN, *OTHERS])
def test_every_list_is_known_and_no_phrase_is_empty(language: str) -> None:
    words = PageWords([language])
    for name in ("sure", "labels", "hints", "calls", "reader", "makers", "authors", "pictures", "weather"):
        phrases = words.phrases(name)
        assert phrases
        assert all(phrase.strip(" *") for phrase in phrases)


@pytest.mark.parametrize("language", [*LATIN, *OTHERS])
def test_each_phrase_is_found_in_itself(language: str) -> None:
    known = PageWords((language,))
    for name, phrases in known.listed.items():
        for phrase in phrases:
            text = phrase.replace("*", "")
            assert name in {one.name for one in known.find(text)}, phrase
