"""Other words in otherwise equal sentences, and the words that are left to another subject."""

import pytest

from diffing.ledger.core.model import Change
from diffing.ledger.remaining.other_words import other_word_entries
from tests.diffing.ledger.compared import context, short

_BEFORE = (
    "The valley lies between the hills and the sea, and this is where the people of the town have their gardens. "
    "There is a market in the old square that is open to all those who want to buy the bread which is sold there.\n\n"
)
_SENTENCE = "The keeper of the old light gave {} to the widow at the quay when the ships had left the bay."


@pytest.mark.parametrize(
    ("old", "new", "left", "right"),
    [
        ("the purse", "the bottle", "purse", "bottle"),
        ("the purse", "the heavy purse", "", "heavy"),
        ("the purse, unopened,", "the purse", ", unopened,", ""),
        ("the small light", "the small night", "light", "night"),
        ("the first purse", "the longest purse", "first", "longest"),
        pytest.param("a Syrian man", "a man", "Syrian", "", id="where somebody comes from"),
        pytest.param("a man", "a Muslim man", "", "Muslim", id="faith"),
    ],
)
def test_other_words(old: str, new: str, left: str, right: str) -> None:
    both = context(_BEFORE + _SENTENCE.format(old), _BEFORE + _SENTENCE.format(new), "en")
    change = Change.CHANGED if left and right else Change.GONE if left else Change.NEW
    assert [short(entry, both) for entry in other_word_entries(both, ())] == [("content", change, left, right)]


_VERB = "The keeper {} the storm that the people of the old town fear most in the dark days of the year."


@pytest.mark.parametrize(
    ("old", "new", "is_told"),
    [
        ("cures", "causes", True),  # a cause stands on one side alone
        ("accuses", "defends", True),
        ("blamed", "praised", True),
        ("should stop", "could stop", False),  # words of grammar are compared with their absence
        ("likely stops", "possibly stops", False),  # both are hedges
    ],
)
def test_a_word_that_another_subject_reads_on_one_side_alone(old: str, new: str, *, is_told: bool) -> None:
    both = context(_BEFORE + _VERB.format(old), _BEFORE + _VERB.format(new), "en")
    found = [("content", Change.CHANGED, old, new)] if is_told else []
    assert [short(entry, both) for entry in other_word_entries(both, ())] == found


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("the purse", "this purse", id="function words"),
        pytest.param("the opened purse", "the opening purse", id="forms of a word"),
        pytest.param("10 000 crowns", "10,000 crowns", id="marks in figures"),
        pytest.param("the [p]urse", "the purse", id="marks in words"),
        pytest.param("two crowns", "2 crowns", id="a number"),
        pytest.param("9 persons rice", "9 people rice", id="what a number counts"),
        pytest.param("Mrs Orde's purse", "Nancy Orde's purse", id="names"),
        pytest.param("the purse on Monday", "the purse on Tuesday", id="a date"),
        pytest.param("rarely", "rarely (or never)", id="a negation"),
    ],
)
def test_words_that_are_the_same_or_left_to_a_subject(old: str, new: str) -> None:
    both = context(_BEFORE + _SENTENCE.format(old), _BEFORE + _SENTENCE.format(new), "en")
    assert list(other_word_entries(both, ())) == []


def test_words_of_another_entry_and_rewritten_articles_make_none() -> None:
    old, new = _SENTENCE.format("the purse"), _SENTENCE.format("the bottle")
    both = context(_BEFORE + old, _BEFORE + new, "en")
    (entry,) = other_word_entries(both, ())
    assert list(other_word_entries(both, (entry,))) == []
    rewritten = context(
        f"The bakers want lower rents for ovens.\n\n{old}", f"Rents are too high, say bakers.\n\n{new}", "en"
    )
    assert list(other_word_entries(rewritten, ())) == []


@pytest.mark.parametrize(
    ("sentence", "denial"),
    [
        pytest.param("Primarul Ion Văleanu a spus că orașul {}va închide școala înainte de iarnă.", "nu", id="ro"),
        pytest.param("L'alcaldessa Núria Serra ha dit que {}tancarà l'escola del barri aquest estiu.", "no", id="ca"),
        pytest.param("O alcalde dixo que a escola da vila {}pechará, pero que haberá obras no verán.", "non", id="gl"),
        pytest.param("Gradonačelnik je rekao da grad {}namjerava zatvoriti školu prije zime.", "ne", id="hr"),
        pytest.param("Кметът каза, че общината {}възнамерява да затвори училището.", "не", id="bg"),
        pytest.param("Міський голова сказав, що місто {}має наміру закривати школу.", "не", id="uk"),
        pytest.param("Burmistrz Anna Zawada powiedziała, że szkoła {}zostanie zamknięta przed zimą.", "nie", id="pl"),
        pytest.param("Η δήμαρχος είπε ότι ο δήμος {}θα κλείσει το σχολείο πριν από τον χειμώνα.", "δεν", id="el"),
    ],
)
def test_a_denial_in_a_language_without_a_list_of_function_words(sentence: str, denial: str) -> None:
    both = context(sentence.format(f"{denial} "), sentence.format(""), "")
    assert [short(entry, both) for entry in other_word_entries(both, ())] == [("content", Change.GONE, denial, "")]


_QUAY = "the town of Corrin will rebuild the old quay next to the mill"


@pytest.mark.parametrize(
    ("old", "new", "left"),
    [
        (f"Once the state pays, {_QUAY}.", f"{_QUAY.capitalize()}.", "Once the state pays,"),
        (f"Then {_QUAY} because the state pays.", f"Then {_QUAY}.", "because the state pays"),
        (f"Then {_QUAY}, which was built by monks.", f"Then {_QUAY}.", ", which was built by monks"),
        pytest.param(f"Then {_QUAY} because of that.", f"Then {_QUAY}.", None, id="without content"),
        pytest.param(f"Then {_QUAY} because the state pays.", f"Because the state pays, {_QUAY}.", None, id="moved"),
        pytest.param(f"Then {_QUAY} on 3 May next year.", f"Then {_QUAY}.", None, id="a date"),
    ],
)
def test_a_clause_that_only_one_side_has(old: str, new: str, left: str | None) -> None:
    both = context(_BEFORE + old, _BEFORE + new, "en")
    found = [] if left is None else [("content", Change.GONE, left, "")]
    assert [short(entry, both) for entry in other_word_entries(both, ())] == found


def test_a_word_of_grammar_with_an_accent() -> None:
    """The compared form of 'à' is 'a', which is no word of grammar."""
    sentence = (
        "Les élèves de la vieille école {}ont été blessés dans la rue du port {}quand le vent est venu de la mer."
    )
    before = "La vallée est entre les collines et la mer, et c'est là que les gens de la ville ont leurs jardins.\n\n"
    old, new = sentence.format("de Vernelle ", ""), sentence.format("", "à Vernelle ")
    assert not [*other_word_entries(context(before + old, before + new, "fr"), ())]
