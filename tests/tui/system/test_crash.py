"""Faults of newsdiff's own: told calmly where the program can go on, reported where it cannot, and its status is 2."""

import os
import re
import subprocess
import sys

import pytest

from diffing.comparison import compare
from diffing.model import Article, Comparison, Pair
from tests.conftest import SAMPLES, MakePair
from tests.tui.running import Running, at_once, running
from tui.screen.app import NewsdiffApp
from tui.screen.widgets.failure import Failure
from tui.system.crash import fault_line, fault_report

EVIL = "evil \x1b]0;title\x07 \u202e [bold]text[/]"


class PanicError(BaseException):
    """As a library in Rust raises: none of Python's Exceptions."""


@pytest.fixture(params=[ValueError, PanicError])
def fails(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> dict[str, bool]:
    """`compare` raises for as long as `now` is true."""
    state = {"now": True}

    def faulty(articles: Pair[Article], *_: object) -> Comparison:
        if state["now"]:
            raise request.param(EVIL)
        return compare(*articles)

    monkeypatch.setattr("tui.screen.controllers.articles.compared", at_once(faulty))
    return state


async def compared(run: Running) -> None:
    # First what is read, then what is compared.
    for _ in range(2):
        await run.app.workers.wait_for_complete()
        await run.pilot.pause()


@pytest.mark.parametrize("key", ["q", "ctrl+c"])
async def test_a_failure_is_told_and_the_reader_can_leave(
    make_pair: MakePair, fails: dict[str, bool], key: str
) -> None:
    async with running(make_pair(["One."], ["Two."])) as run:
        text = " ".join(run.text().split())
        assert "comparing failed" in run.status()
        assert re.search(
            r"comparing failed: \w+Error: evil ␛\]0;title␇ \ufffd \[bold\]text\[/\] \(test_crash.py, line", text
        )
        assert "q leaves newsdiff" in text
        assert "r reads" not in text
        await run.press("j", "n", "s", "escape", "slash", "a", "enter", "full_stop", "ctrl+o", "i", "u", "y")
        assert run.app.return_code is None
        await run.press(key)
        assert run.app.return_code == 1
        assert (run.app.return_value or "").startswith("comparing failed: ")


async def test_after_a_failure_the_files_can_be_read_again(make_pair: MakePair, fails: dict[str, bool]) -> None:
    pair, other = make_pair(["One."], ["Two."]), make_pair(["One."], ["Three."])
    articles = [pair]
    async with running(pair, reread=lambda: articles[-1]) as run:
        assert "r reads the files again" in run.text()
        fails["now"] = False
        await run.press("r")
        await compared(run)
        assert not run.screen.query_one(Failure).display
        assert run.surface.blocks
        # A comparison that is there stays while the next one fails.
        fails["now"] = True
        articles.append(other)
        await run.press("r")
        await compared(run)
        assert "comparing failed" in run.status()
        assert run.screen.query_one(Failure).display
        assert run.comparison.articles == pair
        fails["now"] = False
        await run.press("r")
        await compared(run)
        assert run.comparison.articles == other
        assert not run.screen.query_one(Failure).display
        await run.press("q")
        assert run.app.return_code == 0
        assert run.app.return_value is None


def test_a_fault_in_a_line() -> None:
    assert fault_line(KeyError("a\nb")) == "KeyError: 'a\\nb'"
    assert fault_line(ValueError()) == "ValueError"
    assert len(fault_line(ValueError("x" * 5000))) < 300
    try:
        raise ValueError(EVIL)
    except ValueError as error:
        line, report = fault_line(error), fault_report()
    assert line.startswith("ValueError: evil ␛]0;title␇ \ufffd [bold]text[/] (test_crash.py, line ")
    assert "Traceback" in report
    assert "evil ␛]0;title␇ \ufffd [bold]text[/]" in report
    assert "\x1b" not in report


def test_a_crash_of_the_screen_is_reported(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(self: NewsdiffApp) -> None:
        raise ValueError(EVIL)

    monkeypatch.setattr(NewsdiffApp, "on_mount", crash)
    article = Article("a.txt", ())
    app = NewsdiffApp(Pair(article, article))
    app.run(headless=True)
    assert app.return_code == 1
    report = " ".join(capsys.readouterr().err.split())
    assert "Traceback" in report
    assert "ValueError: evil ␛]0;title␇ \ufffd [bold]text[/]" in report
    assert "please report it" in report


SESSION = """
import os, pty, sys, time
pid, terminal = pty.fork()
if pid == 0:
    os.execv(sys.executable, [sys.executable, "-c", sys.argv[1], *sys.argv[3:]])
shown = b""
while sys.argv[2].encode() not in shown:
    shown += os.read(terminal, 65536)
os.write(terminal, b"q")
try:
    while True:
        shown += os.read(terminal, 65536)
except OSError:
    pass
print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
sys.stdout.flush()
sys.stdout.buffer.write(shown.rpartition(b"\\x1b[?1049l")[2])
"""
FAULTY = """
import sys, tui.screen.controllers.articles
def compared(*_): raise ValueError("no luck")
tui.screen.controllers.articles.compared = compared
from tui import cli
sys.argv = ["newsdiff", *sys.argv[1:]]
cli.run()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo terminal")
def test_the_command_leaves_with_status_2_and_a_line() -> None:
    left, right = (str(SAMPLES / "light-edit" / name) for name in ("left.txt", "right.txt"))
    found = subprocess.run(
        [sys.executable, "-c", SESSION, FAULTY, "leaves newsdiff", left, right],
        capture_output=True,
        check=True,
        env={**os.environ, "TERM": "xterm-256color"},
    )
    status, _, rest = found.stdout.partition(b"\n")
    assert status == b"2"
    assert re.search(rb"newsdiff: comparing failed: ValueError: no luck \(<string>, line \d+\)\r\n", rest)
    assert b"Traceback" not in rest
