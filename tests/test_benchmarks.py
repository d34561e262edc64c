"""The benchmarks run and fill their table; how long anything took is not looked at."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import thorough

_ROOT = Path(__file__).parent.parent
_TINY = [sys.executable, "-m", "benchmarks.run", "--tiny", "--runs", "1"]


@pytest.mark.skipif(sys.platform == "win32", reason="they need a pseudo-terminal")
@thorough
def test_the_benchmarks_run(tmp_path: Path) -> None:
    sections = ["start", "command", "engine", "batch", "growth", "history", "against", "book"]
    command = [*_TINY, "--against", str(_ROOT)]
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
    found = _run([*_TINY, "--against", str(_ROOT), "wikidiff2", "instructions"], tmp_path, path=str(tmp_path))
    assert found.returncode == 0, found.stderr
    assert "no PHP with wikidiff2" in found.stderr
    assert "no valgrind" in found.stderr


# Prints what valgrind would if a comparison took 100 instructions and a ledger 150; runs nothing.
_VALGRIND = """#!/bin/sh
while [ "$1" != passes ] && [ $# -gt 2 ]; do shift; done
[ "$1" = passes ] || set -- passes 1 1
echo "==7== I   refs:      1,$((100 + $2 * 100 + $3 * 150))" >&2
exit 1
"""


@pytest.mark.skipif(sys.platform == "win32", reason="they need a pseudo-terminal")
def test_instructions_are_counted_by_valgrind(tmp_path: Path) -> None:
    counter = tmp_path / "valgrind"
    counter.write_text(_VALGRIND)
    counter.chmod(0o755)
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    found = _run([*_TINY, "--against", str(_ROOT), "instructions"], tmp_path, path)
    assert found.returncode == 0, found.stderr
    rows = [line.split(" | ") for line in found.stdout.splitlines() if "this build" in line]
    assert [(row[1], row[5], row[-1].strip("| ")) for row in rows] == [
        ("exec to exit, JSON, this build", "1.00 x earlier build", ".5"),
        ("first ledger, this build", "1.00 x earlier build", ".3"),
        ("comparison, warm, this build", "1.00 x earlier build", ".75"),
        ("ledger, warm, this build", "1.00 x earlier build", ""),
        ("ledger, warm, this build", "1.50 x its comparison", ".6"),
    ]


def _run(command: list[str], folder: Path, path: str) -> subprocess.CompletedProcess[str]:
    """Return what a command prints in a folder, with programs from `path`."""
    environment = {**os.environ, "PATH": path, "PYTHONPATH": str(_ROOT)}
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, env=environment)
