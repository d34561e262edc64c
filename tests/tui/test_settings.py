"""What is remembered between runs, and that reading goes on where nothing can be."""

import json
import os
import sys
from pathlib import Path

import pytest

from tui import settings


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "config" / "newsdiff" / "settings.json"
    monkeypatch.setattr("tui.settings._file", lambda: file)
    return file


def test_nothing_is_remembered_at_first(file: Path) -> None:
    assert settings.load_theme() is None
    assert not file.parent.exists()


def test_the_theme_is_remembered(file: Path) -> None:
    settings.save_theme("nord")
    assert settings.load_theme() == "nord"
    settings.save_theme("newsdiff-light")
    assert settings.load_theme() == "newsdiff-light"
    assert [path.name for path in file.parent.iterdir()] == [file.name]


BROKEN = {
    "empty": b"",
    "no JSON": b"theme = nord",
    "half written": b'{"theme": "no',
    "no object": b'["nord"]',
    "a number": b"3",
    "nothing": b"null",
    "another key": b'{"colour": "nord"}',
    "no name": b'{"theme": 3}',
    "no UTF-8": b'{"theme": "\xff"}',
    "deep": b"[" * 100_000,
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_file_is_as_good_as_none(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True)
    file.write_bytes(content)
    assert settings.load_theme() is None
    settings.save_theme("nord")
    assert json.loads(file.read_bytes()) == {"theme": "nord"}


def test_a_directory_in_its_place(file: Path) -> None:
    file.mkdir(parents=True)
    settings.save_theme("nord")
    assert settings.load_theme() is None


def test_a_file_where_the_folder_should_be(file: Path) -> None:
    file.parent.parent.mkdir()
    file.parent.write_text("in the way")
    settings.save_theme("nord")
    assert settings.load_theme() is None
    assert file.parent.read_text() == "in the way"


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_place_that_cannot_be_written(file: Path) -> None:
    file.parent.mkdir(parents=True)
    file.parent.chmod(0o500)
    try:
        settings.save_theme("nord")
        assert settings.load_theme() is None
    finally:
        file.parent.chmod(0o700)


def test_what_was_remembered_survives_a_failed_write(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.save_theme("nord")

    def full(*_: object) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr("tui.settings.os.replace", full)
    settings.save_theme("dracula")
    assert settings.load_theme() == "nord"
