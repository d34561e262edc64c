"""What a line outside the story has is not nowhere in the article."""

import pytest

from diffing.comparison import compare
from diffing.ledger.build import ledger
from diffing.model import Article, Pair
from diffing.text.paragraphs import paragraphs

_STORY = (
    "The valley lies between the hills and the sea, and this is where the people of the town have their gardens.",
    "There is a market in the old square that is open to all those who want to buy the bread which is sold there.",
    "The mayor of the town said that the road through the hills would be closed until the bridge had been mended.",
)
_MENU = "Home News World Sport Business Sign in Subscribe"


@pytest.mark.parametrize(
    ("opening", "line", "entries"),
    [
        ("The agency QXA said that the storm killed people in the hills.", "QXA and staff", []),
        (
            "The agency QXA said that the storm killed people in the hills.",
            "",
            ["name gone: QXA, nowhere"],
        ),
        (
            "The storm killed people in the hills on Friday.",
            "Friday 09.30 GMT Print",
            ["date gone: Friday, outside-story"],
        ),
        (
            "The storm killed 12 people in the hills.",
            "12 comments Print Share",
            ["number gone: 12, outside-story"],
        ),
    ],
)
def test_facts_that_the_furniture_of_the_other_article_has(opening: str, line: str, entries: list[str]) -> None:
    right = [_MENU, line, "The agency said that the storm killed people in the hills.", *_STORY]
    texts = Pair("\n\n".join([opening, *_STORY]), "\n\n".join(filter(None, right)))
    comparison = compare(*texts.map(lambda text: Article("", paragraphs(text))))
    assert any(row.furniture for row in comparison.rows)
    found = [entry for entry in ledger(comparison).entries if entry.left and not entry.right]
    shown = [
        f"{entry.subject} {entry.change}: {entry.left[0].words(comparison.left)}, {entry.location}" for entry in found
    ]
    assert shown == entries
