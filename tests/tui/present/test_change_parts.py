"""The parts of a change: the paragraphs of a run behind the first, and the facts inside."""

from diffing.comparison import compare
from diffing.ledger.build import ledger
from diffing.model import Comparison
from tests.tui.running import article
from tui.present.change_parts import change_parts

STORY = [
    "The ferry to Tarn ran aground on the outer bank on Monday morning, the harbour board said.",
    "Nobody was hurt, and the goats on board were brought to the summer market by road.",
]
POSTS = [
    "11:40 The tug has reached the bank, and a line is fast to the bow.",
    "11:15 Divers look at the hull. Owen Brandt, the harbour master, counts 12 of them.",
    "10:50 The road to the old customs house is closed to everybody but the crews.",
]


def with_posts() -> Comparison:
    return compare(article(STORY), article([STORY[0], *POSTS, STORY[1]]))


def test_the_paragraphs_of_a_run_and_the_facts_in_them_stand_in_the_order_of_the_text() -> None:
    for comparison in (with_posts(), compare(*with_posts().articles.swapped())):
        (entry,) = ledger(comparison).entries
        parts = change_parts(entry, comparison)
        paragraphs = [part for part in parts if (part.words.new or part.words.old) in POSTS]
        assert [part.place.paragraph for part in paragraphs] == [2, 3]
        assert all(part.is_right is bool(entry.right) for part in parts)
        assert {part.words.new or part.words.old for part in parts} >= {"counts 12", "Owen Brandt"}
        assert [part.place.paragraph for part in parts] == sorted(part.place.paragraph for part in parts)


def test_a_single_fact_has_no_parts() -> None:
    comparison = compare(article(STORY), article([STORY[0].replace("Monday", "Tuesday"), STORY[1]]))
    (entry,) = ledger(comparison).entries
    assert change_parts(entry, comparison) == []
