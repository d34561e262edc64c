"""`newsdiff --pairs`, the real command: its lines, its status, its file of results, and what may happen to it."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import pytest

from diffing.model import Pair
from tests.conftest import readable
from tests.tui.command import called, is_wrong_usage
from tui.batch.comparing import compare_files
from tui.batch.pairs import PairFiles
from tui.system.exit_codes import DIFFERENT, SAME, TROUBLE

STORY = "The bridge was shut on Monday.\n\nNobody was hurt, the mayor said.\n"
OTHER = "The bridge was closed on Monday.\n\nNobody was hurt, the mayor said.\n\nIt opens in May.\n"
COUNT = 9

T = TypeVar("T")

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="no such signals and pipes there")


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "tui", *arguments]


def newsdiff(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """The real command, in processes of its own."""
    return subprocess.run(command(*arguments), cwd=folder, capture_output=True, check=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Pairs in two folders `a` and `b`, the fifth of one text, and a `list` of them."""
    return with_pairs(tmp_path)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The results of all pairs of such a folder."""
    return called("--pairs", "list", folder=with_pairs(tmp_path_factory.mktemp("whole"))).stdout


@pytest.fixture(scope="module")
def whole_with_an_error(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The results of all pairs of a folder that lacks `b/1.txt`."""
    folder = with_pairs(tmp_path_factory.mktemp("whole"))
    (folder / "b" / "1.txt").unlink()
    return called("--pairs", "list", folder=folder).stdout


def with_pairs(folder: Path) -> Path:
    """Write pairs into a folder, and a list of them."""
    for name in ("a", "b"):
        (folder / name).mkdir()
    names = []
    for number in range(COUNT):
        (folder / "a" / f"{number}.txt").write_text(f"Story {number}.\n\n{STORY}")
        (folder / "b" / f"{number}.txt").write_text(f"Story {number}.\n\n{STORY if number == 5 else OTHER}")
        names.append(f"a/{number}.txt\tb/{number}.txt\n")
    (folder / "list").write_text("".join(names))
    return folder


def documents(output: bytes) -> list[Any]:
    assert output.endswith(b"\n")
    return [json.loads(line) for line in output.decode("utf-8").removesuffix("\n").split("\n")]


def test_a_line_a_pair_in_the_order_of_the_list(folder: Path) -> None:
    found = called("--pairs", "list", "--format", "json", folder=folder)
    assert (found.returncode, found.stderr) == (DIFFERENT, b"")
    lines = documents(found.stdout)
    assert [line["pair"] for line in lines] == [
        {"left": f"a/{number}.txt", "right": f"b/{number}.txt"} for number in range(COUNT)
    ]


@pytest.mark.parametrize("number", [0, 5])
def test_a_line_is_the_document_of_its_pair(folder: Path, whole: bytes, number: int) -> None:
    line = documents(whole)[number]
    pair = line.pop("pair")
    assert line.pop("relation") == ("same_text" if number == 5 else "new_version")
    alone = called(pair["left"], pair["right"], "--format", "json", folder=folder)
    assert list(line.items()) == list(json.loads(alone.stdout).items())


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_the_same_bytes_by_any_number_of_processes(folder: Path, whole: bytes, jobs: str) -> None:
    assert newsdiff(folder, "--pairs", "list", "--jobs", jobs).stdout == whole


@pytest.mark.parametrize(("pairs", "status"), [([5], SAME), ([5, 1], DIFFERENT), ([5, 1, COUNT], TROUBLE), ([], SAME)])
def test_the_status_is_that_of_the_worst_pair(folder: Path, pairs: list[int], status: int) -> None:
    (folder / "some").write_text("".join(f"a/{number}.txt\tb/{number}.txt\n" for number in pairs))
    for arguments in (("--output", "out"), ("--resume", "out")):
        assert called("--pairs", "some", *arguments, folder=folder).returncode == status


