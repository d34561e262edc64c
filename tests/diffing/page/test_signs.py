"""Lines that are known by their form: times, bylines, captions, the weather."""

import pytest

from diffing.page.phrases import LATIN, page_words
from diffing.page.signs import LineSigns, is_stamp, opening_label, says_weather, weather_signs

WORDS = page_words((*LATIN, "zh", "ja", "ru"))
SIGNS = LineSigns(WORDS)


@pytest.mark.parametrize("text", ["10:15 a.m.", "8:05", "14.30 Uhr", "18h30", "[09:20 GMT]"])
def test_a_stamp(text: str) -> None:
    assert is_stamp(text)


@pytest.mark.parametrize(
    "text", ["Karlsund – Dalby 3:1", "Nora Vik 1.52.07", "11:40 | El viento amaina", "1,200", "41"]
)
def test_no_stamp(text: str) -> None:
    assert not is_stamp(text)


def test_the_label_that_opens_a_post() -> None:
    assert opening_label("09:30 | La carretera") == opening_label("11:40 | El viento amaina") == "00:00 | "
    assert opening_label("La carretera sigue cortada") == ""
    assert opening_label("10:15") == ""


@pytest.mark.parametrize(
    "text",
    [
        "Swans on the mill pond in Lindvik, January 2029. Photo: Nina Holm/Norrfoto",
        "A swan lands on the mill pond of Lindvik on Saturday. (Nina Holm/Norrfoto)",
        "Un castor sur la digue de la Sorle, en avril. PHOTO LUC MERCIER",
        "Fachada de la biblioteca, el 3 de septiembre. FOTO: Inés Duarte",
        "The east pier of Vellmar in May 2029 (Nordfoto) / Mikal Holm",
        "The pier at dawn (AP Photo/Ole Rand)",
        "Der Teich im Winter © dpa",
        "Limanda sabah, mayıs 2029. FOTOĞRAF: Ada Lind",
        "A castle on the hill of Lindvik. İMAGE: Ada Lind",
        "海港的清晨。韩立群 摄",
    ],
)
def test_a_caption(text: str) -> None:
    assert SIGNS.is_caption(text)


@pytest.mark.parametrize(
    "text",
    [
        "He took the photo in Paris.",
        "The rates of births and/or deaths rose (see page 4).",
        "She joined the union in 1990 and left it again (and/or was thrown out).",
        "The picture: a town without a square.",
        "The trial continues (AFP/Reuters)",
    ],
)
def test_no_caption(text: str) -> None:
    assert not SIGNS.is_caption(text)


@pytest.mark.parametrize(
    "text",
    [
        "By Ole Rand",
        "By Ole Rand, Tove Lind and Karl Aas Vellmar Courier",
        "The Vellmar Courier — By OLE RAND, TOVE LIND and KARL AAS - Vellmar Courier",
        "Von Karl Aas und Nina Vik",
        "Shutter Agency / Mikal HOLM / Nordfoto / File 2030",
    ],
)
def test_a_byline(text: str) -> None:
    assert SIGNS.is_byline(text)


@pytest.mark.parametrize("text", ["By the sea", "By Sunday the bridge will be open", "Von Hamburg nach Bremen zu Fuß"])
def test_no_byline(text: str) -> None:
    assert not SIGNS.is_byline(text)


def test_the_weather() -> None:
    for text in ("Dalby: light rain, 7 °C, wind from the west at 5 m/s", "Mist. Up to 41F. Gusts from 5 to 10 mph.."):
        assert weather_signs(text, WORDS.find(text)) == 4
    now = "Dalby now: rain over the harbour"
    assert says_weather(WORDS.find(now))
    assert weather_signs(now, WORDS.find(now)) == 0
    assert not says_weather(WORDS.find("Rain closes the harbour of Dalby"))


def test_names_without_end_are_read_in_bounded_time() -> None:
    assert not SIGNS.is_byline("By " + "A-" * 100_000)
    assert not SIGNS.is_caption("Photo " + "A / " * 50_000 + "(")
    assert not SIGNS.is_caption("(" + "Ab Cd " * 50_000)
