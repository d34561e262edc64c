"""What is remembered between runs, and that reading goes on where nothing can be."""

import json
import os
import stat
import sys
from pathlib import Path

import pytest

from tui.system import settings


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "config" / "newsdiff" / "settings.json"
    monkeypatch.setattr("tui.system.settings._file", lambda: file)
    return file


def test_nothing_is_remembered_at_first(file: Path) -> None:
    assert settings.load().theme is None
    assert not file.parent.exists()


def test_the_theme_is_remembered(file: Path) -> None:
    settings.save_theme("nord")
    assert settings.load().theme == "nord"
    settings.save_theme("newsdiff-light")
    assert settings.load().theme == "newsdiff-light"
    assert [path.name for path in file.parent.iterdir()] == [file.name]


BROKEN = {
    "no JSON": b"theme = nord",
    "half written": b'{"theme": "no',
    "no object": b'["nord"]',
    "a number": b"3",
    "nothing": b"null",
    "no UTF-8": b'{"theme": "\xff"}',
    "deep": b"[" * 100_000,
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_file_is_told_of_and_left_alone(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True)
    file.write_bytes(content)
    found = settings.load()
    assert found.problem
    assert (found.theme, found.keys) == (None, {})
    settings.save_theme("nord")
    assert file.read_bytes() == content


def test_a_fault_is_told_with_its_place(file: Path) -> None:
    file.parent.mkdir(parents=True)
    file.write_text('{\n "theme": "nord"\n "keys": {}\n}')
    assert settings.load().problem.startswith("line 3, column 2: ")


@pytest.mark.parametrize("content", ["", " \n", '{"colour": "nord"}', '{"theme": 3}', '\ufeff{"theme": null}'])
def test_a_file_without_a_theme_is_none_of_a_fault(file: Path, content: str) -> None:
    file.parent.mkdir(parents=True)
    file.write_text(content, encoding="utf-8")
    assert settings.load() == settings.Settings()
    settings.save_theme("nord")
    assert settings.load().theme == "nord"


def test_the_readers_keys_outlive_another_theme(file: Path) -> None:
    file.parent.mkdir(parents=True)
    keys = {"next-difference": "f8, ä", "no-command": [1, "\ud800"]}
    file.write_text(json.dumps({"keys": keys, "mine": 3}))
    settings.save_theme("nord")
    assert settings.load() == settings.Settings("nord", keys)
    assert json.loads(file.read_text()) == {"keys": keys, "mine": 3, "theme": "nord"}


@pytest.mark.parametrize("keys", ["n", ["n"], 3, None])
def test_keys_that_are_no_object_are_told(file: Path, keys: object) -> None:
    file.parent.mkdir(parents=True)
    file.write_text(json.dumps({"theme": "nord", "keys": keys}))
    found = settings.load()
    assert found.theme == "nord"
    assert found.keys == {}
    assert '"keys"' in found.problem


def test_a_directory_in_its_place(file: Path) -> None:
    file.mkdir(parents=True)
    settings.save_theme("nord")
    assert settings.load().theme is None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no named pipes in its file system")
def test_a_pipe_in_its_place_is_not_waited_for(file: Path) -> None:
    file.parent.mkdir(parents=True)
    os.mkfifo(file)
    assert settings.load().problem == "is a pipe or a device, not a file"
    settings.save_theme("nord")
    assert stat.S_ISFIFO(file.stat().st_mode)


def test_a_file_too_large_for_settings_is_not_read(file: Path) -> None:
    file.parent.mkdir(parents=True)
    with file.open("wb") as opened:
        opened.truncate(10**12)
    assert settings.load().problem == "larger than 1 MB"


def test_nothing_is_left_over_of_a_write_that_failed(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr("tui.system.settings.os.replace", full)
    settings.save_theme("nord")
    assert list(file.parent.iterdir()) == []


def test_a_file_where_the_folder_should_be(file: Path) -> None:
    file.parent.parent.mkdir()
    file.parent.write_text("in the way")
    settings.save_theme("nord")
    assert settings.load().theme is None
    assert file.parent.read_text() == "in the way"


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_place_that_cannot_be_written(file: Path) -> None:
    file.parent.mkdir(parents=True)
    file.parent.chmod(0o500)
    try:
        settings.save_theme("nord")
        assert settings.load().theme is None
    finally:
        file.parent.chmod(0o700)


def test_what_was_remembered_survives_a_failed_write(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.save_theme("nord")

    def full(*_: object) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr("tui.system.settings.os.replace", full)
    settings.save_theme("dracula")
    assert settings.load().theme == "nord"