def test_bad_files_are_lines_and_the_rest_is_done(folder: Path) -> None:
    (folder / "a" / "1.txt").write_bytes(b"a\0b")
    (folder / "b" / "3.txt").unlink()
    found = called("--pairs", "list", folder=folder)
    assert found.returncode == TROUBLE
    lines = documents(found.stdout)
    assert [number for number, line in enumerate(lines) if "error" in line] == [1, 3]
    assert lines[1] == {
        "pair": {"left": "a/1.txt", "right": "b/1.txt"},
        "error": "a/1.txt: is binary: it has NUL bytes",
    }
    assert lines[3]["error"] == "b/3.txt: no such file"
    assert found.stderr.splitlines() == [
        b"newsdiff: a/1.txt and b/1.txt: a/1.txt: is binary: it has NUL bytes",
        b"newsdiff: a/3.txt and b/3.txt: b/3.txt: no such file",
    ]


def test_hostile_names_are_harmless(folder: Path) -> None:
    (folder / "list").write_text("a\x1b[2J\x9b\tb\u202e\n")
    found = called("--pairs", "list", folder=folder)
    assert not set(found.stdout.decode() + found.stderr.decode()) & set("\x1b\x9b\u202e")
    assert documents(found.stdout)[0]["pair"] == {"left": "a\x1b[2J\x9b", "right": "b\u202e"}


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="file names are text there")
def test_names_that_are_no_text(folder: Path) -> None:
    name = os.path.join(os.fsencode(folder), b"caf\xe9")
    with open(name, "wb") as file:
        file.write(STORY.encode())
    (folder / "list").write_bytes(b"caf\xe9\tcaf\xe9\n")
    found = newsdiff(folder, "--pairs", "list", "--output", "out")
    assert found.returncode == SAME
    assert found.stderr.startswith(b"newsdiff: 1 pair in ")
    assert documents((folder / "out").read_bytes())[0]["pair"]["left"] == "caf\udce9"
    assert called("--pairs", "list", "--resume", "out", folder=folder).returncode == SAME


def test_a_list_from_standard_input(folder: Path, whole: bytes) -> None:
    found = called("--pairs", "-", stdin=(folder / "list").read_bytes(), folder=folder)
    assert found.stdout == whole


def test_two_folders(folder: Path, whole: bytes) -> None:
    found = called("--pairs", "a", "b", folder=folder)
    assert found.stdout.replace(b"\\\\", b"/") == whole


@pytest.mark.parametrize("sources", [["empty"], ["none", "none"]])
def test_no_pairs_are_no_silent_success(folder: Path, sources: list[str]) -> None:
    (folder / "empty").touch()
    (folder / "none").mkdir()
    found = called("--pairs", *sources, folder=folder)
    assert (found.returncode, found.stdout) == (SAME, b"")
    assert found.stderr.decode() == f"newsdiff: {' and '.join(sources)}: no pairs to compare\n"


def test_encoding(folder: Path) -> None:
    (folder / "a" / "0.txt").write_bytes("Łódź".encode("cp1250"))
    (folder / "list").write_text("a/0.txt\ta/0.txt\n")
    (line,) = documents(called("--pairs", "list", "--encoding", "cp1250", folder=folder).stdout)
    assert line["left"]["paragraphs"][0]["text"] == "Łódź"


@pytest.mark.parametrize(
    ("sources", "message"),
    [
        (["nowhere"], b"newsdiff: nowhere: no such file\n"),
        (["a", "nowhere"], b"newsdiff: nowhere: no such file\n"),
        (["a", "list"], b"newsdiff: list: "),
        (["wide"], b"newsdiff: wide: is UTF-16; a list of pairs must be UTF-8\n"),
    ],
)
def test_without_pairs_nothing_is_overwritten(folder: Path, sources: list[str], message: bytes) -> None:
    (folder / "wide").write_bytes("a\tb\n".encode("utf-16"))
    (folder / "out").write_text("precious")
    found = called("--pairs", *sources, "--output", "out", "--force", folder=folder)
    assert (found.returncode, found.stdout) == (TROUBLE, b"")
    assert found.stderr.startswith(message)
    assert found.stderr.count(b"\n") == 1
    assert (folder / "out").read_text() == "precious"


