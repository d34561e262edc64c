"""The command line: read the arguments, run, return the exit status.

    newsdiff old.txt new.txt                   the screen
    newsdiff old.txt new.txt --format json     the result on standard output
    newsdiff --pairs list.tsv                  one JSON line for each pair

No large module is imported before it is needed: `--help` loads neither the engine nor Textual, `--format` no Textual.
Results go to standard output, everything else to standard error. The status is that of diff: 0 no difference,
1 differences, 2 error; the screen ends with 0.
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
from diffing.model import Comparison
from diffing.sources import plain
from diffing.sources.files import MAX_BYTES

from .inputs.given import Given, given, read_options
from .inputs.read_bytes import STANDARD_INPUT
from .system.display import can_show_screen
from .system.exit_codes import DIFFERENT, SAME, TROUBLE
from .system.terminal import interruptible_at_once, status_of, write_all
from .text.sanitize import visible

if TYPE_CHECKING:
    from diffing.ledger.core.model import Ledger

# The status that a shell reports for a program ended by SIGPIPE and by SIGINT.
BROKEN_PIPE, INTERRUPTED = status_of(13), status_of(2)

# The last letter of --max-bytes.
_FACTORS = {"": 1, "K": 10**3, "M": 10**6, "G": 10**9}
# More processors than any computer has. Each process takes 30 MB and some open files.
_MOST_JOBS = 9_999
# Digits of a number of bytes, at most: larger than any file. Python raises an error for thousands of digits.
_MOST_DIGITS = 18

_DESCRIPTION = "Show the differences between two news articles, side by side in the terminal."
_USAGE = """newsdiff LEFT RIGHT [options]
       newsdiff DOCUMENT [options]
       newsdiff --pairs LIST [options]
       newsdiff --pairs FOLDER FOLDER [options]"""
_EPILOG = """\
If standard output is not a terminal, the result is printed as text.

exit status:
  0                     no difference; also when the screen is closed
  1                     differences
  2                     error
