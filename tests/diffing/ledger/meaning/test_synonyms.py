"""The word that a negation denies is found in a rewritten sentence that has a synonym of it."""

import pytest

from diffing.ledger.meaning.changes import meaning_entries
from tests.diffing.ledger.compared import found

DENIED = [
    ("en", "The inquiry did not believe the story.", "The story convinced the inquiry."),
    (
        "en",
        "The firm is not looking for a buyer, its owner said.",
        "Its owner said that the firm is searching for a buyer.",
    ),
    (
        "en",
        "Such reports do not examine the noise near young families.",
        "The reports talk about noise near the young families.",
    ),
    (
        "en",
        "Better pay does not always mean happier workers.",
        "Better pay will always lead to happier workers, it said.",
    ),
    ("de", "Der Bericht untersucht den Lärm nicht.", "Der Bericht prüft auch den Lärm."),
    ("es", "Los vecinos no fueron avisados de la fuga.", "Los vecinos habían sido ya alertados de la fuga."),
    ("fr", "Les riverains n’ont pas été prévenus de la fuite.", "Les riverains ont été alertés de la fuite."),
    ("it", "Gli agenti non hanno esaminato la lettera.", "La lettera era stata studiata dagli agenti."),
    ("nl", "De boot is niet gestolen.", "De boot werd ontvreemd."),
    ("pt", "Os moradores não foram avisados da fuga.", "Os moradores tinham sido alertados da fuga."),
    ("zh", "警方没有调查这座桥的倒塌。", "警方检查了这座桥的倒塌。"),
    ("ru", "Жители не были предупреждены об утечке.", "Жители были оповещены об утечке."),
]


@pytest.mark.parametrize(("language", "left", "right"), DENIED)
def test_what_the_other_side_says_by_a_synonym_is_stated_there(language: str, left: str, right: str) -> None:
    entries = found(meaning_entries, left, right, language)
    assert [(subject, change) for subject, change, *_ in entries] == [("negation", "gone")]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        # Another thing, or another doer.
        ("The firm is not looking for a buyer.", "The firm sought more time from its banks."),
        ("She did not see the play as a comedy.", "She thought the play was a tragedy."),
        ("The council did not discuss the bridge.", "The council looked at the budget on Monday."),
        ("The city did not provide tents for the night.", "Churches supplied tents for the night."),
        (
            "Growing hay may mean that farmers do not grow other crops.",
            "Hay, in increased amounts, may replace other crops.",
        ),
        # The other side says more of the same word.
        ("The car was not stolen.", "The car was taken to a garage."),
        # It is denied there too, or said by the opposite.
        ("The inquiry did not believe the story.", "The story did not convince the inquiry."),
        ("The meeting did not happen.", "The meeting was called off."),
        ("The school was not given any money.", "The school was left without money, and received a prize."),
        # The word is a noun there.
        ("The crew did not leave the ship.", "The crew stayed on the ship on its left side."),
    ],
)
def test_another_statement_is_no_synonym(left: str, right: str) -> None:
    assert [one for one in found(meaning_entries, left, right) if one[0] == "negation"] == []
