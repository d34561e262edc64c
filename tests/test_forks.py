"""The plugin that runs the tests in forked processes: their reports come, and no test is lost unseen."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import SAMPLES

if sys.platform != "linux":
    pytest.skip("elsewhere pytest-xdist runs the tests", allow_module_level=True)

REPORTED = """
import os, pytest

COLLECTED = os.getpid()

@pytest.mark.parametrize("number", range(100))
def test_another_process(number, tmp_path_factory):
    assert os.getppid() == COLLECTED
    assert tmp_path_factory.getbasetemp().name.startswith("worker")

def test_fails():
    print("what it wrote")
    assert 1 == 2
"""


def run(folder: Path, **files: str) -> subprocess.CompletedProcess[str]:
    """Run test files in two processes."""
    for name, content in files.items():
        (folder / f"test_{name}.py").write_text(content)
    command = [sys.executable, "-m", "pytest", "-p", "tests.forks", "--forks", "2", "-p", "no:cacheprovider"]
    return subprocess.run(
        [*command, "--rootdir", str(folder), str(folder)],
        cwd=SAMPLES.parent,
        capture_output=True,
        text=True,
        # Those of other distributions take most of the time of a start.
        env=os.environ | {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
    )


def test_reports_come_from_every_process(tmp_path: Path) -> None:
    found = run(tmp_path, reported=REPORTED)
    assert found.returncode == pytest.ExitCode.TESTS_FAILED
    assert "1 failed, 100 passed" in found.stdout
    assert "assert 1 == 2" in found.stdout
    assert "what it wrote" in found.stdout


def test_a_process_that_ends_is_a_failure(tmp_path: Path) -> None:
    found = run(tmp_path, bad="import os\ndef test_bad(): os._exit(5)", good="def test_good(): pass")
    assert found.returncode == pytest.ExitCode.TESTS_FAILED
    assert "a process of the tests ended with status 5" in found.stdout
    # The one that ended may have had the other test before it.
    assert "did not run to their end, the first of them test_bad.py::test_bad" in found.stdout
