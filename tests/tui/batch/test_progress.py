"""The line that says how far a long run has come."""

import io
import itertools

import pytest

from tui.batch.progress import ProgressLine, duration


class Stream(io.StringIO):
    def __init__(self, terminal: bool) -> None:
        super().__init__()
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal


def shown(monkeypatch: pytest.MonkeyPatch, terminal: bool, total: int | None, troubles: list[str | None]) -> str:
    """What stands on the stream after these steps of a second each, of which three were done before."""
    stream = Stream(terminal)
    monkeypatch.setattr("sys.stderr", stream)
    monkeypatch.setattr("time.monotonic", itertools.count().__next__)
    with ProgressLine(3, 0, lambda: total) as progress:
        for trouble in troubles:
            progress.step(trouble)
    return stream.getvalue()


def test_a_terminal_has_one_line_that_is_gone_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = "4 of 1,200 pairs, 1.0 a second, 19:56 left", "5 of 1,200 pairs, 1.0 a second, 19:55 left"
    assert shown(monkeypatch, True, 1200, [None, None]) == f"\r{first}\r{second}\r{' ' * len(second)}\r"


@pytest.mark.parametrize(("seconds", "expected"), [(6.6, "0:07"), (750, "12:30"), (11_100, "3:05:00")])
def test_a_duration(seconds: float, expected: str) -> None:
    assert duration(seconds) == expected


def test_the_total_may_be_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\r4 pairs, 1.0 a second" in shown(monkeypatch, True, None, [None])


def test_trouble_stays_and_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    found = shown(monkeypatch, True, 5, [None, "a\x1b[2J: no such file"])
    assert "\rnewsdiff: a␛[2J: no such file\n\r5 of 5 pairs, 1 failed, 1.0 a second" in found


def test_elsewhere_there_is_only_trouble(monkeypatch: pytest.MonkeyPatch) -> None:
    found = shown(monkeypatch, False, 5, [None, "a: no such file", None])
    assert found == "newsdiff: a: no such file\n"


@pytest.mark.parametrize(("terminal", "shown"), [(False, True), (True, False)])
def test_nothing_is_counted_for_nobody(monkeypatch: pytest.MonkeyPatch, terminal: bool, shown: bool) -> None:
    monkeypatch.setattr("sys.stderr", Stream(terminal))
    ProgressLine(0, 0, lambda: pytest.fail("counted"), shown)
