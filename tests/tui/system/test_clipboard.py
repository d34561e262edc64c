"""The clipboard: which program is taken where, what is said of it, and that none is waited for."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import MakePair
from tests.tui.running import running
from tui.system import clipboard
from tui.system.clipboard import copy, is_needed, programs

if sys.platform == "win32":
    pytest.skip("no scripts of the shell", allow_module_level=True)

TMUX = {"TMUX": "/tmp/tmux/default,1,0"}
# What is set around newsdiff, and the programs that are taken where all are there.
PLACES = {
    "nothing": ({}, ["clip.exe"]),
    "Wayland": ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, ["wl-copy", "xclip", "xsel", "clip.exe"]),
    "another machine": ({"SSH_CONNECTION": "1", "WAYLAND_DISPLAY": "wayland-0"} | TMUX, ["tmux", "tmux"]),
    "X11 forwarded": ({"SSH_CONNECTION": "1", "DISPLAY": "localhost:10"}, ["xclip", "xsel"]),
    "tmux": (TMUX, ["clip.exe", "tmux", "tmux"]),
}


@pytest.mark.parametrize("place", PLACES)
def test_the_programs_of_a_place(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    environment, names = PLACES[place]
    assert [program.command[0] for program in programs(environment, lambda name: name)] == names
    assert not list(programs(environment, lambda name: None))


def test_a_plain_terminal_needs_no_program() -> None:
    assert not is_needed({"DISPLAY": ":0"})
    assert is_needed(TMUX)
    assert is_needed({"STY": "1.pts-0"})


@pytest.fixture(name="folder")
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is the whole PATH but for the shell."""
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def script(folder: Path, name: str, does: str) -> None:
    file = folder / name
    file.write_text(f"#!/bin/sh\n{does}\n")
    file.chmod(0o755)


def test_the_first_program_that_copies_is_named(folder: Path) -> None:
    script(folder, "xclip", "exit 1")
    script(folder, "xsel", f'read line; echo "$line" > {folder}/got')
    assert copy("Père 三\n", {"DISPLAY": ":0", **TMUX}) == "copied with xsel"
    assert (folder / "got").read_text(encoding="utf-8") == "Père 三\n"


def test_without_a_program_it_is_said_what_helps(folder: Path) -> None:
    assert copy("text", TMUX) == "sent to tmux, which copies it after: tmux set -s set-clipboard on"
    assert copy("text", {"STY": "1"}).startswith("not copied: ")


def test_an_old_tmux_keeps_the_text(folder: Path) -> None:
    script(folder, "tmux", '[ "$2" != -w ]')
    assert copy("text", TMUX) == "copied in tmux; paste it there"


def test_a_program_that_hangs_is_given_up(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clipboard, "_SECONDS", 0.2)
    script(folder, "xclip", "exec /bin/sleep 20")
    begun = time.monotonic()
    assert copy("text", {"DISPLAY": ":0", **TMUX}).startswith("sent to tmux")
    assert time.monotonic() - begun < 10


def test_a_program_that_stays_is_not_waited_for(folder: Path) -> None:
    script(folder, "xclip", "/bin/sleep 20 &")
    begun = time.monotonic()
    assert copy("text", {"DISPLAY": ":0"}) == "copied with xclip"
    assert time.monotonic() - begun < 10


async def test_keys_go_on_while_a_program_copies(
    make_pair: MakePair, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STY", "1.pts-0")
    monkeypatch.setenv("DISPLAY", ":0")
    script(folder, "xclip", f"while [ ! -e {folder}/go ]; do /bin/sleep 0.02; done")
    async with running(make_pair(["One.", "Two."], ["One.", "Two."])) as run:
        await run.press("c", "j")
        assert run.row == 1
        assert "copied" not in run.status()
        (folder / "go").touch()
        await run.app.workers.wait_for_complete()
        await run.pilot.pause()
        assert run.status().startswith(" copied with xclip: One.")
        assert run.app.clipboard


@pytest.fixture(name="server")
def _server(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """A tmux with its default settings, and newsdiff as if inside it."""
    if (tmux := shutil.which("tmux")) is None:
        pytest.skip("no tmux")
    socket = tmp_path / "socket"
    subprocess.run([tmux, "-S", socket, "-f", "/dev/null", "new-session", "-d", "cat"], check=True)
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TMUX", f"{socket},1,0")
    yield
    subprocess.run([tmux, "-S", socket, "kill-server"], check=True)


@pytest.mark.usefixtures("server")
def test_tmux_has_what_was_copied() -> None:
    assert copy("Two lines,\nand é.", os.environ).startswith("copied in tmux")
    shown = subprocess.run(["tmux", "show-buffer"], capture_output=True, check=True)
    assert shown.stdout.decode() == "Two lines,\nand é."
