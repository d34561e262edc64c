"""The file of a review: written whole or not at all, joined with what others wrote, left alone if it is not ours."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from diffing.errors import NewsdiffError
from diffing.formats.review_json import review_from_json
from diffing.review.editing import write_note
from diffing.review.model import EMPTY, Review, Spot
from tests.diffing.review.stories import LEFT, articles
from tui.inputs.sidecar_path import beside
from tui.system.sidecar import Sidecar

BOTH = articles()
SPOTS = [Spot.of(BOTH, (at,), ()) for at in range(len(LEFT))]
_ROOT = Path(__file__).parents[3]


def noted(at: int, text: str, review: Review = EMPTY) -> Review:
    return write_note(review, SPOTS[at], text).about(BOTH)


def keep(sidecar: Sidecar, review: Review) -> Review:
    return sidecar.keep(review, BOTH)


def test_the_file_stands_beside_the_right_article(tmp_path: Path) -> None:
    article = tmp_path / "tuesday.txt"
    assert beside(str(article)) is None
    article.write_text("x")
    assert beside(str(article)) == f"{article}.newsdiff.json"
    assert beside("-") is beside("https://example.org/a") is beside(None) is None


def test_nothing_is_written_before_there_is_something(tmp_path: Path) -> None:
    path = tmp_path / "a.newsdiff.json"
    sidecar = Sidecar(str(path))
    assert sidecar.read() == EMPTY
    keep(sidecar, EMPTY)
    assert [*tmp_path.iterdir()] == []
    keep(sidecar, noted(0, "Ask."))
    assert Sidecar(str(path)).read() == noted(0, "Ask.")
    keep(sidecar, EMPTY)
    assert not Sidecar(str(path)).read()
    assert [one.name for one in tmp_path.iterdir()] == ["a.newsdiff.json"]


def test_two_at_once_lose_nothing(tmp_path: Path) -> None:
    path = str(tmp_path / "a.json")
    one, other = Sidecar(path), Sidecar(path)
    one.read()
    other.read()
    keep(one, noted(0, "one"))
    assert {note.text for note in keep(other, noted(1, "other")).notes} == {"one", "other"}
    # What one of them takes away stays away.
    one.read()
    keep(one, noted(1, "other"))
    assert {note.text for note in keep(other, noted(2, "third", other.review)).notes} == {"other", "third"}


def test_a_review_of_exchanged_sides_is_joined_too(tmp_path: Path) -> None:
    path = str(tmp_path / "a.json")
    keep(Sidecar(path), noted(0, "one"))
    other = Sidecar(path)
    other.read()
    found = other.keep(write_note(other.review.swapped(), SPOTS[1].swapped(), "other"), BOTH.swapped())
    assert {(note.target, note.text) for note in found.notes} == {
        (SPOTS[0].swapped(), "one"),
        (SPOTS[1].swapped(), "other"),
    }


def test_many_at_once_lose_nothing(tmp_path: Path) -> None:
    path = str(tmp_path / "a.json")

    def write(number: int) -> None:
        for at in range(len(SPOTS)):
            sidecar = Sidecar(path)
            keep(sidecar, noted(at, f"{number}.", sidecar.read()))

    writers = [threading.Thread(target=write, args=(number,)) for number in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    found = Sidecar(path).read()
    assert len(found.notes) == len(SPOTS)
    assert [one.name for one in tmp_path.iterdir()] == ["a.json"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b'{"review": 7}', "a newer newsdiff wrote this review"),
        (b"{", "not JSON"),
        (b"\xff\xfe\x00", "not UTF-8"),
        (b'{"review": 1, "pins": 3}', "not a review of newsdiff: pins: not an array"),
    ],
)
def test_a_file_that_is_not_ours_is_left_alone(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(content)
    uses: tuple[Callable[[], Review], ...] = (
        lambda: Sidecar(str(path)).read(),
        lambda: keep(Sidecar(str(path)), noted(0, "Ask.")),
    )
    for use in uses:
        with pytest.raises(NewsdiffError, match=message) as raised:
            use()
        assert str(raised.value).startswith(f"{path}: ")
        assert "\n" not in str(raised.value)
    assert path.read_bytes() == content


def test_no_file_is_waited_for(tmp_path: Path) -> None:
    with pytest.raises(NewsdiffError, match="is no file"):
        Sidecar(str(tmp_path)).read()
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        with pytest.raises(NewsdiffError, match="is no file"):
            Sidecar(str(tmp_path / "pipe")).read()


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(NewsdiffError, match="cannot be written"):
        keep(Sidecar(str(tmp_path / "none" / "a.json")), noted(0, "Ask."))


@pytest.mark.skipif(sys.platform == "win32", reason="permissions and links of POSIX")
def test_permissions_and_links_stay(tmp_path: Path) -> None:
    path, link = tmp_path / "a.json", tmp_path / "link.json"
    keep(Sidecar(str(path)), noted(0, "Ask."))
    path.chmod(0o600)
    link.symlink_to(path)
    sidecar = Sidecar(str(link))
    keep(sidecar, noted(1, "Again.", sidecar.read()))
    assert link.is_symlink()
    assert path.stat().st_mode & 0o777 == 0o600
    assert len(Sidecar(str(path)).read().notes) == 2


# For each line that it is given it forks a process that writes, says which, and waits for its end.
_WRITERS = """
import os, sys
from tests.tui.system.test_sidecar import SPOTS, keep, noted
from tui.system.sidecar import Sidecar

def write():
    sidecar = Sidecar(sys.argv[1])
    review = sidecar.read()
    print(os.getpid(), flush=True)
    number = 0
    while True:
        number += 1
        review = noted(number % len(SPOTS), f"{number} " + "x" * 20_000, review)
        keep(sidecar, review)

for _ in sys.stdin:
    writer = os.fork()
    if writer == 0:
        write()
    os.waitpid(writer, 0)
    print("killed", flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_kill_leaves_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    keep(Sidecar(str(path)), noted(0, "0 first"))
    kept = 0
    command = [sys.executable, "-c", _WRITERS, str(path)]
    with subprocess.Popen(command, cwd=_ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as writers:
        assert writers.stdin is not None
        assert writers.stdout is not None
        for attempt in range(12):
            writers.stdin.write("another\n")
            writers.stdin.flush()
            writer = int(writers.stdout.readline())
            time.sleep(0.003 + 0.0037 * attempt)
            os.kill(writer, signal.SIGKILL)
            assert writers.stdout.readline() == "killed\n"
            found = review_from_json(path.read_text(encoding="utf-8"))
            assert len(found.notes) >= max(1, kept)
            kept = len(found.notes)
            json.loads(path.read_text(encoding="utf-8"))
    # What a killed one left goes with the next that writes.
    sidecar = Sidecar(str(path))
    keep(sidecar, noted(0, "last", sidecar.read()))
    assert [one.name for one in tmp_path.iterdir()] == ["a.json"]
