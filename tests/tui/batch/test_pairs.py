"""Lists of pairs and folders of pairs."""

import os
from pathlib import Path

import pytest

from diffing.errors import ReadError
from diffing.model import Pair
from tui.batch.pairs import PairFiles, count_pairs, read_pairs


@pytest.fixture(autouse=True)
def inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def listed(content: str | bytes) -> list[PairFiles]:
    Path("list").write_bytes(content.encode() if isinstance(content, str) else content)
    return list(read_pairs(["list"]))


AB = PairFiles(Pair("a", "b"))


@pytest.mark.parametrize(
    "content",
    [
        "a\tb\n",
        "a\tb",
        "a\tb\r\n",
        "\ufeffa\tb\n",
        "# left\tright\n\n  \na\tb\n\n#a\tb\n",
    ],
)
def test_a_list(content: str) -> None:
    assert listed(content) == [AB]


def test_names_are_what_stands_there() -> None:
    assert listed(" a 'b\" \t./ü #\n") == [PairFiles(Pair(" a 'b\" ", "./ü #"))]
    assert listed(b"caf\xe9\tb\n") == [PairFiles(Pair("caf\udce9", "b"))]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("a", Pair("a", None)),
        ("a\t", Pair("a", None)),
        ("\tb", Pair(None, "b")),
        ("a\tb\tc", Pair("a", "b")),
    ],
)
def test_a_line_that_is_no_pair_is_an_error_and_the_rest_stands(line: str, names: Pair[str | None]) -> None:
    found = listed(f"\n{line}\na\tb\n")
    assert found == [PairFiles(names, "line 2 of list: not two file names separated by a tab"), AB]


def test_standard_input_is_no_article_of_a_list() -> None:
    (entry,) = listed("a\t-\n")
    assert entry == PairFiles(Pair("a", "-"), "line 1 of list: standard input cannot be an article in a list")


def test_utf_16_is_told_apart() -> None:
    with pytest.raises(ReadError, match="UTF-16"):
        listed("a\tb\n".encode("utf-16"))


def test_a_list_is_read_as_it_is_used_and_again() -> None:
    Path("list").write_text("a\tb\nc\td\n")
    found = read_pairs(["list"])
    assert next(iter(found)) == AB
    assert count_pairs(found) == 2
    assert len(list(found)) == 2


@pytest.mark.skipif(os.name == "nt", reason="no named pipes there")
def test_what_can_be_read_once_is_not_counted() -> None:
    os.mkfifo("list")
    assert count_pairs(read_pairs(["list"])) is None
    assert count_pairs(read_pairs(["-"])) is None


def files(*names: str) -> None:
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).touch()


def test_folders_are_matched_by_name_below_them_too() -> None:
    files("a/z.txt", "a/b/c.txt", "a/b.txt", "other/x/z.txt", "other/x/b/c.txt", "other/x/b.txt")
    assert list(read_pairs(["a", "other/x"])) == [
        PairFiles(Pair(os.path.join("a", *name), os.path.join("other/x", *name)))
        for name in (("b", "c.txt"), ("b.txt",), ("z.txt",))
    ]


def test_what_only_one_folder_has_is_an_error() -> None:
    files("a/1", "a/2", "b/2", "b/3")
    assert list(read_pairs(["a", "b"])) == [
        PairFiles(Pair(os.path.join("a", "1"), None), "only in a"),
        PairFiles(Pair(os.path.join("a", "2"), os.path.join("b", "2"))),
        PairFiles(Pair(None, os.path.join("b", "3")), "only in b"),
    ]


def test_what_is_hidden_is_no_article() -> None:
    files("a/.DS_Store", "a/.git/config", "b/.git/config", "a/1", "b/1")
    assert count_pairs(read_pairs(["a", "b"])) == 1


def test_the_review_of_an_article_is_no_article() -> None:
    files("a/1.txt", "b/1.txt", "b/1.txt.newsdiff.json")
    assert count_pairs(read_pairs(["a", "b"])) == 1


def test_empty_folders() -> None:
    Path("a").mkdir()
    Path("b").mkdir()
    assert list(read_pairs(["a", "b"])) == []


@pytest.mark.parametrize("sources", [["nowhere"], ["nowhere", "a"], ["a", "nowhere"], ["a", "a/1"], ["a"]])
def test_sources_that_cannot_be_read(sources: list[str]) -> None:
    files("a/1")
    with pytest.raises(ReadError):
        list(read_pairs(sources))
