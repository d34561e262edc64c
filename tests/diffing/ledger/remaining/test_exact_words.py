"""Small words that turn a statement where they are the whole change."""

import pytest

from diffing.ledger.core.details import Senses
from diffing.ledger.meaning.changes import meaning_entries
from diffing.ledger.meaning.turned import turned_entries
from diffing.ledger.remaining.exact_words import exact_entries
from tests.diffing.ledger.compared import context, short


@pytest.mark.parametrize(
    ("language", "left", "right", "old", "new"),
    [
        ("en", "The unions voted for the plan.", "The unions voted against the plan.", "for", "against"),
        ("en", "The barge goes to Orvik.", "The barge goes from Orvik.", "to", "from"),
        ("en", "Rents rose by 5% in May.", "Rents rose to 5% in May.", "by", "to"),
        ("en", "The wreck lies on the Lobos bank.", "The wreck lies near the Lobos bank.", "on", "near"),
        ("en", "He faces a fine and a ban.", "He faces a fine or a ban.", "and", "or"),
        ("en", "The judge said he was tired.", "The judge said she was tired.", "he", "she"),
        ("en", "The quay opens if the storm ends.", "The quay opens when the storm ends.", "if", "when"),
        ("en", "The quay would close in May.", "The quay will close in May.", "would", "will"),
        ("en", "Few tenants oppose the mine.", "A few tenants oppose the mine.", "Few", "A few"),
        ("en", "Tenants oppose the mine.", "All tenants oppose the mine.", "", "All"),
        ("en", "The mine has a permit for coal.", "The mine only has a permit for coal.", "", "only"),
        ("de", "Die Mieten stiegen um 5 Prozent.", "Die Mieten stiegen auf 5 Prozent.", "um", "auf"),
        ("de", "Der Rat ist für den Plan.", "Der Rat ist gegen den Plan.", "für", "gegen"),
        ("de", "Mieter lehnen die Grube ab.", "Alle Mieter lehnen die Grube ab.", "", "Alle"),
        ("es", "Los vecinos pagan la obra.", "Todos los vecinos pagan la obra.", "Los", "Todos los"),
        ("es", "El tren sale de Orvik.", "El tren sale hacia Orvik.", "de", "hacia"),
        ("fr", "Les loyers ont augmenté de 5 %.", "Les loyers ont augmenté à 5 %.", "de", "à"),
        ("fr", "Les voisins paient.", "Certains voisins paient.", "Les", "Certains"),
        ("it", "Il sindaco è per il piano.", "Il sindaco è contro il piano.", "per", "contro"),
        ("nl", "De huren stegen met 5 procent.", "De huren stegen tot 5 procent.", "met", "tot"),
        ("pt", "Os vizinhos pagam a obra.", "Só os vizinhos pagam a obra.", "Os", "Só os"),
        ("ru", "Цены выросли на 5 процентов.", "Цены выросли до 5 процентов.", "на", "до"),
        ("ru", "Совет за этот план.", "Совет против этого плана.", "", ""),
        ("zh", "房租上涨了百分之五。", "房租上涨到百分之五。", "了", "到"),
        ("zh", "村民反对这个矿。", "所有村民反对这个矿。", "", "所有"),
    ],
)
def test_words_that_turn_a_statement(language: str, left: str, right: str, old: str, new: str) -> None:
    both = context(left, right, language)
    change = "changed" if old and new else "gone" if old else "new"
    expected = [("content", change, old, new)] if old or new else []
    assert [short(entry, both) for entry in exact_entries(both, ())] == expected


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("Could you row us over?", "Can you row us over?", id="a question"),
        pytest.param("Could you row us over, he asked.", "Can you row us over, he asked.", id="a question inside"),
        pytest.param("The mine only has a permit.", "The mine has only a permit.", id="a word that moved"),
        pytest.param("He left at noon with his men.", "He left at noon beside his men.", id="words of no group"),
        pytest.param("All tenants pay.", "Each and every tenant pays.", id="other words beside it"),
    ],
)
def test_words_that_turn_nothing(left: str, right: str) -> None:
    assert list(exact_entries(context(left, right, "en"), ())) == []


@pytest.mark.parametrize(
    ("language", "left", "right", "senses"),
    [
        ("en", "The tax would hurt farms.", "The tax might hurt farms.", ("expected", "possible")),
        ("en", "The tax may hurt farms.", "The tax can hurt farms.", ("possible", "able")),
        ("en", "The tax would hurt farms.", "The tax will hurt farms.", ("conditional", "future")),
        ("en", "The tax has to change.", "The tax ought to change.", ("required", "advised")),
        ("en", "The port opens unless it rains.", "The port opens after it rains.", ("conditional", "fact")),
        ("en", "He threatened to close the quay.", "He hoped to close the quay.", ("undecided", "planned")),
        ("en", "The mayor promised an inquiry.", "The mayor ruled out an inquiry.", ("possible", "excluded")),
        ("de", "Die Steuer würde den Höfen schaden.", "Die Steuer wird den Höfen schaden.", ("conditional", "future")),
        ("de", "Die Höfe müssen das Geld zahlen.", "Die Höfe dürfen das Geld zahlen.", ("required", "possible")),
        ("fr", "La taxe pourrait nuire.", "La taxe peut nuire.", ("conditional", "present")),
        ("es", "La tasa podría subir.", "La tasa puede subir.", ("conditional", "present")),
        ("it", "La tassa potrebbe salire.", "La tassa può salire.", ("conditional", "present")),
        ("pt", "A taxa poderia subir.", "A taxa pode subir.", ("conditional", "present")),
        (
            "nl",
            "De boeren moeten de belasting betalen.",
            "De boeren mogen de belasting betalen.",
            ("required", "possible"),
        ),
        ("ru", "Они обязаны платить налог.", "Они вправе платить налог.", ("required", "possible")),
        ("zh", "村民必须离开。", "村民可以离开。", ("required", "possible")),
    ],
)
def test_the_classes_of_the_words_are_true(language: str, left: str, right: str, senses: tuple[str, str]) -> None:
    both = context(left, right, language)
    found = [*meaning_entries(both), *turned_entries(both)]
    found += exact_entries(both, found)
    assert [entry.detail for entry in found] == [Senses(*senses)]
