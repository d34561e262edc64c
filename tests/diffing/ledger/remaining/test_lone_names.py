"""Names that one of two independent writers mentions in passing are no entries."""

import pytest

from diffing.comparison import compare
from diffing.ledger.build import ledger
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.model import Article, Pair
from diffing.text.paragraphs import paragraphs

_LEFT = """
The town of Marrow will build a wall against the sea, after a vote that split its council in the middle of the night.

It is to be three kilometres long and to cost 14 million crowns, most of which the district pays over ten years.

{}

Shopkeepers near the quay fear that the works will keep their customers away through two summers in a row.

Work begins in March, when the winter storms are over and the fishing boats have left the inner harbour again.
"""
_RIGHT = """
After a long night and by a single vote, councillors in Marrow have decided that the sea is to be held back by a wall.

Fourteen million crowns is the price of the three kilometres, and for a decade the district will carry the larger part.

{}

Two summers without customers are what the owners of shops close to the quay expect from the building site.

The builders come in March, once there are no more storms to be feared and the harbour is empty of fishing boats.
"""


def names(left: str, right: str, around: tuple[str, str] = (_LEFT, _RIGHT)) -> list[str]:
    """The names that only the left article has."""
    texts = Pair(around[0].format(left), around[1].format(right))
    articles = texts.map(lambda text: Article("", paragraphs(text.strip())))
    found = ledger(compare(*articles)).entries
    every = [one for entry in found for one in (entry, *entry.children)]
    return [one.left[0].words(articles.left) for one in every if one.subject is Subject.NAME and not one.right]


def entries(left: str, right: str) -> list[Entry]:
    """The entries of the two articles, and their parts."""
    texts = Pair(_LEFT.format(left), _RIGHT.format(right))
    articles = texts.map(lambda text: Article("", paragraphs(text.strip())))
    return [one for entry in ledger(compare(*articles)).entries for one in (entry, *entry.children)]


def dates(left: str, right: str) -> list[Entry]:
    return [one for one in entries(left, right) if one.subject is Subject.DATE]


def changed_names(left: str, right: str) -> list[Entry]:
    return [one for one in entries(left, right) if one.subject is Subject.NAME and one.change is Change.CHANGED]


_OPPOSED = "A wall of that height would spoil the beach, which the members of Harbour Watch clean each year in June."
_REWRITTEN = "Each June a local group cleans the beach, and so high a wall would ruin it, as the council is well aware."


def test_a_name_in_passing() -> None:
    assert names(_OPPOSED, _REWRITTEN) == []


@pytest.mark.parametrize(
    "left",
    [
        "According to Harbour Watch, a wall of that height would spoil the beach, and the council was told so in June.",
        "A wall of that height would spoil the beach, said Runa Holt, who had told the members of the council in June.",
    ],
)
def test_who_speaks_is_told(left: str) -> None:
    assert names(left, _REWRITTEN) != []


def test_a_period_in_passing() -> None:
    left = "A wall of that height would spoil the beach, which a group has cleaned each June and also last year."
    assert dates(left, _REWRITTEN) == []


def test_who_begins_another_sentence_replaces_nobody() -> None:
    left = (
        "The Sea Board approved yesterday the pit of lithium at Port Orme, the largest of the land, despite the protest"
        " of eleven villages.\n\nThe engineers of Brack had fought for the pit through all of the winter before."
    )
    right = (
        "Brack may exploit the deposit of lithium at Port Orme. The government agreed yesterday to the largest pit of"
        " the land, which has divided the villages."
    )
    assert changed_names(left, right) == []


def test_in_an_article_that_took_over_sentences_the_name_was_taken_out() -> None:
    assert names(_OPPOSED, _REWRITTEN, (_LEFT, _LEFT)) == ["Harbour Watch"]
