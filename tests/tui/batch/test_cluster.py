"""Many pairs and articles on a Dask cluster: the bytes of one machine, workers that die, workers that do not fit."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from diffing.errors import NewsdiffError
from tests.tui.batch.test_run import command, newsdiff, whole, with_pairs
from tests.tui.batch.work import FATAL, deadly, double, lost
from tui.batch import cluster
from tui.batch.cluster import connected
from tui.system.exit_codes import DIFFERENT, TROUBLE

distributed = pytest.importorskip("distributed", reason="Dask is not installed: pip install 'newsdiff[scale]'")
pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="no such signals there"),
    # Those of Dask's own sockets and loops, which are closed later.
    pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::DeprecationWarning"),
]
__all__ = ["whole"]  # a fixture


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """The address of a cluster of two workers."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.tui.batch.cluster"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    )
    assert process.stdin
    assert process.stdout
    yield process.stdout.readline().strip()
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    process.stdin.close()
    process.stdout.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return with_pairs(tmp_path)


def test_the_same_bytes_as_on_one_machine(folder: Path, whole: bytes, address: str) -> None:
    (folder / "list").write_text(
        (folder / "list").read_text().replace("a/", f"{folder}/a/").replace("b/", f"{folder}/b/")
    )
    here = newsdiff(folder, "--pairs", "list")
    there = newsdiff(folder, "--pairs", "list", "--dask", address)
    assert (there.returncode, there.stderr) == (DIFFERENT, b"")
    assert there.stdout == here.stdout
    assert len(there.stdout) > len(whole)


def test_related_articles_are_found_there_too(folder: Path, address: str) -> None:
    here, there = (
        newsdiff(folder, "--find", str(folder / "a"), str(folder / "b"), "--format", "csv", *more)
        for more in ((), ("--dask", address))
    )
    assert there.stdout == here.stdout
    assert there.stdout.count(b"\n") > 9


def test_every_result_in_order(address: str) -> None:
    with connected(address) as found:
        assert list(found.in_order(double, range(500), lost)) == [2 * number for number in range(500)]
        assert list(found.in_order(double, [], lost)) == []


def test_another_version_is_refused(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setattr(cluster, "__version__", "99.1")
    with pytest.raises(NewsdiffError, match=r"tcp://\S+: the worker has newsdiff [\d.]+, and this is newsdiff 99\.1"):
        connected(address).__enter__()


def test_a_worker_of_another_version_that_comes_later_is_refused(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    with connected(address) as found:
        monkeypatch.setattr(cluster, "__version__", "99.1")
        with pytest.raises(NewsdiffError, match=r"has newsdiff [\d.]+, and this is newsdiff 99\.1"):
            list(found.in_order(double, [1], lost))


def test_a_worker_without_newsdiff_is_refused(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setattr(cluster, "_DISTRIBUTION", "newsdiff-that-nobody-has")
    with pytest.raises(NewsdiffError, match="the worker has no newsdiff"):
        connected(address).__enter__()


@pytest.mark.parametrize("place", ["tcp://127.0.0.1:1"])
def test_no_scheduler(folder: Path, monkeypatch: pytest.MonkeyPatch, place: str) -> None:
    code = "import sys, tui.batch.cluster; tui.batch.cluster._SECONDS = 1; from tui.cli import run; run()"
    arguments = [sys.executable, "-c", code, "--pairs", "list", "--output", "out", "--dask", place]
    found = subprocess.run(arguments, cwd=folder, capture_output=True, text=True, check=False)
    assert (found.returncode, found.stdout) == (TROUBLE, "")
    assert found.stderr.startswith(f"newsdiff: {place}: cannot be reached: ")
    assert found.stderr.count("\n") == 1
    assert not (folder / "out").exists()


def test_a_failure_in_the_cluster_is_one_line(address: str) -> None:
    with connected(address) as found, pytest.raises(NewsdiffError, match="the cluster failed: OverflowError: "):
        list(found.in_order(int.to_bytes, [-1], lost))


def test_a_worker_that_is_killed_in_the_midst(folder: Path, address: str) -> None:
    pairs = [f"{folder}/a/{number}.txt\t{folder}/b/{number}.txt\n" for number in range(9)] * 30
    (folder / "list").write_text("".join(pairs))
    process = subprocess.Popen(command("--pairs", "list", "--output", "out", "--dask", address), cwd=folder, stderr=-3)
    out = folder / "out"
    until = time.monotonic() + 60
    while not (out.exists() and out.stat().st_size) and time.monotonic() < until:
        time.sleep(0.02)
    with distributed.Client(address, set_as_default=False) as client:
        pid = next(iter(client.run(os.getpid).values()))
    os.kill(pid, signal.SIGKILL)
    assert process.wait(120) == DIFFERENT
    assert out.read_bytes() == newsdiff(folder, "--pairs", "list").stdout


def test_an_item_that_kills_its_worker_costs_only_itself(address: str) -> None:
    with connected(address) as found:
        expected = [-number if number == FATAL else number for number in range(16)]
        assert list(found.in_order(deadly, range(16), lost)) == expected
