"""Negations, hedges and causes: which of them turn what the other side says, and which do not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diffing.ledger.core.model import Change
from diffing.ledger.language.lexicon import lexicon
from diffing.ledger.meaning.changes import meaning_entries
from diffing.ledger.meaning.cues import cues
from diffing.text.reading import ReadText
from tests.diffing.ledger.compared import context, found

_NEW = {"new": "gone", "gone": "new", "changed": "changed"}


@pytest.mark.parametrize(
    ("left", "right", "change", "words"),
    [
        ("The bridge is safe for cars.", "The bridge is not safe for cars.", "new", "not"),
        ("The bridge isn’t safe for cars.", "The bridge is safe for cars.", "gone", "isn’t"),
        ("She has never met the mayor.", "She has met the mayor.", "gone", "never"),
        ("They left the town with help.", "They left the town without help.", "new", "without"),
        ("They asked without harsh words.", "They asked with harsh words.", "gone", "without"),
        (
            "She was less successful in fending off the court.",
            "She was never less successful in controlling it.",
            "new",
            "never",
        ),
        ("It is the first child-swap case in town.", "It is not the first case in town.", "new", "not"),
        ("He failed to reach the coast.", "He reached the coast.", "gone", "failed to"),
        ("Nobody saw the car leave.", "Anna saw the car leave.", "gone", "Nobody"),
        ("There was no evidence of fraud.", "There was evidence of fraud.", "gone", "no"),
        ("She had no confidence in the vote.", "She had confidence in the vote.", "gone", "no"),
        ("The law would not help small farms.", "The law would help tiny farms.", "gone", "not"),
        ("The mayor said he would not.", "The mayor said he would.", "gone", "not"),
        (
            "She must not learn the list because she cannot write it.",
            "She must learn the list because she cannot write it.",
            "gone",
            "not",
        ),
    ],
)
def test_a_not_that_one_side_has(left: str, right: str, change: str, words: str) -> None:
    expected = ("negation", change, words, "") if change == "gone" else ("negation", change, "", words)
    assert found(meaning_entries, left, right) == [expected]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        # The same force in other words.
        ("The spokesmen did not immediately return requests.", "The spokesmen have not responded to requests."),
        ("They won't come to the town.", "They will not come to the town."),
        ("She did not come to the town.", "She never came to the town."),
        ("with the oil it stopped buying from them", "with what it no longer buys from them"),
        ("He did not stay in the hotel.", "He left the hotel."),
        ("It is not safe for cars.", "It is unsafe for cars."),
        ("He fell into a plane without a pilot.", "He fell into a pilotless plane."),
        ("He could not afford the meat.", "He was unable to afford the meat."),
        ("It is not known whether he lives.", "It is unclear whether he lives."),
        ("She wasn’t sure about the story of survival.", "She was sceptical about the story of survival."),
        ("Most people cannot do it correctly.", "Most people are incapable of doing it correctly."),
        (
            "The planet heats unless emissions of greenhouse gases are reduced.",
            "If emissions are not reduced, the planet heats.",
        ),
        ("She is not even sweating there.", "She has not broken into a sweat there."),
        ("Most people cannot hold their breath for long.", "Most people struggle to hold their breath for long."),
        ("The project is not without controversy.", "The project has been controversial."),
        ("The future is not necessarily secure.", "The future might not be secure."),
        ("Sheehy says they do not have those problems.", "But Sheehy said it can reduce these problems."),
        # What only looks like a 'not', or means nothing of the kind.
        ("Not only the mayor came to the hall.", "The mayor came to the hall."),
        ("No less than 12 people died there.", "12 people died there."),
        ("The house stands at No. 10 in the street.", "The house stands at number 10 in the street."),
        # The 'no' in the name of a thing.
        (
            "Brisk lost in the no-confidence resolution with 61 votes in the house. She is the first premier of Ostland"
            " to be ousted by a no-confidence motion.",
            "It secured 61 votes in the house in support of the no-confidence motion.",
        ),
        ("Brisk won the no-confidence vote with two parties.", "Brisk won a confidence vote with two parties."),
        ("Brisk won the vote of no confidence on Monday.", "Brisk won a confidence vote on Monday."),
        ("The cloth is flammable and thick.", "The cloth is inflammable and thick."),
        ("They flew into the no-fly zone.", "They flew into the closed zone."),
        ("A few hours later they left the town.", "Hours later they left the town."),
        # What the 'not' is about is told of something else, or not at all.
        ("We use local fish and we are not using lakes for it.", "We use local fish for it."),
        ("The cull, which was not popular, began in May.", "The cull began in May."),
    ],
)
def test_no_negation(left: str, right: str) -> None:
    assert [entry for entry in found(meaning_entries, left, right) if entry[0] == "negation"] == []
    assert [entry for entry in found(meaning_entries, right, left) if entry[0] == "negation"] == []


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("The plan may cost a lot.", "The plan will cost a lot.", ("certainty", "gone", "may", "")),
        ("The thief was seen in town.", "The alleged thief was seen in town.", ("certainty", "new", "", "alleged")),
        (
            "Washington’s supposed interest in oil",
            "Washington’s apparent interest in oil",
            ("certainty", "changed", "supposed", "apparent"),
        ),
        (
            "He won a second term in widely disputed elections.",
            "He won a second term after questionable elections.",
            ("certainty", "changed", "widely disputed", "questionable"),
        ),
        ("His deeds could land him in jail.", "His deeds will put him in jail.", ("certainty", "gone", "could", "")),
        ("Perhaps it is too early for that.", "It is too early for that.", ("certainty", "gone", "Perhaps", "")),
        (
            "It forgot how quiet the world could be.",
            "It forgot how quiet the world is.",
            ("certainty", "gone", "could", ""),
        ),
        ("Salt is linked to heart disease.", "Salt causes heart disease.", ("cause", "changed", "linked to", "causes")),
        (
            "He lost the job due to his illness.",
            "He lost the job after his illness.",
            ("cause", "changed", "due to", "after"),
        ),
    ],
)
def test_hedges_and_causes(left: str, right: str, expected: tuple[str, str, str, str]) -> None:
    assert found(meaning_entries, left, right) == [expected]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The plan may cost a lot.", "The plan might cost a lot."),
        ("The alleged thief was seen in town.", "The suspected thief was seen in town."),
        ("The alleged thief was seen in town.", "The supposed thief was seen in town."),
        ("He won a second term in widely disputed elections.", "He won a second term after much-questioned elections."),
        ("He was dubious about the findings.", "He was sceptical about the findings."),
        ("They could hear the sea at night.", "They heard the sea at night."),
        ("They met in May in the town.", "They met in the town."),
        ("The plan may help the town.", "The Plan May Help The Town."),
        ("It is thought to be very old.", "Experts believe it is very old."),
        ("He was supposed to come in spring.", "He was to come in spring."),
        ("The victory was unlikely in the end.", "The victory was probably not to be had in the end."),
        ("The rain led to floods in the south.", "The rain caused floods in the south."),
        ("The flight was due to arrive at noon.", "The flight was to arrive at noon."),
        ("Since the crash, which followed a storm, they are linked to it.", "Since the crash they are tied to it."),
    ],
)
def test_no_hedge_and_no_cause(left: str, right: str) -> None:
    assert found(meaning_entries, left, right) == []
    assert found(meaning_entries, right, left) == []


@pytest.mark.parametrize(
    ("language", "left", "right", "expected"),
    [
        ("es", "El puente no es seguro.", "El puente es seguro.", ("negation", "gone", "no", "")),
        ("es", "El presunto autor fue visto.", "El autor fue visto.", ("certainty", "gone", "presunto", "")),
        (
            "es",
            "La sal está vinculada a males.",
            "La sal provoca males.",
            ("cause", "changed", "vinculada a", "provoca"),
        ),
        ("fr", "Le pont n’est pas sûr.", "Le pont est sûr.", ("negation", "gone", "n’est pas", "")),
        ("fr", "Le plan va échouer.", "Le plan pourrait échouer.", ("certainty", "new", "", "pourrait")),
    ],
)
def test_other_languages(language: str, left: str, right: str, expected: tuple[str, str, str, str]) -> None:
    assert found(meaning_entries, left, right, language) == [expected]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("legal", "illegal"),
        ("safe", "unsafe"),
        ("violent", "non-violent"),
        ("possible", "impossible"),
        ("jail", "no-jail"),
    ],
)
def test_a_prefix_that_says_the_opposite(left: str, right: str) -> None:
    texts = f"The strike was {left} then.", f"The strike was {right} then."
    assert found(meaning_entries, *texts) == [("negation", "changed", left, right)]
    assert found(meaning_entries, *reversed(texts)) == [("negation", "changed", right, left)]


@pytest.mark.parametrize(
    ("language", "left", "right", "word"),
    [
        ("en", "Many do not feel part of the town.", "Many do feel part of the county’s biggest town.", "not"),
        ("en", "Some 70 huts aren’t still standing.", "More than 5,000 of them are still standing.", "aren’t"),
        (
            "en",
            "If it is real, then the seals may not be the only animals that hear it.",
            "If it is more than a myth, the seals may be the only animals that hear it.",
            "not",
        ),
        ("de", "Der Turm ist nicht offen für Gäste.", "Der Turm ist offen für Gäste der größten Kirche.", "nicht"),
        ("es", "Muchos no están listos para salir.", "Muchos están listos para salir de la peor ciudad.", "no"),
        ("fr", "Les gens ne sont pas prêts.", "Les gens sont prêts à quitter la pire ville.", "ne sont pas"),
    ],
)
def test_what_is_said_of_the_degree_of_something_else_answers_no_not(
    language: str, left: str, right: str, word: str
) -> None:
    assert found(meaning_entries, left, right, language) == [("negation", "gone", word, "")]
    assert found(meaning_entries, right, left, language) == [("negation", "new", "", word)]


@pytest.mark.parametrize(
    ("language", "left", "right"),
    [
        ("en", "The river has never been so high in May.", "In May the river has been the highest since the war."),
        ("en", "The river has never been higher.", "The river has been at its highest."),
        ("en", "No storm has been as deadly.", "The storm has been the deadliest."),
        ("en", "The path is not used in winter.", "The path is little used in winter."),
        ("en", "The cave has not been open before.", "The cave has been open for the first time."),
        ("en", "Trains have not stopped here as often as in Wick.", "Trains have stopped here less than in Wick."),
        ("de", "Der Fluss ist nicht so hoch wie im Mai.", "Der Fluss ist weniger hoch als im Mai."),
        ("es", "El río no ha estado tan alto como en mayo.", "El río ha estado en mayo en su máximo."),
    ],
)
def test_a_comparison_is_answered_by_a_degree(language: str, left: str, right: str) -> None:
    assert found(meaning_entries, left, right, language) == []
    assert found(meaning_entries, right, left, language) == []


@pytest.mark.parametrize(
    ("language", "left", "right", "word"),
    [
        ("en", "The guard did not see the car in the yard.", "A car in the yard was seen by the guard.", "not"),
        ("en", "The board did not find that the cook had lied.", "The cook had lied, the board found.", "not"),
        ("de", "Der Wirt nahm das Geld nicht.", "Das Geld hat der Wirt genommen.", ""),
        ("de", "Das Geld hat der Wirt nicht genommen.", "Der Wirt nahm das Geld.", "nicht"),
        ("fr", "Le maire n’a pas pris le train.", "Le maire prend le train.", "n’a pas"),
        ("es", "El alcalde no hizo la obra.", "La obra fue hecha, dijo el alcalde.", "no"),
        ("nl", "De boer heeft het geld niet genomen.", "De boer nam het geld.", "niet"),
    ],
)
def test_the_verb_behind_a_not_may_stand_in_a_form_that_begins_otherwise(
    language: str, left: str, right: str, word: str
) -> None:
    expected = [("negation", "gone", word, "")] if word else []
    assert [one for one in found(meaning_entries, left, right, language) if one[0] == "negation"] == expected


@pytest.mark.parametrize(
    ("left", "right"),
    [
        # The other verb says the opposite.
        ("The clerk did not keep the note.", "The clerk threw the note away."),
        ("The crew did not leave the ship.", "The crew stayed on the ship on its left side."),
        ("The boy did not forget the song.", "The boy knew the song."),
        # It is denied there too.
        ("The guard did not see the car.", "The car was never seen by the guard."),
        ("The guard did not see the car.", "The car went unseen by the guard."),
    ],
)
def test_an_opposite_verb_or_another_statement_is_no_form_of_the_verb(left: str, right: str) -> None:
    assert [one for one in found(meaning_entries, left, right) if one[0] == "negation"] == []
    assert [one for one in found(meaning_entries, right, left) if one[0] == "negation"] == []


def test_with_for_without_before_words_that_say_the_same() -> None:
    left, right = "They ask without seeming rude.", "They ask with coming across as rude."
    assert ("negation", "gone", "without", "") in found(meaning_entries, left, right)
    assert ("negation", "new", "", "without") in found(meaning_entries, right, left)
    assert found(meaning_entries, left, "They ask without coming across as rude.") == []
    assert found(meaning_entries, "They left without a word.", "They left with haste.") == []


def test_a_warning_before_an_event_is_denied_and_not_said_in_the_other_order() -> None:
    left = "The captain did not warn the port before the ship came in, says the board."
    right = "The board says the captain had warned the port before the ship came in."
    assert found(meaning_entries, left, right) == [("negation", "gone", "not", "")]
    # A word that stands before the 'before' on both sides shows no order.
    left = "The line was not late before the new line opened."
    right = "The line was late before the new line was opened."
    assert found(meaning_entries, left, right) == [("negation", "gone", "not", "")]
    left, right = "We did not reopen before we were certain.", "We wanted to be certain before we reopened."
    assert [one for one in found(meaning_entries, left, right) if one[0] == "negation"] == []


@pytest.mark.parametrize(
    ("language", "left", "right"),
    [
        ("en", "It is not open except on Sunday.", "It is open only on Sunday."),
        ("en", "The inn did not open its doors to us until May.", "The inn opened its doors to us in May."),
        ("en", "She did not know of it until she saw the sign.", "She first knew of it when she saw the sign."),
        ("en", "It did not begin on Monday, as planned, but on Friday.", "It began on Friday, not as planned."),
        ("en", "It did not begin on Monday, as was planned, but on Friday.", "Planned for Monday, it began on Friday."),
        ("de", "Der Streik begann nicht am Montag, sondern am Freitag.", "Der Streik begann am Freitag."),
        ("es", "El puente no abrió hasta el lunes.", "El puente abrió el lunes."),
    ],
)
def test_what_is_said_by_only_or_by_what_is_true_instead(language: str, left: str, right: str) -> None:
    assert [one for one in found(meaning_entries, left, right, language) if one[0] == "negation"] == []
    assert [one for one in found(meaning_entries, right, left, language) if one[0] == "negation"] == []


@pytest.mark.parametrize(
    ("left", "right", "word"),
    [
        ("The inn did not open its doors to us until May.", "The inn did open its doors to us before May.", "not"),
        ("The inn did not open until Friday.", "The inn did open until Friday.", "not"),
        ("The inn is not open without a permit.", "The inn is open without a permit.", "not"),
        ("It did not begin on Monday, but Ada Senn was there.", "It began on Monday, but Ada Senn was there.", "not"),
    ],
)
def test_an_exception_or_a_contrast_on_both_sides_hides_no_negation(left: str, right: str, word: str) -> None:
    assert found(meaning_entries, left, right) == [("negation", "gone", word, "")]
    assert found(meaning_entries, right, left) == [("negation", "new", "", word)]


@pytest.mark.parametrize(
    ("language", "left", "right", "words"),
    [
        ("en", "The lamp is old but not broken.", "The lamp is ancient but broken.", ["not"]),
        ("de", "Die Lampe ist alt, aber nicht kaputt.", "Die Lampe ist uralt, aber kaputt.", ["nicht"]),
        ("en", "It would be deadly, not simply risky.", "It would be deadly rather than simply risky.", []),
        # The 'and' joins other things there.
        ("en", "He met the wind and not Skarn's rents or pay.", "He met the council and Skarn's ferrymen at sea.", []),
    ],
)
def test_a_contrast_behind_the_same_word(language: str, left: str, right: str, words: list[str]) -> None:
    assert [one[2] for one in found(meaning_entries, left, right, language) if one[0] == "negation"] == words


def test_ne_que_is_no_negation() -> None:
    assert found(meaning_entries, "Il ne mange que du pain.", "Il mange seulement du pain.", "fr") == []


def test_a_language_without_a_lexicon_has_no_entries() -> None:
    assert found(meaning_entries, "Broen er ikke sikker.", "Broen er sikker.", "da") == []


def test_an_accent_of_its_own_and_a_ligature_do_not_hide_a_word() -> None:
    text = "Hu\u0301yó; jama\u0301s volvió"
    (turn,) = cues(ReadText(text), lexicon("es"))
    assert text[turn.start : turn.end] == "jama\u0301s"
    assert found(meaning_entries, "It may be the \ufb01rst of all.", "It is the first of all.") == [
        ("certainty", "gone", "may", "")
    ]


def test_typography_turns_nothing() -> None:
    left = "It isn't safe - and can't be \"mended\". Perhaps never."
    right = "It isn’t safe – and can’t be “mended”. PERHAPS never."
    assert found(meaning_entries, left, right) == []


_SENTENCES = st.lists(
    st.lists(
        st.sampled_from(
            [
                "the",
                "plan",
                "may",
                "not",
                "is",
                "never",
                "said",
                "to",
                "harm",
                "caused",
                "by",
                "linked",
                "No",
                "May",
                ".",
                ",",
                "“",
                "”",
                "isn’t",
                "could́",
                "�",
                "\x00",
            ]
        ),
        max_size=12,
    ).map(" ".join),
    max_size=4,
).map("\n\n".join)


@settings(deadline=None)
@given(_SENTENCES, _SENTENCES)
def test_any_text_mirrors_and_a_text_is_itself(left: str, right: str) -> None:
    given_texts = context(left, right, "en")
    for entry in meaning_entries(given_texts):
        for article, own in zip(given_texts.articles, entry.places, strict=True):
            for place in own:
                text = article.paragraphs[place.paragraph].text
                assert 0 <= place.start < place.end <= len(text)
                assert not text[place.start : place.end][0].isspace()
        assert (entry.change is Change.NEW) == (not entry.left)
    assert found(meaning_entries, left, left) == []


def test_sides_exchanged_mirror_the_entries() -> None:
    left = "The plan may help and is not safe. Salt is linked to harm."
    right = "The plan will help and is safe. Salt caused harm."
    there = [
        (subject, _NEW[change], after, before) for subject, change, before, after in found(meaning_entries, right, left)
    ]
    assert sorted(found(meaning_entries, left, right)) == sorted(there)
    assert len(there) == 3
