"""The command line as a function: what `newsdiff ARGUMENTS` writes and returns, without a process of its own.

A start of Python costs more than most comparisons. Tests of arguments, messages and results use `called`. Tests of
processes, signals, pipes and what is loaded start `python -m tui`.
"""

import contextlib
import io
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import TypeVar
from unittest import mock

from tui import cli
from tui.batch import processes
from tui.system.exit_codes import TROUBLE

Given = TypeVar("Given")
Result = TypeVar("Result")


def called(*arguments: str, stdin: bytes = b"", folder: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    """Return the status and the output of newsdiff with these arguments, run in `folder`; pairs are compared here."""
    streams = [io.TextIOWrapper(io.BytesIO(content), "utf-8") for content in (stdin, b"", b"")]
    given, output, errors = streams
    with ExitStack() as stack:
        stack.enter_context(mock.patch.object(sys, "stdin", given))
        stack.enter_context(mock.patch.object(processes, "in_order", _here))
        stack.enter_context(redirect_stdout(output))
        stack.enter_context(redirect_stderr(errors))
        stack.enter_context(contextlib.chdir(folder or os.getcwd()))
        try:
            status: int | str | None = cli.main(arguments)
        except SystemExit as end:
            status = end.code
        written = []
        for stream in (output, errors):
            stream.flush()
            assert isinstance(stream.buffer, io.BytesIO)
            written.append(stream.buffer.getvalue())
    assert isinstance(status, int)
    return subprocess.CompletedProcess(arguments, status, *written)


def is_wrong_usage(found: subprocess.CompletedProcess[bytes]) -> bool:
    """Return whether newsdiff printed one line alone, which says what is wrong with its arguments."""
    return (found.returncode, found.stdout, found.stderr.count(b"\n")) == (TROUBLE, b"", 1) and found.stderr.endswith(
        b" (newsdiff --help lists the options)\n"
    )


def _here(work: Callable[[Given], Result], given: Iterable[Given], *_: object) -> Iterator[Result]:
    """Yield what `tui.batch.pool.in_order` does, without other processes."""
    for each in given:
        yield work(each)
