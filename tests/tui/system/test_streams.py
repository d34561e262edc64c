"""Standard streams that are closed, full, or give nothing for a moment: one line and status 2, or it works."""

import fcntl
import os
import resource
import shlex
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import SAMPLES
from tests.tui.command import called
from tui.system.exit_codes import DIFFERENT, TROUBLE

if sys.platform == "win32":
    pytest.skip("no shell that closes streams", allow_module_level=True)

from benchmarks.terminal import Terminal

LEFT, RIGHT = (str(SAMPLES / "light-edit" / name) for name in ("left.txt", "right.txt"))
COMMAND = shlex.join([sys.executable, "-m", "tui"])
BOTH = shlex.join([LEFT, RIGHT])
TIMEOUT = 60


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch) -> None:
    root = str(SAMPLES.parent)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([root, *filter(None, [os.environ.get("PYTHONPATH")])]))


def shell(arguments: str, folder: Path) -> subprocess.CompletedProcess[bytes]:
    (folder / "list").write_text(f"{LEFT}\t{RIGHT}\n")
    command = ["sh", "-c", f"{COMMAND} {arguments}"]
    return subprocess.run(command, capture_output=True, check=False, cwd=folder, stdin=subprocess.DEVNULL)


@pytest.mark.parametrize("arguments", [BOTH, f"{BOTH} --format json", "--pairs list"], ids=["screen", "json", "pairs"])
def test_nowhere_to_put_the_result(tmp_path: Path, arguments: str) -> None:
    found = shell(f"{arguments} >&-", tmp_path)
    assert (found.returncode, found.stderr) == (TROUBLE, b"newsdiff: standard output is closed\n")


@pytest.mark.parametrize("arguments", [BOTH, "--pairs list"], ids=["pair", "pairs"])
def test_an_output_needs_no_standard_output(tmp_path: Path, arguments: str) -> None:
    found = shell(f"{arguments} --output out >&-", tmp_path)
    assert found.returncode == DIFFERENT
    # Where it took a second, the summary of the pairs.
    assert found.stderr == b"" or found.stderr.startswith(b"newsdiff: 1 pair in ")
    assert (tmp_path / "out").stat().st_size > 0


@pytest.mark.parametrize(
    ("arguments", "elsewhere", "status"),
    [
        (f"{shlex.quote(LEFT)} no-such-file", "2>&-", TROUBLE),
        (f"{shlex.quote(LEFT)} no-such-file", "2>/dev/full", TROUBLE),
        (f"{BOTH} --format json --no-ledger", "2>&-", DIFFERENT),
        (f"{BOTH} --format json --no-ledger", "<&- 2>&-", DIFFERENT),
        ("--pairs list --no-ledger", "2>&-", DIFFERENT),
        ("--pairs list --no-ledger", "2>/dev/full", DIFFERENT),
    ],
    ids=["trouble, closed", "trouble, full", "json, closed", "json, both closed", "pairs, closed", "pairs, full"],
)
def test_nobody_to_tell(tmp_path: Path, arguments: str, elsewhere: str, status: int) -> None:
    found = shell(f"{arguments} {elsewhere}", tmp_path)
    assert found.returncode == status
    assert found.stdout.startswith(b"{") is (status == DIFFERENT)
    assert b"newsdiff:" not in found.stdout


@pytest.mark.parametrize(("unbuffered", "bytes_short"), [("", 2_000), ("1", 1)])
def test_a_disk_that_is_full_before_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, unbuffered: str, bytes_short: int
) -> None:
    """Python, told not to buffer, takes the part that was written for the whole."""
    most = len(called(LEFT, RIGHT, "--format", "text", "--no-ledger").stdout) - bytes_short
    monkeypatch.setenv("PYTHONUNBUFFERED", unbuffered)
    with (tmp_path / "out").open("wb") as out:
        found = subprocess.run(
            [sys.executable, "-m", "tui", LEFT, RIGHT, "--format", "text", "--no-ledger"],
            stdout=out,
            stderr=subprocess.PIPE,
            check=False,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most)),
        )
    assert (found.returncode, found.stderr) == (TROUBLE, b"newsdiff: cannot write: File too large\n")


def test_what_the_screen_is_written_to_is_buffered() -> None:
    program = (
        "import sys; from tui.system.terminal import write_all; write_all();print(type(sys.__stderr__.buffer).__name__)"
    )
    found = subprocess.run([sys.executable, "-u", "-c", program], capture_output=True, check=True)
    assert found.stdout == b"BufferedWriter\n"


def test_a_list_from_a_closed_standard_input(tmp_path: Path) -> None:
    found = shell("--pairs - <&-", tmp_path)
    assert (found.returncode, found.stderr) == (TROUBLE, b"newsdiff: -: standard input is closed\n")


def test_a_pipe_that_does_not_wait_is_read_to_its_end(tmp_path: Path) -> None:
    """As some programs leave standard input: to read it then gives nothing, where there is nothing yet."""
    reading, writing = os.pipe()
    fcntl.fcntl(reading, fcntl.F_SETFL, os.O_NONBLOCK)
    command = [sys.executable, "-m", "tui", "-", RIGHT, "--format", "json"]
    process = subprocess.Popen(command, stdin=reading, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stderr is not None
    # It has found nothing and waits; then it gets the article in two parts.
    assert process.stderr.readline().startswith(b"newsdiff: waiting for standard input")
    os.write(writing, b"One paragraph.\n\n")
    os.write(writing, b"And its last.\n")
    os.close(writing)
    output, _ = process.communicate()
    os.close(reading)
    assert b"And its last." in output


def test_keys_come_from_the_terminal_where_standard_input_is_closed() -> None:
    with Terminal(["sh", "-c", f"{COMMAND} {BOTH} <&-"], 80, 24) as terminal:
        terminal.wait_for(b"nspectors", b"quit", timeout=TIMEOUT)
        terminal.settle(TIMEOUT)
        terminal.send(b"q")
        assert terminal.status(TIMEOUT) == 0


INTERRUPTED = """
import os, signal, sys

class Interrupting:
    def find_spec(self, name, path=None, target=None):
        if name == "diffing.model":
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Interrupting())
sys.argv = ["newsdiff", *sys.argv[1:]]
from tui.__main__ import main
main()
"""


def test_an_interruption_while_newsdiff_is_loaded_ends_quietly() -> None:
    found = subprocess.run([sys.executable, "-c", INTERRUPTED, LEFT, RIGHT], capture_output=True, check=False)
    assert (found.stdout, found.stderr) == (b"", b"")
    assert found.returncode == -signal.SIGINT
