"""However large a file is, or however long a pipe keeps silent: so much is read and no more, and the user is told."""

import io
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from diffing.errors import ReadError
from diffing.sources import files
from diffing.sources.files import MAX_BYTES
from tests.conftest import SAMPLES
from tests.tui.command import called
from tui.inputs import read_bytes as module
from tui.inputs.read_bytes import contents, is_repeatable
from tui.system.exit_codes import TROUBLE

LEFT = str(SAMPLES / "light-edit" / "left.txt")
needs_pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no named pipes in its file system")
needs_devices = pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="no devices that never end")


def refusal(path: Path | str, max_bytes: int = MAX_BYTES, may_wait: bool = True) -> str:
    with pytest.raises(ReadError) as caught:
        contents(str(path), max_bytes, may_wait)
    return caught.value.reason


class Endless(io.RawIOBase):
    """What never ends, and counts what was taken of it."""

    taken = 0

    def read(self, size: int = -1, /) -> bytes:
        assert size > 0
        self.taken += size
        return b"x" * size


@pytest.mark.parametrize("most", [0, 1, 1000, files._BLOCK_BYTES, 3 * files._BLOCK_BYTES + 1])
def test_of_what_never_ends_one_byte_too_many_is_read(monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    endless = Endless()
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=endless))
    assert refusal("-", most).startswith("larger than")
    assert endless.taken == most + 1


@needs_devices
@pytest.mark.parametrize("device", ["/dev/zero", "/dev/urandom"])
def test_devices_that_never_end(device: str) -> None:
    assert refusal(device) == "larger than 20 MB"
    assert refusal(device, may_wait=False) == "is a pipe or a device, not a file"


@needs_pipes
def test_a_pipe_that_nobody_fills_is_not_waited_for_where_there_is_no_time(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert refusal(tmp_path / "pipe", may_wait=False) == "is a pipe or a device, not a file"


@needs_pipes
def test_who_waits_is_told_for_what(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "pipe\x1b[2J"
    os.mkfifo(path)
    monkeypatch.setattr(module, "_NOTICE_SECONDS", 0.0)
    told = threading.Event()
    error = sys.stderr

    class Told:
        def write(self, text: str) -> None:
            error.write(text)
            told.set()

        def flush(self) -> None: ...

    monkeypatch.setattr(sys, "stderr", Told())

    def fill() -> None:
        told.wait()
        path.write_bytes(b"One.")

    threading.Thread(target=fill, daemon=True).start()
    assert contents(str(path)) == b"One."
    assert capsys.readouterr().err == f"newsdiff: waiting for {tmp_path}/pipe␛[2J ... (Ctrl+C ends newsdiff)\n"


def test_no_word_where_there_is_no_wait(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"One.")))
    assert contents("-") == b"One."
    assert capsys.readouterr().err == ""


def test_a_closed_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert refusal("-") == "standard input is closed"


def test_what_can_be_read_twice(tmp_path: Path) -> None:
    assert is_repeatable(LEFT)
    assert not is_repeatable("-")
    assert not is_repeatable(os.devnull)
    assert not is_repeatable(str(tmp_path))


@needs_devices
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("/dev/zero", LEFT), "/dev/zero: larger than 20 MB; --max-bytes N allows more"),
        ((LEFT, "/dev/urandom", "--format", "json"), "/dev/urandom: larger than 20 MB; --max-bytes N allows more"),
        ((LEFT, LEFT, "--max-bytes", "100"), f"{LEFT}: larger than 100 bytes; --max-bytes N allows more"),
        (("--pairs", "/dev/zero"), "/dev/zero: line 1 is too long for two file names"),
        (("--pairs", LEFT, "--resume", "/dev/zero"), "/dev/zero: not a regular file, so --resume cannot continue it"),
    ],
)
def test_a_line_and_status_2(arguments: tuple[str, ...], said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_NOTICE_SECONDS", 60)
    found = called(*arguments)
    assert (found.returncode, found.stdout) == (TROUBLE, b"")
    assert found.stderr.decode() == f"newsdiff: {said}\n"


@pytest.mark.parametrize("number", ["1G", "50M", "4000K", "4000k", "9000000"])
def test_the_limit_can_be_raised(number: str) -> None:
    assert called(LEFT, LEFT, "--max-bytes", number).returncode == 0


@pytest.mark.parametrize("number", ["", "M", "-1", "1.5M", "1MM", "much", "١", "9" * 5000])
def test_no_number_of_bytes(number: str) -> None:
    found = called(LEFT, LEFT, f"--max-bytes={number}")
    assert found.returncode == TROUBLE
    assert b"must be a number of bytes" in found.stderr
    assert b"Traceback" not in found.stderr


@needs_pipes
def test_a_pipe_in_a_folder_costs_only_its_pair(tmp_path: Path) -> None:
    for side in ("a", "b"):
        (tmp_path / side).mkdir()
        (tmp_path / side / "2.txt").write_text("One.")
    (tmp_path / "b" / "1.txt").write_text("One.")
    os.mkfifo(tmp_path / "a" / "1.txt")
    found = called("--pairs", str(tmp_path / "a"), str(tmp_path / "b"), "--jobs", "1")
    failed, done = found.stdout.splitlines()
    assert b"is a pipe or a device" in failed
    assert b'"unchanged"' in done


@pytest.fixture
def waiting(tmp_path: Path) -> Iterator["subprocess.Popen[bytes]"]:
    """The command, at a pipe that nobody fills, once it has said so."""
    os.mkfifo(tmp_path / "pipe")
    process = subprocess.Popen(
        [sys.executable, "-m", "tui", str(tmp_path / "pipe"), LEFT], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stderr is not None
    assert process.stderr.readline().startswith(b"newsdiff: waiting for ")
    yield process
    process.kill()
    process.communicate()


def test_nothing_is_being_said_any_more_when_waiting_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    """Python aborts where another thread is at standard error while it ends itself."""
    begun, said = threading.Event(), threading.Event()

    class Slow(io.StringIO):
        def write(self, text: str) -> int:
            begun.set()
            time.sleep(0.05)
            said.set()
            return len(text)

    monkeypatch.setattr("sys.stderr", Slow())
    monkeypatch.setattr(module, "_NOTICE_SECONDS", 0.0)
    with module.patiently("a.txt"):
        begun.wait()
    assert said.is_set()


@needs_pipes
def test_waiting_can_be_interrupted(waiting: "subprocess.Popen[bytes]") -> None:
    waiting.send_signal(signal.SIGINT)
    assert waiting.communicate(timeout=30) == (b"", b"")
    assert waiting.returncode == 128 + signal.SIGINT
