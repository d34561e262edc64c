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

from diffing.errors import NewsdiffError, ReadError
from diffing.model import Comparison
from diffing.sources import plain

from .arguments import parsed
from .inputs.callers import call_of
from .inputs.given import Given, given, read_options
from .inputs.read_bytes import STANDARD_INPUT
from .inputs.sidecar_path import beside
from .settings.in_force import wishes_of
from .settings.wishes import listed
from .system.display import can_show_screen
from .system.exit_codes import DIFFERENT, SAME, TROUBLE
from .system.terminal import interruptible_at_once, status_of, write_all
from .text.sanitize import visible
from .version_arguments import has_many_versions

if TYPE_CHECKING:
    from diffing.ledger.core.model import Ledger
    from diffing.review.model import Review
    from diffing.review.reviewed import Reviewed
    from diffing.sources.plain import Source

# The status that a shell reports for a program ended by SIGPIPE and by SIGINT.
BROKEN_PIPE, INTERRUPTED = status_of(13), status_of(2)


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
    gc.freeze()  # at its end Python looks through all that is left, which takes a twentieth of a short run
    sys.exit(status)


def main(arguments: Sequence[str]) -> int:
    """Run newsdiff with these arguments and return its exit status.

    Raises SystemExit for --help, --version and wrong usage.
    """
    call = call_of(arguments, os.environ, os.getcwd)
    if call.says:
        print(f"newsdiff: {visible(call.says)}")
        return SAME
    options = parsed(call.arguments)
    try:
        options.wishes = wishes_of(options)
        if options.show_settings:
            print(listed(options.wishes), end="")
            return SAME
        status = _print_each(options, call.of_git) if options.each and _are_folders(options) else _carried_out(options)
    except NewsdiffError as error:
        _report(f"newsdiff: {visible(str(error))}")
        # One picture in a repository must not keep git from showing the other files.
        is_no_text = isinstance(error, ReadError) and all(os.access(path, os.R_OK) for path in _paths(options))
        return SAME if call.of_git and is_no_text else TROUBLE
    if call.of_git and options.format in (None, "text"):
        print()  # the report of the next file follows
    # git takes the status of a difference for a failure of the program.
    return SAME if call.of_git and status == DIFFERENT else status


def _carried_out(options: argparse.Namespace) -> int:
    """Do what the options say, and return the exit status. Raises NewsdiffError."""
    if sys.stdout is None and options.output is None:
        raise NewsdiffError("standard output is closed")
    if options.pairs or options.find or has_many_versions(options):
        gc.enable()  # many comparisons
    if options.pairs:
        return _compare_pairs(options)
    if has_many_versions(options):
        return _show_or_print_history(options)
    if options.find:
        from .finding.run import run as find

        return find(options)
    if options.left == options.right == STANDARD_INPUT:
        raise NewsdiffError("standard input cannot be both articles")
    if _are_folders(options):
        from .batch.each import folders_explained

        raise NewsdiffError(folders_explained(options.left, options.right))
    if options.output is not None:
        from .system.output import check

        check(options.output, options.force, _paths(options))
    if options.format is None and options.output is None and can_show_screen(_report):
        from .screen.launch import show

        return _print_result(show(options), options)
    return _print_result(given(options), options)


def _paths(options: argparse.Namespace) -> tuple[str, ...]:
    return tuple(filter(None, (options.left, options.right, *options.more)))


def _are_folders(options: argparse.Namespace) -> bool:
    return options.right is not None and os.path.isdir(options.left) and os.path.isdir(options.right)


def _print_each(options: argparse.Namespace, of_git: bool) -> int:
    """Print a report for each two files that differ, and return the greatest exit status of all."""
    from .batch.each import each_pair
    from .inputs.callers import state_in_folder

    gc.enable()  # many comparisons
    status = SAME
    equal = 0
    for pair in each_pair(options.left, options.right, options.label, *((state_in_folder,) if of_git else ())):
        one = argparse.Namespace(**{**vars(options), "left": pair.left, "right": pair.right, "label": pair.labels})
        try:
            found = given(one)
            if found.contents.left == found.contents.right:
                equal += 1
                continue
            status = max(status, _print_result(found, one))
            print(flush=True)
        except ReadError as error:
            _report(f"newsdiff: {visible(str(error))}")
            status = TROUBLE
    if equal:
        print(f"Without a difference: {equal} file{'' if equal == 1 else 's'}")
    return status


def _report(message: str) -> None:
    """Write a message to standard error. If that fails, the exit status stays the same."""
    try:
        print(message, file=sys.stderr, flush=True)
    except OSError:
        sys.stderr = None  # so that the exit does not try again


