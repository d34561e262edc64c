"""Changes in the rows of a translation that are in one language."""

from diffing.comparison import compare
from diffing.ledger.build import ledger
from diffing.ledger.core.model import Subject
from diffing.ledger.translated.one_language import part_in_one_language
from diffing.model import Op, Pair
from tests.diffing.ledger.translated.test_stories import STORIES


def half_translated() -> Pair[str]:
    own, other = (text.strip("\n").split("\n\n") for text in STORIES["uk"])
    return Pair("\n\n".join([*other[:2], *own[2:]]), "\n\n".join(other))


def found(left: str, right: str) -> list[tuple[Subject, str, str]]:
    comparison = compare(left, right)
    assert comparison.languages == Pair("uk", "en")
    return [
        (entry.subject, entry.left[0].words(comparison.left), entry.right[0].words(comparison.right))
        for entry in ledger(comparison).entries
    ]


def test_facts_of_both_kinds_of_rows() -> None:
    left, right = half_translated()
    changed = right.replace("75 million", "57 million").replace("Bondarenko", "Herrera").replace("June 3", "July 3")
    changed = changed.replace("Eleven deputies", "Nine deputies")
    assert found(left, changed) == [
        (Subject.NUMBER, "75 million", "57 million"),
        (Subject.NUMBER, "11", "Nine"),
        (Subject.DATE, "червня", "July"),
        (Subject.NAME, "Oleh Bondarenko", "Oleh Herrera"),
    ]


def test_a_sentence_that_left_the_part() -> None:
    left, right = half_translated()
    moved = "“We have waited for eight years,” Shevchuk said."
    comparison = compare(left, right.replace(" " + moved, "") + " " + moved)
    part = part_in_one_language(comparison)
    assert part
    assert part.indices == Pair((0, 1), (0, 1))
    spans = [span for row in part.comparison.rows for span in row.spans if not span.right]
    assert [(span.op, span.left.strip(), span.move_row) for span in spans] == [(Op.DELETE, moved, None)]


def test_equal_rows_are_no_part() -> None:
    assert part_in_one_language(compare(*half_translated())) is None
