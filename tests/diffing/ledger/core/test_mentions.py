"""What became of mentions: a letter that is a fact stands in a text of small words."""

import re

import pytest

from diffing.comparison import compare
from diffing.ledger.core.correspondence import Correspondence
from diffing.ledger.core.mentions import Matched, Mention, match
from diffing.model import Article, Pair, Place
from diffing.text.paragraphs import paragraphs

_NUMBER = re.compile(r"\d+(?: (\w+))?")


def matched(left: str, right: str) -> Matched:
    """Of every number with the word behind it."""
    articles = Pair(left, right).map(lambda text: Article("", paragraphs(text)))
    return match(articles.map(_mentions), Correspondence(compare(*articles)))


def _mentions(article: Article) -> list[Mention]:
    return [
        Mention(Place(index, *found.span()), int(found[0].split()[0]), "number", found[1] or "")
        for index, paragraph in enumerate(article.paragraphs)
        for found in _NUMBER.finditer(paragraph.text)
    ]


@pytest.mark.parametrize(
    ("left", "right", "changed", "gone", "new"),
    [
        ("The storm killed 12 people here.", "The storm killed 12 people here.", [], [], []),
        ("The storm killed 12 people here.", "The storm killed 14 people here.", [(12, 14)], [], []),
        ("The storm killed 12 people here.", "Here 14 people were killed by it.", [(12, 14)], [], []),
        ("There were 12 dead and 15 hurt.", "There were 15 hurt and 12 dead.", [], [], []),
        ("There were 12 dead and 15 hurt.", "There were 15 dead and 12 hurt.", [(12, 15), (15, 12)], [], []),
        ("They counted 12 people here.", "They saw it: 12 persons here.", [], [], []),
        ("The storm killed 12 people here.", "The storm killed people here.", [], [12], []),
        ("We had 50 calls every hour then.", "Some 50 people rang us each hour then.", [], [], []),
        ("The storm killed people here.", "The storm killed 12 people here.", [], [], [12]),
        (
            "The storm killed 12 people in the town.\n\nIt came at 5 in the morning.",
            "The storm killed 14 people in the town.\n\nIt came at 5 in the morning, and 12 trees fell.",
            [(12, 14)],
            [],
            [],
        ),
        (
            "The storm killed 12 people in the town.\n\nIt came in the morning from the sea.",
            "The storm killed people in the town.\n\nIt came in the morning from the sea and took 12 lives.",
            [],
            [],
            [],
        ),
    ],
)
def test_what_became_of_numbers(
    left: str, right: str, changed: list[tuple[int, int]], gone: list[int], new: list[int]
) -> None:
    found = matched(left, right)
    assert [(swap.left.key, swap.right.key) for swap in found.changed] == changed
    assert [mention.key for mention in found.gone] == gone
    assert [mention.key for mention in found.new] == new


def test_many_equal_mentions_are_paired_in_their_order() -> None:
    left = "7 dogs " * 200
    found = matched(left + "9 cats", left + "8 cats")
    assert len(found.kept) == 200
    assert [(swap.left.key, swap.right.key) for swap in found.changed] == [(9, 8)]


def test_a_word_behind_a_longer_dash_is_the_same_word() -> None:
    texts = Pair("They say -- as ever -- that 12 people came.", "They say – as ever – that 12 people came.")
    articles = texts.map(lambda text: Article("", paragraphs(text)))
    places = texts.map(lambda text: Place(0, text.index("12"), text.index("12") + 2))
    assert Correspondence(compare(*articles)).is_kept(*places)