WRONG_USAGE = [
    ("a/0.txt", "--pairs", "list"),
    ("--pairs", "a", "b", "list"),
    ("--pairs", "list", "--format", "text"),
    ("--pairs", "list", "--watch"),
    ("--pairs", "list", "--color"),
    ("--pairs", "list", "--resume"),
    ("--pairs", "list", "--force"),
    ("--pairs", "list", "--output", "out", "--force", "--resume"),
    ("--pairs", "list", "--output", "out", "--resume", "other"),
    ("--pairs", "list", "--jobs", "0"),
    ("--pairs", "list", "--jobs", "1000000000"),
    ("--pairs", "list", "--jobs", "9" * 5000),
    ("--pairs", "list", "--jobs", "many"),
    ("--pairs", "list", "--dask", "nonsense"),
    ("--pairs", "list", "--dask", "http://127.0.0.1:8786"),
    ("--pairs", "list", "--dask", "tcp://127.0.0.1:8786", "--jobs", "2"),
    ("a/0.txt", "b/0.txt", "--dask", "tcp://127.0.0.1:8786"),
    ("a/0.txt", "b/0.txt", "--jobs", "2"),
    ("a/0.txt", "b/0.txt", "--resume", "out"),
]


@pytest.mark.parametrize("arguments", WRONG_USAGE, ids=lambda arguments: readable(" ".join(arguments)))
def test_wrong_usage(folder: Path, arguments: tuple[str, ...]) -> None:
    found = called(*arguments, folder=folder)
    assert is_wrong_usage(found)
    assert not (folder / "out").exists()


def test_output_is_not_overwritten_unless_forced(folder: Path, whole: bytes) -> None:
    (folder / "out").write_text("precious")
    found = called("--pairs", "list", "--output", "out", folder=folder)
    assert (found.returncode, found.stdout) == (TROUBLE, b"")
    assert found.stderr == b"newsdiff: out: already exists; --force overwrites it, --resume continues it\n"
    assert (folder / "out").read_text() == "precious"
    assert called("--pairs", "list", "--output", "out", "--force", folder=folder).stdout == b""
    assert (folder / "out").read_bytes() == whole


def test_the_list_is_not_overwritten(folder: Path) -> None:
    before = (folder / "list").read_bytes()
    found = called("--pairs", "list", "--output", "./list", "--force", folder=folder)
    assert (found.returncode, found.stderr) == (TROUBLE, b"newsdiff: ./list: is the list of pairs\n")
    assert (folder / "list").read_bytes() == before


def test_output_in_no_folder(folder: Path) -> None:
    found = called("--pairs", "list", "--output", "no/out", folder=folder)
    assert (found.returncode, found.stderr) == (
        TROUBLE,
        b"newsdiff: no/out: cannot be written: No such file or directory\n",
    )


@pytest.mark.parametrize(
    ("lines", "arguments"),
    [
        *((lines, ("--resume", "out")) for lines in (0, 0.01, 1, 2.5, COUNT - 0.01, COUNT)),
        (2.5, ("--output", "out", "--resume")),
    ],
    ids=str,
)
def test_resumed_it_is_as_if_never_interrupted(
    folder: Path, whole_with_an_error: bytes, arguments: tuple[str, ...], lines: float
) -> None:
    (folder / "b" / "1.txt").unlink()
    whole = whole_with_an_error
    each = whole.splitlines(keepends=True)
    torn = each[int(lines)][: int(lines % 1 * len(each[int(lines)]))] if lines % 1 else b""
    (folder / "out").write_bytes(b"".join(each[: int(lines)]) + torn)
    found = called("--pairs", "list", *arguments, folder=folder)
    assert (found.returncode, found.stdout) == (TROUBLE, b"")
    assert (folder / "out").read_bytes() == whole


def test_what_is_done_is_not_done_again(folder: Path, whole: bytes) -> None:
    (folder / "out").write_bytes(whole)
    for number in range(COUNT):
        (folder / "a" / f"{number}.txt").unlink()
    found = called("--pairs", "list", "--resume", "out", folder=folder)
    assert found.returncode == DIFFERENT
    assert found.stderr.startswith(b"newsdiff: 9 pairs in 0:00, 9 of them before\n  same text    1\n  new version  8\n")
    assert (folder / "out").read_bytes() == whole


