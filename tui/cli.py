"""The command line: arguments in, exit status out.

Nothing heavy is imported before it is needed: `--help` loads neither the engine nor Textual, `--format` no Textual.
Results go to standard output, everything else to standard error. The status is that of diff: 0 no difference,
1 differences, 2 trouble; the screen ends with 0.
"""

import argparse
import gc
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

from diffing import __version__
from diffing.errors import NewsdiffError, size
from diffing.model import Comparison, Pair
from diffing.sources import plain
from diffing.sources.files import MAX_BYTES

from .inputs import text_files
from .inputs.read_bytes import STANDARD_INPUT
from .system.exit_codes import DIFFERENT, SAME, TROUBLE
from .system.terminal import interruptible_at_once, status_of, write_all
from .text.sanitize import visible

if TYPE_CHECKING:
    from diffing.ledger.core.model import Ledger

# What a shell reports for a program ended by these signals, SIGPIPE and SIGINT.
BROKEN_PIPE, INTERRUPTED = status_of(13), status_of(2)

# What --max-bytes may end in.
_FACTORS = {"": 1, "K": 10**3, "M": 10**6, "G": 10**9}
# Each process takes 30 MB and some files to speak with it; more processors than this no one computer has.
_MOST_JOBS = 9_999
# More than any file has bytes; Python refuses to read numbers of thousands of digits, with a traceback.
_MOST_DIGITS = 18

_DESCRIPTION = "Read the difference between two news articles."
_USAGE = """newsdiff LEFT RIGHT [options]
       newsdiff --pairs LIST [options]
       newsdiff --pairs FOLDER FOLDER [options]"""
_EPILOG = """\
A file of - is standard input. Where standard output is no terminal, the result is plain text.
Exit status with --format: 0 no difference, 1 differences, 2 trouble.
"""


def run() -> NoReturn:
    """All of newsdiff, until its end."""
    if sys.stderr is None:
        # Closed by whoever started newsdiff, and nobody is to be told.
        sys.stderr = open(os.devnull, "w")  # noqa: SIM115, open until the end
    write_all()
    try:
        try:
            status: str | int | None = main(sys.argv[1:])
        except SystemExit as end:  # argparse's, with help or the version still in the buffer
            status = end.code
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        # The reader has gone; what is left in the buffer must not raise again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = BROKEN_PIPE
    except KeyboardInterrupt:
        status = INTERRUPTED
    except OSError as error:
        # A full disk, a lost device.
        _tell(f"newsdiff: cannot write: {error.strerror}")
        sys.stdout = None  # so that the exit does not try again
        status = TROUBLE
    except MemoryError:
        _tell("newsdiff: too little memory for articles of this size")
        status = TROUBLE
    except Exception:
        # A fault of newsdiff's own; Python's status for it would say 'differences'.
        from .system.crash import fault_report

        _tell(fault_report())
        status = TROUBLE
    sys.exit(status)


def main(arguments: Sequence[str]) -> int:
    """Run newsdiff with these arguments and return its exit status.

    Raises SystemExit for --help, --version and wrong usage.
    """
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.watch and options.format:
        parser.error("--watch is for the screen")
    _check_pairs(parser, options)
    try:
        if sys.stdout is None and options.output is None:
            raise NewsdiffError("standard output is closed")
        if options.pairs:
            return _compare_pairs(options)
        if options.left == options.right == STANDARD_INPUT:
            raise NewsdiffError("standard input can be only one of the two articles")
        if options.output is not None:
            from .system.output import check

            check(options.output, options.force, (options.left, options.right))
        if options.format is None and options.output is None and _at_terminal():
            from .screen.launch import show

            return _print(show(options), options)
        texts = text_files.read_both(Pair(options.left, options.right), options.encoding, options.max_bytes)
        return _print(texts, options)
    except NewsdiffError as error:
        _tell(f"newsdiff: {visible(str(error))}")
        return TROUBLE


def _tell(message: str) -> None:
    """Say this on standard error; that it cannot be written there changes no status."""
    try:
        print(message, file=sys.stderr, flush=True)
    except OSError:
        sys.stderr = None  # so that the exit does not try again


