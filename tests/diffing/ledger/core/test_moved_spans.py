"""Changes inside passages that moved, related to each other."""

from collections.abc import Sequence

import pytest

from diffing.comparison import compare
from diffing.ledger.core.moved_spans import moved_gaps, moved_pieces
from diffing.model import Span

RAIN = "Some 300 people marched through the old town."


def spans_of(left: str, right: str) -> Sequence[Span]:
    (row,) = compare(left, right).rows
    return row.spans


@pytest.mark.parametrize(
    ("left", "right", "found"),
    [
        (
            f"The minister denied the tax will rise. {RAIN}",
            f"{RAIN} The minister confirmed the tax will rise.",
            [("denied ", "confirmed ")],
        ),
        (
            f"{RAIN} The minister denied the tax will rise.",
            f"The minister confirmed the tax will rise. {RAIN}",
            [("denied ", "confirmed ")],
        ),
        ("If the deal fails, the plant will close.", "The plant will close when the deal fails.", [("If ", "when ")]),
        # A word that only one side has is answered by none.
        (f"The minister said again the tax will rise. {RAIN}", f"{RAIN} The minister said the tax will rise.", []),
        ("The minister denied the tax will rise.", "The minister confirmed the tax will rise.", []),
    ],
)
def test_a_change_inside_a_passage_that_moved(left: str, right: str, found: list[tuple[str, str]]) -> None:
    spans = spans_of(left, right)
    assert [
        (
            "".join(span.left for span in spans[gap.left.start : gap.left.stop]),
            "".join(span.right for span in spans[gap.right.start : gap.right.stop]),
        )
        for gap in moved_gaps(spans)
    ] == found


def test_the_pieces_of_a_passage_that_moved() -> None:
    spans = spans_of(
        f"The minister denied the tax will rise. {RAIN}", f"{RAIN} The minister confirmed the tax will rise."
    )
    pieces = [(spans[left].left.strip(), spans[right].right.strip()) for left, right in moved_pieces(spans)]
    assert pieces == [("The minister", "The minister"), ("the tax will rise.", "the tax will rise.")]
