"""Entries for what an updated article says differently about one subject, and what must give no entry."""

import pytest

from diffing.ledger.build import ledger
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.remaining.told_otherwise import with_told_otherwise
from tests.diffing.ledger.compared import context

_REST = {
    "en": "The town of Orsen lies at the foot of a dam that was built sixty winters ago, and its people fish there. "
    "They sell smoked eels to the visitors who come over the pass.",
    "de": "Der Ort Orsen liegt am Fuß eines Damms, der vor langer Zeit gebaut wurde, und seine Leute fischen im See. "
    "Sie verkaufen Aale an die Besucher, die über den Pass kommen.",
    "es": "El pueblo de Orsen está al pie de una presa que fue construida hace mucho tiempo, y su gente pesca allí. "
    "Vende anguilas ahumadas a los visitantes que llegan por el puerto.",
    "fr": "Le village d'Orsen est au pied d'un barrage qui fut construit il y a longtemps, et ses gens y pêchent. "
    "Ils vendent des anguilles fumées aux visiteurs qui arrivent par le col, et du pain aux gardiens du barrage. "
    "Le col est fermé de novembre à mai, quand la neige le couvre.",
}


def told(old: str, new: str, language: str = "en") -> list[tuple[str, str]]:
    """The words of the entries of what is told otherwise, with a paragraph that both articles have before them."""
    given = context(_REST[language] + "\n\n" + old, _REST[language] + "\n\n" + new, language)
    return [
        (
            " / ".join(place.words(given.articles.left) for place in entry.left),
            " / ".join(place.words(given.articles.right) for place in entry.right),
        )
        for entry in ledger(given.comparison).entries
        if (entry.subject, entry.change, entry.detail) == (Subject.CONTENT, Change.CHANGED, None)
    ]


@pytest.mark.parametrize(
    ("old", "new", "left", "right"),
    [
        pytest.param(
            "The road between Orsen and Lough Tay is blocked by fallen trees.",
            "The road between Orsen and Lough Tay is open again.",
            "blocked by fallen trees",
            "open again",
            id="the end of a sentence",
        ),
        pytest.param(
            "The keeper of the dam, Ilse Marr, waited for the army.",
            "The keeper of the dam, Ilse Marr, locked herself into her hut.",
            "waited for the army",
            "locked herself into her hut",
            id="the deed of a person",
        ),
        pytest.param(
            "The lake is 14 metres deep. The ferries stay in port. The airline said its flights would run normally.",
            "The lake is 18 metres deep. The ferries stay in port. The airline said it had cancelled all flights.",
            "its flights would run normally",
            "it had cancelled all flights",
            id="a word that both have, in an update for sure",
        ),
        pytest.param(
            "The railway to Lough Tay is not affected.",
            "The railway to Lough Tay is cut since Thursday.",
            "not affected",
            "cut since Thursday",
            id="a date and a negation besides",
        ),
        pytest.param(
            "Two boats lie in the harbour of Orsen. The pumps are working.",
            "Two boats lie in the harbour of Orsen. A fisherman drowned.",
            "The pumps are working",
            "A fisherman drowned",
            id="a sentence between the same ones",
        ),
    ],
)
def test_what_is_told_otherwise(old: str, new: str, left: str, right: str) -> None:
    assert told(old, new) == [(left, right)]
    assert told(new, old) == [(right, left)]


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        (
            "de",
            "Die Straße von Orsen nach Tannberg ist durch Bäume versperrt.",
            "Die Straße von Orsen nach Tannberg wird heute freigegeben.",
        ),
        (
            "es",
            "La carretera de Orsen a Lomera está llena de árboles caídos.",
            "La carretera de Orsen a Lomera vuelve a tener tráfico.",
        ),
        (
            "fr",
            "La route d'Orsen à Valcombe est encombrée d'arbres tombés.",
            "La route d'Orsen à Valcombe accueille de nouveau les voitures.",
        ),
    ],
)
def test_in_other_languages(language: str, old: str, new: str) -> None:
    assert len(told(old, new, language)) == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(
            "The keeper of the dam opened the small gate at dawn.",
            "The keeper of the dam opened the little gate at dawn.",
            id="one word for another",
        ),
        pytest.param(
            "The keeper of the dam opened the gate, and the water ran into the fields of the lower farms.",
            "The keeper of the dam let the gate up, and the water poured over the meadows of the lower farms.",
            id="several other words in one sentence",
        ),
        pytest.param(
            "The keeper of the dam sells eels in the market of Orsen.",
            "The keeper of the dam was selling an eel at the Orsen market.",
            id="forms of the same words",
        ),
        pytest.param(
            "The airline of Orsen said its flights would run normally.",
            "The airline of Orsen said all flights were normal.",
            id="most words in another form",
        ),
        pytest.param(
            "Some 16 boats lie in the harbour of Orsen.", "Sixteen boats lie in the harbour of Orsen.", id="a number"
        ),
        pytest.param(
            "Hear the keeper of the dam: https://orsen.example/audio/keeper-of-the-dam",
            "Hear the keeper of the dam: https://orsen.example/sound/twelve-minutes-long",
            id="an address",
        ),
    ],
)
def test_what_says_the_same(old: str, new: str) -> None:
    assert not told(old, new)


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        pytest.param("fr", "Aucun blessé n'est à déplorer.", "Il n'y a pas de blessés.", id="no harm"),
        pytest.param("es", "Nadie resultó herido en Orsen.", "No hubo heridos en Orsen.", id="nobody harmed"),
        pytest.param("en", "Trade on the pass fell sharply.", "Trade on the pass dropped steeply.", id="synonyms"),
    ],
)
def test_what_says_the_same_by_other_words(language: str, old: str, new: str) -> None:
    keeper = {
        "fr": "Le lac a 14 mètres de fond.",
        "es": "El lago tiene 14 metros.",
        "en": "The lake is 14 metres deep.",
    }
    first = keeper[language]
    assert not told(f"{first} {old}", f"{first.replace('14', '18')} {new}", language)


