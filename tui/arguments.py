"""The arguments of newsdiff: its options, and which of them go together.

    old.txt new.txt --format json          one pair
    old.txt new.txt --output page.html     the same as with --format html
    --pairs list.tsv --resume out          many pairs
    --pairs list.tsv --watch               an error: a screen has one pair

The same parser makes the help, the manual page and the completions of shells.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from typing import Any, NoReturn

from diffing import __version__
from diffing.errors import size
from diffing.sources import plain
from diffing.sources.files import MAX_BYTES

from .find_arguments import add_find, check_find
from .pair_arguments import add_pairs, check_pairs
from .shell.git import git_setup
from .shell.printed import COMPLETIONS, completion, manual
from .system.exit_codes import TROUBLE
from .text.sanitize import visible
from .version_arguments import add_versions, check_versions, has_many_versions

# The FILE of --output that is no file, as with other programs.
_STANDARD_OUTPUT = "-"
# The last letter of --max-bytes.
_FACTORS = {"": 1, "K": 10**3, "M": 10**6, "G": 10**9}
# Digits of a number of bytes, at most: larger than any file. Python raises an error for thousands of digits.
_MOST_DIGITS = 18

_FORMATS = ("text", "json", "html", "docx", "markdown", "csv", "parquet", "pairs")
# Formats by the ending of the file for the result, where no --format is given.
_FORMATS_OF_ENDINGS = {
    ".json": "json",
    ".jsonl": "json",
    ".html": "html",
    ".htm": "html",
    ".docx": "docx",
    ".md": "markdown",
    ".markdown": "markdown",
    ".csv": "csv",
    ".parquet": "parquet",
}

# Endings of files that a program opens in a format that newsdiff does not write.
_NOT_WRITTEN = frozenset(
    (".pdf", ".doc", ".odt", ".rtf", ".epub", ".xls", ".xlsx", ".ods", ".ppt", ".pptx", ".png", ".jpg", ".jpeg", ".svg")
)

_DESCRIPTION = "Show the differences between two news articles, side by side in the terminal."
_USAGE = """newsdiff LEFT RIGHT [options]
       newsdiff DOCUMENT [options]
       newsdiff V1 V2 V3 ... [options]
       newsdiff --history FILE [options]
       newsdiff --versions FOLDER [options]
       newsdiff --pairs LIST [options]
       newsdiff --pairs FOLDER FOLDER [options]
       newsdiff --find FOLDER [FOLDER ...] [options]"""
_EPILOG = """\
If standard output is not a terminal, the result is printed as text.

exit status:
  0                     no difference; also when the screen is closed
  1                     differences
  2                     error
"""


def parsed(arguments: Sequence[str]) -> argparse.Namespace:
    """Return the options. Raises SystemExit for --help, --version and wrong usage."""
    parser = newsdiff_parser()
    options = _options(parser, arguments)
    if options.show_settings:
        return options
    if options.format is None:
        options.format = _format_of_output(parser, options)
    if options.output == _STANDARD_OUTPUT:
        options.output = None
        if not (options.pairs or options.find):  # which open no screen
            options.format = options.format or "text"
    if options.watch and options.format:
        parser.error("--watch works only on the screen")
    if options.sidecar and options.no_sidecar:
        parser.error("--sidecar and --no-sidecar cannot be used together")
    if options.sidecar and options.each:
        parser.error("--sidecar names the review of one pair: it cannot be used with --each")
    check_versions(parser, options)
    check_find(parser, options)
    if options.pairs:
        check_pairs(parser, options)
    elif not options.find:
        _check_pair(parser, options)
    return options


class _Parser(argparse.ArgumentParser):
    """A parser whose messages are one line, and safe for a terminal: they repeat arguments, which may be file names."""

    def error(self, message: str) -> NoReturn:
        """Exit with the message, and where to read more."""
        self.exit(TROUBLE, f"newsdiff: {visible(message)} (newsdiff --help lists the options)\n")


def _options(parser: argparse.ArgumentParser, arguments: Sequence[str]) -> argparse.Namespace:
    """Return the options. Exit with a message if there is one that newsdiff does not have."""
    options, unknown = parser.parse_known_args(arguments)
    if unknown:  # perhaps files, with options between them
        options, unknown = parser.parse_known_intermixed_args(arguments)
    if unknown:
        parser.error(f"{unknown[0]}: no such option{_meant(parser, unknown[0])}")
    return options


def _meant(parser: argparse.ArgumentParser, unknown: str) -> str:
    """Return the end of a message: the options that one which newsdiff does not have may stand for, or nothing."""
    written = f"--{unknown.partition('=')[0].lstrip('-')}"
    known = {f"--{name}": f"--format {name}" for name in _FORMATS}
    known |= {name: name for action in parser._actions for name in action.option_strings}
    slips = _slips(written)
    meant = [form for name, form in known.items() if not slips.isdisjoint(_slips(name))]
    return f"; is {' or '.join(meant)} meant?" if meant else ""


def _slips(word: str) -> set[str]:
    """Return a word and its forms without a letter: of two words that differ by one slip, one of these is equal."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