def test_resume_without_a_file_begins(folder: Path, whole: bytes) -> None:
    called("--pairs", "list", "--resume", "out", folder=folder)
    assert (folder / "out").read_bytes() == whole


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("my notes", "line 1 is not a newsdiff result"),
        ("my notes\n", "line 1 is not a newsdiff result"),
        ('{"pair": {"left": broken\n', "line 1 is not a newsdiff result"),
        ('{"pair": {"left": "a/0.txt"}}\n', "line 1 is not a newsdiff result"),
        ('{"pair": {"left": "a/0.txt", "right": "b/0.txt"}}\n', "line 1 is not a newsdiff result"),
        ('{"pair": {"left": "a/0.txt", "right": "b/0.txt"}, "rows": [3]}\n', "line 1 is not a newsdiff result"),
        ('{"pair": {"left": "x", "right": "y"}, "error": "z"}\n', "line 1 names other files than pair 1"),
        ('{"pair": {"left": "a/0.txt", "right": "b/0.txt"}, "error": "z"}\n\n', "line 2 is not a newsdiff result"),
    ],
)
def test_resume_touches_no_file_that_is_not_its_own(folder: Path, content: str, message: str) -> None:
    (folder / "out").write_text(content)
    found = called("--pairs", "list", "--resume", "out", folder=folder)
    assert (found.returncode, found.stdout) == (TROUBLE, b"")
    assert found.stderr.decode().startswith(f"newsdiff: out: {message}")
    assert (folder / "out").read_text() == content


def test_more_results_than_pairs(folder: Path, whole: bytes) -> None:
    (folder / "out").write_bytes(whole)
    (folder / "list").write_text("a/0.txt\tb/0.txt\n")
    found = called("--pairs", "list", "--resume", "out", folder=folder)
    assert found.returncode == TROUBLE
    assert found.stderr.startswith(b"newsdiff: out: line 2 names other files than pair 2")


