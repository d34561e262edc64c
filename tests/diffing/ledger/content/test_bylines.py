"""Who wrote the story, told otherwise."""

import pytest

from diffing.ledger.build import ledger
from diffing.ledger.content.changes import content_entries
from diffing.ledger.core.locations import Location
from tests.diffing.ledger.compared import context, found

_HEADLINE = "Ferry runs aground off the harbour of Dalby"
_STORY = (
    "A ferry with forty people on board ran aground off Dalby on Tuesday morning, the coastguard said.\n\n"
    "Two boats took the passengers ashore, and a tug waited for the tide beside the ship."
)
_GERMAN = (
    "Eine Fähre mit vierzig Menschen an Bord ist am Dienstagmorgen vor Dalby auf Grund gelaufen, teilte die Küstenwache"
    " mit.\n\nZwei Boote brachten die Menschen an Land, und ein Schlepper wartete neben dem Schiff auf die Flut."
)
_FRENCH = (
    "Un bac avec quarante personnes à bord s’est échoué mardi matin devant Dalby, ont annoncé les gardes-côtes.\n\n"
    "Deux bateaux ont conduit les passagers à terre, et un remorqueur attendait la marée à côté du navire."
)


def _with(byline: str, story: str = _STORY) -> str:
    return f"{_HEADLINE}\n\n{byline}\n\n{story}"


@pytest.mark.parametrize(
    ("left", "right", "story"),
    [
        ("By Ole Rand in Dalby", "By Ole Rand in Dalby and Tove Lind", _STORY),
        ("By Ole Rand, Tove Lind and Karl Aas", "By Ole Rand and Tove Lind", _STORY),
        ("Propos recueillis par Inès Delmas", "Propos recueillis par Inès Delmas et Hugo Marnier", _FRENCH),
        ("Von Ole Rand und Tove Lind", "Von Ole Rand und Karl Aas", _GERMAN),
    ],
)
def test_another_writer(left: str, right: str, story: str) -> None:
    assert found(content_entries, _with(left, story), _with(right, story)) == [("source", "changed", left, right)]
    assert found(content_entries, _with(right, story), _with(left, story)) == [("source", "changed", right, left)]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("By Ole Rand", "By OLE RAND"),
        ("By Ole Rand", "By Ole Rand in Dalby"),
        ("By Ole Rand", "Words: Ole Rand"),
        ("By Ole Rand and Tove Lind", "By Tove Lind and Ole Rand"),
        ("By OLE RAND", "Ole Rand | Dalby Courier"),
        ("By Ole Rand", ""),
        ("", "By Ole Rand"),
    ],
)
def test_the_same_writer_or_a_byline_of_one_page_makes_no_entry(left: str, right: str) -> None:
    assert found(content_entries, _with(left), _with(right)) == []


def test_it_stands_behind_all_that_the_story_tells_otherwise() -> None:
    right = _STORY.replace("forty people", "fifty people").replace("Two boats took", "Two helicopters took")
    entries = ledger(context(_with("By Ole Rand"), _with("By Ole Rand and Tove Lind", right)).comparison).entries
    assert len(entries) > 1
    assert [entry.location is Location.BYLINES for entry in entries] == [False] * (len(entries) - 1) + [True]
