"""The arguments for a story in many versions, and what they do not go with.

v1.txt v2.txt v3.txt               three versions
--history story.txt --max 20       the newest twenty in git
--history story.txt --watch        an error
"""

import argparse

from .inputs.given import MOST_VERSIONS

# Digits of a number of versions, at most.
_MOST_DIGITS = 9
_FORMATS = (None, "text", "json", "html", "markdown", "csv")


def add_versions(parser: argparse.ArgumentParser) -> None:
    """Add the options of a story in many versions."""
    versions = parser.add_argument_group("many versions of one story, the oldest first")
    versions.add_argument("--history", metavar="FILE", help="the versions of FILE in git, through its renames")
    versions.add_argument("--since", metavar="DATE", help="of --history, the commits after DATE, as git reads dates")
    versions.add_argument(
        "--max", type=_count, metavar="N", help=f"of --history, the newest N versions (default: {MOST_VERSIONS})"
    )
    versions.add_argument(
        "--was", action="append", metavar="PATH", help="an earlier name of FILE in git, where git sees no rename"
    )
    versions.add_argument(
        "--versions", metavar="FOLDER", help="the files of FOLDER, by their names; or the versions of a page in a file"
    )
    versions.add_argument(
        "--order", choices=("name", "date"), help="order of --versions: names (default), or the dates inside the files"
    )


def _count(number: str) -> int:
    if not (number.isascii() and number.isdecimal()) or len(number) > _MOST_DIGITS or int(number) < 1:
        raise argparse.ArgumentTypeError("must be a number from 1")
    return int(number)


def has_many_versions(options: argparse.Namespace) -> bool:
    """Return whether the options name a story in many versions."""
    return bool(options.history is not None or options.versions is not None or options.more)


def check_versions(parser: argparse.ArgumentParser, options: argparse.Namespace) -> None:
    """Exit with a message if options of many versions stand without these, or with options that are not for them."""
    given = [name for name in ("since", "max", "was") if getattr(options, name) is not None]
    if given and options.history is None:
        parser.error(f"--{given[0]} needs --history FILE")
    if options.order is not None and options.versions is None:
        parser.error("--order needs --versions FOLDER")
    if not has_many_versions(options):
        return
    if (options.history is not None) + (options.versions is not None) + (options.left is not None) > 1:
        parser.error("--history, --versions and names of files exclude each other")
    if options.format not in _FORMATS:
        parser.error(
            f"--format {options.format} is not for many versions: they have text, json, html, markdown and csv"
        )
    for name, is_given in (
        ("--watch", options.watch),
        ("--color", options.color),
        ("--no-ledger", options.ledger is False),
        ("--label", options.label),
        ("--languages", options.languages),
        ("--sidecar", options.sidecar),
        ("--item for each of two articles", options.item and len(options.item) > 1),
        ("--each", options.each),
        ("--revisions original", options.revisions == "original"),
        ("--resume", options.resume),
        ("--report", options.report),
        ("--pairs", options.pairs),
    ):
        if is_given:
            parser.error(f"{name} is not for many versions of one story")
