"""The tour in tmux goes where docs/reading.md goes, and says so where it cannot go at all."""

import os
import re
import runpy
import signal
import subprocess
import sys
import time
from pathlib import Path

from tui.keys.commands import COMMANDS
from tui.keys.keynames import label

_ROOT = Path(__file__).parent.parent
# As tmux calls them.
_IN_TMUX = {"Esc": "Escape", "Ctrl+P": "C-p", "Ctrl+O": "C-o", "→": "Right", "←": "Left"}
# Without a selection by mouse Ctrl+C would end the tour; + would leave a file beside the article; the others need more
# than two versions.
_LEFT_OUT = {"Ctrl+C", "+", "(", ")", "T", "I"}


def test_every_key_of_the_documentation_is_pressed() -> None:
    named = set(re.findall(r"`([^`]+)`", (_ROOT / "docs" / "reading.md").read_text(encoding="utf-8")))
    keys = {label(command.keys[0]) for command in COMMANDS} & named - _LEFT_OUT
    assert len(keys) > 30
    steps = runpy.run_path(str(_ROOT / "tests" / "tour.py"))["steps"]("word")
    # The last one leaves.
    pressed = {key for step in steps for key in (*step.keys, *step.then)} | {"q"}
    assert {_IN_TMUX.get(key, key) for key in keys} <= pressed


def test_without_tmux_it_says_so(tmp_path: Path) -> None:
    command = [sys.executable, str(_ROOT / "tests" / "tour.py"), "left.txt", "right.txt", str(tmp_path / "pictures")]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, "PATH": str(tmp_path)}
    )
    assert (done.returncode, done.stdout) == (0, "no tour: there is no tmux here\n")
    assert not (tmp_path / "pictures").exists()


def test_ended_by_a_signal_it_ends_its_tmux(tmp_path: Path) -> None:
    told = tmp_path / "told"
    told.touch()
    tmux = tmp_path / "tmux"
    tmux.write_text(f'#!/bin/sh\necho "$5" >> {told}\n')
    tmux.chmod(0o755)
    for name in ("left.txt", "right.txt"):
        (tmp_path / name).write_text("A short story.")
    command = [sys.executable, str(_ROOT / "tests" / "tour.py"), "left.txt", "right.txt", "pictures"]
    surroundings = {**os.environ, "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"}
    with subprocess.Popen(command, cwd=tmp_path, env=surroundings) as running:
        while "capture-pane" not in told.read_text():
            assert running.poll() is None
            time.sleep(0.01)
        running.send_signal(signal.SIGTERM)
    assert running.returncode == 128 + signal.SIGTERM
    assert told.read_text().splitlines()[-1] == "kill-server"
