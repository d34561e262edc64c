"""newsdiff writes nothing but what it is asked to, opens no connection and starts no program but itself.

Python tells an audit hook of every file opened, every socket made and every process started; the hook ends newsdiff at
once, with a status of its own, when one of them is none that it promises. The process that compares has the hook too.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import SAMPLES

LEFT, RIGHT = (str(SAMPLES / "light-edit" / name) for name in ("left.txt", "right.txt"))
CAUGHT = 77
HOOK = """
import os, sys

ALLOWED = {allowed!r}.split(os.pathsep)
FORBIDDEN = ("socket.connect", "socket.bind", "socket.getaddrinfo", "subprocess.Popen", "os.exec", "os.system",
             "os.posix_spawn", "os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.truncate", "os.chmod", "os.link",
             "os.symlink", "os.utime", "shutil.rmtree", "ftplib.connect", "urllib.Request")
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def is_allowed(path):
    return any(str(path).startswith(place) for place in ALLOWED if place)


def is_newsdiff(event, arguments):
    return event == "subprocess.Popen" and arguments[0] == sys.executable and arguments[1][1:3] == ["-P", "-c"]


def watch(event, arguments):
    if event == "open":
        path, mode, flags = arguments
        # A terminal or a pipe that is open already is named by its number.
        writes = bool(flags & WRITING) and not isinstance(path, int)
        if writes and str(path) not in ("/dev/tty", "/dev/null") and not is_allowed(path):
            caught(event, arguments)
    elif event in FORBIDDEN and not is_allowed(arguments[0]) and not is_newsdiff(event, arguments):
        caught(event, arguments)


def caught(event, arguments):
    os.write(2, f"caught: {{event}} {{arguments}}\\n".encode())
    os._exit(77)


sys.dont_write_bytecode = True
sys.addaudithook(watch)
"""
PROGRAM = """
from tui import cli
from tui.worker import process
process._CODE = {hook!r} + process._CODE
sys.argv = ["newsdiff", *sys.argv[1:]]
cli.run()
"""


def watched(allowed: str, *arguments: str) -> list[str]:
    hook = HOOK.format(allowed=allowed)
    return [sys.executable, "-c", hook + PROGRAM.format(hook=hook), *arguments]


def run(folder: Path, allowed: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "XDG_CONFIG_HOME": str(folder / "config"), "HOME": str(folder)}
    return subprocess.run(
        watched(allowed, *arguments), capture_output=True, check=False, env=environment, stdin=subprocess.DEVNULL
    )


@pytest.mark.parametrize("form", [("--format", "json"), ("--help",), ()])
def test_formats_write_nothing(tmp_path: Path, form: tuple[str, ...]) -> None:
    found = run(tmp_path, "", LEFT, RIGHT, *form)
    assert found.returncode in (0, 1), found.stderr
    assert list(tmp_path.iterdir()) == []


def test_an_output_is_all_that_is_written(tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run(tmp_path, str(out), LEFT, RIGHT, "--output", str(out)).returncode == 1
    assert list(tmp_path.iterdir()) == [out]


def test_the_hook_would_notice(tmp_path: Path) -> None:
    found = run(tmp_path, "", LEFT, RIGHT, "--output", str(tmp_path / "out"))
    assert found.returncode == CAUGHT
    assert found.stderr.startswith(b"caught: open")


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo terminal")
def test_the_screen_writes_nothing_but_the_theme_chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from benchmarks.terminal import Terminal

    root = str(SAMPLES.parent)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([root, *filter(None, [os.environ.get("PYTHONPATH")])]))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("HOME", str(tmp_path))
    with Terminal(watched("", LEFT, RIGHT), 100, 30) as terminal:
        terminal.wait_for(b"nspectors", b"quit", timeout=60)
        for key in (b"n", b"u", b"i", b"s", b"\r", b"/", b"e", b"\r", b"y", b"<", b"r", b"S", b"t"):
            terminal.send(key)
            terminal.settle(60, 0.1)
        terminal.send(b"q")
        assert terminal.status(60) == 0, bytes(terminal.output[-500:])
    assert list(tmp_path.iterdir()) == []
