"""Articles at addresses: only where --urls allows them, with the limits of files."""

import sys
from pathlib import Path

import pytest

from diffing.errors import ReadError
from tests.tui.command import called, is_wrong_usage
from tui.inputs import remote
from tui.inputs.remote import is_remote, remote_contents
from tui.system.exit_codes import DIFFERENT, TROUBLE


@pytest.mark.parametrize(
    ("name", "expected"),
    [("s3://a/b.txt", True), ("https://a/b", True), ("memory://a", True), ("a.txt", False), ("c:/a.txt", False)],
)
def test_an_address(name: str, expected: bool) -> None:
    assert is_remote(name) is expected


def test_addresses_in_a_list(tmp_path: Path) -> None:
    pytest.importorskip("fsspec")
    for side, count in (("left", 12), ("right", 14)):
        (tmp_path / side).write_text(f"The ice took {count} people at Tellby.")
    (tmp_path / "list").write_text(f"file://{tmp_path}/left\tfile://{tmp_path}/right\n")
    assert called("--pairs", "list", "--urls", folder=tmp_path).returncode == DIFFERENT
    refused = called("--pairs", "list", folder=tmp_path)
    assert refused.returncode == TROUBLE
    assert b"no such file" in refused.stderr


@pytest.mark.parametrize(
    ("name", "reason"),
    [("file:///nowhere/at/all", "no such file"), ("nonsense://a", "cannot be opened: ")],
)
def test_what_cannot_be_opened_is_one_line(name: str, reason: str) -> None:
    pytest.importorskip("fsspec")
    with pytest.raises(ReadError) as error:
        remote_contents(name, 1000)
    assert error.value.reason.startswith(reason)
    assert "\n" not in error.value.reason


def test_a_limit(tmp_path: Path) -> None:
    pytest.importorskip("fsspec")
    (tmp_path / "a").write_text("x" * 100)
    with pytest.raises(ReadError, match="larger than"):
        remote_contents(f"file://{tmp_path}/a", 10)


def test_pages_of_the_web_are_fetched_as_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.inputs.fetch.fetched", lambda name, limit: (b"text", "utf-8"))
    assert remote.remote_contents("https://example.org/a", 10) == (b"text", "utf-8")


def test_without_fsspec_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fsspec", None)
    with pytest.raises(ReadError, match="addresses need fsspec"):
        remote_contents("s3://a/b", 10)


@pytest.mark.parametrize("arguments", [("a", "b", "--urls"), ("--pairs", "list", "--urls", "--offline")], ids=" ".join)
def test_wrong_usage(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    assert is_wrong_usage(called(*arguments, folder=tmp_path))
