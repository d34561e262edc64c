"""Where in a comparison the matches of a search are, in the order in which they are read."""

from collections.abc import Iterator
from itertools import count

import pytest

from diffing.comparison import compare
from diffing.model import Comparison
from diffing.stage import Stage
from tests.tui import stubs
from tests.tui.running import article, story
from tui.view.find import Finding, Match, MatchStep, SearchOrder
from tui.view.query import Search
from tui.view.settings import View

LEFTS = ["Paris said so in Paris.", "Nothing to see here, move on.", "The severed relations of the two states last."]
RIGHTS = [
    "Paris said so in PARIS.",
    "Nothing to see here, move on.",
    "The broken ties of the two states last in paris.",
]


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return compare(article(LEFTS, "left.txt"), article(RIGHTS, "right.txt"))


def scanned(comparison: Comparison, query: str, view: View = View.SIDE_BY_SIDE, is_expression: bool = False) -> Finding:
    finding = Finding(SearchOrder(Stage(comparison), view), Search(query, is_expression))
    while not finding.is_done:
        finding.scan(1.0)
    return finding


def all_matches(finding: Finding) -> list[Match]:
    found = [finding.match(number) for number in range(finding.total)]
    assert None not in found
    return [match for match in found if match is not None]


def test_matches_are_counted_row_by_row_the_left_ones_first(comparison: Comparison) -> None:
    finding = scanned(comparison, "paris")
    assert all_matches(finding) == [
        Match(0, 0, (0, 5)),
        Match(0, 0, (17, 22)),
        Match(0, 1, (0, 5)),
        Match(0, 1, (17, 22)),
        Match(2, 1, (42, 47)),
    ]
    assert finding.summary() == "5 matches in 2 rows"


@pytest.mark.parametrize(("view", "total"), [(View.LEFT, 2), (View.RIGHT, 3), (View.REDLINE, 3)])
def test_a_view_of_one_column_has_the_matches_of_that(comparison: Comparison, view: View, total: int) -> None:
    matches = all_matches(scanned(comparison, "paris", view))
    assert len(matches) == total
    assert {match.cell for match in matches} == {0}


def test_a_phrase_that_its_changes_part_in_the_redline_is_found_there(comparison: Comparison) -> None:
    assert all_matches(scanned(comparison, "severed relations of", View.REDLINE)) == [Match(2, 0, (0, 0))]


def test_the_left_view_is_in_the_left_order() -> None:
    finding = scanned(story(), "moved", View.LEFT)
    lefts = [story().rows[match.row].left for match in all_matches(finding)]
    assert lefts == sorted(lefts)


def test_steps_go_around(comparison: Comparison) -> None:
    finding = scanned(comparison, "paris")
    assert [finding.step(1, 0, at) for at in range(5)] == [
        *(MatchStep(at, False) for at in range(1, 5)),
        MatchStep(0, True),
    ]
    assert [finding.step(-1, 0, at) for at in range(5)] == [
        MatchStep(4, True),
        *(MatchStep(at, False) for at in range(4)),
    ]
    assert finding.position(MatchStep(2, False), 1) == "match 3 of 5"
    assert finding.position(MatchStep(0, True), 1) == "match 1 of 5, from the top again"
    assert finding.position(MatchStep(4, True), -1) == "match 5 of 5, from the end again"


def test_steps_from_a_row_begin_there(comparison: Comparison) -> None:
    finding = scanned(comparison, "paris")
    assert [finding.step(1, row) for row in range(3)] == [MatchStep(0, False), MatchStep(4, False), MatchStep(4, False)]
    assert [finding.step(-1, row) for row in range(3)] == [MatchStep(4, True), MatchStep(3, False), MatchStep(3, False)]


@pytest.mark.parametrize(
    ("query", "is_expression", "told"),
    [("zebra", False, "no match"), ("(", True, "not a regular expression"), ("severed", False, "1 match in 1 row")],
)
def test_what_is_told(comparison: Comparison, query: str, is_expression: bool, told: str) -> None:
    finding = scanned(comparison, query, is_expression=is_expression)
    assert finding.summary() == told
    assert (finding.step(1, 0) is None) is (finding.total == 0)


def ticking() -> Iterator[float]:
    """A clock on which a second passes whenever it is looked at."""
    return (float(second) for second in count())


def test_a_scan_goes_on_in_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.view.find._LEAST_CHUNK_CHARACTERS", 1)
    clock = ticking()
    finding = Finding(SearchOrder(Stage(story()), View.SIDE_BY_SIDE), Search("paragraph"), lambda: next(clock))
    assert not finding.is_done
    assert finding.summary() == "searching …"
    assert finding.step(1, 0) is None
    finding.scan(0.0)
    assert finding.summary() == "2+ matches"
    assert finding.step(1, 0) == MatchStep(0, False)
    assert finding.position(MatchStep(0, False), 1) == "match 1 of 2+"
    # Whether there is another, and which is the last, only the rows to come tell.
    assert finding.step(1, 0, 1) is None
    assert finding.step(-1, 0) is None
    assert finding.step(1, 20) is None
    chunks = 1
    while not finding.is_done:
        finding.scan(0.0)
        chunks += 1
    assert chunks == len(story().rows)
    assert finding.summary() == "12 matches in 6 rows"
    assert finding.step(1, 0, 1) == MatchStep(2, False)
    assert finding.step(-1, 0) == MatchStep(11, True)


def test_a_chunk_has_a_least_size() -> None:
    clock = ticking()
    finding = Finding(SearchOrder(Stage(story()), View.SIDE_BY_SIDE), Search("paragraph"), lambda: next(clock))
    finding.scan(0.0)
    assert finding.is_done


def test_an_expression_that_takes_too_long_finds_nothing_more(monkeypatch: pytest.MonkeyPatch) -> None:
    pattern = stubs.slow(monkeypatch)
    both = article(["One text.", "And the rest."])
    finding = scanned(compare(both, both), stubs.HARMFUL, is_expression=True)
    assert finding.fault == finding.summary() == "expression too slow"
    assert finding.is_done
    assert finding.step(1, 0) is None
    assert finding.stretches("aa") == []
    # Nothing is searched once more after the first text.
    assert len(pattern.seconds) == 1


def test_many_texts_that_take_long_are_too_slow_together() -> None:
    """Each text takes a tenth of a second on this clock, which no single one of them is denied."""
    seconds = count()
    texts = article([f"Text {number} of many." for number in range(50)])
    search = Search("text", is_expression=True)
    finding = Finding(SearchOrder(Stage(compare(texts, texts)), View.SIDE_BY_SIDE), search, lambda: next(seconds) / 10)
    allowed = []

    def stretches(text: str, patience: float) -> list[tuple[int, int]]:
        allowed.append(patience)
        if patience < 0.001:
            raise TimeoutError
        return []

    finding._search = type("Slow", (), {"stretches": staticmethod(stretches), "fault": ""})()
    finding.scan(1000)
    assert finding.fault == "expression too slow"
    assert len(allowed) == 2
