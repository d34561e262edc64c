"""Paragraphs through the versions."""

from diffing.history.making import history
from diffing.history.model import History, Station

A = "The ferry to Holm sank at dawn with a crew of five men on board."
B = "Nobody was hurt, the harbour office said, because the sea was calm and boats were near."
C = "An inquiry will look at the engine, which was repaired twice in the winter."
D = "The company wants to raise the wreck before the summer season begins."


def _told(*versions: tuple[str, ...]) -> History:
    return history("\n\n".join(version) for version in versions)


def _paths(found: History) -> list[list[tuple[int, int]]]:
    return [[(station.version, station.paragraph) for station in line.stations] for line in found.lines]


def test_a_paragraph_that_moves_keeps_its_line() -> None:
    assert _paths(_told((A, B, C), (C, A, B))) == [[(0, 0), (1, 1)], [(0, 1), (1, 2)], [(0, 2), (1, 0)]]


def test_a_paragraph_that_is_split_goes_on_with_its_larger_part() -> None:
    found = _told((f"{A} {B}", C), (A, B, C))
    assert _paths(found) == [[(0, 0), (1, 1)], [(0, 1), (1, 2)], [(1, 0)]]
    assert [line.split_from for line in found.lines] == [None, None, Station(0, 0)]


def test_a_merge_is_a_split_read_backwards() -> None:
    found = _told((A, B, C), (f"{A} {B}", C))
    assert _paths(found) == [[(0, 0)], [(0, 1), (1, 0)], [(0, 2), (1, 1)]]
    assert [line.merged_into for line in found.lines] == [Station(1, 0), None, None]


def test_a_paragraph_that_comes_back_keeps_its_line() -> None:
    found = _told((A, B, C), (A, C), (A, C, D), (A, B, C, D))
    assert _paths(found)[1] == [(0, 1), (3, 1)]
    assert len(found.lines) == 4


def test_wordings_are_grouped() -> None:
    found = _told((A, B), (A, B.replace("calm", "smooth")), (A, B.replace("calm", "smooth"), C), (A, B, C))
    assert [(one.first, one.last) for one in found.wordings(found.line_at(2, 1))] == [(0, 0), (1, 2), (3, 3)]


def test_the_steps_and_the_direct_comparison_agree() -> None:
    assert _told((A, B, C), (A, C, B), (D, A, C, B)).disagreements == ()


def test_a_paragraph_that_only_the_steps_follow_is_named() -> None:
    """Six small rewritings change every word: the direct comparison sees another paragraph."""
    told = [
        "The old ferry sank near Holm at dawn.",
        "The old ferry sank near Holm at dawn, and the crew was saved.",
        "The crew was saved when the old ferry sank at dawn; divers search.",
        "The crew was saved, and divers search for the engine of the boat.",
        "Divers search for the engine of the boat, which nobody insured.",
        "Which company insured the engine, lawyers of the owners ask.",
    ]
    found = history("\n\n".join((C, text, D)) for text in told)
    assert [(one.by_steps, one.directly) for one in found.disagreements] == [(((1, 1),), ())]
