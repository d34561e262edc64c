import pytest

from diffing.text.sequences import most_alike
from diffing.translation.romanised import other_sounds, romanised, sounds
from diffing.translation.stems import folded


@pytest.mark.parametrize(
    ("word", "latin"),
    [
        ("Зеленский", "zelenskii"),
        ("Αθήνα", "athina"),
        ("モスクワ", "mosukuwa"),
        ("ティム", "timu"),
        ("ジャック", "jaku"),
        ("서울", "seoul"),
        ("दिल्ली", "dilli"),
        ("القاهرة", "alkahr"),
        ("ירושלים", "irvshlim"),
        ("Łódź", "lodz"),
        ("Ægir", "egir"),
    ],
)
def test_letters_in_latin(word: str, latin: str) -> None:
    assert romanised(folded(word)) == latin


@pytest.mark.parametrize(
    ("one", "other"),
    [("Zelensky", "Зеленский"), ("Moscow", "Moskwa"), ("Schewtschenko", "Shevchenko"), ("Γιώργος", "Yiorgos")],
)
def test_names_that_sound_alike(one: str, other: str) -> None:
    own, theirs = sounds(folded(one)), sounds(folded(other))
    assert most_alike(own, [theirs], 0.75)


@pytest.mark.parametrize(("one", "other"), [("Hamburg", "Salzburg"), ("Ivanov", "Petrov"), ("Ortega", "Ortiz")])
def test_names_that_do_not(one: str, other: str) -> None:
    assert not most_alike(sounds(folded(one)), [sounds(folded(other))], 0.75)


@pytest.mark.parametrize(
    ("word", "language", "name"),
    [
        ("יואב", "he", "ioav"),
        ("מיכל", "he", "mikal"),
        ("ג'ורג", "he", "gorg"),
        ("بيير", "ar", "piir"),
        ("رضا", "fa", "reza"),
        ("michal", "en", "mikal"),
    ],
)
def test_names_have_other_readings(word: str, language: str, name: str) -> None:
    consonants = str.maketrans("", "", "aei")
    assert sounds(name).translate(consonants) in {one.translate(consonants) for one in other_sounds(word, language)} | {
        sounds(word).translate(consonants)
    }
