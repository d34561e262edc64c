"""The versions of a file in git: its names, what is left out, what is offered, and every fault in one line."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from diffing.errors import NewsdiffError, ReadError
from diffing.history.same_story import story_in_common
from diffing.sources.plain import SourceText
from tests.repository import Repository, needs_git
from tui.inputs.git_history import FileHistory, file_history

pytestmark = needs_git

SHORT = "The ferry to Holm sank at dawn, and all 12 on board were saved.\n\nThe engine had been repaired twice.\n"
OTHER = "Council members voted to close the swimming pool in Ebern for want of money.\n\nA vote on taxes follows.\n"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "news room")


def _history(repository: Repository, name: str, *, most: int = 100, earlier: Sequence[str] = ()) -> FileHistory:
    def in_common(one: bytes, other: bytes) -> float:
        return story_in_common(SourceText("a", one.decode()), SourceText("b", other.decode()))

    return file_history(str(repository.folder / name), in_common, most=most, max_bytes=10_000, earlier=earlier)


def _paths(found: FileHistory) -> list[tuple[str, str]]:
    return [(one.path, one.content.decode().split(".")[0]) for one in found.versions]


def test_versions_come_oldest_first_with_commit_date_and_author(repository: Repository) -> None:
    first = repository.commit({"ferry.txt": SHORT}, date="2031-02-03T04:05:06+01:00", author="Rike Thal")
    repository.commit({"other.txt": OTHER})
    last = repository.commit({"ferry.txt": SHORT.replace("12", "14")})
    found = _history(repository, "ferry.txt")
    assert [one.commit.name for one in found.versions] == [first, last]
    assert (found.versions[0].commit.date, found.versions[0].commit.author) == (
        "2031-02-03T04:05:06+01:00",
        "Rike Thal",
    )


def test_a_short_article_keeps_its_past_at_a_rename(repository: Repository) -> None:
    """Of two paragraphs one is changed: git's own --follow calls the file new."""
    repository.commit({"draft.txt": SHORT})
    repository.commit({"draft.txt": None, 'färja "1".txt': SHORT.replace("12", "14")})
    found = _history(repository, 'färja "1".txt')
    assert [path for path, _ in _paths(found)] == ["draft.txt", 'färja "1".txt']
    assert found.remarks == []


def test_a_deleted_file_of_the_same_story_is_offered_and_followed_if_named(repository: Repository) -> None:
    before = "The ferry to Holm sank at dawn and 12 people on board were saved. The engine was repaired twice.\n"
    after = (
        "At dawn the ferry to Holm sank. All 14 people on board were saved.\n\nThe engine was repaired twice before.\n"
    )
    repository.commit({"old.txt": before, "pool.txt": OTHER})
    repository.commit({"old.txt": None, "pool.txt": None, "new.txt": after})
    found = _history(repository, "new.txt")
    assert [path for path, _ in _paths(found)] == ["new.txt"]
    (remark,) = found.remarks
    assert "deleted old.txt" in remark
    assert "--was old.txt" in remark
    followed = _history(repository, "new.txt", earlier=["old.txt"])
    assert [path for path, _ in _paths(followed)] == ["old.txt", "new.txt"]


def test_another_story_that_was_deleted_is_neither_followed_nor_offered(repository: Repository) -> None:
    """The lines that both have are those of the paper: git sees a rename of 30 per cent."""
    page = "THE HOLM COURIER\n\nNews from the islands, every morning at six\n\n"
    repository.commit({"pool.txt": page + OTHER})
    repository.commit({"pool.txt": None, "ferry.txt": page + SHORT})
    found = _history(repository, "ferry.txt")
    assert ([path for path, _ in _paths(found)], found.remarks) == (["ferry.txt"], [])


def test_a_file_that_went_and_came_back_under_its_name(repository: Repository) -> None:
    repository.commit({"a.txt": SHORT})
    repository.commit({"a.txt": None, "b.txt": SHORT.replace("12", "13")})
    repository.commit({"b.txt": None, "a.txt": SHORT.replace("12", "14")})
    assert [path for path, _ in _paths(_history(repository, "a.txt"))] == ["a.txt", "b.txt", "a.txt"]