class _Parser(argparse.ArgumentParser):
    """A parser whose messages are harmless to a terminal: they repeat arguments, which may be names of files."""

    def error(self, message: str) -> NoReturn:
        """End with the usage and the message."""
        super().error(visible(message))


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="newsdiff",
        usage=_USAGE,
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("left", metavar="LEFT", nargs="?", help="one version of the article")
    parser.add_argument("right", metavar="RIGHT", nargs="?", help="the other version")
    parser.add_argument("--format", choices=("text", "json"), help="print the result instead of opening the screen")
    parser.add_argument("--color", action="store_true", help="colour in --format text")
    parser.add_argument(
        "--ledger",
        action=argparse.BooleanOptionalAction,
        help="put what changed that matters into the result; else it is there where both articles are short",
    )
    parser.add_argument("--watch", action="store_true", help="read the files again when they change")
    parser.add_argument("--encoding", type=_encoding, metavar="NAME", help="the files' encoding")
    parser.add_argument(
        "--max-bytes",
        type=_max_bytes,
        default=MAX_BYTES,
        metavar="N",
        help=f"the largest file that is read; else {size(MAX_BYTES)}. N may end in K, M or G",
    )
    parser.add_argument("--output", metavar="FILE", help="where the result goes, instead of standard output")
    parser.add_argument("--force", action="store_true", help="overwrite FILE")
    many = parser.add_argument_group("many pairs, a line of JSON each")
    many.add_argument(
        "--pairs",
        nargs="+",
        metavar=("LIST", "FOLDER"),
        help="a file with a pair of names a line, a tab between them; or two folders with files of the same names",
    )
    many.add_argument("--resume", nargs="?", const=True, metavar="FILE", help="go on with FILE where it ends")
    many.add_argument("--jobs", type=_jobs, metavar="N", help="processes at work; else one a processor")
    parser.add_argument("--version", action="version", version=f"newsdiff {__version__}")
    return parser


def _encoding(name: str) -> str:
    if not plain.known_encoding(name):
        raise argparse.ArgumentTypeError(f"no encoding is called {visible(name)!r}")
    return name


def _max_bytes(number: str) -> int:
    digits = number.rstrip("KMGkmg")
    factor = _FACTORS.get(number[len(digits) :].upper())
    if factor is None or not (digits.isascii() and digits.isdecimal()) or len(digits) > _MOST_DIGITS:
        raise argparse.ArgumentTypeError("not a number of bytes, such as 50000000 or 50M")
    return int(digits) * factor


def _jobs(number: str) -> int:
    if not number.isdecimal() or len(number) > len(str(_MOST_JOBS)) or not 1 <= int(number) <= _MOST_JOBS:
        raise argparse.ArgumentTypeError(f"not a number from 1 to {_MOST_JOBS}")
    return int(number)


def _check_pairs(parser: argparse.ArgumentParser, options: argparse.Namespace) -> None:
    """End with a message if the options for one pair and for many are mixed up; `--resume FILE` names the output."""
    if not options.pairs:
        if options.right is None:
            parser.error("LEFT and RIGHT are required, or --pairs")
        if options.resume or options.jobs:
            parser.error("--resume and --jobs are for --pairs")
        if options.watch and options.output is not None:
            parser.error("--watch is for the screen")
        if options.color and options.output is not None:
            parser.error("--color is for a terminal")
        if options.force and options.output is None:
            parser.error("--force needs the --output FILE")
        return
    if options.left is not None or len(options.pairs) > 2:
        parser.error("--pairs takes one list or two folders, and no LEFT and RIGHT")
    if options.format == "text" or options.watch or options.color:
        parser.error("--pairs gives --format json")
    if isinstance(options.resume, str):
        if options.output not in (None, options.resume):
            parser.error("--output and --resume name two files")
        options.output = options.resume
    if options.output is None and (options.resume or options.force):
        parser.error("--resume and --force need the --output FILE")
    if options.resume and options.force:
        parser.error("--resume keeps what --force overwrites")


def _compare_pairs(options: argparse.Namespace) -> int:
    from .batch.run import Order, run

    return run(
        Order(
            tuple(options.pairs),
            options.output,
            options.force,
            bool(options.resume),
            options.jobs,
            options.encoding,
            options.max_bytes,
            options.ledger,
        )
    )


def _at_terminal() -> bool:
    """Whether there is a terminal to draw on, which Textual does on standard error."""
    return sys.stdout is not None and sys.stdout.isatty() and sys.stderr.isatty()


def _print(texts: Pair[plain.SourceText], options: argparse.Namespace) -> int:
    from diffing.comparison import compare
    from diffing.ledger.build import wished_ledger

    with _uncollected():
        with interruptible_at_once():
            comparison = compare(*texts)
            ledger = wished_ledger(comparison, options.ledger)
        # Bytes: what is printed is UTF-8 with plain line feeds, whatever the locale.
        pieces = (piece.encode() for piece in _formatted(comparison, ledger, options))
        if options.output is None:
            sys.stdout.buffer.writelines(pieces)
        else:
            from .system.output import write

            write(options.output, pieces, options.force)
    return SAME if comparison.is_identical else DIFFERENT


@contextmanager
def _uncollected() -> Iterator[None]:
    """No garbage collection: no value of a comparison refers to itself, and walking through them takes a tenth."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _formatted(comparison: Comparison, ledger: "Ledger | None", options: argparse.Namespace) -> Iterator[str]:
    """The result in pieces: that of a book is too long to be made in one."""
    if options.format == "json":
        from diffing.formats.json import json_pieces

        yield from json_pieces(comparison, ledger)
        yield "\n"
    else:
        from .reports.text import text_lines

        yield from text_lines(comparison, options.color, ledger)
