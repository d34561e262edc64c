"""The benchmarks run and fill their table; how long anything took is not looked at."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import thorough

_ROOT = Path(__file__).parent.parent


@pytest.mark.skipif(sys.platform == "win32", reason="they need a pseudo-terminal")
@thorough
def test_the_benchmarks_run(tmp_path: Path) -> None:
    sections = ["start", "command", "engine", "batch", "growth", "history", "against", "book"]
    command = [sys.executable, "-m", "benchmarks.run", "--tiny", "--runs", "1", "--against", str(_ROOT)]
    peer = f"{sys.executable} -c pass {{left}} {{right}}"
    found = subprocess.run([*command, "--peer", peer, *sections], cwd=tmp_path, capture_output=True, text=True)
    assert found.returncode == 0, found.stderr
    assert found.stderr.startswith("no --gold")
    head, rule, *rows = [line for line in found.stdout.splitlines() if line.startswith("|")]
    assert rule == "| --- " * (head.count("|") - 1) + "|"
    assert {row.count("|") for row in rows} == {head.count("|")}
    assert list(dict.fromkeys(row.split()[1] for row in rows)) == sections
    assert "the peer" in found.stdout
    assert not any("nan" in row or "more than" in row for row in rows)


@pytest.mark.skipif(sys.platform == "win32", reason="they need a pseudo-terminal")
@thorough
def test_a_peer_that_is_not_installed_is_left_out(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "benchmarks.run", "--tiny", "--runs", "1", "wikidiff2"]
    environment = {**os.environ, "PATH": str(tmp_path), "PYTHONPATH": str(_ROOT)}
    found = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, env=environment)
    assert found.returncode == 0, found.stderr
    assert "no PHP with wikidiff2" in found.stderr