def _compare_pairs(options: argparse.Namespace) -> int:
    from diffing.finding.relation import THRESHOLD

    from .batch.comparing import PairWork
    from .batch.run import BatchOptions, run
    from .inputs.columns import columns_of

    if options.sidecar and not options.dask and not os.path.isdir(options.sidecar):
        raise NewsdiffError(f"{options.sidecar}: no such folder; --sidecar names one with --pairs")
    return run(
        BatchOptions(
            tuple(options.pairs),
            options.output,
            options.force,
            bool(options.resume),
            options.jobs,
            PairWork(
                read_options(options),
                options.max_bytes,
                options.ledger,
                columns_of(options),
                as_rows=(options.format or "json") != "json",
                with_report=options.report is not None,
                rules=options.wishes.rules,
                languages=options.languages,
                reviews=options.sidecar,
                threshold=THRESHOLD if options.threshold is None else options.threshold,
            ),
            options.report,
            options.format or "json",
            options.entries,
            options.dask,
        )
    )


def _show_or_print_history(options: argparse.Namespace) -> int:
    """Show a story in many versions where there is a terminal, else print its history; return the exit status."""
    if options.format is None and options.output is None and can_show_screen(_report):
        from .screen.launch_story import show_story

        show_story(options, _story_in_common)
    return _print_history(options)


def _story_in_common(one: "Source", other: "Source") -> float:
    from diffing.history.same_story import story_in_common  # compares, which only a file in git with a rename needs

    return story_in_common(one, other)


def _print_history(options: argparse.Namespace) -> int:
    """Print the history of a story in many versions, and return the exit status."""
    from .batch.history import history_of
    from .reports.history.renderers import HISTORY_RENDERERS

    if options.output is not None:
        from .system.output import check

        check(options.output, options.force, _paths(options))
    with _without_garbage_collection():
        with interruptible_at_once():
            history, status = history_of(options, _report)
        pieces = HISTORY_RENDERERS[options.format or "text"](history, options.all)
        if options.output is None:
            sys.stdout.buffer.writelines(pieces)
        else:
            from .system.output import write

            write(options.output, pieces, options.force)
    return status


def _print_result(found: Given, options: argparse.Namespace) -> int:
    from diffing.comparison import compare_read
    from diffing.ledger.build import requested_ledger
    from diffing.text.reading import read_articles

    from .worker.book import rows_of_book, share_out

    with _without_garbage_collection():
        with interruptible_at_once():
            read = read_articles(found.sources.map(plain.article))
            rules = options.wishes.rules
            review, reviewed = _review(options), None
            if review:
                from diffing.review.applying import pins_for, review_of  # few articles have a review

                pins = pins_for(review, read.map(lambda side: side.article))
                comparison = compare_read(read, rules=rules, pins=pins, rows_of=rows_of_book, share_out=share_out)
                ledger = requested_ledger(comparison, options.ledger, read, rules)
                reviewed = review_of(review, comparison, ledger)
            else:
                comparison = compare_read(read, rules=rules, rows_of=rows_of_book, share_out=share_out)
                ledger = requested_ledger(comparison, options.ledger, read, rules)
        pieces = _rendered(comparison, ledger, found, options, reviewed)
        if options.output is None:
            sys.stdout.buffer.writelines(pieces)
        else:
            from .system.output import write

            write(options.output, pieces, options.force)
    return SAME if comparison.is_identical else DIFFERENT


def _review(options: argparse.Namespace) -> "Review | None":
    """Return the reader's review, if there is one; the usual file is passed over with a line if it cannot be read."""
    usual = beside(options.right or options.left)
    if options.sidecar is None and (usual is None or not os.path.lexists(usual)):
        return None
    from .system.sidecar import sidecar_of

    sidecar, problem = sidecar_of(options.sidecar, options.no_sidecar, options.right or options.left)
    if options.sidecar and not os.path.exists(options.sidecar):
        problem = f"{options.sidecar}: no such file"
    if problem:
        _report(f"newsdiff: {visible(problem)}: not used")
    return sidecar.review


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
    comparison: Comparison,
    ledger: "Ledger | None",
    found: Given,
    options: argparse.Namespace,
    reviewed: "Reviewed | None",
) -> Iterator[bytes]:
    """Return the result in pieces: that of a long text is too large for one string."""
    if reviewed is not None:
        ledger = reviewed.ledger
    if options.color:
        from .reports.text import text_lines

        return (line.encode() for line in text_lines(comparison, True, ledger, options.all, reviewed))
    from .reports.renderers import ORIGINALS_NAMED, RENDERERS
    from .reports.report import Original, Report

    name = options.format or "text"
    originals = found.contents.map(Original.of) if name in ORIGINALS_NAMED else None
    return RENDERERS[name](Report(comparison, ledger, originals, _named(options), options.all, reviewed))


def _named(options: argparse.Namespace) -> str:
    """Return the options that bear on the result as they are written."""
    parts = [
        f"--{name} {value}"
        for name, value in (
            ("format", options.format),
            ("languages", options.languages and ",".join(options.languages)),
            ("encoding", options.encoding),
            ("as", options.format_in),
            ("revisions", options.revisions),
            *(("item", item) for item in options.item or ()),
        )
        if value is not None
    ]
    if options.ledger is not None:
        parts.append("--ledger" if options.ledger else "--no-ledger")
    return " ".join(parts)