"""


def run() -> NoReturn:
    """Run newsdiff to its end."""
    if sys.stderr is None:
        # The parent process closed it: messages go nowhere.
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
        # The reader of the output has ended. The rest of the buffer must not raise again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = BROKEN_PIPE
    except KeyboardInterrupt:
        status = INTERRUPTED
    except OSError as error:
        # A full disk or a lost device.
        _report(f"newsdiff: cannot write: {error.strerror}")
        sys.stdout = None  # so that the exit does not try again
        status = TROUBLE
    except MemoryError:
        _report("newsdiff: not enough memory for articles of this size")
        status = TROUBLE
    except Exception:
        # An internal error. Python's own status for it would mean 'differences'.
        from .system.crash import fault_report

        _report(fault_report())
        status = TROUBLE
    sys.exit(status)


def main(arguments: Sequence[str]) -> int:
    """Run newsdiff with these arguments and return its exit status.

    Raises SystemExit for --help, --version and wrong usage.
    """
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.watch and options.format:
        parser.error("--watch works only on the screen")
    _check_pairs(parser, options)
    try:
        if sys.stdout is None and options.output is None:
            raise NewsdiffError("standard output is closed")
        if options.pairs:
            return _compare_pairs(options)
        if options.left == options.right == STANDARD_INPUT:
            raise NewsdiffError("standard input cannot be both articles")
        if options.output is not None:
            from .system.output import check

            check(options.output, options.force, tuple(filter(None, (options.left, options.right))))
        if options.format is None and options.output is None and can_show_screen(_report):
            from .screen.launch import show

            return _print_result(show(options), options)
        return _print_result(given(options), options)
    except NewsdiffError as error:
        _report(f"newsdiff: {visible(str(error))}")
        return TROUBLE


def _report(message: str) -> None:
    """Write a message to standard error. If that fails, the exit status stays the same."""
    try:
        print(message, file=sys.stderr, flush=True)
    except OSError:
        sys.stderr = None  # so that the exit does not try again


class _Parser(argparse.ArgumentParser):
    """A parser whose messages are safe for a terminal: they repeat arguments, which may be file names."""

    def error(self, message: str) -> NoReturn:
        """Exit with the usage and the message."""
        super().error(visible(message))


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="newsdiff",
        usage=_USAGE,
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        add_help=False,  # listed in a group below
    )
    articles = parser.add_argument_group("articles")
    articles.add_argument(
        "left",
        metavar="LEFT",
        nargs="?",
        help="one version of the article: a file, an address, or - for standard input",
    )
    articles.add_argument(
        "right",
        metavar="RIGHT",
        nargs="?",
        help="the other version; - is standard input; without it, a DOCUMENT's original wording is compared with its "
        "final one, as its tracked changes have them",
    )
    articles.add_argument(
        "--as",
        dest="format_in",
        type=_format,
        metavar="FORMAT",
        help="format of the files (default: recognised by content for each file); text compares any file as it is",
    )
    articles.add_argument(
        "--revisions",
        choices=("original", "final"),
        help="wording of documents with tracked changes (default: final)",
    )
    articles.add_argument("--offline", action="store_true", help="refuse LEFT and RIGHT that are on the network")
    articles.add_argument(
        "--item", metavar="N", help="article of a file that has several: its number from 1, or its address"
    )
    articles.add_argument(
        "--encoding", type=_encoding, metavar="NAME", help="encoding of the files (default: detected for each file)"
    )
    articles.add_argument(
        "--max-bytes",
        type=_max_bytes,
        default=MAX_BYTES,
        metavar="N",
        help=f"largest file to read; N may end in K, M or G (default: {size(MAX_BYTES)})",
    )
    screen = parser.add_argument_group("screen")
    screen.add_argument("--watch", action="store_true", help="read the files again when they change")
    result = parser.add_argument_group("result")
    result.add_argument(
        "--format",
        choices=("text", "json", "html", "docx", "markdown", "csv"),
        help="print the result instead of opening the screen",
    )
    result.add_argument("--all", action="store_true", help="show each unchanged paragraph, menus and ads in the text")
    result.add_argument("--color", action="store_true", help="use colours in the text")
    result.add_argument(
        "--ledger",
        action=argparse.BooleanOptionalAction,
        help="include the ledger: the changes that matter "
        "(default: if both articles together have at most 400,000 characters)",
    )
    result.add_argument("--output", metavar="FILE", help="write the result to FILE instead of standard output")
    result.add_argument("--force", action="store_true", help="overwrite FILE")
    many = parser.add_argument_group("many pairs, one JSON line for each")
    many.add_argument(
        "--pairs",
        nargs="+",
        metavar=("LIST", "FOLDER"),
        help="a file with two file names in each line, separated by a tab; or two folders with files of equal names",
    )
    many.add_argument(
        "--report", metavar="FOLDER", help="write a page for each pair into FOLDER, and an index by weight"
    )
    many.add_argument("--resume", nargs="?", const=True, metavar="FILE", help="continue FILE after an interruption")
    many.add_argument("--jobs", type=_jobs, metavar="N", help="number of processes (default: one for each processor)")
    other = parser.add_argument_group("other")
    other.add_argument("-h", "--help", action="help", help="show this help and exit")
    other.add_argument(
        "--version", action="version", version=f"newsdiff {__version__}", help="show the version and exit"
    )
    return parser


def _encoding(name: str) -> str:
    if not plain.known_encoding(name):
        raise argparse.ArgumentTypeError(f"unknown encoding {visible(name)!r}")
    return name


def _format(name: str) -> str:
    from diffing.sources.registry import format_names

    if name not in format_names():
        raise argparse.ArgumentTypeError(f"unknown format {visible(name)!r}; known: {', '.join(format_names())}")
    return name


def _max_bytes(number: str) -> int:
    digits = number.rstrip("KMGkmg")
    factor = _FACTORS.get(number[len(digits) :].upper())
    if factor is None or not (digits.isascii() and digits.isdecimal()) or len(digits) > _MOST_DIGITS:
        raise argparse.ArgumentTypeError("must be a number of bytes, such as 50000000 or 50M")
    return int(digits) * factor


def _jobs(number: str) -> int:
    if not number.isdecimal() or len(number) > len(str(_MOST_JOBS)) or not 1 <= int(number) <= _MOST_JOBS:
        raise argparse.ArgumentTypeError(f"must be a number from 1 to {_MOST_JOBS}")
    return int(number)


def _check_pairs(parser: argparse.ArgumentParser, options: argparse.Namespace) -> None:
    """Exit with a message if options for one pair and for many pairs are mixed. `--resume FILE` sets the output."""
    if not options.pairs:
        if options.left is None:
            parser.error("LEFT and RIGHT are required, or --pairs")
        if options.right is None and options.revisions:
            parser.error("--revisions needs LEFT and RIGHT: of one document, both wordings are compared")
        if options.resume or options.jobs or options.report:
            parser.error("--resume, --jobs and --report need --pairs")
        if options.watch and options.output is not None:
            parser.error("--watch works only on the screen")
        if options.color and options.format not in (None, "text"):
            parser.error("--color is for --format text")
        if options.all and options.format not in (None, "text"):
            parser.error("--all is for --format text")
        if options.color and options.output is not None:
            parser.error("--color cannot be used with --output")
        if options.force and options.output is None:
            parser.error("--force needs --output FILE")
        if options.format == "csv":
            if options.ledger is False:
                parser.error("--format csv prints the ledger: it cannot be used with --no-ledger")
            options.ledger = True
        if options.format == "docx" and options.output is None and sys.stdout is not None and sys.stdout.isatty():
            parser.error("--format docx needs --output FILE: a terminal cannot show it")
        return
    if options.left is not None or len(options.pairs) > 2:
        parser.error("--pairs takes one list or two folders, without LEFT and RIGHT")
    if options.format not in (None, "json") or options.watch or options.color or options.all:
        parser.error("--pairs prints JSON: it cannot be used with another --format, --watch, --color or --all")
    if isinstance(options.resume, str):
        if options.output not in (None, options.resume):
            parser.error("--output and --resume name different files")
        options.output = options.resume
    if options.report and options.resume:
        parser.error("--report and --resume cannot be used together")
    if options.output is None and (options.resume or (options.force and not options.report)):
        parser.error("--resume and --force need --output FILE")
    if options.resume and options.force:
        parser.error("--resume and --force cannot be used together")


def _compare_pairs(options: argparse.Namespace) -> int:
    from .batch.run import BatchOptions, run

    return run(
        BatchOptions(
            tuple(options.pairs),
            options.output,
            options.force,
            bool(options.resume),
            options.jobs,
            read_options(options),
            options.max_bytes,
            options.ledger,
            options.report,
        )
    )


def _print_result(found: Given, options: argparse.Namespace) -> int:
    from diffing.comparison import compare_read
    from diffing.ledger.build import requested_ledger
    from diffing.text.reading import read_articles

    with _without_garbage_collection():
        with interruptible_at_once():
            read = read_articles(found.sources.map(plain.article))
            comparison = compare_read(read)
            ledger = requested_ledger(comparison, options.ledger, read)
        pieces = _rendered(comparison, ledger, found, options)
        if options.output is None:
            sys.stdout.buffer.writelines(pieces)
        else:
            from .system.output import write

            write(options.output, pieces, options.force)
    return SAME if comparison.is_identical else DIFFERENT


@contextmanager
def _without_garbage_collection() -> Iterator[None]:
    """Disable garbage collection: no value of a comparison is in a cycle, and collecting takes a tenth of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _rendered(
    comparison: Comparison, ledger: "Ledger | None", found: Given, options: argparse.Namespace
) -> Iterator[bytes]:
    """Return the result in pieces: that of a long text is too large for one string."""
    if options.color:
        from .reports.text import text_lines

        return (line.encode() for line in text_lines(comparison, True, ledger, options.all))
    from .reports.renderers import ORIGINALS_NAMED, RENDERERS
    from .reports.report import Original, Report

    name = options.format or "text"
    originals = found.contents.map(Original.of) if name in ORIGINALS_NAMED else None
    return RENDERERS[name](Report(comparison, ledger, originals, _named(options), options.all))


def _named(options: argparse.Namespace) -> str:
    """Return the options that bear on the result as they are written."""
    parts = [
        f"--{name} {value}"
        for name, value in (
            ("format", options.format),
            ("encoding", options.encoding),
            ("as", options.format_in),
            ("revisions", options.revisions),
            ("item", options.item),
        )
        if value is not None
    ]
    if options.ledger is not None:
        parts.append("--ledger" if options.ledger else "--no-ledger")
    return " ".join(parts)
