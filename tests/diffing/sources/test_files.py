"""Regular files within a limit become articles; everything else is refused with a reason, and without waiting."""

import io
import os
from pathlib import Path
from typing import Any

import pytest

import diffing
from diffing.errors import EncodingError, ReadError, TooLargeError, size
from diffing.sources import files
from diffing.sources.files import MAX_BYTES, file_bytes
from diffing.sources.plain import article, decode

needs_pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no named pipes in its file system")
CAFE = "Un café.\n\nDeux."


def refusal(path: Path | str, max_bytes: int = MAX_BYTES) -> str:
    with pytest.raises(ReadError) as caught:
        file_bytes(str(path), max_bytes)
    assert caught.value.path == str(path)
    return caught.value.reason


@pytest.mark.parametrize("named", [str, Path], ids=["str", "Path"])
def test_an_article_is_read(tmp_path: Path, named: type) -> None:
    path = tmp_path / "a.txt"
    path.write_text(CAFE, encoding="cp1252")
    found = diffing.read(named(path), encoding="cp1252")
    assert (found.source, found.encoding) == (str(path), "windows-1252")
    assert [paragraph.text for paragraph in found.paragraphs] == ["Un café.", "Deux."]
    assert diffing.read(path) == found


@pytest.mark.parametrize(
    ("content", "options", "error", "reason"),
    [
        (None, {}, ReadError, "no such file"),
        (b"a\0b", {}, ReadError, "is binary: it has NUL bytes"),
        (b"x" * 1001, {"max_bytes": 1000}, TooLargeError, "larger than 1 KB"),
        (b"caf\xe9", {"encoding": "utf-8"}, EncodingError, "is not in utf-8 at byte 3"),
        (b"cafe", {"encoding": "no-such"}, EncodingError, "no encoding is called 'no-such'"),
        (b"cafe", {"encoding": "rot13"}, EncodingError, "no encoding is called 'rot13'"),
    ],
    ids=["missing", "binary", "too large", "in another encoding", "unknown encoding", "encoding of no text"],
)
def test_an_article_is_refused(
    tmp_path: Path, content: bytes | None, options: dict[str, Any], error: type[ReadError], reason: str
) -> None:
    path = tmp_path / "a.txt"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ReadError) as caught:
        diffing.read(path, **options)
    assert type(caught.value) is error
    assert (caught.value.path, caught.value.reason) == (str(path), reason)
    assert str(caught.value) == f"{path}: {reason}"


def test_a_directory_and_no_name(tmp_path: Path) -> None:
    assert refusal(tmp_path) == "is a directory"
    assert refusal("") == "no such file"
    assert refusal("a\0b") == "not a file name"


def test_a_name_of_standard_input_is_a_file_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "-").write_text("One.")
    assert diffing.read("-").paragraphs[0].text == "One."


@needs_pipes
def test_a_pipe_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert refusal(tmp_path / "pipe") == "is a pipe or a device, not a file"


@pytest.mark.parametrize(
    ("given", "source", "encoding"),
    [
        ("One\ud800 is.\n\nTwo.", "name", "utf-8"),
        (diffing.SourceText("a.txt", "One\ud800 is.\n\nTwo.", "utf-16-le"), "a.txt", "utf-16-le"),
        (decode("b.txt", "One\ufffd is.\n\nTwo.".encode()), "b.txt", "utf-8"),
    ],
    ids=["string", "named text", "decoded bytes"],
)
def test_the_article_of_a_text(given: str | diffing.SourceText, source: str, encoding: str) -> None:
    found = article(given, "name")
    assert (found.source, found.encoding) == (source, encoding)
    assert [paragraph.text for paragraph in found.paragraphs] == ["One\ufffd is.", "Two."]
    assert article(found) is found


@pytest.mark.parametrize("length", [0, 1, 999, 1000])
def test_what_is_no_larger_is_read(tmp_path: Path, length: int) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * length)
    assert file_bytes(str(path), 1000) == b"x" * length


def test_a_larger_file_is_not_even_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 1001)
    monkeypatch.setattr(os, "open", None)
    assert refusal(path, 1000) == "larger than 1 KB"


def test_a_file_that_grows_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x")
    monkeypatch.setattr(files, "_BLOCK_BYTES", 1)
    read = files.read_bounded

    def growing(name: str, file: io.FileIO, most: int) -> bytes:
        with open(path, "ab") as more:
            more.write(b"y" * 1000)
        return read(name, file, most)

    monkeypatch.setattr(files, "read_bounded", growing)
    assert refusal(path, 1000) == "larger than 1 KB"


@needs_pipes
def test_a_pipe_in_the_place_of_a_file_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x")
    as_file = os.stat(path)
    path.unlink()
    os.mkfifo(path)
    monkeypatch.setattr(os, "stat", lambda _: as_file)
    assert refusal(path) == "is a pipe or a device, not a file"


@pytest.mark.parametrize(
    ("count", "shown"),
    [(0, "0 bytes"), (1, "1 byte"), (1000, "1 KB"), (1001, "1001 bytes"), (20_000_000, "20 MB"), (10**9, "1 GB")],
)
def test_a_size_in_words(count: int, shown: str) -> None:
    assert size(count) == shown