def test_a_fault_of_ours_is_one_pairs_trouble(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.chdir(folder)
    entry = PairFiles(Pair("a/0.txt", "b/0.txt"))
    for fault, reason in ((KeyError("x"), "internal error: KeyError: 'x'"), (MemoryError(), "not enough memory")):

        def compare(*_: object, fault: Exception = fault, **_options: object) -> None:
            raise fault

        monkeypatch.setattr("diffing.comparison.compare_read", compare)
        result = compare_files(entry)
        assert result.status == TROUBLE
        assert json.loads(result.line)["error"].startswith(reason)


@posix_only
def test_on_a_terminal_there_is_no_progress_among_the_results(folder: Path) -> None:
    sent = on_a_terminal(folder, "--pairs", "list", "--jobs", "1")
    assert sent.count(b'{"pair": ') == COUNT
    assert b" pairs" not in sent


def on_a_terminal(folder: Path, *arguments: str) -> bytes:
    """What it writes where both of its streams are a terminal, its progress after every pair."""
    import pty

    ours, its = pty.openpty()
    code = "import sys, tui.batch.progress; tui.batch.progress._INTERVAL = 0; from tui.cli import run; run()"
    process = subprocess.Popen([sys.executable, "-c", code, *arguments], cwd=folder, stdout=its, stderr=its)
    os.close(its)
    found = b""
    with contextlib.suppress(OSError):  # which is how the end of a terminal reads
        while block := os.read(ours, 1 << 16):
            found += block
    os.close(ours)
    process.wait()
    return found


@posix_only
def test_on_a_terminal_progress_is_shown_beside_a_file_of_results(folder: Path) -> None:
    found = on_a_terminal(folder, "--pairs", "list", "--output", "out", "--jobs", "1")
    assert f"\r1 of {COUNT} pairs, ".encode() in found
    assert found.rstrip(b" \r\n").endswith(b"a second\r\n  same text    1\r\n  new version  8")


@posix_only
def test_a_reader_that_has_gone_ends_it_quietly(folder: Path) -> None:
    process = subprocess.Popen(
        command("--pairs", "-", "--jobs", "1"),
        cwd=folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdin
    assert process.stdout
    assert process.stderr
    process.stdin.write((folder / "list").read_bytes() * 60)
    process.stdin.close()
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait() == 128 + signal.SIGPIPE
    process.stderr.close()


@pytest.fixture
def at_work(folder: Path) -> "Iterator[subprocess.Popen[bytes]]":
    """Newsdiff in the midst of its work: its one process has a pair that takes it minutes."""
    words = [f"word{at * 7919 % 100_003}" for at in range(200_000)]
    (folder / "long").write_text(" ".join(words))
    (folder / "long too").write_text(" ".join(words[::-1]))
    with open(folder / "list", "a") as file:
        file.write("long\tlong too\na/0.txt\tb/0.txt\n")
    process = subprocess.Popen(
        command("--pairs", "list", "--output", "out", "--jobs", "1"),
        cwd=folder,
        start_new_session=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    until(lambda: (folder / "out").exists() and (folder / "out").read_bytes().count(b"\n") == COUNT)
    yield process
    process.kill()
    process.communicate()


def processes_of(process: "subprocess.Popen[bytes]") -> list[int]:
    """The processes that it started to compare with."""
    listed = subprocess.run(["ps", "-A", "-ww", "-o", "pid=,ppid=,args="], capture_output=True, text=True, check=True)
    rows = [line.split(None, 2) for line in listed.stdout.splitlines()]
    return [int(pid) for pid, parent, args in rows if int(parent) == process.pid and "spawn_main" in args]


def until(condition: Callable[[], T]) -> T:
    """What the condition gives once it is true; a failure if it never is."""
    for _ in range(3000):
        if found := condition():
            return found
        time.sleep(0.01)
    raise AssertionError("it never came true")


def gone(pid: int) -> bool:
    """Whether a process is no more, or only waits for its parent to look."""
    state = subprocess.run(["ps", "-p", str(pid), "-o", "stat="], capture_output=True, text=True, check=False).stdout
    return state.strip()[:1] in ("", "Z")


@posix_only
def test_an_interruption_ends_it_quietly_and_it_can_be_resumed(
    folder: Path, at_work: "subprocess.Popen[bytes]"
) -> None:
    (worker,) = processes_of(at_work)
    os.killpg(at_work.pid, signal.SIGINT)  # as a terminal does, to all of them
    assert at_work.communicate(timeout=60) == (b"", b"")
    assert at_work.returncode == 128 + signal.SIGINT
    until(lambda: gone(worker))
    before = (folder / "out").read_bytes()
    assert len(documents(before)) == COUNT
    (folder / "list").write_text((folder / "list").read_text().replace("long\tlong too", "a/0.txt\tb/0.txt"))
    assert called("--pairs", "list", "--resume", "out", folder=folder).returncode == DIFFERENT
    assert len(documents((folder / "out").read_bytes())) == COUNT + 2
    assert (folder / "out").read_bytes().startswith(before)


@posix_only
def test_processes_end_with_the_one_that_started_them(at_work: "subprocess.Popen[bytes]") -> None:
    (worker,) = processes_of(at_work)
    at_work.kill()
    assert until(lambda: gone(worker))


@posix_only
def test_a_killed_process_costs_one_pair(folder: Path, at_work: "subprocess.Popen[bytes]") -> None:
    (first,) = processes_of(at_work)
    os.kill(first, signal.SIGKILL)
    until(lambda: gone(first))
    # It is tried once more, by another process.
    (second,) = until(lambda: processes_of(at_work))
    os.kill(second, signal.SIGKILL)
    _, errors = at_work.communicate(timeout=60)
    reason = "the comparing process was killed; perhaps memory ran out"
    assert errors.decode().startswith(f"newsdiff: long and long too: {reason}\nnewsdiff: ")
    assert errors.endswith(b"  error        1\n")
    assert at_work.returncode == TROUBLE
    *_, lost, last = documents((folder / "out").read_bytes())
    assert lost == {"pair": {"left": "long", "right": "long too"}, "error": reason}
    assert last["pair"] == {"left": "a/0.txt", "right": "b/0.txt"}
    assert "error" not in last