class _Print(argparse.Action):
    """An option that prints a text and ends newsdiff; `text` makes it, of the option's argument if it has one."""

    def __init__(self, *, text: Callable[..., str], nargs: int | None = 0, **options: Any) -> None:
        super().__init__(nargs=nargs, **options)
        self._text = text

    def __call__(self, parser: argparse.ArgumentParser, _: object, value: object, *__: object) -> NoReturn:
        """Print the text."""
        sys.stdout.write(self._text() if self.nargs == 0 else self._text(value))
        parser.exit()


def newsdiff_parser() -> argparse.ArgumentParser:
    """Return the parser of every option."""
    parser = _Parser(
        prog="newsdiff",
        usage=_USAGE,
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        add_help=False,  # listed in a group below
    )
    _add_articles(parser)
    add_versions(parser)
    _add_settings(parser)
    _add_review(parser)
    screen = parser.add_argument_group("screen")
    screen.add_argument("--watch", action="store_true", help="read the files again when they change")
    _add_result(parser)
    add_pairs(parser)
    add_find(parser)
    _add_other(parser)
    return parser


def _add_articles(parser: argparse.ArgumentParser) -> None:
    """Add LEFT, RIGHT and further versions, and the options of how they are read."""
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
        "more", metavar="V3 ...", nargs="*", help="further versions of one story, LEFT being the oldest: its history"
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
        "--item",
        action="append",
        metavar="N",
        help="article of a file that has several: its number from 1, or its address; given twice, first that of LEFT; "
        "two of LEFT alone are compared",
    )
    articles.add_argument(
        "--label",
        action="append",
        metavar="NAME",
        help="name of an article in titles, for a temporary file; given twice, first that of LEFT",
    )
    articles.add_argument(
        "--languages",
        type=_languages,
        metavar="LEFT,RIGHT",
        help="languages of the articles, such as es,en (default: detected); two languages are shown as a translation",
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


def _add_settings(parser: argparse.ArgumentParser) -> None:
    """Add the options of the reader's settings."""
    wishes = parser.add_argument_group("settings")
    wishes.add_argument(
        "--settings", metavar="FILE", help="settings in place of those in the folder of settings (docs/settings.md)"
    )
    wishes.add_argument("--no-rules", action="store_true", help="show also what rules of the settings hide")
    wishes.add_argument(
        "--show-settings", action="store_true", help="print the settings in force and where each comes from, and exit"
    )


def _add_review(parser: argparse.ArgumentParser) -> None:
    """Add the options of the file with the reader's pairs, notes and checks."""
    review = parser.add_argument_group("review")
    review.add_argument(
        "--sidecar",
        metavar="FILE",
        help="file with the reader's pairs, notes and checks (default: RIGHT.newsdiff.json beside RIGHT); with --pairs "
        "a folder with such files, by default none is read",
    )
    review.add_argument("--no-sidecar", action="store_true", help="read and write no such file")


def _add_result(parser: argparse.ArgumentParser) -> None:
    """Add the options of the result: what it is, and where it goes."""
    result = parser.add_argument_group("result")
    result.add_argument(
        "--format",
        choices=_FORMATS,
        help="print the result instead of opening the screen; parquet is for --pairs, and pairs for --find: the list "
        "that --pairs takes (default: what the ending of --output names, else text)",
    )
    result.add_argument("--all", action="store_true", help="show each unchanged paragraph, menus and ads in the text")
    result.add_argument("--color", action="store_true", help="use colours in the text")
    result.add_argument(
        "--ledger",
        action=argparse.BooleanOptionalAction,
        help="include the ledger: the changes that matter "
        "(default: if both articles together have at most 400,000 characters)",
    )
    result.add_argument(
        "--each",
        action="store_true",
        help="where LEFT and RIGHT are folders: print a report for every two files of equal names that differ",
    )
    result.add_argument("--output", metavar="FILE", help="write the result to FILE instead of standard output")
    result.add_argument("--force", action="store_true", help="overwrite FILE")


def _add_other(parser: argparse.ArgumentParser) -> None:
    """Add the options that print something else, and end newsdiff."""
    other = parser.add_argument_group("other")
    other.add_argument("-h", "--help", action="help", help="show this help and exit")
    other.add_argument(
        "--git-setup", action=_Print, text=git_setup, help="print the settings for git, and where they belong"
    )
    other.add_argument(
        "--completion",
        action=_Print,
        text=completion,
        nargs=None,
        choices=tuple(COMPLETIONS),
        help="print the completion of options for a shell (docs/usage.md)",
    )
    other.add_argument("--manual", action=_Print, text=manual, help="print the manual page; man -l - shows it")
    other.add_argument(
        "--version", action="version", version=f"newsdiff {__version__}", help="show the version and exit"
    )


def _format_of_output(parser: argparse.ArgumentParser, options: argparse.Namespace) -> str | None:
    """Return the format that the ending of the file for the result names: a text in `page.html` opens as no page.

    Exit with a message if the ending promises a format that is not written.
    """
    name: str = (options.resume if isinstance(options.resume, str) else options.output) or ""
    ending = os.path.splitext(name)[1].lower()
    if ending in _NOT_WRITTEN:
        parser.error(f"{visible(name)}: newsdiff writes no {ending}, but .html, .docx, .md, .csv and .json")
    return _FORMATS_OF_ENDINGS.get(ending)


def _languages(codes: str) -> tuple[str, str]:
    from .present.languages import LANGUAGE_NAMES

    found = tuple(code.strip().lower() for code in codes.split(","))
    if len(found) != 2:
        raise argparse.ArgumentTypeError("must be two codes separated by a comma, such as es,en")
    for code in found:
        if code not in LANGUAGE_NAMES:
            raise argparse.ArgumentTypeError(f"unknown language {visible(code)!r}; a code such as es or en is expected")
    return found[0], found[1]


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


def _check_pair(parser: argparse.ArgumentParser, options: argparse.Namespace) -> None:
    """Exit with a message if options for one pair or one story do not go together."""
    if options.left is None and not has_many_versions(options):
        parser.print_usage(sys.stderr)
        parser.error("LEFT and RIGHT are required, or --history, --versions, --pairs or --find")
    if options.right is None and options.revisions and not has_many_versions(options):
        parser.error("--revisions needs LEFT and RIGHT: of one document, both wordings are compared")
    of_pairs = ["resume", "report", "entries", "dask", *(() if has_many_versions(options) else ("jobs",))]
    if any(getattr(options, name) for name in of_pairs):
        parser.error("--resume, --jobs, --report, --entries and --dask need --pairs")
    if options.format == "parquet":
        parser.error("--format parquet needs --pairs")
    if options.watch and options.output is not None:
        parser.error("--watch works only on the screen")
    if options.color and options.format not in (None, "text"):
        parser.error("--color is for --format text")
    if options.all and options.format not in (None, "text"):
        parser.error("--all is for --format text")
    for name, given in (("--label", options.label), ("--item", options.item)):
        if given and len(given) > len(("LEFT", "RIGHT")):
            parser.error(f"{name} is for LEFT and RIGHT: it can be given twice")
    if options.each and (options.format not in (None, "text") or options.output is not None):
        parser.error("--each prints text: it cannot be used with another --format or --output")
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