_CHANGED_SENTENCE = (
    "The guards of the dam have been asked to pack their bags and to wait for the army, which will come at noon.",
    "The guards of the dam were taken by boat to Tannberg in the night; one of them refused to leave, the army says.",
)


def test_an_update_tells_a_sentence_otherwise_with_several_changes() -> None:
    old, new = _CHANGED_SENTENCE
    ((left, right),) = told(f"The lake is 14 metres deep now. {old}", f"The lake is 18 metres deep now. {new}")
    assert "pack their bags" in left
    assert "refused to leave" in right


def test_several_changes_of_a_sentence_tell_the_same_where_all_facts_stay() -> None:
    old, new = (f"{_REST['en']}\n\nThe lake is 14 metres deep now. {one}" for one in _CHANGED_SENTENCE)
    assert with_told_otherwise(context(old, new, "en"), []) == []


def test_an_update_begins_with_its_headline_and_its_first_paragraph() -> None:
    old = "Boats rescue forty from Orsen\n\nBoats brought forty people out of Orsen."
    new = "Dam above Orsen bursts\n\nThe dam burst in the night."
    rest = _REST["en"] + "\n\nThe lake is {} metres deep. It was 9 metres deep in May, the guards of the dam say."
    given = context(f"{old} {rest.format(14)}", f"{new} {rest.format(18)}", "en")
    assert [entry.subject for entry in ledger(given.comparison).entries][:3] == [
        Subject.HEADLINE,
        Subject.CONTENT,
        Subject.NUMBER,
    ]


def test_a_rewritten_article_has_none() -> None:
    given = context(
        "The road between Orsen and Lough Tay is blocked by fallen trees. For how long is unknown, the town hall says.",
        "No car can pass from Orsen to Lough Tay, where a storm felled trees. How long this lasts is not yet known.",
        "en",
    )
    found: list[Entry] = []
    assert with_told_otherwise(given, found) == found
