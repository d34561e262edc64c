"""What the environment says of the terminal: whether it can show the screen, and which characters it has."""

import io
import sys

import pytest

from tui.system.display import _encoding, can_show_screen

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a terminal of Windows needs no name")


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("name", "why"),
    [
        (None, "TERM is not set"),
        ("", "TERM is not set"),
        ("dumb", "TERM is dumb"),
        ("unknown", "TERM is unknown"),
        ("xterm", ""),
        ("no-such-terminal", ""),
    ],
)
def test_a_terminal_that_can_only_print_gets_no_screen(
    monkeypatch: pytest.MonkeyPatch, name: str | None, why: str
) -> None:
    monkeypatch.setattr(sys, "stdout", _Terminal())
    monkeypatch.delenv("TERM", raising=False)
    if name is not None:
        monkeypatch.setenv("TERM", name)
    reports: list[str] = []
    assert can_show_screen(reports.append) is (why == "")
    assert [report.startswith(f"newsdiff: {why}, so the report is printed") for report in reports] == [True] * bool(why)


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"LC_ALL": "C", "LANG": "fr_FR.UTF-8"}, ("LC_ALL=C", "ascii")),
        ({"LC_ALL": "", "LC_CTYPE": "POSIX"}, ("LC_CTYPE=POSIX", "ascii")),
        ({"LANG": "fr_FR.ISO-8859-1@euro"}, ("LANG=fr_FR.ISO-8859-1@euro", "iso8859-1")),
        ({"LANG": "pl_PL.UTF-8"}, ("LANG=pl_PL.UTF-8", "utf-8")),
        ({"LC_CTYPE": "UTF-8"}, ("LC_CTYPE=UTF-8", "utf-8")),
        ({"LANG": "nobody.knows"}, ("LANG=nobody.knows", "ascii")),
        ({"LANG": "fr_FR"}, ("LANG=fr_FR", "iso8859-1")),
        ({}, ("=", "utf-8")),
    ],
)
def test_the_characters_of_the_terminal(environment: dict[str, str], expected: tuple[str, str]) -> None:
    assert _encoding(environment, "latin-1") == expected
