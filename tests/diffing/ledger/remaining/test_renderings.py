"""Quotations that were translated twice: what says the same in other words is no entry."""

import pytest

from diffing.comparison import compare
from diffing.ledger.build import ledger
from diffing.ledger.core.model import Subject
from diffing.model import Article, Pair
from diffing.text.paragraphs import paragraphs

_LEFT = """
On the island of Marrow the last baker has given up his shop, and the people now wait for the boat with the bread.

“I would have gone on baking until I was ninety,” says Osk Lindal. “The oven was tired before I was.”

His sister Runa, who kept the accounts, sees it in another way. “{}”
"""
_RIGHT = """
Marrow has lost its only bakery. Bread comes to the islanders by ship these days, whenever the wind allows it.

“Until ninety I would have kept baking,” Osk Lindal says. “It was the oven that got tired first.”

For Runa, his sister and bookkeeper, things look different. “{}”
"""


def quoted(left: str, right: str, around: tuple[str, str] = (_LEFT, _RIGHT)) -> list[tuple[str, str]]:
    """The words of the quotations that the ledger has entries of."""
    texts = Pair(around[0].format(left), around[1].format(right))
    articles = texts.map(lambda text: Article("", paragraphs(text.strip())))
    return [
        (entry.left[0].words(articles.left), entry.right[0].words(articles.right))
        for entry in ledger(compare(*articles)).entries
        if entry.subject is Subject.QUOTATION and entry.left and entry.right
    ]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Nobody here buys two loaves, and flour does not wait.", "Flour won't wait, and no one buys two loaves here."),
        ("In winter we sold eleven loaves a day.", "There were winters when eleven loaves was all we sold a day."),
        ("The oven is dated 20 November 1913, on its lid.", "On the lid of the oven: November 20, 1913."),
        (
            "The oven was believed to have come by boat to the old quay.",
            "They assumed that a boat brought the oven to the old quay.",
        ),
    ],
)
def test_words_of_two_translators_are_no_change(left: str, right: str) -> None:
    assert quoted(left, right) == []


@pytest.mark.parametrize(
    ("left", "right"),
    [
        # Another number, a negation, a word of certainty.
        ("In winter we sold eleven loaves a day.", "There were winters when nine loaves was all we sold a day."),
        ("Nobody here buys two loaves, and flour waits.", "Flour won't wait, and no one buys two loaves here."),
        ("Without a shop the island will lose its families.", "The island may lose its families without any shop."),
        ("The oven is dated 20 November 1913, on its lid.", "On the lid of the oven: November 21, 1913."),
        ("The oven was believed to have come by boat to the old quay.", "A boat brought the oven to the old quay."),
        ("You can expect such an oven to burn the loaves.", "An oven like this must burn the loaves, of course."),
    ],
)
def test_what_changed_in_a_translation_is_an_entry(left: str, right: str) -> None:
    assert quoted(left, right) == [(left, right)]


def test_marks_promise_the_words_where_one_quotation_was_taken_over() -> None:
    right = _RIGHT.replace("It was the oven that got tired first.", "The oven was tired before I was.")
    left, changed = (
        "In winter we sold eleven loaves a day.",
        "There were winters when eleven loaves was all we sold a day.",
    )
    assert (left, changed) in quoted(left, changed, (_LEFT, right))


def test_one_quotation_in_other_words_is_no_habit() -> None:
    around = tuple(text.rsplit("\n\n", 1)[0] for text in (_LEFT, _RIGHT))
    assert [left for left, _ in quoted("", "", (around[0], around[1]))] == [
        "I would have gone on baking until I was ninety,"
    ]
