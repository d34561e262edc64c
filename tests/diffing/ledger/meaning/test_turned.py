"""Words that turn the statement of an otherwise equal sentence, and words that do not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diffing.ledger.core.details import Senses
from diffing.ledger.language.lexicon import LANGUAGES, lexicon
from diffing.ledger.meaning.turned import turned_entries
from tests.diffing.ledger.compared import context, found

_PARTS = ("The ferry", " rose", " fell", " not", " before", " after", " all", " none", ".", " If it rains, ", " former")


@pytest.mark.parametrize(
    ("left", "right", "entries"),
    [
        ("Rents rose in May.", "Rents fell in May.", [("content", "changed", "rose", "fell")]),
        ("Rents rose in May.", "Rents climbed in May.", []),
        ("Rents rose in May.", "Rents did not rise in May.", [("negation", "new", "", "not")]),
        ("Rents rose, and then wages fell.", "Wages fell, and then rents rose.", []),
        ("The mayor of Lisk left.", "The former mayor of Lisk left.", [("content", "new", "", "former")]),
        ("The ex-mayor of Lisk left.", "The former mayor of Lisk left.", []),
        ("It cost the town almost 200 crowns.", "It cost the town 200 crowns.", []),
        ("It cost the town almost two hundred crowns.", "It cost the town two hundred crowns.", []),
        (
            "The port closes on Monday, if the wind is strong.",
            "The port closes on Monday.",
            [("content", "gone", "if the wind is strong", "")],
        ),
        ("The talks ended without a deal.", "The talks ended.", [("content", "gone", "without a deal", "")]),
        ("The talks ended without a deal.", "The talks ended quickly.", []),
        ("The drone flew without a pilot.", "The pilotless drone flew.", []),
        ("The bridge is, without doubt, old.", "The bridge is old.", []),
        ("The port closes on Monday if he is ill.", "The port closes on Monday when he is ill.", []),
        (
            "Police clear the mayor of theft.",
            "Police charge the mayor with theft.",
            [("content", "changed", "clear the mayor of", "charge the mayor with")],
        ),
        (
            "The judge cleared Ada Holt of fraud in May.",
            "The judge convicted Ada Holt of fraud in May.",
            [("content", "changed", "cleared Ada Holt of", "convicted Ada Holt of")],
        ),
        (
            "Police dropped the case against the firm.",
            "Police reopened the case against the firm.",
            [("content", "changed", "dropped the case", "reopened the case")],
        ),
        (
            "Police drop the case against the mayor of Lisk.",
            "Police arrest the mayor of Lisk.",
            [("content", "changed", "drop the case", "arrest")],
        ),
        (
            "Rebels captured the village of Lisk on Sunday.",
            "Rebels lost the village of Lisk on Sunday.",
            [("content", "changed", "captured", "lost")],
        ),
        ("Rebels captured the village of Lisk.", "Rebels seized the village of Lisk.", []),
        (
            "The mill is shut until it rains.",
            "The mill is shut unless it rains.",
            [("content", "changed", "until", "unless")],
        ),
        ("The mill will not open until it rains.", "The mill will not open unless it rains.", []),
        ("Until it rains, the mill will not open.", "Unless it rains, the mill will not open.", []),
        ("The miller refused to open it until he is paid.", "The miller refused to open it unless he is paid.", []),
        ("The mill is shut until it rains.", "The mill is shut till it rains.", []),
        ("Police frees the mayor of Lisk.", "Police releases the mayor of Lisk.", []),
        ("The shop charged two crowns for a map.", "The shop asked two crowns for a map.", []),
        ("Prices fell and ships left port.", "Nobody in the town knew why the wages of the sailors rose.", []),
    ],
)
def test_entries(left: str, right: str, entries: list[tuple[str, str, str, str]]) -> None:
    assert found(turned_entries, left, right, "en") == entries


@pytest.mark.parametrize(
    ("language", "left", "right", "words"),
    [
        (
            "es",
            "La policía detiene al alcalde de Lisk.",
            "La policía libera al alcalde de Lisk.",
            ("detiene", "libera"),
        ),
        ("es", "El ejército tomó el pueblo de Lisk.", "El ejército perdió el pueblo de Lisk.", ("tomó", "perdió")),
        ("fr", "La police arrête le maire de Lisk.", "La police relâche le maire de Lisk.", ("arrête", "relâche")),
        (
            "de",
            "Die Armee eroberte das Dorf am Montag.",
            "Die Armee verlor das Dorf am Montag.",
            ("eroberte", "verlor"),
        ),
        ("ru", "Армия захватила село Лиск в мае.", "Армия потеряла село Лиск в мае.", ("захватила", "потеряла")),
        ("de", "Die Fähre ruht, bis es taut.", "Die Fähre ruht, es sei denn, es taut.", ("bis", "es sei denn")),
        ("es", "El bar abre hasta que llueva.", "El bar abre a menos que llueva.", ("hasta que", "a menos que")),
        ("fr", "Il dort jusqu'à ce qu'il pleuve.", "Il dort à moins qu'il pleuve.", ("jusqu'à ce qu", "à moins qu")),
        ("it", "La nave resta qui finché piove.", "La nave resta qui a meno che piova.", ("finché", "a meno che")),
        ("nl", "De boot vaart totdat het regent.", "De boot vaart tenzij het regent.", ("totdat", "tenzij")),
        ("pt", "O bar abre até que chova.", "O bar abre a menos que chova.", ("até que", "a menos que")),
        # How great damage is.
        ("fr", "Le moulin a de légers dégâts.", "Le moulin a de lourds dégâts.", ("légers", "lourds")),
        ("zh", "大桥在周一的洪水中严重受损。", "大桥在周一的洪水中轻微受损。", ("严重", "轻微")),
        # The stages of a case as nouns.
        ("en", "She stayed after her indictment.", "She stayed after her conviction.", ("indictment", "conviction")),
        ("de", "Nach der Festnahme sprach er.", "Nach der Freilassung sprach er.", ("Festnahme", "Freilassung")),
        ("es", "Tras su imputación habló.", "Tras su condena habló.", ("imputación", "condena")),
        ("fr", "Il part après sa mise en examen.", "Il part après sa relaxe.", ("mise en examen", "relaxe")),
        ("it", "Dopo la condanna ha parlato.", "Dopo l'assoluzione ha parlato.", ("condanna", "assoluzione")),
        ("nl", "Na de arrestatie sprak hij.", "Na de vrijlating sprak hij.", ("arrestatie", "vrijlating")),
        ("pt", "Após a absolvição, falou.", "Após a condenação, falou.", ("absolvição", "condenação")),
        ("ru", "После ареста он говорил.", "После освобождения он говорил.", ("ареста", "освобождения")),
    ],
)
def test_other_languages(language: str, left: str, right: str, words: tuple[str, str]) -> None:
    assert found(turned_entries, left, right, language) == [("content", "changed", *words)]


def test_an_entry_names_the_classes_of_its_words() -> None:
    entry = next(turned_entries(context("Rents rose in May.", "Rents fell in May.", "en")))
    assert entry.detail == Senses("up", "down")


@pytest.mark.parametrize("right", ["降雨大大影响了城市的交通。", "降雨影响严重，城市的交通停了。"])
def test_how_great_damage_is_has_synonyms_and_moves(right: str) -> None:
    assert found(turned_entries, "降雨严重影响了城市的交通。", right, "zh") == []


def test_another_language_has_no_entry() -> None:
    assert found(turned_entries, "Rents rose in May.", "Rents fell in May.", "tlh") == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_has_one_class_in_a_group(language: str) -> None:
    for group, senses in lexicon(language).get("turns", {}).get("groups", {}).items():
        words = [word for phrases in senses.values() for word in phrases]
        assert sorted(set(words)) == sorted(words), group


@settings(max_examples=60)
@given(st.lists(st.sampled_from(_PARTS), max_size=9), st.lists(st.sampled_from(_PARTS), max_size=9))
def test_exchanged_sides_exchange_the_entries(left: list[str], right: list[str]) -> None:
    one, other = "".join(("A quiet day", *left)), "".join(("A quiet day", *right))
    there = {entry.places for entry in turned_entries(context(one, other, "en"))}
    back = {entry.places.swapped() for entry in turned_entries(context(other, one, "en"))}
    assert there == back
