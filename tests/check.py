"""Every check there is, in one command: format, lint, types, imports, tests. `python tests/check.py`.

With `--quick` all but the tests. With `--coverage` it also prints which branches no test takes, and fails if they are
more than the floor in pyproject.toml allows. That doubles the time of the tests. With `--thorough` the tests try five
times as many examples, and then hostile files go through every format and over a terminal: some ten minutes.

The tests take most of the time and all processors; the other checks run beside them, for a test that waits for a
terminal or another process leaves a processor free.
"""

import os
import subprocess
import sys
import sysconfig
import time
from collections.abc import Set
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

_ROOT = Path(__file__).parent.parent
_SCRIPTS = Path(sysconfig.get_path("scripts"))

_CHECKS = {
    "format": (sys.executable, "-m", "ruff", "format", "--check", "."),
    "lint": (sys.executable, "-m", "ruff", "check", "."),
    "imports": (str(_SCRIPTS / "lint-imports"),),
    "types": (sys.executable, "-m", "mypy"),
}
# Some tests wait, for a terminal or for another process: more workers than processors use the time.
_WORKERS = str((os.cpu_count() or 1) + 2)
_TESTS = (sys.executable, "-m", "pytest", "--durations", "10")
_FORKED = ("-p", "tests.forks", "--forks", _WORKERS)
# A worker that has done its tests takes some of another one: how long a test takes is not known before.
_SPAWNED = ("-n", _WORKERS, "--dist", "worksteal")
_COVERAGE = (*_SPAWNED, "--cov", "--cov-report=term")
_THOROUGH = {
    "hostile files in every format": (sys.executable, "-m", "tests.hostile.formats", "--count", "500"),
    "hostile files on a terminal": (sys.executable, "-m", "tests.hostile.harness", "--count", "200"),
}


def main() -> int:
    """Run all checks, also after a failure; 0 if all passed."""
    began = time.monotonic()
    options = set(sys.argv[1:])
    failed = []
    with ThreadPoolExecutor(max_workers=1) as beside:
        waiting = {name: beside.submit(_run, command, capture=True) for name, command in _CHECKS.items()}
        if "--quick" not in options:
            print("== tests, and beside them the other checks", flush=True)
            if _run(_tests(options)).returncode != 0:
                failed.append("tests")
        for name, check in waiting.items():
            done = check.result()
            print(f"== {name}\n{done.stdout.rstrip()}", flush=True)
            if done.returncode != 0:
                failed.append(name)
    for name, command in _THOROUGH.items() if "--thorough" in options else ():
        print(f"== {name}", flush=True)
        if _run(command).returncode != 0:
            failed.append(name)
    print(f"== {'failed: ' + ', '.join(failed) if failed else 'all passed'}, {time.monotonic() - began:.0f} s")
    return 1 if failed else 0


def _tests(options: Set[str]) -> tuple[str, ...]:
    """Return the command of the tests."""
    if "--coverage" in options:
        return (*_TESTS, *_COVERAGE)
    # Forking is not safe on macOS, and not there on Windows.
    return (*_TESTS, *(_FORKED if sys.platform == "linux" else _SPAWNED))


def _run(command: tuple[str, ...], *, capture: bool = False) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        command,
        cwd=_ROOT,
        check=False,
        stdout=subprocess.PIPE if capture else None,
        stderr=subprocess.STDOUT if capture else None,
        text=True,
        env=_environment(),
    )


def _environment() -> dict[str, str]:
    """Return the environment of the checks, without a ban on keeping what Python compiled.

    Several hundred processes start here, and each would compile newsdiff anew.
    """
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {"HYPOTHESIS_PROFILE": "ci"} | kept if "--thorough" in sys.argv[1:] else kept


if __name__ == "__main__":
    sys.exit(main())
