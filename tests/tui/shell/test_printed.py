"""Completions and the manual page are those of the parser, and work in the real programs; absent ones are left out."""

import os
import re
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.tui.command import called
from tui.arguments import newsdiff_parser
from tui.shell.printed import COMPLETIONS, MANUAL

FILES = Path(__file__).parent.parent.parent.parent / "tui" / "shell" / "files"

unix = pytest.mark.skipif(sys.platform == "win32", reason="shells of Unix")


def needs(program: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(shutil.which(program) is None, reason=f"{program} is not installed")


def run(*command: str, folder: Path | None = None, given: str = "") -> str:
    """Return what a program prints."""
    done = subprocess.run(
        command, input=given, capture_output=True, check=False, encoding="utf-8", cwd=folder, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_files_are_made_of_the_parser_as_it_is() -> None:
    pytest.importorskip("shtab")
    from docs.make_shell import completion, files, manual

    for option in (name for action in newsdiff_parser()._actions for name in action.option_strings):
        assert option.lstrip("-") in completion("bash")
        assert option.replace("-", r"\-") in manual()
    for name, content in files().items():
        assert (FILES / name).read_text(encoding="utf-8") == content, f"{name}: run python -m docs.make_shell"
    assert {path.name for path in FILES.iterdir()} == {*files()} == {*COMPLETIONS.values(), MANUAL}


@pytest.mark.parametrize("shell", COMPLETIONS)
def test_a_completion_is_printed(shell: str) -> None:
    found = called("--completion", shell)
    assert found.returncode == 0
    assert found.stdout == (FILES / COMPLETIONS[shell]).read_bytes()
    assert "git-setup" in found.stdout.decode()


def test_an_unknown_shell_is_refused() -> None:
    assert called("--completion", "sh").returncode == 2


def test_the_manual_page_is_printed_and_a_line_of_it_is_text_or_a_request() -> None:
    text = called("--manual").stdout.decode()
    assert "\\fB\\-\\-git\\-setup\\fR\n" in text
    assert not re.search(r"^['.](?!TH |SH |TP$|PP$|br$|BR )", text, re.MULTILINE)


@unix
@needs("man")
def test_man_shows_the_page_without_a_warning() -> None:
    done = subprocess.run(
        ["man", "--warnings", "-E", "UTF-8", "-l", "-P", "cat", str(FILES / MANUAL)], capture_output=True, check=True
    )
    assert done.stderr == b""
    assert "newsdiff - show what changed between two news articles" in re.sub(".\b", "", done.stdout.decode())


BASH = """
source {file}
COMP_WORDS=(newsdiff {words})
COMP_CWORD={last}
COMP_LINE="newsdiff {words}"
COMP_POINT=${{#COMP_LINE}}
function_of=$(complete -p newsdiff | sed 's/.*-F \\([^ ]*\\).*/\\1/')
$function_of newsdiff "${{COMP_WORDS[COMP_CWORD]}}"
printf '%s\\n' "${{COMPREPLY[@]}}"
"""


@unix
@needs("bash")
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("--form", {"--format"}),
        ("--format m", {"markdown"}),
        ("--no-r", {"--no-rules"}),
        ("stor", {"story.txt"}),
        ("--completion ''", {"bash", "zsh", "fish"}),
    ],
)
def test_bash_completes(tmp_path: Path, words: str, expected: set[str]) -> None:
    (tmp_path / "story.txt").touch()
    code = BASH.format(file=FILES / COMPLETIONS["bash"], words=words, last=len(words.split()))
    found = run("bash", "--norc", "-c", code, folder=tmp_path).split()
    assert set(found) == expected


# In two parts, so that the terminal's echo of the line is not taken for what it prints.
READY = "autoload -Uz compinit; compinit -u -D; print -r -- REA''DY\n"
SECONDS = 30


def typed_into_zsh(folder: Path, line: str, expected: str) -> str:
    """Return what a zsh in a terminal shows when a line and a Tab are typed, until it has what is expected."""
    import pty  # of Unix

    own, terminal = pty.openpty()
    environment = {**os.environ, "TERM": "dumb", "ZDOTDIR": str(folder), "COLUMNS": "200"}
    start = ["zsh", "-f", "-i"]
    with subprocess.Popen(
        start, stdin=terminal, stdout=terminal, stderr=terminal, env=environment, cwd=folder, start_new_session=True
    ) as shell:
        try:
            shown = typed(own, f"PS1=; fpath=({FILES} $fpath); {READY}", "READY")
            return typed(own, f"{line}\t", expected) if "READY" in shown else shown
        finally:
            shell.kill()
            os.close(own)
            os.close(terminal)


def typed(terminal: int, text: str, expected: str) -> str:
    """Return what a terminal shows after a text was typed, until it has what is expected."""
    os.write(terminal, text.encode())
    shown = ""
    until = time.monotonic() + SECONDS
    while expected not in shown and select.select([terminal], [], [], max(0.0, until - time.monotonic()))[0]:
        shown += os.read(terminal, 4096).decode("utf-8", "replace")
    return shown


@unix
@needs("zsh")
@pytest.mark.parametrize(
    ("words", "expected"), [("--form", "--format"), ("--format mark", "markdown"), ("--no-rul", "--no-rules")]
)
def test_zsh_completes(tmp_path: Path, words: str, expected: str) -> None:
    assert expected in typed_into_zsh(tmp_path, f"newsdiff {words}", expected)


@unix
@needs("fish")
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("--form", {"--format"}),
        ("--format m", {"markdown"}),
        ("--no-r", {"--no-rules"}),
        ("sto", {"story.txt"}),
    ],
)
def test_fish_completes(tmp_path: Path, words: str, expected: set[str]) -> None:
    (tmp_path / "story.txt").touch()
    code = f"source {FILES / COMPLETIONS['fish']}; complete -C 'newsdiff {words}'"
    found = run("env", f"HOME={tmp_path}", "fish", "--no-config", "-c", code, folder=tmp_path)
    assert {line.partition("\t")[0] for line in found.splitlines()} == expected