def test_a_file_that_was_deleted_and_restored(repository: Repository) -> None:
    repository.commit({"a.txt": SHORT})
    repository.commit({"a.txt": None})
    repository.commit({"a.txt": SHORT.replace("12", "14")})
    assert len(_history(repository, "a.txt").versions) == 2


def test_a_file_that_no_longer_exists(repository: Repository) -> None:
    repository.commit({"desk/a.txt": SHORT})
    repository.commit({"desk/a.txt": None})
    assert len(_history(repository, "desk/a.txt").versions) == 1


def test_a_merge_is_a_version_of_its_branch(repository: Repository) -> None:
    repository.commit({"a.txt": SHORT})
    repository.git("checkout", "-q", "-b", "side")
    repository.commit({"a.txt": SHORT.replace("12", "13")})
    repository.commit({"a.txt": SHORT.replace("12", "14")})
    repository.git("checkout", "-q", "main")
    repository.git("merge", "-q", "--no-ff", "side", "-m", "merge")
    assert [text for _, text in _paths(_history(repository, "a.txt"))] == [
        "The ferry to Holm sank at dawn, and all 12 on board were saved",
        "The ferry to Holm sank at dawn, and all 14 on board were saved",
    ]


def test_the_newest_versions_are_read_and_the_rest_is_said(repository: Repository) -> None:
    for count in range(4):
        repository.commit({"a.txt": SHORT.replace("12", str(20 + count))})
    found = _history(repository, "a.txt", most=2)
    assert [text[36:42] for _, text in _paths(found)] == ["all 22", "all 23"]
    path = repository.folder / "a.txt"
    assert found.remarks == [f"only the newest 2 versions of {path} are read; --max N reads more"]
    remarks = _history(repository, "a.txt", most=1).remarks
    assert remarks == [f"only the newest version of {path} is read; --max N reads more"]
    assert _history(repository, "a.txt", most=4).remarks == []


def test_the_repository_of_the_file_counts_not_that_of_the_environment(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.commit({"a.txt": SHORT})
    other = Repository(tmp_path / "other")
    monkeypatch.setenv("GIT_DIR", str(other.folder / ".git"))
    assert len(_history(repository, "a.txt").versions) == 1


def test_a_name_with_signs_of_git_is_a_name(repository: Repository) -> None:
    for name in ("*.txt", ":(top)a.txt", "-n.txt"):
        repository.commit({name: SHORT})
        assert [path for path, _ in _paths(_history(repository, name))] == [name]


def test_nothing_of_the_repository_is_run(repository: Repository, tmp_path: Path) -> None:
    proof = tmp_path / "proof"
    script = tmp_path / "script"
    script.write_text(f"#!/bin/sh\ntouch {proof}\ncat\n")
    script.chmod(0o755)
    repository.commit({"a.txt": SHORT, ".gitattributes": "*.txt diff=evil filter=evil\n"})
    repository.commit({"a.txt": SHORT.replace("12", "14")})
    for name in ("diff.evil.textconv", "diff.evil.command", "filter.evil.smudge", "diff.external", "core.pager"):
        repository.git("config", name, str(script))
    repository.git("config", "core.fsmonitor", str(script))
    assert len(_history(repository, "a.txt").versions) == 2
    assert not proof.exists()


def test_faults_are_one_line(repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("x")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(ReadError, match="is in no repository of git"):
        file_history(str(tmp_path / "a.txt"), lambda *_: 0.0, most=1, max_bytes=1)
    with pytest.raises(ReadError, match="git cannot show its versions"):
        _history(repository, "a.txt")
    repository.commit({"b.txt": SHORT})
    with pytest.raises(ReadError, match=r"has no version in git$"):
        _history(repository, "a.txt")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NewsdiffError, match="needs git, which is not installed"):
        _history(repository, "b.txt")
