"""With the sides exchanged, the ledger has the mirror image of each entry."""

import pytest

from diffing import compare, ledger
from diffing.ledger.core.model import Change, Entry, Ledger

_MIRRORED = {
    Change.GONE: Change.NEW,
    Change.NEW: Change.GONE,
    Change.QUOTED: Change.UNQUOTED,
    Change.UNQUOTED: Change.QUOTED,
}
_AROUND = [
    "The valley lies between the hills and the sea, and this is where the people of the town have their gardens.",
    "There is a market in the old square that is open to all those who want to buy the bread which is sold there.",
]


def _every(found: Ledger) -> list[Entry]:
    return [each for entry in found.entries for each in (entry, *entry.children)]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The hall was full of friends of Vane in May.", "The hall was full of friends of Vanewatchers in May."),
        ("The hall was full of friends of Hart in May.", "The hall was full of friends of Hartmann in May."),
        (
            "Though adored first and foremost as a pop idol with a strong message, her backers call her a bridge.",
            "Many people love her because she is a pop idol with a strong message. Her team call her a bridge.",
        ),
        (
            "Asked once more, Holt said the ferry would be mended by May.",
            "Rand told them that the ferry would be mended by May.",
        ),
        ("“We will leave in the morning,” said Holt.", "“We will leave before the morning,” said Rand."),
    ],
)
def test_exchanged_sides_mirror_the_ledger(left: str, right: str) -> None:
    texts = ["\n\n".join([_AROUND[0], text, _AROUND[1]]) for text in (left, right)]
    own, back = _every(ledger(compare(*texts))), _every(ledger(compare(*reversed(texts))))
    assert sorted((entry.subject, entry.change, entry.left, entry.right) for entry in own) == sorted(
        (entry.subject, _MIRRORED.get(entry.change, entry.change), entry.right, entry.left) for entry in back
    )
