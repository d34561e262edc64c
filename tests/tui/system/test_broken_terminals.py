"""Terminals that know little, are tiny, go or are taken away for a while: newsdiff copes, or leaves in good order."""

import os
import shlex
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import SAMPLES, thorough

if sys.platform == "win32":
    pytest.skip("no pseudo terminals", allow_module_level=True)

from benchmarks.terminal import END_OF_FRAME, Terminal, newsdiff

LEFT, RIGHT = (str(SAMPLES / "light-edit" / name) for name in ("left.txt", "right.txt"))
TIMEOUT = 60
LEFT_SCREEN = b"\x1b[?1049l"
COMMAND = newsdiff(LEFT, RIGHT)


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program as it is here, wherever its process is."""
    root = str(SAMPLES.parent)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([root, *filter(None, [os.environ.get("PYTHONPATH")])]))


def python(code: str) -> list[str]:
    """The command, after something was done to the program."""
    return [sys.executable, "-c", f"import sys\n{code}\nsys.argv = ['newsdiff', {LEFT!r}, {RIGHT!r}]\ncli.run()\n"]


def test_a_terminal_that_nobody_knows_is_taken_for_one_of_utf_8() -> None:
    """Neither its name nor its locale is known."""
    environment = ["env", "-u", "LC_ALL", "-u", "LC_CTYPE", "-u", "LANG", "TERM=no-such-terminal"]
    with Terminal([*environment, *COMMAND], 120, 24) as terminal:
        terminal.wait_for(b"nspectors", b"quit", timeout=TIMEOUT)
        terminal.settle(TIMEOUT)
        assert "▌".encode() in terminal.output
        terminal.send(b"q")
        assert terminal.status(TIMEOUT) == 0
        assert LEFT_SCREEN in terminal.output


@pytest.mark.parametrize(
    ("environment", "why"),
    [
        (("TERM=dumb", "COLORTERM="), b"TERM is dumb"),
        (("-u", "TERM", "-u", "COLORTERM"), b"TERM is not set"),
    ],
    ids=["dumb", "unset"],
)
def test_on_a_terminal_that_can_only_print_the_report_is_printed(
    tmp_path: Path, environment: tuple[str, ...], why: bytes
) -> None:
    log = tmp_path / "log"
    command = shlex.join(["env", *environment, *COMMAND])
    with Terminal(["sh", "-c", f"{command} 2>{log}; echo status $?"], 80, 24) as terminal:
        terminal.status(TIMEOUT)
        assert terminal.output.startswith(b"Left:  ")
        assert b"status 1" in terminal.output
        assert b"\x1b" not in terminal.output
    note = log.read_bytes()
    assert note.startswith(b"newsdiff: " + why)
    assert note.count(b"\n") == 1


@pytest.mark.parametrize("elsewhere", [pytest.param("2>log", marks=thorough), "2>&-"])
def test_the_screen_needs_no_standard_error(tmp_path: Path, elsewhere: str) -> None:
    with Terminal(["sh", "-c", f"cd {tmp_path}; {shlex.join(COMMAND)} {elsewhere}"], 80, 24) as terminal:
        terminal.wait_for(b"nspectors", b"quit", timeout=TIMEOUT)
        terminal.settle(TIMEOUT)
        terminal.send(b"q")
        assert terminal.status(TIMEOUT) == 0
        assert LEFT_SCREEN in terminal.output
    if elsewhere == "2>log":
        assert (tmp_path / "log").read_bytes() == b""


def test_a_fault_is_told_on_standard_error_wherever_the_screen_is(tmp_path: Path) -> None:
    command = f"cd {tmp_path}; {shlex.join(python(CRASHES['while painting']))} 2>log; echo status $?"
    with Terminal(["sh", "-c", command], 80, 24) as terminal:
        terminal.status(TIMEOUT)
        assert b"status 2" in terminal.output.rpartition(LEFT_SCREEN)[2]
    assert b"please report it" in (tmp_path / "log").read_bytes()


@thorough
def test_a_closed_window_ends_it_also_with_a_log(tmp_path: Path) -> None:
    command = f"trap '' HUP; cd {tmp_path}; exec {shlex.join(COMMAND)} 2>log"
    with Terminal(["sh", "-c", command], 80, 24) as terminal:
        terminal.wait_for(b"nspectors", b"quit", timeout=TIMEOUT)
        terminal.hang_up()
        assert terminal.status(TIMEOUT) == 128 + signal.SIGHUP


@pytest.mark.parametrize(
    ("setting", "encoding"),
    [pytest.param("LC_ALL=C", "ascii", marks=thorough), ("LC_ALL=fr_FR.ISO-8859-1", "latin-1")],
)
def test_a_terminal_that_is_not_one_of_utf_8(tmp_path: Path, setting: str, encoding: str) -> None:
    left, right = tmp_path / "left.txt", tmp_path / "right.txt"
    left.write_text("Père Aubin – 三人 – a parlé.\n\nLa cloche sonne.\n", encoding="utf-8")
    right.write_text("Père Aubin – 三人 – a chanté.\n\nLa cloche sonne.\n", encoding="utf-8")
    with Terminal(["env", setting, *newsdiff(str(left), str(right))], 120, 24) as terminal:
        terminal.wait_for(b"sonne", b"quit", timeout=TIMEOUT)
        terminal.settle(TIMEOUT)
        terminal.send(b"q")
        assert terminal.status(TIMEOUT) == 0
    shown = terminal.output.decode(encoding)
    assert ("Père Aubin - ???? -" if encoding == "latin-1" else "P?re Aubin - ???? -") in shown
    assert f"{setting} is not" in " ".join(shown.split())


def test_tiny_windows() -> None:
    with Terminal(COMMAND, 1, 1) as terminal:
        # Not before: what is typed while Python starts, the terminal itself still edits.
        terminal.wait_for(END_OF_FRAME, timeout=TIMEOUT)
        terminal.settle(TIMEOUT, 1.0)
        for columns in (1, 300):
            terminal.resize(columns, 1)
            for key in (b"j", b"u", b"i", b"s", b"\r", b"/", b"z", b"\r", b":", b"2", b"\r", b"?", b"q"):
                terminal.send(key)
                terminal.settle(TIMEOUT, 0.05)
        _, before = terminal.send(b"g")
        terminal.resize(100, 30)
        terminal.wait_for(b"nspectors", since=before, timeout=TIMEOUT)
        terminal.send(b"q")
        assert terminal.status(TIMEOUT) == 0
        assert b"Traceback" not in terminal.output


@pytest.fixture
def shown() -> Iterator[Terminal]:
    with Terminal(COMMAND, 80, 24) as terminal:
        terminal.wait_for(b"nspectors", b"quit", timeout=TIMEOUT)
        terminal.settle(TIMEOUT)
        yield terminal


def test_a_closed_window_ends_it(shown: Terminal) -> None:
    shown.hang_up()
    assert shown.status(TIMEOUT) == -signal.SIGHUP


@pytest.mark.parametrize(
    "number", [signal.SIGTERM, *(pytest.param(other, marks=thorough) for other in (signal.SIGHUP, signal.SIGQUIT))]
)
def test_who_asks_it_to_end_gets_the_terminal_back(shown: Terminal, number: signal.Signals) -> None:
    os.kill(shown.pid, number)
    assert shown.status(TIMEOUT) == 128 + number
    assert LEFT_SCREEN in shown.output


def test_it_outlives_a_hang_up_where_that_is_wished_but_not_its_terminal() -> None:
    """Without a terminal it ends also where no signal says so."""
    with Terminal(["sh", "-c", f"trap '' HUP; exec {shlex.join(COMMAND)}"], 80, 24) as terminal:
        terminal.wait_for(b"nspectors", b"quit", timeout=TIMEOUT)
        terminal.settle(TIMEOUT)
        os.kill(terminal.pid, signal.SIGHUP)
        _, before = terminal.send(b"?")
        terminal.wait_for(b"Some keys", since=before, timeout=TIMEOUT)
        terminal.hang_up()
        assert terminal.status(TIMEOUT) == 128 + signal.SIGHUP


def test_suspended_and_resumed() -> None:
    with Terminal(["bash", "--norc", "--noprofile", "-i"], 80, 24) as shell:

        def wait_for(text: bytes, since: int) -> None:
            shell.wait_for(text, since=since, timeout=TIMEOUT)
            shell.settle(TIMEOUT)

        _, before = shell.send(f"PS1='ready$ '; {shlex.join(COMMAND)}\n".encode())
        wait_for(b"nspectors", before)
        _, before = shell.send(b"\x1a")
        wait_for(b"ready$", before)
        assert LEFT_SCREEN in shell.output[before:]
        assert b"Stopped" in shell.output[before:]
        _, before = shell.send(b"fg\n")
        wait_for(b"nspectors", before)
        _, before = shell.send(b"q")
        wait_for(b"ready$", before)
        _, before = shell.send(b"echo status $?; stty -a | grep -o '.icanon'; exit\n")
        shell.status(TIMEOUT)
        assert b"status 0" in shell.output[before:]
        assert b"-icanon" not in shell.output[before:]


def test_an_article_from_standard_input_and_keys_from_the_terminal() -> None:
    pipeline = f"cat {shlex.quote(LEFT)} | {shlex.join(newsdiff('-', RIGHT))}"
    with Terminal(["sh", "-c", pipeline], 80, 24) as terminal:
        terminal.wait_for(b"nspectors", b"quit", timeout=TIMEOUT)
        terminal.settle(TIMEOUT)
        terminal.send(b"r")
        terminal.wait_for(b"cannot be read again", timeout=TIMEOUT)
        terminal.send(b"q")
        assert terminal.status(TIMEOUT) == 0


CRASHES = {
    "at the start": "import tui.screen.app\nfrom tui import cli\n"
    "def bad(self): raise ValueError('no \\x1b[7777m luck')\n"
    "tui.screen.app.NewsdiffApp.on_mount = bad",
    "while painting": "import tui.screen.painting.line_painting, tui.screen.diff_screen\nfrom tui import cli\n"
    "def bad(*_): raise ValueError('no \\x1b[7777m luck')\n"
    "tui.screen.widgets.side_by_side.SideBySide.render_line = bad",
}


@pytest.mark.parametrize("code", CRASHES.values(), ids=CRASHES.keys())
def test_a_crash_leaves_the_terminal_as_it_was(code: str) -> None:
    command = f"{shlex.join(python(code))}; echo status $?; stty -a | grep -o '.icanon\\|.echo '"
    with Terminal(["sh", "-c", command], 80, 24) as terminal:
        terminal.status(TIMEOUT)
        shown = terminal.output.rpartition(LEFT_SCREEN)[2]
    assert b"status 2" in shown
    assert b"please report it" in shown
    assert "ValueError: no ␛[7777m luck".encode() in b" ".join(shown.split())
    assert b"\x1b[7777m" not in terminal.output
    assert b" icanon" in shown
    assert b" echo" in shown


def test_no_terminal_at_all() -> None:
    with Terminal(["sh", "-c", f"{shlex.join(COMMAND)} < /dev/null 2> /dev/null | head -c 6"], 80, 24) as terminal:
        terminal.status(TIMEOUT)
        assert bytes(terminal.output) == b"Left: "


def test_a_file_that_cannot_be_read_is_one_line() -> None:
    with Terminal(newsdiff(LEFT, "no-such-file"), 80, 24) as terminal:
        assert terminal.status(TIMEOUT) == 2
        assert bytes(terminal.output) == b"newsdiff: no-such-file: no such file\r\n"


def test_too_little_memory_is_one_line(tmp_path: object) -> None:
    code = (
        "from tui import cli\nfrom tui.inputs import given\ndef bad(*_, **__): raise MemoryError\ngiven.contents = bad"
    )
    with Terminal(python(code), 80, 24) as terminal:
        assert terminal.status(TIMEOUT) == 2
        assert bytes(terminal.output) == b"newsdiff: not enough memory for articles of this size\r\n"
